"""``python -m macros diff OLD NEW``: what changed between any two editions, for a terminal or a comment."""

from __future__ import annotations

from macros.documents.command import FORMATS, diff

__all__ = ["FORMATS", "diff"]
