"""One line says what a build changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearthbook.publish.builder import Built
from hearthbook.publish.finished import HUB, RULES
from hearthbook.publish.manifest import ASSETS, SITEMAP
from hearthbook.publish.news import done, news


@pytest.mark.parametrize(
    ("made", "dressed", "removed", "pages", "told"),
    [
        ((), (), (), 0, ""),
        (("oak",), (), (), 16, "oak: 16 pages"),
        ((HUB,), (), (), 1, "the hub: 1 page"),
        ((HUB, "ash"), ("oak",), (), 36, "ash, oak and the hub: 36 pages"),
        (("ash", "elm", "fir", "oak"), (), (), 1060, "4 communities: 1,060 pages"),
        ((HUB,), (), ("oak", "guides/walk/index.html"), 4, "the hub: 4 pages; oak is gone"),
        ((), (), ("ash", "elm"), 0, "ash and elm are gone"),
        ((), (), ("ash", "elm", "fir", "oak"), 0, "4 communities are gone"),
    ],
)
def test_what_is_new_and_what_is_gone_is_told(
    made: tuple[str, ...], dressed: tuple[str, ...], removed: tuple[str, ...], pages: int, told: str
) -> None:
    built = Built(
        site_dir=Path("site"),
        pages=100,
        renewed=pages,
        communities=5,
        made=made,
        dressed=dressed,
        removed=removed,
    )
    assert news(built) == told


@pytest.mark.parametrize(
    ("made", "dressed", "around", "removed", "told"),
    [
        ((HUB, "ash", "elm"), (), (ASSETS, SITEMAP), (), ""),
        ((HUB, "ash", "elm"), (), (), ("oak",), "1 removed"),
        ((), (), (), (), ""),
        (("ash",), (), (), (), "1 made anew"),
        ((HUB,), ("ash",), (SITEMAP,), (), "1 with new lines or put back, the hub made anew"),
        ((), (HUB,), (), (), "the hub brought up to date"),
        ((), (), (ASSETS,), (), "the theme's files written"),
        ((HUB,), (), (SITEMAP,), ("oak", "guides/index.html"), "the hub made anew, 2 removed"),
        ((RULES, "ash", "elm"), (), (), (), ""),
        ((RULES,), (), (), (), "the rules made anew"),
    ],
)
def test_what_a_build_did_is_said_in_few_words(
    made: tuple[str, ...],
    dressed: tuple[str, ...],
    around: tuple[str, ...],
    removed: tuple[str, ...],
    told: str,
) -> None:
    built = Built(
        site_dir=Path("site"),
        pages=100,
        renewed=0,
        communities=2,
        made=made,
        dressed=dressed,
        around=around,
        removed=removed,
    )
    assert done(built) == told
