"""Every page type as a visitor meets it: accessible, light, complete without scripts, at any width."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from tests.browser.axe import faults
from tests.browser.conftest import Open, Visit
from tests.paths import ROOT

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
    "cari/",
    "data/",
    "luring/",
    "aksesibilitas/",
    "404.html",
]
on_pages = pytest.mark.parametrize("opened", PAGES, indirect=True)
"""Each page is opened once for all tests that look at it."""


@on_pages
def test_a_page_asks_only_this_host_and_runs_without_errors(address: str, opened: Visit) -> None:
    """No third-party request, no failed one, no script error, at most five requests."""
    hosts = {urlsplit(url).netloc for url in opened.requests}
    assert hosts == {urlsplit(address).netloc}
    assert len(opened.requests) <= 5
    assert opened.errors == []


@on_pages
def test_a_page_has_one_title_and_known_landmarks(opened: Visit) -> None:
    """One h1, a main landmark that the skip link leads to, and the language of the text."""
    page = opened.page
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "id"
    skip = page.locator("a").first
    assert skip.get_attribute("href") == f"#{page.locator('main').get_attribute('id')}"


@on_pages
def test_nothing_scrolls_sideways(opened: Visit) -> None:
    """Wide tables scroll inside their own box, the page never does."""
    assert opened.sideways(320, 360, 768) == []


@on_pages
def test_axe_reports_nothing(opened: Visit) -> None:
    """WCAG 2.2 AA and best practice, in both colour schemes and at both widths."""
    assert faults(opened) == {}


FAULTY = """<!doctype html><html lang="id"><title>Halaman</title><style>
@media (prefers-color-scheme: light) and (min-width: 700px) { h1 { color: #ddd; background: #fff; } }
@media (prefers-color-scheme: dark) and (min-width: 700px) { h2 { color: #333; background: #222; } }
@media (prefers-color-scheme: dark) and (max-width: 699px) { p { color: #333; background: #222; } }
button { padding: 0; border: 0; width: 60px; height: 60px; }
@media (max-width: 699px) { input { display: none; } button { width: 9px; height: 9px; } }
</style><main><h1>Satu</h1><h2>Dua</h2><p>Tiga</p><button>a</button><button>b</button><input></main>"""


def test_axe_sees_what_is_wrong_in_one_combination_only(visit: Open) -> None:
    """Contrast in each scheme at each width, small targets on a phone, a label that is missing on a desk."""
    opened = visit("about:blank")
    opened.page.set_content(FAULTY)
    found = {combination: [rule for rule, _ in broken] for combination, broken in faults(opened).items()}
    assert found == {
        "1280 light": ["color-contrast", "label"],
        "1280 dark": ["color-contrast"],
        "360 dark": ["color-contrast"],
        "360 light": ["target-size"],
    }


def test_the_dark_changes_nothing_but_colours() -> None:
    """The same elements show at the same places, which ``axe.faults`` takes for granted."""
    colours = r"@media \(prefers-color-scheme: dark\) \{\s*:root \{(\s*--[a-z-]+: #[0-9a-f]{3,6};)+\s*\}\s*\}"
    asked = 0
    for folder in ("docs", "overrides", "macros"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".css", ".html", ".jinja", ".js", ".md", ".py"}:
                text = path.read_text()
                asked += text.count("prefers-color-scheme")
                assert text.count("prefers-color-scheme") == len(re.findall(colours, text)), path
    assert asked > 0


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


def test_the_printed_companions_of_an_activity_say_when_they_are_complete(address: str, visit: Open) -> None:
    """1.1 goes with 1.2 and 1.3; the last is available from May 2017."""
    page = visit(f"{address}menu/2017/1.1/").page
    text = page.locator("main").inner_text().replace("\u00a0", " ")
    assert "Bersama pasangannya lengkap mulai Mei 2017" in text


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
        assert "Bila berbeda, naskah yang berlaku" in shown
        assert "/menu/2017/" in shown or "/kegiatan/" in shown
        assert not page.locator("nav").first.is_visible()
