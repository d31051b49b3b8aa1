"""Whether a reader belongs here: an honest answer from lines that stand on the page anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.seeing import PHONE
from tests.browser.small import Small, small_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.windows import Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OAK: Final = """
<div class="hb-fit" data-hb-fit="oak">
<div data-hb-part="for"><p><strong>It is for</strong></p>
<ul><li>new hosts</li><li>hosts who rest</li></ul></div>
<div data-hb-part="not"><p id="not-for"><strong>It is not for</strong></p>
<ul><li><p>people in a hurry</p>
<p><strong>Better for them:</strong> The fast group. <a href="/elm/">Elm</a></p></li>
<li><p>people who sell</p></li></ul></div>
<div data-hb-part="must"><p><strong>What has to be so</strong></p><ul><li>You are 18.</li></ul></div>
<div data-hb-part="takes"><p><strong>What it takes</strong></p><ul><li>a quiet hour</li></ul></div>
<div data-hb-part="means"><p><strong>What it means</strong></p>
<ul><li><strong>If so:</strong> Your group. <a href="#join">Come in</a></li>
<li><strong>If unsure:</strong> Ask first. Ask Tess.</li>
<li><strong>If none:</strong> Probably not your group.</li>
<li><strong>If not:</strong> Not your group.</li></ul><p>Near to ours: <a href="/ash/">Ash</a></p></div>
</div>
"""
BELONGS: Final = {
    "new hosts": "Yes",
    "hosts who rest": "No",
    "people in a hurry": "No",
    "people who sell": "No",
    "You are 18.": "Yes",
    "a quiet hour": "Yes",
}


@pytest.fixture
def page(windows: Windows) -> Page:
    """The lines of one group, as a form."""
    return Small(windows.one(PHONE)).show(small_page(OAK, "fit"))


def _answer(page: Page, answers: dict[str, str]) -> None:
    for line, answer in answers.items():
        page.get_by_role("group", name=line, exact=True).get_by_label(answer, exact=True).check()


def _result(page: Page, **answers: str) -> str:
    """What is said after these answers; names with `_` for blanks."""
    own = {line.replace("_", " "): answer for line, answer in answers.items()}
    _answer(page, BELONGS | own)
    page.get_by_role("button", name="What does that mean?").click()
    return page.locator(".hb-fit-result").inner_text()


def test_one_line_that_fits_and_none_against_it_is_enough(page: Page) -> None:
    result = _result(page)
    assert result.startswith("Your group. Come in")
    assert page.locator(".hb-fit-result a").get_attribute("href") == "#join"


def test_a_line_it_is_not_for_decides_and_says_what_is_better(page: Page) -> None:
    result = _result(page, people_in_a_hurry="Yes")
    assert result.startswith("Not your group.")
    assert "people in a hurry" in result
    assert "Better for them: The fast group." in result
    assert page.locator(".hb-fit-result a").get_attribute("href") == "/elm/"


def test_a_clear_reason_against_it_needs_no_other_answer(page: Page) -> None:
    _answer(page, {"people who sell": "Yes"})
    page.get_by_role("button", name="What does that mean?").click()
    assert page.locator(".hb-fit-result").inner_text().startswith("Not your group.")


def test_where_nothing_better_is_named_a_group_that_is_near_is(page: Page) -> None:
    assert _result(page, people_who_sell="Yes").endswith("Near to ours: Ash")
    assert _result(page, people_who_sell="No").startswith("Your group.")


def test_who_is_too_young_is_told_so(page: Page) -> None:
    _answer(page, {"You are 18.": "No"})
    page.get_by_role("button", name="What does that mean?").click()
    assert page.locator(".hb-fit-result").inner_text().startswith("Not your group.")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("people who sell", "Not sure"),
        ("a quiet hour", "No"),
        ("a quiet hour", "Not sure"),
        ("You are 18.", "Not sure"),
    ],
)
def test_a_doubt_is_something_to_ask_about(line: str, answer: str, page: Page) -> None:
    _answer(page, BELONGS | {line: answer})
    page.get_by_role("button", name="What does that mean?").click()
    result = page.locator(".hb-fit-result")
    assert result.inner_text().startswith("Ask first. Ask Tess.")
    assert result.get_by_role("listitem").all_inner_texts() == [line]


def test_who_is_in_none_of_the_lines_is_shown_where_else_to_look(page: Page) -> None:
    _answer(page, {"new hosts": "No", "hosts who rest": "No"})
    page.get_by_role("button", name="What does that mean?").click()
    result = page.locator(".hb-fit-result").inner_text()
    assert result.startswith("Probably not your group.")
    assert result.endswith("Near to ours: Ash")


def test_who_may_be_in_one_of_the_lines_asks_first(page: Page) -> None:
    assert _result(page, new_hosts="Not sure").startswith("Ask first.")


def test_open_lines_are_counted_and_led_to(page: Page) -> None:
    _answer(page, {"new hosts": "Yes"})
    page.get_by_role("button", name="What does that mean?").click()
    assert page.get_by_role("status").inner_text() == "5 lines are still open. Answer them, and ask again."
    assert page.evaluate("() => document.activeElement.closest('fieldset').innerText").startswith(
        "hosts who rest"
    )
    assert not page.locator(".hb-fit-result").is_visible()


def test_the_result_takes_the_focus_and_goes_when_an_answer_changes(page: Page) -> None:
    _result(page)
    assert page.evaluate("() => document.activeElement.className") == "hb-fit-result hb-fit-yes"
    _answer(page, {"a quiet hour": "No"})
    assert not page.locator(".hb-fit-result").is_visible()


def test_starting_over_clears_all_answers(page: Page) -> None:
    _result(page)
    page.get_by_role("button", name="Start over").click()
    assert page.locator("input:checked").count() == 0
    assert not page.locator(".hb-fit-result").is_visible()
    assert page.evaluate("() => document.activeElement.type") == "radio"


def test_nothing_is_kept_and_nothing_is_sent(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _result(page)
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert "?" not in page.url
    assert asked == []


def test_it_is_answered_by_keyboard(page: Page) -> None:
    for answer in ("yes", "no", "no", "no", "yes", "yes"):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.tagName") == "A":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        if answer == "no":
            page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".hb-fit-result").inner_text().startswith("Your group.")


def test_the_lines_of_a_community_become_a_form(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/start-here/")
    for line in page.locator(".hb-fit-line").all():
        part = line.evaluate("line => line.closest('[data-hb-part]').dataset.hbPart")
        line.get_by_label("No" if part == "not" else "Yes", exact=True).check()
    page.get_by_role("button", name="What does that mean?").click()
    assert page.locator(".hb-fit-result").inner_text().startswith("This is probably your group.")
    assert page.locator(".hb-fit-result a").get_attribute("href") == "#join"


def test_without_javascript_it_is_a_list_with_what_answers_mean(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/start-here/", java_script_enabled=False)
    text = page.locator(".hb-fit").inner_text()
    for words in ("people in acute crisis", "You are at least 18 years old.", "This is probably your group."):
        assert words in text
    assert page.locator(".hb-fit input").count() == 0


def test_a_group_for_others_says_so_without_javascript_too(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/start-here/", java_script_enabled=False)
    item = page.locator("[data-hb-part=means] li", has_text="If no line of “It is for” is about you:")
    assert "This is probably not your group" in item.inner_text()
    item.get_by_role("link").click()
    assert page.url.count("/") == 3


@pytest.mark.parametrize("path", ["handbook/", "start-here/"])
def test_on_paper_it_is_a_list_again_with_what_answers_mean(path: str, visit: Callable[..., Page]) -> None:
    page = visit(f"/hard-talks/{path}")
    page.wait_for_selector(".hb-fit-form")
    assert not page.is_visible("[data-hb-part=means]")
    page.emulate_media(media="print")
    assert page.is_visible("[data-hb-part=means]")
    for gone in ("input", "button", ".hb-meta"):
        assert page.locator(f".hb-fit {gone}:visible").count() == 0, gone
    line = page.locator(".hb-fit-form li").first
    assert line.evaluate("line => getComputedStyle(line).listStyleType") == "disc"
