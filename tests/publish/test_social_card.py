"""The picture that previews of links show: the same everywhere, and never with letters that it lacks."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import pytest
from PIL import Image

from hearthbook.publish.lettering import legible, set_in_lines
from hearthbook.publish.ordering import drawn, joined
from hearthbook.publish.shapes import places
from hearthbook.publish.social_card import CardText, card_png
from hearthbook.resources import themes

if TYPE_CHECKING:
    from pathlib import Path

FONTS: Final = themes() / "hearth" / "fonts"
OAK: Final = CardText(
    name="Oak",
    promise="Say it, within a week.",
    site_name="Forest",
    color="#2f6f4f",
    members=7,
    cap=12,
)
DRAW: Final = """
import sys
from pathlib import Path
from tests.publish.test_social_card import FONTS, OAK
from hearthbook.publish.social_card import card_png
sys.stdout.buffer.write(card_png(OAK, FONTS))
"""
KILOBYTE: Final = 1024


def _picture(text: CardText, fonts: Path = FONTS) -> Image.Image:
    picture = Image.open(io.BytesIO(card_png(text, fonts)))
    picture.load()
    return picture


def _inked(picture: Image.Image, left: int, right: int) -> int:
    """How many points between two columns are not paper."""
    return sum(picture.crop((left, 0, right, 630)).histogram()[1:])


def test_a_card_is_a_png_of_the_size_that_previews_want() -> None:
    picture = _picture(OAK)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))


def test_a_card_is_small() -> None:
    text = CardText(name="Donaudampfschiff " * 9, promise="People who write " * 20, members=100, cap=200)
    assert len(card_png(text, FONTS)) < 60 * KILOBYTE


def test_another_process_in_other_surroundings_draws_the_same_card(project_root: Path) -> None:
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": "/nonexistent"}
    path = f"{project_root}:{project_root / 'generator'}"
    done = subprocess.run(
        [sys.executable, "-c", DRAW],
        cwd=project_root,
        env={**surroundings, "PYTHONPATH": path},
        capture_output=True,
        check=True,
    )
    assert done.stdout == card_png(OAK, FONTS)


def test_cards_drawn_before_leave_no_trace() -> None:
    before = card_png(OAK, FONTS)
    card_png(CardText(name="Elm", promise="Rest.", color="#884400", members=50, cap=60, rtl=True), FONTS)
    assert card_png(OAK, FONTS) == before


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Elm"},
        {"promise": "Rest."},
        {"site_name": "Grove"},
        {"color": "#884400"},
        {"members": 8},
        {"cap": 13},
        {"rtl": True},
    ],
)
def test_everything_that_a_card_says_can_be_seen(change: dict[str, Any]) -> None:
    assert card_png(replace(OAK, **change), FONTS) != card_png(OAK, FONTS)


@pytest.mark.parametrize("name", ["Oak 漢字", "漢字の会", "ᚠᚢᚦ", "ไทย"])
def test_a_name_with_letters_that_no_font_has_is_left_out(name: str) -> None:
    said = card_png(CardText(name=name, promise="漢", cap=12), FONTS)
    assert said == card_png(CardText(name="", promise="", cap=12), FONTS)


def test_without_words_the_hearth_stands_in_the_middle() -> None:
    picture = _picture(CardText(name="漢字", promise="", cap=12))
    assert _inked(picture, 0, 390) == 0
    assert _inked(picture, 0, 600) == _inked(picture, 600, 1200)


def test_without_fonts_there_is_a_card_without_words(tmp_path: Path) -> None:
    assert card_png(OAK, tmp_path) == card_png(
        CardText(name="", promise="", color=OAK.color, members=7, cap=12), FONTS
    )


def test_an_emoji_does_not_cost_the_name() -> None:
    assert legible(FONTS, "\N{SEEDLING} Oak\N{VARIATION SELECTOR-16} \N{MEMO}") == "Oak"


def test_arabic_stands_on_the_right_and_its_hearth_on_the_left() -> None:
    picture = _picture(CardText(name="حلقة", promise="أن تقول ما يصعب قوله", rtl=True))
    assert _inked(picture, 1116, 1200) == 0
    assert _inked(picture, 1000, 1116) > 0
    assert _inked(picture, 190, 350) > 10_000


def test_a_name_that_is_too_long_ends_with_an_ellipsis() -> None:
    lines = set_in_lines(FONTS, "Schiff" * 60, width=600, rows=3, sizes=(88, 58))
    assert lines is not None
    assert lines.size == 58
    assert [row[-1] for row in lines.rows] == ["\N{HORIZONTAL ELLIPSIS}"]
    assert all(lines.font.getlength(row) <= 600 for row in lines.rows)


def test_a_text_is_set_in_the_largest_size_in_which_all_of_it_fits() -> None:
    lines = set_in_lines(FONTS, "To say what is hard to say", width=600, rows=2, sizes=(200, 60, 20))
    assert lines is not None
    assert (lines.size, " ".join(lines.rows)) == (60, "To say what is hard to say")


@pytest.mark.parametrize("seats", [1, 2, 12, 56, 57, 112, 113, 150, 240])
def test_there_is_a_place_for_each_seat_and_none_covers_another(seats: int) -> None:
    where, wide = places(seats)
    assert len(set(where)) == seats
    gaps = [(a - c) ** 2 + (b - d) ** 2 for (a, b), (c, d) in combinations(where, 2)]
    assert min(gaps, default=wide**2) >= wide**2


def test_more_seats_than_can_be_drawn_are_a_circle() -> None:
    many = [card_png(CardText(name="Oak", promise="", members=7, cap=cap), FONTS) for cap in (300, 400)]
    assert many[0] == many[1] == card_png(CardText(name="Oak", promise=""), FONTS)


def test_arabic_letters_join_and_lam_meets_alef() -> None:
    assert joined("سلام") == "\ufeb3\ufefc\ufee1"
    assert joined("دار") == "\ufea9\ufe8d\ufead"
    assert joined("كَتَبَ") == joined("كتب") == "\ufedb\ufe98\ufe90"


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("Oak (ten)", False, "Oak (ten)"),
        ("שלום", True, "םולש"),
        ("שלום (Oak) 17:30", True, "17:30 (Oak) םולש"),
        ("שלום Oak (ten) elm", True, "Oak (ten) elm םולש"),
        ("Oak שלום, ten", False, "Oak םולש, ten"),
    ],
)
def test_each_word_is_drawn_in_its_own_direction(text: str, expected: str, *, rtl: bool) -> None:
    assert drawn(text, rtl=rtl) == expected


def test_the_fonts_are_small_and_their_licence_is_beside_them() -> None:
    files = list(FONTS.iterdir())
    assert sum(path.stat().st_size for path in files) < 250 * KILOBYTE
    licence = (FONTS / "LICENSE-fonts.txt").read_text(encoding="utf-8")
    assert "Permission is hereby granted, free of charge" in licence


@pytest.mark.parametrize("name", ["朝の読書会", "🌱🌱"])
def test_a_name_without_letters_to_draw_gives_way_to_its_address(name: str) -> None:
    lacking = replace(OAK, name=name, promise="本を読む", slug="asa-no-dokushokai")
    assert card_png(lacking, FONTS) == card_png(replace(OAK, name="asa no dokushokai", promise=""), FONTS)
