"""Whom the code of conduct names to somebody who was hurt, and what they do where nobody is named."""

from __future__ import annotations

from typing import Final

import pytest

from hearthbook.ingest.reveal import publishable
from tests.render import support
from tests.render.codes import code_of, code_with, gaps, part
from tests.render.support import ADA, NOOR

FULL: Final = support.CONDUCT
TOM: Final = {"id": "tom", "who": "Tom Example"}


def test_a_single_contact_is_said_to_be_the_only_one() -> None:
    alone = code_of({"contacts": (ADA,), "above": "The house"})
    assert "only one person to report to. If it is about them, turn here: The house." in alone


def test_without_contacts_the_body_above_takes_their_place_and_nothing_is_promised() -> None:
    code = code_with("above", "receipt_within", "decide_within")
    assert "Nobody in the group takes reports yet. Turn here: The house." in part(code, "contacts")
    assert "two days" not in code
    assert "two weeks" not in code


def test_without_contacts_and_a_body_above_whoever_stands_by_takes_their_place() -> None:
    code = code_with("stand_by")
    assert "Turn here: Lena Example." in part(code, "contacts")
    assert "tell what happened or what you saw here: Lena Example." in code
    assert code.count("{: #leads }") == 0


def test_who_stands_outside_is_named_to_whoever_is_afraid_of_the_others() -> None:
    told = part(code_with(*FULL), "contacts")
    assert "If you are afraid of those who lead, begin with Noor Example." in told
    assert "afraid" not in code_of({**FULL, "contacts": (NOOR, NOOR | {"id": "n", "who": "Nia"})})


def test_whom_to_tell_about_those_who_lead_stands_below_the_contacts() -> None:
    code = code_with(*FULL)
    assert "Then go past them: Lena Example.\n{: #leads }" in part(code, "contacts")
    assert "#leads" not in code.partition("{#handling}")[2]


@pytest.mark.parametrize(
    ("conduct", "said"),
    [
        ({"contacts": (ADA, TOM)}, "Tell the contact who is least close to them"),
        (
            {"contacts": (ADA, NOOR)},
            "Begin with the contact who does not help to lead it: Noor Example ([noor@",
        ),
        ({"contacts": (ADA, TOM), "above": "The house"}, "Until then, turn here: The house."),
    ],
)
def test_what_to_do_where_nobody_is_named_for_those_who_lead_stands_there_too(
    conduct: dict[str, object], said: str
) -> None:
    code = code_of(conduct)
    assert said in part(code, "contacts")
    assert "stands here: [Whom to tell](#leads)" in code.partition("#missing")[2]


def test_a_single_contact_is_not_told_to_be_the_least_close_one() -> None:
    code = code_of({"contacts": (ADA,)})
    assert "least close" not in code
    assert "tell somebody you trust outside the group" in part(code, "contacts")


def test_somebody_who_is_a_contact_too_is_named_with_their_address() -> None:
    code = code_of({**FULL, "stand_by": "Noor Example", "appeal": {"to": "Noor Example"}})
    reached = "Noor Example ([noor@example.net](mailto:noor@example.net))"
    assert f"go past them: {reached}." in code
    assert f"**Whom to ask:** {reached}\n" in code
    assert f"second look at a decision: {reached}." in code


def test_a_contact_is_not_somebody_above_the_contacts() -> None:
    code = code_of({**FULL, "above": "Noor Example"})
    assert "somebody above them" not in code
    assert "above" in gaps(code)


def test_somebody_known_by_name_alone_is_missing_an_address() -> None:
    people = {"lena": {"name": "Lena Example", "show": "name"}}
    assert "reach" in gaps(code_of(FULL, people=people))
    assert "Where no address is given" in part(code_of(FULL, people=people), "contacts")
    assert "reach" not in gaps(code_with(*FULL))


def test_somebody_who_is_not_shown_is_nobody_to_turn_to() -> None:
    people = {"pat": {"name": "Pat Example", "show": "nothing"}}
    hidden = {**FULL, "stand_by": "pat", "above": "pat", "appeal": {"to": "pat"}}
    code = support.page(publishable(support.community(conduct=hidden, people=people)), "code-of-conduct")
    assert gaps(code) == {"above", "leads", "appeal"}
    assert "not named here" not in code


def test_a_report_may_be_taken_elsewhere_and_crisis_lines_are_near() -> None:
    line = {"id": "here", "country": "Here", "reach": "142"}
    code = code_of(FULL, care={"crisis_lines": (line,)})
    report = code.partition("{#reporting}")[2]
    assert report.index("faq.md#faq-where-do-i-find-urgent-help") < report.index("{#contacts}")
    assert "the police, a doctor, a lawyer or an advice centre" in part(code, "contacts")
    assert "Is it too much tonight?" not in code_with(*FULL)


@pytest.mark.parametrize(
    ("conduct", "said"),
    [
        ({"contacts": (ADA, NOOR), "above": "The house"}, "Tell another contact, or turn here: The house."),
        ({"contacts": (ADA, NOOR)}, "Tell another contact, or somebody you trust outside the group."),
        ({"contacts": (ADA,), "above": "The house"}, "Ask again, or turn here: The house."),
        ({"contacts": (ADA,)}, "Ask again, or tell somebody you trust outside the group."),
    ],
)
@pytest.mark.parametrize("times", [{}, {"receipt_within": "two days"}])
def test_silence_has_an_answer(conduct: dict[str, object], said: str, times: dict[str, object]) -> None:
    following = part(code_of(conduct | times), "next")
    assert said in following
    assert ("for a week" in following) == (not times)


def test_a_group_that_has_ended_promises_no_times() -> None:
    code = code_of(FULL, status={"state": "closed"})
    assert "You may still write to Ada Example or Noor Example, but we cannot promise times." in code
    assert "two days" not in code
    assert "{#next}" not in code


def test_a_contact_is_told_with_the_part_they_hold() -> None:
    roles = (
        {"id": "host", "name": "Host", "held_by": ({"id": "a", "person": "Ada Example"},)},
        {
            "id": "key",
            "name": "Key",
            "held_by": ({"id": "a", "person": "Ada Example", "until": "2026-01-01"},),
        },
    )
    code = code_of({"contacts": (ADA,)}, roles=roles, founders=("Ada Example",))
    assert "([Host](roles.md#role-host) and one of the founders)" in code


@pytest.mark.parametrize(("outside", "said"), [(True, "not one of"), (False, "one of")])
def test_a_contact_says_whether_they_lead_where_the_founder_says_so(*, outside: bool, said: str) -> None:
    code = code_of({"contacts": (ADA | {"independent": outside},)})
    assert f"({said} those who lead)\n" in code
    assert "those who lead)" not in code_of({"contacts": (ADA,)})
