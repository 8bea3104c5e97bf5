"""Losses: parts of the data that could not be read, as distinct from parts that do not exist."""

from __future__ import annotations

import re
from dataclasses import dataclass

Path = tuple[str | int, ...]
_WORD = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Loss:
    """What of a file could not be read, or not as it was meant.

    Attributes:
        file: The file, from the data folder; the beginning of a name for all such files.
        path: Where in the file; ``()`` for the whole.
        ids: Ids of which something is lost; ``None`` when it may be any.
        words: All that the file says, as words: what it cannot have said of other words is not lost.
    """

    file: str
    path: Path = ()
    ids: frozenset[str] | None = None
    words: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        """The file and, after ``#``, the key at the top of it."""
        return f"{self.file}#{self.path[0]}" if self.path else self.file

    def hides(self, word: str | None, *, sure: bool) -> bool:
        """Whether it may hide something of an id (of anything, for ``None``); ``sure`` unless named."""
        if word is None:
            return True
        ids = self.words if self.ids is None and sure else self.ids
        return ids is None or word.casefold() in ids


def words_of(text: str) -> frozenset[str]:
    """Every word of a text that can be an id or a number, in lower case."""
    return frozenset(_WORD.findall(text.casefold()))
