"""An approved or printed edition is frozen, and then changes by erratum alone (see ``checks.frozen``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.changes import digest
from macros.editing.transaction import RefusedError, Transaction, find, open_transaction, sayable, sound
from macros.editing.yaml_document import UnusualError
from macros.loading.load import Loaded
from macros.model.edition import Edition, Erratum, Status
from macros.model.programme import Programme
from macros.source.problem import Level, Problem, as_text, plain


def freeze(data: Path, edition_id: str) -> str:
    """Write the digest of an edition that is no draft into its ``edition.yml`` (section 3.2.5).

    Returns:
        That it is frozen, or was already and still says the same.

    Raises:
        RefusedError: There is no such edition, it is a draft, its content changed since it was frozen, or
            the data have other errors or cannot be written.
    """
    with open_transaction(data) as transaction:
        edition = _no_draft(find(sound(transaction.load()), edition_id))
        if edition.info.digest or edition.info.errata:
            return f"Edisi {edition_id} sudah dibekukan, dan isinya masih sama dengan sidiknya."
        name = f"editions/{edition_id}/edition.yml"
        document = transaction.document(name)
        if document.has(("digest",)):
            document = document.put(("digest",), digest(edition))
        else:
            document = document.with_entry("digest", digest(edition), after="errata")
        transaction.save(name, document.content)
        sound(transaction.load())
        transaction.deliver(name)
    return f"Edisi {edition_id} dibekukan: sidiknya tertulis di {transaction.shown(name)}."


def erratum(data: Path, edition_id: str, entry: Mapping[str, str | None]) -> str:
    """Add an erratum for what was corrected in a frozen edition to its ``edition.yml`` (section 3.2.5).

    Args:
        data: The data folder, in which the value is corrected already.
        edition_id: Id of the edition.
        entry: Fields of ``Erratum``; ``digest_after`` is worked out.

    Returns:
        That it was added, and what is still wrong in other editions.

    Raises:
        RefusedError: There is no such edition, it is a draft or not frozen, nothing changed since the last
            digest, the model or a rule refuses the entry, or the data have other errors or cannot be
            written.
    """
    with open_transaction(data) as transaction:
        loaded = transaction.load()
        edition = _no_draft(find(_unfrozen(transaction, loaded), edition_id))
        name = f"editions/{edition_id}/edition.yml"
        document = transaction.document(name)
        errata = document.source.data.get("errata") or []
        if not errata and not document.source.data.get("digest"):
            raise RefusedError.because(
                f"edisi {edition_id} belum dibekukan.", f"Jalankan: python3 dev.py freeze {edition_id}."
            )
        if not _errors(loaded, transaction.shown(name)):
            raise RefusedError.because(
                f"isi edisi {edition_id} masih sama dengan sidiknya, jadi tidak ada yang diralat.",
                "Betulkan dahulu nilai yang keliru, lalu ulangi.",
            )
        item = {**_said(entry), "digest_after": digest(edition)}
        if document.has(("errata",)):
            document = document.appended("errata", item)
        else:
            document = document.with_entry("errata", [item], after="digest")
        transaction.save(name, document.content)
        tried = transaction.load()
        _accepted(_errors(tried, transaction.shown(name)), f"errata[{len(errata)}]")
        transaction.deliver(name)
    rest = [] if tried.programme else ["Masih ada yang keliru:", as_text(tried.problems)]
    return "\n".join([f"Ralat ditambahkan di {transaction.shown(name)}.", *rest])


def renew(data: Path, edition_id: str) -> str:
    """Count the digest of the last correction by the editors anew, while its round of mends goes on.

    Once it is on the main branch, ``review`` tells every change of it.

    Args:
        data: The data folder, in which the values are corrected already.
        edition_id: Id of the edition.

    Returns:
        That it was written.

    Raises:
        RefusedError: There is no such edition, its last erratum is no correction by the editors, or the data
            have other errors or cannot be written.
    """
    with open_transaction(data) as transaction:
        loaded = transaction.load()
        name = f"editions/{edition_id}/edition.yml"
        edition = _no_draft(find(_unfrozen(transaction, loaded), edition_id))
        document = transaction.document(name)
        errata = document.source.data.get("errata") or []
        if not errata or "decided_by" in errata[-1]:
            raise RefusedError.because(
                f"ralat terakhir edisi {edition_id} bukan koreksi penyunting situs.",
                f"Catat yang baru: python3 dev.py erratum {edition_id} --date … --what … --why ….",
            )
        document = document.put(("errata", len(errata) - 1, "digest_after"), digest(edition))
        transaction.save(name, document.content)
        sound(transaction.load())
        transaction.deliver(name)
    return f"Sidik koreksi terakhir diperbarui di {transaction.shown(name)}."


def _said(entry: Mapping[str, str | None]) -> dict[str, str]:
    """What the entry says, in the order of the model; a text that no file could hold is refused."""
    said = {field: value for field in Erratum.model_fields if (value := entry.get(field)) is not None}
    sayable(said)
    return said


def _no_draft(edition: Edition) -> Edition:
    if edition.info.status is Status.DRAFT:
        raise RefusedError.because(
            f"edisi {edition.id} masih usulan; isinya boleh diubah tanpa ralat.",
            "Tulis status: approved sesudah disahkan, atau printed bila tercetak di naskah, lalu bekukan.",
        )
    return edition


def _unfrozen(transaction: Transaction, loaded: Loaded) -> Programme:
    """What the data say without any digest and erratum, so that no edition counts as changed."""
    if loaded.programme is not None:
        return loaded.programme
    draft = transaction.draft
    names = [path.relative_to(draft).as_posix() for path in draft.glob("editions/*/edition.yml")]
    try:
        kept = {name: transaction.document(name) for name in names}
        for name, document in kept.items():
            transaction.save(name, document.without(("digest",)).without(("errata",)).content)
    except UnusualError as error:
        raise RefusedError(as_text(loaded.problems)) from error
    programme = transaction.load().programme
    if programme is None:
        raise RefusedError(as_text(loaded.problems))
    for name, document in kept.items():
        transaction.save(name, document.content)
    return programme


def _errors(loaded: Loaded, file: str) -> list[Problem]:
    """Errors in one file."""
    return [found for found in loaded.problems if found.level is Level.ERROR and found.file == file]


def _accepted(problems: Sequence[Problem], entry: str) -> None:
    """Refuse what is wrong with the new entry, named by its options; else what is wrong with the file."""
    own = [found for found in problems if found.where.startswith(entry)]
    if own:
        raise RefusedError("\n".join(plain(_of_option(found)) for found in own))
    if problems:
        raise RefusedError(as_text(problems))


def _of_option(problem: Problem) -> str:
    mend = f" Perbaikan: {problem.hint}" if problem.hint else ""
    return f"{_option(problem.where.partition('.')[2])}{problem.message}{mend}"


def _option(field: str) -> str:
    return f"--{field.replace('_', '-')}: " if field in Erratum.model_fields else ""
