"""PDF files: the same every time, with what readers and their machines need to know."""

from __future__ import annotations

import builtins
import re
import zlib
from base64 import b64decode
from typing import Any

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.export.pdf import pdf

PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><title>Oak and Elm</title>
<meta name="author" content="Oak"></head><body><h1>Oak</h1>
<ul class="hb-contents"><li><a href="#norms">Norms</a></li></ul>
<h2 id="norms">Norms</h2><p>We ask first.</p>{}</body></html>"""
STYLE = "@page { size: A4 } h2 { break-before: page } a::after { content: target-counter(attr(href), page) }"
IMAGE = re.compile(rb"/Subtype ?/Image")
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
BASE = "https://archive.invalid/oak/handbook/index.html"


def _nothing(name: str) -> bytes | None:
    raise AssertionError(name)


def _made(said: str = "", read: Any = _nothing) -> bytes:  # noqa: ANN401 - any function
    return pdf(PAGE.format(said), [STYLE], BASE, read)


def _objects(data: bytes) -> bytes:
    """The file with its compressed parts opened."""
    parts = [data]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            parts.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


@pytest.fixture(scope="module")
def _weasyprint() -> None:
    """Skips where WeasyPrint or Pango is missing."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - an extra
    except (ImportError, OSError) as problem:
        pytest.skip(f"no PDF files here: {problem}")


@pytest.fixture(scope="module")
def data(_weasyprint: None) -> bytes:
    """A file of two sheets."""
    return _made()


def test_the_same_input_gives_the_same_bytes(data: bytes) -> None:
    assert _made() == data


def test_another_text_is_another_document(data: bytes) -> None:
    name = re.compile(rb"/ID ?\[<([0-9a-f]+)>")
    other = name.search(_objects(_made("<p>More.</p>")))
    first = name.search(_objects(data))
    assert bool(first) == bool(other)
    assert first is None or (other and first[1] != other[1])


@pytest.mark.parametrize(
    "sign",
    [
        rb"/Title \(Oak and Elm\)",
        rb"/Author \(Oak\)",
        rb"/Lang \(ar\)",
        rb"/Marked true",
        rb"/Outlines",
        rb"/Title \(Norms\)",
        rb"pdfuaid:part",
    ],
)
def test_it_says_what_it_is(sign: bytes, data: bytes) -> None:
    assert re.search(sign, _objects(data))


def test_it_says_nothing_of_when_it_was_made(data: bytes) -> None:
    assert not re.search(rb"/(?:CreationDate|ModDate)|xmp:(?:Create|Modify)Date", _objects(data))


def test_it_has_a_sheet_for_each_page_break(data: bytes) -> None:
    assert len(re.findall(rb"/Type ?/Page(?![a-z])", _objects(data))) == 2


@pytest.mark.usefixtures("_weasyprint")
def test_a_picture_of_the_archive_is_shown() -> None:
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return PNG

    assert IMAGE.search(_objects(_made('<img src="../leaf.png" alt="A leaf">', read)))
    assert asked == ["oak/leaf.png"]


@pytest.mark.usefixtures("_weasyprint")
@pytest.mark.parametrize(
    "url", ["https://example.org/leaf.png", "file:///etc/hostname", "//example.org/leaf.png"]
)
def test_nothing_else_is_asked_for(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError(url)

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)
    assert not IMAGE.search(_objects(_made(f'<img src="{url}" alt="A leaf">', lambda _: None)))


@pytest.mark.parametrize(
    ("problem", "fact", "hint"),
    [
        (ImportError("no"), "is not installed", "pip install 'hearthbook[pdf]'"),
        (OSError("cannot load library 'libpango-1.0-0'\nmore"), "libpango-1.0-0", "apt-get install libpango"),
    ],
    ids=["WeasyPrint", "Pango"],
)
def test_what_is_missing_is_named_with_what_brings_it(
    problem: Exception, fact: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - the built-in's own
        if name == "weasyprint":
            raise problem
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(HearthbookError) as told:
        _made()
    assert fact in told.value.message
    assert hint in told.value.hint
