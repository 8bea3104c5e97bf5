"""The scan as an interviewer uses it: on a phone, by keyboard, without signal, with whatever is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page

from dev import program
from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import ARGUMENTS, Visit, goto, plain, reload

Open = Callable[..., Visit]
SCAN = "pindai/"
KEY = "lini-depan:pindai"
HOSTILE = '=HYPERLINK("http://x") 🏥 \u202eمرحبا <img src=x onerror=alert(1)> {root} ' + "a" * 10_000


def stored(page: Page) -> dict[str, Any]:
    """The scan as this device keeps it."""
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["value"]
    return found


def interview(page: Page, who: str, **heads: str) -> None:
    """Choose who is interviewed, and where."""
    page.get_by_label("Siapa yang diwawancarai").select_option(who)
    for label, text in heads.items():
        page.get_by_label(label, exact=True).fill(text)


def question(page: Page, text: str) -> Locator:
    """The fieldset of a question."""
    return page.locator("fieldset:visible").filter(has_text=text)


def answer(page: Page, text: str, word: str) -> None:
    """Answer a question that begins with ``text``."""
    question(page, text).get_by_label(word, exact=True).check()


def card(page: Page, number: str) -> Locator:
    """The recommended activity with this number."""
    return page.locator("article.card").filter(has=page.locator("h3").filter(has_text=f"{number} "))


def seen(page: Page, selector: str) -> str:
    """The text of an element with plain blanks."""
    return page.locator(selector).inner_text().replace("\u00a0", " ")


def test_without_scripts_the_page_is_the_whole_sheet(address: str, visit: Open) -> None:
    """Every question with boxes and lines, no control that would do nothing; paper has the same."""
    page = visit(address + SCAN, width=360, java_script_enabled=False).page
    assert page.locator("[data-key]:visible").count() == 51
    assert page.locator("main :is(input, select, textarea, button):visible").count() == 0
    assert page.locator(".box:visible").count() == 72
    page.emulate_media(media="print")
    assert page.locator("[data-key]:visible").count() == 51
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 6


def test_a_whole_scan_by_keyboard_alone_on_a_phone(address: str, visit: Open) -> None:
    """From the head of an interview to the plan, with nothing but the keyboard; the result says why."""
    opened = visit(address + SCAN, width=360, height=700)
    page, keys = opened.page, opened.page.keyboard
    here = "document.activeElement"

    def tab_to(condition: str) -> None:
        for _ in range(120):
            keys.press("Tab")
            if page.evaluate(f"{here}.matches({json.dumps(condition)})"):
                assert page.evaluate(f"getComputedStyle({here}).outlineStyle") != "none"
                return
        pytest.fail(condition)

    tab_to("#scan-district")
    keys.type("Lombok Utara")
    tab_to("#scan-who")
    keys.type("Camat")
    tab_to("#scan-subdistrict")
    keys.type("Gangga")
    tab_to("[type=radio]")
    keys.press("ArrowLeft")
    assert page.evaluate(f"{here}.value") == "no"
    assert question(page, "kepemimpinan").get_by_label("Tidak").is_checked()
    tab_to('[data-do="plan-with"]')
    text = card(page, "1.1").inner_text().replace("\u00a0", " ")
    assert "Karena Camat (Gangga) menjawab tidak pada: Dalam dua tahun terakhir" in text
    assert "1.2 Pelatihan Perencanaan" in text
    assert "Bersama pasangannya lengkap mulai Mei 2017" in text
    keys.press("Enter")
    assert page.evaluate("JSON.parse(localStorage.getItem('lini-depan:pilihan'))") == [
        "kepemimpinan-camat",
        "perencanaan-penganggaran-desa",
        "keuangan-kecamatan-unit-layanan",
    ]
    assert page.evaluate(f"{here}.href").endswith("/rencana/")
    assert "3 kegiatan masuk rencana." in page.locator("[data-live]").inner_text()
    kept = stored(page)
    assert kept["edition"] == "2017"
    assert kept["recommended"][0]["activity"] == "kepemimpinan-camat"
    assert kept["recommended"][0]["reasons"][0].startswith("Karena Camat (Gangga) menjawab tidak pada: ")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.errors == []


def test_a_respondent_sees_their_questions_and_follow_ups_when_they_apply(address: str, visit: Open) -> None:
    """'Jika ya' appears after ya; a 'ya' that shows the need recommends, with A27 beside it."""
    page = visit(address + SCAN, width=360).page
    assert page.locator("fieldset:visible").count() == 0
    interview(page, "Staf Kabupaten")
    asked = page.locator("[data-questions]")
    assert "SEPAKAT" in asked.inner_text()
    assert "SID" not in asked.inner_text()
    further = question(page, "Apakah diperlukan dukungan tambahan")
    assert further.count() == 0
    answer(page, "Apakah Kabupaten ini menggunakan SEPAKAT", "Ya")
    assert further.count() == 1
    assert card(page, "5.2").count() == 0
    answer(page, "Apakah diperlukan dukungan tambahan", "Ya")
    assert "menjawab ya pada: Apakah diperlukan dukungan" in card(page, "5.2").inner_text()
    group = page.locator(".group").filter(has_text="SEPAKAT").first
    assert group.locator('a[href$="ketidaksepakatan/#a27"]').count() == 1
    answer(page, "Apakah Kabupaten ini menggunakan SEPAKAT", "Belum")
    assert further.count() == 1, "what was answered does not vanish"
    assert card(page, "5.2").count() == 0


def test_respondents_and_places_are_merged_with_disagreements_visible(address: str, visit: Open) -> None:
    """Two answers of one place, one of another; unanswered is not 'tidak'."""
    page = visit(address + SCAN).page
    interview(page, "Camat", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Ya")
    page.get_by_role("button", name="Tambah wawancara").click()
    interview(page, "Sekretaris Kecamatan")
    assert page.get_by_label("Kecamatan", exact=True).input_value() == "Gangga"
    answer(page, "kepemimpinan", "Tidak")
    text = card(page, "1.1").inner_text()
    assert "Jawaban responden berbeda" in text
    assert "Ya: Camat (Gangga)" in text
    assert "Tidak: Sekretaris Kecamatan (Gangga)" in text
    page.get_by_label("Kecamatan", exact=True).fill("Bayan")
    assert "Jawaban antartempat berbeda" in card(page, "1.1").inner_text()
    assert page.locator("article.card").count() == 1
    page.get_by_role("button", name="Buka Camat (Gangga)").click()
    assert question(page, "kepemimpinan").get_by_label("Ya").is_checked()
    page.get_by_role("button", name="Hapus wawancara ini").click()
    page.get_by_role("button", name="Ya, hapus").click()
    assert "berbeda" not in card(page, "1.1").inner_text()
    assert page.locator("[data-talks] li").count() == 1


def test_what_is_not_available_yet_is_said(address: str, visit: Open) -> None:
    """The month is always printed; before it, the device's date adds a warning."""
    opened = visit("about:blank", width=360)
    page = opened.page
    page.clock.set_fixed_time("2017-03-20T10:00:00")
    goto(page, address + SCAN)
    interview(page, "Camat")
    answer(page, "kepemimpinan", "Tidak")
    text = card(page, "1.1").inner_text().replace("\u00a0", " ")
    assert "Tersedia April 2017\nBelum tersedia saat ini." in text
    assert text.count("Belum tersedia") == 2, "1.1 and 1.3, not 1.2 of February"


def test_answers_survive_reload_and_a_closed_browser_as_typed(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    """Hostile text comes back character by character from storage, from a file, and is never markup."""
    folder = tmp_path / "profile"
    path = program("chromium")

    def start() -> BrowserContext:
        return browser.browser_type.launch_persistent_context(folder, executable_path=path, args=ARGUMENTS)

    context = start()
    page = context.new_page()
    goto(page, address + SCAN)
    interview(page, "Camat", Kecamatan=HOSTILE)
    answer(page, "kepemimpinan", "Ya")
    page.get_by_label("Siapa yang memberikan pelatihan?").first.fill(HOSTILE)
    reload(page)
    assert page.get_by_label("Kecamatan", exact=True).input_value() == HOSTILE
    page.wait_for_timeout(500)
    context.close()
    context = start()
    page = context.new_page()
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    goto(page, address + SCAN)
    assert page.get_by_label("Siapa yang memberikan pelatihan?").first.input_value() == HOSTILE
    assert page.locator("main img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan sebagai berkas").click()
    file = tmp_path / "berkas.json"
    download.value.save_as(file)
    assert download.value.suggested_filename == "kebutuhan-2017.json"
    page.get_by_role("button", name="Hapus semua jawaban").click()
    page.get_by_role("button", name="Ya, hapus").click()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    assert page.locator("[data-talks] li").count() == 0
    page.locator("#scan-file").set_input_files(file)
    page.locator("[data-talks] li").wait_for()
    assert page.get_by_label("Kecamatan", exact=True).input_value() == HOSTILE
    assert page.get_by_label("Siapa yang memberikan pelatihan?").first.input_value() == HOSTILE
    assert dialogs == []
    context.close()


def test_files_are_checked_and_asked_about(address: str, visit: Open, tmp_path: Path) -> None:
    """A file merges or replaces as asked; a broken or hostile one is refused with a sentence."""
    page = visit(address + SCAN, width=360).page
    interview(page, "Camat", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Tidak")
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan sebagai berkas").click()
    good = tmp_path / "baik.json"
    download.value.save_as(good)
    before = stored(page)
    for name, content, reason in (
        ("rusak", "{", "bukan teks JSON"),
        (
            "lain",
            '{"kind": "lini-depan/rencana", "version": 1, "value": {}}',
            "bukan jawaban pemeriksaan kebutuhan",
        ),
        ("baru", '{"kind": "lini-depan/pindai", "version": 9, "value": {}}', "versi lebih baru"),
        ("proto", '{"kind": "lini-depan/pindai", "version": 1, "value": {"__proto__": {}}}', "tidak boleh"),
        ("isi", '{"kind": "lini-depan/pindai", "version": 1, "value": {"interviews": 7}}', "tidak sesuai"),
        ("besar", " " * 2_100_000, "lebih dari 2 MB"),
    ):
        file = tmp_path / f"{name}.json"
        file.write_text(content)
        page.locator("#scan-file").set_input_files(file)
        page.locator(".asking").filter(has_text=reason).wait_for()
        page.get_by_role("button", name="Mengerti").click()
    assert stored(page) == before
    answer(page, "kepemimpinan", "Ya")
    page.get_by_role("button", name="Tambah wawancara").click()
    interview(page, "Kepala Desa", Desa="Sesait")
    page.locator("#scan-file").set_input_files(good)
    page.get_by_role("button", name="Gabungkan").click()
    assert page.locator("[data-talks] li").count() == 2
    assert card(page, "1.1").count() == 0, "the later answer counts"
    page.locator("#scan-file").set_input_files(good)
    page.get_by_role("button", name="Ganti yang ada").click()
    assert page.locator("[data-talks] li").count() == 1
    assert card(page, "1.1").count() == 1
    reload(page)
    assert page.locator("[data-talks] li").count() == 1


def test_it_works_without_signal_and_sends_nothing(address: str, visit: Open, tmp_path: Path) -> None:
    """Offline after the first touch: interviews, results, files; every request was for a script here."""
    opened = visit(address + SCAN)
    page = opened.page
    sent: list[tuple[str, str]] = []
    page.on("request", lambda request: sent.append((request.method, request.url)))
    page.get_by_label("Kabupaten", exact=True).focus()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    interview(page, "Camat", Kabupaten="Lombok Utara", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Tidak")
    page.get_by_role("button", name="Tambahkan semua yang perlu dikaji").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan sebagai berkas").click()
    file = tmp_path / "berkas.json"
    download.value.save_as(file)
    assert download.value.suggested_filename == "kebutuhan-Lombok-Utara-2017.json"
    page.locator("#scan-file").set_input_files(file)
    page.get_by_role("button", name="Gabungkan").click()
    assert page.locator("article.card").count() == 1
    own = [address + f"assets/scan/{name}.js" for name in ("change", "keep")]
    asked = [plain(url) for _, url in sent if not url.startswith("blob:")]
    assert sorted(asked) == own
    assert {method for method, _ in sent} == {"GET"}
    assert opened.errors == []


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
    """The scan goes on in memory and can be saved as a file."""
    opened = visit("about:blank")
    page = opened.page
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw {error}; }}")
    goto(page, address + SCAN)
    interview(page, "Camat", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Tidak")
    page.get_by_role("button", name="Tambah wawancara").click()
    interview(page, "Kepala Desa")
    assert page.locator("[data-talks] li").count() == 2
    assert sentence in page.locator("[data-saved]").inner_text()
    assert card(page, "1.1").count() == 1
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan sebagai berkas").click()
    content = json.loads(Path(download.value.path()).read_text())
    assert [one["respondent"] for one in content["value"]["interviews"]] == ["Camat", "Kepala Desa"]
    assert opened.errors == []


def test_two_tabs_lose_no_answer(address: str, visit: Open) -> None:
    """Both write to one interview and end with both answers; erasing in one empties the other."""
    first = visit(address + SCAN).page
    interview(first, "Camat", Kecamatan="Gangga")
    second = first.context.new_page()
    goto(second, address + SCAN)
    answer(second, "kepemimpinan", "Tidak")
    first.locator("article.card").wait_for()
    answer(first, "Apakah Kecamatan ini mempunyai Dashboard", "Tidak")
    second.locator("article.card").nth(1).wait_for()
    for page in (first, second):
        assert question(page, "kepemimpinan").get_by_label("Tidak").is_checked()
        assert question(page, "mempunyai Dashboard").get_by_label("Tidak").is_checked()
    second.get_by_role("button", name="Hapus semua jawaban").click()
    second.get_by_role("button", name="Ya, hapus").click()
    first.locator("[data-talks] li").wait_for(state="detached")
    assert first.locator("article.card").count() == 0
    assert first.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_a_changed_menu_says_what_it_changes(address: str, visit: Open) -> None:
    """A scan of an earlier edition: new, gone and reworded questions, other recommendations, nothing lost."""
    page = visit(address + SCAN).page
    interview(page, "Camat", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Tidak")
    answer(page, "PFM", "Tidak")
    kept = stored(page)
    kept["edition"], kept["digest"] = "2016", "lama"
    asked = kept["asked"]
    words = asked["keuangan-kecamatan-unit-layanan/1"]["text"]
    asked["keuangan-kecamatan-unit-layanan/1"]["text"] = words.replace("PFM", "keuangan publik daerah")
    asked["kepemimpinan-camat/1"]["text"] = "Berapa luas kantor?"
    del asked["pembelajaran-jarak-jauh/1"]
    document = json.dumps({"version": 1, "value": kept})
    page.evaluate("text => localStorage.setItem('lini-depan:pindai', text)", document)
    reload(page)
    notice = page.locator(".changed")
    notice.wait_for()
    text = notice.inner_text()
    assert "Jawaban disimpan dengan Menu 2016. Sekarang yang dipakai Menu 2017." in text
    for part in (
        "Game Sekolah Desa",
        "Berapa luas kantor?",
        "Dahulu: Dalam dua tahun terakhir, apakah Anda pernah mengikuti pelatihan formal tentang keuangan",
        "Tidak perlu dikaji lagi",
        "1.1 Pelatihan Kepemimpinan",
    ):
        assert part in text
    assert card(page, "1.1").count() == 0
    assert card(page, "1.3").count() == 1
    answers = stored(page)["interviews"][0]["answers"]
    assert answers["kepemimpinan-camat/1@2016"]["answer"] == "no"
    assert page.locator(".was:visible").count() == 1
    reload(page)
    page.get_by_role("button", name="Mengerti").click()
    reload(page)
    page.locator("article.card").wait_for()
    assert page.locator(".changed").count() == 0


def test_paper_has_the_result_or_the_empty_sheet(address: str, visit: Open) -> None:
    """What is printed is what the button says."""
    page = visit(address + SCAN).page
    page.evaluate("window.print = () => {}")
    page.emulate_media(media="print")
    assert page.locator("[data-key]:visible").count() == 51
    page.emulate_media(media="screen")
    interview(page, "Camat", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Tidak")
    page.emulate_media(media="print")
    assert page.locator("li[data-key]:visible").count() == 0
    assert "menjawab tidak" in seen(page, "main")
    assert page.locator("main button:visible").count() == 0
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 2
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Cetak lembar kosong").click()
    page.emulate_media(media="print")
    assert page.locator("li[data-key]:visible").count() == 51
    assert "menjawab tidak" not in seen(page, "main")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_reports_nothing_in_any_state(address: str, visit: Open, width: int, scheme: str) -> None:
    """Empty, an interview under way, results with a disagreement, a question to the visitor."""
    page = visit(address + SCAN, width=width, color_scheme=scheme).page

    def clean() -> None:
        found = Axe().run(page, options=EVERY_RULE).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"][:3]]) for rule in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            "[...document.querySelectorAll("
            "'main :is(button, select, summary, .choice, input:not([type=radio]))')]"
            ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
        )
        assert small == []

    clean()
    interview(page, "Camat", Kecamatan="Gangga")
    answer(page, "kepemimpinan", "Ya")
    clean()
    page.get_by_role("button", name="Tambah wawancara").click()
    interview(page, "Sekretaris Kecamatan")
    answer(page, "kepemimpinan", "Tidak")
    for fold in page.locator("summary:visible").all():
        fold.click()
    page.get_by_role("button", name="Hapus semua jawaban").click()
    page.locator(".asking").wait_for()
    clean()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
