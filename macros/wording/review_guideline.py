"""What the change sheet says of the guideline: text, tables, revisions, and the decisions on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.model.menu import ReviewState
from macros.model.revisions import Decision, Revision
from macros.wording import changes as words
from macros.wording import dates, editions, guide, history, phrases
from macros.wording import register as register_words

Mend = tuple[str, str]
"""What is wrong, and what to do."""
BY_COMMAND = "Catat putusannya, kembalikan status: draft, lalu jalankan:"
NO_NOTE = "Belum ada catatan putusan atau revisi untuk"


def mend_by_revision(section_id: str) -> str:
    """Where a change of the text is noted, as ``revising`` says it too."""
    return (
        "Kembalikan teksnya; atau catat di guideline/revisions.yml, pada revisi dengan status: draft: "
        f'changes: [{{section: "{section_id}", what: …, why: …}}].'
    )


MEND_BY_DECISION = (
    "Catat putusannya di decisions.yml dengan sections atau discrepancies yang menyangkut isi ini; atau catat"
    " di guideline/revisions.yml, pada revisi dengan status: draft."
)


# The guideline

PAGE = "Halaman"
LINK_TARGET = "Tujuan tautan"
NEW = "baru"
GONE = "dihapus"


def section(section_id: str, title: str, *, is_new: bool, gone: bool) -> str:
    """``Bagian 2.3 Pembiayaan``, and whether it is new or gone."""
    label = guide.section_label(section_id)
    bare = title.removeprefix(section_id).strip()
    return _state(f"{label} {bare}" if label else title, is_new=is_new, gone=gone)


def page(file: str, *, is_new: bool, gone: bool) -> str:
    """A page by its file."""
    return _state(file, is_new=is_new, gone=gone)


def links(file: str) -> str:
    """Links of a page lead elsewhere."""
    return f"Tautan di {file}"


def _state(title: str, *, is_new: bool, gone: bool) -> str:
    if is_new:
        return f"{title}, {NEW}"
    return f"{title}, {GONE}" if gone else title


# Tables, forms, register

YES, NO = words.YES, words.NO
VALUES: Mapping[str, str] = {
    "draft": "usulan",
    "printed": editions.AS_PRINTED.lower(),
    "approved": "disahkan",
    "superseded": "digantikan",
    **{state.value: history.REVIEWS[state] for state in ReviewState},
}
"""Values of a list of choices, where a reader would not know the key."""
FILES: Mapping[str, str] = {
    "catalogue": "Katalog",
    "decisions": "Putusan",
    "discrepancies": "Catatan perbedaan dalam naskah",
    "targets": "Target layanan dasar",
    "theory": "Teori perubahan",
    "results": "Kerangka hasil",
    "ministries": "Kementerian dan lembaga",
    "bodies": "Kelembagaan",
    "overview": "Gambaran umum menu",
    "reporting": "Pelaporan",
    "assumptions": "Asumsi",
    "locations": "Lokasi",
    "criteria": "Kriteria",
    "planning": "Perencanaan",
    "calendar": "Kalender",
    "participation": "Ikut serta",
    "acronyms": "Akronim",
    "legal": "Dasar hukum",
    "figures": "Gambar",
    "contents": "Daftar isi",
    "sections": "Bagian panduan",
    "revisions": "Revisi panduan",
    "forms": "Formulir",
    "resources": "Bahan ajar dan instrumen",
    "reports": "Laporan",
    "texts": "Teks revisi yang dibekukan",
}
"""What each data file holds."""
TOP = frozenset({"catalogue", "decisions", "resources", "reports"})


def path(name: str) -> str:
    """The file of a part of the data."""
    return f"menu_data/{name}.yml" if name in TOP else f"menu_data/guideline/{name}.yml"


def file(name: str, label: str) -> str:
    """``Tabel 1, Target layanan dasar``."""
    title = FILES.get(name.partition("/")[0], name)
    return f"{label}, {title}" if label else title


def trail(steps: Sequence[str], name: str) -> str:
    """The way to a value: ``Kebutuhan dasar: Air, Indikator: Sumur``."""
    return ", ".join(steps) or FILES.get(name.partition("/")[0], name)


def order_of(title: str) -> str:
    """Entries that stand in another order."""
    return f"Urutan {title.lower()}"


DOCUMENT = "Dokumen"
DOCUMENT_DIGEST = "Sidik"


def document(file: str, *, is_new: bool, gone: bool) -> str:
    """A document by its file."""
    return _state(file, is_new=is_new, gone=gone) if is_new or gone else f"{file} berubah isinya"


def register(steps: Sequence[str], note_id: str) -> str:
    """An entry of the register."""
    return register_words.note_label(note_id) if note_id else trail(steps, "discrepancies")


def frozen_text(revision_id: str, *, gone: bool) -> str:
    """A frozen text that changed."""
    return _state(f"Teks Revisi {revision_id} yang dibekukan", is_new=False, gone=gone)


def frozen_text_changed(revision_id: str) -> Mend:
    """A frozen text that changed."""
    return (
        f"Teks revisi {revision_id} sudah dibekukan, tetapi berubah.",
        f"Kembalikan guideline/texts/{revision_id}.yml; perubahan berikutnya menjadi revisi baru.",
    )


# Decisions and revisions


def decision_added(decision: Decision) -> str:
    """A decision that is new."""
    return f"Putusan dicatat: {decision.cited}"


def decision_changed(decision: Decision, *, gone: bool) -> str:
    """A recorded decision that changed or is gone."""
    return f"Putusan {decision.cited} {'dihapus' if gone else 'berubah'}"


def decision_rewritten(decision: Decision, *, gone: bool) -> Mend:
    """A recorded decision that changed or is gone."""
    if gone:
        return (
            f"Putusan {decision.cited} yang sudah tercatat dihapus.",
            "Kembalikan; putusan yang dicabut dicatat sebagai putusan baru.",
        )
    return (
        f"Putusan {decision.cited} yang sudah tercatat berubah.",
        "Pastikan ini pembetulan, bukan putusan lain.",
    )


def decision_lines(decision: Decision, sheet: str | None) -> Iterator[str]:
    """What a decision says; ``sheet`` is the digest of the sheet that tells it."""
    date = dates.day(decision.date) if decision.date is not None else guide.NO_DATE
    yield f"{decision.by}, {decision.number or guide.NO_NUMBER}, {date}"
    yield decision.about
    if decision.sections:
        yield f"Menyangkut bagian: {phrases.listed(decision.sections)}"
    if decision.discrepancies:
        yield f"Menyangkut catatan: {phrases.listed(decision.discrepancies)}"
    if decision.sheet is not None:
        whose = "lembar ini" if decision.sheet == sheet else "lembar lain"
        yield f"Diputus atas {whose}: {decision.sheet}"


def revision_changed(revision: Revision, *, is_new: bool) -> str:
    """A revision that is new or changed."""
    label = guide.revision_label(revision)
    return f"{label}, {NEW}" if is_new else f"{label} berubah"


def revision_gone(revision: Revision) -> str:
    """A revision that is gone."""
    return f"{guide.revision_label(revision)} dihapus"


def closed_revision_changed(revision: Revision) -> Mend:
    """An approved or printed revision changed or is gone."""
    return (
        f"Revisi {revision.id} sudah dibekukan, tetapi catatannya berubah atau hilang.",
        "Kembalikan; perubahan berikutnya menjadi revisi baru.",
    )


def revision_as_printed(revision: Revision) -> Mend:
    """A proposal calls itself the print, which would spare it the decision."""
    return (
        f"Revisi {revision.id} bermula sebagai usulan, jadi teksnya bukan yang tercetak di naskah.",
        f"Tulis status: draft; sesudah diputus, jalankan: python3 dev.py approve --revision {revision.id}.",
    )


def revision_without_decision(revision: Revision) -> Mend:
    """A revision says that it is approved, and no recorded decision bears it out."""
    return (
        f"Revisi {revision.id} disahkan tanpa putusan yang tercatat di decisions.yml.",
        f"{BY_COMMAND} python3 dev.py approve --revision {revision.id}.",
    )
