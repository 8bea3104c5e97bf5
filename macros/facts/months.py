"""Months counted as whole numbers: ranges, steps and distances over the turn of a year."""

from __future__ import annotations

from macros.model.base import MONTHS_PER_YEAR, Month


def ordinal(year: int, month: int) -> int:
    """Months from January of the year 0 to a month, which counts from 1."""
    return year * MONTHS_PER_YEAR + month - 1


def year_and_month(number: int) -> tuple[int, int]:
    """The year and the month, from 1, that ``ordinal`` made ``number`` of."""
    year, index = divmod(number, MONTHS_PER_YEAR)
    return year, index + 1


def distance(first: Month, last: Month) -> int:
    """Months from ``first`` to ``last``; negative where ``last`` comes before."""
    return _number(last) - _number(first)


def month_range(first: Month, last: Month, *, before: int = 0, after: int = 0) -> tuple[Month, ...]:
    """Every month from ``first`` to ``last``, both included, and so many ``before`` and ``after`` them."""
    numbers = range(_number(first) - before, _number(last) + after + 1)
    return tuple(f"{year:04d}-{month:02d}" for year, month in map(year_and_month, numbers))


def _number(month: Month) -> int:
    year, number = month.split("-")
    return ordinal(int(year), int(number))
