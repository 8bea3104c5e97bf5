"""Finding an activity in the menu: filters, counts, the address, and two taps on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, goto, reload, until
from tests.sample import real

ROWS = "[data-row]"


def numbers(page: Page) -> list[str]:
    """Numbers of the activities that are shown."""
    shown: list[str] = page.evaluate(
        f"[...document.querySelectorAll('{ROWS}')].filter(row => row.checkVisibility())"
        ".map(row => row.querySelector('a').pathname.split('/').at(-2))"
    )
    return shown


def test_any_activity_is_two_taps_away_on_a_phone(address: str, visit: Open) -> None:
    """From the menu: its package in the jump list, then its title."""
    page = visit(f"{address}menu/2017/", width=360, height=740, has_touch=True).page
    page.get_by_role("link", name="Paket 6", exact=True).first.tap()
    until(page, "document.getElementById('paket-6').getBoundingClientRect().top < 120")
    title = page.locator('#paket-6 a[href$="/6.1/"]').first
    box = title.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 740
    title.tap()
    page.wait_for_url("**/menu/2017/6.1/")


def test_what_is_done_is_reached_soon_on_a_phone(address: str, visit: Open) -> None:
    """On each activity page of both editions, at 360 px, within 1,800 px of the top."""
    held = visit(f"{address}menu/2017/", width=360, height=740)
    far = {}
    for edition in (real().edition("2017"), real().edition("2018")):
        for activity in edition.activities:
            goto(held.page, f"{address}menu/{edition.id}/{activity.number}/")
            top = held.page.evaluate("document.getElementById('isi').getBoundingClientRect().top + scrollY")
            if top > 1800:
                far[f"{edition.id}/{activity.number}"] = top
    assert far == {}


def test_without_scripts_the_whole_menu_and_an_index_by_unit_are_there(address: str, visit: Open) -> None:
    """Nineteen activities, and no control that would do nothing."""
    page = visit(f"{address}menu/2017/", java_script_enabled=False).page
    assert page.locator(ROWS).count() == 19
    assert page.locator("main").locator("input:visible, select:visible").count() == 0
    assert page.get_by_role("heading", name="Menurut unit sasaran").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_filters_combine_and_live_in_the_address(address: str, visit: Open, width: int) -> None:
    """Desa and core, by April 2017: 2.2 and 4.1, 4.2 and 6.1; reload and back keep them."""
    page = visit(f"{address}menu/2017/", width=width).page
    if width == 360:
        page.get_by_text("Saring kegiatan").first.click()
    page.locator("label").filter(has_text="Desa").get_by_role("checkbox").check()
    page.locator("label").filter(has_text="Utama").get_by_role("checkbox").check()
    page.locator("select").select_option(label="April\u00a02017")
    assert numbers(page) == ["2.2", "4.1", "4.2", "6.1"]
    assert "?" in page.url
    address_of_result = page.url
    reload(page)
    assert numbers(page) == ["2.2", "4.1", "4.2", "6.1"]
    again = visit(address_of_result, width=width).page
    assert numbers(again) == ["2.2", "4.1", "4.2", "6.1"]
    assert "4 " in again.locator("[data-count][role=status]").inner_text().replace("\u00a0", " ")


def test_text_finds_by_name_number_and_other_printed_names(address: str, visit: Open) -> None:
    """'dasbor' and '4.3' and a name of Tabel 5."""
    page = visit(f"{address}menu/2017/").page
    field = page.locator("main input[type=search]").first
    for words, expected in (("dasbor kecamatan", "3.2"), ("4.3", "4.3"), ("pembelajaran digital", "7.2")):
        field.fill(words)
        page.wait_for_timeout(250)
        assert expected in numbers(page), words
        assert len(numbers(page)) < 19


def test_an_empty_result_says_why_and_offers_one_reset(address: str, visit: Open) -> None:
    """Nothing of the central government is core and in the minimal wording 'zzz'."""
    page = visit(f"{address}menu/2017/").page
    page.locator("main input[type=search]").first.fill("zzz")
    page.wait_for_timeout(250)
    assert numbers(page) == []
    assert page.get_by_text("Tidak ada kegiatan yang cocok").first.is_visible()
    page.get_by_role("button", name="Hapus semua saringan").last.click()
    assert len(numbers(page)) == 19
    assert "?" not in page.url


def test_filters_work_by_keyboard_alone(address: str, visit: Open) -> None:
    """Tab to the first checkbox, space, and the list is shorter."""
    page = visit(f"{address}menu/2017/").page
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
    page.keyboard.press("Space")
    assert 0 < len(numbers(page)) < 19


def test_the_chain_is_folded_on_the_screen_and_whole_on_paper(address: str, visit: Open) -> None:
    """With the sentence that the text does not say it, its month, and what it adds by name."""
    page = visit(f"{address}menu/2017/7.2/").page
    fold = page.locator(".set-chain")
    note, month = fold.get_by_text("Naskah tidak mengatakannya"), fold.get_by_text("Juni 2017,")
    last = fold.get_by_text("4.3 Penguatan BPD")
    assert [part.is_visible() for part in (note, month, last)] == [False, False, False]
    page.emulate_media(media="print")
    assert [part.is_visible() for part in (note, month, last)] == [True, True, True]
    assert fold.locator(".cells:visible").count() == 0
