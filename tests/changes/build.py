"""Editions out of the short form of ``tests/cases/changes.yml``."""

from __future__ import annotations

from typing import Any

from macros.changes import Change, Comparison, Lineage, compare
from macros.model.changes import ChangeNotes
from macros.model.edition import Edition, EditionInfo, Indicators, Screening
from tests.factories import activity, edition, package

Short = dict[str, Any]
"""Activities by id (``in``: their package, ``needs``: their companions), and ``packages``, ``info``,
``screening`` and ``indicators``."""


def build(short: Short, year: int) -> Edition:
    """The edition that a short form stands for; activities are numbered in the order given."""
    parts = dict(short)
    packages, info = parts.pop("packages", {}), parts.pop("info", {})
    screening, indicators = parts.pop("screening", None), parts.pop("indicators", None)
    members: dict[str, list[Short]] = {}
    for key, fields in parts.items():
        held = dict(fields or {})
        members.setdefault(held.pop("in", "paket-1"), []).append({"id": key, **held})
    plain = edition(
        str(year),
        *(
            _package(key, place, members[key], dict(packages.get(key, {})))
            for place, key in enumerate(members, start=1)
        ),
        fiscal_year=year,
    )
    heading = EditionInfo.model_validate({**plain.info.model_dump(), **info})
    source = {"section": "Lampiran"}
    return Edition(
        info=heading,
        packages=plain.packages,
        screening=Screening.model_validate({"rule": "Aturan.", "source": source, **screening})
        if screening
        else None,
        indicators=Indicators.model_validate({"source": source, **indicators}) if indicators else None,
    )


def _package(key: str, place: int, members: list[Short], fields: Short) -> Any:
    number = fields.pop("number", str(place))
    activities = []
    for index, held in enumerate(members, start=1):
        own = {"number": f"{number}.{index}", **held}
        needs = tuple(own.pop("needs", ()))
        activities.append(activity(own.pop("id"), own.pop("number"), needs=needs, **own))
    return package(key, number, *activities, **fields)


def lineage_of(entries: list[Short]) -> Lineage:
    """The lineage that entries of ``changes/OLD-NEW.yml`` declare."""
    return Lineage.of(
        ChangeNotes.model_validate({"old": "2030", "new": "2031", "date": "2030-01-02", "lineage": entries})
    )


def compared(case: Short) -> Comparison:
    """The comparison that a case asks for."""
    past = [build(short, 2020 + index) for index, short in enumerate(case.get("history", ()))]
    lineage = lineage_of(case.get("lineage", []))
    return compare(build(case["old"], 2030), build(case["new"], 2031), lineage, past)


def shown(change: Change) -> str:
    """A change as one line of a case: ``activity a: renamed name substantive neutral``."""
    subject = f"{change.subject.kind} {change.subject.id}".strip()
    heirs = f" -> {' '.join(change.successors)}" if change.successors else ""
    heirs += f" <- {' '.join(change.predecessors)}" if change.predecessors else ""
    field = f" {change.field}" if change.field else ""
    return f"{subject}: {change.kind}{field} {change.substance} {change.effect}{heirs}"
