"""Roots of Indonesian words, by which ``melatih``, ``latihan`` and ``pelatihan`` are one (PySastrawi)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
"""Letters of a word that may have a root."""


@cache
def _stemmer() -> Any:  # noqa: ANN401 - the library has no types
    return StemmerFactory().create_stemmer()


@cache
def root(word: str) -> str:
    """The root of a word in lower case, or the word itself."""
    found: str = _stemmer().stem(word) if len(word) >= SHORTEST else word
    return found or word


def roots(texts: Iterable[str]) -> tuple[str, ...]:
    """Every root of a word of ``texts`` that is not the word itself, in alphabetical order."""
    words = {word for text in texts for word in WORD.findall(text.lower())}
    return tuple(sorted({stem for word in words if (stem := root(word)) != word}))
