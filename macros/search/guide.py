"""The guideline as documents: its sections, tables, figures, forms, acronyms, laws and discrepancies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.facts import urls
from macros.facts.guideline_text import CALL, GuidePassage, GuideText, words
from macros.model.base import Record
from macros.model.discrepancies import Discrepancy
from macros.model.guideline.forms import Form
from macros.model.guideline.guideline import Guideline
from macros.model.guideline.locations import Locations
from macros.model.guideline.references import Acronym, LegalReference
from macros.model.programme import Programme
from macros.render.listed import names
from macros.render.places import anchor
from macros.search.document import ResultGroup, SearchDocument, joined, rows, strings
from macros.wording import forms as form_words
from macros.wording import guide as guide_words
from macros.wording import phrases, register
from macros.wording import search as said
from macros.wording import tables as table_words

TABLES = {
    "targets_table": "targets",
    "theory_table": "theory",
    "results_table": "results",
    "ministries_table": "ministries",
    "bodies_table": "bodies",
    "overview_table": "overview",
    "reporting_table": "reporting",
    "assumptions_table": "assumptions",
    "locations_table": "locations",
    "criteria_list": "criteria",
    "planning_table": "planning",
}
"""Macros that show a table, and the part of the guideline that holds it."""
SELDOM = 0.15
"""Weight of an acronym that is not on the printed list: the text itself is looked for, not the entry."""
NUMBER = re.compile(r"^\d+(\.\d+)*$")
PART = re.compile(r'part="(\w+)"')
"""The part of a table that a call asks for."""
CALLED = re.compile(r"\[[a-z_]+( [^\]]*)?\]|\[\d+\]")
"""A call or the mark of a footnote in the plain text of a section."""


def guide(programme: Programme, guideline: Guideline, text: GuideText) -> Iterator[SearchDocument]:
    """Every section, and what has an address of its own."""
    chapter = ""
    for passage in text.passages:
        if passage.level == 1:
            chapter = words(passage.heading)
        yield _section(guideline, passage, chapter)
        yield from _tables(guideline, passage)
    yield from (_form(form) for form in guideline.forms)
    yield from (_acronym(one) for one in (guideline.acronyms.acronyms if guideline.acronyms else ()))
    yield from (_law(law) for law in (guideline.legal.laws if guideline.legal else ()))
    yield from (_discrepancy(entry) for entry in programme.discrepancies)


def page(passage: GuidePassage) -> str:
    """The address of the page that a section stands on."""
    return urls.chapter(passage.file.partition(urls.GUIDELINE)[2].removesuffix(".md"))


def _section(guideline: Guideline, passage: GuidePassage, chapter: str) -> SearchDocument:
    held, heading = passage.section, words(passage.heading)
    own = [one for one in _called(guideline, passage).values() if heading.startswith(f"{_label(one)}.")]
    return SearchDocument(
        url=page(passage) + (f"#{held.id}" if passage.level > 1 else ""),
        title=heading,
        group=ResultGroup.GUIDELINE,
        part_of=chapter if passage.level > 1 else "",
        labels=_labels(held.id, heading),
        summary=guideline.section(held.id).decides,
        asked=tuple(name for record in own for name in _names(record)),
        text=(*_paragraphs(passage), *(row for record in own for row in rows(record))),
    )


def _labels(section_id: str, heading: str) -> tuple[str, ...]:
    """``Bagian 2.1.3``, or what stands before the first full stop of a heading.

    A number alone is that of an activity first; the section is found by its title, which begins with it.
    """
    if NUMBER.match(section_id):
        return (guide_words.section_label(section_id).replace(phrases.NBSP, " "),)
    return (heading.partition(". ")[0],) if ". " in heading else (heading,)


def _paragraphs(passage: GuidePassage) -> Iterator[str]:
    for paragraph in passage.section.paragraphs:
        plain = " ".join(CALLED.sub(" ", paragraph).replace(" .", ".").split())
        if plain:
            yield plain


def _called(guideline: Guideline, passage: GuidePassage) -> dict[str, Record]:
    """The tables that a section shows, by the id that each has on the page."""
    found: dict[str, Record] = {}
    for call in CALL.finditer(passage.markdown):
        record = getattr(guideline, TABLES[call[1]]) if call[1] in TABLES else None
        if record is not None:
            part = PART.search(call[2])
            found[anchor(_label(record)) + (f"-{part[1]}" if part else "")] = record
    return found


def _label(record: Record) -> str:
    label: str = getattr(record, "label", "")
    return label


def _names(record: Record) -> tuple[str, ...]:
    """Names that people type for the places of a list, and that it does not print."""
    return names(record, printed=False) if isinstance(record, Locations) else ()


def _tables(guideline: Guideline, passage: GuidePassage) -> Iterator[SearchDocument]:
    """Tables and figures that stand in a section and have a label of their own."""
    heading = words(passage.heading)
    for fragment, record in _called(guideline, passage).items():
        if not heading.startswith(f"{_label(record)}."):
            yield SearchDocument(
                url=f"{page(passage)}#{fragment}",
                title=f"{_label(record)}. {getattr(record, 'title', '')}",
                group=ResultGroup.GUIDELINE,
                part_of=heading,
                labels=(_label(record),),
                asked=_names(record),
                text=tuple(rows(record)),
            )
    figures = {figure.id: figure for figure in (guideline.figures.figures if guideline.figures else ())}
    for call in CALL.finditer(passage.markdown):
        figure = figures.get(call[2].strip("\"' ")) if call[1] == "figure" else None
        if figure is not None:
            yield SearchDocument(
                url=f"{page(passage)}#{figure.id}",
                title=f"{figure.label}. {figure.title}",
                group=ResultGroup.GUIDELINE,
                part_of=heading,
                labels=(figure.label,),
                summary=figure.about.split("\n")[0],
            )


def _form(form: Form) -> SearchDocument:
    filled = f"{form_words.FILLED_BY} {form.filled_by.words}"
    parts = [(section.title, tuple(field.label for field in section.fields)) for section in form.sections]
    return SearchDocument(
        url=urls.form(form.id),
        title=f"{said.FORM} {form.label}: {form.title}",
        group=ResultGroup.FORM,
        labels=(f"{said.FORM} {form.label}",),
        summary=filled,
        text=tuple(filter(None, map(joined, parts))),
    )


def _acronym(one: Acronym) -> SearchDocument:
    others = tuple(alias.name for alias in (*one.aliases, *one.variants))
    return SearchDocument(
        url=urls.acronym(one.id),
        title=f"{said.ACRONYM} {one.short}" + (f": {one.expansion}" if one.expansion is not None else ""),
        group=ResultGroup.TERM,
        part_of=said.ACRONYM_LIST,
        labels=(one.short,) if one.listed else (),
        names=others,
        weight=1 if one.listed else SELDOM,
    )


def _law(law: LegalReference) -> SearchDocument:
    short = table_words.law_short(law).replace(phrases.NBSP, " ")
    return SearchDocument(
        url=urls.law(law.id),
        title=f"{said.LAW} {short}" + (f": {law.title}" if law.title is not None else ""),
        group=ResultGroup.TERM,
        part_of=guide_words.LEGAL,
        labels=(short,),
        names=(table_words.law_name(law).replace(phrases.NBSP, " "),),
    )


def _discrepancy(entry: Discrepancy) -> SearchDocument:
    return SearchDocument(
        url=urls.discrepancy(entry.id),
        title=f"{register.note_label(entry.id).replace(phrases.NBSP, ' ')}: {entry.title}",
        group=ResultGroup.NOTE,
        labels=(entry.id,),
        text=tuple(strings(entry.question)),
    )
