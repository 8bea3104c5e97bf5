"""Rows of Lampiran 4 and 8 by the activity or package that they belong to, and the printed order."""

from __future__ import annotations

from collections.abc import Mapping

from macros.changes.records import EDITION, Subject
from macros.model.base import natural
from macros.model.changes import SubjectKind
from macros.model.edition import Edition, Indicator, Question
from macros.model.menu import Activity, Package

Order = tuple[int, tuple[tuple[int, str], ...], int, tuple[tuple[int, str], ...], str]
"""Sort key of a subject: edition, then packages by number, each before its activities."""


def subject_of(row: Question | Indicator | Package | Activity) -> Subject:
    """Whose row it is; the edition's own where it names neither activity nor package."""
    match row:
        case Activity():
            return Subject(kind=SubjectKind.ACTIVITY, id=row.id)
        case Package():
            return Subject(kind=SubjectKind.PACKAGE, id=row.id)
    if row.activity is not None:
        return Subject(kind=SubjectKind.ACTIVITY, id=row.activity)
    if row.package is not None:
        return Subject(kind=SubjectKind.PACKAGE, id=row.package)
    return EDITION


def records_by_subject(edition: Edition) -> dict[Subject, Package | Activity]:
    """Every package and activity."""
    found: dict[Subject, Package | Activity] = {subject_of(package): package for package in edition.packages}
    return found | {subject_of(activity): activity for activity in edition.activities}


def questions_by_subject(edition: Edition) -> Mapping[Subject, tuple[Question, ...]]:
    """Screening questions; one that follows up another stays with it, whatever it names itself."""
    found: dict[Subject, tuple[Question, ...]] = {}
    subject = EDITION
    for question in edition.screening.questions if edition.screening else ():
        if not question.follow_up:
            subject = subject_of(question)
        found[subject] = (*found.get(subject, ()), question)
    return found


def indicators_by_subject(edition: Edition) -> Mapping[Subject, tuple[Indicator, ...]]:
    """Indicator rows."""
    found: dict[Subject, tuple[Indicator, ...]] = {}
    for row in edition.indicators.indicators if edition.indicators else ():
        subject = subject_of(row)
        found[subject] = (*found.get(subject, ()), row)
    return found


def package_place(package: Package) -> tuple[tuple[tuple[int, str], ...], str]:
    """Sort key of a package among others: its printed number."""
    return natural(package.number), package.id


def packages_in_order(edition: Edition) -> list[Package]:
    """Packages by printed number."""
    return sorted(edition.packages, key=package_place)


def activities_in_order(package: Package) -> list[Activity]:
    """Activities of a package by printed number."""
    return sorted(package.activities, key=lambda activity: (natural(activity.number), activity.id))


def printed_order(edition: Edition) -> dict[Subject, Order]:
    """Where each package and activity stands."""
    order: dict[Subject, Order] = {}
    for package in edition.packages:
        place = natural(package.number)
        order[subject_of(package)] = (1, place, 0, (), package.id)
        for activity in package.activities:
            order[subject_of(activity)] = (1, place, 1, natural(activity.number), activity.id)
    return order
