"""Every id that a record names exists.

Good::

    editions/1/packages/1.yml#outcomes: [hasil-1]

Bad::

    editions/1/packages/1.yml#outcomes: [hasil-9]

Bad::

    editions/1/packages/1.yml#activities.0.implement_with: [{activity: tak-ada}]

Bad::

    catalogue.yml#programme.approves_menu: {body: panitia, where: Bab 1}

Bad::

    guideline/discrepancies.yml#discrepancies.0.touches: [{edition: "1", activity: tak-ada, field: name}]

Bad::

    changes/1-2.yml#questions: [{activity: tak-ada, field: name, question: Siapa namanya.}]
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from macros.checks.finding import Finding
from macros.checks.values import unresolved
from macros.model.base import Record
from macros.model.discrepancies import Discrepancy
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme


def check(programme: Programme) -> Iterator[Finding]:
    """References that lead nowhere."""
    catalogue = programme.catalogue
    outcomes = {outcome.id for outcome in catalogue.outcomes}
    outputs = {output.id for output in catalogue.outputs}
    kinds = {kind.id for kind in catalogue.target_unit_kinds}
    bodies = {body.id for body in catalogue.bodies}
    notes = {discrepancy.id for discrepancy in programme.discrepancies}
    yield from unresolved(catalogue.programme, ("decides",), catalogue.programme.decides, bodies, "lembaga")
    rule = catalogue.programme.approves_menu
    if rule is not None:
        yield from unresolved(rule, ("body",), rule.body, bodies, "lembaga")
        if rule.discrepancy is not None:
            yield from unresolved(rule, ("discrepancy",), rule.discrepancy, notes, "catatan")
    for output in catalogue.outputs:
        yield from unresolved(output, ("outcome",), output.outcome, outcomes, "capaian")
    for edition in programme.editions:
        for index, approval in enumerate(edition.info.approvals):
            yield from unresolved(
                edition.info, ("approvals", index, "body"), approval.body, bodies, "lembaga"
            )
        for erratum in edition.info.errata:
            if erratum.decided_by is not None:
                yield from unresolved(erratum, ("decided_by",), erratum.decided_by, bodies, "lembaga")
            yield from _target(erratum, erratum.activity, erratum.package, edition)
        packages = {package.id for package in edition.packages}
        for listed in edition.info.listed_elsewhere:
            yield from unresolved(listed, ("package",), listed.package, packages, "paket")
            yield from unresolved(listed, ("discrepancy",), listed.discrepancy, notes, "catatan")
        for package in edition.packages:
            yield from _each(package, ("outcomes",), package.outcomes, outcomes, "capaian")
            yield from _each(package, ("outputs",), package.outputs, outputs, "keluaran")
            for activity in package.activities:
                yield from _activity(edition, activity, kinds, bodies)
        yield from _rows(edition)
    editions = {edition.id: edition for edition in programme.editions}
    for declared in programme.changes:
        for reason in declared.reasons:
            if reason.discrepancy is not None:
                yield from unresolved(reason, ("discrepancy",), reason.discrepancy, notes, "catatan")
        for question in declared.questions:
            if question.discrepancy is not None:
                yield from unresolved(question, ("discrepancy",), question.discrepancy, notes, "catatan")
            if declared.new in editions:
                yield from _target(question, question.activity, question.package, editions[declared.new])
    for discrepancy in programme.discrepancies:
        yield from _touches(discrepancy, editions)


def _activity(
    edition: Edition, activity: Activity, kinds: Collection[str], bodies: Collection[str]
) -> Iterator[Finding]:
    units = activity.target_units
    yield from _each(units, ("kinds",), units.kinds, kinds, "jenis unit")
    for delivery in activity.delivery:
        for part in delivery.parts:
            yield from _each(part, ("bodies",), part.bodies, bodies, "lembaga")
    for companion in activity.implement_with:
        yield from _target(companion, companion.activity, companion.package, edition)


def _rows(edition: Edition) -> Iterator[Finding]:
    for row in edition.indicators.indicators if edition.indicators else ():
        yield from _target(row, row.activity, row.package, edition)
    for question in edition.screening.questions if edition.screening else ():
        yield from _target(question, question.activity, question.package, edition)
        yield from _each(
            question, ("shared",), question.shared, [one.id for one in edition.packages], "paket"
        )


def _target(record: Record, activity: str | None, package: str | None, edition: Edition) -> Iterator[Finding]:
    if activity is not None and not edition.has_activity(activity):
        known = [known.id for known in edition.activities]
        yield from unresolved(record, ("activity",), activity, known, "kegiatan", edition.id)
    if package is not None and not edition.has_package(package):
        packages = [known.id for known in edition.packages]
        yield from unresolved(record, ("package",), package, packages, "paket", edition.id)


def _touches(discrepancy: Discrepancy, editions: Mapping[str, Edition]) -> Iterator[Finding]:
    for touch in discrepancy.touches:
        yield from unresolved(touch, ("edition",), touch.edition, editions, "edisi")
        if touch.edition in editions:
            yield from _target(touch, touch.activity, touch.package, editions[touch.edition])


def _each(
    record: Package | Record,
    path: tuple[str | int, ...],
    ids: tuple[str, ...],
    known: Collection[str],
    kind: str,
) -> Iterator[Finding]:
    for index, value in enumerate(ids):
        yield from unresolved(record, (*path, index), value, known, kind)
