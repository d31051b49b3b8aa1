"""What a sentence of ours should not do: run long, hide who acts, or use words of the trade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.render import support
from tests.words.pages import words

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT: Final = 28
"""Words in a sentence of the theme; 30 once its places are filled."""

_PLACE: Final = re.compile(r"\{\w+\}")
_END: Final = re.compile(r"(?<=[.?!])[\"\u201d\u2019)]*\s+")
_IRREGULAR: Final = (
    "asked begun born bought broken brought built caught chosen cut done drawn driven eaten felt found given "
    "gone grown heard held hidden hit hurt kept known laid led left lent lost made meant met paid put read "
    "said seen sent set settled shown shut sold spent split spoken started taken taught thought thrown told "
    "understood won worn written"
)
_PASSIVE: Final = re.compile(
    r"\b(?:is|are|am|was|were|be|been|being)\s+"
    r"(?:(?:not|never|now|often|also|already|then|first|only|all|both|still|\w+ly)\s+)*"
    rf"(?:(?!need|indeed|interest|tired)\w+ed|{'|'.join(_IRREGULAR.split())})\b",
    re.IGNORECASE,
)
_JARGON: Final = re.compile(
    r"\b(?:"
    # the office: a group of neighbours has no stakeholders
    r"stakeholders?|synerg\w+|leverag\w+|empower\w*|actionable|deliverables?|bandwidth|touchpoints?|ideat\w+"
    r"|best practices?|ecosystems?|scalable|streamlin\w+|value propositions?|cadences?|action items?"
    # the dashboard: these name what a program counts, not what a person does
    r"|kpis?|metrics?|engage(?:ment)?|activation|retention|churn|funnels?|personas?|conversions?|cohorts?"
    r"|on-?board\w*|off-?board\w*|user base|power users?|lurk\w+"
    # the committee and the court: who was just hurt should not need a dictionary
    r"|adjudicat\w+|recus\w+|quorum|escalat\w+|remediat\w+|sanction\w*|infraction\w*|perpetrator\w*|complainant\w*"
    r"|hereby|herein|pursuant|aforementioned|notwithstanding|prior to|commenc\w+|utili[sz]\w+|facilitat\w+"
    # the trade of programs: the member sees a page, not what makes it
    r"|yaml|json|slugs?|markdown|repositor(?:y|ies)|commits?|pull requests?|async\w*|cells?|findings?|lint\w*"
    r")\b",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """A sentence of the theme."""

    key: str
    """Where it stands in words/en.yml."""
    text: str
    """Its words, each place filled by one short word."""


def _forms() -> Iterator[tuple[str, str]]:
    for key, leaf in support.theme().words("en").leaves.items():
        for form in [leaf] if isinstance(leaf, str) else leaf.values():
            yield key, form


def theme_sentences() -> tuple[Said, ...]:
    """Every sentence and phrase of words/en.yml."""
    return tuple(
        Said(key, part)
        for key, form in _forms()
        for part in _END.split(_PLACE.sub("this", " ".join(form.split())))
    )


def long_ones() -> list[str]:
    """The sentences over the limit, with their keys."""
    return [f"{said.key}: {said.text}" for said in theme_sentences() if len(words(said.text)) > LIMIT]


def passives(text: str) -> list[str]:
    """The passive verbs in a text, by a simple measure: a form of `be` and a participle."""
    return _PASSIVE.findall(text)


def jargon(text: str) -> list[str]:
    """The words of a trade in a text."""
    return _JARGON.findall(text)
