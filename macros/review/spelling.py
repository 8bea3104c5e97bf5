"""Whether a text or a value of the guideline changes in more than its spelling.

The guideline binds, so its texts are weighed more strictly than those of the menu (``changes.weigh``): any
word that comes, goes or is another is substantive, however long the text around it (Pengantar).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.changelog import Shown
from macros.changes import OpKind, TextDiff
from macros.changes.textdiff import words
from macros.changes.weigh import spelled_alike

SLUG = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
"""A value that may be an id, of which no letter is free."""
SIGN = re.compile(r"[%‰°<>≤≥=+±×÷−$€£¥]|(?<!\w)[-–](?=\d)")
"""Marks that say something of a number, unlike punctuation."""


def only_spelling(shown: Shown) -> bool:
    """Whether old and new are the same words but for spelling, capitals, punctuation and blanks."""
    old, new = shown.old, shown.new
    if old is None or new is None or (SLUG.fullmatch(old) and SLUG.fullmatch(new)):
        return False
    if Counter(SIGN.findall(old)) != Counter(SIGN.findall(new)):
        return False
    return all(_alike(before, after) for before, after in _stretches(shown.diff))


def _alike(old: str, new: str) -> bool:
    if spelled_alike(old, new):
        return True
    has_digit = any(character.isdigit() for character in old + new)
    return not has_digit and _joined(old) == _joined(new)


def _joined(text: str) -> str:
    """The letters of a text alone: ``di samping`` and ``disamping`` are one."""
    return "".join(words(text)).casefold()


def _stretches(found: TextDiff) -> Iterator[tuple[str, str]]:
    """What changes, between words that stay; marks between two changes belong to them."""
    old = new = ""
    for op in found.ops:
        if op.kind is OpKind.EQUAL:
            if words(op.text):
                yield old, new
                old = new = ""
            else:
                old, new = old + op.text, new + op.text
        elif op.kind is OpKind.DELETE:
            old += op.text
        else:
            new += op.text
    yield old, new
