"""A class (core, supporting, flexible, minimal set) is one that the edition says where it is printed.

Good::

    editions/1/packages/1.yml#activities.0.role: core

Bad::

    editions/1/packages/1.yml#activities.0.role: supporting
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding, Ground
from macros.checks.grounds import MENU
from macros.model.menu import Role
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """Classes without a note in ``edition.yml``."""
    for edition in programme.editions:
        noted = {note.role for note in edition.info.roles}
        grounds = (Ground(f"{MENU}{edition.id}/edition.yml#roles"),)
        for activity in edition.activities:
            if activity.role is not Role.NOT_STATED and activity.role not in noted:
                yield Finding(
                    subject=activity,
                    path=("role",),
                    message=f'golongan "{activity.role}" tidak dijelaskan di edition.yml.',
                    hint="Tambahkan golongan itu ke roles beserta tempat tercetaknya, atau tulis not_stated.",
                    grounds=grounds,
                )
            if activity.minimal_set and None not in noted:
                yield Finding(
                    subject=activity,
                    path=("minimal_set",),
                    message="set minimal tidak dijelaskan di edition.yml.",
                    hint="Tambahkan catatan tanpa role ke roles beserta tempat tercetaknya.",
                    grounds=grounds,
                )
