"""An approved or printed edition does not change without an erratum (section 3.2.5).

``digest`` in ``edition.yml`` freezes what the edition said. From then on its content
matches that digest, or the ``digest_after`` of its last erratum. A frozen edition is no draft any more.

Good::

    editions/2/edition.yml#lede: Dua bantuan untuk kebun warga.

Bad::

    editions/1/edition.yml#digest: sha256:0000000000000000000000000000000000000000000000000000000000000000

Bad::

    editions/2/edition.yml#digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changes import digest
from macros.checks.errata import faulty
from macros.checks.finding import Finding
from macros.checks.grounds import whole
from macros.model.edition import Edition, Status
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Frozen editions whose content is not what it was."""
    for edition in programme.editions:
        info = edition.info
        if info.digest is None and not info.errata:
            continue
        if info.status is Status.DRAFT:
            yield Finding(
                subject=info,
                path=("digest",) if info.digest else ("errata",),
                message="edisi yang sudah dibekukan tidak dapat menjadi usulan lagi.",
                hint="Tulis status: approved atau printed; atau, bila masih usulan, hapus digest dan errata.",
            )
        elif not any(faulty(info)):
            yield from _changed(edition)


def _changed(edition: Edition) -> Iterator[Finding]:
    info = edition.info
    last = info.errata[-1] if info.errata else None
    found = digest(edition)
    if found == (last.digest_after if last else info.digest):
        return
    yield Finding(
        subject=last or info,
        path=("digest_after",) if last else ("digest",),
        message=f"isi edisi {edition.id} tidak lagi sama dengan sidiknya.",
        hint=_mend(edition, found),
        grounds=whole(edition),
    )


def _mend(edition: Edition, found: str) -> str:
    command = f"python3 dev.py erratum {edition.id}"
    if edition.info.status is not Status.PRINTED:
        return (
            f"Kembalikan isinya; atau bila perubahannya diputus, catat ralatnya dengan {command}, atau"
            " tambahkan sendiri ke errata di edition.yml: date, what, why, decided_by, field, digest_after:"
            f" {found}."
        )
    return (
        f"Kembalikan isinya; atau bila naskah memang berbunyi demikian, catat koreksinya dengan {command},"
        f" atau tambahkan sendiri ke errata di edition.yml: date, what, why, digest_after: {found};"
        f" koreksi yang belum terbit: {command} --renew."
    )
