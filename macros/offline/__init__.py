"""What a built site needs to work without a signal: versions in its assets' addresses, its worker, its list.

Everything is derived from the published files, so that the same site gives the same bytes.
"""

from __future__ import annotations

from macros.offline.publish import Menu, publish

__all__ = ["Menu", "publish"]
