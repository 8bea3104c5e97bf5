"""Generated pages: their addresses, their front matter, their one call."""

from __future__ import annotations

import pytest
import yaml

from macros.load import load
from macros.model import Programme
from macros.pages import Page, pages
from macros.render import macro_calls, macro_names
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT


def small(name: str = "Membajak", **fields: object) -> Programme:
    """A programme of one activity."""
    return programme(edition("satu", package("lahan", "1", activity("bajak", "1.1", name=name)), **fields))


def split(page: Page) -> tuple[dict[str, str], str]:
    """Front matter as YAML reads it, and the body."""
    _, front, body = page.text.split("---\n", 2)
    return yaml.safe_load(front), body


def test_every_promised_address_has_a_source() -> None:
    """Sources from which MkDocs makes the URLs."""
    assert [page.src_uri for page in pages(small())] == [
        "menu/index.md",
        "menu/jadwal.md",
        "menu/keterkaitan.md",
        "menu/satu/index.md",
        "menu/satu/jadwal.md",
        "menu/satu/keterkaitan.md",
        "menu/satu/1.md",
        "menu/satu/1.1.md",
        "kegiatan/bajak.md",
        "panduan/ketidaksepakatan.md",
        "data/index.md",
        "tata-kelola/makro.md",
    ]


def test_every_page_is_one_known_call_with_literals() -> None:
    """As if an author had written it."""
    for page in pages(small()):
        _, body = split(page)
        (call,) = macro_calls(body)
        assert call.name in macro_names()
        assert body.strip().startswith("{{")


@pytest.mark.parametrize("name", ["{{ 7*7 }}", "{% raw %}", "<b>x</b>", "a: b # c", '"kutip"', "---", "x\\n"])
def test_front_matter_holds_data_as_characters_only(name: str) -> None:
    """mkdocs-macros evaluates titles, the theme prints them raw; neither finds anything."""
    page = next(page for page in pages(small(name)) if page.src_uri == "menu/satu/1.1.md")
    front, _ = split(page)
    assert set(front) == {"title", "description", "section"}
    assert not set("{}<>\"'") & set(front["title"])
    assert front["title"].startswith("1.1 ")


def test_menu_leads_to_the_current_edition() -> None:
    """``/menu/`` and its parts name the edition that is current."""
    found = {page.src_uri: split(page)[0] for page in pages(small())}
    assert found["menu/index.md"]["redirect"] == "menu/satu/"
    assert found["menu/jadwal.md"]["redirect"] == "menu/satu/jadwal/"


def test_menu_leads_nowhere_while_no_edition_is_approved() -> None:
    """The page then says so instead."""
    found = {page.src_uri: split(page)[0] for page in pages(small(status="draft"))}
    assert "redirect" not in found["menu/index.md"]


def test_the_settings_repeat_the_catalogue() -> None:
    """Header and footer say what the data say."""
    loaded = load(ROOT / "menu_data")
    found, problems = loaded.programme, loaded.problems
    assert found is not None, problems
    text = (ROOT / "mkdocs.yml").read_text()
    info = found.catalogue.programme
    assert f"site_name: {info.name}\n" in text
    assert f"owner: {info.owner}\n" in text
    assert f"prevailing: {info.prevailing}\n" in text
