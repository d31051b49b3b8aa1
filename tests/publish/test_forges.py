"""Where a line is edited on each forge, and the form for an issue there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.model.findings import Place
from hearthbook.publish.configuration import load
from hearthbook.publish.forges import edit_address, forge_at, forge_of, letter_form
from tests.publish.sites import add_line

if TYPE_CHECKING:
    from pathlib import Path

OAK = Place(file="communities/oak.yml", line=12)


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/communities/oak.yml#L12"),
        ("https://gitlab.com/a/b/", "https://gitlab.com/a/b/-/edit/main/communities/oak.yml#L12"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/communities/oak.yml#L12"),
        ("https://gitea.example.org/a/b", "https://gitea.example.org/a/b/_edit/main/communities/oak.yml#L12"),
        (
            "https://bitbucket.org/a/b",
            "https://bitbucket.org/a/b/src/main/communities/oak.yml?mode=edit#lines-12",
        ),
    ],
)
def test_each_forge_opens_its_editor_at_the_line(repository: str, expected: str) -> None:
    forge = forge_at(repository)
    assert forge
    assert edit_address(forge.edit, OAK) == expected


def test_a_branch_of_ones_own_wins() -> None:
    forge = forge_at("https://github.com/a/b", "edit/trunk/")
    assert forge
    assert edit_address(forge.edit, OAK).startswith("https://github.com/a/b/edit/trunk/communities/")


@pytest.mark.parametrize("assumed", ["edit/master/docs/", "-/edit/master/docs/", "src/default/docs/"])
def test_what_mkdocs_assumes_is_not_what_an_archive_has(assumed: str) -> None:
    assert forge_at("https://github.com/a/b", assumed) == forge_at("https://github.com/a/b")


def test_a_forge_of_ones_own_is_named() -> None:
    forge = forge_at("https://git.example.org/a/b", "", "gitlab")
    assert forge
    assert (forge.name, forge.edit[:39]) == ("GitLab", "https://git.example.org/a/b/-/edit/main")


def test_a_host_that_is_not_known_needs_an_edit_uri() -> None:
    bare, told = (forge_at("https://git.example.org/a/b", uri) for uri in ("", "src/trunk/"))
    assert bare
    assert told
    assert (bare.edit, bare.name) == ("", "git.example.org")
    assert edit_address(told.edit, OAK) == "https://git.example.org/a/b/src/trunk/communities/oak.yml#L12"


def test_a_kind_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(HearthbookError, match="`forge: svn` is none that Hearthbook knows") as told:
        forge_at("https://git.example.org/a/b", "", "svn")
    assert "write github, gitlab, forgejo, gitea, bitbucket" in told.value.hint


def test_without_a_repository_there_is_no_forge() -> None:
    assert forge_at("") is None


def test_the_settings_are_those_of_mkdocs_yml(town: Path) -> None:
    add_line(town, "repo_url: https://gitlab.com/a/b")
    forge = forge_of(load(town))
    assert forge
    assert forge.edit == "https://gitlab.com/a/b/-/edit/main/{path}#L{line}"


def test_a_path_cannot_break_out_of_an_address() -> None:
    forge = forge_at("https://github.com/a/b")
    assert forge
    place = Place(file='content/oak/a "b"#c?.md', line=3)
    assert edit_address(forge.edit, place).endswith("/content/oak/a%20%22b%22%23c%3F.md#L3")


def test_a_letter_goes_to_the_first_address_only() -> None:
    assert letter_form("Ask ada@example.org or ben@example.org") == (
        "mailto:ada@example.org?subject={title}&body={body}"
    )
    assert letter_form("the desk") == ""


@pytest.mark.parametrize(
    ("repository", "uri", "expected"),
    [
        ("https://github.com/a/b", "", "https://github.com/a/b/new/main?filename={name}&value={text}"),
        ("https://gitlab.com/a/b", "", "https://gitlab.com/a/b/-/new/main?file_name={name}"),
        ("https://codeberg.org/a/b", "", "https://codeberg.org/a/b/_new/main/?filename={name}&value={text}"),
        ("https://bitbucket.org/a/b", "", ""),
        ("https://git.example.org/a/b", "", ""),
        (
            "https://github.com/a/b",
            "edit/trunk/handbooks/",
            "https://github.com/a/b/new/trunk?filename=handbooks/{name}&value={text}",
        ),
        (
            "https://gitlab.com/a/b",
            "-/edit/trunk/handbooks/",
            "https://gitlab.com/a/b/-/new/trunk?file_name=handbooks/{name}",
        ),
    ],
)
def test_a_new_file_is_begun_where_others_are_changed(repository: str, uri: str, expected: str) -> None:
    forge = forge_at(repository, uri)
    assert forge
    assert forge.new == expected
