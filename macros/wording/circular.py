"""The words of the letter that announces a year's changes, and of the blanks that only a person may fill."""

from __future__ import annotations

from macros.facts.fiscal_calendar import resolve
from macros.model.edition import Edition
from macros.model.guideline.base import Timing
from macros.wording import calendar, phrases

TITLE = "Surat pengantar"
LEDE = "Contoh surat yang mengumumkan perubahan menu: ringkasan, tenggat, dan alamat menu, siap dicetak."
ABOUT = (
    "Halaman ini contoh, bukan surat. Isinya dihitung dari data. Bagian dalam kurung siku hanya boleh diisi"
    " oleh pejabat yang berwenang."
)
DRAFT = "Konsep atas menu yang masih usulan. Jangan dikirim sebelum menu disahkan."
PRINT = "Cetak halaman ini untuk mendapat suratnya."
NUMBER = "Nomor"
KIND = "Sifat"
ENCLOSED = "Lampiran"
ABOUT_LINE = "Hal"
TO = "Yth."
AT = "di"
CHANGES = "Yang berubah"
DEADLINES = "Waktu yang perlu diperhatikan"
WHEN = "Kapan"
WHAT = "Apa"
WHO = "Siapa"
UNCERTAIN = "Isi naskah berbeda tentang sebagian waktu atau pelaku ini:"
FORMS = "Formulir permintaan:"
ADDRESS = "Alamat menu"
ADDRESS_MENU = "Menu lengkap:"
ADDRESS_CHANGES = "Tiap perubahan, alasannya, dan artinya bagi daerah:"
CLOSING = "Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
BASIS = "Dasar surat ini:"
APPROVES = "Menyetujui menu"
APPROVES_WHERE = "Tercetak di"
BLANK_NUMBER = "nomor surat"
BLANK_KIND = "sifat surat"
BLANK_PLACE = "tempat"
BLANK_DATE = "tanggal surat"
BLANK_TO = "penerima surat"
BLANK_AT = "tempat penerima"
BLANK_DUE = "tanggal, diisi penanda tangan"
BLANK_SIGNATURE = "tanda tangan"
BLANK_NAME = "nama lengkap"
BLANK_ID = "NIP"
BLANK_DECISION = "nomor dan tanggal putusan"


def title(old: Edition, new: Edition) -> str:
    """Title of the page."""
    return f"{TITLE} perubahan menu, {old.id} ke {new.id}"


def subject(menu_name: str, new: Edition) -> str:
    """What the letter is about, on its line ``Hal``."""
    return f"Perubahan {menu_name} tahun anggaran{phrases.NBSP}{new.info.fiscal_year}"


def opening(menu_name: str, old: Edition, new: Edition) -> str:
    """The first sentence."""
    return (
        f"Bersama surat ini disampaikan {menu_name} untuk tahun anggaran{phrases.NBSP}{new.info.fiscal_year}"
        f" beserta perubahannya dari {phrases.held(old.info.short_title)}."
    )


def decided() -> str:
    """What the menu rests on, before the blank for the decision."""
    return "Menu ini disetujui dengan putusan"


def by(body: str) -> str:
    """Who approves, after the blank."""
    return f"dari {body}."


def editorial(value: int) -> str:
    """How many changes of wording there are besides."""
    return f"Selain itu ada {phrases.count(value, 'perubahan redaksi')} yang tidak mengubah isi."


def printed(words: str) -> str:
    """The text's own words for a time."""
    return f"tercetak: {words}"


def due(timing: Timing | None, year: int) -> str | None:
    """When something is due in the cycle of a fiscal year; ``None`` where no date is printed."""
    span = resolve(timing, year)
    return calendar.when(span) if span is not None else None
