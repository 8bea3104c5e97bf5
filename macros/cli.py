"""Commands on the data without a site build: ``python -m macros COMMAND``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from macros.diffing import FORMATS as DIFF_FORMATS
from macros.diffing import diff
from macros.exports import exports
from macros.exports.schema import files as schema_files
from macros.load import Loaded, load
from macros.model import Programme
from macros.pages import pages
from macros.problems import Level, Problem, as_github, as_json, as_text
from macros.prose import check_pages

Files = Iterable[tuple[str, bytes]]
FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status (0 well, 1 problems, 2 wrong usage)."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="periksa semua data dan halaman")
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    check.add_argument(
        "--docs", type=Path, default=None, help="folder halaman (bawaan: docs di sebelah data)"
    )
    check.set_defaults(run=_check)
    for name, action, about in (
        ("export", _export, "tulis semua berkas data terbuka"),
        ("pages", _pages, "tulis halaman yang dihasilkan dari data"),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument("--out", type=Path, required=True)
        command.set_defaults(run=action)
    schema = commands.add_parser("schema", help="perbarui skema JSON di folder data")
    schema.set_defaults(run=_schema)
    difference = commands.add_parser("diff", help="tunjukkan apa yang berubah di antara dua edisi")
    difference.add_argument("old", metavar="LAMA", help="id edisi lama")
    difference.add_argument("new", metavar="BARU", help="id edisi baru")
    difference.add_argument("--format", choices=DIFF_FORMATS, default="text")
    difference.add_argument(
        "--editorial", action=argparse.BooleanOptionalAction, default=True, help="dengan perubahan redaksi"
    )
    difference.set_defaults(run=_diff)
    server = commands.add_parser("serve", help="bangun, sajikan, dan bangun ulang setiap kali disunting")
    server.add_argument("--host", default="127.0.0.1")
    server.add_argument("--port", type=int, default=8000)
    server.set_defaults(run=_serve)
    for command in (check, schema, difference, *(commands.choices[name] for name in ("export", "pages"))):
        command.add_argument("--data", type=Path, default=Path("menu_data"))
    asked = parser.parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = asked.run
    return run(asked)


def _check(asked: argparse.Namespace) -> int:
    problems = _load(asked).problems
    docs: Path = asked.docs or asked.data.parent / "docs"
    if docs.is_dir():
        problems = sorted([*problems, *check_pages(docs, docs.as_posix())])
    print(FORMATS[asked.format](problems))
    return int(any(problem.level is Level.ERROR for problem in problems))


def _diff(asked: argparse.Namespace) -> int:
    loaded = _load(asked)
    if loaded.programme is None:
        print(as_text(loaded.problems), file=sys.stderr)
        return 1
    return diff(
        loaded.programme,
        asked.old,
        asked.new,
        form=asked.format,
        editorial=asked.editorial,
        out=sys.stdout,
        err=sys.stderr,
        environment=os.environ,
    )


def _serve(asked: argparse.Namespace) -> int:
    from macros.serve import serve  # noqa: PLC0415 - the other commands need no MkDocs

    return serve(asked.host, asked.port)


def _export(asked: argparse.Namespace) -> int:
    return _write(asked, lambda programme: ((item.path, item.content) for item in exports(programme)))


def _pages(asked: argparse.Namespace) -> int:
    return _write(asked, lambda programme: ((page.src_uri, page.text.encode()) for page in pages(programme)))


def _write(asked: argparse.Namespace, contents: Callable[[Programme], Files]) -> int:
    loaded = _load(asked)
    if loaded.programme is None:
        print(as_text(loaded.problems), file=sys.stderr)
        return 1
    _write_all(asked.out, contents(loaded.programme))
    return 0


def _schema(asked: argparse.Namespace) -> int:
    _write_all(asked.data / "schema", schema_files())
    return 0


def _write_all(folder: Path, contents: Files) -> None:
    for name, content in contents:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _load(asked: argparse.Namespace) -> Loaded:
    data: Path = asked.data
    return load(data, data.as_posix())
