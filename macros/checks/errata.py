"""Errata stand in order of date, on days that exist, not before the edition was approved.

Good::

    editions/1/edition.yml#errata: []

Bad::

    editions/1/edition.yml#errata:
      - date: "2030-02-30"
        what: Bulan Membajak salah cetak.
        why: Keliru menyalin.
        decided_by: komite
        activity: satu
        field: availability
        digest_after: sha256:0000000000000000000000000000000000000000000000000000000000000000
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.checks.finding import Finding
from macros.model import EditionInfo, Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Dates of errata that cannot be."""
    for edition in programme.editions:
        yield from faulty(edition.info)


def faulty(info: EditionInfo) -> Iterator[Finding]:
    """What is wrong with the errata of one edition."""
    approved = max((approval.date for approval in info.approvals if approval.date is not None), default="")
    before = approved
    for erratum in info.errata:
        if not _exists(erratum.date):
            yield Finding(
                subject=erratum,
                path=("date",),
                message=f'tanggal "{erratum.date}" tidak ada di kalender.',
                hint="Tulis tanggal yang ada.",
            )
        elif erratum.date < before:
            what = "pengesahan" if before == approved else "ralat di atasnya"
            yield Finding(
                subject=erratum,
                path=("date",),
                message=f'ralat "{erratum.date}" mendahului {what}, {before}.',
                hint="Urutkan ralat menurut tanggal, yang terbaru paling bawah; periksa tahunnya.",
            )
        before = max(before, erratum.date)


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
