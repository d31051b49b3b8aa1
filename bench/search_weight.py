"""What a site's search weighs: its index on the disk, and what a reader loads for the first question."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Final

import cbor2

from bench.process import MEGA
from bench.weigh import KILO, megabytes

if TYPE_CHECKING:
    from pathlib import Path

    from bench.rows import Key

QUESTION: Final = "newcomers report"
RESULTS: Final = 10
"""Results that are shown at first, each of which loads a file."""
_SCRIPTS: Final = ("choices.js", "lookup.js", "results.js", "search.css", "search.js", "view.js", "words.js")
_SIGNATURE: Final = 12


def search_values(site: Path) -> dict[Key, float]:
    """The rows about search of a built site, whichever tool built it; none where it has no search."""
    if (site / "search/index.json").is_file():
        size, _ = whole_question(site, QUESTION)
        return {"search_index": megabytes(site / "search"), "search_first": size / KILO}
    whole = site / "search/search_index.json"
    if not whole.is_file():
        return {}
    # Material loads all of it, a worker, and that worker's own index of it is made in the browser
    workers = sorted((site / "assets/javascripts/workers").glob("search.*.js"))
    first = sum(map(packed, [whole, *workers]))
    return {"search_index": whole.stat().st_size / MEGA, "search_first": first / KILO}


def packed(file: Path) -> int:
    """Bytes as a server sends them, after `gzip`."""
    return len(gzip.compress(file.read_bytes()))


def fixed(site: Path, language: str = "en") -> tuple[int, int]:
    """Bytes and requests of what every first question loads: scripts, WebAssembly, what they read first."""
    files = [site / "assets/hearth" / name for name in _SCRIPTS]
    files += [site / "search" / name for name in ("engine/pagefind.js", "index.json", "hub.json")]
    wasm = site / f"search/{language}/wasm.{language}.pagefind"
    return sum(map(packed, files)) + wasm.stat().st_size, len(files) + 1


def whole_question(site: Path, question: str, language: str = "en") -> tuple[int, int]:
    """Bytes and requests of the first question asked of a whole site that we built."""
    said = json.loads((site / "search/index.json").read_bytes())
    parts = [f"{language}-{bits or 'all'}" for bits in said["languages"][language]]
    size, requests = fixed(site, language)
    for folder in (language, *parts):
        more, further = asked_of(site / "search" / folder, question)
        size, requests = size + more, requests + further
    return size + round(RESULTS * mean_result(site / "search" / parts[0])), requests + RESULTS


def asked_of(part: Path, question: str) -> tuple[int, int]:
    """Bytes and requests that a question takes of one part, without results."""
    entry = part / "pagefind-entry.json"
    (own,) = json.loads(entry.read_bytes())["languages"].values()
    meta = part / f"pagefind.{own['hash']}.pf_meta"
    chunks = cbor2.loads(gzip.decompress(meta.read_bytes())[_SIGNATURE:])[2]
    asked = {name for word in question.split() for first, last, name in chunks if first <= word <= last}
    files = [meta, *(part / f"index/{name}.pf_index" for name in sorted(asked or {chunks[0][2]}))]
    return packed(entry) + sum(file.stat().st_size for file in files), len(files) + 1


def mean_result(part: Path) -> float:
    """Bytes of what is loaded to show a result, on average."""
    sizes = [file.stat().st_size for file in (part / "fragment").iterdir()]
    return sum(sizes) / len(sizes)
