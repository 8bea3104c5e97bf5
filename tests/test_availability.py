"""Facts about availability dates."""

from __future__ import annotations

from macros.facts.availability import span, timeline
from tests.factories import activity, edition, package

MENU = edition(
    "1",
    package(
        "paket-a",
        "1",
        activity("a1", "1.1", month="2030-04"),
        activity("a2", "1.2"),
        activity("a3", "1.3", month="2029-12"),
        activity("a4", "1.4", month="2030-04"),
    ),
)


def test_the_timeline_has_a_column_per_month_and_one_for_the_undated() -> None:
    """Columns follow time, and activities keep their printed order."""
    columns = [(c.month, [a.id for a in c.activities]) for c in timeline(MENU)]
    assert columns == [("2029-12", ["a3"]), ("2030-04", ["a1", "a4"]), (None, ["a2"])]


def test_a_span_runs_from_the_first_to_the_last_month() -> None:
    """Undated activities are counted apart."""
    found = span(MENU.activities)
    assert (found.first, found.last, found.undated) == ("2029-12", "2030-04", 1)
