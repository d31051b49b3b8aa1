"""The Arabic words: whole, right to left, with counted nouns as grammar has them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.calendar.describe import describe
from hearthbook.model.recurrence import When
from hearthbook.render.bidi import LRI, PDI
from hearthbook.render.cell import render_cell
from hearthbook.render.inline import ADDRESS
from hearthbook.render.words import load_words
from hearthbook.resources import themes
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = themes() / "hearth" / "words"
ARABIC: Final = load_words(FOLDER, "ar")
ENGLISH: Final = load_words(FOLDER, "en")
FORMS: Final = {"zero", "one", "two", "few", "many", "other"}
PLACE: Final = re.compile(r"\{(\w+)\}")
LATIN: Final = re.compile(r"[A-Za-z](?:[\w.-]*\w)?")
NAMES: Final = {
    *("Hearthbook", "MIT", "Markdown", "index.md", "GitHub", "GitLab", "Python", "git", "fork"),
    # what stands in a form about files and addresses
    *("YAML", "communities", "yml", "a", "z"),
}
"""Latin words that are names; the theme has no others."""
SHOWN: Final = re.compile(r"`[^`]*`(?:\{:[^}]*\})?|«[A-Za-z][^»]*»")
"""What stands in files, and what a forge writes on its buttons."""
HUDA: Final = {"id": "huda", "who": "هدى", "reach": "+49 30 23125 042، مساءً"}
FOR_PROGRAMS: Final = ("rituals.screens", "llms.cells")
"""Keys whose Latin words are compared or are addresses."""


def _forms() -> Iterator[tuple[str, str]]:
    for key, leaf in ARABIC.leaves.items():
        for form in [leaf] if isinstance(leaf, str) else leaf.values():
            yield key, form


def _said(**facts: object) -> str:
    return describe(When.model_validate(facts), ARABIC.say, ARABIC.locale)


def test_every_count_has_all_six_forms() -> None:
    short = {
        key: sorted(FORMS - set(ARABIC.leaves[key]))
        for key, leaf in ENGLISH.leaves.items()
        if not isinstance(leaf, str) and set(ARABIC.leaves[key]) != FORMS
    }
    assert short == {}


def test_each_form_has_the_places_of_its_sentence() -> None:
    lost = [
        (key, name)
        for key, leaf in ARABIC.leaves.items()
        if not isinstance(leaf, str)
        for name, form in leaf.items()
        if name in {"few", "many", "other"} and set(PLACE.findall(form)) != set(PLACE.findall(leaf["other"]))
    ]
    assert lost == []


def test_no_latin_word_is_left_but_names() -> None:
    left = {
        key: words
        for key, form in _forms()
        if not key.startswith(FOR_PROGRAMS)
        and (words := set(LATIN.findall(SHOWN.sub("", PLACE.sub("", form)))) - NAMES)
        if not all(word in {"name", "llms.txt"} for word in words)
    }
    assert left == {}


@pytest.mark.parametrize("mark", [",", ";", "?", "!", "\N{LEFT DOUBLE QUOTATION MARK}", '"', "\u0640"])
def test_punctuation_is_arabic_and_nothing_is_shouted_or_stretched(mark: str) -> None:
    assert [key for key, form in _forms() if mark in form and key != "every.named"] == []


def test_no_name_stands_behind_a_joined_letter() -> None:
    glued = re.compile(r"(?:^|[\s(«])[وف]?[بلكو]\{")
    assert [key for key, form in _forms() if glued.search(form)] == []


@pytest.mark.parametrize(
    ("key", "count", "said"),
    [
        ("size.members", 0, "لا أعضاء بعد."),
        ("size.members", 1, "فيها عضو واحد."),
        ("size.members", 2, "فيها عضوان."),
        ("size.members", 3, "فيها 3 أعضاء."),
        ("size.members", 10, "فيها 10 أعضاء."),
        ("size.members", 11, "فيها 11 عضوًا."),
        ("size.members", 99, "فيها 99 عضوًا."),
        ("size.members", 100, "فيها 100 عضو."),
        ("size.members", 103, "فيها 103 أعضاء."),
        ("expected.hours", 0.5, "0.5 ساعة في الأسبوع العادي"),
        ("expected.hours", 2, "ساعتان في الأسبوع العادي"),
        ("expected.hours", 3, "3 ساعات في الأسبوع العادي"),
        ("expected.hours", 11, "11 ساعة في الأسبوع العادي"),
        ("when.every_months_plain", 1, "كل شهر"),
        ("when.every_months_plain", 2, "كل شهرين"),
        ("when.every_months_plain", 3, "كل 3 أشهر"),
        ("when.every_months_plain", 11, "كل 11 شهرًا"),
        ("when.every_months_plain", 100, "كل 100 شهر"),
    ],
)
def test_a_counted_noun_takes_the_form_of_its_number(key: str, count: float, said: str) -> None:
    assert ARABIC.say(key, count=count, days="") == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"every": "week", "day": ("Tuesday",)}, "يوم الثلاثاء من كل أسبوع"),
        ({"every": "2 weeks", "day": ("Tuesday",)}, "يوم الثلاثاء مرة كل أسبوعين"),
        ({"every": "month", "day": ("third Wednesday",)}, "يوم الأربعاء الثالث من كل شهر"),
        ({"every": "month", "day": (15,)}, "يوم 15 من كل شهر"),
        (
            {"every": "week", "at": "17:00", "zone": "Europe/Berlin", "minutes": 45},
            "كل أسبوع، الساعة 17:00 (بتوقيت برلين)، لمدة 45 دقيقة",
        ),
    ],
)
def test_a_rhythm_is_said_as_one_says_it(facts: dict[str, object], said: str) -> None:
    assert _said(**facts) == said


def test_facts_side_by_side_have_the_arabic_comma_between_them() -> None:
    assert ARABIC.listing(["برلين", "ألمانيا"], "unit") == "برلين، ألمانيا"


def test_a_latin_name_is_held_together_within_a_sentence() -> None:
    assert ARABIC.say("ask.channel", channel="@help") == f"يمكنكم أن تسألوا في {LRI}@help{PDI}."


def test_an_arabic_name_needs_no_marks() -> None:
    assert ARABIC.say("ask.channel", channel="عون") == "يمكنكم أن تسألوا في عون."


def test_a_number_to_dial_keeps_its_order_within_a_text_of_a_founder() -> None:
    assert ARABIC.kept("اتصلوا على +49 30 1234567 مساءً") == f"اتصلوا على {LRI}+49 30 1234567{PDI} مساءً"


@pytest.mark.parametrize(
    "text", ["من 3-5 أشخاص", "`+49 30 1234567` كما هو", "في [هنا](https://a.example/#b)"]
)
def test_counts_code_and_addresses_get_no_marks(text: str) -> None:
    assert ARABIC.kept(text) == text


def test_a_page_in_english_has_no_marks_even_around_arabic_names() -> None:
    assert ENGLISH.say("ask.channel", channel="عون +49 30 1234567") == "You can ask in عون +49 30 1234567."


def test_an_address_ends_before_an_arabic_comma() -> None:
    found = ADDRESS.search("انظروا https://a.example/b، ثم عودوا")
    assert found
    assert found[0] == "https://a.example/b"


def test_the_number_of_a_contact_is_whole_before_an_arabic_comma() -> None:
    one = replace(support.cell(support.community(conduct={"contacts": (HUDA,)})), language="ar")
    page = next(page for page in render_cell(one, support.theme()) if page.kind == "code-of-conduct")
    assert f"[{LRI}+49 30 23125 042{PDI}](tel:+493023125042)، مساءً" in page.markdown
    assert page.direction == "rtl"


def test_no_verb_stands_right_before_a_name_whose_gender_is_unknown() -> None:
    verb = re.compile(r"(?:تنمو|ينمو|كانت?|تكون|يكون) \{(?:name|community)\}")
    assert not [key for key, form in _forms() if verb.search(form)]
