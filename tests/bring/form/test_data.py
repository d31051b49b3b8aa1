"""What the form works from: its facts, and the blueprints."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import pytest

from hearthbook.bring.blueprints import beginnings, blueprint, blueprints, names
from hearthbook.bring.carried import carried
from hearthbook.bring.form.data import FACTS, FormFacts, form_files
from hearthbook.lint.settings import LintSettings

MOST: Final = 150_000
"""Bytes of the facts, which are fetched once somebody begins."""


def _files(language: str = "en", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - settings of all kinds
    facts = FormFacts(language=language, zone="Europe/Berlin", **more)
    return {path: json.loads(text) for path, text in form_files(facts, {"form": {}}).items()}


def test_each_blueprint_has_a_file_of_its_own() -> None:
    files = _files()
    assert sorted(files) == sorted([FACTS, *(f"start/{name}.json" for name in names())])
    assert files["start/craft-club.json"] == carried(blueprint("craft-club", "en").draft)


def test_questions_are_asked_in_the_language_of_the_archive() -> None:
    assert _files("de-AT")[FACTS]["questions"]["/name"]["ask"] == "Wie heißt die Gruppe?"


def test_a_language_without_questions_is_asked_in_english() -> None:
    facts = _files("ar")[FACTS]
    assert (facts["language"], facts["spoken"]) == ("ar", "en")


def test_what_is_about_a_groups_own_promise_is_marked() -> None:
    own = {pointer for pointer, asked in _files()[FACTS]["questions"].items() if asked.get("own")}
    assert own == {
        "/name",
        "/tagline",
        "/promise/for",
        "/promise/outcome",
        "/promise/within",
        "/promise/not_for",
        "/rituals/0/when",
    }


def test_the_settings_of_the_archive_choose_the_advice() -> None:
    rules = _files(lint=LintSettings(ignore=("HB101",)))[FACTS]["rules"]["rules"]
    assert "HB101" not in rules
    assert "HB102" in rules


def test_signs_that_nobody_sees_are_written_by_their_numbers() -> None:
    text = form_files(FormFacts(language="en", zone=""), {"form": {"x": "a\u2063b"}})[FACTS]
    assert not re.search("[\u200b-\u200f\u2060-\u206f]", text)
    assert json.loads(text)["words"]["form"]["x"] == "a\u2063b"


def test_the_facts_are_small() -> None:
    text = form_files(FormFacts(language="en", zone=""), {})[FACTS]
    assert len(text.encode()) < MOST


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_what_the_page_says_of_blueprints_is_what_they_say_themselves(language: str) -> None:
    expected = tuple((one.name, one.title, one.summary) for one in blueprints(language))
    assert beginnings(language) == expected
