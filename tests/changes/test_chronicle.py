"""Lineage over many years: the proof that ids are accounted for, successors and histories."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from macros.changes import (
    Chronicle,
    Flaw,
    Kind,
    Lineage,
    Subject,
    apply,
    canonical,
    compare,
    digest,
    gaps,
    history,
)
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition
from tests.changes.build import build


def activity(key: str) -> Subject:
    """An activity by id."""
    return Subject(kind=SubjectKind.ACTIVITY, id=key)


def package(key: str) -> Subject:
    """A package by id."""
    return Subject(kind=SubjectKind.PACKAGE, id=key)


def notes(old: int, *entries: dict[str, Any]) -> ChangeNotes:
    """The notes from one year to the next."""
    return ChangeNotes.model_validate(
        {"old": str(old), "new": str(old + 1), "date": "2030-01-02", "lineage": entries}
    )


def flaws(
    old: dict[str, Any], new: dict[str, Any], *entries: dict[str, Any], past: tuple[dict[str, Any], ...] = ()
) -> list[tuple[Flaw, str, int | None]]:
    """Everything that is not accounted for between two editions."""
    earlier = [build(short, 2020 + index) for index, short in enumerate(past)]
    declared = notes(2030, *entries) if entries else None
    found = gaps(build(old, 2030), build(new, 2031), declared, earlier)
    return [(gap.flaw, gap.subject.id, gap.entry) for gap in found]


A, AB, AC, ABC, C = (dict.fromkeys(keys) for keys in ("a", "ab", "ac", "abc", "c"))


@pytest.mark.parametrize(
    ("old", "new", "entries", "past", "expected"),
    [
        (A, A, [], [], []),
        (A, AB, [], [], []),
        (AB, A, [], [], [(Flaw.UNACCOUNTED, "b", None)]),
        (AB, A, [{"event": "ended", "ids": ["b"]}], [], []),
        (AB, AC, [{"event": "ended", "ids": ["b"], "successors": ["c"]}], [], []),
        (AB, A, [{"event": "ended", "ids": ["b"], "successors": ["c"]}], [], [(Flaw.DANGLING, "c", 0)]),
        (AB, AB, [{"event": "ended", "ids": ["b"]}], [], [(Flaw.STILL_THERE, "b", 0)]),
        (A, A, [{"event": "ended", "ids": ["x"]}], [], [(Flaw.UNKNOWN, "x", 0)]),
        (AB, C, [{"event": "merged", "ids": ["a", "b"], "successors": ["c"]}], [], []),
        (AB, A, [{"event": "merged", "ids": ["b"], "successors": ["a"]}], [], []),
        (AB, AC, [{"event": "merged", "ids": ["b"], "successors": ["c"]}], [], [(Flaw.NOT_MERGED, "b", 0)]),
        (
            AB,
            C,
            [
                {"event": "merged", "ids": ["a"], "successors": ["c"]},
                {"event": "merged", "ids": ["b"], "successors": ["c"]},
            ],
            [],
            [],
        ),
        (A, {"b": None, "c": None}, [{"event": "split", "ids": ["a"], "successors": ["b", "c"]}], [], []),
        (A, AB, [{"event": "split", "ids": ["a"], "successors": ["b"], "partial": True}], [], []),
        (
            A,
            C,
            [{"event": "split", "ids": ["a"], "successors": ["c"], "partial": True}],
            [],
            [(Flaw.NOT_THERE, "a", 0)],
        ),
        (
            A,
            AB,
            [{"event": "split", "ids": ["a"], "successors": ["a", "b"], "partial": True}],
            [],
            [(Flaw.CYCLE, "a", 0)],
        ),
        (
            AB,
            AB,
            [
                {"event": "split", "ids": ["a"], "successors": ["b"], "partial": True},
                {"event": "split", "ids": ["b"], "successors": ["a"], "partial": True},
            ],
            [],
            [(Flaw.CYCLE, "a", 0), (Flaw.CYCLE, "b", 1)],
        ),
        (
            ABC,
            ABC,
            [
                {"event": "split", "ids": ["a"], "successors": ["b"], "partial": True},
                {"event": "split", "ids": ["b"], "successors": ["c"], "partial": True},
            ],
            [],
            [],
        ),
        (
            AB,
            A,
            [{"event": "ended", "ids": ["b"]}, {"event": "merged", "ids": ["b"], "successors": ["a"]}],
            [],
            [(Flaw.TWICE, "b", 1)],
        ),
        (A, AB, [], [AB], [(Flaw.RETURNED, "b", None)]),
        (A, AB, [{"event": "reinstated", "ids": ["b"]}], [AB], []),
        (A, AB, [{"event": "reinstated", "ids": ["b"]}], [], [(Flaw.NOT_RETURNED, "b", 0)]),
        (A, A, [{"event": "reinstated", "ids": ["b"]}], [AB], [(Flaw.NOT_RETURNED, "b", 0)]),
        (AB, AB, [{"event": "reinstated", "ids": ["b"]}], [AB], [(Flaw.NOT_RETURNED, "b", 0)]),
        (AB, AB, [], [AB], []),
        (
            {"a": {"in": "paket-1"}},
            {"a": {"in": "paket-2"}},
            [{"event": "ended", "subject": "package", "ids": ["paket-1"], "successors": ["paket-2"]}],
            [],
            [],
        ),
        (
            {"a": {"in": "paket-1"}},
            {"a": {"in": "paket-2"}},
            [{"event": "ended", "ids": ["paket-1"]}],
            [],
            [(Flaw.UNKNOWN, "paket-1", 0), (Flaw.UNACCOUNTED, "paket-1", None)],
        ),
    ],
)
def test_every_id_is_accounted_for(
    old: dict[str, Any],
    new: dict[str, Any],
    entries: list[dict[str, Any]],
    past: list[dict[str, Any]],
    expected: list[tuple[Flaw, str, int | None]],
) -> None:
    """Each case names every flaw of a declared lineage; none is the proof."""
    assert flaws(old, new, *entries, past=tuple(past)) == expected


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"event": "merged", "ids": ["a"]}, "tepat satu"),
        ({"event": "merged", "ids": ["a"], "successors": ["b", "c"]}, "tepat satu"),
        ({"event": "split", "ids": ["a"], "successors": ["b"]}, "paling sedikit dua"),
        ({"event": "split", "ids": ["a"], "partial": True}, "paling sedikit dua"),
        ({"event": "split", "ids": ["a", "b"], "successors": ["c", "d"]}, "satu id"),
        ({"event": "ended", "ids": ["a"], "partial": True}, "hanya bersama"),
        ({"event": "reinstated", "ids": ["a"], "successors": ["b"]}, "tidak punya"),
        ({"event": "ended", "ids": ["a"], "subject": "edition"}, "activity atau package"),
        ({"event": "ended", "ids": []}, "at least 1"),
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(entry: dict[str, Any], message: str) -> None:
    """The model says what an event needs."""
    with pytest.raises(ValueError, match=message):
        notes(2030, entry)


YEARS = (
    build({"a": {"name": "Awal"}, "b": None}, 2030),
    build({"c": None, "b": None}, 2031),
    build({"d": None, "e": None, "b": {"role": "core"}}, 2032),
    build({"e": None, "d": {"in": "paket-2"}, "f": {"in": "paket-2"}, "a": {"name": "Kembali"}}, 2033),
)
BETWEEN = (
    notes(2030, {"event": "ended", "ids": ["a"], "successors": ["c"]}),
    notes(2031, {"event": "split", "ids": ["c"], "successors": ["d", "e"]}),
    notes(
        2032,
        {"event": "merged", "ids": ["b"], "successors": ["e"]},
        {"event": "split", "ids": ["d"], "successors": ["f"], "partial": True},
        {"event": "reinstated", "ids": ["a"]},
    ),
)


@pytest.fixture
def chronicle() -> Chronicle:
    """The four years, given in the wrong order."""
    return Chronicle(reversed(YEARS), BETWEEN)


@pytest.mark.parametrize(
    ("key", "old", "new", "expected"),
    [
        ("a", "2030", "2030", ["a"]),
        ("a", "2030", "2031", ["c"]),
        ("a", "2030", "2032", ["d", "e"]),
        ("a", "2030", "2033", ["a", "e", "d", "f"]),
        ("b", "2030", "2032", ["b"]),
        ("b", "2030", "2033", ["e"]),
        ("b", "2032", "2033", ["e"]),
        ("d", "2032", "2033", ["d", "f"]),
        ("c", "2030", "2031", []),
        ("x", "2030", "2033", []),
        ("a", "2031", "2033", []),
        ("d", "2032", "2030", ["a"]),
        ("e", "2033", "2030", ["a", "b"]),
        ("e", "2033", "2032", ["e", "b"]),
        ("a", "2033", "2030", ["a"]),
    ],
)
def test_successors_are_followed_over_the_years(
    chronicle: Chronicle, key: str, old: str, new: str, expected: list[str]
) -> None:
    """By lineage, forwards and backwards, itself first, then in printed order."""
    assert [subject.id for subject in chronicle.successors(activity(key), old, new)] == expected


def test_editions_stand_by_year_and_in_pairs(chronicle: Chronicle) -> None:
    """However they were given."""
    assert [edition.id for edition in chronicle.editions] == ["2030", "2031", "2032", "2033"]
    assert [(old.id, new.id) for old, new in chronicle.pairs] == [
        ("2030", "2031"),
        ("2031", "2032"),
        ("2032", "2033"),
    ]
    assert chronicle.notes("2030", "2031") is BETWEEN[0]
    assert chronicle.notes("2030", "2032") is None


def told(chronicle: Chronicle, old: str, new: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Events between two editions of the chronicle."""
    return [
        (change.subject.id, str(change.kind), change.successors or change.predecessors)
        for change in chronicle.comparison(old, new).changes
        if change.is_event and change.subject.kind is SubjectKind.ACTIVITY
    ]


def test_consecutive_editions_are_compared_with_their_lineage(chronicle: Chronicle) -> None:
    """What came back is known from the years before."""
    assert told(chronicle, "2032", "2033") == [
        ("e", "merged", ("b",)),
        ("a", "reinstated", ()),
        ("b", "merged", ("e",)),
        ("d", "split", ("f",)),
        ("f", "split", ("d",)),
    ]
    assert chronicle.comparison("2032", "2033") is chronicle.comparison("2032", "2033")


def test_any_two_editions_are_compared_with_the_lineage_between_them(chronicle: Chronicle) -> None:
    """Over two years ``a`` was split, though it ended first and its successor was split later."""
    assert told(chronicle, "2030", "2032") == [
        ("a", "split", ("d", "e")),
        ("d", "split", ("a",)),
        ("e", "split", ("a",)),
    ]
    assert ("a", "reinstated", ()) in told(chronicle, "2031", "2033")


def test_editions_are_compared_backwards_too(chronicle: Chronicle) -> None:
    """Nothing counts as reinstated when looking back."""
    assert told(chronicle, "2031", "2030") == [("a", "added", ("c",)), ("c", "ended", ("a",))]
    assert told(chronicle, "2033", "2032") == [
        ("d", "merged", ("f",)),
        ("a", "ended", ()),
        ("e", "split", ("b",)),
        ("b", "split", ("e",)),
        ("f", "merged", ("d",)),
    ]


def test_an_edition_may_be_compared_with_itself(chronicle: Chronicle) -> None:
    """There is no lineage from an edition to itself, and no change."""
    assert chronicle.lineage("2031", "2031").links == frozenset()
    assert chronicle.comparison("2031", "2031").changes == ()


def test_an_unknown_edition_is_an_error(chronicle: Chronicle) -> None:
    """There is nothing to compare."""
    with pytest.raises(KeyError):
        chronicle.comparison("2030", "2040")


def moments(chronicle: Chronicle, key: str) -> list[tuple[str, str | None, str | None, list[str]]]:
    """A history as edition, number, package and kinds of change."""
    return [
        (
            moment.edition.id,
            moment.record.number if moment.record else None,
            moment.package,
            [str(change.kind) for change in moment.changes],
        )
        for moment in chronicle.history(activity(key))
    ]


def test_the_history_of_an_id_spans_all_editions(chronicle: Chronicle) -> None:
    """From its first edition, over the one where it vanished, to the one where it is back."""
    assert moments(chronicle, "a") == [
        ("2030", "1.1", "paket-1", []),
        ("2031", None, None, ["ended"]),
        ("2033", "1.2", "paket-1", ["reinstated"]),
    ]
    assert moments(chronicle, "d") == [
        ("2032", "1.1", "paket-1", ["split"]),
        ("2033", "2.1", "paket-2", ["split", "moved", "renumbered"]),
    ]
    assert moments(chronicle, "b") == [
        ("2030", "1.2", "paket-1", []),
        ("2031", "1.2", "paket-1", []),
        ("2032", "1.3", "paket-1", ["renumbered", "role"]),
        ("2033", None, None, ["merged"]),
    ]
    assert moments(chronicle, "x") == []


def test_packages_have_a_history_too(chronicle: Chronicle) -> None:
    """And the edition has none of its own."""
    found = chronicle.history(package("paket-2"))
    assert [(moment.edition.id, moment.package) for moment in found] == [("2033", "paket-2")]
    assert chronicle.history(Subject(kind=SubjectKind.EDITION)) == ()


def test_rows_alone_make_no_history() -> None:
    """An id that only an indicator names was never offered."""
    rows = {"indicators": [{"activity": "x", "name": "Jumlah"}]}
    editions = (build({"a": None}, 2030), build({"a": None, "indicators": rows}, 2031))
    assert Chronicle(editions).history(activity("x")) == ()
    assert history("x", editions) == ()


def test_one_history_can_be_asked_for_alone(chronicle: Chronicle) -> None:
    """The same as the chronicle tells."""
    assert history("a", YEARS, BETWEEN) == chronicle.history(activity("a"))


def test_a_comparison_is_applied_to_its_own_edition_only() -> None:
    """Anything else would be a mixture."""
    comparison = compare(YEARS[0], YEARS[1])
    with pytest.raises(ValueError, match="starts from edition 2030, not 2031"):
        apply(YEARS[1], comparison)


def test_an_applied_edition_is_in_printed_order() -> None:
    """Packages and activities by number, whatever was added last."""
    old = build({"b": {"in": "paket-2", "number": "10.10"}, "packages": {"paket-2": {"number": "10"}}}, 2030)
    short = {
        "b": {"in": "paket-2", "number": "10.10"},
        "c": {"in": "paket-2", "number": "10.9"},
        "a": {"in": "paket-1", "number": "9.1"},
        "packages": {"paket-1": {"number": "9"}, "paket-2": {"number": "10"}},
    }
    made = apply(old, compare(old, build(short, 2031)))
    assert [found.id for found in made.packages] == ["paket-1", "paket-2"]
    assert [found.id for found in made.activities] == ["a", "c", "b"]


def test_an_edition_without_one_of_its_changes_keeps_the_old_value() -> None:
    """What is applied are the records, not the newer edition."""
    old = build({"a": None}, 2030)
    note = {"role": "core", "name": "Wajib", "where": "Bab 1", "text": "Mulai di sini."}
    new = build({"a": {"role": "core"}, "info": {"roles": [note], "title": "Judul"}}, 2031)
    comparison = compare(old, new)
    made = apply(old, replace(comparison, changes=comparison.changes[1:]))
    assert (made.info.roles, made.info.title, made.activity("a").role) == ((), "Judul", "core")
    made = apply(old, replace(comparison, changes=comparison.changes[:1]))
    assert (made.info.roles, made.activity("a").role) == (new.info.roles, "not_stated")


def test_a_link_to_itself_is_no_lineage() -> None:
    """What continues itself has not changed hands."""
    lineage = Lineage.of(notes(2030, {"event": "split", "ids": ["a"], "successors": ["a", "b"]}))
    assert lineage.successors(activity("a")) == (activity("b"),)
    assert lineage.predecessors(activity("a")) == ()
    assert lineage.reversed().successors(activity("b")) == (activity("a"),)


def edition(**info: Any) -> Edition:
    """A plain edition with one activity."""
    return build({"a": None, "info": info}, 2030)


def test_a_digest_is_of_what_the_edition_says() -> None:
    """Written out, so that no release changes it by accident; status, digest and errata stand outside."""
    plain = edition()
    assert digest(plain) == "sha256:90b32593aaeecf2c7abe052de93d2c4b0ba95d3ba4a681f1579e0b836bdeba40"
    rows = {"indicators": [{"activity": "a", "name": "Jumlah"}]}
    questions = {"questions": [{"activity": "a", "respondent": "Camat", "text": "Ada?", "shows_need": "no"}]}
    assert digest(
        build({"a": {"rationale": "Sebab – akibat."}, "indicators": rows, "screening": questions}, 2030)
    ) == ("sha256:8bc58dede5d5352b21102b1bc3a0033706303f651a63ff064784edb54446bea9")
    assert digest(edition(status="superseded", digest="sha256:" + 64 * "0")) == digest(plain)
    assert digest(edition(lede="Lain.")) != digest(plain)


def test_a_digest_tells_the_order_of_rows() -> None:
    """Indicators of one activity are printed in an order."""
    rows = [{"activity": "a", "name": "Jumlah"}, {"activity": "a", "name": "Mutu"}]
    straight, turned = (
        build({"a": None, "indicators": {"indicators": order}}, 2030) for order in (rows, rows[::-1])
    )
    assert digest(straight) != digest(turned)
    assert canonical(("b", "a")) == ["b", "a"]
    assert canonical(("b", "a"), unordered=True) == ["a", "b"]


def test_changes_of_one_subject_can_be_picked(chronicle: Chronicle) -> None:
    """For its page."""
    comparison = chronicle.comparison("2031", "2032")
    assert [change.kind for change in comparison.of(activity("b"))] == [Kind.RENUMBERED, Kind.ROLE]
    assert [change.kind for change in comparison.substantive if change.subject == activity("b")] == [
        Kind.ROLE
    ]
