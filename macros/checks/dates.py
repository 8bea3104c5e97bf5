"""Dates exist in the calendar, and months lie near the years of the menu.

A month may lie up to two years before the first edition (a tool that existed already) and one year after
the fiscal year of its own edition.

Good::

    editions/1/packages/1.yml#activities.0.availability: {month: "2030-02"}

Bad::

    editions/1/packages/1.yml#activities.0.availability: {month: "2003-02"}

Bad::

    editions/1/packages/1.yml#activities.0.review: {state: reviewed, date: "2030-02-30", by: Komite}

Bad::

    changes/1-2.yml#date: "2031-02-30"
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import years
from macros.checks.values import no_such_day
from macros.model.base import Record
from macros.model.edition import Edition
from macros.model.menu import Activity
from macros.model.programme import Programme

YEARS_BEFORE = 2
YEARS_AFTER = 1


def check(programme: Programme) -> Iterator[Finding]:
    """Dates that cannot be."""
    grounds = years(programme, "fiscal_year")
    start = min((edition.info.fiscal_year for edition in programme.editions), default=0)
    for notes in programme.changes:
        yield from _day(notes, notes.date)
    for edition in programme.editions:
        for approval in edition.info.approvals:
            yield from _day(approval, approval.date)
        for activity in edition.activities:
            yield from _activity(edition, activity, start - YEARS_BEFORE, grounds)


def _activity(
    edition: Edition, activity: Activity, first: int, grounds: tuple[Ground, ...]
) -> Iterator[Finding]:
    month = activity.availability.month
    last = edition.info.fiscal_year + YEARS_AFTER
    if month is not None and not first <= int(month[:4]) <= last:
        yield Finding(
            subject=activity.availability,
            path=("month",),
            message=f'bulan "{month}" terlalu jauh dari tahun anggaran {edition.info.fiscal_year}.',
            hint=f"Yang masuk akal: {first}-01 sampai {last}-12. Periksa tahunnya.",
            grounds=grounds,
        )
    yield from _day(activity.review, activity.review.date)


def _day(record: Record, day: str | None) -> Iterator[Finding]:
    if day is not None and (finding := no_such_day(record, day)) is not None:
        yield finding
