"""A community's accent, adjusted until text in it and on it can be read.

Contrast is the ratio of relative luminances of WCAG 2.2; 4.5 is its level AA
for text.
"""

from __future__ import annotations

from typing import Final

Rgb = tuple[float, float, float]

LIGHT: Final = {"ground": "#faf5ec", "raised": "#fffdf8", "sunk": "#f1e8da"}
DARK: Final = {"ground": "#1f1b18", "raised": "#29241f", "sunk": "#171411"}
"""The theme's surfaces, as `hearth.css` has them; a test keeps them equal."""

_TEXT_CONTRAST: Final = 4.5
_EDGE_CONTRAST: Final = 3.0
_MARGIN: Final = 0.3
_STEPS: Final = 100
_WHITE: Final[Rgb] = (1.0, 1.0, 1.0)
_BLACK: Final[Rgb] = (0.07, 0.06, 0.05)


def parse(color: str) -> Rgb:
    """`#rrggbb` as three channels from 0 to 1."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return (red, green, blue)


def to_hex(rgb: Rgb) -> str:
    """Three channels from 0 to 1 as `#rrggbb`."""
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def luminance(rgb: Rgb) -> float:
    """Relative luminance, 0 (black) to 1 (white); WCAG 2.2."""
    red, green, blue = (_linear(channel) for channel in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Rgb, second: Rgb) -> float:
    """Contrast ratio, 1 to 21; WCAG 2.2."""
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """`first` with a share (0 to 1) of `second` mixed in."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def readable(color: Rgb, ground: Rgb, wanted: float = _TEXT_CONTRAST + _MARGIN) -> Rgb:
    """The colour, moved towards black or white no further than its contrast needs."""
    goal: Rgb = (0, 0, 0) if luminance(ground) > 0.18 else (1, 1, 1)  # noqa: PLR2004 - mid grey
    for step in range(_STEPS + 1):
        candidate = mix(color, goal, step / _STEPS)
        if contrast(parse(to_hex(candidate)), ground) >= wanted:
            return candidate
    return goal


def _scheme(color: Rgb, surfaces: dict[str, str]) -> dict[str, Rgb]:
    """The four accents for one scheme: on the page, as text, under text, and softly."""
    grounds = [parse(surface) for surface in surfaces.values()]
    accent = readable(color, grounds[0], _EDGE_CONTRAST + _MARGIN)
    on_accent = max((_WHITE, _BLACK), key=lambda text: contrast(text, accent))
    accent = readable(accent, on_accent)
    soft = mix(grounds[0], accent, 0.14)
    strong = color
    for ground in (*grounds, soft):
        strong = readable(strong, ground)
    return {"": accent, "-strong": strong, "-soft": soft, "-on": on_accent}


def accents(color: str) -> dict[str, dict[str, Rgb]]:
    """`light` and `dark` -> name of the accent -> colour."""
    own = parse(color)
    return {"light": _scheme(own, LIGHT), "dark": _scheme(own, DARK)}


def _rules(scheme: dict[str, Rgb]) -> str:
    names = {"": "--hb-accent", "-on": "--hb-on-accent"}
    return ";".join(
        f"{names.get(name, f'--hb-accent{name}')}:{to_hex(value)}" for name, value in scheme.items()
    )


def accent_css(color: str) -> str:
    """The style sheet that sets a community's accent for light and dark."""
    found = accents(color)
    light, dark = _rules(found["light"]), _rules(found["dark"])
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-hb-theme=light]){{{dark}}}}}\n"
        f":root[data-hb-theme=dark]{{{dark}}}\n"
    )
