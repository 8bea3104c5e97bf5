"""Every page type as a visitor meets it: accessible, light, complete without scripts, at any width."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit

PAGES = [
    "",
    "menu/2017/",
    "menu/2017/1/",
    "menu/2017/1.1/",
    "menu/2017/7.2/",
    "menu/2017/8.1/",
    "menu/2017/jadwal/",
    "menu/2017/keterkaitan/",
    "menu/2018/5.2/",
    "kegiatan/sistem-informasi-desa/",
    "perubahan/",
    "perubahan/2017-2018/",
    "perubahan/2017-2018/pengantar/",
    "perubahan/ralat/",
    "panduan/",
    "panduan/bab-1/",
    "panduan/bab-2/",
    "panduan/bab-3/",
    "panduan/akronim/",
    "panduan/lampiran-ii/5/",
    "panduan/bagian/2.1/",
    "panduan/riwayat/",
    "panduan/dasar-hukum/",
    "panduan/ketidaksepakatan/",
    "kalender/",
    "lokasi/",
    "pindai/",
    "pemantauan/",
    "pemantauan/formulir/lampiran-9/",
    "rencana/",
    "tata-kelola/",
    "tata-kelola/makro/",
    "tata-kelola/memeriksa/",
    "tata-kelola/menyunting/",
    "tata-kelola/menyunting/mengakhiri-kegiatan/",
    "tata-kelola/persetujuan/",
    "data/",
    "404.html",
]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
Open = Callable[..., Visit]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_reports_nothing(address: str, visit: Open, page: str, scheme: str, width: int) -> None:
    """WCAG 2.2 AA and best practice, in both colour schemes and at both widths."""
    opened = visit(address + page, width=width, color_scheme=scheme)
    found = Axe().run(opened.page, options=RULES)
    broken = [
        (rule["id"], [node["target"] for node in rule["nodes"][:3]]) for rule in found.response["violations"]
    ]
    assert broken == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_only_this_host_and_runs_without_errors(address: str, visit: Open, page: str) -> None:
    """No third-party request, no failed one, no script error, at most five requests."""
    opened = visit(address + page)
    hosts = {urlsplit(url).netloc for url in opened.requests}
    assert hosts == {urlsplit(address).netloc}
    wanted = [url for url in opened.requests if not url.endswith("icon.svg")]
    assert len(wanted) <= 5
    assert opened.errors == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_scrolls_sideways(address: str, visit: Open, page: str, width: int) -> None:
    """Wide tables scroll inside their own box, the page never does."""
    opened = visit(address + page, width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_title_and_known_landmarks(address: str, visit: Open, page: str) -> None:
    """One h1, a main landmark that the skip link leads to, and the language of the text."""
    opened = visit(address + page).page
    assert opened.locator("h1").count() == 1
    assert opened.locator("html").get_attribute("lang") == "id"
    skip = opened.locator("a").first
    assert skip.get_attribute("href") == f"#{opened.locator('main').get_attribute('id')}"


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(address: str, visit: Open) -> None:
    """By keyboard alone, one tab and enter pass the header."""
    page = visit(f"{address}menu/2017/1.1/").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#konten"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_focus_is_visible_on_every_stop(address: str, visit: Open) -> None:
    """Whatever has focus shows an outline of at least two pixels."""
    page = visit(f"{address}menu/2017/").page
    for _ in range(25):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert width >= 2, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert style != "none"


def test_the_phone_navigation_opens_by_keyboard_and_without_scripts(address: str, visit: Open) -> None:
    """'Daftar halaman' is a disclosure of the browser itself."""
    page = visit(address, width=360, java_script_enabled=False).page
    fold = page.get_by_text("Daftar halaman")
    link = page.locator("header ~ nav a, nav a").filter(has_text="Jadwal").last
    assert not link.is_visible()
    fold.focus()
    page.keyboard.press("Enter")
    assert link.is_visible()


def test_an_activity_shows_its_facts_as_printed(address: str, visit: Open) -> None:
    """Activity 3.2: a prototype from May 2017, to go together with 3.1."""
    page = visit(f"{address}menu/2017/3.2/", java_script_enabled=False).page
    text = page.locator("main").inner_text().replace("\u00a0", " ")
    for fact in (
        "Pengembangan Dasbor Kecamatan (Kecamatan Dashboard)",
        "Kantor Kecamatan dan Unit Layanan",
        "Purwarupa",
        "Mei 2017",
        "3.1 Sistem Informasi dan Administrasi Tingkat Desa",
        "Bappeda",
        "Jumlah Kecamatan yang menerima pemutakhiran data sektoral secara rutin",
        "/kegiatan/dasbor-kecamatan/",
    ):
        assert fact in text


def test_the_whole_set_of_an_activity_says_when_it_is_complete(address: str, visit: Open) -> None:
    """1.1 goes with 1.2 and 1.3; the last opens in May 2017."""
    page = visit(f"{address}menu/2017/1.1/").page
    text = page.locator("main").inner_text().replace("\u00a0", " ")
    assert "Rangkaian lengkap tersedia mulai Mei 2017" in text


def test_what_contradicts_itself_is_shown_beside_its_value(address: str, visit: Open) -> None:
    """7.2 is dated January 2016 and says so with its register entry."""
    page = visit(f"{address}menu/2017/7.2/").page
    text = page.locator("main").inner_text().replace("\u00a0", " ")
    assert "Januari 2016" in text
    assert page.locator('a[href$="ketidaksepakatan/#a10"], a[href$="#a10"]').count() >= 1


def test_the_current_menu_is_one_address(address: str, visit: Open) -> None:
    """/menu/ leads to the latest approved edition, with and without scripts."""
    for script in (True, False):
        page = visit(f"{address}menu/", java_script_enabled=script).page
        page.wait_for_url("**/menu/2017/")


def test_under_a_sub_path_everything_works(sub_path_address: str, visit: Open) -> None:
    """Links, styles, scripts, data and the 404 page, as project Pages serve them."""
    opened = visit(f"{sub_path_address}menu/2017/")
    page = opened.page
    page.get_by_role("link", name="Pelatihan bagi Aparat Desa").first.click()
    page.wait_for_url("**/lini-depan/menu/2017/7.1/")
    assert opened.errors == []
    missing = visit(f"{sub_path_address}menu/2017/tiada/di/sini/")
    assert missing.page.locator("h1").count() == 1
    styles = missing.page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Segoe UI" in styles
    missing.page.locator("main a").first.click()
    assert "/lini-depan/" in missing.page.url
    assert missing.page.locator("h1").count() == 1
    answer = missing.page.request.get(f"{sub_path_address}api/v1/editions.json")
    assert answer.json()["current"] == "2017"


def test_an_activity_prints_on_at_most_two_pages(address: str, visit: Open) -> None:
    """A4, with the address, the edition and the clause that the signed text prevails."""
    for number in ("1.1", "2.2", "3.2", "4.1", "4.2", "6.1", "7.2"):
        page = visit(f"{address}menu/2017/{number}/").page
        content = page.pdf(format="A4", print_background=False)
        assert content.count(b"/Type /Page\n") in {1, 2}, number
        page.emulate_media(media="print")
        shown = page.locator("body").inner_text()
        assert "naskah yang ditandatangani yang berlaku" in shown
        assert "/menu/2017/" in shown or "/kegiatan/" in shown
        assert not page.locator("nav").first.is_visible()
