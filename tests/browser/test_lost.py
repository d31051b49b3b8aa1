"""The page for addresses that lead nowhere: it offers what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.publish.builder import build_site
from tests.browser.serving import Quiet, served
from tests.publish.hamlet import write_hamlet
from tests.publish.sites import add_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OFFER: Final = ".hb-lost"
DONE: Final = "[data-hb-lost=done]"
BELOW: Final = "/books"


class _Deeper(Quiet):
    """Serves the site from a folder, as project sites are served."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(
            path.removeprefix(BELOW) if path.startswith(f"{BELOW}/") else "/no/such"
        )


@pytest.fixture(scope="module")
def deeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served whose address has a folder in it."""
    root = write_hamlet(tmp_path_factory.mktemp("deeper") / "hamlet")
    add_line(root, f"site_url: https://example.org{BELOW}/")
    with served(build_site(root).site_dir, _Deeper) as address:
        yield f"{address}{BELOW}"


def _nearest(page: Page) -> list[str]:
    """The addresses that are offered first, below the site."""
    page.wait_for_selector(OFFER, state="visible")
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('.hb-lost p + ul a')].map(a => new URL(a.href).pathname)"
    )
    return found


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/hard-talks/start-hear/", "/hard-talks/start-here/"),
        ("/hard-talks/faqs", "/hard-talks/faq/"),
        ("/Hard_Talks/Norms.html", "/hard-talks/norms/"),
        ("/hard-tolks/rituals/", "/hard-talks/rituals/"),
        ("/guides/grow-by-spliting/", "/guides/grow-by-splitting/"),
        ("/hard-tolks/", "/hard-talks/"),
        ("/hard-talks/articles/when-talk-goes-wrong/", "/hard-talks/articles/when-the-talk-goes-wrong/"),
        ("/hard-talks/cart/", "/hard-talks/card/"),
        ("/sunday-pages/start", "/sunday-pages/start-here/"),
        ("/hard-talks/conduct", "/hard-talks/code-of-conduct/"),
    ],
)
def test_a_slip_in_an_address_is_forgiven(asked: str, meant: str, visit: Visit) -> None:
    assert _nearest(visit(asked))[0] == meant


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("/hard-talk/", "Hard Talks"),
        ("/HARD-TALKS/", "Hard Talks"),
        ("/hardtalks/rituals", "Rituals, Hard Talks"),
        ("/hard-talks/ritual", "Rituals"),
    ],
)
def test_a_guess_is_named_after_its_group_where_that_is_one(asked: str, named: str, visit: Visit) -> None:
    page = visit(asked)
    page.wait_for_selector(OFFER, state="visible")
    assert page.locator(f"{OFFER} p + ul a").first.inner_text() == named


def test_pages_in_another_language_are_marked_as_such(visit: Visit) -> None:
    page = visit("/ibra-wa-hikaya/ritual/")
    page.wait_for_selector(OFFER, state="visible")
    assert page.locator(f"{OFFER} ul[lang=ar][dir=rtl]").count() == page.locator(f"{OFFER} ul").count()


def test_all_pages_of_the_community_are_offered(visit: Visit) -> None:
    page = visit("/hard-talks/nothing-like-any-of-them/")
    page.wait_for_selector(OFFER, state="visible")
    assert page.inner_text(f"{OFFER} h2") == "Pages of Hard Talks"
    names = page.locator(f"{OFFER} a").all_inner_texts()
    assert {"Start here", "Norms", "Questions"} <= set(names)


def test_what_is_offered_is_there(visit: Visit) -> None:
    page = visit("/hard-talks/start-hear/")
    page.wait_for_selector(OFFER, state="visible")
    page.click(f"{OFFER} a")
    assert page.inner_text("h1") == "Welcome to Hard Talks"


def test_nothing_is_offered_for_an_address_like_no_other(visit: Visit) -> None:
    page = visit("/wp-login.php")
    page.wait_for_selector(DONE, state="attached")
    assert not page.is_visible(OFFER)


@pytest.mark.parametrize(
    "path", ["/%E0%A4%A", "/no%2fsuch%2fpage", "/hard-talks/%3Cscript%3E/", "/hard-talks//x//"]
)
def test_a_strange_address_does_no_harm(path: str, visit: Visit) -> None:
    page = visit("/")
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(page.url.rstrip("/") + path)
    page.wait_for_selector(DONE, state="attached")
    assert told == []
    assert page.locator("main script").count() == 0


def test_only_this_site_is_asked(visit: Visit, address: str) -> None:
    page = visit("/")
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/hard-tolks/norms/")
    page.wait_for_selector(OFFER, state="visible")
    assert [url for url in asked if not url.startswith(address)] == []


def test_without_javascript_there_are_ways_on(visit: Visit) -> None:
    page = visit("/hard-talks/start-hear/", java_script_enabled=False)
    assert not page.is_visible(OFFER)
    page.click("main li a")
    assert page.url.count("/") == 3


def test_below_a_folder_a_slip_is_forgiven_as_well(deeper: str, visit: Visit) -> None:
    page = visit("/")
    page.goto(f"{deeper}/yeww/ritual/")
    assert _nearest(page) == [f"{BELOW}/yew/rituals/"]


def test_below_a_folder_the_page_has_its_style_and_its_links(deeper: str, visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    page.goto(f"{deeper}/no/such/page/here/")
    assert page.evaluate("() => getComputedStyle(document.body).margin") == "0px"
    page.click("main li a")
    assert page.url == f"{deeper}/"
