"""What lets a printed form be filled in on the page: data for the script, and where the form goes.

The sheet itself is that of ``form``; the script puts controls where the paper has lines and boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.model.catalogue import Body
from macros.model.discrepancies import Discrepancy
from macros.model.edition import Edition, Indicator
from macros.model.guideline.forms import FieldKind, Form, FormOption, VisitValue
from macros.model.guideline.institutions import Contact
from macros.model.guideline.reporting import Recurring, ReportDeadline, ReportPeriod
from macros.model.menu import Activity, Package
from macros.render.context import Context
from macros.render.island import island
from macros.render.registry import Place, macro
from macros.wording import filling as words

QUARTERS = 4
MONTHS = 12
YEAR = re.compile(r"\b(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Due:
    """A report that a body hands in for a period."""

    period: ReportPeriod
    deadline: ReportDeadline


@dataclass(frozen=True, slots=True)
class Sending:
    """What one body hands in with a form, to whom, and by when; ``role`` is what other pages call it."""

    role: str
    body: Body
    to: tuple[Body, ...]
    tasks: tuple[Recurring, ...]
    reports: tuple[Due, ...]
    contacts: tuple[Contact, ...]


@macro(Place.BLOCK, alone=False)
def filling(context: Context, form: str) -> Markup:
    """Alat isian untuk formulir di halaman ini, dengan simpanan di perangkat.

    form: id formulir yang dicetak di halaman yang sama

    Contoh: filling("{form}")
    """
    found = context.form(form)
    chooses = VisitValue.PACKAGE in places(found) and context.programme.current is not None
    shown = {
        **words.WORDS,
        **(words.REPORT_WORDS if gathers(found) else {}),
        **(words.CHOICE_WORDS if chooses else {}),
    }
    return context.templates.block(
        "filling",
        form=found,
        gathers=gathers(found),
        chooses=chooses,
        page=island(_page(context, found)),
        words=island(shown),
    )


@macro(Place.BLOCK, alone=False)
def sending(context: Context, form: str) -> Markup:
    """Ke mana formulir diserahkan, oleh siapa, dan kapan; di bawah lembar yang diisi juga tombol cetak.

    form: id formulir

    Contoh: sending("{form}")
    """
    found = context.form(form)
    return context.templates.block("sending", form=found, sendings=_sendings(context, found))


def _sendings(context: Context, form: Form) -> list[Sending]:
    """Bodies that fill in a form, from the district up; those of the report calendar without a form's."""
    reporting = context.guideline.reporting
    if reporting is None or not reporting.periods:
        return []
    bodies = [deadline.body for deadline in reporting.periods[0].deadlines]
    found = []
    for body in bodies:
        tasks = tuple(task for task in reporting.recurring if _is_handing_in(task, form, body))
        reports = tuple(
            Due(period, deadline)
            for period in reporting.periods
            for deadline in period.deadlines
            if reporting.form == form.id and deadline.body == body
        )
        if not reports and body not in form.filled_by.bodies:
            continue
        to = dict.fromkeys(
            one
            for one in (
                *(task.to for task in tasks if reporting.form != form.id),
                *(one.deadline.to for one in reports),
            )
            if one
        )
        found.append(
            Sending(
                role=body.rpartition("-")[2],
                body=context.programme.body(body),
                to=tuple(context.programme.body(one) for one in to),
                tasks=() if reports else tasks,
                reports=reports,
                contacts=tuple(one for one in _contacts(context) if one.body in to),
            )
        )
    return found


def _contacts(context: Context) -> tuple[Contact, ...]:
    return context.guideline.bodies.contacts if context.guideline.bodies else ()


def _page(context: Context, form: Form) -> dict[str, object]:
    """What the script knows: the menu with its indicators, and what fields say of a visit."""
    edition = context.programme.current
    visits = [one for one in context.guideline.forms if VisitValue.DATE in places(one)]
    page: dict[str, object] = {
        "form": form.id,
        "label": form.label,
        "edition": edition.id if edition else "",
        "places": {part.value: place for part, place in places(form).items()},
    }
    if VisitValue.PACKAGE in places(form) and edition is not None:
        page["activities"] = [_activity_data(context, form, edition, one) for one in edition.activities]
    if gathers(form):
        page |= {
            "visits": {one.id: _visit_data(one) for one in visits},
            "halves": _halves(_periods(context), form),
            "years": _years(form),
            "indicators": {} if edition is None else _indicators(edition),
            "districts": _districts(context),
        }
    return page


def _periods(context: Context) -> tuple[ReportPeriod, ...]:
    return context.guideline.reporting.periods if context.guideline.reporting else ()


def _districts(context: Context) -> dict[str, str]:
    """Names of the listed districts by id, for the place that another page remembers."""
    locations = context.guideline.locations
    return (
        {}
        if locations is None
        else {one.id: one.name for province in locations.provinces for one in province.regencies}
    )


def _activity_data(context: Context, form: Form, edition: Edition, activity: Activity) -> dict[str, object]:
    package = edition.package_of(activity.id)
    rows = indicators(edition, activity)
    return {
        "id": activity.id,
        "name": f"{activity.number} {activity.name}",
        "package": number_on(form, package),
        "rows": [
            {
                "key": key,
                "name": row.name,
                "about": words.about_indicator(row, package if row.package else None),
            }
            for key, row in rows
        ],
        **({} if rows else {"none": words.no_indicator(_notes_on(context, edition, activity, package))}),
    }


def _notes_on(context: Context, edition: Edition, activity: Activity, package: Package) -> list[Discrepancy]:
    found = [
        *context.programme.discrepancies_of(edition, activity, "indicators"),
        *context.programme.discrepancies_of(edition, package, "indicators"),
    ]
    return list(dict.fromkeys(found))


def places(form: Form) -> dict[VisitValue, str]:
    """Where a form holds what: ``FIELD``, ``TABLE/COLUMN`` or ``TABLE/COLUMN__PART``."""
    found: dict[VisitValue, str] = {}
    for field in form.fields():
        if field.visit is not None:
            found[field.visit] = field.id
        for column in field.columns:
            if column.visit is not None:
                found[column.visit] = f"{field.id}/{column.id}"
            for part in column.parts:
                if part.visit is not None:
                    found[part.visit] = f"{field.id}/{column.id}__{part.id}"
    return found


def gathers(form: Form) -> bool:
    """Whether a form sums up visits."""
    return VisitValue.PROGRESS in places(form)


def indicators(edition: Edition, activity: Activity) -> list[tuple[str, Indicator]]:
    """The indicators of an activity, and those printed for its whole package, each with a key of its own."""
    package = edition.package_of(activity.id)
    return [
        (key, row) for key, row in _keyed(edition) if row.activity == activity.id or row.package == package.id
    ]


def number_on(form: Form, package: Package) -> str:
    """The number under which a form lists a package; the menu's own where it is not listed."""
    options = (option for field in form.fields() for option in field.options)
    return next((o.number for o in options if o.package == package.id and o.number), package.number)


def _keyed(edition: Edition) -> Iterator[tuple[str, Indicator]]:
    """Indicators with ``EDITION/SUBJECT/COUNT``."""
    counts: dict[str, int] = {}
    for row in edition.indicators.indicators if edition.indicators else ():
        subject = row.activity or row.package or ""
        counts[subject] = counts.get(subject, 0) + 1
        yield f"{edition.id}/{subject}/{counts[subject]}", row


def _indicators(edition: Edition) -> dict[str, dict[str, object]]:
    return {
        key: {"name": row.name, **({"count": True} if words.is_count(row) else {})}
        for key, row in _keyed(edition)
    }


def _is_handing_in(task: Recurring, form: Form, body: str) -> bool:
    """Whether a task hands in a form, or what was found with it, in the name of a body."""
    if task.to is None or task.who is None or body not in task.who.bodies:
        return False
    return form.id in task.forms or (not task.forms and body in form.filled_by.bodies)


def _visit_data(form: Form) -> dict[str, object]:
    fields = {field.id: field for field in form.fields()}
    where = places(form)
    sexes: tuple[FormOption, ...] = ()
    labels: dict[str, str] = {}
    for part, place in where.items():
        name, _, inner = place.partition("/")
        field = fields[name]
        if not inner:
            labels[part.value] = field.label or ""
            continue
        column = next(one for one in field.columns if one.id == inner.partition("__")[0])
        labels[part.value] = column.label
        if part is VisitValue.SEX:
            sexes = next(one.options for one in column.parts if one.visit is part)
    return {
        "label": form.label,
        "places": {part.value: place for part, place in where.items()},
        "labels": {key: labels[key] for key in words.GATHERED if key in labels},
        "quarters": [option.id for option in _options(form, VisitValue.QUARTER)],
        "years": _years(form),
        "sexes": {option.id: option.label for option in sexes},
    }


def _options(form: Form, part: VisitValue) -> tuple[FormOption, ...]:
    wanted = places(form).get(part)
    return next((field.options for field in form.fields() if field.id == wanted), ())


def _years(form: Form) -> dict[str, int]:
    """The years that a form has boxes for, by option."""
    found = ((option.id, YEAR.search(option.label)) for option in _options(form, VisitValue.YEAR))
    return {option: int(year[1]) for option, year in found if year is not None}


def _halves(periods: tuple[ReportPeriod, ...], form: Form) -> list[dict[str, object]]:
    """Periods of the report with the boxes of their quarters, which are printed in order."""
    options = [option.id for option in _options(form, VisitValue.QUARTER)]
    size = MONTHS // QUARTERS
    return [
        {
            "id": period.id,
            "label": words.half(period),
            "short": words.span(period),
            "from": period.start.month,
            "to": period.until.month,
            "quarters": options[(period.start.month - 1) // size : period.until.month // size],
        }
        for period in periods
    ]


def fillable(form: Form) -> Iterator[tuple[str, FieldKind, str | None]]:
    """Every place to write of a form: where, what kind, and the label of its own that is printed there."""
    for field in form.fields():
        if field.kind is FieldKind.TABLE:
            for column in field.columns:
                if not column.parts:
                    yield f"{field.id}/{column.id}", column.kind, column.label
                for part in column.parts:
                    yield f"{field.id}/{column.id}__{part.id}", part.kind, part.label
        elif field.kind not in {FieldKind.LIST, FieldKind.SIGNATURE}:
            yield field.id, field.kind, field.label
