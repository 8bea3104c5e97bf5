"""Every label of the guideline's tables, and the sentences that say what a table does not hold."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model.edition import Answer, Edition
from macros.model.guideline.references import Acronym, LegalReference, LegalStatus
from macros.wording.dates import day
from macros.wording.menu import PACKAGE, activities, package_label
from macros.wording.phrases import NBSP, count, held, listed, sentence_case

NO_DATA = "Belum ada isi untuk tabel ini."
EMPTY = "Kosong di naskah"
NONE_LISTED = "Tidak ada yang tercatat."
SOURCE = "Sumber:"
TABLE_NOTES = "Isi naskah berbeda:"
FORM = "Formulir:"
TO = "kepada"

# Targets.
TARGET_HEADS = ("Kebutuhan dasar", "Paket layanan", "Indikator", "Cakupan", "Rasio")
COVERAGE = "Cakupan"
RATIO = "Rasio"

# Theory of change and framework of results.
LABEL = "Sebutan"
PRINTED_WORDS = "Bunyi tercetak"
CELL = "Nama di sel ini"
BELOW = "Tercetak di bawah baris paket"
NO_PACKAGE = "Tidak ada paket"
OTHER_OUTPUTS = "Keluaran lain"

# Institutions.
MINISTRY_HEADS = ("Kementerian/lembaga", "Anggota", "Peran dan tanggung jawab")
BODY_HEADS = ("Tingkat", "Struktur", "Peran dan tanggung jawab")
STRUCTURES = "Susunan"
STRUCTURE_OF = "Susunan untuk"
RULE = "Ketentuan"
MEMBERS = "Anggota"
RANK = "Eselon anggota"
LAWS = "Dasar hukum"
CONTACTS = "Alamat tercetak"
ADDRESS = "Alamat"
PHONE = "Telepon"
FAX = "Faksimile"
NOTE = "Keterangan"

# Overview.
OVERVIEW_HEADS = ("Paket", "Kegiatan", "Unit sasaran", "Ringkasan paket")

# Reporting.
PERIOD = "Periode"
BY_TABLE = "Menurut tabel"
BY_TEXT = "Menurut teks"
WITHIN = "Jangka waktu menurut teks:"
REPORTS_OF = "Tenggat tiap lembaga"
NO_MONTH = "Bulannya tidak dapat dipastikan"
OUTSIDE = "Di luar bulan"
CALENDAR = "Letak tenggat menurut bulan"
RECURRING = "Tugas berkala"
RECURRING_HEADS = ("Tugas", "Siapa", "Kapan")

# Annexes.
LOCATION_HEADS = ("Provinsi", "Kabupaten", "Kecamatan")
COUNTED = "Terhitung di daftar ini:"
LEVELS = "Tingkat:"
PLANNING_HEADS = ("Langkah", "Apa", "Siapa", "Kapan")
UNDATED = "Tanpa tanggal"
OTHER_DATES = "Waktu lain yang tercetak di luar tabel"
OTHER_DATES_HEADS = ("Apa", "Siapa", "Kapan")

# References.
LISTED = "Ada di daftar naskah"
UNLISTED = "Dipakai di luar daftar"
LETTERS = "Langsung ke huruf"
NO_EXPANSION = "Tidak disebut di naskah; arti pastinya tidak diketahui situs ini"
OUR_MEANING = "penjelasan situs ini; tidak tercetak"
OTHER_EXPANSION = "Kepanjangan lain:"
OTHER_SPELLING = "Tertulis juga:"
USED_IN = "Dipakai di:"
LEGAL_TITLE = "Peraturan yang disebut naskah"
LEGAL_HEADS = ("Peraturan", "Tentang", "Disebut di, dan bunyinya")
NO_TITLE = "Tidak tercetak"
NOT_CHECKED = "Keadaannya hari ini belum diperiksa."

# Screening and indicators.
SCREENING = "Pertanyaan kebutuhan"
SCREENING_HEADS = ("Pertanyaan", "Tanda kebutuhan")
RULE_OF_READING = "Cara membaca jawaban"
ASKED = "Ditanyakan kepada:"
FOLLOW_UP = "Lanjutan:"
ANSWERS = {Answer.YES: "Ya", Answer.NO: "Tidak", Answer.TEXT: "Uraian"}
SITE_READING = "Penjelasan situs ini:"
ANSWERS_MEANING = "Jawaban yang sama dengan tandanya menunjukkan kebutuhan. Uraian hanya meminta keterangan."
INDICATORS = "Indikator pemantauan"
COLLECTED_BY = "Dikumpulkan oleh:"
NO_COLLECTOR = "Pengumpul tidak disebut"
ONLY_PACKAGE = "Kegiatannya tidak disebut."


def heads(columns: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    """The printed heads of the columns, made up with the ``usual`` ones where fewer are printed."""
    return (*columns, *usual[len(columns) :])


def our_meaning(meaning: str) -> str:
    """What an acronym means where the text does not say: ``direktorat jenderal (penjelasan situs ini)``."""
    return f"{meaning} (penjelasan situs ini)"


def today(status: LegalStatus) -> str:
    """What became of a regulation, and when that was checked."""
    return f"Kini: {status.text} Diperiksa {day(status.checked)}."


def packages_in(edition: Edition) -> str:
    """Head of the column that leads to packages: ``Paket di Menu 2030``."""
    return f"{PACKAGE} di {held(edition.info.short_title)}"


def name_in(edition: Edition) -> str:
    """What a menu calls something: ``Nama di Menu 2030``."""
    return f"Nama di {held(edition.info.short_title)}"


def not_in(edition: Edition) -> str:
    """A cell that a menu has nothing for."""
    return f"Tidak ada di {held(edition.info.short_title)}"


def links_read_from(edition: Edition) -> str:
    """Where the links from outcomes and outputs to packages come from."""
    return f"Kolom paket dibaca dari rincian tiap paket di {held(edition.info.short_title)}."


def cells_are_no_links(edition: Edition) -> str:
    """Why the package cells of a printed framework of results lead nowhere."""
    return (
        "Sel ini disalin seperti tercetak dan tidak dapat dibaca sebagai kaitan dengan keluaran di atas."
        f" Kaitan yang dapat dipakai ada di kolom paket, menurut {held(edition.info.short_title)}."
    )


def without(edition: Edition, what: str, numbers: Sequence[str]) -> str:
    """Packages for which a menu names no outcome, or no output."""
    named = listed(package_label(number) for number in numbers)
    return f"{held(edition.info.short_title)} tidak menyebut {what.lower()} untuk {named}."


def all_on_list(total: int) -> str:
    """``33 singkatan``."""
    return count(total, "singkatan")


def all_laws(total: int) -> str:
    """``16 peraturan dan panduan``."""
    return f"{count(total, 'peraturan')} dan panduan resmi"


def law_short(law: LegalReference) -> str:
    """``PP 1/2030``, held together."""
    if law.number is None:
        return f"{law.short_kind} {law.year}" if law.year else law.short_kind
    number = f"{law.number}/{law.year}" if law.year else law.number
    return f"{law.short_kind}{NBSP}{number}"


def law_name(law: LegalReference) -> str:
    """``Peraturan Pemerintah Nomor 1 Tahun 2030``; what is not printed is said."""
    number = f"Nomor{NBSP}{law.number}" if law.number else "tanpa nomor tercetak"
    year = f" Tahun{NBSP}{law.year}" if law.year else ", tanpa tahun tercetak"
    return f"{law.kind} {number}{year}" if law.number else f"{law.kind},{NBSP}{number}{year}"


def letter(acronym: Acronym) -> str:
    """The letter under which an acronym is found."""
    return acronym.short[0].upper()


def screening_title(edition: Edition) -> str:
    """``Pertanyaan kebutuhan, Menu 2030``."""
    return f"{SCREENING}, {held(edition.info.short_title)}"


def indicators_title(edition: Edition) -> str:
    """``Indikator pemantauan, Menu 2030``."""
    return f"{INDICATORS}, {held(edition.info.short_title)}"


def no_screening(edition: Edition) -> str:
    """An edition without screening questions."""
    return f"{held(edition.info.short_title)} tidak memuat pertanyaan kebutuhan."


def no_indicators(edition: Edition) -> str:
    """An edition without indicators."""
    return f"{held(edition.info.short_title)} tidak memuat indikator pemantauan."


def unasked(total: int) -> str:
    """How many activities have no question."""
    return f"{sentence_case(activities(total))} tanpa pertanyaan:"


def unmeasured(total: int) -> str:
    """How many activities have no indicator."""
    return f"{sentence_case(activities(total))} tanpa indikator:"


def questions(total: int) -> str:
    """``3 pertanyaan``."""
    return count(total, "pertanyaan")


def indicators(total: int) -> str:
    """``3 indikator``."""
    return count(total, "indikator")
