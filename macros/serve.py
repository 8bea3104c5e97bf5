"""Serving while editing: waits out input that cannot be built at the start, then hands over to MkDocs.

MkDocs itself keeps the last good page up when a later rebuild fails; only a first build that fails would
end it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from macros.load import load
from macros.problems import Level, Problem, as_text
from macros.prose import check_pages

POLL = 0.3
"""Seconds between looks at the files while waiting for a mend."""


def serve(data: Path, docs: Path, address: str) -> int:
    """Serve the project of the current folder on ``address`` (``host:port``) until interrupted."""
    seen = None
    while errors := _errors(data, docs):
        if errors != seen:
            print(
                as_text(errors), "Perbaiki lalu simpan; situs dibangun begitu bersih.", sep="\n", flush=True
            )
            seen = errors
        time.sleep(POLL)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter


def _errors(data: Path, docs: Path) -> list[Problem]:
    problems = [*load(data, data.as_posix()).problems, *check_pages(docs, docs.as_posix())]
    return sorted(problem for problem in problems if problem.level is Level.ERROR)
