"""Facts about *Tanggal tersedia*: by month, over a package, over an edition.

Nothing depends on the current date.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.base import Month
from macros.model.edition import Edition
from macros.model.menu import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthColumn:
    """Activities that become available in one month; ``month`` is ``None`` for those without one."""

    month: Month | None
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSpan:
    """First and last month of some activities, and how many have no month."""

    first: Month | None
    last: Month | None
    undated: int


def timeline(edition: Edition) -> tuple[MonthColumn, ...]:
    """Columns by month in order of time, the undated ones last; months without activities are left out."""
    by_month: dict[Month | None, list[Activity]] = {}
    for activity in edition.activities:
        by_month.setdefault(activity.availability.month, []).append(activity)
    dated = sorted(month for month in by_month if month is not None)
    columns = [MonthColumn(month=month, activities=tuple(by_month[month])) for month in dated]
    if None in by_month:
        columns.append(MonthColumn(month=None, activities=tuple(by_month[None])))
    return tuple(columns)


def span(activities: tuple[Activity, ...]) -> MonthSpan:
    """First and last month of ``activities``."""
    months = [a.availability.month for a in activities if a.availability.month is not None]
    return MonthSpan(
        first=min(months, default=None),
        last=max(months, default=None),
        undated=len(activities) - len(months),
    )
