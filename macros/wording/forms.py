"""Indonesian labels of forms, and of the pages on bodies, instruments, monitoring and reports."""

from __future__ import annotations

from macros.model.base import SourceRef
from macros.model.guideline.forms import FieldKind, Form
from macros.model.registers import ResourceKind
from macros.wording.phrases import NBSP

BLANKS = {
    FieldKind.TEXT: "isian teks",
    FieldKind.LONG_TEXT: "isian beberapa baris",
    FieldKind.NUMBER: "isian angka",
    FieldKind.MONEY: "isian jumlah uang",
    FieldKind.DATE: "isian tanggal",
    FieldKind.CHOICE: "pilih satu",
    FieldKind.TICK: "boleh lebih dari satu",
    FieldKind.SIGNATURE: "tempat tanda tangan",
}
"""What a listener hears where a reader sees an empty line or box."""
BASIS = "Dasar:"
ROWS_TO_FILL = "Baris:"
SOURCE = "Sumber"

FILLED_BY = "Diisi oleh"
SUBMITTED_TO = "Diserahkan kepada"
USED_FOR = "Dipakai untuk"
STEPS = "Langkah perencanaan"
NOTES = "Catatan"
WORKBOOK = "Berkas untuk diisi"
LAWS = "Dasar hukum"
FORMS_EMPTY = "Belum ada formulir yang tercatat."

RANK = "Eselon anggota"
MEMBERS = "Anggota"
STRUCTURES_EMPTY = "Belum ada susunan lembaga yang tercatat."

MONITORING = "Tugas pemantauan dan pelaporan"
WHAT = "Tugas"
WHO = "Siapa"
WHEN = "Kapan"
RECIPIENT = "Kepada"
FORM = "Formulir"
MONITORING_EMPTY = "Belum ada tugas berkala yang tercatat."

RESOURCE_KINDS = {
    ResourceKind.CURRICULUM: "Kurikulum",
    ResourceKind.TRAINING: "Paket pelatihan",
    ResourceKind.MODULE: "Modul",
    ResourceKind.MANUAL: "Panduan",
    ResourceKind.TOOL: "Alat atau instrumen",
    ResourceKind.APPLICATION: "Aplikasi",
    ResourceKind.SYSTEM: "Sistem informasi",
    ResourceKind.OTHER: "Materi lain",
}
LANGUAGES = {"id": "Indonesia", "en": "Inggris"}
NO_FILE = "Belum ada berkas"
NO_RESOURCES = "Belum ada yang tercatat."
GENERAL = "Tanpa paket dan tanpa kegiatan"
WHOLE_PACKAGE = "Seluruh paket, tanpa nomor kegiatan"
OTHER_EDITIONS = "Kegiatan di luar edisi ini"

REPORTS_EMPTY = "Belum ada laporan yang terbit."
WHOLE_YEAR = "Setahun penuh"
PUBLISHED = "Terbit"
AUTHOR = "Penyusun"
BY_TEXT = "Menurut teks di bawahnya"


def language(code: str) -> str:
    """``Bahasa Indonesia``; the bare code where its name is not known here."""
    return f"Bahasa{NBSP}{LANGUAGES.get(code, code)}"


def origin(source: SourceRef) -> str:
    """``Bagian 2.1, halaman 10``."""
    return source.section if source.page is None else f"{source.section}, halaman{NBSP}{source.page}"


def both(every: str | None, within: str | None) -> str | None:
    """How often and how soon, in one phrase; ``None`` when neither is said."""
    return "; ".join(part for part in (every, within) if part) or None


def way(form: Form) -> str:
    """Who fills in a form and who gets it, as sentences."""
    filled = f"{FILLED_BY} {form.filled_by.words}."
    return filled if form.submitted_to is None else f"{filled} {SUBMITTED_TO} {form.submitted_to.words}."


def sheet_name(form: Form) -> str:
    """What the sheet of a form is called to a listener: ``Lembar Formulir 1``."""
    return f"Lembar {form.label}"


def table_name(form: Form, section: str | None) -> str:
    """Name of a table to fill in: ``Formulir 1: Ringkasan``, or ``Tabel isian Formulir 1``."""
    return f"Tabel isian {form.label}" if section is None else f"{form.label}: {section}"


def resources(available: int, total: int) -> str:
    """How many of the named materials can be had: ``2 dari 5 materi sudah dapat dibuka``."""
    if total == 0:
        return "Belum ada materi yang tercatat."
    return f"{total} materi tercatat; {available or 'belum ada yang'} dapat dibuka."


def named_in(source: SourceRef) -> str:
    """Where the text names a material, as a sentence."""
    return f"Disebut di {origin(source)}."


def due_lead(body: str) -> str:
    """Whose deadlines stand below."""
    return f"Tenggat {body} untuk tiap periode:"


def by_table(label: str) -> str:
    """Which table a deadline is taken from: ``Menurut Tabel 7``."""
    return f"Menurut {label.replace(' ', NBSP)}"


def suffix(file: str) -> str:
    """Kind of a file in capitals: ``PDF``."""
    return file.rpartition(".")[2].upper()
