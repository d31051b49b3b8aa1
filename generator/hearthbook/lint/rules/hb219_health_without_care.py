"""HB219: the group is about health and gives no crisis line, or does not say what it cannot replace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

TOPICS: Final = (
    *(
        "mental health",
        "depression",
        "depressed",
        "anxiety",
        "panic attacks",
        "burnout",
        "burn-out",
        "trauma",
    ),
    *("ptsd", "suicide", "suicidal", "self-harm", "eating disorder", "eating disorders", "insomnia", "grief"),
    *(
        "grieving",
        "bereaved",
        "bereavement",
        "miscarriage",
        "stillbirth",
        "addiction",
        "addictions",
        "addicted",
    ),
    *(
        "sobriety",
        "sober",
        "illness",
        "illnesses",
        "disease",
        "diseases",
        "chronic pain",
        "cancer",
        "diabetes",
    ),
    *("dementia", "arthritis", "migraine", "endometriosis", "infertility", "long covid"),
    *(
        "psychische",
        "psychischen",
        "psychischer",
        "depressionen",
        "depressiv",
        "angststörung",
        "angststörungen",
    ),
    *("panikattacken", "suizid", "suizidal", "selbstverletzung", "essstörung", "essstörungen", "trauer"),
    *(
        "trauernde",
        "trauernden",
        "verwitwete",
        "verwitweten",
        "fehlgeburt",
        "suchtkranke",
        "süchtig",
        "trocken",
    ),
    *("krankheit", "krankheiten", "erkrankung", "erkrankungen", "krebs", "brustkrebs", "demenz", "rheuma"),
    *("chronische schmerzen", "chronischen schmerzen", "migräne", "angehörige von kranken"),
)
"""Words that hardly stand in a promise unless people come with a burden that can become too heavy."""

_TAGS: Final = frozenset({"health", "mental health", "wellbeing", "well-being", "gesundheit", "sucht"})
"""What says it alone as a tag, and could mean something else within a sentence."""

_HINTS: Final = {
    True: 'write `care: { not_a_substitute: ..., crisis_lines: [{ country: Germany, reach: "0800 111 0 111" }] }`',
    False: "add it, as in `not_a_substitute: We are not doctors, and nothing here replaces yours.`",
}


@rule(Severity.WARNING, worth=5, languages=("en", "de"))
def health_without_care(community: Community, *, topics: tuple[str, ...] = TOPICS) -> Iterator[Slip]:
    """Finds groups about health that do not say where help is when theirs is not enough."""
    care = community.care
    lacks = [] if care and care.crisis_lines else ["no crisis line is named"]
    lacks += [] if care and care.not_a_substitute else ["nothing says what the group cannot replace"]
    found = _about_health(community, topics)
    if found and lacks:
        where, word = found
        yield Slip(
            "/care" if care else where,
            f"`{word}` is about health, and {' and '.join(lacks)}",
            _HINTS[len(lacks) > 1 or not (care and care.crisis_lines)],
        )


def _about_health(community: Community, topics: tuple[str, ...]) -> tuple[str, str] | None:
    """Where it says so first, and with which word."""
    for number, tag in enumerate(community.tags):
        if tag.casefold() in _TAGS:
            return pointer("tags", number), tag
    promise = community.promise
    told = [(pointer("tags", number), tag) for number, tag in enumerate(community.tags)]
    told += [(pointer("promise", "for", number), each) for number, each in enumerate(promise.for_)]
    told.append(("/promise/outcome", promise.outcome))
    word = re.compile(rf"\b(?:{'|'.join(re.escape(each) for each in topics)})\b", re.IGNORECASE)
    hits = ((where, word.search(text)) for where, text in told)
    return next(((where, hit[0]) for where, hit in hits if hit), None)
