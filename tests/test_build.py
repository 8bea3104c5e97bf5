"""A whole build: strict, complete, the same bytes each time, and stopped by bad input with its place."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from macros.loading.load import load
from macros.postprocess.link_check import audit
from macros.site.content import gather
from tests.conftest import build, digests, make_project
from tests.paths import ROOT

PAGES = [
    "index.html",
    "404.html",
    "menu/index.html",
    "menu/2017/index.html",
    "menu/2017/1/index.html",
    "menu/2017/9/index.html",
    "menu/2017/1.1/index.html",
    "menu/2017/9.1/index.html",
    "menu/2017/jadwal/index.html",
    "menu/2017/keterkaitan/index.html",
    "kegiatan/kepemimpinan-camat/index.html",
    "panduan/ketidaksepakatan/index.html",
    "perubahan/2017-2018/pengantar/index.html",
    "tata-kelola/makro/index.html",
    "tata-kelola/memeriksa/index.html",
    "tata-kelola/menyunting/index.html",
    "tata-kelola/persetujuan/index.html",
    "cari/index.html",
    "cari/terkini.json",
    "cari/2018.json",
    "data/index.html",
    "luring/index.html",
    "luring/daftar.json",
    "aksesibilitas/index.html",
    "sw.js",
    "_headers",
    "api/v1/editions.json",
    "api/v1/editions/2017.json",
    "api/v1/changes.json",
    "api/v1/activities.json",
    "api/v1/activities/kepemimpinan-camat.json",
    "api/v1/openapi.json",
    "perubahan/atom.xml",
]


@pytest.mark.parametrize("page", PAGES)
def test_the_promised_addresses_exist(site: Path, page: str) -> None:
    """URLs never break."""
    assert (site / page).is_file()


def test_the_site_has_no_fault_at_a_root_or_under_a_sub_path(site: Path, sub_path_site: Path) -> None:
    """Every link, fragment and image leads somewhere."""
    assert audit(site) == []
    assert audit(sub_path_site, "/lini-depan/") == []


def test_the_same_sources_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """A second build differs in no file."""
    assert build(ROOT, tmp_path / "again").returncode == 0
    assert digests(site) == digests(tmp_path / "again")


def test_every_page_says_of_which_commit_its_content_is(tiny_site: Path) -> None:
    """The day of the commit, which ``dev.py`` hands over; never the day of the build."""
    for page in tiny_site.rglob("index.html"):
        said = page.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
        assert "Isi situs per 24 November 2026." in said, page


def test_a_second_programme_builds_with_the_same_code(tiny_site: Path) -> None:
    """Its words appear, and none of the first programme's."""
    page = (tiny_site / "menu/1/1.1/index.html").read_text()
    assert "Membajak" in page
    everything = "".join(path.read_text() for path in tiny_site.rglob("*.html"))
    for word in ("Lini Depan", "Bappenas", "KOMPAK", "Komite Teknis", "2017", "Lampiran"):
        assert word not in everything, word
    assert json.loads((tiny_site / "api/v1/editions.json").read_text())["current"] == "1"


def test_nothing_of_the_programme_stands_in_code() -> None:
    """Names, bodies, years and counts come from data; docstrings may name the section they implement."""
    words = re.compile(
        r"Lini Depan|Bappenas|KOMPAK|Komite|Kemendagri|Lampiran I|\b201[5-9]\b|sembilan paket", re.IGNORECASE
    )
    for folder in ("macros", "overrides", "docs/assets"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".jinja", ".html", ".css", ".js"}:
                assert not words.search(path.read_text()), path
            elif path.suffix == ".py":
                assert [text for text in _texts(path) if words.search(text)] == [], path


def _texts(path: Path) -> list[str]:
    """Every text in a module that is no docstring."""
    tree = ast.parse(path.read_text())
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (
            "menu_data/editions/1/packages/1.yml",
            'month: "2030-02"',
            "month: 2030",
            "menu_data/editions/1/packages/1.yml:25:14: ",
        ),
        ("docs/index.md", "package_table", "package_tabel", "docs/index.md:7:1: "),
        ("docs/index.md", '{{ package_table("1") }}', "{{ config.site_dir }}", "docs/index.md:7:1: "),
        ("docs/index.md", '{{ package_table("1") }}', "{% set x = 1 %}", "docs/index.md:7:1: "),
        (
            "docs/index.md",
            '{{ package_table("1") }}',
            '{{ package_table("1" ~ "2") }}',
            "docs/index.md:7:1: ",
        ),
        (
            "docs/index.md",
            '{{ package_table("1") }}',
            '{{ cycler.__init__.__globals__.os.popen("touch x") }}',
            "docs/index.md:7:1: ",
        ),
        ("docs/index.md", "title: Kebun Warga", "title: Kebun\nrender_macros: false", "docs/index.md:3:1: "),
        ("docs/index.md", "title: Kebun Warga", "title: '{{ 7*7 }}'", "docs/index.md:2:1: "),
    ],
)
def test_bad_input_stops_the_build_with_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    """The message names the place; nothing is executed, nothing written, no traceback shown."""
    project = make_project(tmp_path / "project")
    path = project / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    done = build(project, tmp_path / "out")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert place in said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()
    assert not (project / "x").exists()


@pytest.mark.slow
def test_a_dead_link_stops_a_strict_build(tmp_path: Path) -> None:
    """Raw HTML links are followed too."""
    project = make_project(tmp_path / "project")
    with (project / "docs/index.md").open("a") as page:
        page.write('\n<a href="tiada/">tiada</a>\n')
    done = build(project, tmp_path / "out")
    assert done.returncode == 1
    assert 'index.html: href "tiada/" tidak menuju apa pun' in done.stdout + done.stderr


@pytest.mark.slow
def test_a_page_that_takes_a_generated_address_is_refused(tmp_path: Path) -> None:
    """Two sources for one address would overwrite each other in silence."""
    project = make_project(tmp_path / "project")
    (project / "docs/menu").mkdir()
    (project / "docs/menu/1.md").write_text("---\ntitle: Palsu\n---\n\n# Palsu\n")
    done = build(project, tmp_path / "out")
    assert done.returncode == 1
    assert "alamat yang sama" in done.stdout + done.stderr


def test_a_build_into_a_checkout_leaves_what_is_hidden(tmp_path: Path) -> None:
    """The folder of git stays whole; what an engine added for itself goes, what lies in ``docs`` comes."""
    project, out = make_project(tmp_path / "project"), tmp_path / "out"
    (out / ".git/refs").mkdir(parents=True)
    (out / ".git/HEAD").write_text("ref: refs/heads/terbit\n")
    (project / "docs/gambar").mkdir()
    (project / "docs/gambar/a.png").write_bytes(b"x")
    assert build(project, out).returncode == 0
    assert (out / ".git/HEAD").is_file()
    assert (out / ".git/refs").is_dir()
    assert (out / "gambar/a.png").is_file()
    assert not (out / "assets/stylesheets").exists()


def test_a_file_that_comes_while_pages_stay_is_published(tmp_path: Path) -> None:
    """As under ``serve``: what a build is made from is kept, but not the list of its files."""
    project = make_project(tmp_path / "project")
    content = gather(load(project / "menu_data"), project / "docs")
    assert "lain.png" not in content.paths()
    (project / "docs/lain.png").write_bytes(b"x")
    assert gather(content.loaded, project / "docs") is content
    assert "lain.png" in content.paths()
