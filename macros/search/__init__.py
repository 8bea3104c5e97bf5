"""Documents of the site's search: every place that a visitor may look for, with its own address.

The current edition, the guideline and the site's pages form one index; every other edition has one of its
own, so that many editions do not make a search heavier. MiniSearch builds the index in the browser from these
documents, since its library, the documents and the roots of words weigh less than a ready index would.
"""

from __future__ import annotations

from macros.search.addresses import check_addresses
from macros.search.files import search_files

__all__ = ["check_addresses", "search_files"]
