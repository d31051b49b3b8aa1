"""Dates, times, zones, addresses, colours and names as people write them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ingest.conftest import Load, Made, Told

RTL = "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}\N{HEBREW LETTER VAV}\N{HEBREW LETTER FINAL MEM}"


@pytest.mark.parametrize(
    ("lines", "place", "fact", "remedy"),
    [
        ("size: {members: 3, as_of: 2026-02-30}", "5:27", "2026-02-30 is not in the calendar", "2026-11-03"),
        ("size: {members: 3, as_of: 2026-13-01}", "5:27", "2026-13-01 is not in the calendar", "2026-11-03"),
        ("size: {members: 3, as_of: 3.4.2026}", "5:27", "`3.4.2026` is not a date", "year-month-day"),
        ("size: {members: 3, as_of: 2026-1-2}", "5:27", "`2026-1-2` is not a date", "year-month-day"),
        ("size: {members: 3, as_of: 2026}", "5:27", "`as_of` is the number 2026", "as in `as_of: "),
        ("color: green", "5:8", "`green` is not a colour", '"#2f6f4f"'),
        ('color: "#12"', "5:8", "`#12` is not a colour", '"#2f6f4f"'),
        ("color: 123456", "5:8", "`color` is the number 123456, but should be text", '"123456"'),
        ("language: klingon", "5:11", "`klingon` is not a language code", "en, de or pt-BR"),
        ("language: de_DE", "5:11", "`de_DE` is not a language code", "en, de or pt-BR"),
        ("join: {url: www.example.org}", "5:13", "`www.example.org` does not start with http", "https://"),
        ("join: {url: ada@example.org}", "5:13", "does not start with http", "`mailto:ada@example.org`"),
        ("join: {url: 'http://'}", "5:13", "`http://` names no host", "https://example.org"),
        ("join: {url: 'http://[::1'}", "5:13", "`http://[::1` is not a web address", "https://"),
        ("join: {url: 'https://example.org/a b'}", "5:13", "a character that no address may hold", "%20"),
        ("join: {url: 'javascript:alert(1)'}", "5:13", "`javascript:alert(1)` does not start", "https://"),
        ("join: {url: ' JavaScript:alert(1)'}", "5:13", "`JavaScript:alert(1)` does not start", "https://"),
        ("join: {url: 'data:text/html,x'}", "5:13", "`data:text/html,x` does not start", "https://"),
        ("links: {Ours: 'javascript:alert(1)'}", "5:15", "`javascript:alert(1)` does not start", "https://"),
        ("conduct: {contacts: ['A, javascript:x()']}", "5:22", "is not a way to reach a person", "e-mail"),
        (
            'conduct: {contacts: [{who: A, reach: "java\\tscript:x()"}]}',
            "5:38",
            "is not a way to reach a person",
            "e-mail address",
        ),
        ('tagline: "a\\x02b"', "5:10", "the text holds the control character U+0002", "take it out"),
        ('glossary: {"a\\x1bb": c}', "5:12", "the text holds the control character U+001B", "take it out"),
        ('tagline: "\\ud800"', "5:10", "the text holds half a character", "one escape"),
        (f"tagline: {'x' * 501}", "5:10", "`tagline` has more than 500 characters", "say it shorter"),
        (f"privacy: {'x' * 20_001}", "5:10", "`privacy` has more than 20,000 characters", "say it shorter"),
        ('tagline: "  "', "5:10", "`tagline` is empty", "write something"),
    ],
)
def test_a_text_of_the_wrong_form_is_told_with_an_example(
    told: Told, lines: str, place: str, fact: str, remedy: str
) -> None:
    (finding,) = told(lines + "\n")
    assert finding.startswith(place)
    assert fact in finding.partition("; ")[0]
    assert remedy in finding.partition("; ")[2]


@pytest.mark.parametrize(
    ("keys", "fact", "remedy"),
    [
        ("at: 9:5", "`9:5` is not a time of day", '"09:05"'),
        ("at: 9:30", "`9:30` is not a time of day", '"09:05"'),
        ("at: 24:00", "`24:00` is not a time of day", '"17:00"'),
        ("at: 5 pm", "`5 pm` is not a time of day", '"17:00"'),
        ("at: 17", "`at` is the number 17, but should be a time of day", 'as in `at: "17:00"`'),
        ("zone: PT", "`PT` is an abbreviation, not a time zone", "America/Los_Angeles"),
        ("zone: pst", "`pst` is an abbreviation, not a time zone", "America/Los_Angeles"),
        ("zone: IST", "`IST` is an abbreviation", "Asia/Kolkata, Europe/Dublin, Asia/Jerusalem"),
        ("zone: Europe/Berln", "there is no time zone `Europe/Berln`", "Europe/Berlin"),
        ("zone: europe/berlin", "`europe/berlin` is not a time zone", "Europe/Berlin"),
        ("zone: ../../etc/passwd", "`../../etc/passwd` is not a time zone", "Europe/Berlin"),
        ("zone: Berlin", "`Berlin` is not a time zone", "Europe/Berlin"),
        ("every: biweekly", "`biweekly` is not a rhythm", "twice a week or every two weeks"),
        ("every: bi-monthly", "`bi-monthly` is not a rhythm", "twice a month or every two months"),
        ("every: weekly", "`weekly` is not a rhythm", "`every: week`"),
        ("every: daily", "`daily` is not a rhythm", "list the days"),
        ("every: 1 weeks", "`1 weeks` is not a rhythm", "week, 2 weeks, month, quarter or year"),
        ("day: Tues", "`Tues` is not a day", "a weekday (Tuesday)"),
        ("day: fifth Monday", "`fifth Monday` is not a day", "third Wednesday"),
        ("day: 32", "no month has a day 32", "a day from 1 to 31"),
        ("minutes: 0", "`minutes` is 0", "at least 1"),
        ("except: [2026-02-30]", "2026-02-30 is not in the calendar", "2026-11-03"),
    ],
)
def test_a_rhythm_that_cannot_be_worked_out_is_told(told: Told, keys: str, fact: str, remedy: str) -> None:
    (finding,) = told(f"rituals:\n  - name: Wins\n    when:\n      {keys}\n")
    assert finding.startswith("8:")
    assert fact in finding
    assert remedy in finding.partition("; ")[2]


def test_a_time_needs_no_quotes_on_a_line_of_its_own(community: Made) -> None:
    when = community("rituals:\n  - name: Wins\n    when:\n      at: 17:00\n").rituals[0].when
    assert when
    assert when.at == time(17)


def test_a_date_needs_no_quotes(community: Made) -> None:
    status = community("status: {state: active, since: 2026-03-04}\n").status
    assert status
    assert status.since == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("written", "kept"), [("#ABC", "#aabbcc"), ("#2F6f4F", "#2f6f4f"), ("#abc\\n", "#aabbcc")]
)
def test_a_colour_is_kept_in_six_small_digits(community: Made, written: str, kept: str) -> None:
    assert community(f'color: "{written}"\n').color == kept


def test_blanks_and_line_ends_around_a_value_do_not_count(community: Made) -> None:
    lines = 'every: "week\\n", day: " Tuesday\\n", at: "17:00\\n", zone: "UTC\\n", from: "2026-01-01\\n"'
    when = community(f"rituals: [{{name: Wins, when: {{{lines}}}}}]\n").rituals[0].when
    assert when
    assert (when.every, when.day, when.at, when.zone, when.from_) == (
        "week",
        ("Tuesday",),
        time(17),
        "UTC",
        date(2026, 1, 1),
    )


@pytest.mark.parametrize(
    "url", ["https://example.org", "HTTP://example.org:8080/a?b#c", "mailto:a@example.org", "tel:+4912345"]
)
def test_addresses_of_the_web_of_mail_and_of_telephones_are_fine(community: Made, url: str) -> None:
    join = community(f"join: {{url: '{url}'}}\n").join
    assert join
    assert join.url == url


@pytest.mark.parametrize(
    ("code", "kept"), [("de", "de"), ("pt-BR", "pt-BR"), ("no", "no"), ("zh-Hant", "zh-Hant")]
)
def test_a_language_is_kept_by_its_code(community: Made, code: str, kept: str) -> None:
    assert community(f"language: {code}\n").language == kept


@pytest.mark.parametrize(
    "name",
    [
        'Say "yes", it\'s fine',
        "<script>alert(1)</script> & co",
        "Oak \N{DECIDUOUS TREE}",
        RTL,
        "{{ 7 * 7 }}",
        "x" * 300,
    ],
    ids=["quotes", "angle-brackets", "emoji", "right-to-left", "braces", "300-characters"],
)
def test_a_name_is_kept_as_it_is_written(load: Load, start: str, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    archive = load({"communities/oak.yml": start.replace("Oak", quoted)})
    assert archive.communities[0].community.name == name


def test_a_name_of_301_characters_is_too_long(load: Load, start: str) -> None:
    (finding,) = load({"communities/oak.yml": start.replace("Oak", "x" * 301)}).findings
    assert str(finding) == (
        "communities/oak.yml:1:7 HB009 `name` has more than 300 characters; say it shorter"
    )
