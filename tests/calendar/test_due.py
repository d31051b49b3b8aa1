"""The days on which stewards have something to do, kind by kind."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.calendar.due import KINDS, duties
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Article

if TYPE_CHECKING:
    from hearthbook.calendar.due import Duty

Facts = dict[str, Any]

HELD: Final = {"id": "mira", "person": "mira"}
CLAIM: Final = {"basis": "experience", "expires": "2027-05-01"}
REVIEW: Final = {"owner": "tess", "last": "2026-09-15", "every": "six months"}
COHORT: Final = {"apply_by": "2026-12-18", "starts": "2027-01-11", "ends": "2027-03-26"}


def _community(**facts: Any) -> Community:  # noqa: ANN401 - as the file has it
    boundary = {"boundary": {"cohort": facts.pop("cohort")}} if "cohort" in facts else {}
    promise = {"for": ["people"], "outcome": "mend things", **boundary}
    return Community.model_validate_json(json.dumps({"name": "Oak", "promise": promise, **facts}))


def _duties(**facts: Any) -> tuple[Duty, ...]:  # noqa: ANN401 - as above
    return duties("oak", _community(**facts))


def _role(*held_by: Facts, **facts: Any) -> Facts:  # noqa: ANN401 - as above
    return {"id": "host", "name": "Host", "held_by": held_by, **facts}


def _ritual(when: Facts, **facts: Any) -> Facts:  # noqa: ANN401 - as above
    return {"id": "wins", "name": "Wins", "when": {"every": "week", "day": ["Monday"], **when}, **facts}


def _metric(*days: str) -> Facts:
    results = [{"id": day, "date": day, "value": 1} for day in days]
    return {"id": "seen", "name": "Seen", "interval": "every three months", "results": results}


FOUND: Final[dict[str, tuple[Facts, str]]] = {
    "a term with a last day": (
        {"roles": [_role({**HELD, "until": "2027-01-31"})]},
        "term 2027-01-31 mira /roles/0/held_by/0/until Host",
    ),
    "a term that the role's length ends": (
        {"roles": [_role({**HELD, "since": "2026-09-30"}, term="five months")]},
        "term 2027-02-28 mira /roles/0/held_by/0/since Host",
    ),
    "a last day before what the length says": (
        {"roles": [_role({**HELD, "since": "2026-09-30", "until": "2026-12-01"}, term="a year")]},
        "term 2026-12-01 mira /roles/0/held_by/0/until Host",
    ),
    "the handbook": ({"review": REVIEW}, "handbook 2027-03-15 tess /review/last "),
    "the code of conduct": (
        {
            "conduct": {
                "contacts": [{"id": "mira", "who": "mira"}, {"id": "ada", "who": "Ada Example"}],
                "review": {"last": "2026-05-01", "every": "year"},
            }
        },
        "code 2027-05-01 mira+Ada Example /conduct/review/last ",
    ),
    "a norm, by its name": (
        {"norms": [{"id": "a", "name": "Ask", "statement": "We ask.", "review_by": "2027-03-01"}]},
        "norm 2027-03-01  /norms/0/review_by Ask",
    ),
    "a norm without a name": (
        {"norms": [{"id": "a", "statement": "We ask.", "review_by": "2027-03-01"}]},
        "norm 2027-03-01  /norms/0/review_by We ask.",
    ),
    "an answer": (
        {"faq": [{"id": "q", "q": "May I?", "review_by": "2027-03-01"}]},
        "answer 2027-03-01  /faq/0/review_by May I?",
    ),
    "what an answer claims": (
        {"faq": [{"id": "q", "q": "May I?", "a": "Yes.", "claim": {**CLAIM, "by": "mira"}}]},
        "claim 2027-05-01 mira /faq/0/claim/expires May I?",
    ),
    "an answer whose two days are one": (
        {"faq": [{"id": "q", "q": "May I?", "a": "Yes.", "claim": CLAIM, "review_by": "2027-05-01"}]},
        "claim 2027-05-01  /faq/0/claim/expires May I?",
    ),
    "a metric, from its newest result": (
        {"metrics": [_metric("2026-09-30", "2026-11-30", "2026-06-30")]},
        "metric 2027-02-28  /metrics/0/results/1/date Seen",
    ),
    "the last day of a ritual": (
        {"rituals": [_ritual({"until": "2027-06-28"}, host="jonas")]},
        "ritual 2027-06-28 jonas /rituals/0/when/until Wins",
    ),
    "the first round of mixing": (
        {"mixing": {"how": "pairs", "from": "2027-01-04"}},
        "mixing 2027-01-04  /mixing/from ",
    ),
    "a split": (
        {"lineage": {"split_from": "elm", "split_at": "2027-03-01"}},
        "split 2027-03-01  /lineage/split_at elm",
    ),
    "a group that will rest": (
        {"status": {"state": "paused", "since": "2027-07-01"}},
        "status 2027-07-01  /status/since paused",
    ),
    "a round that one can apply to": (
        {"cohort": {"apply_by": "2026-12-18"}},
        "apply 2026-12-18  /promise/boundary/cohort/apply_by ",
    ),
    "a round that starts": (
        {"cohort": {"starts": "2027-01-11"}},
        "starts 2027-01-11  /promise/boundary/cohort/starts ",
    ),
    "a round that ends": (
        {"cohort": {"ends": "2027-03-26"}},
        "ends 2027-03-26  /promise/boundary/cohort/ends ",
    ),
}


def _told(duty: Duty) -> str:
    return f"{duty.kind} {duty.day} {'+'.join(duty.owners)} {duty.pointer} {duty.about}"


@pytest.mark.parametrize(("facts", "expected"), FOUND.values(), ids=FOUND)
def test_what_has_a_day_is_a_duty(facts: Facts, expected: str) -> None:
    assert [_told(duty) for duty in _duties(**facts)] == [expected]


def _article(**facts: Any) -> Article:  # noqa: ANN401 - as above
    place = Place(file="content/oak/first.md", line=7)
    return Article(name="first", title="The first minutes", place=place, **facts)


def test_an_article_that_expires_is_its_authors() -> None:
    found = duties("oak", _community(), [_article(expires=date(2027, 11, 2), author="Mira")])
    assert [_told(duty) for duty in found] == [
        "article 2027-11-02 Mira /articles/first/expires The first minutes"
    ]
    assert found[0].place == Place(file="content/oak/first.md", line=1)


def test_every_kind_is_tried_here() -> None:
    tried = {expected.split(" ")[0] for _, expected in FOUND.values()} | {"article"}
    assert tried == set(KINDS)


NOTHING: Final[dict[str, Facts]] = {
    "a community of two lines": {},
    "a review without a day": {"review": {"owner": "tess", "every": "year"}},
    "a rhythm that is no length": {"review": {"last": "2026-09-15", "every": "now and then"}},
    "a role that somebody holds for good": {"roles": [_role(HELD, term="a year")]},
    "a ritual that goes on": {"rituals": [_ritual({})]},
    "a ritual that takes place once": {
        "rituals": [_ritual({"from": "2027-06-28", "until": "2027-06-28"})],
    },
    "a ritual that was given up": {
        "rituals": [_ritual({"until": "2026-06-29"}, retired={"on": "2026-06-29"})],
    },
    "a claim without an answer": {"faq": [{"id": "q", "q": "May I?", "claim": CLAIM}]},
    "a metric without results": {"metrics": [_metric()]},
    "a group that has long been active": {"status": {"state": "active", "since": "2020-01-01"}},
    "a group that is closed": {
        "status": {"state": "closed"},
        "review": REVIEW,
        "cohort": COHORT,
        "roles": [_role({**HELD, "until": "2027-01-31"})],
    },
    "meetings of a group that rests": {
        "status": {"state": "paused"},
        "cohort": COHORT,
        "rituals": [_ritual({"until": "2027-06-28"})],
        "mixing": {"how": "pairs", "from": "2027-01-04"},
    },
}


@pytest.mark.parametrize("facts", NOTHING.values(), ids=NOTHING)
def test_what_has_no_day_is_none(facts: Facts) -> None:
    assert _duties(**facts) == ()


def test_a_closed_group_has_no_articles_to_check() -> None:
    closed = _community(status={"state": "closed"})
    assert duties("oak", closed, [_article(expires=date(2027, 11, 2))]) == ()


def test_what_is_nobody_elses_is_whoever_keeps_the_handbook() -> None:
    facts: Facts = {
        "review": {"owner": "tess"},
        "norms": [{"id": "a", "statement": "We ask.", "review_by": "2027-03-01"}],
        "faq": [{"id": "q", "q": "May I?", "a": "Yes.", "claim": CLAIM}],
        "rituals": [_ritual({"until": "2027-06-28"})],
        "metrics": [_metric("2026-11-30")],
        "conduct": {"review": {"last": "2026-05-01", "every": "year"}},
        "cohort": COHORT,
    }
    assert {duty.owners for duty in _duties(**facts)} == {("tess",)}


def test_whoever_keeps_the_handbook_finds_the_next_holder_of_a_role() -> None:
    seats = [{**HELD, "until": "2027-01-31"}, {"id": "tess", "person": "tess", "until": "2027-02-28"}]
    found = _duties(roles=[_role(*seats)], review={"owner": "tess"})
    assert [(duty.owners, duty.finder) for duty in found] == [(("mira",), "tess"), (("tess",), "")]


def test_only_the_last_day_of_a_round_waits_for_somebody() -> None:
    found = _duties(cohort=COHORT)
    assert [(duty.kind, duty.passes) for duty in found] == [
        ("apply", True),
        ("starts", True),
        ("ends", False),
    ]


def test_duties_come_in_the_order_of_their_days() -> None:
    found = _duties(cohort=COHORT, review=REVIEW)
    assert [duty.day for duty in found] == sorted(duty.day for duty in found)
