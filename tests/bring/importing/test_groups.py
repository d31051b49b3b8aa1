"""Lists of groups, as Kubernetes and OpenTelemetry keep theirs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.groups import from_groups
from hearthbook.bring.judged import judged
from hearthbook.errors import HearthbookError

TODAY = date(2026, 11, 23)
REAL: Final = Path(__file__).parents[4] / "shared" / "data" / "opentelemetry" / "workstreams.yml"
SIGS = """\
sigs:
  - dir: sig-docs
    name: Docs
    mission_statement: >
      Looks after the documentation.
    charter_link: charter.md
    label: docs
    leadership:
      chairs:
        - github: ada
          name: Ada Example
          company: Example Inc.
      tech_leads:
        - github: ben
    meetings:
      - description: Regular meeting
        day: Tuesday
        time: "17:30"
        tz: Europe/Berlin
        frequency: weekly
        url: https://example.org/room
        archive_url: https://example.org/notes
        recordings_url: https://example.org/films
      - description: Triage
        day: Friday
        time: "10:00"
        tz: PT (Pacific Time)
        frequency: when needed
    contact:
      slack: sig-docs
      mailing_list: https://example.org/list
      teams:
        - name: docs-maintainers
workinggroups:
  - name: Search
"""


def test_a_group_has_its_people_places_and_times() -> None:
    docs, _ = from_groups(SIGS, "sigs.yaml", TODAY, None)
    found = plain(docs.draft)
    assert docs.slug == "sig-docs"
    assert found["roles"] == [
        {"name": "Chair", "held_by": [{"person": "ada"}]},
        {"name": "Tech lead", "held_by": [{"person": "ben"}]},
    ]
    assert found["people"] == {"ada": {"handle": "@ada", "name": "Ada Example"}, "ben": {"handle": "@ben"}}
    assert found["channels"] == [{"name": "#sig-docs", "platform": "Slack"}]
    assert found["rituals"][0]["name"] == "Regular meeting"
    assert found["rituals"][0]["archive"] == "https://example.org/notes"
    assert "https://example.org/list" in {link["url"] for link in found["links"]}


def test_a_time_that_cannot_be_read_stands_there_in_words() -> None:
    docs, _ = from_groups(SIGS, "sigs.yaml", TODAY, None)
    assert plain(docs.draft)["rituals"][1]["when"] == {"note": "when needed Friday at 10:00 PT"}


def test_what_has_no_place_is_told() -> None:
    docs, _ = from_groups(SIGS, "sigs.yaml", TODAY, None)
    told = {each.what for each in docs.unplaced}
    assert {"charter.md", "Example Inc.", "docs-maintainers", "Looks after the documentation."} <= told


def test_the_mission_stands_above_the_promise_and_is_not_made_into_one() -> None:
    docs, _ = from_groups(SIGS, "sigs.yaml", TODAY, None)
    text = docs.text()
    assert "# The source says: Looks after the documentation.\n# promise:\n" in text
    assert docs.missing == ("for", "outcome")


def test_a_name_that_is_an_address_of_the_archive_gets_another() -> None:
    assert [each.slug for each in from_groups(SIGS, "sigs.yaml", TODAY, None)] == ["sig-docs", "search-group"]


@pytest.mark.parametrize(
    ("key", "value", "lost"),
    [
        ("contact", "'#hall'", "#hall"),
        ("contact", "{slack: {name: hall}}", "hall"),
        ("leadership", "[ada]", "ada"),
        ("meetings", "5", "5"),
        ("people", "[ada]", "ada"),
        ("resources", "hall", "hall"),
        ("mission_statement", "[to read]", "to read"),
        ("kind", "sig", "sig"),
        ("dir", "elsewhere/oak", "oak"),
    ],
)
def test_what_has_another_shape_than_usual_is_told(key: str, value: str, lost: str) -> None:
    (found,) = from_groups(f"sigs:\n- name: Oak\n  id: oak\n  {key}: {value}\n", "g.yaml", TODAY, None)
    assert lost in {each.what for each in found.unplaced}


def test_entries_without_a_name_and_other_keys_are_told() -> None:
    text = "sigs: [{title: nameless}, plain, {name: [A, B]}, {name: Oak}]\nversion: 7\n"
    (oak,) = from_groups(text, "g.yaml", TODAY, None)
    assert {each.what for each in oak.unplaced} == {"nameless", "plain", "A", "B", "7"}


def test_any_number_of_groups_of_one_name_get_a_file_each() -> None:
    found = from_groups("sigs: [{name: Oak}, {name: Oak}, {name: Oak}]", "g.yaml", TODAY, None)
    assert [each.slug for each in found] == ["oak", "oak-2", "oak-3"]


def test_somebody_with_two_roles_stands_once_among_the_people() -> None:
    text = "sigs: [{name: Oak, leadership: {chairs: [{github: ada}], tech_leads: [{github: ada}]}}]"
    (oak,) = from_groups(text, "g.yaml", TODAY, None)
    assert plain(oak.draft)["people"] == {"ada": {"handle": "@ada"}}
    assert not oak.unplaced


def test_a_mission_cannot_break_the_file_that_notes_it() -> None:
    text = 'sigs: [{name: Oak, mission_statement: "\\a read\\n\\nfor: everybody, ' + "and on " * 30 + '"}]'
    (oak,) = from_groups(text, "g.yaml", TODAY, None)
    assert [each.code for each in judged(oak.text(), "oak").findings] == ["HB007"]
    assert max(map(len, oak.text().splitlines())) < 100


def test_meetings_in_plain_words_are_read() -> None:
    text = "sigs: [{name: Oak, meetings: [every Sunday at 17:00 Europe/Berlin]}]"
    (oak,) = from_groups(text, "g.yaml", TODAY, None)
    assert plain(oak.draft)["rituals"] == [{"name": "Meeting", "when": "every Sunday at 17:00 Europe/Berlin"}]


def test_an_archive_without_a_place_does_not_take_its_meeting_away() -> None:
    text = "sigs: [{name: Oak, meetings: [{description: Hour, archive_url: " + "shelf" * 200 + "}]}]"
    (oak,) = from_groups(text, "g.yaml", TODAY, None)
    assert plain(oak.draft)["rituals"] == [{"name": "Hour"}]
    assert [each.what for each in oak.unplaced] == ["shelf" * 200]


def test_a_file_that_says_a_key_twice_is_told_and_not_halved() -> None:
    with pytest.raises(HearthbookError, match="the key `name` stands here twice"):
        from_groups("sigs:\n- name: A\n  name: B\n", "g.yaml", TODAY, None)


@pytest.mark.parametrize("text", ["", "a: 1\n", "- 1\n", "sigs: []\n", "sigs: [\n"])
def test_a_file_without_groups_is_told(text: str) -> None:
    with pytest.raises(HearthbookError):
        from_groups(text, "sigs.yaml", TODAY, None)


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_file(), reason="there is no shared/data beside the checkout")
def test_the_groups_of_opentelemetry_come_in_whole() -> None:
    ledgers = from_groups(REAL.read_text(encoding="utf-8"), "workstreams.yml", TODAY, None)
    assert len(ledgers) == 58
    assert len({each.slug for each in ledgers}) == 58
    assert all(each.missing == ("for", "outcome") for each in ledgers)
    meetings = [ritual for each in ledgers for ritual in plain(each.draft).get("rituals", [])]
    assert len(meetings) == 52
