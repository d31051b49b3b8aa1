"""The sizes of pictures, written into finished pages.

A browser that knows them leaves room for a picture before it is there, so that
nothing jumps while somebody reads. They are written when a page is dressed,
because what a picture shows is no part of what its page is made from.
"""

from __future__ import annotations

import re
from html import unescape
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PICTURE: Final = re.compile(r"<img(?P<rest>\b[^>]*?\bsrc=\"(?P<source>[^\"]+)\"[^>]*>)")
_ORIENTATION: Final = 0x0112
_LYING: Final = frozenset({5, 6, 7, 8})
"""Exif's orientations in which a picture is shown on its side."""


def with_sizes(page: str, path: str, pictures: Mapping[str, str], root: Path) -> str:
    """A finished page in which each of these pictures says its width and height.

    `path` is the page's path below the site; `pictures` are paths below the site
    -> paths from the project folder. A picture further down is loaded when it
    comes near.
    """
    if not pictures:
        return page

    def written(found: re.Match[str]) -> str:
        source = pictures.get(_target(path, unescape(found["source"])))
        if source is None or " width=" in found["rest"] or not (size := size_of(root / source)):
            return found[0]
        return f'<img width="{size[0]}" height="{size[1]}" loading="lazy"{found["rest"]}'

    return _PICTURE.sub(written, page)


def _target(path: str, source: str) -> str:
    """The path below the site that a page at `path` means; empty for an address elsewhere."""
    parts = urlsplit(source)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return ""
    return normpath(join(dirname(path), unquote(parts.path)))


def size_of(picture: Path) -> tuple[int, int] | None:
    """Width and height in pixels as the picture is shown; None for a file that is no picture."""
    from PIL import Image  # noqa: PLC0415 - few archives hold pictures, and it takes a while

    try:
        with Image.open(picture) as opened:
            width, height = opened.size
            turned = opened.format in {"JPEG", "MPO", "WEBP"} and opened.getexif().get(_ORIENTATION) in _LYING
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return (height, width) if turned else (width, height)
