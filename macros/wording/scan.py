"""Everything the scan says (Lampiran 4): the sheet's labels, the tool's labels, and what its script shows.

A name in braces is a blank that the script fills.
"""

from __future__ import annotations

from collections.abc import Iterable

from macros.model.edition import Answer, Edition
from macros.wording import together
from macros.wording.phrases import held

SHEET = "Lembar pertanyaan"
SHEET_FIELDS = ("Tanggal", "Kecamatan", "Kabupaten", "Pewawancara")
RULE = "Catatan:"
READING = "Penjelasan situs ini:"
UNDIVIDED = "Kedua paket tercetak pada satu baris; pertanyaannya tidak dibagi."
RESPONDENTS = "Yang ditanya disebut pada tiap pertanyaan:"
NEEDS = "Tanda * menyertai jawaban yang menunjukkan kebutuhan."
ASKED = "Siapa yang diwawancarai:"
ANSWER = "Jawaban (mohon menjelaskan siapa yang menjawab pertanyaan tersebut)"
ADVICE = "Rekomendasi pewawancara"
ADVICE_HELP = (
    "Paket kegiatan mana yang dipilih, siapa saja yang perlu diikutsertakan dalam implementasi paket "
    "kegiatan tersebut"
)
ANSWERS = {Answer.YES: "Ya", Answer.NO: "Tidak"}
CONDITIONS = {Answer.YES: "Jika ya:", Answer.NO: "Jika tidak:"}
BLANK = "tempat menulis"
DISAGREES = "Isi naskah berbeda:"

INTERVIEWS = "Wawancara"
DISTRICT = "Kabupaten"
ADD = "Tambah wawancara"
NOW = "Wawancara ini"
WHO = "Siapa yang diwawancarai"
WHO_EMPTY = "Pilih dari daftar"
DATE = "Tanggal"
SUBDISTRICT = "Kecamatan"
VILLAGE = "Desa"
NAME = "Nama atau keterangan"
OPTIONAL = "Boleh kosong."
INTERVIEWER = "Pewawancara"
CHOOSE_FIRST = "Pilih siapa yang diwawancarai. Hanya pertanyaan baginya yang tampil."
REMOVE = "Hapus wawancara ini"
RESULTS = "Hasil"
RESULTS_HELP = (
    "Hasil menggabungkan semua wawancara dan menunjukkan kegiatan yang perlu dikaji. Rekomendasi ditulis"
    " pewawancara. Pertanyaan yang belum dijawab tidak dihitung sebagai 'tidak'."
)
NONE_YET = "Belum ada kegiatan yang perlu dikaji. Jawab pertanyaan lebih dulu."
PRINT_RESULTS = "Cetak hasil"
PRINT_SHEET = "Cetak lembar kosong"
ADD_ALL = "Tambahkan semua yang perlu dikaji"
ADD_ALL_WITH = "Tambahkan semua beserta pasangan yang tercetak"
PLAN = "Buka rencana"
KEEP = "Simpanan"
KEEP_HELP = "Jawaban hanya tersimpan di perangkat ini. Tidak ada yang dikirim."
EXPORT = "Simpan sebagai berkas"
IMPORT = "Buka berkas jawaban"
ERASE = "Hapus semua jawaban"
NOT_YET = "Belum tersedia saat ini."

WORDS = {
    "belum": "Belum",
    "ya": "Ya",
    "tidak": "Tidak",
    "note": "Catatan",
    "writeNote": "Tulis catatan",
    "ifYes": CONDITIONS[Answer.YES],
    "ifNo": CONDITIONS[Answer.NO],
    "progress": "{done} dari {all} pertanyaan dijawab",
    "unnamed": "Belum dipilih",
    "unknown": "Tidak ada di menu ini: {who}",
    "open": "Buka",
    "opened": "Sedang dibuka",
    "because": "Karena {who} menjawab {answer} pada: {question}",
    "said": "{question} {who}: {text}",
    "differPerson": "Jawaban responden berbeda",
    "differPlace": "Jawaban antartempat berbeda",
    "differAnswer": "{answer}: {who}",
    "details": "Keterangan",
    "whole": together.TOGETHER,
    "chain": together.CHAIN,
    "chainNote": together.CHAIN_NOTE,
    "through": together.THROUGH,
    "also": "juga perlu dikaji",
    "notYet": NOT_YET,
    "add": together.ADD,
    "addWith": together.ADD_WITH,
    "addPartners": together.ADD_PARTNERS,
    "added": "Sudah di rencana",
    "addedNow": "{count} kegiatan masuk rencana.",
    "suggested": "{count} kegiatan perlu dikaji.",
    "suggestedNone": "Tidak ada kegiatan yang perlu dikaji.",
    "noNeed": "Tidak ada tanda kebutuhan",
    "unasked": "Belum dijawab",
    "unscreened": "Tanpa pertanyaan di daftar ini",
    "saved": "Tersimpan di perangkat ini.",
    "full": "Ruang simpan perangkat penuh. Simpan sebagai berkas sebelum menutup halaman.",
    "blocked": "Peramban tidak mengizinkan simpanan. Simpan sebagai berkas sebelum menutup halaman.",
    "aside": "Simpanan lama tidak terbaca dan disisihkan di perangkat ini. Jawaban dimulai dari kosong.",
    "asideNewer": "Simpanan dari situs versi lebih baru disisihkan. Muat ulang halaman saat ada sinyal.",
    "confirmRemove": "Hapus wawancara {who}? Jawabannya ikut terhapus.",
    "confirmErase": "Hapus semua wawancara ({count})? Simpan sebagai berkas dulu bila masih perlu.",
    "yesRemove": "Ya, hapus",
    "cancel": "Batal",
    "erased": "Semua jawaban dihapus dari perangkat ini.",
    "exported": "Berkas dibuat.",
    "incoming": "Berkas memuat {count} wawancara. Di sini sudah ada {here}.",
    "mergeIt": "Gabungkan",
    "replaceIt": "Ganti yang ada",
    "imported": "{count} wawancara dibuka dari berkas.",
    "refused": "Berkas ini tidak dibuka: {reason} Jawaban di sini tetap.",
    "problem": {
        "size": "ukurannya lebih dari 2 MB.",
        "read": "isinya tidak dapat dibaca.",
        "json": "isinya bukan teks JSON yang utuh.",
        "kind": "berkas ini bukan jawaban pemeriksaan kebutuhan.",
        "newer": "berkas dibuat situs versi lebih baru.",
        "deep": "susunannya terlalu dalam.",
        "key": "berkas memuat nama yang tidak boleh ada.",
        "value": "isinya tidak sesuai dengan halaman ini.",
    },
    "file": "kebutuhan",
    "needsSignal": "Berkas ini dari menu edisi lain. Buka lagi saat ada sinyal. Jawaban di sini tetap.",
    "changedTitle": "Menu berubah sejak jawaban ini disimpan",
    "changed": "Jawaban disimpan dengan Menu {old}. Sekarang yang dipakai Menu {new}.",
    "changedSame": "Isi Menu {new} diralat sejak jawaban ini disimpan.",
    "newQuestions": "Pertanyaan baru",
    "goneQuestions": "Pertanyaan yang tidak ada lagi",
    "reworded": "Pertanyaan yang kata-katanya berubah. Periksa jawabannya.",
    "before": "Dahulu: {text}",
    "nowSuggested": "Sekarang juga perlu dikaji",
    "notSuggestedNow": "Tidak perlu dikaji lagi",
    "otherPartners": "Pasangan yang tercetak berubah",
    "otherMonth": "Bulan tersedianya berubah",
    "noEffect": "Pertanyaan dan hasil Anda tidak berubah.",
    "understood": "Mengerti",
    "kept": "Jawaban atas pertanyaan lama tetap tersimpan.",
}
"""What the script shows."""


def title(edition: Edition) -> str:
    """``Lembar pertanyaan, Menu 2030``."""
    return f"{SHEET}, {held(edition.info.short_title)}"


def no_questions(edition: Edition | None) -> str:
    """When there is nothing to ask."""
    if edition is None:
        return "Belum ada menu terkini, jadi belum ada daftar pertanyaan."
    return f"{held(edition.info.short_title)} tidak memuat daftar pertanyaan."


def asked(respondents: Iterable[str]) -> str:
    """Printed respondents of a row, one after the other."""
    return "; ".join(dict.fromkeys(respondents))
