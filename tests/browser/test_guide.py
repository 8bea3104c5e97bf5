"""Reading the guideline: contents at hand, notes in place, citations, printing."""

from __future__ import annotations

from tests.browser.conftest import Open


def test_contents_follow_on_a_wide_screen_and_fold_on_a_phone(address: str, visit: Open) -> None:
    """Beside the text while it scrolls; one tap away at 360 px, also without scripts."""
    page = visit(f"{address}panduan/bab-2/", width=1280).page
    page.evaluate("window.scrollTo(0, 3000)")
    wide = page.locator(".toc-wide")
    assert wide.get_by_role("link", name="2.3 Pembiayaan").is_visible()
    assert wide.evaluate("e => e.getBoundingClientRect().top") < 100
    phone = visit(f"{address}panduan/bab-2/", width=360, java_script_enabled=False).page
    link = phone.locator(".toc-phone").get_by_role("link", name="2.1.3 Sekretariat")
    assert not link.is_visible()
    phone.locator(".toc-phone summary").click()
    link.click()
    assert phone.url.endswith("#2.1.3")


def test_a_section_is_cited_and_asked_about_in_place(address: str, visit: Open) -> None:
    """The citation opens under the heading; a question leads to the owner's contact without a repository."""
    page = visit(f"{address}panduan/bab-2/").page
    line = page.locator(".section-line").nth(4)
    line.locator("summary").click()
    assert "Bagian 2.1.3 Sekretariat, halaman 12." in line.locator("[data-cite]").inner_text()
    assert line.get_by_role("link", name="Bagian ini membingungkan?").is_visible()
    line.get_by_role("link", name="Bagian ini saja, untuk dicetak").click()
    page.wait_for_url("**/panduan/bagian/2.1.3/")
    assert page.locator("h1").inner_text() == "2.1.3 Sekretariat"


def test_a_footnote_is_read_in_place(address: str, visit: Open) -> None:
    """It stands at the foot of the window with its printed number; the text stays where it is."""
    page = visit(f"{address}panduan/bab-3/", java_script_enabled=False).page
    reference = page.locator("a.footnote-ref").first
    assert reference.inner_text() == "5"
    reference.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    reference.click()
    note = page.locator("li[id='fn:5']")
    box = note.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 801
    assert abs(page.evaluate("window.scrollY") - before) < 5


def test_an_acronym_is_reached_by_keyboard(address: str, visit: Open) -> None:
    """Its first use is a link to the list, with the expansion as its title."""
    page = visit(f"{address}panduan/bab-2/").page
    link = page.locator("a.acr").first
    assert link.locator("abbr").get_attribute("title")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/panduan/akronim/#akronim-*")
    assert page.locator(":target").count() == 1


def test_one_section_one_chapter_and_all_of_it_print(address: str, visit: Open) -> None:
    """With a running head on each sheet and without controls."""
    for path, least, most in (
        ("panduan/bagian/2.1.3/", 1, 2),
        ("panduan/bab-2/", 3, 12),
        ("panduan/cetak/", 25, 90),
    ):
        page = visit(address + path).page
        page.emulate_media(media="print")
        rules = "[...document.styleSheets].flatMap(s => [...s.cssRules]).map(r => r.cssText).join()"
        assert '@top-left { content: "Panduan dalam bahasa sederhana"' in page.evaluate(rules)
        assert not page.locator(".cite").first.is_visible()
        assert not page.locator(".toc-wide, .toc-phone").first.is_visible()
        sheets = page.pdf(format="A4").count(b"/Type /Page\n")
        assert least <= sheets <= most, (path, sheets)
