"""Settings give the same digest in each process, whatever Python objects they hold."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.canon import canonical
from hearthbook.publish.stamps import digest
from tests.publish.hamlet import CELLS, replace_in, write_hamlet
from tests.publish.sites import ROOT, add_line

if TYPE_CHECKING:
    from collections.abc import Callable

_SETTINGS: Final = """\
markdown_extensions:
  - pymdownx.emoji: { emoji_index: !!python/name:material.extensions.emoji.twemoji }
  - toc: { slugify: !!python/object/apply:pymdownx.slugs.slugify { kwds: { case: lower } } }
extra:
  slug: !!python/name:pymdownx.slugs.slugify
  path: !relative $docs_dir/pictures
"""
_KEYS: Final = """\
import sys
from pathlib import Path
from hearthbook.publish.inputs import read_inputs
from hearthbook.publish.wishes import Wishes
from hearthbook.publish.configuration import default_theme, load
root = Path(sys.argv[1])
for planned in read_inputs(root, load(root), Wishes(), default_theme()).plan.cells.values():
    print(planned.key)
"""


class _Thing:
    def __init__(self, **fields: object) -> None:
        self.__dict__ |= fields


class _Narrow:
    __slots__ = ("size",)

    def __init__(self, size: int) -> None:
        self.size = size


def _bound(size: int) -> Callable[[], int]:
    return lambda: size


def _keys(root: Path, seed: str) -> list[str]:
    """The keys that a process of its own comes to."""
    surroundings = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "generator"), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", _KEYS, str(root)]
    done = subprocess.run(command, env=surroundings, capture_output=True, check=True, timeout=120)
    return done.stdout.decode().split()


def test_keys_are_the_same_in_each_process(tmp_path: Path) -> None:
    root = write_hamlet(tmp_path / "hamlet")
    replace_in(root / "mkdocs.yml", "plugins:\n", "plugins:\n  - tags\n")
    add_line(root, _SETTINGS)
    keys = _keys(root, "1")
    assert len(keys) == len(CELLS)
    assert _keys(root, "2") == keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        ("1", 1),
        (re.sub, re.split),
        (str, bytes),
        (partial(int, base=2), partial(int, base=8)),
        (_bound(1), _bound(2)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ([1, 2], (1, 2)),
        (_Thing(size=1), _Thing(size=2)),
        (_Narrow(1), _Narrow(2)),
        (re.compile("a"), re.compile("b")),
        (Path("a"), Path("b")),
        ("ab".upper, "ac".upper),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_that_differ_are_told_apart(one: object, other: object) -> None:
    assert digest(canonical(one)) != digest(canonical(other))


@pytest.mark.parametrize(
    "value",
    [
        lambda: [_bound(1), partial(_bound, 3)],
        lambda: {"thing": _Thing(size=_Thing(), narrow=_Narrow(1))},
        lambda: {"b", "a", "c"},
        lambda: [object(), re.compile("a", re.IGNORECASE), Path("a"), b"a", 1.5, re, int],
    ],
)
def test_values_that_mean_the_same_are_the_same_and_name_no_address(value: Callable[[], object]) -> None:
    assert canonical(value()) == canonical(value())
    assert "0x" not in str(canonical(value()))


def test_a_value_that_holds_itself_comes_to_an_end() -> None:
    ring = _Thing()
    ring.__dict__["self"] = [ring]
    assert "ring" in str(canonical(ring))
