"""What the change sheet says of editions, their errata, and the notes on their changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.model.edition import Approval, Edition, Erratum, Status
from macros.wording import dates, editions, errata, history, menu, phrases

Mend = tuple[str, str]
"""What is wrong, and what to do."""
NO_REASON = "Belum ada alasan untuk"
NO_ERRATUM = "Sudah disahkan, tetapi berubah tanpa ralat"
NO_CORRECTION = "Sudah dibekukan seperti tercetak, tetapi berubah tanpa koreksi"


def edition(one: Edition) -> str:
    """``Menu 2030, usulan``."""
    return f"{phrases.held(one.info.short_title)}, {STATUSES[one.info.status].lower()}"


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
    return f"Keadaannya kembali seperti {phrases.held(before.info.short_title)}, jadi tidak perlu alasan."


def compared_with(before: Edition) -> str:
    """What a new edition is compared with."""
    return f"Dibandingkan dengan {phrases.held(before.info.short_title)}."


def by_erratum(erratum: Erratum) -> str:
    """An erratum as a reason."""
    return f"{errata.kind(erratum)} {dates.day(erratum.date)}: {erratum.what} {erratum.why}"


# Editions

BY_COMMAND = "Catat putusannya, kembalikan status: draft, lalu jalankan:"
STATUSES: Mapping[Status, str] = {
    Status.DRAFT: "Usulan",
    Status.PRINTED: editions.AS_PRINTED,
    Status.APPROVED: "Disahkan",
    Status.SUPERSEDED: "Digantikan",
}


def new_edition(one: Edition) -> str:
    """An edition that the older side lacks."""
    return f"{phrases.held(one.info.short_title)}, edisi baru"


def removed(one: Edition) -> str:
    """An edition that the newer side lacks."""
    return f"{phrases.held(one.info.short_title)} dihapus"


def frozen_removed(one: Edition) -> Mend:
    """An edition that was no draft is gone."""
    held = "tercetak di naskah" if one.info.status is Status.PRINTED else "sudah disahkan"
    return (
        f"Edisi {one.id} {held} dan tidak boleh dihapus.",
        f"Kembalikan folder editions/{one.id}; edisi lama berstatus superseded, bukan dihapus.",
    )


def status_changed(one: Edition) -> str:
    """An edition has another status."""
    return f"Status {phrases.held(one.info.short_title)}"


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
    return f"Persetujuan {phrases.held(one.info.short_title)} dicatat"


def approval_removed(one: Edition) -> str:
    """An approval that is gone or changed."""
    return f"Persetujuan {phrases.held(one.info.short_title)} dihapus"


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
        parts.append(dates.day(found.date))
    return ", ".join(parts) + (f". {found.note}" if found.note else "")


def heading_changed(one: Edition, title: str) -> str:
    """What an edition says of itself changed."""
    return f"{title} {phrases.held(one.info.short_title)} berubah"


def now_frozen(one: Edition) -> str:
    """An edition that got its digest."""
    return f"{phrases.held(one.info.short_title)} dibekukan"


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
    label = menu.FIELDS.get(erratum.field, erratum.field).lower() if erratum.field else ""
    about = ", ".join(part for part in (whose, label) if part)
    return f"{errata.kind(erratum)} {phrases.held(one.info.short_title)}{': ' if about else ''}{about}"


def _number(one: Edition, target: str) -> str:
    if one.has_activity(target):
        return one.activity(target).number
    return menu.package_label(one.package(target).number) if one.has_package(target) else target


def erratum_lines(erratum: Erratum, body: str) -> Iterator[str]:
    """What an erratum says."""
    yield f"{errata.WHAT}: {erratum.what}"
    yield f"{errata.WHY}: {erratum.why}"
    if erratum.by_editors:
        yield f"{errata.CORRECTED_BY}: {errata.BY_EDITORS} {dates.day(erratum.date)}"
        return
    decision = f", putusan {erratum.decision}" if erratum.decision else ""
    yield f"{errata.DECIDED_BY}: {body}{decision}, {dates.day(erratum.date)}"


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
    label = {"review": history.REVIEW, "source": menu.FIELDS["source"]}.get(field.rpartition(".")[2], field)
    return f"{label} {whose} berubah" if whose else f"{label} berubah"
