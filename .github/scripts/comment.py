"""Post or renew the one comment that shows the change sheet of a pull request.

Runs after the workflow that made the sheet, with the right to comment, and from the default branch. What
that workflow left was made by the code of the pull request, so it is data from a stranger: it is capped in
size, read as plain text, never unpacked to disk, never run, and whose number it bears is asked of GitHub.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ARTIFACT = "lembar-perubahan"
SHEET, NUMBER = "lembar.md", "nomor.txt"
LARGEST_ZIP = 4_000_000
LARGEST = {SHEET: 1_000_000, NUMBER: 20}
MOST_ENTRIES = 50
COMPRESSED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
LONGEST = 60_000
"""Characters of a sheet in a comment; GitHub takes 65,536 in all."""
PAGE = 100
MOST_PAGES = 30
AUTHOR = "github-actions[bot]"
MARKER = "<!-- lini-depan: lembar perubahan -->"
ALSO_CODE = (
    "> **Perhatian:** usulan ini juga mengubah {} berkas yang bukan isi. Berkas itu dapat mengubah cara"
    " lembar ini disusun. Periksa kodenya lebih dulu."
)
CUT = "_Lembar ini dipotong karena panjang. Lembar penuh ada di berkas lengkap, lihat di atas._"
UNREADABLE = "Lembar perubahan tidak dapat disusun. Sebabnya tertulis di catatan pemeriksaan, lihat di atas."
CONTENT = re.compile(r"menu_data/.+\.(?:yml|json|md)|docs/.+\.(?:md|pdf|png)")
"""Files that hold content; all others can change how the sheet is made."""
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
ALLOWED = re.compile(r"</?(?:ins|del|details|summary|b)>|<br>|<!-- -->")
"""What a sheet may hold of HTML: no attribute, and no comment with anything in it."""
APART = "&#8203;"
"""Keeps GitHub from seeing a name, a number or an address; not seen itself."""

KEPT = r"(?:\x00\d+\x00)*"
"""Places of what is allowed, while the rest is tamed."""

Api = Callable[..., bytes]


class RefusedError(Exception):
    """What was left is not what the workflow leaves; the message says why."""


# What a stranger left


def unpack(content: bytes) -> dict[str, str]:
    """The texts of the known files in an artifact; ``RefusedError`` for anything unusual in them."""
    if len(content) > LARGEST_ZIP:
        raise RefusedError("the artifact is too large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [info.filename for info in archive.infolist()]
            if len(names) > MOST_ENTRIES:
                raise RefusedError("the artifact holds too many files")
            found = {}
            for name, most in LARGEST.items():
                if names.count(name) > 1:
                    raise RefusedError(f"{name} is there twice")
                if name in names and archive.getinfo(name).compress_type not in COMPRESSED:
                    raise RefusedError(f"{name} is packed in an unusual way")
                if name in names:
                    found[name] = _text(archive, name, most)
            return found
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise RefusedError(f"the artifact cannot be read: {type(error).__name__}") from error


def _text(archive: zipfile.ZipFile, name: str, most: int) -> str:
    with archive.open(name) as file:  # its own claim about its size is not believed
        content = file.read(most + 1)
    if len(content) > most:
        raise RefusedError(f"{name} is too large")
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RefusedError(f"{name} is not UTF-8") from error
    if UNSEEN.search(text):
        raise RefusedError(f"{name} holds characters that cannot be seen")
    return text


def number_of(text: str) -> int:
    """The number of a pull request: digits, and nothing else but the last line's end."""
    if not re.fullmatch(r"[1-9][0-9]{0,8}\n?", text, re.ASCII):
        raise RefusedError("the number is not a number")
    return int(text)


def tame(text: str) -> str:
    """Markdown that can neither call anyone, nor link anywhere, nor pass for more than it is."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    text = ALLOWED.sub(keep, re.sub("[\x00\x01]", "", text))
    text = re.sub(r"&(?!(?:amp|lt|gt|quot|nbsp);)", "&amp;", text)
    text = text.replace("<", "&lt;")
    text = re.sub(r"`{3,}", "``", text)
    text = re.sub(r"~{3,}", "~~", text)
    for called in (
        "@",
        r"#(?=[\d\x00])",
        r"\bGH-(?=[\d\x00])",
        rf":(?={KEPT}//)",
        rf"www(?={KEPT}\.)",
        r"](?=[(\[:])",
    ):
        text = re.sub(called, "\\g<0>\x01", text, flags=re.IGNORECASE)
    text = text.replace("\x01", APART)
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text)


def shortened(text: str) -> str:
    """The text at a length that a comment can hold, cut between lines, nothing left open."""
    if len(text) > LONGEST:
        end = text.rfind("\n", 0, LONGEST)
        text = text[: end if end > 0 else LONGEST] + f"\n\n{CUT}\n"
    unclosed = any(text.count(f"<{name}>") != text.count(f"</{name}>") for name in ("details", "summary"))
    return re.sub(r"</?(?:details|summary)>", "", text) if unclosed else text


# What GitHub says


def belongs(pull: dict[str, Any], run: dict[str, Any], repository: str) -> bool:
    """Whether a pull request is open, of this repository, and at the very commit of the run."""
    return bool(
        pull["state"] == "open"
        and pull["base"]["repo"]["full_name"] == repository
        and pull["head"]["sha"] == run["head_sha"]
        and pull["head"]["repo"] is not None
        and run["head_repository"] is not None
        and pull["head"]["repo"]["id"] == run["head_repository"]["id"]
    )


def every(api: Api, path: str) -> Iterator[dict[str, Any]]:
    """Every item of a list that GitHub gives in pages."""
    for page in range(1, MOST_PAGES + 1):
        items = json.loads(api(f"{path}?per_page={PAGE}&page={page}"))
        yield from items
        if len(items) < PAGE:
            return


def outside(api: Api, pull: str) -> int:
    """How many files a pull request changes that are no content."""
    return sum(
        not CONTENT.fullmatch(name)
        for file in every(api, f"{pull}/files")
        for name in {file["filename"], file.get("previous_filename", file["filename"])}
    )


def ours(comments: Iterator[dict[str, Any]]) -> int | None:
    """The comment to renew: the first of this workflow; a marker in anyone else's means nothing."""
    for comment in comments:
        if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARKER):
            return int(comment["id"])
    return None


def composed(sheet: str | None, run: dict[str, Any], others: int) -> str:
    """The whole comment: what is known for sure, a line, then what the pull request's own code wrote."""
    passed = "lulus" if run["conclusion"] == "success" else "**belum lulus**"
    more = f"[Berkas lengkap, pratinjau situs, dan catatan pemeriksaan]({run['html_url']})"
    lines = [MARKER, f"Commit `{run['head_sha']}`. Pemeriksaan: {passed}. {more}."]
    if others:
        lines += ["", ALSO_CODE.format(others)]
    body = UNREADABLE if sheet is None else shortened(tame(sheet))
    return "\n".join([*lines, "", "---", "", body])


def comment(run: dict[str, Any], repository: str, api: Api) -> str:
    """Do everything; what was done, in one line."""
    base = f"repos/{repository}"
    listed = json.loads(api(f"{base}/actions/runs/{run['id']}/artifacts?per_page={PAGE}"))["artifacts"]
    artifact = next((one for one in listed if one["name"] == ARTIFACT and not one["expired"]), None)
    if artifact is None:
        return "the run left no sheet"
    if artifact["size_in_bytes"] > LARGEST_ZIP:
        raise RefusedError("the artifact is too large")
    files = unpack(api(f"{base}/actions/artifacts/{int(artifact['id'])}/zip"))
    if NUMBER not in files:
        raise RefusedError("there is no number")
    number = number_of(files[NUMBER])
    pull = f"{base}/pulls/{number}"
    if not belongs(json.loads(api(pull)), run, repository):
        return "the run is not of the present state of that pull request"
    body = composed(files.get(SHEET), run, outside(api, pull))
    known = ours(every(api, f"{base}/issues/{number}/comments"))
    if known is None:
        api(f"{base}/issues/{number}/comments", method="POST", body=body)
        return f"commented on {number}"
    api(f"{base}/issues/comments/{known}", method="PATCH", body=body)
    return f"renewed the comment on {number}"


def gh(path: str, method: str = "GET", body: str | None = None) -> bytes:
    """Ask GitHub through its own client, at most ``LARGEST_ZIP`` bytes."""
    command = ["gh", "api", "--method", method, path]
    given = None if body is None else json.dumps({"body": body}).encode()
    if given is not None:
        command += ["--input", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdin is None or process.stdout is None:
            raise RefusedError("gh cannot be spoken to")
        process.stdin.write(given or b"")
        process.stdin.close()
        found = process.stdout.read(LARGEST_ZIP + 1)
        if len(found) > LARGEST_ZIP:
            process.kill()
            raise RefusedError("the answer is too large")
    if process.returncode != 0:
        raise RefusedError(f"gh api {method} {path} failed")
    return found


def main() -> int:
    """Comment for the run that the event tells of."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    try:
        print(comment(event["workflow_run"], os.environ["GITHUB_REPOSITORY"], gh))
    except RefusedError as refusal:
        print(f"::error title=Lembar perubahan::{refusal}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
