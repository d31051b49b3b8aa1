"""The real data, converted once for each file of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def data(shared: Path) -> Path:
    """The folder with one folder for each data set; skips without it."""
    folder = shared / "data"
    if not folder.is_dir():
        pytest.skip("there is no folder shared/data beside the checkout")
    return folder
