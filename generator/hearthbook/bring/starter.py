"""A new archive, and a new community in one that is there; nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.bring.forge import NONE, USUAL
from hearthbook.errors import HearthbookError
from hearthbook.export.schema import KINDS, schema_text
from hearthbook.ingest.slugs import slug_problem
from hearthbook.ingest.tree import Mark, Scalar
from hearthbook.resources import starter

if TYPE_CHECKING:
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


def write_schemas(root: Path) -> list[str]:
    """Writes the schemas for editors where there are none; returns what was written."""
    written = []
    for kind in KINDS:
        name = f"communities/.schema/{kind}.json"
        if _write_new(root / name, schema_text(kind)):
            written.append(name)
    return written


def refuse_unless_new(root: Path, slug: str) -> str:
    """The path of a community that could be written, from the project folder.

    Raises HearthbookError where the slug cannot be an address, or the file is
    there already.
    """
    if problem := slug_problem(slug):
        fact, hint = problem
        hint = hint.replace("rename the file to ", "call it ").removesuffix(".yml")
        hint = hint.replace("rename the file, ", "call it otherwise, ")
        raise HearthbookError(fact, hint=hint)
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


def new_archive(root: Path, forge: str = USUAL) -> tuple[list[str], list[str]]:
    """Writes a new archive with a forge's workflows; returns the files written, and those kept."""
    texts = _texts(starter() / "archive")
    if forge != NONE:
        texts |= _texts(starter() / "forges" / forge)
    has_communities = any((root / "communities").glob("*.yml"))
    if not has_communities:
        texts[f"communities/{FIRST}.yml"] = community_text(FIRST)
    written: list[str] = []
    kept: list[str] = []
    for name, text in sorted(texts.items()):
        (written if _write_new(root / name, text) else kept).append(name)
    return written + write_schemas(root), kept


def _texts(source: Path) -> dict[str, str]:
    """The files below a folder of the starter, by the names that they get in an archive."""
    return {
        path.relative_to(source).as_posix().replace("dot-", "."): path.read_text(encoding="utf-8")
        for path in sorted(source.rglob("*"))
        if path.is_file()
    }
