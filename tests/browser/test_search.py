"""Search as readers meet it: opened from every page, by hand, keyboard and ear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SMALL = 390


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def _field(page: Page) -> Locator:
    return _dialog(page).get_by_role("searchbox")


def _links(where: Locator) -> Locator:
    return where.locator(".hb-find__results a")


def _told(where: Page | Locator) -> Locator:
    return where.get_by_role("status")


def _ask(page: Page, query: str) -> Locator:
    """Asks in the dialog; returns the links that it shows."""
    page.keyboard.press("/")
    _field(page).fill(query)
    expect(_told(_dialog(page))).to_contain_text("“")
    return _links(_dialog(page))


@pytest.fixture
def norms(visit: Visit) -> Page:
    """A page of a community."""
    return visit("/hard-talks/norms/")


def test_nothing_of_search_is_loaded_before_somebody_turns_to_it(visit: Visit) -> None:
    page = visit("/hard-talks/norms/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not any("search" in url or "lookup" in url for url in asked)


def test_a_slash_opens_it_and_the_field_has_the_focus(norms: Page) -> None:
    norms.keyboard.press("/")
    expect(_field(norms)).to_be_focused()
    expect(_field(norms)).to_have_value("")


def test_a_click_on_the_field_opens_it(norms: Page) -> None:
    norms.locator(".hb-ask__field").click()
    expect(_field(norms)).to_be_focused()


def test_what_was_typed_into_the_field_goes_on_in_the_dialog(norms: Page) -> None:
    norms.locator(".hb-ask__field").focus()
    norms.keyboard.type("a")
    expect(_field(norms)).to_be_focused()
    norms.keyboard.type("sk")
    expect(_field(norms)).to_have_value("ask")


def test_the_tab_key_alone_opens_nothing(norms: Page) -> None:
    norms.locator(".hb-ask__field").focus()
    norms.keyboard.press("Tab")
    expect(_dialog(norms)).to_have_count(0)


def test_a_slash_that_is_written_opens_nothing(visit: Visit) -> None:
    page = visit("/")
    page.locator(".hb-filter summary").click()
    page.get_by_label("Name").press("/")
    expect(_dialog(page)).to_have_count(0)


def test_escape_closes_it_and_the_reader_is_where_they_were(norms: Page) -> None:
    link = norms.locator(".hb-nav__link").first
    link.focus()
    norms.keyboard.press("/")
    expect(_field(norms)).to_be_focused()
    norms.keyboard.press("Escape")
    expect(_dialog(norms)).to_have_count(0)
    expect(link).to_be_focused()


def test_escape_closes_it_also_when_something_was_asked(norms: Page) -> None:
    _ask(norms, "villain")
    norms.keyboard.press("Escape")
    expect(_dialog(norms)).to_have_count(0)


def test_a_question_that_is_asked_in_so_many_words_comes_first(norms: Page) -> None:
    expect(_ask(norms, "may I just listen").first).to_have_text(re.compile("listen", re.IGNORECASE))


def test_a_result_leads_to_its_section(norms: Page) -> None:
    link = _ask(norms, "villain").first
    expect(link).to_have_text("Play them fair")
    link.click()
    expect(norms).to_have_url(re.compile(r"/hard-talks/norms/\?find=villain#norm-play-them-fair$"))


def test_on_the_page_one_lands_on_the_match_is_marked_in_its_section_only(visit: Visit) -> None:
    page = visit("/hard-talks/norms/?find=person#norm-play-them-fair")
    page.wait_for_function("() => CSS.highlights.has('hb-found')")
    marked = page.evaluate("[...CSS.highlights.get('hb-found')].map(String)")
    assert marked == ["person"]


def test_arrow_keys_go_from_the_field_through_the_results_and_back(norms: Page) -> None:
    links = _ask(norms, "advise")
    expect(links.first).to_be_visible()
    norms.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    norms.keyboard.press("ArrowUp")
    expect(_field(norms)).to_be_focused()


def test_enter_in_the_field_leads_to_the_page_of_results(norms: Page) -> None:
    _ask(norms, "villain")
    norms.keyboard.press("Enter")
    expect(norms).to_have_url(re.compile(r"/search/\?q=villain&in=hard-talks$"))
    expect(_links(norms.locator("main")).first).to_have_text("Play them fair")


def test_the_number_of_pages_is_told_to_those_who_listen(norms: Page) -> None:
    _ask(norms, "villain")
    expect(_told(_dialog(norms))).to_have_text(re.compile(r"^\d pages? for “villain” \(Hard Talks\)$"))


def test_a_community_is_looked_through_before_the_archive(norms: Page) -> None:
    links = _ask(norms, "norms")
    expect(links.first).to_be_visible()
    assert all("/hard-talks/" in (link.get_attribute("href") or "") for link in links.all())


def test_everywhere_is_one_step_away(norms: Page) -> None:
    _ask(norms, "pyrometric cone")
    _dialog(norms).get_by_text("Everywhere", exact=True).click()
    expect(_links(_dialog(norms)).first).to_have_attribute("href", re.compile("/kiln-notes/"))


def test_a_word_that_the_community_calls_something_else_is_understood(visit: Visit) -> None:
    page = visit("/kiln-notes/")
    page.keyboard.press("/")
    # the file says: synonyms: { moderator: [steward] }
    _field(page).fill("moderator")
    expect(_links(_dialog(page)).filter(has_text=re.compile("steward", re.IGNORECASE)).first).to_be_visible()


def test_a_slip_of_spelling_is_forgiven_and_said(norms: Page) -> None:
    links = _ask(norms, "vilain")
    expect(links.first).to_have_text("Play them fair")
    expect(_told(_dialog(norms))).to_contain_text("“villain”")


def test_one_can_insist_on_what_one_wrote(norms: Page) -> None:
    _ask(norms, "vilain")
    _dialog(norms).get_by_role("button", name="Search for “vilain” all the same").click()
    expect(_told(_dialog(norms))).to_have_text("Nothing found for “vilain” (Hard Talks).")


def test_a_word_of_the_glossary_leads_to_its_meaning_first(norms: Page) -> None:
    links = _ask(norms, "Bernd")
    expect(links.first).to_have_attribute("href", re.compile(r"/hard-talks/faq/#glossary-bernd$"))


def test_where_nothing_is_found_there_are_ways_on(norms: Page) -> None:
    _ask(norms, "xqzzy")
    offers = _dialog(norms).locator(".hb-find__offers a")
    expect(offers).to_have_text(
        ["Words we use, and what they mean", "Ask a person", "Say that “xqzzy” is missing"]
    )
    assert "github.com/example/archive/issues/new?title=We%20could%20not%20find%20%E2%80%9Cxqzzy" in (
        offers.last.get_attribute("href") or ""
    )


def test_the_page_of_results_can_be_shared_and_taken_back(visit: Visit) -> None:
    page = visit("/search/?q=villain")
    field = page.locator("main").get_by_role("searchbox")
    expect(_links(page.locator("main")).first).to_have_text("Play them fair")
    field.fill("cone")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"q=cone"))
    expect(_told(page.locator("main"))).to_contain_text("“cone”")
    page.go_back()
    expect(field).to_have_value("villain")
    expect(_links(page.locator("main")).first).to_have_text("Play them fair")


def test_results_can_be_narrowed_to_one_kind(visit: Visit) -> None:
    page = visit("/search/?q=report&kind=conduct")
    kinds = page.locator(".hb-find__kind")
    expect(kinds.first).to_be_visible()
    assert set(kinds.all_inner_texts()) == {"Conduct"}


def test_a_claim_says_what_it_stands_on(visit: Visit) -> None:
    page = visit("/search/?q=freeze+in+the+real+talk&in=hard-talks")
    section = page.locator(".hb-find__section", has_text="What do I do if I freeze in the real talk?")
    expect(section.locator(".hb-find__label").first).to_have_text("from an expert")


def test_a_german_word_is_found_from_an_english_page(visit: Visit) -> None:
    page = visit("/search/?q=Vormittagsrunde")
    expect(_links(page.locator("main")).first).to_have_attribute("href", re.compile("/ruhige-morgen/"))


def test_more_of_another_language_is_in_that_language_and_the_reader_goes_on_there(visit: Visit) -> None:
    page = visit("/search/?q=in")
    links = _links(page.locator("main"))
    page.get_by_role("button", name="German").click()
    expect(links.first).to_have_attribute("href", re.compile("/ruhige-morgen/"))
    before = page.locator(".hb-find__page").count()
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator(".hb-find__page").nth(before).locator("a").first).to_be_focused()
    assert all("/ruhige-morgen/" in (link.get_attribute("href") or "") for link in links.all())


def test_arabic_letters_are_looked_up_in_arabic(visit: Visit) -> None:
    page = visit("/search/?q=اللقاء")
    expect(_links(page.locator("main")).first).to_have_attribute("href", re.compile("/ibra-wa-hikaya/"))


def test_on_a_phone_the_dialog_fills_the_screen(visit: Visit) -> None:
    page = visit("/hard-talks/norms/", SMALL)
    page.locator(".hb-ask__open").click()
    expect(_field(page)).to_be_focused()
    box = _dialog(page).bounding_box()
    assert box
    assert (box["x"], box["y"], box["width"]) == (0, 0, SMALL)


def test_without_javascript_the_form_leads_to_a_page_that_explains(visit: Visit) -> None:
    page = visit("/hard-talks/norms/", java_script_enabled=False)
    page.locator(".hb-ask__field").fill("villain")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=villain&in=hard-talks$"))
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("link", name="From A to Z")).to_be_visible()


def test_search_asks_nobody_else(norms: Page) -> None:
    asked: list[str] = []
    said: list[str] = []
    norms.on("request", lambda request: asked.append(request.url))
    norms.on("console", lambda message: said.append(message.text))
    expect(_ask(norms, "villain").first).to_be_visible()
    place = norms.url.split("/hard-talks")[0]
    assert asked
    assert [url for url in asked if not url.startswith(place)] == []
    assert said == []
