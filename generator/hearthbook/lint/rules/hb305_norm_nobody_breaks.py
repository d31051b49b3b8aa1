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

_HINTS: Final = {
    ("respect", "respekt", "r\u00fccksicht"): "We let each other finish, and end when the bell rings.",
    ("common", "sense", "menschenverstand"): "Not sure whether it fits here? Ask a host first.",
    ("jerk", "rude"): "We talk about the work, never about the person.",
}
"""What to write, by how a vague word begins; for the others there is one remedy."""


@rule(Severity.ADVICE, worth=3, languages=("en", "de"))
def norm_nobody_breaks(norms: tuple[Norm, ...]) -> Iterator[Slip]:
    """Finds norms of nothing but vague words, such as `Be nice to each other`, all at once."""
    vague = [
        position for position, norm in enumerate(norms) if _said(norm) and _said(norm) <= _VAGUE | _AROUND
    ]
    if vague:
        first = norms[vague[0]]
        fact = f"nobody could tell whether {quoted(first.statement)} has been broken"
        if more := len(vague) - 1:
            fact += f", nor {'another' if more == 1 else f'{more} others'} of {len(norms)} norms"
        yield Slip(pointer("norms", vague[0], "statement"), fact, _hint(_said(first)))


def _said(norm: Norm) -> set[str]:
    """The words of a norm of which one at least is vague."""
    said = {word.casefold() for word in words(norm.statement.replace(_CURLED, "'"))}
    return said if said & _VAGUE else set()


def _hint(said: set[str]) -> str:
    """What to write, by the word that stands there."""
    for begins, remedy in _HINTS.items():
        if any(word.startswith(begins) for word in said):
            return f"say what one would see or hear: `{remedy}`"
    return "say what one would see or hear: `We say what worked before what did not.`"
