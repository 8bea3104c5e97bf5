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
from macros.review.finding import OF_THE_MENU, Item, Notice, warning
from macros.review.lookups import predecessor
from macros.review.repository import GitError, continues
from macros.review.side import Side
from macros.wording import review_menu as words


def companion_warnings(before: Programme, after: Programme, loaded: Loaded) -> Iterator[Notice]:
    """Companions available later than what names them, and pairs that are no longer mutual."""
    for edition in after.editions:
        former = _former(before, after, edition)
        if former == edition:
            continue
        for pairs, kind, field in (
            (Relations.late, words.companion_later, "availability"),
            (Relations.one_way, words.companion_one_way, "implement_with"),
        ):
            known = {
                (pair.activity.id, pair.companion.id) for pair in (pairs(Relations(former)) if former else ())
            }
            for pair in pairs(Relations(edition)):
                if (pair.activity.id, pair.companion.id) not in known:
                    place = loaded.position(pair.activity, field)
                    yield warning(kind(edition, pair.activity, pair.companion), place)


def _former(before: Programme, after: Programme, edition: Edition) -> Edition | None:
    """The same edition on the older side, or else the edition before."""
    same = next((one for one in before.editions if one.id == edition.id), None)
    return same or predecessor(after, edition)


def date_warnings(
    before: Programme, after: Programme, loaded: Loaded, items: Iterable[Item]
) -> Iterator[Notice]:
    """The day of the notes moves with what readers are told, and with nothing else (section 3.3.1)."""
    was = {(notes.old, notes.new): notes for notes in before.changes}
    changed = [item.about.facts.get("edition") for item in items if item.matter in OF_THE_MENU]
    for notes in after.changes:
        old = was.get((notes.old, notes.new))
        edition = next((one for one in after.editions if one.id == notes.new), None)
        if old is None or edition is None:
            continue
        place = loaded.position(notes, "date")
        if edition in changed and notes.date == old.date:
            yield warning(words.notes_date_not_moved(edition), place)
        elif edition not in changed and notes.date != old.date:
            yield warning(words.notes_date_moved_for_nothing(edition), place)


def branch_warnings(base: Side, head: Side, here: Path) -> Iterator[Notice]:
    """A branch that lacks what the older side has: that would seem to be taken back."""
    if base.commit is None or head.commit is None:
        return
    try:
        whole = continues(base.commit, head.commit, here)
    except GitError:
        return
    if not whole:
        yield warning(words.branch_behind())
