"""Some edition is approved or printed, so that the menu has a current edition, and no year has two.

Good::

    editions/1/edition.yml#status: printed

What is superseded was replaced by a later edition that is approved: the current one is newer.

Good::

    editions/1/edition.yml#status: approved

Bad::

    editions/1/edition.yml#status: draft

Bad::

    editions/2/edition.yml#status: superseded
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.checks.grounds import years
from macros.model.edition import Status
from macros.model.programme import Programme
from macros.source.problem import Level


def check(programme: Programme) -> Iterator[Finding]:
    """No edition that counts as the current one, or two of one fiscal year."""
    taken: set[int] = set()
    for edition in programme.editions:
        if edition.info.fiscal_year in taken:
            yield Finding(
                subject=edition.info,
                path=("fiscal_year",),
                message=f"tahun anggaran {edition.info.fiscal_year} sudah punya edisi lain.",
                hint="Satu tahun anggaran satu edisi.",
                grounds=years(programme, "fiscal_year"),
            )
        taken.add(edition.info.fiscal_year)
    yield from _replaced_by_nothing(programme)
    if programme.editions and programme.current is None:
        yield Finding(
            subject=programme.editions[-1].info,
            path=("status",),
            message="semua edisi masih usulan; halaman menu tidak punya edisi terkini.",
            hint="Tulis approved pada edisi yang sudah disahkan, atau printed pada yang tercetak di naskah.",
            level=Level.WARNING,
            grounds=years(programme, "status"),
        )


def _replaced_by_nothing(programme: Programme) -> Iterator[Finding]:
    """Editions that count as replaced though none after them is approved."""
    current = programme.current
    if current is None:
        return
    for edition in programme.editions:
        info = edition.info
        if info.status is Status.SUPERSEDED and info.fiscal_year > current.info.fiscal_year:
            yield Finding(
                subject=info,
                path=("status",),
                message=f"edisi {edition.id} superseded, padahal edisi terkini, {current.id}, lebih tua.",
                hint="Tulis approved; superseded hanya untuk edisi yang sudah diganti edisi sesudahnya.",
                grounds=years(programme, "status", "fiscal_year"),
            )
