"""Documents that the registers name: each lies in its folder below ``docs``, and no other lies there.

The loader knows the data folder only, so this runs where both folders are known: in ``macros check`` and in
the hook that begins a build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.loading.load import Loaded
from macros.model.registers import REPORT_FOLDER, RESOURCE_FOLDER, Report, Resource
from macros.source.problem import Level, Problem


def check_files(loaded: Loaded, docs: Path, label: str) -> Iterator[Problem]:
    """Files that are named and missing, or there and not named; ``label`` is how ``docs`` is called."""
    if loaded.programme is None:
        return
    found = loaded.programme.registers
    yield from _folder(loaded, docs, label, RESOURCE_FOLDER, "resources.yml", found.all_resources)
    yield from _folder(loaded, docs, label, REPORT_FOLDER, "reports.yml", found.all_reports)


def _folder(
    loaded: Loaded, docs: Path, label: str, folder: str, register: str, records: Sequence[Resource | Report]
) -> Iterator[Problem]:
    there = {
        path.name: path for path in sorted((docs / folder).glob("*")) if not path.name.startswith((".", "_"))
    }
    for record in records:
        path = there.pop(record.file, None) if record.file is not None else None
        if record.file is not None and (path is None or path.is_symlink() or not path.is_file()):
            file, line = loaded.position(record, "file")
            yield Problem(
                file=file,
                line=line,
                column=1,
                where="file",
                message=f'berkas "{label}/{folder}/{record.file}" tidak ada.',
                hint=f"Letakkan berkasnya di {label}/{folder}, atau betulkan namanya.",
            )
    for name in there:
        yield Problem(
            file=f"{label}/{folder}/{name}",
            line=1,
            column=1,
            where="",
            message=f"berkas ini ikut terbit, tetapi tidak ada di {register}.",
            hint=f"Tambahkan entrinya di {register}, atau keluarkan berkasnya.",
            level=Level.WARNING,
        )
