"""A community that was read is loaded again as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.archive import write_archive
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults
from hearthbook.model.sources import SourceMap
from hearthbook.publish.reading import DAMAGED, dumped, loaded
from tests.publish.hamlet import write_hamlet
from tests.publish.sites import ROOT, TOWN

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.archive import Resolved


@pytest.fixture(scope="module", params=["town", "example", "hamlet", "made up"])
def communities(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Resolved, ...]:
    """The communities of an archive."""
    root: Path = {"town": TOWN, "example": ROOT}.get(request.param) or tmp_path_factory.mktemp("archive")
    if request.param == "hamlet":
        write_hamlet(root)
    elif request.param == "made up":
        write_archive(root, 10)
    return load_archive(root, Defaults(zone="Europe/Berlin")).communities


def test_a_community_comes_back_as_it_was(communities: tuple[Resolved, ...]) -> None:
    assert len(communities) > 3
    for one in communities:
        assert loaded(dumped(one, lines=True), lines=True) == one


def test_places_are_left_out_where_nobody_asks_for_them(communities: tuple[Resolved, ...]) -> None:
    for one in communities:
        short = dumped(one, lines=False)
        assert len(short) < len(dumped(one, lines=True))
        again = loaded(short, lines=False)
        assert again
        assert again.community == one.community
        assert again.sources == SourceMap({}, one.sources.root)


def test_places_that_are_not_there_are_missed(communities: tuple[Resolved, ...]) -> None:
    assert loaded(dumped(communities[0], lines=False), lines=True) is None


def test_a_community_is_dumped_the_same_each_time(communities: tuple[Resolved, ...]) -> None:
    for one in communities:
        again = loaded(dumped(one, lines=True), lines=True)
        assert again
        assert dumped(again, lines=True) == dumped(one, lines=True)


@pytest.mark.parametrize("cut", [0, 1, 10, -1])
def test_damaged_bytes_are_known_as_such(cut: int, communities: tuple[Resolved, ...]) -> None:
    with pytest.raises(DAMAGED):
        loaded(dumped(communities[0], lines=True)[:cut], lines=True)
