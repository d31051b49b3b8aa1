"""What somebody reads who is nervous and new: help first, prices first, and words that fit every group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.render.cards import card, face
from tests.render import support
from tests.render.support import ADA

if TYPE_CHECKING:
    from collections.abc import Mapping

PROMISE: Final = {
    "for": ("new managers",),
    "outcome": "hold a hard talk",
    "not_for": ({"id": "crisis", "who": "people in acute crisis"},),
}
LINES: Final = {"crisis_lines": ({"id": "de", "country": "Germany", "reach": "0800 111 0 111, free"},)}
STEPS: Final = {"steps": ({"id": "hello", "do": "say hello", "when": "10 minutes"},)}
WALK: Final = {"id": "walk", "name": "Walk", "when": {"every": "week", "day": ("Friday",)}}
HELP: Final = {"id": "help", "name": "#help", "serves": "help"}
WINS: Final = {"id": "wins", "name": "#wins"}
SPLIT: Final = {
    "id": "what-happens-when-we-split",
    "q": "And then?",
    "a": "At 20 we ask who would like to go.",
}
CAP: Final = {"for": ("new managers",), "outcome": "hold a hard talk", "boundary": {"cap": 40}}


def _page(kind: str, **facts: object) -> str:
    return support.page(support.community(**facts), kind)


def test_lines_to_call_stand_with_the_answers_before_whom_the_group_is_not_for() -> None:
    home = _page(
        "home",
        promise=PROMISE,
        care=LINES,
        onboarding=STEPS,
        conduct={"emergency": "Call 112.", "contacts": (ADA,)},
    )
    order = ("Your first step", "If you need help now", "If something goes wrong", "acute crisis")
    assert sorted(order, key=home.index) == list(order)
    assert "- **Germany:** [0800 111 0 111](tel:08001110111) *free*\n" in home
    assert "\nMore: [Before you rely on us](start-here.md#care)\n" in home
    assert home.count("If you need help now") == 1


def test_many_lines_to_call_are_one_tap_away_from_the_number_for_emergencies() -> None:
    lines = tuple({"id": str(place), "country": "Germany", "reach": "0800 111 0 111"} for place in range(4))
    home = _page("home", care={"crisis_lines": lines}, conduct={"emergency": "Call 112.", "contacts": (ADA,)})
    assert "Call [112](tel:112)" in home
    assert "[Help that is there at once](start-here.md#care)\n" in home
    assert "0800" not in home


def test_a_line_to_call_stays_whole_where_no_number_comes_first() -> None:
    lines = ({"id": "de", "country": "Germany", "reach": "Ask the night desk, all night"},)
    assert "- **Germany:** Ask the night desk, all night\n" in _page("home", care={"crisis_lines": lines})


def test_a_word_on_emergencies_alone_stands_beside_whom_to_tell() -> None:
    home = _page(
        "home", onboarding=STEPS, conduct={"emergency": "The box is in the hall.", "contacts": (ADA,)}
    )
    order = ("Your first step", "If you need help now", "If something goes wrong")
    assert sorted(order, key=home.index) == list(order)
    assert home.index("call the emergency services first") < home.index("The box is in the hall.")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"rituals": (WALK,)}, "Come to [Walk](rituals.md#ritual-walk).\n{: #first-step }"),
        (
            {"rituals": (WALK,), "join": {"how": "apply"}},
            "You apply, and somebody reads what you wrote.\n{: #first-step }",
        ),
    ],
)
def test_a_first_step_that_is_not_written_down_is_the_way_in(facts: dict[str, object], said: str) -> None:
    assert said in _page("home", **facts)


def test_a_home_page_that_knows_no_first_step_promises_none() -> None:
    assert "Your first step" not in _page("home", conduct={"contacts": (ADA,)})


def test_a_group_that_begins_says_beside_its_name_what_it_is_and_below_the_button_what_that_means() -> None:
    home = _page("home", status={"state": "forming"})
    order = ("{: #status }", "{: #promise", "{: .hb-actions }", "{: .hb-notice }")
    assert sorted(order, key=home.index) == list(order)


def test_the_large_hour_names_the_clock_where_a_group_meets_on_screens() -> None:
    when = {"every": "week", "day": ("Friday",), "at": "17:00", "zone": "Europe/Berlin"}
    ritual = WALK | {"when": when}
    assert "17:00 *Berlin*\n{: .hb-day" in _page("home", rituals=(ritual | {"where": "a video room"},))
    assert "17:00\n{: .hb-day" in _page("home", rituals=(ritual | {"where": "the garden"},))


def test_the_pages_that_members_need_stand_before_those_for_hosts_and_the_curious() -> None:
    home = _page("home", size={"members": 5})
    order = ("(start-here.md):**", "(faq.md):**", "{#more-pages", "(hosts.md):**", "(growth.md):**")
    assert sorted(order, key=home.index) == list(order)


def test_a_long_word_on_emergencies_is_linked_from_the_home_page() -> None:
    home = _page("home", conduct={"emergency": "Call 112.\n\nThen wait."})
    assert "\n[Danger first](code-of-conduct.md#danger)\n" in home


def test_a_home_page_without_numbers_promises_none() -> None:
    assert "If you need help now" not in _page("home")


def test_the_home_page_says_where_the_group_meets() -> None:
    walk = {"id": "walk", "name": "Walk", "where": "the lock.", "when": {"every": "week", "day": ("Friday",)}}
    home = _page("home", rituals=(walk,))
    assert "every Friday\n{: #meeting " in home
    assert "\n\n**Where:** the lock\n{: #where }\n" in home


def test_the_card_says_where_the_group_meets() -> None:
    walk = {"id": "walk", "name": "Walk", "where": "the lock", "when": {"every": "week", "day": ("Friday",)}}
    assert ":   **Walk**: every Friday. Where: the lock.\n    {: #ritual-walk " in _page(
        "card", rituals=(walk,)
    )


@pytest.mark.parametrize("kind", ["start-here", "faq"])
def test_the_price_stands_before_who_pays(kind: str) -> None:
    page = _page(kind, membership={"model": "paid", "price": "5 EUR"})
    assert "**Price:** 5 EUR\n\nMembers pay to take part.\n" in page
    open_price = _page(kind, membership={"model": "paid"})
    assert "Members pay to take part.\n\nHow much that is has not been written down yet.\n" in open_price


@pytest.mark.parametrize(
    ("channels", "said"),
    [
        ((HELP, WINS), "ask in [\\#help](#channel-help)."),
        ((WINS, WINS | {"id": "hall", "name": "hall"}), "ask first."),
    ],
)
def test_whoever_is_unsure_where_something_belongs_is_told_where_to_ask(
    channels: tuple[Mapping[str, object], ...], said: str
) -> None:
    assert f"If you are not sure where something belongs, {said}\n" in _page("channels", channels=channels)


def test_a_single_channel_is_not_said_to_be_one_of_several() -> None:
    assert "Each channel" not in _page("channels", channels=(HELP,))


def test_hosts_are_told_once_which_ways_are_ours() -> None:
    said = "Where Hard Talks has not written its own way yet, you read one that suits most groups."
    assert _page("hosts").count(said) == 1
    ways = ("introductions", "quiet_members", "exclusion", "disrespect", "spam")
    own = dict.fromkeys(ways, "We ask.") | {"prompts": ("Why?",)}
    assert said not in _page("hosts", facilitation=own, mixing={"how": "pairs"})
    assert said in _page("hosts", facilitation=own)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            "your third Wednesday",
            "\u201cAfter your third Wednesday, you will hear from Tess, who asks how it is going.\u201d",
        ),
        (None, "\u201cLater you will hear from Tess, who asks how it is going.\u201d"),
    ],
)
def test_hosts_keep_what_newcomers_were_told(after: str | None, said: str) -> None:
    hosts = _page("hosts", onboarding={"follow_up": {"who": "Tess", "after": after}})
    assert f"Newcomers read this: {said} Keep to it" in hosts
    assert "Ask after two weeks" not in hosts
    assert "Ask after two weeks" in _page("hosts")


def test_a_groups_own_answer_on_splitting_stands_in_place_of_our_figures() -> None:
    assert "- From 20 members on, mix" in _page("hosts", promise=CAP)
    own = _page("hosts", promise=CAP, faq=(SPLIT,))
    assert "in our own words: [And then?](faq.md#faq-what-happens-when-we-split)" in own
    assert "From 20 members on" not in own
    assert "From 20 members on" in _page("hosts", promise=CAP, faq=({"id": SPLIT["id"], "q": "And then?"},))


@pytest.mark.parametrize(
    ("state", "heading", "said"),
    [
        ("forming", "How we start", "14 people are asked"),
        ("active", "How we started", "14 people were asked"),
        (None, "How we started", "14 people were asked"),
    ],
)
def test_a_beginning_is_told_as_what_it_is_by_now(state: str | None, heading: str, said: str) -> None:
    growth = _page("growth", launch={"invited": 14}, status={"state": state} if state else None)
    assert f"## {heading} {{#launch}}\n\n{said} in person" in growth


@pytest.mark.parametrize(
    ("status", "label"), [("done", "What we did"), ("open", "Where it stands"), ("declined", "Our answer")]
)
def test_an_answer_to_members_has_a_label_that_fits_a_yes_and_a_no(status: str, label: str) -> None:
    entry = {"id": "a", "said": "It is loud.", "did": "No. We like it.", "status": status}
    assert f"**{label}:** No. We like it.\n" in _page("changes", feedback=(entry,))


@pytest.mark.parametrize(
    ("mixing", "said"),
    [
        (
            {"how": "circles", "size": 6, "every": "quarter"},
            "You meet in a circle of 6.\n\n**New circles:** every quarter",
        ),
        ({"how": "circles"}, "You meet in a small circle.\n"),
        ({"how": "pairs", "size": 2, "every": "month"}, "at a time.\n\n**New pairs:** every month\n"),
    ],
)
def test_how_a_group_mixes_is_told_in_one_sentence(mixing: dict[str, object], said: str) -> None:
    assert said in _page("rituals", mixing=mixing)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", ("German",)),
        ("zh-Hant-TW", ("Traditional Chinese",)),
        ("pt-BR", ("Portuguese",)),
        ("en-GB", ()),
    ],
)
def test_a_card_names_another_language_than_the_lists_and_its_script_but_no_region(
    language: str, shown: tuple[str, ...]
) -> None:
    theme = support.theme()
    one = card("talks", support.community(language=language))
    assert face(one, theme.words("en"), theme.words(language)).where == shown
