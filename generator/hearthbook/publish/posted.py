"""The names of files that hold posts, and which of them an earlier export has left behind."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from hearthbook.render.posts import CHANNEL, KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_KINDS: Final = "|".join(rf"{kind}-[^\W_]+(?:-[^\W_]+)*" if kind == CHANNEL else kind for kind in KINDS)
_NAME: Final = re.compile(rf"(?:{_KINDS})(?:\.\d+)?")


def file_name(post: str, ending: str, number: int = 0) -> str:
    """The name of the file that holds a post, or one part of it; no other post can have it."""
    return f"{post}.{number}{ending}" if number else f"{post}{ending}"


def left_over(present: Iterable[str], written: Collection[str]) -> tuple[str, ...]:
    """Of the files in a folder those that an export for the same place may have written earlier, sorted."""
    endings = {PurePath(name).suffix for name in written}
    others = sorted(set(present) - set(written))
    return tuple(
        name
        for name in others
        if PurePath(name).suffix in endings and _NAME.fullmatch(name.removesuffix(PurePath(name).suffix))
    )
