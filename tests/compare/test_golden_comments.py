"""Comments on pull requests, whole, for people to read when the words of changes change."""

from __future__ import annotations

import difflib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from hearthbook.compare.reporters.markdown import MARK, as_markdown
from tests.compare.village import VILLAGE, compared, english

if TYPE_CHECKING:
    from hearthbook.compare.comparison import Comparison

GOLDEN: Final = Path(__file__).resolve().parents[1] / "golden/comments"
REMEDY: Final = "run `make bless` and read the diff"


class Edit(NamedTuple):
    """One line of a file written otherwise."""

    old: str
    new: str
    file: str = "communities/oak.yml"


CAP: Final = Edit("cap: 50", "cap: 80")
CONTACT: Final = Edit("    - {who: Ada Example, reach: ada@example.org}\n", "")
NORM: Final = Edit(
    "conduct:\n", "  - {statement: We ask before we advise., why: Advice feels like blame.}\nconduct:\n"
)
TYPO: Final = Edit("recieve", "receive")
MOVED: Final = Edit('at: "11:30"', 'at: "12:30"')
EDITS: Final[dict[str, tuple[Edit, ...]]] = {
    "norm-added": (NORM,),
    "contact-removed": (CONTACT,),
    "cap-raised": (CAP,),
    "ritual-moved": (MOVED,),
    "ritual-a-day-off": (Edit("minutes: 60}", "minutes: 60, except: [2026-12-22]}"),),
    "answer-means-something-else": (
        Edit("Yes. Many do for the first month", "Only in the first week. Some do for a month"),
    ),
    "typo": (TYPO,),
    "role-handed-over": (Edit("held_by: [mira]", "held_by: [jonas]"),),
    "role-taken-by-somebody-unnamed": (Edit("held_by: [mira]", "held_by: [mira, wren]"),),
    "ritual-retired": (
        Edit("    host: jonas\n", "    host: jonas\n    retired: {on: 2026-11-30, why: Too few came.}\n"),
    ),
    "channel-renamed": (Edit("  bench: Show", "  workshop: Show"),),
    "ladder-reordered": (
        Edit(
            "    - {id: out, event: A threat, consequence: Out for good}\n",
            "",
        ),
        Edit("  ladder:\n", "  ladder:\n    - {id: out, event: A threat, consequence: Out for good}\n"),
    ),
    "price-changed": (Edit("price: 5 EUR a month", "price: 8 EUR a month"),),
    "base-norm-changed": (Edit("as we found it", "better than we found it", "communities/_trees.yml"),),
    "person-no-longer-shown": (Edit('{handle: "@noor"}', '{handle: "@noor", show: nothing}'),),
    "file-broken": (Edit("promise:\n", "promisse:\n"), Edit("Ash Circle", "Ash Ring", "communities/ash.yml")),
    "several-at-once": (NORM, CONTACT, CAP, TYPO, MOVED),
    "nothing": (),
}
"""Name of a comment -> the edits that it is about."""


def _edited(tmp_path: Path, edits: tuple[Edit, ...]) -> Comparison:
    root = tmp_path / "new"
    shutil.copytree(VILLAGE, root)
    for edit in edits:
        file = root / edit.file
        text = file.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, edit
        file.write_text(text.replace(edit.old, edit.new), encoding="utf-8")
    return compared(VILLAGE, root)


@pytest.mark.parametrize("name", EDITS)
def test_a_comment_is_as_it_was_when_somebody_last_read_it(name: str, tmp_path: Path) -> None:
    comment = as_markdown(_edited(tmp_path, EDITS[name]), english())
    file = GOLDEN / f"{name}.md"
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(comment, encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.is_file() else ""
    diff = difflib.unified_diff(
        kept.splitlines(), comment.splitlines(), f"golden/{name}", "said", lineterm=""
    )
    if lines := list(diff):
        pytest.fail("\n".join([*lines, REMEDY]), pytrace=False)
    assert comment.endswith(f"\n{MARK}\n")


def test_no_comment_is_kept_that_is_no_longer_made() -> None:
    assert sorted(file.stem for file in GOLDEN.glob("*.md")) == sorted(EDITS), REMEDY
