"""What the page's scripts know before they search, and where a suggestion goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.publish.forges import forge_at
from hearthbook.publish.search_facts import suggestion
from hearthbook.render.theme import Theme
from hearthbook.resources import themes
from tests.publish.hamlet import replace_in, write_lone

if TYPE_CHECKING:
    from pathlib import Path

WORDS = Theme(themes() / "hearth").words("en")


@pytest.mark.parametrize(
    ("repo", "path", "names"),
    [
        ("https://github.com/a/b", "/a/b/issues/new", {"title", "body"}),
        ("https://gitlab.com/a/b/", "/a/b/-/issues/new", {"issue[title]", "issue[description]"}),
        ("https://codeberg.org/a/b", "/a/b/issues/new", {"title", "body"}),
        ("https://bitbucket.org/a/b", "/a/b/issues/new", {"title", "content"}),
    ],
)
def test_a_suggestion_fills_in_the_form_of_the_forge(repo: str, path: str, names: set[str]) -> None:
    parts = urlsplit(suggestion(forge_at(repo), "", WORDS, "Oak & Ash").replace("{query}", "tea"))
    assert parts.path == path
    said = parse_qs(parts.query)
    assert set(said) == names
    assert {value for values in said.values() for value in values if "Oak & Ash" in value}
    assert "We could not find “tea”" in {value for values in said.values() for value in values}


def test_without_a_forge_it_is_a_letter_to_whom_one_may_ask() -> None:
    assert suggestion(None, "write to us@example.org", WORDS, "Oak").startswith(
        "mailto:us@example.org?subject=We%20"
    )


def test_without_an_address_there_is_no_suggestion() -> None:
    assert suggestion(None, "https://example.org/chat", WORDS, "Oak") == ""


def test_a_community_tells_its_words_and_whom_to_ask(tmp_path: Path) -> None:
    root = write_lone(tmp_path)
    more = "glossary: { round: We speak in turn. }\nsynonyms: { circle: [round] }\n"
    more += "onboarding: { ask: hello@example.org }\n"
    replace_in(root / "communities/yew.yml", "name: Yew\n", f"name: Yew\n{more}")
    said = json.loads((build_site(root).site_dir / "yew/search.json").read_bytes())
    assert (said["slug"], said["name"], said["language"]) == ("yew", "Yew", "en")
    assert said["synonyms"] == {"circle": ["round"]}
    assert said["glossary"] == [["round", "yew/faq/#glossary-round"]]
    assert said["ask"] == "yew/faq/#ask"
    assert "alone" not in said


def test_an_unlisted_community_says_that_it_has_a_part_of_its_own(tmp_path: Path) -> None:
    root = write_lone(tmp_path)
    replace_in(root / "communities/yew.yml", "name: Yew\n", "name: Yew\nvisibility: unlisted\n")
    assert json.loads((build_site(root).site_dir / "yew/search.json").read_bytes())["alone"] is True
