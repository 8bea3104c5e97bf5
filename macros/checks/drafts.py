"""A draft is newer than the current edition: what has been passed over is no proposal any more.

Good::

    editions/2/edition.yml#status: draft

Bad::

    editions/1/edition.yml#status: draft
    editions/2/edition.yml#status: approved
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.checks.grounds import years
from macros.model.edition import Status
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Drafts of a year before that of the current edition."""
    current = programme.current
    if current is None:
        return
    for edition in programme.editions:
        info = edition.info
        if info.status is Status.DRAFT and info.fiscal_year < current.info.fiscal_year:
            yield Finding(
                subject=info,
                path=("status",),
                message=f"usulan {edition.id} lebih tua dari edisi terkini, {current.id}.",
                hint="Tulis superseded bila edisi ini pernah disahkan, atau hapus foldernya.",
                grounds=years(programme, "fiscal_year", "status"),
            )
