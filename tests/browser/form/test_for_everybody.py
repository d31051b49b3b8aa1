"""The form is there for everybody: by keyboard, by ear, on a small phone, in German and Arabic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from hearthbook.publish.builder import build_site
from tests.browser.form.filling import NAME, OUTCOME, SAID, WHOM, begin, begin_empty, part, say
from tests.browser.serving import served
from tests.browser.test_axe import ONLY_COLOURS, RUN, WITHOUT_COLOURS
from tests.publish.sites import TOWN, copy_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VIEWS = ("Write", "Look", "Take it along")
WIDER = "document.documentElement.scrollWidth > innerWidth"
SMALL = """[...document.querySelectorAll(".hb-start :is(button, input, select, textarea, summary, a.hb-act)")]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 24)
  .map((part) => part.outerHTML)"""


def _unfold(page: Page) -> None:
    for summary in page.locator(".hb-form__part > summary").all()[2:]:
        summary.click()
    for entry in page.locator(".hb-form__entry > summary").all()[:3]:
        entry.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_view_of_the_form_breaks_a_rule(visit: Callable[..., Page], width: int, scheme: str) -> None:
    axe: str = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    page = visit("/start/", width, color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(axe)
    assert page.evaluate(RUN, ONLY_COLOURS) == []
    begin(page)
    say(page, {**SAID, OUTCOME: "mend a lamp and learn to solder"})
    page.get_by_label("How many members at most").fill("1")
    _unfold(page)
    for view in VIEWS:
        button = page.get_by_role("button", name=view, exact=True)
        if button.is_visible():
            button.click()
        found = [*page.evaluate(RUN, WITHOUT_COLOURS), *page.evaluate(RUN, ONLY_COLOURS)]
        assert [one for one in found if (one[0], one[1]) != ("region", "#__drawer")] == [], view


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone_or_too_small_for_a_thumb(
    visit: Callable[..., Page], width: int
) -> None:
    page = visit("/start/", width)
    assert not page.evaluate(WIDER)
    begin(page)
    say(page, SAID)
    _unfold(page)
    for view in VIEWS:
        page.get_by_role("button", name=view, exact=True).click()
        assert not page.evaluate(WIDER), view
        assert page.evaluate(SMALL) == []


def test_a_file_is_written_with_the_keyboard_alone(visit: Callable[..., Page]) -> None:
    page = visit("/start/", 1280)
    page.get_by_role("button", name="Begin with an almost empty file").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your group's file")).to_be_focused()
    for question in (NAME, WHOM, OUTCOME):
        field = page.get_by_label(question)
        for _ in range(40):
            if field.evaluate("field => field === document.activeElement"):
                break
            page.keyboard.press("Tab")
        expect(field).to_be_focused()
        page.keyboard.type(SAID[question])
    page.get_by_role("button", name="Take it along").focus()
    page.keyboard.press("Space")
    expect(page.locator(".hb-form__file")).to_contain_text("outcome: mend it at their own table")


def test_a_field_is_heard_with_its_help_and_its_advice(start: Page) -> None:
    begin(start)
    say(start, {OUTCOME: "mend a lamp and learn to solder"})
    field = start.get_by_label(OUTCOME)
    expect(field).to_have_accessible_description(re.compile("^One thing that somebody can do"))
    expect(field).to_have_accessible_description(re.compile("the outcome goes on to another aim"))


def test_what_was_written_in_a_part_is_there_after_a_look(start: Page) -> None:
    begin_empty(start)
    say(start, SAID)
    part(start, "Coming in").get_by_label("How does somebody come in?").select_option("open")
    start.get_by_role("button", name="Look").click()
    start.get_by_role("button", name="Write").click()
    expect(start.get_by_label("How does somebody come in?")).to_have_value("open")


@pytest.fixture(scope="module")
def tongues(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A small archive in a language, without a zone and without a forge."""

    def make(language: str) -> Path:
        root = copy_archive(TOWN, tmp_path_factory.mktemp(language))
        config = root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("language: en", f"language: {language}"), encoding="utf-8")
        build_site(root)
        return root / "site"

    return make


@pytest.fixture
def german(tongues: Callable[[str], Path]) -> Iterator[str]:
    """The address of a German site."""
    with served(tongues("de")) as address:
        yield address


def test_a_german_founder_is_asked_in_german(german: str, windows: object) -> None:
    page: Page = windows.one(390)  # type: ignore[attr-defined]
    page.goto(f"{german}/start/")
    page.get_by_role("button", name="Mit „Lesekreis").or_(
        page.get_by_role("button", name="Mit „")
    ).first.click()
    expect(page.get_by_role("heading", name="Die Datei deiner Gruppe")).to_be_focused()
    expect(page.get_by_label("Wie heißt die Gruppe?")).to_be_visible()
    expect(page.get_by_role("button", name="Hinzufügen: Sichtbarkeit")).to_be_visible()
    page.get_by_role("button", name="Mitnehmen").click()
    expect(page.locator(".hb-form__file")).to_contain_text("Eine Datei, eine Gemeinschaft.")
    expect(page.get_by_text("Gib die Datei den Menschen, die dieses Archiv führen")).to_be_visible()


def test_a_german_founder_is_advised_in_german(german: str, windows: object) -> None:
    page: Page = windows.one(390)  # type: ignore[attr-defined]
    page.goto(f"{german}/start/")
    page.get_by_role("button", name="fast leeren Datei").click()
    page.get_by_label("Was werden sie können").fill("eine Seite fertig schreiben und ein eigenes Haus bauen")
    expect(page.get_by_text("Das klingt nach zwei Zielen.").first).to_be_visible()
    expect(page.get_by_text("Die Gedanken stehen auf Englisch")).to_have_count(0)


def test_in_arabic_the_form_runs_from_right_to_left_and_the_file_does_not(
    tongues: Callable[[str], Path], windows: object
) -> None:
    page: Page = windows.one(390)  # type: ignore[attr-defined]
    with served(tongues("ar")) as address:
        page.goto(f"{address}/start/")
        page.get_by_role("button", name="البدء بملف شبه فارغ").click()
        page.get_by_label("What is the group called?").fill("جوقة")
        assert not page.evaluate(WIDER)
        page.get_by_role("button", name="أخذ الملف").click()
        file = page.locator(".hb-form__file")
        expect(file).to_contain_text("language: en")
        assert file.evaluate("part => getComputedStyle(part).direction") == "ltr"
        page.goto("about:blank")
