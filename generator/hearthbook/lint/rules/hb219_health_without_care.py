"""HB219: a group about health gives no crisis line, or does not say what it cannot replace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

_WORDS: Final = """
    mental health, depression, depressed, anxiety disorder, social anxiety, panic attacks, trauma, ptsd,
    suicide, suicidal, self-harm, eating disorder, eating disorders, insomnia, grief, grieving,
    bereaved, bereavement, miscarriage, stillbirth, addiction, addictions, addicted, sobriety, illness,
    illnesses, chronic disease, chronic pain, cancer, diabetes, dementia, arthritis, migraine,
    endometriosis, infertility, long covid, psychische gesundheit, psychisch krank, psychischen
    erkrankung, depressionen, depressiv, angststörung, angststörungen, panikattacken, suizid, suizidal,
    selbstverletzung, essstörung, essstörungen, trauer, trauernde, trauernden, verwitwete, verwitweten,
    fehlgeburt, mourners, in mourning, mourning a, domestic violence, domestic abuse, abusive
    relationship, abusive relationships, bipolar disorder, people with bipolar, living with bipolar,
    alcoholism, alcoholics, drinking problem, quit drinking, stop drinking, stopped drinking, give up
    drinking, quit smoking, stop smoking, stopped smoking, give up smoking, häusliche gewalt, häuslicher
    gewalt, bipolare störung, bipolaren störung, alkoholismus, alkoholiker, suchtkranke, suchtkranken,
    süchtig, chronische krankheit, chronischen krankheit, erkrankung, erkrankungen, krebs, brustkrebs,
    demenz, rheuma, chronische schmerzen, chronischen schmerzen, migräne"""
TOPICS: Final = tuple(" ".join(_WORDS.split()).split(", "))
"""Words that hardly stand in a promise unless people come with a burden that can become too heavy."""

_ALONE: Final = frozenset(
    {
        *("health", "wellbeing", "well being", "anxiety", "burnout", "mourning", "bipolar", "drinking"),
        *("gesundheit", "angst", "sucht"),
    }
)
"""What says it where it stands alone, as a tag does, and could mean something else within a sentence."""

_HINTS: Final = {
    False: "write `care: { not_a_substitute: ..., crisis_lines: [{ country: ..., reach: ... }] }`",
    True: "add it, as in `not_a_substitute: We are not doctors, and nothing here replaces yours.`",
}


@rule(Severity.WARNING, worth=5, languages=("en", "de"))
def health_without_care(community: Community, *, topics: tuple[str, ...] = TOPICS) -> Iterator[Slip]:
    """Finds groups about health that do not say where help is when theirs is not enough."""
    care = community.care
    line = bool(care and care.crisis_lines)
    lacks = [] if line else ["no crisis line is named"]
    lacks += [] if care and care.not_a_substitute else ["nothing says what the group cannot replace"]
    found = _about_health(community, topics) if lacks else None
    if found:
        where, word = found
        yield Slip(
            "/care" if care else where,
            f"`{word}` is about health, and {' and '.join(lacks)}",
            _HINTS[line],
        )


def _about_health(community: Community, topics: tuple[str, ...]) -> tuple[str, str] | None:
    """Where it says so first, and with which word."""
    told = [(pointer("tags", number), tag) for number, tag in enumerate(community.tags)]
    told += [(pointer("promise", "for", number), each) for number, each in enumerate(community.promise.for_)]
    told.append(("/promise/outcome", community.promise.outcome))
    word = re.compile(
        rf"\b(?:{'|'.join(re.escape(each.replace('-', ' ')) for each in topics)})\b", re.IGNORECASE
    )
    for where, text in told:
        spaced = text.replace("-", " ")
        found = word.search(spaced)
        if spaced.casefold() in _ALONE or (found and found[0]):
            return where, text[found.start() : found.end()] if found and found[0] else text
    return None
