"""Versions of assets, and the list of what is kept with the menu."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from macros.postprocess.asset_versions import Assets, versioned
from macros.postprocess.offline_manifest import Menu, OfflineManifest, digest

VERSION = re.compile(r"\?v=([0-9a-f]{10})")


def test_an_address_names_what_the_file_holds() -> None:
    """The same version stands in the file's first bytes and in the imports of those who need it."""
    made, versions = versioned(
        {
            "assets/a/a.js": 'import{b}from"../b/b.js";b()',
            "assets/b/b.js": "export const b=1",
            "assets/c.css": "a{}",
        }
    )
    assert made["assets/a/a.js"] == (
        f'/*!{versions["assets/a/a.js"]}*/import{{b}}from"../b/b.js?v={versions["assets/b/b.js"]}";b()'
    )
    assert made["assets/c.css"] == f"/*!{versions['assets/c.css']}*/a{{}}"


def test_a_change_reaches_everyone_who_needs_it_and_nobody_else() -> None:
    """Also around a circle of modules, and through what is loaded when asked for."""
    before = {
        "assets/t/tool.js": 'export const a=()=>import("./later.js")',
        "assets/t/later.js": 'import{a}from"./tool.js";import"../k/deep.js?no";export const b=a',
        "assets/o/other.js": "1",
    }
    after = {**before, "assets/t/later.js": before["assets/t/later.js"] + ";2"}
    first, second = versioned(before)[1], versioned(after)[1]
    changed = {name for name in before if first[name] != second[name]}
    assert changed == {"assets/t/tool.js", "assets/t/later.js"}


def test_a_module_for_its_effects_is_taken_in() -> None:
    """It costs no request; its names cannot meet those of the module around it."""
    made, _ = versioned(
        {
            "assets/site/site.js": "const a=1;export function f(){return a}",
            "assets/pick/pick.js": 'import"../site/site.js";export const list=[];',
            "assets/menu/menu.js": 'import"../pick/pick.js";const a=2;',
            "assets/odd/odd.js": 'import"./odd.js";import"../tiada.js";import"../more/more.js";',
            "assets/more/more.js": 'import{x}from"./x.js";x()',
            "assets/more/x.js": "export const x=1",
        }
    )
    text = made["assets/menu/menu.js"].partition("*/")[2]
    assert text == "{{const a=1;function f(){return a}}const list=[];}const a=2;"
    assert "import" not in made["assets/pick/pick.js"]
    assert made["assets/odd/odd.js"].count("import") == 3


def test_libraries_of_others_stay_byte_for_byte() -> None:
    """Their address has a version all the same."""
    made, versions = versioned({"assets/kit/vendor/x.js": "export const x=1"})
    assert made["assets/kit/vendor/x.js"] == "export const x=1"
    assert versions["assets/kit/vendor/x.js"]


def test_data_that_a_page_names_to_its_script_have_versions(tmp_path: Path) -> None:
    """In attributes and in JSON, from the page's folder or the root; links for people stay as they are."""
    (tmp_path / "alat").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "alat/isi.json").write_text("{}")
    (tmp_path / "kerja.xlsx").write_text("x")
    page = tmp_path / "alat/index.html"
    page.write_text(
        '<div data-isi="isi.json" data-lain="tiada.json"></div><a href="isi.json">"isi.json"</a>'
        '<script type="application/json" data-page>{"file":"kerja.xlsx","n":1}</script>'
    )
    version = {name: hashlib.sha256(text).hexdigest()[:10] for name, text in (("isi", b"{}"), ("x", b"x"))}
    assert Assets(tmp_path).addressed(page.read_text(), page.parent) == (
        f'<div data-isi="isi.json?v={version["isi"]}" data-lain="tiada.json"></div>'
        '<a href="isi.json">"isi.json"</a>'
        f'<script type="application/json" data-page>{{"file":"kerja.xlsx?v={version["x"]}","n":1}}</script>'
    )


def test_every_page_names_versions_that_are_there(site: Path) -> None:
    """And loads what registers the worker, once."""
    for page in site.rglob("*.html"):
        text = page.read_text()
        scripts = re.findall(r'<template data-load="([^"]+)"></template>', text)
        known = set()
        waiting = [*scripts, *re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)]
        waiting = [f"assets/{one.partition('assets/')[2]}" for one in waiting]
        while waiting:
            address = waiting.pop()
            if address in known:
                continue
            known.add(address)
            name, _, version = address.partition("?v=")
            content = (site / name).read_text()
            assert content.startswith(f"/*!{version}*/"), (page, address)
            folder = name.rpartition("/")[0]
            for found in re.findall(r'(?:from|import)"(\.[^"]+)"', content):
                place = f"{folder}/{found.removeprefix('./')}"
                waiting.append(re.sub(r"[^/]+/\.\./", "", place))
        makers = [one for one in known if "createPolicy" in (site / one.partition("?")[0]).read_text()]
        assert len(makers) == 1, page


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A built site with a menu, a tool with data, and pages that are neither."""
    files = {
        "index.html": '<a href="menu/1/">x</a>',
        "menu/1/index.html": '<link rel="stylesheet" href="../../assets/a.css?v=0123456789">',
        "menu/1/9/index.html": "x",
        "menu/2/index.html": "x",
        "luring/index.html": "x",
        "assets/offline/worker.js": "go()",
        "alat/index.html": '<div class="c-x tool wide" data-file="isi.json"></div>'
        '<template data-load="../assets/t/t.js?v=0123456789"></template><a href="../api/v1/x.json">x</a>',
        "toolbox/index.html": '<div class="toolbox" data-file="isi.json"></div>',
        "alat/isi.json": "{}",
        "alat/kerja.xlsx": "x",
        "api/v1/x.json": "{}",
        "assets/a.css": "a{}",
        "assets/t/t.js": 'import("./u.js?v=0123456789");fetch("alat/kerja.xlsx")',
        "assets/t/u.js": "1",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_the_list_holds_the_menu_the_tools_and_what_they_need(small: Path) -> None:
    """Each once, what matters most first; nothing of other editions, nothing of the API."""
    manifest = OfflineManifest(small, "situs", "luring/", Menu("Menu 1", ["menu/1/"], [""], "2030-06-30"))
    for path in sorted(small.rglob("*.html")):
        manifest.read(path.relative_to(small).as_posix(), path.read_text())
    manifest.write({})
    listed = json.loads((small / "luring/daftar.json").read_text())
    assert [path for path, *_ in listed["files"]] == [
        "menu/1/",
        "assets/a.css?v=0123456789",
        "menu/1/9/",
        "alat/",
        "assets/t/t.js?v=0123456789",
        "assets/t/u.js?v=0123456789",
        "alat/kerja.xlsx",
        "alat/isi.json",
        "",
    ]
    assert ["alat/isi.json", 2, digest(b"{}")] in [
        [path, size, sum_] for path, size, _, sum_ in listed["files"]
    ]
    assert (small / "sw.js").read_text().endswith(";\ngo()")
    assert not (small / "assets/offline/worker.js").exists()


def test_the_list_of_the_site_is_that_of_the_current_menu(site: Path) -> None:
    """All activities, timetable, relations, forms and tools of the edition that counts; not too large."""
    listed = json.loads((site / "luring/daftar.json").read_text())
    paths = [path for path, *_ in listed["files"]]
    assert listed["edition"] == "Menu 2017"
    for path in ("", "menu/", "menu/2017/", "menu/2017/9.1/", "menu/2017/jadwal/", "pindai/"):
        assert path in paths
    assert "pemantauan/formulir/lampiran-6/" in paths
    assert not any(path.startswith("menu/2018/") for path in paths)
    assert sum(1 for path in paths if re.fullmatch(r"menu/2017/\d\.\d/", path)) == 19
    assert sum(transfer for _, _, transfer, _ in listed["files"]) < 1_000_000
    for path, size, _, sum_ in listed["files"]:
        name = path.partition("?")[0]
        page = name == "" or name.endswith("/")
        content = (site / (f"{name}index.html" if page else name)).read_bytes()
        assert (len(content), digest(content)) == (size, sum_)
