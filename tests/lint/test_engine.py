"""The engine gives rules what they ask for, and tells what they find, skip and stumble over."""

from __future__ import annotations

import json
import random  # noqa: TC003 - hypothesis reads the annotation
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.lint import engine
from hearthbook.lint.engine import STUMBLED, examine, examine_document
from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Document, Slip, rule_of
from hearthbook.lint.settings import LintSettings
from hearthbook.lint.standing import STEPS, best, standing
from hearthbook.model.archive import Resolved
from hearthbook.model.community import Community
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.sources import SourceMap
from hearthbook.model.verdict import Advice, Verdict
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearthbook.lint.rule import Rule

TODAY = date(2026, 11, 22)
DOCUMENT = Document(name="communities/oak.yml", text="name: Oak\n")
SMALL: Mapping[str, Any] = {"name": "Oak", "promise": {"for": ["people"], "outcome": "mend things"}}


def _resolved(facts: Mapping[str, Any] = SMALL) -> Resolved:
    sources = SourceMap({}, Place(file="communities/oak.yml"))
    return Resolved(slug="oak", community=Community.model_validate_json(json.dumps(facts)), sources=sources)


def _examine(facts: Mapping[str, Any] = SMALL, settings: LintSettings | None = None) -> Verdict:
    return examine(_resolved(facts), DOCUMENT, settings or LintSettings())


def _codes(verdict: Verdict) -> set[str]:
    return {one.finding.code for one in verdict.advice if one.holds(TODAY)}


def _with(monkeypatch: pytest.MonkeyPatch, *changed: Rule) -> None:
    """Lets these rules stand in for those of the same codes."""
    known = dict(all_rules()) | {one.code: one for one in changed}
    monkeypatch.setattr(engine, "all_rules", lambda: MappingProxyType(known))


def _raises(*_: object, **__: object) -> Iterator[Slip]:
    yield Slip("", str(1 / 0), "")


def _dated(*_: object, **__: object) -> Iterator[Slip]:
    yield Slip("", "this is over", "mend it", since=date(2026, 12, 1), until=date(2026, 12, 24))


@given(
    chance=st.randoms(use_true_random=True),
    share=st.sampled_from((0.0, 0.2, 0.5, 0.8)),
    words=st.text(max_size=80),
    whole=st.sampled_from(support.shipped()),
)
@settings(max_examples=120, deadline=None)
def test_no_community_makes_a_rule_stumble(
    chance: random.Random, share: float, words: str, whole: Community
) -> None:
    odd = support.hostile(support.thinned(whole, share, chance), share, chance)
    less = odd.model_copy(update={"decisions": words.strip() or None})
    sources = SourceMap({}, Place(file="communities/oak.yml"))
    found = examine(Resolved(slug="oak", community=less, sources=sources), DOCUMENT, LintSettings())
    assert [str(one.finding) for one in found.advice if one.finding.code == STUMBLED] == []


@given(text=st.text())
def test_no_document_makes_a_rule_stumble(text: str) -> None:
    found = examine_document(Document(name="communities/_base.yml", text=text), LintSettings())
    assert STUMBLED not in {one.finding.code for one in found.advice}


def test_a_rule_that_stumbles_is_told_and_the_others_still_run(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, replace(all_rules()["HB105"], find=_raises))
    found = _codes(_examine())
    assert STUMBLED in found
    assert "HB108" in found


def test_what_a_rule_stumbled_over_is_told_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, replace(all_rules()["HB105"], find=_raises))
    told = [one.finding for one in _examine().advice if one.finding.code == STUMBLED]
    assert [finding.message for finding in told] == [
        "the rule HB105 stumbled over this (ZeroDivisionError: division by zero)"
    ]
    assert told[0].severity is Severity.WARNING


def test_two_runs_say_the_same_in_the_same_order() -> None:
    assert _examine() == _examine()


def test_a_rule_without_its_section_is_skipped_and_says_why() -> None:
    skipped = {skip.code: skip.why for skip in _examine().skipped}
    assert skipped["HB201"] == "no conduct"
    assert skipped["HB401"] == "no channels"


def test_a_rule_waits_for_the_one_before_it() -> None:
    found = _examine({**SMALL, "conduct": {"contacts": [{"id": "ada", "who": "Ada"}]}})
    assert "HB201" in _codes(found)
    assert {skip.code: skip.why for skip in found.skipped}["HB202"] == "HB201 comes first"


def test_a_rule_that_reads_words_leaves_other_languages_alone() -> None:
    skipped = {skip.code: skip.why for skip in _examine({**SMALL, "language": "ja"}).skipped}
    assert skipped["HB102"] == "its words are not in ja"


def test_a_group_that_has_closed_is_left_in_peace() -> None:
    assert "HB105" not in _codes(_examine({**SMALL, "status": {"state": "closed"}}))


def test_a_placeholder_counts_even_when_the_group_has_closed() -> None:
    facts = {**SMALL, "tagline": "lorem ipsum", "status": {"state": "closed"}}
    assert "HB801" in _codes(_examine(facts))


def test_a_finding_holds_from_its_first_day_to_its_last(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, replace(all_rules()["HB105"], find=_dated))
    found = next(one for one in _examine().advice if one.finding.code == "HB105")
    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 24), date(2026, 12, 25)]
    assert [found.holds(day) for day in days] == [False, True, True, False]


def test_what_is_ignored_with_a_reason_is_not_told() -> None:
    facts = {**SMALL, "lint": {"ignore": {"HB105": "Everybody who reads this street's board is welcome."}}}
    assert "HB105" not in _codes(_examine(facts))
    assert "HB907" not in _codes(_examine(facts))


def test_an_ignore_without_effect_is_told() -> None:
    facts = {**SMALL, "lint": {"ignore": {"HB106": "We know where to send them ourselves."}}}
    facts["promise"] = {**SMALL["promise"], "not_for": [{"id": "a", "who": "agents", "instead": "the list"}]}
    assert "HB907" in _codes(_examine(facts))


def test_rules_that_are_left_out_do_not_run() -> None:
    found = _examine(settings=LintSettings(ignore=("HB1",)))
    assert not any(code.startswith("HB1") for code in _codes(found) | {skip.code for skip in found.skipped})


def test_of_two_selections_the_longer_one_decides() -> None:
    wanted = LintSettings(select=("HB2", "HB105"), ignore=("HB20", "HB1"))
    assert [wanted.wants(code) for code in ("HB201", "HB212", "HB105", "HB106", "HB301")] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_a_threshold_can_be_set() -> None:
    facts = {**SMALL, "promise": {**SMALL["promise"], "boundary": {"cap": 230}}}
    assert "HB109" in _codes(_examine(facts))
    wider = LintSettings(thresholds={"HB109": {"most": 250}})
    assert "HB109" not in _codes(_examine(facts, wider))


def test_a_module_that_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="hb101_its_name"):
        rule_of(engine)


def _told(code: str, severity: Severity, line: int = 1) -> Finding:
    place = Place(file="communities/oak.yml", line=line)
    return Finding(code=code, severity=severity, place=place, message="m", hint="h")


def test_the_next_steps_are_the_gravest_and_most_worth_one_for_each_rule() -> None:
    found = [
        _told("HB115", Severity.ADVICE),
        _told("HB201", Severity.WARNING),
        _told("HB201", Severity.WARNING, line=9),
        _told("HB801", Severity.ERROR),
        _told("HB105", Severity.ADVICE),
    ]
    assert [finding.code for finding in best(found)] == ["HB801", "HB201", "HB105"]
    assert len(best(found)) == STEPS


def test_the_score_counts_what_is_followed_by_its_worth() -> None:
    nothing = standing(Verdict(), LintSettings(select=("HB201", "HB115")), TODAY)
    worth = all_rules()["HB201"].worth
    one = Verdict(advice=(Advice(finding=_told("HB201", Severity.WARNING)),))
    some = standing(one, LintSettings(select=("HB201", "HB115")), TODAY)
    least = all_rules()["HB115"].worth
    assert (nothing.score, some.score) == (100, 100 * least // (least + worth))
