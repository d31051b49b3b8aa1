"""The page of each rule: what it finds, why it matters, how to mend it, and examples that are its test."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Literal

from hearthbook.lint import rules

_BLOCK: Final = re.compile(
    r"^```(?P<kind>\w+) (?P<judged>bad|good)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_MARKED: Final = re.compile(r"\s*(?:#|<!--) <- (?P<codes>HB\d{3}(?:, HB\d{3})*)(?: -->)?$")
_NAME: Final = re.compile(r"(hb\d{3})_\w+\.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A block of a rule's page that shows how it is, or how it should be."""

    kind: str
    """`yaml` for a community, `markdown` for an article or a page."""
    judged: Literal["bad", "good"]
    file: str
    """Which of several files it is, where a rule needs more than one."""
    text: str
    """As a founder writes it, without marks."""
    expected: tuple[tuple[int, str], ...]
    """The lines with findings, counted from 1, and their codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What there is to know about a rule."""

    code: str
    title: str
    """The fact that it finds, as a heading."""
    markdown: str
    """The whole page, with marks."""
    examples: tuple[Example, ...]

    @property
    def body(self) -> str:
        """The page without its heading, and its examples as plain code under a word that judges them."""
        text = self.markdown.partition("\n")[2].strip()
        return _BLOCK.sub(_shown, text)


def _shown(block: re.Match[str]) -> str:
    word = "Not so:" if block["judged"] == "bad" else "Better:"
    name = f" (`{block['file']}`)" if block["file"] else ""
    return f"**{word}**{name}\n\n```{block['kind']}\n{block['text']}```"


def explained(code: str) -> Explained | None:
    """The page of a rule, or None where there is none."""
    return pages().get(code)


def pages() -> dict[str, Explained]:
    """Code -> page, by code; codes of intake, which no rule has, are among them."""
    found = {}
    for each in sorted(files(rules).iterdir(), key=lambda one: one.name):
        if match := _NAME.fullmatch(each.name):
            code = match[1].upper()
            found[code] = _explained(code, each.read_text(encoding="utf-8"))
    return found


def _explained(code: str, markdown: str) -> Explained:
    title = markdown.partition("\n")[0].removeprefix(f"# {code}").strip()
    return Explained(
        code=code,
        title=title,
        markdown=markdown,
        examples=tuple(_example(block) for block in _BLOCK.finditer(markdown)),
    )


def _example(block: re.Match[str]) -> Example:
    lines, expected = [], []
    for number, line in enumerate(block["text"].splitlines(), 1):
        marked = _MARKED.search(line)
        lines.append(line[: marked.start()] if marked else line)
        expected += [(number, code) for code in marked["codes"].split(", ")] if marked else []
    return Example(
        kind=block["kind"],
        judged="bad" if block["judged"] == "bad" else "good",
        file=block["file"] or "",
        text="\n".join(lines) + "\n",
        expected=tuple(expected),
    )
