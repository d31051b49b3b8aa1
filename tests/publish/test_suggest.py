"""Other words can be suggested where somebody would read them, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.pages import Page, Provenance
from hearthbook.publish.forges import forge_at
from hearthbook.publish.suggest import suggestion_for
from tests.publish.sites import read
from tests.render.support import community, theme

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.suggest import Suggestion

FORGE: Final = "https://github.com/example/archive"
MAIL: Final = {"ask": "the desk, or desk@example.org"}
WALK: Final = Page(
    path="guides/walk.md",
    kind="hub-text",
    title="A {file} & a walk",
    markdown="",
    source=Place(file="content/guides/walk.md"),
)
ADDRESS: Final = "https://oak.example.org/guides/walk/"


def _suggestion(forge: str = "", **onboarding: str) -> Suggestion | None:
    of = community(onboarding=onboarding) if onboarding else None
    return suggestion_for(WALK, ADDRESS, of, forge_at(forge), theme().words("en"))


def _said(found: Suggestion | None) -> tuple[str, dict[str, list[str]]]:
    assert found
    address = urlsplit(found.href)
    return f"{address.scheme}:{address.path}", parse_qs(address.query)


@pytest.mark.parametrize("ask", ["", "the desk", "https://chat.example.org/@desk"])
def test_without_a_forge_and_an_address_there_is_no_way(ask: str) -> None:
    assert _suggestion(**({"ask": ask} if ask else {})) is None


def test_without_both_no_page_has_a_dead_button(town_site: Path) -> None:
    # Quiet Desk names nobody to write to
    page = read(town_site / "quiet-desk/norms/index.html")
    assert not [one for one in page.all("a") if "hb-suggest" in one.attributes.get("class", "")]
    assert not [one for one in page.all("a") if one.attributes.get("class") == "hb-source"]


def test_where_there_is_only_an_address_a_letter_names_the_file_and_no_line() -> None:
    to, said = _said(_suggestion(**MAIL))
    assert to == "mailto:desk@example.org"
    assert said["body"][0].split("\r\n")[:3] == [
        f"Page: {ADDRESS}",
        "Part: content/guides/walk.md",
        "File: content/guides/walk.md",
    ]
    assert "Line" not in said["body"][0]
    assert said["body"][0].endswith("I suggest:")


def test_a_letter_about_a_generated_page_names_no_file_because_the_text_may_be_inherited() -> None:
    oak = Place(file="communities/oak.yml")
    tied = (Provenance(anchor="norms", pointer="/norms", place=oak),)
    page = replace(WALK, kind="norms", source=oak, provenance=tied)
    found = suggestion_for(page, ADDRESS, community(onboarding=MAIL), None, theme().words("en"))
    body = _said(found)[1]["body"][0]
    assert body.split("\r\n")[:3] == [f"Page: {ADDRESS}", "Part: /norms", ""]


def test_where_there_is_only_a_forge_a_form_waits_for_the_line() -> None:
    to, said = _said(_suggestion(FORGE))
    assert to == "https:/example/archive/issues/new"
    assert "File: {file}\r\nLine: {line}" in said["body"][0]


def test_a_letter_comes_before_a_form_that_asks_for_an_account() -> None:
    assert _said(_suggestion(FORGE, **MAIL))[0] == "mailto:desk@example.org"


def test_what_people_wrote_is_no_place_to_fill_in() -> None:
    found = _suggestion(FORGE)
    assert found
    assert _said(found)[1]["title"] == ["Other words for “A {file} & a walk”"]
    assert found.href.count("{") == 2
