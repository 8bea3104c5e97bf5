"""An activity does not have to be implemented with itself, and names each companion once.

Good::

    editions/1/packages/1.yml#activities.0.implement_with: [{activity: dua}]

Bad::

    editions/1/packages/1.yml#activities.0.implement_with: [{activity: satu}]

Bad::

    editions/1/packages/1.yml#activities.0.implement_with: [{activity: dua}, {activity: dua}]
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Companions that are the activity itself, or stand twice."""
    for edition in programme.editions:
        for activity in edition.activities:
            seen: set[tuple[str | None, str | None]] = set()
            for companion in activity.implement_with:
                if companion.activity == activity.id:
                    yield Finding(
                        subject=companion,
                        path=("activity",),
                        message=f'kegiatan "{activity.id}" tidak dapat harus bersama dirinya sendiri.',
                        hint="Hapus baris ini atau tulis id kegiatan lain.",
                    )
                target = (companion.activity, companion.package)
                if target in seen:
                    yield Finding(
                        subject=companion,
                        message=f'"{companion.activity or companion.package}" disebut dua kali.',
                        hint="Hapus salah satu.",
                    )
                seen.add(target)
