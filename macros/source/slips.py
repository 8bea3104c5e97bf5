"""Slips that a reader hardly sees: spaces and colons that are none to YAML, and what git left of a conflict.

Nothing here knows YAML: it says where such characters stand and what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like one and separate nothing (Unicode 15, Zs), as they stand in a character class."""
ODD_COLONS = "\ufe13\ufe55\uff1a"
ODD = re.compile(f"[{ODD_SPACES}{ODD_COLONS}]")
_SPACE = re.compile(f"[{ODD_SPACES}]")
_COLON = re.compile(f"[{ODD_COLONS}]")
_LINE = re.compile(
    rf"^[ {ODD_SPACES}]*(?:-[ {ODD_SPACES}]+)*"
    rf"(?:[\w\"'.-]+[ {ODD_SPACES}]*(?:[{ODD_COLONS}][ {ODD_SPACES}]*|:(?:[ {ODD_SPACES}]+|$)))?",
    re.MULTILINE,
)
"""Where a line of YAML has its shape: indentation, dashes, a key and its colon."""
_MARKS = {
    "open": re.compile(r"<{7}(?: |$)"),
    "base": re.compile(r"\|{7}(?: |$)"),
    "middle": re.compile(r"={7}$"),
    "close": re.compile(r">{7}(?: |$)"),
}
"""The lines that git writes around what it could not merge, each at the beginning of its line."""
_FENCE = re.compile(r" {0,3}(```+|~~~+)")

SPACE = (
    "ada spasi dari jenis lain (U+{code:04X}), yang tampak seperti spasi biasa.",
    "Hapus, lalu ketik spasi biasa.",
)
COLON = (
    "titik dua ini dari jenis lain (U+{code:04X}), sehingga tidak memisahkan kunci dan nilai.",
    "Ketik titik dua biasa dan satu spasi: kunci: nilai.",
)
CONFLICT = (
    "dua perubahan bertabrakan di sini dan belum disatukan (tanda konflik git sampai baris {last}).",
    "Pilih isi yang benar, lalu hapus baris yang diawali <<<<<<<, =======, dan >>>>>>>.",
)
LEFT_OVER = (
    "baris ini tersisa dari dua perubahan yang bertabrakan (tanda konflik git).",
    "Hapus baris ini; periksa bahwa isi di sekitarnya tidak tertulis dua kali.",
)


@dataclass(frozen=True, slots=True)
class Slip:
    """An odd character that shapes a line: its index, what is wrong and the mend."""

    at: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that git could not merge, from 1: the first and last marker, and all that one side leaves out."""

    first: int
    last: int
    dropped: frozenset[int]

    def words(self, past: int = 0) -> tuple[str, str]:
        """What is wrong, and the mend; ``past`` lines stand before those that were counted."""
        if self.first == self.last:
            return LEFT_OVER
        return CONFLICT[0].format(last=self.last + past), CONFLICT[1]


def slips(text: str, lines: range) -> tuple[str, list[Slip]]:
    """The text as it was meant, and the odd characters that shape any of its ``lines`` (from 1)."""
    kept = text.split("\n")
    found: list[Slip] = []
    start = 0
    for number, line in enumerate(kept, start=1):
        shape = _LINE.match(line)
        if number in lines and shape is not None and (odd := ODD.search(shape[0])):
            words = COLON if _COLON.match(odd[0]) else SPACE
            found.append(Slip(start + odd.start(), words[0].format(code=ord(odd[0])), words[1]))
            kept[number - 1] = _meant(shape[0]) + line[shape.end() :]
        start += len(line) + 1
    return "\n".join(kept), found


def _meant(shape: str) -> str:
    """The beginning of a line with plain spaces and colons."""
    plain = _COLON.sub(":", _SPACE.sub(" ", shape))
    return f"{plain} " if plain.endswith(":") else plain


def conflicts(lines: Sequence[str], *, markdown: bool = False) -> Iterator[Conflict]:
    """What git left unmerged; in Markdown not what a block of code shows, nor headings and quotations."""
    fence = ""
    held: dict[int, str] = {}
    for number, line in enumerate(lines, start=1):
        fence = _fence(line, fence) if markdown and not held else ""
        mark = "" if fence else _mark(line)
        if mark == "open":
            yield from _conflict(held)
            held = {number: mark}
        elif held:
            held[number] = mark
            if mark == "close":
                yield from _conflict(held)
                held = {}
        elif mark and not markdown:
            yield Conflict(number, number, frozenset({number}))
    yield from _conflict(held)


def _conflict(held: dict[int, str]) -> Iterator[Conflict]:
    """The conflict made of lines and their marks; of one that never closes only the marks are left out."""
    if not held:
        return
    marks = {number: mark for number, mark in held.items() if mark}
    if "close" not in marks.values():
        yield Conflict(min(marks), max(marks), frozenset(marks))
        return
    ours = next(number for number, mark in marks.items() if mark != "open")
    yield Conflict(min(held), max(held), frozenset(held) - set(range(min(held) + 1, ours)))


def _mark(line: str) -> str:
    """Which mark of a conflict a line is; empty for another line."""
    return next((name for name, mark in _MARKS.items() if mark.match(line)), "")


def _fence(line: str, fence: str) -> str:
    """The fence of the block of code that is open after a line."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    closes = found[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence
