"""What the change sheet says of the notes on changes, and what it warns of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.model.changes import Covered, LineageEntry, LineageEvent
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.wording import change_meanings, change_titles, menu, phrases, register
from macros.wording import changes as words
from macros.wording import dates as date_words
from macros.wording.review import Mend

FEED_DATE = "Tanggal catatan dan langganan"
LINEAGE = "Asal-usul"
FOR_READERS = "Bagi Anda"
REGISTER_NOTE = register.SEE_NOTE
MOST_NAMED = 3
EVENTS: Mapping[str, str] = {kind.value: label.lower() for kind, label in words.KINDS.items()}
LINEAGE_EVENTS: Mapping[LineageEvent, str] = {
    LineageEvent.ENDED: "diakhiri",
    LineageEvent.MERGED: "digabung",
    LineageEvent.SPLIT: "dipecah",
    LineageEvent.REINSTATED: "diadakan lagi",
}


def day(date: str) -> str:
    """A day in words."""
    return date_words.day(date)


def notes(old: str, new: str) -> str:
    """The notes of a pair of editions."""
    return f"Catatan perubahan {old} ke {new}"


def covered(one: Covered, record: Activity | Package | None) -> str:
    """What a reason explains: ``1.1, sejak kapan``."""
    if one.field is not None:
        return change_titles.matter(one.field, record).rstrip(":")
    event = EVENTS.get(one.event or "", one.event or "")
    if record is None:
        return f"{one.activity or one.package or ''} {event}".strip()
    number = menu.package_label(record.number) if isinstance(record, Package) else record.number
    return f"{number} {record.name}, {event}"


def named(matters: Sequence[str]) -> str:
    """What a reason explains, the first few."""
    rest = len(matters) - MOST_NAMED
    return "; ".join([*matters[:MOST_NAMED], *([f"dan {phrases.number(rest)} lagi"] if rest > 0 else [])])


def reason_added(matters: Sequence[str]) -> str:
    """A reason that is new."""
    return f"Alasan baru: {named(matters)}"


def reason_changed(matters: Sequence[str]) -> str:
    """A reason that reads otherwise."""
    return f"Alasan berubah: {named(matters)}"


def reason_removed(matters: Sequence[str]) -> str:
    """A reason that is gone."""
    return f"Alasan dihapus: {named(matters)}"


def reasons_decided(count: int) -> str:
    """Reasons that name a decision."""
    return f"Putusan pada {phrases.count(count, 'alasan')}"


def decision_unknown(named: str) -> Mend:
    """A reason that names a decision nobody recorded."""
    return (
        f'Putusan "{named}" tidak tercatat di decisions.yml.',
        "Catat putusannya di sana, atau tulis decision: usulan.",
    )


def question_added(matter: str) -> str:
    """A question that is new."""
    return f"Pertanyaan baru: {matter}"


def question_removed(matter: str) -> str:
    """A question that is answered or taken back."""
    return f"Pertanyaan selesai atau dihapus: {matter}"


def lineage(entry: LineageEntry) -> str:
    """What became of ids, in one line."""
    successors = f"; penerus: {phrases.listed(entry.successors)}" if entry.successors else ""
    kind = menu.PACKAGE.lower() if entry.subject.value == "package" else menu.ACTIVITY.lower()
    return f"{kind} {phrases.listed(entry.ids)} {LINEAGE_EVENTS[entry.event]}{successors}"


# Warnings


def late(one: Edition, first: Activity, second: Activity) -> Mend:
    """``second`` becomes available after ``first``, which names it."""
    dates = change_meanings.starting(first.availability), change_meanings.starting(second.availability)
    said = f"{first.number} {dates[0]}, lebih awal dari {second.number} yang harus bersamanya ({dates[1]})."
    mend = "Samakan bulannya, atau tulis pertanyaannya di questions."
    return f"{phrases.held(one.info.short_title)}: {said}", mend


def one_way(one: Edition, first: Activity, second: Activity) -> Mend:
    """``first`` names ``second``, which does not name it back."""
    said = f"{first.number} harus bersama {second.number}, tetapi {second.number} tidak menyebutnya kembali."
    mend = f"Tambahkan {first.number} ke implement_with {second.number}, atau pastikan hanya satu arah."
    return f"{phrases.held(one.info.short_title)}: {said}", mend


def date_not_moved(one: Edition) -> Mend:
    """Readers of feeds would not hear of a change."""
    return (
        f"Isi {phrases.held(one.info.short_title)} berubah, tetapi tanggal catatannya belum.",
        "Perbarui date di berkas changes, agar pelanggan mendapat kabar.",
    )


def date_moved_for_nothing(one: Edition) -> Mend:
    """Readers of feeds would hear of nothing."""
    return (
        f"Tanggal catatan {phrases.held(one.info.short_title)} maju, padahal tidak ada isinya yang berubah.",
        "Kembalikan date; tanggal itu hanya maju bila isi berubah.",
    )


BRANCH_BEHIND: Mend = (
    "Cabang ini belum memuat semua commit di sisi sebelum, jadi perubahan di sana tampak terbalik di sini.",
    "Gabungkan dahulu cabang utama ke cabang ini, lalu buat lembar baru.",
)
