"""HB101: the promise takes more than one breath to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import words
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

MOST: Final = 30
"""At an unhurried 150 words a minute these are twelve seconds, about as long as one breath carries."""


@rule(Severity.ADVICE, worth=2)
def long_promise(promise: Promise, *, most: int = MOST) -> Iterator[Slip]:
    """Finds promises of too many words, and points at the part that has most of them.

    Counts `outcome`, `within` and the longest entry of `for`: one says the sentence to one person.
    """
    counts = {pointer("promise", "for", at): len(words(each)) for at, each in enumerate(promise.for_)}
    whom = max(counts, key=counts.__getitem__)
    said = {
        "/promise/outcome": len(words(promise.outcome)),
        whom: counts[whom],
        "/promise/within": len(words(promise.within or "")),
    }
    if sum(said.values()) > most:
        fact = f"the promise takes {sum(said.values())} words to say, and a breath carries about {most}"
        hint = "say it aloud to a friend, and leave out here what you left out there"
        yield Slip(max(said, key=said.__getitem__), fact, hint)
