"""The whole handbook on one page: every part one level deeper, every id still its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.pages import Page, Provenance
from hearthbook.render.handbook import Entry, Front, entries_of, handbook_page
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACE = Place(file="communities/hard-talks.yml", line=9)


def _page(kind: str, markdown: str, *, listed: bool = True, anchors: Iterable[str] = ()) -> Page:
    provenance = tuple(Provenance(anchor=anchor, pointer="/norms", place=PLACE) for anchor in anchors)
    return Page(
        path=f"hard-talks/{kind}.md",
        kind=kind,
        title=kind,
        markdown=markdown,
        listed=listed,
        provenance=provenance,
    )


def _whole(*pages: Page) -> Page:
    front = Front("# The handbook", (Provenance(anchor="handbook", pointer="/name", place=PLACE),))
    return handbook_page(support.cell(support.community()), pages, support.theme().words("en"), front)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Norms {#norms}", "## Norms {#norms--norms}"),
        ("## Credit {#norm-credit .norm}", "### Credit {#norms--norm-credit .norm}"),
        ("Text.\n{: #block .c }", "Text.\n{: #norms--block .c }"),
        ("- a\n    {: #entry }", "- a\n    {: #norms--entry }"),
        ("[below](#norm-credit)", "[below](#norms--norm-credit)"),
        ("Text.\n{: .hb-meta }", "Text.\n{: .hb-meta }"),
        ("```\n# a {#b}\n[x](#y)\n```", "```\n# a {#b}\n[x](#y)\n```"),
        ("```` { .text .hb-post }\n```\n# a\n````\n\n# b", "```` { .text .hb-post }\n```\n# a\n````\n\n## b"),
        (r"a \{#b\} \[x\](#y)", r"a \{#b\} \[x\](#y)"),
        (r"a [\\](#y)", r"a [\\](#norms--y)"),
    ],
)
def test_a_part_moves_one_level_down_with_ids_of_its_own(before: str, after: str) -> None:
    assert f"\n\n{after}\n" in _whole(_page("norms", before)).markdown


def test_of_several_next_dates_the_first_is_enough() -> None:
    several = 'When\n{: #when-a data-hb-rule="R" data-hb-dates="3" data-hb-cities="C" }'
    whole = _whole(_page("rituals", several)).markdown
    assert '{: #rituals--when-a data-hb-rule="R" }' in whole


def test_a_link_to_another_part_leads_to_it_in_the_handbook() -> None:
    text = "# N {#a}\n\n[x](faq.md#b) [y](faq.md) [z](faq.md#gone) [w](card.md) \\](faq.md)"
    whole = _whole(_page("norms", text), _page("faq", "# F {#f}\n\nText.\n{: #b }"))
    assert "[x](#faq--b) [y](#faq--f) [z](faq.md#gone) [w](card.md) \\](faq.md)" in whole.markdown


def test_each_block_still_knows_its_line() -> None:
    whole = _whole(_page("norms", "# N {#a}", anchors=["a", ""]), _page("faq", "# F {#a}", anchors=["a"]))
    assert [entry.anchor for entry in whole.provenance] == ["handbook", "norms--a", "faq--a"]
    assert {entry.place for entry in whole.provenance} == {PLACE}


def test_a_page_that_menus_do_not_name_is_left_out() -> None:
    whole = _whole(_page("norms", "# Norms"), _page("roles", "# Roles", listed=False))
    assert "Norms" in whole.markdown
    assert "Roles" not in whole.markdown


def test_the_parts_stand_in_the_order_of_reading() -> None:
    whole = _whole(_page("faq", "# Faq"), _page("norms", "# Norms"), _page("start-here", "# Start"))
    assert [line for line in whole.markdown.splitlines() if line.startswith("## ")] == [
        "## Start",
        "## Norms",
        "## Faq",
    ]


def test_home_and_articles_are_no_part_of_it() -> None:
    whole = _whole(_page("home", "# Home"), _page("articles", "# Articles"))
    assert whole.markdown == "# The handbook\n"


def test_a_long_part_begins_on_a_sheet_of_its_own() -> None:
    whole = _whole(_page("norms", "# Norms {#norms}\n\n" + "We ask. " * 400), _page("faq", "# Faq {#faq}"))
    assert "## Norms {#norms--norms .hb-part}\n" in whole.markdown
    assert "## Faq {#faq--faq}\n" in whole.markdown


def test_the_contents_lead_to_the_heading_of_each_part() -> None:
    pages = (_page("norms", "# Norms {#top}\n"), _page("faq", "# Faq\n"))
    assert entries_of(pages) == (Entry("norms", "norms--top"),)


def test_the_front_says_what_the_group_is_for_who_keeps_it_and_what_is_in_it() -> None:
    whole = support.community(review={"owner": "Mira", "last": "2026-09-15"})
    front = support.render(whole)["handbook"].partition("\n## ")[0]
    assert front.startswith("# The handbook of Hard Talks {#handbook}\n")
    assert "**Kept by:** Mira" in front
    assert "**Last read through:** September 15, 2026" in front
    assert "- [Start here](#start-here--start-here)\n- [Code of conduct](#code-of-conduct--" in front
