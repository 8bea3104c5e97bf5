"""Drawings worked out for templates: which box stands where, and which arrow lies between two boxes.

A drawing's words all come from the data; here they are only put in their places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.facts.results import packages_of_outcome, packages_of_output
from macros.model.catalogue import Catalogue
from macros.model.edition import Edition
from macros.model.guideline.figures import Drawing, DrawingKind, FigureLink, FigureNode
from macros.model.guideline.institutions import Bodies
from macros.model.guideline.locations import Locations, Province
from macros.model.guideline.theory import PrintedOutcome, PrintedOutput, Theory
from macros.model.menu import Package

NARROWEST_GRID = 3
"""Tiles side by side that a phone can show; a grid that needs more becomes a list there."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its name and level, its own or those of a row of the bodies' table."""

    node: FigureNode
    name: str
    level: str | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between a box and the one drawn after it."""

    label: str
    way: str
    """``on`` towards the later box, ``back`` towards the earlier, or ``both``."""


@dataclass(frozen=True, slots=True)
class Step:
    """A box in a sequence, the arrows from the box before, and how the hub at its side is tied to it."""

    box: Box
    arrows: tuple[Arrow, ...]
    again: bool
    """Whether the box before has the same level."""
    tie: str
    """``on`` from the hub to the box, ``back`` to the hub, ``both``, or empty."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing in its places. Which fields are filled depends on ``kind``."""

    kind: str
    boxes: tuple[Box, ...]
    links: tuple[tuple[Box, Box, FigureLink], ...]
    hub: Box | None
    sides: tuple[tuple[Box, Arrow], ...]
    onward: tuple[tuple[Box, Arrow], ...]
    above: tuple[Step, ...]
    beside: tuple[Step, ...]
    below: tuple[Step, ...]
    hub_labels: tuple[str, ...]
    halves: tuple[tuple[Box, ...], tuple[Box, ...]]


def drawn(drawing: Drawing, bodies: Bodies | None) -> Drawn:
    """``drawing`` with every box named and every arrow placed."""
    boxes = {node.id: _box(node, bodies) for node in drawing.nodes}
    hub = boxes.get(drawing.hub or "")
    meeting = drawing.kind in {DrawingKind.SIDES, DrawingKind.STACK}
    levels = drawing.kind is DrawingKind.LEVELS
    above, beside, below = _parts(_steps(drawing, boxes)) if levels else ((), (), ())
    middle = (len(boxes) + 1) // 2
    order = tuple(boxes.values())
    into = [link for link in drawing.links if link.end == drawing.hub] if meeting else []
    onward = [link for link in drawing.links if link.start == drawing.hub] if meeting else []
    return Drawn(
        kind=drawing.kind.value,
        boxes=order,
        links=tuple((boxes[link.start], boxes[link.end], link) for link in drawing.links),
        hub=hub,
        sides=tuple(
            (boxes[link.start], Arrow(link.label, "both" if link.mutual else ("on", "back")[n]))
            for n, link in enumerate(into)
        ),
        onward=tuple(
            (boxes[link.end], Arrow(link.label, "both" if link.mutual else "on")) for link in onward
        ),
        above=above,
        beside=beside,
        below=below,
        hub_labels=tuple(
            dict.fromkeys(link.label for link in drawing.links if drawing.hub in {link.start, link.end})
        ),
        halves=(order[:middle], order[middle:]),
    )


def _box(node: FigureNode, bodies: Bodies | None) -> Box:
    rows = {row.id: row for row in (bodies.rows if bodies else ())}
    row = rows.get(node.body_row or "")
    printed = (row.structure or row.level) if row else node.id
    level = row.level if row and row.level != (node.name or printed) else None
    return Box(node, node.name or printed, level)


def _steps(drawing: Drawing, boxes: dict[str, Box]) -> list[Step]:
    steps: list[Step] = []
    before: Box | None = None
    for box in boxes.values():
        if box.node.id == drawing.hub:
            continue
        steps.append(
            Step(
                box=box,
                arrows=_between(drawing.links, before, box) if before else (),
                again=before is not None and before.level == box.level,
                tie=_tie(drawing, box.node.id),
            )
        )
        before = box
    return steps


def _between(links: Iterable[FigureLink], first: Box, second: Box) -> tuple[Arrow, ...]:
    ends = {first.node.id, second.node.id}
    return tuple(
        Arrow(link.label, "both" if link.mutual else "on" if link.start == first.node.id else "back")
        for link in links
        if {link.start, link.end} == ends
    )


def _tie(drawing: Drawing, node: str) -> str:
    found = [link for link in drawing.links if {link.start, link.end} == {node, drawing.hub}]
    ways = {"both" if link.mutual else "on" if link.end == node else "back" for link in found}
    return "both" if len(ways) > 1 else next(iter(ways), "")


def _parts(steps: Sequence[Step]) -> tuple[tuple[Step, ...], tuple[Step, ...], tuple[Step, ...]]:
    """The steps above those tied to the hub, from the first to the last tied, and below."""
    tied = [n for n, step in enumerate(steps) if step.tie]
    first, last = (tied[0], tied[-1] + 1) if tied else (len(steps), len(steps))
    return tuple(steps[:first]), tuple(steps[first:last]), tuple(steps[last:])


@dataclass(frozen=True, slots=True)
class OutputPath:
    """An output of the theory of change and the packages that name it."""

    printed: PrintedOutput
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class OutcomePath:
    """An outcome, its outputs, and packages that name the outcome but none of its outputs."""

    printed: PrintedOutcome
    outputs: tuple[OutputPath, ...]
    direct: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class PackagePath:
    """A package, the outputs it names, and the outcomes it names without an output of theirs."""

    package: Package
    outputs: tuple[PrintedOutput, ...]
    direct: tuple[PrintedOutcome, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The theory of change as a net that can be followed both ways."""

    outcomes: tuple[OutcomePath, ...]
    packages: tuple[PackagePath, ...]


def paths(theory: Theory, catalogue: Catalogue, edition: Edition) -> Paths:
    """Outputs under their outcome, and packages as their own tables in ``edition`` name outputs."""
    parent = {output.id: output.outcome for output in catalogue.outputs}
    outcomes = []
    for outcome in theory.outcomes:
        outputs = tuple(
            OutputPath(output, packages_of_output(edition, output.output))
            for output in theory.outputs
            if parent.get(output.output) == outcome.outcome
        )
        reached = {package.id for output in outputs for package in output.packages}
        direct = tuple(p for p in packages_of_outcome(edition, outcome.outcome) if p.id not in reached)
        outcomes.append(OutcomePath(outcome, outputs, direct))
    packages = tuple(
        PackagePath(
            package,
            tuple(output for output in theory.outputs if output.output in package.outputs),
            tuple(path.printed for path in outcomes if package in path.direct),
        )
        for package in edition.packages
    )
    return Paths(tuple(outcomes), packages)


@dataclass(frozen=True, slots=True)
class Tile:
    """A province's tile; how many places are left empty before it, on a wide page and on a phone."""

    province: Province
    wide: int
    narrow: int
    districts: int


@dataclass(frozen=True, slots=True)
class TileRow:
    """A row of tiles, and how many places are left empty after the last."""

    tiles: tuple[Tile, ...]
    wide: int
    narrow: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """Provinces in a grid; ``fits`` when a phone can show it as one."""

    rows: tuple[TileRow, ...]
    fits: bool


def tile_map(locations: Locations) -> TileMap:
    """The grid of the data, and the same pressed into as few columns as its fullest row needs."""
    provinces = sorted(locations.provinces, key=lambda province: (province.row, province.column))
    columns = max((province.column for province in provinces), default=1)
    rows: dict[int, list[Province]] = {}
    for province in provinces:
        rows.setdefault(province.row, []).append(province)
    fewest = max((len(row) for row in rows.values()), default=1)
    return TileMap(tuple(_row(row, columns, fewest) for row in rows.values()), fits=fewest <= NARROWEST_GRID)


def _row(provinces: Sequence[Province], columns: int, fewest: int) -> TileRow:
    tiles: list[Tile] = []
    wide = narrow = 0
    for n, province in enumerate(provinces):
        wished = round((province.column - 1) / max(columns - 1, 1) * (fewest - 1)) + 1
        place = max(narrow + 1, min(wished, fewest - len(provinces) + n + 1))
        districts = sum(len(regency.districts) for regency in province.regencies)
        tiles.append(Tile(province, max(province.column - wide - 1, 0), place - narrow - 1, districts))
        wide, narrow = max(province.column, wide + 1), place
    return TileRow(tuple(tiles), max(columns - wide, 0), fewest - narrow)
