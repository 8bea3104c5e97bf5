"""No text of an edition calls the edition a proposal, which would be untrue once it is approved.

Its status says that. A title or sentence that says so too would be frozen, and copied into later editions.

Good::

    editions/2/edition.yml#lede: Kegiatannya sama dengan tahun lalu.

Bad::

    editions/2/edition.yml#text_name: usulan 2031

Bad::

    editions/2/edition.yml#lede: Bantuan ini diusulkan untuk tahun 2031.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.checks.finding import Finding
from macros.model.base import Record
from macros.model.changes import PROPOSED
from macros.model.programme import Programme

OWN_TEXTS = ("title", "short_title", "lede", "text_name", "availability_note")
STEM = re.compile(rf"(?i)(?<![a-z-])(?:di|meng)?{PROPOSED.removesuffix('an')}")
"""The word of a proposal, and the verbs made of it."""


def check(programme: Programme) -> Iterator[Finding]:
    """Editions that call themselves proposals."""
    for edition in programme.editions:
        info = edition.info
        yield from _called(info, {name: getattr(info, name) or "" for name in OWN_TEXTS})
        for role in info.roles:
            yield from _called(role, {"text": role.text})


def _called(record: Record, texts: Mapping[str, str]) -> Iterator[Finding]:
    for name, text in texts.items():
        if found := STEM.search(text):
            word = text[found.start() :].split()[0]
            yield Finding(
                subject=record,
                path=(name,),
                message=f'kata "{word}" di sini ikut beku bila edisi ini disahkan.',
                hint="Tulis kalimat yang tetap benar sesudah itu; status: draft sudah menyebutnya usulan.",
            )
