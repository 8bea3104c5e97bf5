"""The table of fields is held to the model, and every value of an edition to the comparison."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

import pytest

from macros.changes import FIELDS, Weight, apply, canonical_edition, compare, digest
from macros.changes.fields import ROWS
from macros.changes.weigh import spelled_alike
from macros.model.base import Record, SourceRef
from macros.model.edition import Approval, Edition, Erratum
from macros.model.menu import Review
from tests.changes.build import build

APART = {SourceRef, Review, Approval, Erratum}
"""Records that keep the record only; the fields that hold them say so."""
WHOLE = {
    "a": {
        "short_name": "Kursus",
        "aliases": [{"name": "Lain", "where": ["Tabel 5"]}],
        "target_units": {"kinds": ["desa"], "printed": "Desa"},
        "delivery": [
            {
                "phase": "design",
                "printed": "Perancangan",
                "parts": [{"text": "Komite", "bodies": ["komite"], "funding": ["APBN"]}],
            }
        ],
        "availability": {"month": "2030-02", "stage": "prototype", "printed": "Februari"},
        "description": {"intro": "Isi.", "points": [{"title": "Satu", "text": "Butir."}]},
        "implement_with": [{"activity": "b", "printed": "1.2"}, {"package": "paket-1"}],
        "footnotes": [{"mark": "a", "text": "Catatan.", "field": "name"}],
        "review": {"state": "reviewed", "date": "2030-01-02", "by": "Komite"},
        "source": {"section": "Bab 1", "page": 3},
    },
    "b": {"availability": {"on_request": True}},
    "packages": {
        "paket-1": {
            "aliases": [{"name": "Lain", "where": ["Tabel 5"]}],
            "table": {
                "target_units": "Desa",
                "fields": ["Rencana"],
                "activities": ["Kursus"],
                "expected_results": ["Hasil"],
            },
        }
    },
    "info": {
        "roles": [{"role": "core", "name": "Utama", "where": "Bab 1", "text": "Mulai di sini."}],
        "listed_elsewhere": [
            {
                "number": "6.2",
                "name": "Layanan",
                "package": "paket-1",
                "target_units": "Desa",
                "where": "Tabel 5",
                "discrepancy": "A1",
            }
        ],
        "approvals": [{"body": "komite", "date": "2030-01-01", "decision": "1", "note": "Disahkan."}],
        "source_pages": "1",
    },
    "screening": {
        "questions": [
            {
                "activity": "a",
                "respondent": "Camat",
                "text": "Perlu?",
                "shows_need": "yes",
                "note": "Catatan.",
            },
            {"package": "paket-1", "respondent": "Camat", "text": "Perlu?", "shows_need": "text"},
        ]
    },
    "indicators": {
        "indicators": [
            {
                "activity": "a",
                "name": "Jumlah",
                "source": ["Desa"],
                "collector": "Dinas",
                "frequency": "Tahunan",
                "note": "Catatan.",
            },
            {"package": "paket-1", "name": "Jumlah"},
        ]
    },
}


def reachable(model: type[Record]) -> Iterator[type[Record]]:
    """A record class and every one that its fields hold."""
    yield model
    for field in model.model_fields.values():
        for part in arguments(field.annotation):
            if isinstance(part, type) and issubclass(part, Record):
                yield from reachable(part)


def arguments(annotation: Any) -> Iterator[Any]:
    """A type and everything inside its brackets."""
    yield annotation
    for inner in get_args(annotation):
        yield from arguments(inner)


def test_every_field_of_an_edition_is_weighed() -> None:
    """A new field fails here until the table says what its change means."""
    assert set(reachable(Edition)) - APART == {*FIELDS, Edition}
    for model, rules in FIELDS.items():
        assert list(rules) == list(model.model_fields), model.__name__
    assert set(Edition.model_fields) == {"info", "packages", *ROWS}


def test_fields_that_are_told_have_a_kind() -> None:
    """Fields of activities, packages and editions; those within are told as the field that holds them."""
    told = [
        (model.__name__, name)
        for model, rules in FIELDS.items()
        for name, rule in rules.items()
        if model.__name__ in {"Activity", "Package", "EditionInfo", "Screening", "Indicators"}
        and rule.weight is not Weight.IDENTITY
        and rule.kind is None
    ]
    assert told == [("Activity", "availability"), ("Activity", "implement_with")]


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every plain value of a dumped record with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path, value


def other(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, Enum):
        return next((member for member in type(value) if member is not value), None)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return {"2030-02": "2030-03", "2030-01-01": "2030-01-02", "2030-01-02": "2030-01-03"}.get(
        value, f"{value}9"
    )


def changed(dumped: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A dumped record with another value at one place."""
    if not path:
        return value
    if isinstance(dumped, dict):
        return {**dumped, path[0]: changed(dumped[path[0]], path[1:], value)}
    items = list(dumped)
    items[path[0]] = changed(items[path[0]], path[1:], value)
    return items


DUMPED = build(WHOLE, 2030).model_dump()
PLACES = [path for path, value in leaves(DUMPED) if value is not None]
HEADING = {
    "id",
    "fiscal_year",
    "title",
    "short_title",
    "lede",
    "text_name",
    "status",
    "approvals",
    "source",
    "source_pages",
}


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_a_change_of_any_value_is_seen_and_kept(path: tuple[Any, ...]) -> None:
    """One value changed: the comparison holds it, ``apply`` brings it back, the digest differs."""
    value = DUMPED
    for part in path:
        value = value[part]
    old = build(WHOLE, 2030)
    edited = changed(DUMPED, path, other(value))
    if path[-2] == "availability" and isinstance(value, bool):
        edited = changed(DUMPED, path[:-1], {"unknown": True})
    new = Edition.model_validate(edited)
    found = compare(old, new)
    heading = path[0] == "info" and path[1] in HEADING
    assert bool(found.changes or found.record_keeping) is not heading
    assert canonical_edition(apply(old, found)) == canonical_edition(new)
    assert (digest(old) == digest(new)) is (path == ("info", "status"))


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("Kursus Camat", "kursus, camat.", True),
        ("Kursus Camat", "Kursus", False),
        ("Kursus", "Kursus Camat", False),
        ("Pengembagan", "Pengembangan", True),
        ("Pengembangan", "Pengembagan", True),
        ("Pengembanagn", "Pengembangan", True),
        ("Pengembengan", "Pengembangan", True),
        ("Pengembengen", "Pengembangan", False),
        ("Pengemban", "Pengembangan", False),
        ("pengembangan", "engembangan", True),
        ("pengembangan", "pengembanga", True),
        ("pengembangan", "npegembangan", False),
        ("abcdef", "abdcxf", False),
        ("abcde", "abced", True),
        ("abcde", "bacde", True),
        ("abcde", "abcd", False),
        ("abcdef", "abcde", True),
        ("pengembangan", "pengembaangan", True),
        ("pengembaangan", "pengembangan", True),
        ("abcdef", "xbcdez", False),
        ("kota", "kata", False),
        ("kotak", "katak", True),
        ("tahun 2017", "tahun 2018", False),
        ("tahap1", "tahap2", False),
        ("satu dua", "dua satu", False),
        ("", "", True),
    ],
)
def test_a_misspelling_is_told_from_another_word(old: str, new: str, alike: bool) -> None:  # noqa: FBT001
    """One letter in a long word without digits, or capitals and punctuation."""
    assert spelled_alike(old, new) is alike
