"""From files to records: every problem of every file, at its place, with the mend."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.load import load
from macros.model import natural
from macros.problems import Level, Problem
from tests.paths import CASES, TINY

CASE_LIST: list[dict[str, Any]] = yaml.safe_load((CASES / "load.yml").read_text())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny programme's data."""
    return Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))


def shown(problem: Problem) -> str:
    """A problem as ``file:line:column``, relative to the data folder."""
    return f"{problem.file.removeprefix('menu_data/')}:{problem.line}:{problem.column}"


def test_the_tiny_programme_loads_without_problems(data: Path) -> None:
    """The second programme of the tests is whole."""
    loaded = load(data)
    assert loaded.problems == []
    assert loaded.programme is not None
    assert [a.id for a in loaded.programme.editions[0].activities] == ["satu", "dua"]


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_a_wrong_entry_is_named_with_its_place_and_mend(data: Path, case: dict[str, Any]) -> None:
    """Each case replaces one piece of text in one file and says what the editor reads."""
    path = data / case["file"]
    text = path.read_text()
    assert case["old"] in text
    path.write_text(text.replace(case["old"], case["new"], 1))
    loaded = load(data)
    assert loaded.programme is None
    found = [(shown(p), p.message, p.hint) for p in loaded.problems if p.level is Level.ERROR]
    assert [place for place, _, _ in found] == [f"{case['file']}:{at}" for at in case["at"]]
    assert case["message"] in found[0][1]
    assert case.get("hint", "") in found[0][2]


def test_all_problems_of_all_files_are_reported_in_one_run(data: Path) -> None:
    """A wrong month in one file, an unknown key in another and a dangling id in a third: one reading."""
    replace(data / "editions/1/packages/1.yml", 'month: "2030-02"', 'month: "2030-13"')
    replace(data / "editions/1/packages/1.yml", "- activity: dua", "- activity: duo")
    replace(data / "editions/1/edition.yml", "lede:", "ledge:")
    replace(data / "catalogue.yml", "outcome: hasil-1", "outcome: hasil-2")
    replace(data / "guideline/discrepancies.yml", "activity: dua", "activity: tiga")
    messages = " ".join(problem.message for problem in load(data).problems)
    for fragment in ('"2030-13"', '"duo"', '"ledge"', '"hasil-2"', '"tiga"'):
        assert fragment in messages


def replace(path: Path, old: str, new: str) -> None:
    """Replace one occurrence in a file."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_file_that_cannot_be_parsed_is_named_and_the_rest_is_still_checked(data: Path) -> None:
    """Broken YAML in one file does not hide a wrong reference in another."""
    (data / "guideline/discrepancies.yml").write_text("discrepancies: [\n")
    replace(data / "catalogue.yml", "outcome: hasil-1", "outcome: hasil-2")
    files = {problem.file for problem in load(data).problems}
    assert files == {"menu_data/guideline/discrepancies.yml", "menu_data/catalogue.yml"}


def test_unknown_files_and_links_are_refused(data: Path) -> None:
    """A misspelt ending would silently hide a package; a link could read outside the folder."""
    (data / "editions/1/packages/2.yaml").write_text("")
    (data / "editions/1/packages/3.yml").symlink_to("/etc/hostname")
    messages = {problem.file: problem.message for problem in load(data).problems}
    assert "tidak dikenal" in messages["menu_data/editions/1/packages/2.yaml"]
    assert "tautan simbolis" in messages["menu_data/editions/1/packages/3.yml"]


def test_missing_files_are_named(tmp_path: Path) -> None:
    """An empty folder lacks its catalogue and its editions."""
    assert {problem.file for problem in load(tmp_path, "data").problems} == {
        "data/catalogue.yml",
        "data/editions",
    }


def test_packages_follow_their_printed_number() -> None:
    """Package 10 comes after package 2."""
    assert sorted(["10", "2", "1.10", "1.9", "1.9a"], key=natural) == ["1.9", "1.9a", "1.10", "2", "10"]
