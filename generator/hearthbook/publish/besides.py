"""What mkdocs.yml draws on besides the archive: files that it inherits, hooks, and the environment."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml
from mkdocs.config.config_options import Hooks
from mkdocs.utils.yaml import get_yaml_loader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_ENV: Final = "!ENV"


def named_besides(config: MkDocsConfig) -> tuple[str, ...]:
    """The files and folders that mkdocs.yml names besides the archive's own."""
    first, *inherited = _chain(Path(config.config_file_path))
    found = [str(path) for hook in config.hooks for path in beside(first.parent / str(hook))]
    found += [config.theme.custom_dir] if config.theme.custom_dir else []
    return tuple(dict.fromkeys([*found, *map(str, inherited)]))


def variables(config: MkDocsConfig) -> tuple[str, ...]:
    """The variables of the environment that mkdocs.yml asks for, and so do the files that it inherits."""
    nodes = (node for file in _chain(Path(config.config_file_path)) for node in _nodes(_root(file)))
    return tuple(sorted({name for node in nodes if node.tag == _ENV for name in _asked(node)}))


def beside(hook: Path) -> list[Path]:
    """A hook and what it may import from beside it: the Python files of its folder, and of packages there."""
    found = sorted(hook.parent.glob("*.py"))
    for package in sorted(hook.parent.glob("*/__init__.py")):
        found += sorted(package.parent.rglob("*.py"))
    return found if hook in found else [hook, *found]


def forget_hooks() -> None:
    """Has hooks, and what they import from beside them, read again when they are loaded next.

    MkDocs and Python read them once in a process; a preview outlives their changes.
    """
    hooks = {name: module for name, module in sys.modules.items() if name.endswith(".py")}
    files = {name: Path(str(getattr(module, "__file__", ""))) for name, module in hooks.items()}
    # a submodule that happens to be called `py` lies in another file than its name says
    gone = {
        str(path) for name, file in files.items() if file.name == Path(name).name for path in beside(file)
    }
    for name, module in list(sys.modules.items()):
        if gone and getattr(module, "__file__", None) in gone:
            del sys.modules[name]
    Hooks._load_hook.cache_clear()  # noqa: SLF001 - there is no other way to it


def _chain(file: Path) -> Iterator[Path]:
    """mkdocs.yml, the file that it inherits, the file that this one inherits, and so on."""
    seen: set[Path] = set()
    while file not in seen and file.is_file():
        seen.add(file)
        yield file
        if parent := _parent(file):
            file = Path(file.parent, parent)


def _parent(file: Path) -> str:
    root = _root(file)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "INHERIT":
            # as MkDocs reads it, which may ask the environment
            return str(get_yaml_loader()("").construct_object(value, deep=True))
    return ""


def _root(file: Path) -> Any:  # noqa: ANN401 - PyYAML's nodes are hardly typed
    with suppress(OSError, UnicodeDecodeError, yaml.YAMLError), file.open("rb") as stream:
        return yaml.compose(stream, Loader=get_yaml_loader())
    return None


def _nodes(root: Any) -> Iterator[Any]:  # noqa: ANN401 - the same
    waiting, seen = [root] if root else [], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [each for pair in node.value for each in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _asked(node: Any) -> list[str]:  # noqa: ANN401 - the same
    """The names after `!ENV`: one, or a list of which the last of several is what stands in for them."""
    if isinstance(node, yaml.SequenceNode):
        asked = node.value[:-1] if len(node.value) > 1 else node.value
        return [str(each.value) for each in asked]
    return [str(node.value)]
