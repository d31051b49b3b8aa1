"""What only the founder knows is asked for, and taken as people write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.form.filling import SAID, begin, part, say, taken

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_time_of_a_blueprint_is_nobodys_until_the_founder_says_one(start: Page) -> None:
    begin(start)
    say(start, SAID)
    assert "when: every" not in taken(start)
    start.get_by_role("button", name="Write").click()
    when = part(start, "Where you talk and when you meet").get_by_label("When do you meet?")
    expect(when).to_be_visible()
    expect(when).to_have_value("")
    expect(part(start, "Where you talk").get_by_label("Where", exact=True).first).to_be_visible()
    when.fill("every Thursday at 19:30 for 90 minutes")
    assert "    when: every Thursday at 19:30 for 90 minutes\n" in taken(start)


def test_an_hour_is_on_the_clock_of_whoever_writes_where_the_archive_names_none(start: Page) -> None:
    def without_zone(route: Route) -> None:
        facts = route.fetch().json()
        route.fulfill(json={**facts, "zone": ""})

    start.route("**/start/form.json*", without_zone)
    start.reload()
    begin(start)
    say(start, SAID)
    when = part(start, "Where you talk and when you meet").get_by_label("When do you meet?")
    when.fill("every Thursday at 19:30 for 90 minutes")
    when.blur()
    zone = start.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    expect(when).to_have_value(f"every Thursday at 19:30 {zone} for 90 minutes")
    assert f"    when: every Thursday at 19:30 {zone} for 90 minutes\n" in taken(start)


def test_a_mail_address_or_a_page_is_taken_as_people_write_it(start: Page) -> None:
    begin(start, "Peer support circle")
    say(start, SAID)
    door = part(start, "Coming in")
    for written, kept in (
        ("ada@example.org", "mailto:ada@example.org"),
        ("example.org/us", "https://example.org/us"),
    ):
        door.get_by_label("Where does one apply?").fill(written)
        assert f"  url: {kept}\n" in taken(start)
        start.get_by_role("button", name="Write").click()


def test_thoughts_speak_of_fields_and_not_of_the_lines_of_a_file(start: Page) -> None:
    begin(start, "Peer support circle")
    say(start, SAID)
    thoughts = start.locator(".hb-form__thought")
    expect(thoughts.filter(has_text="a time that most who take part have kept")).to_contain_text(
        "“six weeks”"
    )
    expect(thoughts.filter(has_text="who looks after")).to_contain_text("“Who looks after it: jonas”")
    for told in thoughts.all_text_contents():
        assert not re.search(r"\b[a-z]+_[a-z_]+\b|[{}]", told), told


def test_where_nothing_says_where_the_archive_is_kept_nobody_is_sent_there(start: Page) -> None:
    def nowhere(route: Route) -> None:
        page = re.sub(r' data-hb-(?:new|edit)="[^"]*"', "", route.fetch().text())
        route.fulfill(body=page, content_type="text/html")

    start.route("**/start/", nowhere)
    start.reload()
    begin(start)
    say(start, SAID)
    taken(start)
    expect(start.get_by_role("button", name="Copy it")).to_be_visible()
    expect(start.locator(".hb-form__take .hb-act")).to_be_hidden()


def test_a_very_long_word_does_not_widen_a_phone(start: Page) -> None:
    begin(start)
    say(start, dict.fromkeys(SAID, "Donaudampfschifffahrtsgesellschaft" * 3))
    assert start.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_a_contact_is_asked_for_an_address_and_a_no_for_a_better_place(start: Page) -> None:
    begin(start)
    promise = part(start, "The promise")
    promise.get_by_role("button", name="Add: Not for").click()
    expect(promise.get_by_label("Better for them")).to_be_visible()
    safety = part(start, "Safety and conduct")
    safety.get_by_role("button", name="Add: Contacts").click()
    expect(safety.get_by_label("How to reach them")).to_be_visible()
