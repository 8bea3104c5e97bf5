"""Forms filled in as a team does it: on a phone, by keyboard, without signal, with whatever is typed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests import pdf
from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import Visit, goto, reload, until

Open = Callable[..., Visit]
VISIT = "pemantauan/formulir/lampiran-9/"
JOINT = "pemantauan/formulir/lampiran-10/"
REPORT = "pemantauan/formulir/lampiran-11/"
KEY = "lini-depan:formulir"
HOSTILE = '=HYPERLINK("http://x") 🏥 \u202eمرحبا <img src=x onerror=alert(1)> {root} ' + "a" * 10_000
REACHED = "2. Pencapaian Indikator sampai saat ini"
HERE = "document.activeElement"


def stored(page: Page) -> dict[str, Any]:
    """What this device keeps."""
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["value"]
    return found


def names(page: Page) -> list[str]:
    """What the kept documents of this form are called."""
    return page.locator("[data-list] bdi").all_inner_texts()


def box(page: Page, label: str) -> Locator:
    """A control by its name, begun."""
    return page.get_by_role("textbox", name=label)


def write(page: Page, place: str, day: str, quarter: str, reached: str, challenge: str = "") -> None:
    """A visit about the first indicator of 1.1."""
    page.get_by_label("Lokasi", exact=True).fill(place)
    page.get_by_label("Tanggal Kunjungan").fill(day)
    page.get_by_label(quarter).check()
    page.locator("[data-activity]").select_option("kepemimpinan-camat")
    page.get_by_role("button", name="Isi barisnya").click()
    until(page, "document.querySelector('[data-key$=sasaran-indikator]').value !== ''")
    box(page, f"{REACHED}, baris 1").fill(reached)
    box(page, "4. Tantangan, baris 1").fill(challenge)


def printed(page: Page) -> str:
    """The text of what is printed."""
    return pdf.text(page.pdf(prefer_css_page_size=True))


def tab_to(page: Page, condition: str) -> None:
    """Press Tab until the focus is on what fits, and see that it shows."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(f"{HERE}.matches({json.dumps(condition)})"):
            assert page.evaluate(f"getComputedStyle({HERE}).outlineStyle") != "none"
            return
    pytest.fail(condition)


def test_without_scripts_the_sheet_is_as_printed_and_says_where_it_goes(address: str, visit: Open) -> None:
    """No control that would do nothing; every printed time."""
    times = {VISIT: "satu minggu setelah kunjungan", REPORT: "15 Juli Kabupaten", JOINT: "Lampiran 10"}
    for path, words in times.items():
        page = visit(address + path, width=360, java_script_enabled=False).page
        assert page.locator("main :is(input, select, textarea, button):visible").count() == 0
        assert page.locator(".blank:visible").count() > 5
        assert words in page.locator("[data-after]").inner_text()
        assert "Tidak ada yang dikirim" not in page.locator("main").inner_text()


@pytest.mark.parametrize("path", [VISIT, JOINT, REPORT])
def test_a_first_view_is_light(address: str, visit: Open, site: Path, path: str) -> None:
    """Four requests and 30 KB, everything that scripts ask for included."""
    opened = visit(address + path)
    opened.page.wait_for_load_state("networkidle")
    asked = [url.removeprefix(address) for url in opened.requests]
    assert len(asked) == 4
    files = [site / name if Path(name).suffix else site / name / "index.html" for name in asked]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= 30 * 1024


def test_a_whole_visit_by_keyboard_alone_on_a_phone(address: str, visit: Open) -> None:
    """From the activity to the last row, with nothing but the keyboard; reload brings it back."""
    opened = visit(address + VISIT, width=360, height=700)
    page, keys = opened.page, opened.page.keyboard
    tab_to(page, "[data-activity]")
    keys.type("1.1")
    tab_to(page, '[data-do="choose"]')
    keys.press("Enter")
    page.locator("tr.entry").nth(2).wait_for()
    tab_to(page, '[data-key="dipantau-oleh"]')
    keys.type("TTK Lombok Utara")
    tab_to(page, '[data-key="lokasi"]')
    keys.type("Gangga")
    tab_to(page, '[data-key="triwulan"]')
    keys.press("Space")
    tab_to(page, '[data-key$="/pencapaian"]')
    keys.type("12")
    tab_to(page, '[data-key$="__jenis-kelamin"]')
    keys.press("Space")
    tab_to(page, '[data-do="addRow"]')
    keys.press("Enter")
    page.locator("tr.entry").nth(3).wait_for()
    assert page.evaluate(f"{HERE}.getAttribute('aria-label')") == "1. Paket Kegiatan, baris 4"
    tab_to(page, '[data-do="print"]')
    text = page.locator("tr.entry").first.inner_text()
    assert "Pengumpul: TTK. Frekuensi: Triwulan. Sumber data: Daftar hadir peserta pelatihan." in text
    reload(page)
    assert names(page) == ["Gangga, tanpa tanggal, Paket 1"]
    assert page.get_by_label("Dipantau oleh").input_value() == "TTK Lombok Utara"
    assert page.get_by_label("T1: Jan – Mar").is_checked()
    assert page.get_by_role("checkbox", name="L", exact=True).first.is_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.errors == []


def three_visits(page: Page, address: str) -> None:
    """Two of the first half year, in two quarters and places, and one of the second; then the report."""
    page.clock.set_fixed_time("2017-07-05T05:00:00Z")
    goto(page, address + VISIT)
    write(page, "Gangga", "2017-03-12", "T1: Jan", "12", "Pelatih belum ada.")
    box(page, "Rekomendasi").fill("Tambah pelatih.")
    assert "(19 Maret 2017: lewat 108 hari)" in page.locator("[data-for=kabupaten]").inner_text()
    page.get_by_role("button", name="Kunjungan baru").click()
    write(page, "Bayan", "2017-06-03", "T2: April", "20")
    page.get_by_role("button", name="Kunjungan baru").click()
    write(page, "Gangga", "2017-09-01", "T3: Juli", "40")
    goto(page, address + REPORT)
    page.locator("[data-visits] input").nth(2).wait_for()
    page.get_by_label("Setengah tahun").select_option(label="Januari sampai Juni")
    page.get_by_text("2 kunjungan dirangkum.").first.wait_for()


def test_a_filled_visit_prints_as_the_form_with_its_values(address: str, visit: Open) -> None:
    """Every value behind its label, boxes crossed, and nothing of the tool."""
    page = visit(address + VISIT).page
    blank = printed(page)
    assert "Tanggal Kunjungan : Lokasi : Nama Kegiatan" in blank
    write(page, "Gangga", "2017-03-12", "T1: Jan", "12", "Pelatih belum ada.")
    box(page, "Diselesaikan oleh").fill("Siti")
    text = printed(page)
    for part in (
        "Tanggal Kunjungan : 12 Maret 2017 Lokasi : Gangga",
        "× T1: Jan – Mar T2: April – Juni",
        "rangkaian pelatihan kepemimpinan dan manajemen 12 Nama :",
        "L P Pelatih belum ada.",
        "Diselesaikan oleh : Siti",
    ):
        assert part in text
    for gone in ("Baris", "Pengumpul", "Kunjungan baru", "Kirim ke mana"):
        assert gone not in text
    assert text.count("Nama :") == blank.count("Nama :"), "as many rows as on empty paper"


def test_visits_of_two_quarters_are_gathered_into_the_report(address: str, visit: Open) -> None:
    """Sums of the last entry of each place, lists by place, ticks; the other half year stays out."""
    opened = visit("about:blank", width=360)
    page = opened.page
    three_visits(page, address)
    progress = box(page, "1. Kemajuan dan Tantangan").input_value()
    assert "manajemen: 32 (jumlah dari 2 tempat, isian terakhir tiap tempat)" in progress
    assert "- Gangga, 12 Maret 2017: Pelatih belum ada." in progress
    assert "September" not in progress
    assert box(page, "3. Pembelajaran").input_value() == "- Gangga, 12 Maret 2017: Tambah pelatih."
    assert [page.get_by_label(f"T{n}:").is_checked() for n in range(1, 5)] == [True, True, False, False]
    assert "Dari 2 kunjungan." in page.locator("[data-source^=kemajuan]").inner_text()
    shown = " ".join(page.locator("[data-for=kabupaten]").inner_text().split())
    assert "15 Juli Kabupaten (15 Juli 2017: 10 hari lagi)" in shown
    assert "15 Jan Kabupaten Menurut" in shown, "the other period is not counted"
    page.get_by_label("Anda mengisi sebagai").select_option(label="Tim Teknis Nasional")
    assert page.locator("[data-for]:visible").count() == 1
    reload(page)
    assert page.get_by_label("Anda mengisi sebagai").input_value() == "nasional"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.errors == []


def test_what_is_changed_by_hand_stays_and_is_printed(address: str, visit: Open) -> None:
    """Leaving a visit out changes the other fields; the visits' words can be taken again."""
    page = visit("about:blank").page
    three_visits(page, address)
    progress = box(page, "1. Kemajuan dan Tantangan")
    progress.fill("Ditulis sendiri.")
    page.get_by_label("Kabupaten", exact=True).first.fill("Lombok Utara")
    page.locator("[data-visits] input").nth(1).uncheck()
    page.get_by_text("1 kunjungan dirangkum.").first.wait_for()
    assert progress.input_value() == "Ditulis sendiri."
    assert page.get_by_label("Kecamatan", exact=True).first.input_value() == "Gangga"
    reload(page)
    page.locator("[data-source^=kemajuan] button").wait_for()
    assert page.locator("[data-visits] input").nth(1).is_checked() is False
    text = printed(page)
    assert "× T1: Jan – Mar × T2: April – Juni T3" in text
    assert "Kabupaten : Lombok Utara Kecamatan : Gangga 1. Kemajuan" in text
    assert "dan bagaimana tantangan tersebut diatasi Ditulis sendiri. 2. Pemetaan" in text
    assert "kunjungan tidak mengisinya" not in text
    page.get_by_role("button", name="Pakai isi dari kunjungan: 1. Kemajuan").click()
    expect(progress).to_have_value(re.compile(r"manajemen: 12 \(satu tempat, isian terakhir\)"))


def test_a_workbook_is_made_and_read_back(address: str, visit: Open, tmp_path: Path) -> None:
    """Without signal too, once something was written; what was typed comes back, another form is refused."""
    opened = visit(address + VISIT, width=360)
    page = opened.page
    write(page, HOSTILE, "2017-03-12", "T1: Jan", "12")
    box(page, "4. Tantangan, baris 2").fill("Baris kedua\n=1+1")
    page.locator("tr.entry").first.get_by_role("checkbox", name="P").check()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh XLSX").click()
    file = tmp_path / "isi.xlsx"
    download.value.save_as(file)
    assert re.fullmatch(r"lampiran-9-[A-Za-z0-9.-]+\.xlsx", download.value.suggested_filename)
    before = stored(page)["documents"][0]["values"]
    page.locator("#isi-berkas").set_input_files(file)
    page.locator("[data-list] li").nth(1).wait_for()
    after = stored(page)["documents"][1]["values"]

    def worth(values: dict[str, Any]) -> list[tuple[str, Any]]:
        said = [(key.rpartition("/")[2], one["v"]) for key, one in values.items() if "@" not in key]
        return sorted((key, value) for key, value in said if value and not isinstance(value, int))

    assert worth(after) == worth(before)
    assert len(worth(after)) > 9
    assert page.get_by_label("Lokasi", exact=True).input_value() == HOSTILE
    page.context.set_offline(False)
    goto(page, address + JOINT)
    page.locator("#isi-berkas").set_input_files(file)
    page.locator(".asking").filter(has_text="dari formulir lain").wait_for()
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04 bukan")
    page.locator("#isi-berkas").set_input_files(broken)
    page.locator(".asking").filter(has_text="rusak").wait_for()
    assert len(stored(page)["documents"]) == 2
    assert opened.errors == []


def test_files_are_checked_and_asked_about(address: str, visit: Open, tmp_path: Path) -> None:
    """Hostile text comes back as typed; a broken file is refused and loses nothing; merge or replace."""
    page = visit(address + VISIT, width=360).page
    page.get_by_label("Lokasi", exact=True).fill(HOSTILE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan semua").click()
    good = tmp_path / "baik.json"
    download.value.save_as(good)
    assert download.value.suggested_filename == "formulir-2017.json"
    before = stored(page)
    for name, content, reason in (
        ("rusak", "{", "bukan teks JSON"),
        ("lain", '{"kind": "lini-depan/pindai", "version": 1, "value": {}}', "bukan simpanan formulir"),
        ("baru", '{"kind": "lini-depan/formulir", "version": 9, "value": {}}', "versi lebih baru"),
        ("proto", '{"kind": "lini-depan/formulir", "version": 1, "value": {"__proto__": {}}}', "tidak boleh"),
        ("isi", '{"kind": "lini-depan/formulir", "version": 1, "value": {"documents": 7}}', "tidak sesuai"),
        ("besar", " " * 2_100_000, "lebih dari 2 MB"),
    ):
        file = tmp_path / f"{name}.json"
        file.write_text(content)
        page.locator("#isi-berkas").set_input_files(file)
        page.locator(".asking").filter(has_text=reason).wait_for()
        page.get_by_role("button", name="Mengerti").click()
    assert stored(page) == before
    page.get_by_role("button", name="Kunjungan baru").click()
    page.get_by_label("Lokasi", exact=True).fill("Bayan")
    page.locator("#isi-berkas").set_input_files(good)
    page.get_by_role("button", name="Gabungkan").click()
    assert len(names(page)) == 2
    page.locator("#isi-berkas").set_input_files(good)
    page.get_by_role("button", name="Ganti yang ada").click()
    assert len(names(page)) == 1
    page.get_by_role("button", name="Hapus semua isian").click()
    page.get_by_role("button", name="Ya, hapus").click()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    page.locator("#isi-berkas").set_input_files(good)
    page.locator("[data-list] bdi").wait_for()
    assert page.get_by_label("Lokasi", exact=True).input_value() == HOSTILE
    assert page.locator("main img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_documents_and_rows_are_copied_and_removed_after_asking(address: str, visit: Open) -> None:
    """A copy is another visit; what holds nothing goes at once."""
    page = visit(address + VISIT).page
    write(page, "Gangga", "2017-03-12", "T1: Jan", "12")
    page.get_by_role("button", name="Salin").click()
    page.get_by_label("Lokasi", exact=True).fill("Bayan")
    page.get_by_role("button", name="Hapus baris 2").click()
    page.get_by_role("button", name="Ya, hapus").click()
    assert page.locator("tr.entry").count() == 2
    page.get_by_role("button", name="Tambah baris").click()
    page.get_by_role("button", name="Hapus baris 3").click()
    until(page, "document.querySelectorAll('tr.entry').length === 2")
    page.get_by_role("button", name="Hapus", exact=True).click()
    page.get_by_role("button", name="Batal").click()
    assert len(names(page)) == 2
    page.get_by_role("button", name="Hapus", exact=True).click()
    page.get_by_role("button", name="Ya, hapus").click()
    assert names(page) == ["Gangga, 12 Maret 2017, Paket 1"]
    assert page.locator("tr.entry").count() == 3
    page.get_by_label("Kegiatan", exact=True).select_option("sepakat")
    page.get_by_role("button", name="Isi barisnya").click()
    page.get_by_text("Lampiran 8 tidak memuat indikator kegiatan ini. Lihat catatan A28").first.wait_for()
    page.evaluate("localStorage.setItem('lini-depan:pilihan', '[\"penguatan-bpd\"]')")
    reload(page)
    assert page.locator("[data-activity] optgroup").first.get_attribute("label") == "Pilihan Anda"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("new DOMException('x', 'QuotaExceededError')", "Ruang simpan perangkat penuh."),
        ("new DOMException('x', 'SecurityError')", "Peramban tidak mengizinkan simpanan."),
    ],
)
def test_when_nothing_can_be_stored_everything_works_and_it_is_said(
    address: str, visit: Open, error: str, sentence: str
) -> None:
    """The form goes on in memory and can be saved as a file; nothing but GET leaves the device."""
    opened = visit("about:blank")
    page = opened.page
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method + " " + request.url))
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw {error}; }}")
    goto(page, address + VISIT)
    page.get_by_label("Lokasi", exact=True).fill("Gangga")
    page.get_by_role("button", name="Kunjungan baru").click()
    page.get_by_label("Lokasi", exact=True).fill("Bayan")
    assert len(names(page)) == 2
    assert sentence in page.locator("[data-saved]").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan semua").click()
    content = json.loads(Path(download.value.path()).read_text())
    assert [one["values"]["lokasi"]["v"] for one in content["value"]["documents"]] == ["Gangga", "Bayan"]
    asked = [one for one in sent if "blob:" not in one]
    assert all(one.startswith(f"GET {address}") for one in asked)
    assert not any("Gangga" in one for one in asked)
    assert opened.errors == []


def test_two_tabs_lose_nothing(address: str, visit: Open) -> None:
    """Both write to one visit and end with both values; erasing in one empties the other."""
    first = visit(address + VISIT).page
    first.get_by_label("Lokasi", exact=True).fill("Gangga")
    second = first.context.new_page()
    goto(second, address + VISIT)
    second.get_by_label("Dipantau oleh").fill("TTK")
    until(first, "document.querySelector('[data-key=dipantau-oleh]').value === 'TTK'")
    box(first, f"{REACHED}, baris 1").fill("12")
    until(second, "document.querySelector('[data-key$=pencapaian]').value === '12'")
    for page in (first, second):
        assert page.get_by_label("Lokasi", exact=True).input_value() == "Gangga"
        assert names(page) == ["Gangga, tanpa tanggal"]
    second.get_by_role("button", name="Hapus semua isian").click()
    second.get_by_role("button", name="Ya, hapus").click()
    until(first, "document.querySelector('[data-key=lokasi]').value === ''")
    assert names(first) == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_reports_nothing_in_any_state(address: str, visit: Open, width: int, scheme: str) -> None:
    """Empty, filled in, a question to the visitor, a report with gathered and changed fields."""
    page = visit(address + VISIT, width=width, color_scheme=scheme).page

    def clean() -> None:
        found = Axe().run(page, options=EVERY_RULE).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"][:3]]) for rule in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            "[...document.querySelectorAll("
            "'main :is(button, select, textarea, label.opt, input:not([type=checkbox]))')]"
            ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)"
        )
        assert small == []

    clean()
    write(page, "Gangga", "2017-03-12", "T1: Jan", "12", "Belum ada pelatih.")
    page.get_by_role("button", name="Hapus baris 1").click()
    page.locator(".asking").wait_for()
    clean()
    goto(page, address + REPORT)
    page.locator("[data-visits] input").wait_for()
    box(page, "3. Pembelajaran").fill("Sendiri.")
    box(page, "1. Kemajuan").fill("Sendiri.")
    page.locator("[data-source] button").first.wait_for()
    clean()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
