"""``apply``: the newer edition out of the older and their comparison; proof that nothing is missing."""

from __future__ import annotations

from typing import Any

from macros.changes.records import EDITION, Change, Comparison, Subject
from macros.changes.rows import (
    activities_in_order,
    indicators_by_subject,
    package_place,
    questions_by_subject,
)
from macros.model.changes import SubjectKind
from macros.model.edition import Edition, Indicators, Screening
from macros.model.menu import Activity, Companion, Package

INFO = ("roles", "listed_elsewhere")
"""Fields of ``edition.yml`` that are content."""


def apply(old: Edition, comparison: Comparison) -> Edition:
    """The edition that ``comparison`` leads to from ``old``, equal to it in canonical form.

    Raises ``ValueError`` when the comparison is not one of ``old``.
    """
    if comparison.old.id != old.id:
        message = f"the comparison starts from edition {comparison.old.id}, not {old.id}"
        raise ValueError(message)
    draft = _Draft(old)
    for change in (*comparison.changes, *comparison.record_keeping):
        draft.take(change)
    return draft.finish(comparison)


class _Draft:
    """An edition taken apart."""

    def __init__(self, edition: Edition) -> None:
        self.activities = {activity.id: activity for activity in edition.activities}
        self.homes = {a.id: package.id for package in edition.packages for a in package.activities}
        self.packages = {package.id: package for package in edition.packages}
        self.questions = dict(questions_by_subject(edition))
        self.indicators = dict(indicators_by_subject(edition))
        info, screening, indicators = edition.info, edition.screening, edition.indicators
        self.parts: dict[str, Any] = {
            **{name: getattr(info, name) for name in INFO},
            "screening.rule": screening and screening.rule,
            "screening.reading": screening and screening.reading,
            "screening.source": screening and screening.source,
            "indicators.source": indicators and indicators.source,
        }

    def take(self, change: Change) -> None:
        """Put one change into effect."""
        value: Any = change.new
        if change.field == "screening":
            self.questions[change.subject] = value
        elif change.field == "indicators":
            self.indicators[change.subject] = value
        elif change.subject == EDITION:
            self.parts[change.field] = value
        elif change.subject.kind is SubjectKind.PACKAGE:
            self._package(change)
        else:
            self._activity(change)

    def _package(self, change: Change) -> None:
        key = change.subject.id
        if change.vanishes:
            del self.packages[key]
        elif isinstance(change.new, Package):
            self.packages.setdefault(key, change.new)
        else:
            self.packages[key] = self.packages[key].model_copy(update={change.field: change.new})

    def _activity(self, change: Change) -> None:
        key = change.subject.id
        if change.vanishes:
            del self.activities[key], self.homes[key]
        elif isinstance(change.new, Activity):
            self.activities.setdefault(key, change.new)
            self.homes.setdefault(key, str(change.package))
        elif change.field == "package":
            self.homes[key] = str(change.new)
        else:
            new = change.new
            if change.field == "implement_with":
                new = _companions(self.activities[key].implement_with, change)
            self.activities[key] = self.activities[key].model_copy(update={change.field: new})

    def finish(self, comparison: Comparison) -> Edition:
        """The parts put together, in printed order, under the newer edition's heading."""
        members: dict[str, list[Activity]] = {key: [] for key in self.packages}
        for activity in self.activities.values():
            members[self.homes[activity.id]].append(activity)
        packages = [
            package.model_copy(update={"activities": tuple(members[key])})
            for key, package in self.packages.items()
        ]
        ordered = [
            package.model_copy(update={"activities": tuple(activities_in_order(package))})
            for package in sorted(packages, key=package_place)
        ]
        return Edition(
            info=comparison.new.model_copy(update={name: self.parts[name] for name in INFO}),
            packages=tuple(ordered),
            screening=self._screening(),
            indicators=self._indicators(),
        )

    def _screening(self) -> Screening | None:
        rule, source = self.parts["screening.rule"], self.parts["screening.source"]
        if rule is None:
            return None
        reading = self.parts["screening.reading"]
        return Screening(rule=rule, reading=reading, source=source, questions=_flat(self.questions))

    def _indicators(self) -> Indicators | None:
        source = self.parts["indicators.source"]
        if source is None:
            return None
        return Indicators(source=source, indicators=_flat(self.indicators))


def _flat(rows: dict[Subject, tuple[Any, ...]]) -> tuple[Any, ...]:
    """Rows of all subjects, the edition's own first, so that no follow-up joins another's question."""
    ordered = sorted(rows, key=lambda subject: (subject != EDITION, subject))
    return tuple(row for subject in ordered for row in rows[subject])


def _companions(held: tuple[Companion, ...], change: Change) -> tuple[Companion, ...]:
    """The companions of an activity after one was added, dropped or printed differently."""
    kept = tuple(companion for companion in held if companion != change.old)
    return (*kept, change.new) if isinstance(change.new, Companion) else kept
