"""The register of places where the text contradicts itself."""

from __future__ import annotations

from macros.model.discrepancies import DiscrepancyKind
from macros.model.edition import Edition
from macros.wording.phrases import NBSP, count, held, listed

KINDS = {
    DiscrepancyKind.CONTENT: "Isi yang bertentangan",
    DiscrepancyKind.NAME: "Nama yang berbeda",
    DiscrepancyKind.REFERENCE: "Rujukan dan nomor",
    DiscrepancyKind.MISSING: "Disebut, tetapi tidak ada",
    DiscrepancyKind.CONVERSION: "Terbaca tidak utuh dalam teks sumber",
}
UNDECIDED = "Belum diputus."
TEXT_NOTES = "Catatan teks"
SEE_NOTE = "Catatan"
DECIDED = "Putusan"
SHARED_NOTES = "Menyangkut beberapa tanggal:"

TITLE = "Perbedaan dalam naskah"
LEDE = (
    "Di beberapa tempat isi naskah berbeda, atau yang disebutnya tidak ada. Tiap catatan menyebut perkaranya"
    " dan apa yang aman dilakukan, dengan tautan ke kutipannya. Situs ini tidak memutus mana yang benar."
)
EMPTY = "Belum ada catatan."
READINGS = "Kutipan"
READINGS_LEDE = (
    "Tempat dan kutipan setiap catatan, seperti tercetak. Yang seluruhnya dalam tanda kurung bukan kutipan,"
    " melainkan keterangan."
)
KIND_ADDRESSES = {
    DiscrepancyKind.CONTENT: "isi",
    DiscrepancyKind.NAME: "nama",
    DiscrepancyKind.REFERENCE: "rujukan",
    DiscrepancyKind.MISSING: "tidak-ada",
    DiscrepancyKind.CONVERSION: "teks-sumber",
}
ABOUT_TEXT = "Apa yang dimaksud dengan naskah dan teks sumber"
GROUPS = "Kelompok catatan"
SHOWN = "Yang ditampilkan:"
SAFE = "Yang aman dilakukan:"
TOUCHES = "Menyangkut:"
DISAGREES_ANY = "Isi naskah berbeda"
NOTE_TAG = "Catatan"


def disagrees(edition: Edition | None) -> str:
    """Heading of a discrepancy note: ``Isi naskah 2030 berbeda``."""
    name = held(edition.info.text_name) if edition else "naskah"
    return f"Isi {name} berbeda"


def note_label(discrepancy_id: str) -> str:
    """``Catatan A10``, held together."""
    return f"{SEE_NOTE}{NBSP}{discrepancy_id}"


def notes(value: int) -> str:
    """``67 catatan``."""
    return count(value, "catatan")


def notes_shown(value: int) -> str:
    """What the register holds."""
    return f"{notes(value)}: apa yang berbeda dan di mana."


def notes_and_questions(notes: int, questions: int) -> str:
    """What stands at the end of a page: ``3 catatan teks dan 2 pertanyaan terbuka``."""
    found = [count(notes, "catatan teks")] if notes else []
    return listed([*found, count(questions, "pertanyaan terbuka")] if questions else found)


def readings_title(kind: DiscrepancyKind) -> str:
    """Title of the page with the quotations of one kind: ``Kutipan: Isi yang bertentangan``."""
    return f"{READINGS}: {KINDS[kind]}"


def readings_link(value: int) -> str:
    """Leads to the quotations of one entry: ``5 kutipan dan tempatnya``."""
    return f"{count(value, 'kutipan')} dan tempatnya"


def more_readings(value: int) -> str:
    """How many readings of a discrepancy are not listed here."""
    return f"dan {count(value, 'kutipan')} lain"
