"""The register of differences: its quotations against the text, what is safe to do, where it is shown."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml
from lxml import html

from macros.exports.editions import whole
from macros.model.discrepancies import Discrepancy, DiscrepancyKind, Reading
from macros.model.guideline.base import Parties
from macros.render import Renderer
from tests.paths import CASES
from tests.sample import real

CASE = yaml.safe_load((CASES / "register.yml").read_text(encoding="utf-8"))
PROGRAMME = real()
REGISTER = PROGRAMME.discrepancies
RENDERER = Renderer(PROGRAMME)
MARKS = str.maketrans("“”‘’", "\"\"''")
"""Typographic quotation marks, which the words of the case hold straight."""
SILENT = ("A75", "A79", "A86", "B10", "E6", "E9")
"""Entries of which nothing can be said to do without deciding."""

Lines = list[list[int]]
"""First and last line of each stretch of the text."""


def quotations(entry: Discrepancy) -> Iterator[Reading]:
    """The readings that quote; those wholly in brackets are remarks."""
    yield from (one for one in entry.readings if not (one.printed.startswith("(") and one.printed[-1] == ")"))


def places(where: str) -> list[Lines]:
    """The lines of each place that ``where`` names; a quotation stands in every one of them."""
    known: dict[str, Lines] = CASE["places"]
    said = where.removeprefix("Judul ").replace("lampiran pertama", "Lampiran I")
    if several := re.match(r"Lampiran ((?:\d+, )*\d+,? dan \d+)", said):
        return [known[f"Lampiran {number}"] for number in re.findall(r"\d+", several[1])]
    if both := re.match(r"(Tabel \d) dan (Tabel \d)", said):
        return [known[both[1]], known[both[2]]]
    said = said.removeprefix("Lampiran II, ")
    if part := re.match(
        r"Lampiran I, (?:tabel |ringkasan |tinjauan )?(Kegiatan|Paket) ([\d., dan]*\d)", said
    ):
        numbers = re.findall(r"\d(?:\.\d)?", part[2])
        return [known[f"Lampiran I, {part[1]} {number}"] for number in numbers]
    found = [name for name in known if re.match(rf"{re.escape(name)}(?![\w.]*\w)", said)]
    assert found, where
    return [known[max(found, key=len)]]


def stands(quotation: str, stretches: Lines) -> bool:
    """Whether the words of the case hold ``quotation`` in one of the stretches of lines."""
    words = re.sub(r"\s+([,.;:)])", r"\1", " ".join(quotation.translate(MARKS).split())).replace("( ", "(")
    words = re.sub(r"\*(?=[A-Za-z(])|(?<=[A-Za-z).])\*", "", words)
    return any(
        first <= line <= last and words in texts
        for first, last in stretches
        for line, texts in CASE["words"].items()
    )


@pytest.mark.parametrize("entry", REGISTER, ids=lambda entry: entry.id)
def test_every_quotation_stands_at_its_place(entry: Discrepancy) -> None:
    """Word for word, in the section, table or annex that the reading names."""
    wrong = [
        f"{one.where}: {one.printed}"
        for one in quotations(entry)
        for lines in places(one.where)
        if not stands(one.printed, lines)
    ]
    assert wrong == []


def test_a_quotation_that_is_wrong_or_misplaced_is_seen() -> None:
    """One letter, or the neighbouring activity, is enough."""
    assert stands("Januari 2016", places("Lampiran I, Kegiatan 7.2")[0])
    assert not stands("Januari 2017", places("Lampiran I, Kegiatan 7.2")[0])
    assert not stands("Januari 2016", places("Lampiran I, Kegiatan 7.1")[0])
    assert [len(places(where)) for where in ("Lampiran 4, 8, 9, dan 10, Paket 1", "Tabel 5, Paket 1")] == [
        4,
        1,
    ]


def test_the_case_holds_no_words_that_the_register_does_not_quote() -> None:
    """A quotation that was taken out leaves no line behind."""
    quoted = {
        " ".join(one.printed.translate(MARKS).split()) for entry in REGISTER for one in quotations(entry)
    }
    bare = {re.sub(r"\W", "", text) for text in quoted}
    left = [text for texts in CASE["words"].values() for text in texts if re.sub(r"\W", "", text) not in bare]
    assert left == []


def test_the_register_keeps_its_ids_and_grows() -> None:
    """Ids are never used again: A1 to A97, B1 to B12, C1 to C11, D to D2 and E1 to E14, in this order."""
    expected = (
        [f"A{n}" for n in range(1, 98)] + [f"B{n}" for n in range(1, 13)] + [f"C{n}" for n in range(1, 12)]
    )
    assert [entry.id for entry in REGISTER] == [*expected, "D", "D1", "D2", *(f"E{n}" for n in range(1, 15))]
    assert Counter(entry.kind for entry in REGISTER) == {
        DiscrepancyKind.CONTENT: 97,
        DiscrepancyKind.NAME: 12,
        DiscrepancyKind.REFERENCE: 10,
        DiscrepancyKind.MISSING: 15,
        DiscrepancyKind.CONVERSION: 3,
    }


def test_every_entry_says_what_is_safe_where_that_can_be_said() -> None:
    """One or two short sentences; six entries have nothing to do."""
    assert tuple(entry.id for entry in REGISTER if entry.safe is None) == SILENT
    assert [entry.id for entry in REGISTER if entry.safe is not None and len(entry.safe) > 160] == []


def test_what_is_safe_stands_on_the_register_in_a_note_and_in_the_data() -> None:
    """With its label, wherever the entry is told."""
    advice = "Pastikan alatnya ada sebelum menjadwalkan pelatihan."
    register = html.fromstring(str(RENDERER.discrepancies_page()))
    assert f"Yang aman dilakukan: {advice}" in " ".join(
        register.get_element_by_id("a10").text_content().split()
    )
    assert "Yang aman dilakukan" not in register.get_element_by_id("e9").text_content()
    assert advice in str(RENDERER.activity_page("2017", "7.2"))
    assert advice in str(RENDERER.discrepancy("A10"))
    data = json.loads(json.dumps(whole(PROGRAMME, PROGRAMME.edition("2017"))))
    assert {entry["id"]: entry["safe"] for entry in data["discrepancies"]}["A10"] == advice


def test_the_register_leads_to_all_quotations_of_an_entry() -> None:
    """They stand on the page of its kind, under the same anchor, with what they concern."""
    register = html.fromstring(str(RENDERER.discrepancies_page()))
    links = {link.get("href"): link.text for link in register.get_element_by_id("a10").iter("a")}
    assert {address: text for address, text in links.items() if "/isi/" in address} == {
        "{root}/panduan/ketidaksepakatan/isi/#a10": "6\u00a0kutipan dan tempatnya"
    }
    page = html.fromstring(str(RENDERER.readings_page("content")))
    entry = page.get_element_by_id("a10")
    assert [line.text_content() for line in entry.xpath(".//dl[@class='readings']/div/*")][:2] == [
        "Lampiran I, Kegiatan 7.2",
        "Januari 2016",
    ]
    assert "Menyangkut: Sejak kapan 7.2" in " ".join(entry.text_content().split())


def test_a_note_leads_to_the_quotations_that_it_leaves_out() -> None:
    """To the entry on the page of its kind."""
    page = html.fromstring(str(RENDERER.activity_page("2017", "7.2")))
    (link,) = page.xpath("//a[contains(@href, '/nama/#b3')]")
    assert (link.get("href"), link.text) == (
        "{root}/panduan/ketidaksepakatan/nama/#b3",
        "dan 41\u00a0kutipan lain",
    )


def test_pages_of_quotations_are_those_of_the_kinds_that_have_entries() -> None:
    """Another word for a kind is refused with the known ones."""
    with pytest.raises(ValueError, match="content"):
        RENDERER.readings_page("conten")


def test_the_register_and_the_guide_explain_what_the_text_is() -> None:
    """The page about print and file is one tap away."""
    assert 'href="{root}/panduan/naskah/"' in str(RENDERER.discrepancies_page())


def test_who_fills_in_a_form_is_printed_or_named_by_this_site() -> None:
    """Words that nobody printed never stand as printed."""
    assert Parties(printed="Regu Tanam").words == "Regu Tanam"
    assert Parties(named="Regu Tanam, Regu Panen").words == "Regu Tanam, Regu Panen"
    for wrong in ({}, {"printed": "Regu Tanam", "named": "Regu Panen"}):
        with pytest.raises(ValueError, match="salah satu saja"):
            Parties(**wrong)
