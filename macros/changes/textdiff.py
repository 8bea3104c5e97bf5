"""Word-level differences of texts, exact to the punctuation mark; words are never split.

A text is compared with each run of blanks as one blank; a line is a paragraph, empty lines are nothing.
``"".join`` over the operations that are not insertions gives the old text so written, over those that are
not deletions the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

REWRITE_SHARE = 0.4
"""Below this share of kept words two texts are shown side by side, not interleaved."""
SPLIT = re.compile(r"(?P<lead>[^\w\s]*)(?P<core>\S*?)(?P<trail>[^\w\s]*)")
"""A run without blanks: marks before, the word (marks inside it stay), marks after."""


class OpKind(StrEnum):
    """What became of a stretch of text."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Op:
    """A stretch of text and what became of it."""

    kind: OpKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDiff:
    """Two texts, word by word; ``kept`` of the ``words`` (of the longer text) stand in both."""

    old: str
    new: str
    ops: tuple[Op, ...]
    kept: int
    words: int

    @property
    def share(self) -> float:
        """Share of words kept, 0 to 1; of texts without words 1."""
        return self.kept / self.words if self.words else 1.0

    @property
    def rewrite(self) -> bool:
        """Whether so little is kept that the texts belong side by side."""
        return self.share < REWRITE_SHARE


@dataclass(frozen=True, slots=True)
class _Token:
    space: str
    text: str

    @property
    def is_word(self) -> bool:
        return any(character.isalnum() for character in self.text)


def plain(text: str) -> str:
    """``text`` with one blank for each run of blanks, and one line for each paragraph."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` without the marks around them."""
    return tuple(token.text for token in _tokens(plain(text)) if token.is_word)


def diff(old: str, new: str) -> TextDiff:
    """Compare two texts word by word; exchanging them exchanges insertions and deletions, no more."""
    before, after = plain(old), plain(new)
    left, right = _tokens(before), _tokens(after)
    kept = 0
    changed: tuple[list[_Token], list[_Token]] = ([], [])
    ops: list[Op] = []
    codes = _opcodes([token.text for token in left], [token.text for token in right])
    for place, (tag, i, j, k, m) in enumerate(codes):
        held = sum(token.is_word for token in left[i:j]) if tag == "equal" else 0
        if tag == "equal" and (held or place in {0, len(codes) - 1}):
            kept += held
            ops += (*_changed(*changed), *_equal(left[i:j], right[k:m]))
            changed = ([], [])
        else:  # a mark that stands alone between two changes changes with them
            changed[0].extend(left[i:j])
            changed[1].extend(right[k:m])
    ops += _changed(*changed)
    return TextDiff(
        old=before,
        new=after,
        ops=_joined(ops),
        kept=kept,
        words=max(sum(token.is_word for token in tokens) for tokens in (left, right)),
    )


def _opcodes(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Steps from ``old`` to ``new``; ``SequenceMatcher`` favours its second text, so the order is fixed."""
    if old <= new:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    turned = SequenceMatcher(None, new, old, autojunk=False).get_opcodes()
    return [(tag, k, m, i, j) for tag, i, j, k, m in turned]


def _tokens(text: str) -> list[_Token]:
    """Words and punctuation marks, each with the blank before it."""
    found: list[_Token] = []
    space = ""
    for chunk in re.findall(r"\s+|\S+", text):
        if chunk.isspace():
            space = chunk
            continue
        parts = SPLIT.fullmatch(chunk)
        lead, core, trail = parts.groups() if parts else ("", chunk, "")
        for part in (*lead, core, *trail):
            if part:
                found.append(_Token(space, part))
                space = ""
    return found


def _equal(before: Sequence[_Token], after: Sequence[_Token]) -> Iterator[Op]:
    """The same words and marks, with what may have become of the blanks between them."""
    for old, new in zip(before, after, strict=True):
        yield from _replaced(old.space, new.space)
        yield Op(OpKind.EQUAL, old.text)


def _changed(before: Sequence[_Token], after: Sequence[_Token]) -> Iterator[Op]:
    """Words and marks that make way for others; a blank that both have in front stays."""
    old, new = ("".join(token.space + token.text for token in tokens) for tokens in (before, after))
    if before and after and before[0].space == after[0].space:
        space = before[0].space
        yield Op(OpKind.EQUAL, space)
        old, new = old.removeprefix(space), new.removeprefix(space)
    yield from _replaced(old, new)


def _replaced(old: str, new: str) -> Iterator[Op]:
    if old == new:
        yield Op(OpKind.EQUAL, old)
    else:
        yield Op(OpKind.DELETE, old)
        yield Op(OpKind.INSERT, new)


def _joined(ops: Iterable[Op]) -> tuple[Op, ...]:
    """Neighbours of one kind as one; between two equal stretches deletions come before insertions."""
    joined: list[Op] = []
    pending = {OpKind.DELETE: "", OpKind.INSERT: ""}
    equal = ""

    def flush() -> None:
        joined.extend(Op(kind, text) for kind, text in pending.items() if text)
        pending.update({OpKind.DELETE: "", OpKind.INSERT: ""})

    for op in ops:
        if not op.text:
            continue
        if op.kind is OpKind.EQUAL:
            flush()
            equal += op.text
        else:
            if equal:
                joined.append(Op(OpKind.EQUAL, equal))
                equal = ""
            pending[op.kind] += op.text
    if equal:
        joined.append(Op(OpKind.EQUAL, equal))
    flush()
    return tuple(joined)
