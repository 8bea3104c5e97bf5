"""Changes from edition to edition: typed records without wording (sections 3.2.2, 3.2.5 and 3.3.1).

``compare`` tells two editions apart, ``apply`` proves that nothing is missing, ``Chronicle`` holds all
editions with the lineage of every id, ``digest`` freezes an approved edition.
"""

from __future__ import annotations

from macros.changes.accounting import Flaw, Gap, gaps
from macros.changes.apply import apply
from macros.changes.canonical import canonical, canonical_edition, digest, fingerprint
from macros.changes.chronicle import Chronicle, Moment, history
from macros.changes.compare import compare
from macros.changes.fields import FIELDS, FieldRule, Weight
from macros.changes.kinds import EVENTS, Effect, Kind, Substance
from macros.changes.lineage import Lineage, Link
from macros.changes.pieces import TextPiece, paired, pieces
from macros.changes.reasons import covered_subject, reasons_for, unfounded, unreasoned
from macros.changes.records import EDITION, Change, Comparison, Subject
from macros.changes.textdiff import Op, OpKind, TextDiff, diff

__all__ = [
    "EDITION",
    "EVENTS",
    "FIELDS",
    "Change",
    "Chronicle",
    "Comparison",
    "Effect",
    "FieldRule",
    "Flaw",
    "Gap",
    "Kind",
    "Lineage",
    "Link",
    "Moment",
    "Op",
    "OpKind",
    "Subject",
    "Substance",
    "TextDiff",
    "TextPiece",
    "Weight",
    "apply",
    "canonical",
    "canonical_edition",
    "compare",
    "covered_subject",
    "diff",
    "digest",
    "fingerprint",
    "gaps",
    "history",
    "paired",
    "pieces",
    "reasons_for",
    "unfounded",
    "unreasoned",
]
