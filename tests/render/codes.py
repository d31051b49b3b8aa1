"""Codes of conduct to read: made from some facts, and taken apart."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def code_with(*facts: str) -> str:
    """The code of a community that says these things of all that it could say."""
    conduct = {name: support.CONDUCT[name] for name in facts}
    return support.page(support.community(conduct=conduct or None), "code-of-conduct")


def code_of(conduct: Mapping[str, object], **more: object) -> str:
    """The code of a community with these facts."""
    return support.page(support.community(conduct=dict(conduct), **more), "code-of-conduct")


def part(markdown: str, anchor: str) -> str:
    """What stands between a heading and the next one."""
    return markdown.partition(f"{{#{anchor}}}")[2].partition("\n##")[0]


def gaps(markdown: str) -> set[str]:
    """What the list at the end says is missing."""
    return set(re.findall(r"\{: #missing-([a-z]+) \}", markdown))
