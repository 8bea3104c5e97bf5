"""Hand-written Markdown pages, checked before anything is rendered.

mkdocs-macros renders every page as an unsandboxed Jinja template, so a page may call known macros with
literal arguments and nothing else; its front matter holds known keys with plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.render import PageTemplateError, Renderer, macro_calls, objection
from macros.source.problem import Problem, ProblemStage, did_you_mean
from macros.source.slips import conflicts
from macros.source.yaml_reader import read

FRONT_MATTER = {
    "title": str,
    "description": str,
    "section": str,
    "author": str,
    "proposal": str,
    "styles": list,
    "scripts": list,
    "template": str,
    "hide": list,
}
BOM = b"\xef\xbb\xbf"
"""The byte order mark that some editors write before a text in UTF-8."""
FENCE = "---"
MARKUP = frozenset("<>{}&")


def check_pages(docs: Path, label: str, renderer: Renderer | None = None) -> Iterator[Problem]:
    """Problems of every Markdown page under ``docs``; ``label`` is how the folder is called.

    With a ``renderer`` calls are tried too: what they name is there.
    """
    for path in sorted(docs.rglob("*.md")):
        name = f"{label}/{path.relative_to(docs).as_posix()}"
        content = path.read_bytes()
        if content.startswith(BOM):
            yield _problem(
                name, 1, "berkas diawali tanda urutan bita (BOM).", "Simpan ulang sebagai UTF-8 tanpa BOM."
            )
        try:
            page = content.removeprefix(BOM).decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            yield _problem(
                name, 1, f"bukan UTF-8 (bita ke-{error.start + 1}).", "Simpan ulang sebagai UTF-8."
            )
            continue
        yield from check_page(page, name, renderer)


def check_page(text: str, name: str, renderer: Renderer | None = None) -> Iterator[Problem]:
    """Problems of one page; one that git could not merge has no others worth telling."""
    unmerged = list(conflicts(text.split("\n"), markdown=True))
    for conflict in unmerged:
        yield _problem(name, conflict.first, *conflict.words())
    if unmerged:
        return
    front, body, first = _split(text)
    if front is None:
        yield _problem(name, 1, "halaman tidak punya kepala (title).", "Awali dengan ---, title: …, ---.")
    else:
        yield from _front_matter(front, name)
    try:
        calls = macro_calls(body)
    except PageTemplateError as error:
        yield _problem(
            name,
            first + error.line - 1,
            error.message,
            'Yang boleh hanya {{ nama_makro("teks", 1) }} dengan nilai langsung.',
        )
        return
    for call in calls:
        found = objection(call, renderer)
        if found is not None:
            yield _problem(name, first + call.line - 1, *found, call.column)


def _split(text: str) -> tuple[str | None, str, int]:
    """Front matter (``None`` when there is none), body, and the line on which the body begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, text, 1
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() in {FENCE, "..."}:
            return "\n".join(lines[1:index]), "\n".join(lines[index + 1 :]), index + 2
    return None, text, 1


def _front_matter(front: str, name: str) -> Iterator[Problem]:
    source, problems = read(front.encode(), name)
    for problem in problems:
        yield _problem(name, problem.line + 1, problem.message, problem.hint, problem.column)
    if source is None:
        return
    if not isinstance(source.data, dict):
        yield _problem(name, 2, "kepala halaman harus pasangan kunci dan nilai.", "Tulis title: ….")
        return
    if "title" not in source.data:
        yield _problem(name, 2, 'kunci "title" wajib ada.', "Tambahkan title: ….")
    for key, value in source.data.items():
        line = source.key_position((key,)).line + 1
        expected = FRONT_MATTER.get(key)
        if expected is None:
            allowed = ", ".join(FRONT_MATTER)
            guess = did_you_mean(key, FRONT_MATTER)
            hint = f"{guess} Yang boleh: {allowed}.".strip()
            yield _problem(name, line, f'kunci "{key}" tidak dikenal.', hint)
        elif not isinstance(value, expected):
            kind = "teks" if expected is str else "daftar"
            yield _problem(name, line, f'"{key}" harus {kind}.', "Periksa penulisannya.")
        elif isinstance(value, str) and MARKUP & set(value):
            yield _problem(name, line, f'"{key}" tidak boleh memuat < > {{ }} &.', "Tulis teks biasa saja.")


def _problem(name: str, line: int, message: str, hint: str, column: int = 1) -> Problem:
    return Problem(
        stage=ProblemStage.READING, file=name, line=line, column=column, where="", message=message, hint=hint
    )
