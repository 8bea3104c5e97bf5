"""The announcing letter on paper."""

from __future__ import annotations

from tests.browser.conftest import Open


def test_the_letter_is_one_or_two_sheets(address: str, visit: Open) -> None:
    """With its head, its blanks, and nothing of the page around it."""
    page = visit(f"{address}perubahan/2017-2018/pengantar/").page
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") in {1, 2}
    page.emulate_media(media="print")
    assert page.locator(".kop").is_visible()
    assert page.locator(".blank").first.is_visible()
    for away in ("nav", ".crumbs", "h1", ".lede", ".foot"):
        assert not page.locator(away).first.is_visible(), away
