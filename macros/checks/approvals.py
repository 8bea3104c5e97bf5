"""The approvals of an edition hold that of the body whose approval the programme's setting asks for.

A printed edition has none: with an approval on record it would be approved.

Good::

    catalogue.yml#programme.approves_menu: {body: komite, where: Bab 1}
    editions/1/edition.yml#approvals: [{body: komite}]

Good::

    catalogue.yml#programme.approves_menu: {body: komite, where: Bab 1}
    editions/1/edition.yml#approvals: []

Bad::

    editions/1/edition.yml#status: printed
    editions/1/edition.yml#approvals: [{body: komite}]

Bad::

    editions/1/edition.yml#approvals: [{body: panitia}]
    catalogue.yml#bodies: [{id: komite, name: Komite Kebun}, {id: panitia, name: Panitia}]
    catalogue.yml#programme.approves_menu: {body: komite, where: Bab 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import CATALOGUE
from macros.model.edition import Status
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Printed editions with approvals, and approved ones that name some, but not the one that counts."""
    for edition in programme.editions:
        if edition.info.status is Status.PRINTED and edition.info.approvals:
            yield Finding(
                subject=edition.info,
                path=("status",),
                message=f"edisi {edition.id} berstatus printed, tetapi persetujuannya tercatat.",
                hint="Tulis status: approved, atau hapus approvals bila persetujuan itu tidak pernah ada.",
            )
    rule = programme.catalogue.programme.approves_menu
    if rule is None:
        return
    for edition in programme.editions:
        info = edition.info
        bodies = [approval.body for approval in info.approvals]
        if info.status in {Status.APPROVED, Status.SUPERSEDED} and bodies and rule.body not in bodies:
            yield Finding(
                subject=info,
                path=("approvals",),
                message=f'persetujuan lembaga "{rule.body}" belum tercatat ({rule.where}).',
                hint=f"Tambahkan {{body: {rule.body}}} di sini; aturannya: approves_menu di catalogue.yml.",
                grounds=(Ground(f"{CATALOGUE}#programme"),),
            )
