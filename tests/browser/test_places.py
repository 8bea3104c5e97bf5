"""May we take part, in a browser: on the list or not, three answers, kept on the device."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import Visit, goto, reload, until
from tests.browser.test_calendar import BLOCKED, PLACE, words

Open = Callable[..., Visit]
HOSTILE = '<img src=x onerror="window.PWN=1">=1+1'


def broken(page: Page) -> list[str]:
    """What axe finds."""
    return [rule["id"] for rule in Axe().run(page, options=EVERY_RULE).response["violations"]]


def kept(page: Page) -> object:
    """The document on the device."""
    return json.loads(page.evaluate(PLACE))["value"]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_a_district_of_the_list_answers_step_by_step(
    address: str, visit: Open, width: int, scheme: str
) -> None:
    """By keyboard: the place, then criteria; what is met, what is not, what to find out; all kept."""
    opened = visit(f"{address}lokasi/", width=width, color_scheme=scheme)
    page = opened.page
    assert words(page, "[data-result] [data-live]").startswith("Belum ada kriteria yang dijawab.")
    assert page.evaluate(PLACE) is None
    page.locator("#provinsi").focus()
    page.keyboard.type("NTB")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "kabupaten"
    page.keyboard.type("Lombok T")
    assert words(page, "[data-said]") == (
        "Lombok Timur, NTB, ada di daftar lokasi uji coba 2017: nomor 12, 2 kecamatan: Aikmel, Terara."
    )
    place = words(page, "[data-place]")
    assert "Tercetak di Lampiran 2 (halaman 57)." in place
    assert "Catatan A14" in place
    assert broken(page) == []
    page.locator("input[name='bidang-sasaran'][value=unknown]").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.locator("input[name='surat-komitmen'][value=unknown]").focus()
    page.keyboard.press("ArrowLeft")
    until(page, f"{PLACE}?.includes('unmet')")
    result = words(page, "[data-result]")
    assert "1 dari 4 kriteria terpenuhi, 1 belum terpenuhi, 2 belum diketahui." in result
    assert "tidak memenuhi" not in result.lower()
    steps = page.locator("[data-steps] li").all_inner_texts()
    assert steps[0].startswith("Siapkan suratnya")
    assert len(steps) == 3
    visible = page.locator("[data-criterion='surat-komitmen'] [data-next]:visible")
    assert visible.count() == 1
    assert "Saran situs ini bila belum terpenuhi:" in visible.inner_text()
    assert page.locator("[data-criterion='bidang-sasaran'] [data-next]:visible").count() == 0
    assert broken(page) == []
    assert kept(page) == {
        "province": "NTB",
        "district": "Lombok Timur",
        "criteria": {"bidang-sasaran": "met", "surat-komitmen": "unmet"},
    }
    reload(page)
    until(page, "document.querySelector('#kabupaten').value === 'Lombok Timur'")
    assert "1 dari 4 kriteria terpenuhi" in words(page, "[data-result] [data-live]")
    assert page.locator("input[name='surat-komitmen'][value=unmet]").is_checked()
    assert {urlsplit(url).netloc for url in opened.requests} == {urlsplit(address).netloc}
    assert opened.errors == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_first_view_asks_for_four_files_and_keeps_nothing(address: str, visit: Open) -> None:
    """What keeps answers comes with the first answer."""
    opened = visit(f"{address}lokasi/")
    opened.page.wait_for_load_state("networkidle")
    assert len(opened.requests) == 4
    opened.page.locator("input[name='bidang-sasaran'][value=met]").check()
    until(opened.page, f"{PLACE} !== null")
    assert any(url.endswith("kit/kit.js") for url in opened.requests)


def test_a_place_off_the_list_is_no_refusal(address: str, visit: Open) -> None:
    """What stays useful is said, and where the text speaks of others; typed words stay words."""
    opened = visit(f"{address}lokasi/")
    page = opened.page
    page.locator("#daerah").fill(HOSTILE)
    assert words(page, "[data-said]") == f"“{HOSTILE}” tidak terbaca di daftar lokasi uji coba 2017."
    assert words(page, "[data-outside]").startswith("Saran situs ini bagi daerah di luar daftar: pakai menu")
    assert page.locator("[data-outside] a").get_attribute("href").endswith("/lokasi/#di-luar")  # type: ignore[union-attr]
    assert not page.locator("[data-inside]").is_visible()
    until(page, f"{PLACE}?.includes('onerror')")
    reload(page)
    until(page, "document.querySelector('#daerah').value !== ''")
    assert page.locator("#daerah").input_value() == HOSTILE
    page.locator("#daerah").fill("Papua")
    assert not page.locator("#kabupaten").is_visible()
    assert words(page, "[data-said]") == "“Papua” tidak terbaca di daftar lokasi uji coba 2017."
    assert page.evaluate("window.PWN") is None
    assert broken(page) == []
    assert opened.errors == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_typed_name_is_found_and_kept(address: str, visit: Open, width: int) -> None:
    """A doubtful printed name is said with the likely one; a choice from the list replaces it."""
    opened = visit(f"{address}lokasi/", width=width)
    page = opened.page
    page.locator("#daerah").fill("kab. pemalang")
    assert words(page, "[data-said]").startswith(
        "Di daftar terbaca “Pemasang”, kemungkinan besar Pemalang; pastikan kepada Bappenas."
    )
    assert "Nama seperti terbaca dari teks." in words(page, "[data-note]")
    assert not page.locator("[data-outside]").is_visible()
    until(page, f"{PLACE}?.includes('Pemalang')")
    reload(page)
    until(page, "document.querySelector('#daerah').value === 'Pemalang, Jawa Tengah'")
    assert "kemungkinan besar Pemalang" in words(page, "[data-said]")
    assert broken(page) == []
    page.locator("#provinsi").select_option("Sulawesi Selatan")
    assert page.locator("#daerah").input_value() == ""
    assert page.locator("#kabupaten option").all_inner_texts() == [
        "Pilih",
        "Bantaeng",
        "Pangkajene Kepulauan / Pangkajene dan Kepulauan / Pangkep / Pangkajene",
    ]
    page.locator("#kabupaten").select_option("Pangkajene Kepulauan")
    until(page, f"{PLACE}?.includes('Pangkajene Kepulauan')")
    assert "nomor 16" in words(page, "[data-said]")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.errors == []


LINED = ["", "menu/2017/", "menu/2017/1/", "menu/2017/1.1/", "menu/2018/", "rencana/", "pindai/"]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", LINED)
def test_every_page_of_a_request_says_where_it_is_open_first(
    address: str, visit: Open, path: str, *, scripts: bool
) -> None:
    """One line with the counted size of the pilot and the way to the check, also without scripts."""
    opened = visit(f"{address}{path}", width=360, java_script_enabled=scripts)
    line = opened.page.locator("main .may-ask")
    assert line.count() == 1
    said = words(opened.page, "main .may-ask")
    assert "dukungan hanya akan dapat diterima di wilayah percontohan" in said
    assert "(16 kabupaten dan 24 kecamatan)." in said
    whole = path in {"", "menu/2017/", "menu/2018/", "rencana/"}
    assert ("unit layanan, dan aparat desa dapat meminta bantuan." in said) == whole
    assert line.locator("a").get_attribute("href").endswith("lokasi/#kriteria")  # type: ignore[union-attr]
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not scripts or opened.errors == []
    assert opened.page.locator(".area:visible").count() == (
        1 if scripts and path in {"", "menu/2017/", "menu/2018/"} else 0
    )


@pytest.mark.parametrize("path", ["", "menu/2017/"])
def test_an_area_is_checked_in_place(address: str, visit: Open, path: str) -> None:
    """By keyboard; what compares names comes with the question, and nothing is kept or sent elsewhere."""
    opened = visit(f"{address}{path}", width=360)
    page = opened.page
    before = len(opened.requests)
    page.locator(".area input").focus()
    page.keyboard.type("Pangkep")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.area [data-said]').textContent.includes('nomor 16')")
    assert not page.locator(".area [data-outside]").is_visible()
    assert 0 < len(opened.requests) - before <= 2
    page.locator(".area input").fill("Semarang")
    page.get_by_role("button", name="Periksa", exact=True).click()
    until(
        page, "document.querySelector('.area [data-said]').textContent.startsWith('“Semarang” tidak terbaca')"
    )
    assert words(page, ".area [data-outside]").startswith("Saran situs ini bagi daerah di luar daftar:")
    assert page.locator(".area [data-outside] a").is_visible()
    assert page.evaluate("localStorage.length") == 0
    assert {urlsplit(url).netloc for url in opened.requests} == {urlsplit(address).netloc}
    assert broken(page) == []
    assert opened.errors == []


def test_a_check_without_signal_leads_to_the_list(address: str, visit: Open) -> None:
    """The list cannot be loaded: that is said, and the next try asks again."""
    page = visit(address).page
    page.evaluate("void (document.querySelector('.area').dataset.list = 'lokasi/tidak-ada.json')")
    page.locator(".area input").fill("Bima")
    page.get_by_role("button", name="Periksa", exact=True).click()
    until(page, "document.querySelector('.area [data-said]').textContent.startsWith('Daftar belum termuat.')")
    page.evaluate("void (document.querySelector('.area').dataset.list = 'lokasi/daftar.json')")
    page.get_by_role("button", name="Periksa", exact=True).click()
    until(page, "document.querySelector('.area [data-said]').textContent.includes('nomor 13')")


def test_all_met_leads_to_the_address_and_erasing_forgets(address: str, visit: Open) -> None:
    """The criteria are examples, so even then there is no verdict; the role is another tool's and stays."""
    page = visit(f"{address}lokasi/").page
    page.evaluate(
        """localStorage.setItem('lini-depan:tempat', '{"version":1,"value":{"role":"kabupaten"}}')"""
    )
    reload(page)
    for radio in page.locator("input[value=met]").all():
        radio.check()
    assert words(page, "[data-result] [data-live]").startswith("Semua contoh kriteria Anda jawab terpenuhi.")
    assert not page.locator("[data-steps]").is_visible()
    until(page, f"{PLACE}?.includes('struktur-pemerintahan')")
    page.locator("[data-erase]").click()
    until(page, f"!{PLACE}.includes('criteria')")
    assert kept(page) == {"role": "kabupaten"}
    assert page.locator("input[value=unknown]:checked").count() == 4
    assert words(page, "[data-saved]") == "Jawaban dan nama daerah dihapus dari perangkat ini."


def test_without_scripts_the_criteria_can_be_ticked_and_printed(address: str, visit: Open) -> None:
    """Every criterion with three boxes and both ways on; list and address beside them."""
    page = visit(f"{address}lokasi/", width=360, java_script_enabled=False).page
    assert page.locator("[data-criterion] input:visible").count() == 12
    assert page.locator("[data-next]:visible").count() == 8
    assert not page.locator("[data-choose]").is_visible()
    assert not page.locator("[data-result]").is_visible()
    assert page.locator("#di-luar").is_visible()
    assert "kemungkinan besar Pemalang" in words(page, "#kabupaten-pemasang")
    page.locator("input[name='bidang-sasaran'][value=met]").check()
    page.emulate_media(media="print")
    assert page.locator("[data-criterion] input:visible").count() == 12
    assert "Jalan Taman Suropati" in words(page, ".c-places")
    assert page.locator("#kabupaten-lombok-timur").is_visible()


def test_a_blocked_storage_is_said(address: str, visit: Open) -> None:
    """The answers stay on the page, and printing keeps them."""
    opened = visit("about:blank")
    opened.page.add_init_script(BLOCKED)
    goto(opened.page, f"{address}lokasi/")
    opened.page.locator("input[name='bidang-sasaran'][value=met]").check()
    until(opened.page, "document.querySelector('[data-saved]').textContent.startsWith('Tidak')")
    assert "1 dari 4 kriteria terpenuhi" in words(opened.page, "[data-result] [data-live]")
    assert opened.errors == []
