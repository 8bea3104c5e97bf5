"""The menu's editions as documents: packages, activities, schedules, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.changelog import ChangeLog
from macros.facts import urls
from macros.facts.companions import Relations
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.search.document import ResultGroup, SearchDocument, joined, strings
from macros.wording import availability, phrases, together
from macros.wording import changes as words
from macros.wording import menu as menu_words


def menu(edition: Edition) -> Iterator[SearchDocument]:
    """Every page of an edition."""
    title = edition.info.short_title
    yield SearchDocument(
        url=urls.menu(edition.id),
        title=edition.info.title,
        group=ResultGroup.MENU,
        labels=(title,),
        summary=edition.info.lede,
        text=tuple(strings(edition.info.roles)),
    )
    for part, name, label, text in (
        (urls.SCHEDULE, availability.SCHEDULE_TITLE, availability.SCHEDULE, ()),
        (urls.RELATIONS, together.PAGE_TITLE, together.PAGE, (f"{together.CHAIN}: {together.CHAIN_NOTE}",)),
    ):
        yield SearchDocument(
            url=urls.menu(edition.id, part),
            title=name,
            group=ResultGroup.MENU,
            part_of=title,
            names=(label,),
            text=text,
        )
    relations = Relations(edition)
    for package in edition.packages:
        yield _package(edition, package)
        for activity in package.activities:
            yield _activity(edition, package, activity, relations)


def _package(edition: Edition, package: Package) -> SearchDocument:
    table = package.table
    return SearchDocument(
        url=urls.menu(edition.id, package.number),
        title=f"{menu_words.PACKAGE} {package.number} {package.name}",
        group=ResultGroup.MENU,
        part_of=edition.info.short_title,
        labels=(f"{menu_words.PACKAGE} {package.number}", package.number),
        names=tuple(alias.name for alias in package.aliases),
        summary=package.lede,
        text=(
            *strings(package.summary),
            *((joined(table.fields), *table.expected_results) if table else ()),
        ),
    )


def _activity(edition: Edition, package: Package, activity: Activity, relations: Relations) -> SearchDocument:
    partners = [found.activity for found in relations.required(activity)]
    short = (activity.short_name,) if activity.short_name is not None else ()
    return SearchDocument(
        url=urls.menu(edition.id, activity.number),
        title=f"{menu_words.ACTIVITY} {activity.number} {activity.name}",
        group=ResultGroup.MENU,
        part_of=f"{edition.info.short_title}, {menu_words.PACKAGE} {package.number}",
        labels=(
            f"{menu_words.ACTIVITY} {activity.number}",
            f"{menu_words.PACKAGE} {activity.number}",
            activity.number,
        ),
        names=(*short, *(alias.name for alias in activity.aliases)),
        summary=activity.lede,
        text=(
            f"{menu_words.FOR} {activity.target_units.printed}",
            availability.available(activity.availability).replace(phrases.NBSP, " "),
            *((f"{together.TOGETHER}: {menu_words.numbers(partners)}.",) if partners else ()),
            *strings(activity.rationale),
            *(text for part in (activity.description, activity.expected_results) for text in _passage(part)),
            *(joined(phase.parts) for phase in activity.delivery),
            *_questions(edition, activity),
            *_indicators(edition, activity),
        ),
    )


def _passage(part: object) -> Iterator[str]:
    """An opening and its points, a paragraph each."""
    yield from strings(getattr(part, "intro", None))
    for point in getattr(part, "points", ()):
        yield joined(point)


def _questions(edition: Edition, activity: Activity) -> Iterator[str]:
    for question in edition.screening.questions if edition.screening else ():
        if question.activity == activity.id:
            yield question.text


def _indicators(edition: Edition, activity: Activity) -> Iterator[str]:
    for indicator in edition.indicators.indicators if edition.indicators else ():
        if indicator.activity == activity.id:
            yield indicator.name


def changes(log: ChangeLog) -> Iterator[SearchDocument]:
    """The page of a change log, and every entry that is more than wording."""
    url, title = urls.changes(log.old.id, log.new.id), words.pair_title(log.old, log.new)
    yield SearchDocument(url=url, title=title, group=ResultGroup.CHANGE)
    for entry in log.substantive:
        yield SearchDocument(
            url=f"{url}#{entry.key}",
            title=entry.title.replace(phrases.NBSP, " "),
            group=ResultGroup.CHANGE,
            part_of=title,
            summary=" ".join(entry.for_reader).replace(phrases.NBSP, " "),
            text=tuple(text for reason in entry.reasons for text in strings(reason.reason)),
        )
