"""Posts of an earlier export that are not written any more are known by their names."""

from __future__ import annotations

import pytest

from hearthbook.publish.posted import file_name, left_over


@pytest.mark.parametrize("name", ["norms.txt", "welcome.2.txt", "channel-old.txt", "channel-نص-b.3.txt"])
def test_a_post_that_was_not_written_again_is_left_over(name: str) -> None:
    assert left_over(["welcome.txt", name], ["welcome.txt"]) == (name,)


@pytest.mark.parametrize(
    "name",
    ["welcome.md", "notes.txt", "norms-2026.txt", "channel-.txt", "tell", "norms.txt.bak"],
)
def test_a_file_that_no_export_for_the_place_would_write_is_not(name: str) -> None:
    assert left_over(["welcome.txt", name], ["welcome.txt"]) == ()


def test_no_part_of_a_post_has_the_name_of_another_post() -> None:
    assert file_name("channel-a", ".txt", 1) != file_name("channel-a-1", ".txt")
