"""What a reviewer is warned of, though no rule forbids it: pairs that no longer fit, dates that mislead.

Only what is new counts: a finding that the text always had is on its page already (3.3.1, Lampiran I).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.facts.companions import Relations
from macros.loading.load import Loaded
from macros.model.edition import Edition
from macros.model.programme import Programme
from macros.review.items import OF_THE_MENU, Item, Notice, Place
from macros.review.lookups import predecessor
from macros.review.repository import GitError, continues
from macros.review.side import Side
from macros.source.problem import Level
from macros.wording import review_menu as words
from macros.wording import review_notes


def relation_alarms(before: Programme, after: Programme, loaded: Loaded) -> Iterator[Notice]:
    """Companions available later than what names them, and pairs that are no longer mutual."""
    for edition in after.editions:
        former = _former(before, after, edition)
        if former is not None and former == edition:
            continue
        relations, old = Relations(edition), Relations(former) if former else None
        known = {(one.activity.id, one.companion.id) for one in (old.late() if old else ())}
        for late in relations.late():
            if (late.activity.id, late.companion.id) not in known:
                said = review_notes.late(edition, late.activity, late.companion)
                yield _notice(said, loaded.position(late.activity, "availability"))
        known = {(one.activity.id, one.companion.id) for one in (old.one_way() if old else ())}
        for pair in relations.one_way():
            if (pair.activity.id, pair.companion.id) not in known:
                said = review_notes.one_way(edition, pair.activity, pair.companion)
                yield _notice(said, loaded.position(pair.activity, "implement_with"))


def _former(before: Programme, after: Programme, edition: Edition) -> Edition | None:
    """The same edition on the older side, or else the edition before."""
    same = next((one for one in before.editions if one.id == edition.id), None)
    return same or predecessor(after, edition)


def _notice(said: tuple[str, str], place: Place | None = None) -> Notice:
    message, mend = said
    return Notice(level=Level.WARNING, message=message, mend=mend, place=place)


def date_alarms(
    before: Programme, after: Programme, loaded: Loaded, items: Iterable[Item]
) -> Iterator[Notice]:
    """The day of the notes moves with what readers are told, and with nothing else (section 3.3.1)."""
    was = {(notes.old, notes.new): notes for notes in before.changes}
    changed = {item.where for item in items if item.matter in OF_THE_MENU}
    for notes in after.changes:
        old = was.get((notes.old, notes.new))
        edition = next((one for one in after.editions if one.id == notes.new), None)
        if old is None or edition is None:
            continue
        told = words.edition(edition) in changed
        place = loaded.position(notes, "date")
        if told and notes.date == old.date:
            yield _notice(review_notes.date_not_moved(edition), place)
        elif not told and notes.date != old.date:
            yield _notice(review_notes.date_moved_for_nothing(edition), place)


def branch_alarms(base: Side, head: Side, here: Path) -> Iterator[Notice]:
    """A branch that lacks what the older side has: that would seem to be taken back."""
    if base.commit is None or head.commit is None:
        return
    try:
        whole = continues(base.commit, head.commit, here)
    except GitError:
        return
    if not whole:
        yield _notice(review_notes.BRANCH_BEHIND)
