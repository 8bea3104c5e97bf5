"""Data that a page hands to its script, as JSON inside ``<script type="application/json">``.

Inside a script element no character reference is read, so what could end it, open a comment, or be taken for
a blank of the page (``{root}``) is written with JSON's own escapes.
"""

from __future__ import annotations

import json
import re

from markupsafe import Markup

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ODD = re.compile("[<>&{}\u2028\u2029]")


def island(value: object) -> Markup:
    """``value`` as JSON that stands safely in a script element of a Markdown page.

    Args:
        value: Made of ``dict`` (text keys), ``list``, ``tuple``, ``str``, ``int``, ``bool`` and ``None``.

    Raises:
        TypeError: It holds anything else.
        ValueError: It holds a number that JSON has no name for.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(_STRING.sub(lambda found: _ODD.sub(_escape, found[0]), text))  # noqa: S704 - escaped above


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
