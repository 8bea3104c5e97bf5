"""Words around the guideline's text: sections, citations, revisions."""

from __future__ import annotations

from macros.model.guideline.contents import Section
from macros.model.guideline.references import LegalReference
from macros.model.revisions import Revision, RevisionStatus
from macros.wording import dates, editions, phrases

GUIDE = "Panduan"
GUIDE_LEDE = "Seluruh panduan dalam bahasa sederhana, bagian demi bagian, dengan halaman naskah aslinya."
CONTENTS = "Isi panduan"
REGISTERS = "Daftar dan catatan"
WORKING = "Teks sekarang"
WORKING_ID = "rancangan"
CORRECTIONS = "Koreksi penyunting situs"
CITE = "Kutip bagian ini"
COPY = "Salin"
COPIED = "Tersalin"
ASK = "Bagian ini membingungkan?"
HISTORY_TITLE = "Revisi panduan"
HISTORY_LEDE = (
    "Panduan ini dokumen hidup. Di sini tercatat setiap perubahan teksnya; teks lama tetap dapat dibaca."
)
STATUS = {
    RevisionStatus.APPROVED: "Disahkan",
    RevisionStatus.PRINTED: editions.AS_PRINTED,
    RevisionStatus.DRAFT: "Usulan",
}
NO_DATE = "tanggal tidak tercetak"
DECISIONS = "Putusan yang tercatat"
NO_NUMBER = "nomor tidak tercetak"
CHANGES_THESE = "Mengubah"
CONCERNS_THESE = "Menyangkut"
CHANGED_BY = "Diubah oleh putusan"
CONCERNED_BY = "Dikenai putusan"
NOT_APPROVED = "Teks bahasa sederhana ini belum disahkan."
APPROVED_BY = "Disahkan dengan putusan"
NO_APPROVAL = "Tidak ada putusan pengesahan yang tercatat."
READ_TEXT = "Baca teks revisi ini"
COMPARE = "Bandingkan dua revisi"
COMPARE_LEDE = "Kata yang ditambah dan dihapus ditandai. Bagian yang sama tidak ditampilkan."
CHANGED_SECTIONS = "Bagian yang berubah"
NOTHING_CHANGED = "Teksnya sama di setiap bagian."
NEW_SECTION = "Bagian baru"
GONE_SECTION = "Bagian dihapus"
WHAT = "Apa yang berubah"
WHY = "Mengapa"
CHANGED_SINCE = "berubah dari"
NOW = "Baca bagian ini sekarang"
IN_CONTEXT = "Baca bagian ini di babnya"
PRINT_SECTION = "Bagian ini saja, untuk dicetak"
PRINT_ALL = "Cetak seluruh panduan"
PRINT_TITLE = "Panduan lengkap"
PRINT_LEDE = "Semua bab dan lampiran di satu halaman, untuk dicetak atau disimpan."
LEGAL = "Dasar hukum"


def section_label(section_id: str) -> str:
    """``Bagian 2.1.3``, held together; unnumbered parts by nothing."""
    return f"Bagian{phrases.NBSP}{section_id}" if section_id[0].isdigit() else ""


def page_of(section: Section, text_name: str) -> str:
    """Where the printed text has this section."""
    if section.page is None:
        return f"Tanpa halaman di {text_name}."
    return f"Halaman{phrases.NBSP}{section.page} {text_name}."


def citation(section: Section, document: str, path: str) -> str:
    """A reference to copy."""
    where = f"Bagian {section.id} {section.title}" if section.id[0].isdigit() else section.title
    page = f", halaman {section.page}" if section.page else ""
    return f"{document}, {where}{page}. {path}"


def issue_title(section: Section) -> str:
    """Title of a question about a section."""
    return f"Bagian {section.id} {section.title} membingungkan"


def revision_label(revision: Revision) -> str:
    """``Revisi 2030``, held together."""
    return f"Revisi{phrases.NBSP}{revision.id}"


def standing(revision: Revision | None) -> str:
    """What stands behind the text that readers see; nothing where it is approved."""
    if revision is None:
        return NOT_APPROVED
    return editions.PRINTED_NOTE if revision.status is RevisionStatus.PRINTED else ""


def working_note(revision: Revision, changed: int) -> str:
    """How the text on the pages differs from the last revision."""
    if not changed:
        return f"Teks di halaman panduan sama dengan {revision_label(revision)} di setiap bagian."
    return f"Di halaman panduan, {count(changed)} {CHANGED_SINCE} {revision_label(revision)}."


def dated(revision: Revision) -> str:
    """When a revision was approved."""
    return dates.day(revision.date) if revision.date is not None else NO_DATE


def compared(old: str, new: str) -> str:
    """Title of a comparison."""
    return f"{old} dan {new}"


def count(value: int) -> str:
    """``3 bagian``."""
    return phrases.count(value, "bagian")


def law_label(law: LegalReference) -> str:
    """``UU 1/2030``, held together."""
    number = f"{phrases.NBSP}{law.number}" if law.number else ""
    year = f"/{law.year}" if law.number and law.year else f"{phrases.NBSP}{law.year}" if law.year else ""
    return f"{law.short_kind}{number}{year}"
