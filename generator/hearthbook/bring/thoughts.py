"""What the rules give somebody to think about, in another language than the rules' own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import to_data
from hearthbook.resources import starter

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def thoughts(language: str) -> Mapping[str, str]:
    """Rule -> what it says in a language (BCP 47); nothing where nobody has written it in that one.

    A thought is about the kind of slip, not about the names and figures of one.
    """
    name = f"thoughts/{language.partition('-')[0]}.yml"
    path = starter() / name
    if not path.is_file():
        return {}
    tree, _ = read_tree(path.read_text(encoding="utf-8"), name)
    data: Any = to_data(tree) if tree else {}
    return dict(data)
