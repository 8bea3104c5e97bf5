"""Drawings as a visitor meets them: named, readable at any width, followed by keyboard, printed whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.browser.axe import faults
from tests.browser.conftest import Open, serve
from tests.paths import ROOT

PAGE = "tata-kelola/gambar/"
FIGURES = ["gambar-1", "gambar-2", "gambar-3", "gambar-4"]
ALL = [*FIGURES, "teori", "peta"]
PROVINCES = ["aceh", "jawa-tengah", "jawa-timur", "ntb", "sulawesi-selatan"]
"""Where the tiles lead: rows of the table of locations."""
A4_HEIGHT = 1035
"""Pixels between the margins of an A4 page; its width is 680."""


def project(folder: Path) -> Path:
    """This programme's data with one page that holds every drawing."""
    folder.mkdir(parents=True)
    for name in ("macros", "overrides", "menu_data", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    calls = [*(f'figure("{name}")' for name in FIGURES), "theory_of_change()", "locations_map()"]
    page = folder / "docs/tata-kelola/gambar.md"
    blocks = "\n\n".join(f"{{{{ {call} }}}}" for call in calls)
    rows = "\n\n".join(f'<p id="provinsi-{name}">{name}</p>' for name in PROVINCES)
    page.write_text(f"---\ntitle: Gambar\n---\n\n# Gambar\n\n{blocks}\n\n{rows}\n")
    return folder


@pytest.fixture(scope="session")
def drawings(shared: Path) -> Iterator[str]:
    """The address of the page with every drawing."""
    out = shared / "site-figures"
    with FileLock(shared / "figures.lock"):
        if not (out / "index.html").is_file():
            done = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)],
                cwd=project(shared / "figures-project"),
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "CI": "true"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
    for address in serve(out):
        yield address + PAGE


def test_axe_reports_nothing_on_drawings(drawings: str, visit: Open) -> None:
    """WCAG 2.2 AA and best practice, in both colour schemes, at both widths, texts folded and unfolded."""
    opened = visit(drawings)
    assert faults(opened) == {}
    opened.page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert faults(opened) == {}


def test_a_drawing_is_an_image_with_a_name_and_a_description(drawings: str, visit: Open) -> None:
    """What a screen reader says of it; the text follows in the next part."""
    page = visit(drawings).page
    image = page.get_by_role("img", name="Gambar 3. Kelembagaan Pelaksanaan")
    assert image.count() == 1
    described = image.get_attribute("aria-describedby")
    assert "Kelembagaan lintas sektor" in str(page.locator(f"#{described}").text_content())
    assert page.get_by_role("figure", name="Gambar 4. Alur Sistem Manajemen Pengetahuan").count() == 1


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_drawing_scrolls_sideways_and_no_text_is_small(drawings: str, visit: Open, width: int) -> None:
    """Nothing sticks out of its box, no text is below 14 px."""
    page = visit(drawings, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.locator(".c-figures *:visible").evaluate_all(
        """all => all.filter(one => [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .filter(one => parseFloat(getComputedStyle(one).fontSize) < 14)
        .map(one => one.outerHTML.slice(0, 90))"""
    )
    assert small == []
    out = page.locator(".f-box").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1 && !one.matches('.tied'))"
        ".map(one => one.outerHTML.slice(0, 90))"
    )
    assert out == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_boxes_do_not_lie_over_each_other(drawings: str, visit: Open, width: int) -> None:
    """Whatever the width, every box has its own place."""
    page = visit(drawings, width=width).page
    for name in ALL:
        boxes = page.locator(f"#{name} .f-box").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"
        )
        for n, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[n + 1 :]:
                apart = other[0] >= right or other[2] <= left or other[1] >= bottom or other[3] <= top
                assert apart, (name, width, n)


ARROWS = """all => all.map(link => {
  const arrow = link.querySelector('.f-arrow'), style = getComputedStyle(arrow);
  const line = arrow.getBoundingClientRect(), upright = line.height > line.width;
  const back = arrow.classList.contains('back');
  const turned = style.transform === 'matrix(-1, 0, 0, -1, 0, 0)';
  return upright ? (back !== turned ? 'up' : 'down') : (back ? 'left' : 'right');
})"""


def test_the_arrows_of_two_sides_meet_at_the_middle(drawings: str, visit: Open) -> None:
    """To the right and to the left; on a phone both sides stand above and point down."""
    for width, expected in ((1280, ["right", "left", "down"]), (360, ["down", "down", "down"])):
        page = visit(drawings, width=width).page
        assert page.locator("#gambar-1 .f-link").evaluate_all(ARROWS) == expected, width
        assert page.locator("#gambar-2 .f-link").evaluate_all(ARROWS) == ["down", "up"], width


@pytest.mark.parametrize("width", [360, 1280])
def test_the_theory_is_followed_by_keyboard_without_scripts(drawings: str, visit: Open, width: int) -> None:
    """From the goal down to a package and up again; the box that was reached is marked."""
    page = visit(drawings, width=width, java_script_enabled=False).page
    trail = ["akhir-eopo-1", "hasil-hasil-1", "keluaran-keluaran-1-2", "paket-2", "keluaran-keluaran-1-3"]
    trail += ["hasil-hasil-1", "akhir-eopo-2", "tujuan"]
    here = "tujuan"
    for step in trail:
        link = page.locator(f'#teori-{here} a[href="#teori-{step}"]')
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**#teori-{step}")
        assert page.locator(f"#teori-{step}").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        here = step
    assert page.locator("#teori-paket-2 .f-name a").get_attribute("href") == "../../menu/2017/2/"


def test_links_within_drawings_are_large_enough_to_touch(drawings: str, visit: Open) -> None:
    """At least 36 px high for the ways between boxes; a tile is one target as a whole."""
    page = visit(drawings, width=360).page
    heights = page.locator(".t-ways a").evaluate_all("all => all.map(a => a.getBoundingClientRect().height)")
    assert min(heights) >= 36
    page.locator("#peta .f-box").first.click(position={"x": 20, "y": 90})
    page.wait_for_url("**#provinsi-aceh")


def test_a_phone_shows_the_map_as_a_grid(drawings: str, visit: Open) -> None:
    """Three tiles side by side, west left of east, north above south."""
    page = visit(drawings, width=360).page
    places = page.locator("#peta .f-box").evaluate_all(
        "all => all.map(one => [one.querySelector('a').textContent, one.getBoundingClientRect()])"
        ".map(([name, r]) => [name, Math.round(r.left), Math.round(r.top)])"
    )
    at = {name: (left, top) for name, left, top in places}
    assert at["Aceh"][0] < at["Sulawesi Selatan"][0]
    assert at["Aceh"][1] < at["Sulawesi Selatan"][1] < at["Jawa Timur"][1]
    assert at["Jawa Tengah"][0] < at["Jawa Timur"][0] < at["NTB"][0]
    assert at["Jawa Tengah"][1] == at["Jawa Timur"][1] == at["NTB"][1]


def test_each_drawing_prints_on_one_page_in_black(drawings: str, visit: Open) -> None:
    """A4; lines are borders, so that they print without background graphics."""
    page = visit(drawings, width=680, height=A4_HEIGHT, color_scheme="dark").page
    page.emulate_media(media="print")
    for name in ALL:
        part = f"#{name} .f-draw" if name == "teori" else f"#{name}"
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["height"] < A4_HEIGHT, name
        assert page.locator(part).evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    colours = page.locator(".f-box, .f-arrow").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).borderLeftColor))]"
    )
    assert colours == ["rgb(0, 0, 0)"]


def test_the_page_asks_for_one_style_and_no_script_of_its_own(drawings: str, visit: Open) -> None:
    """The drawings are HTML and one style sheet."""
    opened = visit(drawings)
    names = {url.rsplit("/", 1)[1] for url in opened.requests}
    assert names == {"", "site.guideline.css", "site.js"}
    assert opened.errors == []
