"""Every field that an edition holds: which kind of change it makes, and when that change is substantive.

Substantive is what alters what one may ask for, who may ask, when, or with what (section 3.2.5); all else
is editorial. A test holds this table to the model: a new field must be weighed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from macros.changes.kinds import Kind
from macros.model.base import Alias, Record
from macros.model.edition import (
    EditionInfo,
    Indicator,
    Indicators,
    ListedElsewhere,
    Question,
    RoleNote,
    Screening,
)
from macros.model.menu import (
    Activity,
    Availability,
    Companion,
    Delivery,
    DeliveryPart,
    Footnote,
    Package,
    PackageTable,
    Passage,
    Point,
    TargetUnits,
)


class Weight(Enum):
    """When a difference of a value is substantive."""

    ALWAYS = auto()
    """Any difference; of records and lists: what their own fields say, and any difference in number."""
    WORDS = auto()
    """A text that says what one gets: unless nearly all words stay, see ``weigh.EDITORIAL_SHARE``."""
    SPELLING = auto()
    """A name or short phrase: unless spelling, capitals or punctuation alone differ."""
    WORDING = auto()
    """A text that explains: never."""
    NEVER = auto()
    """Never."""
    APART = auto()
    """Keeps the record, is no content: not told as a change at all."""
    IDENTITY = auto()
    """Says which record it is, or is compared on its own."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How a field is compared.

    ``kind`` is of fields of activities, packages and editions; fields of the records within are told as
    changes of the field that holds them. ``unordered`` lists are compared as sets.
    """

    weight: Weight
    kind: Kind | None = None
    unordered: bool = False


ALWAYS, WORDS, SPELLING = FieldRule(Weight.ALWAYS), FieldRule(Weight.WORDS), FieldRule(Weight.SPELLING)
NEVER, IDENTITY = FieldRule(Weight.NEVER), FieldRule(Weight.IDENTITY)
APART = FieldRule(Weight.APART, Kind.RECORD_KEEPING)
REFERENCES = FieldRule(Weight.ALWAYS, unordered=True)

FIELDS: Mapping[type[Record], Mapping[str, FieldRule]] = {
    Activity: {
        "id": IDENTITY,
        "number": FieldRule(Weight.NEVER, Kind.RENUMBERED),
        "name": FieldRule(Weight.SPELLING, Kind.RENAMED),
        "short_name": FieldRule(Weight.WORDING, Kind.RENAMED),
        "aliases": FieldRule(Weight.NEVER, Kind.ALIASES, unordered=True),
        "lede": FieldRule(Weight.WORDING, Kind.TEXT),
        "role": FieldRule(Weight.ALWAYS, Kind.ROLE),
        "minimal_set": FieldRule(Weight.ALWAYS, Kind.MINIMAL_SET),
        "target_units": FieldRule(Weight.ALWAYS, Kind.TARGET_UNITS),
        "delivery": FieldRule(Weight.ALWAYS, Kind.DELIVERY),
        "availability": FieldRule(Weight.ALWAYS),  # kinds: see ``compare``
        "rationale": FieldRule(Weight.WORDING, Kind.TEXT),
        "description": FieldRule(Weight.ALWAYS, Kind.TEXT),
        "expected_results": FieldRule(Weight.ALWAYS, Kind.TEXT),
        "implement_with": REFERENCES,  # kinds: see ``compare``
        "footnotes": FieldRule(Weight.ALWAYS, Kind.FOOTNOTES),
        "review": APART,
        "source": APART,
    },
    Package: {
        "id": IDENTITY,
        "number": FieldRule(Weight.NEVER, Kind.RENUMBERED),
        "name": FieldRule(Weight.SPELLING, Kind.RENAMED),
        "aliases": FieldRule(Weight.NEVER, Kind.ALIASES, unordered=True),
        "lede": FieldRule(Weight.WORDING, Kind.TEXT),
        "summary": FieldRule(Weight.WORDING, Kind.TEXT),
        "summary_force": FieldRule(Weight.SPELLING, Kind.TEXT),
        "outcomes": FieldRule(Weight.ALWAYS, Kind.OUTCOMES, unordered=True),
        "outputs": FieldRule(Weight.ALWAYS, Kind.OUTPUTS, unordered=True),
        "table": FieldRule(Weight.ALWAYS, Kind.TABLE),
        "source": APART,
        "activities": IDENTITY,
    },
    EditionInfo: {
        "id": IDENTITY,
        "fiscal_year": IDENTITY,
        "title": IDENTITY,
        "short_title": IDENTITY,
        "lede": IDENTITY,
        "text_name": IDENTITY,
        "status": IDENTITY,
        "approvals": IDENTITY,
        "availability_note": IDENTITY,
        "roles": FieldRule(Weight.ALWAYS, Kind.ROLE_NOTES),
        "listed_elsewhere": FieldRule(Weight.ALWAYS, Kind.LISTED_ELSEWHERE),
        "source": IDENTITY,
        "source_pages": IDENTITY,
        "digest": IDENTITY,
        "errata": IDENTITY,
    },
    Screening: {
        "rule": FieldRule(Weight.WORDS, Kind.SCREENING),
        "reading": APART,
        "source": APART,
        "questions": IDENTITY,
    },
    Indicators: {
        "source": APART,
        "indicators": IDENTITY,
    },
    Alias: {"name": NEVER, "where": NEVER},
    TargetUnits: {"kinds": REFERENCES, "printed": SPELLING},
    Delivery: {"phase": ALWAYS, "printed": NEVER, "parts": ALWAYS},
    DeliveryPart: {"text": WORDS, "bodies": REFERENCES, "funding": ALWAYS},
    Availability: {
        "month": ALWAYS,
        "stage": ALWAYS,
        "on_request": ALWAYS,
        "unknown": ALWAYS,
        "printed": NEVER,
    },
    Passage: {"intro": WORDS, "points": ALWAYS, "force": SPELLING},
    Point: {"title": SPELLING, "text": WORDS, "force": SPELLING},
    Footnote: {"mark": NEVER, "text": WORDS, "field": NEVER},
    Companion: {"activity": ALWAYS, "package": ALWAYS, "printed": NEVER},
    PackageTable: {"target_units": SPELLING, "fields": WORDS, "activities": WORDS, "expected_results": WORDS},
    RoleNote: {"role": ALWAYS, "name": SPELLING, "where": NEVER, "text": WORDS, "force": SPELLING},
    ListedElsewhere: {
        "number": NEVER,
        "name": SPELLING,
        "package": ALWAYS,
        "target_units": SPELLING,
        "where": NEVER,
        "discrepancy": NEVER,
    },
    Question: {
        "activity": ALWAYS,
        "package": ALWAYS,
        "shared": ALWAYS,
        "respondent": SPELLING,
        "text": WORDS,
        "shows_need": ALWAYS,
        "follow_up": ALWAYS,
        "options": WORDS,
        "note": NEVER,
    },
    Indicator: {
        "activity": ALWAYS,
        "package": ALWAYS,
        "name": WORDS,
        "source": NEVER,
        "collector": SPELLING,
        "frequency": SPELLING,
        "note": NEVER,
    },
}
ROWS: Mapping[str, FieldRule] = {
    "screening": FieldRule(Weight.ALWAYS, Kind.SCREENING),
    "indicators": FieldRule(Weight.ALWAYS, Kind.INDICATORS),
}
"""Rows of other files, told as fields of the activity or package that they belong to."""
TEXTS = frozenset({Weight.WORDS, Weight.SPELLING, Weight.WORDING})
"""Weights of values that are texts, compared word by word."""
