"""The working text of the guideline against its revisions: nothing approved changes unannounced.

A section whose text is not what the last approved revision froze needs an entry in the revision in the
making, and such an entry needs a changed section (Pengantar: every change is decided first).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.changes import canonical, fingerprint
from macros.guide_text import GuideText, read_text
from macros.guideline import Guideline, guideline_of
from macros.load import Loaded
from macros.problems import Problem
from macros.revisions import FrozenSection, FrozenText, Revision
from macros.source import write

REVISIONS = "guideline/revisions.yml"
HEAD = """# yaml-language-server: $schema=../../schema/text.schema.json
# Teks panduan menurut revisi {id}, bagian demi bagian. Dibuat dengan perintah; jangan disunting.
"""


def check_revisions(loaded: Loaded, docs: Path, label: str) -> Iterator[Problem]:
    """Problems of the working text: sections without a place, unannounced changes, and the reverse."""
    if loaded.programme is None:
        return
    guideline = guideline_of(loaded.programme)
    if guideline.sections is None:
        return
    text = read_text(docs, guideline, label)
    yield from _places(loaded, guideline, text)
    if guideline.revisions is not None:
        yield from _changes(loaded, guideline, text)


def changed_sections(guideline: Guideline, text: GuideText) -> tuple[str, ...]:
    """Ids of sections that differ from the last approved revision, new and vanished ones too."""
    approved = guideline.revisions.approved if guideline.revisions else None
    if approved is None:
        return ()
    before = {section.id: section.text for section in _frozen(guideline, approved)}
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
                f'bagian "{section.id}" tidak ada di docs/panduan/{section.chapter}.md.',
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
    if revisions is None or revisions.approved is None:
        return
    approved, draft = revisions.approved, revisions.draft
    frozen = {held.revision: held for held in guideline.texts}
    for revision in revisions.revisions:
        held = frozen.get(revision.id)
        if revision.digest is not None and held is not None and text_digest(held) != revision.digest:
            file, line = loaded.position(revision, "digest")
            yield _problem(
                file,
                line,
                f'teks revisi "{revision.id}" tidak lagi sama dengan sidiknya.',
                f"Kembalikan guideline/texts/{revision.id}.yml; teks yang dibekukan tidak pernah disunting.",
            )
        if revision.status == "approved" and revision.id not in frozen:
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
            f'bagian "{section}" tidak sama lagi dengan revisi {approved.id} yang sudah disahkan.',
            f"Kembalikan teksnya; atau catat di {REVISIONS}, pada revisi berstatus draft: "
            f'changes: [{{section: "{section}", what: …, why: …}}].',
        )
    for change in draft.changes if draft else ():
        if change.section not in changed:
            file, line = loaded.position(change, "section")
            yield _problem(
                file,
                line,
                f'bagian "{change.section}" tidak berubah dari revisi {approved.id}.',
                "Hapus catatan ini, atau betulkan id bagiannya.",
            )


def freeze_text(guideline: Guideline, text: GuideText, revision_id: str) -> str:
    """The file that freezes the working text as a revision, as YAML."""
    known = [one.id for one in guideline.revisions.revisions] if guideline.revisions else []
    if revision_id not in known:
        message = f'revisi "{revision_id}" tidak ada di {REVISIONS}.'
        raise ValueError(message)
    if any(held.revision == revision_id for held in guideline.texts):
        message = f'teks revisi "{revision_id}" sudah dibekukan dan tidak boleh berubah.'
        raise ValueError(message)
    held = FrozenText(revision=revision_id, sections=tuple(text.sections.values()))
    return HEAD.format(id=revision_id) + write(held.model_dump(mode="json"))


def text_digest(text: FrozenText) -> str:
    """The digest of what a frozen text says, which approving a revision writes beside it."""
    return fingerprint(canonical(text))


def _problem(file: str, line: int, message: str, hint: str) -> Problem:
    return Problem(file=file, line=line, column=1, where="", message=message, hint=hint)
