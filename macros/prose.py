"""Hand-written Markdown pages, checked before anything is rendered.

mkdocs-macros renders every page as an unsandboxed Jinja template, so a page may call known macros with
literal arguments and nothing else; its front matter holds known keys with plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.problems import Problem, did_you_mean
from macros.render import MacroCall, PageTemplateError, macro_calls, macro_names
from macros.source import read
from macros.terms import Terms

FRONT_MATTER = {
    "title": str,
    "description": str,
    "section": str,
    "styles": list,
    "scripts": list,
    "template": str,
    "hide": list,
}
FENCE = "---"
MARKUP = frozenset("<>{}&")


def check_pages(docs: Path, label: str, terms: Terms | None) -> Iterator[Problem]:
    """Problems of every Markdown page under ``docs``; ``label`` is how the folder is called.

    ``terms`` are the words that ``force`` may name; ``None`` while the data cannot be read.
    """
    for path in sorted(docs.rglob("*.md")):
        name = f"{label}/{path.relative_to(docs).as_posix()}"
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            yield _problem(
                name, 1, f"bukan UTF-8 (bita ke-{error.start + 1}).", "Simpan ulang sebagai UTF-8."
            )
            continue
        yield from check_page(text, name, terms)


def check_page(text: str, name: str, terms: Terms | None) -> Iterator[Problem]:
    """Problems of one page."""
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
        if call.name not in macro_names():
            yield _problem(
                name,
                first + call.line - 1,
                f'makro "{call.name}" tidak dikenal.',
                did_you_mean(call.name, macro_names()) or f"Yang ada: {', '.join(sorted(macro_names()))}.",
            )
        elif call.name == "force" and terms is not None:
            yield from _force(call, terms, name, first + call.line - 1)


def _force(call: MacroCall, terms: Terms, name: str, line: int) -> Iterator[Problem]:
    """A problem when the word that a page marks is not one of ``terms``."""
    word = str((*call.args, *call.kwargs.values(), "")[0])
    if word.lower() not in terms.forces:
        yield _problem(
            name,
            line,
            f'kata daya ikat "{word}" tidak ada di terms.yml.',
            did_you_mean(word.lower(), terms.forces) or f"Yang ada: {', '.join(terms.forces)}.",
        )


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
            yield _problem(name, line, f'kunci "{key}" tidak dikenal.', f"Yang boleh: {allowed}.")
        elif not isinstance(value, expected):
            kind = "teks" if expected is str else "daftar"
            yield _problem(name, line, f'"{key}" harus {kind}.', "Periksa penulisannya.")
        elif isinstance(value, str) and MARKUP & set(value):
            yield _problem(name, line, f'"{key}" tidak boleh memuat < > {{ }} &.', "Tulis teks biasa saja.")


def _problem(name: str, line: int, message: str, hint: str, column: int = 1) -> Problem:
    return Problem(file=name, line=line, column=column, where="", message=message, hint=hint)
