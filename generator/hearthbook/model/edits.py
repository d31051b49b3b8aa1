"""What would mend a finding, as far as it can be done for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One small change to a file; whoever makes it reads the file again and compares."""

    kind: Literal["key", "text", "line", "order"]
    """A key gets another name; words in a value become others; a line is put before all others; the entries
    of a mapping are put in order."""
    file: str
    """Path from the project folder, with forward slashes: `communities/oak.yml`."""
    line: int = 1
    """Line of the key or value, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""
    old: str = ""
    """The key or the words that stand there; for `order` the key of the mapping; for `line` empty."""
    new: tuple[str, ...] = ()
    """What to write. Of several words the founder chooses; for `order` all keys, as they should follow."""
