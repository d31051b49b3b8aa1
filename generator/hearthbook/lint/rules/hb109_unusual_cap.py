"""HB109: the cap is smaller or larger than a small community."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

LEAST: Final = 20
"""With fewer, an evening on which some are ill is an evening on which nobody is there."""

MOST: Final = 200
"""With more, most members meet as strangers, and newcomers find no way in."""


@rule(Severity.ADVICE, worth=2)
def unusual_cap(promise: Promise, *, least: int = LEAST, most: int = MOST) -> Iterator[Slip]:
    """Finds caps outside the range in which members know each other and the room is still full."""
    cap = promise.boundary.cap if promise.boundary else None
    if cap and cap < least:
        fact = f"the cap is {cap}, so the room empties when a few are away"
        yield Slip(
            "/promise/boundary/cap", fact, f"leave room for at least {least}, and meet in small circles"
        )
    elif cap and cap > most:
        fact = f"the cap is {cap}, and few members know each other beyond {most}"
        hint = "write the size at which you split instead; near fifty suits most groups"
        yield Slip("/promise/boundary/cap", fact, hint)
