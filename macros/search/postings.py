"""Which document holds which word, as short as text can say it.

A line is a word and the places of the documents that hold it: each as the step from the place before, in
base 32 with the lowest digits first; a digit in the second half of the alphabet says that one more follows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from macros.search.document import SearchDocument

TOKEN = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
"""A word or a number such as ``2.1``; the page's script cuts a query the same way."""
ALPHABET = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ+-*/=:"
BASE = 32


def tokens(text: str) -> list[str]:
    """The words of a text in lower case."""
    return TOKEN.findall(text.lower())


def postings(documents: Iterable[SearchDocument], ignored: Collection[str]) -> str:
    """The words of the paragraphs of ``documents`` that no shorter part of the same document holds."""
    silent, places = set(ignored), dict[str, list[int]]()
    for place, document in enumerate(documents):
        shown = (document.title, *document.labels, *document.names, *document.asked, document.summary)
        taken = silent.union(*map(tokens, shown))
        for word in {word for text in document.text for word in tokens(text)} - taken:
            places.setdefault(word, []).append(place)
    return "\n".join(f"{word} {_steps(places[word])}" for word in sorted(places))


def _steps(places: list[int]) -> str:
    last, text = -1, ""
    for place in places:
        text += _number(place - last)
        last = place
    return text


def _number(value: int) -> str:
    text = ""
    while value >= BASE:
        value, digit = divmod(value, BASE)
        text += ALPHABET[BASE + digit]
    return text + ALPHABET[value]
