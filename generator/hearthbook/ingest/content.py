"""Articles and the hub's own pages: Markdown that people write in `content/`.

`content/<slug>/<name>.md` is an article of that community; everything else in
`content/` belongs to the hub. Front matter is a short, known list of facts.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from pydantic import Field, ValidationError

from hearthbook.ingest.events import read_tree
from hearthbook.ingest.expand import Expander
from hearthbook.ingest.folder import printable
from hearthbook.ingest.reader import error, read_text
from hearthbook.ingest.reveal import person_display
from hearthbook.ingest.slugs import HUB_FOLDERS, language_codes, slug_problem, words_to_id
from hearthbook.ingest.tree import Mapping, to_data
from hearthbook.ingest.validate import findings_of
from hearthbook.model.archive import HubText, Resolved
from hearthbook.model.base import Section, Some
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.pages import Article
from hearthbook.model.texts import IsoDate, Plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Map
    from pathlib import Path


FOLDER: Final = "content"
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
_FRONT: Final = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_HEADING: Final = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")


class FrontMatter(Section):
    """The facts at the top of an article, between two lines of three hyphens."""

    title: Plain | None = Field(default=None, examples=["The first ten minutes"])
    """Its heading."""
    author: Plain | None = Field(default=None, examples=["mira"])
    """Who wrote it: an id from `people`, or a name."""
    date: IsoDate | None = Field(default=None, examples=["2026-10-12"])
    """The day it was written."""
    basis: Literal["source", "experience", "verified", "expert"] | None = Field(
        default=None, examples=["experience"]
    )
    """What it stands on: source, experience, verified or expert."""
    sources: Some[Plain] = Field(default=(), examples=[["https://example.org/study"]])
    """What it cites: addresses or titles."""
    summary: Plain | None = Field(default=None, examples=["What to say before the talk begins."])
    """One line for lists and for search engines."""


@dataclass(slots=True)
class Content:
    """What was read from `content/`."""

    articles: dict[str, list[Article]] = field(default_factory=dict)
    """Slug -> articles."""
    pictures: dict[str, list[str]] = field(default_factory=dict)
    """Slug -> paths of pictures from the project folder."""
    texts: list[HubText] = field(default_factory=list)
    """The hub's own pages, by path."""
    findings: list[Finding] = field(default_factory=list)
    """What is wrong."""

    def attach(self, resolved: Resolved) -> Resolved:
        """The community with its articles, newest first."""
        found = self.articles.get(resolved.slug, [])
        newest = sorted(found, key=lambda a: a.name)
        newest.sort(key=lambda a: a.date.toordinal() if a.date else 0, reverse=True)
        pictures = tuple(sorted(self.pictures.get(resolved.slug, [])))
        return replace(resolved, articles=tuple(newest), files=pictures)


@dataclass(frozen=True, slots=True)
class Written:
    """A Markdown file taken apart."""

    facts: FrontMatter
    """Its front matter."""
    title: str
    """From the front matter, else its first heading, else empty."""
    body: str
    """The Markdown below, without the title."""
    place: Place
    """Where the body starts."""


def _files(folder: Path, prefix: str) -> Iterator[tuple[Path, str]]:
    """Every file below a folder, links and odd things included but never followed."""
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        name = f"{prefix}/{path.name}"
        if path.name.startswith("."):
            continue
        if stat.S_ISDIR(path.lstat().st_mode):
            yield from _files(path, name)
        else:
            yield path, name


def take_apart(text: str, name: str) -> tuple[Written, list[Finding]]:
    """The facts and the body of a Markdown file; what is wrong with its front matter."""
    match = _FRONT.match(text)
    facts, findings = FrontMatter(), []
    body = text[match.end() :] if match else text
    first_line = text[: match.end()].count("\n") + 1 if match else 1
    if match:
        # one empty line stands for the opening hyphens, so that lines keep their numbers
        tree, findings = read_tree("\n" + match["yaml"], name)
        if isinstance(tree, Mapping):
            tree = Expander().community(tree, FrontMatter)
            try:
                facts = FrontMatter.model_validate(to_data(tree))
            except ValidationError as problem:
                findings += findings_of(problem, tree, FrontMatter)
    heading = _HEADING.match(body)
    title = facts.title or (heading["title"] if heading else "")
    if heading:
        first_line += body[: heading.end()].count("\n")
        body = body[heading.end() :]
    return Written(facts, title, body, Place(file=name, line=first_line)), findings


def _article(path: Path, name: str, owner: Resolved | None) -> tuple[Article | None, list[Finding]]:
    text = read_text(path, name)
    if isinstance(text, Finding):
        return None, [text]
    written, findings = take_apart(text, name)
    slug = path.stem
    if problem := (None if slug == "index" else slug_problem(slug)):
        if "address" in problem[0] and not re.match(r"^[a-z0-9]+(-[a-z0-9]+)*$", slug):
            hint = f"rename the file to {words_to_id(slug)}.md"
            findings.append(error("HB010", Place(file=name), problem[0], hint))
    elif slug == "index":
        hint = "the list of articles is made for you: give the article a name of its own"
        findings.append(error("HB010", Place(file=name), "an article cannot be called index", hint))
    show = person_display(owner.community) if owner else str
    facts = written.facts
    return Article(
        name=slug,
        title=written.title or slug.replace("-", " ").capitalize(),
        author=show(facts.author) if facts.author else None,
        date=facts.date,
        basis=facts.basis,
        sources=facts.sources,
        summary=facts.summary,
        body=written.body,
        place=written.place,
    ), findings


def _hub_text(text: str, name: str) -> tuple[HubText, list[Finding]]:
    written, findings = take_apart(text, name)
    path = name.removeprefix(f"{FOLDER}/")
    stem = path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    title = written.title or ("" if path == "index.md" else stem.replace("-", " ").capitalize())
    page = HubText(
        path=path, title=title, summary=written.facts.summary, body=written.body, place=written.place
    )
    return page, findings


def _stray_folder(first: str, slugs: frozenset[str]) -> Finding | None:
    if first in slugs or first in HUB_FOLDERS or first in language_codes():
        return None
    place = Place(file=f"{FOLDER}/{printable(first)}")
    fact = "this folder belongs to no community and is none of the archive's own"
    hint = f"rename it to the slug of a community, or make communities/{printable(first)}.yml"
    return error("HB016", place, fact, hint)


def read_content(root: Path, communities: Map[str, Resolved], slugs: frozenset[str]) -> Content:
    """Articles, pictures and hub pages below `content/`, and what is wrong with them."""
    content = Content()
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return content
    stray: set[str] = set()
    for path, name in _files(folder, FOLDER):
        parts = name.split("/")
        first = parts[1] if len(parts) > 2 else ""  # noqa: PLR2004 - content/<first>/<file>
        if first and first not in stray and (finding := _stray_folder(first, slugs)):
            stray.add(first)
            content.findings.append(finding)
        if first not in stray:
            _one(content, path, printable(name), first, communities, slugs)
    return content


def _one(  # noqa: PLR0913 - one value per fact about the file
    content: Content,
    path: Path,
    name: str,
    first: str,
    communities: Map[str, Resolved],
    slugs: frozenset[str],
) -> None:
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        fact = "the file is a symbolic link" if stat.S_ISLNK(mode) else "this is not a regular file"
        content.findings.append(error("HB001", Place(file=name), fact, "put the file itself here"))
        return
    suffix = path.suffix.lower()
    if first in slugs:
        if suffix == ".md" and name.count("/") == 2:  # noqa: PLR2004 - content/<slug>/<file>
            article, findings = _article(path, name, communities.get(first))
            content.findings += [replace(f, community=first) for f in findings]
            if article:
                content.articles.setdefault(first, []).append(article)
            return
        if suffix in PICTURES:
            content.pictures.setdefault(first, []).append(name)
            return
    elif suffix == ".md":
        text = read_text(path, name)
        if isinstance(text, Finding):
            content.findings.append(text)
        else:
            text_page, findings = _hub_text(text, name)
            content.findings += findings
            content.texts.append(text_page)
        return
    elif suffix in PICTURES:
        return
    hint = "articles are .md files directly in content/<slug>/, pictures png, jpg, webp or gif"
    found = error("HB018", Place(file=name), "this file is not published", hint)
    content.findings.append(replace(found, severity=Severity.WARNING))

