"""What axe has against a page: at both widths and in both colour schemes."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.conftest import Visit

OPTIONS = {"resultTypes": ["violations"], "iframes": False, "preload": False}
"""The pages hold neither frames nor media, and no rule that runs asks for style sheets."""
EVERY_RULE = {
    **OPTIONS,
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
"""WCAG 2.2 AA and best practice."""
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules that read colours."""
COMBINATIONS: list[tuple[int, Literal["light", "dark"], dict[str, object]]] = [
    (1280, "light", EVERY_RULE),
    (1280, "dark", COLOURS),
    (360, "dark", COLOURS),
    (360, "light", EVERY_RULE),
]
REMEMBER = """(() => {
  const colour = axe.commons.color.Color.prototype, parse = colour.parseString, known = new Map();
  colour.parseString = function (text) {
    if (!known.has(text)) {
      parse.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
})()"""
"""More than a third of the time of axe on a long page goes into reading the same few colours again."""
RUN = """options => axe.run(options).then(({ violations }) =>
  violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target)]))"""


def faults(visit: Visit) -> dict[str, list[tuple[str, object]]]:
    """Violated rules with their first elements, by combination of width and colour scheme.

    Every rule runs at both widths, since each shows elements that the other hides. Style sheets change
    nothing but colours in the dark (``test_the_dark_changes_nothing_but_colours``), so that only what
    reads colours runs again there.
    """
    visit.page.evaluate(AXE_SCRIPT)
    visit.page.evaluate(REMEMBER)
    found = {}
    for width, scheme, rules in COMBINATIONS:
        visit.resize(width, scheme)
        if broken := visit.page.evaluate(RUN, rules):
            found[f"{width} {scheme}"] = broken
    return found
