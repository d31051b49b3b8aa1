"""The page for those who take reports, and the card of the whole group."""

from __future__ import annotations

from typing import Final

import pytest

from hearthbook.render.cell import is_listed, render_cell
from tests.render import support
from tests.render.support import ADA, NOOR

FULL: Final = support.CONDUCT
WALK: Final = {"id": "walk", "name": "Walk", "when": {"every": "week", "day": ("Friday",)}}
OLD: Final = {"id": "old", "name": "Old walk", "when": {"every": "week", "until": "2026-01-01"}}
PARTS: Final = (
    "facts",
    "before",
    "first-hour",
    "yours",
    "first-day",
    "first-week",
    "notes",
    "hear",
    "steps",
    "tell",
    "outside",
    "after",
    "yourselves",
)


def _guide(**conduct: object) -> str:
    return support.page(support.community(conduct=conduct or None), "handling-reports")


def _card(**facts: object) -> str:
    return support.page(support.community(**facts), "card")


@pytest.mark.parametrize("conduct", [{}, FULL], ids=["nothing", "everything"])
def test_the_guide_leads_from_the_quiet_day_to_the_day_after(conduct: dict[str, object]) -> None:
    guide = _guide(**conduct)
    places = [guide.index(f"{{#{part}}}") for part in PARTS]
    assert places == sorted(places)


def test_the_guide_is_filled_with_what_the_community_says() -> None:
    guide = _guide(**FULL)
    for fact in ("Lena Example", "The house", "within two days", "both contacts", "One notebook.", "A word"):
        assert fact in guide
    assert "ask for a second look, within nine days: The board." in guide
    assert "yet" not in guide.partition("{#before}")[0]


def test_the_guide_says_what_is_not_settled_and_goes_on() -> None:
    guide = _guide(contacts=(ADA,))
    assert "no time is set yet; two days are a good aim" in guide
    assert "has not agreed on fixed steps yet" in guide
    assert "If nobody here can take it, look for somebody outside the group" in guide
    assert "If nobody here can take it" not in _guide(**FULL)


def test_one_contact_alone_is_told_to_think_with_somebody_else() -> None:
    assert "You are alone with it." in _guide(contacts=(ADA,))
    assert "You are alone with it." not in _guide(contacts=(ADA, NOOR))
    others = _guide(contacts=(ADA, NOOR))
    assert "Hand it to whoever is not part of it: Ada Example ([ada@example.org]" in others


def test_whether_it_is_theirs_to_handle_is_asked_right_after_danger() -> None:
    hour = _guide(**FULL).partition("{#first-hour}")[2]
    steps = [row for row in hour.splitlines() if row.startswith("1. ")]
    assert "in danger" in steps[0]
    assert "[how to step aside](#yours)" in steps[1]


def test_names_in_the_guide_lead_to_an_address() -> None:
    facts = _guide(**{**FULL, "stand_by": "Noor Example"}).partition("{#before}")[0]
    assert facts.count("mailto:noor@example.net") == 2


def test_several_lines_on_danger_stand_before_the_first_step() -> None:
    guide = _guide(**{**FULL, "emergency": "Call 112.\n\n- Ring 030 1234."})
    assert guide.index("[112](tel:112)") < guide.index("\n1. ")
    assert "[030 1234](tel:0301234)" in guide


@pytest.mark.parametrize(
    ("appeal", "line"),
    [
        (
            {"to": "The court: a & b", "within": "9 days"},
            "ask for a second look within 9 days: The court: a & b",
        ),
        ({"to": "Noor Example"}, "you may ask for a second look: Noor Example, noor@example.net"),
        (None, "If you think that we are wrong, write to us what we have missed."),
    ],
)
def test_the_form_for_a_warning_says_whom_to_ask_for_a_second_look(
    appeal: dict[str, str] | None, line: str
) -> None:
    form = _guide(**{**FULL, "appeal": appeal}).partition("{#tell}")[2].split("```")[1]
    assert form.rstrip().endswith(line)


def test_lines_for_bad_nights_are_named_where_there_are_any() -> None:
    line = {"id": "here", "country": "Here", "reach": "142"}
    whole = support.community(care={"crisis_lines": (line,)}, conduct=FULL)
    assert "start-here.md#care" in support.page(whole, "handling-reports")
    assert "start-here.md#care" not in _guide(**FULL)


def test_menus_name_the_guide_where_the_community_says_how_it_handles_reports() -> None:
    assert is_listed("handling-reports", support.cell(support.community(conduct=FULL)))
    assert not is_listed("handling-reports", support.cell(support.community()))


def test_no_menu_names_the_card_but_the_home_page_and_the_handbook_do() -> None:
    pages = {page.kind: page for page in render_cell(support.cell(support.community()), support.theme())}
    assert not pages["card"].listed
    assert "(card.md)" in pages["home"].markdown
    assert "(card.md)" in pages["handbook"].markdown


def test_the_card_holds_the_whole_group() -> None:
    norms = ({"id": "ask", "name": "Ask first", "statement": "We ask before we advise."},)
    card = _card(norms=norms, rituals=(OLD, WALK), conduct=FULL, join={"leave": "Wave."})
    for text in ("**Ask first.** We ask", "every Friday", "Ada Example: [ada@", "Noor Example", "Wave."):
        assert text in card
    assert "Old walk" not in card


def test_the_card_names_danger_first_then_lines_then_whoever_does_not_help_to_lead() -> None:
    line = {"id": "here", "country": "Here", "reach": "142, free"}
    bare = {"id": "bo", "who": "Bo Example", "independent": True}
    conduct = {"contacts": (ADA, bare, NOOR), "emergency": "Call 112."}
    told = _card(conduct=conduct, care={"crisis_lines": (line,)}).partition("If something goes wrong")[2]
    places = [
        told.index(text) for text in ("tel:112", "tel:142", "Noor Example", "Ada Example", "Tell either")
    ]
    assert places == sorted(places)
    assert "Bo Example" not in told


def test_the_card_of_a_single_contact_and_of_none_say_where_else_to_turn() -> None:
    assert "Tell them in private, unless it is about them." in _card(conduct={"contacts": (ADA,)})
    assert "Turn here: The house." in _card(conduct={"above": "The house"})


def test_the_card_of_the_smallest_group_names_nobody_and_still_helps() -> None:
    card = _card()
    assert "Whoever told you about Hard Talks" in card
    assert "somebody in the group whom you trust" in card
    assert "How we treat each other" not in card


@pytest.mark.parametrize(("state", "said"), [("paused", "is resting"), ("closed", "has ended")])
def test_the_card_of_a_group_that_does_not_meet_names_no_time(state: str, said: str) -> None:
    card = _card(rituals=(WALK,), status={"state": state})
    assert said in card
    assert "every Friday" not in card


def test_a_card_has_two_contacts_and_five_norms_at_most() -> None:
    norms = tuple({"id": f"n{n}", "statement": f"Norm {n} holds."} for n in range(9))
    third = {"id": "tom", "who": "Tom Example"}
    card = _card(norms=norms, conduct={"contacts": (ADA, NOOR, third)})
    assert card.count("holds.") == 5
    assert card.count("#contact-") == 2
