"""What the change sheet says of editions, their errata, and the notes on their changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.changes import EVENTS as WHOLE_EVENTS
from macros.changes import Kind as Change
from macros.changes import Subject
from macros.model.changes import ChangeNotes, Covered, LineageEntry, LineageEvent
from macros.model.edition import Approval, Edition, Erratum, Status
from macros.model.menu import Activity, Package
from macros.wording import (
    change_meanings,
    change_titles,
    dates,
    editions,
    errata,
    history,
    menu,
    phrases,
    register,
)
from macros.wording import changes as words
from macros.wording import data as data_words
from macros.wording.review_kinds import Topic, Words, kind

NO_REASON = "Belum ada alasan untuk"
NO_ERRATUM = "Sudah disahkan, tetapi berubah tanpa ralat"
NO_CORRECTION = "Sudah dibekukan seperti tercetak, tetapi berubah tanpa koreksi"


def label_of(edition: Edition) -> str:
    """``Menu 2030, usulan``."""
    return f"{phrases.held(edition.info.short_title)}, {STATUSES[edition.info.status].lower()}"


# What explains a change


@kind
def reason_missing(title: str, old: str, new: str, covers: str) -> Words:
    """A substantive change without a reason; ``covers`` is how one would name it (see ``checks.reasons``)."""
    file = f"changes/{old}-{new}.yml"
    mend = f"Tambahkan ke reasons di {file}: covers: [{{{covers}}}], reason: …, decision: usulan."
    return Words(f"{NO_REASON}: {title}.", mend)


def edited_without_erratum(edition: Edition, title: str) -> Topic:
    """A frozen edition changed, and nothing says so."""
    is_printed = edition.info.status is Status.PRINTED
    return printed_edition_edited(edition, title) if is_printed else approved_edition_edited(edition, title)


@kind
def printed_edition_edited(edition: Edition, title: str) -> Words:
    """An edition that is frozen as it was printed changed without a correction."""
    return Words(
        f"{NO_CORRECTION}: {title}.",
        "Kembalikan isinya; atau bila naskah memang berbunyi demikian, jalankan:"
        f" python3 dev.py erratum {edition.id} --date … --what … --why ….",
    )


@kind
def approved_edition_edited(edition: Edition, title: str) -> Words:
    """An approved edition changed without an erratum."""
    return Words(
        f"{NO_ERRATUM}: {title}.",
        f"Kembalikan isinya; atau bila ralatnya diputus, jalankan: python3 dev.py erratum {edition.id},"
        " dengan --field kolom yang diralat.",
    )


def reverted(before: Edition) -> str:
    """A proposal that was taken back."""
    return f"Keadaannya kembali seperti {phrases.held(before.info.short_title)}, jadi tidak perlu alasan."


def compared_with(before: Edition) -> str:
    """What a new edition is compared with."""
    return f"Dibandingkan dengan {phrases.held(before.info.short_title)}."


def by_erratum(erratum: Erratum) -> str:
    """An erratum as a reason."""
    return f"{errata.kind(erratum)} {dates.day(erratum.date)}: {erratum.what} {erratum.why}"


# What the change log tells


def _entry(edition: Edition, subject: Subject, what: Change, title: str) -> Words:  # noqa: ARG001 - a fact of its own
    """An activity, a package or the edition as a whole: what became of it, or what changed in it."""
    return Words(data_words.headline(title, what), where=label_of(edition))


ENTRIES = {
    name: kind(_entry, name)
    for name in (
        *(f"{subject}_{event}" for subject in ("activity", "package") for event in sorted(WHOLE_EVENTS)),
        *("activity_changed", "package_changed", "edition_changed"),
    )
}


def entry(edition: Edition, subject: Subject, what: Change, title: str) -> Topic:
    """An entry of the change log: whose it is, what happened, and its title there."""
    event = what.value if what in WHOLE_EVENTS else "changed"
    return ENTRIES[f"{subject.kind.value}_{event}"](edition, subject, what, title)


# Editions

BY_COMMAND = "Catat putusannya, kembalikan status: draft, lalu jalankan:"
STATUSES: Mapping[Status, str] = {
    Status.DRAFT: "Usulan",
    Status.PRINTED: editions.AS_PRINTED,
    Status.APPROVED: "Disahkan",
    Status.SUPERSEDED: "Digantikan",
}


@kind
def edition_added(edition: Edition) -> Words:
    """An edition that the older side lacks."""
    return Words(
        f"{phrases.held(edition.info.short_title)}, edisi baru",
        lines=(editions.holds(edition),),
        where=label_of(edition),
    )


@kind
def edition_removed(edition: Edition) -> Words:
    """An edition that the newer side lacks."""
    return Words(f"{phrases.held(edition.info.short_title)} dihapus", where=label_of(edition))


@kind
def frozen_edition_removed(edition: Edition) -> Words:
    """An edition that was no draft is gone."""
    held = "tercetak di naskah" if edition.info.status is Status.PRINTED else "sudah disahkan"
    return Words(
        f"Edisi {edition.id} {held} dan tidak boleh dihapus.",
        f"Kembalikan folder editions/{edition.id}; edisi lama berstatus superseded, bukan dihapus.",
    )


@kind
def edition_status_changed(edition: Edition) -> Words:
    """An edition has another status."""
    return Words(f"Status {phrases.held(edition.info.short_title)}", where=label_of(edition))


@kind
def frozen_edition_reopened(edition: Edition) -> Words:
    """A frozen edition became a draft."""
    return Words(
        f"Edisi {edition.id} sudah dibekukan dan tidak dapat menjadi usulan lagi.",
        "Kembalikan statusnya; perubahan berikutnya menjadi edisi baru.",
    )


@kind
def edition_without_decision(edition: Edition) -> Words:
    """An edition says that it is approved, and no recorded decision bears it out."""
    return Words(
        f"Edisi {edition.id} disahkan tanpa putusan yang tercatat di decisions.yml.",
        f"{BY_COMMAND} python3 dev.py approve --edition {edition.id}.",
    )


@kind
def edition_as_printed(edition: Edition) -> Words:
    """A proposal calls itself the print, which would spare it the decision."""
    return Words(
        f"Edisi {edition.id} bermula sebagai usulan, jadi isinya bukan yang tercetak di naskah.",
        f"Tulis status: draft; sesudah diputus, jalankan: python3 dev.py approve --edition {edition.id}.",
    )


@kind
def edition_without_digest(edition: Edition) -> Words:
    """An edition that is no draft has no digest."""
    if edition.info.status is Status.PRINTED:
        return Words(
            f"Edisi {edition.id} belum bersidik, jadi isinya masih dapat berubah diam-diam.",
            f"Jalankan: python3 dev.py freeze {edition.id}.",
        )
    return Words(
        f"Edisi {edition.id} disahkan tanpa sidik, jadi isinya masih dapat berubah diam-diam.",
        f"Sahkan dengan python3 dev.py approve, atau jalankan: python3 dev.py freeze {edition.id}.",
    )


@kind
def approval_recorded(edition: Edition, found: Approval, body: str) -> Words:
    """An approval that is new."""
    return Words(
        f"Persetujuan {phrases.held(edition.info.short_title)} dicatat",
        lines=(approval(found, body),),
        where=label_of(edition),
    )


@kind
def approval_removed(edition: Edition) -> Words:
    """An approval that is gone or changed."""
    return Words(f"Persetujuan {phrases.held(edition.info.short_title)} dihapus", where=label_of(edition))


@kind
def recorded_approval_lost(edition: Edition) -> Words:
    """An approval of an approved edition is gone."""
    return Words(
        f"Persetujuan edisi {edition.id} yang sudah tercatat hilang atau berubah.",
        "Kembalikan; persetujuan hanya bertambah.",
    )


def approval(found: Approval, body: str) -> str:
    """An approval in one line."""
    parts = [body]
    if found.decision is not None:
        parts.append(f"putusan {found.decision}")
    if found.date is not None:
        parts.append(dates.day(found.date))
    return ", ".join(parts) + (f". {found.note}" if found.note else "")


@kind
def edition_heading_changed(edition: Edition, title: str) -> Words:
    """What an edition says of itself changed, such as its title."""
    return Words(f"{title} {phrases.held(edition.info.short_title)} berubah", where=label_of(edition))


@kind
def edition_frozen(edition: Edition) -> Words:
    """An edition that got its digest."""
    return Words(f"{phrases.held(edition.info.short_title)} dibekukan", where=label_of(edition))


@kind
def digest_rewritten(edition: Edition) -> Words:
    """The digest of an approved edition changed."""
    return Words(
        f"Sidik digital edisi {edition.id} diganti, padahal edisi itu sudah dibekukan.",
        "Kembalikan sidiknya; isi yang diralat mendapat sidik baru di catatan ralatnya.",
    )


@kind
def erratum_added(edition: Edition, erratum: Erratum, body: str) -> Words:
    """An erratum that is new."""
    target = erratum.activity or erratum.package
    whose = _number(edition, target) if target else ""
    label = menu.FIELDS.get(erratum.field, erratum.field).lower() if erratum.field else ""
    about = ", ".join(part for part in (whose, label) if part)
    title = f"{errata.kind(erratum)} {phrases.held(edition.info.short_title)}{': ' if about else ''}{about}"
    return Words(title, lines=tuple(_erratum_lines(erratum, body)), where=label_of(edition))


def _number(edition: Edition, target: str) -> str:
    if edition.has_activity(target):
        return edition.activity(target).number
    return menu.package_label(edition.package(target).number) if edition.has_package(target) else target


def _erratum_lines(erratum: Erratum, body: str) -> Iterator[str]:
    """What an erratum says."""
    yield f"{errata.WHAT}: {erratum.what}"
    yield f"{errata.WHY}: {erratum.why}"
    if erratum.by_editors:
        yield f"{errata.CORRECTED_BY}: {errata.BY_EDITORS} {dates.day(erratum.date)}"
        return
    decision = f", putusan {erratum.decision}" if erratum.decision else ""
    yield f"{errata.DECIDED_BY}: {body}{decision}, {dates.day(erratum.date)}"


@kind
def errata_rewritten(edition: Edition) -> Words:
    """Errata that stood there changed."""
    return Words(
        f"Ralat lama edisi {edition.id} berubah atau hilang.",
        "Kembalikan; ralat yang keliru diralat dengan ralat baru.",
    )


@kind
def erratum_without_change(edition: Edition) -> Words:
    """An erratum, and nothing it corrects."""
    return Words(
        f"Ada ralat baru di edisi {edition.id}, tetapi isinya tidak berubah.",
        "Betulkan nilai yang diralat, atau hapus ralatnya.",
    )


@kind
def record_keeping_changed(edition: Edition, field: str, whose: str) -> Words:
    """The review or the source of an activity or package changed."""
    label = {"review": history.REVIEW, "source": menu.FIELDS["source"]}.get(field.rpartition(".")[2], field)
    return Words(f"{label} {whose} berubah" if whose else f"{label} berubah", where=label_of(edition))


# Notes on changes

FEED_DATE = "Tanggal catatan dan langganan"
LINEAGE = "Asal-usul"
FOR_READERS = "Bagi Anda"
REGISTER_NOTE = register.SEE_NOTE
MOST_NAMED = 3
EVENTS: Mapping[str, str] = {what.value: name.lower() for what, name in words.KINDS.items()}
LINEAGE_EVENTS: Mapping[LineageEvent, str] = {
    LineageEvent.ENDED: "diakhiri",
    LineageEvent.MERGED: "digabung",
    LineageEvent.SPLIT: "dipecah",
    LineageEvent.REINSTATED: "diadakan lagi",
}


def notes(of: ChangeNotes) -> str:
    """The notes of a pair of editions."""
    return f"Catatan perubahan {of.old} ke {of.new}"


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


@kind
def reason_added(of: ChangeNotes, reason: str, matters: Sequence[str]) -> Words:
    """A reason that is new."""
    return Words(f"Alasan baru: {named(matters)}", lines=(reason,), where=notes(of))


@kind
def reason_changed(of: ChangeNotes, matters: Sequence[str]) -> Words:
    """A reason that reads otherwise."""
    return Words(f"Alasan berubah: {named(matters)}", where=notes(of))


@kind
def reason_removed(of: ChangeNotes, matters: Sequence[str]) -> Words:
    """A reason that is gone."""
    return Words(f"Alasan dihapus: {named(matters)}", where=notes(of))


@kind
def reasons_decided(of: ChangeNotes, matters: Sequence[Sequence[str]]) -> Words:
    """Reasons that name another decision than before."""
    title = f"Putusan pada {phrases.count(len(matters), 'alasan')}"
    return Words(title, lines=tuple(map(named, matters)), where=notes(of))


@kind
def decision_unknown(named: str) -> Words:
    """A reason that names a decision nobody recorded."""
    return Words(
        f'Putusan "{named}" tidak tercatat di decisions.yml.',
        "Catat putusannya di sana, atau tulis decision: usulan.",
    )


@kind
def question_added(of: ChangeNotes, question: str, matter: str) -> Words:
    """A question to the deciding body that is new."""
    return Words(f"Pertanyaan baru: {matter}", lines=(question,), where=notes(of))


@kind
def question_removed(of: ChangeNotes, matter: str) -> Words:
    """A question that is answered or taken back."""
    return Words(f"Pertanyaan selesai atau dihapus: {matter}", where=notes(of))


@kind
def lineage_added(of: ChangeNotes) -> Words:
    """What became of ids is noted."""
    return Words(LINEAGE, where=notes(of))


@kind
def lineage_removed(of: ChangeNotes) -> Words:
    """What became of ids is noted no more."""
    return Words(LINEAGE, where=notes(of))


@kind
def approach_changed(of: ChangeNotes) -> Words:
    """What the notes say of their editions as a whole changed."""
    return Words(words.APPROACH, where=notes(of))


@kind
def notes_date_changed(of: ChangeNotes) -> Words:
    """The day from which feeds tell the notes changed."""
    return Words(FEED_DATE, where=notes(of))


def lineage(entry: LineageEntry) -> str:
    """What became of ids, in one line."""
    successors = f"; penerus: {phrases.listed(entry.successors)}" if entry.successors else ""
    kind = menu.PACKAGE.lower() if entry.subject.value == "package" else menu.ACTIVITY.lower()
    return f"{kind} {phrases.listed(entry.ids)} {LINEAGE_EVENTS[entry.event]}{successors}"


# Warnings


@kind
def companion_later(edition: Edition, first: Activity, second: Activity) -> Words:
    """``second`` becomes available after ``first``, which names it."""
    dates = change_meanings.starting(first.availability), change_meanings.starting(second.availability)
    said = f"{first.number} {dates[0]}, lebih awal dari {second.number} yang harus bersamanya ({dates[1]})."
    mend = "Samakan bulannya, atau tulis pertanyaannya di questions."
    return Words(f"{phrases.held(edition.info.short_title)}: {said}", mend)


@kind
def companion_one_way(edition: Edition, first: Activity, second: Activity) -> Words:
    """``first`` names ``second``, which does not name it back."""
    said = f"{first.number} harus bersama {second.number}, tetapi {second.number} tidak menyebutnya kembali."
    mend = f"Tambahkan {first.number} ke implement_with {second.number}, atau pastikan hanya satu arah."
    return Words(f"{phrases.held(edition.info.short_title)}: {said}", mend)


@kind
def notes_date_not_moved(edition: Edition) -> Words:
    """Readers of feeds would not hear of a change."""
    return Words(
        f"Isi {phrases.held(edition.info.short_title)} berubah, tetapi tanggal catatannya belum.",
        "Perbarui date di berkas changes, agar pelanggan mendapat kabar.",
    )


@kind
def notes_date_moved_for_nothing(edition: Edition) -> Words:
    """Readers of feeds would hear of nothing."""
    return Words(
        f"Tanggal catatan {phrases.held(edition.info.short_title)} maju, "
        "padahal tidak ada isinya yang berubah.",
        "Kembalikan date; tanggal itu hanya maju bila isi berubah.",
    )


@kind
def branch_behind() -> Words:
    """The newer side lacks commits of the older one, which seem to be taken back."""
    return Words(
        "Cabang ini belum memuat semua commit di sisi sebelum, jadi perubahan di sana tampak terbalik di"
        " sini.",
        "Gabungkan dahulu cabang utama ke cabang ini, lalu buat lembar baru.",
    )
