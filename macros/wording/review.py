"""What the change sheet says as a whole, in plain words for those who decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from macros.source.problem import Problem
from macros.wording import change_meanings, dates, editions, phrases
from macros.wording import changes as words
from macros.wording.review_kinds import Words, kind

Mend = tuple[str, str]
"""What is wrong, and what to do."""

# Sides

LINK: Mend = ("tautan simbolis tidak boleh ada di sini.", "Ganti dengan berkas biasa.")
TOO_LARGE: Mend = ("berkas ini lebih dari 1 MB dan tidak dibaca.", "Pecah menjadi beberapa berkas.")
DOCUMENT_TOO_LARGE: Mend = (
    "berkas ini lebih dari 25 MB dan tidak dibaca.",
    "Perkecil dokumennya, atau terbitkan di tempat lain dan tulis alamatnya.",
)
TOO_MANY: Mend = ("berkasnya terlalu banyak; mulai dari sini tidak dibaca.", "Hapus berkas yang tidak perlu.")
BAD_NAME: Mend = ("nama berkas ini tidak dapat dipakai.", "Pakai huruf, angka, titik, dan tanda hubung.")


def no_such_side(named: str) -> str:
    """Neither a revision nor a folder."""
    return f"{named} bukan revisi git dan bukan folder yang memuat menu_data."


def no_edition(named: str, held: Iterable[str]) -> str:
    """There is no such edition."""
    return f"edisi {named} tidak ada. Yang ada: {', '.join(held)}."


def nothing_to_compare(named: str) -> str:
    """A revision without data."""
    return f"{named} tidak memuat menu_data, jadi tidak ada yang dapat dibandingkan."


# The sheet as a whole

TITLE = "Lembar perubahan"
QUIET = "Tidak ada isi yang berubah; yang berubah hanya susunan berkas, spasi, atau kode."
ERRORS = "Harus dibetulkan"
WARNINGS = "Peringatan"
TO_DO = "Yang perlu dilakukan daerah yang sudah memilih"
NO_CHANGE = "Tidak ada isi yang berubah"
ASIDE_HEADING = "Belum dibandingkan"
ASIDE = (
    "Berkas ini tidak dapat dibaca, jadi perubahannya belum dibandingkan. Galat lain yang hanya muncul karena"
    " itu tidak disebut di sini."
)
MEND = "Perbaikan:"
MISSING = "belum ditulis."
OLD_WHY = "Alasan ini sudah ada sebelum perubahan ini; periksa apakah masih cocok."
FOUNDATION = "Dasar lembar ini"
BEFORE = "Sebelum"
AFTER = "Sesudah"
SHEET_DIGEST = "Sidik digital lembar"
NO_DIGEST = "belum ada, karena datanya masih keliru"
SAME = "tidak berubah"
CLAIM = "Dinyatakan"
CLAIMS: Mapping[str, str] = {"editorial": "hanya redaksi", "substantive": "mengubah isi"}
HOW_TO_CHECK = (
    "Sidik digital lembar mencakup seluruh isi menu, panduan, dan halaman pada commit itu. Siapa pun"
    " dapat membuat lembar yang sama dari kedua commit ini, dan sidik digitalnya harus sama."
)
MATTERS: Mapping[str, tuple[str, str]] = {
    "decision": (
        "Putusan, status, dan ralat",
        "Yang dicatat sebagai putusan, atau hanya sah dengan putusan.",
    ),
    "harder": words.GROUPS["harder"],
    "easier": words.GROUPS["easier"],
    "neutral": words.GROUPS["neutral"],
    "guide": ("Teks panduan", "Bagian panduan dan halaman yang isinya berubah, kata demi kata."),
    "records": ("Tabel, formulir, dan daftar", "Isi di luar menu dan di luar teks panduan."),
    "notes": ("Alasan, pertanyaan, dan catatan", "Catatan tentang perubahan; bukan perubahan menu sendiri."),
    "editorial": ("Hanya redaksi", "Ejaan, tanda baca, urutan, atau susunan kata."),
    "keeping": ("Catatan berkas", "Tinjauan, sumber, dan tanggal; tidak mengubah yang dapat diminta."),
}
"""Heading of each matter, and what it holds."""
TRUNCATED = "Lembar ini dipotong karena terlalu panjang untuk komentar."
PROPOSAL = editions.DRAFT
SIGN = "Keputusan atas lembar ini"
SIGN_LEDE = "Diisi oleh yang berwenang. Putusan berlaku untuk isi dengan sidik digital lembar di atas."
SIGN_CHOICES = ("Disetujui seluruhnya", "Tidak disetujui", "Diubah dahulu, lalu lembar baru")
SIGN_FIELDS = ("Nomor putusan", "Tanggal", "Tautan risalah")
SIGN_NOTES = "Catatan"
SIGN_PREPARED = "Disiapkan oleh"
SIGN_DECIDED = "Diputus oleh"
SIGN_BODY = "Lembaga"
SIGN_PERSON = ("Nama", "Jabatan", "Tanda tangan")
UNSIGNED = "Lembar ini belum dapat ditandatangani, karena ada yang harus dibetulkan."
WHERE_ALL = "Lembar lengkapnya ada di artefak pemeriksaan."


def place(file_name: str, line: int) -> str:
    """``menu_data/catalogue.yml, baris 4``."""
    return f"{file_name}, baris{phrases.NBSP}{phrases.number(line)}"


def rests_on(decision: str) -> str:
    """The decision that a note names."""
    return f"{words.DECISION} {decision}"


def touching(labels: Iterable[str]) -> str:
    """Register entries that concern a value."""
    return f"Menyangkut {phrases.listed(labels)}."


def folder(name: str) -> str:
    """A side that is a folder."""
    return f"folder {name}"


def commit(name: str, date: str, subject: str) -> str:
    """A side that is a commit."""
    return f"catatan perubahan (commit) {name}, {dates.day(date)}: {subject}"


def without_edition(side: str, edition: str) -> str:
    """A side from which an edition is left out, so that the sheet tells all of it."""
    return f"{side} (tanpa edisi {edition})"


def digests(base: str | None, head: str | None) -> str:
    """A digest on both sides; ``None`` where a side has none."""
    if base == head and head is not None:
        return f"{head} ({SAME})"
    return f"{head or NO_DIGEST}; {BEFORE.lower()} {base}" if base else head or NO_DIGEST


def left_out(count: int) -> str:
    """How much of a sheet did not fit."""
    return f"{TRUNCATED} Yang tidak muat: {phrases.count(count, 'pokok')}. {WHERE_ALL}"


def counted(title: str, count: int) -> str:
    """``Peringatan (2)``."""
    return f"{title} ({phrases.number(count)})"


def verdict(
    *,
    broken: int,
    errors: int,
    decisions: int,
    substantive: int,
    editorial: int,
    other: int,
    harder: int,
    draft: bool,
    claimed: bool,
) -> str:
    """What a sheet comes to, in one line.

    ``broken`` counts errors of the data, ``errors`` all that must be mended. ``draft`` tells that what is
    harder holds only once it is approved, ``claimed`` that the pull request calls itself editorial.
    """
    counts = (
        (substantive, "perubahan isi"),
        (decisions, "catatan putusan"),
        (editorial, "perubahan redaksi"),
        (other, "catatan"),
    )
    found = phrases.listed(phrases.count(number, noun) for number, noun in counts if number) or NO_CHANGE
    more = substantive + decisions
    if claimed and more:
        return f"Dinyatakan hanya redaksi, padahal ada {phrases.count(more, 'perubahan isi atau putusan')}."
    if broken:
        return (
            f"Belum dapat disetujui: {phrases.count(broken, 'galat')} di data."
            f" Yang terbaca: {_lowered(found)}."
        )
    if errors:
        return (
            f"Belum dapat disetujui: {phrases.count(errors, 'hal')} harus dibetulkan."
            f" Isinya: {_lowered(found)}."
        )
    if more:
        return f"{found}. {change_meanings.what_to_do(harder, draft=draft)}"
    if editorial:
        return f"Hanya redaksi: {found}."
    return f"{NO_CHANGE}; {found}." if other else f"{NO_CHANGE}."


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


@kind
def claim_broken(told: Sequence[str]) -> Words:
    """A pull request that calls itself editorial changes content."""
    return Words(
        f"Usulan ini dinyatakan hanya redaksi, tetapi {phrases.count(len(told), 'perubahan')} mengubah isi:",
        "Nyatakan usulan ini mengubah isi, atau kembalikan perubahan itu.",
        tuple(told),
    )


@kind
def claim_unneeded() -> Words:
    """A pull request that says it changes content changes none."""
    return Words(
        "Usulan ini dinyatakan mengubah isi, tetapi tidak ada isi yang berubah.",
        "Periksa apakah ada perubahan yang tertinggal.",
    )


@kind
def change_untold() -> Words:
    """The content differs, and no other finding says how."""
    return Words(
        "Isinya berubah dengan cara yang tidak dapat diceritakan lembar ini.",
        "Jangan disahkan; laporkan kedua commit ini kepada pengelola situs.",
    )


@kind
def data_problem(problem: Problem) -> Words:
    """What the checks of the data and pages found wrong."""
    return Words(problem.message, problem.hint)
