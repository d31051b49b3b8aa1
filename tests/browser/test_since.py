"""The page of changes since a day that the reader names: the day they joined, or last read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.publish.builder import build_site
from tests.browser.seeing import DESK, PHONE, TOO_WIDE
from tests.browser.serving import served
from tests.browser.test_axe import OPTIONS, RUN, TAGS
from tests.once import made_once
from tests.publish.hamlet import FILES
from tests.publish.pasts import Repository

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.windows import Windows

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Each commit is a day after the one before.
BEGUN, CONTACT, TAGLINE, NORM = "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"
NEXT_DAY: Final = "2026-03-01"
CODE: Final = "conduct: {contacts: [{who: Ada, reach: ada@example.org}]}\n"
VERSIONS: Final = (
    "tagline: We read\n",
    "tagline: We read\n" + CODE,
    "tagline: We read slowly\n" + CODE,
    "tagline: We read slowly\n" + CODE + "norms: [We ask before we advise.]\n",
)
CHANGES: Final = "/oak/changes/"
EVENT: Final = ".hb-event"
FORBIDDEN: Final = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
LEFT: Final = """() => [...document.querySelectorAll('.hb-event [data-hb-day]')]
  .filter(line => line.checkVisibility()).map(line => line.dataset.hbDay)"""


@pytest.fixture(scope="module")
def library(common: Path) -> Iterator[str]:
    """Where a community of four commits is served."""

    def make(root: Path) -> None:
        told = Repository(root)
        told.commit({name: FILES[name] for name in ("mkdocs.yml", "content/index.md")})
        told.commits = 0
        for text in VERSIONS:
            told.say("oak", text)
        told.say("yew", "")
        told.make()
        build_site(root)

    with served(made_once(common, "since", make) / "site") as address:
        yield address


@pytest.fixture
def visit(windows: Windows, library: str) -> Visit:
    """Opens a page of the library in a window of its own."""

    def go(path: str = CHANGES, width: int = DESK, **options: Any) -> Page:  # noqa: ANN401 - Playwright's
        page = windows.one(width, **options)
        page.goto(library + path, wait_until="domcontentloaded")
        return page

    return go


def _day(page: Page) -> Locator:
    return page.get_by_label("Since which day?")


def _left(page: Page) -> list[str]:
    """The days of the changes that are shown."""
    found: list[str] = page.evaluate(LEFT)
    return sorted(found)


def _told(page: Page) -> str:
    return page.locator(".hb-since-day [role=status]").inner_text()


def test_without_a_day_all_changes_are_there(visit: Visit) -> None:
    page = visit()
    assert _left(page) == [BEGUN, CONTACT, TAGLINE, NORM]
    assert _told(page) == ""
    assert not page.get_by_role("button", name="Show everything").is_visible()


def test_a_day_hides_what_is_older_and_says_how_much_is_left(visit: Visit) -> None:
    page = visit()
    _day(page).fill(TAGLINE)
    assert _left(page) == [TAGLINE, NORM]
    assert _told(page) == "2 changes since February 27, 2026."


def test_one_change_is_told_as_one(visit: Visit) -> None:
    page = visit()
    _day(page).fill(NORM)
    assert _told(page) == "One change since February 28, 2026."


def test_where_nothing_is_left_that_is_said(visit: Visit) -> None:
    page = visit()
    _day(page).fill(NEXT_DAY)
    assert _left(page) == []
    assert _told(page) == "Nothing has changed since March 1, 2026."


def test_a_heading_goes_with_the_last_change_below_it_and_so_does_the_link_to_it(visit: Visit) -> None:
    page = visit()
    heading, link = page.locator("#weighty"), page.locator("nav.md-nav--secondary a[href$='#weighty']").last
    assert heading.is_visible()
    assert link.is_visible()
    _day(page).fill(TAGLINE)
    assert not heading.is_visible()
    assert not link.is_visible()
    _day(page).fill("")
    assert heading.is_visible()
    assert link.is_visible()


def test_the_day_is_remembered(visit: Visit) -> None:
    page = visit()
    _day(page).fill(NORM)
    page.reload()
    assert _day(page).input_value() == NORM
    assert _left(page) == [NORM]


def test_the_day_is_that_of_one_community(visit: Visit) -> None:
    page = visit()
    _day(page).fill(NEXT_DAY)
    page.goto(page.url.replace("oak", "yew"))
    assert _day(page).input_value() == ""
    assert len(_left(page)) == 1


def test_a_press_shows_everything_and_forgets_the_day(visit: Visit) -> None:
    page = visit()
    _day(page).fill(NORM)
    page.get_by_role("button", name="Show everything").click()
    assert _left(page) == [BEGUN, CONTACT, TAGLINE, NORM]
    assert _day(page).evaluate("day => day === document.activeElement")
    page.reload()
    assert _left(page) == [BEGUN, CONTACT, TAGLINE, NORM]


def test_a_link_to_an_older_change_shows_it_and_forgets_nothing(visit: Visit) -> None:
    page = visit()
    _day(page).fill(NORM)
    place = page.locator(f"[data-hb-day='{CONTACT}']").get_attribute("id")
    page.evaluate("place => { location.hash = place; }", place)
    page.wait_for_function("() => document.querySelector(':target').checkVisibility()")
    page.goto("about:blank")
    page.go_back()
    page.wait_for_function("() => document.querySelector(':target').checkVisibility()")
    assert page.evaluate("() => Object.values(localStorage)") == [NORM]


def test_where_nothing_may_be_kept_it_works_all_the_same(visit: Visit) -> None:
    page = visit(alone=True)
    page.add_init_script(FORBIDDEN)
    page.reload()
    _day(page).fill(NORM)
    assert _left(page) == [NORM]


def test_without_scripts_nothing_is_missing_and_nothing_is_asked(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    shown = [line.get_attribute("data-hb-day") for line in page.locator(f"{EVENT} [data-hb-day]").all()]
    assert sorted(map(str, shown)) == [BEGUN, CONTACT, TAGLINE, NORM]
    assert page.locator(EVENT).first.is_visible()
    assert page.locator(".hb-since-day").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choice_breaks_no_rule(scheme: Any, visit: Visit) -> None:  # noqa: ANN401 - Playwright's own
    page = visit()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT)
    _day(page).fill(TAGLINE)
    found = page.evaluate(RUN, {**OPTIONS, "runOnly": {"type": "tag", "values": TAGS}})
    assert [row for row in found if row[:2] != ["region", "#__drawer"]] == []


@pytest.mark.parametrize("day", ["", TAGLINE, NEXT_DAY])
def test_nothing_sticks_out_on_a_phone(day: str, visit: Visit) -> None:
    page = visit(width=PHONE)
    _day(page).fill(day)
    assert page.evaluate(TOO_WIDE) == 0
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate(TOO_WIDE) == 0
