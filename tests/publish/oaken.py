"""An archive of one community whose words would like to be signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """\
site_name: Ours
docs_dir: content
theme: {name: material}
plugins: [hearthbook]
"""
OAK = """\
name: "Oak\\nBcc: all@example.org"
promise:
  for: readers
  outcome: "read @everyone <!channel> *a* `book` [now](https://example.org/x)"
norms: ["Ask first, @here."]
channels: {help: Ask here, hall: Talk}
onboarding: {greeter: wren, steps: [Say hello]}
people:
  wren: {name: Wren Canary, handle: wrencanary, show: nothing}
  ada: {name: Ada Canary, handle: ada-the-reader}
conduct:
  contacts:
    - {who: wren, reach: desk@example.org}
    - {who: ada, reach: ada@example.org}
rituals: {Hour: every Sunday at 17:00 Europe/Berlin}
"""


def oaken(root: Path) -> Path:
    """Writes the archive into a folder, and gives it back."""
    for name in ("communities", "content"):
        (root / name).mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "content" / "index.md").write_text("# Ours\n", encoding="utf-8")
    (root / "communities" / "oak.yml").write_text(OAK, encoding="utf-8")
    return root
