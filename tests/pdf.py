"""The text of a PDF that Chromium printed, run by run in the order in which it is drawn."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
_BLOCK = re.compile(r"beginbf(char|range)\n(.*?)endbf", re.DOTALL)
_DRAWN = re.compile(rb"/(F\d+) [\d.]+ Tf|\((?:[^()\\]|\\.)*\)|<([0-9A-F]+)>|\bBT\b", re.DOTALL)


def text(content: bytes) -> str:
    """Every run of text, one after the other; blanks are folded.

    Args:
        content: A PDF whose objects are not themselves compressed, as Chromium writes it.
    """
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    tables = {
        name.decode(): _table(objects, int(found[1]))
        for name, number in _FONT.findall(content)
        if (found := _UNICODE.search(objects.get(int(number), b"")))
    }
    runs: list[str] = []
    for page in re.findall(rb"/Contents (\d+) 0 R", content):
        font = ""
        for drawn in _DRAWN.finditer(_stream(objects[int(page)])):
            if drawn[1]:
                font = drawn[1].decode()
            elif drawn[0] == b"BT":
                runs.append(" ")
            elif drawn[2]:
                glyphs = re.findall("....", drawn[2].decode())
                runs += [tables.get(font, {}).get(int(glyph, 16), "") for glyph in glyphs]
    return " ".join("".join(runs).split())


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    return zlib.decompress(found[1]) if found else b""


def _table(objects: dict[int, bytes], number: int) -> dict[int, str]:
    """Which character a glyph stands for."""
    found: dict[int, str] = {}
    for kind, lines in _BLOCK.findall(_stream(objects[number]).decode("latin-1")):
        for line in lines.strip().split("\n"):
            first, *rest = re.findall(r"<([0-9A-F]+)>", line)
            start = int(first, 16)
            end = int(rest[0], 16) if kind == "range" else start
            shown = bytes.fromhex(rest[-1]).decode("utf-16-be")
            for step in range(end - start + 1):
                found[start + step] = shown[:-1] + chr(ord(shown[-1]) + step)
    return found
