"""Links between pages that lead nowhere are told with their line and a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import Wishes, build_site

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.store import Store

_GUIDE = "content/guides/first-night.md"


def _told(town: Path, kept: Store, line: str) -> tuple[str, ...]:
    """What a build says after `line` was added to the town's guide."""
    with (town / _GUIDE).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    return build_site(town, Wishes(store=kept)).warnings


def _last_line(town: Path) -> int:
    return len((town / _GUIDE).read_text(encoding="utf-8").splitlines())


def test_a_link_to_no_page_is_told_with_its_place(town: Path, kept: Store) -> None:
    told = _told(town, kept, "Read [the norms](/lantern-walks/norms/).")
    place = f"{_GUIDE}:{_last_line(town)}:18"
    fact = "/guides/first-night/ links to /lantern-walks/norms/, but there is no such page"
    assert told == (f"{place} {fact}; did you mean /lantern-walk/norms/?",)


def test_a_link_to_a_part_that_is_not_there_is_told(town: Path, kept: Store) -> None:
    told = _told(town, kept, "Read [the norms](/lantern-walk/norms/#nowhere).")
    assert len(told) == 1
    assert "that page has no #nowhere; mend the address or take the link out" in told[0]


def test_a_link_to_a_draft_is_told(town: Path, kept: Store) -> None:
    file = town / "communities/quiet-desk.yml"
    text = file.read_text(encoding="utf-8")
    text = "".join(row for row in text.splitlines(keepends=True) if not row.startswith("visibility:"))
    file.write_text(text + "visibility: draft\n", encoding="utf-8")
    told = _told(town, kept, "Sit with [them](/quiet-desk/).")
    assert any("links to /quiet-desk/, but there is no such page" in warning for warning in told)


@pytest.mark.parametrize(
    "line",
    [
        "[Walk](/lantern-walk/)",
        "[Walk](/lantern-walk)",
        "[Walk](../../lantern-walk/norms/)",
        "[Home](/)",
        "[Up](#top)",
        "[Below](#below)\n\n## Below",
        "[Away](https://example.org/nowhere/)",
        "[Write](mailto:oak@example.org)",
        "`[Not](/nowhere/)`",
        "```\n[Not](/nowhere/)\n```",
        r"\[Not](/nowhere/)",
    ],
)
def test_what_leads_somewhere_or_is_no_link_is_not_told(line: str, town: Path, kept: Store) -> None:
    assert _told(town, kept, line) == ()


def test_a_link_in_a_community_is_told_once_with_the_line_of_its_file(town: Path, kept: Store) -> None:
    file = town / "communities/lantern-walk.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("with the four.\n", "with the four. See [there](/nowhere/at-all/).\n")
    file.write_text(text, encoding="utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "/nowhere/" in row)
    told = build_site(town, Wishes(store=kept)).warnings
    assert len(told) == 1
    assert told[0].startswith(f"communities/lantern-walk.yml:{line}:")
    assert "links to /nowhere/at-all/, but" in told[0]


def test_strict_builds_stop_at_such_a_link(town: Path, kept: Store) -> None:
    with (town / _GUIDE).open("a", encoding="utf-8") as stream:
        stream.write("\n[There](/nowhere/)\n")
    with pytest.raises(HearthbookError, match="/nowhere/"):
        build_site(town, Wishes(strict=True, store=kept))
