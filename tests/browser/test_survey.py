"""What holds for every page of a site, in a browser."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.conftest import Seen

pytestmark = pytest.mark.browser


def test_there_are_pages_to_look_at(survey: dict[str, Seen]) -> None:
    assert {"/", "/hard-talks/", "/lantern-walk/norms/", "/long/handbook/"} <= survey.keys()


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_scrolls_sideways(width: int, survey: dict[str, Seen]) -> None:
    wide = {path: seen.too_wide[width] for path, seen in survey.items() if seen.too_wide[width]}
    assert not wide


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


def test_every_page_reads_the_same_without_javascript(
    survey: dict[str, Seen], plain_survey: dict[str, Seen]
) -> None:
    assert {path: seen.text for path, seen in plain_survey.items()} == {
        path: seen.text for path, seen in survey.items()
    }
