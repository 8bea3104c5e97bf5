"""What editors are offered while typing: schemas for every file, and snippets that expand to valid data."""

from __future__ import annotations

import json
import re
import shutil
from fnmatch import fnmatch
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml

from macros.loading.load import load
from macros.model.edition import Erratum
from macros.source.problem import Level, as_text
from macros.source.yaml_reader import read
from tests.paths import ROOT

SNIPPETS: dict[str, dict[str, Any]] = json.loads(
    (ROOT / ".vscode/lini-depan.code-snippets").read_text(encoding="utf-8")
)
CHOICE = re.compile(r"\$\{\d+\|([^|]*)\|\}")
DEFAULT = re.compile(r"\$\{\d+:((?:[^{}$]|\$\w+)*)\}")
TODAY = {"$CURRENT_YEAR": "2018", "$CURRENT_MONTH": "01", "$CURRENT_DATE": "31"}
NEXT = ROOT / "menu_data/reports.yml"


def expanded(prefix: str) -> list[str]:
    """A snippet as Visual Studio Code inserts it, once with every choice that its first list offers."""
    (body,) = [one["body"] for one in SNIPPETS.values() if one["prefix"] == prefix]
    text = "\n".join(body)
    for name, value in TODAY.items():
        text = text.replace(name, value)
    text = DEFAULT.sub(r"\1", text).replace("$0", "").rstrip("\n") + "\n"
    most = max((len(found.split(",")) for found in CHOICE.findall(text)), default=1)
    return [CHOICE.sub(lambda match, n=turn: _chosen(match[1], n), text) for turn in range(most)]  # type: ignore[misc]


def _chosen(choices: str, turn: int) -> str:
    options = choices.split(",")
    return options[turn % len(options)]


def saved(folder: Path, name: str, after: str | None, text: str) -> str:
    """Put text below a line of a file (or at its end) in a copy of the data; every error that this makes."""
    data = Path(shutil.copytree(ROOT / "menu_data", folder / "menu_data", dirs_exist_ok=True))
    path = data / name
    before = path.read_text(encoding="utf-8")
    if after is None:
        path.write_text(f"{before}\n{text}", encoding="utf-8")
    else:
        assert before.count(f"\n{after}\n") == 1
        path.write_text(before.replace(f"\n{after}\n", f"\n{after}\n{text}"), encoding="utf-8")
    return as_text(found for found in load(data).problems if found.level is Level.ERROR)


@pytest.mark.parametrize("turn", range(len(expanded("kegiatan"))))
def test_a_new_activity_is_sound(tmp_path: Path, turn: int) -> None:
    """At the end of a package, whatever was chosen."""
    text = indent(expanded("kegiatan")[turn], "  ")
    assert saved(tmp_path, "editions/2018/packages/9.yml", None, text) == "Tidak ada masalah."


@pytest.mark.parametrize(("prefix", "key"), [("alasan", "reasons:"), ("pertanyaan", "questions:")])
def test_a_note_on_a_change_is_sound(tmp_path: Path, prefix: str, key: str) -> None:
    """Below its key in the notes of the draft."""
    text = indent(expanded(prefix)[0], "  ")
    assert saved(tmp_path, "changes/2017-2018.yml", key, text) == "Tidak ada masalah."


def test_an_erratum_is_one() -> None:
    """All that the model asks of it, with the digest still to be put in."""
    for text in expanded("ralat"):
        source, problems = read(f"errata:\n{indent(text, '  ')}".encode(), "edition.yml")
        assert problems == []
        assert source is not None
        (entry,) = source.data["errata"]
        assert Erratum.model_validate(entry).activity == "kepemimpinan-camat"


def test_a_report_is_one(tmp_path: Path) -> None:
    """In the register of reports, with the keys that its schema asks for."""
    (text,) = expanded("laporan")
    (entry,) = yaml.safe_load(text)
    assert list(entry) == ["id", "period", "year", "body", "title", "file", "published"]
    if NEXT.is_file():
        data = NEXT.read_text(encoding="utf-8").replace("reports: []\n", "reports:\n")
        path = tmp_path / "menu_data/reports.yml"
        shutil.copytree(ROOT / "menu_data", tmp_path / "menu_data")
        path.write_text(f"{data.rstrip()}\n{indent(text, '  ')}", encoding="utf-8")
        problems = [found for found in load(tmp_path / "menu_data").problems if found.level is Level.ERROR]
        assert problems == [], as_text(problems)


def test_every_snippet_is_told_of() -> None:
    """In Indonesian, on the page for editors, by the word that calls it."""
    text = (ROOT / "docs/tata-kelola/menyunting/index.md").read_text(encoding="utf-8")
    for one in SNIPPETS.values():
        assert one["scope"] == "yaml"
        assert one["description"]
        assert f"| `{one['prefix']}` |" in text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "menu_data").rglob("*.yml")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_the_editor_knows_the_schema_of_every_file(path: Path) -> None:
    """By its place alone, so that a new file has it too; the same that the file itself names."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    name = path.relative_to(ROOT).as_posix()
    known = [
        schema
        for schema, pattern in settings["yaml.schemas"].items()
        if fnmatch(name, pattern) and name.count("/") == pattern.count("/")
    ]
    assert len(known) == 1
    assert (ROOT / known[0]).is_file()
    named = re.match(r"# yaml-language-server: \$schema=(.*)", path.read_text(encoding="utf-8"))
    assert named is not None
    assert (path.parent / named[1]).resolve() == (ROOT / known[0]).resolve()
