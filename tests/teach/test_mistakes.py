"""The mistakes that founders make most, each with the whole message that meets it.

A case is a file in `mistakes/` and the text beside it; adding one is adding both. The name of the
file says the mistake.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.lint.explained import pages

if TYPE_CHECKING:
    from click.testing import Result

HERE = Path(__file__).parent / "mistakes"
CASES = sorted(path.stem for path in HERE.glob("*.yml"))
EACH = pytest.mark.parametrize("case", CASES)
FEWEST = 20
USUAL = "sunday-pages.yml"
NAMED = {"file-name-with-capitals": "Sunday Pages.yml", "file-that-ends-in-yaml": "sunday-pages.yaml"}
"""Mistakes in the name of a file, with the name."""
SETTINGS = """\
site_name: Ours
site_url: https://example.org/h/
docs_dir: content
theme: {name: material}
plugins: [hearthbook]
"""


def checked(case: str, root: Path) -> Result:
    """What `hearthbook check` says of a mistake in sunday-pages.yml, or of a file with a wrong name."""
    (root / "communities").mkdir()
    (root / "communities" / NAMED.get(case, USUAL)).write_bytes((HERE / f"{case}.yml").read_bytes())
    (root / "content").mkdir()
    (root / "content" / "index.md").write_text("# Ours\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    select = [f"--select={code}" for code in ("HB0", "HB204", "HB605", "HB801", "HB820")]
    return CliRunner().invoke(main, ["check", "--project", str(root), *select])


def test_the_usual_mistakes_are_all_there() -> None:
    assert len(CASES) >= FEWEST


@EACH
def test_the_whole_message_is_as_it_was_read_aloud_golden(case: str, tmp_path: Path) -> None:
    told, known = checked(case, tmp_path).output, HERE / f"{case}.txt"
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        known.write_text(told, encoding="utf-8")
    assert told == known.read_text(encoding="utf-8")


@EACH
def test_a_mistake_is_told_with_its_line_and_a_page_that_explains_it(case: str, tmp_path: Path) -> None:
    output = checked(case, tmp_path).output
    assert f"communities/{NAMED.get(case, USUAL)}:" in output
    code = output.rpartition("`hearthbook explain ")[2].partition("`")[0]
    assert code in pages()
    assert f" {code} " in output
    assert f"https://example.org/h/rules/{code.lower()}/" in output
