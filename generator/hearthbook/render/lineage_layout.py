"""Where everything in a drawing of a family stands: boxes, lines and curves, and nothing of how they look.

Reads from top to bottom: each community has a row of its own, those that split
from it follow below it, set in towards the end of the line. So a drawing is as
narrow as a phone however large the family is. Curves run beside the rows, in
lanes, the shorter ones nearer. The longer a line of descent, the smaller its steps.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.render.lineage_order import curves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hearthbook.render.lineage import Part, Row

WIDTH: Final = 320.0
TEXT_SIZE: Final = 14
LINE: Final = 18.0
PADDING: Final = 9.0

_GAP, _GAP_TOP = 18.0, 30.0
_STEP, _STEPS = 24.0, 110.0
_LANE, _LANES = 12.0, 84.0
_BESIDE: Final = 12.0
"""Room for the points of curves, between the boxes and the first lane."""
_PORT: Final = 12.0
"""The least distance of two ends of curves on one box."""
_NARROW, _BROAD = "fijlrtI.,:;'!|()[] ", "mwMWGOQ@%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A community."""

    slug: str
    lines: tuple[str, ...]
    """Its name, wrapped."""
    x: float
    """Its near side, from where reading begins."""
    y: float
    """Its upper side."""
    width: float
    height: float

    @property
    def end(self) -> float:
        """Its far side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line or a curve from one community to another."""

    kind: str
    """line, split or graduation; the last two are curves with a point."""
    start: str
    end: str
    points: tuple[tuple[float, float], ...]
    """Its corners, from start to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A drawing."""

    width: float
    """At most WIDTH."""
    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]


def layout(part: Part) -> Layout:
    """The drawing of a part, its rows in the order they have; the same part gives the same drawing."""
    bows = curves(part.rows)
    lanes = _lanes([row.branch.slug for row in part.rows], bows)
    room = min(_LANE * (max(lanes, default=-1) + 1), _LANES) + _BESIDE if bows else 0
    boxes = {box.slug: box for box in _boxes(part.rows, bows, WIDTH - 1 - room)}
    strokes = [_line(boxes, row) for row in part.rows if row.parent]
    end = max(box.end for box in boxes.values())
    strokes += _bows(boxes, bows, lanes, (end + _BESIDE, end + room))
    height = max(box.bottom for box in boxes.values()) + 1
    return Layout(width=end + room + 1, height=height, boxes=tuple(boxes.values()), strokes=tuple(strokes))


def _depths(rows: Iterable[Row]) -> dict[str, int]:
    """How often each community is set in."""
    depths: dict[str, int] = {}
    for row in rows:
        depths[row.branch.slug] = depths[row.parent] + 1 if row.parent else 0
    return depths


def _boxes(rows: Sequence[Row], bows: Iterable[tuple[str, str, str]], end: float) -> Iterable[Box]:
    depths = _depths(rows)
    step = min(_STEP, _STEPS / max(1, *depths.values()))
    ends = [slug for _, *both in bows for slug in both]
    y = 1.0 - _GAP_TOP
    for row in rows:
        slug = row.branch.slug
        x = 1 + depths[slug] * step
        lines = wrapped(row.branch.name, end - x - 2 * PADDING)
        y += _GAP if row.parent else _GAP_TOP
        width = min(max(map(measure, lines)) + 2 * PADDING, end - x)
        height = max(len(lines) * LINE + 2 * PADDING - 4, _PORT * (ends.count(slug) + 1))
        yield Box(slug=slug, lines=lines, x=x, y=y, width=width, height=height)
        y += height


def _line(boxes: Mapping[str, Box], row: Row) -> Stroke:
    """From below the upper box, down, and in to the near side of the lower one."""
    upper, lower = boxes[row.parent], boxes[row.branch.slug]
    set_in = lower.x - upper.x
    x = upper.x + (min(10.0, set_in / 2) if set_in else 10.0)
    middle = lower.y + lower.height / 2
    to = ((x, middle), (lower.x, middle)) if set_in else ((x, lower.y),)
    return Stroke(kind="line", start=upper.slug, end=lower.slug, points=((x, upper.bottom), *to))


def _lanes(order: Sequence[str], bows: Sequence[tuple[str, str, str]]) -> list[int]:
    """For each curve the lane in which it runs: the shorter, the nearer; no two in one place."""
    places = {slug: place for place, slug in enumerate(order)}
    spans = [tuple(sorted((places[start], places[end]))) for _, start, end in bows]
    taken: list[list[tuple[int, ...]]] = []
    lanes = [0] * len(bows)
    for number in sorted(range(len(bows)), key=lambda one: (spans[one][1] - spans[one][0], spans[one], one)):
        low, high = spans[number]
        fits = (all(high <= a or b <= low for a, b in lane) for lane in taken)
        # further out than all that lie within it, or it would run through their ends
        within = [lanes[other] for other in range(len(bows)) if _within(spans[other], spans[number], taken)]
        least = max(within, default=-1) + 1
        free = (place for place, fit in enumerate(fits) if fit and place >= least)
        lanes[number] = lane = next(free, max(len(taken), least))
        taken += [[] for _ in range(lane + 1 - len(taken))]
        taken[lane].append((low, high))
    return lanes


def _within(inner: tuple[int, ...], outer: tuple[int, ...], taken: list[list[tuple[int, ...]]]) -> bool:
    there = any(inner in lane for lane in taken)
    return there and outer[0] <= inner[0] and inner[1] <= outer[1]


def _bows(
    boxes: Mapping[str, Box],
    bows: Sequence[tuple[str, str, str]],
    lanes: Sequence[int],
    beside: tuple[float, float],
) -> list[Stroke]:
    """The curves, between two sides of the strip that they have to themselves."""
    ports = _ports(boxes, bows, lanes)
    between = (beside[1] - beside[0]) / (max(lanes, default=0) + 1)
    found = []
    for number, (kind, start, end) in enumerate(bows):
        x = beside[0] + between * (lanes[number] + 0.5)
        one, other = ports[number, start], ports[number, end]
        corners = ((boxes[start].end, one), (x, one), (x, other), (boxes[end].end, other))
        found.append(Stroke(kind=kind, start=start, end=end, points=corners))
    return found


def _ports(
    boxes: Mapping[str, Box], bows: Sequence[tuple[str, str, str]], lanes: Sequence[int]
) -> dict[tuple[int, str], float]:
    """Where on a box each curve ends, such that none runs through the end of another.

    Those that lead up stand over those that lead down, the inner ones outermost.
    """
    at: dict[str, list[tuple[int, int, int]]] = {}
    for number, (_, *both) in enumerate(bows):
        for slug, other in (both, reversed(both)):
            up = boxes[other].y < boxes[slug].y
            at.setdefault(slug, []).append((0, lanes[number], number) if up else (1, -lanes[number], number))
    found = {}
    for slug, ends in at.items():
        box = boxes[slug]
        for place, (_, _, number) in enumerate(sorted(ends), 1):
            found[number, slug] = box.y + box.height * place / (len(ends) + 1)
    return found


def measure(text: str) -> float:
    """About how wide a text is, rather too wide than too narrow, because no font is known here."""
    return sum(map(_width, text))


def _width(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return TEXT_SIZE * 1.05
    if sign in _NARROW:
        return TEXT_SIZE * 0.38
    wide = sign in _BROAD or (sign.isupper() and not sign.isdigit())
    return TEXT_SIZE * (0.9 if sign in _BROAD else 0.72 if wide else 0.59)


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """The text in lines of at most that width; a word that is too long is broken."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            lines.append(line)
            longer = word
        while measure(longer) > width and longer[1:]:
            cut = next((n for n in range(2, len(longer)) if measure(longer[:n]) > width), len(longer)) - 1
            lines.append(longer[:cut])
            longer = longer[cut:]
        line = longer
    return (*lines, line) if line else tuple(lines) or ("",)
