"""Words of force are kept: of those that a section of the text prints, no third is lost on our page.

Marks do not count: sentences themselves keep 'akan', 'bertujuan', 'harus', 'diharapkan' and 'dapat'.
Run alone: ``python -m pytest tests/test_force_kept.py``; a failure lists every section that lost more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import pytest
import yaml

from macros.facts.guideline_text import CALL, FOOTNOTE, NOTE, GuidePassage, GuideText, read_text, words
from macros.model.base import Force, Record
from macros.render import Renderer
from macros.wording.force import KEY, NO_FORCE
from tests.paths import CASES, ROOT
from tests.sample import real

CASE: dict[str, Any] = yaml.safe_load((CASES / "force.yml").read_text())
PRINTED: dict[str, Counter[Force]] = {
    key: Counter({Force(kind): number for kind, number in counts.items()})
    for key, counts in CASE["sections"].items()
}
EXPLAINED: dict[str, str] = CASE["explained"]
KEPT_SHARE = 2 / 3
ANNEX = "lampiran-ii-"
"""Sections whose tables are read with their text."""
TABLES = {"tabel-4": ("bodies_table", ("duties",)), "tabel-5": ("overview_table", ())}
MARK = re.compile(r"\{\{ force\([^)]*\) \}\}")
SILENT = {"section_line", "chapter_end", "discrepancy_link"}
NO_PROSE = frozenset({"id", "number", "name", "aliases", "outcomes", "outputs", "kinds", "bodies", "printed"})
"""Fields of packages and activities that hold no sentence."""
FORCES = {word: force for word, force in real().terms.forces.items() if word not in set(CASE["uncounted"])}
WORDS = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted([*FORCES, *CASE['uncounted']], key=len, reverse=True)))})\b",
    re.IGNORECASE,
)


def counted(text: str) -> Counter[Force]:
    """How often a text uses words of each force; a longer word is not also a shorter one."""
    found = (match[0].lower() for match in WORDS.finditer(" ".join(text.split())))
    return Counter(FORCES[word] for word in found if word in FORCES)


def kept(printed: Counter[Force], ours: Counter[Force]) -> float:
    """The share of the printed words that are there, force by force: one does not stand for another."""
    return sum((printed & ours).values()) / sum(printed.values())


@cache
def text() -> GuideText:
    """The working text of the guideline."""
    return read_text(ROOT / "docs", real().guideline)


@cache
def ours() -> dict[str, str]:
    """What the site says of every counted section."""
    found = {passage.section.id: "\n".join(_passage(passage)) for passage in text().passages}
    found |= {key: _shown(name, *arguments) for key, (name, arguments) in TABLES.items()}
    for package in real().edition("2017").packages:
        found[f"paket-{package.number}"] = "\n".join(_prose(package, without="activities"))
        for activity in package.activities:
            found[f"kegiatan-{activity.number}"] = "\n".join(_prose(activity, without="implement_with"))
    return found


def _passage(passage: GuidePassage) -> Iterator[str]:
    """A section's text with its footnotes; of an annex its tables too."""
    markdown = MARK.sub("", NOTE.sub("", passage.markdown))
    page = dict(text().pages)[passage.file.partition("panduan/")[2]]
    notes = {note[1]: MARK.sub("", note[0]) for note in NOTE.finditer(page)}
    for part in (markdown, *(notes[mark] for mark in FOOTNOTE.findall(markdown))):
        yield words(part)
    if passage.section.id.startswith(ANNEX):
        for call in CALL.finditer(passage.markdown):
            if call[1] not in SILENT:
                yield _shown(call[1], *re.findall(r'"([^"]*)"', call[2]))


def _shown(name: str, *arguments: str) -> str:
    """What a macro shows, without marks and what explains them."""
    html = str(getattr(Renderer(real()), name)(*arguments))
    html = re.sub(r'<span class="frame force">.*?</span>', " ", html)
    said = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return said.replace(KEY, "").replace(NO_FORCE, "")


def _prose(record: Record, without: str = "") -> Iterator[str]:
    """Every sentence of a record and of those in it."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in NO_PROSE or name == without or name.endswith("force"):
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from _prose(item)
            elif isinstance(item, str):
                yield item


def _told(key: str) -> str:
    """A section and its words, printed and ours: ``2.3: plan 5/2, may 2/2``."""
    here = counted(ours()[key])
    forces = ", ".join(f"{force.value} {number}/{here[force]}" for force, number in PRINTED[key].items())
    return f"{key}: {forces}"


def lost() -> list[str]:
    """Sections that keep less than two thirds."""
    return [key for key in PRINTED if kept(PRINTED[key], counted(ours()[key])) < KEPT_SHARE]


def test_no_section_loses_a_third_of_its_words_of_force() -> None:
    """Each section that does is explained; the counts are printed/ours."""
    found = [_told(key) for key in lost() if key not in EXPLAINED]
    assert not found, "\n".join(found)


def test_only_sections_that_lose_words_are_explained() -> None:
    """A section that was mended leaves the list; every reason is a sentence."""
    mended = [_told(key) for key in EXPLAINED if key not in lost()]
    assert not mended, "\n".join(mended)
    assert [key for key, reason in EXPLAINED.items() if not reason.endswith(".")] == []


def test_every_counted_section_is_on_the_site() -> None:
    """None is left out by a change of its id."""
    assert [key for key in PRINTED if not ours().get(key)] == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kegiatan akan dimulai, akan tetapi tidak dapat diubah.", {Force.PLAN: 1}),
        ("Diharapkan dapat membantu", {Force.SHOULD: 1}),
        (
            "Tim harus melapor dan dapat meminta bantuan untuk meningkatkan mutu.",
            {Force.MUST: 1, Force.MAY: 1},
        ),
        ("Perubahan memerlukan rencana", {}),
    ],
)
def test_words_are_counted_whole_and_the_longest_first(sentence: str, found: dict[Force, int]) -> None:
    """A word within another, or a conjunction, is none."""
    assert counted(sentence) == Counter(found)


def test_a_permission_does_not_make_up_for_a_duty() -> None:
    """Force by force: 'dapat' twice is no 'harus'."""
    assert kept(counted("harus dan wajib"), counted("dapat dan boleh")) == 0
    assert kept(counted("harus dan akan"), counted("harus, dapat")) == 0.5
