"""Every id of an edition is accounted for in the next, and the reverse (section 3.2.5).

An id that is in both editions, or only in the newer, accounts for itself. One that vanishes needs an
entry in ``changes/OLD-NEW.yml`` (ended, merged or split), and so does an earlier one that is back
(reinstated). Successors exist in the newer edition; nothing continues itself.

Good::

    changes/1-2.yml#lineage: [{event: ended, ids: [dua]}]

Bad::

    changes/1-2.yml#lineage: []

Bad::

    changes/1-2.yml#lineage: [{event: ended, ids: [dua], successors: [empat]}]

Bad::

    changes/1-2.yml#lineage: [{event: ended, ids: [dua]}, {event: ended, ids: [satu]}]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.changes import Chronicle, Flaw, Gap, gaps
from macros.checks.finding import Finding
from macros.checks.grounds import compared, years
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.source.problem import SLIP, nearest

NOUNS = {SubjectKind.ACTIVITY: "kegiatan", SubjectKind.PACKAGE: "paket"}
MESSAGES = {
    Flaw.UNACCOUNTED: (
        '{noun} "{id}" ada di edisi {old} tetapi tidak di edisi {new}.',
        "Tulis di lineage pada changes/{old}-{new}.yml: event: ended, merged, atau split, ids: [{id}].",
    ),
    Flaw.RETURNED: (
        '{noun} "{id}" pernah ada sebelum edisi {old}.',
        "Tulis di lineage pada changes/{old}-{new}.yml: event: reinstated, ids: [{id}]; atau beri id baru.",
    ),
    Flaw.UNKNOWN: ('{noun} "{id}" tidak ada di edisi {old}.', "Pakai id dari edisi {old}."),
    Flaw.STILL_THERE: (
        '{noun} "{id}" masih ada di edisi {new}.',
        "Hapus catatan ini, hapus {noun} itu dari edisi {new}, atau tulis split dengan partial: true.",
    ),
    Flaw.NOT_THERE: (
        '{noun} "{id}" tidak ada lagi di edisi {new}.',
        "Hapus partial: true, sebab yang lama tidak tetap ada.",
    ),
    Flaw.NOT_RETURNED: (
        '{noun} "{id}" tidak diadakan lagi.',
        "reinstated untuk id yang ada sebelum edisi {old}, tidak di edisi {old}, lalu ada di edisi {new}.",
    ),
    Flaw.DANGLING: (
        'penerus "{id}" tidak ada di edisi {new}.',
        "Pakai id {noun} dari edisi {new}, atau hapus dari successors.",
    ),
    Flaw.CYCLE: (
        '{noun} "{id}" menjadi penerus dirinya sendiri.',
        "Betulkan successors agar tidak melingkar.",
    ),
    Flaw.NOT_MERGED: (
        'hanya "{id}" yang digabung ke penerus baru itu.',
        "Tambahkan id lain yang digabung, atau tulis event: ended dengan successors yang sama.",
    ),
    Flaw.TWICE: ('{noun} "{id}" dicatat dua kali.', "Satukan kedua catatan."),
}


def check(programme: Programme) -> Iterator[Finding]:
    """Ids that are not accounted for, and entries that do not fit the editions."""
    chronicle = Chronicle.of(programme)
    pairs = {(old.id, new.id) for old, new in chronicle.pairs}
    for notes in programme.changes:
        if (notes.old, notes.new) not in pairs:
            known = ", ".join(f"{old}-{new}.yml" for old, new in sorted(pairs))
            yield Finding(
                subject=notes,
                path=("new",),
                message=f"edisi {notes.old} dan {notes.new} bukan dua edisi yang berurutan.",
                hint=f"Berkas yang dikenal: {known or 'belum ada'}.",
                grounds=years(programme, "id", "fiscal_year"),
            )
    for place, (old, new) in enumerate(chronicle.pairs):
        declared = chronicle.notes(old.id, new.id)
        for gap in gaps(old, new, declared, chronicle.editions[:place]):
            yield _slip(gap, old, new) or _finding(gap, old, new, declared)


def _slip(gap: Gap, old: Edition, new: Edition) -> Finding | None:
    """An id that vanished while one much like it came: most probably a slip of the hand, there."""
    if gap.flaw is not Flaw.UNACCOUNTED:
        return None
    was = {record.id for record in _records(old, gap.subject.kind)}
    came = {record.id: record for record in _records(new, gap.subject.kind) if record.id not in was}
    close = nearest(gap.subject.id, came, SLIP)
    if close is None:
        return None
    noun, was_called = NOUNS[gap.subject.kind], gap.subject.id
    return Finding(
        subject=came[close],
        path=("id",),
        message=f'{noun} "{close}" baru, sedangkan "{was_called}" dari edisi {old.id} tidak ada lagi.',
        hint=f"Bila salah ketik, tulis {was_called}; bila memang {noun} lain, catat {was_called} "
        f"di lineage pada changes/{old.id}-{new.id}.yml.",
        grounds=compared(old, new, gap.subject),
        one=(gap.subject.id, close),
    )


def _records(edition: Edition, kind: SubjectKind) -> Sequence[Activity | Package]:
    return edition.activities if kind is SubjectKind.ACTIVITY else edition.packages


def _finding(gap: Gap, old: Edition, new: Edition, notes: ChangeNotes | None) -> Finding:
    words = {"id": gap.subject.id, "noun": NOUNS[gap.subject.kind], "old": old.id, "new": new.id}
    message, hint = (text.format(**words) for text in MESSAGES[gap.flaw])
    path = ("lineage",) if gap.entry is None else ("lineage", gap.entry)
    return Finding(
        subject=notes or new.info,
        path=path if notes else (),
        message=message,
        hint=hint,
        grounds=compared(old, new, gap.subject),
    )
