"""Small records for tests: only what a test names differs from a plain default."""

from __future__ import annotations

from typing import Any

from macros.model.catalogue import Catalogue
from macros.model.edition import Edition, EditionInfo
from macros.model.menu import Activity, Package
from macros.model.programme import Programme


def activity(
    activity_id: str, number: str, *, month: str | None = None, needs: tuple[str, ...] = (), **fields: Any
) -> Activity:
    """An activity; ``needs`` holds ids, those of packages begin with ``paket-``."""
    plain: dict[str, Any] = {
        "id": activity_id,
        "number": number,
        "name": f"Kegiatan {activity_id}",
        "lede": "Satu kalimat.",
        "role": "not_stated",
        "target_units": {"kinds": ["desa"], "printed": "Desa"},
        "delivery": [{"phase": "design", "parts": [{"text": "Komite"}]}],
        "availability": {"month": month} if month else {"unknown": True},
        "rationale": "Sebab.",
        "description": {"intro": "Isi."},
        "expected_results": {"intro": "Hasil."},
        "implement_with": [
            {"package": need} if need.startswith("paket-") else {"activity": need} for need in needs
        ],
        "review": {"state": "new"},
        "source": {"section": "Bab 1"},
    }
    return Activity.model_validate({**plain, **fields})


def package(package_id: str, number: str, *activities: Activity, **fields: Any) -> Package:
    """A package of activities."""
    plain: dict[str, Any] = {
        "id": package_id,
        "number": number,
        "name": f"Paket {package_id}",
        "lede": "Satu kalimat.",
        "summary": "Ringkasan.",
        "outcomes": ["hasil-1"],
        "outputs": ["keluaran-1"],
        "source": {"section": "Bab 1"},
        "activities": list(activities),
    }
    return Package.model_validate({**plain, **fields})


def edition(edition_id: str, *packages: Package, **fields: Any) -> Edition:
    """An approved edition of packages."""
    plain: dict[str, Any] = {
        "id": edition_id,
        "fiscal_year": 2030,
        "title": "Menu Bantuan",
        "short_title": f"Menu {edition_id}",
        "lede": "Satu kalimat.",
        "text_name": "teks contoh",
        "status": "approved",
        "source": {"section": "Bab 1"},
    }
    return Edition(info=EditionInfo.model_validate({**plain, **fields}), packages=packages)


def programme(*editions: Edition, **fields: Any) -> Programme:
    """A programme of editions."""
    catalogue = Catalogue.model_validate(
        {
            "programme": {
                "name": "Program Contoh",
                "long_name": "Program Contoh Lengkap",
                "owner": "Dinas Contoh",
                "menu_name": "Menu Bantuan",
                "editors": "penyunting contoh",
                "proposal_note": "Disusun penyunting contoh. Bukan usulan Dinas Contoh.",
                "decides": "komite",
                "prevailing": "Naskah asli yang berlaku.",
            },
            "outcomes": [{"id": "hasil-1", "number": "1", "name": "Hasil satu"}],
            "outputs": [{"id": "keluaran-1", "number": "1.1", "outcome": "hasil-1", "name": "Keluaran satu"}],
            "target_unit_kinds": [{"id": "desa", "name": "Desa"}, {"id": "kota", "name": "Kota"}],
            "bodies": [{"id": "komite", "name": "Komite Contoh"}],
        }
    )
    return Programme(catalogue=catalogue, editions=editions, **fields)
