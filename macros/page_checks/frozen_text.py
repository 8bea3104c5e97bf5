"""The working text of the guideline against its revisions: nothing frozen changes unannounced.

A section whose text is not what the last approved or printed revision froze needs an entry in the revision in
the making, and such an entry needs a changed section (Pengantar: every change is decided first). Where the
print is all there is, nobody approved this site's rendering of it: its editors correct it, and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.changes import canonical, fingerprint
from macros.facts import urls
from macros.facts.guideline_text import GuideText, read_text
from macros.loading.load import Loaded
from macros.model.guideline.guideline import Guideline
from macros.model.revisions import FrozenSection, FrozenText, Revision, RevisionStatus
from macros.source.problem import Problem
from macros.source.yaml_writer import write

REVISIONS = "guideline/revisions.yml"
HEAD = """# yaml-language-server: $schema=../../schema/text.schema.json
# Teks panduan menurut revisi {id}, bagian demi bagian. Dibuat dengan perintah; jangan disunting.
"""


def check_revisions(loaded: Loaded, docs: Path, label: str) -> Iterator[Problem]:
    """Problems of the working text: sections without a place, unannounced changes, and the reverse."""
    if loaded.programme is None:
        return
    guideline = loaded.programme.guideline
    if guideline.sections is None:
        return
    text = read_text(docs, guideline, label)
    yield from _places(loaded, guideline, text)
    if guideline.revisions is not None:
        yield from _changes(loaded, guideline, text)


def changed_sections(guideline: Guideline, text: GuideText) -> tuple[str, ...]:
    """Ids of sections that differ from the last frozen revision, new and vanished ones too."""
    current = guideline.revisions.current if guideline.revisions else None
    if current is None:
        return ()
    before = {section.id: section.text for section in _frozen(guideline, current)}
    now = {key: section.text for key, section in text.sections.items()}
    return tuple(key for key in {**now, **before} if before.get(key) != now.get(key))


def _frozen(guideline: Guideline, revision: Revision) -> tuple[FrozenSection, ...]:
    found = [text.sections for text in guideline.texts if text.revision == revision.id]
    return found[0] if found else ()


def _places(loaded: Loaded, guideline: Guideline, text: GuideText) -> Iterator[Problem]:
    here = {passage.section.id: passage for passage in text.passages}
    for section in guideline.sections.sections if guideline.sections else ():
        passage = here.get(section.id)
        if passage is None:
            file, line = loaded.position(section)
            yield _problem(
                file,
                line,
                f'bagian "{section.id}" tidak ada di docs/{urls.GUIDELINE}{section.chapter}.md.',
                f"Beri judulnya id: ## {section.title} {{ #{section.id} }}, atau hapus bagian ini.",
            )
        elif not passage.heading.endswith(section.title):
            yield _problem(
                passage.file,
                passage.line,
                f'judul "{passage.heading}" lain dari judul bagian {section.id}, "{section.title}".',
                "Samakan judul di halaman dan di sections.yml.",
            )


def _changes(loaded: Loaded, guideline: Guideline, text: GuideText) -> Iterator[Problem]:
    revisions = guideline.revisions
    if revisions is None or revisions.current is None:
        return
    current, draft = revisions.current, revisions.draft
    frozen = {held.revision: held for held in guideline.texts}
    for revision in revisions.revisions:
        held, wanted = frozen.get(revision.id), revision.expected_digest
        if wanted is not None and held is not None and text_digest(held) != wanted:
            file, line = loaded.position(revision, "corrections" if revision.corrections else "digest")
            yield _problem(
                file,
                line,
                f'teks revisi "{revision.id}" tidak lagi sama dengan sidiknya.',
                f"Kembalikan guideline/texts/{revision.id}.yml; teks beku hanya ditulis oleh perintah.",
            )
        if revision.status is not RevisionStatus.DRAFT and revision.id not in frozen:
            file, line = loaded.position(revision)
            yield _problem(
                file,
                line,
                f'teks revisi "{revision.id}" belum dibekukan.',
                f"Jalankan: python3 dev.py freeze-text {revision.id}",
            )
            return
    changed = changed_sections(guideline, text)
    announced = {change.section for change in draft.changes} if draft else set()
    here = {passage.section.id: passage for passage in text.passages}
    for section in changed:
        if section in announced:
            continue
        file, line = loaded.position(revisions)
        if section in here:
            file, line = here[section].file, here[section].line
        yield _problem(
            file,
            line,
            f'bagian "{section}" tidak sama lagi dengan teks revisi {current.id} yang dibekukan.',
            _mend(section, current),
        )
    for change in draft.changes if draft else ():
        if change.section not in changed:
            file, line = loaded.position(change, "section")
            yield _problem(
                file,
                line,
                f'bagian "{change.section}" tidak berubah dari revisi {current.id}.',
                "Hapus catatan ini, atau betulkan id bagiannya.",
            )


def _mend(section: str, current: Revision) -> str:
    said = (
        f"Kembalikan teksnya; atau catat di {REVISIONS}, pada revisi dengan status: draft: "
        f'changes: [{{section: "{section}", what: …, why: …}}].'
    )
    if current.status is not RevisionStatus.PRINTED:
        return said
    command = f"python3 dev.py freeze-text {current.id}"
    return (
        f"{said} Bila naskah memang berbunyi demikian, catat koreksinya: "
        f"{command} --date … --what … --why …; koreksi yang belum terbit: {command} --renew."
    )


def freeze_text(guideline: Guideline, text: GuideText, revision_id: str, *, again: bool = False) -> str:
    """The file that freezes the working text as a revision, as YAML.

    Args:
        guideline: The tables, with the revisions.
        text: The text of the pages.
        revision_id: Id of the revision.
        again: Whether a text that is frozen already is written anew, as a correction does.

    Raises:
        ValueError: There is no such revision, or its text is frozen already.
    """
    known = [one.id for one in guideline.revisions.revisions] if guideline.revisions else []
    if revision_id not in known:
        message = f'revisi "{revision_id}" tidak ada di {REVISIONS}.'
        raise ValueError(message)
    if not again and any(held.revision == revision_id for held in guideline.texts):
        message = (
            f'teks revisi "{revision_id}" sudah dibekukan. Revisi printed dikoreksi dengan --date, --what,'
            " dan --why; yang lain tidak boleh berubah."
        )
        raise ValueError(message)
    held = FrozenText(revision=revision_id, sections=tuple(text.sections.values()))
    return HEAD.format(id=revision_id) + write(held.model_dump(mode="json"))


def text_digest(text: FrozenText) -> str:
    """The digest of what a frozen text says, which approving a revision writes beside it."""
    return fingerprint(canonical(text))


def _problem(file: str, line: int, message: str, hint: str) -> Problem:
    return Problem(file=file, line=line, column=1, where="", message=message, hint=hint)
