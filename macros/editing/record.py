"""An approved or printed edition is frozen, and then changes by erratum alone (see ``checks.frozen``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.changes import digest
from macros.editing.splice import UnusualError
from macros.editing.workshop import RefusedError, Workshop, find, sayable, sound, workshop
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
    with workshop(data) as shop:
        edition = _no_draft(find(sound(shop.load()), edition_id))
        if edition.info.digest or edition.info.errata:
            return f"Edisi {edition_id} sudah dibekukan, dan isinya masih sama dengan sidiknya."
        name = f"editions/{edition_id}/edition.yml"
        sheet = shop.sheet(name)
        if sheet.has(("digest",)):
            sheet = sheet.put(("digest",), digest(edition))
        else:
            sheet = sheet.with_entry("digest", digest(edition), after="errata")
        shop.save(name, sheet.content)
        sound(shop.load())
        shop.deliver(name)
    return f"Edisi {edition_id} dibekukan: sidiknya tertulis di {shop.shown(name)}."


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
    with workshop(data) as shop:
        loaded = shop.load()
        edition = _no_draft(find(_unfrozen(shop, loaded), edition_id))
        name = f"editions/{edition_id}/edition.yml"
        sheet = shop.sheet(name)
        errata = sheet.source.data.get("errata") or []
        if not errata and not sheet.source.data.get("digest"):
            raise RefusedError.because(
                f"edisi {edition_id} belum dibekukan.", f"Jalankan: python3 dev.py freeze {edition_id}."
            )
        if not _errors(loaded, shop.shown(name)):
            raise RefusedError.because(
                f"isi edisi {edition_id} masih sama dengan sidiknya, jadi tidak ada yang diralat.",
                "Betulkan dahulu nilai yang keliru, lalu ulangi.",
            )
        item = {**_said(entry), "digest_after": digest(edition)}
        if sheet.has(("errata",)):
            sheet = sheet.appended("errata", item)
        else:
            sheet = sheet.with_entry("errata", [item], after="digest")
        shop.save(name, sheet.content)
        tried = shop.load()
        _accepted(_errors(tried, shop.shown(name)), f"errata[{len(errata)}]")
        shop.deliver(name)
    rest = [] if tried.programme else ["Masih ada yang keliru:", as_text(tried.problems)]
    return "\n".join([f"Ralat ditambahkan di {shop.shown(name)}.", *rest])


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
    with workshop(data) as shop:
        loaded = shop.load()
        name = f"editions/{edition_id}/edition.yml"
        edition = _no_draft(find(_unfrozen(shop, loaded), edition_id))
        sheet = shop.sheet(name)
        errata = sheet.source.data.get("errata") or []
        if not errata or "decided_by" in errata[-1]:
            raise RefusedError.because(
                f"ralat terakhir edisi {edition_id} bukan koreksi penyunting situs.",
                f"Catat yang baru: python3 dev.py erratum {edition_id} --date … --what … --why ….",
            )
        sheet = sheet.put(("errata", len(errata) - 1, "digest_after"), digest(edition))
        shop.save(name, sheet.content)
        sound(shop.load())
        shop.deliver(name)
    return f"Sidik koreksi terakhir diperbarui di {shop.shown(name)}."


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


def _unfrozen(shop: Workshop, loaded: Loaded) -> Programme:
    """What the data say without any digest and erratum, so that no edition counts as changed."""
    if loaded.programme is not None:
        return loaded.programme
    names = [path.relative_to(shop.draft).as_posix() for path in shop.draft.glob("editions/*/edition.yml")]
    try:
        kept = {name: shop.sheet(name) for name in names}
        for name, sheet in kept.items():
            shop.save(name, sheet.without(("digest",)).without(("errata",)).content)
    except UnusualError as error:
        raise RefusedError(as_text(loaded.problems)) from error
    programme = shop.load().programme
    if programme is None:
        raise RefusedError(as_text(loaded.problems))
    for name, sheet in kept.items():
        shop.save(name, sheet.content)
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
