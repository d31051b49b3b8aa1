"""The review policy of an archive, read from its settings as they stand in one version of it.

Read without MkDocs and without building anything, because the version may be any commit: only the one table
is looked at, nothing in the file is run, and no other setting has to be right.
"""

from __future__ import annotations

import posixpath
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, Final

import yaml

from hearthbook.compare.policy import DEFAULT, Policy, read_policy
from hearthbook.errors import HearthbookError

Read = Callable[[str], bytes | None]
"""A path from the project folder -> what is there; None where there is nothing."""

_HERE: Final = "mkdocs.yml, plugin hearthbook, review"
_THERE: Final = "pyproject.toml, [tool.hearthbook.review]"
_PARENTS: Final = 5


def policy_of(read: Read) -> Policy:
    """What the settings say about reviews, else what holds where they say nothing.

    Raises HearthbookError where both files speak of it, and for whatever is not known.
    """
    here, there = _of_mkdocs("mkdocs.yml", read, _PARENTS), _of_pyproject(read)
    if here is not None and there is not None:
        message = "mkdocs.yml says under `review` what changes need, and so does pyproject.toml"
        raise HearthbookError(message, where="pyproject.toml", hint="keep one of the two tables")
    if here is not None:
        return read_policy(here, _HERE)
    return DEFAULT if there is None else read_policy(there, _THERE)


def _of_mkdocs(file: str, read: Read, parents: int) -> object:
    """The table under `review`; from the file that it inherits from where it has none itself."""
    data = read(file)
    root = _composed(data, file) if data else None
    ours = _plugin(_child(root, "plugins"))
    found = _child(ours, "review")
    if found is not None:
        return _value(found)
    parent = _child(root, "INHERIT")
    if not isinstance(parent, yaml.ScalarNode) or not parents:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), str(parent.value)))
    if path.startswith(("../", "/")) or read(path) is None:
        message = f"it inherits from {parent.value}, which is not in the archive, so its review is not known"
        raise HearthbookError(message, where=file, hint="write the table `review` into mkdocs.yml itself")
    return _of_mkdocs(path, read, parents - 1)


def _composed(data: bytes, file: str) -> yaml.Node | None:
    try:
        return yaml.compose(data, Loader=yaml.SafeLoader)
    except yaml.YAMLError as problem:
        hint = 'mend it; a name with an @ needs quotes, as in "@ada"'
        raise HearthbookError(f"this is not YAML: {problem}", where=file, hint=hint) from None


def _plugin(plugins: yaml.Node | None) -> yaml.Node | None:
    """What stands below our plugin, in the list of plugins or in a mapping of them."""
    several = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    return next((found for each in several if (found := _child(each, "hearthbook")) is not None), None)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def _value(node: yaml.Node) -> object:
    try:
        loader = yaml.SafeLoader("")
        found = loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        hint = "write plain names and numbers, without tags"
        raise HearthbookError(f"this cannot be read: {problem}", where=_HERE, hint=hint) from None
    return {} if found is None else found


def _of_pyproject(read: Read) -> object:
    try:
        table: Any = tomllib.loads((read("pyproject.toml") or b"").decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise HearthbookError(
            f"this is not TOML: {problem}", where="pyproject.toml", hint="mend it"
        ) from None
    for key in ("tool", "hearthbook", "review"):
        table = table.get(key) if isinstance(table, Mapping) else None
    return table
