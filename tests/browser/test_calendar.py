"""The calendar in a browser: one year and role at a time, time left counted there, everything without it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import Visit, goto, reload, until

Open = Callable[..., Visit]
PLACE = "localStorage.getItem('lini-depan:tempat')"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('no', 'SecurityError'); },
})"""
CLOCK = "2018-06-13T20:00:00Z"
"""Already 14 June in Jakarta."""


def words(page: Page, selector: str) -> str:
    """The text of an element with plain blanks."""
    return " ".join(page.locator(selector).first.inner_text().replace("\u00a0", " ").split())


def broken(page: Page) -> list[str]:
    """What axe finds."""
    return [rule["id"] for rule in Axe().run(page, options=EVERY_RULE).response["violations"]]


def at(visit: Open, url: str, **options: object) -> Visit:
    """A page opened when the clock stands at ``CLOCK``."""
    opened = visit("about:blank", **options)
    opened.page.clock.set_fixed_time(CLOCK)
    goto(opened.page, url)
    return opened


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_a_year_and_a_role_are_chosen_by_keyboard_and_stay(
    address: str, visit: Open, width: int, scheme: str
) -> None:
    """The role on the device, both in the address; nothing is sent; axe finds nothing in any state."""
    opened = at(visit, f"{address}kalender/", width=width, color_scheme=scheme, timezone_id="America/Lima")
    page = opened.page
    assert page.locator("details.year:visible").count() == 1
    assert page.locator("#tahun-2018").is_visible()  # where today falls
    assert broken(page) == []
    page.locator("#tahun").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.locator("#peran").input_value() == "kabupaten"
    assert page.url.endswith("?tahun=2018&peran=kabupaten")
    assert page.evaluate(PLACE) == '{"version":1,"value":{"role":"kabupaten"}}'
    shown = page.locator("#tahun-2018 [data-event]:visible")
    assert shown.count() == 11
    assert page.locator("#tahun-2018 a[download]:visible").all_inner_texts() == ["Kabupaten 2018"]
    assert words(page, "[data-live]") == (
        "11 baris ditampilkan. Berikutnya: Laporan Tim Teknis Kabupaten: Periode laporan enam bulan pertama,"
        " 31 hari lagi."
    )
    assert broken(page) == []
    page.locator("#tahun").select_option("2019")
    assert page.locator("#tahun-2019").is_visible()
    assert not page.locator("#tahun-2018").is_visible()
    goto(page, f"{address}kalender/")
    reload(page)
    assert page.locator("#peran").input_value() == "kabupaten"
    assert page.locator("#tahun").input_value() == "2018"
    assert {urlsplit(url).netloc for url in opened.requests} <= {urlsplit(address).netloc, ""}
    assert opened.errors == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_time_left_is_counted_by_the_date_in_jakarta(address: str, visit: Open) -> None:
    """Days only where a day is printed; the printed date stays beside it."""
    page = at(visit, f"{address}kalender/?tahun=2018", timezone_id="America/Lima").page
    told = {
        key: words(page, f"[id='2018-{key}'] [data-left]")
        for key in (
            "langkah-1",
            "waktu-rencana-disepakati",
            "waktu-pelaksanaan-mulai",
            "laporan-periode-pertama-tim-teknis-kabupaten",
            "laporan-periode-kedua-tim-teknis-kabupaten",
            "laporan-periode-kedua-tim-teknis-nasional",
        )
    }
    assert told == {
        "langkah-1": "lewat 12 bulan",
        "waktu-rencana-disepakati": "lewat 5 bulan",
        "waktu-pelaksanaan-mulai": "lewat 5 bulan",
        "laporan-periode-pertama-tim-teknis-kabupaten": "31 hari lagi",
        "laporan-periode-kedua-tim-teknis-kabupaten": "7 bulan lagi",
        "laporan-periode-kedua-tim-teknis-nasional": "8 bulan lagi",
    }
    assert words(page, "[data-counted]") == (
        "Sisa waktu dihitung per 14 Juni 2018 menurut waktu Jakarta (WIB)."
    )
    assert not page.locator("[id='2018-langkah-3'] [data-left]").is_visible()
    row = words(page, "[id='2018-laporan-periode-pertama-tim-teknis-kabupaten']")
    assert "Paling lambat 15 Juli 2018" in row
    page.locator("#tahun").select_option("2019")
    assert words(page, "[id='2019-langkah-1'] [data-left]") == "sedang berjalan"
    assert words(page, "[id='2019-langkah-2'] [data-left]") == "bulan ini"


def test_without_scripts_every_year_and_role_is_there(address: str, visit: Open) -> None:
    """Folds open by themselves, files can be saved, dates are printed; the choice is not offered."""
    opened = visit(f"{address}kalender/", width=360, java_script_enabled=False)
    page = opened.page
    assert not page.locator("main form").is_visible()
    assert page.locator("details.year").count() == 4
    page.locator("#tahun-2019 > summary").click()
    assert page.locator("#tahun-2019 [data-event]:visible").count() == 22
    assert "Paling lambat 15 Juli 2019" in words(
        page, "[id='2019-laporan-periode-pertama-tim-teknis-kabupaten']"
    )
    with page.expect_download() as saved:
        page.locator("#tahun-2019 a[download]").first.click()
    assert saved.value.suggested_filename == "2019-kabupaten.ics"
    assert saved.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_blocked_storage_changes_nothing_that_is_seen(address: str, visit: Open) -> None:
    """The choice then stands in the address alone."""
    opened = visit("about:blank")
    opened.page.add_init_script(BLOCKED)
    goto(opened.page, f"{address}kalender/?tahun=2018")
    opened.page.locator("#peran").select_option("provinsi")
    assert opened.page.url.endswith("?tahun=2018&peran=provinsi")
    assert opened.page.locator("#tahun-2018 [data-event]:visible").count() == 16
    assert opened.errors == []


def test_a_row_that_is_pointed_at_is_shown(address: str, visit: Open) -> None:
    """Its year opens, and the role that hides it gives way."""
    page = visit(f"{address}kalender/?peran=kabupaten#2019-langkah-9").page
    assert page.locator("[id='2019-langkah-9']").is_visible()
    assert page.locator("#peran").input_value() == ""
    page.locator("#tahun-2019 .bars a").first.click()
    assert page.url.endswith("#2019-langkah-1")
    assert page.locator("[id='2019-langkah-1']").is_visible()


def test_another_tab_that_changes_the_role_is_followed(address: str, visit: Open) -> None:
    """And what another tool keeps beside it is left alone."""
    opened = visit(f"{address}kalender/")
    other = opened.page.context.new_page()
    goto(other, f"{address}kalender/")
    document = '{"version":1,"value":{"role":"nasional","district":"Bima","criteria":{"a":"met"}}}'
    other.evaluate(f"localStorage.setItem('lini-depan:tempat', '{document}')")
    until(opened.page, "document.querySelector('#peran').value === 'nasional'")
    opened.page.locator("#peran").select_option("provinsi")
    assert opened.page.evaluate(PLACE) == document.replace("nasional", "provinsi")


def test_one_year_prints_on_paper(address: str, visit: Open) -> None:
    """The chosen year alone, without buttons, its picture drawn in lines that paper keeps."""
    page = visit(f"{address}kalender/?tahun=2018&peran=kabupaten").page
    page.emulate_media(media="print")
    assert not page.locator("main form").is_visible()
    assert page.locator("#tahun-2018 .bars svg").first.is_visible()
    assert not page.locator("#tahun-2018 .buttons").is_visible()
    assert not page.locator("#tahun-2019").is_visible()
