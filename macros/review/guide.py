"""The text of the guideline and of other hand-written pages, word by word, and documents (Pengantar)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.changelog import Shown
from macros.facts.guideline_text import GuideText
from macros.model.guideline.guideline import Guideline
from macros.review.differences import text_differences
from macros.review.finding import Item, Matter, Notice, Place
from macros.review.justifications import Justifications
from macros.review.lookups import unlike
from macros.review.pages import Page
from macros.review.side import Side
from macros.review.spelling import only_spelling
from macros.source.problem import Level
from macros.wording import menu
from macros.wording import review_guideline as words

OUTSIDE = re.compile(r"//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""How a target begins that leads away from the site."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A section as it stands on one side; pieces under one id are one."""

    title: str
    paragraphs: tuple[str, ...]
    place: Place


def text_items(base: Side, head: Side, justifications: Justifications) -> Iterator[Item]:
    """Sections that changed, came or went, in the order of reading."""
    approved = _approved(head.guideline)
    for key, new, old in unlike(_sections(head.text), _sections(base.text)):
        shown = tuple(_shown(old, new))
        section = new or old
        if section is None or not shown:
            continue
        if old is None or new is None:
            kind = words.guideline_section_added if new else words.guideline_section_removed
            substantive = True
        else:
            kind = words.guideline_text_changed
            substantive = not all(map(only_spelling, shown))
        about, place = kind(key, section.title), new.place if new else None
        level = _level(key, new, approved, substantive=substantive)
        missing = words.section_note_missing(about.words.title, key)
        yield Item(
            about=about,
            matter=Matter.GUIDE if substantive else Matter.EDITORIAL,
            shown=shown,
            justifications=justifications.of_section(key),
            unless_justified=Notice(level, missing, place) if level else None,
            place=place,
        )


def page_items(base: Side, head: Side) -> Iterator[Item]:
    """Pages outside the sections of the guideline, and where links lead."""
    for file in sorted({*base.pages, *head.pages}):
        old, new = base.pages.get(file), head.pages.get(file)
        shown = tuple(text_differences(old.paragraphs if old else (), new.paragraphs if new else ()))
        if shown or (old is None) != (new is None):
            spelling = bool(shown) and all(map(only_spelling, shown))
            kind = words.page_changed if old and new else words.page_added
            yield Item(
                about=(kind if new else words.page_removed)(file),
                matter=Matter.EDITORIAL if spelling else Matter.GUIDE,
                shown=shown,
                place=(file, 1) if new else None,
            )
        yield from _links(file, old, new)


def _links(file: str, old: Page | None, new: Page | None) -> Iterator[Item]:
    """Targets that came or went; text of a link is told with the text around it."""
    before, after = (dict.fromkeys(page.links if page else ()) for page in (old, new))
    gone = [Shown(label=words.LINK_TARGET, old=link, new=None) for link in before if link not in after]
    come = [Shown(label=words.LINK_TARGET, old=None, new=link) for link in after if link not in before]
    if gone or come:
        yield Item(
            about=words.links_changed(file),
            matter=Matter.GUIDE if any(OUTSIDE.match(link.new or "") for link in come) else Matter.EDITORIAL,
            shown=(*gone, *come),
            place=(file, 1) if new else None,
        )


def attached_items(base: Side, head: Side) -> Iterator[Item]:
    """Documents that came, went, or are others under the same name."""
    for file in sorted({*base.attached, *head.attached}):
        old, new = base.attached.get(file), head.attached.get(file)
        if old != new:
            kind = words.document_replaced if old and new else words.document_added
            yield Item(
                about=(kind if new else words.document_removed)(file),
                matter=Matter.RECORDS,
                shown=(Shown(label=words.DOCUMENT_DIGEST, old=old, new=new, exchange=True),),
                place=(file, 1) if new else None,
            )


def _sections(text: GuideText) -> dict[str, _Section]:
    found: dict[str, _Section] = {}
    for passage in text.passages:
        section = passage.section
        before = found.get(section.id)
        paragraphs = (*(before.paragraphs if before else ()), *section.paragraphs)
        place = before.place if before else (passage.file, passage.line)
        found[section.id] = _Section(before.title if before else section.title, paragraphs, place)
    return found


def _shown(old: _Section | None, new: _Section | None) -> Iterator[Shown]:
    if old is None or new is None or old.title != new.title:
        label = menu.FIELDS["title"]
        yield Shown(label=label, old=old.title if old else None, new=new.title if new else None)
    yield from text_differences(old.paragraphs if old else (), new.paragraphs if new else ())


def _approved(guideline: Guideline) -> dict[str, tuple[str, ...]] | None:
    """What the last approved revision froze, by section; ``None`` where there is none."""
    revision = guideline.revisions.current if guideline.revisions else None
    frozen = next((text for text in guideline.texts if revision and text.revision == revision.id), None)
    return {section.id: section.paragraphs for section in frozen.sections} if frozen else None


def _level(
    key: str, new: _Section | None, approved: dict[str, tuple[str, ...]] | None, *, substantive: bool
) -> Level | None:
    """A section that departs from the approved text must be noted; without such a text, it should be."""
    if approved is None:
        return Level.WARNING if substantive else None
    return None if approved.get(key) == (new and new.paragraphs) else Level.ERROR
