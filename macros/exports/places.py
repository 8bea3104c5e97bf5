"""The list of places with what is said about a typed name, for the check that any page can hold."""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.exports.artifact import Artifact
from macros.facts import urls
from macros.model.programme import Programme
from macros.render.listed import places
from macros.wording.places import ANSWERS_TO_A_NAME


def export(programme: Programme) -> Iterator[Artifact]:
    """``lokasi/daftar.json``, where the programme has such a list."""
    found = places(programme, programme.guideline)
    if found:
        data = {"listed": found, "words": ANSWERS_TO_A_NAME}
        content = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
        yield Artifact(urls.PLACE_LIST, content.encode())
