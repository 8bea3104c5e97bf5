"""Hand-written pages: what they may hold, and that what they call can be shown."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.cli import main
from macros.facts.guideline_text import words
from macros.page_checks.markdown_policy import check_page, check_pages
from macros.render import Renderer
from tests.paths import CASES, ROOT, TINY
from tests.sample import programme_of, real, two_years

CASE_LIST: list[dict[str, Any]] = yaml.safe_load((CASES / "prose.yml").read_text())
FRONT = "---\ntitle: Halaman\n---\n"
CALL = 'Yang boleh hanya {{ nama_makro("teks", 1) }} dengan nilai langsung.'


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_a_page_is_refused_with_place_reason_and_mend(tmp_path: Path, case: dict[str, Any]) -> None:
    """Each case is a page and what its author reads."""
    page: str = case["page"]
    whole = page if page.lstrip("\ufeff").startswith("---") or case.get("bare") else FRONT + page
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "halaman.md").write_bytes(whole.encode())
    problems = list(check_pages(docs, "docs", Renderer(programme_of(TINY / "menu_data"))))
    assert [f"{problem.line}:{problem.column}" for problem in problems] == case["at"]
    for problem in problems:
        assert (problem.file, bool(problem.hint)) == ("docs/halaman.md", True)
    if problems:
        assert case["message"] in problems[0].message
        assert case.get("hint", "") in problems[0].hint


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (f"f({'(' * 150}1{')' * 150})", "tanda kurung lebih dalam dari 5 tingkat."),
        ("{{" * 300, "tanda kurung lebih dalam dari 5 tingkat."),
        (f"f({'9' * 5_000})", "angka lebih panjang dari 15 angka."),
        (f"f({'-' * 5_000}1)", "tulisan makro terlalu panjang."),
        ('f("a"', "tulisan makro tidak terbaca."),
    ],
)
def test_no_call_is_too_much_for_the_check(code: str, message: str) -> None:
    """What the parser cannot bear is refused at its line, in words."""
    (problem,) = check_page(f"{FRONT}Awal.\n\nLihat {{{{ {code} }}}}.\n", "halaman.md")
    assert (problem.line, problem.message, problem.hint) == (6, message, CALL)


def test_names_wait_while_the_data_cannot_be_read() -> None:
    """Without data only the shape of a call is checked."""
    page = FRONT + '{{ acr("SALAH") }} {{ acr() }}\n'
    assert [problem.column for problem in check_page(page, "halaman.md")] == [20]


def test_a_call_without_arguments_says_nothing_in_the_text_of_the_guideline() -> None:
    """It is the check of pages that refuses it."""
    assert words("Ini {{ acr() }} ya.") == "Ini ya."


def test_check_names_a_page_s_call_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command names page, line, column and what is allowed; nothing is a traceback."""
    data = two_years(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/satu.md").write_text(f'{FRONT}\nLihat {{{{ activity_link("1", "1.9") }}}}.\n')
    assert main(["check", "--data", str(data)]) == 1
    assert (
        capsys.readouterr()
        .out.split("\n")[0]
        .endswith('docs/satu.md:5:7: kegiatan "1.9" tidak ada. Perbaikan: Maksud Anda "1.2"?')
    )


def test_every_page_of_this_project_can_be_shown() -> None:
    """Each call names what the data hold, and trying them all takes seconds at most."""
    start = time.monotonic()
    assert list(check_pages(ROOT / "docs", "docs", Renderer(real()))) == []
    assert time.monotonic() - start < 30
