"""The guideline's tables, forms and lists as JSON, one file each, in the vocabulary of the YAML files."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.artifact import Artifact
from macros.exports.editions import to_json
from macros.exports.shapes import stated
from macros.facts import urls
from macros.model.base import Record
from macros.model.guideline.guideline import PARTS, Guideline
from macros.model.programme import Programme


def export(programme: Programme) -> Iterator[Artifact]:
    """``api/v1/guideline/NAME.json`` for every file that the guideline has."""
    terms = programme.terms
    for name, record in files(programme.guideline):
        data = stated(record.model_dump(mode="json"), terms)
        yield Artifact(urls.api("guideline", name), to_json(data))


def files(guideline: Guideline) -> Iterator[tuple[str, Record]]:
    """Name and record of every file; forms and frozen texts by their ids."""
    for name in PARTS:
        record: Record | None = getattr(guideline, name)
        if record is not None:
            yield name, record
    if guideline.decisions is not None:
        yield "decisions", guideline.decisions
    yield from ((form.id, form) for form in guideline.forms)
    yield from ((f"text-{text.revision}", text) for text in guideline.texts)
