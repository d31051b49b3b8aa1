"""An index is the same for the same pages, and comes in small pieces that hold what Pagefind wrote."""

from __future__ import annotations

import gzip
import json
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import cbor2
import pytest
from pagefind_bin import get_executable

from hearthbook.publish.search_pack import packed

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    '<!doctype html><html lang="en"><body><i data-pagefind-filter="community:{n}"></i>'
    '<i data-pagefind-filter="kind:norm"></i><h1 id="top">Page {n}</h1><p>{text}</p></body></html>'
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages with enough words for several chunks."""
    folder = tmp_path_factory.mktemp("pages")
    for n in range(40):
        text = " ".join(f"{chr(97 + i % 26)}{chr(97 + i * n % 25)}word{i * n % 97}" for i in range(400))
        (folder / f"{n}.html").write_text(PAGE.format(n=n, text=text), encoding="utf-8")
    return folder


def _bundle(pages: Path, target: Path) -> Path:
    command = [str(get_executable()), "--site", str(pages), "--output-path", str(target), "--silent"]
    subprocess.run(command, check=True)
    return target


@pytest.fixture(scope="module")
def bundle(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Pagefind makes of the pages."""
    return _bundle(pages, tmp_path_factory.mktemp("bundle") / "index")


def _content(data: bytes) -> Any:  # noqa: ANN401 - CBOR holds anything
    return cbor2.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))


def _meta(files: dict[str, bytes]) -> Any:  # noqa: ANN401 - the same
    own = json.loads(files["pagefind-entry.json"])["languages"]["en"]["hash"]
    return _content(files[f"pagefind.{own}.pf_meta"])


def test_two_indexes_of_the_same_pages_are_the_same(pages: Path, bundle: Path, tmp_path: Path) -> None:
    assert packed(_bundle(pages, tmp_path / "again"), "en") == packed(bundle, "en")


def test_no_word_and_no_place_of_a_word_is_lost(bundle: Path) -> None:
    files = packed(bundle, "en")
    new = [w for n, data in files.items() if n.startswith("index/") for w in _content(data)[0]]
    old = [w for path in (bundle / "index").iterdir() for w in _content(path.read_bytes())[0]]
    assert sorted(new, key=str) == sorted(old, key=str)


def test_chunks_are_small(bundle: Path) -> None:
    new = [len(data) for name, data in packed(bundle, "en").items() if name.startswith("index/")]
    old = [path.stat().st_size for path in (bundle / "index").iterdir()]
    assert sum(new) / len(new) < sum(old) / len(old) / 2


def test_each_chunk_is_where_the_index_says_that_it_is(bundle: Path) -> None:
    files = packed(bundle, "en")
    for first, last, name in _meta(files)[2]:
        words = [word[0] for word in _content(files[f"index/{name}.pf_index"])[0]]
        assert (words[0], words[-1]) == (first, last)


def test_the_beginning_of_a_word_is_in_one_chunk(bundle: Path) -> None:
    chunks = _meta(packed(bundle, "en"))[2]
    assert all(before[1][:4] != after[0][:4] for before, after in pairwise(chunks))


def test_filters_know_their_pages(bundle: Path) -> None:
    files = packed(bundle, "en")
    filters = {row[0]: _content(files[f"filter/{row[1]}.pf_filter"]) for row in _meta(files)[3]}
    assert filters["kind"][1] == [["norm", list(range(40))]]
    assert [value for value, _ in filters["community"][1]] == sorted(str(n) for n in range(40))


def test_an_index_of_another_make_is_left_as_it_came(bundle: Path, tmp_path: Path) -> None:
    entry = json.loads((bundle / "pagefind-entry.json").read_bytes())
    other = tmp_path / "other"
    other.mkdir()
    for name in ("index", "filter", "fragment"):
        (other / name).symlink_to(bundle / name)
    for path in bundle.glob("*.pf_meta"):
        (other / path.name).symlink_to(path)
    (other / "pagefind-entry.json").write_text(json.dumps({**entry, "version": "2.0.0"}), encoding="utf-8")
    files = packed(other, "en")
    assert {n: data for n, data in files.items() if n.startswith("index/")} == {
        f"index/{path.name}": path.read_bytes() for path in (bundle / "index").iterdir()
    }
