"""Where the files that travel with the program are: the themes and the starter files.

A wheel holds them in `hearthbook/_data`; a checkout, and so an editable install,
holds them where people edit them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from hearthbook.errors import HearthbookError

PACKAGE: Final = Path(__file__).resolve().parent
IN_CHECKOUT: Final = {"starter": "generator/starter", "themes": "themes"}


def themes() -> Path:
    """The folder of themes, one folder for each."""
    return find("themes")


def starter() -> Path:
    """The folder of files from which `init` and `new` begin."""
    return find("starter")


def find(name: str, package: Path = PACKAGE) -> Path:
    """The folder of that name for the program in `package`.

    Raises HearthbookError, naming both places, where neither has it.
    """
    installed = package / "_data" / name
    root = package.parents[1]
    edited = root / IN_CHECKOUT[name]
    if installed.is_dir():
        return installed
    if edited.is_dir() and _is_checkout(root):
        return edited
    raise HearthbookError(
        f"the folder of {name} is neither here nor in a checkout at {edited}",
        where=str(installed),
        hint="install Hearthbook again, or work in a complete checkout",
    )


def _is_checkout(root: Path) -> bool:
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    except (OSError, ValueError, KeyError):
        return False
    return isinstance(project, dict) and project.get("name") == "hearthbook"
