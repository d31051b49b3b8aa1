"""Keys that do not exist, are missing, or hold something of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ingest.conftest import Load, Made, Told, Whole

RITUAL = "rituals:\n  - name: Wins\n"


@pytest.mark.parametrize(
    ("lines", "place", "key", "remedy"),
    [
        ("tagine: x\n", "5:1", "tagine", "did you mean `tagline`?"),
        ("Tagline: x\n", "5:1", "Tagline", "did you mean `tagline`?"),
        ("norms:\n  - statment: x\n", "6:5", "statment", "did you mean `statement`?"),
        ("outcome: x\n", "5:1", "outcome", "it belongs under `promise`"),
        ("graduates_to: [x]\n", "5:1", "graduates_to", "it belongs under `lineage`"),
        ("steps: [x]\n", "5:1", "steps", "it belongs under `onboarding` or `rituals`"),
        ("starts: 2026-01-01\n", "5:1", "starts", "it belongs under `promise.boundary.cohort`"),
        (RITUAL + "    on: Tuesday\n", "7:5", "on", "write the weekday as `day` under `when`"),
        (RITUAL + "    when: {every: week, on: Tuesday}\n", "7:25", "on", "did you mean `day`?"),
        ("channels:\n  - {name: a, description: b}\n", "6:15", "description", "did you mean `purpose`?"),
        ("place: {town: Leipzig}\n", "5:9", "town", "the keys here are city, region, country"),
        ("people: {mira: {nme: Mira}}\n", "5:17", "nme", "did you mean `name`?"),
        ('place: {"<<": x}\n', "5:9", "<<", "the keys here are city, region, country"),
        ("norms:\n  - {id: x, statement: y, remove: false}\n", "6:27", "remove", "the keys here are"),
    ],
)
def test_an_unknown_key_is_told_with_what_was_meant(
    told: Told, lines: str, place: str, key: str, remedy: str
) -> None:
    (finding,) = [each for each in told(lines) if "HB006" in each]
    assert finding.startswith(f"{place} HB006 there is no key `{key}` here; {remedy}")


@pytest.mark.parametrize("key", ["~", '""', "7", "true"])
def test_a_key_that_is_hardly_a_word_is_unknown(told: Told, key: str) -> None:
    (finding,) = told(f"{key}: x\n")
    assert finding.startswith("5:1 HB006 there is no key `")


def test_a_key_in_half_a_character_can_be_printed(told: Told) -> None:
    found = told('"\\ud800\\x1b": x\n')
    assert found[1].startswith("5:1 HB009 the text holds half a character; ")
    assert all(finding.isprintable() for finding in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name: Oak\n", ["1:1 HB007 the key `promise` is missing; write it, as in `promise: {for: "]),
        ("name: Oak\npromise:\n", ["2:1 HB007 `promise` is empty; write it, as in `promise: {for: "]),
        ("name: Oak\npromise: {for: a}\n", ["2:1 HB007 the key `outcome` is missing under `promise`; "]),
        ("name:\npromise: {for: a, outcome: b}\n", ["1:1 HB007 `name` is empty; write it, as in `name: "]),
        ("name: ''\npromise: {for: a, outcome: b}\n", ["1:7 HB009 `name` is empty; write something"]),
        (
            "name: Oak\npromise: {for: [], outcome: b}\n",
            ["2:16 HB009 `for` is an empty list; write at least"],
        ),
        ("tags: a\n", ["1:1 HB007 the key `name` is", "1:1 HB007 the key `promise` is"]),
    ],
    ids=["no-promise", "empty", "half", "no-name", "quotes", "empty-list", "both"],
)
def test_what_must_be_there_is_asked_for(whole: Whole, text: str, found: list[str]) -> None:
    told = whole(text)
    assert [each.startswith(start) for each, start in zip(told, found, strict=True)] == [True] * len(found)


@pytest.mark.parametrize(
    ("lines", "place", "fact", "remedy"),
    [
        ("tagline: 2026\n", "5:10", "`tagline` is the number 2026, but should be text", 'tagline: "2026"'),
        ("tagline: 1.5\n", "5:10", "`tagline` is the number 1.5, but should be text", 'tagline: "1.5"'),
        ("tagline: true\n", "5:10", "`tagline` is `true`, but should be text", 'tagline: "true"'),
        ("tagline: [a]\n", "5:10", "`tagline` is a list, but should be text", "as in `tagline: Practise"),
        (
            "tagline: {a: b}\n",
            "5:10",
            "`tagline` is a mapping of keys and values",
            "as in `tagline: Practise",
        ),
        ("norms: Be kind\n", "5:8", "`norms` is the text `Be kind`, but should be a list", "`- Be kind`"),
        ("promise2: x\n", "5:1", "there is no key `promise2` here", "did you mean `promise`?"),
        ("place: [a]\n", "5:8", "`place` is a list, but should be a mapping", "as in `place: {city: Leipzig"),
        ("people: 3\n", "5:9", "`people` is the number 3, but should be a mapping", "as in `people: {mira: "),
        (
            "size: many\n",
            "5:7",
            "`size` is the text `many`, but should be a whole number",
            "`size: 34`",
        ),
        ('size: "34"\n', "5:7", "`size` is the text `34`, but should be a whole", "take the quotes away"),
        ("size: 3.5\n", "5:7", "`size` is the number 3.5, but should be a whole number", "`size: 34`"),
        ("size: -1\n", "5:7", "`size` is -1", "it should be at least 0"),
        ("expected: {hours_a_week: 0}\n", "5:26", "`hours_a_week` is 0", "it should be more than 0"),
        ("care: {minimum_age: 121}\n", "5:21", "`minimum_age` is 121", "it should be at most 120"),
        ("visibility: pubic\n", "5:13", "`visibility` cannot be `pubic`", "did you mean `public`?"),
        (
            "status: open\n",
            "5:9",
            "`status` cannot be `open`",
            "write forming, active, full, paused or closed",
        ),
        ("norms: [~]\n", "5:9", "this entry is empty", "write it, as in `We ask"),
        ("norms: ['']\n", "5:9", "this entry is empty", "write something"),
        ("tags:\n  - a\n  -\n", "7:4", "`tags` is empty, but should be text", "take the entry out"),
        ("norms: [[a]]\n", "5:9", "`norms` is a list, but should be a mapping", "as in `norms: ["),
        ("launch: {weeks: [{}]}\n", "5:18", "this entry has no words to make its id from", "give it an `id`"),
        ("people: {A b: x}\n", "5:10", "`A b` cannot be used as a name in addresses", "single hyphens"),
        ("norms:\n  - {id: a b, statement: c}\n", "6:10", "`a b` cannot be used as a name", "single hyphens"),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_was_wanted(
    told: Told, lines: str, place: str, fact: str, remedy: str
) -> None:
    (finding,) = told(lines)
    assert finding.startswith(f"{place} HB0")
    assert fact in finding
    assert remedy in finding.partition("; ")[2]


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("yes", "write `independent: true`"),
        ("on", "write `independent: true`"),
        ("'true'", "write `independent: true`"),
        ("no", "write `independent: false`"),
        ("Off", "write `independent: false`"),
        ("maybe", "write `independent: true` or `independent: false`"),
    ],
)
def test_a_switch_asks_for_the_right_word(told: Told, value: str, remedy: str) -> None:
    (finding,) = told(f"conduct: {{contacts: [{{who: Ada, independent: {value}}}]}}\n")
    assert " HB008 `independent` is the text `" in finding
    assert finding.endswith(f"but should be true or false; {remedy}")


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y"])
def test_a_name_may_be_a_word_that_older_yaml_took_for_true(load: Load, start: str, word: str) -> None:
    archive = load({"communities/oak.yml": start.replace("Oak", word)})
    assert archive.communities[0].community.name == word


@pytest.mark.parametrize("digits", ["9" * 18, "9" * 400, "9" * 5000, "1e999", "-1e999"])
def test_a_huge_number_is_no_number_of_members(told: Told, digits: str) -> None:
    (finding,) = told(f"size: {digits}\n")
    assert finding.startswith("5:7 HB00")
    assert len(finding) < 200


@pytest.mark.parametrize("value", ["9" * 400, "1e999", ".inf", ".nan"])
def test_a_result_is_finite(told: Told, value: str) -> None:
    (finding,) = told(f"metrics: [{{name: A, results: [{{date: 2026-01-01, value: {value}}}]}}]\n")
    assert " HB008 `value` is the " in finding


@pytest.mark.parametrize("lines", ["color: #2f6f4f\n", "color: #2f6f4f # green\n", "color:   #abc\n"])
def test_a_colour_without_quotes_is_not_lost_as_a_comment(told: Told, lines: str) -> None:
    (finding,) = told(lines)
    assert " HB009 `#" in finding
    assert 'put it in quotes: color: "#' in finding


def test_a_channel_without_quotes_is_not_lost_as_a_comment(told: Told) -> None:
    (finding,) = told(RITUAL + "    where: #help\n")
    assert finding == (
        '7:12 HB009 `#help` is taken for a comment, so `where` is empty; put it in quotes: where: "#help"'
    )


def test_an_entry_without_quotes_is_not_lost_as_a_comment(told: Told) -> None:
    found = told("tags:\n  - a\n  - #b\n")
    assert '7:5 HB009 `#b` is taken for a comment, so this entry is empty; put it in quotes: "#b"' in found


def test_a_note_behind_an_empty_key_is_a_note(community: Made) -> None:
    assert community("tagline: # later\ntags: # a, b\n").tagline is None


@pytest.mark.parametrize(
    ("lines", "place", "fact", "remedy"),
    [
        ("norms: We ask", "5:8", "`norms` is the text `We ask`, but should be a list", "`norms: [We ask]`"),
        (
            "conduct:\n  contacts: Ada Example, ada@example.org",
            "6:13",
            "`contacts` is the text `Ada Example, ada@example.org`",
            '`- "Ada Example, ada@example.org"`',
        ),
        (
            "norms: {Ask first: yes}",
            "5:8",
            "`norms` is a mapping",
            "a dash before each entry, as in `- We ask",
        ),
        ("conduct: {contacts: {Ada: x}}", "5:21", "`contacts` is a mapping", "a dash before each entry"),
        ("norms: [5]", "5:9", "this entry is the number 5, but should be text", 'put it in quotes: "5"'),
        (f"size: {'9' * 20}", "5:7", "`size` is too big a number", "as in `size: 34`"),
    ],
)
def test_a_remedy_is_written_in_the_form_that_people_chose(
    told: Told, lines: str, place: str, fact: str, remedy: str
) -> None:
    (finding,) = told(lines + "\n")
    assert finding.startswith(f"{place} HB008 {fact}")
    assert remedy in finding.partition("; ")[2]


def test_a_boundary_in_words_is_asked_for_as_a_number(whole: Whole, start: str) -> None:
    (finding,) = whole(start + "  boundary: fifty\n")
    assert finding.startswith("5:13 HB008 `boundary` is the text `fifty`, but should be a whole number; ")
    assert finding.endswith("`boundary: 50`")


@pytest.mark.parametrize(
    ("change", "code", "remedy"),
    [
        (("name:", "Name:"), "HB006", "did you mean `name`?"),
        (("promise:", "Promise:"), "HB006", "did you mean `promise`?"),
        (("people", "20"), "HB008", 'put it in quotes: for: "20"'),
        (("people", "' '"), "HB009", "write something"),
        (("Oak", "#Oak"), "HB009", 'put it in quotes: name: "#Oak"'),
        (("people", "*best* group"), "HB003", '"*best* group"'),
    ],
)
def test_one_slip_is_one_finding(
    whole: Whole, start: str, change: tuple[str, str], code: str, remedy: str
) -> None:
    (finding,) = whole(start.replace(*change))
    assert f" {code} " in finding
    assert remedy in finding
