"""The link checker over a built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.postprocess.link_check import audit

HEAD = "<!doctype html><html lang=id><head><title>x</title></head><body>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A two-page site without faults."""
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(f'{HEAD}<h1 id="atas">Beranda</h1><a href="a/#isi">a</a>')
    (tmp_path / "a" / "index.html").write_text(f'{HEAD}<h1 id="isi">A</h1><a href="../#atas">atas</a>')
    (tmp_path / "gambar.png").write_bytes(b"")
    return tmp_path


def test_a_whole_site_has_no_faults(site: Path) -> None:
    """Relative links and fragments that exist are fine, at a root and under a sub-path."""
    assert audit(site) == []
    assert audit(site, "/lini-depan/") == []


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ('<a href="b/">b</a>', 'href "b/" tidak menuju apa pun'),
        ('<a href="a/#lain">a</a>', 'href "a/#lain": tidak ada "#lain" di sana'),
        ('<a href="#lain">a</a>', 'href "#lain": tidak ada "#lain" di sana'),
        ('<img src="tiada.png" alt="">', 'src "tiada.png" tidak menuju apa pun'),
        ('<img srcset="tiada.png 2x" alt="">', 'src "tiada.png" tidak menuju apa pun'),
        ('<script src="https://cdn.example/x.js"></script>', "memuat berkas dari luar situs"),
        ('<a href="javascript:alert(1)">x</a>', "memakai skema yang tidak boleh"),
        ("<script>1</script>", "skrip di dalam halaman tidak boleh ada"),
        ('<script type="module">1</script>', "skrip di dalam halaman tidak boleh ada"),
        ('<p onclick="x()">x</p>', 'atribut "onclick" tidak boleh ada'),
        ('<p id="atas">x</p>', 'id "atas" dipakai dua kali'),
        ('<meta http-equiv="refresh" content="0; url=tiada/">', 'href "tiada/" tidak menuju apa pun'),
        ('<a href="../../luar/">x</a>', "tidak menuju apa pun"),
    ],
)
def test_each_kind_of_fault_is_named(site: Path, markup: str, message: str) -> None:
    """One fault on the home page is reported once, on that page."""
    page = site / "index.html"
    page.write_text(page.read_text() + markup)
    faults = audit(site)
    assert [fault.page for fault in faults] == ["index.html"]
    assert message in faults[0].message


def test_data_for_a_script_is_no_script(site: Path) -> None:
    """A browser runs no element of type application/json."""
    page = site / "index.html"
    page.write_text(page.read_text() + '<script type="application/json">{"a": 1}</script>')
    assert audit(site) == []


def test_an_absolute_link_that_leaves_the_sub_path_is_a_fault(site: Path) -> None:
    """Under /lini-depan/, a link to /a/ would leave the site."""
    page = site / "index.html"
    page.write_text(page.read_text() + '<a href="/a/">a</a>')
    assert audit(site) == []
    assert [fault.message for fault in audit(site, "/lini-depan/")] == ['href "/a/" keluar dari situs']
