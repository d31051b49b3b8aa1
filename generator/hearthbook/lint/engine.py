"""Runs rules over what they look at and makes their slips findings with a place.

A rule that stumbles is a finding of its own, and the others still run.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Outcome, Scope, Slip
from hearthbook.lint.texts import texts
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.recurrence import When
from hearthbook.model.verdict import Advice, Skip, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hearthbook.lint.rule import Document, Rule
    from hearthbook.lint.settings import LintSettings
    from hearthbook.model.archive import Resolved
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Page
    from hearthbook.model.rhythm import Ritual
    from hearthbook.model.verdict import Outline

STUMBLED: Final = "HB999"
"""The code of a rule that could not look."""

_ALWAYS: Final = frozenset(
    {"community", "texts", "articles", "slug", "document", "page", "archive", "outcome"}
)
"""What rules may see and need not be written by anybody."""


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the rules of some scopes over one thing."""

    values: Mapping[str, Any]
    """Name of a parameter -> what it is given."""
    settings: LintSettings
    language: str
    """The language of the words."""
    closed: bool = False
    """Whether the group lives no more."""

    def over(self, scopes: frozenset[Scope]) -> Iterator[tuple[Rule, list[Slip] | str]]:
        """Each rule that counts, with its slips, or with why it did not look."""
        failed: set[str] = set()
        for rule in all_rules().values():
            if rule.scope not in scopes or not self.settings.wants(rule.code):
                continue
            why = self._hindered(rule, failed)
            slips = [] if why else self._slips(rule)
            # what holds on some days only must not silence another rule on all the others
            if any(slip.since is None and slip.until is None for slip in slips):
                failed.add(rule.code)
            yield rule, why or slips

    def _hindered(self, rule: Rule, failed: set[str]) -> str:
        first = [code for code in rule.after if code in failed]
        if first:
            return f"{first[0]} comes first"
        lacking = [name for name in rule.sees if name not in _ALWAYS and not self.values[name]]
        if lacking:
            return f"no {lacking[0].rstrip('_')}"
        if self.closed and not rule.even_closed:
            return "the group has closed"
        primary = self.language.partition("-")[0]
        if rule.languages and primary not in rule.languages:
            return f"its words are not in {primary}"
        return ""

    def _slips(self, rule: Rule) -> list[Slip]:
        given = [self.values[name] for name in rule.sees]
        try:
            return list(rule.find(*given, **self.settings.thresholds.get(rule.code, {})))
        except Exception as problem:  # noqa: BLE001 - one rule's bug must not take the others' advice away
            return [Slip(STUMBLED, _stumbled(rule, problem), _REPORT)]


_REPORT: Final = "nothing of yours is wrong; please tell us, with this file"


def _stumbled(rule: Rule, problem: Exception) -> str:
    return f"the rule {rule.code} stumbled over this ({type(problem).__name__}: {problem})"


def examine(resolved: Resolved, document: Document, settings: LintSettings) -> Verdict:
    """What the rules say of one community, in the order of its file."""
    community = _with_ends(resolved.community)
    sections = {name: getattr(community, name) for name in type(community).model_fields}
    around = {
        "community": community,
        "texts": tuple(texts(community)),
        "articles": resolved.articles,
        "slug": resolved.slug,
        "document": document,
    }
    closed = bool(community.status and community.status.state == "closed")
    run = _Run({**sections, **around}, settings, community.language or "en", closed)

    def place(slip: Slip) -> Place:
        return _place(slip, resolved, document)

    advice, skipped, ran = _told(run.over(frozenset({Scope.DOCUMENT, Scope.COMMUNITY})), resolved.slug, place)
    ignores = community.lint.ignore if community.lint else {}
    used = frozenset(one.finding.code for one in advice if one.finding.code in ignores)
    outcome = Outcome(ignores=ignores, used=used, ran=frozenset(ran), known=frozenset(all_rules()))
    again = _Run({"outcome": outcome}, settings, "")
    more, _, _ = _told(again.over(frozenset({Scope.HYGIENE})), resolved.slug, place)
    kept = [replace(one, ignored=ignores.get(one.finding.code, "")) for one in advice]
    ordered = sorted([*kept, *more], key=lambda one: one.finding.sort_key)
    return Verdict(advice=tuple(ordered), skipped=tuple(skipped))


def _with_ends(community: Community) -> Community:
    """The community with each ritual that was given up as one whose last day is known."""
    if not any(ritual.retired for ritual in community.rituals):
        return community
    return community.model_copy(update={"rituals": tuple(map(_with_end, community.rituals))})


def _with_end(ritual: Ritual) -> Ritual:
    if not ritual.retired:
        return ritual
    when = ritual.when or When()
    last = min(ritual.retired.on, when.until or ritual.retired.on)
    return ritual.model_copy(update={"when": when.model_copy(update={"until": last})})


def examine_document(document: Document, settings: LintSettings) -> Verdict:
    """What the rules say of a file that is no community by itself."""
    run = _Run({"document": document}, settings, "")

    def place(slip: Slip) -> Place:
        return Place(file=document.name, line=slip.line or 1)

    advice, skipped, _ = _told(run.over(frozenset({Scope.DOCUMENT})), "", place)
    return Verdict(advice=tuple(advice), skipped=tuple(skipped))


def examine_page(page: Page, settings: LintSettings) -> tuple[Finding, ...]:
    """What the rules say of a page as a member reads it."""
    run = _Run({"page": page}, settings, page.language)
    slug = page.path.partition("/")[0] if "/" in page.path else ""

    def place(slip: Slip) -> Place:
        known = {block.anchor: block.place for block in page.provenance}
        return known.get(slip.pointer) or page.source or Place(file=page.path, line=slip.line or 1)

    advice, _, _ = _told(run.over(frozenset({Scope.PAGE})), slug, place)
    return tuple(one.finding for one in advice)


def examine_archive(
    archive: tuple[Outline, ...], settings: LintSettings, place: Callable[[str, str], Place]
) -> tuple[Advice, ...]:
    """What the rules say of all communities at once; `place` is asked for a slug and a pointer."""
    run = _Run({"archive": archive}, settings, "")

    def found(slip: Slip) -> Place:
        return place(slip.slug, slip.pointer)

    advice, _, _ = _told(run.over(frozenset({Scope.ARCHIVE})), "", found)
    return tuple(advice)


def _told(
    results: Iterator[tuple[Rule, list[Slip] | str]], slug: str, place: Callable[[Slip], Place]
) -> tuple[list[Advice], list[Skip], list[str]]:
    """The advice, the rules that did not look, and the codes of those that did."""
    advice, skipped, ran = [], [], []
    for rule, slips in results:
        if isinstance(slips, str):
            skipped.append(Skip(code=rule.code, why=slips))
            continue
        ran.append(rule.code)
        advice += [_advice(rule, slip, slug, place) for slip in slips]
    return advice, skipped, ran


def _advice(rule: Rule, slip: Slip, slug: str, place: Callable[[Slip], Place]) -> Advice:
    stumbled = slip.pointer == STUMBLED
    slip = replace(slip, pointer="") if stumbled else slip
    finding = Finding(
        code=STUMBLED if stumbled else rule.code,
        severity=Severity.WARNING if stumbled else rule.severity,
        place=place(slip),
        message=slip.message,
        hint=slip.hint,
        pointer="" if rule.scope is Scope.PAGE else slip.pointer,
        community=slip.slug or slug,
        worth=0 if stumbled else rule.worth,
        fix=slip.fix,
    )
    return Advice(finding=finding, since=slip.since, until=slip.until)


def _place(slip: Slip, resolved: Resolved, document: Document) -> Place:
    if slip.pointer.startswith("article:"):
        name = slip.pointer.removeprefix("article:")
        found = next(one.place for one in resolved.articles if one.name == name)
        return replace(found, line=found.line + max(slip.line - 1, 0))
    if slip.line:
        return Place(file=document.name, line=slip.line)
    return mark(resolved, slip.pointer)


def mark(resolved: Resolved, pointer: str) -> Place:
    """Where to point: at a value that stands beside its key, else at the key."""
    spot = resolved.sources.spot(pointer)
    beside = pointer in resolved.sources.spots and spot.value.line == spot.key.line
    return spot.value if beside else spot.key
