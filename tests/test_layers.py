"""Imports run one way, and only the edge of the program asks about the world.

LAYERS is the order: a part imports what stands above it in the list, and parts
in one pair of braces do not import each other. Source is read, never imported, so
an import inside a function or under TYPE_CHECKING counts as well.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PACKAGE: Final = Path(__file__).resolve().parents[1] / "generator" / "hearthbook"

LAYERS: Final = (
    {"model"},
    {"ingest"},
    {"calendar", "mixing", "history"},
    {"lint", "compare", "render", "export"},
    {"edit", "bring"},
    {"publish"},
    {"cli", "mkdocs_plugin"},
)
RANK: Final = {part: rank for rank, layer in enumerate(LAYERS) for part in layer}

# For every layer but the model, and for each other in this order; `__init__` holds the version.
FOUNDATION: Final = ("__init__", "errors", "resources")
# `python -m hearthbook` is the command line by another door.
EDGE: Final = {"cli", "mkdocs_plugin", "__main__"}
PUBLISHERS: Final = {"publish", "mkdocs_plugin"}

WORLD: Final = {
    "babel.Locale.default",
    "babel.default_locale",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "os.environ",
    "os.environb",
    "os.getcwd",
    "os.getcwdb",
    "os.getenv",
    "os.path.expanduser",
    "os.path.expandvars",
    "pathlib.Path.cwd",
    "pathlib.Path.home",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}


class Imported(NamedTuple):
    """One name that a file imports."""

    line: int
    name: str
    """What is imported, from the root: `os.path`, `hearthbook.model.Page`."""
    bound: str
    """The word it goes by in the file."""
    meaning: str
    """What that word stands for: `import os.path` binds `os`."""


def _part(path: Path) -> str:
    """The part of the program that a file belongs to: `lint`, `cli`, `errors`."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _origin(node: ast.ImportFrom, path: Path) -> str:
    """The module, named from the root, that a `from` line reads."""
    if not node.level:
        return node.module or ""
    parents = ("hearthbook", *path.relative_to(PACKAGE).parts)[: -node.level]
    return ".".join((*parents, node.module) if node.module else parents)


def _imports(tree: ast.AST, path: Path) -> Iterator[Imported]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                yield Imported(node.lineno, alias.name, bound, alias.name if alias.asname else bound)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                name = f"{_origin(node, path)}.{alias.name}"
                yield Imported(node.lineno, name, alias.asname or alias.name, name)


def _may_import(importer: str, imported: str) -> bool:
    if importer == imported:
        return True
    if importer in FOUNDATION:
        return imported in FOUNDATION[: FOUNDATION.index(importer)]
    if importer == "__main__":
        return imported == "cli"
    if imported in FOUNDATION:
        return importer != "model"
    return imported in RANK and RANK[imported] < RANK.get(importer, -1)


def against_the_order(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Imports of a part that is not below the importing one."""
    importer = _part(path)
    for line, name, *_ in _imports(tree, path):
        first, *rest = name.split(".")
        if first != "hearthbook":
            continue
        is_part = rest and not (rest[0].startswith("__") and rest[0] != "__main__")
        imported = rest[0] if is_part else "__init__"
        if not _may_import(importer, imported):
            yield line, f"{importer} may not import {imported}"


def publishers_outside_publish(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Imports of MkDocs and its kin where they do not belong."""
    for line, name, *_ in _imports(tree, path):
        if _part(path) not in PUBLISHERS and name.split(".")[0] in {"material", "mkdocs", "properdocs"}:
            yield line, f"only publish and mkdocs_plugin may import {name}"


def world_outside_the_edge(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Reads of the clock, the environment, the locale or the working directory."""
    if _part(path) in EDGE:
        return
    imports = list(_imports(tree, path))
    known = {each.bound: each.meaning for each in imports}
    found = [(each.line, each.name) for each in imports]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            first, _, rest = ast.unparse(node).partition(".")
            found.append((node.lineno, f"{known.get(first, first)}.{rest}"))
    for line, name in found:
        if name in WORLD or name == "locale" or name.startswith("locale."):
            yield line, f"only cli and mkdocs_plugin may read {name}"


RULES: Final = (against_the_order, publishers_outside_publish, world_outside_the_edge)


@pytest.mark.parametrize("rule", RULES)
def test_every_file_keeps_the_rule(rule: Callable[[ast.AST, Path], Iterator[tuple[int, str]]]) -> None:
    sources = sorted(PACKAGE.rglob("*.py"))
    trees = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sources]
    broken = [f"{path}:{line} {what}" for path, tree in trees for line, what in rule(tree, path)]
    assert not broken, "\n".join(broken)


def test_every_part_of_the_program_has_a_layer() -> None:
    parts = {_part(path) for path in PACKAGE.rglob("*.py")}
    assert parts <= {*RANK, *FOUNDATION, "__main__"}


def _broken(place: str, source: str) -> list[str]:
    tree, path = ast.parse(source), PACKAGE / place
    return [what for rule in RULES for _, what in rule(tree, path)]


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("model/base.py", "from hearthbook.errors import HearthbookError"),
        ("model/base.py", "from hearthbook import __version__"),
        ("errors.py", "from hearthbook import model"),
        ("resources.py", "import hearthbook.ingest"),
        ("ingest/load.py", "from hearthbook.lint import engine"),
        ("ingest/load.py", "from ..lint.engine import check"),
        ("lint/engine.py", "from hearthbook import render"),
        ("lint/engine.py", "def late():\n    from hearthbook.compare import words"),
        ("calendar/rules.py", "import hearthbook.mixing.pairs as pairs"),
        ("publish/plan.py", "from hearthbook.cli import main"),
        ("lint/engine.py", "from hearthbook.unheard import of"),
        ("render/pages.py", "import mkdocs.utils"),
        ("export/feeds.py", "from properdocs import replacement"),
        ("publish/plan.py", "import os\nos.environ.get('HOME')"),
        ("publish/plan.py", "from os import getenv as read"),
        ("history/git.py", "import datetime as dt\ndt.datetime.now(tz=None)"),
        ("history/git.py", "from datetime import date\ndate.today()"),
        ("history/git.py", "import time\ntime.time()"),
        ("render/words.py", "import locale"),
        ("render/words.py", "from pathlib import Path\nPath.cwd()"),
    ],
)
def test_a_broken_rule_is_seen(place: str, source: str) -> None:
    assert len(_broken(place, source)) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("model/base.py", "from hearthbook.model.texts import Id"),
        ("model/base.py", "from datetime import date, time\ndate.fromisoformat('2026-11-03')"),
        ("resources.py", "from hearthbook.errors import HearthbookError"),
        ("lint/engine.py", "from ..errors import HearthbookError\nfrom . import registry"),
        ("lint/__init__.py", "from .engine import check"),
        ("publish/plan.py", "from hearthbook import __version__, render\nimport mkdocs"),
        ("publish/plan.py", "import os.path\nos.path.join('a', 'b')"),
        ("cli/build.py", "import os\nfrom hearthbook.publish import plan\nos.environ"),
        ("mkdocs_plugin.py", "import locale\nfrom mkdocs.plugins import BasePlugin"),
        ("__main__.py", "from hearthbook.cli import main"),
    ],
)
def test_what_the_rules_allow_is_not_reported(place: str, source: str) -> None:
    assert _broken(place, source) == []
