"""Grounds of findings, the data that these rest on: ids by their kind, editions, pairs of editions."""

from __future__ import annotations

from collections.abc import Collection

from macros.changes import Subject
from macros.checks.finding import Ground
from macros.model.changes import SubjectKind
from macros.model.edition import Edition
from macros.model.programme import Programme
from macros.source.problem import SLIP, nearest

CATALOGUE = "catalogue.yml"
MENU = "editions/"
HOMES = {
    "lembaga": CATALOGUE,
    "jenis unit": CATALOGUE,
    "capaian": CATALOGUE,
    "keluaran": CATALOGUE,
    "kegiatan": MENU,
    "paket": MENU,
    "edisi": MENU,
    "catatan": "guideline/discrepancies.yml",
    "baris lembaga": "guideline/bodies.yml",
    "formulir": "guideline/forms/",
    "peraturan": "guideline/legal.yml",
    "langkah": "guideline/planning.yml",
    "waktu": "guideline/planning.yml",
    "peran": "guideline/calendar.yml",
    "kriteria": "guideline/criteria.yml",
    "periode": "guideline/reporting.yml",
    "bagian": "guideline/sections.yml",
}
"""Where ids of each kind are given, by the word for the kind."""


def named(kind: str, word: str, known: Collection[str], edition: str | None = None) -> tuple[Ground, ...]:
    """What it rests on that there is no ``kind`` called ``word`` among the ``known``, in one ``edition``.

    One that is much like a known one is a slip, whatever could not be read.
    """
    home = HOMES[kind]
    if home == MENU and edition is not None:
        home = f"{MENU}{edition}/"
    return (Ground(home, word, sure=nearest(word, known, SLIP) is not None),)


def whole(edition: Edition) -> tuple[Ground, ...]:
    """Everything that an edition says."""
    return (Ground(f"{MENU}{edition.id}/"),)


def years(programme: Programme, *keys: str) -> tuple[Ground, ...]:
    """Keys of every edition's own file: which editions there are, of which year, in which state."""
    return tuple(
        Ground(f"{MENU}{edition.id}/edition.yml#{key}") for edition in programme.editions for key in keys
    )


def compared(old: Edition, new: Edition, subject: Subject, *, notes: bool = True) -> tuple[Ground, ...]:
    """What two editions say of a subject, and where ``notes`` count what became of it."""
    word = None if subject.kind is SubjectKind.EDITION else subject.id
    sure = _has(old, subject) and _has(new, subject)
    found = [
        *(Ground(f"{MENU}{edition.id}/", word, sure=sure) for edition in (old, new)),
        *(Ground(f"{MENU}{edition.id}/edition.yml#fiscal_year") for edition in (old, new)),
    ]
    if notes:
        found.append(Ground(f"changes/{old.id}-{new.id}.yml", word))
    return tuple(found)


def _has(edition: Edition, subject: Subject) -> bool:
    match subject.kind:
        case SubjectKind.ACTIVITY:
            return edition.has_activity(subject.id)
        case SubjectKind.PACKAGE:
            return edition.has_package(subject.id)
        case SubjectKind.EDITION:
            return True
