"""The next year's edition begins as a copy of the last one, in which everything is still to be reviewed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from macros.editing.transaction import RefusedError, Transaction, find, open_transaction, sound
from macros.editing.yaml_document import YamlDocument
from macros.loading.load import Loaded
from macros.model.base import Id
from macros.model.changes import ChangeNotes
from macros.model.edition import Edition, Status
from macros.model.menu import ReviewState
from macros.model.programme import Programme
from macros.source.problem import quote

YEARLY_TEXTS = ("title", "short_title", "text_name", "lede", "availability_note")
"""Texts of ``edition.yml`` that name the year."""
NOTES = """\
# yaml-language-server: $schema=../schema/changes.schema.json
# Alasan perubahan dari edisi {old} ke edisi {new}; perubahannya sendiri dihitung dari data.
# lineage: apa jadinya id yang hilang. reasons: alasan dan putusan tiap perubahan yang berarti.
# questions: yang belum terjawab. date: kapan catatan ini terakhir diperbarui.
# Sesudah mengubah, jalankan: python3 dev.py check
old: "{old}"
new: "{new}"
date: "{today}"
lineage: []
reasons: []
questions: []
"""
BEGUN = """\
Usulan edisi {new} ada di {folder}. Berikutnya:
- Ubah isinya di packages/; sesudah sebuah kegiatan ditinjau, betulkan review-nya.
- Sesuaikan edition.yml dengan naskah baru, terutama lede, source, dan source_pages.
- Tulis alasan tiap perubahan di {notes}.
- Periksa dengan python3 dev.py check, lalu ajukan lewat pull request."""
UNANSWERED = """
- Di {file} ada {count} pertanyaan; salin yang belum dijawab."""


def new_edition(data: Path, new: str, old: str, today: str, year: int | None = None) -> str:
    """Begin the draft of the edition after ``old`` (section 3.2.5).

    Everything is taken over as it is written, except the year, the approvals, what froze the old edition,
    and that every activity is still to be reviewed.

    Args:
        data: The data folder.
        new: Id of the edition to be.
        old: Id of the edition to begin from.
        today: The day, ISO 8601, with which the notes on its changes begin.
        year: Its fiscal year, where years lie between that have no edition; else it is the next.

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
    with open_transaction(data) as transaction:
        loaded = transaction.load()
        programme = sound(loaded)
        edition = find(programme, old)
        folder, notes = f"editions/{new}", f"changes/{old}-{new}.yml"
        for name in (folder, notes):
            if os.path.lexists(data / name):
                raise RefusedError.because(f"{transaction.shown(name)} sudah ada.", "Lanjutkan yang itu.")
        begun = _Begun(edition, new, year or edition.info.fiscal_year + 1, _notes_into(programme, old))
        begun.check()
        for name in _files(transaction, loaded, old):
            document = transaction.document(f"editions/{old}/{name}")
            transaction.save(f"{folder}/{name}", begun.renewed(document, name))
        transaction.save(notes, NOTES.format(old=old, new=new, today=today).encode())
        sound(transaction.load())
        transaction.deliver(folder, notes)
    said = BEGUN.format(new=new, folder=transaction.shown(folder), notes=transaction.shown(notes))
    before = begun.before
    if before is not None and before.questions:
        file = transaction.shown(f"changes/{before.old}-{before.new}.yml")
        said += UNANSWERED.format(count=len(before.questions), file=file)
    return said


def _files(transaction: Transaction, loaded: Loaded, edition_id: str) -> list[str]:
    """The files that were read of an edition, relative to its folder."""
    folder = transaction.draft / "editions" / edition_id
    return [path.relative_to(folder).as_posix() for path in loaded.files if path.is_relative_to(folder)]


def _is_id(text: str) -> bool:
    id_type: TypeAdapter[str] = TypeAdapter(Id)
    try:
        id_type.validate_python(text)
    except ValidationError:
        return False
    return True


def _notes_into(programme: Programme, edition_id: str) -> ChangeNotes | None:
    """What is noted of the changes into an edition."""
    return next((notes for notes in programme.changes if notes.new == edition_id), None)


@dataclass(frozen=True, slots=True)
class _Begun:
    """An edition to be: what it continues, its id and year, and the notes on what that one changed."""

    edition: Edition
    new: str
    year: int
    before: ChangeNotes | None

    def check(self) -> None:
        """Refuse a year that is not later, and an id that is not the year's, where ids are years."""
        last, new = self.edition.info.fiscal_year, self.new
        if self.year <= last:
            raise RefusedError.because(
                f"tahun anggaran {self.year} tidak sesudah tahun anggaran edisi {self.edition.id}, {last}.",
                f"Tulis --year {last + 1} atau sesudahnya.",
            )
        like_a_year = new.isdigit() and len(new) == len(str(last))
        if new != str(self.year) and (like_a_year or self.edition.id == str(last)):
            mend = f"Jalankan: python3 dev.py new-edition {self.year} --from {self.edition.id}."
            if like_a_year and int(new) > self.year:
                mend += f" Bila {self.year} memang tanpa edisi, tambahkan --year {new} pada perintah Anda."
            here = f"edisi {self.edition.id} berlaku untuk {last}"
            raise RefusedError.because(f"{here}, jadi edisi berikutnya {self.year}, bukan {new}.", mend)

    def renewed(self, document: YamlDocument, name: str) -> bytes:
        """A file of the edition before as this one begins with it."""
        if name == "edition.yml":
            document = self._info(document)
        elif name.startswith("packages/"):
            document = _unreviewed(document)
        return document.content

    def _info(self, document: YamlDocument) -> YamlDocument:
        old, new = self.edition, self.new
        words = {old.id: new, str(old.info.fiscal_year): str(self.year)}
        named = {f"{self.before.old}-{old.id}.yml": f"{old.id}-{new}.yml"} if self.before else {}
        document = document.head_reworded(words | named).put(("id",), new).put(("fiscal_year",), self.year)
        document = document.put(("status",), Status.DRAFT.value)
        for name in YEARLY_TEXTS:
            document = document.reworded((name,), words) if document.has((name,)) else document
        if document.has(("approvals",)):
            document = document.emptied("approvals")
        return document.without(("digest",)).without(("errata",))


def _unreviewed(document: YamlDocument) -> YamlDocument:
    state = ReviewState.NOT_REVIEWED.value
    for index in range(len(document.source.data["activities"])):
        path = ("activities", index, "review")
        if document.inline(path):
            document = document.put(path, {"state": state})
        else:
            document = document.without((*path, "date")).without((*path, "by")).put((*path, "state"), state)
    return document
