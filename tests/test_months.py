"""Months are counted over the turn of a year."""

from __future__ import annotations

from macros.facts.months import distance, month_range, ordinal, year_and_month


def test_a_range_crosses_the_year() -> None:
    """A range holds both ends."""
    assert month_range("2029-11", "2030-02") == ("2029-11", "2029-12", "2030-01", "2030-02")


def test_a_range_grows_by_months_before_and_after() -> None:
    """A strip of months is filled up at both ends."""
    found = month_range("2030-01", "2030-01", before=2, after=1)
    assert found == ("2029-11", "2029-12", "2030-01", "2030-02")


def test_a_distance_counts_turns_of_the_month() -> None:
    """It is negative backwards."""
    assert distance("2029-12", "2030-01") == 1
    assert distance("2030-01", "2029-11") == -2
    assert distance("2030-06", "2030-06") == 0


def test_december_and_january_keep_their_years() -> None:
    """The number of a month leads back to its year and month."""
    assert year_and_month(ordinal(2029, 12)) == (2029, 12)
    assert year_and_month(ordinal(2029, 12) + 1) == (2030, 1)
