"""Values as plain data in one form, whatever the file looked like: the ground of comparing and freezing.

Runs of blanks are one blank and empty lines nothing; lists that are sets are sorted; packages and
activities follow printed numbers, screening questions and indicators the entry they belong to; what a
default says is left out, so that a field that the model gains later changes no digest.
"""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from typing import Any

from macros.changes.fields import FIELDS
from macros.changes.rows import (
    activities_in_order,
    indicators_by_subject,
    packages_in_order,
    questions_by_subject,
)
from macros.changes.textdiff import plain
from macros.model.base import Record
from macros.model.edition import Edition

Plain = Any
"""Plain data: what ``json`` can write."""
UNFROZEN = ("status", "digest", "errata")
"""Fields of ``edition.yml`` that may change after approval: they tell what became of the edition."""


def same(old: object, new: object, *, unordered: bool = False) -> bool:
    """Whether two values of one field say the same."""
    return old == new or canonical(old, unordered=unordered) == canonical(new, unordered=unordered)


def canonical(value: object, *, unordered: bool = False) -> Plain:
    """A value of the model as plain data; an ``unordered`` list is a set."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        items = [canonical(item) for item in value]
        return sorted(items, key=_as_json) if unordered else items
    if isinstance(value, Record):
        rules = FIELDS.get(type(value), {})
        return {
            name: canonical(held, unordered=name in rules and rules[name].unordered)
            for name, field in type(value).model_fields.items()
            if (held := getattr(value, name)) != field.default
        }
    return value


def canonical_edition(edition: Edition) -> Plain:
    """A whole edition as plain data, independent of the order of files and entries."""
    content: dict[str, Plain] = {
        "info": canonical(edition.info),
        "packages": [
            {**canonical(package), "activities": [canonical(a) for a in activities_in_order(package)]}
            for package in packages_in_order(edition)
        ],
    }
    if edition.screening:
        questions = questions_by_subject(edition)
        rows = [canonical(questions[subject]) for subject in sorted(questions)]
        content["screening"] = {**canonical(edition.screening), "questions": rows}
    if edition.indicators:
        indicators = indicators_by_subject(edition)
        rows = [canonical(indicators[subject]) for subject in sorted(indicators)]
        content["indicators"] = {**canonical(edition.indicators), "indicators": rows}
    return content


def digest(edition: Edition) -> str:
    """``sha256:`` and the digest of all that an edition says; its status and errata stand outside."""
    content = canonical_edition(edition)
    for name in UNFROZEN:
        content["info"].pop(name, None)
    return fingerprint(content)


def fingerprint(content: Plain) -> str:
    """``sha256:`` and the digest of plain data, whatever the order of its keys."""
    return f"sha256:{hashlib.sha256(_as_json(content).encode()).hexdigest()}"


def _as_json(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
