"""A field named by a discrepancy, footnote, erratum or open question exists in its record.

Good::

    guideline/discrepancies.yml#discrepancies.0.touches: [{edition: "1", activity: satu, field: name}]

Good::

    guideline/discrepancies.yml#discrepancies.0.touches: [{edition: "1", field: implement_with}]

Bad::

    guideline/discrepancies.yml#discrepancies.0.touches: [{edition: "1", activity: satu, field: nama}]

Bad::

    changes/1-2.yml#questions: [{activity: satu, field: bulan, question: Kapan tersedia.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model.base import Record
from macros.model.changes import OpenQuestion
from macros.model.discrepancies import Touch
from macros.model.edition import EditionInfo, Erratum
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.source.problem import did_you_mean

ROWS = frozenset({"indicators", "screening"})
"""Rows of other files that belong to a package or activity."""

OF_ALL = frozenset({"implement_with"})
"""Fields of activities on which a register entry may concern a whole edition: it stands beside the chain."""


def check(programme: Programme) -> Iterator[Finding]:
    """Field names that do not exist."""
    for edition in programme.editions:
        for activity in edition.activities:
            for footnote in activity.footnotes:
                yield from _field(footnote, footnote.field, frozenset(Activity.model_fields))
        for erratum in edition.info.errata:
            yield from _target(erratum)
    for discrepancy in programme.discrepancies:
        for touch in discrepancy.touches:
            yield from _target(touch)
    for declared in programme.changes:
        for question in declared.questions:
            yield from _target(question)


def _target(record: Touch | Erratum | OpenQuestion) -> Iterator[Finding]:
    if record.field is None:
        return
    if record.activity is not None:
        known = frozenset(Activity.model_fields) | ROWS
    elif record.package is not None:
        known = frozenset(Package.model_fields) | ROWS
    else:
        known = frozenset(EditionInfo.model_fields) | ROWS | {"packages"}
        if isinstance(record, Touch):
            known |= OF_ALL
    yield from _field(record, record.field, known)


def _field(record: Record, name: str, known: frozenset[str]) -> Iterator[Finding]:
    if name in known:
        return
    yield Finding(
        subject=record,
        path=("field",),
        message=f'kolom "{name}" tidak ada.',
        hint=f"{did_you_mean(name, known)} Yang boleh: {', '.join(sorted(known))}.".strip(),
    )
