"""Each generated answer is true for what the community says, and for what it leaves out."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from tests.render import support
from tests.render.support import ADA, NOOR

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENING: Final = {
    "id": "evening",
    "name": "Evening",
    "when": {"every": "week", "day": ("Tuesday",), "at": "17:00", "zone": "Europe/Berlin"},
}
OPEN_ENDED: Final = {"id": "walk", "name": "Walk", "when": {"every": "week", "day": ("Friday",)}}
ENDING: Final = {"id": "old", "name": "Old walk", "when": {"every": "week", "until": "2026-06-29"}}
SOME_DAY: Final = {"id": "supper", "name": "Supper"}
TOM: Final = {"id": "tom", "who": "Tom Example", "independent": False}
HELP: Final = {"id": "help", "name": "#help", "serves": "help"}
WINS: Final = {"id": "wins", "name": "#wins"}
GREETER: Final = {"id": "greeter", "name": "Greeter"}
STEPS: Final = (
    {"id": "lead", "do": "lead one evening", "when": "first month"},
    {"id": "hello", "do": "say hello", "when": "10 minutes"},
)
FAQ: Final = re.compile(r"(?ms)^### [^\n]* \{#faq-(?P<id>[^}]+)\}\n\n(?P<answer>.*?)\n*(?=^#{2,3} |\Z)")


class Case(NamedTuple):
    """What a community says, and what one answer then holds and does not hold."""

    question: str
    """The published id of the question."""
    facts: Mapping[str, Any]
    """Sections of the community beside its name and its promise."""
    holds: tuple[str, ...] = ()
    """Words that are in the answer."""
    never: tuple[str, ...] = ()
    """Words that are not; all of them would be false."""


def _answers(facts: Mapping[str, Any]) -> dict[str, str]:
    """Id of the question -> its answer, for a community that says these things."""
    promise: dict[str, Any] = {"for": ("new managers",), "outcome": "hold a hard talk"}
    promise |= facts.get("promise", {})
    page = support.page(support.community(**{**facts, "promise": promise}), "faq")
    return {match["id"]: match["answer"] for match in FAQ.finditer(page)}


def _cap(cap: int, members: int) -> dict[str, Any]:
    return {"promise": {"boundary": {"cap": cap}}, "size": {"members": members}}


OPEN: Final = {"join": {"how": "open", "url": "https://example.org/join"}}
APPLY: Final = {"join": {"how": "apply", "chosen_by": "Two hosts read it.", "waiting_list": "Six people."}}
CASES: Final = (
    # How big is it: no seat is counted as free, since a founder may count rounds and not chairs.
    Case("how-big-is-it", _cap(50, 34), ("has 34 of at most 50 members.",), ("taken", "free")),
    Case("how-big-is-it", _cap(50, 50), ("Every seat is taken",), ("free",)),
    Case("how-big-is-it", _cap(50, 60), ("10 more than there are seats",), ("free",)),
    Case("how-big-is-it", _cap(50, 0), ("no members yet", "at most 50"), ("0 members", "free")),
    Case("how-big-is-it", _cap(50, 34) | {"status": {"state": "full"}}, ("Every seat is taken",), ("free",)),
    Case("how-big-is-it", _cap(50, 50) | {"status": {"state": "paused"}}, ("at most 50",), ("taken",)),
    Case("how-big-is-it", _cap(50, 50) | {"status": {"state": "closed"}}, (), ("taken", "free")),
    Case("how-big-is-it", {"promise": {"boundary": {"cap": 50}}}, ("There are at most 50 members.",)),
    Case("how-big-is-it", {"size": {"members": 9}}, ("There are 9 members.",), ("at most", "taken")),
    # How do I join: nobody is let in where there is no seat or no group.
    Case("how-do-i-join", {}, ("not written down yet",), ("The door is open", "You apply")),
    Case("how-do-i-join", OPEN, ("The door is open", "https://example.org/join"), ("not written down",)),
    Case("how-do-i-join", OPEN | _cap(50, 50), ("before a seat is free",), ("come in when you like",)),
    Case(
        "how-do-i-join", OPEN | {"status": {"state": "full"}}, ("before a seat",), ("come in when you like",)
    ),
    Case("how-do-i-join", OPEN | {"status": {"state": "closed"}}, ("has ended",), ("door", "example.org")),
    Case("how-do-i-join", OPEN | {"status": {"state": "paused"}}, ("is resting",), ("door", "example.org")),
    Case("how-do-i-join", APPLY, ("You apply", "Two hosts read it."), ("Six people.", "seat is free")),
    Case("how-do-i-join", APPLY | _cap(20, 20), ("Then you apply", "Six people.", "before a seat is free")),
    # A full group says how to wait, or that this is not written down, and where else there may be room.
    Case("how-do-i-join", OPEN | _cap(9, 9), ("How to wait for one is not written down", "Then the door")),
    Case("how-do-i-join", APPLY | _cap(20, 20), ("Six people.",), ("not written down", "group that is near")),
    Case(
        "how-do-i-join",
        OPEN | _cap(9, 9) | {"lineage": {"split_from": "sunday-pages"}},
        ("room in a group that is near to ours: [Sunday Pages]",),
    ),
    Case(
        "how-do-i-join",
        APPLY | {"status": {"state": "closed"}, "lineage": {"split_from": "sunday-pages"}},
        ("has ended",),
        ("Sunday Pages", "Two hosts", "Six people.", "apply", "wait"),
    ),
    Case("how-do-i-join", {"join": {"chosen_by": "Lots."}}, ("Lots.",), ("not written down",)),
    # Why was I not accepted: it names a choice only where somebody chooses.
    Case("why-was-i-not-accepted", {}, ("How we choose is not written down yet",), ("The door is open",)),
    Case("why-was-i-not-accepted", OPEN, ("nobody is chosen",), ("How we choose", "a good fit")),
    Case("why-was-i-not-accepted", APPLY, ("(#faq-how-do-i-join)",), ("not written", "nobody is chosen")),
    Case(
        "why-was-i-not-accepted",
        APPLY | {"faq": ({"id": "how-do-i-join", "q": "How?", "a": "Knock."},)},
        ("Two hosts read it.",),
        ("(#faq-how-do-i-join)",),
    ),
    Case("why-was-i-not-accepted", OPEN | _cap(9, 9), ("Every seat is taken",), ("nobody is chosen",)),
    # Whoever was refused can read no channel, so only an address helps.
    Case("why-was-i-not-accepted", {"channels": (HELP,)}, ("ask for the reason",), ("#ask", "Write to")),
    Case("why-was-i-not-accepted", {"conduct": {"contacts": (ADA,)}}, ("Write to Ada Example (",), ("#ask",)),
    Case("why-was-i-not-accepted", {"onboarding": {"ask": "hi@example.org"}}, ("Write to [hi@example.org]",)),
    Case("why-was-i-not-accepted", OPEN | {"status": {"state": "closed"}}, ("has ended",), ("ask again",)),
    # What does it cost.
    Case("what-does-it-cost", {}, ("not written down yet",), ("costs nothing",)),
    Case("what-does-it-cost", {"membership": {"model": "free"}}, ("costs nothing",), ("has not", "Price")),
    Case("what-does-it-cost", {"membership": {"model": "paid"}}, ("How much that is has not",), ("nothing",)),
    Case("what-does-it-cost", {"membership": {"model": "paid", "price": "5 EUR"}}, ("5 EUR",), ("has not",)),
    Case("what-does-it-cost", {"membership": {"model": "sponsors"}}, ("Whether members pay as well",)),
    Case(
        "what-does-it-cost",
        {"membership": {"model": "product", "free_path": "Members pay nothing."}},
        ("Members pay nothing.",),
        ("Whether members pay",),
    ),
    Case("what-does-it-cost", {"membership": {"model": "product"}}, ("A product pays for the group.",)),
    # How much time does it take.
    Case("how-much-time-does-it-take", {"expected": {"hours_a_week": 1}}, ("1 hour in",), ("1 hours",)),
    Case("how-much-time-does-it-take", {"expected": {"gives": ("one page",)}}, ("one page",), ("hour",)),
    # When do we meet: not now, where the group rests or has ended.
    Case("when-do-we-meet", {}, ("not planned regular meetings",)),
    Case("when-do-we-meet", {"rituals": (EVENING,)}, ("every Tuesday", "17:00"), ("resting", "ended")),
    Case("when-do-we-meet", {"rituals": (OPEN_ENDED, ENDING)}, ("This one has a last day:",)),
    Case("when-do-we-meet", {"rituals": (ENDING,)}, ("until June 29, 2026",), ("has a last day",)),
    Case("when-do-we-meet", {"rituals": (SOME_DAY,)}, (": the time is not written down yet.",)),
    Case("when-do-we-meet", {"rituals": (EVENING,), "status": {"state": "paused"}}, ("none of this",)),
    Case("when-do-we-meet", {"rituals": (EVENING,), "status": {"state": "closed"}}, ("any more",)),
    # What do I do first: the first in time, not in the file.
    Case("what-do-i-do-first", {}, ("start-here.md#three-minutes",)),
    Case("what-do-i-do-first", {"onboarding": {"steps": STEPS}}, ("Say hello",), ("Lead one evening",)),
    Case("what-do-i-do-first", {"onboarding": {"steps": STEPS}} | _cap(9, 9), ("Once you have a seat",)),
    Case(
        "what-do-i-do-first",
        {"onboarding": {"steps": STEPS}, "status": {"state": "paused"}},
        ("Once the group has begun again",),
    ),
    Case(
        "when-do-we-meet", {"rituals": (EVENING | {"where": "the caf\u00e9"},)}, (". Where: the caf\u00e9.",)
    ),
    # Which channel is for what.
    Case("where-do-i-post", {"channels": (HELP,)}, ("This is our channel: ",), ("These are",)),
    Case("where-do-i-post", {"channels": (HELP, WINS)}, ("These are our channels: ",), ("This is",)),
    # How do I change this handbook.
    Case("how-do-i-change-this-handbook", {}, ("Tell us.", "step by step"), ("keeps this",)),
    Case(
        "how-do-i-change-this-handbook",
        {"review": {"owner": "Tess"}},
        ("Tell Tess, who keeps",),
        ("Tell us",),
    ),
    # May I only listen.
    Case("may-i-just-listen", {"rituals": (EVENING,)}, ("Nothing is written down",)),
    Case("may-i-just-listen", {"access": {"just_listening": "Always."}}, ("Always.",), ("Nothing is",)),
    # Whom can I ask: whoever is named, the nearest first, and nobody who is there for reports alone.
    Case("who-can-i-ask", {}, ("told you about Hard Talks",)),
    Case("who-can-i-ask", {"onboarding": {"ask": "#help"}, "channels": (HELP,)}, ("channel-help",)),
    Case("who-can-i-ask", {"onboarding": {"greeter": "Tess"}}, ("You can ask Tess.",), ("welcomed",)),
    Case("who-can-i-ask", {"channels": (WINS, HELP)}, ("#channel-help",), ("#channel-wins",)),
    Case("who-can-i-ask", {"founders": ("Mira",)}, ("Mira, who started the group",)),
    Case("who-can-i-ask", {"conduct": {"contacts": (ADA, NOOR)}}, ("Ada Example",), ("Noor",)),
    Case("who-can-i-ask", {"conduct": {"contacts": (NOOR,)}}, ("told you about",), ("Noor",)),
    # How are decisions made, and who reads my data.
    Case("how-are-decisions-made", {}, ("not written down yet",)),
    Case("how-are-decisions-made", {"decisions": "By lot."}, ("By lot.",), ("not written down",)),
    Case("who-reads-my-data", {}, ("sets no cookies", "not written down yet")),
    Case("who-reads-my-data", {"privacy": "It stays here."}, ("It stays here.",), ("not written down",)),
    # How can I help: what can be tried is named, what cannot is not.
    Case("how-can-i-help", {"roles": (GREETER,)}, ("Members hold these",), ("room in", "try these")),
    Case("how-can-i-help", {"roles": (GREETER | {"open_seats": 2},)}, ("room in these",), ("try these",)),
    Case("how-can-i-help", {"roles": (GREETER | {"open_seats": 0},)}, ("Members hold",), ("room in these",)),
    Case("how-can-i-help", {"roles": (GREETER | {"start_small": "Once."},)}, ("try these",), ("room in",)),
    # What happens when the group splits.
    Case("what-happens-when-we-split", {}, ("At what size", "not decided yet"), ("at most", "happened")),
    Case("what-happens-when-we-split", _cap(40, 9), ("at most 40",), ("not decided",)),
    Case(
        "what-happens-when-we-split",
        {"lineage": {"split_from": "sunday-pages"}},
        ("It has happened before", "Sunday Pages"),
        ("move on",),
    ),
    # How do I report something: to somebody who takes reports, or else to somebody who does not.
    Case("how-do-i-report-something", {}, ("has not named anybody",), ("Tell one of these",)),
    Case("how-do-i-report-something", {"conduct": {"contacts": (ADA,)}}, ("Tell this person",)),
    Case(
        "how-do-i-report-something",
        {"conduct": {"contacts": (ADA, NOOR)}},
        ("not the one it is about", "mailto:ada@example.org", "mailto:noor@example.net"),
    ),
    Case("how-do-i-report-something", {"conduct": {"above": "The board"}}, ("Turn here: The board",)),
    Case("how-do-i-report-something", {"conduct": {"stand_by": "Lena"}}, ("Turn here: Lena",)),
    Case(
        "how-do-i-report-something",
        {"conduct": {"contacts": (ADA,)}, "status": {"state": "closed"}},
        ("has ended", "cannot promise times", "mailto:ada@example.org"),
        ("You need no proof",),
    ),
    # What if somebody who leads is the problem.
    Case("what-if-a-lead-is-the-problem", {}, ("outside the group",), ("Tell the contact",)),
    Case(
        "what-if-a-lead-is-the-problem",
        {"conduct": {"contacts": (ADA,)}},
        ("outside the group",),
        ("Tell the contact who", "Ada"),
    ),
    Case("what-if-a-lead-is-the-problem", {"conduct": {"contacts": (ADA, TOM)}}, ("Tell the contact who",)),
    Case(
        "what-if-a-lead-is-the-problem",
        {"conduct": {"contacts": (ADA, NOOR)}},
        ("Begin with the contact", "Noor Example ([noor@example.net]"),
        ("Ada", "outside the group"),
    ),
    Case("what-if-a-lead-is-the-problem", {"conduct": {"above": "The board"}}, ("here: The board",)),
    Case("what-if-a-lead-is-the-problem", {"conduct": {"stand_by": "Lena"}}, ("them: Lena",), ("Nobody",)),
    Case(
        "what-if-a-lead-is-the-problem",
        {"conduct": {"contacts": (ADA, NOOR), "stand_by": "Noor Example"}},
        ("them: Noor Example ([noor@example.net]",),
        ("Nobody",),
    ),
    # What if somebody reports me.
    Case(
        "what-if-somebody-reports-me",
        {"conduct": {"contacts": (ADA,)}},
        ("hear you before we decide, unless somebody is in danger",),
        ("second",),
    ),
    Case(
        "what-if-somebody-reports-me",
        {"conduct": {"contacts": (ADA,), "appeal": {"to": "The board"}}},
        ("second look",),
    ),
    # Can I be removed, and can I ask for a second look.
    Case("can-i-be-removed", {}, ("who could decide", "not written down yet"), ("#ladder", "Yes")),
    Case("can-i-be-removed", {"conduct": {"contacts": (ADA,)}}, ("You are heard before",), ("Nobody",)),
    Case(
        "can-i-be-removed",
        {"conduct": {"ladder": ({"id": "word", "consequence": "A word"},)}},
        ("#ladder",),
        ("not written down",),
    ),
    Case("can-i-appeal", {}, ("Not yet.",), ("Yes",)),
    Case("can-i-appeal", {"conduct": {"appeal": {"to": "The board"}}}, ("Yes. Ask here: The board.",)),
    Case("can-i-appeal", {"conduct": {"appeal": {"to": "B", "within": "9 days"}}}, ("Yes, within 9 days",)),
    # Where do I find urgent help.
    Case("where-do-i-find-urgent-help", {}, ("emergency services first",)),
    Case(
        "where-do-i-find-urgent-help",
        {"conduct": {"emergency": "Call 112."}},
        ("Call [112](tel:112).",),
        ("first.",),
    ),
    Case(
        "where-do-i-find-urgent-help",
        {"conduct": {"emergency": "The box is in the hall."}},
        ("emergency services first", "The box is in the hall."),
    ),
    Case(
        "where-do-i-find-urgent-help",
        {"care": {"crisis_lines": ({"id": "here", "country": "Here", "reach": "142, free"},)}},
        ("emergency services first", "tel:142"),
    ),
    # Resting and leaving.
    Case("can-i-take-a-break", {}, ("Nothing is written down",)),
    Case("can-i-take-a-break", {"join": {"pause": "Say so."}}, ("Say so.",), ("Nothing is written",)),
    Case("how-do-i-leave", {}, ("at any time", "taken down")),
    Case("how-do-i-leave", {"join": {"leave": "Wave."}}, ("Wave.",), ("at any time", "taken down")),
)
# Questions that are asked only where the community says something about them.
SILENT: Final = (
    "who-is-it-not-for",
    "how-big-is-it",
    "how-much-time-does-it-take",
    "may-i-just-listen",
    "do-i-have-to-turn-my-camera-on",
    "where-do-i-post",
    "how-do-i-meet-others",
    "how-can-i-help",
    "what-if-somebody-reports-me",
)
TROUBLE: Final = ("how-do-i-report-something", "can-i-be-removed", "where-do-i-find-urgent-help")
HARD: Final = (
    "why-was-i-not-accepted",
    "where-do-i-find-urgent-help",
    "what-if-a-lead-is-the-problem",
    "can-i-be-removed",
    "who-reads-my-data",
    "what-happens-when-we-split",
    "how-do-i-leave",
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.question}: {', '.join(case.holds)[:40]}")
def test_an_answer_says_what_is_true_and_nothing_that_is_not(case: Case) -> None:
    answer = _answers(case.facts)[case.question]
    assert [words for words in case.holds if words not in answer] == []
    assert [words for words in case.never if words in answer] == []


@pytest.mark.parametrize("question", SILENT)
def test_a_question_is_not_asked_where_nothing_is_known(question: str) -> None:
    assert question not in _answers({})


@pytest.mark.parametrize("question", HARD)
def test_a_hard_question_is_always_asked(question: str) -> None:
    assert _answers({})[question]


def test_urgent_help_comes_first_when_there_is_trouble() -> None:
    trouble = [each for each in _answers({"conduct": {"contacts": (ADA, NOOR)}}) if each in TROUBLE]
    assert trouble[0] == "where-do-i-find-urgent-help"


STATES: Final = (None, "forming", "active", "full", "paused", "closed")
DOORS: Final = (None, "open", "apply", "invite")
SIZES: Final[tuple[dict[str, Any], ...]] = ({}, _cap(50, 34), _cap(50, 50), {"size": {"members": 0}})


@pytest.mark.parametrize("state", STATES)
def test_no_combination_opens_a_door_that_is_shut(state: str | None) -> None:
    for how, size, met in itertools.product(DOORS, SIZES, (True, False)):
        facts = dict(size)
        facts |= {"status": {"state": state}} if state else {}
        facts |= {"join": {"how": how}} if how else {}
        facts |= {"rituals": (EVENING,)} if met else {}
        answers = _answers(facts)
        shut = state in {"full", "paused", "closed"} or size == SIZES[2]
        assert ("come in when you like" in answers["how-do-i-join"]) == (how == "open" and not shut)
        assert not (shut and "You apply" in answers["how-do-i-join"])
        assert ("what-do-i-do-first" in answers) == (state != "closed")
        resting = met and state in {"paused", "closed"}
        assert ("none of this takes place" in answers["when-do-we-meet"]) == resting


CONDUCT: Final = (
    ("contacts", ((), (ADA,), (ADA, NOOR))),
    ("above", (None, "The board")),
    ("stand_by", (None, "Lena Example")),
    ("appeal", (None, {"to": "The court"}, {"to": "The court", "within": "9 days"})),
)


def test_no_combination_names_somebody_whom_the_community_does_not_name() -> None:
    for chosen in itertools.product(*(values for _, values in CONDUCT)):
        facts = {name: value for (name, _), value in zip(CONDUCT, chosen, strict=True) if value}
        answers = _answers({"conduct": facts} if facts else {})
        report, lead = answers["how-do-i-report-something"], answers["what-if-a-lead-is-the-problem"]
        assert ("has not named anybody" in report) == (not facts.keys() & {"contacts", "above", "stand_by"})
        assert ("Nobody is named yet" in lead) == ("stand_by" not in facts)
        assert ("Lena Example" in lead) == ("stand_by" in facts)
        assert answers["can-i-appeal"].startswith("Yes" if "appeal" in facts else "Not yet")
        assert ("9 days" in answers["can-i-appeal"]) == ("within" in facts.get("appeal", ""))
        assert ("what-if-somebody-reports-me" in answers) == ("contacts" in facts)
