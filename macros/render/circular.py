"""The letter that announces what a new edition changes (section 3.3.1), as a draft with blanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from macros.changelog import Cluster, Group
from macros.model.catalogue import Body
from macros.model.guideline.base import RelativeDate, Timing
from macros.model.guideline.forms import Form
from macros.model.guideline.planning import Planning, PlanningDeadline
from macros.render.context import Context
from macros.render.registry import Place, macro
from macros.wording import circular as words
from macros.wording.data import headline

UNDATED = (99, 99, 99)
"""Sorts after every date of a cycle."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done in the planning cycle of a year; ``when`` is ``None`` where no date is printed."""

    what: str
    who: str | None
    when: str | None
    printed: str
    order: tuple[int, int, int]


@macro(Place.BLOCK)
def approval_rule(context: Context) -> Markup:
    """Lembaga yang menyetujui menu menurut aturan yang dipakai situs ini.

    Contoh: approval_rule()
    """
    rule = context.programme.catalogue.programme.approves_menu
    return context.templates.block("approval_rule", rule=rule, body=_approves_menu(context))


@macro(Place.PAGE)
def circular_page(context: Context, old: str, new: str) -> Markup:
    """Konsep surat pengantar perubahan menu, untuk dicetak.

    old: id edisi lama
    new: id edisi baru

    Contoh: circular_page("{old}", "{new}")
    """
    log = context.log(old, new)
    planning = context.guideline.planning
    said = _announcement(planning)
    groups = dict(log.groups)
    return context.templates.block(
        "circular_page",
        log=log,
        current=context.programme.current,
        pressing=[told for cluster in groups.get(Group.HARDER, ()) for told in _told(cluster)],
        harder=log.numbers["harder"],
        others=[
            (group, titles)
            for group in (Group.EASIER, Group.NEUTRAL)
            if (titles := _titles(groups.get(group, ())))
        ],
        dues=sorted(_dues(planning, log.new.info.fiscal_year), key=lambda one: one.order),
        notes=_notes(planning),
        forms=_forms_asked_for(context, planning),
        said=said,
        approves=_approves_menu(context),
    )


def _approves_menu(context: Context) -> Body | None:
    """The body whose approval the menu needs, where the programme says so."""
    rule = context.programme.catalogue.programme.approves_menu
    return context.programme.body(rule.body) if rule else None


def _forms_asked_for(context: Context, planning: Planning | None) -> list[Form]:
    ids = dict.fromkeys(form for step in (planning.steps if planning else ()) for form in step.forms)
    return [context.form(one) for one in ids]


def _told(cluster: Cluster) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Titles with what they mean; together where one meaning is of all."""
    if cluster.for_reader is not None:
        yield _titles([cluster]), cluster.for_reader
        return
    for entry in cluster.entries:
        yield [headline(entry.title, entry.kinds[0])], entry.for_reader


def _titles(clusters: Iterable[Cluster]) -> list[str]:
    return [headline(entry.title, entry.kinds[0]) for cluster in clusters for entry in cluster.entries]


def _announcement(planning: Planning | None) -> PlanningDeadline | None:
    """The printed time that this letter keeps."""
    if planning is None or planning.announces_menu is None:
        return None
    return next(one for one in planning.deadlines if one.id == planning.announces_menu)


def _dues(planning: Planning | None, year: int) -> Iterator[Due]:
    """Everything in the cycle of a year that has a time of its own."""
    if planning is None:
        return
    for step in planning.steps:
        if step.when is not None:
            yield _due(step.what, step.who.printed, step.when, year)
    for deadline in planning.deadlines:
        yield _due(deadline.what, deadline.who.printed if deadline.who else None, deadline.when, year)


def _due(what: str, who: str | None, when: Timing, year: int) -> Due:
    first = when.until or when.start
    return Due(what, who, words.due(when, year), when.printed, _order(first) if first else UNDATED)


def _order(date: RelativeDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day or 0


def _notes(planning: Planning | None) -> list[str]:
    """Register entries about what is listed, each once."""
    if planning is None:
        return []
    timed = [step.discrepancies for step in planning.steps if step.when is not None]
    return list(dict.fromkeys(chain(*timed, *(one.discrepancies for one in planning.deadlines))))
