"""For everyone: enlarged and spaced text, keyboard alone, forced colours, less motion, marked languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.postprocess.language_marks import LanguageMarks
from tests.browser.conftest import Visit
from tests.browser.test_pages import PAGES

Open = Callable[..., Visit]
ZOOMED = 320
"""Width in CSS pixels of a window of 1280 at 400%."""
SPACED = """
(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
})()
"""
CUT = """
[...document.body.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return false;
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  for (let up = element; up; up = up.parentElement) {
    if (getComputedStyle(up).clipPath !== "none") return false;
  }
  const shows = (one) => getComputedStyle(one).overflow === "visible";
  let around = element;
  while (around && shows(around)) around = around.parentElement;
  if (!around || around === document.body || around === document.documentElement) return false;
  const box = getComputedStyle(around);
  const scrolls = (value) => value === "auto" || value === "scroll";
  return (!scrolls(box.overflowX) && around.scrollWidth > around.clientWidth + 1)
    || (!scrolls(box.overflowY) && around.scrollHeight > around.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))
"""
MOVING = """
[...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const long = (value) => value.split(",").some((one) => parseFloat(one) > 0.01);
  return long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration))
    || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 80))
"""
STOPS = """
(() => {
  window.stops = [];
  addEventListener("focusin", ({ target }) => {
    target.scrollIntoView({ block: "nearest" });
    const style = getComputedStyle(target);
    const box = target.getBoundingClientRect();
    const at = document.elementFromPoint(
      Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width, 20) / 2)),
      Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, 20) / 2)));
    window.stops.push({
      name: target.outerHTML.slice(0, 100),
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      seen: box.width > 1 && box.height > 1 && at !== null
        && (target.contains(at) || at.contains(target) || at.closest("label")?.control === target),
    });
  });
})()
"""
STOP_COUNT = """
const wanted = "a[href], button, input, select, textarea, summary, [tabindex='0']";
[...document.querySelectorAll(wanted)].filter((one) => {
  const first = () => [...document.getElementsByName(one.name)].find((other) => other.checkVisibility());
  return one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0
    && (one.type !== "radio" || first() === one);
}).length
"""
WALKED = [
    "",
    "menu/2017/",
    "menu/2017/1.1/",
    "panduan/lampiran-ii/5/",
    "pindai/",
    "luring/",
    "data/",
    "404.html",
]


@pytest.mark.parametrize("page", PAGES)
def test_enlarged_and_spaced_text_is_not_lost(address: str, visit: Open, page: str) -> None:
    """At 400% (320 px wide), then with the spacing of WCAG 1.4.12: nothing cut, nothing scrolls sideways."""
    opened = visit(address + page, width=ZOOMED, reduced_motion="reduce").page
    assert opened.evaluate(MOVING) == []
    for spaced in (False, True):
        if spaced:
            opened.evaluate(SPACED)
        assert opened.evaluate("document.documentElement.scrollWidth") <= ZOOMED, spaced
        assert opened.evaluate(CUT) == [], spaced


def test_cut_text_would_be_found(address: str, visit: Open) -> None:
    """So that an empty list means something."""
    opened = visit(f"{address}data/", width=ZOOMED).page
    opened.evaluate(
        "Object.assign(document.querySelector('h1').style, { height: '10px', overflow: 'hidden' })"
    )
    assert len(opened.evaluate(CUT)) == 1


@pytest.mark.parametrize("page", WALKED)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(address: str, visit: Open, page: str) -> None:
    """Every stop is seen with its outline; none holds the focus, and none is left out."""
    opened = visit(address + page, width=1280, reduced_motion="reduce").page
    opened.wait_for_timeout(200)
    expected = opened.evaluate(STOP_COUNT)
    opened.evaluate(STOPS)
    for _ in range(expected + 10):  # a date has stops of its own inside
        opened.keyboard.press("Tab")
        if opened.evaluate("window.stops.length") == expected:
            break
    stops = opened.evaluate("window.stops")
    assert [stop["name"] for stop in stops if stop["outline"] < 2 or not stop["seen"]] == []
    assert len(stops) == expected
    last = opened.evaluate("document.activeElement.closest('footer') !== null")
    assert last, "the walk ends in the foot of the page"


def test_shapes_stay_in_forced_colours(address: str, visit: Open) -> None:
    """Statuses, notes and the frames of editions differ from the ground they stand on."""
    for path in ("menu/2017/", "menu/2018/5.2/", "perubahan/2017-2018/", "panduan/bab-1/"):
        page = visit(address + path, forced_colors="active").page
        lost = page.evaluate(
            """[...document.querySelectorAll("svg, .frame, .tag, .note, .button")].filter((one) => {
              if (!one.checkVisibility()) return false;
              const ground = getComputedStyle(document.body).backgroundColor;
              if (!(one instanceof SVGElement)) {
                const style = getComputedStyle(one);
                return parseFloat(style.borderLeftWidth) > 0 && style.borderLeftColor === ground;
              }
              return ![...one.querySelectorAll("*")].some((part) => {
                const { fill, stroke } = getComputedStyle(part);
                return [fill, stroke].some((colour) => colour !== "none" && colour !== ground);
              });
            }).map((one) => one.outerHTML.slice(0, 100))"""
        )
        assert lost == [], path


def test_english_words_are_marked(site: Path) -> None:
    """In running text; a screen reader says them in English."""
    page = (site / "menu/2017/3.2/index.html").read_text()
    assert 'Kecamatan <span lang="en">Dashboard</span>' in page
    assert "<title>3.2 Pengembangan Dasbor Kecamatan (Kecamatan Dashboard)" in page


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<p>Self-monitoring dan pull requests</p>",
            '<p><span lang="en">Self-monitoring</span> dan pull requests</p>',
        ),
        ('<p title="online">online.</p>', '<p title="online"><span lang="en">online</span>.</p>'),
        ("<code>online</code> offline-online", "<code>online</code> offline-online"),
        (
            '<i lang="en">online <b>online</b></i> online',
            '<i lang="en">online <b>online</b></i> <span lang="en">online</span>',
        ),
        ("<select><option>online</option></select>", "<select><option>online</option></select>"),
        (
            '<script type="application/json">"online"</script>',
            '<script type="application/json">"online"</script>',
        ),
        ('<html lang="id"><br>online', '<html lang="id"><br><span lang="en">online</span>'),
        (
            "<pre><b>online</b></pre> <!-- online --> online",
            '<pre><b>online</b></pre> <!-- online --> <span lang="en">online</span>',
        ),
    ],
)
def test_only_words_that_are_read_are_marked(before: str, after: str) -> None:
    """Whole words in text; never in attributes, code, data, or where a language is named already."""
    assert LanguageMarks(["online", "self-monitoring", "pull request"]).marked(before) == after
