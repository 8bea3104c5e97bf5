"""Data is hostile until checked: no value becomes markup, script, template code, or path."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Open, goto, serve
from tests.conftest import build, make_project
from tests.hostile import STRINGS, poison, visible_lines

ATTRIBUTES = """() => {
  const found = new Set();
  for (const element of document.querySelectorAll("*"))
    for (const { name } of element.attributes) found.add(`${element.localName} ${name}`);
  return [...found].sort();
}"""
LINKS = "[...document.querySelectorAll('[href]:not([rel=icon]),[src]')].map(e => e.href || e.src)"


@pytest.fixture(scope="session")
def plain_attributes(
    tiny_site: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> frozenset[str]:
    """Every attribute that an element of the tiny programme's site has."""
    known: set[str] = set()
    site = Path(shutil.copytree(tiny_site, tmp_path_factory.mktemp("plain") / "site"))
    _stand_still(site)
    for address in serve(site):
        page = browser.new_page()
        for path in sorted(site.rglob("*.html")):
            goto(page, address + path.relative_to(site).as_posix())
            known |= set(page.evaluate(ATTRIBUTES))
        page.close()
    return frozenset(known)


def _stand_still(site: Path) -> None:
    """Keep pages that lead on from leading on, so that they can be looked at."""
    for path in site.rglob("*.html"):
        path.write_text(path.read_text().replace('http-equiv="refresh"', "data-refresh"))


@pytest.mark.parametrize("offset", range(0, len(STRINGS), 6))
def test_hostile_text_comes_out_as_the_same_characters(
    tmp_path: Path, visit: Open, plain_attributes: frozenset[str], offset: int
) -> None:
    """No dialog, no script run, no new attribute, no new link; every string is read as it was written."""
    project = make_project(tmp_path / "project")
    used = poison(project / "menu_data", offset)
    done = build(project, tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "out"
    _stand_still(site)
    texts: list[str] = []
    for address in serve(site):
        opened = visit(address)
        for path in sorted(site.rglob("*.html")):
            goto(opened.page, address + path.relative_to(site).as_posix())
            assert opened.page.evaluate("window.PWN") is None
            assert set(opened.page.evaluate(ATTRIBUTES)) <= plain_attributes, path
            assert all(link.startswith(address) for link in opened.page.evaluate(LINKS)), path
            texts.append(opened.page.evaluate("document.documentElement.textContent"))
            texts.append(opened.page.title())
        assert opened.errors == []
        assert all(url.startswith(address) for url in opened.requests)
    shown = " ".join(" ".join(texts).split())
    for file in ("1", "edition", "discrepancies"):
        for text in used[file]:
            for line in visible_lines(text):
                assert line in shown, (file, line)
    exported = {
        string
        for path in (site / "api/v1").glob("**/*.json")
        for string in _strings(json.loads(path.read_text()))
    }
    for texts in used.values():
        assert set(texts) <= exported


def _strings(value: Any) -> Iterator[str]:
    """Every text in JSON data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
