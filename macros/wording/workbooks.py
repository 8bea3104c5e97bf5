"""The words of workbooks: what stands on a sheet besides the form itself."""

from __future__ import annotations

from collections.abc import Sequence

from macros.changes.textdiff import plain
from macros.facts.companions import CompanionGroup
from macros.model.edition import Edition
from macros.model.guideline.forms import Form
from macros.model.menu import Activity, Availability
from macros.wording import availability as availability_words
from macros.wording import dates, editions, forms, phrases, together

HOW = "Isi sel yang berlatar warna. Sel jumlah menghitung sendiri."
MORE_ROWS = "Perlu baris lagi? Buka tanda tambah di tepi kiri, di bawah baris terakhir."
FROM_MENU = "Kegiatan dan paket dapat dipilih dari daftar; isinya ada di lembar {sheet}."
SOURCE = "Sumber:"
PRINTED_NOTES = "Isi naskah berbeda di sini; lihat catatan"
TOTAL_ADDED = "Jumlah (baris ini tidak tercetak di format)"
TICK = "x"
TICK_HELP = "Beri tanda x pada kotak."
CHOICES = "Pilihan:"
MENU = "Menu"
MENU_HEADS = (
    "Kegiatan",
    "Untuk siapa",
    "Tersedia",
    together.TOGETHER,
    together.COMPLETE,
    together.CHAIN_NAMED,
    "Paket",
)
MENU_WIDTHS = (58, 66, 20, 20, 20, 34, 8)
MENU_PACKAGES = "G"
"""The column of packages on the sheet of the menu, the last."""
MENU_LEAD = "Daftar ini sumber pilihan di lembar formulir."
PAGE = "Halaman &P dari &N"
CHECK_NUMBER = ("Bukan angka", "Tulis angka saja, tanpa titik, huruf, atau Rp. Tetap dipakai?")
CHECK_DATE = ("Bukan tanggal", "Tulis tanggal, misalnya 31/12/2030. Tetap dipakai?")
CHECK_LIST = ("Tidak ada di daftar", "Isi ini tidak ada di daftar pilihan. Tetap dipakai?")


def how(form: Form, *, menu: bool, table: bool) -> str:
    """How a sheet is filled in, and where the form comes from."""
    parts = [HOW]
    if menu:
        parts.append(FROM_MENU.format(sheet=MENU))
    if table:
        parts.append(MORE_ROWS)
    parts.append(f"{SOURCE} {forms.origin(form.source)}.")
    return plain(" ".join(parts))


def proposal(note: str | None) -> str:
    """That a form is only proposed, and why."""
    return plain(" ".join(part for part in (f"{editions.DRAFT}. {editions.DRAFT_LEAD}", note) if part))


def notes(ids: tuple[str, ...]) -> str:
    """Which entries of the register concern a form."""
    return f"{PRINTED_NOTES} {plain(phrases.listed(ids))}."


def basis(text: str) -> str:
    """What a proposed field is based on."""
    return f"{forms.BASIS} {text}"


def since(availability: Availability) -> str:
    """When an activity is available, in a cell: ``April 2030``, or the status where there is no month."""
    month = dates.month(availability.month) if availability.month else ""
    return plain(f"{availability_words.status(availability)} {month}")


def activity(activity: Activity) -> str:
    """An activity as it is chosen from the list: ``1.1 Nama``."""
    return plain(f"{activity.number} {activity.name}")


def complete(group: CompanionGroup) -> str:
    """From which month an activity and its printed companions are available; empty where it has none."""
    return plain(together.complete_month(group)) if len(group.activities) > 1 else ""


def chain(through: Sequence[Activity], group: CompanionGroup) -> str:
    """What the chain adds and when all of it is available; empty where it adds nothing."""
    if not through:
        return ""
    month = together.complete_month(group)
    when = f" {together.COMPLETE} {month}." if month else ""
    return plain(f"{together.through(through)}{when}")


def menu_title(edition: Edition) -> str:
    """The heading of the sheet with the menu."""
    return f"{edition.info.title}. {MENU_LEAD}"
