"""YAML that cannot be read, and YAML that may not be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.events import DEPTH_LIMIT, FINDINGS_LIMIT, read_tree
from hearthbook.ingest.tree import to_data

if TYPE_CHECKING:
    from tests.ingest.conftest import Made, Told, Whole


@pytest.mark.parametrize(
    ("lines", "place", "fact", "remedy"),
    [
        ("place:\n\tcity: Leipzig\n", "6:1", "a tab is used to indent", "use spaces"),
        ("place:\n  city: Leipzig\n\tcountry: DE\n", "7:1", "a tab is used to indent", "use spaces"),
        ('tagline: "So far\n', "5:10", "the quote that opens here is never closed", "closing quote"),
        ("tagline: 'So far\n", "5:10", "the quote that opens here is never closed", "closing quote"),
        ("tagline: 'it's'\n", "5:14", "the text goes on after its closing quote", "other kind of quote"),
        ('tagline: "a "b" c"\n', "5:14", "the text goes on after its closing quote", "other kind of quote"),
        ('tagline: "a\\qb"\n', "5:13", "no character is written with this backslash", "single quotes"),
        ('tagline: "\\UFFFFFFFF"\n', "5:13", "no character is written with this", "single quotes"),
        ('tagline: "\\x2"\n', "5:13", "no character is written with this", "single quotes"),
        ("tags: [a, b\nsize: 3\n", "5:7", "the bracket [ that opens here is never closed", "add ]"),
        ("place: {city: Leipzig\nsize: 3\n", "5:8", "the brace { that opens here is never closed", "add }"),
        ("tags: [", "5:8", "a bracket [ or a brace { is never closed", "look upwards"),
        ("tagline: One: two\n", "5:13", "a second `key:` stands where only a value can", "in quotes"),
        ("tags: - a\n", "5:7", "a list cannot start on the line of its key", "a line of its own"),
        ("tagline: @oak\n", "5:10", "a text cannot start with `@`", '"@ada"'),
        ("tagline: %oak\n", "5:10", "a text cannot start with `%`", '"%ada"'),
        ("tagline: & oak\n", "5:11", "a text cannot start with `&` or `*`", "in quotes"),
        ("place:\n  city: A\n country: B\n", "7:2", "this line is not indented like its", "starts below"),
        ("- a\n", "5:1", "this line is not indented like its neighbours", "`key: value`"),
        ("size\n", "5:1", "this line has no colon after its key", "`key: value`"),
        ("tagline: `oak`\n", "5:10", "a text cannot start with a backtick", "in quotes"),
        ("tagline: > oak\n", "5:12", "a text that starts with `>` or `|` must go on below it", '"> hello"'),
        (
            "conduct:\n  decisions: |\nWe vote",
            "7:1",
            "this line has no colon after its key",
            "indent the line",
        ),
        ("place: {city: #lipsk}\n", "5:15", "`#lipsk` and the rest of this line", '"#lipsk"'),
        ("tags: [#a, b]\n", "5:8", "`#a` and the rest of this line are taken for a comment", '"#a"'),
    ],
)
def test_broken_yaml_is_told_with_place_and_remedy(
    told: Told, lines: str, place: str, fact: str, remedy: str
) -> None:
    (finding,) = told(lines)
    assert finding.startswith(f"{place} HB002 {fact}")
    assert remedy in finding.partition("; ")[2]


@pytest.mark.parametrize(
    ("lines", "place", "fact", "remedy"),
    [
        ("tagline: &t Hello\n", "5:10", "`&t` is an anchor", "`extends`"),
        ("tagline: *t\n", "5:10", "`*t` is an alias", '"*t"'),
        ("place:\n  <<: {city: A}\n", "6:3", "`<<` is a merge key", "`extends`"),
        ("tagline: !!python/object:os.system ls\n", "5:10", "`!!python/object:os.system` is a tag", "quotes"),
        ("tagline: !!str seven\n", "5:10", "`!!str` is a tag", "quotes"),
        ("tagline: !wow\n", "5:10", "`!wow` is a tag", "quotes"),
        ("place: !!map {city: A}\n", "5:8", "`!!map` is a tag", "quotes"),
        ("tags: !!set [a]\n", "5:7", "`!!set` is a tag", "quotes"),
        ("---\nname: Elm\n", "5:1", "a second document starts here", "`---`"),
    ],
)
def test_what_could_run_or_repeat_is_refused(
    told: Told, lines: str, place: str, fact: str, remedy: str
) -> None:
    (finding,) = told(lines)
    assert finding.startswith(f"{place} HB003 {fact}; ")
    assert remedy in finding.partition("; ")[2]


@pytest.mark.parametrize("directive", ["%YAML 1.1", "%YAML 1.2", "%TAG ! tag:example.org,2026:"])
def test_directives_are_refused(whole: Whole, start: str, directive: str) -> None:
    (finding,) = whole(f"{directive}\n---\n{start}")
    assert finding.startswith("1:1 HB003 the file has YAML directives; take out the lines")


def test_a_directive_does_not_change_how_the_next_file_is_read(whole: Whole, start: str) -> None:
    whole(f"%YAML 1.1\n---\n{start}")
    assert whole(start.replace("Oak", "yes")) == []


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 100_000, "a: " + "{a: " * 60_000, "- " * 100_000, "? " * 100_000],
    ids=["flow-lists", "flow-mappings", "block-lists", "keys"],
)
def test_a_nesting_a_hundred_thousand_deep_is_one_finding(whole: Whole, text: str) -> None:
    (finding,) = whole(text)
    assert finding.split(" ")[1] in {"HB002", "HB003"}


def test_a_nesting_of_lines_is_refused_where_it_goes_too_deep(whole: Whole) -> None:
    (finding,) = whole("".join(" " * depth + "a:\n" for depth in range(700)))
    assert finding.startswith(f"{DEPTH_LIMIT + 1}:{DEPTH_LIMIT + 1} HB003 the file is nested too deeply; ")


def test_an_alias_bomb_is_refused_line_by_line(told: Told) -> None:
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    found = told(bomb)
    assert len(found) <= FINDINGS_LIMIT
    assert all(" HB003 " in finding for finding in found)


def test_all_slips_of_one_file_are_told_at_once(told: Told) -> None:
    found = told("tagline: &t Hello\ntags: *t\nname: Elm\nplace: !x {city: A}\n")
    assert [finding.split(" ")[:2] for finding in found] == [
        ["5:10", "HB003"],
        ["6:7", "HB003"],
        ["7:1", "HB004"],
        ["8:8", "HB003"],
    ]


def test_a_key_that_stands_twice_names_both_lines(told: Told) -> None:
    (finding,) = told("name: Elm\n")
    assert finding.startswith("5:1 HB004 the key `name` stands here twice; keep one of the two")
    assert finding.endswith("(the first is on line 1)")


def test_of_two_equal_keys_the_first_counts() -> None:
    tree, _ = read_tree("a: first\na: second\n", "f")
    assert tree
    assert to_data(tree) == {"a": "first"}


@pytest.mark.parametrize(
    "key", ["? [a, b]\n: c\n", "[a, b]: c\n", "{a: b}: c\n"], ids=["block", "list", "mapping"]
)
def test_a_key_that_is_no_word_is_refused(told: Told, key: str) -> None:
    (finding,) = told(key)
    assert " HB002 a list or mapping stands where a key should be; " in finding
    assert finding.startswith("5:")


@pytest.mark.parametrize(
    "value", ["{ every: week, day: Tuesday, at: 17:00 }", '{ every: week, day: Tuesday, at: "17:00" }']
)
def test_a_time_in_braces_needs_no_quotes(community: Made, value: str) -> None:
    ritual = community(f"rituals:\n  - {{ name: Wins, when: {value} }}\n").rituals[0]
    assert ritual.when
    assert str(ritual.when.at) == "17:00:00"


def test_words_that_older_yaml_took_for_true_are_words(community: Made) -> None:
    assert community("tags: [yes, no, on, off, y]\n").tags == ("yes", "no", "on", "off", "y")


@pytest.mark.parametrize("end", ["...\n", "# the end", "\n\n"])
def test_a_file_may_end_as_it_likes(whole: Whole, start: str, end: str) -> None:
    assert whole(start + end) == []


def test_a_leading_line_of_hyphens_is_fine(whole: Whole, start: str) -> None:
    assert whole(f"---\n{start}") == []


def test_a_text_that_ends_at_a_hash_is_told_where_it_ends(whole: Whole, start: str) -> None:
    found = whole(start + "feedback:\n  - said: Half of #help is news # really\n")
    assert [line.partition(";")[0] for line in found] == [
        "6:19 HB009 what starts with `#help` is taken for a comment, and the text ends before it"
    ]


def test_a_comment_behind_a_text_is_no_finding(whole: Whole, start: str) -> None:
    assert whole(start + "tagline: Mend things  # one line\n") == []


@pytest.mark.parametrize(
    ("lines", "place", "name", "remedy"),
    [
        ("norms:\n  – Ask\n  – Be kind\n", "6:3", "U+2013 (en dash)", "the hyphen of the keyboard"),  # noqa: RUF001
        ("tags:\n  • a\n  • b\n", "6:3", "U+2022 (bullet)", "the hyphen of the keyboard"),
        ("tagline： Oak\n", "5:8", "U+FF1A (fullwidth colon)", "a colon and a blank"),  # noqa: RUF001
        ("tagline：Oak\nsize: 3\n", "5:8", "U+FF1A (fullwidth colon)", "a colon and a blank"),  # noqa: RUF001
        ("place:\n\u00a0\u00a0city: A\n", "6:1", "U+00A0 (no-break space)", "plain blanks"),
        ("place:\n  city: A\n\u00a0\u00a0country: B\n", "7:1", "U+00A0 (no-break space)", "plain blanks"),
        ("tagline:\u00a0Oak\n", "5:9", "U+00A0 (no-break space)", "plain blanks"),
    ],
)
def test_a_character_that_only_looks_like_a_mark_is_named(
    told: Told, lines: str, place: str, name: str, remedy: str
) -> None:
    (finding,) = told(lines)
    assert finding.startswith(f"{place} HB002 this line holds the character {name}, which only looks like a ")
    assert remedy in finding.partition("; ")[2]


@pytest.mark.parametrize("lines", ["tagline: – and so on\n", "tagline: |\n  – a\n", "tagline: a\n  – b\n"])  # noqa: RUF001
def test_a_dash_inside_a_text_is_fine(told: Told, lines: str) -> None:
    assert told(lines) == []
