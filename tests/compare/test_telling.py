"""Changes in plain words: what a member would notice, and nobody named who does not wish it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.compare.differ import changes
from hearthbook.compare.facts import facts_of
from hearthbook.compare.telling import Teller
from hearthbook.ingest.archive import load_archive
from hearthbook.model.changes import Change
from hearthbook.model.pages import UNNAMED
from tests.compare.village import VILLAGE, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.changes import Facts, Told

OAK: Final[dict[str, Any]] = next(
    facts_of(one.community) for one in load_archive(VILLAGE).communities if one.slug == "oak"
)
CANARY: Final = ("wren", "canary")
"""What would give away somebody who wishes not to be shown."""


def _told(edit: Callable[[dict[str, Any]], object], language: str = "en-GB") -> tuple[Told, ...]:
    new = deepcopy(OAK)
    edit(new)
    return Teller(*spoken(language)).told(changes(OAK, new), OAK, new)


def _headlines(edit: Callable[[dict[str, Any]], object], language: str = "en-GB") -> list[str]:
    return [told.headline for told in _told(edit, language)]


def _add(path: str, entry: object) -> Callable[[dict[str, Any]], object]:
    def edit(facts: dict[str, Any]) -> None:
        found = facts
        for key in path.split("."):
            found = found[key]
        found.append(entry)  # type: ignore[attr-defined]

    return edit


EDITS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Norm added: We ask before we advise.": _add(
        "norms", {"id": "ask", "statement": "We ask before we advise."}
    ),
    "Norm removed: We lay the blade down before we talk.": lambda f: f["norms"].pop(0),
    "A norm now reads: We never lay the blade down.": lambda f: f["norms"][0].update(
        statement="We never lay the blade down."
    ),
    "Contact removed: Ada Example; 2 remain.": lambda f: f["conduct"]["contacts"].pop(0),
    "Contact added: Lena Example; there are 4 now.": _add(
        "conduct.contacts", {"id": "lena-example", "who": "Lena Example"}
    ),
    "There is another way to reach this contact: Ada Example.": lambda f: f["conduct"]["contacts"][0].update(
        reach="+49 30 1"
    ),
    "The cap goes from 50 to 80.": lambda f: f["promise"]["boundary"].update(cap=80),
    "There is no cap any more; it was 50.": lambda f: f["promise"].pop("boundary"),
    "New under “It is for”: people who like soup.": _add("promise.for", "people who like soup"),
    "Weekly bench moves from Tuesday at 11:30 in Berlin to Wednesday at 11:30 in Berlin.": lambda f: f[
        "rituals"
    ][0]["when"].update(day=["Wednesday"]),
    "Weekly bench takes place at other times.": lambda f: f["rituals"][0]["when"].update(
        every="month", day=["first Monday"]
    ),
    "Weekly bench does not take place on 22 December 2026.": lambda f: f["rituals"][0]["when"].update(
        {"except": ["2026-12-22"]}
    ),
    "Weekly bench takes place on 23 December 2026 instead of 22 December 2026.": lambda f: f["rituals"][0][
        "when"
    ].update(moved={"2026-12-22": "2026-12-23"}),
    "Weekly bench now takes 1 minute.": lambda f: f["rituals"][0]["when"].update(minutes=1),
    "Weekly bench now has 30 June 2027 as its last day.": lambda f: f["rituals"][0]["when"].update(
        until="2027-06-30"
    ),
    "Weekly bench has no time any more; it was every Tuesday, at 11:30 (Berlin time), for 60 minutes.": (
        lambda f: f["rituals"][0].pop("when")
    ),
    "Weekly bench is no longer done; its last day was 30 June 2026.": lambda f: f["rituals"][0].update(
        retired={"on": "2026-06-30"}
    ),
    "Weekly bench: “Host”: Mira Example instead of @jonas.": lambda f: f["rituals"][0].update(host="mira"),
    "Greeter is now held by @jonas; before by Mira Example.": lambda f: f["roles"][0].update(
        held_by=[{"id": "jonas", "person": "jonas"}]
    ),
    "Nobody holds Greeter now; before it was Mira Example.": lambda f: f["roles"][0].pop("held_by"),
    "Greeter is now also held by @jonas.": lambda f: f["roles"][0]["held_by"].append(
        {"id": "jonas", "person": "jonas"}
    ),
    "The answer to “May I just listen?” says something else.": lambda f: f["faq"][0].update(
        a="No, and nobody does for the first month."
    ),
    "help is now called Ask.": lambda f: f["channels"][0].update(name="Ask"),
    "“What follows what” stands in another order.": lambda f: f["conduct"]["ladder"].reverse(),
    "“Price”: 8 EUR a month instead of 5 EUR a month.": lambda f: f["membership"].update(
        price="8 EUR a month"
    ),
    "“Status”: Paused instead of Active.": lambda f: f["status"].update(state="paused"),
    "The group is now called Ash Circle.": lambda f: f.update(name="Ash Circle"),
    "“Who can find it” is new: whoever has the address.": lambda f: f.update(visibility="unlisted"),
}
"""What is said -> the edit it is said of."""


@pytest.mark.parametrize("headline", EDITS)
def test_an_edit_is_told_in_one_sentence(headline: str) -> None:
    assert _headlines(EDITS[headline]) == [headline]


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("headline", EDITS)
def test_an_edit_is_told_in_other_languages(headline: str, language: str) -> None:
    (said,) = _headlines(EDITS[headline], language)
    assert said != headline
    assert "{" not in said


def test_the_last_contact_that_goes_leaves_nobody() -> None:
    *_, last = _headlines(lambda f: f["conduct"].pop("contacts"))
    assert last.endswith("; nobody is left to report to.")


def test_a_new_id_with_a_new_name_is_one_renaming() -> None:
    said = _headlines(lambda f: f["channels"][0].update(id="ask", name="Ask"))
    assert said == ["help is now called Ask."]


def test_a_new_id_alone_only_changes_links() -> None:
    said = _headlines(lambda f: f["channels"][0].update(id="ask"))
    assert said == ["Links to this one have changed: help."]


def test_a_spelling_that_was_mended_is_worded_differently() -> None:
    answer = OAK["faq"][1]["a"].replace("recieve", "receive")
    (told,) = _told(lambda f: f["faq"][1].update(a=answer))
    assert told.kind == "wording"
    assert told.headline == "The answer to “Which knife do I need?” is worded differently."
    assert ("gone", " recieve") in told.spans


def test_another_hour_is_told_for_people_elsewhere_in_january_and_july() -> None:
    (told,) = _told(lambda f: f["rituals"][0]["when"].update(at="12:30"))
    assert told.effects == (
        "It begins 1 hour later.",
        "In Auckland in January that is Wednesday at 00:30 instead of Tuesday at 23:30.",
        "In Auckland in July that is Tuesday at 22:30 instead of Tuesday at 21:30.",
        "In Auckland in January it now falls on the next day.",
        "In UTC in January that is Tuesday at 11:30 instead of Tuesday at 10:30.",
        "In UTC in July that is Tuesday at 10:30 instead of Tuesday at 09:30.",
    )


def test_half_an_hour_earlier_is_said_in_minutes() -> None:
    (told,) = _told(lambda f: f["rituals"][0]["when"].update(at="11:00"))
    assert told.effects[0] == "It begins 30 minutes earlier."


def test_a_rhythm_whose_days_nobody_knows_has_no_effects() -> None:
    (told,) = _told(lambda f: f["rituals"][0].update(when={"every": "2 weeks", "day": ["Monday"]}))
    assert told.effects == ()


def test_an_order_is_told_once_with_both_lists() -> None:
    (told,) = _told(lambda f: f["conduct"]["ladder"].reverse())
    assert told.before.split("\n")[0] == "1. A careless word"
    assert told.after.split("\n")[0] == "1. A threat"


@pytest.mark.parametrize(
    "edit",
    [
        lambda f: f["roles"][0]["held_by"].append({"id": "wren-canary", "person": "Wren Canary"}),
        lambda f: f["conduct"]["contacts"].append({"id": "wren", "who": "wren", "reach": "a@example.org"}),
        lambda f: f["rituals"][0].update(host="@canary"),
        lambda f: f["people"].pop("wren"),
        lambda f: f["people"]["wren"].update(show="name"),
        lambda f: f["people"]["wren"].update(name="Wren Canary-Bird", credentials="Canary keeper"),
        lambda f: f.update(people={"wren": {**f["people"]["wren"], "show": "handle"}, **f["people"]}),
        lambda f: f["founders"].append("Wren Canary"),
        lambda f: f.update(review={"owner": "wren"}),
        lambda f: f.update(lineage={"graduates_to": [{"id": "x", "community": "x", "ask": "wren"}]}),
    ],
)
@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
def test_somebody_who_is_not_shown_is_never_named(
    edit: Callable[[dict[str, Any]], object],
    back: bool,  # noqa: FBT001 - pytest passes it
) -> None:
    new = deepcopy(OAK)
    edit(new)
    pair = (new, OAK) if back else (OAK, new)
    told = Teller(*spoken("en")).told(changes(*pair), *pair)
    said = repr(told).casefold()
    assert told
    assert not [word for word in CANARY if word in said]


def test_a_name_is_told_as_the_handle_of_whoever_wishes_that() -> None:
    def edit(facts: dict[str, Any]) -> None:
        facts["people"]["noor"]["name"] = "Noor Secret"
        facts["roles"][0]["held_by"] = [{"id": "noor-secret", "person": "Noor Secret"}]

    assert "Secret" not in repr(_told(edit))
    assert "Greeter is now held by @noor; before by Mira Example." in _headlines(edit)


def test_a_story_that_is_not_told_stays_so() -> None:
    story = {"id": "s", "who": "mira", "after": "I left him."}
    assert _headlines(lambda f: f.update(stories=[story])) == [
        "Something changed about a story that is not shown."
    ]


@pytest.mark.parametrize(
    ("act", "old", "new", "said"),
    [
        ("added", None, "Knives", "New article: Knives."),
        ("removed", "Knives", None, "Article removed: Knives."),
        ("changed", "Knives", "Knives", "The article “Knives” says something else."),
        ("changed", "Knives", "Spoons", "Knives is now called Spoons."),
    ],
)
def test_an_article_is_told_by_its_title(act: Any, old: str | None, new: str | None, said: str) -> None:  # noqa: ANN401
    change = Change(act=act, path=("articles", "knives"), kind="facts", old=old, new=new)
    assert Teller(*spoken("en")).tell(change, {}, {}).headline == said


def test_whoever_was_taken_out_of_the_facts_before_is_told_in_words() -> None:
    old: Facts = {"roles": [{"id": "r", "name": "Greeter", "held_by": [{"id": "m", "person": UNNAMED}]}]}
    new: Facts = {"roles": [{"id": "r", "name": f"Friend of {UNNAMED}"}]}
    told = Teller(*spoken("en")).told(changes(old, new), old, new)
    assert told
    assert UNNAMED not in repr(told)
    assert "a member who is not named here" in repr(told)


ODD: Final[tuple[Any, ...]] = (
    None,
    True,
    3,
    2.5,
    "x",
    "",
    [],
    ["a", None],
    {},
    {"id": 4},
    {"every": 9},
    [{"id": "a"}, 7],
)


@pytest.mark.parametrize(
    "path",
    [
        ("rituals", "weekly-bench", "when"),
        ("rituals",),
        ("roles", "greeter", "held_by"),
        ("roles", "greeter", "held_by", "mira"),
        ("conduct", "contacts", "x"),
        ("promise", "boundary", "cap"),
        ("people", "zz", "show"),
        ("people",),
        ("nobody", "knows", "this"),
        ("faq", "x", "a"),
        ("norms", "0", "statement"),
        ("status",),
        ("glossary", "word"),
        (),
    ],
)
def test_odd_values_are_told_somehow(path: tuple[str, ...]) -> None:
    teller = Teller(*spoken("en"))
    odd: Facts = {"rituals": 7, "people": {"zz": "x"}, "roles": ["greeter"], "conduct": []}
    for act in ("added", "removed", "changed", "renamed", "moved"):
        for old in ODD:
            for new in ODD:
                change = Change(act=act, path=path, kind="facts", old=old, new=new)
                assert teller.tell(change, odd, OAK).headline
