"""HB305: a norm that nobody could break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted, words
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm

_CURLED: Final = "\N{RIGHT SINGLE QUOTATION MARK}"
_VAGUE: Final = frozenset(
    re.findall(
        r"\w+",
        """nice kind kindness polite respect respectful respectfully friendly civil considerate decent decency
        excellent common sense jerk jerks rude inclusive tolerant welcoming
        nett freundlich lieb respekt respektvoll respektiert respektieren höflich anständig menschenverstand
        rücksicht rücksichtsvoll""",
    )
)
"""Words that nobody would object to."""
_AROUND: Final = frozenset(
    re.findall(
        r"\S+",
        """a all always and another are at be being by do don't each ever every everybody everyone everyone's
        for good here human in is let let's members no not of one other others our people please show stay
        the they times to treat try us use we will with you your
        alle allen an andere anderen begegnen behandeln bitte bleiben dem den der die du einander euch eure
        euren gegenüber gehen gesunden gesunder hier ihr immer jedem jeden jeder keine mit miteinander nehmen
        nehmt nutzen nutzt seid sei seien sie sind stets um und uns unsere voreinander wir zu zueinander""",
    )
)
"""Words with which they become a sentence."""


@rule(Severity.ADVICE, worth=3, languages=("en", "de"))
def norm_nobody_breaks(norms: tuple[Norm, ...]) -> Iterator[Slip]:
    """Finds norms of nothing but vague words, such as `Be nice to each other`."""
    for position, norm in enumerate(norms):
        said = {word.casefold() for word in words(norm.statement.replace(_CURLED, "'"))}
        if said & _VAGUE and said <= _VAGUE | _AROUND:
            fact = f"nobody could tell whether {quoted(norm.statement)} has been broken"
            hint = "say what one would see or hear: `We say what worked before what did not.`"
            yield Slip(pointer("norms", position, "statement"), fact, hint)
