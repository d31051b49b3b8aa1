"""What a page carries for the reader's clock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from hearthbook.model.community import Community
from hearthbook.model.pages import UNNAMED
from hearthbook.publish.dialect import EXTENSIONS
from hearthbook.render.dates import Dates
from hearthbook.render.meetings import Meetings
from hearthbook.render.plain import carried
from tests.render import support

if TYPE_CHECKING:
    from hearthbook.model.rhythm import Ritual

TUESDAYS: Final = {"every": "week", "day": ("Tuesday",), "at": "17:00", "zone": "Europe/Berlin"}
COHORT: Final = {"starts": "2027-01-11", "ends": "2027-02-19", "apply_by": "2026-12-18"}


def _dates(**facts: Any) -> tuple[Dates, Community]:  # noqa: ANN401 - as founders write
    promise = {"for": ("you",), "outcome": "do it"} | facts.pop("promise", {})
    community = Community.model_validate({"name": "Oak", "promise": promise, **facts})
    return Dates(community, Meetings(community, support.theme().words("en"))), community


def _ritual(where: str | None, **facts: Any) -> tuple[Dates, Ritual]:  # noqa: ANN401 - as founders write
    ritual = {"id": "evening", "name": "Evening", "when": TUESDAYS, "where": where}
    dates, community = _dates(rituals=(ritual,), **facts)
    return dates, community.rituals[0]


@pytest.mark.parametrize(
    ("every", "due"),
    [
        ("six months", "2027-03-15"),
        ("year", "2027-09-15"),
        ("90 days", "2026-12-14"),
        ("monthly", "2026-10-15"),
    ],
)
def test_a_handbook_is_due_after_the_span_that_its_founder_wrote(every: str, due: str) -> None:
    dates, _ = _dates(review={"last": "2026-09-15", "every": every})
    assert dates.review_due() == f"review:{due}"


@pytest.mark.parametrize(
    "review",
    [None, {"every": "year"}, {"last": "2026-09-15"}, {"last": "2026-09-15", "every": "now and then"}],
)
def test_nothing_is_due_where_no_day_follows(review: object) -> None:
    dates, _ = _dates(review=review)
    assert dates.review_due() == dates.review_asks() == ""


def test_a_code_of_conduct_is_due_like_a_handbook() -> None:
    yearly = {"last": "2026-05-01", "every": "year"}
    assert _dates(conduct={"review": yearly})[0].code_due() == "code:2027-05-01"
    assert _dates(conduct={"review": {"last": "2026-05-01"}})[0].code_due() == ""
    assert _dates()[0].code_due() == ""


def test_whoever_keeps_it_can_be_asked_unless_they_are_not_named() -> None:
    review = {"last": "2026-09-15", "every": "year"}
    assert _dates(review={**review, "owner": "Ada Example"})[0].review_asks() == "Ada Example"
    assert _dates(review={**review, "owner": UNNAMED})[0].review_asks() == ""
    assert _dates(review=review)[0].review_asks() == ""


def test_the_days_of_a_round_stand_in_their_order() -> None:
    dates, _ = _dates(promise={"boundary": {"cohort": COHORT}})
    assert dates.round_due() == "apply:2026-12-18 starts:2027-01-11 ends:2027-02-19"
    assert _dates()[0].round_due() == ""


def test_a_group_that_rests_has_no_meeting_to_come() -> None:
    dates, ritual = _ritual("https://example.org", status={"state": "paused"})
    assert dates.rule(ritual) == ""


def test_what_is_not_done_any_more_has_no_date_to_come() -> None:
    ritual = {"id": "evening", "name": "Evening", "when": TUESDAYS, "retired": {"on": "2026-06-30"}}
    dates, community = _dates(rituals=(ritual,))
    assert dates.rule(community.rituals[0]) == ""


def test_a_meeting_on_screens_is_for_every_clock_and_one_at_a_place_is_not() -> None:
    dates, ritual = _ritual("https://example.org")
    assert "PLACE" not in dates.rule(ritual)
    assert not dates.in_person()
    dates, ritual = _ritual("The old tram depot")
    assert dates.rule(ritual).endswith("PLACE=HERE")
    assert dates.in_person()


def test_what_a_block_carries_cannot_end_its_attribute() -> None:
    assert carried({"ask": '"} _x_ <b> *& \\'}) == ' data-hb-ask="%22%7D %5Fx%5F %3Cb%3E %2A%26 %5C"'
    assert carried({"due": "", "ask": None}) == ""


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_what_a_block_carries_arrives_as_it_was(text: str) -> None:
    html = Markdown(extensions=list(EXTENSIONS)).convert(f"A line.\n{{: #x{carried({'ask': text})} }}")
    found = re.fullmatch(r'<p data-hb-ask="([^"<>]*)" id="x">A line.</p>', html)
    assert found
    assert unquote(found[1]) == text
