"""The shapes of a preview's picture: the hearth and the seats around it, smooth at their edges.

A shape is a picture of palette numbers. Its greys are steps between two colours
that stand side by side in the palette, so one shape serves every community.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

STEPS: Final = 9
"""Shades between two colours."""
NAME, TEXT, WARM, ON_WARM, FLAME = (1 + STEPS * number for number in range(5))
"""The first number of each row of shades in the palette; 0 is the paper."""
AROUND: Final = 188
"""Pixels from the hearth to the farthest seats."""
MARK: Final = 148
"""Pixels from one side of the hearth to the other."""
_ONE_RING: Final = 56
"""The most seats in a single ring."""
_FINE: Final = 8
"""Shapes are drawn this many times larger and then made smaller, so that their edges are smooth."""


@cache
def shades(first: int) -> list[int]:
    """Grey of a mask -> number in the palette."""
    return [first + grey * (STEPS - 1) // 255 if grey else 0 for grey in range(256)]


@cache
def places(seats: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Where the seats are, seen from the hearth, clockwise from the top, and how wide each is."""
    if not seats:
        return (), 0
    rings = 1 if seats <= _ONE_RING else 2 if seats <= 2 * _ONE_RING else 3
    gap = 34 if rings > 1 else 0
    radii = [AROUND - gap * number for number in range(rings)]
    room = 2 * math.pi * sum(radii) / seats
    counts = [round(2 * math.pi * radius / room) for radius in radii]
    counts[0] += seats - sum(counts)
    found = []
    for radius, count in zip(radii, counts, strict=True):
        for number in range(count):
            turn = 2 * math.pi * number / count
            found.append((turn, round(radius * math.sin(turn)), round(-radius * math.cos(turn))))
    wide = max(6, min(30, int(room * 0.62)))
    return tuple((right, down) for _, right, down in sorted(found)), wide


@cache
def dot(wide: int, *, hollow: bool) -> Image.Image:
    """A round seat in shades of the accent; the empty ones are rings."""
    large = wide * _FINE
    mask = Image.new("L", (large, large))
    draw = ImageDraw.Draw(mask)
    draw.ellipse((0, 0, large - 1, large - 1), fill=255)
    if hollow:
        line = 2 * _FINE
        draw.ellipse((line, line, large - 1 - line, large - 1 - line), fill=0)
    return mask.reduce(_FINE).point(shades(WARM))


@cache
def mark() -> Image.Image:
    """The theme's mark (`icon.svg`), in shades of three colours."""
    large = MARK * _FINE
    unit = large / 24
    body, arch, flame = (Image.new("L", (large, large)) for _ in range(3))
    ImageDraw.Draw(body).rounded_rectangle((0, 0, large - 1, large - 1), radius=5 * unit, fill=255)
    _arch(ImageDraw.Draw(arch), unit)
    points = [(x * unit, y * unit) for x, y in _flame()]
    ImageDraw.Draw(flame).polygon(points, fill=255)
    shown = body.reduce(_FINE).point(shades(WARM))
    for shape, shade in ((arch, ON_WARM), (flame, FLAME)):
        small = shape.reduce(_FINE)
        shown.paste(small.point(shades(shade)), (0, 0), small.point([0] + [255] * 255))
    return shown


def _arch(draw: ImageDraw.ImageDraw, unit: float) -> None:
    """`M5 20h14M6.5 20v-8.5a5.5 5.5 0 0 1 11 0V20`, with round ends."""
    half = 0.8

    def line(left: float, top: float, right: float, bottom: float) -> None:
        box = ((left - half) * unit, (top - half) * unit, (right + half) * unit, (bottom + half) * unit)
        draw.rounded_rectangle(box, radius=half * unit, fill=255)

    for radius, fill in ((5.5 + half, 255), (5.5 - half, 0)):
        box = ((12 - radius) * unit, (11.5 - radius) * unit, (12 + radius) * unit, (11.5 + radius) * unit)
        draw.pieslice(box, 180, 360, fill=fill)
    line(5, 20, 19, 20)
    line(6.5, 11.5, 6.5, 20)
    line(17.5, 11.5, 17.5, 20)


def _flame() -> list[tuple[float, float]]:
    """The outline of the flame, its curves taken apart into short lines."""
    curves = (
        ((12, 10), (12.4, 12), (14.8, 13), (14.8, 15.4)),
        ((9.2, 15.4), (9.2, 14.2), (9.8, 13.5), (10.4, 12.8)),
        ((10.4, 12.8), (10.6, 13.4), (10.9, 13.7), (11.3, 13.9)),
        ((11.3, 13.9), (11.2, 12.5), (11.4, 11.1), (12, 10)),
    )
    turns = [step / 16 * math.pi for step in range(17)]
    below = [(12 + 2.8 * math.cos(turn), 15.4 + 2.8 * math.sin(turn)) for turn in turns]
    first, *rest = ([_on(curve, step / 16) for step in range(17)] for curve in curves)
    return [*first, *below, *(point for points in rest for point in points)]


def _on(curve: tuple[tuple[float, float], ...], at: float) -> tuple[float, float]:
    """A point of a cubic curve."""
    weights = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    pairs = list(zip(weights, curve, strict=True))
    return (sum(weight * x for weight, (x, _) in pairs), sum(weight * y for weight, (_, y) in pairs))
