"""LibreOffice and the site's own script, as the two programs that open a workbook in tests."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

from dev import LIBRARY, missing, program
from tests.paths import TESTS

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""A profile in which every formula is computed anew when a file is opened."""


def convert(files: Sequence[Path], kind: str, out: Path, profile: Path, *, recalculate: bool = False) -> None:
    """Open files in one start of LibreOffice with a profile of its own; save them as ``kind`` in ``out``."""
    command = program("libreoffice-calc-nogui")
    if recalculate:
        (profile / "user").mkdir(parents=True)
        (profile / "user/registrymodifications.xcu").write_text(ALWAYS)
    arguments = [
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        kind,
    ]
    done = subprocess.run(
        [command, *arguments, "--outdir", str(out), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    made = [out / f"{file.stem}.{kind}" for file in files]
    assert all(file.is_file() for file in made), done.stdout + done.stderr


@cache
def node() -> str:
    """The JavaScript runner that Playwright brings."""
    path = compute_driver_executable()[0]
    if subprocess.run([path, "--version"], capture_output=True, check=False).returncode != 0:
        raise FileNotFoundError(missing(LIBRARY))
    return path


def tasks(*wanted: dict[str, Any]) -> list[Any]:
    """Let the site's script fill in (``template``, ``content``, ``to``) and read (``template``) workbooks."""
    done = subprocess.run(
        [node(), str(TESTS / "js/workbook.mjs")],
        input=json.dumps(wanted, default=str),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))
