"""Stylesheets and scripts without comments and blanks: the site sends no byte that a reader cannot use.

The sources under ``docs/assets`` stay as they were written; only what a build publishes is smaller. Libraries
of others (folders named ``vendor``) come as their makers publish them.
"""

from __future__ import annotations

from functools import lru_cache

import minify

KINDS = {".css": "text/css", ".js": "application/javascript", ".mjs": "application/javascript"}
"""What is made smaller, by the end of its name."""


def is_source(path: str) -> bool:
    """Whether a file of ours at ``path``, below ``docs``, is made smaller."""
    folders = path.split("/")[:-1]
    return folders[:1] == ["assets"] and "vendor" not in folders and _kind(path) in KINDS


@lru_cache(maxsize=256)
def minified(path: str, source: str) -> str:
    """The same stylesheet or script, smaller.

    Raises:
        ValueError: It has an error of syntax; the message names the place.
    """
    try:
        return str(minify.string(KINDS[_kind(path)], source))
    except minify.MinifyError as error:
        message = f"{path}: {error}"
        raise ValueError(message) from error


def _kind(path: str) -> str:
    return path[path.rfind(".") :]
