"""How often and when a community was changed, put into its calendars at the last step.

Programs notice by these numbers that something changed. They are put in when pages get their
lines, because whoever commits a comment need not make anything anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.history.versions import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.history.versions import Version

SUFFIX: Final = ".ics"
_EVENT: Final = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
_OF: Final = re.compile(rb"\r\nX-HB-CELL:([a-z0-9-]+)\r\n")
_STAMPS: Final = (b"DTSTAMP", b"LAST-MODIFIED")
_UNKNOWN: Final = f"{UNKNOWN:%Y%m%dT%H%M%SZ}".encode("ascii")


def with_versions(content: bytes, version_of: Callable[[str], Version | None]) -> bytes:
    """A calendar whose events say how often and when their community was changed (RFC 5545, 3.8.7).

    Where nobody knows, the number stays 0 and the day a fixed one.
    """

    def stamped(match: re.Match[bytes]) -> bytes:
        event = match[0]
        of = _OF.search(event)
        version = version_of(of[1].decode("ascii")) if of else None
        if not version:
            return event
        last = f"{version.last:%Y%m%dT%H%M%SZ}".encode("ascii")
        for name in _STAMPS:
            event = event.replace(b"\r\n%s:%s\r\n" % (name, _UNKNOWN), b"\r\n%s:%s\r\n" % (name, last), 1)
        number = b"\r\nSEQUENCE:%d\r\n" % max(version.commits - 1, 0)
        return event.replace(b"\r\nSEQUENCE:0\r\n", number, 1)

    return _EVENT.sub(stamped, content)
