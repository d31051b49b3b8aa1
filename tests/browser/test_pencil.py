"""Behind each sentence a pencil: by keyboard, finger and mouse it leads to the line, or to other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest

from hearthbook.publish.origins import words_of
from tests.browser.seeing import DESK, PHONE, TOO_WIDE
from tests.browser.test_axe import OPTIONS, RUN, TAGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NORMS: Final = "/hard-talks/norms/"
ARTICLE: Final = "/hard-talks/articles/the-first-ten-minutes/"
WITHOUT_MAIL: Final = "/repair-table-west/norms/"
INHERITING: Final = "/repair-table-east/norms/"
ARABIC: Final = "/ibra-wa-hikaya/norms/"
EDITOR: Final = "https://github.com/example/archive/edit/main/"
PENCIL: Final = "main p > .hb-source"
"""Behind a sentence; those of headings are always seen."""
MENU: Final = ".hb-ways-in"
SHOWN: Final = "pencil => Number(getComputedStyle(pencil).opacity)"
RUN_ON_MENU: Final = f"options => ({RUN})(options, {{ include: ['.md-content'] }})"
TOUCH: Final = {"has_touch": True, "is_mobile": True}


def _behind(page: Page, words: str) -> Locator:
    """The pencil behind a sentence."""
    return page.locator("main p", has_text=words).locator("> .hb-source")


def _opened(page: Page, at: int = 1) -> Locator:
    """The menu of one of the page's pencils, opened by keyboard."""
    page.locator(PENCIL).nth(at).focus()
    page.keyboard.press("Enter")
    return page.locator(MENU)


def _line(site: Path, address: str) -> str:
    """The line that an address leads to."""
    file, _, line = address.removeprefix(EDITOR).partition("#L")
    return (site.parent / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]


def _letter(menu: Locator) -> tuple[str, dict[str, str]]:
    """Where a suggestion goes, and what is written in it already."""
    address = urlsplit(menu.get_by_role("link").first.get_attribute("href") or "")
    said = {key: values[0] for key, values in parse_qs(address.query).items()}
    return f"{address.scheme}:{address.netloc}{address.path}", said


def test_the_tab_key_reaches_it_and_then_it_is_seen(visit: Visit) -> None:
    page = visit(NORMS)
    pencil = page.locator(PENCIL).first
    assert pencil.evaluate(SHOWN) == 0
    page.locator("main h2 > .hb-source").first.focus()
    page.keyboard.press("Tab")
    assert pencil.evaluate("pencil => pencil === document.activeElement")
    assert pencil.evaluate(SHOWN) == 1


def test_it_comes_when_one_points_at_its_sentence(visit: Visit) -> None:
    page = visit(NORMS)
    page.locator("main p:has(> .hb-source)").first.hover()
    assert page.locator(PENCIL).first.evaluate(SHOWN) == 1


def test_while_it_is_not_seen_it_takes_no_room(visit: Visit) -> None:
    page = visit(NORMS)
    grown = page.evaluate("""() => [...document.querySelectorAll('p:has(> .hb-source)')].filter(block => {
      const before = block.getBoundingClientRect();
      block.querySelector('.hb-source').hidden = true;
      const after = block.getBoundingClientRect();
      return before.height !== after.height || before.width !== after.width;
    }).length""")
    assert grown == 0


def test_enter_offers_two_ways_and_leads_to_the_first(visit: Visit) -> None:
    page = visit(NORMS)
    menu = _opened(page)
    assert menu.get_by_role("link").all_inner_texts() == [
        "Suggest other words by e-mail",
        "Edit this line (with an account)",
    ]
    assert menu.get_by_role("link").first.evaluate("way => way === document.activeElement")
    assert page.locator(PENCIL).nth(1).get_attribute("aria-expanded") == "true"


def test_escape_closes_and_gives_the_keyboard_back(visit: Visit) -> None:
    page = visit(NORMS)
    menu = _opened(page)
    page.keyboard.press("Escape")
    assert menu.count() == 0
    assert page.locator(PENCIL).nth(1).evaluate("pencil => pencil === document.activeElement")
    assert page.locator(PENCIL).nth(1).get_attribute("aria-expanded") == "false"


def test_one_is_open_at_a_time(visit: Visit) -> None:
    page = visit(NORMS)
    _opened(page, 1)
    assert _opened(page, 2).count() == 1
    page.locator("h1").click()
    assert page.locator(MENU).count() == 0


@pytest.mark.parametrize("path", [NORMS, ARTICLE, ARABIC, INHERITING])
def test_the_line_it_leads_to_holds_the_text(path: str, visit: Visit, site: Path) -> None:
    page = visit(path)
    blocks = page.evaluate(f"""() => [...document.querySelectorAll('{PENCIL}')].filter(
      // what kind of norm it is, we say in words of our own
      pencil => !pencil.closest('.hb-kind')
    ).map(pencil => {{
      const words = pencil.parentElement.cloneNode(true);
      for (const other of words.querySelectorAll('.hb-source, strong:first-child')) other.remove();
      return [pencil.href, words.textContent];
    }})""")
    assert len(blocks) > 3
    for address, text in blocks:
        line = " ".join(words_of(_line(site, address)))
        assert " ".join(words_of(text)[-3:]) in line or " ".join(words_of(text)[:3]) in line, address


def test_the_way_to_the_line_is_the_pencils_own(visit: Visit) -> None:
    page = visit(ARTICLE)
    menu = _opened(page)
    way = menu.get_by_role("link").last.get_attribute("href")
    assert way == page.locator(PENCIL).nth(1).get_attribute("href")


@pytest.mark.parametrize(
    ("path", "goes_to", "subject", "text"),
    [
        (NORMS, "mailto:hello@example.org", "subject", "body"),
        (WITHOUT_MAIL, "https:github.com/example/archive/issues/new", "title", "body"),
    ],
    ids=["letter", "form"],
)
def test_a_suggestion_holds_all_that_a_steward_needs(  # noqa: PLR0913, PLR0917 - each says one thing
    path: str, goes_to: str, subject: str, text: str, visit: Visit, address: str
) -> None:
    page = visit(path)
    pencil = page.locator(PENCIL).first
    file, _, line = (pencil.get_attribute("href") or "").removeprefix(EDITOR).partition("#L")
    old = page.evaluate("pencil => pencil.parentElement.firstChild.data.trim()", pencil.element_handle())
    to, said = _letter(_opened(page, 0))
    assert to == goes_to
    assert said[subject].startswith("Other words for “Norms")
    assert said[text].split("\r\n") == [
        f"Page: {address}{path}",
        f"Part: {pencil.get_attribute('data-hb-at')}",
        f"File: {file}",
        f"Line: {line}",
        "",
        "It says:",
        old,
        "",
        "I suggest:",
    ]


def test_a_suggestion_for_an_article_names_its_file(visit: Visit) -> None:
    page = visit(ARTICLE)
    _, said = _letter(_opened(page))
    assert "\r\nFile: content/hard-talks/the-first-ten-minutes.md\r\n" in said["body"]


def test_a_form_on_a_forge_does_not_promise_to_go_without_an_account(visit: Visit) -> None:
    menu = _opened(visit(WITHOUT_MAIL))
    assert menu.get_by_role("link").first.inner_text() == "Suggest other words (with an account)"


def test_a_long_text_is_cut_between_its_letters(visit: Visit) -> None:
    page = visit(NORMS)
    page.locator(PENCIL).nth(1).evaluate("pencil => pencil.before('\\u{1F33F}'.repeat(3000))")
    menu = _opened(page)
    _, said = _letter(menu)
    assert len(menu.get_by_role("link").first.get_attribute("href") or "") <= 6000
    assert "\N{HERB}…\r\n" in said["body"]


def test_inherited_words_lead_to_the_file_of_the_family_and_say_so(visit: Visit) -> None:
    page = visit(INHERITING)
    pencil = page.locator(f"{PENCIL}[data-hb-shared]").first
    assert (pencil.get_attribute("href") or "").startswith(f"{EDITOR}communities/_repair.yml#L")
    told = "_repair.yml holds this for several communities"
    assert pencil.get_attribute("aria-label") == f"Suggest an edit; {told}"
    pencil.focus()
    page.keyboard.press("Enter")
    assert page.locator(f"{MENU} small").inner_text() == told
    assert page.locator(f"{MENU} small").is_visible()


def test_own_words_do_not_speak_of_a_family(visit: Visit) -> None:
    page = visit(NORMS)
    assert page.locator("[data-hb-shared]").count() == 0
    assert _opened(page).locator("small").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [INHERITING, ARABIC])
def test_the_open_menu_breaks_no_rule(path: str, scheme: Any, visit: Visit) -> None:  # noqa: ANN401
    page = visit(path, PHONE)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT)
    _opened(page)
    options = {**OPTIONS, "runOnly": {"type": "tag", "values": TAGS}}
    assert page.evaluate(RUN_ON_MENU, options) == []


@pytest.mark.parametrize("path", [NORMS, "/hard-talks/measures/", "/hard-talks/rituals/", ARABIC])
def test_nothing_sticks_out_on_a_phone_whichever_menu_is_open(path: str, visit: Visit) -> None:
    page = visit(path, PHONE)
    wide = page.evaluate(f"""() => [...document.querySelectorAll('main .hb-source')].filter(pencil => {{
      pencil.click();
      return ({TOO_WIDE})() > 0;
    }}).length""")
    assert wide == 0


def test_in_arabic_the_menu_lies_below_the_right_edge_of_its_text(visit: Visit) -> None:
    page = visit(ARABIC, DESK)
    menu = _opened(page, 2).bounding_box()
    block = page.locator(f"main p:has(> {MENU})").bounding_box()
    assert menu
    assert block
    assert menu["x"] + menu["width"] == pytest.approx(block["x"] + block["width"], abs=1)
    assert menu["x"] > block["x"] + block["width"] / 2


def test_without_scripts_it_is_a_link_to_the_line(visit: Visit) -> None:
    page = visit(NORMS, java_script_enabled=False)
    pencil = page.locator(PENCIL).first
    assert (pencil.get_attribute("href") or "").startswith(EDITOR)
    assert pencil.get_attribute("aria-expanded") is None
    assert page.get_by_role("link", name="Suggest other words").is_visible()


def test_a_finger_finds_it_and_opens_it(visit: Visit) -> None:
    page = visit(NORMS, PHONE, **TOUCH)
    pencil = page.locator(PENCIL).nth(1)
    assert 0.3 < pencil.evaluate(SHOWN) <= 1
    box = pencil.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    pencil.tap()
    assert page.locator(MENU).is_visible()


def test_nothing_sticks_out_where_fingers_see_all_pencils(visit: Visit) -> None:
    page = visit("/hard-talks/start-here/", PHONE, **TOUCH)
    assert page.evaluate(TOO_WIDE) == 0


def test_who_wants_less_motion_sees_none(visit: Visit) -> None:
    page = visit(NORMS, reduced_motion="reduce")
    _opened(page)
    assert page.evaluate("() => document.getAnimations().length") == 0


def test_with_forced_colours_all_pencils_are_seen(visit: Visit) -> None:
    page = visit(NORMS, forced_colors="active")
    assert page.locator(PENCIL).first.evaluate(SHOWN) == 1
    assert _opened(page).evaluate("menu => parseFloat(getComputedStyle(menu).borderTopWidth)") >= 1


def test_what_only_eyes_see_holds_nothing_to_press(visit: Visit) -> None:
    page = visit("/hard-talks/rituals/")
    assert page.locator("[aria-hidden=true] .hb-source").count() == 0


def test_on_paper_there_is_neither_pencil_nor_menu(visit: Visit) -> None:
    page = visit(NORMS)
    menu = _opened(page)
    page.emulate_media(media="print")
    assert not menu.is_visible()
    assert not page.locator(PENCIL).first.is_visible()
