"""Page numbers of the official document: links into its PDF where its address is known, text elsewhere."""

from __future__ import annotations

import pytest
from lxml import html

from macros.facts.printed_document import PrintedDocument, printed_document, roman
from macros.render import Renderer
from tests.sample import real
from tests.test_render import to_html

PDF = "https://naskah.example/panduan.pdf"


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("33", f"{PDF}#page=45"),
        ("33–55", f"{PDF}#page=45"),
        ("1", f"{PDF}#page=13"),
        ("iv", f"{PDF}#page=8"),
        ("IV", f"{PDF}#page=8"),
        ("", None),
        ("lampiran", None),
    ],
)
def test_a_printed_page_lies_at_its_page_of_the_pdf(page: str, address: str | None) -> None:
    """Offset for pages in digits, another for i, ii, iii; a range leads to its first page."""
    assert PrintedDocument(url=PDF, offset=12, front_offset=4).page_url(page) == address


def test_front_pages_stay_text_while_their_offset_is_unknown() -> None:
    """A guess would open the wrong page."""
    assert PrintedDocument(url=PDF, offset=12).page_url("iv") is None


def test_a_page_before_the_first_of_the_pdf_is_no_link() -> None:
    """A negative offset that leads nowhere gives no address."""
    assert PrintedDocument(url=PDF, offset=-10).page_url("3") is None


@pytest.mark.parametrize(("numeral", "value"), [("i", 1), ("iv", 4), ("vi", 6), ("ix", 9), ("xl", 40)])
def test_roman_numerals_count(numeral: str, value: int) -> None:
    """As the front pages are numbered."""
    assert roman(numeral) == value


@pytest.mark.parametrize(
    "extra", [{}, {"document": None}, {"document": ""}, {"document": {"url": "", "offset": 0}}]
)
def test_without_an_address_there_is_no_document(extra: dict[str, object]) -> None:
    """The setting may be left out or empty."""
    assert printed_document(extra) is None


def test_a_file_of_the_site_may_be_the_document() -> None:
    """Its address is counted from the site's root."""
    found = printed_document({"document": {"url": "naskah/panduan.pdf", "offset": 12}})
    assert found == PrintedDocument(url="{root}/naskah/panduan.pdf", offset=12)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("https://x.example/a.pdf", "harus berisi url dan offset"),
        ({"url": 3, "offset": 0}, "harus berisi url dan offset"),
        ({"url": "javascript:alert(1)", "offset": 0}, "harus alamat https lengkap"),
        ({"url": "../../etc/a.pdf", "offset": 0}, "harus alamat https lengkap"),
        ({"url": 'https://x.example/a.pdf" onclick="x', "offset": 0}, "harus alamat https lengkap"),
        ({"url": "https://x.example/a.pdf#page=3", "offset": 0}, "harus alamat https lengkap"),
        ({"url": PDF}, "harus bilangan bulat"),
        ({"url": PDF, "offset": "12"}, "harus bilangan bulat"),
        ({"url": PDF, "offset": True}, "harus bilangan bulat"),
        ({"url": PDF, "offset": 1, "front_offset": "iv"}, "harus bilangan bulat"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_its_mend(setting: object, said: str) -> None:
    """No address that is no address, no offset that is no number."""
    with pytest.raises(ValueError, match=said):
        printed_document({"document": setting})


CALLS = (
    ("activity_page", ("2017", "7.2"), "halaman 52", 64),
    ("package_page", ("2017", "7"), "halaman 51", 63),
    ("menu_page", ("2017",), "halaman 33", 45),
    ("relations_page", ("2017",), "halaman 33", 45),
    ("section_line", ("3.2.5",), "alaman 18", 30),
    ("planning_table", (), "halaman 66", 78),
    ("targets_table", (), "halaman 5", 17),
    ("form_facts", ("lampiran-9",), "halaman 75", 87),
    ("figure", ("gambar-3",), "halaman 10", 22),
    ("guide_page", (), "halaman 15", 27),
)


@pytest.mark.parametrize(("macro", "arguments", "text", "page"), CALLS, ids=[call[0] for call in CALLS])
def test_a_page_number_opens_the_document_there(
    macro: str, arguments: tuple[str, ...], text: str, page: int
) -> None:
    """Sections, activities, packages, tables, forms and drawings alike."""
    shown = page_of(Renderer(real(), document=PrintedDocument(url=PDF, offset=12)), macro, arguments)
    links = shown.xpath("//a[@class='printed-page']")
    assert f"{PDF}#page={page}" in {a.get("href") for a in links if text in words(a)}
    assert {a.get("href").startswith(PDF) for a in links} == {True}


@pytest.mark.parametrize(("macro", "arguments", "text", "page"), CALLS, ids=[call[0] for call in CALLS])
def test_without_the_document_a_page_number_is_text(
    macro: str, arguments: tuple[str, ...], text: str, page: int
) -> None:
    """Nothing dangles."""
    del page
    shown = page_of(Renderer(real()), macro, arguments)
    assert text in words(shown)
    assert not shown.xpath("//a[@class='printed-page']")


def page_of(renderer: Renderer, macro: str, arguments: tuple[str, ...]) -> html.HtmlElement:
    """What a macro prints, as MkDocs turns it into HTML."""
    return html.fromstring(to_html(str(getattr(renderer, macro)(*arguments))))


def words(element: html.HtmlElement) -> str:
    """The words of an element, with plain spaces."""
    return " ".join(element.text_content().split())
