"""What holds for every page of a site, in a browser."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import LOST, every_kind
from tests.browser.seeing import WIDTHS, look_without_scripts

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.seeing import Seen

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_there_are_pages_to_look_at(survey: dict[str, Seen]) -> None:
    assert {"/", "/hard-talks/", "/lantern-walk/rituals/", "/long/handbook/"} <= survey.keys()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(width: int, survey: dict[str, Seen]) -> None:
    wide = {path: seen.too_wide[width] for path, seen in survey.items() if seen.too_wide[width]}
    assert not wide


def test_nothing_is_cut_off_where_a_reader_widens_the_spaces(survey: dict[str, Seen]) -> None:
    assert not {path: seen.cut for path, seen in survey.items() if seen.cut}


def test_nothing_moves_for_a_reader_who_wants_less_motion(survey: dict[str, Seen]) -> None:
    assert not {path for path, seen in survey.items() if seen.facts["moving"]}


def test_every_page_has_one_first_heading(survey: dict[str, Seen]) -> None:
    other = {
        path: seen.facts["headings"] for path, seen in survey.items() if seen.facts["headings"].count(1) != 1
    }
    assert not other


def test_headings_go_down_one_level_at_a_time(survey: dict[str, Seen]) -> None:
    jumps = {}
    for path, seen in survey.items():
        found = [(a, b) for a, b in pairwise(seen.facts["headings"]) if b > a + 1]
        if found or seen.facts["headings"][0] != 1:
            jumps[path] = found
    assert not jumps


def test_every_page_has_its_landmarks(survey: dict[str, Seen]) -> None:
    for path, seen in survey.items():
        assert (seen.facts["mains"], seen.facts["banners"]) == (1, 1), path
        assert seen.facts["footers"] >= 1, path
        assert seen.facts["menus"], path


def test_every_navigation_has_a_name(survey: dict[str, Seen]) -> None:
    for path, seen in survey.items():
        assert all(seen.facts["menus"]), (path, seen.facts["menus"])


def test_every_link_and_button_has_a_name(survey: dict[str, Seen]) -> None:
    assert not {path for path, seen in survey.items() if seen.facts["unnamed"]}


def test_no_two_pages_have_the_same_title(survey: dict[str, Seen]) -> None:
    titles: dict[str, list[str]] = {}
    for path, seen in survey.items():
        titles.setdefault(seen.facts["title"], []).append(path)
    assert not {title: paths for title, paths in titles.items() if len(paths) > 1}


def test_every_page_names_its_language_and_direction(survey: dict[str, Seen]) -> None:
    for path, seen in survey.items():
        assert seen.facts["language"], path
        right_to_left = seen.facts["language"] in {"ar", "fa", "he", "ur"}
        assert seen.facts["direction"] == ("rtl" if right_to_left else "ltr"), path


def test_it_asks_nobody_else(survey: dict[str, Seen], address: str) -> None:
    for path, seen in survey.items():
        assert seen.asked, path
        assert not [url for url in seen.asked if not url.startswith((address, "data:"))], path


def test_the_browser_has_nothing_to_complain_about(survey: dict[str, Seen]) -> None:
    complaints = {path: seen.complaints for path, seen in survey.items() if path != LOST}
    assert not {path: said for path, said in complaints.items() if said}


def test_nothing_is_kept_before_the_reader_acts(survey: dict[str, Seen]) -> None:
    assert not {path: seen.kept for path, seen in survey.items() if seen.kept}


def test_no_page_loses_a_word_without_javascript(
    survey: dict[str, Seen], browser: Browser, address: str, site: Path
) -> None:
    paths = [path for path in every_kind(site) if path != LOST]
    for path, text in look_without_scripts(browser, address, paths).items():
        helped = set(survey[path].text.split())
        assert not [word for word in text.split() if word not in helped], path
