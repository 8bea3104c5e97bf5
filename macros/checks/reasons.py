"""Every substantive change has a reason (sections 3.2.5 and 3.3.1).

Whether a change is substantive is derived: it is when it alters what one may ask for, who may ask, when,
or with what. A missing reason is an error in an approved edition and a warning in a draft.

Good::

    editions/2/packages/1.yml#activities.0.rationale: Tanah yang keras sulit ditanami.

Bad::

    editions/2/packages/1.yml#activities.0.name: Membajak Lahan Basah

Bad::

    changes/1-2.yml#reasons.1.covers:
      - {activity: tiga, event: added}
      - {activity: satu, field: implement_with}
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes import Change, Chronicle, unreasoned
from macros.checks.finding import Finding
from macros.checks.grounds import compared
from macros.model.base import Record
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition, Status
from macros.model.programme import Programme
from macros.source.problem import Level


def check(programme: Programme) -> Iterator[Finding]:
    """Substantive changes without a reason, at the changed value."""
    chronicle = Chronicle.of(programme)
    for old, new in chronicle.pairs:
        notes = chronicle.notes(old.id, new.id)
        level = Level.WARNING if new.info.status is Status.DRAFT else Level.ERROR
        told: set[tuple[object, str]] = set()
        for change in unreasoned(chronicle.comparison(old.id, new.id), notes):
            matter = (change.subject, change.field)
            if matter in told:
                continue
            told.add(matter)
            subject, path = _place(change, new, notes)
            yield Finding(
                subject=subject,
                path=path,
                message=f"perubahan {_named(change)} dari edisi {old.id} belum beralasan.",
                hint=f"Tambahkan ke reasons di changes/{old.id}-{new.id}.yml: "
                f"covers: [{{{_covers(change)}}}], reason: …, decision: usulan.",
                level=level,
                grounds=compared(old, new, change.subject),
            )


def _place(change: Change, new: Edition, notes: ChangeNotes | None) -> tuple[Record, tuple[str, ...]]:
    """The changed value; for what is no longer there, the notes."""
    path = (change.field,) if change.field else ()
    match change.subject.kind:
        case SubjectKind.ACTIVITY if new.has_activity(change.subject.id):
            return new.activity(change.subject.id), path
        case SubjectKind.PACKAGE if new.has_package(change.subject.id):
            return new.package(change.subject.id), path
        case SubjectKind.EDITION:
            return new.info, path
    return (notes, ("reasons",)) if notes else (new.info, ())


def _named(change: Change) -> str:
    what = f"({change.kind})" if change.is_event else f'kolom "{change.field}"'
    match change.subject.kind:
        case SubjectKind.ACTIVITY:
            return f'{what} pada kegiatan "{change.subject.id}"'
        case SubjectKind.PACKAGE:
            return f'{what} pada paket "{change.subject.id}"'
        case SubjectKind.EDITION:
            return f"{what} pada edisi"


def _covers(change: Change) -> str:
    subject = (
        "" if change.subject.kind is SubjectKind.EDITION else f"{change.subject.kind}: {change.subject.id}, "
    )
    return subject + (f"event: {change.kind}" if change.is_event else f"field: {change.field}")
