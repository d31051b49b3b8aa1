"""A community in a sentence or two of plain text, for previews of links, search engines and machines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from babel.lists import format_list

from hearthbook.render.environment import phrase, sentence

if TYPE_CHECKING:
    from hearthbook.model.promise import Promise
    from hearthbook.render.words import Words

_LONGEST: Final = 300
"""Characters of a description; what shows descriptions cuts them sooner."""


def filled(pattern: str, **values: str) -> str:
    """A sentence of the theme with its places filled by text as it is."""
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], pattern)


def aim(promise: Promise, words: Words) -> str:
    """What a member can do afterwards, and how long that takes."""
    outcome = phrase(sentence(promise.outcome))
    if promise.within:
        return filled(words.raw("promise.aim_within"), outcome=outcome, within=phrase(promise.within))
    return filled(words.raw("promise.aim"), outcome=outcome)


def summary(promise: Promise, words: Words) -> str:
    """The promise, and to whom it is made."""
    whom = format_list([phrase(one) for one in promise.for_], locale=words.locale)
    return shortened(f"{aim(promise, words)} {filled(words.raw('promise.whom'), whom=whom)}")


def shortened(text: str) -> str:
    """The text in one line, cut between two words where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + "\N{HORIZONTAL ELLIPSIS}"
