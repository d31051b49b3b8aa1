"""A finished cell survives being packed, and a damaged pack is known as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.publish.finished import Finished, packed, unpacked
from hearthbook.publish.links import Link

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_LINKS = st.builds(Link, page=_WORDS, written=_WORDS, said=_WORDS)
_CELLS = st.builds(
    Finished,
    slug=_WORDS,
    files=st.dictionaries(_WORDS, st.binary(max_size=40), max_size=4),
    anchors=st.dictionaries(_WORDS, st.lists(_WORDS, max_size=3).map(tuple), max_size=3),
    links=st.lists(_LINKS, max_size=3).map(tuple),
    found=st.lists(_WORDS, max_size=3).map(tuple),
    told=st.lists(_WORDS, max_size=3).map(tuple),
)
OAK = Finished(slug="oak", files={"oak/index.html": b"<p>oak</p>" * 9}, anchors={"oak": ("page",)})


@given(_CELLS)
def test_what_was_packed_comes_out_as_it_was(cell: Finished) -> None:
    assert unpacked(packed(cell)) == cell


@given(_CELLS)
def test_a_cell_is_packed_the_same_each_time(cell: Finished) -> None:
    assert packed(cell) == packed(unpacked(packed(cell)))


@given(st.integers(0, len(packed(OAK)) - 1), st.integers(1, 255))
def test_one_wrong_byte_is_noticed(at: int, change: int) -> None:
    data = bytearray(packed(OAK))
    data[at] ^= change
    with pytest.raises(ValueError, match="no finished cell"):
        unpacked(bytes(data))


@given(st.integers(0, len(packed(OAK)) - 1))
def test_a_pack_cut_short_is_noticed(length: int) -> None:
    with pytest.raises(ValueError, match="no finished cell"):
        unpacked(packed(OAK)[:length])


@given(st.binary())
def test_other_bytes_are_no_cell(data: bytes) -> None:
    with pytest.raises(ValueError, match="no finished cell"):
        unpacked(data)
