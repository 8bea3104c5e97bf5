"""Everything that is neither menu nor text: catalogue, tables, forms, register, frozen texts.

Each is told by file, entry and field, in the titles that editors see on hover.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from macros.loading.load import Loaded
from macros.model.base import Record
from macros.model.discrepancies import Discrepancies
from macros.model.guideline.guideline import PARTS, Guideline
from macros.model.programme import Programme
from macros.model.registers import Registers
from macros.model.revisions import FrozenText
from macros.page_checks.frozen_text import text_digest
from macros.review.differences import Difference, differences, shown_of, text_differences
from macros.review.finding import Finding, Item, Matter, Place, error, warning
from macros.review.justifications import Justifications
from macros.review.lookups import by_id, revisions_of
from macros.review.side import Side
from macros.wording import review_guideline as words

APART = frozenset({"revisions"})
"""Parts of the guideline that are told elsewhere."""


def table_findings(base: Side, head: Side, justifications: Justifications) -> Iterator[Finding]:
    """What changes in every other file of the data."""
    if base.programme is None or head.programme is None:
        return
    before, after = base.guideline, head.guideline
    catalogue = differences(base.programme.catalogue, head.programme.catalogue, unordered=True)
    yield from _items("catalogue", None, catalogue, head.loaded, justifications)
    was, now = _tables(before), _tables(after)
    for name in was | now:
        old, new = was.get(name), now.get(name)
        yield from _items(name, new or old, differences(old, new), head.loaded, justifications)
    for name in Registers.model_fields:
        old, new = (getattr(programme.registers, name) for programme in (base.programme, head.programme))
        entries = differences(old, new, unordered=True)
        for item in _items(name, new or old, entries, head.loaded, justifications):
            # the Sekretariat keeps reports and resources (Tabel 4): no decision is asked for
            yield replace(item, unless_justified=None)
    yield from _register(base.programme, head.programme, head.loaded)
    yield from _frozen(before, after)


def _tables(guideline: Guideline) -> dict[str, Record | None]:
    """Parts and forms of the guideline by the names of their files."""
    parts: dict[str, Record | None] = {name: getattr(guideline, name) for name in PARTS if name not in APART}
    return parts | {f"forms/{form.id}": form for form in guideline.forms}


def _items(
    name: str, table: Record | None, found: Iterator[Difference], loaded: Loaded, known: Justifications
) -> Iterator[Item]:
    """Differences of one file, those of one entry together."""
    for trail, group in groupby(found, key=lambda difference: difference.trail):
        together = list(group)
        first = together[0]
        appears = table is None and first.shown is not None and first.shown.old is None
        substantive = any(difference.substantive for difference in together) and not appears
        notes = tuple(getattr(first.holder, "discrepancies", ()))
        about, place = words.table_changed(name, getattr(table, "label", ""), trail), _place(loaded, first)
        missing = warning(words.table_note_missing(about.words.title), place)
        yield Item(
            about=about,
            matter=Matter.RECORDS if substantive else Matter.EDITORIAL,
            shown=shown_of(together),
            justifications=known.of_table(table, notes) if table and substantive else (),
            unless_justified=missing if substantive else None,
            place=place,
            discrepancies=notes,
        )


def _place(loaded: Loaded, found: Difference) -> Place | None:
    if found.holder is None or id(found.holder) not in loaded.places:
        return None
    own = found.fields[-1:] if found.fields and hasattr(found.holder, found.fields[-1]) else ()
    return loaded.position(found.holder, *own)


def _register(before: Programme, after: Programme, loaded: Loaded) -> Iterator[Item]:
    """Register entries; what they say is printed elsewhere, so that only a decision is of substance."""
    old, new = (
        Discrepancies.model_construct(discrepancies=programme.discrepancies) for programme in (before, after)
    )
    for trail, group in groupby(differences(old, new, unordered=True), key=lambda found: found.trail):
        together = list(group)
        decided = any(difference.fields[-1] == "decision" for difference in together)
        kind = words.discrepancy_decided if decided else words.discrepancy_changed
        yield Item(
            about=kind(trail, getattr(together[0].holder, "id", "")),
            matter=Matter.DECISION if decided else Matter.NOTES,
            shown=shown_of(together),
            place=_place(loaded, together[0]),
        )


def _frozen(before: Guideline, after: Guideline) -> Iterator[Finding]:
    """Frozen texts of revisions, which nobody edits but by a correction that is noted."""
    now = {text.revision: text for text in after.texts}
    for text in before.texts:
        fresh = now.get(text.revision)
        if fresh == text:
            continue
        yield Item(
            about=(words.frozen_text_changed if fresh else words.frozen_text_removed)(text.revision),
            matter=Matter.GUIDE,
            shown=tuple(text_differences(_lines(text), _lines(fresh))) if fresh else (),
        )
        if fresh is None or not _corrected(before, after, fresh):
            yield error(words.frozen_text_edited(text.revision), (words.path(f"texts/{text.revision}"), 1))


def _lines(text: FrozenText) -> list[str]:
    return [line for section in text.sections for line in (section.title, *section.paragraphs)]


def _corrected(before: Guideline, after: Guideline, fresh: FrozenText) -> bool:
    """Whether a new correction says that a frozen text reads as it does now."""
    old, new = (by_id(revisions_of(side)).get(fresh.revision) for side in (before, after))
    if old is None or new is None or len(new.corrections) <= len(old.corrections):
        return False
    return new.expected_digest == text_digest(fresh)
