"""Changes before they are decided, and what was decided: a sheet, an approval, and its proof.

``review`` tells officials in plain words what a pull request changes, ``approve`` carries out what they
decided on that sheet, ``verify`` shows that what is published is what was frozen (Pengantar; section
3.3.1; Tabel 4). ``correct_text`` is for what needs no decision: this site's rendering of a print.
"""

from __future__ import annotations

from macros.review.approve import approve_edition, approve_revision
from macros.review.command import CLAIMS, FORMATS, review
from macros.review.correct import correct_text
from macros.review.verify import verify

__all__ = [
    "CLAIMS",
    "FORMATS",
    "approve_edition",
    "approve_revision",
    "correct_text",
    "review",
    "verify",
]
