"""The site's own sentences use the words of ``terms.yml``, and none that they replace.

Printed wording keeps its own words: values of printed fields, and what a sentence quotes.

Good::

    terms.yml#words: [{use: kebun, instead_of: [ladang], why: Satu kata untuk satu hal.}]

Good::

    terms.yml#words: [{use: kebun, instead_of: [ladang], why: Satu kata untuk satu hal.}]
    editions/1/packages/1.yml#activities.0.lede: Bertanya tentang "ladang".

Bad::

    editions/1/packages/1.yml#activities.0.lede: Merawat ladang.
    terms.yml#words: [{use: kebun, instead_of: [ladang], why: Satu kata untuk satu hal.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model.base import Record
from macros.model.programme import Programme
from macros.model.terms import Terms

OWN = frozenset(
    {
        "about",
        "contact_note",
        "decides",
        "intro",
        "lede",
        "meaning",
        "note",
        "outside",
        "question",
        "rationale",
        "reason",
        "rule",
        "safe",
        "shown",
        "statements",
        "summary",
        "unknown",
        "unmet",
        "what",
        "why",
    }
)
"""Fields that hold sentences of the site; others are printed, names, or both."""


def check(programme: Programme) -> Iterator[Finding]:
    """Replaced words in the site's own sentences."""
    terms = programme.terms
    if not terms.words:
        return
    held: list[object] = [
        programme.catalogue,
        *programme.editions,
        *programme.discrepancies,
        *programme.changes,
    ]
    for root in (*held, programme.guideline, programme.registers):
        for record in records(root):
            yield from _in(record, terms)


def _in(record: Record, terms: Terms) -> Iterator[Finding]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        texts = [value] if isinstance(value, str) else value if isinstance(value, tuple) else []
        for index, text in enumerate(texts):
            if name in OWN and isinstance(text, str):
                path = (name,) if isinstance(value, str) else (name, index)
                for found in terms.replaced_in(text):
                    yield Finding(subject=record, path=path, message=found.message, hint=found.hint)


def records(root: object) -> Iterator[Record]:
    """A record and every record in it."""
    if isinstance(root, Record):
        yield root
        for name in type(root).model_fields:
            yield from records(getattr(root, name))
    elif isinstance(root, tuple):
        for item in root:
            yield from records(item)
