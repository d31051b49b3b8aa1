"""The workflow that a new archive gets keeps what saves work from run to run."""

from __future__ import annotations

import yaml

from hearthbook.resources import starter


def test_the_cache_is_where_builds_look_for_it_and_outside_the_checkout() -> None:
    text = (starter() / "archive/dot-github/workflows/site.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["build"]
    (kept,) = (step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/cache@"))
    assert kept["path"] == job["env"]["HEARTHBOOK_CACHE"] == "/tmp/hearthbook"  # noqa: S108 - a runner is one's own
    # a key is written once: each run needs a new one, and begins from the last
    assert kept["key"].endswith("${{ github.run_id }}")
    assert all(kept["key"].startswith(start) for start in kept["restore-keys"].split("\n") if start)
