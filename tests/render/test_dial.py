"""Telephone numbers that a thumb can ring, and figures that are none."""

from __future__ import annotations

import pytest

from hearthbook.render.dial import with_calls
from tests.render import support
from tests.render.codes import code_of
from tests.render.support import ADA


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Call 112.", "Call [112](tel:112)."),
        ("999 in one place, 911 in another", "[999](tel:999) in one place, [911](tel:911) in another"),
        ("Ring 030 1234 at night", "Ring [030 1234](tel:0301234) at night"),
        ("+49 (0)30 123-45: Ada", "[+49 (0)30 123-45](tel:+4903012345): Ada"),
        ("116 123, day and night", "[116 123](tel:116123), day and night"),
    ],
)
def test_a_number_that_calls_help_is_a_link(written: str, shown: str) -> None:
    assert with_calls(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Room 12, for 15 minutes, 2 of 3",
        "It costs 1.112 or 112.5",
        "See https://example.org/112",
        "Call [112](tel:112).",
        "`112` is code",
        "A112 and 112b",
        "112-114 Example Street",
    ],
)
def test_what_is_no_call_for_help_stays_as_it_is(text: str) -> None:
    assert with_calls(text) == text


@pytest.mark.parametrize(
    ("reach", "shown"),
    [
        ("+49 30 1234567 after 18:00", "[+49 30 1234567](tel:+49301234567) after 18:00"),
        ("030 1234567, ada@example.org", "[030 1234567](tel:0301234567), [ada@example.org](mailto:"),
        ("01067 Example Town, Mill Street 3", "01067 Example Town, Mill Street 3"),
    ],
)
def test_a_contact_can_be_rung_whatever_stands_behind_the_number(reach: str, shown: str) -> None:
    assert f"**Ada Example**: {shown}" in code_of({"contacts": (ADA | {"reach": reach},)})


def test_a_number_in_the_words_on_danger_is_a_link_on_every_page_that_says_them() -> None:
    pages = support.render(support.community(conduct={"contacts": (ADA,), "emergency": "Call 112."}))
    kinds = ("home", "start-here", "code-of-conduct", "handling-reports", "faq", "card")
    assert [kind for kind in kinds if "[112](tel:112)" not in pages[kind]] == []
