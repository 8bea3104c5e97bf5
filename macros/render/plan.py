"""The plan of a district or a province: what its page shows, and what its script is given (section 3.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from macros.facts import urls
from macros.facts.companions import Relations
from macros.model.edition import Edition
from macros.model.guideline.forms import FieldKind, Form, FormColumn, FormField, PlanValue
from macros.model.guideline.planning import PlanningStep
from macros.model.menu import Activity
from macros.render.context import Context
from macros.render.island import island
from macros.render.listed import held
from macros.render.registry import Place, macro
from macros.render.together import together_data
from macros.wording import plan as words
from macros.wording import workbooks as cells
from macros.wording.availability import status as status_word
from macros.wording.dates import MONTHS

HEADS = (PlanValue.YEAR, PlanValue.PROVINCE, PlanValue.DISTRICT)
MONEY = (PlanValue.DISTRICT_MONEY, PlanValue.VILLAGE_MONEY, PlanValue.REQUEST)
NUMBERS = (PlanValue.UNITS, PlanValue.WOMEN, PlanValue.MEN, *MONEY, PlanValue.PRIORITY)
SPAN = (PlanValue.FROM, PlanValue.UNTIL)


@macro(Place.BLOCK, alone=False)
def plan(context: Context) -> Markup:
    """Rencana permintaan: kegiatan yang dipilih, pemeriksaan, berkas, dan surat pengantar.

    Contoh: plan()
    """
    edition, forms = context.programme.current, context.plan_forms
    if edition is None or forms is None:
        return context.templates.block("plan_empty")
    district, province = forms
    kinds = {one: _kind(one) for one in words.FIELDS}
    return context.templates.block(
        "plan",
        edition=edition,
        heads={one.plan.value: one for one in district.fields() if one.plan in HEADS and one.plan},
        fields=[(key.value, label, kinds[key]) for key, label in words.FIELDS.items()],
        months=MONTHS,
        district=district,
        province=province,
        summary=next(_tables(province)),
        letters=[
            (level, form, _step(context, form)) for (level, _), form in zip(words.LEVELS, forms, strict=True)
        ],
        places=context.guideline.locations.provinces if context.guideline.locations else (),
        given=island(_given(context, edition, district, province)),
    )


def _step(context: Context, form: Form) -> PlanningStep | None:
    """The last step of the planning cycle that names a form: that which hands it in."""
    planning = context.guideline.planning
    return next((one for one in reversed(planning.steps if planning else ()) if form.id in one.forms), None)


def _given(context: Context, edition: Edition, district: Form, province: Form) -> dict[str, Any]:
    """What the script works with; it holds no rule, name or sentence of its own."""
    relations = Relations(edition)
    (summary,) = _tables(province)
    return {
        "menu": {
            "edition": edition.id,
            "year": edition.info.fiscal_year,
            "activities": [_activity(edition, one, relations) for one in edition.activities],
        },
        "months": list(MONTHS),
        "district": {
            "file": urls.workbook(district.id),
            "name": district.label,
            "fields": _fields(district),
            "heads": {one.plan: one.label for one in district.fields() if one.plan},
            "columns": [
                {**_column(column), "table": table.id}
                for table in _tables(district)
                for column in table.columns
                if column.plan
            ],
        },
        "province": {
            "file": urls.workbook(province.id),
            "name": province.label,
            "fields": _fields(province),
            "table": summary.id,
            "own": next((row.label for row in summary.rows), words.LEVELS[1][1]),
            "columns": [_column(column) for column in summary.columns if column.plan],
        },
        "places": urls.PLACE_LIST if held(context.guideline) else None,
        "labels": {key.value: label for key, label in words.FIELDS.items()},
        "words": words.SCRIPT,
    }


def _tables(form: Form) -> Iterator[FormField]:
    return (field for field in form.fields() if field.kind is FieldKind.TABLE)


def _fields(form: Form) -> dict[str, str]:
    """Which field of a form holds what of a plan."""
    return {one.plan.value: one.id for one in form.fields() if one.plan}


def _column(column: FormColumn) -> dict[str, str | None]:
    return {"key": column.plan.value if column.plan else None, "column": column.id, "label": column.label}


def _activity(edition: Edition, activity: Activity, relations: Relations) -> dict[str, Any]:
    """An activity with its printed companions, and what the chain would add."""
    since = cells.since(activity.availability)
    return {
        "id": activity.id,
        "number": activity.number,
        "name": activity.name,
        "units": activity.target_units.printed,
        "since": since if activity.availability.month else status_word(activity.availability),
        "month": activity.availability.month,
        **together_data(edition, relations, activity),
    }


def _kind(value: PlanValue) -> str:
    if value in SPAN:
        return "month"
    if value in NUMBERS:
        return "money" if value in MONEY else "number"
    return "long" if value is PlanValue.REASON else "text"
