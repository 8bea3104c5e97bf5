"""The command: two editions by id, in either order, in one of three formats (section 3.2.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from macros.changelog import ChangeLogs
from macros.documents import terminal
from macros.documents.change_log import change_log
from macros.documents.forms import show
from macros.exports.changes import whole
from macros.exports.editions import to_json
from macros.model.programme import Programme
from macros.source.problem import nearest, plain
from macros.wording.macro_guide import no_such

FORMATS = ("text", "markdown", "json")


def diff(
    programme: Programme,
    old: str,
    new: str,
    *,
    form: str = "text",
    editorial: bool = True,
    out: TextIO,
    err: TextIO,
    environment: Mapping[str, str],
) -> int:
    """Write what changed from ``old`` to ``new`` (ids); the result is the exit status.

    ``form`` is one of ``FORMATS``; JSON is that of the API. An unknown edition gives 2 and one sentence.
    """
    known = [edition.id for edition in programme.editions]
    for wanted in (old, new):
        if wanted not in known:
            err.write(f"{plain(no_such('edisi', wanted, nearest(wanted, known), known))}\n")
            return 2
    log = ChangeLogs(programme).log(programme.edition(old), programme.edition(new))
    if form == "json":
        terminal.write(to_json(whole(log, editorial=editorial).model_dump(mode="json")).decode(), out)
    else:
        show(change_log(log, editorial=editorial), form, out, environment)
    return 0
