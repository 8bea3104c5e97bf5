"""Finding things as a visitor does: by the field, by keyboard, by address, without network or scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from benchmarks.search import FIRST_BYTES, FURTHER_BYTES, Traffic, ask, cases, ready, scores
from macros.search.files import address as address_of
from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import Visit, goto, reload, until
from tests.sample import real

Open = Callable[..., Visit]
RESULTS = "[data-search-result]"
HOSTILE = [
    "<script>window.PWN=1</script>",
    "</script><img src=x onerror=window.PWN=1>",
    "javascript:window.PWN=1",
    "__proto__ constructor prototype toString hasOwnProperty",
    "(.*)+$ [a-z]{1,99} \\ ^ | ? * + ( ) [ ]",
    "🏥 👨‍👩‍👧 é ñ 中文 العربية \u202e\u0000",
    "=1+1 %00 %3Cscript%3E &amp; #huruf-a ?q=x",
    "'\"`;--",
    "desa " * 2_000,
    "x" * 10_000,
]


@pytest.fixture
def searching(address: str, visit: Open) -> Page:
    """The search page after its first answer."""
    page = visit(f"{address}cari/").page
    ready(page, address)
    return page


def titles(page: Page) -> list[str]:
    """Titles of the results, in their order."""
    return page.locator(f"{RESULTS} a").all_inner_texts()


def test_real_queries_find_the_right_page(searching: Page) -> None:
    """First in nine of ten, among three in 98 of a hundred, of sixty real queries of six kinds."""
    found = scores(searching, cases("dev"))
    assert {kind: score.all for kind, score in found.items()} == {
        "all": 60,
        **dict.fromkeys(("exact", "morph", "synonym", "acronym", "typo", "need"), 10),
    }
    assert found["all"].first >= 54, found
    assert found["all"].three >= 59, found["all"].missed


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bantuan bikin perbup", {"menu/2017/2.1/", "menu/2017/2.2/"}),
        ("akte lahir", {"menu/2017/6.1/"}),
        ("latihan camat", {"menu/2017/1.1/"}),
        ("4.2", {"menu/2017/4.2/"}),
        ("kegiatan 4.2", {"menu/2017/4.2/"}),
        ("bagian 4.2", {"panduan/bab-4/#4.2"}),
        ("paket 7", {"menu/2017/7/"}),
        ("lampiran 5", {"panduan/lampiran-ii/5/"}),
        ("tabel 3", {"panduan/bab-2/#tabel-3"}),
        ("pp 19/2008", {"panduan/dasar-hukum/#pp-19-2008"}),
        ("KTN", {"panduan/akronim/#akronim-ktn"}),
    ],
)
def test_numbers_acronyms_and_everyday_words_go_where_they_say(
    searching: Page, query: str, expected: set[str]
) -> None:
    """The first results are those, whichever of them is the very first."""
    (answer,) = ask(searching, [query], len(expected))
    assert {result.rpartition(" /")[2] for result in answer["results"]} == expected


def test_affixes_make_no_difference_and_long_forms_are_acronyms(searching: Page) -> None:
    """Merencanakan finds perencanaan; an acronym and its long form share their results."""
    planned, short, long = ask(searching, ["merencanakan", "SPM", "standar pelayanan minimal"], 6)
    assert any("Perencanaan" in result for result in planned["results"][:3])
    assert set(short["results"][:3]) & set(long["results"][:3])


def test_every_entry_that_an_editor_wrote_finds_what_it_is_for(searching: Page) -> None:
    """The query of each entry of search.yml has its page among three."""
    programme = real()
    words = programme.search_words
    entries = [(one.query, address_of(programme, one.finds)) for one in words.same]
    entries += [(one.query, address_of(programme, one.finds)) for one in words.leads]
    missed = [
        (query, url, answer["results"])
        for (query, url), answer in zip(entries, ask(searching, [query for query, _ in entries]), strict=True)
        if not any(f"/{url}" in f"{result.rpartition(' ')[2]}" for result in answer["results"])
    ]
    assert missed == []


def test_nothing_is_loaded_before_the_field_has_focus_and_little_after(
    address: str, site: Path, visit: Open
) -> None:
    """The first search weighs at most 60 KB in all, a further one at most 5 KB."""
    opened = visit("about:blank", width=360, height=740)
    page = opened.page
    traffic = Traffic(page, site, address)
    page.goto(f"{address}cari/", wait_until="networkidle")
    visited = traffic.take()
    assert not any("terkini" in path or "engine" in path or "vendor" in path for path in visited)
    page.locator("#q").focus()
    page.keyboard.type("akte lahir")
    page.locator("mark").first.wait_for()
    first = traffic.take()
    assert any("terkini" in path for path in first)
    assert not any(path.startswith("cari/2018") for path in first)
    assert sum(first.values()) <= FIRST_BYTES
    for query in ("anggaran desa", "tim teknis", "laporan"):
        page.locator("#q").fill(query)
        page.wait_for_timeout(1_000)
        assert sum(traffic.take().values()) <= FURTHER_BYTES, query
    assert opened.errors == []


def test_other_pages_load_nothing_of_the_search(address: str, visit: Open) -> None:
    """Their field is a form that leads to the search, by enter, scripts or not."""
    for script in (True, False):
        opened = visit(f"{address}menu/2017/1.1/", java_script_enabled=script)
        page = opened.page
        page.get_by_role("searchbox", name="Cari di situs ini").fill("dana desa")
        assert not any("cari" in urlsplit(url).path for url in opened.requests)
        page.keyboard.press("Enter")
        page.wait_for_url("**/cari/?q=dana+desa")
        if script:
            page.locator(RESULTS).first.wait_for()
            assert page.locator("#q").input_value() == "dana desa"
        else:
            assert "memerlukan JavaScript" in page.locator("main").inner_text()
            assert page.get_by_role("link", name="Lampiran 5", exact=True).is_visible()


def test_results_say_what_they_are_and_mark_the_passage(searching: Page) -> None:
    """The best first, then by group; kind and edition in words; the passage with its words marked."""
    searching.locator("#q").fill("dana desa")
    expect(searching.locator("[data-live]")).to_contain_text("hasil untuk “dana desa”")
    headings = searching.locator("[data-results] h2").all_inner_texts()
    assert headings[0] == "Paling cocok"
    assert {"Kegiatan dan paket", "Bagian panduan"} <= set(headings)
    first = searching.locator(RESULTS).first
    assert "Menu 2017" in first.inner_text()
    assert first.locator(".frame.now").inner_text() == "Seperti tercetak"
    until(searching, "document.querySelectorAll('[data-search-result] .passage mark').length > 1")
    assert {one.lower() for one in first.locator("mark").all_inner_texts()} & {"dana", "desa"}


def test_drafts_come_after_what_is_current_and_only_when_asked_for(address: str, visit: Open) -> None:
    """The proposal's index is loaded by its box; its results stand last and bear its frame."""
    page = visit(f"{address}cari/?q=camat").page
    page.locator(RESULTS).first.wait_for()
    assert not any("/2018/" in (link or "") for link in _hrefs(page))
    page.get_by_role("checkbox", name="Menu 2018").check()
    page.locator(f"{RESULTS} .frame.draft").first.wait_for()
    page.wait_for_url("**/cari/?q=camat&edisi=2018")
    proposed = ["/2018/" in href or "/2017-2018/" in href for href in _hrefs(page)]
    assert proposed == sorted(proposed)
    reload(page)
    page.locator(f"{RESULTS} .frame.draft").first.wait_for()


def _hrefs(page: Page) -> list[str]:
    found: list[str] = page.locator(f"{RESULTS} a").evaluate_all("links => links.map(link => link.href)")
    return found


def test_the_keyboard_walks_from_the_field_through_the_results(searching: Page) -> None:
    """Type, arrow down to the second result, escape back, down and enter."""
    page = searching
    page.locator("#q").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("akuntabilitas sosal")
    expect(page.locator("[data-live]")).to_contain_text("bukan “sosal”")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    links = page.locator(f"{RESULTS} a")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{target}**")
    page.go_back()
    page.locator(RESULTS).first.wait_for()
    assert page.locator("#q").input_value() == "akuntabilitas sosal"


def test_no_result_says_so_and_offers_ways_on(searching: Page) -> None:
    """What to try, where to go; nothing of the last results stays."""
    searching.locator("#q").fill("xyzzyqq")
    expect(searching.locator("[data-live]")).to_have_text("Tidak ada hasil untuk “xyzzyqq”.")
    assert searching.locator(RESULTS).count() == 0
    ways = searching.locator("[data-none]")
    assert ways.get_by_role("link", name="Daftar A sampai Z").is_visible()
    searching.locator("#q").fill("")
    expect(searching.locator("#a-z")).to_be_visible()


def test_what_is_typed_is_only_characters(address: str, visit: Open) -> None:
    """Markup, patterns, names of prototypes and long texts: no error, no script, no sideways scroll."""
    opened = visit(f"{address}cari/?q=desa", width=360)
    page = opened.page
    page.locator(RESULTS).first.wait_for()
    answers = ask(page, HOSTILE)
    assert len(answers) == len(HOSTILE)
    for text in HOSTILE[:8]:
        goto(page, f"{address}cari/")
        page.locator("#q").fill(text)
        expect(page.locator("[data-live]")).to_contain_text("hasil untuk")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    goto(page, f"{address}cari/?q=%3Cimg%20src=x%20onerror=window.PWN=1%3E&edisi=../../x&edisi=__proto__")
    expect(page.locator("[data-live]")).to_contain_text("hasil untuk")
    assert page.evaluate("window.PWN") is None
    assert opened.errors == []


def test_without_a_network_the_page_says_so_and_tries_again(address: str, visit: Open) -> None:
    """The index from A to Z stays; the next try loads what was missing."""
    page = visit(f"{address}cari/").page
    page.route("**/cari/terkini.json*", lambda route: route.abort())
    page.locator("#q").fill("desa")
    expect(page.locator("[data-live]")).to_contain_text("tidak dapat dimuat")
    assert page.locator("#a-z").is_visible()
    page.unroute("**/cari/terkini.json*")
    page.keyboard.press("Enter")
    page.locator(RESULTS).first.wait_for()


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_reports_nothing_with_results_and_without(
    address: str, visit: Open, width: int, scheme: str
) -> None:
    """WCAG 2.2 AA and best practice; marks, frames and the ways on are there."""
    page = visit(f"{address}cari/?q=akte+lahir&edisi=2018", width=width, color_scheme=scheme).page
    page.locator("mark").first.wait_for()
    for query in ("akte lahir", "xyzzyqq"):
        page.locator("#q").fill(query)
        expect(page.locator("[data-live]")).to_contain_text(f"“{query}”")
        found = Axe().run(page, options=EVERY_RULE)
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found.response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_under_a_sub_path_results_lead_to_their_pages(sub_path_address: str, visit: Open) -> None:
    """Index, passages and links are found below the folder that the site is served from."""
    opened = visit(f"{sub_path_address}cari/?q=akte+lahir")
    page = opened.page
    page.locator("mark").first.wait_for()
    page.locator(f"{RESULTS} a").first.click()
    page.wait_for_url("**/lini-depan/menu/2017/6.1/")
    assert opened.errors == []
