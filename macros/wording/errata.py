"""Errata and corrections of frozen editions."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model.edition import Edition, Erratum
from macros.wording import dates, phrases

TITLE = "Ralat"
HEADING = "Ralat dan koreksi edisi yang dibekukan"
LEDE = (
    "Edisi yang dibekukan tidak berubah diam-diam. Bila ada yang keliru, perbaikannya tercatat di sini: apa,"
    " sejak kapan, kapan dibetulkan, dan oleh siapa. Ralat diputus lembaga yang berwenang. Koreksi penyunting"
    " hanya menyelaraskan penyajian situs ini dengan naskah; tidak ada yang diputus."
)
EMPTY = "Belum ada ralat atau koreksi."
CORRECTION = "Koreksi penyunting situs"
BY_EDITORS = "Penyunting situs ini: penyajian diselaraskan dengan naskah. Tidak ada putusan."
WHAT = "Yang diralat"
WHY = "Mengapa"
SINCE = "Keliru sejak"
DATE = "Dibetulkan"
DECIDED_BY = "Diputus oleh"
CORRECTED_BY = "Dikoreksi oleh"
ERRATUM = "Ralat"


def count(value: int) -> str:
    """How many errata and corrections there are."""
    return f"{phrases.count(value, 'catatan')}." if value else EMPTY.lower()


def kind(found: Erratum) -> str:
    """A decided erratum, or a correction of this site's rendering."""
    return CORRECTION if found.by_editors else ERRATUM


def by(found: Erratum) -> str:
    """The label before who stands behind it."""
    return CORRECTED_BY if found.by_editors else DECIDED_BY


def corrected(found: Sequence[Erratum]) -> str:
    """``Koreksi penyunting situs, 30 Juni 2030``; of several, how many and the day of the last."""
    last = dates.day(max(one.date for one in found))
    return (
        f"{CORRECTION}, {last}"
        if len(found) == 1
        else f"{len(found)} koreksi penyunting situs, terakhir {last}"
    )


def since(edition: Edition) -> str:
    """Since when an error stood: the edition that printed it, and its approval if that is dated."""
    dated = [approval.date for approval in edition.info.approvals if approval.date is not None]
    return f"{phrases.held(edition.info.short_title)}{f', {dates.day(max(dated))}' if dated else ''}"
