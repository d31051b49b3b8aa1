"""The communities of an archive are split into parts that stay small and stay put."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearthbook.publish.search_parts import Part, bits_of, parts_of, primary

MOST = 5
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
LANGUAGES = st.dictionaries(SLUGS, st.sampled_from(["en", "de", "de-AT", "ar"]), max_size=60)


def _by_folder(languages: dict[str, str]) -> dict[str, Part]:
    return {part.folder: part for part in parts_of(languages, most=MOST)}


@given(LANGUAGES)
def test_every_community_is_in_one_part_of_its_language(languages: dict[str, str]) -> None:
    found = [(slug, part.language) for part in parts_of(languages, most=MOST) for slug in part.slugs]
    assert sorted(found) == sorted((slug, primary(language)) for slug, language in languages.items())


@given(LANGUAGES)
def test_no_part_is_larger_than_it_may_be(languages: dict[str, str]) -> None:
    assert all(len(part.slugs) <= MOST for part in parts_of(languages, most=MOST))


@given(LANGUAGES)
def test_a_slug_tells_its_part(languages: dict[str, str]) -> None:
    parts = parts_of(languages, most=MOST)
    for slug, language in languages.items():
        own = [p for p in parts if p.language == primary(language) and bits_of(slug).startswith(p.bits or "")]
        assert [slug in part.slugs for part in own] == [True]


@given(LANGUAGES, SLUGS, st.sampled_from(["en", "de"]))
def test_a_new_community_changes_one_part_or_cuts_one_up(
    languages: dict[str, str], slug: str, language: str
) -> None:
    before = _by_folder({other: said for other, said in languages.items() if other != slug})
    after = _by_folder({**languages, slug: language})
    gone = [part for folder, part in before.items() if folder not in after]
    grown = [folder for folder, part in before.items() if folder in after and part != after[folder]]
    assert len(gone) + len(grown) <= 1
    new = [part for folder, part in after.items() if folder not in before]
    assert {other for part in new for other in part.slugs} <= {
        slug,
        *(s for part in gone for s in part.slugs),
    }


def test_a_hash_has_thirty_two_binary_digits() -> None:
    # FNV-1a of "a", as its authors give it: 0xE40C292C
    assert bits_of("a") == "11100100000011000010100100101100"


def test_a_community_that_lists_must_not_name_is_a_part_of_its_own() -> None:
    parts = parts_of({"oak": "en", "shy": "en"}, alone=["shy"])
    assert [(part.folder, part.slugs, part.bits) for part in parts] == [
        ("search/en-all", ("oak",), ""),
        ("search/at-shy", ("shy",), None),
    ]
