"""A reason explains something that did change.

Good::

    changes/1-2.yml#reasons.0.reason: Edisi ini mulai berlaku pada tahun berikutnya.

Bad::

    changes/1-2.yml#reasons.0.covers: [{activity: satu, field: availability}, {activity: satu, field: role}]

Bad::

    changes/1-2.yml#reasons.0.covers: [{activity: satu, field: availability}, {activity: lama, event: ended}]
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes import Chronicle, Comparison, covered_subject, unfounded
from macros.checks.finding import Finding
from macros.checks.grounds import compared
from macros.model.changes import Covered
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Reasons for what did not change."""
    chronicle = Chronicle.of(programme)
    for old, new in chronicle.pairs:
        comparison = chronicle.comparison(old.id, new.id)
        for covered in unfounded(comparison, chronicle.notes(old.id, new.id)):
            matter = covered.field or covered.event
            yield Finding(
                subject=covered,
                path=("event" if covered.field is None else "field",),
                message=f'"{matter}" di sini tidak berubah dari edisi {old.id} ke edisi {new.id}.',
                hint=f"Hapus baris ini. {_changed(covered, comparison)}",
                grounds=compared(old, new, covered_subject(covered)),
            )


def _changed(covered: Covered, comparison: Comparison) -> str:
    """What did change of the same activity or package."""
    wanted = covered.activity or covered.package or ""
    found = [
        change.field or change.kind.value for change in comparison.changes if change.subject.id == wanted
    ]
    if not found:
        return "Tidak ada yang berubah padanya."
    return f"Yang berubah padanya: {', '.join(dict.fromkeys(found))}."
