"""HB407: nobody greets newcomers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

_GREETS: Final = re.compile(r"\b(?:greet|welcom|begrüß|empf[aä]ng|willkommen)", re.IGNORECASE)
"""Words of a role that does it, in English and German."""


@rule(Severity.ADVICE, worth=3)
def no_greeter(community: Community) -> Iterator[Slip]:
    """Finds groups in which no person and no role that somebody holds welcomes newcomers."""
    onboarding = community.onboarding
    held = (f"{role.name} {role.does or ''}" for role in community.roles if role.held_by)
    if not (onboarding and onboarding.greeter) and not any(_GREETS.search(words) for words in held):
        where = "/onboarding" if onboarding else ""
        hint = "ask somebody who likes new people, and write `onboarding: { greeter: jonas }`"
        yield Slip(where, "nobody is named who greets newcomers", hint)
