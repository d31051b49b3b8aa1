"""A build takes nothing away that is not a built site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.starter import new_archive
from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import build_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("site_dir", [".", "..", "../other"])
def test_a_site_folder_that_holds_more_than_a_site_is_refused(tmp_path: Path, site_dir: str) -> None:
    root = tmp_path / "archive"
    new_archive(root)
    other = tmp_path / "other"
    new_archive(other)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_dir: site", f"site_dir: {site_dir}"), encoding="utf-8")
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    with pytest.raises(HearthbookError, match="site_dir"):
        build_site(root)
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before
