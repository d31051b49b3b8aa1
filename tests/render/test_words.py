"""Words in any language: plurals, lists, dates, numbers, and what happens when one is missing."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from markupsafe import Markup

from hearthbook.errors import HearthbookError
from hearthbook.model.pages import UNNAMED
from hearthbook.render.cell import direction
from hearthbook.render.words import flatten, load_words

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.render.words import Words

POLISH: Final = """
greeting: "Witaj, {name}."
seats:
  one: "{count} miejsce"
  few: "{count} miejsca"
  many: "{count} miejsc"
  other: "{count} miejsca"
half:
  one: "{count} raz"
people:
  unnamed: "ktoś"
"""


def _words(folder: Path, language: str, text: str = POLISH) -> Words:
    (folder / f"{language}.yml").write_text(text, encoding="utf-8")
    return load_words(folder, language)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (1, "1 miejsce"),
        (2, "2 miejsca"),
        (5, "5 miejsc"),
        (12, "12 miejsc"),
        (22, "22 miejsca"),
        (0, "0 miejsc"),
        (1.5, "1,5 miejsca"),
        ("2", "2 miejsca"),
        (12345, "12 345 miejsc"),
    ],
)
def test_a_number_chooses_the_form_that_the_language_wants(tmp_path: Path, count: object, shown: str) -> None:
    assert _words(tmp_path, "pl").say("seats", count=count).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_arabic_has_six_forms(tmp_path: Path) -> None:
    text = "n: { zero: '0', one: '1', two: '2', few: f, many: m, other: o }"
    words = _words(tmp_path, "ar", text)
    assert [words.say("n", count=count) for count in (0, 1, 2, 5, 11, 100)] == ["0", "1", "2", "f", "m", "o"]


def test_a_form_that_a_language_never_needed_falls_back_to_other(tmp_path: Path) -> None:
    assert _words(tmp_path, "pl", "n: { one: a, other: b }").say("n", count=5) == "b"


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        ("nothing", {}, "there is no word `nothing`"),
        ("greeting", {}, "`greeting` needs a value for name"),
        ("seats", {}, "`seats` needs a value for count"),
        ("half", {"count": 5}, "`half` has no form `other`"),
        ("greeting", {"name": None}, "cannot show a value of type NoneType"),
    ],
)
def test_what_is_missing_is_said_with_its_file_and_a_remedy(
    tmp_path: Path, key: str, values: dict[str, object], message: str
) -> None:
    with pytest.raises(HearthbookError) as caught:
        _words(tmp_path, "pl").say(key, **values)
    assert caught.value.message == message
    assert caught.value.where == "words/pl.yml"
    assert caught.value.hint


@pytest.mark.parametrize("key", ["nothing", "seats"])
def test_a_raw_word_is_a_single_sentence_or_an_error(tmp_path: Path, key: str) -> None:
    with pytest.raises(HearthbookError, match="there is no word"):
        _words(tmp_path, "pl").raw(key)


def test_a_raw_word_keeps_its_places(tmp_path: Path) -> None:
    assert _words(tmp_path, "pl").raw("greeting") == "Witaj, {name}."


def test_words_that_are_not_yaml_are_said_with_their_file(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError) as caught:
        _words(tmp_path, "pl", "a: [")
    assert caught.value.where.endswith("pl.yml")


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (("pt-BR", "pt", "en"), "pt-BR"),
        (("pt", "en"), "pt"),
        (("en", "de"), "en"),
    ],
)
def test_the_nearest_language_is_found(tmp_path: Path, there: tuple[str, ...], found: str) -> None:
    for language in there:
        (tmp_path / f"{language}.yml").write_text("a: b", encoding="utf-8")
    assert load_words(tmp_path, "pt-BR").language == found


def test_a_script_is_nearer_than_a_language(tmp_path: Path) -> None:
    for language in ("zh", "zh-Hant", "en"):
        (tmp_path / f"{language}.yml").write_text("a: b", encoding="utf-8")
    assert load_words(tmp_path, "zh-Hant-TW").language == "zh-Hant"


def test_a_theme_without_any_words_says_so(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match=r"en\.yml"):
        load_words(tmp_path, "pt")


def test_a_file_that_was_edited_is_read_again(tmp_path: Path) -> None:
    assert _words(tmp_path, "pl", "a: one").say("a") == "one"
    (tmp_path / "pl.yml").write_text("a: two", encoding="utf-8")
    os.utime(tmp_path / "pl.yml", (1, 1))
    assert load_words(tmp_path, "pl").say("a") == "two"


@pytest.mark.parametrize(("language", "way"), [("pl", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa", "rtl")])
def test_each_language_has_its_direction(tmp_path: Path, language: str, way: str) -> None:
    assert direction(_words(tmp_path, language)) == way


@pytest.mark.parametrize(
    ("language", "values", "shown"),
    [
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a", "b", "c"], "a, b, and c"),
        ("de", ["a", "b", "c"], "a, b und c"),
        ("en", ["*a*", Markup("*b*")], "\\*a\\* and *b*"),
    ],
)
def test_lists_are_joined_the_way_of_the_language(
    tmp_path: Path, language: str, values: list[object], shown: str
) -> None:
    words = _words(tmp_path, language)
    assert words.listing(values) == shown
    assert words.show(tuple(values)) == shown


def test_a_choice_is_joined_with_or(tmp_path: Path) -> None:
    assert _words(tmp_path, "en").listing(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(
    ("language", "value", "shown"),
    [
        ("en", date(2026, 11, 3), "November 3, 2026"),
        ("de", date(2026, 11, 3), "3. November 2026"),
        ("en", 12345, "12,345"),
        ("de", 1234.5, "1.234,5"),
        ("en", "a_b *c*", "a_b \\*c\\*"),
        ("en", Markup("*c*"), "*c*"),
        ("pl", UNNAMED, "ktoś"),
    ],
)
def test_a_value_is_shown_the_way_of_the_language(
    tmp_path: Path, language: str, value: object, shown: str
) -> None:
    assert _words(tmp_path, language).show(value) == shown


def test_a_country_of_two_letters_is_named_in_the_language(tmp_path: Path) -> None:
    words = _words(tmp_path, "de")
    assert [words.country(text) for text in ("AT", "Austria", None)] == ["Österreich", "Austria", None]


def test_what_fills_a_place_is_neutralised(tmp_path: Path) -> None:
    assert _words(tmp_path, "pl").say("greeting", name="<b>{name}*") == "Witaj, &lt;b>\\{name\\}\\*."


def test_a_mapping_of_plural_forms_is_one_sentence_and_any_other_a_branch() -> None:
    tree = {"when": {"one": "x", "deeper": {"y": "z"}}, "n": {"one": "a", "other": 2}}
    assert flatten(tree) == {"when.one": "x", "when.deeper.y": "z", "n": {"one": "a", "other": "2"}}


def test_a_regional_form_writes_dates_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("a: b", encoding="utf-8")
    day = date(2026, 11, 2)
    assert load_words(tmp_path, "en-GB").show(day) == "2 November 2026"
    assert load_words(tmp_path, "en").show(day) == "November 2, 2026"
