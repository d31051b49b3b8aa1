"""The directory's filters: what fits is found, shared and taken back, and told to those who listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CARDS = ".hb-cards > .hb-card"
DATA = "**/directory/communities.json"
SHAPE = """card => card.outerHTML
  .replaceAll(/(href=")[^"]*\\/([^"/]+\\/")/g, '$1$2')
  .replaceAll(/\\s*\\n\\s*/g, '').replaceAll(/ (?=<)/g, '')"""


@pytest.fixture
def home(visit: Visit) -> Page:
    """The archive's home, with all cards on it."""
    return visit("/")


def _names(page: Page) -> list[str]:
    return page.locator(f"{CARDS} h3").all_inner_texts()


def _told(page: Page) -> Locator:
    return page.get_by_role("status")


def _open(page: Page) -> None:
    page.locator(".hb-filter summary").click()
    expect(page.locator(".hb-filter select[name=tag] option").nth(1)).to_be_attached()


def test_the_data_is_asked_for_only_when_the_filters_are_opened(visit: Visit) -> None:
    page = visit("/guides/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("/guides/", "/"))
    assert not any("communities.json" in url for url in asked)
    _open(page)
    assert sum("communities.json" in url for url in asked) == 1


def test_a_tag_leaves_the_cards_that_have_it_and_tells_how_many(home: Page) -> None:
    _open(home)
    home.get_by_label("Tag").select_option("writing")
    expect(_told(home)).to_have_text(re.compile(r"^\d+ groups fit\.$"))
    assert {"First Drafts", "Second Drafts"} <= set(_names(home))
    tags = home.locator(CARDS).evaluate_all("cards => cards.map(card => card.innerText)")
    assert all("writing" in text for text in tags)


def test_a_name_in_another_script_is_found_by_its_address(home: Page) -> None:
    _open(home)
    home.get_by_label("Name").fill("ibra wa")
    expect(home.locator(CARDS)).to_have_count(1)
    assert _names(home) == ["إبرة وحكاية"]


def test_several_filters_hold_together(home: Page) -> None:
    _open(home)
    home.get_by_label("Place").select_option("Germany")
    home.get_by_label("Name").fill("repair")
    expect(home.locator(CARDS)).to_have_count(2)
    assert _names(home) == ["Repair Table East", "Repair Table West"]


def test_a_group_without_a_free_seat_is_left_out_where_room_is_asked_for(home: Page) -> None:
    _open(home)
    before = len(_names(home))
    home.get_by_label("has room for you").check()
    expect(_told(home)).not_to_be_empty()
    assert 0 < len(_names(home)) < before


def test_accents_and_capitals_make_no_difference_to_a_name(home: Page) -> None:
    _open(home)
    home.get_by_label("Name").fill("HÁRD t")
    expect(home.locator(CARDS)).to_have_count(1)
    assert _names(home) == ["Hard Talks"]


def test_the_choice_stands_in_the_address_and_can_be_shared(home: Page, visit: Visit) -> None:
    _open(home)
    home.get_by_label("Tag").select_option("writing")
    home.get_by_label("has room for you").check()
    expect(home).to_have_url(re.compile(r"\?tag=writing&room=1$"))
    found = _names(home)
    other = visit("/?tag=writing&room=1")
    expect(_told(other)).not_to_be_empty()
    expect(other.get_by_label("Tag")).to_have_value("writing")
    expect(other.get_by_label("has room for you")).to_be_checked()
    assert _names(other) == found


def test_the_back_button_takes_a_choice_back(home: Page) -> None:
    every = _names(home)
    _open(home)
    home.get_by_label("Tag").select_option("writing")
    expect(home.locator(CARDS)).not_to_have_count(len(every))
    home.go_back()
    expect(home.locator(CARDS)).to_have_count(len(every))
    expect(home.get_by_label("Tag")).to_have_value("")
    assert _names(home) == every


def test_a_tag_on_a_card_filters_by_it(home: Page) -> None:
    home.locator(".hb-tags a", has_text="repair").first.click()
    expect(home.locator(CARDS)).to_have_count(2)
    expect(home).to_have_url(re.compile(r"\?tag=repair$"))


def test_clearing_the_filters_brings_all_cards_back(home: Page) -> None:
    every = _names(home)
    _open(home)
    clear = home.get_by_role("button", name="Clear filters")
    expect(clear).to_be_hidden()
    home.get_by_label("Name").fill("hard")
    expect(home.locator(CARDS)).to_have_count(1)
    clear.click()
    expect(home.locator(CARDS)).to_have_count(len(every))
    expect(home.get_by_label("Name")).to_be_focused()
    assert "?" not in home.url


def test_where_nothing_fits_a_reader_is_told_what_to_do(home: Page) -> None:
    _open(home)
    home.get_by_label("Name").fill("no such group")
    expect(_told(home)).to_have_text("No group fits all of this. Take one filter away.")
    start = home.get_by_role("link", name="Or start one")
    expect(start).to_be_visible()
    start.click()
    expect(home).to_have_url(re.compile(r"/start/$"))


def test_the_keyboard_goes_through_filters_to_the_cards(home: Page) -> None:
    home.locator(".hb-filter summary").focus()
    home.keyboard.press("Enter")
    expect(home.locator(".hb-filter select[name=tag] option").nth(1)).to_be_attached()
    home.keyboard.press("Tab")
    expect(home.get_by_label("Name")).to_be_focused()
    home.keyboard.type("hard")
    expect(home.locator(CARDS)).to_have_count(1)
    names = []
    for _ in range(8):
        home.keyboard.press("Tab")
        names.append(home.evaluate("document.activeElement.textContent"))
    assert "Clear filters" in names
    assert "Hard Talks" in names


def test_a_card_of_the_script_is_that_of_the_page(home: Page) -> None:
    before = home.locator(CARDS).evaluate_all(f"cards => cards.map({SHAPE})")
    _open(home)
    home.get_by_label("Name").fill("a")
    expect(_told(home)).not_to_be_empty()
    drawn = home.locator(CARDS).evaluate_all(f"cards => cards.map({SHAPE})")
    assert len(drawn) > 8
    assert set(drawn) <= set(before)


def test_sixty_cards_are_drawn_at_once_and_more_when_they_are_asked_for(visit: Visit) -> None:
    page = visit("/")

    def many(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        data = answer.json()
        columns = {key: (values * 20)[:130] for key, values in data["columns"].items()}
        columns["name"] = [f"Group {number:03}" for number in range(130)]
        route.fulfill(json={**data, "columns": columns})  # type: ignore[attr-defined]

    page.route(DATA, many)
    _open(page)
    page.get_by_label("Name").fill("group")
    expect(page.locator(CARDS)).to_have_count(60)
    expect(_told(page)).to_have_text("130 groups fit. The first 60 are shown.")
    page.get_by_role("button", name="Show 60 more").click()
    expect(page.locator(CARDS)).to_have_count(120)
    expect(page.get_by_role("link", name="Group 060")).to_be_focused()
    page.get_by_role("button", name="Show 10 more").click()
    expect(page.locator(CARDS)).to_have_count(130)
    expect(page.get_by_role("button", name=re.compile("^Show"))).to_be_hidden()


def test_where_the_data_cannot_be_had_the_cards_stay_and_a_reader_is_told(visit: Visit) -> None:
    page = visit("/")
    every = _names(page)
    page.route(DATA, lambda route: route.abort())
    page.locator(".hb-filter summary").click()
    expect(_told(page)).to_have_text("The list could not be loaded. All groups are on these pages.")
    assert _names(page) == every


def test_a_copy_in_a_folder_has_no_filters(visit: Visit, site: Path) -> None:
    page = visit("/")
    page.goto((site / "index.html").as_uri())
    assert page.locator(".hb-filter").count() == 0
    assert len(_names(page)) > 8


def test_without_javascript_all_cards_are_there_and_tags_lead_to_them(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    every = _names(page)
    assert page.locator(".hb-filter").count() == 0
    page.locator(".hb-tags a").first.click()
    assert _names(page) == every
