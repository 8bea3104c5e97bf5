"""Generated pages: their addresses, their front matter, their one call."""

from __future__ import annotations

import pytest
import yaml

from macros.model.programme import Programme
from macros.render import macro_calls, macro_names
from macros.site.generated_pages import Page, pages
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT
from tests.sample import real


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
        "perubahan/index.md",
        "perubahan/ralat.md",
        "kegiatan/bajak.md",
        "panduan/ketidaksepakatan.md",
        "data/index.md",
        "cari/index.md",
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
    assert set(front) == {"title", "description", "section", "generated"}
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
    text = (ROOT / "mkdocs.yml").read_text()
    info = real().catalogue.programme
    assert f"site_name: {info.name}\n" in text
    assert f"owner: {info.owner}\n" in text
    assert f"prevailing: {info.prevailing}\n" in text


def test_every_two_editions_have_a_page() -> None:
    """Three editions, three pairs, each older before newer."""
    years = [
        edition(str(year), package("lahan", "1", activity("bajak", "1.1")), fiscal_year=year)
        for year in (2030, 2031, 2032)
    ]
    made = {page.src_uri for page in pages(programme(*years)) if page.src_uri.startswith("perubahan/2")}
    assert made == {
        "perubahan/2030-2031.md",
        "perubahan/2030-2031/pengantar.md",
        "perubahan/2030-2032.md",
        "perubahan/2031-2032.md",
        "perubahan/2031-2032/pengantar.md",
    }


def test_a_number_that_is_not_used_any_more_leads_to_what_became_of_it() -> None:
    """1.2 became 1.1 in 2031; 1.3 ended without a successor; a number in use again leads nowhere."""
    old = edition(
        "2030",
        package("lahan", "1", activity("bajak", "1.1"), activity("pupuk", "1.2"), activity("pagar", "1.3")),
        fiscal_year=2030,
    )
    new = edition("2031", package("lahan", "1", activity("pupuk", "1.1")), fiscal_year=2031)
    made = {page.src_uri: split(page)[0].get("redirect") for page in pages(programme(old, new))}
    assert made["menu/2031/1.2.md"] == "menu/2031/1.1/"
    assert made["menu/2031/1.3.md"] == "kegiatan/pagar/"
    assert made["menu/2031/1.1.md"] is None
    assert "menu/2030/1.4.md" not in made
