"""The reading for broken grammar finds what it is there to find, and leaves good sentences alone."""

from __future__ import annotations

import pytest

from tests.words.grammar import slips
from tests.words.pages import read

BROKEN = {
    "an empty place": ("We meet at {place}.", "It costs None.", "Ask undefined here."),
    "empty brackets": ("Ada () hosts.", "We meet at noon ( Berlin time)."),
    "a stop after nothing": ("We meet on Friday , at noon.", "Ask Ada .", ", and Ada."),
    "two stops": ("Ask at Acme Inc..", "Ask Ada,, please.", "Is it so?.", "We meet., then eat."),
    "a double blank": ("We meet  here.",),
    "`and` without a partner": (
        "Ask Ada and.",
        "We meet on Friday, and",
        "and Ada hosts.",
        "Ask Ada, and and.",
    ),
    "a preposition without its noun": ("You hear within .", "It is open until", "We are a."),
    "the wrong article": ("Keep a hour.", "Bring a apple.", "Take a 8 week pause.", "Ask an member."),
    "one of many": ("There is 1 members.",),
    "many of one": ("There are 12 member.", "There are 0 seat."),
    "a word said twice": ("We meet in the the depot.",),
    "a paragraph without a capital": ("we are glad that you are here today.",),
    "a paragraph without an end": ("We are glad that you are here today",),
    "a heading without a body": ("# A\n\nText.\n\n## B", "# A\n\nText.\n\n## B\n\n## C\n\nText."),
    "a label without a body": ("# A\n\n**It is for**\n\n## B\n\nText.", "**It is for**"),
    "an introduction without a list": ("Open these first:\n\nThen go.",),
    "the same twice": ("Ask Ada.\n\nAsk Ada.",),
    "an empty item": ("- one\n- \n- two", "-\n"),
    "an empty td": ("| a | b |\n|---|---|\n| 1 | |",),
    "an id used twice": ("One.\n{: #a }\n\nTwo.\n{: #a }",),
}
WHOLE = (
    "An hour, a useful one, and a European union of honest people.",
    "Open these first:\n\n- one\n- two",
    "**How to come in:** Knock, and an open door follows.",
    "**It is for**\n\n- people who write",
    "The 11 members met 1 time, on a Friday ... and then they ate (twice).",
    "None of us had had a plan.",
    "Here it is:\n\n```\nHello, I am  {name} ..\n```",
    "# A\n\n## B\n\nWe ask: is it so? “Yes.” Then we go (all of us).",
    "[Come in here](start-here.md), or read all of it in [the long page with many words](faq.md)",
)


@pytest.mark.parametrize(
    ("kind", "markdown"), [(kind, text) for kind, texts in BROKEN.items() for text in texts]
)
def test_a_slip_is_found_by_its_name(kind: str, markdown: str) -> None:
    assert any(found.startswith(f"{kind}:") for found in slips(read(markdown)))


@pytest.mark.parametrize("markdown", WHOLE)
def test_a_whole_sentence_passes(markdown: str) -> None:
    assert slips(read(markdown)) == []
