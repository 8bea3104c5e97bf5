"""What the change sheet says of editions, their errata, and the notes on their changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros import wording as w
from macros.model.changes import Covered, LineageEntry, LineageEvent
from macros.model.edition import Approval, Edition, Erratum, Status
from macros.model.menu import Activity, Package
from macros.wording import changes as words

Mend = tuple[str, str]
"""What is wrong, and what to do."""
NO_REASON = "Belum ada alasan untuk"
NO_ERRATUM = "Sudah disahkan, tetapi berubah tanpa ralat"
NO_CORRECTION = "Sudah dibekukan seperti tercetak, tetapi berubah tanpa koreksi"


def edition(one: Edition) -> str:
    """``Menu 2030, usulan``."""
    return f"{w.held(one.info.short_title)}, {STATUSES[one.info.status].lower()}"


# What explains a change


def mend_by_reason(old: str, new: str, covers: str) -> str:
    """What is to be written, as ``checks.reasons`` says it too."""
    file = f"changes/{old}-{new}.yml"
    return f"Tambahkan ke reasons di {file}: covers: [{{{covers}}}], reason: …, decision: usulan."


def no_erratum(one: Edition) -> str:
    """That a frozen edition changed, and nothing says so."""
    return NO_CORRECTION if one.info.status is Status.PRINTED else NO_ERRATUM


def mend_by_erratum(one: Edition) -> str:
    """How a frozen edition is corrected."""
    if one.info.status is Status.PRINTED:
        return (
            "Kembalikan isinya; atau bila naskah memang berbunyi demikian, jalankan:"
            f" python3 dev.py erratum {one.id} --date … --what … --why …."
        )
    return (
        f"Kembalikan isinya; atau bila ralatnya diputus, jalankan: python3 dev.py erratum {one.id},"
        " dengan --field kolom yang diralat."
    )


def reverted(before: Edition) -> str:
    """A proposal that was taken back."""
    return f"Keadaannya kembali seperti {w.held(before.info.short_title)}, jadi tidak perlu alasan."


def compared_with(before: Edition) -> str:
    """What a new edition is compared with."""
    return f"Dibandingkan dengan {w.held(before.info.short_title)}."


def by_erratum(erratum: Erratum) -> str:
    """An erratum as a reason."""
    return f"{words.erratum_kind(erratum)} {w.day(erratum.date)}: {erratum.what} {erratum.why}"


# Editions

BY_COMMAND = "Catat putusannya, kembalikan status: draft, lalu jalankan:"
STATUSES: Mapping[Status, str] = {
    Status.DRAFT: "Usulan",
    Status.PRINTED: w.AS_PRINTED,
    Status.APPROVED: "Disahkan",
    Status.SUPERSEDED: "Digantikan",
}


def new_edition(one: Edition) -> str:
    """An edition that the older side lacks."""
    return f"{w.held(one.info.short_title)}, edisi baru"


def removed(one: Edition) -> str:
    """An edition that the newer side lacks."""
    return f"{w.held(one.info.short_title)} dihapus"


def frozen_removed(one: Edition) -> Mend:
    """An edition that was no draft is gone."""
    held = "tercetak di naskah" if one.info.status is Status.PRINTED else "sudah disahkan"
    return (
        f"Edisi {one.id} {held} dan tidak boleh dihapus.",
        f"Kembalikan folder editions/{one.id}; edisi lama berstatus superseded, bukan dihapus.",
    )


def status_changed(one: Edition) -> str:
    """An edition has another status."""
    return f"Status {w.held(one.info.short_title)}"


def no_draft_again(one: Edition) -> Mend:
    """A frozen edition became a draft."""
    return (
        f"Edisi {one.id} sudah dibekukan dan tidak dapat menjadi usulan lagi.",
        "Kembalikan statusnya; perubahan berikutnya menjadi edisi baru.",
    )


def approved_without_decision(one: Edition) -> Mend:
    """An edition says that it is approved, and no recorded decision bears it out."""
    return (
        f"Edisi {one.id} disahkan tanpa putusan yang tercatat di decisions.yml.",
        f"{BY_COMMAND} python3 dev.py approve --edition {one.id}.",
    )


def proposal_as_printed(one: Edition) -> Mend:
    """A proposal calls itself the print, which would spare it the decision."""
    return (
        f"Edisi {one.id} bermula sebagai usulan, jadi isinya bukan yang tercetak di naskah.",
        f"Tulis status: draft; sesudah diputus, jalankan: python3 dev.py approve --edition {one.id}.",
    )


def unfrozen(one: Edition) -> Mend:
    """An edition that is no draft has no digest."""
    if one.info.status is Status.PRINTED:
        return (
            f"Edisi {one.id} belum bersidik, jadi isinya masih dapat berubah diam-diam.",
            f"Jalankan: python3 dev.py freeze {one.id}.",
        )
    return (
        f"Edisi {one.id} disahkan tanpa sidik, jadi isinya masih dapat berubah diam-diam.",
        f"Sahkan dengan python3 dev.py approve, atau jalankan: python3 dev.py freeze {one.id}.",
    )


def approval_recorded(one: Edition) -> str:
    """An approval that is new."""
    return f"Persetujuan {w.held(one.info.short_title)} dicatat"


def approval_removed(one: Edition) -> str:
    """An approval that is gone or changed."""
    return f"Persetujuan {w.held(one.info.short_title)} dihapus"


def approval_lost(one: Edition) -> Mend:
    """An approval of an approved edition is gone."""
    return (
        f"Persetujuan edisi {one.id} yang sudah tercatat hilang atau berubah.",
        "Kembalikan; persetujuan hanya bertambah.",
    )


def approval(found: Approval, body: str) -> str:
    """An approval in one line."""
    parts = [body]
    if found.decision is not None:
        parts.append(f"putusan {found.decision}")
    if found.date is not None:
        parts.append(w.day(found.date))
    return ", ".join(parts) + (f". {found.note}" if found.note else "")


def heading_changed(one: Edition, title: str) -> str:
    """What an edition says of itself changed."""
    return f"{title} {w.held(one.info.short_title)} berubah"


def now_frozen(one: Edition) -> str:
    """An edition that got its digest."""
    return f"{w.held(one.info.short_title)} dibekukan"


def digest_rewritten(one: Edition) -> Mend:
    """The digest of an approved edition changed."""
    return (
        f"Sidik digital edisi {one.id} diganti, padahal edisi itu sudah dibekukan.",
        "Kembalikan sidiknya; isi yang diralat mendapat sidik baru di catatan ralatnya.",
    )


def erratum_added(one: Edition, erratum: Erratum) -> str:
    """An erratum that is new."""
    target = erratum.activity or erratum.package
    whose = _number(one, target) if target else ""
    label = w.FIELDS.get(erratum.field, erratum.field).lower() if erratum.field else ""
    about = ", ".join(part for part in (whose, label) if part)
    return f"{words.erratum_kind(erratum)} {w.held(one.info.short_title)}{': ' if about else ''}{about}"


def _number(one: Edition, target: str) -> str:
    if one.has_activity(target):
        return one.activity(target).number
    return w.package_label(one.package(target).number) if one.has_package(target) else target


def erratum_lines(erratum: Erratum, body: str) -> Iterator[str]:
    """What an erratum says."""
    yield f"{words.ERRATUM_WHAT}: {erratum.what}"
    yield f"{words.ERRATUM_WHY}: {erratum.why}"
    if erratum.by_editors:
        yield f"{words.CORRECTED_BY}: {words.BY_EDITORS} {w.day(erratum.date)}"
        return
    decision = f", putusan {erratum.decision}" if erratum.decision else ""
    yield f"{words.ERRATUM_BY}: {body}{decision}, {w.day(erratum.date)}"


def errata_rewritten(one: Edition) -> Mend:
    """Errata that stood there changed."""
    return (
        f"Ralat lama edisi {one.id} berubah atau hilang.",
        "Kembalikan; ralat yang keliru diralat dengan ralat baru.",
    )


def erratum_of_nothing(one: Edition) -> Mend:
    """An erratum, and nothing it corrects."""
    return (
        f"Ada ralat baru di edisi {one.id}, tetapi isinya tidak berubah.",
        "Betulkan nilai yang diralat, atau hapus ralatnya.",
    )


def kept(field: str, whose: str) -> str:
    """What keeps the record of an entry changed."""
    label = {"review": words.REVIEW, "source": w.FIELDS["source"]}.get(field.rpartition(".")[2], field)
    return f"{label} {whose} berubah" if whose else f"{label} berubah"


# Notes on changes

FEED_DATE = "Tanggal catatan dan langganan"
LINEAGE = "Asal-usul"
FOR_READERS = "Bagi Anda"
REGISTER_NOTE = w.SEE_NOTE
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
    return w.day(date)


def notes(old: str, new: str) -> str:
    """The notes of a pair of editions."""
    return f"Catatan perubahan {old} ke {new}"


def covered(one: Covered, record: Activity | Package | None) -> str:
    """What a reason explains: ``1.1, sejak kapan``."""
    if one.field is not None:
        return words.matter(one.field, record).rstrip(":")
    event = EVENTS.get(one.event or "", one.event or "")
    if record is None:
        return f"{one.activity or one.package or ''} {event}".strip()
    number = w.package_label(record.number) if isinstance(record, Package) else record.number
    return f"{number} {record.name}, {event}"


def named(matters: Sequence[str]) -> str:
    """What a reason explains, the first few."""
    rest = len(matters) - MOST_NAMED
    return "; ".join([*matters[:MOST_NAMED], *([f"dan {w.number(rest)} lagi"] if rest > 0 else [])])


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
    return f"Putusan pada {w.count(count, 'alasan')}"


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
    successors = f"; penerus: {w.listed(entry.successors)}" if entry.successors else ""
    kind = w.PACKAGE.lower() if entry.subject.value == "package" else w.ACTIVITY.lower()
    return f"{kind} {w.listed(entry.ids)} {LINEAGE_EVENTS[entry.event]}{successors}"


# Warnings


def late(one: Edition, first: Activity, second: Activity) -> Mend:
    """``second`` becomes available after ``first``, which names it."""
    dates = words.starting(first.availability), words.starting(second.availability)
    said = f"{first.number} {dates[0]}, lebih awal dari {second.number} yang harus bersamanya ({dates[1]})."
    mend = "Samakan bulannya, atau tulis pertanyaannya di questions."
    return f"{w.held(one.info.short_title)}: {said}", mend


def one_way(one: Edition, first: Activity, second: Activity) -> Mend:
    """``first`` names ``second``, which does not name it back."""
    said = f"{first.number} harus bersama {second.number}, tetapi {second.number} tidak menyebutnya kembali."
    mend = f"Tambahkan {first.number} ke implement_with {second.number}, atau pastikan hanya satu arah."
    return f"{w.held(one.info.short_title)}: {said}", mend


def date_not_moved(one: Edition) -> Mend:
    """Readers of feeds would not hear of a change."""
    return (
        f"Isi {w.held(one.info.short_title)} berubah, tetapi tanggal catatannya belum.",
        "Perbarui date di berkas changes, agar pelanggan mendapat kabar.",
    )


def date_moved_for_nothing(one: Edition) -> Mend:
    """Readers of feeds would hear of nothing."""
    return (
        f"Tanggal catatan {w.held(one.info.short_title)} maju, padahal tidak ada isinya yang berubah.",
        "Kembalikan date; tanggal itu hanya maju bila isi berubah.",
    )


BRANCH_BEHIND: Mend = (
    "Cabang ini belum memuat semua commit di sisi sebelum, jadi perubahan di sana tampak terbalik di sini.",
    "Gabungkan dahulu cabang utama ke cabang ini, lalu buat lembar baru.",
)
