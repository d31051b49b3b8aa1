"""HB412: nobody asks newcomers how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Onboarding


@rule(Severity.ADVICE, worth=3)
def no_follow_up(onboarding: Onboarding) -> Iterator[Slip]:
    """Finds ways in after which nobody looks round."""
    if not onboarding.follow_up:
        hint = "name somebody who writes once: `follow_up: { who: jonas, after: two weeks }`"
        yield Slip("/onboarding", "nobody asks newcomers after a while how it is going", hint)
