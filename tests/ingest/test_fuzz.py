"""Whatever people write: never a traceback, never another file, always an answer."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import TZPATH

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hearthbook.ingest.archive import load_archive
from hearthbook.ingest.reader import printable
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.archive import Archive

VALID = """extends: _base
name: Oak
size: {members: 34, as_of: 2026-10-01}
color: "#2f6f4f"
promise:
  for: [people, others]
  not_for: [{who: some, instead: elsewhere}]
  outcome: mend things
  boundary: {cap: 50, cohort: {starts: 2027-01-11}}
norms:
  - We ask before we advise.
  - {id: kind, statement: "Be kind", why: 'It helps'}
channels: {help: Ask here, wins: {purpose: Tell}}
rituals:
  - name: Wins
    when: every Tuesday at 17:00 Europe/Berlin for 45 minutes
    where: help
  - {name: Demo, when: {every: month, day: third Wednesday, at: 17:00, zone: UTC}}
conduct:
  contacts: ["Ada, ada@example.org", {who: mira, independent: true}]
people: {mira: {handle: "@mira", show: name, name: Mira}}
privacy: |
  What is said here
  stays here.
"""
ARTICLE = "---\ntitle: T\nauthor: mira\ndate: 2026-01-02\n---\n\n# Heading\n\nBody\n"
SNIPPETS = [
    *"\t#:-?{}[],\"'&*!|>%@`~<\\\n \r\0\x1b\x85\u2028\ufeff",
    *["- ", ": ", "&a ", "*a", "!!x ", "!!python/object:os.system ", "<<: ", "---\n", "...\n", "%YAML 1.1\n"],
    *["9" * 30, "1e999", "0x1f", "null", "yes", "true", "2026-02-30", "17:00", "\\ud800", '"\\ud800"'],
    *[
        "id: kind",
        "remove: true",
        "extends: oak",
        "[[[",
        "{a: ",
        '"\\UFFFFFFFF"',
        "\N{DECIDUOUS TREE}",
        "{{ 7 * 7 }}",
    ],
]
Edit = tuple[str, int, str]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop line", "double line", "swap lines", "cut", "insert", "indent"]),
        st.integers(0, 10_000),
        st.sampled_from(SNIPPETS) | st.text(max_size=4),
    ),
    min_size=1,
    max_size=5,
)


def _edited(text: str, edits: list[Edit]) -> str:
    for kind, position, snippet in edits:
        lines = text.splitlines(keepends=True) or [""]
        row = position % len(lines)
        spot = position % (len(text) + 1)
        if kind == "cut":
            text = text[:spot] + text[spot + 1 + len(snippet) :]
        elif kind == "insert":
            text = text[:spot] + snippet + text[spot:]
        else:
            other = len(snippet) % len(lines)
            if kind == "drop line":
                del lines[row]
            elif kind == "double line":
                lines.insert(other, lines[row])
            elif kind == "swap lines":
                lines[row], lines[other] = lines[other], lines[row]
            else:
                lines[row] = " " * len(snippet) + lines[row].lstrip(" ")
            text = "".join(lines)
    return text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a base file, a community to be spoilt, and an article of it."""
    folder = tmp_path_factory.mktemp("archive")
    for name in ("communities", "content/oak"):
        (folder / name).mkdir(parents=True)
    (folder / "communities/_base.yml").write_text("language: en\nnorms: [Be kind]\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def opened() -> Iterator[list[Path]]:
    """Every path that is opened while the module's tests run, but for the program's own data."""
    paths: list[Path] = []
    ours = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[2] / "generator"), *TZPATH)

    def note(path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike) and not str(path).startswith(ours):
            paths.append(Path(os.fsdecode(path)))

    with pytest.MonkeyPatch.context() as patch:
        real = io.open

        def watched(file: object, *rest: object, **named: object) -> object:
            note(file)
            return real(file, *rest, **named)  # type: ignore[call-overload]

        patch.setattr("io.open", watched)
        patch.setattr("builtins.open", watched)
        yield paths


def _read(root: Path, text: bytes, article: bytes = ARTICLE.encode()) -> Archive:
    (root / "communities/oak.yml").write_bytes(text)
    (root / "content/oak/a.md").write_bytes(article)
    return load_archive(root)


def _is_an_answer(archive: Archive) -> None:
    errors = [finding for finding in archive.findings if finding.severity is Severity.ERROR]
    assert bool(errors) != bool(archive.communities)
    for finding in archive.findings:
        assert str(finding) == printable(str(finding))
        assert finding.hint
        written = (archive.root / finding.place.file).read_bytes().decode("utf-8", "replace")
        assert finding.place.line <= len(written.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def test_the_file_that_is_spoilt_below_is_sound(root: Path) -> None:
    assert _read(root, VALID.encode()).findings == ()


@settings(max_examples=150)
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@example(data=b'a: "\\UFFFFFFFF"')
@example(data=b"\xff\xfe\x00")
@example(data="name: \u2028x: y".encode())
@example(data=b"? : ? :")
def test_any_bytes_get_an_answer(root: Path, data: bytes) -> None:
    _is_an_answer(_read(root, data))


@settings(max_examples=250)
@given(edits=EDITS)
def test_a_spoilt_file_gets_an_answer(root: Path, edits: list[Edit]) -> None:
    _is_an_answer(_read(root, _edited(VALID, edits).encode("utf-8", "surrogatepass")))


@settings(max_examples=100)
@given(edits=EDITS)
def test_a_spoilt_article_gets_an_answer(root: Path, edits: list[Edit]) -> None:
    article = _edited(ARTICLE, edits).encode("utf-8", "surrogatepass")
    _is_an_answer(_read(root, VALID.encode(), article))


@settings(max_examples=40)
@given(edits=EDITS)
def test_a_spoilt_file_is_read_the_same_way_twice(root: Path, edits: list[Edit]) -> None:
    text = _edited(VALID, edits).encode("utf-8", "surrogatepass")
    assert _read(root, text) == _read(root, text)


@pytest.mark.parametrize(
    "lines",
    [
        "tagline: !include /etc/hostname",
        "tagline: !!python/object/apply:builtins.open [/etc/hostname]",
        "tagline: file:///etc/hostname",
        "join: {url: 'file:///etc/hostname'}",
        "extends: ../../../etc/hostname",
        "extends: /etc/hostname",
        "rituals: [{name: A, when: {at: 17:00, zone: ../../../../etc/hostname}}]",
        "language: ../../../etc/hostname",
        "lineage: {split_from: ../secret}",
        "$schema: file:///etc/hostname",
        "privacy: '![](/etc/hostname) --8<-- \"/etc/hostname\"'",
    ],
)
def test_no_text_opens_another_file(root: Path, opened: list[Path], lines: str) -> None:
    opened.clear()
    load_archive(_read(root, f"name: Oak\npromise: {{for: a, outcome: b}}\n{lines}\n".encode()).root)
    assert opened
    assert all(path.is_relative_to(root) for path in opened)
