"""The reader's terminal: its width, whether it shows colour, and the pager that it asks for."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from typing import TextIO

PAGER = "less -FRX"
"""Leaves a text that fits alone, lets colours through, and the text on the screen when it ends."""
SIZE = (80, 24)
"""Columns and lines where nothing tells them."""
OFF = frozenset({"", "0", "false"})


def shows_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours: as the environment says (``NO_COLOR`` first), or if a terminal reads them."""
    if environment.get("NO_COLOR", ""):
        return False
    if any(environment.get(name, "").lower() not in OFF for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environment.get("TERM") == "dumb" or environment.get("CLICOLOR") == "0":
        return False
    return stream.isatty()


def columns() -> int:
    """Columns of the terminal, or of ``COLUMNS``."""
    return shutil.get_terminal_size(SIZE).columns


def show(text: str, stream: TextIO, environment: Mapping[str, str]) -> None:
    """Write ``text``; through the pager where a terminal reads it and it is longer than the screen."""
    if (
        stream.isatty()
        and text.count("\n") >= shutil.get_terminal_size(SIZE).lines
        and _paged(text, environment)
    ):
        return
    write(text, stream)


def write(text: str, stream: TextIO) -> None:
    """Write ``text``, what the stream cannot hold as codes; that ``head`` stops reading is no error."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _paged(text: str, environment: Mapping[str, str]) -> bool:
    """Whether a pager has shown the text."""
    command = shlex.split(environment.get("PAGER", PAGER))
    if not command or shutil.which(command[0]) is None:
        return False
    settings = {"LESS": "FRX", **environment}
    subprocess.run(command, input=text, text=True, encoding="utf-8", env=settings, check=False)  # noqa: S603 - the reader's own pager
    return True
