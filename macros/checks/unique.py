"""Every id is used once: in an edition for packages and activities, in the catalogue by kind.

Good::

    catalogue.yml#target_unit_kinds: [{id: rt, name: Rukun tetangga}, {id: sekolah, name: Sekolah}]

Bad::

    catalogue.yml#bodies: [{id: komite, name: Komite Kebun}, {id: komite, name: Komite Lain}]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.checks.finding import Finding
from macros.model.catalogue import Body, Outcome, Output, TargetUnitKind
from macros.model.discrepancies import Discrepancy
from macros.model.menu import Activity, Package
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Ids that stand twice."""
    catalogue = programme.catalogue
    yield from _twice(catalogue.outcomes, "capaian")
    yield from _twice(catalogue.outputs, "keluaran")
    yield from _twice(catalogue.target_unit_kinds, "jenis unit")
    yield from _twice(catalogue.bodies, "lembaga")
    yield from _twice(programme.discrepancies, "catatan")
    for edition in programme.editions:
        yield from _twice(edition.packages, "paket")
        yield from _twice(edition.activities, "kegiatan")


def _twice(
    records: Iterable[Outcome | Output | TargetUnitKind | Body | Discrepancy | Package | Activity], kind: str
) -> Iterator[Finding]:
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            yield Finding(
                subject=record,
                path=("id",),
                message=f'id {kind} "{record.id}" sudah dipakai.',
                hint="Beri id lain; id tidak pernah dipakai ulang.",
            )
        seen.add(record.id)
