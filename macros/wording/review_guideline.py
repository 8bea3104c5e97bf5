"""What the change sheet says of the guideline: text, tables, revisions, and the decisions on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.model.menu import ReviewState
from macros.model.revisions import Decision, Revision
from macros.wording import changes as words
from macros.wording import dates, editions, guide, history, phrases, register
from macros.wording.review_kinds import Topic, Words, kind

BY_COMMAND = "Catat putusannya, kembalikan status: draft, lalu jalankan:"
NO_NOTE = "Belum ada catatan putusan atau revisi untuk"


@kind
def section_note_missing(title: str, section_id: str) -> Words:
    """A section changed without a revision or decision that says so; see ``page_checks.frozen_text``."""
    return Words(
        f"{NO_NOTE}: {title}.",
        "Kembalikan teksnya; atau catat di guideline/revisions.yml, pada revisi dengan status: draft: "
        f'changes: [{{section: "{section_id}", what: …, why: …}}].',
    )


@kind
def table_note_missing(title: str) -> Words:
    """A table of the guideline changed without a revision or decision that says so."""
    return Words(
        f"{NO_NOTE}: {title}.",
        "Catat putusannya di decisions.yml dengan sections atau discrepancies yang menyangkut isi ini; atau"
        " catat di guideline/revisions.yml, pada revisi dengan status: draft.",
    )


# The guideline

PAGE = "Halaman"
LINK_TARGET = "Tujuan tautan"
NEW = "baru"
GONE = "dihapus"


def section(section_id: str, title: str) -> str:
    """``Bagian 2.3 Pembiayaan``."""
    label = guide.section_label(section_id)
    return f"{label} {title.removeprefix(section_id).strip()}" if label else title


@kind
def guideline_section_added(section_id: str, title: str) -> Words:
    """A section of the guideline that is new."""
    return Words(f"{section(section_id, title)}, {NEW}", where=guide.GUIDE)


@kind
def guideline_text_changed(section_id: str, title: str) -> Words:
    """A section of the guideline reads otherwise."""
    return Words(section(section_id, title), where=guide.GUIDE)


@kind
def guideline_section_removed(section_id: str, title: str) -> Words:
    """A section of the guideline that is gone."""
    return Words(f"{section(section_id, title)}, {GONE}", where=guide.GUIDE)


@kind
def page_added(file: str) -> Words:
    """A page outside the guideline that is new."""
    return Words(f"{file}, {NEW}", where=PAGE)


@kind
def page_changed(file: str) -> Words:
    """A page reads otherwise outside the sections of the guideline."""
    return Words(file, where=PAGE)


@kind
def page_removed(file: str) -> Words:
    """A page outside the guideline that is gone."""
    return Words(f"{file}, {GONE}", where=PAGE)


@kind
def links_changed(file: str) -> Words:
    """Links of a page lead elsewhere."""
    return Words(f"Tautan di {file}", where=PAGE)


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


def _table(name: str, label: str, steps: Sequence[str]) -> Words:
    """An entry of a list, table or form came, went or changed; ``steps`` lead to it."""
    return Words(trail(steps, name), where=file(name, label))


TABLES = {
    name: kind(_table, f"{name}_changed") for name in ("catalogue", "table", "form", "resources", "reports")
}


def table_changed(name: str, label: str, steps: Sequence[str]) -> Topic:
    """A change in a data file called ``name``, whose table is labelled in print."""
    family = name if name in TABLES else "form" if name.startswith("forms/") else "table"
    return TABLES[family](name, label, steps)


def _register(steps: Sequence[str], note_id: str) -> Words:
    title = register.note_label(note_id) if note_id else trail(steps, "discrepancies")
    return Words(title, where=file("discrepancies", ""))


@kind
def discrepancy_changed(steps: Sequence[str], note_id: str) -> Words:
    """An entry of the register of discrepancies came, went or changed."""
    return _register(steps, note_id)


@kind
def discrepancy_decided(steps: Sequence[str], note_id: str) -> Words:
    """The decision changed that an entry of the register of discrepancies names."""
    return _register(steps, note_id)


DOCUMENT = "Dokumen"
DOCUMENT_DIGEST = "Sidik"


@kind
def document_added(file: str) -> Words:
    """A published document that is new."""
    return Words(f"{file}, {NEW}", where=DOCUMENT)


@kind
def document_replaced(file: str) -> Words:
    """A published document is another under the same name."""
    return Words(f"{file} berubah isinya", where=DOCUMENT)


@kind
def document_removed(file: str) -> Words:
    """A published document that is gone."""
    return Words(f"{file}, {GONE}", where=DOCUMENT)


@kind
def frozen_text_changed(revision_id: str) -> Words:
    """The frozen text of a revision reads otherwise."""
    return Words(f"Teks Revisi {revision_id} yang dibekukan", where=file(f"texts/{revision_id}", ""))


@kind
def frozen_text_removed(revision_id: str) -> Words:
    """The frozen text of a revision is gone."""
    title = f"Teks Revisi {revision_id} yang dibekukan, {GONE}"
    return Words(title, where=file(f"texts/{revision_id}", ""))


@kind
def frozen_text_edited(revision_id: str) -> Words:
    """The frozen text of a revision changed or is gone without a correction that says so."""
    return Words(
        f"Teks revisi {revision_id} sudah dibekukan, tetapi berubah.",
        f"Kembalikan guideline/texts/{revision_id}.yml; perubahan berikutnya menjadi revisi baru.",
    )


# Decisions and revisions


@kind
def decision_added(decision: Decision, sheet: str | None) -> Words:
    """A recorded decision that is new; ``sheet`` is the digest of the sheet that tells it."""
    title, lines = f"Putusan dicatat: {decision.cited}", tuple(_decision_lines(decision, sheet))
    return Words(title, lines=lines, where=file("decisions", ""))


@kind
def decision_changed(decision: Decision) -> Words:
    """What is recorded of a decision changed."""
    return Words(f"Putusan {decision.cited} berubah", where=file("decisions", ""))


@kind
def decision_removed(decision: Decision) -> Words:
    """A decision is recorded no more."""
    return Words(f"Putusan {decision.cited} dihapus", where=file("decisions", ""))


@kind
def recorded_decision_changed(decision: Decision) -> Words:
    """A decision may be corrected, but not become another."""
    return Words(
        f"Putusan {decision.cited} yang sudah tercatat berubah.",
        "Pastikan ini pembetulan, bukan putusan lain.",
    )


@kind
def recorded_decision_removed(decision: Decision) -> Words:
    """A decision that was recorded stays in the record."""
    return Words(
        f"Putusan {decision.cited} yang sudah tercatat dihapus.",
        "Kembalikan; putusan yang dicabut dicatat sebagai putusan baru.",
    )


def _decision_lines(decision: Decision, sheet: str | None) -> Iterator[str]:
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


@kind
def revision_added(revision: Revision) -> Words:
    """A revision of the guideline that is new."""
    title = f"{guide.revision_label(revision)}, {NEW}"
    return Words(title, lines=(revision.note,), where=guide.GUIDE)


@kind
def revision_changed(revision: Revision) -> Words:
    """What is recorded of a revision changed, such as its status."""
    return Words(f"{guide.revision_label(revision)} berubah", where=guide.GUIDE)


@kind
def revision_removed(revision: Revision) -> Words:
    """A revision of the guideline that is gone."""
    return Words(f"{guide.revision_label(revision)} dihapus", where=guide.GUIDE)


@kind
def closed_revision_changed(revision: Revision) -> Words:
    """An approved or printed revision changed or is gone."""
    return Words(
        f"Revisi {revision.id} sudah dibekukan, tetapi catatannya berubah atau hilang.",
        "Kembalikan; perubahan berikutnya menjadi revisi baru.",
    )


@kind
def revision_as_printed(revision: Revision) -> Words:
    """A proposal calls itself the print, which would spare it the decision."""
    return Words(
        f"Revisi {revision.id} bermula sebagai usulan, jadi teksnya bukan yang tercetak di naskah.",
        f"Tulis status: draft; sesudah diputus, jalankan: python3 dev.py approve --revision {revision.id}.",
    )


@kind
def revision_without_decision(revision: Revision) -> Words:
    """A revision says that it is approved, and no recorded decision bears it out."""
    return Words(
        f"Revisi {revision.id} disahkan tanpa putusan yang tercatat di decisions.yml.",
        f"{BY_COMMAND} python3 dev.py approve --revision {revision.id}.",
    )
