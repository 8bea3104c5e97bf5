"""What a visitor sees before scripts run: at once, and it stays where it is when they do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import goto, ready

WITH_TOOLS = [
    "menu/2017/",
    "menu/2017/1.1/",
    "perubahan/2017-2018/",
    "pindai/",
    "rencana/",
    "kalender/",
    "lokasi/",
    "pemantauan/formulir/lampiran-9/",
    "cari/",
    "luring/",
]
WATCH = """
globalThis.moved = [];
new PerformanceObserver((list) => {
  for (const { sources } of list.getEntries()) for (const { node } of sources)
    globalThis.moved.push((node?.outerHTML ?? node?.textContent ?? "").slice(0, 100));
}).observe({ type: "layout-shift", buffered: true });
"""
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_scripts_come(address: str, browser: Browser, width: int) -> None:
    """However late they come, what they show has had its room."""
    context = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block")
    page = context.new_page()
    page.add_init_script(WATCH)
    held: list[Route] = []
    late = True
    page.route("**/*.js?v=*", lambda route: held.append(route) if late else route.continue_())
    for path in WITH_TOOLS:
        late = True
        page.goto(address + path)
        page.evaluate(FRAMES)
        assert held, path
        late = False
        while held:
            held.pop().continue_()
        ready(page)
        page.evaluate(FRAMES)
        assert page.evaluate("moved") == [], path
    context.close()


def test_the_watch_sees_what_moves(address: str, browser: Browser) -> None:
    """So that an empty list means something."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    goto(page, f"{address}data/")
    page.evaluate(f"(document.querySelector('h1').before('x', document.createElement('hr')), {FRAMES})")
    assert page.evaluate("moved") != []
    page.close()


@pytest.mark.parametrize("path", ["", "pindai/"])
def test_scripts_begin_after_the_first_paint(address: str, browser: Browser, path: str) -> None:
    """No script is asked for before there is something to read."""
    page = browser.new_page()
    goto(page, address + path)
    painted = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    asked = "performance.getEntriesByType('resource').filter(one => one.name.includes('.js?'))"
    assert page.evaluate(f"{asked}.length") > 0
    assert page.evaluate(f"{asked}.every(one => one.startTime >= {painted})")
    page.close()


def test_a_script_that_never_comes_leaves_no_hole(address: str, browser: Browser) -> None:
    """The rest of the page moves up, as it stands without scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, service_workers="block")
    page = context.new_page()
    page.route("**/*.js?v=*", lambda route: route.abort())
    page.goto(f"{address}rencana/")
    room = page.locator("[data-app]")
    room.wait_for(state="hidden")
    page.locator("[data-app]:not([data-later])").wait_for(state="attached")
    assert room.bounding_box() is None
    assert page.get_by_role("heading", name="Formulir kosong").is_visible()
    context.close()


def test_a_browser_that_does_not_say_when_it_paints_runs_scripts_too(address: str, browser: Browser) -> None:
    """After a second."""
    page = browser.new_page()
    page.add_init_script("delete globalThis.PerformanceObserver")
    goto(page, f"{address}rencana/")
    assert page.get_by_role("heading", name="Siapa yang mengajukan").is_visible()
    page.close()
