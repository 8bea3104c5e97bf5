"""Histories and change pages of five editions, in real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.axe import faults
from tests.browser.conftest import Visit, serve

Open = Callable[..., Visit]
PAGES = ["kegiatan/bajak/", "perubahan/2031-2032/", "perubahan/2030-2036/", "perubahan/ralat/"]
"""A history with repeated changes, changes of a replaced edition, those of a draft far apart, and errata."""


@pytest.fixture(scope="session")
def five_address(five_site: Path) -> Iterator[str]:
    """The site of five editions."""
    yield from serve(five_site)


@pytest.mark.parametrize("path", PAGES)
def test_axe_reports_nothing_over_five_editions(five_address: str, visit: Open, path: str) -> None:
    """WCAG 2.2 AA and best practice, in both colour schemes, at both widths, everything unfolded."""
    opened = visit(five_address + path)
    opened.page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert faults(opened) == {}


def test_the_changes_of_a_package_hold_what_left_it(five_address: str, visit: Open) -> None:
    """Siram moved from package 2 to package 1 in 2032, and is news to readers of either."""
    for package in ("lahan", "panen"):
        page = visit(f"{five_address}perubahan/2031-2032/?paket={package}").page
        shown = page.locator("[data-entry]:not([hidden]) h3").all_inner_texts()
        assert "1.4 pindah paket" in shown


def test_nothing_stands_beyond_a_narrow_screen(five_address: str, visit: Open) -> None:
    """Also where several kinds of change are counted under one sign."""
    opened = visit(f"{five_address}perubahan/2031-2032/")
    opened.resize(360, "light")
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 360
    width = "[...document.querySelectorAll('.counts *')].map((one) => one.getBoundingClientRect().right)"
    assert max(opened.page.evaluate(width)) <= 360
