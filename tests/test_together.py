"""What must go together is told in the same words wherever it is: pages, tools, data, workbook, search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

CHAIN = "Bila keharusan berlaku berantai"
NOTE = "Naskah tidak mengatakannya; ini bacaan situs ini."
SHORT = "Bila keharusan berlaku berantai (naskah tidak mengatakannya)"
SURFACES = [
    "menu/2017/index.html",
    "menu/2018/index.html",
    "menu/2017/7.2/index.html",
    "menu/2017/keterkaitan/index.html",
    "pindai/index.html",
    "rencana/index.html",
    "perubahan/2017-2018/index.html",
    "api/v1/editions/2017.json",
    "api/v1/activities/pembelajaran-jarak-jauh.json",
    "cari/isi/menu/2017/keterkaitan/index.json",
]
REPLACED = (
    "rangkaian yang harus",
    "rangkaian lengkap",
    "lewat kegiatan lain",
    "saling mensyaratkan",
    "disyaratkan",
    "tidak berbalas",
    "searah",
    ") dibuka",
    "bulan tidak bertemu",
)
"""What the same things were called before."""


@pytest.mark.parametrize("path", SURFACES)
def test_every_surface_calls_the_chain_by_the_same_words(site: Path, path: str) -> None:
    """Its name, and that the text does not say it; the words of before are gone."""
    text = (site / path).read_text()
    assert CHAIN in text
    assert NOTE in text
    if path.startswith(("menu", "pindai", "rencana")):
        plain = " ".join(html.fromstring(text).text_content().split()).lower()
        assert [old for old in REPLACED if old in plain] == []


def test_the_workbook_calls_the_chain_by_the_same_words(site: Path) -> None:
    """On the sheet of the menu, with both months; 7.2 has four companions, and the chain adds five."""
    sheet = load_workbook(site / "pemantauan/formulir/lampiran-6.xlsx")["Menu"]
    heads, *rows = sheet.iter_rows(min_row=2, values_only=True)
    assert heads[3:6] == ("Harus bersama", "Lengkap mulai", SHORT)
    by_number = {str(row[0]).split()[0]: row[3:6] for row in rows if row[0]}
    assert by_number["7.2"] == (
        "Paket 1, 7.1",
        "Mei 2017",
        "Lewat pasangannya: 3.1, 3.2, 4.1, 4.2, dan 4.3. Lengkap mulai Juni 2017.",
    )
    assert by_number["1.1"] == ("1.2, 1.3", "Mei 2017", None)
    assert by_number["2.3"] == (None, None, None)


@pytest.mark.parametrize("path", ["editions/2017.json", "activities/pembelajaran-jarak-jauh.json"])
def test_data_hold_companions_and_chain_apart(site: Path, path: str) -> None:
    """By id, each with its reading and month; what is printed stays in ``implement_with``."""
    found = json.loads((site / "api/v1" / path).read_text())
    if "packages" in found:
        held = next(a for p in found["packages"] for a in p["activities"] if a["number"] == "7.2")
    else:
        held = next(one for one in found["editions"] if one["edition"] == "2017")
    printed = [one["activity"] or one["package"] for one in held["implement_with"]]
    assert printed == ["paket-kapasitas-kecamatan", "pelatihan-aparat-desa"]
    assert held["companions"] == {
        "reading": "printed",
        "activities": [
            "kepemimpinan-camat",
            "perencanaan-penganggaran-desa",
            "keuangan-kecamatan-unit-layanan",
            "pelatihan-aparat-desa",
        ],
        "complete_from": "2017-05",
        "undated": [],
    }
    assert held["chain"] == {
        "reading": "site",
        "name": CHAIN,
        "note": NOTE,
        "activities": [
            "sistem-informasi-desa",
            "dasbor-kecamatan",
            "akuntabilitas-layanan-lokal",
            "akuntabilitas-pembangunan-desa",
            "penguatan-bpd",
        ],
        "complete_from": "2017-06",
        "undated": [],
    }


def test_what_the_chain_adds_stands_folded_on_a_page_and_is_never_a_must(site: Path) -> None:
    """Of 7.2: its printed companions are in sight with their month, the rest in a fold with its own."""
    tree = html.fromstring((site / "menu/2017/7.2/index.html").read_text())
    (block,) = tree.find_class("set")
    (fold,) = block.find_class("set-chain")
    assert fold.tag == "details"
    assert fold.get("open") is None
    said = " ".join(fold.text_content().split()).replace("\u00a0", " ")
    assert "Seluruhnya lengkap mulai Juni 2017, saat kegiatan terakhir (4.3) tersedia." in said
    assert "harus" not in said.replace("keharusan", "").lower()
    block.remove(fold)
    seen = " ".join(block.text_content().split()).replace("\u00a0", " ")
    assert seen.startswith(
        "Bersama pasangannya lengkap mulai Mei 2017, saat kegiatan terakhir (1.3) tersedia."
    )
    assert "4.2 Akuntabilitas" not in seen
