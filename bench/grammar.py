"""How the words of the made-up handbooks come together: small rules, chosen by chance.

A name in braces stands for one of its own alternatives here, or for a word from the
lexicon (`noun`, `nouns`, `person`, `people`, `verb`, `verbs`, `verbed`, `verbing`,
`adjective`, `adverb`, `quality`). `a` becomes `an` where the next word wants it.
"""

from __future__ import annotations

from typing import Final

RULES: Final[dict[str, tuple[str, ...]]] = {
    # parts of sentences
    "thing": (
        "the {noun}",
        "a {noun}",
        "the {adjective} {noun}",
        "a {adjective} {noun}",
        "the {noun} of the {person}",
    ),
    "things": ("{nouns}", "{adjective} {nouns}", "the {nouns}", "two {nouns}", "our {nouns}", "all {nouns}"),
    "who": (
        "the {person}",
        "a {person}",
        "every {person}",
        "nobody",
        "one of us",
        "the {adjective} {person}",
    ),
    "does": ("{verbs} {thing}", "{adverb} {verbs} {things}", "{verbs} {things} {place}", "{verbs} {things}"),
    "do": ("{verb} {thing}", "{verb} {things}", "{verb} {things} {place}", "{adverb} {verb} {things}"),
    "did": ("{verbed} {thing}", "{verbed} {things} {place}", "{adverb} {verbed} {things}"),
    "place": (
        "in the {noun}",
        "beside the {noun}",
        "behind the {adjective} {noun}",
        "at the {noun}",
        "without a {noun}",
        "among {people}",
    ),
    "time": (
        "before the first {noun}",
        "after the {noun}",
        "on most days",
        "once a month",
        "as long as it takes",
        "in the evening",
        "twice a year",
        "until the {person} comes back",
    ),
    "span": ("two weeks", "three weeks", "six weeks", "one month", "two months", "ten days", "half a year"),
    "season": ("spring", "summer", "autumn", "winter", "week", "year", "month"),
    "few": ("two", "three", "four", "five", "six", "seven"),
    "clause": (
        "we {do}",
        "{who} {does}",
        "{people} {verb} {things}",
        "{quality} {verbs} {thing}",
        "{verbing} {things} takes {quality}",
    ),
    "because": (
        "because {who} {does}",
        "although {quality} {verbs} {things}",
        "so that {who} {does}",
        "while {people} {verb} {things}",
        "and {who} {does} {time}",
        "but {who} {does}",
    ),
    # whole sentences
    "sentence": (
        "{clause}.",
        "{clause} {time}.",
        "{clause}, {because}.",
        "{clause} {time}, {because}.",
        "When {who} {does}, {clause}.",
        "If {people} {verb} {things}, {clause} {time}.",
        "Without {quality} {who} {does}.",
        "Last {season} {who} {did}, and {clause}.",
        "There is {thing} {place}, {because}.",
    ),
    "saying": (
        '"{clause}," said the {person}.',
        'The {person} asked: "Who {verbed} {thing}?" It was {thing}.',
        "{who} {did} {place}, and {who} {did}.",
        '"First {do}, then {do}." So we {did}.',
    ),
    # what a founder writes in one line
    "name": ("{adjective} {noun}", "{noun} and {noun}", "The {adjective} {person}"),
    "title": ("{verbing} {things}", "{quality} {place}", "How {people} {verb} {things}", "When {who} {does}"),
    "tagline": ("{verb} {things}, {time}", "For {people} who {verb} {things}"),
    "audience": ("{people} who {verb} {things}", "{adjective} {people} {place}"),
    "outcome": ("{verb} {thing} {place}, in {few} steps", "{verb} {things} without {verbing} {thing}"),
    "deed": ("{verb} {things}", "{verb} {thing} {place}", "{verb} {thing} with {people}"),
    "statement": (
        "We {do} before we {do}.",
        "We {verb} {things} and {verb} {thing}.",
        "Whoever {does} {does}.",
    ),
    "topic": ("{things} {place}", "{adjective} {nouns}", "a {noun} and what it {verbed}"),
    "event": ("{verbing} {things} of others {place}", "{verbing} {thing} after a word about it"),
    "consequence": ("a talk with a contact about {thing}", "{few} weeks without {thing}", "a word {place}"),
    "question": (
        "May I {verb} {things}?",
        "What if {who} {does}?",
        "Who {verbs} {thing}?",
        "Do I have to {verb} {thing}?",
        "How do we {verb} {thing} {place}?",
        "What happens to {things} {place}?",
    ),
}
"""Name -> its alternatives."""
