"""A founder writes a community's file in the browser, and takes it along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from hearthbook.bring.blueprints import blueprints
from hearthbook.bring.interview.session import Session
from tests.browser.form.filling import (
    CRAFT,
    DEFAULTS,
    NAME,
    OUTCOME,
    SAID,
    WHOM,
    begin,
    begin_empty,
    part,
    say,
    taken,
    wrong,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("blueprint", blueprints("en"), ids=lambda one: str(one.name))
def test_a_file_has_the_bytes_that_the_command_line_writes(start: Page, blueprint: object) -> None:
    name, title = blueprint.name, blueprint.title  # type: ignore[attr-defined]
    begin(start, title)
    say(start, SAID)
    answers = {"way": name, "name": SAID[NAME], "for": SAID[WHOM], "outcome": SAID[OUTCOME]}
    session = Session(language="en", slug="lamp-evenings", answers=answers, defaults=DEFAULTS)
    assert taken(start) == session.text()


def test_what_is_written_passes_the_check(start: Page) -> None:
    begin(start)
    say(start, SAID)
    assert wrong(taken(start)) == []


def test_three_answers_make_a_file_from_nothing(start: Page) -> None:
    begin_empty(start)
    say(start, SAID)
    text = taken(start)
    assert wrong(text) == []
    assert text.endswith(
        "name: Lamp Evenings\n\npromise:\n  for: people with a broken lamp\n"
        "  outcome: mend it at their own table\n"
    )


def test_what_the_file_needs_yet_is_asked_for(start: Page) -> None:
    begin(start)
    say(start, {NAME: "Lamp Evenings"})
    taken(start)
    missing = start.locator(".hb-form__take > .hb-form__wrong")
    expect(missing).to_have_text(f"The file still needs: {WHOM} {OUTCOME}")


def test_advice_stands_beside_what_it_is_about_while_one_writes(start: Page) -> None:
    begin(start)
    say(start, {**SAID, OUTCOME: "mend a lamp and learn to solder"})
    field = start.locator(".hb-form__field", has=start.get_by_label(OUTCOME))
    expect(field.locator(".hb-form__thought")).to_contain_text("the outcome goes on to another aim")
    expect(start.locator(".hb-form__part").nth(1).locator("summary").first).to_contain_text("thought")
    say(start, SAID)
    expect(field.locator(".hb-form__thought")).to_have_count(0)


def test_the_first_page_takes_shape_while_one_writes(start: Page) -> None:
    begin_empty(start)
    start.get_by_role("button", name="Look").click()
    expect(start.get_by_text("Nothing to see yet.")).to_be_visible()
    start.get_by_role("button", name="Write").click()
    say(start, SAID)
    start.get_by_role("button", name="Look").click()
    expect(start.get_by_role("heading", name="Welcome to Lamp Evenings")).to_be_visible()
    expect(start.locator(".hb-form__page")).to_contain_text("Mend it at their own table. For people with")


def test_an_entry_is_added_moved_and_taken_out_again(start: Page) -> None:
    begin_empty(start)
    say(start, SAID)
    norms = part(start, "How you treat each other")
    for statement in ("We begin on time.", "We ask before we mend."):
        norms.get_by_role("button", name="Add: Norms").click()
        norms.get_by_label("Statement").last.fill(statement)
    norms.get_by_role("button", name="Move up").last.click()
    assert re.findall(r"statement: (.*)", taken(start)) == ["We ask before we mend.", "We begin on time."]
    start.get_by_role("button", name="Write").click()
    norms.locator("summary", has_text="We ask before we mend.").click()
    norms.locator("summary", has_text="We ask before we mend.").click()
    norms.get_by_role("button", name="Remove").first.click()
    assert re.findall(r"statement: (.*)", taken(start)) == ["We begin on time."]


def test_what_was_taken_out_can_be_taken_back(start: Page) -> None:
    begin(start)
    before = taken(start)
    start.get_by_role("button", name="Write").click()
    norms = part(start, "How you treat each other")
    norms.locator("summary", has_text="Hands off").click()
    norms.get_by_role("button", name="Remove").first.click()
    expect(norms.get_by_role("button", name="Take it back")).to_be_focused()
    assert "Hands off" not in taken(start)
    start.get_by_role("button", name="Write").click()
    norms.get_by_role("button", name="Take it back").click()
    assert taken(start) == before


def test_an_entry_that_says_nothing_is_no_part_of_the_file(start: Page) -> None:
    begin_empty(start)
    say(start, SAID)
    before = taken(start)
    start.get_by_role("button", name="Write").click()
    norms = part(start, "How you treat each other")
    norms.get_by_role("button", name="Add: Norms").click()
    norms.get_by_label("Statement").fill("We begin")
    norms.get_by_label("Statement").fill("")
    assert taken(start) == before


def test_the_file_is_shown_from_its_beginning_and_the_fields_where_one_left_them(start: Page) -> None:
    begin(start, "Peer support circle")
    say(start, SAID)
    meet = part(start, "Where you talk and when you meet")
    meet.scroll_into_view_if_needed()
    before = start.evaluate("scrollY")
    start.get_by_role("button", name="Take it along").click()
    expect(start.get_by_label("The group's address")).to_be_in_viewport()
    start.get_by_role("button", name="Write").click()
    assert abs(start.evaluate("scrollY") - before) < 60 < before


def test_what_cannot_stand_there_is_told_at_once_and_not_written(start: Page) -> None:
    begin(start)
    say(start, SAID)
    before = taken(start)
    start.get_by_role("button", name="Write").click()
    meet = part(start, "Where you talk and when you meet")
    when = meet.get_by_label("When do you meet?")
    when.fill("on Tuesdays, mostly")
    expect(meet.get_by_role("alert").filter(has_text="This cannot be read as a time")).to_be_visible()
    expect(when).to_have_attribute("aria-invalid", "true")
    assert taken(start) == before


def test_a_person_gets_a_name_in_the_file(start: Page) -> None:
    begin_empty(start)
    say(start, SAID)
    people = part(start, "Roles and people")
    people.get_by_role("button", name="Add: People").click()
    people.get_by_label("Word or name for a new entry").fill("mira")
    people.get_by_role("button", name="Add: People").click()
    people.get_by_role("button", name="Add: Handle").click()
    people.get_by_label("Handle").fill("@mira")
    text = taken(start)
    assert 'people:\n  mira:\n    handle: "@mira"\n' in text
    assert wrong(text) == []


def test_the_address_comes_from_the_name_until_one_chooses_another(start: Page) -> None:
    begin_empty(start)
    say(start, {NAME: "Übers Löten & mehr"})
    taken(start)
    address = start.get_by_label("The group's address")
    expect(address).to_have_value("ubers-loten-mehr")
    address.fill("lamps")
    start.get_by_role("button", name="Write").click()
    say(start, {NAME: "Lamp Evenings"})
    taken(start)
    expect(address).to_have_value("lamps")
    expect(start.get_by_text("This is the file communities/lamps.yml.")).to_be_visible()


def test_an_address_that_is_taken_is_told(start: Page) -> None:
    begin_empty(start)
    taken(start)
    start.get_by_label("The group's address").fill("hard-talks")
    expect(
        start.get_by_text("A page stands at /hard-talks/ already; choose another address.")
    ).to_be_visible()


def test_a_short_file_opens_in_the_forges_editor_with_its_text(start: Page) -> None:
    begin_empty(start)
    say(start, SAID)
    taken(start)
    href = start.get_by_role("link", name="Propose it at GitHub").get_attribute("href") or ""
    assert href.startswith(
        "https://github.com/example/archive/new/main?filename=communities%2Flamp-evenings.yml&value=%23%20yaml"
    )
    assert "name%3A%20Lamp%20Evenings" in href


def test_a_long_file_is_copied_and_pasted_there(start: Page) -> None:
    start.context.grant_permissions(["clipboard-read", "clipboard-write"])
    begin(start)
    say(start, SAID)
    text = taken(start)
    link = start.get_by_role("link", name="Propose it at GitHub")
    assert (link.get_attribute("href") or "").endswith("/new/main?filename=communities%2Flamp-evenings.yml")
    start.get_by_role("button", name="Copy it").click()
    expect(start.get_by_text("Copied.")).to_be_visible()
    assert start.evaluate("navigator.clipboard.readText()") == text


def test_the_file_is_downloaded_under_its_name(start: Page) -> None:
    begin(start)
    say(start, SAID)
    text = taken(start)
    with start.expect_download() as caught:
        start.get_by_role("link", name="Download it").click()
    assert caught.value.suggested_filename == "lamp-evenings.yml"
    assert caught.value.path().read_text(encoding="utf-8") == text


def test_nothing_leaves_the_browser(start: Page, address: str) -> None:
    asked: list[str] = []
    start.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    begin(start)
    say(start, SAID)
    taken(start)
    assert [one for one in asked if not re.match(rf"(GET|HEAD) (blob:)?{re.escape(address)}", one)] == []
    assert not [one for one in asked if "Lamp" in one or "broken" in one]


def test_without_scripts_the_page_tells_of_the_beginnings(visit: object) -> None:
    page: Page = visit("/start/", 390, java_script_enabled=False)  # type: ignore[operator]
    expect(page.get_by_text(CRAFT)).to_be_visible()
    expect(page.get_by_text("hearthbook new")).to_be_visible()
    expect(page.locator(".hb-start")).to_be_hidden()
