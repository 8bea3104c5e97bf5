"""What changed between editions: the whole list, its filters, and what changed for us."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, goto, reload, serve
from tests.conftest import built, make_project
from tests.paths import TINY_NEXT

PAIR = "perubahan/2017-2018/"
KEY = "lini-depan:pilihan"


def shown(page: Page) -> list[str]:
    """Anchors of the entries that are not hidden (a closed fold hides none)."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-entry]')].filter(e => !e.closest('[hidden]')).map(e => e.id)"
    )
    return found


def choose(page: Page, *numbers: str) -> None:
    """Mark activities as chosen."""
    fold = page.locator(".ours")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    for number in numbers:
        fold.locator("label").filter(has_text=f"{number} ").get_by_role("checkbox").check()


def test_without_scripts_every_change_is_there(address: str, visit: Open) -> None:
    """All entries with old and new, and no control that would do nothing."""
    page = visit(address + PAIR, java_script_enabled=False).page
    assert len(shown(page)) > 50
    assert page.locator("main select:visible, main input:visible, main button:visible").count() == 0
    entry = page.locator("#sistem-informasi-desa_name")
    assert "Pengembangan" in entry.locator("ins").first.inner_text()
    page.locator("summary").filter(has_text="Lihat perubahan redaksi").click()
    assert page.locator("#paket_paket-kapasitas-kecamatan_aliases").is_visible()


def test_everything_says_that_it_is_only_proposed(address: str, visit: Open) -> None:
    """The list, the menu, a package, an activity and its history of the draft edition."""
    for path in (PAIR, "menu/2018/", "menu/2018/5/", "menu/2018/5.2/", "menu/2018/jadwal/"):
        page = visit(address + path).page
        text = page.locator("main").inner_text().replace("\u00a0", " ")
        assert "Usulan" in text, path
        assert "Belum disahkan" in text, path
        assert "Menu 2017" in text, path
    page = visit(f"{address}kegiatan/sepakat/").page
    assert "Usulan" in page.locator("#edisi-2018").inner_text()


def test_filters_combine_and_live_in_the_address(address: str, visit: Open) -> None:
    """Paket 5, changes of names: one entry; the count says so and a reload keeps it."""
    page = visit(address + PAIR).page
    page.get_by_label("Paket", exact=True).select_option("paket-spm")
    page.get_by_label("Jenis perubahan").select_option("renamed")
    assert shown(page) == ["paket_paket-spm_name"]
    assert page.get_by_role("status").inner_text().replace("\u00a0", " ").startswith("1 dari ")
    assert parse_qs(urlsplit(page.url).query) == {"paket": ["paket-spm"], "jenis": ["renamed"]}
    reload(page)
    assert shown(page) == ["paket_paket-spm_name"]
    page.get_by_label("Unit sasaran").select_option("unit-layanan")
    assert page.get_by_role("heading", name="Tidak ada perubahan yang cocok").is_visible()
    page.locator("[data-reset]").last.click()
    assert len(shown(page)) > 50
    assert "?" not in page.url


def test_a_link_to_an_editorial_change_opens_it(address: str, visit: Open) -> None:
    """It stands in a fold that is closed otherwise."""
    page = visit(f"{address}{PAIR}#paket_paket-kapasitas-kecamatan_aliases").page
    assert page.locator("#paket_paket-kapasitas-kecamatan_aliases").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_changed_for_us(address: str, visit: Open, width: int) -> None:
    """5.2 chosen: its own changes, those of its package and of the whole menu; its companions stay."""
    opened = visit(address + PAIR, width=width)
    page = opened.page
    before = list(opened.requests)
    choose(page, "5.2")
    found = shown(page)
    assert "sepakat_indicators" in found
    assert "paket_paket-spm_name" in found
    assert "menu__listed-elsewhere" in found
    assert "sistem-informasi-desa_name" not in found
    assert page.locator("[data-partners-box]").inner_text().split("\n") == [
        "Pasangan kegiatan pilihan Anda sama di kedua edisi."
    ]
    assert parse_qs(urlsplit(page.url).query) == {"pilih": ["sepakat"]}
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == '["sepakat"]'
    assert opened.requests == before, "nothing is sent"
    goto(page, address + PAIR)
    assert shown(page) == found, "the choice is kept on this device"
    page.get_by_role("button", name="Kosongkan pilihan").click()
    assert len(shown(page)) > len(found)
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == "[]"


@pytest.fixture(scope="module")
def tiny_years(shared: Path) -> Iterator[str]:
    """The tiny programme's site with its next year, in which the new 1.2 must go with 1.1."""

    def project() -> Path:
        folder = make_project(shared / "tiny-years-project")
        shutil.copytree(TINY_NEXT / "menu_data", folder / "menu_data", dirs_exist_ok=True)
        path = folder / "menu_data/editions/2/packages/1.yml"
        path.write_text(path.read_text().replace("implement_with: []", "implement_with: [{activity: satu}]"))
        return folder

    yield from serve(built(shared, "tiny-years", project))


def test_companions_that_a_choice_gains_are_told(tiny_years: str, visit: Open) -> None:
    """Whoever chooses 1.2 must now take 1.1 too; a proposal says that it is one."""
    page = visit(f"{tiny_years}perubahan/1-2/").page
    choose(page, "1.2")
    box = page.locator("[data-partners-box]")
    (line,) = box.locator("li:visible").all_inner_texts()
    assert "ditambah 1.1 " in line


def test_where_companions_stay_nothing_is_called_new(address: str, visit: Open) -> None:
    """5.1 goes with 5.2 in both editions, and its chain holds the same; that is said, and no more."""
    page = visit(address + PAIR, width=360).page
    choose(page, "5.1")
    assert page.locator("[data-partners-box]").inner_text().split("\n") == [
        "Pasangan kegiatan pilihan Anda sama di kedua edisi."
    ]


def test_a_link_of_a_colleague_shows_their_choice_and_keeps_ours(address: str, visit: Open) -> None:
    """What is stored changes only when the reader changes it; ids of other editions stay."""
    page = visit(address + PAIR).page
    page.evaluate(f"localStorage.setItem('{KEY}', '[\"lain\", \"sikd\"]')")
    goto(page, f"{address}{PAIR}?pilih=sepakat,tak-ada")
    assert page.locator(".ours input:checked").evaluate_all("boxes => boxes.map(b => b.value)") == ["sepakat"]
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == '["lain", "sikd"]'
    choose(page, "1.1")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == '["lain","kepemimpinan-camat","sepakat"]'


@pytest.mark.parametrize("value", ["{", "5", '{"a": 1}', '[1, null, "<img src=x onerror=alert(1)>"]'])
def test_a_stored_choice_that_makes_no_sense_chooses_nothing(address: str, visit: Open, value: str) -> None:
    """The page stands as without it."""
    opened = visit(address + PAIR)
    opened.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    reload(opened.page)
    assert len(shown(opened.page)) > 50
    assert opened.errors == []


def test_with_storage_blocked_the_choice_stands_in_the_address(address: str, visit: Open) -> None:
    """A full or forbidden storage is no error."""
    opened = visit("about:blank")
    opened.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"
    )
    goto(opened.page, address + PAIR)
    choose(opened.page, "5.2")
    assert parse_qs(urlsplit(opened.page.url).query) == {"pilih": ["sepakat"]}
    reload(opened.page)
    assert "paket_paket-spm_name" in shown(opened.page)
    assert opened.errors == []


def test_choosing_works_by_keyboard_alone(address: str, visit: Open) -> None:
    """Tab to 'Hanya yang kami pilih', open, tab to the first activity, space."""
    page = visit(address + PAIR).page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.ours') !== null"):
            break
    page.keyboard.press("Enter")
    page.locator(".ours input").first.wait_for(state="visible")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**pilih=**")
    assert parse_qs(urlsplit(page.url).query) == {"pilih": ["kepemimpinan-camat"]}


def test_a_page_of_the_draft_leads_to_the_same_activity_in_the_current_menu(
    address: str, visit: Open
) -> None:
    """By lineage, beside a quiet mark that leads to what changed."""
    page = visit(f"{address}menu/2018/3.1/").page
    page.locator("main").get_by_role("link", name="Berubah dari 2017").click()
    page.wait_for_url("**/kegiatan/sistem-informasi-desa/#edisi-2018")
    page.go_back()
    page.locator(".banner").get_by_role("link", name="3.1 Sistem Informasi").click()
    page.wait_for_url("**/menu/2017/3.1/")
    assert page.locator("main").get_by_text("Berubah dari").count() == 0


def test_the_history_names_what_an_activity_was_called(address: str, visit: Open) -> None:
    """3.1 is renamed in the draft; the current state comes first."""
    page = visit(f"{address}kegiatan/sistem-informasi-desa/").page
    assert page.locator("h1").inner_text() == "Sistem Informasi dan Administrasi Tingkat Desa"
    assert page.locator(".stages > li").evaluate_all("items => items.map(i => i.id)") == [
        "edisi-2018",
        "edisi-2017",
    ]
    newest = page.locator("#edisi-2018").inner_text()
    assert "Pengembangan Sistem Informasi dan Administrasi Tingkat Desa" in newest


def test_the_change_sheet_prints(address: str, visit: Open) -> None:
    """A4 with reasons and meanings, folds opened, controls gone."""
    page = visit(address + PAIR).page
    page.emulate_media(media="print")
    assert not page.locator("[data-filter]").is_visible()
    assert page.locator("ins").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert page.locator("del").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"
    sheet = page.pdf(format="A4", print_background=False)
    assert 3 <= sheet.count(b"/Type /Page\n") <= 18
