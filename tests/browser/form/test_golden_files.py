"""Files that founders wrote in the form, on a phone, as they come out of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.form.filling import (
    NAME,
    OUTCOME,
    WHOM,
    begin,
    begin_empty,
    open_file,
    part,
    say,
    taken,
    wrong,
)
from tests.publish.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GOLDEN: Final = Path(__file__).parent / "golden"


def _repair_round(page: Page) -> None:
    """A blueprint, with a norm, a contact, a time and a cap of one's own, and a channel less."""
    begin(page)
    say(
        page,
        {
            NAME: "Lamp Evenings",
            "One line that makes the right people curious?": "Bring the lamp that flickers",
            WHOM: "people with a broken lamp\npeople who can solder",
            OUTCOME: "mend it at their own table",
            "In what time, for somebody who takes part?": "one evening",
            "How many members at most": "24",
        },
    )
    norms = part(page, "How you treat each other")
    norms.get_by_role("button", name="Add: Norms").click()
    norms.get_by_label("Statement").last.fill('We pull the plug first: "off" means off.')
    safety = part(page, "Safety and conduct")
    safety.get_by_role("button", name="Add: Contacts").click()
    safety.get_by_label("Who (needed)").fill("Ada Example")
    safety.get_by_label("How to reach them").fill("ada@example.org")
    safety.get_by_label("Independent").select_option("yes")
    meet = part(page, "Where you talk and when you meet")
    meet.locator("summary", has_text="instructions").click()
    meet.get_by_role("button", name="Remove").first.click()
    meet.get_by_label("When do you meet?").fill("every other Thursday at 19:30 for 90 minutes")


def _bare(page: Page) -> None:
    """An almost empty file, with a person, a word and a choice."""
    begin_empty(page)
    say(page, {NAME: "Cellar Choir", WHOM: "people who sing in the bath", OUTCOME: "hold a part of four"})
    door = part(page, "Coming in")
    door.get_by_label("How does somebody come in?").select_option("apply")
    people = part(page, "Roles and people")
    people.get_by_role("button", name="Add: People").click()
    people.get_by_label("Word or name for a new entry").fill("ines")
    people.get_by_role("button", name="Add: People").click()
    people.get_by_role("button", name="Add: Name").click()
    people.get_by_label("Name", exact=True).fill("Ines Example")
    words = part(page, "Questions, words and upkeep")
    words.get_by_role("button", name="Add: Glossary").click()
    words.get_by_label("Word or name for a new entry").fill("warm-up")
    words.get_by_role("button", name="Add: Glossary").click()
    words.get_by_label("Glossary").fill("Ten minutes of humming.\nNobody listens.")


def _changed(page: Page) -> None:
    """An example of the archive, with another cap and outcome."""
    open_file(page, (ROOT / "communities/hard-talks.yml").read_text(encoding="utf-8"), "hard-talks")
    say(page, {OUTCOME: "hold the talk that you have put off", "How many members at most": "30"})


@pytest.mark.parametrize("founder", [_repair_round, _bare, _changed], ids=lambda one: str(one.__name__)[1:])
def test_a_founders_file_comes_out_as_golden(founder: Callable[[Page], None], start: Page) -> None:
    founder(start)
    text = taken(start)
    golden = GOLDEN / f"{founder.__name__[1:].replace('_', '-')}.yml"
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert wrong(text) == []
