"""Findings that several rules make: an id that names nothing, and a day that the calendar lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from macros.checks.finding import Finding
from macros.checks.grounds import named
from macros.model.base import Record
from macros.source.problem import did_you_mean


def unresolved(
    record: Record,
    path: tuple[str | int, ...],
    value: str,
    known: Collection[str],
    kind: str,
    edition: str | None = None,
) -> Iterator[Finding]:
    """The id ``value`` where no ``known`` id of its ``kind`` is the same, in one ``edition`` or in all."""
    if value in known:
        return
    yield Finding(
        subject=record,
        path=path,
        message=f'{kind} "{value}" tidak ada.',
        hint=did_you_mean(value, sorted(known)) or f"Pakai id {kind} yang sudah tercatat.",
        grounds=named(kind, value, known, edition),
    )


def no_such_day(record: Record, day: str, field: str = "date") -> Finding | None:
    """The date ``day``, written as ISO 8601 has it, where the calendar lacks it; ``None`` where it exists."""
    try:
        date.fromisoformat(day)
    except ValueError:
        message = f'tanggal "{day}" tidak ada di kalender.'
        return Finding(subject=record, path=(field,), message=message, hint="Tulis tanggal yang ada.")
    return None
