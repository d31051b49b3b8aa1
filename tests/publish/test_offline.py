"""The option `offline`: a worker for each cell, made alike by whoever builds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.offline import Needs, needs, worker
from tests.publish.hamlet import replace_in, write_lone
from tests.publish.sites import plain_mkdocs, tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def yew(tmp_path: Path) -> Path:
    """An archive of one community."""
    return write_lone(tmp_path / "hamlet")


def _switch_on(root: Path) -> None:
    replace_in(root / "mkdocs.yml", "language: en", "language: en\n      offline: true")


def _files(script: bytes) -> list[str]:
    line = next(row for row in script.decode().splitlines() if row.startswith("const FILES = "))
    found: list[str] = json.loads(line.removeprefix("const FILES = ").removesuffix(";"))
    return found


@pytest.mark.usefixtures("few_assets")
def test_without_the_option_there_is_no_worker_and_no_page_asks_for_one(yew: Path) -> None:
    site = tree(build_site(yew).site_dir)
    assert not [name for name in site if name.endswith("sw.js")]
    assert not [name for name, data in site.items() if name.endswith(".html") and b"data-hb-worker" in data]


@pytest.mark.usefixtures("real_search")
def test_with_it_both_ways_to_build_give_the_same_bytes(yew: Path) -> None:
    _switch_on(yew)
    site = tree(build_site(yew).site_dir)
    assert "yew/sw.js" in site
    assert b'data-hb-worker="../sw.js"' in site["yew/norms/index.html"]
    assert b"data-hb-worker" not in site["index.html"]
    assert tree(plain_mkdocs(yew)) == site


@pytest.mark.usefixtures("few_assets")
def test_a_worker_names_every_page_of_its_cell_and_all_that_they_show(yew: Path) -> None:
    _switch_on(yew)
    site = build_site(yew).site_dir
    named = {(site / "yew" / file).resolve() for file in _files((site / "yew/sw.js").read_bytes())}
    pages = {path.parent for path in (site / "yew").rglob("index.html")}
    assert pages <= named
    assert {path.name for path in named - pages} >= {"hearth.css", "print.css", "hearth.js", "offline.js"}


@pytest.mark.usefixtures("few_assets")
def test_a_preview_has_none(yew: Path) -> None:
    _switch_on(yew)
    site = build_site(yew, Wishes(live=True)).site_dir
    assert not (site / "yew/sw.js").exists()


def test_what_a_page_shows_is_found_whatever_way_it_is_named() -> None:
    html = """<link rel="stylesheet" href="../../assets/a.css"><link rel="next" href="../norms/">
    <link rel="icon" type="image/svg+xml" href="../../icon.svg"><script src="../b.js?v=1"></script>
    <img src="a%20leaf.png"><img src="data:image/png;base64,"><a href="../faq/">
    <script src="https://example.org/c.js"></script>"""
    expected = {"assets/a.css", "icon.svg", "oak/b.js", "oak/norms/a leaf.png"}
    assert needs("oak/norms/index.html", html).files == expected


def test_addresses_are_seen_from_the_cell() -> None:
    pages = {
        "oak/index.html": Needs("1", frozenset({"assets/a.css", "oak/articles/a leaf.png"})),
        "oak/norms/index.html": Needs("2", frozenset()),
        "oak/faq.html": Needs("3", frozenset()),
    }
    files = ["../assets/a.css", "articles/a%20leaf.png", "faq.html", "./", "norms/"]
    assert _files(worker("oak", pages, default_theme())) == files


def test_another_page_makes_another_worker() -> None:
    one = worker("oak", {"oak/index.html": Needs("1", frozenset())}, default_theme())
    other = worker("oak", {"oak/index.html": Needs("2", frozenset())}, default_theme())
    assert one != other
    assert one == worker("oak", {"oak/index.html": Needs("1", frozenset())}, default_theme())
