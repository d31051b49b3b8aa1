"""The stewards' calendar, read with a parser that is not ours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from icalendar import Calendar

from hearthbook.calendar.due import KINDS, duties
from hearthbook.export.stewards import stewards_calendar
from hearthbook.ingest.reveal import publishable
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Article, Cell
from hearthbook.model.sources import SourceMap
from hearthbook.render.words import load_words
from hearthbook.resources import themes

if TYPE_CHECKING:
    from icalendar import Component

FOLDER: Final = themes() / "hearth" / "words"
LANGUAGES: Final = ("en", "de", "ar")
SITE: Final = "https://example.org/groups/"
FACTS: Final[dict[str, Any]] = {
    "name": "Oak",
    "promise": {
        "for": ["people"],
        "outcome": "mend things",
        "boundary": {
            "cohort": {"apply_by": "2026-12-18", "starts": "2027-01-11", "ends": "2027-03-26"},
        },
    },
    "people": {
        "mira": {"name": "Mira Example", "show": "name"},
        "wren": {"name": "Wren Canary", "handle": "@canary", "show": "nothing"},
    },
    "review": {"owner": "mira", "last": "2026-09-15", "every": "six months"},
    "conduct": {
        "contacts": [{"id": "wren", "who": "wren"}, {"id": "mira", "who": "mira"}],
        "review": {"last": "2026-05-01", "every": "year"},
    },
    "norms": [{"id": "a", "statement": "We ask; {owner}, first\nand \\ last.", "review_by": "2027-03-01"}],
    "roles": [
        {"id": "host", "name": "Host", "held_by": [{"id": "wren", "person": "wren", "until": "2027-01-31"}]}
    ],
    "rituals": [
        {
            "id": "wins",
            "name": "Wins",
            "host": "@canary",
            "when": {"every": "week", "day": ["Monday"], "until": "2027-06-28"},
        }
    ],
    "mixing": {"how": "pairs", "from": "2027-01-04"},
    "metrics": [
        {
            "id": "seen",
            "name": "Seen",
            "interval": "month",
            "results": [{"id": "a", "date": "2026-11-30", "value": 1}],
        }
    ],
    "lineage": {"split_from": "elm", "split_at": "2027-03-01"},
    "faq": [
        {"id": "may-i", "q": "May I?", "review_by": "2027-03-02"},
        {
            "id": "why",
            "q": "Why?",
            "a": "So.",
            "claim": {"basis": "experience", "by": "Wren Canary", "expires": "2027-05-01"},
        },
    ],
}
NOTE: Final = Article(
    name="chair", title="Mend a chair", expires=date(2027, 11, 2), place=Place(file="content/oak/chair.md")
)


def _cell(language: str = "en", *articles: Article, **facts: Any) -> Cell:  # noqa: ANN401 - as the file has it
    return Cell(
        slug="oak",
        community=publishable(Community.model_validate_json(json.dumps({**FACTS, **facts}))),
        sources=SourceMap({}, Place(file="communities/oak.yml")),
        language=language,
        articles=articles,
    )


def _made(cell: Cell, site: str = SITE) -> bytes:
    return stewards_calendar(cell, load_words(FOLDER, cell.language), site)


def _events(cell: Cell, site: str = SITE) -> list[Component]:
    return list(Calendar.from_ical(_made(cell, site)).walk("VEVENT"))


def _by_page(cell: Cell) -> dict[str, str]:
    return {
        str(event["summary"]).removesuffix(" \N{MIDDLE DOT} Oak"): str(event["url"]).removeprefix(
            f"{SITE}oak/"
        )
        for event in _events(cell)
    }


def test_each_duty_is_a_whole_day() -> None:
    cell = _cell("en", NOTE)
    due = duties(cell.slug, cell.community, cell.articles)
    assert [event.decoded("dtstart") for event in _events(cell)] == [duty.day for duty in due]
    assert {duty.kind for duty in due} == set(KINDS) - {"status"}


def test_the_days_have_names() -> None:
    assert _by_page(_cell("en", NOTE)) == {
        "Last day to apply": "",
        "Measure again: Seen": "measures/",
        "Members are mixed for the first time": "rituals/",
        "The round starts": "",
        "The term ends: Host (a member who is not named here)": "roles/",
        "Look at a norm again: We ask; {owner}, first and \\ last.": "norms/",
        "The day of the split": "growth/",
        "Look at an answer again: May I?": "faq/",
        "Read the handbook through": "",
        "The round ends": "",
        "Check an answer: Why?": "faq/",
        "Review the code of conduct": "code-of-conduct/",
        "Last day: Wins": "rituals/",
        "Check an article: Mend a chair": "articles/chair/",
    }


def test_programs_remind_at_nine_a_week_before() -> None:
    for event in _events(_cell()):
        alarm = event.walk("VALARM")[0]
        assert alarm.decoded("trigger") == -timedelta(days=7) + timedelta(hours=9)


def test_an_event_says_what_to_do_whose_it_is_and_who_finds_the_next() -> None:
    event = next(one for one in _events(_cell()) if str(one["summary"]).startswith("The term"))
    assert str(event["description"]).split("\n\n") == [
        "Go on for another term, or hand over in good time. Then write it into the handbook.",
        "Whose it is: a member who is not named here",
        "Who finds the next person, if it comes to that: Mira Example",
        f"{SITE}oak/roles/",
    ]


def test_what_is_nobodys_says_so() -> None:
    events = _events(_cell(review=None))
    told = [str(one["description"]) for one in events if str(one["summary"]).startswith("Look at a norm")]
    assert "Nobody is named for this yet. Agree among you who takes it." in told[0]


def test_without_an_address_of_the_site_there_are_no_links() -> None:
    data = _made(_cell(), site="")
    assert b"://" not in data
    assert b"URL" not in data


def test_a_day_that_is_moved_moves_its_event() -> None:
    held = [{"id": "wren", "person": "wren", "until": "2027-09-30"}]
    roles = [{"id": "host", "name": "Host", "held_by": held}]
    before = {str(one["uid"]): one.decoded("dtstart") for one in _events(_cell())}
    after = {str(one["uid"]): one.decoded("dtstart") for one in _events(_cell(roles=roles))}
    changed = {uid for uid in before if before[uid] != after[uid]}
    assert before.keys() == after.keys()
    assert {after[uid] for uid in changed} == {date(2027, 9, 30)}


def test_an_entry_put_before_others_changes_no_event_of_theirs() -> None:
    norms = [{"id": "new", "statement": "We begin on time."}, *FACTS["norms"]]
    before, after = ({str(one["uid"]) for one in _events(cell)} for cell in (_cell(), _cell(norms=norms)))
    assert before == after


def test_no_two_events_share_an_id() -> None:
    cell = _cell("en", NOTE, replace(NOTE, name="table"))
    ids = [str(event["uid"]) for event in _events(cell)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_named_who_wishes_not_to_be_shown(language: str) -> None:
    data = _made(_cell(language, NOTE)).replace(b"\r\n ", b"").decode().casefold()
    assert not [name for name in ("wren", "canary", "\N{INVISIBLE SEPARATOR}") if name in data]
    assert "mira example" in data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_words(language: str) -> None:
    words = load_words(FOLDER, language)
    assert all(words.raw(f"due.{kind}") and words.raw(f"due.{kind}_do") for kind in KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_is_in_the_language_of_its_community(language: str) -> None:
    calendar = Calendar.from_ical(_made(_cell(language)))
    words = load_words(FOLDER, language)
    assert str(calendar["x-wr-calname"]) == words.raw("due.calendar").replace("{name}", "Oak")
    assert f"{words.raw('due.handbook')} \N{MIDDLE DOT} Oak" in [
        str(event["summary"]) for event in calendar.walk("VEVENT")
    ]


def test_a_community_without_days_has_no_calendar() -> None:
    bare = {"name": "Oak", "promise": {"for": ["people"], "outcome": "mend things"}}
    cell = replace(_cell(), community=Community.model_validate_json(json.dumps(bare)))
    assert _made(cell) == b""


def test_the_same_twice_is_the_same() -> None:
    assert _made(_cell("ar", NOTE)) == _made(_cell("ar", NOTE))
