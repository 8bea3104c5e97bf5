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
    assert "1 dari 4 kriteria memenuhi, 1 belum memenuhi, 2 belum diketahui." in result
    assert "tidak memenuhi" not in result.lower()
    steps = page.locator("[data-steps] li").all_inner_texts()
    assert steps[0].startswith("Siapkan suratnya")
    assert len(steps) == 3
    visible = page.locator("[data-criterion='surat-komitmen'] [data-next]:visible")
    assert visible.count() == 1
    assert "Bila belum memenuhi:" in visible.inner_text()
    assert page.locator("[data-criterion='bidang-sasaran'] [data-next]:visible").count() == 0
    assert broken(page) == []
    assert kept(page) == {
        "province": "NTB",
        "district": "Lombok Timur",
        "criteria": {"bidang-sasaran": "met", "surat-komitmen": "unmet"},
    }
    reload(page)
    until(page, "document.querySelector('#kabupaten').value === 'Lombok Timur'")
    assert "1 dari 4 kriteria memenuhi" in words(page, "[data-result] [data-live]")
    assert page.locator("input[name='surat-komitmen'][value=unmet]").is_checked()
    assert {urlsplit(url).netloc for url in opened.requests} == {urlsplit(address).netloc}
    assert opened.errors == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_first_view_asks_for_three_files_and_keeps_nothing(address: str, visit: Open) -> None:
    """What keeps answers comes with the first answer."""
    opened = visit(f"{address}lokasi/")
    opened.page.wait_for_load_state("networkidle")
    assert len(opened.requests) == 3
    opened.page.locator("input[name='bidang-sasaran'][value=met]").check()
    until(opened.page, f"{PLACE} !== null")
    assert any(url.endswith("kit/kit.js") for url in opened.requests)


def test_a_place_off_the_list_is_no_refusal(address: str, visit: Open) -> None:
    """A province of the list with a typed district, and another province; typed words stay words."""
    opened = visit(f"{address}lokasi/")
    page = opened.page
    page.locator("#provinsi").select_option("Aceh")
    page.locator("#kabupaten").select_option("*")
    page.locator("#nama-kabupaten").fill(HOSTILE)
    assert words(page, "[data-said]") == f"{HOSTILE} tidak tercantum di daftar lokasi uji coba 2017."
    assert "bergantung pada komitmen dan kesiapan" in words(page, "[data-outside]")
    assert not page.locator("[data-inside]").is_visible()
    until(page, f"{PLACE}?.includes('onerror')")
    reload(page)
    until(page, "document.querySelector('#kabupaten').value === '*'")
    assert page.locator("#nama-kabupaten").input_value() == HOSTILE
    page.locator("#provinsi").select_option("*")
    page.locator("#nama-provinsi").fill("Papua")
    assert not page.locator("#kabupaten").is_visible()
    assert words(page, "[data-said]") == "Papua tidak tercantum di daftar lokasi uji coba 2017."
    assert page.evaluate("window.PWN") is None
    assert broken(page) == []
    assert opened.errors == []


def test_a_doubtful_name_bears_its_note(address: str, visit: Open) -> None:
    """As read from the text, with what is known outside it."""
    page = visit(f"{address}lokasi/").page
    page.locator("#provinsi").select_option("Jawa Tengah")
    page.locator("#kabupaten").select_option("Pemasang")
    assert "Nama seperti terbaca dari teks." in words(page, "[data-note]")


def test_all_met_leads_to_the_address_and_erasing_forgets(address: str, visit: Open) -> None:
    """The criteria are examples, so even then there is no verdict; the role is another tool's and stays."""
    page = visit(f"{address}lokasi/").page
    page.evaluate(
        """localStorage.setItem('lini-depan:tempat', '{"version":1,"value":{"role":"kabupaten"}}')"""
    )
    reload(page)
    for radio in page.locator("input[value=met]").all():
        radio.check()
    assert words(page, "[data-result] [data-live]").startswith(
        "Semua contoh kriteria sudah Anda jawab memenuhi."
    )
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
    assert "1 dari 4 kriteria memenuhi" in words(opened.page, "[data-result] [data-live]")
    assert opened.errors == []
