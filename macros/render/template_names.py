"""What every template can name, beside the words: the programme, and what it asks of a record."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from macros.changes import Kind
from macros.facts import availability
from macros.model.changes import OpenQuestion
from macros.model.discrepancies import Discrepancy
from macros.model.edition import Edition, Erratum
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.render import listed, signs, views
from macros.render.addresses import ROOT, Addresses
from macros.render.context import Context
from macros.render.printed_pages import PrintedPages


def define_names(context: Context) -> None:
    """Give the templates of a context their names."""
    programme, guideline, templates = context.programme, context.guideline, context.templates
    templates.define(
        url=Addresses(ROOT),
        site_url=Addresses("{site}"),
        site_path=Addresses("/"),
        text_name=programme.editions[0].info.text_name if programme.editions else "",
        document=programme.catalogue.programme.long_name,
        plan_forms=context.plan_forms,
        asking=guideline.participation if listed.held(guideline) else None,
        pilot=listed.sizes(guideline),
        programme=programme,
        info=programme.catalogue.programme,
        decides=programme.body(programme.catalogue.programme.decides),
        role_groups=views.role_groups,
        printed_names=views.printed_names,
        month_span=availability.span,
        touched={entry.id: views.touched(programme, entry) for entry in programme.discrepancies},
        readings_on=views.readings_on,
        notes_of=programme.discrepancies_of,
        notes_of_all=programme.discrepancies_of_all,
        other_notes=partial(_other_notes, programme),
        tone=signs.tone,
        log_into=context.logs.into,
        came=partial(_came, context),
        counterparts=context.counterparts,
        errata_of=partial(_errata_of, _errata(programme)),
        asked_of=partial(_asked_of, context),
        source_of=context.source,
        rulings=context.rulings,
        force=context.force,
    )
    templates.define_filter("to_print", PrintedPages(templates, context.document))
    made = signs.Signs(templates)
    templates.define(
        diamond=templates.inline("_diamond"),
        url_edition=made.url_edition,
        url_package=made.url_package,
        url_activity=made.url_activity,
        number_link=made.number,
        member_of=made.member,
        shape=made.shape,
        status=made.status,
    )


def _other_notes(
    programme: Programme, edition: Edition, record: Package | Activity, placed: Iterable[str]
) -> tuple[Discrepancy, ...]:
    """Register entries of a record that stand beside none of the fields ``placed``."""
    shown = {entry.id for field in placed for entry in programme.discrepancies_of(edition, record, field)}
    return tuple(entry for entry in programme.discrepancies_of(edition, record) if entry.id not in shown)


def _came(context: Context, edition: Edition, activity: Activity) -> Kind | None:
    """How an activity came into ``edition``; ``None`` in the first edition, which has none before."""
    log = context.logs.into(edition)
    if log is None:
        return None
    changes = [change for entry in log.of_activity(activity.id) for change in entry.changes]
    return next((change.kind for change in changes if change.appears), Kind.ADDED)


def _errata(programme: Programme) -> dict[tuple[str, str], list[Erratum]]:
    """Errata by edition and by the id of the activity or package that they touch, or ``""``."""
    found: dict[tuple[str, str], list[Erratum]] = {}
    for edition in programme.editions:
        for erratum in edition.info.errata:
            found.setdefault((edition.id, erratum.activity or erratum.package or ""), []).append(erratum)
    return found


def _errata_of(
    errata: dict[tuple[str, str], list[Erratum]], edition: Edition, record: Package | Activity | None = None
) -> list[Erratum]:
    return errata.get((edition.id, record.id if record else ""), [])


def _asked_of(
    context: Context, edition: Edition, record: Package | Activity | None = None
) -> tuple[OpenQuestion, ...]:
    """Questions that a draft leaves open on a package or activity, or on the edition."""
    log = context.logs.into(edition)
    wanted = record.id if record else None
    return tuple(
        question
        for question in (log.questions if log else ())
        if (question.activity or question.package) == wanted
    )
