"""The guideline's text by section, and the rule that nothing approved changes unannounced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.cli import main
from macros.facts.guideline_text import paragraphs, read_text, split, whole, words
from macros.loading.load import load
from macros.page_checks.frozen_text import check_revisions
from macros.render import Renderer
from macros.site.generated_pages import pages
from tests.paths import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This project's data and guideline pages."""
    shutil.copytree(ROOT / "menu_data", tmp_path / "menu_data")
    shutil.copytree(ROOT / "docs/panduan", tmp_path / "docs/panduan")
    return tmp_path


def problems(project: Path) -> list[tuple[str, str]]:
    """File and message of what is wrong with the text."""
    loaded = load(project / "menu_data")
    assert loaded.programme is not None, loaded.problems
    return [(p.file, p.message) for p in check_revisions(loaded, project / "docs", "docs")]


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that is there."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


DRAFT = """
  - id: "2030"
    title: Revisi contoh
    status: draft
    note: Sedang disusun.
    changes:
      - {section: "2.3", what: Tahunnya berubah., why: Anggaran mundur.}
"""


def test_the_working_text_is_that_of_the_approved_revision(project: Path) -> None:
    """Nothing is announced and nothing changed."""
    assert problems(project) == []


def test_an_unannounced_change_is_named_with_its_section(project: Path) -> None:
    """At the heading of the section, with the mend."""
    edit(project / "docs/panduan/bab-2.md", "Pada 2018, sebagian besar", "Pada 2019, sebagian besar")
    ((file, message),) = problems(project)
    assert file == "docs/panduan/bab-2.md"
    assert message == 'bagian "2.3" tidak sama lagi dengan teks revisi 2017 yang dibekukan.'
    loaded = load(project / "menu_data")
    (problem,) = check_revisions(loaded, project / "docs", "docs")
    assert 'changes: [{section: "2.3", what: …, why: …}]' in problem.hint
    lines = (project / file).read_text().split("\n")
    assert lines[problem.line - 1].startswith("## 2.3 ")


def test_an_announced_change_may_stand(project: Path) -> None:
    """A draft revision names the section; its page shows old and new."""
    edit(project / "docs/panduan/bab-2.md", "Pada 2018, sebagian besar", "Pada 2019, sebagian besar")
    revisions = project / "menu_data/guideline/revisions.yml"
    revisions.write_text(revisions.read_text() + DRAFT)
    assert problems(project) == []
    programme = load(project / "menu_data").programme
    assert programme is not None
    text = read_text(project / "docs", programme.guideline)
    shown = str(Renderer(programme, text).revision_diff_page("2017", "rancangan"))
    assert "2018<" in shown
    assert "2019<" in shown
    assert "Anggaran mundur." in shown
    assert shown.count("<section") == 1
    line = str(Renderer(programme, text).section_line("2.3"))
    assert "berubah dari" in line
    assert "2017-rancangan/#2.3" in line


def test_an_announcement_needs_a_change(project: Path) -> None:
    """A draft that names a section whose text is the same."""
    revisions = project / "menu_data/guideline/revisions.yml"
    revisions.write_text(revisions.read_text() + DRAFT)
    ((file, message),) = problems(project)
    assert file == "menu_data/guideline/revisions.yml"
    assert message == 'bagian "2.3" tidak berubah dari revisi 2017.'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pada 2018,", "Pada  2018,"),
        ("pembiayaan penuh dari", "**pembiayaan penuh** dari"),
        ("instrumen bantuan teknis, alat,", "instrumen bantuan\nteknis, alat,"),
    ],
)
def test_blanks_line_ends_and_emphasis_are_no_change(project: Path, old: str, new: str) -> None:
    """The text is compared as readers read it."""
    edit(project / "docs/panduan/bab-2.md", old, new)
    assert problems(project) == []


def test_every_section_has_its_place_and_title(project: Path) -> None:
    """A heading without its id, and one with another title."""
    edit(project / "docs/panduan/bab-2.md", "## 2.3 Pembiayaan { #2.3 }", "## 2.3 Pembiayaan")
    edit(project / "docs/panduan/bab-2.md", "### 2.1.3 Sekretariat", "### 2.1.3 Sekretaris")
    found = [message for _, message in problems(project)]
    assert 'bagian "2.3" tidak ada di docs/panduan/bab-2.md.' in found
    assert 'judul "2.1.3 Sekretaris" lain dari judul bagian 2.1.3, "Sekretariat".' in found


def test_an_approved_revision_needs_its_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mend is a command; afterwards the text never changes."""
    (project / "menu_data/guideline/texts/2017.yml").unlink()
    assert [message for _, message in problems(project)] == ['teks revisi "2017" belum dibekukan.']
    arguments = ["--data", str(project / "menu_data")]
    assert main(["freeze-text", "2017", *arguments]) == 0
    assert problems(project) == []
    assert main(["freeze-text", "2017", *arguments]) == 1
    assert "tidak boleh berubah" in capsys.readouterr().err
    assert main(["freeze-text", "1999", *arguments]) == 1


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("Isi **tebal** dan *miring*.[^5]", "Isi tebal dan miring. [5]"),
        ("Lihat [Bagian 2.1](bab-2.md#2.1).", "Lihat Bagian 2.1."),
        ('Menurut {{ law("uu-1-2030") }} itu.', "Menurut uu-1-2030 itu."),
        ('Kata {{ acr("KTN") }} itu. {{ discrepancy_link("A1") }}', "Kata KTN itu."),
        ("{{ targets_table() }}", "[targets_table]"),
        ('{{ form("lampiran-7") }}', "[form lampiran-7]"),
        ("## 2.1 Judul { #2.1 }", "2.1 Judul"),
    ],
)
def test_markdown_is_read_as_readers_read_it(markdown: str, plain: str) -> None:
    """Links by their words, calls that stand for a word by that word, tables by their name."""
    assert words(markdown) == plain


def test_paragraphs_and_items_are_lines() -> None:
    """A paragraph over several lines is one, an item each its own."""
    lines = ["Satu", "dua.", "", "- tiga;", "- empat", "  lima.", "", "### Enam { #x }", "Tujuh."]
    assert list(paragraphs(lines)) == ["Satu dua.", "- tiga;", "- empat lima.", "Enam", "Tujuh."]


def test_a_section_ends_where_the_next_listed_one_begins() -> None:
    """Headings that are not listed belong to the section they stand in."""
    page = "---\ntitle: T\n---\n\n# Bab { #bab-9 }\n\nA.\n\n## Lain\n\nB.\n\n## 9.1 C { #9.1 }\n\nD.\n"
    found = list(split(page, "docs/panduan/bab-9.md", {"bab-9", "9.1"}))
    assert [(one.section.id, one.section.paragraphs, one.line) for one in found] == [
        ("bab-9", ("A.", "Lain", "B."), 5),
        ("9.1", ("D.",), 13),
    ]


def test_the_whole_guideline_is_one_page_with_links_inside(project: Path) -> None:
    """Links between chapters lead within the page, others to where they led."""
    programme = load(project / "menu_data").programme
    assert programme is not None
    text = read_text(project / "docs", programme.guideline)
    page = whole(text)
    assert "](bab-" not in page
    assert "](../bab-" not in page
    assert "(#2.1.3)" in page
    assert page.count("\n## ") >= 18
    made = {found.src_uri for found in pages(programme, text)}
    assert {"panduan/cetak.md", "panduan/riwayat/2017.md", "panduan/riwayat/2017-rancangan.md"} <= made


OTHER = "tidak sama lagi dengan teks revisi 2017 yang dibekukan."
LONG = 700 * "a"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("## 2.3 Pembiayaan { #2.3 }", "##  { #2.3 }", 'judul "" lain dari judul bagian 2.3, "Pembiayaan".'),
        ("Pada 2018,", "kata " * 2000 + "Pada 2018,", f'bagian "2.3" {OTHER}'),
        (
            "## 2.3 Pembiayaan {",
            f"## 2.3 {LONG} {{",
            f'judul "2.3 {LONG}" lain dari judul bagian 2.3, "Pembiayaan".',
        ),
    ],
    ids=["no title", "long paragraph", "long title"],
)
def test_a_text_that_no_record_could_hold_is_a_problem(
    project: Path, old: str, new: str, message: str
) -> None:
    """Not an error of the program."""
    edit(project / "docs/panduan/bab-2.md", old, new)
    assert [said for _, said in problems(project)] == [message]


def test_a_page_that_is_no_utf8_is_a_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named with its file; all other pages are checked too."""
    path = project / "docs/panduan/bab-2.md"
    path.write_bytes(path.read_bytes().replace(b"Pada 2018,", b"Pada \xff 2018,"))
    assert main(["check", "--data", str(project / "menu_data")]) == 1
    assert "docs/panduan/bab-2.md:1:1: bukan UTF-8" in capsys.readouterr().out
