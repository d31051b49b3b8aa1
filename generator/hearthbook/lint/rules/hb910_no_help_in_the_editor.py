"""HB910: the file has no line that lets editors help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.edits import Edit
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.rule import Document

MODELINE: Final = "# yaml-language-server: $schema=.schema/community.json"
"""What `hearthbook new` writes as the first line."""

_THERE: Final = re.compile(r"^#\s*(?:yaml-language-server:\s*\$schema=|\$schema:\s*)\S", re.MULTILINE)
"""Editors read it from any comment line of its own; the second form is that of JetBrains."""


@rule(Severity.ADVICE, worth=1)
def no_help_in_the_editor(document: Document) -> Iterator[Slip]:
    """Finds community files in which editors do not explain the keys."""
    if not document.base and not _THERE.search(document.text):
        hint = f"write as the first line: `{MODELINE}`"
        fix = Edit(kind="line", file=document.name, new=(MODELINE,))
        yield Slip("", "editors cannot explain the keys of this file as you type", hint, line=1, fix=fix)
