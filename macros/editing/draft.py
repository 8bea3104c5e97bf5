"""The next year's edition begins as a copy of the last one, in which everything is still to be reviewed."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from macros.editing.splice import Sheet
from macros.editing.workshop import RefusedError, Workshop, find, sound, workshop
from macros.load import Loaded
from macros.model import Edition, Id, ReviewState, Status
from macros.problems import quote

YEARLY_TEXTS = ("title", "short_title", "text_name", "lede")
"""Texts of ``edition.yml`` that name the year."""
NOTES = """\
# yaml-language-server: $schema=../schema/changes.schema.json
# Alasan perubahan dari edisi {old} ke edisi {new}; perubahannya sendiri dihitung dari data.
# lineage: apa jadinya id yang hilang. reasons: alasan dan putusan tiap perubahan yang berarti.
# questions: yang hanya dapat dijawab pemutus. date: kapan catatan ini terakhir diumumkan.
# Sesudah mengubah, jalankan: python3 dev.py check
old: "{old}"
new: "{new}"
date: "{today}"
lineage: []
reasons: []
questions: []
"""
BEGUN = """\
Draft edisi {new} ada di {folder}. Berikutnya:
- Ubah isinya di packages/; sesudah sebuah kegiatan ditinjau, betulkan review-nya.
- Sesuaikan edition.yml dengan naskah baru, terutama lede, source, dan source_pages.
- Tulis alasan tiap perubahan di {notes}.
- Periksa dengan python3 dev.py check, lalu ajukan lewat pull request."""


def new_edition(data: Path, new: str, old: str, today: str) -> str:
    """Begin the draft of the year after edition ``old`` (section 3.2.5).

    Everything is taken over as it is written, except the year, the approvals, what froze the old edition,
    and that every activity is still to be reviewed.

    Args:
        data: The data folder.
        new: Id of the edition to be.
        old: Id of the edition to begin from.
        today: The day, ISO 8601, with which the notes on its changes begin.

    Returns:
        Where it is and what the editor does next.

    Raises:
        RefusedError: ``new`` is no id, is there already or not the next year; ``old`` does not exist; the
            data have errors or cannot be written.
    """
    if not _is_id(new):
        raise RefusedError.because(
            f"{quote(new)} tidak dapat menjadi id edisi.",
            'Tulis tahunnya, misalnya "2030", atau huruf kecil, angka, dan tanda hubung.',
        )
    with workshop(data) as shop:
        loaded = shop.load()
        edition = find(sound(loaded), old)
        folder, notes = f"editions/{new}", f"changes/{old}-{new}.yml"
        for name in (folder, notes):
            if os.path.lexists(data / name):
                raise RefusedError.because(f"{shop.shown(name)} sudah ada.", "Lanjutkan yang itu.")
        _follows(edition, new)
        for name in _files(shop, loaded, old):
            sheet = shop.sheet(f"editions/{old}/{name}")
            shop.save(f"{folder}/{name}", _renewed(sheet, name, edition, new))
        shop.save(notes, NOTES.format(old=old, new=new, today=today).encode())
        sound(shop.load())
        shop.deliver(folder, notes)
    return BEGUN.format(new=new, folder=shop.shown(folder), notes=shop.shown(notes))


def _files(shop: Workshop, loaded: Loaded, edition_id: str) -> list[str]:
    """The files that were read of an edition, relative to its folder."""
    folder = shop.draft / "editions" / edition_id
    return [path.relative_to(folder).as_posix() for path in loaded.files if path.is_relative_to(folder)]


def _is_id(text: str) -> bool:
    id_type: TypeAdapter[str] = TypeAdapter(Id)
    try:
        id_type.validate_python(text)
    except ValidationError:
        return False
    return True


def _follows(edition: Edition, new: str) -> None:
    """Refuse an id that is not the next year's, where ids are years (see ``checks.years``)."""
    year = edition.info.fiscal_year
    like_a_year = new.isdigit() and len(new) == len(str(year))
    if new != str(year + 1) and (like_a_year or edition.id == str(year)):
        raise RefusedError.because(
            f"edisi {edition.id} berlaku untuk {year}, jadi edisi berikutnya {year + 1}, bukan {new}.",
            f"Jalankan: python -m macros new-edition {year + 1} --from {edition.id}.",
        )


def _renewed(sheet: Sheet, name: str, edition: Edition, new: str) -> bytes:
    """A file of an edition as the next one begins with it."""
    if name == "edition.yml":
        sheet = _renewed_info(sheet, edition, new)
    elif name.startswith("packages/"):
        sheet = _unreviewed(sheet)
    return sheet.content


def _renewed_info(sheet: Sheet, edition: Edition, new: str) -> Sheet:
    year = edition.info.fiscal_year
    words = {edition.id: new, str(year): str(year + 1)}
    sheet = sheet.head_reworded(words).put(("id",), new).put(("fiscal_year",), year + 1)
    sheet = sheet.put(("status",), Status.DRAFT.value)
    for name in YEARLY_TEXTS:
        sheet = sheet.reworded((name,), words)
    if sheet.has(("approvals",)):
        sheet = sheet.emptied("approvals")
    return sheet.without(("digest",)).without(("errata",))


def _unreviewed(sheet: Sheet) -> Sheet:
    state = ReviewState.NOT_REVIEWED.value
    for index in range(len(sheet.source.data["activities"])):
        path = ("activities", index, "review")
        if sheet.inline(path):
            sheet = sheet.put(path, {"state": state})
        else:
            sheet = sheet.without((*path, "date")).without((*path, "by")).put((*path, "state"), state)
    return sheet
