"""Commas that cut a text in two, and typographic quotes that do not hold it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ingest.conftest import Load, Made, Told


@pytest.mark.parametrize(
    ("lines", "place", "remedy"),
    [
        ("channels: {help: Ask here, within a day}", "5:28", 'help: "Ask here, within a day"'),
        ("channels: {help: Ask, b, c, Wins: Tell}", "5:26", 'help: "Ask, b, c"'),
        ("channels: {help: “Ask, then wait”}", "5:24", 'help: "Ask, then wait"'),
        ('channels: {help: Say "hi", then}', "5:28", "help: 'Say \"hi\", then'"),
        ("rituals: { Reading: every Sunday at 17:00, UTC }", "5:44", 'Reading: "every Sunday at 17:00, UTC"'),
        ("channels: {help: Ask, wins:Tell}", "5:23", "wins: Tell"),
        ("place: {Leipzig}", "5:9", "Leipzig: ..."),
    ],
)
def test_a_key_without_a_value_in_braces_is_words_that_are_lost(
    told: Told, lines: str, place: str, remedy: str
) -> None:
    (finding,) = told(lines + "\n")
    assert finding.startswith(f"{place} HB002 ")
    assert f"`{remedy}`" in finding.partition("; ")[2]


@pytest.mark.parametrize(
    "lines",
    ["channels: {help: Ask here, Wins: }", "channels: {help: , wins: }", "channels:\n  help:\n  wins:"],
)
def test_a_key_may_be_left_empty_behind_its_colon(community: Made, lines: str) -> None:
    assert len(community(lines + "\n").channels) == 2


@pytest.mark.parametrize(
    "lines",
    [
        'channels: {help: "Ask here, within a day"}',
        "channels: {help: 'Say \"hi\", then'}",
        'rituals: { Reading: "every Sunday at 17:00, UTC" }',
        "channels: {help: Ask, wins: Tell}",
    ],
)
def test_the_remedies_for_cut_texts_work(told: Told, lines: str) -> None:
    assert told(lines + "\n") == []


@pytest.mark.parametrize(
    ("lines", "place", "remedy"),
    [
        ("tags: [“a, b”, c]", "5:8", '"a, b"'),
        ("tags: [„a, b, c“]", "5:8", '"a, b, c"'),
        ("tags: [«a, b»]", "5:8", '"a, b"'),
        ("tags: [‘a, b’]", "5:8", '"a, b"'),  # noqa: RUF001
    ],
)
def test_a_typographic_quote_does_not_hold_a_comma(told: Told, lines: str, place: str, remedy: str) -> None:
    (finding,) = told(lines + "\n")
    assert finding.startswith(f"{place} HB002 the text that opens with ")
    assert finding.endswith(f"; put straight quotes around the whole text: {remedy}")


@pytest.mark.parametrize("lines", ["tagline: “Oak”", "tagline: „Oak“", "tagline: «Oak»", "tagline: “Oak"])
def test_typographic_quotes_that_readers_will_see_are_a_warning(load: Load, start: str, lines: str) -> None:
    (finding,) = load({"communities/oak.yml": f"{start}{lines}\n"}).findings
    assert (finding.code, finding.severity) == ("HB002", "warning")
    assert "shown on the page" in finding.message


@pytest.mark.parametrize(
    "lines",
    ["tagline: “Oak” and “Elm”", 'tagline: "“Oak”"', "tagline: ‘90s children", "tagline: |\n  “Oak”"],  # noqa: RUF001
)
def test_typographic_quotes_inside_a_text_are_fine(told: Told, lines: str) -> None:
    assert told(lines + "\n") == []
