"""What must go together, in the same words wherever it is told: pages, tools, workbooks, data.

Two things never share a word. The *pasangan* of an activity are what its printed list names: it must go
together with them (*harus bersama*). What the chain through them adds is this site's reading, is called so
each time, and is never a 'harus'.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.facts.companions import CompanionGroup
from macros.model.edition import Edition
from macros.model.menu import Activity
from macros.wording import availability, dates, menu, phrases

TOGETHER = menu.FIELDS["implement_with"]
PARTNERS = "Pasangan yang tercetak"
CHAIN = "Bila keharusan berlaku berantai"
CHAIN_NOTE = "Naskah tidak mengatakannya; ini bacaan situs ini."
CHAIN_NAMED = f"{CHAIN} (naskah tidak mengatakannya)"
"""The chain where there is room for one line alone."""
THROUGH = "Lewat pasangannya"
ONE_WAY = "Hanya satu arah"
COMPLETE = "Lengkap mulai"
MENU_LISTS = "Di tiap kegiatan tertulis pasangan yang tercetak."

SET_HEADING = "Harus bersama, dan sejak kapan lengkap"
THIS_ACTIVITY = "Kegiatan ini"
ALONE = "Kegiatan ini tidak harus bersama kegiatan lain."
DIRECTIONS = "Dua arah atau satu arah"
MUTUAL = "Saling menyebut"
NAMES = f"{ONE_WAY}, menyebut"
NAMED_BY = "Disebut oleh"
NAMED_ONE_WAY = f"{ONE_WAY}, disebut oleh"

PAGE = TOGETHER
PAGE_TITLE = "Kegiatan yang harus dijalankan bersama"
PAGE_LEDE = "Baris menyebut kolom sebagai pasangannya. Paket dibaca sebagai semua kegiatannya."
MATRIX = "Sekali lihat"
MATRIX_LABEL = "Tabel harus bersama, dapat digeser"
FINDINGS = "Temuan"
ONE_WAY_LEDE = "Satu kegiatan menyebut yang lain, tetapi yang lain tidak menyebutnya kembali."
LATE = "Tersedia sebelum pasangannya"
LATE_LEDE = "Kegiatan tersedia lebih dulu daripada kegiatan yang harus bersamanya."
NO_FINDINGS = "Tidak ada temuan."
LIST = "Daftar per kegiatan"
BUT = "tetapi"
DOES_NOT_NAME = "tidak menyebut"

ADD = "Tambahkan ke rencana"
ADD_WITH = "Tambahkan beserta {n} pasangan yang tercetak"
ADD_PARTNERS = "Tambahkan {n} pasangan yang tercetak"
ADD_CHAIN = "Tambahkan juga {n} kegiatan lewat pasangannya"


def complete(edition: Edition, group: CompanionGroup, *, chain: bool) -> tuple[str, str]:
    """From which month an activity and its partners (or its whole chain) are available: answer, and why.

    The second part also names the members without a month; it is empty when none has one.
    """
    if group.complete_from is None:
        return f"{phrases.sentence_case(phrases.held(edition.info.text_name))} tidak menyebut bulannya.", ""
    subject = "Seluruhnya" if chain else "Bersama pasangannya"
    if group.undated:
        subject = "Seluruh yang bertanggal" if chain else "Bersama pasangan yang bertanggal"
    why = f"saat kegiatan terakhir ({menu.numbers(group.last)}) tersedia."
    if group.undated:
        why = f"{why} {availability.UNDATED}: {menu.numbers(group.undated)}."
    return f"{subject} lengkap mulai {dates.month(group.complete_from)},", why


def complete_sentence(edition: Edition, group: CompanionGroup, *, chain: bool) -> str:
    """The same as one text."""
    return " ".join(part for part in complete(edition, group, chain=chain) if part)


def complete_month(group: CompanionGroup) -> str:
    """The month alone, for a table; undated members are named after it."""
    month = dates.month(group.complete_from) if group.complete_from else ""
    undated = f"{availability.UNDATED.lower()}: {menu.numbers(group.undated)}" if group.undated else ""
    return "; ".join(part for part in (month, undated) if part)


def through(activities: Sequence[Activity]) -> str:
    """What the chain adds, as a phrase: ``Lewat pasangannya: 3.1 dan 3.2.``."""
    return f"{THROUGH}: {menu.numbers(activities)}."


def more(value: int) -> str:
    """How many are not listed."""
    return f"dan {menu.activities(value)} lagi"


def named_via(package_number: str) -> str:
    """``Hanya satu arah, disebut lewat Paket 1 oleh``."""
    return f"{ONE_WAY}, disebut lewat {menu.package_label(package_number)} oleh"


def mutual_pair(first: Activity, second: Activity) -> str:
    """A cell of the matrix, in words."""
    return f"{first.number} dan {second.number} {MUTUAL.lower()}"


def one_way_pair(first: Activity, second: Activity) -> str:
    """A cell of the matrix, in words."""
    return f"{first.number} {TOGETHER.lower()} {second.number}, {ONE_WAY.lower()}"
