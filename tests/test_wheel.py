"""The generator as a wheel, installed where this repository is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.paths import ROOT, TINY

pytestmark = pytest.mark.slow

SOURCES = ("macros", "pyproject.toml", "README.md", "LICENSE")


def run(folder: Path, *arguments: str, path: Sequence[Path] = ()) -> str:
    """What Python prints, run in ``folder``; its exit status is 0."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path)), "PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a wheel of this project installs, made without a network."""
    source = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        path = ROOT / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, source / name)
    run(source, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "dist", ".")
    (wheel,) = (source / "dist").glob("*.whl")
    folder = tmp_path_factory.mktemp("installed")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_a_wheel_holds_every_file_of_the_generator(installed: Path) -> None:
    """Templates, scripts and whatever else lies beside the modules, byte for byte."""

    def files(folder: Path) -> dict[Path, bytes]:
        return {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    assert files(installed / "macros") == files(ROOT / "macros")


def test_the_generator_works_from_a_wheel(installed: Path, tmp_path: Path) -> None:
    """It checks the tiny programme and writes its pages, and nothing of it comes from this repository."""
    project = shutil.copytree(TINY, tmp_path / "kebun")
    here = run(project, "-c", "import macros; print(macros.__file__)", path=[installed])
    assert Path(here).is_relative_to(installed)
    assert run(project, "-m", "macros", "check", path=[installed]) == "Tidak ada masalah.\n"
    run(project, "-m", "macros", "pages", "--out", "halaman", path=[installed])
    assert "1.1 Membajak" in (project / "halaman/menu/1/1.1.md").read_text()
