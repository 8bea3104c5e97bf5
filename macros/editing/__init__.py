"""Edits of the yearly revision (section 3.2.5): a draft, a frozen edition, an erratum.

Each is tried on a copy of the data beside them, loaded and checked there, and only then moved to its place,
so that the data are as before or wholly changed.
"""

from __future__ import annotations

from macros.editing.draft import new_edition
from macros.editing.record import erratum, freeze, renew
from macros.editing.transaction import RefusedError

__all__ = ["RefusedError", "erratum", "freeze", "new_edition", "renew"]
