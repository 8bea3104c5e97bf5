"""A device that is used again is as good as a new one: no test finds what another one left."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.conftest import Devices, Visit, until, visits

LEFT = """(async () => [
  localStorage.length,
  (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length,
  (await indexedDB.databases()).length,
])()"""


def test_nothing_is_left_on_a_device(address: str, browser: Browser) -> None:
    """Storage, caches, workers and being offline are gone; what asks the network really does."""
    devices = Devices(browser)
    with visits(devices) as visit:
        first: Visit = visit(address)
        context = first.page.context
        until(first.page, "navigator.serviceWorker.controller !== null")
        first.page.evaluate("localStorage.setItem('lini-depan:tempat', '{}')")
        first.page.evaluate("new Promise((done) => { indexedDB.open('x').onsuccess = done; })")
        assert min(first.page.evaluate(LEFT)) > 0
        context.set_offline(True)
    with visits(devices) as visit:
        second: Visit = visit("about:blank")
        assert second.page.context is context
        second.page.route("**/*.js?v=*", lambda route: route.abort())
        second.page.goto(f"{address}data/")
        assert second.page.evaluate(LEFT) == [0, 0, 0, 0]
        assert second.page.evaluate("performance.getEntriesByType('navigation')[0].transferSize") > 0
    context.close()
