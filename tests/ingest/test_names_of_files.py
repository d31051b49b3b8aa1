"""Which names a community's file may have, and the ids that are made from words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.slugs import HUB_FOLDERS, address_word, language_codes, slug_problem, words_to_id

if TYPE_CHECKING:
    from tests.ingest.conftest import Load


@pytest.mark.parametrize("slug", ["oak", "oak-two", "2026", "a", "x" * 63, "de-leipzig", "con-air"])
def test_a_plain_name_is_an_address(slug: str) -> None:
    assert slug_problem(slug) is None


@pytest.mark.parametrize(
    ("slug", "better"),
    [
        ("Oak", "oak"),
        ("my group", "my-group"),
        ("a..b", "a-b"),
        ("..", "my-group"),
        ("a_b", "a-b"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("über-uns", "uber-uns"),
        ("\N{CYRILLIC SMALL LETTER A}\N{CYRILLIC SMALL LETTER BE}", "my-group"),
        ("oak\n", "oak"),
        ("x" * 64, "x" * 60),
    ],
    ids=ascii,
)
def test_a_name_that_cannot_be_an_address_is_told_with_a_better_one(slug: str, better: str) -> None:
    problem = slug_problem(slug)
    assert problem
    assert problem[1] == f"rename the file to {better}.yml"


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        ("assets", "an address of the archive itself"),
        ("search", "an address of the archive itself"),
        ("404", "an address of the archive itself"),
        ("de", "a language code"),
        ("nul", "the name of a device on Windows"),
        ("com1", "the name of a device on Windows"),
    ],
)
def test_a_reserved_name_is_told_with_the_reason(slug: str, why: str) -> None:
    problem = slug_problem(slug)
    assert problem
    assert why in problem[0]
    assert problem[1] == f"rename the file, for example to {slug}-group.yml"


@pytest.mark.parametrize("slug", sorted(HUB_FOLDERS | language_codes()))
def test_the_name_that_is_offered_instead_is_free(slug: str) -> None:
    assert slug_problem(f"{slug}-group") is None


def test_a_file_with_a_reserved_name_is_no_community(load: Load, start: str) -> None:
    archive = load({"communities/assets.yml": start})
    assert [finding.code for finding in archive.findings] == ["HB010"]
    assert archive.communities == ()


def test_the_other_ending_is_named_with_the_cure(load: Load, start: str) -> None:
    (finding,) = load({"communities/oak.yaml": start}).findings
    assert str(finding) == (
        "communities/oak.yaml:1:1 HB018 the file ends in .yaml and is not read; rename it to oak.yml"
    )


def test_names_that_differ_only_by_case_are_told(load: Load, start: str) -> None:
    findings = load({"communities/oak.yml": start, "communities/Oak.yml": start}).findings
    assert any("differs from communities/Oak.yml only by upper and lower case" in f.message for f in findings)


@pytest.mark.parametrize(
    ("name", "better"), [("_Base", "_base"), ("_a b", "_a-b"), ("_", "_base"), ("__a", "_a")]
)
def test_the_name_of_a_base_file_is_plain_too(load: Load, name: str, better: str) -> None:
    (finding,) = load({f"communities/{name}.yml": "language: en\n"}).findings
    assert finding.code == "HB010"
    assert finding.hint == f"rename it to {better}.yml"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("We ask before we advise.", "we-ask-before-we-advise"),
        ("Don't  worry!", "dont-worry"),
        ("Café für Süße", "cafe-fur-susse"),
        ("Café", "cafe"),
        (
            "\N{CYRILLIC CAPITAL LETTER A}\N{CYRILLIC SMALL LETTER BE}",
            "\N{CYRILLIC SMALL LETTER A}\N{CYRILLIC SMALL LETTER BE}",
        ),
        ("word " * 40, "-".join(["word"] * 12)),
        ("x" * 90, "x" * 60),
    ],
    ids=["sentence", "apostrophe", "mixed", "accents", "cyrillic", "long", "one-long-word"],
)
def test_an_id_is_made_from_words(words: str, made: str) -> None:
    assert words_to_id(words) == made


@pytest.mark.parametrize("words", ["!!!", "\N{DECIDUOUS TREE}", "__"])
def test_words_without_letters_get_a_short_hash(words: str) -> None:
    assert words_to_id(words).startswith("x")
    assert len(words_to_id(words)) == 9


@pytest.mark.parametrize("sign", ["\N{EN DASH}", "\N{WRENCH}", "\N{LEFT DOUBLE QUOTATION MARK}"])
def test_an_address_loses_its_accents_beside_signs_of_any_kind(sign: str) -> None:
    assert address_word(f"Repair-Café {sign} Süd", "my-group") == "repair-cafe-sud"


def test_an_address_word_falls_back_where_there_are_no_latin_letters() -> None:
    assert address_word("\N{DECIDUOUS TREE}", "my-article") == "my-article"
