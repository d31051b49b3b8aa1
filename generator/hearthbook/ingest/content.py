"""Articles and the hub's own pages: Markdown that people write in `content/`.

`content/<slug>/<name>.md` is an article of that community; everything else in
`content/` belongs to the hub. Front matter is a short, known list of facts.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.frontmatter import take_apart
from hearthbook.ingest.reader import error, printable, read_text
from hearthbook.ingest.reveal import person_display
from hearthbook.ingest.slugs import HUB_FOLDERS, MADE_PAGES, address_word, form_problem, language_codes
from hearthbook.model.archive import HubText, Resolved
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.pages import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Map
    from pathlib import Path


FOLDER: Final = "content"
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
HOSTED: Final = ("CNAME", ".nojekyll", "robots.txt", "humans.txt", ".well-known/security.txt")
"""Files of content/ that hosts, robots and visitors look for at the top of a site."""


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


def _files(folder: Path, prefix: str, skipped: frozenset[str] = frozenset()) -> Iterator[tuple[Path, str]]:
    """Every file below a folder, links and odd things included but never followed."""
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        name = f"{prefix}/{path.name}"
        if path.name.startswith("."):
            continue
        if stat.S_ISDIR(path.lstat().st_mode):
            if path.name not in skipped:
                yield from _files(path, name)
        else:
            yield path, name


def _article(path: Path, name: str, owner: Resolved | None) -> tuple[Article | None, list[Finding]]:
    text = read_text(path, name)
    if isinstance(text, Finding):
        return None, [text]
    written, findings = take_apart(text, name)
    slug = path.stem
    if problem := form_problem(slug):
        better = address_word(slug, "my-article")
        hint = f"rename the file to {better if better != slug else f'{slug}-article'}.md"
        findings.append(error("HB010", Place(file=name), problem, hint))
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
        reviewed=facts.reviewed,
        expires=facts.expires,
        basis=facts.basis,
        sources=facts.sources,
        tags=tuple(dict.fromkeys(facts.tags)),
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


def read_content(
    root: Path, communities: Map[str, Resolved], slugs: frozenset[str], only: frozenset[str] | None = None
) -> Content:
    """Articles, pictures and hub pages below `content/`, and what is wrong with them.

    With `only`, of the communities' own folders just these are read.
    """
    content = Content()
    folder = root / FOLDER
    if folder.is_symlink():
        content.findings.append(_not_a_file(folder, FOLDER))
    if not folder.is_dir() or folder.is_symlink():
        return content
    stray: set[str] = set()
    skipped = frozenset() if only is None else slugs - only
    for path, name in _files(folder, FOLDER, skipped):
        parts = name.split("/")
        first = parts[1] if len(parts) > 2 else ""  # noqa: PLR2004 - content/<first>/<file>
        if first and first not in stray and (finding := _stray_folder(first, slugs)):
            stray.add(first)
            content.findings.append(finding)
        if first in stray:
            continue
        shown = printable(name)
        if not stat.S_ISREG(path.lstat().st_mode):
            content.findings.append(_not_a_file(path, shown))
        elif first in slugs:
            _own(content, path, shown, communities.get(first), first)
        else:
            _shared(content, path, shown, slugs)
    return content


def _not_a_file(path: Path, name: str) -> Finding:
    fact = "this is a symbolic link" if path.is_symlink() else "this is not a regular file"
    return error("HB001", Place(file=name), fact, "put the file itself here; links are not followed")


def _not_published(name: str) -> Finding:
    hint = "articles are .md files directly in content/<slug>/, pictures png, jpg, webp or gif"
    found = error("HB018", Place(file=name), "this file is not published", hint)
    return replace(found, severity=Severity.WARNING)


def _own(content: Content, path: Path, name: str, owner: Resolved | None, slug: str) -> None:
    """Adds a file of a community: an article, a picture, or a warning."""
    if path.suffix == ".md" and name.count("/") == 2:  # noqa: PLR2004 - content/<slug>/<file>
        article, findings = _article(path, name, owner)
        content.findings += [replace(finding, community=slug) for finding in findings]
        if article:
            content.articles.setdefault(slug, []).append(article)
    elif path.suffix.lower() in PICTURES:
        content.pictures.setdefault(slug, []).append(name)
    else:
        content.findings.append(_not_published(name))


def _taken(name: str, slugs: frozenset[str]) -> Finding | None:
    """The finding for a page of the hub whose address belongs to something else."""
    first = name.removeprefix(f"{FOLDER}/").partition("/")[0].removesuffix(".md")
    if first in slugs:
        fact = f"the address /{first}/ belongs to the community {first}"
    elif first in MADE_PAGES:
        fact = f"the address /{first}/ belongs to pages that are made for you"
    else:
        return None
    return error("HB010", Place(file=name), fact, "rename the file, or put it into content/guides/")


def _shared(content: Content, path: Path, name: str, slugs: frozenset[str]) -> None:
    """Adds a file of the hub: a page, a picture that MkDocs copies, or a warning."""
    if path.suffix == ".md":
        if taken := _taken(name, slugs):
            content.findings.append(taken)
        text = read_text(path, name)
        if isinstance(text, Finding):
            content.findings.append(text)
            return
        page, findings = _hub_text(text, name)
        content.findings += findings
        content.texts.append(page)
    elif path.suffix.lower() not in PICTURES and name.removeprefix(f"{FOLDER}/") not in HOSTED:
        content.findings.append(_not_published(name))
