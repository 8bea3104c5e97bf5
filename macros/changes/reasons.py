"""Which reason explains which change (sections 3.2.5 and 3.3.1): every substantive one needs one."""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes.fields import ROWS
from macros.changes.records import EDITION, Change, Comparison, Subject
from macros.model.changes import ChangeNotes, Covered, Reason, SubjectKind


def covered_subject(covered: Covered) -> Subject:
    """Whose change a reason speaks of; the edition's where it names neither activity nor package."""
    if covered.activity is not None:
        return Subject(kind=SubjectKind.ACTIVITY, id=covered.activity)
    if covered.package is not None:
        return Subject(kind=SubjectKind.PACKAGE, id=covered.package)
    return EDITION


def covers(covered: Covered, change: Change, comparison: Comparison) -> bool:
    """Whether one entry of a reason speaks of a change.

    A field speaks of every change of that field; an event also of the rows that came or went with it.
    """
    if covered_subject(covered) != change.subject:
        return False
    if covered.field is not None:
        return change.field == covered.field
    if change.is_event:
        return change.kind.value == covered.event
    return change.field in ROWS and any(
        other.kind.value == covered.event and (other.appears or other.vanishes)
        for other in comparison.of(change.subject)
    )


def reasons_for(change: Change, comparison: Comparison, notes: ChangeNotes | None) -> tuple[Reason, ...]:
    """The reasons that explain a change, in the order of the notes."""
    return tuple(
        reason
        for reason in (notes.reasons if notes else ())
        if any(covers(covered, change, comparison) for covered in reason.covers)
    )


def unreasoned(comparison: Comparison, notes: ChangeNotes | None) -> Iterator[Change]:
    """Substantive changes without a reason."""
    for change in comparison.substantive:
        if not reasons_for(change, comparison, notes):
            yield change


def unfounded(comparison: Comparison, notes: ChangeNotes | None) -> Iterator[Covered]:
    """Entries of reasons that speak of something that did not change."""
    for reason in notes.reasons if notes else ():
        for covered in reason.covers:
            if not any(covers(covered, change, comparison) for change in comparison.changes):
                yield covered
