"""HB408: there is no first post to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Onboarding


@rule(Severity.ADVICE, worth=2)
def no_first_post(onboarding: Onboarding) -> Iterator[Slip]:
    """Finds ways in that leave a newcomer before an empty box."""
    if not onboarding.first_post:
        hint = 'give them the beginnings: `first_post: "I am ... I need ... I can give ..."`'
        yield Slip("/onboarding", "there is no first post for a newcomer to copy", hint)
