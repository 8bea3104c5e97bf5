"""Every printed number is used once in an edition, and an activity's number begins with its package's.

Good::

    editions/1/packages/1.yml#activities.1.number: "1.3"

Bad::

    editions/1/packages/1.yml#activities.1.number: "1.1"

Bad::

    editions/1/packages/1.yml#activities.1.number: "2.2"
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import MENU
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.source.problem import Level


def check(programme: Programme) -> Iterator[Finding]:
    """Numbers that stand twice or under the wrong package."""
    for edition in programme.editions:
        seen: set[str] = set()
        records: list[Package | Activity] = [*edition.packages, *edition.activities]
        for record in records:
            if record.number in seen:
                yield Finding(
                    subject=record,
                    path=("number",),
                    message=f'nomor "{record.number}" sudah dipakai di edisi {edition.id}.',
                    hint="Tiap nomor hanya sekali dalam satu edisi.",
                )
            seen.add(record.number)
        for package in edition.packages:
            for activity in package.activities:
                if not activity.number.startswith(f"{package.number}."):
                    yield Finding(
                        subject=activity,
                        path=("number",),
                        message=f'nomor "{activity.number}" tidak diawali nomor paket "{package.number}".',
                        hint="Periksa nomornya atau pindahkan kegiatan ini ke berkas paketnya.",
                        level=Level.WARNING,
                        grounds=(Ground(f"{MENU}{edition.id}/packages/", package.id, sure=True),),
                    )
