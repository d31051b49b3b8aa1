"""For every block of every page of the example archive, the line that its pencil leads to holds its text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.publish.origins import words_of
from tests.once import made_once
from tests.publish.sites import ROOT, add_line, copy_archive, html_files
from tests.render.support import archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

pytestmark = pytest.mark.slow

REPOSITORY: Final = "https://github.com/example/archive"
_BLOCK: Final = re.compile(
    r"<(?P<tag>h[2-6]|p|dt|dd|td|summary|li)\b[^>]*>"
    r"(?P<inside>(?:(?!<(?:p|li|ul|ol|dl|div|pre|dt|dd|td)\b).)*?)"
    r"(?=</(?P=tag)>|<[uo]l\b|\n*<p\b)",
    re.DOTALL,
)
_PENCIL: Final = re.compile(
    rf'<a class="hb-source" href="{re.escape(REPOSITORY)}/edit/main/(?P<file>[^"#]+)#L(?P<line>\d+)"[^>]*'
    r' data-hb-at="(?P<said>[^"]*)">✎</a>'
)
_MARKUP: Final = re.compile(r"<[^<>]*>")
_RUN: Final = 3
"""So many words in a row are nobody else's by chance."""


class Block(NamedTuple):
    """A block of a page, with where its pencil leads."""

    page: str
    words: tuple[str, ...]
    file: str
    line: int
    pointer: str


@pytest.fixture(scope="module")
def forged(common: Path) -> Path:
    """The site of the example archive, with a forge."""

    def make(root: Path) -> None:
        copy_archive(ROOT, root)
        add_line(root, f"repo_url: {REPOSITORY}")
        build_site(root)

    return made_once(common, "forged", make) / "site"


def _shown(html: str) -> tuple[str, ...]:
    return words_of(unescape(_MARKUP.sub(" ", _PENCIL.sub("", html))))


def _blocks(site: Path) -> Iterator[tuple[str, str]]:
    """Each page of a community with the HTML of each of its blocks; the whole handbook repeats the others."""
    slugs = {one.slug for one in archive().communities}
    for path in html_files(site):
        page = path.relative_to(site).as_posix()
        if page.split("/")[0] in slugs and "/handbook/" not in page:
            article = re.search(r"<article\b.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
            assert article, page
            yield from ((page, match["inside"]) for match in _BLOCK.finditer(article[0]))


def _drawn(site: Path) -> Iterator[Block]:
    for page, html in _blocks(site):
        if found := _PENCIL.search(html):
            yield Block(page, _shown(html), found["file"], int(found["line"]), unescape(found["said"]))


@cache
def _rows(file: str) -> list[str]:
    return (ROOT / file).read_text(encoding="utf-8").split("\n")


def _runs(words: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return {words[at : at + length] for at in range(len(words) - length + 1)}


@cache
def _facts() -> dict[str, JsonValue]:
    return {one.slug: one.community.model_dump(mode="json", by_alias=True) for one in archive().communities}


def _value(page: str, pointer: str) -> str:
    """The text at a pointer; empty where there is none."""
    found: JsonValue = _facts()[page.partition("/")[0]]
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, dict):
            found = found.get(name)
        elif isinstance(found, list) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            return ""
    return str(found) if isinstance(found, str | int | float) else ""


def _holds(block: Block) -> str:
    """How the line holds what the block shows; empty where it does not."""
    row = _rows(block.file)[block.line - 1]
    said = words_of(row)
    length = min(_RUN, len(block.words), len(said))
    if length and _runs(said, length) & _runs(block.words, length):
        return "words"
    value = words_of(_value(block.page, block.pointer))[:_RUN]
    if value and all(value in _runs(words, len(value)) for words in (said, block.words)):
        return "words"
    if value and said and value[: len(said)] in _runs(said, min(len(said), len(value))):
        return "a heading of ours above it"
    # what is made from several values, or from a number, a day or a name, leads to their key
    if re.search(rf"(?<!\w){re.escape(_key(block.pointer))}:", row):
        return "key"
    if re.match(r" *- ", row) and re.search(r"/\d+(?:/\w+)?$", block.pointer):
        return "entry"
    # a value that the archive gives stands in no file
    written = bool(value) and block.line > 1
    return "where it is to be written" if not written and _stands_above(block, row) else ""


def _key(pointer: str) -> str:
    return re.sub(r"/\d+(?=/|$)", "", pointer).rpartition("/")[2]


def _stands_above(block: Block, row: str) -> bool:
    """Whether a value that nobody has written leads to the section that it would stand in, or to the file."""
    above = block.pointer.rpartition("/")[0]
    return block.line == 1 or (bool(above) and row.startswith(f"{_key(above)}:"))


def test_every_line_holds_what_its_block_shows(forged: Path) -> None:
    found = [(block, _holds(block)) for block in _drawn(forged)]
    counted = Counter(how for _, how in found)
    print(f"{len(found)} blocks: {dict(counted)}")  # noqa: T201 - the figure that people ask for
    assert [block for block, how in found if not how] == []
    assert len(found) > 3000
    assert counted["words"] > 0.7 * len(found)


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield from (line for line in value.split("\n") if line.strip())
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key != "id":
                yield from _texts(each)


def test_no_block_that_shows_what_somebody_wrote_is_without_a_pencil(forged: Path) -> None:
    texts = {
        slug: {" ".join(words) for text in _texts(each) if len(words := words_of(text)) > _RUN}
        for slug, each in _facts().items()
    }
    without, pencil = [], ""
    for page, html in _blocks(forged):
        shown = " ".join(_shown(html))
        if found := _PENCIL.search(html):
            pencil = " ".join(words_of(_value(page, unescape(found["said"]))))
        # an article shows what its own file says; the pencil of a heading may lead to the text below it
        elif "/articles/" not in page:
            said = {text for text in texts[page.split("/")[0]] if f" {text} " in f" {shown} "}
            without += [(page, shown, pencil)] if said and not any(text in pencil for text in said) else []
    assert without == [], "\n".join(map(str, without))
