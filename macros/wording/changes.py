"""What changed between two editions: kinds of changes, and the pages that show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.changes import Kind
from macros.model.changes import PROPOSED
from macros.model.edition import Answer, Edition, Status
from macros.wording import dates, editions, menu, phrases, register

KINDS: Mapping[Kind, str] = {
    Kind.ADDED: "Baru",
    Kind.ENDED: "Dihentikan",
    Kind.REINSTATED: "Diadakan lagi",
    Kind.MERGED: "Digabung",
    Kind.SPLIT: "Dipecah",
    Kind.MOVED: "Dipindah",
    Kind.RENUMBERED: "Nomor baru",
    Kind.RENAMED: "Nama",
    Kind.TARGET_UNITS: "Unit sasaran",
    Kind.AVAILABLE_EARLIER: "Tersedia lebih awal",
    Kind.AVAILABLE_LATER: "Tersedia lebih lambat",
    Kind.NOW_DATED: "Kini bertanggal",
    Kind.NO_LONGER_DATED: "Tidak lagi bertanggal",
    Kind.ON_REQUEST: "Menurut permintaan",
    Kind.STAGE: "Tahap",
    Kind.PRINTED: "Bunyi tercetak",
    Kind.DELIVERY: "Penyelenggara",
    Kind.FUNDING: "Pendanaan",
    Kind.TEXT: "Isi teks",
    Kind.COMPANION_ADDED: "Pasangan ditambah",
    Kind.COMPANION_DROPPED: "Pasangan dilepas",
    Kind.ROLE: "Golongan",
    Kind.MINIMAL_SET: "Set minimal",
    Kind.OUTCOMES: "Capaian",
    Kind.OUTPUTS: "Keluaran",
    Kind.TABLE: "Tabel paket",
    Kind.ALIASES: "Nama lain",
    Kind.FOOTNOTES: "Catatan kaki",
    Kind.SCREENING: "Pertanyaan kebutuhan",
    Kind.INDICATORS: "Indikator",
    Kind.ROLE_NOTES: "Arti golongan",
    Kind.LISTED_ELSEWHERE: "Tercetak di tempat lain",
    Kind.RECORD_KEEPING: "Catatan berkas",
}
CHANGED = "Berubah"
PARTS: Mapping[str, str] = {
    "collector": menu.COLLECTOR,
    "frequency": menu.FREQUENCY,
    "respondent": "Siapa ditanya",
    "shows_need": "Jawaban penanda",
    "follow_up": "Pertanyaan lanjutan",
    "shared": "Paket pada baris yang sama",
    "options": "Pilihan jawaban",
    "activity": menu.ACTIVITY,
    "package": menu.PACKAGE,
    "role": menu.ROLE,
    "target_units": menu.TABLE_UNITS,
    "fields": menu.TABLE_FIELDS,
    "activities": menu.TABLE_ACTIVITIES,
    "expected_results": menu.TABLE_RESULTS,
    "note": register.SEE_NOTE,
    "source": menu.DATA_SOURCE,
    "where": "Tempat tercetak",
    "printed": "Sebutan",
    "kinds": "Jenis unit",
}
"""Parts of a value that need a label of their own where they changed."""
ANSWERS = {Answer.YES: "Ya", Answer.NO: "Tidak", Answer.TEXT: "Jawaban bebas"}
YES, NO = "Ya", "Tidak"

CHANGES = "Perubahan"
CHANGES_TITLE = "Apa yang berubah dari tahun ke tahun"
CHANGES_LEDE = "Di sini tercatat apa yang berubah di antara dua menu, mengapa, dan apa artinya bagi Anda."
ONE_EDITION = "Baru ada satu edisi, jadi belum ada perubahan."
CONSECUTIVE = "Tiap edisi dengan edisi sebelumnya"
APART = "Edisi yang berjauhan"
NO_CHANGE = "Kedua edisi ini berisi sama."
GROUPS: Mapping[str, tuple[str, str]] = {
    "harder": (
        "Perlu Anda perhatikan",
        "Syarat bertambah, jadwal mundur, atau sasaran menyempit.",
    ),
    "easier": ("Menjadi lebih mudah", "Ada yang baru, lebih awal, lebih luas, atau syaratnya berkurang."),
    "neutral": ("Isinya berubah, syaratnya tetap", "Nama, golongan, indikator, atau isi berubah."),
    "editorial": ("Hanya redaksi", "Ejaan, nama lain, atau susunan kata. Tidak mengubah yang dapat diminta."),
}
BEFORE = "Sebelum"
AFTER = "Sesudah"
FROM = "Dari"
TO = "Ke"
ADDED_MARK = "ditambah"
DELETED_MARK = "dihapus"
HOW_TO_READ = "Cara membaca: kata yang"
REASON = "Alasan"
NO_REASON = "belum ditulis."
DECISION = "Putusan"
QUESTIONS = "Pertanyaan"
QUESTIONS_OPEN = "Pertanyaan yang masih terbuka"
QUESTIONS_LEDE = "Naskah tidak menjawabnya. Sampai ada jawaban, nilainya tetap seperti tercetak."
APPROACH = "Cara perubahan ini disusun"
NOT_REVIEWED = "Belum ditinjau untuk edisi ini"
NOT_REVIEWED_LEDE = (
    "Isi kegiatan ini sama dengan edisi sebelumnya, tetapi belum ada yang memeriksanya. Sama tidak berarti"
    " sudah dikonfirmasi."
)
REVIEWED = "Ditinjau dan tetap"
FILTER = "Saring perubahan"
FILTER_PACKAGE = "Paket"
FILTER_ANY_PACKAGE = "Semua paket"
FILTER_UNIT = "Unit sasaran"
FILTER_ANY_UNIT = "Semua unit"
FILTER_KIND = "Jenis perubahan"
FILTER_ANY_KIND = "Semua jenis"
FILTER_EMPTY = "Tidak ada perubahan yang cocok"
FILTER_EMPTY_HELP = "Hapus satu saringan, atau lihat daftar penuh."
OURS = "Hanya yang kami pilih"
OURS_LEDE = (
    "Tandai kegiatan yang sudah daerah Anda pilih. Pilihan disimpan di perangkat ini dan di alamat halaman;"
    " tidak ada yang dikirim."
)
OURS_SAME = "Pasangan kegiatan pilihan Anda sama di kedua edisi."
PARTNERS_ADDED = "ditambah"
PARTNERS_DROPPED = "dilepas"
OURS_RESET = "Kosongkan pilihan"
DOWNLOADS = "Unduhan"
AS_JSON = "Data perubahan (JSON)"
AS_ATOM = "Langganan perubahan (Atom)"
JUMP = "Langsung ke"
OTHER_PAIRS = "Bandingkan edisi lain"
COMPUTED = "Perubahan dihitung dari data kedua edisi, bukan ditulis dengan tangan."
SEE_CHANGES = "Lihat perubahannya"
FEEDS = "Langganan"
FEED_ALL = "Semua perubahan isi"
FEEDS_LEDE = (
    "Pembaca umpan (Atom) memberi tahu Anda bila isi menu berubah. Perubahan redaksi tidak dikabarkan."
)
SHOW_EDITORIAL = "Lihat perubahan redaksi"
SHOW_QUESTIONS = "Lihat semua pertanyaan"
OPEN_QUESTION = "Pertanyaan terbuka:"
QUESTIONS_HERE = "Pertanyaan terbuka"


def pair(old: Edition, new: Edition) -> str:
    """``2030 ke 2031``."""
    return f"{old.id} ke {new.id}"


def pair_title(old: Edition, new: Edition) -> str:
    """Title of the page of a pair."""
    return f"Perubahan menu, {pair(old, new)}"


def marked(old: Edition) -> str:
    """The quiet mark on a page: ``Berubah dari 2030``."""
    return f"Berubah dari {old.id}"


def added_in(new: Edition, kind: Kind) -> str:
    """The quiet mark on the page of what the edition before lacks; what was there once is not new."""
    return f"{KINDS[kind if kind is Kind.REINSTATED else Kind.ADDED]} di {phrases.held(new.info.short_title)}"


def sign_total(kinds: Sequence[Kind], otherwise: Kind) -> str:
    """What is counted under one sign: ``Digabung dan dipecah``; ``otherwise`` where there is nothing."""
    return phrases.sentence_case(phrases.listed(KINDS[kind].lower() for kind in kinds or (otherwise,)))


def replaced(new: Edition) -> str:
    """The lead over changes that have been passed over by a later edition."""
    return f"{phrases.held(new.info.short_title)} sudah diganti."


def count(value: int) -> str:
    """``12 perubahan``, held together."""
    return phrases.count(value, "perubahan")


def summary(old: Edition, new: Edition, numbers: Mapping[str, int], fates: Mapping[Kind, int]) -> str:
    """A pair of editions in one sentence; ``fates`` are those of whole activities and packages."""
    parts = [phrases.count(fates[kind], KINDS[kind].lower()) for kind in Kind if fates.get(kind)]
    before, later = phrases.held(old.info.short_title), phrases.held(new.info.short_title)
    substantive, editorial = numbers["substantive"], numbers["editorial"]
    verb = "mengusulkan" if new.info.status is Status.DRAFT else "memuat"
    if not substantive and not editorial:
        return f"{later} berisi sama dengan {before}."
    detail = f" ({phrases.listed(parts)})" if parts else ""
    return (
        f"{later} {verb} {phrases.count(substantive, 'perubahan isi')}{detail}"
        f" dan {phrases.count(editorial, 'perubahan redaksi')} dibanding {before}."
    )


def question_count(value: int) -> str:
    """``3 pertanyaan``."""
    return phrases.count(value, "pertanyaan")


def editorial_count(value: int) -> str:
    """The summary over changes of wording alone."""
    return phrases.count(value, "perubahan redaksi")


def noted(date: str) -> str:
    """When the notes of a pair last changed."""
    return f"Alasan terakhir diperbarui {dates.day(date)}."


def unchanged_packages(numbers: Sequence[str]) -> str:
    """Which packages do not change at all."""
    if not numbers:
        return ""
    return f"{menu.PACKAGE}{phrases.NBSP}{phrases.listed(numbers)} tidak berubah."


def decision(value: str) -> str:
    """The decision a reason rests on, or that there is none yet."""
    return editions.DRAFT if value == PROPOSED else value


def valid_from(edition: Edition) -> str:
    """For which year an edition is meant: ``Untuk tahun anggaran 2031``."""
    return f"Untuk tahun anggaran{phrases.NBSP}{edition.info.fiscal_year}"


def shown(total: int) -> str:
    """What the filter's script says; it puts the number of matches for ``{shown}``."""
    return f"{{shown}} dari {count(total)}"
