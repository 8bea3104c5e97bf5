"""The tiny programme carried on for five editions, and no edition for two years between.

What happens, by id (packages in capitals)::

              2030          2031          2032                2035             2036, a draft
    bajak     1.1 core      1.1, later    1.1, later          1.1, later       1.1, later
    (name)    Membajak      Menggaru      Menggaru            Membajak         Mencangkul
    pupuk     1.2           ended                             1.3, reinstated  ended, no successor
    kompos                  1.2, for it   split, stays 1.2    1.2              1.2
    daun                                  1.3, split off      into kompos      1.3, reinstated
    siram     2.1           2.1           1.4, to LAHAN       2.1, to PANEN    2.1
    sumur     3.1           3.1           2.1                 2.2              3.1, to AIR
    pasar                                                                      2.2, new
    AIR       3             3             into PANEN                           3, reinstated

Every edition changes the month of ``bajak`` and what it must go together with. The erratum of 2031 is younger
than that of 2032.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from macros.changes import Chronicle, Comparison, Subject, Substance, digest
from macros.model.base import Record
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition, Status
from macros.model.menu import Activity, Package
from tests.factories import activity, edition, package
from tests.paths import TINY

UNITS = {"kinds": ["rt"], "printed": "Rukun tetangga"}
NAMES = {
    "bajak": "Membajak",
    "pupuk": "Memupuk",
    "kompos": "Mengompos",
    "daun": "Mengumpulkan Daun",
    "siram": "Menyiram",
    "sumur": "Menggali Sumur",
    "pasar": "Menjual Sayur",
    "lahan": "Menyiapkan Lahan",
    "panen": "Merawat sampai Panen",
    "air": "Menyediakan Air",
}
STATUSES = {
    "2030": "superseded",
    "2031": "superseded",
    "2032": "superseded",
    "2035": "approved",
    "2036": "draft",
}
LINEAGE: dict[str, list[dict[str, Any]]] = {
    "2031": [{"event": "ended", "ids": ["pupuk"], "successors": ["kompos"]}],
    "2032": [
        {"event": "split", "ids": ["kompos"], "successors": ["daun"], "partial": True},
        {"event": "merged", "subject": "package", "ids": ["air"], "successors": ["panen"]},
    ],
    "2035": [
        {"event": "merged", "ids": ["daun"], "successors": ["kompos"]},
        {"event": "reinstated", "ids": ["pupuk"]},
    ],
    "2036": [
        {"event": "ended", "ids": ["pupuk"]},
        {"event": "reinstated", "ids": ["daun"]},
        {"event": "reinstated", "subject": "package", "ids": ["air"]},
    ],
}
ERRATA = {
    "2031": ("2032-06-01", "bajak"),
    "2032": ("2032-03-01", "siram"),
}
"""The day of an erratum of an edition, and the activity that it speaks of."""
INDEX = """\
---
title: Kebun Warga
---

# Kebun Warga

{{ history("bajak") }}

{{ change_log("2031", "2032", package="panen") }}
"""


def packages_of(year: str) -> tuple[Package, ...]:
    """What an edition holds, as the table above says."""
    match year:
        case "2030":
            return (
                _package("lahan", "1", _bajak("2030-02", "pupuk"), _one("pupuk", "1.2")),
                _package("panen", "2", _one("siram", "2.1")),
                _package("air", "3", _one("sumur", "3.1")),
            )
        case "2031":
            return (
                _package("lahan", "1", _bajak("2031-02", "kompos", "Menggaru"), _one("kompos", "1.2")),
                _package("panen", "2", _one("siram", "2.1")),
                _package("air", "3", _one("sumur", "3.1")),
            )
        case "2032":
            lahan = (_bajak("2032-02", "daun", "Menggaru"), _one("kompos", "1.2"), _one("daun", "1.3"))
            return (
                _package("lahan", "1", *lahan, _one("siram", "1.4")),
                _package("panen", "2", _one("sumur", "2.1")),
            )
        case "2035":
            return (
                _package(
                    "lahan", "1", _bajak("2035-03", "pupuk"), _one("kompos", "1.2"), _one("pupuk", "1.3")
                ),
                _package("panen", "2", _one("siram", "2.1"), _one("sumur", "2.2")),
            )
        case _:
            bajak = _bajak("2036-05", "kompos", "Mencangkul")
            return (
                _package("lahan", "1", bajak, _one("kompos", "1.2"), _one("daun", "1.3")),
                _package("panen", "2", _one("siram", "2.1"), _one("pasar", "2.2")),
                _package("air", "3", _one("sumur", "3.1")),
            )


def five() -> tuple[list[Edition], list[ChangeNotes]]:
    """The editions, frozen where they are approved, and the notes between them."""
    made = [_edition(year) for year in STATUSES]
    notes = [_notes(old.id, new.id) for old, new in pairwise(made)]
    chronicle = Chronicle(made, notes)
    for place, (old, new) in enumerate(chronicle.pairs):
        comparison = chronicle.comparison(old.id, new.id)
        made[place + 1] = _reviewed(new, comparison)
        notes[place] = _notes(old.id, new.id, _reasons(comparison, new.id))
    return [_frozen(one) for one in made], notes


def carry_on(project: Path) -> Path:
    """Put the five editions into a project of the tiny programme, with a first page of their own."""
    shutil.rmtree(project / "menu_data")
    write(project / "menu_data")
    (project / "docs/index.md").write_text(INDEX)
    return project


def write(folder: Path) -> Path:
    """The data in ``folder``, with the tiny programme's catalogue, reports and words for the search."""
    data = Path(shutil.copytree(TINY / "menu_data", folder, ignore=shutil.ignore_patterns("editions")))
    (data / "guideline/discrepancies.yml").unlink()
    planning = data / "guideline/planning.yml"
    planning.write_text(planning.read_text().replace("discrepancies: [A1]\n", ""))
    for name in ("resources.yml", "search.yml"):
        path = data / name
        path.write_text(path.read_text().replace("activity: satu", "activity: bajak"))
    editions, notes = five()
    for one in editions:
        _dump(data / f"editions/{one.id}/edition.yml", one.info)
        for held in one.packages:
            _dump(data / f"editions/{one.id}/packages/{held.number}.yml", held)
    for found in notes:
        _dump(data / f"changes/{found.old}-{found.new}.yml", found)
    return data


def _one(key: str, number: str, **fields: Any) -> Activity:
    return activity(key, number, **{"name": NAMES[key], "target_units": UNITS, **fields})


def _bajak(month: str, needs: str, name: str = NAMES["bajak"]) -> Activity:
    return _one("bajak", "1.1", month=month, name=name, role="core", needs=(needs,))


def _package(name: str, number: str, *activities: Activity) -> Package:
    return package(name, number, *activities, name=NAMES[name])


def _edition(year: str) -> Edition:
    fields: dict[str, Any] = {
        "fiscal_year": int(year),
        "title": f"Daftar Bantuan {year}",
        "short_title": f"Daftar {year}",
        "text_name": f"pedoman {year}",
        "status": STATUSES[year],
        "roles": [{"role": "core", "name": "Wajib", "where": "Bab 1", "text": "Semua kebun memulainya."}],
    }
    return edition(year, *packages_of(year), **fields)


def _notes(old: str, new: str, reasons: Sequence[Mapping[str, Any]] = ()) -> ChangeNotes:
    date = f"{new}-01-05"
    fields = {"old": old, "new": new, "date": date, "lineage": LINEAGE[new], "reasons": reasons}
    return ChangeNotes.model_validate(fields)


def _reviewed(new: Edition, comparison: Comparison) -> Edition:
    """The edition with the review states that its changes ask for."""

    def state(one: Activity) -> str:
        changes = comparison.of(Subject(kind=SubjectKind.ACTIVITY, id=one.id))
        if any(change.appears for change in changes):
            return "new"
        substantive = any(change.substance is Substance.SUBSTANTIVE for change in changes)
        return "changed" if substantive else "not_reviewed"

    def with_states(held: Package) -> Package:
        review = ({"review": {"state": state(one)}} for one in held.activities)
        members = [
            one.model_dump(mode="json") | new for one, new in zip(held.activities, review, strict=True)
        ]
        return Package.model_validate({**held.model_dump(mode="json"), "activities": members})

    return Edition(info=new.info, packages=tuple(map(with_states, new.packages)))


def _reasons(comparison: Comparison, year: str) -> list[dict[str, Any]]:
    """A reason for every substantive change; that of the month has a note of its own."""
    found: dict[tuple[str, str, str], None] = {}
    for change in comparison.substantive:
        matter = ("event", change.kind.value) if change.is_event else ("field", change.field)
        found[(f"{change.subject.kind.value}={change.subject.id}", *matter)] = None
    decision = "usulan" if STATUSES[year] == "draft" else f"Putusan {year}"
    reasons = []
    for whose, key, value in found:
        kind, _, name = whose.partition("=")
        reason = {"covers": [{kind: name, key: value}], "reason": f"Sebab di {year}.", "decision": decision}
        if value == "availability":
            reason["note"] = f"Tunggu bulan baru di {year}."
        reasons.append(reason)
    return reasons


def _frozen(one: Edition) -> Edition:
    """The edition as it was approved, and with its erratum."""
    if one.info.status is Status.DRAFT:
        return one
    info: dict[str, Any] = {**one.info.model_dump(mode="json"), "digest": digest(one)}
    if one.id in ERRATA:
        day, name = ERRATA[one.id]
        info["errata"] = [
            {
                "date": day,
                "what": f"Kalimat tentang {NAMES[name]} dibetulkan.",
                "why": "Keliru menyalin.",
                "decided_by": "komite",
                "activity": name,
                "field": "rationale",
                "digest_after": digest(one),
            }
        ]
    return Edition(info=one.info.model_validate(info), packages=one.packages)


def _dump(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    content = record.model_dump(mode="json", exclude_defaults=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
