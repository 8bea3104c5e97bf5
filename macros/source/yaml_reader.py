"""YAML bytes to plain data with the position of every value.

The syntax is a strict part of YAML without implicit conversions: one document, no directives (section 6.8
of YAML 1.2), tags (6.8.2), anchors (6.9.2), aliases (7.1) or merge keys; only text, decimal integers,
``true``/``false`` and empty values. Unquoted words that any YAML reader would turn into something else
(yaml.org/type: bool, int, float, timestamp, merge, value) must be quoted. Nothing is constructed or executed:
the data is built from parser events as they come, and reading stops at the limits of depth and size.
"""

from __future__ import annotations

import re
from itertools import islice

from macros.source.characters import invisible
from macros.source.data_builder import DataBuilder
from macros.source.positions import Position, Source, place_of
from macros.source.problem import INVISIBLE, Problem
from macros.source.report import MAX_PROBLEMS, ProblemReport
from macros.source.slips import conflicts, slips
from macros.source.yaml_errors import OR_QUOTE

MAX_BYTES = 512 * 1024
"""Largest file; with ``MAX_NODES`` it keeps the worst file well under a second."""
_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_TAB_WIDTHS = (2, 4, 8)
"""Columns that a tab may stand for in indentation."""
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_TAB = re.compile(r"^ *\t", re.MULTILINE)


def read(data: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """Read ``data``; ``file`` is how the file is called in messages.

    Never raises, whatever the bytes.

    Returns:
        The source, ``None`` when syntax, size or the number of problems stops the reading, and every
        problem in order of place. A source with problems serves further checks only: what was refused
        stands in it as text.
    """
    report = ProblemReport(file)
    text = _decode(data, report)
    if text is None:
        return None, report.problems
    reader, whole, guessed = _attempt(_screen(text, report), report)
    source = None
    if whole:
        flaws = tuple(dict.fromkeys(report.flaws))
        source = Source(file, reader.data, reader.values, reader.ends, reader.keys, flaws, guessed)
    return source, sorted(report.problems)


def _decode(data: bytes, report: ProblemReport) -> str | None:
    """The text of a file, lines ending in a newline alone; ``None`` when it is no text of bearable size."""
    start = Position(1, 1)
    if len(data) > MAX_BYTES:
        message = f"berkas lebih besar dari {MAX_BYTES // 1024} KiB."
        report.add(start, message, "Pecah menjadi beberapa berkas.")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "berkas disimpan sebagai UTF-16, bukan UTF-8."
        report.add(start, message, "Simpan ulang sebagai UTF-8 tanpa BOM.")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        message = "berkas diawali tanda urutan bita (BOM)."
        report.add(start, message, "Simpan ulang sebagai UTF-8 tanpa BOM.", loses=False)
        data = data[3:]
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"bita 0x{data[error.start]:02X} bukan UTF-8."
        report.add(place_of(before, len(before)), message, "Simpan ulang berkas sebagai UTF-8.")
        return None


def _attempt(text: str, report: ProblemReport) -> tuple[DataBuilder, bool, bool]:
    """Read a text; whether all was read, and whether tabs had to be guessed for it.

    Slips that stop the reading are reported and read as what was meant.

    Spaces that are none to YAML and colons of another script are refused only there: within a text they are
    what its author wrote.
    """
    for _ in range(MAX_PROBLEMS):
        trial = report.copy()
        reader = DataBuilder(trial, text)
        whole = reader.read()
        if reader.stopped is None:
            break
        meant, found = slips(text, reader.stopped)
        if not found:
            break
        for slip in found:
            report.add(place_of(text, slip.at), slip.message, slip.hint, loses=False)
        text = meant
    tabs = not whole and _TAB.search(text) is not None
    for width in _TAB_WIDTHS if tabs else ():
        spaced = report.copy()
        other = DataBuilder(spaced, _TAB.sub(lambda found: found[0].expandtabs(width), text))  # noqa: B023
        if other.read():
            report.take(spaced)
            return other, True, True
    report.take(trial)
    return reader, whole, False


def _screen(text: str, report: ProblemReport) -> str:
    """Report what no YAML file of ours may hold; the same text with harmless characters in its place."""
    for found in islice(INVISIBLE.finditer(text), MAX_PROBLEMS + 1):
        report.add(place_of(text, found.start()), *invisible(found.group()))
    for found in islice(_TAB.finditer(text), MAX_PROBLEMS + 1):
        report.add(place_of(text, found.end() - 1), "baris menjorok dengan tab.", "Ganti tab dengan spasi.")
    text = _merged(text, report)
    for found in islice(_DIRECTIVE.finditer(text), MAX_PROBLEMS + 1):
        message = "baris diawali tanda %, yaitu perintah YAML (%YAML, %TAG)."
        report.add(place_of(text, found.start()), message, f"Hapus baris itu; {OR_QUOTE}")
    return _DIRECTIVE.sub("#", INVISIBLE.sub(_STAND_IN, text))


def _merged(text: str, report: ProblemReport) -> str:
    """Report what git left unmerged; the text of one side, each line in its place."""
    lines = text.split("\n")
    for found in conflicts(lines):
        report.add(Position(found.first, 1), *found.words())
        for number in found.dropped:
            lines[number - 1] = ""
    return "\n".join(lines)
