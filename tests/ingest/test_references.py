"""Names that must exist: files, communities, channels, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.archive import read_parts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ingest.conftest import Load, Told

CHANNELS = "channels: {help: Ask, Book Talk: Tell}\n"
PEOPLE = 'people: {mira: "@m", jonas: "@j"}\n'


def _found(load: Load, files: dict[str, str | bytes]) -> list[str]:
    return [str(finding).removeprefix("communities/") for finding in load(files).findings]


def test_a_parent_that_does_not_exist_is_told_with_the_nearest(load: Load, start: str) -> None:
    files: dict[str, str | bytes] = {"communities/oak.yml": start + "extends: _bse\n"}
    (finding,) = _found(load, {**files, "communities/_base.yml": "language: en\n"})
    assert finding == (
        "oak.yml:5:10 HB011 there is no file communities/_bse.yml to extend; did you mean `_base`?"
    )


@pytest.mark.parametrize(
    ("parent", "remedy"),
    [("_base.yml", "did you mean `_base`?"), ("Far Away", "without .yml"), ("7", "without .yml")],
)
def test_a_parent_of_the_wrong_form_is_told_once(load: Load, start: str, parent: str, remedy: str) -> None:
    files: dict[str, str | bytes] = {"communities/oak.yml": start + f"extends: {parent}\n"}
    (finding,) = _found(load, {**files, "communities/_base.yml": "language: en\n"})
    assert finding.startswith("oak.yml:5:10 HB011 there is no file communities/")
    assert finding.endswith(remedy)


def test_other_slips_are_told_beside_a_missing_parent(load: Load, start: str) -> None:
    found = _found(load, {"communities/oak.yml": start + "extends: _base\nsize: many\ntagine: x\n"})
    assert [finding.split(" ")[:2] for finding in found] == [
        ["oak.yml:5:10", "HB011"],
        ["oak.yml:6:7", "HB008"],
        ["oak.yml:7:1", "HB006"],
    ]


@pytest.mark.parametrize(
    ("pairs", "circles"),
    [
        ({"oak": "oak"}, ["oak -> oak"]),
        ({"elm": "oak", "oak": "elm"}, ["elm -> oak -> elm", "oak -> elm -> oak"]),
        (
            {"ash": "elm", "elm": "oak", "oak": "ash"},
            ["ash -> elm -> oak -> ash", "elm -> oak -> ash -> elm", "oak -> ash -> elm -> oak"],
        ),
        ({"ash": "elm", "elm": "oak", "oak": "elm"}, ["elm -> oak -> elm", "oak -> elm -> oak"]),
    ],
    ids=["itself", "two", "three", "tail"],
)
def test_a_circle_is_told_in_each_of_its_files_with_the_way(
    load: Load, start: str, pairs: dict[str, str], circles: list[str]
) -> None:
    archive = load({f"communities/{slug}.yml": f"{start}extends: {to}\n" for slug, to in pairs.items()})
    told = [(finding.code, finding.message) for finding in archive.findings]
    assert told == [("HB012", f"the files extend each other in a circle: {circle}") for circle in circles]
    assert archive.communities == ()


def test_a_circle_is_told_also_when_only_one_of_its_files_is_read(tmp_path: Path, start: str) -> None:
    (tmp_path / "communities").mkdir()
    for slug, other in (("elm", "oak"), ("oak", "elm")):
        (tmp_path / "communities" / f"{slug}.yml").write_text(f"{start}extends: {other}\n", encoding="utf-8")
    for slug in ("elm", "oak"):
        (finding,) = read_parts(tmp_path, only=frozenset({slug})).parts[slug].findings
        assert finding.place.file == f"communities/{slug}.yml"


def test_a_chain_of_a_thousand_files_is_followed(load: Load, start: str) -> None:
    files: dict[str, str | bytes] = {f"communities/_b{n}.yml": f"extends: _b{n + 1}\n" for n in range(1200)}
    files |= {"communities/_b1200.yml": "privacy: All of it.\n"}
    archive = load({**files, "communities/oak.yml": start + "extends: _b0\n"})
    assert archive.findings == ()
    assert archive.communities[0].community.privacy == "All of it."


def test_an_unknown_channel_is_told_beside_other_slips(told: Told) -> None:
    lines = "size: many\n" + CHANNELS + "onboarding:\n  steps:\n    - {do: Say hello, where: hlep}\n"
    assert [finding.split("; ")[-1] for finding in told(lines)] == [
        "write it as in `size: 34`",
        "did you mean `help`?",
    ]


def test_an_unknown_channel_far_from_all_lists_the_channels(told: Told) -> None:
    (finding,) = told(CHANNELS + "rituals: [{name: Wins, where: garden}]\n")
    assert finding.startswith("6:31 HB014 `garden` is not a channel of this community; ")
    assert "(help, book-talk)" in finding


@pytest.mark.parametrize(
    "where",
    [
        "help",
        '"#help"',
        "Help",
        "book-talk",
        "Book Talk",
        "the old tree",
        "https://example.org/x",
        "room@example.org",
    ],
)
def test_a_channel_an_address_or_a_place_in_words_is_fine(told: Told, where: str) -> None:
    assert told(CHANNELS + f"rituals: [{{name: Wins, where: {where}}}]\n") == []


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("founders: [mira, jonsa]\n", "6:18"),
        ("review: {owner: jonsa}\n", "6:17"),
        ("roles: [{name: Host, held_by: [jonsa]}]\n", "6:32"),
        ("faq: [{q: A, claim: {basis: expert, by: jonsa}}]\n", "6:41"),
        ("conduct: {contacts: ['jonsa, j@example.org']}\n", "6:22"),
    ],
)
def test_a_person_one_letter_off_is_a_warning(load: Load, start: str, lines: str, place: str) -> None:
    archive = load({"communities/oak.yml": start + PEOPLE + lines})
    (finding,) = archive.findings
    assert str(finding).startswith(f"communities/oak.yml:{place} HB014 `jonsa` is nobody in `people`")
    assert (finding.hint, finding.severity) == ("did you mean `jonas`?", "warning")
    assert archive.communities


@pytest.mark.parametrize("name", ["Jonsa", "Ada Example", "xenia"])
def test_a_plain_name_needs_nobody_in_people(told: Told, name: str) -> None:
    assert told(PEOPLE + f"founders: [{name}]\n") == []


@pytest.mark.parametrize(
    ("lines", "fact", "remedy"),
    [
        ("lineage: {graduates_to: [elmm]}", "there is no community `elmm` in this archive", "`elm`"),
        ("lineage: {split_from: nowhere}", "there is no community `nowhere`", "without .yml"),
        ("lineage: {graduates_to: [oak]}", "`oak` is this community itself", "name another one"),
        ("lineage: {graduates_to: [oka]}", "there is no community `oka`", "without .yml"),
        ("lineage: {graduates_to: [{community: _base}]}", "`_base` cannot be used as a name", "hyphens"),
        ("translation_of: elms", "there is no community `elms` in this archive", "`elm`"),
    ],
)
def test_a_community_that_does_not_exist_is_told(
    load: Load, start: str, lines: str, fact: str, remedy: str
) -> None:
    base: dict[str, str | bytes] = {"communities/elm.yml": start, "communities/_base.yml": "language: en\n"}
    (finding,) = _found(load, {**base, "communities/oak.yml": f"{start}{lines}\n"})
    assert finding.startswith("oak.yml:5:")
    assert fact in finding
    assert remedy in finding.partition("; ")[2]


def test_a_community_with_slips_of_its_own_may_be_named(load: Load, start: str) -> None:
    found = _found(
        load, {"communities/elm.yml": "name: 3\n", "communities/oak.yml": f"{start}translation_of: elm\n"}
    )
    assert all(finding.startswith("elm.yml") for finding in found)


@pytest.mark.parametrize("nothing", ["", " null", " ~"])
def test_a_rule_that_is_ignored_without_a_reason_is_told(load: Load, start: str, nothing: str) -> None:
    text = f"{start}lint:\n  ignore:\n    HB201: We are two people and a dog.\n    HB202:{nothing}\n"
    (finding,) = load({"communities/oak.yml": text}).findings
    assert (finding.code, finding.message) == ("HB009", "`HB202` is ignored without a reason")
    assert text.splitlines()[finding.place.line - 1].lstrip().startswith("HB202")
