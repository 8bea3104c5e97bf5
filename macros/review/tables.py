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
from macros.model.registers import Registers
from macros.model.revisions import FrozenText, Revision
from macros.page_checks.frozen_text import text_digest
from macros.review.differences import Difference, differences, text_differences
from macros.review.grounds import Grounds
from macros.review.items import Demand, Item, Matter, Notice, Told, Why
from macros.review.side import Side
from macros.source.problem import Level
from macros.wording import review_guideline as words

APART = frozenset({"revisions"})
"""Parts of the guideline that are told elsewhere."""


def table_items(base: Side, head: Side, grounds: Grounds) -> Iterator[Told]:
    """What changes in every other file of the data."""
    if base.programme is None or head.programme is None:
        return
    before, after = base.guideline, head.guideline
    found = differences(base.programme.catalogue, head.programme.catalogue, unordered=True)
    yield from _items("catalogue", None, found, head.loaded, grounds)
    for name in PARTS:
        if name not in APART:
            old, new = getattr(before, name), getattr(after, name)
            yield from _items(name, new or old, differences(old, new), head.loaded, grounds)
    forms = {form.id: form for form in (*before.forms, *after.forms)}
    was, now = ({form.id: form for form in one.forms} for one in (before, after))
    for key, form in forms.items():
        changed = differences(was.get(key), now.get(key))
        yield from _items(f"forms/{key}", form, changed, head.loaded, grounds)
    yield from _registers(base, head, grounds)
    yield from _register(base, head)
    yield from _frozen(before, after)


def _registers(base: Side, head: Side, grounds: Grounds) -> Iterator[Item]:
    """Reports and resources, which the Sekretariat keeps (Tabel 4): no decision is asked for."""
    if base.programme is None or head.programme is None:
        return
    before, after = base.programme.registers, head.programme.registers
    for name in Registers.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        found = differences(old, new, unordered=True)
        for item in _items(name, new or old, found, head.loaded, grounds):
            yield replace(item, demand=Demand.NOTHING)


def _items(
    name: str, table: Record | None, found: Iterator[Difference], loaded: Loaded, grounds: Grounds
) -> Iterator[Item]:
    """Differences of one file, those of one entry together."""
    for trail, held in groupby(found, key=lambda one: one.trail):
        together = list(held)
        holder = together[0].holder
        appears = table is None and together[0].shown is not None and together[0].shown.old is None
        substantive = any(one.substantive for one in together) and not appears
        notes = tuple(getattr(holder, "discrepancies", ()))
        whys: tuple[Why, ...] = grounds.of_table(table, notes) if table else ()
        yield Item(
            matter=Matter.RECORDS if substantive else Matter.EDITORIAL,
            where=words.file(name, getattr(table, "label", "")),
            title=words.trail(trail, name),
            shown=tuple(one.shown for one in together if one.shown is not None),
            whys=whys if substantive else (),
            demand=Demand.WARNING if substantive else Demand.NOTHING,
            missing=words.NO_NOTE,
            mend=words.MEND_BY_DECISION,
            place=_place(loaded, together[0]),
            touching=notes,
        )


def _place(loaded: Loaded, found: Difference) -> tuple[str, int] | None:
    if found.holder is None or id(found.holder) not in loaded.places:
        return None
    own = found.fields[-1:] if found.fields and hasattr(found.holder, found.fields[-1]) else ()
    return loaded.position(found.holder, *own)


def _register(base: Side, head: Side) -> Iterator[Item]:
    """Register entries; what they say is printed elsewhere, so that only a decision is of substance."""
    old, new = (
        Discrepancies.model_construct(discrepancies=side.programme.discrepancies if side.programme else ())
        for side in (base, head)
    )
    for trail, held in groupby(differences(old, new, unordered=True), key=lambda one: one.trail):
        together = list(held)
        decided = any(one.fields[-1] == "decision" for one in together)
        yield Item(
            matter=Matter.DECISION if decided else Matter.NOTES,
            where=words.file("discrepancies", ""),
            title=words.register(trail, getattr(together[0].holder, "id", "")),
            shown=tuple(one.shown for one in together if one.shown is not None),
            place=_place(head.loaded, together[0]),
        )


def _frozen(before: Guideline, after: Guideline) -> Iterator[Told]:
    """Frozen texts of revisions, which nobody edits but by a correction that is noted."""
    now = {text.revision: text for text in after.texts}
    for text in before.texts:
        fresh = now.get(text.revision)
        if fresh == text:
            continue
        old = [line for section in text.sections for line in (section.title, *section.paragraphs)]
        new = [
            line
            for section in (fresh.sections if fresh else ())
            for line in (section.title, *section.paragraphs)
        ]
        yield Item(
            matter=Matter.GUIDE,
            where=words.file(f"texts/{text.revision}", ""),
            title=words.frozen_text(text.revision, gone=fresh is None),
            shown=tuple(text_differences(old, new)) if fresh else (),
        )
        if fresh is not None and _corrected(before, after, fresh):
            continue
        message, mend = words.frozen_text_changed(text.revision)
        yield Notice(
            level=Level.ERROR, message=message, mend=mend, place=(words.path(f"texts/{text.revision}"), 1)
        )


def _corrected(before: Guideline, after: Guideline, fresh: FrozenText) -> bool:
    """Whether a new correction says that a frozen text reads as it does now."""
    old, new = (_revision(side, fresh.revision) for side in (before, after))
    if old is None or new is None or len(new.corrections) <= len(old.corrections):
        return False
    return new.expected_digest == text_digest(fresh)


def _revision(guideline: Guideline, wanted: str) -> Revision | None:
    held = guideline.revisions.revisions if guideline.revisions else ()
    return next((one for one in held if one.id == wanted), None)
