"""Entries that say something else than was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ingest.conftest import Load, Made, Told

CONTACTS = "conduct:\n  contacts:\n    - "
BASE = "people: {mira: {name: Mira}}\n"


def _when(keys: str) -> str:
    return f"rituals:\n  - name: Wins\n    when: {keys}\n"


def test_a_contact_cut_at_the_comma_is_shown_whole(told: Told) -> None:
    (finding,) = told("conduct: {contacts: [Ines Example, ines@example.org]}\n")
    assert finding.startswith("5:36 HB009 `ines@example.org` is an address without a name; ")
    assert finding.endswith(' in quotes: "Ines Example, ines@example.org"')


@pytest.mark.parametrize(
    "text", ["ada@example.org", "https://example.org/ada", "+49 30 123456", "112 000 111"]
)
def test_a_contact_needs_a_name_before_the_address(told: Told, text: str) -> None:
    (finding,) = told(f"{CONTACTS}{text}\n")
    assert finding.startswith(f"7:7 HB009 `{text}` is an address without a name; ")
    assert finding.endswith(f'"Ada Example, {text}"')


@pytest.mark.parametrize(
    "text",
    ["Dee - dee@example.org", "Dee dee@example.org", "Dee – dee@example.org", "Dee (dee@example.org)"],  # noqa: RUF001
)
def test_a_contact_needs_a_comma_before_the_address(told: Told, text: str) -> None:
    (finding,) = told(f"{CONTACTS}{text}\n")
    assert finding.startswith(f"7:7 HB009 no comma parts the name from the address in `{text}`; ")
    assert finding.endswith('write a comma between the two: "Dee, dee@example.org"')


@pytest.mark.parametrize(
    "text",
    ["Dee <dee@example.org>", "Dee, dee@example.org", '"Dee, dee@example.org"', "Dee, <dee@example.org>"],
)
def test_a_contact_may_be_written_as_in_a_letter(community: Made, text: str) -> None:
    conduct = community(f"{CONTACTS}{text}\n").conduct
    assert conduct
    assert (conduct.contacts[0].who, conduct.contacts[0].reach) == ("Dee", "dee@example.org")


@pytest.mark.parametrize(
    "lines",
    ["rituals: [every Sunday at 17:00]", "rituals: [{name: every Sunday at 17:00}]", "rituals: {Sundays: }"],
)
def test_a_ritual_that_is_called_by_its_time_needs_a_name(told: Told, lines: str) -> None:
    (finding,) = told(lines + "\n")
    assert " is a time, but stands where the ritual's name should be; write both: `{name: " in finding


def test_a_ritual_with_a_time_may_be_called_by_its_day(community: Made) -> None:
    assert community("rituals: {Sundays: every Sunday at 17:00 UTC}\n").rituals[0].name == "Sundays"


@pytest.mark.parametrize(
    ("keys", "fact", "remedy"),
    [
        ("{every: week, from: 2026-09-01, until: 2026-08-01}", "`until` 2026-08-01 comes before", "earlier"),
        ("{}", "this says nothing about when it takes place", "`{every: week, day: Tuesday}`"),
        ("{zone: UTC}", "this says nothing about when it takes place", "or a `note`"),
        ("{day: Tuesday, at: 17:00, zone: UTC}", "a `day` without `every` does not say", "`every: week`"),
        ("{day: [15]}", "a `day` without `every` does not say how often", "`every: month`"),
        ("''", "`when` is empty", "as in `every Tuesday at 17:00`, or take the key out"),
        ("' '", "`when` is empty", "or take the key out"),
    ],
)
def test_a_time_that_says_too_little_is_told(told: Told, keys: str, fact: str, remedy: str) -> None:
    (finding,) = told(_when(keys))
    assert finding.startswith(f"7:11 HB009 {fact}")
    assert remedy in finding.partition("; ")[2]


def test_a_base_file_may_leave_the_rhythm_to_others(load: Load, start: str) -> None:
    ritual = "rituals: [{id: wins, name: Wins, when: {%s}}]\n"
    own = start + "extends: _base\n" + ritual % "every: week"
    files = {"communities/_base.yml": ritual % "zone: UTC, day: Tuesday", "communities/oak.yml": own}
    assert load(files).findings == ()


@pytest.mark.parametrize(
    ("lines", "remedy"),
    [
        ("tags: work, play", "tags: [work, play]"),
        ("tags: 'work, play'", "tags: [work, play]"),
        ("synonyms:\n  advice: ideas, tips", "advice: [ideas, tips]"),
    ],
)
def test_words_with_a_comma_are_a_list(told: Told, lines: str, remedy: str) -> None:
    (finding,) = told(lines + "\n")
    assert finding.endswith(f"write a list: `{remedy}`")


@pytest.mark.parametrize(
    ("lines", "remedy"),
    [
        ("norms:\n  - Be kind: we ask first", 'put the whole text in quotes: "Be kind: we ask first"'),
        ("norms:\n  - 'Say \"hi\"': always", "put the whole text in quotes: 'Say \"hi\": always'"),
        ("tags:\n  - a: b", 'put the whole text in quotes: "a: b"'),
        (f"{CONTACTS}Dee: dee@example.org", 'write a comma instead: "Dee, dee@example.org"'),
        ("channels:\n  - help: Ask, and wait", 'write `- {name: help, purpose: "Ask, and wait"}`'),
    ],
)
def test_an_entry_with_a_colon_is_one_text(told: Told, lines: str, remedy: str) -> None:
    (finding,) = told(lines + "\n")
    assert " HB009 `" in finding
    assert " holds a colon, so it is read as a key and its value; " in finding
    assert remedy in finding
