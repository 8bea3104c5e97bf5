"""Errata stand in order of date, on days that exist, not before the edition was approved.

What an approved edition says is corrected by whoever decides on it. Of a printed edition nobody approved this
site's rendering, so the site's editors may bring it into line with the print: without ``decided_by``.

Good::

    editions/1/edition.yml#errata: []

Bad::

    editions/1/edition.yml#errata:
      - date: "2030-02-28"
        what: Kata 'akan' dikembalikan.
        why: Naskah menulis rencana.
        digest_after: sha256:0000000000000000000000000000000000000000000000000000000000000000

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

from macros.checks.finding import Finding
from macros.checks.values import no_such_day
from macros.model.edition import EditionInfo, Status
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Dates of errata that cannot be."""
    for edition in programme.editions:
        yield from faulty(edition.info)


def faulty(info: EditionInfo) -> Iterator[Finding]:
    """What is wrong with the errata of one edition."""
    approved = max((approval.date for approval in info.approvals if approval.date is not None), default="")
    before = approved
    for erratum in info.errata:
        if erratum.by_editors and info.status is not Status.PRINTED:
            yield Finding(
                subject=erratum,
                path=("decided_by",),
                message=f'ralat "{erratum.date}" tanpa pemutus, padahal edisinya {info.status}.',
                hint="Tulis decided_by: id lembaga yang memutus, dan field; tanpa putusan, kembalikan isinya."
                " Hanya edisi printed dapat dikoreksi penyunting situs.",
            )
        if (finding := no_such_day(erratum, erratum.date)) is not None:
            yield finding
        elif erratum.date < before:
            what = "pengesahan" if before == approved else "ralat di atasnya"
            yield Finding(
                subject=erratum,
                path=("date",),
                message=f'ralat "{erratum.date}" mendahului {what}, {before}.',
                hint="Urutkan ralat menurut tanggal, yang terbaru paling bawah; periksa tahunnya.",
            )
        before = max(before, erratum.date)
