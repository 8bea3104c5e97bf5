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
from datetime import date as calendar_date

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import years
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
        if not _exists(notes.date):
            yield _no_such_day(notes, notes.date)
    for edition in programme.editions:
        for approval in edition.info.approvals:
            if approval.date is not None and not _exists(approval.date):
                yield _no_such_day(approval, approval.date)
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
    if activity.review.date is not None and not _exists(activity.review.date):
        yield _no_such_day(activity.review, activity.review.date)


def _exists(day: str) -> bool:
    try:
        calendar_date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _no_such_day(record: Record, day: str) -> Finding:
    return Finding(
        subject=record,
        path=("date",),
        message=f'tanggal "{day}" tidak ada di kalender.',
        hint="Tulis tanggal yang ada.",
    )
