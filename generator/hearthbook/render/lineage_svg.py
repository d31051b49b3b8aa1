"""A drawing of a family as SVG, ready to stand in a page of Markdown.

For a screen reader it is one picture with a name (`role="img"`), without links:
a drawing is read box by box, in which nobody hears who belongs to whom, and each
link would come a second time. The nested list beside it says the same in words
and has all the links; there is one way to read, and the keyboard goes through
each name once.

Colours come from classes and `currentColor`, so that dark pages, forced colours
and paper take care of themselves; a page without our style sheet gets lines and
letters in the colour of its text.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.render.lineage_layout import LINE, PADDING, TEXT_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearthbook.render.lineage_layout import Box, Layout, Stroke

_ISOLATED: Final = "&#8296;{}&#8297;"
"""A name runs its own way, whichever way the page does."""
_ROUND: Final = 6.0
"""Radius of corners."""
_POINT: Final = 5.0
"""Length of the point of a curve."""
_RAISED: Final = TEXT_SIZE * 0.32
"""From the middle of a line of text to the line on which letters stand."""


def svg(layout: Layout, slug: str, title: str, description: str, *, mirrored: bool = False) -> Markup:
    """The drawing; `slug` makes its ids its own, `mirrored` is for what is read from the right."""
    pen = _Pen(layout.width if mirrored else 0)
    width, height = ceil(layout.width), ceil(layout.height)
    name = f"drawing-{slug}"
    direction = ' direction="rtl"' if mirrored else ""
    parts = [
        f'<svg class="hb-tree" role="img" aria-labelledby="{name}-title {name}-words"{direction}',
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"',
        f' fill="none" stroke="currentColor" font-size="{TEXT_SIZE}">',
        f'<title id="{name}-title">{_text(title)}</title>',
        f'<desc id="{name}-words">{_text(description)}</desc>',
        *(pen.stroke(stroke) for stroke in layout.strokes),
        *(pen.box(box) for box in layout.boxes),
        "</svg>",
    ]
    return Markup("".join(parts))  # noqa: S704 - all text in it has gone through _text


def _text(text: str) -> str:
    """Text in which neither HTML nor Markdown finds a sign of its own."""
    return "".join(c if c.isalnum() or c in " ,-'" or ord(c) > 0x2000 else f"&#{ord(c)};" for c in text)  # noqa: PLR2004


class _Pen:
    """Writes shapes, from the left or from the right."""

    def __init__(self, mirrored: float) -> None:
        """Mirror what is drawn within a width; not where that is 0."""
        self._mirrored = mirrored

    def _x(self, x: float, width: float = 0) -> str:
        return _number(self._mirrored - x - width if self._mirrored else x)

    def _at(self, point: tuple[float, float]) -> str:
        return f"{self._x(point[0])} {_number(point[1])}"

    def box(self, box: Box) -> str:
        """A community: its frame and its name."""
        x, first = (
            self._x(box.x + PADDING),
            box.y + box.height / 2 - LINE * (len(box.lines) - 1) / 2 + _RAISED,
        )
        rows = "".join(
            f'<tspan x="{x}" y="{_number(first + LINE * number)}">{_ISOLATED.format(_text(line))}</tspan>'
            for number, line in enumerate(box.lines)
        )
        size = f'width="{_number(box.width)}" height="{_number(box.height)}" rx="{_number(_ROUND)}"'
        frame = f'<rect class="hb-tree__box" x="{self._x(box.x, box.width)}" y="{_number(box.y)}" {size}/>'
        return f'{frame}<text class="hb-tree__name" fill="currentColor" stroke="none">{rows}</text>'

    def stroke(self, stroke: Stroke) -> str:
        """A line; a curve with its point, dashed where it is a graduation."""
        dashed = ' stroke-dasharray="5 4"' if stroke.kind == "graduation" else ""
        line = f'<path class="hb-tree__{stroke.kind}"{dashed} d="{"".join(self._rounded(stroke.points))}"/>'
        if stroke.kind == "line":
            return line
        x, y = stroke.points[-1]
        wings = (x + _POINT, y - _POINT * 0.7), (x, y), (x + _POINT, y + _POINT * 0.7)
        return f'{line}<path class="hb-tree__{stroke.kind}" d="M{" L".join(map(self._at, wings))}"/>'

    def _rounded(self, points: Sequence[tuple[float, float]]) -> Iterable[str]:
        """The way along the points, round at its corners."""
        yield f"M{self._at(points[0])}"
        for before, corner, after in zip(points, points[1:], points[2:], strict=False):
            radius = min(_ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
            yield f" L{self._at(_towards(corner, before, radius))}"
            yield f" Q{self._at(corner)} {self._at(_towards(corner, after, radius))}"
        yield f" L{self._at(points[-1])}"


def _length(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: tuple[float, float], end: tuple[float, float], by: float) -> tuple[float, float]:
    """The point that lies so far from the start, on the way to the end."""
    share = by / (_length(start, end) or 1)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
