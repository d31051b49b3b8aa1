"""What README and the guides show founders is read and accepted."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.calendar.series import series_of
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(r"^ *```yaml\n(?P<yaml>.*?)^ *```", re.DOTALL | re.MULTILINE)
_SHARED = """\
promise: {for: people with a broken thing, outcome: mend it}
norms:
  - {id: ask-first, statement: We ask before we touch somebody's thing.}
  - {id: quiet-hour, statement: The first hour is quiet.}
"""


def _communities(path: Path) -> list[str]:
    blocks = (match["yaml"] for match in _BLOCK.finditer(path.read_text(encoding="utf-8")))
    return [block for block in blocks if block.startswith("name:")]


_DOCS = {
    "README.md": 1,
    "content/guides/write-your-file.md": 3,
    "content/guides/write-a-code-of-conduct-you-can-keep.md": 1,
    "content/guides/grow-by-splitting.md": 1,
    "content/guides/keep-it-from-becoming-a-clique.md": 1,
    "content/guides/measure-what-matters.md": 1,
}


@pytest.mark.parametrize(("file", "number"), _DOCS.items())
def test_each_community_that_the_docs_show_is_accepted(
    project_root: Path, tmp_path: Path, file: str, number: int
) -> None:
    shown = _communities(project_root / file)
    assert len(shown) == number
    folder = tmp_path / "communities"
    shutil.copytree(project_root / "communities", folder)
    (folder / "_menders.yml").write_text(_SHARED, encoding="utf-8")
    for position, text in enumerate(shown):
        (folder / f"shown-{position}.yml").write_text(text, encoding="utf-8")
    findings = load_archive(tmp_path, Defaults(zone="Europe/Berlin")).findings
    assert [str(finding) for finding in findings] == []


@pytest.mark.parametrize("file", ["README.md", "content/guides/write-your-file.md"])
def test_the_rituals_that_the_docs_show_are_accepted_and_fall_on_days(
    file: str, project_root: Path, tmp_path: Path
) -> None:
    text = (project_root / file).read_text(encoding="utf-8")
    (shown,) = (match["yaml"] for match in _BLOCK.finditer(text) if match["yaml"].startswith("rituals:"))
    (tmp_path / "communities").mkdir()
    kiln_file = tmp_path / "communities" / "kiln.yml"
    kiln_file.write_text(
        f"name: Kiln\npromise: {{for: potters, outcome: fire a pot}}\n{shown}", encoding="utf-8"
    )
    archive = load_archive(tmp_path, Defaults(zone="Europe/Berlin"))
    assert [str(finding) for finding in archive.findings] == []
    (kiln,) = archive.communities
    assert all(each.when and series_of(each.when) for each in kiln.community.rituals)


def test_the_readme_names_the_workflow_that_is_shipped(project_root: Path) -> None:
    readme = (project_root / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    missing = [target for target in targets if not (project_root / target).exists()]
    assert missing == []
