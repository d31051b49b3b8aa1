"""Makes a community out of an example: the example's own words, and a sound community's for the rest."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from hearthbook.ingest.archive import read_parts
from hearthbook.lint.rule import Document
from hearthbook.model.archive import Defaults
from hearthbook.model.community import NOT_INHERITED
from hearthbook.model.findings import Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.model.archive import Resolved
    from hearthbook.model.findings import Finding

SOUND: Final = Path(__file__).with_name("sound.yml")
DEFAULTS: Final = Defaults(language="en", zone="Europe/Berlin")
MODELINE: Final = "# yaml-language-server: $schema=.schema/community.json\n"


def _data(text: str) -> dict[str, Any]:
    """What a text says; nothing where it is no YAML, which is for intake to tell."""
    yaml = YAML(typ="safe")
    yaml.allow_duplicate_keys = True
    try:
        return yaml.load(text) or {}
    except YAMLError:
        return {}


def _written(data: Mapping[str, Any]) -> str:
    stream = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.dump(dict(data), stream)
    return stream.getvalue() if data else ""


def _beside(sound: dict[str, Any], example: Mapping[str, Any]) -> dict[str, Any]:
    """The sound community without what the example says in its place."""
    kept = {}
    for key, value in sound.items():
        if key not in example:
            kept[key] = value
        elif isinstance(value, dict) and isinstance(example[key], dict):
            kept[key] = _beside(value, example[key])
    return {key: value for key, value in kept.items() if value != {}}


def place(example: str, root: Path, slug: str = "example", articles: Mapping[str, str] | None = None) -> None:
    """Writes an example, and what it leaves unsaid, into an archive in `root`.

    What the editor is told stands at the end, so that lines keep their numbers; an example
    that starts with a comment says itself how its file begins.
    """
    own = _data(example)
    base = _beside(_data(SOUND.read_text(encoding="utf-8")), own)
    alone = {key: base.pop(key) for key in sorted(NOT_INHERITED) if key in base}
    folder = root / "communities"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "content" / slug).mkdir(parents=True, exist_ok=True)
    (folder / f"_{slug}.yml").write_text(_written(base), encoding="utf-8")
    more = alone | ({"extends": f"_{slug}"} if base and "extends" not in own else {})
    told = "" if example.startswith("#") else MODELINE
    (folder / f"{slug}.yml").write_text(f"{example}{_written(more)}{told}", encoding="utf-8")
    for name, text in (articles or {}).items():
        (root / "content" / slug / name).write_text(text, encoding="utf-8")


def read(root: Path, slug: str = "example") -> tuple[Resolved | None, tuple[Finding, ...], Document]:
    """The community in an archive unless an error hides it, what intake finds, and its file."""
    part = read_parts(root, DEFAULTS, frozenset({slug})).parts[slug]
    file = root / "communities" / f"{slug}.yml"
    document = Document(name=f"communities/{slug}.yml", text=file.read_text(encoding="utf-8"))
    broken = any(finding.severity is Severity.ERROR for finding in part.findings)
    return None if broken else part.community, in_order(list(part.findings)), document
