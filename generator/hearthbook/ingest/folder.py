"""Which files of `communities/` are communities, which are bases, and which are slips."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error, printable
from hearthbook.ingest.slugs import address_word, slug_problem
from hearthbook.model.findings import Place, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.findings import Finding

FOLDER: Final = "communities"
_BASE: Final = re.compile(r"_[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One YAML file to read."""

    stem: str
    """Its name without `.yml`."""
    path: Path
    """Where it is."""
    name: str
    """Its path from the project folder, as people see it."""
    usable: bool = True
    """Whether its name can be a slug, or the name of a base file."""

    @property
    def is_base(self) -> bool:
        """Whether it holds shared facts and is no community itself."""
        return self.stem.startswith("_")


def _slip(path: Path, name: str) -> Finding | None:
    place = Place(file=name)
    if path.suffix == ".yaml":
        hint = f"rename it to {path.stem}.yml"
        return error("HB018", place, "the file ends in .yaml and is not read", hint)
    if path.name.lower().startswith("readme") or path.name.startswith(".#"):
        return None
    hint = "communities are files directly in communities/ that end in .yml"
    found = error("HB018", place, "this is not read", hint)
    return replace(found, severity=Severity.WARNING)


def _name_problem(stem: str, name: str) -> Finding | None:
    if stem.startswith("_"):
        if _BASE.fullmatch(stem):
            return None
        hint = f"rename it to _{address_word(stem, 'base')}.yml"
        return error("HB010", Place(file=name), f"`{stem}` cannot be the name of a base file", hint)
    problem = slug_problem(stem)
    return error("HB010", Place(file=name), *problem) if problem else None


def list_sources(root: Path) -> tuple[list[Source], list[Finding]]:
    """The YAML files of the archive by name, and what is wrong with their names."""
    folder = root / FOLDER
    sources: list[Source] = []
    findings: list[Finding] = []
    if folder.is_symlink():
        hint = "put the folder itself here; links are not followed"
        return [], [error("HB001", Place(file=FOLDER), "the folder is a symbolic link", hint)]
    if not folder.is_dir():
        hint = "run `hearthbook init` for a new archive, or say where it is with --project"
        place = Place(file=FOLDER)
        return [], [error("HB018", place, "there is no folder communities/ here", hint)]
    seen: dict[str, str] = {}
    for path in sorted(folder.iterdir(), key=lambda p: (p.stem, p.name)):
        name = f"{FOLDER}/{printable(path.name)}"
        if path.name.startswith(".") and not path.name.endswith(".yml"):
            continue
        if path.suffix != ".yml" or path.name.startswith(".#"):
            slip = _slip(path, name)
            findings += [slip] if slip else []
            continue
        problem = _name_problem(path.stem, name)
        findings += [problem] if problem else []
        twin = seen.setdefault(path.stem.casefold(), name)
        if twin != name:
            fact = f"this name differs from {twin} only by upper and lower case"
            hint = "on many disks they are the same file: rename one of them"
            findings.append(error("HB010", Place(file=name), fact, hint))
        sources.append(Source(stem=path.stem, path=path, name=name, usable=problem is None))
    return sources, findings
