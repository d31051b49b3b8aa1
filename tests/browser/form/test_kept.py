"""Drafts stay in the browser, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.form.filling import NAME, SAID, begin, open_file, say, taken

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_draft_is_there_when_one_comes_back(start: Page) -> None:
    begin(start)
    say(start, SAID)
    text = taken(start)
    start.reload()
    start.get_by_role("button", name="Go on with Lamp Evenings").click()
    expect(start.get_by_label(NAME)).to_have_value("Lamp Evenings")
    assert taken(start) == text


def test_a_file_that_was_opened_is_there_when_one_comes_back(start: Page) -> None:
    open_file(start, "name: Oak # the old tree\npromise: {for: walkers, outcome: see it}\n")
    say(start, {NAME: "Old Oak"})
    start.reload()
    start.get_by_role("button", name="Go on with Old Oak").click()
    assert taken(start) == "name: Old Oak # the old tree\npromise: {for: walkers, outcome: see it}\n"


def test_two_drafts_do_not_overwrite_each_other(start: Page) -> None:
    for name in ("First", "Second"):
        begin(start)
        say(start, {NAME: name})
        start.get_by_role("button", name="Another beginning").click()
    expect(start.get_by_role("button", name="Go on with")).to_have_count(2)


def test_a_draft_is_forgotten_when_one_says_so(start: Page) -> None:
    begin(start)
    say(start, SAID)
    start.reload()
    start.get_by_role("button", name="Forget it: Lamp Evenings").click()
    expect(start.get_by_text("Lamp Evenings is forgotten.")).to_be_visible()
    assert start.evaluate("localStorage.getItem('hearthbook-form')") is None


def test_nonsense_in_the_store_does_no_harm(start: Page) -> None:
    start.evaluate("localStorage.setItem('hearthbook-form', '{nonsense')")
    start.reload()
    begin(start)
    say(start, SAID)
    assert "Lamp Evenings" in taken(start)
