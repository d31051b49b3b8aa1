"""Archives written on the spot, and what intake says about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hearthbook.model.archive import Archive
    from hearthbook.model.community import Community

    Load = Callable[[Mapping[str, str | bytes]], Archive]
    Whole = Callable[[str | bytes], list[str]]
    Told = Callable[[str], list[str]]
    Made = Callable[[str], Community]

START = "name: Oak\npromise:\n  for: people\n  outcome: mend things\n"
"""Four lines that are a community; what a test adds starts on line 5."""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Writes files by their path from the project folder, and reads the archive."""

    def read(files: Mapping[str, str | bytes]) -> Archive:
        (tmp_path / "communities").mkdir(exist_ok=True)
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_archive(tmp_path, Defaults(zone="UTC"))

    return read


@pytest.fixture
def start() -> str:
    """Four lines that are a community."""
    return START


@pytest.fixture
def whole(load: Load) -> Whole:
    """What is found in a file with this text, as `line:column code fact; remedy`."""

    def read(text: str | bytes) -> list[str]:
        findings = load({"communities/oak.yml": text}).findings
        return [str(finding).removeprefix("communities/oak.yml:") for finding in findings]

    return read


@pytest.fixture
def told(whole: Whole) -> Told:
    """What is found when these lines follow the four of a community."""

    def read(lines: str) -> list[str]:
        return whole(START + lines)

    return read


@pytest.fixture
def community(load: Load) -> Made:
    """The community that these lines make after the first four, which must be clean."""

    def read(lines: str) -> Community:
        archive = load({"communities/oak.yml": START + lines})
        assert [str(finding) for finding in archive.findings] == []
        return archive.communities[0].community

    return read
