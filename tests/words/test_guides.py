"""What the guides say of the examples is what the examples say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from ruamel.yaml import YAML

from tests.render import support
from tests.words.checklist import lost, readings

if TYPE_CHECKING:
    from pathlib import Path

GUIDES: Final = support.ROOT / "content/guides"
SISTER: Final = support.ROOT / "communities/repair-table-west.yml"


def _same(shown: Any, kept: Any) -> bool:  # noqa: ANN401 - whatever YAML holds
    """Whether all that is shown stands in the file as well."""
    if isinstance(shown, dict):
        return all(_same(value, kept.get(key)) for key, value in shown.items())
    return bool(shown == kept)


def test_the_lines_of_the_sister_table_are_those_of_its_file() -> None:
    guide = (GUIDES / "grow-by-splitting.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert block
    yaml = YAML(typ="safe")
    assert _same(yaml.load(block[1]), yaml.load(SISTER.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(GUIDES.glob("*.md")), ids=lambda path: path.stem)
def test_a_guide_links_to_places_that_are_there(path: Path) -> None:
    assert lost(path.read_text(encoding="utf-8"), readings()) == []
