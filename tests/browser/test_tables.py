"""The guideline's tables on a phone, on a desk, in the dark, on paper, and by ear."""

from __future__ import annotations

import pytest

from tests.browser.axe import faults
from tests.browser.conftest import Open, Visit, until

PAGES = [
    "panduan/bab-4/",
    "panduan/lampiran-ii/1/",
    "panduan/lampiran-ii/2/",
    "panduan/lampiran-ii/3/",
    "panduan/lampiran-ii/4/",
    "panduan/lampiran-ii/8/",
]
STACKED = [
    "panduan/bab-1/",
    "panduan/bab-2/",
    "panduan/bab-3/",
    "panduan/bab-4/",
    "panduan/lampiran-ii/4/",
    "panduan/lampiran-ii/5/",
    "panduan/lampiran-ii/8/",
]
on_pages = pytest.mark.parametrize("opened", PAGES, indirect=True)


@on_pages
def test_nothing_scrolls_sideways(opened: Visit) -> None:
    """Months side by side scroll in their own box, the page never does."""
    assert opened.sideways(320, 360, 768) == []


@on_pages
def test_axe_reports_nothing(opened: Visit) -> None:
    """WCAG 2.2 AA and best practice, in both colour schemes and at both widths."""
    assert opened.page.locator(".c-tables").count() >= 1
    assert faults(opened) == {}


@pytest.mark.parametrize("page", STACKED)
def test_rows_that_stack_keep_the_heads_of_their_columns(address: str, visit: Open, page: str) -> None:
    """On a phone each value bears its head; the table is still a table to who listens."""
    phone = visit(address + page, width=360).page
    table = phone.locator("table.t").first
    assert table.locator(".k").first.is_visible()
    assert table.bounding_box()["width"] <= 328  # type: ignore[index]
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert len(heads) >= 2
    desk = visit(address + page).page
    assert not desk.locator("table.t .k").first.is_visible()
    assert desk.locator("table.t thead th").first.is_visible()
    assert desk.locator("table.t").first.get_by_role("columnheader").all_inner_texts() == heads


def test_a_matrix_scrolls_in_a_box_that_the_keyboard_reaches(address: str, visit: Open) -> None:
    """Fourteen months do not fit on a phone; the box has a name and takes focus."""
    page = visit(f"{address}panduan/bab-4/", width=360).page
    box = page.get_by_role("region", name="Letak tenggat menurut bulan")
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    box.focus()
    assert box.evaluate("e => document.activeElement === e")
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")


def test_tables_print_as_tables(address: str, visit: Open) -> None:
    """On A4 with their heads, whatever the width of the screen, and without the jumps to a letter."""
    page = visit(f"{address}panduan/lampiran-ii/5/", width=360).page
    page.emulate_media(media="print")
    assert page.locator("table.t thead th").first.is_visible()
    assert not page.locator("table.t .k").first.is_visible()
    page = visit(f"{address}panduan/akronim/").page
    page.emulate_media(media="print")
    assert not page.locator(".az").first.is_visible()


def test_a_link_to_an_acronym_marks_it(address: str, visit: Open) -> None:
    """The entry that an address names stands out."""
    page = visit(f"{address}panduan/akronim/#akronim-spm").page
    entry = page.locator("#akronim-spm")
    other = page.locator("#akronim-apbd")
    ground = "e => getComputedStyle(e).backgroundColor"
    assert entry.evaluate(ground) != other.evaluate(ground)
    assert "Standar Pelayanan Minimal" in entry.inner_text()


def test_only_pages_with_tables_load_their_style(address: str, visit: Open) -> None:
    """Other pages pay nothing."""
    assert any(url.endswith("guideline.css") for url in visit(f"{address}panduan/bab-1/").requests)
    assert not any(url.endswith("guideline.css") for url in visit(f"{address}menu/2017/").requests)
