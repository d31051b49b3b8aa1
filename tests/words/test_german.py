"""German sentences: their grammar where numbers, days and lists decide it, and that they all are German."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.calendar.describe import describe
from hearthbook.calendar.speaking import zone_city
from hearthbook.model.pages import UNNAMED
from hearthbook.model.recurrence import When
from hearthbook.render.environment import opening, sentence
from hearthbook.render.helpers import Helpers
from hearthbook.render.words import Words, joined, load_words
from hearthbook.resources import themes
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = themes() / "hearth" / "words"
LONGEST: Final = 28
"""Words in a sentence."""
MACHINES: Final = ("llms.", "every.begins", "every.named", "rituals.screens")
"""Keys of what is no sentence for members, as they begin."""
ENGLISH: Final = re.compile(
    r"(?<!\{)\b(?:about|and|are|as|at|be|been|but|can|for|from|has|have|how|if|into|is|it|its|members|nobody"
    r"|not|of|our|report|says|she|should|somebody|that|the|their|them|there|they|this|to|we|what|when|where"
    r"|which|who|with|yes|you|your)\b(?!\})"
)
"""Words that no German sentence has; `in`, `so` and the like are German too."""
BORROWED: Final = re.compile(
    r"start-here|code-of-conduct|handling-reports|llms\.txt|index\.md|example\.org"
    r"|„Create a pull request for this change“"
)


@pytest.fixture(scope="module")
def german() -> Words:
    """The words in German."""
    return load_words(FOLDER, "de")


@pytest.fixture(scope="module")
def english() -> Words:
    """The words in English."""
    return load_words(FOLDER, "en")


def _forms(words: Words) -> Iterator[tuple[str, str]]:
    """Each key with each of its sentences."""
    for key, leaf in words.leaves.items():
        for text in [leaf] if isinstance(leaf, str) else leaf.values():
            yield key, text


def _for_members(words: Words) -> Iterator[tuple[str, str]]:
    return ((key, text) for key, text in _forms(words) if not key.startswith(MACHINES))


def _when(german: Words, **facts: object) -> str:
    return describe(When.model_validate(facts), german.say, german.locale)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 Stunden"), (0.5, "0,5 Stunden"), (1, "1 Stunde"), (2, "2 Stunden"), (1000, "1.000 Stunden")],
)
def test_a_number_chooses_its_form(german: Words, count: float, expected: str) -> None:
    said = german.say("expected.hours", count=count)
    assert said == f"{expected} in einer gewöhnlichen Woche"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"every": "week", "day": ("Tuesday",)}, "jeden Dienstag"),
        ({"every": "week", "day": ("Tuesday", "Friday")}, "jeden Dienstag und Freitag"),
        ({"every": "2 weeks", "day": ("Tuesday",)}, "jeden zweiten Dienstag"),
        ({"every": "3 weeks", "day": ("Monday",)}, "alle 3 Wochen am Montag"),
        ({"every": "month", "day": ("third Wednesday",)}, "am dritten Mittwoch jedes Monats"),
        (
            {"every": "month", "day": ("first Monday", "last Friday")},
            "am ersten Montag und letzten Freitag jedes Monats",
        ),
        ({"every": "month", "day": (1, 15)}, "am 1. und 15. jedes Monats"),
        ({"every": "2 months", "day": (15,)}, "alle 2 Monate am 15."),
        ({"every": "quarter", "day": ("last Sunday",)}, "am letzten Sonntag jedes Quartals"),
        ({"every": "year"}, "jedes Jahr"),
    ],
)
def test_days_stand_in_the_case_of_their_rhythm(
    german: Words, facts: dict[str, object], expected: str
) -> None:
    assert _when(german, **facts) == expected


def test_dates_and_hours_are_written_as_in_german(german: Words) -> None:
    facts = {"every": "week", "day": ("Monday",), "at": time(17), "zone": "Europe/Zurich", "minutes": 60}
    bounds = {"from": date(2026, 3, 5), "except": (date(2026, 12, 28),)}
    assert _when(german, **facts, **bounds) == (
        "jeden Montag, um 17:00\N{NO-BREAK SPACE}Uhr (Ortszeit Zürich), 60 Minuten lang, "
        "ab dem 5. März 2026, außer am 28. Dezember 2026"
    )


def test_a_single_day_stands_in_place_of_the_rhythm(german: Words) -> None:
    assert _when(german, **{"from": date(2026, 7, 4), "until": date(2026, 7, 4)}) == "am 4. Juli 2026"


def test_lists_end_without_a_comma(german: Words) -> None:
    assert german.listing(["Brot", "Salz", "Tee"]) == "Brot, Salz und Tee"
    assert german.listing(["Brot", "Salz", "Tee"], "or") == "Brot, Salz oder Tee"
    assert german.listing(["Wien", "Österreich", "Erde"], "unit") == "Wien, Österreich, Erde"


def test_whoever_is_not_named_fits_every_sentence_on_people(german: Words) -> None:
    bent = re.compile(r"\b(?:von|bei|mit|zu|nach|aus|seit) ein ungenanntes Mitglied")
    places = ("who", "people", "owner", "greeter", "author", "by", "founders", "contacts")
    wrong = [
        text
        for _, text in _for_members(german)
        if bent.search(re.sub(rf"\{{(?:{'|'.join(places)})\}}", str(german.show(UNNAMED)), text))
    ]
    assert wrong == []


def test_a_length_of_time_stands_where_two_days_are_zwei_tage(german: Words) -> None:
    places = "within|receipt|decide|term|waiting_time"
    dative = re.compile(rf"\b(?:innerhalb von|binnen|nach|in|seit|von) \{{(?:{places})\}}", re.IGNORECASE)
    assert [text for _, text in _for_members(german) if dative.search(text)] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [("zu früh?", "Zu früh?"), ("Ich frage: „Bin ich zu früh?“", "Ich frage: „Bin ich zu früh?“"),
     ("Er sagt »ja.«", "Er sagt »ja.«"), ("über uns", "Über uns.")],
)  # fmt: skip
def test_german_quotes_close_a_sentence(written: str, read: str) -> None:
    assert sentence(written) == read


@pytest.mark.parametrize(
    "first",
    ["Leitet am 3. Dienstag die Runde.", "Bringt etwas mit, z. B. Tee.", "Bringt Brot, d. h. Kuchen, mit."],
)
def test_an_ordinal_and_an_abbreviation_end_no_sentence(first: str) -> None:
    assert opening(f"{first} Räumt danach auf.") == first


def test_every_quote_that_opens_closes(german: Words) -> None:
    wrong = [key for key, text in _forms(german) if text.count("„") != text.count("“") or "”" in text]
    assert wrong == []
    assert [key for key, text in _forms(german) if '"' in text] == []


def test_every_form_keeps_the_places_of_the_english_one(german: Words, english: Words) -> None:
    place = re.compile(r"\{\w+\}")
    wrong = []
    for key, leaf in english.leaves.items():
        own = german.leaves[key]
        pairs = [(leaf, own)] if isinstance(leaf, str) else [(text, own[form]) for form, text in leaf.items()]  # type: ignore[index]
        wrong += [key for one, other in pairs if set(place.findall(one)) != set(place.findall(str(other)))]
    assert wrong == []


def test_no_english_word_is_left(german: Words) -> None:
    left = {key: text for key, text in _forms(german) if ENGLISH.search(BORROWED.sub("", text).lower())}
    assert left == {}


def test_no_sentence_is_longer_than_a_breath(german: Words) -> None:
    long = {
        key: len(part.split())
        for key, text in _for_members(german)
        for part in re.split(r"(?<=[.!?])[“)]?\s+", text)
        if len(part.split()) > LONGEST
    }
    assert long == {}


def test_nobody_is_shouted_at_nor_made_a_man_by_a_sign(german: Words) -> None:
    signs = re.compile(r"!|\w[*_:]in(?:nen)?\b|\wIn(?:nen)?\b|/-?in(?:nen)?\b")
    assert [key for key, text in _forms(german) if signs.search(text)] == []


def test_nobody_is_spoken_to_as_sie(german: Words) -> None:
    formal = re.compile(r"(?<![.:?“„] )(?<!^)\b(?:Sie|Ihnen|Ihre[mnrs]?)\b")
    assert [key for key, text in _forms(german) if formal.search(text)] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Jahr", "jedes Jahr"),
        ("Monat", "jeden Monat"),
        ("ein halbes Jahr", "jedes halbe Jahr"),
        ("sechs Monate", "alle sechs Monate"),
        ("alle sechs Monate", "alle sechs Monate"),
        ("Halbjährlich.", "halbjährlich"),
        ("zweimal im Jahr", "zweimal im Jahr"),
    ],
)
def test_how_often_is_said_alike_however_it_was_written(german: Words, written: str, read: str) -> None:
    helpers = Helpers(support.cell(support.community()), german)
    assert helpers.how_often(written) == read


def test_who_keeps_a_handbook_and_when_it_was_read_are_two_sentences(german: Words) -> None:
    kept = german.say("review.owner_every", owner="Klett", every="alle sechs Monate")
    assert kept == "Klett hält dieses Handbuch aktuell und sieht es alle sechs Monate durch."
    assert "Frag {person}." in german.raw("script.clock.review_ask")


def test_a_card_names_a_city_and_its_country(german: Words) -> None:
    assert joined(["Wien", "Österreich"], german, "unit") == "Wien, Österreich"
    assert joined([], german, "unit") == ""


def test_the_city_of_a_zone_is_called_as_germans_call_it(german: Words, english: Words) -> None:
    assert zone_city("Europe/Vienna", german.locale) == "Wien"
    assert zone_city("America/New_York", german.locale) == "New York"
    assert zone_city("Europe/Zurich", english.locale) == "Zurich"
