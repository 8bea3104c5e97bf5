"""Laws that hold for any data: nothing is lost on the way out, and no input makes the loader fall over."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.exports import exports
from macros.facts.companions import Relations
from macros.loading.load import load
from macros.model.edition import Edition
from macros.model.menu import Activity
from tests.factories import activity, edition, package, programme
from tests.paths import TINY, TINY_NEXT

TEXT = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=40
).map(lambda text: f"a{text}a")
MONTHS = st.sampled_from([None, "2029-12", "2030-01", "2030-06", "2031-01"])


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Editions of up to three packages and nine activities, tied together in any way."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    ids = [f"k-{p}-{a}" for p, size in enumerate(sizes) for a in range(size)]
    targets = [*ids, *(f"paket-{p}" for p in range(len(sizes)))]
    packages = []
    for p, size in enumerate(sizes):
        members = []
        for a in range(size):
            own = f"k-{p}-{a}"
            others = st.sampled_from([target for target in targets if target != own])
            members.append(
                activity(
                    own,
                    f"{p + 1}.{a + 1}",
                    month=draw(MONTHS),
                    needs=tuple(draw(st.lists(others, max_size=4, unique=True))),
                    name=draw(TEXT),
                    rationale=draw(TEXT),
                )
            )
        packages.append(package(f"paket-{p}", str(p + 1), *members, name=draw(TEXT)))
    return edition("e", *packages)


@given(editions())
def test_the_api_loses_nothing(menu: Edition) -> None:
    """Every activity read back from the JSON is the activity that was written."""
    files = {item.path: item.content for item in exports(programme(menu))}
    data = json.loads(files["api/v1/editions/e.json"])
    again = [
        Activity.model_validate({key: value for key, value in found.items() if key in Activity.model_fields})
        for whole in data["packages"]
        for found in whole["activities"]
    ]
    assert again == list(menu.activities)


@given(editions())
def test_the_api_is_the_same_bytes_each_time(menu: Edition) -> None:
    """Nothing depends on an order that is not in the data."""
    assert [item.content for item in exports(programme(menu))] == [
        item.content for item in exports(programme(menu))
    ]


@given(editions())
def test_the_directions_of_the_relation_agree(menu: Edition) -> None:
    """A requires b exactly when b is required by a; each pair is either mutual or one way."""
    relations = Relations(menu)
    out = {(a.id, r.activity.id) for a in menu.activities for r in relations.required(a)}
    back = {(r.activity.id, a.id) for a in menu.activities for r in relations.required_by(a)}
    assert out == back
    one_way = {(pair.activity.id, pair.companion.id) for pair in relations.one_way()}
    mutual = {(a.id, b.id) for a in menu.activities for b in relations.mutual(a)}
    assert one_way | mutual == out
    assert one_way.isdisjoint(mutual)
    assert {(b, a) for a, b in mutual} == mutual


@given(editions())
def test_a_chain_is_closed_and_holds_what_is_printed(menu: Edition) -> None:
    """The chain holds whatever any member names; what is printed is apart from the rest."""
    relations = Relations(menu)
    for start in menu.activities:
        found = relations.chain(start)
        printed = {member.id for member in relations.printed(start).activities}
        through = {member.id for member in relations.through(start)}
        assert printed == {start.id} | {r.activity.id for r in relations.required(start)}
        assert through.isdisjoint(printed)
        assert through | printed == {member.id for member in found.activities}
        ids = {member.id for member in found.activities}
        assert start.id in ids
        for member in found.activities:
            assert {r.activity.id for r in relations.required(member)} <= ids
            if member.availability.month is not None:
                assert found.complete_from is not None
                assert member.availability.month <= found.complete_from


PACKAGE = (TINY / "menu_data/editions/1/packages/1.yml").read_text()
JUNK = st.one_of(
    st.sampled_from(
        ["- ", ": ", "\n", "  ", '"', "'", "[", "{", "&a ", "*a ", "!x ", "|", ">-", "no", "1.1", "~"]
    ),
    st.text(max_size=5),
)


@settings(max_examples=150)
@given(st.integers(0, len(PACKAGE)), st.integers(0, 12), JUNK)
def test_no_edit_of_a_file_makes_the_loader_fall_over(at: int, cut: int, junk: str) -> None:
    """Whatever replaces a few characters, the loader answers with a programme or with problems."""
    text = PACKAGE[:at] + junk + PACKAGE[at + cut :]
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "menu_data"
        for path in sorted((TINY / "menu_data").rglob("*.yml")):
            copy = data / path.relative_to(TINY / "menu_data")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        target = data / "editions/1/packages/1.yml"
        target.write_bytes(text.encode("utf-8", "surrogatepass"))
        loaded = load(data)
    assert (loaded.programme is None) == any(problem.level == "error" for problem in loaded.problems)
    for problem in loaded.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


BOTH = {
    path.relative_to(folder / "menu_data").as_posix(): path.read_bytes().decode()
    for folder in (TINY, TINY_NEXT)
    for path in sorted((folder / "menu_data").rglob("*.yml"))
}
SLIPS = st.one_of(
    JUNK,
    st.sampled_from(["\t", "\u00a0", "\uff1a", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "\r\n", "x: "]),
)


HARMFUL = re.compile(r"ended|merged|reinstated|[Hh]apus")


@settings(max_examples=200)
@given(st.sampled_from(sorted(BOTH)), st.floats(0, 1), st.integers(0, 60), SLIPS)
def test_what_follows_from_a_broken_file_advises_no_harm(name: str, at: float, cut: int, junk: str) -> None:
    """The first problem lies in the file that cannot be read; none of another file asks to end or delete."""
    text = BOTH[name]
    start = int(at * len(text))
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "menu_data"
        for path, content in {**BOTH, name: text[:start] + junk + text[start + cut :]}.items():
            (data / path).parent.mkdir(parents=True, exist_ok=True)
            (data / path).write_bytes(content.encode("utf-8", "surrogatepass"))
        loaded = load(data)
    if loaded.refused:
        assert loaded.problems[0].file == f"menu_data/{name}"
        assert loaded.problems[0].level == "error"
        others = [problem for problem in loaded.problems if problem.file != f"menu_data/{name}"]
        assert [problem for problem in others if HARMFUL.search(problem.hint)] == []
