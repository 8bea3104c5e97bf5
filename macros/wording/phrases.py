"""Numbers, lists and other pieces that any sentence is made of."""

from __future__ import annotations

from collections.abc import Iterable

from babel.lists import format_list
from babel.numbers import format_decimal

from macros.model.base import SourceRef

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"


def number(value: int) -> str:
    """An integer with Indonesian thousands marks: ``1.250``."""
    return format_decimal(value, locale="id")


def count(value: int, noun: str) -> str:
    """``19 kegiatan``, held together; Indonesian has no plural form."""
    return f"{number(value)}{NBSP}{noun}"


def listed(items: Iterable[str]) -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    return format_list(list(items), locale="id")


def sentence_case(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def held(text: str) -> str:
    """A short title whose words do not part at a line's end."""
    return text.replace(" ", NBSP)


def page(number: int | str) -> str:
    """``halaman 33``, held together."""
    return f"halaman{NBSP}{number}"


def source(reference: SourceRef) -> str:
    """``Bab 2 (halaman 33)``."""
    if reference.page is None:
        return reference.section
    return f"{reference.section} ({page(reference.page)})"


def drawn_from(*references: SourceRef) -> str:
    """Which parts of the text a page renders."""
    return f"Disarikan dari {listed(source(reference) for reference in references)}."


def lead(title: str, text: str | None) -> str:
    """The lead of a list item: with a colon when a sentence of its own follows."""
    return f"{title}:" if text and text[0].isupper() else title
