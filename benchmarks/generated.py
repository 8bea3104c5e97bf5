"""Generated editions of any size, and the same pages as a stock Material site."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
PER_PACKAGE = 20
SENTENCE = "Kegiatan ini membantu kecamatan dan desa menyusun rencana yang berpihak pada warga miskin."
MONTHS = ("2030-01", "2030-02", "2030-03", "2030-05", "2030-08")


def write_project(folder: Path, activities: int) -> None:
    """A project like this one in ``folder``, with one edition of ``activities`` activities."""
    data = folder / "menu_data"
    packages = data / "editions/2030/packages"
    packages.mkdir(parents=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs/index.md").write_text(
        "---\ntitle: Beranda\n---\n\n# Beranda\n\n[Menu](menu/2030/index.md)\n"
    )
    _dump(data / "catalogue.yml", _catalogue())
    _dump(data / "editions/2030/edition.yml", _edition())
    count = -(-activities // PER_PACKAGE)
    for index in range(count):
        size = min(PER_PACKAGE, activities - index * PER_PACKAGE)
        _dump(packages / f"{index + 1}.yml", _package(index + 1, size))


def write_stock(folder: Path, activities: int) -> None:
    """The same pages (activity and history) with stock Material, its search, and mkdocs-macros.

    All stand in the navigation, by package, as Material has it when nothing is pruned.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Beranda\n")
    (folder / "main.py").write_text(
        "def define_env(env):\n"
        "    @env.macro\n"
        "    def month(value):\n"
        "        return f'**Tersedia** {value}'\n"
    )
    nav: list[Any] = [{"Beranda": "index.md"}]
    for index in range(-(-activities // PER_PACKAGE)):
        size = min(PER_PACKAGE, activities - index * PER_PACKAGE)
        section = []
        for item in range(size):
            name = f"menu/{index + 1}/{index + 1}.{item + 1}.md"
            path = docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_stock_page(index + 1, item + 1))
            section.append({f"{index + 1}.{item + 1} Kegiatan": name})
            history = f"kegiatan/kegiatan-{index + 1}-{item + 1}.md"
            path = docs / history
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                f"# Kegiatan {index + 1}.{item + 1}\n\n{SENTENCE}\n\n{{{{ month('2030-04') }}}}\n"
            )
            section.append({f"Riwayat {index + 1}.{item + 1}": history})
        nav.append({f"Paket {index + 1}": section})
    config = {
        "site_name": "Stock",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", "macros"],
        "nav": nav,
        "markdown_extensions": ["attr_list", "tables", "toc", "footnotes", "abbr"],
    }
    _dump(folder / "mkdocs.yml", config)


def _stock_page(package: int, item: int) -> str:
    points = "\n".join(f"- **Butir {n}**: {SENTENCE}" for n in range(1, 7))
    return (
        f"# {package}.{item} Kegiatan\n\n{{{{ month('2030-04') }}}}\n\n"
        f"| Untuk siapa | Harus bersama |\n|---|---|\n| Desa | {package}.1 |\n\n"
        f"## Mengapa\n\n{SENTENCE} {SENTENCE}\n\n{SENTENCE}\n\n## Isi\n\n{points}\n\n## Hasil\n\n{points}\n"
    )


def _package(number: int, size: int) -> dict[str, Any]:
    return {
        "id": f"paket-{number}",
        "number": str(number),
        "name": f"Paket Contoh Nomor {number}",
        "lede": SENTENCE,
        "summary": f"{SENTENCE}\n\n{SENTENCE}",
        "outcomes": ["hasil-1"],
        "outputs": ["keluaran-1-1"],
        "table": {
            "target_units": "Desa",
            "fields": ["Perencanaan"],
            "activities": [SENTENCE],
            "expected_results": [SENTENCE],
        },
        "source": {"section": f"Bab {number}", "page": number},
        "activities": [_activity(number, item, size) for item in range(1, size + 1)],
    }


def _activity(package: int, item: int, size: int) -> dict[str, Any]:
    points = [{"title": f"Butir {n}", "text": SENTENCE} for n in range(1, 7)]
    companions = [
        {"activity": f"kegiatan-{package}-{other}"} for other in (item - 1, item + 1) if 1 <= other <= size
    ]
    return {
        "id": f"kegiatan-{package}-{item}",
        "number": f"{package}.{item}",
        "name": f"Kegiatan Contoh Nomor {package}.{item} bagi Aparat Kecamatan",
        "lede": SENTENCE,
        "role": "core" if item % 2 else "not_stated",
        "target_units": {"kinds": ["desa"] if item % 3 else ["kecamatan", "desa"], "printed": "Desa"},
        "delivery": [
            {"phase": phase, "parts": [{"text": SENTENCE, "bodies": ["komite"], "funding": ["APBD"]}]}
            for phase in ("design", "short_term", "long_term")
        ],
        "availability": {"month": MONTHS[item % len(MONTHS)]} if item % 7 else {"unknown": True},
        "rationale": f"{SENTENCE} {SENTENCE}\n\n{SENTENCE}",
        "description": {"intro": SENTENCE, "points": points},
        "expected_results": {"points": points},
        "implement_with": companions[:2],
        "review": {"state": "new"},
        "source": {"section": f"Bab {package}, Kegiatan {package}.{item}", "page": package},
    }


def _catalogue() -> dict[str, Any]:
    return {
        "programme": {
            "name": "Program Contoh",
            "long_name": "Program Contoh Lengkap",
            "owner": "Dinas Contoh",
            "menu_name": "Menu Bantuan",
            "decides": "komite",
            "prevailing": "Naskah asli yang berlaku.",
        },
        "outcomes": [{"id": "hasil-1", "number": "1", "name": "Hasil satu"}],
        "outputs": [{"id": "keluaran-1-1", "number": "1.1", "outcome": "hasil-1", "name": "Keluaran satu"}],
        "target_unit_kinds": [{"id": "desa", "name": "Desa"}, {"id": "kecamatan", "name": "Kecamatan"}],
        "bodies": [{"id": "komite", "name": "Komite Contoh"}],
    }


def _edition() -> dict[str, Any]:
    return {
        "id": "2030",
        "fiscal_year": 2030,
        "title": "Menu Bantuan 2030",
        "short_title": "Menu 2030",
        "lede": "Menu yang dibuat untuk mengukur.",
        "text_name": "teks 2030",
        "status": "approved",
        "roles": [{"role": "core", "name": "Utama", "where": "Bab 1", "text": SENTENCE}],
        "source": {"section": "Bab 1"},
    }


class _Plain(yaml.SafeDumper):
    """A dumper without anchors, which the loader refuses."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _dump(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100))
