"""What the forms that are filled in on the page say: labels, where a form goes, and what the script shows.

A name in braces is a blank that the script fills.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.model.discrepancies import Discrepancy
from macros.model.edition import Indicator
from macros.model.guideline.reporting import ReportPeriod
from macros.model.menu import Package
from macros.wording.dates import MONTHS
from macros.wording.menu import COLLECTOR, DATA_SOURCE, FREQUENCY, NOT_STATED, PACKAGE
from macros.wording.phrases import NBSP

GATHERED = ("observed", "challenge", "follow_up", "responsible", "person")
"""What a report lists from visits under the label that the visit's form prints."""
COUNTED = "Jumlah "
"""How the names of indicators begin that count; shares begin otherwise and are never added up."""

SENDING = "Kirim ke mana dan kapan"
ROLE = "Anda mengisi sebagai"
ROLE_ANY = "Semua tim"
TO = "Kepada"
BY_TABLE = "Menurut tabel:"
BY_TEXT = "Menurut teks:"
UNCOUNTED = "Bulannya tidak sesuai dengan periodenya, jadi sisa harinya tidak dihitung."
ADDRESS = "Alamat"
NO_ADDRESS = "Naskah tidak mencetak alamat penerima ini."
NOT_SENT = "Situs ini tidak mengirim apa pun. Anda sendiri yang menyerahkan cetakan atau berkasnya."

KEPT_VISITS = "Kunjungan di perangkat ini"
KEPT_REPORTS = "Laporan di perangkat ini"
KEEP_HELP = "Isian hanya tersimpan di perangkat ini. Tidak ada yang dikirim."
NEW_VISIT = "Kunjungan baru"
NEW_REPORT = "Laporan baru"
COPY = "Salin"
REMOVE = "Hapus"
PRINT = "Cetak lembar terisi"
WORKBOOK = "Unduh XLSX"
EXPORT = "Simpan semua sebagai berkas"
IMPORT = "Buka berkas (JSON atau XLSX)"
ERASE = "Hapus semua isian"
CHOOSE = "Kegiatan yang dipantau"
CHOOSE_HELP = "Kegiatan pilihan Anda berada di atas. Indikatornya dari Lampiran 8."
CHOOSE_EMPTY = "Pilih kegiatan"
CHOOSE_ADD = "Isi barisnya"
GATHER = "Kunjungan yang dirangkum"
GATHER_HELP = (
    "Pilih setengah tahun. Isi kunjungan masuk ke lembar, dan semuanya tetap dapat diubah. "
    "Periksa jumlah bila satu hal tercatat di lebih dari satu tempat."
)
HALF = "Setengah tahun"
HALF_EMPTY = "Pilih"
YEAR = "Tahun"
FILL = "Isi lembarnya di bawah ini."

WORDS = {
    "months": list(MONTHS),
    "place": "Tanpa lokasi",
    "date": "tanpa tanggal",
    "package": "Paket {n}",
    "empty": "Belum ada isian yang tersimpan.",
    "open": "Buka",
    "opened": "Sedang dibuka",
    "row": "{label}, baris {n}",
    "rowTitle": "Baris {n}",
    "addRow": "Tambah baris",
    "removeRow": "Hapus baris {n}",
    "saved": "Tersimpan di perangkat ini.",
    "full": "Ruang simpan perangkat penuh. Simpan sebagai berkas sebelum menutup halaman.",
    "blocked": "Peramban tidak mengizinkan simpanan. Simpan sebagai berkas sebelum menutup halaman.",
    "aside": "Simpanan lama tidak terbaca dan disisihkan di perangkat ini. Isian dimulai dari kosong.",
    "asideNewer": "Simpanan dari situs versi lebih baru disisihkan. Muat ulang halaman saat ada sinyal.",
    "confirmRemove": "Hapus {name}?",
    "confirmRow": "Hapus baris {n} beserta isinya?",
    "confirmErase": "Hapus semua isian ({n}), juga formulir lain? Simpan dulu bila masih perlu.",
    "yes": "Ya, hapus",
    "cancel": "Batal",
    "understood": "Mengerti",
    "removed": "Sudah dihapus.",
    "erased": "Semua isian dihapus dari perangkat ini.",
    "copied": "Salinan dibuka.",
    "exported": "Berkas dibuat.",
    "incoming": "Berkas memuat {n} formulir terisi. Di sini sudah ada {here}.",
    "merge": "Gabungkan",
    "replace": "Ganti yang ada",
    "imported": "{n} formulir terisi dibuka dari berkas.",
    "refused": "Berkas ini tidak dibuka: {reason} Isian di sini tetap.",
    "rows": "Lembar XLSX hanya memuat {n} baris. Kurangi barisnya, atau simpan sebagai berkas.",
    "noWorkbook": "XLSX belum dapat dibuat. Coba lagi saat ada sinyal.",
    "problem": {
        "size": "ukurannya lebih dari 2 MB.",
        "read": "isinya tidak dapat dibaca.",
        "json": "isinya bukan teks JSON yang utuh.",
        "kind": "berkas ini bukan simpanan formulir.",
        "newer": "berkas dibuat situs versi lebih baru.",
        "deep": "susunannya terlalu dalam.",
        "key": "berkas memuat nama yang tidak boleh ada.",
        "value": "isinya tidak sesuai dengan formulir.",
        "zip": "berkas XLSX ini rusak.",
        "xml": "berkas XLSX ini rusak.",
        "unsupported": "jenis XLSX ini tidak didukung.",
        "names": "berkas XLSX ini bukan formulir dari situs ini.",
        "form": "berkas XLSX ini dari formulir lain.",
        "nothing": "formulirnya belum diisi.",
        "signal": "alat pembacanya belum termuat. Coba lagi saat ada sinyal.",
    },
    "file": "formulir",
    "left": {
        "days": "{n} hari lagi",
        "tomorrow": "besok",
        "today": "hari ini",
        "yesterday": "lewat sejak kemarin",
        "past": "lewat {n} hari",
    },
    "leftUntil": "{date}: {left}",
}
"""What the script shows."""
REPORT_WORDS = {
    "report": "Laporan tanpa periode",
    "from": "Dari {n} kunjungan.",
    "fromPlace": "Dari pilihan tempat Anda.",
    "changed": "Anda sudah mengubahnya, jadi kunjungan tidak mengisinya lagi.",
    "again": "Pakai isi dari kunjungan",
    "againOf": "Pakai isi dari kunjungan: {label}",
    "gathered": "{n} kunjungan dirangkum.",
    "noVisits": "Belum ada kunjungan di perangkat ini. Isi Lampiran 9 atau 10, atau buka berkas simpanannya.",
    "byQuarter": "menurut triwulan yang dicentang",
    "byDate": "menurut tanggal kunjungan",
    "noTime": "tanpa tanggal dan triwulan",
    "otherHalf": "setengah tahun lain",
    "noYear": "Formulir ini tidak punya kotak untuk tahun {year}.",
    "total": "{name}: {sum} (jumlah dari {n} tempat, isian terakhir tiap tempat)",
    "totalOne": "{name}: {sum} (satu tempat, isian terakhir)",
    "share": "{name} (tidak dijumlahkan)",
    "listed": "{name}",
    "unfilled": "{name}: belum ada isian",
    "line": "- {place}, {date}: {text}",
    "people": "{label}: {n} orang bernama ({sexes})",
    "sex": "{n} {label}",
    "cut": "(Terpotong. Selebihnya ada di formulir kunjungan.)",
}
"""What it shows beside a report and writes into it, gathered from visits."""
CHOICE_WORDS = {
    "chosen": "Pilihan Anda",
    "menu": "Menu {edition}",
    "rowsAdded": "{n} baris ditambahkan.",
}
"""What it shows where activities of the menu can be chosen."""


def half(period: ReportPeriod) -> str:
    """``Januari sampai Juni``."""
    return f"{MONTHS[period.start.month - 1]} sampai {MONTHS[period.until.month - 1]}"


def span(period: ReportPeriod) -> str:
    """``Januari–Juni``."""
    return f"{MONTHS[period.start.month - 1]}–{MONTHS[period.until.month - 1]}"


def is_count(row: Indicator) -> bool:
    """Whether an indicator counts something, so that numbers of several places can be added up."""
    return row.name.startswith(COUNTED)


def about_indicator(row: Indicator, package: Package | None) -> str:
    """Who collects an indicator, how often, and from what; ``package`` when printed for all of it."""
    parts = [
        f"{COLLECTOR}: {row.collector or NOT_STATED}",
        f"{FREQUENCY}: {row.frequency or NOT_STATED}",
        f"{DATA_SOURCE}: {'; '.join(row.source) or NOT_STATED}",
    ]
    if row.note is not None:
        parts.append(row.note.removesuffix("."))
    if package is not None:
        parts.append(f"Tercetak untuk seluruh {PACKAGE}{NBSP}{package.number}")
    return ". ".join(parts) + "."


def no_indicator(notes: Sequence[Discrepancy]) -> str:
    """When Lampiran 8 has no row for an activity, with the register entries about it."""
    text = "Lampiran 8 tidak memuat indikator kegiatan ini."
    return f"{text} Lihat catatan {', '.join(note.id for note in notes)}." if notes else text


def no_recipient(label: str) -> str:
    """When the text names nobody who gets a form."""
    return f"Naskah tidak menyebut siapa yang menerima {label}."
