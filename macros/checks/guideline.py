"""Every id that a table or form of the guideline names exists, and stands once in its list.

Good::

    guideline/planning.yml#steps.0.who: {printed: Komite Kebun, bodies: [komite]}

Bad::

    guideline/planning.yml#steps.0.who: {printed: Komite Kebun, bodies: [panitia]}

Bad::

    guideline/planning.yml#steps.0.forms: [lampiran-9]

Bad::

    guideline/planning.yml#discrepancies: [A9]

Bad::

    guideline/planning.yml#deadlines.1.id: rapat

Bad::

    guideline/calendar.yml#steps.0.step: "9"

Bad::

    guideline/calendar.yml#steps.0.acts: [kampung]
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from macros.checks.finding import Finding
from macros.checks.values import unresolved
from macros.model.base import Record
from macros.model.guideline.forms import Form, FormSection
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme

MENU = {"package": "paket", "activity": "kegiatan"}
"""Fields that name a record of the menu edition of their file."""
NOTE = "catatan"
NAMES = {
    "body": "lembaga",
    "bodies": "lembaga",
    "body_row": "baris lembaga",
    "to": "lembaga",
    "kinds": "jenis unit",
    "contact": "lembaga",
    "step": "langkah",
    "deadline": "waktu",
    "acts": "peran",
    "follows": "peran",
    "criterion": "kriteria",
    "outcome": "capaian",
    "output": "keluaran",
    "edition": "edisi",
    "form": "formulir",
    "forms": "formulir",
    "summarises": "formulir",
    "laws": "peraturan",
    "discrepancies": NOTE,
}
"""Fields that name a record elsewhere, and what they name; a form sees to its ``sum_of`` itself, a drawing to
its ``hub``, ``start`` and ``end``."""
Known = Mapping[str, Collection[str]]


def check(programme: Programme) -> Iterator[Finding]:
    """References that lead nowhere and ids that stand twice."""
    guideline = programme.guideline
    known = _known(programme, guideline)
    for part in guideline.parts():
        yield from _record(part, {**known, **_menu(programme, getattr(part, "edition", None))})


def _known(programme: Programme, guideline: Guideline) -> dict[str, Collection[str]]:
    catalogue = programme.catalogue
    return {
        "lembaga": [body.id for body in catalogue.bodies],
        "baris lembaga": [row.id for row in guideline.bodies.rows] if guideline.bodies else [],
        "jenis unit": [kind.id for kind in catalogue.target_unit_kinds],
        "capaian": [outcome.id for outcome in catalogue.outcomes],
        "keluaran": [output.id for output in catalogue.outputs],
        "edisi": [edition.id for edition in programme.editions],
        "formulir": [form.id for form in guideline.forms],
        "peraturan": [law.id for law in guideline.legal.laws] if guideline.legal else [],
        "langkah": [step.number for step in guideline.planning.steps] if guideline.planning else [],
        "waktu": [one.id for one in guideline.planning.deadlines] if guideline.planning else [],
        "peran": [role.id for role in guideline.calendar.roles] if guideline.calendar else [],
        "kriteria": [one.id for one in guideline.criteria.criteria] if guideline.criteria else [],
        NOTE: [discrepancy.id for discrepancy in programme.discrepancies],
    }


def _menu(programme: Programme, edition_id: str | None) -> Known:
    """Packages and activities of the edition that a file names; without an edition it may name none."""
    editions = [edition for edition in programme.editions if edition.id == edition_id]
    return {
        "paket": [package.id for edition in editions for package in edition.packages],
        "kegiatan": [activity.id for edition in editions for activity in edition.activities],
    }


def _record(record: Record, known: Known) -> Iterator[Finding]:
    if isinstance(record, Form):
        yield from _twice(tuple(record.fields()))  # a field's id stands once in its whole form
    for name in type(record).model_fields:
        value = getattr(record, name)
        kind = NAMES.get(name) or MENU.get(name)
        if isinstance(value, Record):
            yield from _record(value, known)
        elif isinstance(value, str) and kind is not None:
            yield from unresolved(record, (name,), value, known[kind], kind)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            if not isinstance(record, FormSection):
                yield from _twice(value)
            for item in value:
                yield from _record(item, known)
        elif isinstance(value, tuple) and kind is not None:
            for index, item in enumerate(value):
                yield from unresolved(record, (name, index), item, known[kind], kind)


def _twice(records: tuple[Record, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for record in records:
        own = getattr(record, "id", None)
        if own in seen:
            yield Finding(
                subject=record,
                path=("id",),
                message=f'id "{own}" sudah dipakai dalam daftar ini.',
                hint="Beri id lain.",
            )
        if own is not None:
            seen.add(own)
