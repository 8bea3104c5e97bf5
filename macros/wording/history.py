"""One activity through all editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.changes import Kind
from macros.model.edition import Edition
from macros.model.menu import ReviewState
from macros.wording import dates, phrases
from macros.wording.changes import KINDS

TITLE = "Riwayat"
LEDE = "Alamat ini tetap sama walau nomor kegiatan berubah di edisi lain. Pakai untuk mengutip."
REVIEWS: Mapping[ReviewState, str] = {
    ReviewState.NEW: "Baru di edisi ini",
    ReviewState.CHANGED: "Berubah di edisi ini",
    ReviewState.REVIEWED: "Ditinjau, tetap",
    ReviewState.NOT_REVIEWED: "Belum ditinjau",
}
CURRENT_STATE = "Keadaan sekarang"
TIMELINE = "Dari edisi ke edisi"
UNCHANGED = "Tidak berubah."
EARLIER_NAMES = "Nama dan nomor terdahulu"
GONE = "Tidak ada di edisi ini."
CONTINUED_BY = "Dilanjutkan oleh"
CONTINUES = "Melanjutkan"
NOT_IN_CURRENT = "Kegiatan ini tidak ada di"
PACKAGE_NOT_IN_CURRENT = "Paket ini tidak ada di"
SEE_HISTORY = "Lihat riwayatnya"
IN_CURRENT = "Di menu terkini:"
REVIEW = "Tinjauan"
AS_DATA = "Riwayat ini sebagai data (JSON)"


def appeared(kind: Kind | None) -> str:
    """The review of what the edition before lacks; ``None`` in the first edition, which has none before."""
    if kind is None:
        return "Pertama kali tercatat di edisi ini"
    return f"{KINDS[kind if kind is Kind.REINSTATED else Kind.ADDED]} di edisi ini"


def number_unused(edition: Edition) -> str:
    """Why a number leads elsewhere."""
    return f"Nomor ini tidak dipakai lagi di {phrases.held(edition.info.short_title)}."


def earlier(number: str, name: str, editions: Sequence[str]) -> str:
    """A former name and number with the editions that used it."""
    return f"{number} {name} ({phrases.listed(editions)})"


def reviewed(date: str, by: str) -> str:
    """Who confirmed an unchanged entry, and when."""
    return f"{REVIEWS[ReviewState.REVIEWED]}: {by}, {dates.day(date)}"
