"""Some edition is approved, so that the menu has a current edition, and no year has two.

Good::

    editions/1/edition.yml#status: approved

Bad::

    editions/1/edition.yml#status: draft
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model import Programme
from macros.problems import Level


def check(programme: Programme) -> Iterator[Finding]:
    """No approved edition, or two of one fiscal year."""
    years: set[int] = set()
    for edition in programme.editions:
        if edition.info.fiscal_year in years:
            yield Finding(
                subject=edition.info,
                path=("fiscal_year",),
                message=f"tahun anggaran {edition.info.fiscal_year} sudah punya edisi lain.",
                hint="Satu tahun anggaran satu edisi.",
            )
        years.add(edition.info.fiscal_year)
    if programme.editions and programme.current is None:
        yield Finding(
            subject=programme.editions[-1].info,
            path=("status",),
            message="belum ada edisi yang disahkan; halaman menu tidak punya edisi terkini.",
            hint="Tulis approved pada edisi yang sudah disahkan.",
            level=Level.WARNING,
        )
