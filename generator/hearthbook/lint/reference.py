"""The reference of all rules, as pages of the archive."""

from __future__ import annotations

from typing import Final

from hearthbook.lint.explained import Explained, pages
from hearthbook.model.archive import HubText
from hearthbook.model.findings import Place

FOLDER: Final = "rules"
"""The first part of their addresses."""

GROUPS: Final = {
    "HB0": "Shape and syntax",
    "HB1": "Promise and boundary",
    "HB2": "Safety and conduct",
    "HB3": "Norms and contribution",
    "HB4": "Channels and onboarding",
    "HB5": "Rituals and time",
    "HB6": "Roles, people and privacy",
    "HB7": "Growth, money and measures",
    "HB8": "Knowledge, text and accessibility",
    "HB9": "The archive as a whole",
}
"""Beginning of a code -> what its rules are about."""

_INTRO: Final = """\
`hearthbook check` knows these rules. Each page says what the rule finds, why it matters, and how to
mend it. `hearthbook explain HB201` shows a page in the terminal.

Advice is not law. If a rule does not fit your group, write down why, so that the next host need not guess:

```yaml
lint:
  ignore:
    HB501: We meet when somebody asks.
```
"""


def reference() -> tuple[HubText, ...]:
    """The index of the rules by group, then a page for each."""
    known = pages()
    return (_index(known), *(_page(page) for page in known.values()))


def _text(name: str, title: str, summary: str, body: str) -> HubText:
    # the program says them, and no file of the archive
    nowhere = Place(file="")
    return HubText(path=f"{FOLDER}/{name}.md", title=title, summary=summary, body=body, place=nowhere)


def _index(known: dict[str, Explained]) -> HubText:
    parts = [_INTRO]
    for group, title in GROUPS.items():
        found = [page for code, page in known.items() if code.startswith(group)]
        if found:
            rows = [f"- [{page.code}]({page.code.lower()}.md): {page.title}" for page in found]
            parts.append(f"## {title}\n\n" + "\n".join(rows))
    return _text("index", "Rules of a good handbook", "What `hearthbook check` knows.", "\n\n".join(parts))


def _page(page: Explained) -> HubText:
    body = f"{page.body}\n\n[All rules](index.md)"
    return _text(page.code.lower(), f"{page.code}: {page.title}", f"{page.title}.", body)
