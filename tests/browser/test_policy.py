"""The policy of every page holds in a real browser, whatever a visitor does; there are no cookies."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.postprocess.css_bundles import loader_source
from macros.postprocess.security_headers import headers, security
from tests.browser.conftest import goto

LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  const found = `${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`;
  sessionStorage.setItem("found", (sessionStorage.getItem("found") ?? "") + found + "\\n");
});
"""
EVERY = """
async (paths) => {
  const found = [];
  const frames = Array.from({ length: 6 }, () => document.body.appendChild(document.createElement("iframe")));
  const waiting = [...paths];
  await Promise.all(frames.map(async (frame) => {
    while (waiting.length) {
      const path = waiting.pop();
      await new Promise((done) => { frame.onload = done; frame.src = path; });
      const page = frame.contentDocument;
      while (page.querySelector("template[data-load]")) await new Promise((go) => { setTimeout(go, 20); });
      const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
      if (!policy) found.push(`${path}: no policy`);
      if (page.cookie) found.push(`${path}: ${page.cookie}`);
      if (page.querySelector("[style], style")) found.push(`${path}: inline style`);
    }
  }));
  return found;
}
"""


def watched(browser: Browser) -> Page:
    """A page that notes every violation of its policy and those of its frames."""
    page = browser.new_context(service_workers="block").new_page()
    page.add_init_script(LISTEN)
    return page


def violations(page: Page) -> list[str]:
    """What was noted so far."""
    found: str = page.evaluate("sessionStorage.getItem('found') ?? ''")
    return found.splitlines()


def test_the_policy_is_strict(site: Path) -> None:
    """No inline style, one script in the page, no evaluation, nothing foreign; headers say the same."""
    found = headers((site / "index.html").read_text())
    policy = dict(part.partition(" ")[::2] for part in found["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == f"'self' {loader_source()}"
    assert policy["img-src"] == "'self' data:"
    assert {policy[name] for name in ("style-src", "connect-src", "worker-src")} == {"'self'"}
    assert "unsafe" not in found["Content-Security-Policy"]
    assert (site / "_headers").read_text().splitlines()[1].strip() == (
        f"Content-Security-Policy: {found['Content-Security-Policy']}"
    )


def test_no_page_of_the_site_breaks_it(site: Path, address: str, browser: Browser) -> None:
    """Every page, opened for real in a frame; none sets a cookie."""
    every = sorted(site.rglob("*.html"))
    files = [path for path in every if b'http-equiv="refresh"' not in path.read_bytes()]
    paths = [f"/{path.relative_to(site).as_posix().removesuffix('index.html')}" for path in files]
    page = watched(browser)
    page.goto(f"{address}api/v1/editions.json")
    page.evaluate("document.documentElement.append(document.body ?? document.createElement('body'))")
    assert page.evaluate(EVERY, paths) == []
    assert violations(page) == []
    assert page.context.cookies() == []
    page.context.close()


def test_the_listener_hears_a_violation(address: str, browser: Browser) -> None:
    """So that an empty list means something: markup from a script, an inline style, a foreign picture."""
    page = watched(browser)
    goto(page, f"{address}data/")
    blocked = page.evaluate(
        "(() => { try { document.body.innerHTML = '<p>x'; return false } catch { return true } })()"
    )
    assert blocked
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.append(Object.assign(new Image(), { src: 'https://contoh.example/x.png' }))")
    page.wait_for_timeout(200)
    said = " ".join(violations(page))
    for name in ("require-trusted-types-for", "style-src", "img-src"):
        assert name in said
    page.context.close()


def test_using_the_site_breaks_it_nowhere(address: str, browser: Browser) -> None:
    """The menu's filter, the change log's, citing, the scan with its files, keeping pages."""
    page = browser.new_context(accept_downloads=True).new_page()
    page.add_init_script(LISTEN)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    goto(page, f"{address}menu/2017/")
    page.locator("[data-filter] input[type=search]").fill("camat")
    goto(page, f"{address}perubahan/2017-2018/")
    page.locator("[data-filter] select").first.select_option(index=1)
    goto(page, f"{address}panduan/bab-1/")
    page.locator(".cite summary").first.click()
    goto(page, f"{address}pindai/")
    page.locator("#scan-who").select_option(index=1)
    page.locator("#scan-district").fill("<img src=x onerror=alert(1)>")
    page.locator("[data-questions] input[value=yes]").first.check()
    with page.expect_download():
        page.locator("[data-do=save]").click()
    goto(page, f"{address}luring/")
    page.locator("[data-keep]").wait_for()
    assert violations(page) == []
    assert errors == []
    assert page.context.cookies() == []
    page.context.close()


@pytest.mark.parametrize(
    ("repository", "site", "made", "expected"),
    [
        (
            "https://contoh.example/a/b",
            "https://contoh.example/situs/",
            1511481600,
            [
                "Contact: https://contoh.example/a/b/security",
                "Expires: 2018-11-23T00:00:00Z",
                "Preferred-Languages: id, en",
                "Canonical: https://contoh.example/situs/.well-known/security.txt",
            ],
        ),
        ("", "https://contoh.example/", 1511481600, []),
        ("https://contoh.example/a/b", "", None, []),
    ],
)
def test_security_txt_promises_only_what_is_true(
    repository: str, site: str, made: int | None, expected: list[str]
) -> None:
    """Without a repository nobody reads reports; without a commit there is no day to count from."""
    found = security(repository, site, datetime.fromtimestamp(made, UTC) if made else None)
    assert found.splitlines() == expected
