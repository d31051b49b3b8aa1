"""The form names the blueprint's words that a founder's own time makes doubtful, as the terminal does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from hearthbook.bring.blueprints import names
from hearthbook.bring.draft import plain
from hearthbook.bring.interview.leftover import leftovers
from hearthbook.bring.interview.session import Session
from tests.browser.form.filling import NAME, SAID, begin, part, say, taken

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TOLD = """async ([data, when]) => {
  const [{ leftovers }, facts] = await Promise.all([
    import("/assets/hearth/form-leftover.js"), fetch("/start/form.json").then((answer) => answer.json())]);
  for (const name of ["advice-words", "advice-read"]) await import(`/assets/hearth/${name}.js`);
  const words = globalThis.hearthAdviceWords(facts.rules);
  const read = globalThis.hearthAdviceRead({ rituals: [{ name: "x", when }] }, facts, words);
  return leftovers(data, read.said.rituals[0].when, facts.leftover);
}"""
DOUBT = "You meet at another time than this blueprint's group."


TIMES = ("every Thursday at 18:00", "every other Tuesday at 10:00", "first Sunday of every month at 15:30")


@pytest.mark.parametrize("when", TIMES)
def test_it_doubts_the_words_that_the_terminal_doubts(start: Page, when: str) -> None:
    for name in names():
        session = Session(language="en", slug="oak", answers={"way": name, "name": "Oak", "when": when})
        given = plain(session.draft())
        expected = [" ".join(each.text.split()) for each in leftovers(session)]
        told = [" ".join(each.split()) for each in start.evaluate(TOLD, [given, when])]
        assert sorted(told) == sorted(expected), name


def test_words_about_another_day_are_named_once_the_day_is_another(start: Page) -> None:
    begin(start, "Peer support circle")
    say(start, SAID)
    taken(start)
    expect(start.get_by_text(DOUBT)).to_have_count(0)
    start.get_by_role("button", name="Write").click()
    meet = part(start, "Where you talk and when you meet")
    meet.locator("summary", has_text="The hour").first.click()
    meet.get_by_label("When do you meet?").first.fill("every other Tuesday at 10:00")
    taken(start)
    expect(start.get_by_text(DOUBT)).to_be_visible()
    lines = start.get_by_role("listitem")
    expect(lines.filter(has_text="Put the weekly hour into your calendar")).to_be_visible()
    expect(lines.filter(has_text=SAID[NAME])).to_have_count(0)
