"""The plan in a browser: chosen on the menu, filled in by keyboard, checked, mended, and made into files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Page

from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import Visit, goto, reload, until
from tests.browser.test_calendar import words
from tests.test_workbooks import place

Open = Callable[..., Visit]
PLAN = "rencana/"
HOSTILE = '=HYPERLINK("https://contoh.example","klik") <b>tebal</b> \u202eterbalik\u202c \U0001f642'
LONG = "alasan " * 1428  # just under 10,000 characters
KEY = "lini-depan:rencana"


def store(page: Page, key: str = KEY) -> dict[str, Any]:
    """What the page keeps on this device."""
    return dict(json.loads(page.evaluate("key => localStorage.getItem(key)", key))["value"])


def head(page: Page, district: str, year: str = "2018") -> None:
    """Say who asks."""
    page.locator("#plan-year").fill(year)
    page.locator("#plan-province").fill("Nusa Tenggara Barat")
    if district:
        page.locator("#plan-district").fill(district)
        page.locator("#plan-district").blur()


def choose(page: Page, activity: str) -> None:
    """Add an activity of the menu."""
    page.locator("[data-choose]").select_option(activity)
    page.get_by_role("button", name="Tambahkan", exact=True).click()


def fill(page: Page, at: int, **values: str) -> None:
    """Write into a row."""
    row = page.locator("[data-rows] > li").nth(at)
    if row.locator("details").get_attribute("open") is None:
        row.locator("summary").click()
    for key, value in values.items():
        field = row.locator(f'[data-key="{key}"]')
        if key in {"from", "until"}:
            field.select_option(label=value)
        else:
            field.fill(value)
            field.blur()


def saved(page: Page, action: str, folder: Path) -> Path:
    """Press a button that makes a file, and keep the file."""
    with page.expect_download() as made:
        page.locator(f'[data-act="{action}"]:visible').click()
    path = folder / made.value.suggested_filename
    made.value.save_as(path)
    return path


def found(page: Page) -> list[str]:
    """The sentences under what needs a look."""
    return [
        text.replace("\u00a0", " ")
        for text in page.locator("[data-checks] > li > p:first-child").all_inner_texts()
    ]


def axe(page: Page) -> list[object]:
    """What axe finds."""
    report = Axe().run(page, options=EVERY_RULE)
    return [
        (rule["id"], [node["target"] for node in rule["nodes"][:3]]) for rule in report.response["violations"]
    ]


def everywhere(page: Page) -> list[object]:
    """What axe finds at both widths and in both colour schemes, and whether the page scrolls sideways."""
    found: list[object] = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(width)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            found += axe(page)
    return found


def test_activities_are_chosen_on_any_page_of_the_menu(address: str, visit: Open) -> None:
    """A button on rows and on pages; the count leads to the plan, in which each has a row; nothing moves."""
    opened = visit(f"{address}menu/2017/", width=360)
    page = opened.page
    row = page.locator('[data-pick="kepemimpinan-camat"]')
    height = row.evaluate("e => e.getBoundingClientRect().height")
    assert height == 44
    button = row.get_by_role("button")
    assert button.inner_text().split("\n")[0].startswith("Tambahkan ke rencana")
    button.focus()
    page.keyboard.press("Enter")
    assert button.inner_text().startswith("Hapus dari rencana")
    assert row.evaluate("e => e.getBoundingClientRect().height") == height
    status = page.locator(".pick-bar [role=status]")
    assert "1 kegiatan di rencana." in status.inner_text()
    goto(page, f"{address}menu/2017/3.1/")
    page.get_by_role("button", name="Tambahkan ke rencana").first.click()
    assert axe(page) == []
    assert json.loads(page.evaluate("localStorage.getItem('lini-depan:pilihan')")) == [
        "kepemimpinan-camat",
        "sistem-informasi-desa",
    ]
    page.get_by_role("link", name="Buka rencana").click()
    page.locator("[data-rows] > li").nth(1).wait_for()
    names = page.locator("[data-rows] [data-number]").all_inner_texts()
    assert names == ["1.1", "3.1"]
    goto(page, f"{address}perubahan/2017-2018/")
    assert page.locator('input[name="pilih"][value="kepemimpinan-camat"]').is_checked()
    goto(page, f"{address}menu/2018/1.1/")
    assert page.locator("[data-pick]").count() == 0
    assert opened.errors == []


def test_a_button_adds_exactly_the_printed_companions(address: str, visit: Open) -> None:
    """7.2 goes in with Paket 1 and 7.1 (four companions), though the chain would add five more."""
    opened = visit(f"{address}menu/2017/7.2/", width=360)
    page = opened.page
    page.get_by_role("button", name="Tambahkan ke rencana").click()
    button = page.get_by_role("button", name="Tambahkan 4 pasangan yang tercetak")
    room = button.locator("..").evaluate("e => e.getBoundingClientRect().height")
    button.click()
    assert page.locator(".pick-bar [role=status]").inner_text().startswith("4 kegiatan ditambahkan.")
    assert page.evaluate("document.activeElement.textContent") == "Buka rencana"
    assert page.locator("[data-pick-partners] button").is_hidden()
    assert page.locator("[data-pick-partners]").evaluate("e => e.getBoundingClientRect().height") == room
    goto(page, address + PLAN)
    page.locator("[data-rows] > li").nth(4).wait_for()
    assert sorted(page.locator("[data-rows] [data-number]").all_inner_texts()) == [
        "1.1",
        "1.2",
        "1.3",
        "7.1",
        "7.2",
    ]
    goto(page, f"{address}menu/2017/5.1/")
    page.get_by_role("button", name="Tambahkan beserta 1 pasangan yang tercetak").click()
    assert json.loads(page.evaluate("localStorage.getItem('lini-depan:pilihan')"))[5:] == [
        "integrasi-spm",
        "sepakat",
    ]
    assert opened.errors == []


def test_what_the_chain_adds_is_no_check_and_has_a_button_of_its_own(address: str, visit: Open) -> None:
    """With 5.1 and 5.2: 5.2 must go with three, a finding; eight more only by the chain, in a fold."""
    page = visit(address + PLAN, width=360).page
    head(page, "Bener Meriah", "2017")
    choose(page, "integrasi-spm")
    choose(page, "sepakat")
    (said,) = found(page)
    assert said.replace("\u00a0", " ").endswith(
        "harus bersama 3.1, 3.2, 5.3. Belum ada di rencana: 3.1, 3.2, 5.3."
        " Bersama pasangannya lengkap mulai Juni 2017, saat kegiatan terakhir (5.2 dan 5.3) tersedia."
    )
    fold = page.locator("[data-chain]")
    assert fold.locator("summary").inner_text() == "Bila keharusan berlaku berantai"
    assert not fold.locator("li").first.is_visible()
    fold.locator("summary").click()
    assert fold.locator("p").first.inner_text() == "Naskah tidak mengatakannya; ini bacaan situs ini."
    lines = [text.replace("\u00a0", " ") for text in fold.locator("li").all_inner_texts()]
    assert "lewat pasangannya 1.1, 1.2, 1.3, 4.1, 4.2, 4.3, 7.1, 7.2. Seluruhnya lengkap" in lines[1]
    assert axe(page) == []
    fold.get_by_role("button", name="Tambahkan juga 8 kegiatan lewat pasangannya").click()
    assert page.locator("[data-rows] > li").count() == 10
    assert fold.is_hidden()
    page.get_by_role("button", name="Urungkan").click()
    assert page.locator("[data-rows] > li").count() == 2


def test_without_scripts_the_page_gives_the_forms(address: str, visit: Open) -> None:
    """It says what is needed, and links the empty forms and their prints; no dead button is shown."""
    page = visit(address + PLAN, java_script_enabled=False).page
    assert page.locator("noscript p").is_visible()
    assert page.locator("main button:visible, main input:visible").count() == 0
    for name in ("lampiran-6", "lampiran-7"):
        link = page.locator(f'main a[href$="/formulir/{name}.xlsx"]')
        assert link.is_visible()
        answer = page.request.get(f"{address}pemantauan/formulir/{name}.xlsx")
        assert answer.body().startswith(b"PK")
    menu = visit(f"{address}menu/2017/", java_script_enabled=False).page
    assert menu.locator("[data-pick]").first.is_hidden()


def test_a_plan_is_made_on_a_phone_by_keyboard_alone(address: str, visit: Open) -> None:
    """From the empty page to an activity with its companions, with mends that can be taken back."""
    opened = visit(address + PLAN, width=360)
    page = opened.page
    assert page.get_by_text("Belum ada kegiatan.").is_visible()
    page.locator("#plan-year").focus()
    page.keyboard.type("2016")
    page.keyboard.press("Tab")
    page.keyboard.type("Aceh")
    page.locator("[data-choose]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.key") == "location"
    page.keyboard.type("Kecamatan Bandar")
    assert page.locator("[data-rows] > li").count() == 1
    wanted = "Tahun anggaran “2016” tidak dapat dipakai: menu ini untuk tahun anggaran mulai 2017."
    assert found(page)[0] == wanted
    assert "harus bersama" in found(page)[1]
    page.get_by_role("button", name="Pakai 2017").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "periksa"
    assert page.locator("#plan-year").input_value() == "2017"
    page.get_by_role("button", name=re.compile("Tambahkan . pasangan yang tercetak")).focus()
    page.keyboard.press("Enter")
    assert found(page) == []
    assert page.get_by_text("Tidak ada yang perlu diperbaiki.").first.is_visible()
    rows = page.locator("[data-rows] [data-number]").all_inner_texts()
    assert rows == ["1.2", "1.1", "1.3"]
    page.get_by_role("button", name="Urungkan").focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-rows] > li").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []
    assert opened.errors == []
    reload(page)
    assert page.locator("[data-rows] [data-place]").inner_text() == "Kecamatan Bandar"


def test_each_check_is_a_sentence_with_a_mend(address: str, visit: Open) -> None:
    """Amounts, months, doubles: said, kept as typed, and mended with one touch."""
    page = visit(address + PLAN).page
    head(page, "Bener Meriah", "2017")
    choose(page, "regulasi-strategi-daerah")
    fill(page, 0, location="Bandar", women="12 orang", apbd="Rp 1.500.000", request="banyak", priority="1")
    fill(page, 0, **{"from": "Juni", "until": "Mei"})
    page.locator("[data-rows]").get_by_role("button", name="Tambah lokasi lain").first.click()
    fill(page, 1, location="bandar ", priority="1", village="250000")
    assert page.locator("[data-sum=total]").inner_text().replace("\u00a0", " ") == "Rp 1.750.000"
    said = found(page)
    assert [re.sub(r"2\.3 .*?(?= di | selesai|\))", "2.3", text) for text in said] == [
        "“12 orang” pada “Perempuan penerima manfaat” (2.3) bukan nilai yang dapat dijumlahkan.",
        "“banyak” pada “Jumlah yang diminta (b), Rp” (2.3) bukan nilai yang dapat dijumlahkan.",
        "2.3 selesai Mei, sebelum mulai Juni.",
        "2.3 selesai Mei, sebelum mulai Juni.",
        "2.3 di Bandar tercatat dua kali.",
        "Prioritas 1 dipakai 2 kali.",
    ]
    rows = store(page)["rows"]
    assert (rows[0]["women"], rows[0]["apbd"]) == ("12 orang", 1_500_000)
    for name in ("Pakai 12", "Kosongkan", "Tukar kedua bulan", "Tukar kedua bulan", "Gabungkan kedua baris"):
        page.get_by_role("button", name=name).first.click()
    assert found(page) == []
    (row,) = store(page)["rows"]
    assert (row["women"], row["request"], row["from"], row["until"]) == (12, None, 5, 6)
    assert (row["apbd"], row["village"], row["location"]) == (1_500_000, 250_000, "Bandar")


def test_files_hold_what_was_typed_and_are_read_back(address: str, visit: Open, tmp_path: Path) -> None:
    """XLSX, CSV and JSON, each read into an empty plan; hostile words stay words in all of them."""
    opened = visit(address + PLAN, accept_downloads=True)
    page = opened.page
    head(page, HOSTILE)
    choose(page, "kepemimpinan-camat")
    fill(
        page, 0, location=HOSTILE, reason=LONG, contact="+62 812\u00a03456", women="12", request="3000000000"
    )
    fill(page, 0, **{"from": "April", "until": "Desember"})
    choose(page, "sistem-informasi-desa")
    fill(page, 1, location="baris", reason="satu\ndua", men="8 atau 9", village="-5")
    before = store(page)
    files = [saved(page, kind, tmp_path) for kind in ("xlsx", "csv", "json")]
    assert [path.suffix for path in files] == [".xlsx", ".csv", ".json"]
    assert all(re.fullmatch(r"[A-Za-z0-9.-]+", path.name) for path in files)
    made = load_workbook(files[0])
    sheet, area = place(made, "kolom__pengajuan__lokasi")
    cell = made[sheet][area][0][0]
    assert (cell.value, cell.data_type) == (HOSTILE, "s")
    sheet, area = place(made, "kolom__pengajuan__total")
    assert made[sheet][area][0][0].data_type == "f"
    assert load_workbook(files[0], data_only=True)[sheet][area][0][0].value == 3_000_000_000
    for line in re.findall(r'"((?:[^"]|"")*)"', files[1].read_text("utf-8-sig")):
        assert not re.match(r"\s*[=+\-@]", line)
    for path in files:
        page.get_by_role("button", name="Kosongkan rencana").click()
        assert page.locator("[data-rows] > li").count() == 0
        page.locator("[data-file]").set_input_files(path)
        page.locator("[data-rows] > li").nth(1).wait_for()
        assert store(page) == before, path.suffix
    assert page.locator("main b", has_text="tebal").count() == 0
    (tmp_path / "rusak.xlsx").write_bytes(files[0].read_bytes()[:900])
    page.locator("[data-file]").set_input_files(tmp_path / "rusak.xlsx")
    page.get_by_text("rusak.xlsx tidak dipakai: berkas XLSX rusak.").wait_for()
    assert store(page) == before
    assert opened.errors == []
    assert {urlsplit(url).netloc for url in opened.requests if not url.startswith("blob:")} == {
        urlsplit(address).netloc
    }


def test_a_province_sums_up_three_districts(address: str, visit: Open, tmp_path: Path) -> None:
    """Good files are taken, a broken one is named; the table, the workbook and the letter agree."""
    opened = visit(address + PLAN, accept_downloads=True)
    page = opened.page
    files = []
    for number, district in enumerate(("Aceh Barat", "Bireuen", "Bener Meriah"), 1):
        head(page, district)
        if number == 1:
            choose(page, "regulasi-strategi-daerah")
        fill(page, 0, location=f"Desa {number}", women=str(number), apbd="100", request=f"{number}000")
        files.append(
            saved(page, ("xlsx", "csv", "json")[number - 1], tmp_path).rename(
                tmp_path / f"{number}{('.xlsx', '.csv', '.json')[number - 1]}"
            )
        )
    (tmp_path / "rusak.json").write_text('{"kind": "lini-depan/rencana", "__proto__": {}}')
    assert everywhere(page) == []
    page.get_by_label("Provinsi", exact=True).first.check()
    page.locator("[data-districts]").set_input_files([*files, tmp_path / "rusak.json"])
    page.get_by_text("rusak.json tidak dipakai: isinya tidak dikenal.").wait_for()
    rows = page.locator("[data-summary] tr")
    rows.nth(3).wait_for()
    texts = [
        [c.replace("\u00a0", " ") for c in row.locator("th, td").all_inner_texts()][:6] for row in rows.all()
    ]
    assert texts == [
        ["Provinsi", "1", "3", "Rp 100", "Rp 3.000", "Rp 3.100"],
        ["Aceh Barat", "1", "1", "Rp 100", "Rp 1.000", "Rp 1.100"],
        ["Bireuen", "1", "2", "Rp 100", "Rp 2.000", "Rp 2.100"],
        ["Bener Meriah", "1", "3", "Rp 100", "Rp 3.000", "Rp 3.100"],
    ]
    assert page.locator("[data-summary-sum]").inner_text().replace("\u00a0", " ").split() == (
        ["Jumlah", "4", "9", "Rp", "400", "Rp", "9.000", "Rp", "9.400"]
    )
    assert everywhere(page) == []
    made = load_workbook(saved(page, "summary", tmp_path), data_only=True)
    sheet, under = place(made, "jumlah__pengajuan__total")
    assert made[sheet][under].value == 9_400
    sheet, area = place(made, "kolom__pengajuan__nama_pemda")
    assert [cell.value for (cell,) in made[sheet][area]][:5] == [row[0] for row in texts] + [None]
    page.locator("[data-districts]").set_input_files(files[:1])
    page.get_by_text("Aceh Barat masuk dua kali").wait_for()
    page.get_by_role("button", name="Hapus berkas itu").click()
    assert rows.count() == 4
    letter = page.locator("[data-letter]:visible").inner_text().replace("\u00a0", " ")
    assert "Yth. Komite Teknis Nasional" in letter
    assert "total perkiraan Rp 9.400" in letter
    assert opened.errors == []


def test_the_letter_prints_alone_with_blanks_for_what_only_an_official_may_fill(
    address: str, visit: Open
) -> None:
    """Two sheets of A4: the letter, and what is asked for; the ministry's head is not on it."""
    page = visit(address + PLAN).page
    assert page.locator("[data-letter]:visible").count() == 0
    head(page, "Lombok Utara")
    choose(page, "regulasi-strategi-daerah")
    fill(page, 0, location="Desa <A>", request="5000000")
    content = page.pdf(format="A4", prefer_css_page_size=True)
    assert content.count(b"/Type /Page\n") == 2
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text().replace("\u00a0", " ")
    for text in (
        "[kop surat daerah]", "[nomor surat]", "[sifat surat]", "[tanggal surat]", "[tanda tangan]",
        "[nama lengkap]", "[NIP]", "Yth. Tim Teknis Provinsi", "tahun anggaran 2018",
        "Kabupaten Lombok Utara", "Ketua Tim Teknis Kabupaten,", "Isinya 1 kegiatan",
        "yang diminta Rp 5.000.000", "Desa <A>",
    ):  # fmt: skip
        assert text in shown, text
    for gone in (".kop", "h1", "nav", "[data-saved]", ".plan-rows", ".foot", "button"):
        assert not page.locator(gone).first.is_visible(), gone


def test_a_full_or_blocked_storage_is_said_and_loses_nothing(
    address: str, visit: Open, tmp_path: Path
) -> None:
    """What is typed stays in the page and can be saved as a file."""
    opened = visit(address + PLAN, accept_downloads=True)
    page = opened.page
    page.evaluate(
        "void (Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError'); })"
    )
    head(page, "Bireuen")
    assert "Penyimpanan peramban penuh." in page.locator("[data-saved]").inner_text()
    choose(page, "regulasi-strategi-daerah")
    fill(page, 0, location="Simpang")
    value = json.loads(saved(page, "json", tmp_path).read_text())
    assert (value["kind"], value["edition"]) == ("lini-depan/rencana", "2017")
    assert value["value"]["rows"][0]["location"] == "Simpang"
    page.evaluate(
        "void (Storage.prototype.setItem = () => { throw new DOMException('x', 'SecurityError'); })"
    )
    fill(page, 0, location="Simpang Mamplam")
    assert "Peramban melarang penyimpanan." in page.locator("[data-saved]").inner_text()
    assert opened.errors == []


def test_two_tabs_and_what_was_broken(address: str, visit: Open) -> None:
    """Another tab's writing shows at once; a stored plan that cannot be read is put aside and said."""
    opened = visit(address + PLAN)
    first = opened.page
    second = first.context.new_page()
    goto(second, address + PLAN)
    head(first, "Brebes")
    choose(first, "regulasi-strategi-daerah")
    fill(first, 0, location="Paguyangan")
    second.locator("[data-rows] > li").wait_for()
    assert second.locator("#plan-district").input_value() == "Brebes"
    assert second.locator("[data-place]").inner_text() == "Paguyangan"
    fill(second, 0, women="5")
    until(first, "document.querySelector('[data-sum=people]').textContent === '5'")
    second.evaluate('key => localStorage.setItem(key, \'{"version":1,"value":{"rows":3}}\')', KEY)
    reload(second)
    assert second.get_by_text("Rencana yang tersimpan tidak terbaca.").is_visible()
    assert (
        second.evaluate("key => localStorage.getItem(key + ':lama')", KEY)
        == '{"version":1,"value":{"rows":3}}'
    )
    assert opened.errors == []


def test_reasons_and_place_come_from_the_other_tools(address: str, visit: Open) -> None:
    """The scan's sentences become the reason of a row; the chosen place fills the head of an empty plan."""
    page = visit(address).page
    reasons = ["Camat baru.", "Belum dilatih."]
    scan = [{"activity": "kepemimpinan-camat", "reasons": reasons}, {"activity": 3}, None]
    for key, value in {
        "pindai": {"version": 1, "value": {"recommended": scan}},
        "tempat": {"version": 1, "value": {"province": "Aceh", "district": "Bireuen", "role": "kabupaten"}},
        "pilihan": ["kepemimpinan-camat", "tidak-ada"],
    }.items():
        page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [f"lini-depan:{key}", json.dumps(value)]
        )
    goto(page, address + PLAN)
    (row,) = store(page)["rows"]
    assert row["reason"] == "Camat baru.\nBelum dilatih."
    assert page.locator("#plan-province").input_value() == "Aceh"
    assert page.locator("#plan-district").input_value() == "Bireuen"
    until(page, "document.querySelector('[data-area]:not([hidden]) [data-standing]')?.textContent.length > 0")
    inside = "Bireuen, Aceh, ada di daftar lokasi uji coba 2017: nomor 1, 1 kecamatan: Simpang Mamplam."
    assert words(page, "[data-area] [data-standing]") == inside
    assert words(page, "[data-letter]:not([hidden]) [data-standing]") == inside


def test_a_district_outside_the_list_can_prepare_and_its_letter_says_nothing_false(
    address: str, visit: Open
) -> None:
    """The plan says what stays useful; the letter where support begins, and what the list lacks."""
    opened = visit(address + PLAN, width=360)
    page = opened.page
    choose(page, "regulasi-strategi-daerah")
    page.locator("#plan-province").fill("Jawa Tengah")
    page.locator("#plan-district").fill("Semarang")
    page.locator("#plan-district").press("Tab")
    until(page, "document.querySelector('[data-area]:not([hidden]) [data-standing]')?.textContent.length > 0")
    outside = "“Semarang, Jawa Tengah” tidak terbaca di daftar lokasi uji coba 2017."
    assert words(page, "[data-area]").startswith(f"{outside} Saran situs ini bagi daerah di luar daftar:")
    letter = words(page, "[data-letter]:not([hidden])")
    assert "Pada awalnya dukungan hanya akan dapat diterima di wilayah percontohan" in letter
    assert outside in letter
    page.locator("#plan-district").fill("Pemalang")
    page.locator("#plan-district").press("Tab")
    until(page, "document.querySelector('[data-area] [data-standing]').textContent.includes('Pemasang')")
    assert not page.locator("[data-area] [data-outside]").is_visible()
    page.locator("input[value=provinsi]").check()
    until(page, "document.querySelector('[data-area] [data-standing]').textContent.startsWith('Jawa Tengah')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.errors == []


def test_the_plan_works_on_after_the_network_is_gone(address: str, visit: Open, tmp_path: Path) -> None:
    """Once the page was touched, its parts are there: a workbook is made without a network."""
    opened = visit(address + PLAN, accept_downloads=True)
    page = opened.page
    assert len(opened.requests) <= 5
    with page.expect_response("**/lampiran-7.xlsx*"):
        page.locator("#plan-year").focus()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    head(page, "Bondowoso")
    choose(page, "regulasi-strategi-daerah")
    assert saved(page, "xlsx", tmp_path).read_bytes().startswith(b"PK")
    assert opened.errors == []
    bare = visit(address + PLAN).page
    bare.context.set_offline(True)
    bare.locator('[data-act="csv"]').click()
    bare.get_by_text("Bagian alat ini belum termuat.").wait_for()


def test_more_rows_than_the_form_has_room_for_are_said(address: str, visit: Open, tmp_path: Path) -> None:
    """No workbook is made that lacks rows; the table holds them all."""
    page = visit(address + PLAN, accept_downloads=True).page
    lines = ["Nomor dan nama kegiatan di menu;Jumlah yang diminta (b)", *(f"2.3 x;{n}" for n in range(201))]
    (tmp_path / "banyak.csv").write_text("\n".join(lines))
    page.locator("[data-file]").set_input_files(tmp_path / "banyak.csv")
    page.locator("[data-rows] > li").nth(200).wait_for()
    page.locator('[data-act="xlsx"]:visible').click()
    page.get_by_text(
        "Rencana ini 201 baris, sedangkan formulir muat 200. Simpan sebagai CSV atau JSON."
    ).wait_for()
    assert saved(page, "csv", tmp_path).read_text("utf-8-sig").count("\n") == 202
