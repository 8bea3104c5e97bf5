"""What the commands that approve and verify say."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model.edition import Edition, Status
from macros.model.revisions import Decision, Revision, RevisionStatus
from macros.wording import dates, phrases

Mend = tuple[str, str]
"""What is wrong, and what to do."""

NO_DOCS: Mend = (
    "folder halaman tidak ada, jadi sidik digital lembar tidak dapat dihitung.",
    "Tunjuk foldernya dengan --docs.",
)
NO_DECISIONS: Mend = (
    "belum ada putusan yang tercatat.",
    "Catat putusannya di decisions.yml, lalu ulangi.",
)


def no_decision(named: str, known: Iterable[str], guess: str) -> Mend:
    """There is no such decision."""
    held = f"{guess} Yang tercatat: {', '.join(known)}.".strip()
    return f"putusan {named} tidak tercatat di decisions.yml.", held


def incomplete(decision: Decision) -> Mend:
    """A decision that lacks what an approval prints."""
    return (
        f"putusan {decision.id} belum lengkap untuk dasar pengesahan.",
        "Isi body (id lembaga yang memutus) dan date (tanggal putusan) di decisions.yml.",
    )


def other_sheet(decision: Decision) -> Mend:
    """A decision on another sheet."""
    return (
        f"putusan {decision.id} diambil atas lembar lain, yaitu {decision.sheet}.",
        "Pakai sidik yang tertulis di lembar yang diputus, atau betulkan sheet di decisions.yml.",
    )


def other_content(found: str) -> Mend:
    """The content is not that of the sheet."""
    return (
        f"isi sekarang lain dari isi di lembar itu. Sidik digital isi sekarang: {found}.",
        "Kembalikan isinya; atau buat lembar baru dengan python3 dev.py review, lalu mintakan putusannya.",
    )


def not_a_draft(edition: Edition) -> Mend:
    """An edition that is approved already."""
    if edition.info.status is Status.PRINTED:
        return (
            f"edisi {edition.id} bukan usulan; isinya seperti tercetak di naskah.",
            "Yang disahkan adalah edisi berikutnya.",
        )
    return (
        f"edisi {edition.id} bukan usulan; edisi itu sudah pernah disahkan.",
        "Perubahan berikutnya lewat ralat atau edisi baru.",
    )


def unreasoned(edition: Edition, found: Iterable[str], file: str) -> Mend:
    """Substantive changes without a reason."""
    return (
        f"ada perubahan isi edisi {edition.id} yang belum beralasan: {'; '.join(found)}.",
        f"Tulis alasannya di {file}, buat lembar baru, lalu mintakan putusannya.",
    )


def no_revision(named: str, known: Iterable[str], guess: str) -> Mend:
    """There is no such revision."""
    held = f"{guess} Yang ada: {', '.join(known)}.".strip()
    return f"revisi {named} tidak ada di guideline/revisions.yml.", held


def revision_not_a_draft(revision: Revision) -> Mend:
    """A revision that is approved already."""
    if revision.status is RevisionStatus.PRINTED:
        return (
            f"revisi {revision.id} bukan usulan; teksnya mengikuti naskah tercetak.",
            "Yang disahkan adalah revisi berikutnya.",
        )
    return (
        f"revisi {revision.id} bukan usulan; teksnya sudah disahkan.",
        "Perubahan berikutnya menjadi revisi baru.",
    )


def edition_approved(edition: Edition, decision: Decision, digest: str) -> str:
    """What was done."""
    return f"Edisi {edition.id} disahkan menurut putusan {decision.cited}, dengan sidik {digest}."


def edition_archived(edition: Edition) -> str:
    """A former current edition."""
    return f"Edisi {edition.id} kini digantikan."


def questions_left(count: int) -> str:
    """What the deciding body left open."""
    return (
        f"Masih ada {phrases.count(count, 'pertanyaan')} yang belum dijawab; nilainya tetap seperti tercetak."
    )


def revision_approved(revision: str, decision: Decision, digest: str) -> str:
    """What was done."""
    return f"Revisi {revision} disahkan menurut putusan {decision.cited}, dengan sidik teks {digest}."


def not_printed(revision: Revision) -> Mend:
    """A revision whose text no editor corrects."""
    return (
        f"revisi {revision.id} berstatus {revision.status}; hanya revisi printed dikoreksi penyunting situs.",
        "Catat perubahannya pada revisi dengan status: draft.",
    )


def no_correction(revision_id: str) -> Mend:
    """There is nothing to renew."""
    return (
        f"revisi {revision_id} belum punya koreksi.",
        f"Catat yang pertama: python3 dev.py freeze-text {revision_id} --date … --what … --why ….",
    )


def text_not_frozen(revision_id: str) -> Mend:
    """A printed revision before its first freezing."""
    return (
        f"teks revisi {revision_id} belum dibekukan, jadi belum ada yang dikoreksi.",
        f"Jalankan: python3 dev.py freeze-text {revision_id}.",
    )


def text_unchanged(revision_id: str) -> Mend:
    """A correction, and nothing that it corrects."""
    return (
        f"teks panduan masih sama dengan teks revisi {revision_id}, jadi tidak ada yang dikoreksi.",
        "Betulkan dahulu teksnya di docs/panduan, lalu ulangi.",
    )


def text_corrected(revision_id: str, digest: str, *, new: bool) -> str:
    """What was done."""
    done = "dicatat" if new else "diperbarui"
    return f"Koreksi penyunting situs atas revisi {revision_id} {done}, dengan sidik teks {digest}."


NEXT = "Periksa dengan python3 dev.py verify, lalu ajukan lewat pull request."

# Verifying

FROZEN_NOTHING = "Belum ada edisi atau revisi yang dibekukan."
MATCHES = "sama dengan sidiknya"
DIFFERS = "TIDAK sama dengan sidiknya"
UNFROZEN = "BELUM dibekukan, jadi tidak dapat diperiksa"
NO_DIGEST = "dibekukan tanpa sidik; sidik ini dihitung dari teksnya"
NO_TEXT = "TIDAK ADA teks yang dibekukan"
NOT_RECORDED = "tidak tercatat"
NO_APPROVAL = "tidak ada pengesahan tercatat"
NOT_FOUND = "TIDAK ADA di decisions.yml"
ON_SITE = "Di situs"
SITE_MATCHES = "sama"
SITE_DIFFERS = "TIDAK sama; sidik digital di situs"
SITE_LACKS = "TIDAK ADA"
SITE_UNREADABLE = "TIDAK dapat dibaca"
CONTENT = "Isi"
DIGEST = "Sidik"
ON_SHEET = "Sidik di lembar"
DECISION = "Putusan"
CORRECTED = "Koreksi penyunting situs terakhir"
ALL_WELL = "Semua yang dibekukan sama dengan sidiknya."
SOME_WRONG = "Ada yang tidak sama. Jangan dipakai sebelum diperiksa."


def edition_heading(edition: Edition) -> str:
    """An edition that is checked."""
    return f"{phrases.held(edition.info.short_title)} (edisi {edition.id})"


def revision_heading(revision: Revision) -> str:
    """A revision that is checked."""
    return f"{revision.title} (revisi {revision.id})"


def rests_on(body: str | None, cited: str | None, date: str | None) -> str:
    """The decision that an approval rests on, in one phrase."""
    parts = [cited, body, dates.day(date) if date else None]
    return ", ".join(part for part in parts if part) or NOT_RECORDED


def no_published_edition(where: str) -> str:
    """A site, or file, that holds no edition."""
    return f"{where} tidak memuat data edisi (api/v1/editions/*.json)."
