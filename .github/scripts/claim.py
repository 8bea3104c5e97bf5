"""What the author of a pull request claims of it: wording alone, or its substance too.

Reads the boxes of ``.github/PULL_REQUEST_TEMPLATE.md`` in the event that GitHub describes, and prints
``claim=editorial`` or ``claim=substantive`` for ``$GITHUB_OUTPUT``; nothing when no box or both are ticked.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

BOX = re.compile(r"^\s*[-*] \[([ xX])\].*<!-- klaim: (editorial|substantive) -->\s*$")
ASK = "Centang tepat satu pilihan pada pertanyaan 2 di uraian usulan: hanya redaksional, atau mengubah isi."


def claim(body: str | None) -> str | None:
    """The one claim that is ticked in the description of a pull request."""
    boxes = [BOX.match(line) for line in (body or "").splitlines()]
    ticked = {box[2] for box in boxes if box and box[1] in "xX"}
    return ticked.pop() if len(ticked) == 1 else None


def main() -> int:
    """Print the claim of the event's pull request."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    found = claim(event["pull_request"]["body"])
    if found is None:
        print(f"::warning title=Pertanyaan 2::{ASK}", file=sys.stderr)
        return 0
    print(f"claim={found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
