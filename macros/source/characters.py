"""Invisible characters that are refused, and unquoted words that YAML would turn into something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.source.problem import INVISIBLE

INTEGER = re.compile(r"0|-?[1-9][0-9]*")
RESERVED_WORDS = (
    ("yes|no|on|off|y|n", "dibaca sebagai ya/tidak (true/false)", "Tulis true atau false, atau tulis"),
    ("true|false", "bukan true atau false", "Tulis dengan huruf kecil, atau tulis"),
    ("null", "dibaca sebagai kosong", "Kosongkan, atau tulis"),
    (r"\d{4}-\d{1,2}-\d{1,2}(?:(?:t|[ \t]+)\d{1,2}:.*)?", "dibaca sebagai tanggal", "Tulis"),
    (r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?", "dibaca sebagai bilangan berbasis 60", "Tulis"),
    (
        r"[-+]?(?:0o[0-7_]+|0x[\da-f_]+|0b[01_]+|\.inf|\.nan|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?)",
        "dibaca sebagai bilangan",
        "Tulis",
    ),
    ("=|<<", "punya arti khusus", "Tulis"),
)
"""Unquoted words that YAML turns into something else: shape, what becomes of it, how the mend begins."""
RESERVED_WORD = re.compile("|".join(f"({shape})" for shape, _, _ in RESERVED_WORDS), re.ASCII | re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|\n)")
_LETTERS = dict(zip("0abtvfreNLP\t", "\0\a\b\t\v\f\r\x1b\x85\u2028\u2029\t", strict=True))
"""What the escapes with a letter of their own stand for (5.7), where that cannot be seen."""


def unseen(text: str) -> tuple[str, str] | None:
    """What is wrong with a character in ``text`` that nobody sees, and the mend; ``None`` if all are seen."""
    found = re.search(f"\t|{INVISIBLE.pattern}", text)
    return invisible(found.group()) if found else None


def invisible(character: str) -> tuple[str, str]:
    """What is wrong with a tab or an invisible character, and the mend."""
    if character == "\t":
        return "ada tab di dalam teks.", "Ganti tab dengan spasi."
    message = f"karakter tak terlihat U+{ord(character):04X} tidak boleh ada."
    return message, "Hapus karakter itu; bila perlu ketik ulang kata di sekitarnya."


def hidden(raw: str, *, escapes: bool) -> Iterator[tuple[int, str]]:
    """Where a text as written holds a tab or, in double quotes, stands for a character nobody sees."""
    if "\t" in raw:
        yield raw.index("\t"), "\t"
    for found in _ESCAPE.finditer(raw) if escapes else ():
        code = found[1] or found[2] or found[3]
        character = chr(int(code, 16)) if code else _LETTERS.get(found[4] or "", "")
        if character == "\t" or INVISIBLE.match(character):
            yield found.start(), character
