from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from bench.pages import pages_section, weights

if TYPE_CHECKING:
    from pathlib import Path


def _site(folder: Path) -> Path:
    """Two communities, the second with more to say, and a hub of two pages."""
    files = {
        "style.css": "p { color: red }",
        "index.html": "home",
        "map/index.html": "map",
        "oak/index.html": "oak",
        "oak/handbook/index.html": "short",
        "elm/index.html": '<link rel="stylesheet" href="../style.css">elm',
        "elm/handbook/index.html": "long " * 9 + '<link rel="stylesheet" href="/style.css">',
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_first_the_fullest_community_then_the_hub_then_the_heaviest_page(tmp_path: Path) -> None:
    names = [one.name for one in weights(_site(tmp_path))]
    assert names == ["/handbook/", "/", "/", "/map/", "/elm/handbook/"]


def test_a_page_weighs_all_that_it_names(tmp_path: Path) -> None:
    handbook = weights(_site(tmp_path))[0]
    contents = [(tmp_path / name).read_bytes() for name in ("elm/handbook/index.html", "style.css")]
    assert handbook.raw == sum(map(len, contents)) / 1000
    assert handbook.packed == sum(len(gzip.compress(content)) for content in contents) / 1000


def test_the_table_sets_each_page_against_the_target(tmp_path: Path) -> None:
    lines = pages_section(weights(_site(tmp_path)), 6).splitlines()
    assert lines[0] == "## A page over the wire"
    assert lines[4].startswith("| page | raw, kB | gzip, kB |")
    assert lines[6].startswith("| /handbook/ | 0.1 | 0.1 |")
    assert lines[6].endswith("| 0% |")
