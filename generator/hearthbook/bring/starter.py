"""A new archive, and a new community in one that is there; nothing is overwritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.bring.forge import NONE, USUAL
from hearthbook.bring.ground import refuse_unless_free
from hearthbook.errors import HearthbookError
from hearthbook.export.schema import KINDS, schema_text
from hearthbook.ingest.slugs import slug_problem
from hearthbook.ingest.tree import Mark, Scalar
from hearthbook.resources import starter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FIRST: Final = "first-circle"
"""The slug of the community that a new archive starts with."""


def _write_new(path: Path, text: str) -> bool:
    """Writes a file unless one is there; says whether it did."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        return False
    return True


def name_from(slug: str) -> str:
    """A first name for a community: `book-circle` becomes `Book Circle`."""
    return " ".join(word.capitalize() for word in slug.split("-"))


def community_text(slug: str) -> str:
    """The starter file for a community."""
    text = (starter() / "community.yml").read_text(encoding="utf-8")
    name = name_from(slug)
    # names such as 2026, True and Null would be read as something else than words
    needs_quotes = name[:1].isdigit() or Scalar(name, Mark("", 1, 1), plain=True).value() != name
    return text.format(name=f'"{name}"' if needs_quotes else name)


def is_still_the_example(root: Path) -> bool:
    """Whether the community that a new archive starts with is there as it was written."""
    try:
        return (root / "communities" / f"{FIRST}.yml").read_text(encoding="utf-8") == community_text(FIRST)
    except (OSError, ValueError):
        return False


_SCHEMAS: Final = {kind: f"communities/.schema/{kind}.json" for kind in KINDS}
"""Each kind of file -> where its schema lies in an archive."""


def write_schemas(root: Path) -> list[str]:
    """Writes the schemas for editors where there are none; returns what was written."""
    written = []
    for kind, name in _SCHEMAS.items():
        if _write_new(root / name, schema_text(kind)):
            written.append(name)
    return written


def refuse_slug(slug: str) -> None:
    """Raises HearthbookError where a community cannot have an address."""
    if problem := slug_problem(slug):
        fact, hint = problem
        hint = hint.replace("rename the file to ", "call it ").removesuffix(".yml")
        hint = hint.replace("rename the file, ", "call it otherwise, ")
        raise HearthbookError(fact, hint=hint)


def refuse_unless_new(root: Path, slug: str) -> str:
    """The path of a community that could be written, from the project folder.

    Raises HearthbookError where the slug cannot be an address, or the file is
    there already.
    """
    refuse_slug(slug)
    if not (root / "communities").is_dir():
        hint = "run `hearthbook init` first, or say where the archive is with --project"
        raise HearthbookError("there is no folder communities/ here", where=str(root), hint=hint)
    name = f"communities/{slug}.yml"
    if (root / name).exists() or (root / name).is_symlink():
        raise HearthbookError(_THERE, where=name, hint=_CHOOSE)
    return name


_THERE: Final = "the file is there already"
_CHOOSE: Final = "choose another slug, or edit it"


def new_community(root: Path, slug: str, text: str = "") -> str:
    """Writes `communities/<slug>.yml`, the starter file unless there is a text; returns its path.

    Raises HearthbookError as `refuse_unless_new` does.
    """
    name = refuse_unless_new(root, slug)
    if not _write_new(root / name, text or community_text(slug)):
        raise HearthbookError(_THERE, where=name, hint=_CHOOSE)
    write_schemas(root)
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What became of a folder in which an archive was begun."""

    written: tuple[str, ...]
    """Files that are new, from the folder on."""
    kept: tuple[str, ...]
    """Files that were there, and are as they were."""
    first: str = ""
    """The community's file among the new ones."""
    to_add: tuple[tuple[str, str], ...] = ()
    """Files that were there, each with a line that it lacks."""


def new_archive(
    root: Path, forge: str = USUAL, slug: str = FIRST, text: str = "", language: str = "en"
) -> Begun:
    """Writes a new archive with a forge's workflows, and says what it wrote and what it kept.

    The first community gets the starter file unless there is a text; where there are communities
    already, none is added. Raises HearthbookError, before anything is written, where a link or a
    file is in the way or the folder is closed.
    """
    texts = _texts(starter() / "archive")
    if forge != NONE:
        texts |= _texts(starter() / "forges" / forge)
    texts |= _in_language(texts, language)
    first = f"communities/{slug}.yml"
    if not any((root / "communities").glob("*.yml")):
        texts[first] = text or community_text(slug)
    refuse_unless_free(root, [*texts, *_SCHEMAS.values()])
    written: list[str] = []
    kept: list[str] = []
    for name, each in sorted(texts.items()):
        (written if _write_new(root / name, each) else kept).append(name)
    return Begun(
        written=(*written, *write_schemas(root)),
        kept=tuple(kept),
        first=first if first in written else "",
        to_add=tuple(_lacking(root, kept, texts)),
    )


def _in_language(texts: Mapping[str, str], language: str) -> dict[str, str]:
    """The files that members read, and the settings, as another language has them."""
    own = _texts(starter() / "languages" / language)
    first = own.get("content/index.md", texts["content/index.md"])
    title = re.search(r"^title: (.+)$", first, re.MULTILINE)
    config = texts["mkdocs.yml"].replace("language: en", f"language: {language}")
    if title:
        config = config.replace("site_name: Our handbooks", f"site_name: {title[1]}")
    return {**own, "mkdocs.yml": config}


_PLUGIN: Final = re.compile(r"^\s*-\s*[\"']?hearthbook\b", re.MULTILINE)
_NEEDED: Final = {"mkdocs.yml": "the plugin hearthbook, below `plugins:`", "requirements.txt": "hearthbook"}
"""File -> what an archive needs in it."""


def _lacking(root: Path, kept: Sequence[str], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What somebody has to add by hand to files of their own."""
    for name in kept:
        try:
            there = (root / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if name == ".gitignore":
            rules = {line.strip() for line in there.splitlines()}
            wanted = [line for line in texts[name].splitlines() if line and not line.startswith("#")]
            yield from ((name, line) for line in wanted if line not in rules)
        elif name in _NEEDED:
            found = _PLUGIN.search(there) if name == "mkdocs.yml" else "hearthbook" in there
            yield from () if found else ((name, _NEEDED[name]),)


def _texts(source: Path) -> dict[str, str]:
    """The files below a folder of the starter, by the names that they get in an archive."""
    return {
        path.relative_to(source).as_posix().replace("dot-", "."): path.read_text(encoding="utf-8")
        for path in sorted(source.rglob("*"))
        if path.is_file()
    }
