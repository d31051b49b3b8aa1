"""What a search weighs is read from the files that readers load."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from bench.archive import write_archive
from bench.search import cost, table
from bench.search_weight import QUESTION, fixed, search_values, whole_question
from hearthbook.publish.builder import build_site

if TYPE_CHECKING:
    from pathlib import Path


def test_ours_is_the_scripts_the_parts_and_ten_results(tmp_path: Path) -> None:
    write_archive(tmp_path, 3)
    site = build_site(tmp_path).site_dir
    size, requests = whole_question(site, QUESTION)
    least, few = fixed(site)
    # two folders, each with an entry, its words and at least one piece of the index, and ten results
    assert requests >= few + 2 * 3 + 10
    assert least < size < 400_000
    assert search_values(site)["search_first"] == size / 1000
    # the curve starts from the same pages
    row = cost(site, site, 12)
    assert row.parts == 1
    assert abs(row.everywhere[1] * 1000 - size) < size / 50
    assert table([row]).count("\n") == 3


def test_materials_is_its_whole_index_and_its_worker(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text("{}" * 1000, encoding="utf-8")
    workers = tmp_path / "assets/javascripts/workers"
    workers.mkdir(parents=True)
    (workers / "search.1a2b.min.js").write_text("x" * 500, encoding="utf-8")
    expected = len(gzip.compress(b"{}" * 1000)) + len(gzip.compress(b"x" * 500))
    assert search_values(tmp_path) == {"search_index": 2000 / 1e6, "search_first": expected / 1000}


def test_a_site_without_search_has_no_such_rows(tmp_path: Path) -> None:
    assert search_values(tmp_path) == {}
