"""The first steps can be ticked off, in this browser alone, whatever becomes of their order."""

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

KEPT: Final = "() => localStorage.getItem('hearthbook-path-oak')"
FORBIDDEN: Final = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
HELLO, WATCH, TRY = ("hello", 10), ("watch", 60), ("try", None)


def _steps(*steps: tuple[str, int | None], slug: str = "oak", before: str = "") -> str:
    """The page with these steps, as the theme makes them."""

    def item(name: str, minutes: int | None) -> str:
        data = f' data-hb-minutes="{minutes}"' if minutes else ""
        return f'<li><p id="{before}step-{name}"{data}>Do: {name}</p><p class="hb-meta">Where</p></li>'

    listed = "".join(item(name, minutes) for name, minutes in steps)
    return small_page(f'<div class="hb-steps" data-hb-path="{slug}"><ol>{listed}</ol></div>', "path")


@pytest.fixture
def window(windows: Windows) -> Small:
    """A window in which nothing is kept yet."""
    return Small(windows.one(PHONE))


def _tick(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=f"Do: {name}").check()


def _ticked(page: Page) -> list[str]:
    boxes = page.get_by_role("checkbox", checked=True).all()
    return [str(box.get_attribute("aria-labelledby")).removeprefix("step-") for box in boxes]


def _line(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_a_box_is_called_as_its_step_and_wide_enough_for_a_thumb(window: Small) -> None:
    page = window.show(_steps(HELLO, WATCH))
    assert page.get_by_role("checkbox", name="Do: hello").count() == 1
    sizes = [label.bounding_box() for label in page.locator(".hb-tick").all()]
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in sizes)


def test_what_is_done_and_how_long_the_rest_takes_is_said(window: Small) -> None:
    page = window.show(_steps(HELLO, WATCH))
    assert _line(page) == "0 of 2 done. About 70 minutes left."
    _tick(page, "hello")
    assert _line(page) == "1 of 2 done. About 60 minutes left."
    _tick(page, "watch")
    assert _line(page) == "2 of 2 done. All done. Welcome."


def test_minutes_that_nobody_wrote_down_are_not_guessed(window: Small) -> None:
    page = window.show(_steps(HELLO, TRY))
    assert "10 minutes left, and steps that do not say how long they take" in _line(page)
    _tick(page, "hello")
    assert _line(page) == "1 of 2 done."


def test_ticks_are_remembered_for_each_community(window: Small) -> None:
    _tick(window.show(_steps(HELLO, WATCH)), "watch")
    assert _ticked(window.show(_steps(HELLO, WATCH))) == ["watch"]
    assert _ticked(window.show(_steps(HELLO, WATCH, slug="elm"))) == []


def test_ticks_stay_with_their_steps_in_another_order(window: Small) -> None:
    _tick(window.show(_steps(HELLO, WATCH, TRY)), "watch")
    assert _ticked(window.show(_steps(TRY, WATCH, HELLO))) == ["watch"]


def test_a_step_that_vanished_is_forgotten(window: Small) -> None:
    _tick(window.show(_steps(HELLO, WATCH)), "hello", "watch")
    page = window.show(_steps(HELLO, TRY))
    assert _line(page).startswith("1 of 2 done.")
    _tick(page, "try")
    assert page.evaluate(KEPT) == '["step-hello","step-try"]'


def test_the_whole_handbook_knows_the_same_ticks(window: Small) -> None:
    _tick(window.show(_steps(HELLO, WATCH)), "watch")
    page = window.show(_steps(HELLO, WATCH, before="start-here--"))
    assert _ticked(page) == ["start-here--step-watch"]


def test_nothing_is_kept_before_the_reader_ticks_and_nothing_after_starting_over(window: Small) -> None:
    page = window.show(_steps(HELLO, WATCH))
    assert page.evaluate(KEPT) is None
    assert not page.get_by_role("button", name="Start over").is_visible()
    _tick(page, "hello")
    page.get_by_role("button", name="Start over").click()
    assert page.evaluate(KEPT) is None
    assert _ticked(page) == []
    assert page.evaluate("() => document.activeElement.getAttribute('aria-labelledby')") == "step-hello"


@pytest.mark.parametrize("kept", ["nonsense", '{"a": 1}', "5", "[null]"])
def test_something_else_under_the_key_is_no_tick(kept: str, window: Small) -> None:
    page = window.show(_steps(HELLO))
    page.evaluate("kept => localStorage.setItem('hearthbook-path-oak', kept)", kept)
    assert _ticked(window.show(_steps(HELLO))) == []


def test_where_nothing_may_be_kept_ticks_last_for_the_page(window: Small) -> None:
    page = window.show(f"<script>{FORBIDDEN}</script>{_steps(HELLO, WATCH)}")
    _tick(page, "hello")
    assert _line(page).startswith("1 of 2 done.")


def test_steps_are_ticked_by_keyboard(window: Small) -> None:
    page = window.show(_steps(HELLO, WATCH))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert _ticked(page) == ["hello"]


def test_the_steps_of_a_community_can_be_ticked(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/start-here/")
    assert page.get_by_role("checkbox").count() == 4
    page.get_by_role("checkbox").first.check()
    assert page.locator(".hb-path [role=status]").inner_text() == "1 of 4 done. About 155 minutes left."


def test_without_javascript_the_steps_say_how_long_they_take(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/start-here/", java_script_enabled=False)
    assert "Together they take about 165 minutes." in page.inner_text("main")
    assert "you have what you came for within six weeks" in page.inner_text("main")
    assert page.locator(".hb-steps input").count() == 0
