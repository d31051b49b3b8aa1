"""HB307: most norms only forbid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm

LEAST: Final = 3
"""One or two norms may well forbid; from three on they show how a group thinks."""
_FORBIDS: Final = re.compile(
    r"(?:(?:please|we|you|bitte) )*(?:do not|don.t|must not|never|not|nobody|avoid|no(?! \w+ (?:is|are)\b))\b"
    r"|(?:bitte )?(?:nicht|nie|niemals|niemand|kein(?:e[nmrs]?)?(?! \w+ (?:ist|sind)\b))\b"
    r"|(?:wir|ihr|du|man) \w+ (?:nicht|nie|niemals|niemanden|kein(?:e[nmrs]?)?)\b",
    re.IGNORECASE,
)
"""How a sentence begins that forbids, in English and German."""
_INSTEAD: Final = re.compile(
    r"[;:]|\b(?:but|instead|until|before|unless|without|only|rather|sondern|bevor|außer|ohne|statt|stattdessen|bis)\b",
    re.IGNORECASE,
)
"""What shows that it also says what to do."""


@rule(Severity.ADVICE, worth=2, languages=("en", "de"))
def norms_only_forbid(norms: tuple[Norm, ...], *, least: int = LEAST) -> Iterator[Slip]:
    """Finds norms of which more than half say only what is not done."""
    found = [norm.statement for norm in norms if _only_forbids(norm.statement)]
    if len(norms) >= least and len(found) * 2 > len(norms):
        fact = f"{len(found)} of {len(norms)} norms only forbid, such as {quoted(found[0])}"
        hint = "turn one round: write what members do in its place, as in `We ask before we advise.`"
        yield Slip("/norms", fact, hint)


def _only_forbids(statement: str) -> bool:
    return bool(_FORBIDS.match(statement)) and not _INSTEAD.search(statement)
