"""A founder at the form: what they press and write, and what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from playwright.sync_api import expect

from hearthbook.bring.judged import judged
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Severity
from tests.publish.sites import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DEFAULTS: Final = Defaults(language="en", zone="Europe/Berlin")
"""What the archive says whose site the tests visit."""
SLUGS: Final = frozenset(path.stem for path in (ROOT / "communities").glob("[!_.]*.yml"))
"""The communities that are there already."""
CRAFT: Final = "Craft or practice club"
NAME: Final = "What is the group called?"
WHOM: Final = "For whom is it?"
OUTCOME: Final = "What will they be able to do that they cannot do now?"
SAID: Final = {
    NAME: "Lamp Evenings",
    WHOM: "people with a broken lamp",
    OUTCOME: "mend it at their own table",
}
"""What every file needs."""


def begin(page: Page, title: str = CRAFT) -> None:
    """Begins with a blueprint, and waits for the form."""
    page.get_by_role("button", name=f"Begin with “{title}”").click()
    expect(page.get_by_role("heading", name="Your group's file")).to_be_focused()


def begin_empty(page: Page) -> None:
    """Begins with an almost empty file."""
    page.get_by_role("button", name="Begin with an almost empty file").click()
    expect(page.get_by_role("heading", name="Your group's file")).to_be_focused()


def open_file(page: Page, text: str, slug: str = "oak") -> None:
    """Pastes a file that was there, and opens it."""
    paste(page, text, slug)
    expect(page.get_by_role("heading", name="Your group's file")).to_be_focused()


def paste(page: Page, text: str, slug: str = "oak") -> None:
    """Pastes the text of a file, and asks for it to be opened."""
    page.get_by_text("Change a file that is there already").click()
    page.get_by_label("What the file is called, without .yml").fill(slug)
    page.get_by_label("Or its text").fill(text)
    page.get_by_role("button", name="Open it").click()


def say(page: Page, said: dict[str, str]) -> None:
    """Writes into fields, by what they ask."""
    for question, answer in said.items():
        page.get_by_label(question).first.fill(answer)


def part(page: Page, name: str) -> Locator:
    """A part of the form, unfolded."""
    found = page.locator(".hb-form__part", has=page.locator("summary", has_text=name)).first
    if found.get_attribute("open") is None:
        found.locator("summary").first.click()
    return found


def taken(page: Page) -> str:
    """The text of the file, as one takes it along."""
    page.get_by_role("button", name="Take it along").click()
    return page.locator(".hb-form__file").text_content() or ""


def wrong(text: str, slug: str = "lamp-evenings") -> list[str]:
    """The errors that the check finds in a file."""
    found = judged(text, slug, DEFAULTS, slugs=SLUGS).findings
    return [f"{one.code} {one.pointer}: {one.message}" for one in found if one.severity is Severity.ERROR]
