"""First views stay within the committed budget: bytes and requests, never times."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.weight import BUDGET, weigh

BUDGETS: dict[str, dict[str, int]] = json.loads(BUDGET.read_text())


@pytest.mark.parametrize("page", BUDGETS)
def test_a_first_view_stays_within_its_budget(site: Path, page: str) -> None:
    """HTML, everything together, and the number of requests."""
    found = weigh(site, page)
    assert found.html <= BUDGETS[page]["html"]
    assert found.total <= BUDGETS[page]["total"]
    assert found.requests <= BUDGETS[page]["requests"]
