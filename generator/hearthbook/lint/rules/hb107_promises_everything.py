"""HB107: words that promise everything, or to everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

_EVERYBODY: Final = re.compile(
    r"(?:^|,|\b(?:and|or|und|oder))\s*(?:for |für )?"
    r"(?P<word>everyone|everybody|anyone|anybody|all people|the (?:general )?public|people everywhere"
    r"|jede(?:r|n|rmann)?|jede und jeder|alle|allen?|alle (?:Menschen|Leute|Interessierten)|alle, die wollen)"
    r"(?: else)?\s*(?:$|[.!;]|interested\b|curious\b|who is (?:interested|curious)\b|with an interest\b"
    r"|mit Interesse\b|der sich interessiert\b|, (?:from|of|no matter|egal|ob)\b)",
    re.IGNORECASE,
)
"""In an entry of `for`, with nothing after it that says which ones."""

_EVERYTHING: Final = re.compile(
    r"\b(?:all things|everything you need|anything and everything|one-stop|world-class"
    r"|(?:an|our) ecosystem (?:for|of)|the ecosystem for|(?:a|our|the) (?:\w+ )?network (?:for|of)"
    r"|network(?:ing)? with|(?:build|expand|grow) your network|full potential|to the next level"
    r"|change the world"
    r"|alles rund um|(?:ein|unser|das) Netzwerk (?:für|von|aus)|Ökosystem (?:für|von)"
    r"|dein Netzwerk (?:auf|aus)bauen|volle[sn]? Potenzial|aufs nächste Level|die Welt verändern)\b",
    re.IGNORECASE,
)


@rule(Severity.ADVICE, worth=3, languages=("en", "de"))
def promises_everything(community: Community) -> Iterator[Slip]:
    """Finds such words in the tagline, the outcome and in whom it is for; one in each."""
    promise = community.promise
    whom = [(pointer("promise", "for", number), each) for number, each in enumerate(promise.for_)]
    for where, text in (("/tagline", community.tagline or ""), ("/promise/outcome", promise.outcome), *whom):
        if found := _EVERYTHING.search(text):
            hint = "name the one thing, in words that a newcomer would use to a friend"
            yield Slip(where, f"{quoted(found[0])} promises more than a small group can keep", hint)
    for where, text in whom:
        if found := _EVERYBODY.search(text):
            hint = "name the few by what they do or face: `people in their first year of ...`"
            yield Slip(where, f"{quoted(found['word'])} lets nobody see that they are meant", hint)
