"""Pagefind's files made the same for the same pages, and cut smaller.

Pagefind lists the values of a filter in any order, so two indexes of one input
differ; and it cuts the words into chunks of about 22 kB, of which a reader needs
one for each word and part. Both are mended here: filters are put in order, and chunks
are cut again to a tenth, between two words. bench/SEARCH.md has the figures.

The files are what Pagefind 1.5 reads: gzip around a signature and CBOR. An index of
another make is left as it came, larger but whole.
"""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import cbor2

from hearthbook.publish.stamps import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SIGNATURE: Final = b"pagefind_dcd"
_KNOWN: Final = "1.5."
_CHUNK: Final = 4_000
"""Bytes of a chunk before it is compressed, to less than 2 kB."""
_STEM: Final = 4
"""Words that begin with the same letters, so many, stay together: half a word finds all of them."""
_LARGEST: Final = 10 * _CHUNK
_LEVEL: Final = 6
_DIGITS: Final = 8
"""Hexadecimal digits of a name, one more than Pagefind gives: every reader loads all of them."""
_MANY: Final = 24
"""From this many entries on, CBOR says an array's length in bytes of their own."""


def packed(bundle: Path, language: str) -> dict[str, bytes]:
    """The files of the index that Pagefind wrote for one language: path in its folder -> content.

    What an index needs besides, the scripts and the WebAssembly, is not among them.
    """
    entry = json.loads((bundle / "pagefind-entry.json").read_bytes())
    files = {f"fragment/{path.name}": path.read_bytes() for path in (bundle / "fragment").iterdir()}
    if not entry["version"].startswith(_KNOWN) or set(entry["languages"]) != {language}:
        return files | _as_it_came(bundle)
    own = entry["languages"][language]
    meta = cbor2.loads(_content((bundle / f"pagefind.{own['hash']}.pf_meta").read_bytes()))
    chunks, filters = {}, {}
    index, filtered = [], []
    for first, last, content in _cut([row for _, _, name in meta[2] for row in _words(bundle, name)]):
        key = _name(language, content)
        index.append([first, last, key])
        chunks[f"index/{key}.pf_index"] = _file(content)
    for title, name in meta[3]:
        values = cbor2.loads(_content((bundle / f"filter/{name}.pf_filter").read_bytes()))
        content = cbor2.dumps([values[0], sorted(values[1])])
        key = _name(language, content)
        filtered.append([title, key])
        filters[f"filter/{key}.pf_filter"] = _file(content)
    whole = cbor2.dumps([meta[0], meta[1], index, sorted(filtered), *meta[4:]])
    own["hash"] = _name(language, whole)
    head = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    names = {"pagefind-entry.json": head, f"pagefind.{own['hash']}.pf_meta": _file(whole)}
    return dict(sorted({**files, **chunks, **filters, **names}.items()))


def _as_it_came(bundle: Path) -> dict[str, bytes]:
    """The files of an index that we do not know how to read."""
    paths = [*bundle.glob("index/*"), *bundle.glob("filter/*"), *bundle.glob("*.pf_meta")]
    paths.append(bundle / "pagefind-entry.json")
    return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in paths}


def _content(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(_SIGNATURE)


def _file(content: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + content, _LEVEL, mtime=0)


def _name(language: str, content: bytes) -> str:
    return f"{language}_{digest_of(content)[:_DIGITS]}"


def _cut(words: list[tuple[str, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """The chunks that so many words are put into: first word, last word, content."""
    start = 0
    while start < len(words):
        end, size = start, 0
        while end < len(words) and (size < _CHUNK or _together(size, words[end - 1][0], words[end][0])):
            size += len(words[end][1])
            end += 1
        some = words[start:end]
        yield some[0][0], some[-1][0], b"\x81" + _array(len(some)) + b"".join(data for _, data in some)
        start = end


def _together(size: int, one: str, other: str) -> bool:
    return size < _LARGEST and one[:_STEM] == other[:_STEM]


def _words(bundle: Path, chunk: str) -> Iterator[tuple[str, bytes]]:
    """Each word of one of Pagefind's chunks with the bytes that say where it stands."""
    content = _content((bundle / f"index/{chunk}.pf_index").read_bytes())
    stream = BytesIO(content)
    # one thing in an array, and that is the array of the words
    stream.seek(1)
    count = _length(stream)
    decoder = cbor2.CBORDecoder(stream)
    for _ in range(count):
        start = stream.tell()
        word: Any = decoder.decode()
        yield word[0], content[start : stream.tell()]


def _length(stream: BytesIO) -> int:
    """The length of the array that begins here."""
    said = stream.read(1)[0] & 0x1F
    return said if said < _MANY else int.from_bytes(stream.read(1 << (said - _MANY)), "big")


def _array(length: int) -> bytes:
    """How CBOR opens an array."""
    if length < _MANY:
        return bytes([0x80 | length])
    for step, limit in enumerate((0x100, 0x10000, 0x100000000)):
        if length < limit:
            return bytes([0x80 | (_MANY + step)]) + length.to_bytes(1 << step, "big")
    raise ValueError("an array this long is no chunk of an index")
