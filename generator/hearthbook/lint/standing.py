"""How a community stands, and what would help it most."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Scope
from hearthbook.lint.settings import LintSettings
from hearthbook.model.findings import Severity
from hearthbook.model.report import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hearthbook.model.findings import Finding
    from hearthbook.model.verdict import Verdict

STEPS: Final = 3
"""How many next steps are told: more than three are a list, and lists are put off."""

NICETY: Final = 1
"""What is worth no more than this is no step."""
_OWED: Final = "no conduct"
"""Why a rule did not look that speaks of protection: without a code nobody is protected."""

_GRAVE: Final = {severity: place for place, severity in enumerate(Severity)}


def standing(verdict: Verdict, settings: LintSettings, today: date) -> Standing:
    """How a community stands on a day.

    The score is the worth of the rules that found nothing, of the worth of all that looked, in
    hundredths. Without a code of conduct every rule about one counts as failed: else leaving it out
    would look better than a poor one. What the community has given its reasons for counts as followed.
    """
    skipped = tuple(skip for skip in verdict.skipped if settings.wants(skip.code))
    aside = {skip.code for skip in verdict.skipped if skip.why != _OWED}
    found = [
        one.finding
        for one in verdict.advice
        if one.holds(today) and settings.wants(one.finding.code) and one.finding.code in all_rules()
    ]
    owed = {skip.code for skip in verdict.skipped if skip.why == _OWED}
    failed = {finding.code for finding in found} | owed
    looked = {code: worth for code, worth in _counted(settings).items() if code not in aside}
    whole = sum(looked.values())
    kept = sum(worth for code, worth in looked.items() if code not in failed)
    return Standing(
        score=100 * kept // whole if whole else 100,
        next=best(found),
        skipped=skipped,
        audit=verdict.audit,
    )


@lru_cache(maxsize=4)
def _worths(select: tuple[str, ...], ignore: tuple[str, ...]) -> dict[str, int]:
    settings = LintSettings(select=select, ignore=ignore)
    rules = all_rules().values()
    return {r.code: r.worth for r in rules if r.scope is Scope.COMMUNITY and settings.wants(r.code)}


def _counted(settings: LintSettings) -> dict[str, int]:
    """Code -> worth, of the rules that count towards the score."""
    return _worths(settings.select, settings.ignore)


def best(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings whose remedy helps most: the graver, then the more worth, one for each rule."""
    first: dict[str, Finding] = {}
    for finding in by_worth(findings):
        if finding.worth != NICETY:
            first.setdefault(finding.code, finding)
    return tuple(first.values())[:STEPS]


def by_worth(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those first whose remedy helps most."""

    def rank(finding: Finding) -> tuple[object, ...]:
        return (_GRAVE[finding.severity], -finding.worth, finding.code, finding.sort_key)

    return sorted(findings, key=rank)
