"""The word on which the force of a statement rests is one that ``terms.yml`` lists.

Good::

    guideline/planning.yml#steps.0.force: harus

Bad::

    guideline/planning.yml#steps.0.force: boleh

Bad::

    editions/1/packages/1.yml#activities.0.description.force: hrus
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model.base import Record
from macros.model.programme import Programme
from macros.source.problem import did_you_mean


def check(programme: Programme) -> Iterator[Finding]:
    """Words that stand for no force."""
    forces = programme.terms.forces
    for record, name in _stated(programme):
        word = getattr(record, name)
        if word is not None and word.lower() not in forces:
            yield Finding(
                subject=record,
                path=(name,),
                message=f'kata daya ikat "{word}" tidak ada di terms.yml.',
                hint=did_you_mean(word.lower(), forces) or f"Yang ada: {', '.join(forces)}.",
            )


def _stated(record: Record) -> Iterator[tuple[Record, str]]:
    """Every field below a record that holds such a word."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "force" or name.endswith("_force"):
            yield record, name
        elif isinstance(value, Record):
            yield from _stated(value)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Record):
                    yield from _stated(item)
