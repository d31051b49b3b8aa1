from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from bench.weigh import megabytes, page_kilobytes, words, words_per_page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"""\
<link rel="stylesheet" href="../a.css"><link rel="icon" href="../icon.png">
<script src="/b.js"></script><script>inline()</script>
<link rel="stylesheet" href="https://example.org/far.css">
"""


def test_a_page_weighs_what_it_names_but_nothing_of_other_hosts(tmp_path: Path) -> None:
    (tmp_path / "oak").mkdir()
    files = {"oak/index.html": PAGE, "a.css": b"a" * 500, "b.js": b"b" * 900, "icon.png": b"c" * 5000}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    named = (PAGE, files["a.css"], files["b.js"])
    expected = sum(len(gzip.compress(content)) for content in named) / 1000
    assert page_kilobytes(tmp_path, tmp_path / "oak" / "index.html") == expected


def test_the_output_is_all_files_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "one").write_bytes(b"x" * 500_000)
    (tmp_path / "deep" / "two").write_bytes(b"x" * 1_000_000)
    assert megabytes(tmp_path) == 1.5


def test_only_words_that_are_read_count() -> None:
    page = (
        "---\ntitle: Not this\n---\n\n# Norms of Oak {#norms}\n\n"
        "Don't ask [Ada](mailto:ada@example.org)'s well-known cat 12 times.\n{: .hb-note }\n<br>\n"
    )
    assert words(page) == 10


def test_the_page_in_the_middle_says_how_long_pages_are(tmp_path: Path) -> None:
    for name, text in {"a": "one", "b": "one two three", "c": "one two three four five"}.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    assert words_per_page(tmp_path) == (3, 3)
