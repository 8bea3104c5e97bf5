"""Commands on the data without a site build: ``python -m macros COMMAND``, or ``python3 dev.py COMMAND``.

Editors of content run them, so everything that they print is Indonesian.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from macros.documents import FORMATS as DIFF_FORMATS
from macros.documents import diff
from macros.editing import RefusedError, erratum, freeze, new_edition, renew
from macros.exports.schema import files as schema_files
from macros.facts.guideline_text import read_text
from macros.loading.load import Loaded, load
from macros.page_checks.frozen_text import freeze_text
from macros.review import CLAIMS, approve_edition, approve_revision, correct_text, review, verify
from macros.review import FORMATS as REVIEW_FORMATS
from macros.site.content import Content, UnpublishableError, check, gather, page_problems
from macros.site.engines import DEFAULT, ENGINES, EngineError
from macros.source.problem import Level, Problem, as_github, as_json, as_text
from macros.wording import commands as words

Files = Iterable[tuple[str, bytes]]
Run = Callable[[argparse.Namespace], int]
Option = Callable[[argparse.ArgumentParser], object]
FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
COMMANDS: dict[str, tuple[str, tuple[Option, ...], Run]] = {}
"""Every command: what it is for, what it takes, what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status (0 well, 1 problems, 2 wrong usage)."""
    _speak_indonesian()
    parser = argparse.ArgumentParser(prog="python3 dev.py", description=words.ABOUT)
    commands = parser.add_subparsers(
        dest="command", required=True, title=words.COMMANDS, metavar=words.COMMAND
    )
    for name, (about, options, run) in COMMANDS.items():
        sentence = f"{about[0].upper()}{about[1:]}."
        command = commands.add_parser(name, help=about, description=sentence)
        for option in options:
            option(command)
        command.set_defaults(run=run)
    asked = parser.parse_args(arguments)
    chosen: Run = asked.run
    return chosen(asked)


def _speak_indonesian() -> None:
    """Give ``argparse`` our words; it has no other way than the settings of the terminal."""
    argparse._ = words.translated  # type: ignore[attr-defined]
    argparse.ngettext = words.counted  # type: ignore[attr-defined]


def _command(name: str, about: str, *options: Option) -> Callable[[Run], Run]:
    """Register the function below as a command."""

    def register(run: Run) -> Run:
        COMMANDS[name] = about, options, run
        return run

    return register


def _option(*names: str, **settings: Any) -> Option:  # noqa: ANN401 - whatever argparse takes
    return lambda parser: parser.add_argument(*names, **settings)


def _target(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--activity", metavar="ID", help="kegiatan yang diralat")
    one.add_argument("--package", metavar="ID", help="paket yang diralat; tanpa keduanya: edisinya")


def _editorial(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--editorial", action="store_true", default=True, help="dengan perubahan redaksi (bawaan)"
    )
    one.add_argument("--no-editorial", dest="editorial", action="store_false", help="tanpa perubahan redaksi")


DATA = _option("--data", type=Path, default=Path("menu_data"), metavar=words.FOLDER, help=words.DATA)
OUT = _option("--out", type=Path, required=True, metavar=words.FOLDER, help=words.OUT)
DOCS = _option("--docs", type=Path, default=None, metavar=words.FOLDER, help=words.DOCS)


@_command(
    "check",
    "periksa semua data dan halaman",
    DATA,
    _option("--format", choices=sorted(FORMATS), default="text", help=words.FORMAT),
    DOCS,
)
def _check(asked: argparse.Namespace) -> int:
    loaded, docs = _load(asked), _docs(asked)
    problems = check(gather(loaded, docs), docs.as_posix()) if docs.is_dir() else loaded.problems
    print(FORMATS[asked.format](problems))
    return int(any(problem.level is Level.ERROR for problem in problems))


def _page_problems(loaded: Loaded, docs: Path, label: str) -> Iterable[Problem]:
    """Problems of the pages below ``docs``, which messages call ``label``."""
    return page_problems(gather(loaded, docs), label)


@_command(
    "diff",
    "tunjukkan apa yang berubah di antara dua edisi",
    _option("old", metavar="LAMA", help="id edisi lama"),
    _option("new", metavar="BARU", help="id edisi baru"),
    _option("--format", choices=DIFF_FORMATS, default="text", help=words.FORMAT),
    _editorial,
    DATA,
)
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


@_command(
    "review",
    "tulis lembar perubahan di antara dua revisi git atau dua folder",
    _option("base", metavar="SEBELUM", help="revisi git, atau folder yang memuat menu_data"),
    _option("head", metavar="SESUDAH", help="revisi git, atau folder yang memuat menu_data"),
    _option("--format", choices=REVIEW_FORMATS, default="text", help=words.FORMAT),
    _option("--claim", choices=CLAIMS, help="yang dinyatakan usulan ini tentang dirinya"),
    _option("--edition", metavar="ID", help="lembar untuk mengesahkan edisi ini, seutuhnya"),
    _option("--out", type=Path, metavar="BERKAS", help="tulis lembar ke berkas ini"),
)
def _review(asked: argparse.Namespace) -> int:
    return review(
        asked.base,
        asked.head,
        form=asked.format,
        claim=asked.claim,
        edition=asked.edition,
        out=asked.out,
        checks=_page_problems,
        here=Path.cwd(),
        stream=sys.stdout,
        err=sys.stderr,
        environment=os.environ,
    )


@_command(
    "serve",
    "bangun, sajikan, dan bangun ulang setiap kali disunting",
    _option("--host", default="127.0.0.1", metavar=words.ADDRESS, help=words.HOST),
    _option("--port", type=int, default=8000, metavar=words.NUMBER, help=words.PORT),
)
def _serve(asked: argparse.Namespace) -> int:
    from macros.site.serve import serve  # noqa: PLC0415 - the other commands need no MkDocs

    return serve(asked.host, asked.port)


@_command(
    "build",
    "bangun situs dengan ketat; situs yang lama tetap ada sampai yang baru utuh",
    _option("--out", type=Path, default=Path("site"), metavar=words.FOLDER, help=words.OUT),
    _option("--engine", choices=sorted(ENGINES), default=DEFAULT, help="mesin yang membuat HTML"),
    _option(
        "--site-url",
        default=os.environ.get("SITE_URL"),
        metavar=words.ADDRESS,
        help="alamat situs nanti, misalnya https://contoh.id/",
    ),
)
def _build(asked: argparse.Namespace) -> int:
    from macros.site.build import build  # noqa: PLC0415 - the other commands need no engine

    try:
        problems = build(Path.cwd(), asked.out, asked.engine, asked.site_url)
    except (UnpublishableError, EngineError) as error:
        print(error, file=sys.stderr)
        return 1
    if problems:
        print(as_text(problems))
    print(f"Situs dibangun di {asked.out.as_posix()}.")
    return 0


@_command("export", "tulis semua berkas data terbuka dan indeks pencarian", DATA, DOCS, OUT)
def _export(asked: argparse.Namespace) -> int:
    return _write(asked, lambda content: ((item.path, item.content) for item in content.files))


@_command("pages", "tulis halaman yang dihasilkan dari data", DATA, DOCS, OUT)
def _pages(asked: argparse.Namespace) -> int:
    return _write(asked, lambda content: ((page.src_uri, page.text.encode()) for page in content.pages))


def _noting(parser: argparse.ArgumentParser) -> None:
    """What a correction says, or that the last one is renewed."""
    parser.add_argument("--date", metavar="TANGGAL", help='tanggalnya, misalnya "2030-06-30"')
    parser.add_argument("--what", metavar="TEKS", help="yang keliru, dan bunyinya sekarang")
    parser.add_argument("--why", metavar="TEKS", help="sebabnya")
    parser.add_argument(
        "--renew", action="store_true", help="hitung ulang sidik koreksi terakhir; catatannya tetap"
    )


def _said(asked: argparse.Namespace) -> dict[str, str] | None:
    """Date, what and why: all of them, or none where ``--renew`` stands; ``None`` after a complaint."""
    said = {key: value for key in ("date", "what", "why") if (value := getattr(asked, key)) is not None}
    if len(said) == (0 if asked.renew else 3):
        return said
    print("Tulis --date, --what, dan --why; atau --renew saja.", file=sys.stderr)
    return None


@_command(
    "freeze-text",
    "bekukan teks panduan sebagai satu revisi, atau koreksi teks revisi yang tercetak",
    _option("revision", metavar="REVISI", help='id revisi di guideline/revisions.yml, misalnya "2030"'),
    _noting,
    DATA,
    DOCS,
)
def _freeze_text(asked: argparse.Namespace) -> int:
    if asked.renew or asked.date or asked.what or asked.why:
        said = _said(asked)
        if said is None:
            return 2
        return _edit(lambda: correct_text(asked.data, _docs(asked), asked.revision, said))
    loaded = _load(asked)
    if loaded.programme is None:
        print(as_text(loaded.problems), file=sys.stderr)
        return 1
    guideline = loaded.programme.guideline
    try:
        content = freeze_text(guideline, read_text(_docs(asked), guideline), asked.revision)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    path = f"guideline/texts/{asked.revision}.yml"
    _write_all(asked.data, [(path, content.encode())])
    print(f"Teks dibekukan di {(asked.data / path).as_posix()}.")
    return 0


def _docs(asked: argparse.Namespace) -> Path:
    docs: Path | None = asked.docs
    return docs or asked.data.parent / "docs"


def _write(asked: argparse.Namespace, made: Callable[[Content], Files]) -> int:
    content = gather(_load(asked), _docs(asked))
    if content.loaded.programme is None:
        print(as_text(content.loaded.problems), file=sys.stderr)
        return 1
    _write_all(asked.out, made(content))
    return 0


@_command("schema", "perbarui skema JSON di folder data", DATA)
def _schema(asked: argparse.Namespace) -> int:
    _write_all(asked.data / "schema", schema_files())
    return 0


@_command(
    "new-edition",
    "mulai usulan edisi tahun berikutnya",
    _option("new", metavar="EDISI", help='id edisi baru, misalnya "2031"'),
    _option("--from", dest="old", metavar="EDISI", required=True, help="edisi yang dilanjutkan"),
    _option("--year", type=int, metavar="TAHUN", help="tahun anggarannya, bila ada tahun tanpa edisi"),
    DATA,
)
def _new_edition(asked: argparse.Namespace) -> int:
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    return _edit(lambda: new_edition(asked.data, asked.new, asked.old, today, asked.year))


@_command(
    "freeze",
    "bekukan edisi yang sudah disahkan, atau yang tercetak di naskah",
    _option("edition", metavar="EDISI", help='id edisi, misalnya "2030"'),
    DATA,
)
def _freeze(asked: argparse.Namespace) -> int:
    return _edit(lambda: freeze(asked.data, asked.edition))


@_command(
    "erratum",
    "catat ralat atau koreksi penyunting sesudah nilai yang keliru dibetulkan",
    _option("edition", metavar="EDISI", help='id edisi, misalnya "2030"'),
    _option("--field", metavar="KOLOM", help="kolom yang diralat, misalnya availability"),
    _target,
    _noting,
    _option(
        "--decided-by", metavar="ID", help="id lembaga yang memutus; tanpa ini: koreksi penyunting situs"
    ),
    _option("--decision", metavar="NOMOR", help="nomor putusan, bila ada"),
    DATA,
)
def _erratum(asked: argparse.Namespace) -> int:
    if _said(asked) is None:
        return 2
    if asked.renew:
        return _edit(lambda: renew(asked.data, asked.edition))
    return _edit(lambda: erratum(asked.data, asked.edition, vars(asked)))


def _approved(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--edition", metavar="ID", help="edisi yang disahkan")
    one.add_argument("--revision", metavar="ID", help="revisi panduan yang disahkan")


@_command(
    "approve",
    "sahkan edisi atau revisi panduan menurut putusan atas satu lembar",
    _approved,
    _option("--decision", metavar="ID", required=True, help="id atau nomor putusan di decisions.yml"),
    _option("--sheet", metavar="SIDIK", required=True, help="sidik digital lembar yang diputus"),
    DATA,
    DOCS,
)
def _approve(asked: argparse.Namespace) -> int:
    docs, decision, sheet = _docs(asked), asked.decision, asked.sheet
    if asked.edition is not None:
        return _edit(lambda: approve_edition(asked.data, docs, asked.edition, decision, sheet))
    return _edit(lambda: approve_revision(asked.data, docs, asked.revision, decision, sheet))


@_command(
    "verify",
    "periksa bahwa yang terbit sama dengan yang dibekukan",
    _option("--site", type=Path, metavar="TEMPAT", help="folder situs, atau satu berkas edisi dari situs"),
    DATA,
)
def _verify(asked: argparse.Namespace) -> int:
    loaded = _load(asked)
    if loaded.comparable is None:
        print(as_text(loaded.problems), file=sys.stderr)
        return 1
    said, status = verify(loaded.comparable, asked.site)
    print(said)
    return status


def _edit(change: Callable[[], str]) -> int:
    try:
        print(change())
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _write_all(folder: Path, contents: Files) -> None:
    for name, content in contents:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _load(asked: argparse.Namespace) -> Loaded:
    data: Path = asked.data
    return load(data, data.as_posix())
