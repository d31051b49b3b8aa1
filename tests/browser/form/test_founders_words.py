"""What only the founder knows is asked for, and taken as people write it."""

from __future__ import annotations

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
