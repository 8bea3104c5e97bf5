"""Rules across records, one per module, each of the same shape.

A rule module has ``check(programme)``, a generator of findings, and a docstring that is its
documentation: the rule, a good and a bad example (a YAML patch over a small programme) that tests run.
"""

from __future__ import annotations

from macros.checks import (
    approvals,
    companions,
    current,
    dates,
    drafts,
    errata,
    fields,
    force,
    frozen,
    guideline,
    lineage,
    numbers,
    proposals,
    reasons,
    references,
    registers,
    reused,
    reviews,
    roles,
    search_words,
    unfounded,
    unique,
    vocabulary,
    years,
)
from macros.checks.finding import Finding, Ground, Rule

RULES: tuple[Rule, ...] = (
    unique,
    numbers,
    references,
    guideline,
    registers,
    search_words,
    force,
    companions,
    roles,
    dates,
    fields,
    current,
    years,
    drafts,
    proposals,
    lineage,
    reused,
    reasons,
    reviews,
    unfounded,
    errata,
    frozen,
    approvals,
    vocabulary,
)

__all__ = ["RULES", "Finding", "Ground", "Rule"]
