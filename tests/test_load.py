"""From files to records: every problem of every file, at its place, with the mend."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.loading.load import load
from macros.model.base import natural
from macros.source.problem import Level, Problem
from tests.paths import CASES, TINY
from tests.sample import two_years

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
def test_a_wrong_entry_is_named_with_its_place_and_mend_and_nothing_else_is(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    """Each case replaces one piece of text in one file and says what the editor reads, to the end."""
    data = two_years(tmp_path)
    path = data / case["file"]
    before, found, after = path.read_text().partition(case["old"])
    if case.get("last"):
        before, found, after = path.read_text().rpartition(case["old"])
    assert found
    path.write_text(before + case["new"] + after)
    loaded = load(data)
    assert loaded.programme is None
    errors = [(shown(p), p.message, p.hint) for p in loaded.problems if p.level is Level.ERROR]
    assert [place for place, _, _ in errors] == [f"{case['file']}:{at}" for at in case["at"]]
    assert case["message"] in errors[0][1]
    assert case.get("hint", "") in errors[0][2]
    count = case.get("waits")
    waiting = [f"{case['file']}: {count} pemeriksaan lain menunggu berkas ini terbaca utuh."] if count else []
    others = [p for p in loaded.problems if p.level is not Level.ERROR]
    assert [f"{p.file.removeprefix('menu_data/')}: {p.message}" for p in others] == waiting


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
    assert messages["menu_data/editions/1/packages/2.yaml"] == "berkas ini kosong."
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


def test_problems_of_other_files_are_told_beside_one_that_cannot_be_read(tmp_path: Path) -> None:
    """What does not follow from the unread package is told in the same run, after the cause."""
    data = two_years(tmp_path)
    replace(data / "editions/2/packages/1.yml", "    name: Membajak", "   name: Membajak")
    replace(data / "reports.yml", "body: komite", "body: komitee")
    replace(data / "catalogue.yml", "outcome: hasil-1", "outcome: hasil-2")
    replace(data / "guideline/planning.yml", "discrepancies: [A1]", "discrepancies: [A9]")
    replace(data / "editions/1/packages/1.yml", "- activity: dua", "- activity: delapan")
    assert [(p.file.removeprefix("menu_data/"), p.message) for p in load(data).problems] == [
        ("editions/2/packages/1.yml", "indentasi baris ini tidak sejajar dengan kunci di atasnya."),
        ("editions/2/packages/1.yml", "8 pemeriksaan lain menunggu berkas ini terbaca utuh."),
        ("catalogue.yml", 'capaian "hasil-2" tidak ada.'),
        ("editions/1/packages/1.yml", 'kegiatan "delapan" tidak ada.'),
        ("guideline/planning.yml", 'catatan "A9" tidak ada.'),
        ("reports.yml", 'lembaga "komitee" tidak ada.'),
    ]


def test_of_a_wrong_value_only_what_concerns_it_waits(tmp_path: Path) -> None:
    """A month that cannot be read says nothing of another activity of its package."""
    data = two_years(tmp_path)
    replace(data / "editions/2/packages/1.yml", 'month: "2031-02"', "month: Maret")
    replace(data / "changes/1-2.yml", "      - activity: tiga\n        event: added\n", "")
    assert [problem.message for problem in load(data).problems] == [
        'bentuk "Maret" tidak sesuai.',
        'perubahan (added) pada kegiatan "tiga" dari edisi 1 belum beralasan.',
    ]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("editions/2/packages/1.yml", "editions/2/packages/1.yaml"),
        ("editions/2/edition.yml", "editions/2/edition.YML"),
        ("catalogue.yml", "catalogue.yml.txt"),
        ("changes/1-2.yml", "changes/1-2.yaml"),
    ],
)
def test_a_file_with_a_wrong_ending_is_named_and_read(tmp_path: Path, name: str, wrong: str) -> None:
    """Its name is the one problem, and problems in it are told under the name that it has."""
    data = two_years(tmp_path)
    (data / name).rename(data / wrong)
    (problem,) = load(data).problems
    assert (problem.file, problem.message, problem.hint) == (
        f"menu_data/{wrong}",
        "akhiran nama berkas ini harus .yml.",
        f"Ganti namanya menjadi {name.rpartition('/')[2]}.",
    )
    (data / wrong).write_text(f"{(data / wrong).read_text()}asing: ya\n")
    assert {problem.file for problem in load(data).problems} == {f"menu_data/{wrong}"}


def test_an_edition_without_its_own_file_is_one_problem(tmp_path: Path) -> None:
    """Nobody is told to record that its packages ended, nor that it is unknown."""
    data = two_years(tmp_path)
    (data / "editions/2/edition.yml").unlink()
    told = [problem for problem in load(data).problems if problem.level is Level.ERROR]
    assert [(p.file, p.message) for p in told] == [("menu_data/editions/2/edition.yml", "berkas tidak ada.")]


@pytest.mark.slow
def test_of_very_many_problems_the_first_are_told_and_quickly(tmp_path: Path) -> None:
    """Forty thousand unknown keys, and 1,500 names of nothing, each give some fifty lines within seconds."""
    data = two_years(tmp_path)
    package = data / "editions/1/packages/1.yml"
    whole = package.read_text()
    start = time.monotonic()
    package.write_text(whole + "".join(f"x{at}: x\n" for at in range(40_000)))
    loaded = load(data)
    assert len(loaded.problems) == 52
    assert loaded.problems[50].message == "masih ada 39950 masalah lain di berkas ini."
    package.write_text(whole)
    rows = "".join(f"  - {{id: rt-{at}, name: Jenis {at}}}\n" for at in range(1_500))
    replace(data / "catalogue.yml", "target_unit_kinds:\n", f"target_unit_kinds:\n{rows}")
    kinds = "".join(f"\n        - rtx-{at}-y" for at in range(1_500))
    replace(package, "      kinds: [rt]", f"      kinds:{kinds}")
    loaded = load(data)
    errors = [problem for problem in loaded.problems if problem.file.endswith("1/packages/1.yml")]
    assert len(errors) == 51
    assert errors[50].message == "masih ada 1450 masalah lain di berkas ini."
    assert time.monotonic() - start < 60
