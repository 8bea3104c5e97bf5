"""Words with a settled meaning, and the marks that show how binding a statement of the text is."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from macros.facts.guideline_text import words
from macros.loading.load import load
from macros.model.base import Force
from macros.model.terms import Terms
from macros.page_checks.markdown_policy import check_page
from macros.render import Renderer
from tests.paths import TINY
from tests.sample import programme_of, real

TERMS = real().terms


def said(html: object) -> str:
    """What a reader reads."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", str(html))).split())


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("harus", "Wajib “harus”"),
        ("tidak dapat", "Wajib “tidak dapat”"),
        ("Diharapkan", "Disarankan “Diharapkan”"),
        ("dapat", "Boleh “dapat”"),
        ("akan", "Rencana 2017 “akan”"),
        ("bertujuan", "Tujuan “bertujuan”"),
    ],
)
def test_a_mark_says_how_binding_a_statement_is_and_the_printed_word(printed: str, shown: str) -> None:
    """In words, never by colour alone; a plan names the year of the text."""
    assert said(Renderer(real()).force(printed)) == shown


def test_the_year_of_a_plan_is_that_of_the_programme_s_own_text() -> None:
    """The tiny programme's text is of 2030."""
    assert said(Renderer(programme_of(TINY / "menu_data")).force("akan")) == "Rencana 2030 “akan”"


def test_a_word_that_is_not_listed_is_refused_with_the_nearest() -> None:
    """A typing error is named when the page is made."""
    with pytest.raises(ValueError, match=r'kata daya ikat "hrus" tidak ada\. Maksud Anda "harus"'):
        Renderer(real()).force("hrus")


def test_a_check_names_the_line_of_a_word_that_is_not_listed() -> None:
    """Without a build, with file and line."""
    page = '---\ntitle: Contoh\n---\n\nTim {{ force("harus") }} melapor.\n\nTim {{ force("akn") }} melapor.\n'
    (problem,) = check_page(page, "docs/contoh.md", Renderer(real()))
    assert (problem.file, problem.line) == ("docs/contoh.md", 7)
    assert problem.message == 'kata daya ikat "akn" tidak ada.'
    assert problem.hint == 'Maksud Anda "akan"?'


def test_a_frozen_text_keeps_the_printed_word() -> None:
    """What a revision freezes is words alone."""
    assert words('Tim melapor {{ force("akan") }} setiap bulan.') == "Tim melapor [akan] setiap bulan."


def test_one_word_has_one_meaning(tmp_path: Path) -> None:
    """The file that lists a word twice is named with the word."""
    data = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    (data / "terms.yml").write_text("force_words:\n  must: [harus, akan]\n  plan: [Akan]\n")
    (problem,) = load(data).problems
    assert problem.file == "menu_data/terms.yml"
    assert "satu kata satu arti; tercantum dua kali: akan" in problem.message


def test_every_force_has_its_words() -> None:
    """No meaning without a word; words in any case."""
    assert set(TERMS.forces.values()) == set(Force)
    assert TERMS.force_of("Harus") is Force.MUST
    assert Terms().forces == {}
