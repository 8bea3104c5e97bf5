"""The text of the guideline and of other hand-written pages, word by word (Pengantar)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.changelog import Shown
from macros.facts.guideline_text import GuideText
from macros.model.guideline.guideline import Guideline
from macros.review.differences import text_differences
from macros.review.grounds import Grounds
from macros.review.items import Demand, Item, Matter, Place
from macros.review.judging import only_spelling
from macros.review.pages import Page
from macros.review.side import Side
from macros.wording import guide as guide_words
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


def text_items(base: Side, head: Side, grounds: Grounds) -> Iterator[Item]:
    """Sections that changed, came or went, in the order of reading."""
    was, now = _sections(base.text), _sections(head.text)
    approved = _approved(head.guideline)
    for key in {**now, **was}:
        old, new = was.get(key), now.get(key)
        shown = tuple(_shown(old, new))
        if not shown:
            continue
        substantive = old is None or new is None or not all(map(only_spelling, shown))
        yield Item(
            matter=Matter.GUIDE if substantive else Matter.EDITORIAL,
            where=guide_words.GUIDE,
            title=words.section(key, (new or old or now[key]).title, is_new=old is None, gone=new is None),
            shown=shown,
            whys=grounds.of_section(key),
            demand=_demand(key, new, approved, substantive=substantive),
            missing=words.NO_NOTE,
            mend=words.mend_by_revision(key),
            place=new.place if new else None,
        )


def page_items(base: Side, head: Side) -> Iterator[Item]:
    """Pages outside the sections of the guideline, and where links lead."""
    for file in sorted({*base.pages, *head.pages}):
        old, new = base.pages.get(file), head.pages.get(file)
        shown = tuple(text_differences(old.paragraphs if old else (), new.paragraphs if new else ()))
        if shown or (old is None) != (new is None):
            spelling = bool(shown) and all(map(only_spelling, shown))
            yield Item(
                matter=Matter.EDITORIAL if spelling else Matter.GUIDE,
                where=words.PAGE,
                title=words.page(file, is_new=old is None, gone=new is None),
                shown=shown,
                place=(file, 1) if new else None,
            )
        yield from _links(file, old, new)


def _links(file: str, old: Page | None, new: Page | None) -> Iterator[Item]:
    """Targets that came or went; text of a link is told with the text around it."""
    before, after = (dict.fromkeys(page.links if page else ()) for page in (old, new))
    gone = [Shown(label=words.LINK_TARGET, old=one, new=None) for one in before if one not in after]
    come = [Shown(label=words.LINK_TARGET, old=None, new=one) for one in after if one not in before]
    if gone or come:
        yield Item(
            matter=Matter.GUIDE if any(OUTSIDE.match(one.new or "") for one in come) else Matter.EDITORIAL,
            where=words.PAGE,
            title=words.links(file),
            shown=(*gone, *come),
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


def _demand(
    key: str, new: _Section | None, approved: dict[str, tuple[str, ...]] | None, *, substantive: bool
) -> Demand:
    """A section that departs from the approved text must be noted; without such a text, it should be."""
    if approved is None:
        return Demand.WARNING if substantive else Demand.NOTHING
    return Demand.NOTHING if approved.get(key) == (new and new.paragraphs) else Demand.ERROR
