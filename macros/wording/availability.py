"""Since when an activity can be had, and the schedule of all of them."""

from __future__ import annotations

from macros.model.base import Month
from macros.model.edition import Edition
from macros.model.menu import Availability
from macros.wording.dates import month, months
from macros.wording.menu import activities, package_label
from macros.wording.phrases import NBSP, count, held, sentence_case

SINCE = "Sejak kapan"
AVAILABLE = "Tersedia"
PROTOTYPE = "Purwarupa"
PROTOTYPE_LEGEND = "Purwarupa, masih diuji"
ON_REQUEST = "Menurut permintaan"
UNDATED = "Tanpa tanggal"
LEGEND = "Arti tanda"

SCHEDULE = "Jadwal"
SCHEDULE_TITLE = "Kapan tiap kegiatan tersedia"
SCHEDULE_TABLE = "Jadwal sebagai tabel"
SCHEDULE_BY_MONTH = "Menurut bulan"
STATUS = "Status"
MONTH = "Bulan"


def span(total: int, first: Month | None, last: Month | None, undated: int) -> str:
    """What a package offers: ``3 kegiatan, Mei 2030``; undated ones counted at the end."""
    if first is None or last is None:
        return f"{activities(total)}, {UNDATED.lower()}"
    some = f"; {count(undated, UNDATED.lower())}" if undated else ""
    return f"{activities(total)}, {months(first, last)}{some}"


def status(availability: Availability) -> str:
    """The word beside an availability sign."""
    if availability.on_request:
        return ON_REQUEST
    if availability.month is None:
        return UNDATED
    return PROTOTYPE if availability.stage else AVAILABLE


def available(availability: Availability) -> str:
    """Status and month in one phrase: ``Tersedia April 2030``."""
    word = status(availability)
    return f"{word} {month(availability.month)}" if availability.month else word


def printed_otherwise(availability: Availability) -> bool:
    """Whether the text's own words for a date say more than the month."""
    if availability.printed is None:
        return False
    return availability.month is None or availability.printed != month(availability.month).replace(NBSP, " ")


def undated_in(edition: Edition) -> str:
    """``Tanpa tanggal di teks 2030``."""
    return f"{UNDATED} di {held(edition.info.text_name)}"


def no_month_in(edition: Edition) -> str:
    """Why a column of the timeline has no month."""
    return f"{sentence_case(held(edition.info.text_name))} tidak menyebut bulan"


def timeline_lede(edition: Edition) -> str:
    """How to read the numbers of the timeline, with an example from the edition."""
    package = max(edition.packages, key=lambda found: len(found.activities))
    example = package.activities[-1].number
    return f"Nomor menunjuk kegiatan; {example} ada di {package_label(package.number)}."
