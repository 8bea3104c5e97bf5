"""Editions follow each other year by year: the menu is revised every year (section 3.2.5).

A year without an edition may be meant, as when no revision was decided, or a slip of the year. So a draft is
only warned of it, and an approved edition is left alone.

Good::

    editions/2/edition.yml#fiscal_year: 2031

Bad::

    editions/2/edition.yml#fiscal_year: 2033
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.checks.finding import Finding
from macros.checks.grounds import years
from macros.model.edition import Status
from macros.model.programme import Programme
from macros.source.problem import Level


def check(programme: Programme) -> Iterator[Finding]:
    """Years without an edition between two that have one."""
    editions = sorted(programme.editions, key=lambda edition: edition.info.fiscal_year)
    for old, new in pairwise(editions):
        expected = old.info.fiscal_year + 1
        if new.info.status is Status.DRAFT and new.info.fiscal_year > expected:
            yield Finding(
                subject=new.info,
                path=("fiscal_year",),
                message=f"tahun anggaran {expected} tidak punya edisi: sebelum ini {old.info.fiscal_year}.",
                hint=f"Bila keliru, tulis fiscal_year: {expected}; bila memang tidak ada, biarkan.",
                level=Level.WARNING,
                grounds=years(programme, "fiscal_year"),
            )
