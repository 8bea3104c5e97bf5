"""The guideline as pages: section lines, contents, revisions, and sections on their own."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import pytest
from markdown import Markdown

from macros.facts.guideline_text import GuideText, alone, read_text, whole
from macros.model.guideline.guideline import Guideline
from macros.render import Renderer
from macros.site.generated_pages import pages
from tests.paths import ROOT
from tests.sample import real

PROGRAMME = real()
GUIDELINE: Guideline = PROGRAMME.guideline
TEXT: GuideText = read_text(ROOT / "docs", GUIDELINE)
SHOWN = Renderer(PROGRAMME, TEXT)


def text(html: object) -> str:
    """What a page says, blanks folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", str(html))).replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_section_names_its_page_citation_revision_and_where_to_ask() -> None:
    """2.1.3 stands on page 12 of the text of 2017."""
    line = SHOWN.section_line("2.1.3")
    said = text(line)
    assert "Halaman 12 naskah 2017." in said
    assert "Bagian 2.1.3 Sekretariat, halaman 12. /panduan/bab-2/#2.1.3" in said
    assert "Revisi 2017" in said
    (question,) = re.findall(r'href="(\{issue\}[^"]*)"', str(line))
    assert "Bagian 2.1.3 Sekretariat membingungkan" in unquote(question)


@pytest.mark.parametrize(
    ("section", "page"),
    [
        ("kata-pengantar", "Halaman iii naskah 2017."),
        ("3.2.5", "Halaman 18 naskah 2017."),
        ("sampul", "Tanpa halaman"),
    ],
)
def test_pages_are_those_of_the_printed_contents(section: str, page: str) -> None:
    """Roman where the text is Roman; none for the cover."""
    assert page in text(SHOWN.section_line(section))


def test_the_contents_name_every_section_and_what_it_decides() -> None:
    """In the order of reading, each a link: a chapter by its first section."""
    assert GUIDELINE.sections is not None
    wanted, heads = [], set()
    for section in GUIDELINE.sections.sections:
        anchor = f"#{section.id}" if section.chapter in heads else ""
        heads.add(section.chapter)
        wanted.append(f"{{root}}/panduan/{section.chapter}/{anchor}")
    page = str(SHOWN.guide_page())
    links = re.findall(r'href="([^"]+)"', page.partition('id="isi"')[2].partition('id="daftar"')[0])
    assert links == wanted
    assert len(links) == 56
    said = text(page)
    assert [one.id for one in GUIDELINE.sections.sections if one.decides not in said] == []


def test_every_section_is_a_page_of_its_own_with_its_footnotes() -> None:
    """A section with those below it, headings raised, links led out."""
    made = {page.src_uri: page.text for page in pages(PROGRAMME, TEXT)}
    assert {f"panduan/bagian/{key}.md" for key in TEXT.sections} <= set(made)
    page = made["panduan/bagian/2.1.md"]
    assert "\n# 2.1 Kelembagaan { #2.1 }" in page
    assert "\n## 2.1.3 Sekretariat { #2.1.3 }" in page
    assert "\n## 2.2 " not in page
    noted = made["panduan/bagian/3.2.4.md"]
    assert noted.count("[^5]:") == 1
    for found in re.findall(r"\]\((?!https?:)([^)#]+)", alone(TEXT, "1.4")):
        assert found.startswith("../")


def test_the_whole_guideline_holds_every_section_once() -> None:
    """For printing or keeping."""
    page = whole(TEXT)
    for key in TEXT.sections:
        assert page.count(f"{{ #{key} }}") == 1


def test_chapters_lead_to_their_neighbours() -> None:
    """The first has none before, the last none after."""
    assert 'rel="prev"' not in str(SHOWN.chapter_end("kata-pengantar"))
    middle = str(SHOWN.chapter_end("bab-2"))
    assert "/panduan/bab-1/" in middle
    assert "/panduan/bab-3/" in middle
    assert 'rel="next"' not in str(SHOWN.chapter_end("lampiran-ii/11"))


def test_an_acronym_carries_its_printed_expansion() -> None:
    """Reachable by keyboard: it is a link to the list."""
    found = str(SHOWN.acr("KTN"))
    assert 'href="{root}/panduan/akronim/#akronim-ktn"' in found
    assert 'title="Komite Teknis Nasional"' in found
    with pytest.raises(ValueError, match="KTX"):
        SHOWN.acr("KTX")


@pytest.mark.parametrize(
    ("law", "words"),
    [("uu-6-2014", "UU 6/2014"), ("uu-23-2014", "UU 23/2014"), ("pp-39-2006", "PP 39/2006")],
)
def test_a_law_is_named_short_and_leads_to_the_list(law: str, words: str) -> None:
    """As kind, number and year."""
    found = SHOWN.law(law)
    assert text(found) == words
    assert f"/panduan/dasar-hukum/#{law}" in str(found)


def test_revisions_and_decisions_say_what_is_not_printed() -> None:
    """No number and no date is invented."""
    page = text(SHOWN.revisions_page())
    assert "Panduan tahap uji coba 2017" in page
    assert "tanggal tidak tercetak" in page
    assert "nomor tidak tercetak" in page
    assert "sama dengan Revisi 2017 di setiap bagian" in page
    frozen = text(SHOWN.revision_page("2017"))
    assert "Mereka hanya akan bertemu secara rutin dua kali setahun," in frozen


def test_footnotes_keep_their_printed_numbers() -> None:
    """Note 5 stays note 5, though it is the first of its page."""
    markdown = Markdown(extensions=["footnotes", "macros.markdown_extensions.footnote_numbers"])
    html = markdown.convert("Satu.[^5] Dua.[^catatan]\n\n[^5]: Lima.\n[^catatan]: Kata.\n")
    assert '<a class="footnote-ref" href="#fn:5">5</a>' in html
    assert '<li id="fn:5" value="5">' in html
    assert '<a class="footnote-ref" href="#fn:catatan">2</a>' in html
