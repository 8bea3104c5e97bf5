"""Forms and the pages that gather tables, in a browser: on paper, on a phone, and read aloud."""

from __future__ import annotations

import re

import pytest

from tests.browser.axe import faults
from tests.browser.conftest import Open, Visit

SHEETS = {
    "lampiran-6": (2, True),
    "lampiran-7": (1, True),
    "lampiran-9": (3, True),
    "lampiran-10": (3, True),
    "lampiran-11": (2, False),
}
"""Most pages that each form may take on A4, and whether it lies on its side."""
FORMS = [f"pemantauan/formulir/{form}/" for form in SHEETS]
PAGES = [
    "tata-kelola/instrumen/",
    "pemantauan/indikator/",
    "pemantauan/laporan/",
    "pemantauan/formulir/",
    *FORMS,
]
on_pages = pytest.mark.parametrize("opened", PAGES, indirect=True)


@on_pages
def test_nothing_scrolls_sideways(opened: Visit) -> None:
    """Wide tables scroll inside their own box, the page never does."""
    assert opened.sideways(320, 360, 700, 1000) == []
    assert opened.errors == []


@on_pages
def test_axe_reports_nothing(opened: Visit) -> None:
    """WCAG 2.2 AA and best practice, in both colour schemes and at both widths."""
    assert faults(opened) == {}


@pytest.mark.parametrize("form", SHEETS)
def test_a_form_prints_as_a_sheet_of_its_own(address: str, visit: Open, form: str) -> None:
    """A4, upright or on its side, with the letterhead and foot of the site, and nothing else of the page."""
    most, wide = SHEETS[form]
    page = visit(f"{address}pemantauan/formulir/{form}/").page
    content = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content)
    assert 1 <= len(sizes) <= most
    for width, height in sizes:
        assert (float(width) > float(height)) == wide
        assert sorted((round(float(width)), round(float(height)))) in ([595, 842], [596, 842])
    page.emulate_media(media="print")
    for gone in ("h1", "nav", ".c-forms-facts", ".foot", ".note-link"):
        assert not page.locator(gone).first.is_visible(), gone
    for there in (".kop", ".c-forms", ".print-foot", ".sheet-title", ".entry, .empty, .ruled"):
        assert page.locator(there).first.is_visible(), there


def test_a_printed_table_has_more_rows_than_the_screen_shows(address: str, visit: Open) -> None:
    """Two empty rows on a screen; on paper six, each with the small fields of its cells."""
    page = visit(f"{address}{FORMS[2]}", java_script_enabled=False).page
    rows = page.locator("tr.empty")
    assert [rows.nth(index).is_visible() for index in range(rows.count())] == [True] * 2 + [False] * 4
    page.emulate_media(media="print")
    assert all(rows.nth(index).is_visible() for index in range(rows.count()))
    small = "Nama Jabatan Unit Kerja/Lembaga Jenis kelamin L P"
    assert " ".join(rows.last.inner_text().split()) == small


@pytest.mark.parametrize("page", FORMS)
def test_on_a_phone_every_column_stands_under_the_other(address: str, visit: Open, page: str) -> None:
    """Each column with its label, its help and a line; no label is lost with the head of the table."""
    opened = visit(address + page, width=360, java_script_enabled=False).page
    heads = opened.locator("thead th[scope=col]")
    labels = heads.evaluate_all("all => all.map(e => e.lastChild.textContent.trim())")
    shown = opened.locator("main").inner_text()
    for label in labels:
        assert label in shown
    for cell in opened.locator("tr.guide td").all():
        box = cell.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["width"] > 250


def test_a_listener_hears_what_to_write(address: str, visit: Open) -> None:
    """Labels, the kind of each blank, and names of groups of boxes; empty rows are passed over."""
    page = visit(f"{address}{FORMS[2]}", java_script_enabled=False).page
    tree = page.locator(".c-forms").aria_snapshot()
    for heard in (
        'region "Lembar Lampiran 9"',
        'group "Rincian Kunjungan"',
        'group "Jenis kelamin, pilih satu"',
        "isian tanggal",
        'columnheader "4 Tantangan"',
        'group "Lembaga/Unit Kerja, pilih satu"',
    ):
        assert heard in tree, heard
    assert tree.count("row ") <= 3


def test_both_options_and_the_requirements_stand_side_by_side(address: str, visit: Open) -> None:
    """Three columns on a desk with their rows aligned, one column on a phone."""
    for width, columns in ((1280, 3), (360, 1)):
        page = visit(f"{address}tata-kelola/", width=width).page
        cards = (
            page.locator(".body-card")
            .filter(has_text="Pilihan")
            .or_(page.locator(".body-card").filter(has_text="Persyaratan minimal"))
        )
        places = {round(box["x"]) for card in cards.all() if (box := card.bounding_box())}
        assert len(places) == columns
    page = visit(f"{address}tata-kelola/").page
    names = page.locator("[aria-label^=Pilihan] dt").filter(has_text=re.compile("^Anggota$"))
    heights = names.evaluate_all("all => all.map(e => e.offsetTop)")
    assert len(heights) == 2
    assert heights[0] == heights[1]


def test_pages_that_gather_tables_say_what_is_not_there(address: str, visit: Open) -> None:
    """No instrument can be opened, no report is out, and both say so."""
    text = visit(f"{address}tata-kelola/instrumen/").page.locator("main").inner_text()
    assert "22 materi tercatat; belum ada yang dapat dibuka." in text
    text = visit(f"{address}pemantauan/laporan/").page.locator("main").inner_text().replace("\u00a0", " ")
    assert "Belum ada laporan yang terbit." in text
    assert "Menurut Tabel 7: 15 Agu Tim Teknis Nasional" in text
    assert "akhir Agustus" in text
