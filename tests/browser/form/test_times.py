"""Times are written as people say them, and stand in the file as it can hold them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.form.data import FACTS, FormFacts, form_files
from tests.browser.form.filling import wrong

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FILE = "name: Oak\npromise: { for: us, outcome: talk }\nrituals: [{ name: Meeting, when: SAID }]\n"
AS_WRITTEN = """async ([text, times]) => {
  const { timing } = await import("/assets/hearth/form-times.js");
  return timing(times, (said) => said !== text)(text);
}"""
SPOKEN = {
    "de": {
        "jeden ersten Samstag im Monat um 14 Uhr": "first Saturday of every month at 14:00",
        "Erster Samstag im Monat, 14 bis 17 Uhr": "first Saturday of every month at 14:00 for 180 minutes",
        "am 1. und 3. Mittwoch im Monat um 18 Uhr": "first and third Wednesday of every month at 18:00",
        "alle zwei Wochen am Montag um 19 Uhr, zwei Stunden": "every other Monday at 19:00 for 120 minutes",
        "jeden zweiten Dienstag im Monat um 19.30 Uhr": "second Tuesday of every month at 19:30",
        "immer mittwochs von 18 Uhr bis 20:30 Uhr": "every Wednesday at 18:00 for 150 minutes",
        "wöchentlich am Montag um 8 Uhr": "every Monday at 08:00",
    },
    "en": {
        "Thursdays 7.30pm": "Thursdays at 19:30",
        "first Monday of every month, 16:00-17:30": "first Monday of every month at 16:00 for 90 minutes",
        "every first Saturday at 2pm": "first Saturday of every month at 14:00",
        "Thursdays 19h30": "Thursdays at 19:30",
    },
}
CASES = [(language, said, kept) for language, pairs in SPOKEN.items() for said, kept in pairs.items()]


@pytest.mark.parametrize(("language", "said", "kept"), CASES)
def test_a_time_is_written_as_people_say_it(start: Page, language: str, said: str, kept: str) -> None:
    facts = FormFacts(language=language, zone="")
    times = json.loads(form_files(facts, {})[FACTS])["times"]
    assert start.evaluate(AS_WRITTEN, [said, times]) == kept
    assert wrong(FILE.replace("SAID", kept), "oak") == []


@pytest.mark.parametrize("said", ["Jeden zweiten Dienstag um 19 Uhr", "irgendwann am Abend"])
def test_what_has_two_meanings_or_none_is_not_guessed(start: Page, said: str) -> None:
    times = json.loads(form_files(FormFacts(language="de", zone=""), {})[FACTS])["times"]
    kept = start.evaluate(AS_WRITTEN, [said, times]) or said
    assert wrong(FILE.replace("SAID", kept), "oak") != []
