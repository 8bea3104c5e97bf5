"""What all comparisons and histories of many editions cost."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Sequence
from typing import Any

from macros.changes import Chronicle, Subject
from macros.model.changes import ChangeNotes, LineageEntry, LineageEvent, SubjectKind
from macros.model.edition import Edition, EditionInfo
from macros.model.menu import Activity, Package

EDITIONS, ACTIVITIES, PER_PACKAGE = 15, 600, 20
SECONDS_GOAL, MEBIBYTES_GOAL = 10.0, 500.0
KIB_PER_MIB = 1024
CHANGED = 0.3
"""Share of activities that change in a year; one in thirty ends, and a new one continues it."""
WORDS = [
    "kecamatan",
    "desa",
    "rencana",
    "anggaran",
    "layanan",
    "warga",
    "camat",
    "bupati",
    "kursus",
    "data",
    "puskesmas",
    "sekolah",
    "menyusun",
    "menilai",
    "bersama",
    "setiap",
    "tahun",
    "untuk",
    "yang",
    "dan",
    "di",
    "pada",
    "oleh",
    "dengan",
    "dalam",
    "lebih",
    "baik",
]


def main() -> bool:
    """Print the figures; whether the goals are met."""
    editions, notes = generated()
    start = time.perf_counter()
    chronicle = Chronicle(editions, notes)
    records = sum(len(chronicle.comparison(old.id, new.id).changes) for old, new in chronicle.pairs)
    compared = time.perf_counter() - start
    subjects = {
        Subject(kind=SubjectKind.ACTIVITY, id=one.id) for edition in editions for one in edition.activities
    }
    moments = sum(len(chronicle.history(subject)) for subject in subjects)
    seconds = time.perf_counter() - start
    mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    print(
        f"history {EDITIONS} editions of {ACTIVITIES}: {records} changes in {compared:.2f} s, "
        f"{len(subjects)} histories of {moments} moments, together {seconds:.2f} s "
        f"(goal {SECONDS_GOAL:.0f}), {mebibytes:.0f} MiB (goal {MEBIBYTES_GOAL:.0f})"
    )
    return seconds <= SECONDS_GOAL and mebibytes <= MEBIBYTES_GOAL


def generated() -> tuple[list[Edition], list[ChangeNotes]]:
    """Editions of which each differs from the one before, and the lineage between them."""
    chance = random.Random(4)  # noqa: S311
    activities = [_activity(chance, f"kegiatan-{index}") for index in range(ACTIVITIES)]
    editions = [_edition(2020, activities)]
    notes = []
    for year in range(2021, 2020 + EDITIONS):
        entries = []
        for index, old in enumerate(activities):
            fate = chance.random()
            if fate < CHANGED / 10:
                activities[index] = _activity(chance, f"{old.id}-{year}")
                entries.append(
                    LineageEntry(event=LineageEvent.ENDED, ids=(old.id,), successors=(activities[index].id,))
                )
            elif fate < CHANGED:
                activities[index] = _edited(chance, old)
        notes.append(
            ChangeNotes(old=str(year - 1), new=str(year), date=f"{year}-01-02", lineage=tuple(entries))
        )
        editions.append(_edition(year, activities))
    return editions, notes


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def _edited(chance: random.Random, old: Activity) -> Activity:
    """Another month, and a tenth of the words of two texts."""
    texts = {
        name: " ".join(
            chance.choice(WORDS) if chance.random() < 0.1 else word for word in getattr(old, name).split(" ")
        )
        for name in ("rationale", "lede")
    }
    points = [
        {"title": point.title, "text": _text(chance, 25) if chance.random() < 0.3 else point.text}
        for point in old.description.points
    ]
    return Activity.model_validate(
        {
            **old.model_dump(),
            **texts,
            "description": {"intro": old.description.intro, "points": points},
            "availability": {"month": f"2030-{chance.randrange(1, 13):02}"},
        }
    )


def _activity(chance: random.Random, activity_id: str) -> Activity:
    points = [{"title": f"Butir {index}", "text": _text(chance, 25)} for index in range(6)]
    return Activity.model_validate(
        {
            "id": activity_id,
            "number": "1",
            "name": _text(chance, 8),
            "lede": _text(chance, 15),
            "role": "core",
            "target_units": {"kinds": ["desa"], "printed": "Desa"},
            "delivery": [{"phase": "design", "parts": [{"text": _text(chance, 12), "funding": ["APBD"]}]}],
            "availability": {"month": "2030-04"},
            "rationale": _text(chance, 120),
            "description": {"intro": _text(chance, 20), "points": points},
            "expected_results": {"points": points},
            "implement_with": [{"package": "paket-1"}],
            "review": {"state": "new"},
            "source": {"section": "Bab 1"},
        }
    )


def _edition(year: int, activities: Sequence[Activity]) -> Edition:
    packages = [
        _package(place, activities[first : first + PER_PACKAGE])
        for place, first in enumerate(range(0, len(activities), PER_PACKAGE), start=1)
    ]
    info: dict[str, Any] = {
        "id": str(year),
        "fiscal_year": year,
        "title": f"Menu {year}",
        "short_title": f"Menu {year}",
        "lede": "Menu yang dibuat untuk mengukur.",
        "text_name": f"teks {year}",
        "status": "approved",
        "source": {"section": "Bab 1"},
    }
    return Edition(info=EditionInfo.model_validate(info), packages=tuple(packages))


def _package(place: int, members: Sequence[Activity]) -> Package:
    numbered = [
        member.model_copy(update={"number": f"{place}.{index}"})
        for index, member in enumerate(members, start=1)
    ]
    return Package.model_validate(
        {
            "id": f"paket-{place}",
            "number": str(place),
            "name": f"Paket {place}",
            "lede": "Satu kalimat.",
            "summary": "Ringkasan.",
            "outcomes": ["hasil-1"],
            "outputs": ["keluaran-1"],
            "source": {"section": "Bab 1"},
            "activities": numbered,
        }
    )
