"""What holds between any editions: laws of comparing, over generated pairs.

``pytest --hypothesis-profile=laws tests/changes/test_laws.py`` tries more than 10,000 pairs.
"""

from __future__ import annotations

import random
from collections.abc import Hashable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from macros.changes import (
    Change,
    Comparison,
    Effect,
    Kind,
    Lineage,
    Subject,
    apply,
    canonical,
    canonical_edition,
    compare,
    digest,
)
from macros.model.edition import Edition
from macros.model.menu import Activity, Companion, Package
from tests.changes.strategies import LINEAGES, editions, shuffled

Delta = tuple[Any, Any]
MIRRORED = {
    Kind.AVAILABLE_EARLIER: Kind.AVAILABLE_LATER,
    Kind.NOW_DATED: Kind.NO_LONGER_DATED,
    Kind.COMPANION_ADDED: Kind.COMPANION_DROPPED,
    Kind.ADDED: Kind.ENDED,
    Kind.MERGED: Kind.SPLIT,
    Effect.EASIER: Effect.HARDER,
}
MIRROR = {**MIRRORED, **{there: here for here, there in MIRRORED.items()}}


@given(editions())
def test_an_edition_does_not_differ_from_itself(edition: Edition) -> None:
    """No change, nothing to keep a record of."""
    found = compare(edition, edition)
    assert found.changes == ()
    assert found.record_keeping == ()


@given(editions("1"), editions("2"), LINEAGES)
def test_the_changes_lead_to_the_newer_edition(old: Edition, new: Edition, lineage: Lineage) -> None:
    """Applied to the old edition they give the new one, so none is missing."""
    made = apply(old, compare(old, new, lineage))
    assert canonical_edition(made) == canonical_edition(new)
    assert digest(made) == digest(new)


@given(editions("1"), editions("2"))
def test_no_change_is_reported_of_what_is_the_same(old: Edition, new: Edition) -> None:
    """Every record holds two values that differ."""
    for change in (*compare(old, new).changes, *compare(old, new).record_keeping):
        assert canonical(change.old) != canonical(change.new)


@given(editions("1"), editions("2"), LINEAGES)
def test_the_inverse_exchanges_what_comes_and_what_goes(old: Edition, new: Edition, lineage: Lineage) -> None:
    """Added becomes ended, easier becomes harder; what is substantive stays so."""
    there = compare(old, new, lineage)
    back = compare(new, old, lineage.reversed())
    assert {mirrored(change) for change in there.changes} == {told(change) for change in back.changes}


def told(change: Change) -> tuple[Hashable, ...]:
    """A change, comparable."""
    return (
        change.subject,
        "both ways" if change.successors and change.predecessors else change.kind,
        change.field,
        value(change, change.old),
        value(change, change.new),
        change.substance,
        change.effect,
        change.successors,
        change.predecessors,
    )


def value(change: Change, held: Any) -> str:
    """A value of a change in one form."""
    if change.is_event:
        stays = not change.appears and not change.vanishes
        return repr(sorted(fields(held, None if stays else change.package).items()))
    return repr(plain(change.field, held))


def mirrored(change: Change) -> tuple[Hashable, ...]:
    """A change as the comparison the other way round tells it."""
    subject, kind, field, old, new, substance, effect, successors, predecessors = told(change)
    return (
        subject,
        MIRROR.get(kind, kind),  # type: ignore[call-overload]
        field,
        new,
        old,
        substance,
        MIRROR.get(effect, effect),  # type: ignore[call-overload]
        predecessors,
        successors,
    )


@given(editions("1"), editions("2"), editions("3"))
def test_two_steps_agree_with_one(first: Edition, second: Edition, third: Edition) -> None:
    """What two comparisons change together is what the comparison of the ends changes."""
    steps = composed(deltas(compare(first, second)), deltas(compare(second, third)))
    assert steps == deltas(compare(first, third))


def deltas(comparison: Comparison) -> dict[tuple[Subject, str], Delta]:
    """Old and new value of all that changed, by subject and field; fields of what comes and goes too."""
    found: dict[tuple[Subject, str], Delta] = {}
    for change in (*comparison.changes, *comparison.record_keeping):
        if change.is_event:
            old, new = fields(change.old, change.package), fields(change.new, change.package)
            for name in old.keys() | new.keys():
                found[change.subject, name] = (old.get(name), new.get(name))
        elif change.field == "implement_with":
            companion = change.old or change.new
            assert isinstance(companion, Companion)
            key = f"implement_with {companion.activity} {companion.package}"
            found[change.subject, key] = (canonical(change.old), canonical(change.new))
        else:
            old_value, new_value = plain(change.field, change.old), plain(change.field, change.new)
            found[change.subject, change.field] = (old_value, new_value)
    return {key: delta for key, delta in found.items() if delta[0] != delta[1]}


def fields(record: Any, package: str | None) -> dict[str, Any]:
    """An activity or package as its fields, companions one by one; empty for ``None``."""
    if not isinstance(record, Activity | Package):
        return {}
    found = {
        name: plain(name, getattr(record, name))
        for name in type(record).model_fields
        if name not in {"activities", "implement_with"}
    }
    if isinstance(record, Activity):
        found["package"] = package
        for companion in record.implement_with:
            found[f"implement_with {companion.activity} {companion.package}"] = canonical(companion)
    return found


def plain(name: str, value: Any) -> Any:
    """A value of a field in canonical form; absent rows are no rows."""
    if name in {"screening", "indicators"} and not value:
        return None
    return canonical(value, unordered=name in {"aliases", "outcomes", "outputs"})


def composed(
    first: dict[tuple[Subject, str], Delta], second: dict[tuple[Subject, str], Delta]
) -> dict[tuple[Subject, str], Delta]:
    """What two steps change together."""
    found = dict(first)
    for key, (old, new) in second.items():
        if key in first:
            assert first[key][1] == old
        found[key] = (first[key][0] if key in first else old, new)
    return {key: delta for key, delta in found.items() if delta[0] != delta[1]}


@given(editions("1"), editions("2"), LINEAGES, st.integers())
def test_nothing_depends_on_the_order_of_files_and_entries(
    old: Edition, new: Edition, lineage: Lineage, seed: int
) -> None:
    """Packages, activities and sets in any order give the same changes in the same order."""
    order = random.Random(seed)  # noqa: S311
    turned_old, turned_new = shuffled(old, order), shuffled(new, order)
    assert digest(turned_old) == digest(old)
    assert compare(old, turned_old).changes == ()
    straight, turned = compare(old, new, lineage), compare(turned_old, turned_new, lineage)
    assert [told(change) for change in turned.changes] == [told(change) for change in straight.changes]


@given(editions("1"), editions("1"))
def test_a_digest_tells_contents_apart(one: Edition, other: Edition) -> None:
    """Equal digests mean equal content, whatever the status."""
    contents = [canonical_edition(edition) for edition in (one, other)]
    for content in contents:
        content["info"].pop("status")
    assert (digest(one) == digest(other)) == (contents[0] == contents[1])
