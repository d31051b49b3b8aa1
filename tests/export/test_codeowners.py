"""CODEOWNERS in the syntax of each forge, read back as the forge reads it."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest

from hearthbook.export.codeowners import FORGES, Owned, codeowners, possible

OWNED = (
    Owned(slug="oak", owners=("@ada", "@noor")),
    Owned(slug="elm-grove", owners=("@jonas",)),
)
REST = ("@mo", "@town/stewards")
ASKED = {
    "communities/oak.yml": ("@ada", "@noor"),
    "content/oak/spoons.md": ("@ada", "@noor"),
    "content/oak/deep/er.md": ("@ada", "@noor"),
    "communities/elm-grove.yml": ("@jonas",),
    "communities/_base.yml": REST,
    "communities/new.yml": REST,
    "communities/oakxyml": REST,
    "communities/oak.yml.orig": REST,
    "content/index.md": REST,
    "content/oaks/index.md": REST,
    "mkdocs.yml": REST,
    ".github/CODEOWNERS": REST,
    "deep/communities/oak.yml": REST,
}


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith(("#", "["))]


def _words(line: str) -> list[str]:
    """The words of a line, of which a backslash takes the next character as it is."""
    return [re.sub(r"\\(.)", r"\1", word) for word in re.findall(r"(?:\\.|[^ ])+", line)]


def _last(text: str, path: str) -> tuple[str, ...]:
    """Whom GitHub and GitLab ask: the last pattern that fits decides."""
    found: tuple[str, ...] = ()
    for line in _lines(text):
        pattern, *people = _words(line)
        inside = pattern.endswith("/") and f"/{path}".startswith(pattern)
        if pattern == "*" or inside or fnmatchcase(f"/{path}", pattern):
            found = tuple(people)
    return found


def _every(text: str, path: str) -> tuple[str, ...]:
    """Whom Gitea and Forgejo ask: everybody of whom an expression fits the whole path."""
    found: list[str] = []
    for line in _lines(text):
        expression, *people = _words(line)
        fits = re.search(f"^{expression.removeprefix('!')}$", path)
        if bool(fits) != expression.startswith("!"):
            found += people
    return tuple(found)


READ = {"github": _last, "gitlab": _last, "forgejo": _every}


@pytest.mark.parametrize("forge", FORGES)
@pytest.mark.parametrize("path", ASKED)
def test_each_file_is_asked_about_where_it_belongs(forge: str, path: str) -> None:
    kind = next(each for each in FORGES if each == forge)
    assert READ[forge](codeowners(OWNED, REST, kind), path) == ASKED[path]


@pytest.mark.parametrize("forge", FORGES)
def test_a_project_below_a_folder_with_an_odd_name_is_found(forge: str) -> None:
    kind = next(each for each in FORGES if each == forge)
    text = codeowners(OWNED, REST, kind, "our (old) #1.x/")
    assert READ[forge](text, "our (old) #1.x/communities/oak.yml") == ("@ada", "@noor")
    assert READ[forge](text, "communities/oak.yml") == REST
    assert READ[forge](text, "our (old) #1yx/communities/oak.yml") == REST


@pytest.mark.parametrize("forge", FORGES)
def test_where_nobody_owns_anything_the_rest_is_everything(forge: str) -> None:
    kind = next(each for each in FORGES if each == forge)
    assert READ[forge](codeowners((), REST, kind), "communities/oak.yml") == REST


def test_the_text_for_github_is_this() -> None:
    assert (
        codeowners(OWNED, REST, "github")
        == """\
# Made by `hearthbook owners --write` from the roles in communities/; changes here are lost.
# `hearthbook owners --check` says whether it is current.

* @mo @town/stewards
/communities/elm-grove.yml @jonas
/content/elm-grove/ @jonas
/communities/oak.yml @ada @noor
/content/oak/ @ada @noor
"""
    )


def test_the_text_for_gitlab_stands_in_one_section() -> None:
    rest = codeowners(OWNED, REST, "github").partition("\n\n")[2]
    assert codeowners(OWNED, REST, "gitlab").partition("\n\n")[2] == f"[Hearthbook]\n{rest}"


def test_the_text_for_forgejo_is_made_of_expressions() -> None:
    assert (
        codeowners(OWNED, REST, "forgejo").partition("\n\n")[2]
        == r"""
!(communities/(elm-grove|oak)\\.yml|content/(elm-grove|oak)/.*) @mo @town/stewards
(communities/elm-grove\\.yml|content/elm-grove/.*) @jonas
(communities/oak\\.yml|content/oak/.*) @ada @noor
""".lstrip("\n")
    )


@pytest.mark.parametrize(
    ("account", "forges"),
    [
        ("@ada", "github gitlab forgejo"),
        ("@ada-lovelace", "github gitlab forgejo"),
        ("@ada_l", "gitlab forgejo"),
        ("@ada.l", "gitlab forgejo"),
        ("@ada-", "gitlab"),
        ("@-ada", ""),
        ("ada", ""),
        ("@ad a", ""),
        ("@ada\n* @eve", ""),
        ("@town/stewards", "github gitlab forgejo"),
        ("@town/north/stewards", "gitlab"),
        ("@löffel", ""),
        (f"@{'a' * 40}", "gitlab forgejo"),
    ],
)
def test_accounts_are_such_as_the_forge_allows(account: str, forges: str) -> None:
    assert [forge for forge in FORGES if possible(account, forge)] == forges.split()
