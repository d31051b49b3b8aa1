"""Texts without spaces between words are searched word by word where the extra `cjk` is installed."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import cbor2
import pytest

from hearthbook.publish.finished import unpacked
from hearthbook.publish.search_index import Job, index

if TYPE_CHECKING:
    from pathlib import Path

FACTS = json.dumps({"kind": "norm", "language": "ja", "community": "hon"}).replace('"', "&quot;")
PAGE = (
    f'<html lang="ja"><head><meta name="hearthbook:search" content="{FACTS}"></head><body>'
    '<article class="md-content__inner">毎週火曜日に図書館で会います。</article></body></html>'
)


def _words(tmp_path: Path) -> set[str]:
    """The words that an index of one Japanese sentence knows."""
    (tmp_path / "hon").mkdir()
    (tmp_path / "hon/index.html").write_text(PAGE, encoding="utf-8")
    files = unpacked(
        index(Job(folder="search/ja-all", site=str(tmp_path), language="ja", slugs=("hon",)))
    ).files
    chunks = [gzip.decompress(data)[12:] for name, data in files.items() if "/index/" in name]
    return {word[0] for chunk in chunks for word in cbor2.loads(chunk)[0]}


def test_a_word_in_the_middle_of_a_sentence_is_found(tmp_path: Path) -> None:
    pytest.importorskip("pagefind_bin_extended", reason="pip install 'hearthbook[cjk]' to index Japanese")
    assert {"図書", "火曜"} <= _words(tmp_path)


def test_a_page_in_japanese_is_indexed_in_any_case(tmp_path: Path) -> None:
    assert any("図書館" in word or word == "図書" for word in _words(tmp_path))
