"""The official document that the site renders, as a PDF with an address: where a printed page lies in it.

Configured in ``mkdocs.yml`` under ``extra.document``; without an address no page number becomes a link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMERAL = re.compile(r"[ivxlc]+")
_ELSEWHERE = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%!$&()*+,;=:@/?-]*)?")
_HERE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\.pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDocument:
    """A PDF and how its pages are counted.

    ``url`` is a whole address, or a path below the site's root after ``{root}/``, which templates replace.
    ``offset`` is what is added to a printed page number to get the page of the PDF, counted from 1;
    ``front_offset`` the same for pages numbered i, ii, iii (``None``: those pages are not linked).
    """

    url: str
    offset: int
    front_offset: int | None = None

    def page_url(self, page: str) -> str | None:
        """The address of a printed page (``"33"``, ``"33–55"``, ``"iv"``); ``None`` where it has none.

        The fragment is ``#page=N`` of RFC 8118, which browsers and PDF readers follow.
        """
        first = re.split(r"[^0-9a-z]", page.lower(), maxsplit=1)[0]
        if first.isdecimal():
            number = int(first) + self.offset
        elif self.front_offset is not None and _NUMERAL.fullmatch(first):
            number = roman(first) + self.front_offset
        else:
            return None
        return f"{self.url}#page={number}" if number >= 1 else None


def roman(numeral: str) -> int:
    """The value of a small roman numeral, ``"iv"`` being 4."""
    values = [ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def printed_document(extra: Mapping[str, object]) -> PrintedDocument | None:
    """The document of ``extra.document`` in ``mkdocs.yml``; ``None`` while it has no address.

    Raises ``ValueError`` with the mend, in Indonesian, for an address or an offset that cannot be.
    """
    held = extra.get("document")
    if held is None or held == "":
        return None
    if not isinstance(held, Mapping) or not isinstance(held.get("url"), str | None):
        message = "extra.document di mkdocs.yml harus berisi url dan offset: {url: a.pdf, offset: 12}."
        raise ValueError(message)  # noqa: TRY004 - one kind of error for a setting that cannot be
    url = held.get("url")
    if not url:
        return None
    if not _ELSEWHERE.fullmatch(url) and not _HERE.fullmatch(url):
        message = f'extra.document.url "{url}" harus alamat https lengkap atau berkas naskah/panduan.pdf.'
        raise ValueError(message)
    offset, front = held.get("offset"), held.get("front_offset")
    front = None if front == "" else front  # what Zensical makes of an empty setting
    if not _whole(offset) or not (front is None or _whole(front)):
        message = "extra.document.offset harus bilangan bulat: halaman PDF dikurangi halaman tercetak."
        raise ValueError(message)
    return PrintedDocument(
        url=url if _ELSEWHERE.fullmatch(url) else f"{{root}}/{url}",
        offset=int(str(offset)),
        front_offset=None if front is None else int(str(front)),
    )


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
