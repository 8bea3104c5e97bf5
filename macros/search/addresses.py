"""Pages that ``search.yml`` names by address: each is on the page_index.

The loader knows the data folder only, so this runs where the pages are known too: in ``macros check`` and in
the hook that begins a build.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.facts.page_index import PageIndex
from macros.loading.load import Loaded
from macros.source.problem import Problem, did_you_mean


def check_addresses(loaded: Loaded, page_index: PageIndex) -> Iterator[Problem]:
    """Addresses that no page has."""
    known = {sheet.url for sheet in page_index}
    for target in loaded.programme.search_words.targets() if loaded.programme is not None else ():
        page = (target.page or "").partition("#")[0]
        if target.page is not None and page not in known:
            file, line, column = loaded.place(target, "page")
            yield Problem(
                file=file,
                line=line,
                column=column,
                where="page",
                message=f'halaman "{target.page}" tidak ada.',
                hint=did_you_mean(page, sorted(known)) or "Tulis alamatnya di situs, misalnya tata-kelola/.",
            )
