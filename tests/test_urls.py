"""Addresses of the site are spelled in one module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.facts import urls

HOUSE = Path(__file__).parent.parent / "macros"
NAMED = [value for name, value in vars(urls).items() if name.isupper() and "/" in value]
FOLDERS = sorted({value.split("/")[0] for value in NAMED})
ADDRESS = re.compile(rf"(?:^|[/}}\s])(?:{'|'.join(FOLDERS)})/")
EXAMPLES = {"model/catalogue.py", "model/search_words.py", "search/addresses.py"}
"""Modules that give an editor an address as an example."""
MODULES = sorted(
    path
    for path in HOUSE.rglob("*.py")
    if path.relative_to(HOUSE).as_posix() not in {*EXAMPLES, "facts/urls.py"}
)


def literals(path: Path) -> Iterator[str]:
    """Texts in the code of a module, parts of formatted ones too, without docstrings."""
    tree = ast.parse(path.read_text())
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_module_spells_no_address(path: Path) -> None:
    """An address changes in one place."""
    assert [text for text in literals(path) if ADDRESS.search(text)] == []


@pytest.mark.parametrize("path", sorted(HOUSE.glob("templates/*.jinja")), ids=lambda path: path.name)
def test_a_template_spells_no_address(path: Path) -> None:
    """It names them by ``url``, ``site_url`` or ``site_path``."""
    assert re.findall(rf"[{{}}>]/?(?:{'|'.join(FOLDERS)})/", path.read_text()) == []


def test_addresses_are_those_that_were_published() -> None:
    """They never break."""
    assert urls.menu("2030") == "menu/2030/"
    assert urls.menu("2030", "1.1") == "menu/2030/1.1/"
    assert urls.menu("2030", urls.SCHEDULE) == "menu/2030/jadwal/"
    assert urls.activity("camat") == "kegiatan/camat/"
    assert urls.changes("2030", "2031") == "perubahan/2030-2031/"
    assert urls.circular("2030", "2031") == "perubahan/2030-2031/pengantar/"
    assert urls.feed() == "perubahan/atom.xml"
    assert urls.feed("desa") == "perubahan/paket/desa/atom.xml"
    assert urls.chapter("index") == "panduan/"
    assert urls.chapter("lampiran-ii/index") == "panduan/lampiran-ii/"
    assert urls.section("bab-2", "2.1") == "panduan/bab-2/#2.1"
    assert urls.section_alone("2.1") == "panduan/bagian/2.1/"
    assert urls.revisions("1", "2") == "panduan/riwayat/1-2/"
    assert urls.discrepancy("D01") == "panduan/ketidaksepakatan/#d01"
    assert urls.readings("tanggal", "D01") == "panduan/ketidaksepakatan/tanggal/#d01"
    assert urls.workbook("lampiran-6") == "pemantauan/formulir/lampiran-6.xlsx"
    assert urls.calendar("2030-camat") == "kalender/2030-camat.ics"
    assert urls.api("editions", "2030") == "api/v1/editions/2030.json"


def test_a_page_is_made_of_a_file() -> None:
    """A page with others below it lies in their folder."""
    assert urls.source(urls.menu("2030", "1.1")) == "menu/2030/1.1.md"
    assert urls.index(urls.MENU) == "menu/index.md"
