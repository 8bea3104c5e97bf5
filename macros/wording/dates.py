"""Months and days."""

from __future__ import annotations

from collections.abc import Sequence

from babel.dates import get_month_names

from macros.model.base import Date, Month
from macros.wording.phrases import DASH, NBSP

MONTHS: tuple[str, ...] = tuple(get_month_names("wide", locale="id").values())
SHORT_MONTHS: tuple[str, ...] = tuple(get_month_names("abbreviated", locale="id").values())


def month(value: Month) -> str:
    """``2030-04`` as ``April 2030``, held together."""
    year, number = value.split("-")
    return f"{MONTHS[int(number) - 1]}{NBSP}{year}"


def month_name(value: Month) -> str:
    """``2030-04`` as ``April``."""
    return MONTHS[int(value[5:]) - 1]


def short_month(value: Month) -> str:
    """``2030-04`` as ``Apr``."""
    return SHORT_MONTHS[int(value[5:]) - 1]


def year(value: Month) -> str:
    """``2030-04`` as ``2030``."""
    return value[:4]


def day(value: Date) -> str:
    """``2030-06-30`` as ``30 Juni 2030``, held together."""
    return f"{int(value[8:])}{NBSP}{month(value[:7])}"


def content_of(value: Date) -> str:
    """Which day's content a page shows: that of its commit."""
    return f"Isi situs per {day(value)}."


def months(first: Month, last: Month) -> str:
    """A span of months: ``Februari-Mei 2030``, or ``Januari 2029-Mei 2030`` over a new year."""
    if first == last:
        return month(first)
    if first[:4] == last[:4]:
        return f"{month_name(first)}{DASH}{month(last)}"
    return f"{month(first)}{DASH}{month(last)}"


def strip_years(months_shown: Sequence[Month]) -> str:
    """The year or years over a strip of months."""
    first, last = months_shown[0][:4], months_shown[-1][:4]
    return first if first == last else f"{first}{DASH}{last}"
