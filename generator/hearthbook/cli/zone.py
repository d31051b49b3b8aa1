"""The time zone of this machine, as a proposal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final
from zoneinfo import available_timezones

_FOLDER: Final = "zoneinfo/"


def local_zone() -> str:
    """The IANA name of the machine's zone, as in `Europe/Berlin`; empty where it names no place."""
    named = os.environ.get("TZ", "").removeprefix(":") or _linked(Path("/etc/localtime"))
    place = named.rpartition(_FOLDER)[2]
    return place if "/" in place and not place.startswith("Etc/") and place in available_timezones() else ""


def _linked(path: Path) -> str:
    try:
        return str(path.readlink())
    except OSError:
        return ""
