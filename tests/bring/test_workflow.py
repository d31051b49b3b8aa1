"""The workflow that a new archive gets keeps what saves work from run to run."""

from __future__ import annotations

import pytest
import yaml

from tests.bring.workflows import shipped


@pytest.mark.parametrize(("name", "job"), [("site.yml", "build"), ("check.yml", "check")])
def test_the_cache_is_where_builds_look_for_it_and_outside_the_checkout(name: str, job: str) -> None:
    text = (shipped("github") / name).read_text(encoding="utf-8")
    made = yaml.safe_load(text)["jobs"][job]
    (kept,) = (step["with"] for step in made["steps"] if step.get("uses", "").startswith("actions/cache@"))
    assert kept["path"] == made["env"]["HEARTHBOOK_CACHE"] == "/tmp/hearthbook"  # noqa: S108 - a runner is one's own
    # a key is written once: each run needs a new one, and begins from the last
    assert kept["key"].endswith("${{ github.run_id }}")
    assert all(kept["key"].startswith(start) for start in kept["restore-keys"].split("\n") if start)
