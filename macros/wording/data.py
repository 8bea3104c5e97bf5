"""What feeds, the description of the API, and the terminal say, in words."""

from __future__ import annotations

from collections.abc import Mapping

from macros.changes import EVENTS, Kind
from macros.model.catalogue import ProgrammeInfo
from macros.model.edition import Edition, Erratum
from macros.model.menu import Activity, Package
from macros.wording import change_titles, errata, menu, phrases
from macros.wording import changes as words

PROPOSAL = "Usulan: "
"""Before the title of what is only proposed."""
BACKWARDS = "Dibaca mundur, dari edisi yang lebih baru ke yang lebih lama; alasannya tidak disertakan."

API_TITLE = "Data terbuka"
EDITION_ID = "Id edisi"
ACTIVITY_ID = "Id kegiatan"
PACKAGE_ID = "Id paket"
PAIR_IDS = "Id edisi lama dan id edisi baru, dengan tanda hubung di antaranya"
TABLE_NAME = "Nama berkas panduan"
FORM_ID = "Id formulir"
SCHEMA_NAME = "Nama berkas data"
CALENDAR_NAME = "Tahun anggaran dan id peran, dengan tanda hubung di antaranya"
FOUND = "Isi berkas."
NOT_FOUND = "Tidak ada berkas untuk nilai itu."
FILES: Mapping[str, tuple[str, str]] = {
    "editions": ("Daftar edisi", "Semua edisi menu, dan edisi mana yang terkini."),
    "edition": (
        "Satu edisi",
        "Seluruh isi satu edisi: paket, kegiatan, pertanyaan, indikator, dan katalog.",
    ),
    "changes": ("Daftar pasangan edisi", "Semua pasangan edisi yang dibandingkan, yang terbaru di atas."),
    "pair": ("Perubahan antara dua edisi", "Semua yang berubah: nilainya, alasannya, dan artinya."),
    "activities": ("Daftar kegiatan", "Semua id kegiatan yang pernah ada di edisi mana pun."),
    "activity": ("Riwayat satu kegiatan", "Satu kegiatan di semua edisi, dengan perubahan dan penerusnya."),
    "resources": ("Instrumen", "Instrumen, panduan, dan materi tiap kegiatan."),
    "reports": ("Laporan", "Laporan yang sudah terbit."),
    "guideline": ("Satu tabel panduan", "Satu tabel, daftar, formulir, atau teks beku dari panduan."),
    "schema": ("Skema berkas data", "Skema JSON dari berkas data yang disunting."),
    "openapi": ("Uraian ini", "Uraian semua berkas, menurut OpenAPI 3.1."),
    "feed": ("Langganan perubahan isi", "Perubahan isi dan ralat sebagai Atom, yang terbaru di atas."),
    "calendar": ("Kalender satu peran", "Langkah dan tenggat satu tahun anggaran, menurut RFC 5545."),
    "package_feed": ("Langganan satu paket", "Perubahan isi dan ralat satu paket sebagai Atom."),
    "workbook": ("Formulir untuk diisi", "Satu formulir panduan sebagai berkas XLSX."),
}
"""Summary and description of every kind of file."""


def api_title(info: ProgrammeInfo) -> str:
    """Title of the description of the API: ``Data terbuka Program Contoh``."""
    return f"{API_TITLE} {info.name}"


def feed_title(info: ProgrammeInfo, package: Package | None = None) -> str:
    """Title of a feed: ``Perubahan Menu Bantuan``, or that of one package."""
    whose = (
        f"{menu.package_label(package.number)} {package.name}, {info.menu_name}"
        if package
        else info.menu_name
    )
    return f"{words.CHANGES} {whose}"


def sign(family: str, kind: Kind) -> str:
    """The family of a change, as it is called where it holds ``kind``."""
    return words.CHANGED if family == "changed" else words.KINDS[kind]


def headline(title: str, kind: Kind) -> str:
    """A title that also says what became of a whole entry: ``1.2 Memupuk, dihentikan``."""
    return f"{title}, {words.KINDS[kind].lower()}" if kind in EVENTS else title


def erratum_title(edition: Edition, record: Package | Activity | None, erratum: Erratum) -> str:
    """Title of a correction: ``Ralat Menu 2030: 1.1, sejak kapan``."""
    whose = f"{errata.kind(erratum)} {phrases.held(edition.info.short_title)}"
    if erratum.field is not None:
        return f"{whose}: {change_titles.matter(erratum.field, record).removesuffix(':')}"
    if record is None:
        return whose
    return f"{whose}: {menu.package_label(record.number) if isinstance(record, Package) else record.number}"


def group_title(heading: str, total: int) -> str:
    """Heading of a group of changes: ``Hanya redaksi (3 perubahan)``."""
    return f"{heading} ({words.count(total)})"
