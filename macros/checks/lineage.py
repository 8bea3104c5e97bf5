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

from collections.abc import Iterator

from macros.changes import Chronicle, Flaw, Gap, gaps
from macros.checks.finding import Finding
from macros.model import ChangeNotes, Edition, Programme, SubjectKind

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
            )
    for place, (old, new) in enumerate(chronicle.pairs):
        declared = chronicle.notes(old.id, new.id)
        for gap in gaps(old, new, declared, chronicle.editions[:place]):
            yield _finding(gap, old, new, declared)


def _finding(gap: Gap, old: Edition, new: Edition, notes: ChangeNotes | None) -> Finding:
    words = {"id": gap.subject.id, "noun": NOUNS[gap.subject.kind], "old": old.id, "new": new.id}
    message, hint = (text.format(**words) for text in MESSAGES[gap.flaw])
    path = ("lineage",) if gap.entry is None else ("lineage", gap.entry)
    return Finding(subject=notes or new.info, path=path if notes else (), message=message, hint=hint)
