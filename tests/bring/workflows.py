"""What the tests of workflows share: the files, their steps, and a `gh` that only remembers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

from hearthbook.resources import starter

if TYPE_CHECKING:
    from pathlib import Path

_GH: Final = '''#!{python}
"""Answers as it was told, and remembers what it was asked."""
import json, pathlib, sys
here = pathlib.Path(__file__).parent
words = sys.argv[1:]
body = next((pathlib.Path(word[6:]).read_bytes() for word in words if word.startswith("body=@")), b"")
with (here / "asked.jsonl").open("a") as stream:
    stream.write(json.dumps([words, body.decode("utf-8")]) + "\\n")
answers = json.loads((here / "answers.json").read_text())
sys.stdout.write(next((text for part, text in answers.items() if part in " ".join(words)), ""))
'''


class Asked(NamedTuple):
    """One call of `gh`."""

    words: list[str]
    body: str
    """What the file behind `body=@` held."""

    @property
    def method(self) -> str:
        """The verb of HTTP; GET where none is named."""
        return self.words[self.words.index("--method") + 1] if "--method" in self.words else "GET"


class Run(NamedTuple):
    """How a script ended, and what it asked of `gh`."""

    code: int
    said: str
    asked: list[Asked]

    @property
    def changed(self) -> list[Asked]:
        """The calls that change something."""
        return [one for one in self.asked if one.method != "GET"]


def shipped(forge: str) -> Path:
    """The workflows that an archive on a forge gets."""
    return starter() / "forges" / forge / f"dot-{forge}" / "workflows"


def parsed(path: Path) -> Any:  # noqa: ANN401 - YAML is anything
    """A workflow; `on`, which YAML 1.1 takes for a truth, is a word again."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def script(path: Path, job: str, step: str) -> str:
    """The shell text of a step."""
    steps = parsed(path)["jobs"][job]["steps"]
    return str(next(one["run"] for one in steps if one.get("name") == step))


def run(text: str, folder: Path, answers: dict[str, str], **variables: str) -> Run:
    """Runs a step's text as a runner does, in a folder, with a `gh` that gives these answers.

    An answer is for every call that has its key in its words.
    """
    tools = folder.parent / f"{folder.name}-tools"
    tools.mkdir(exist_ok=True)
    (tools / "gh").write_text(_GH.format(python=sys.executable), encoding="utf-8")
    (tools / "gh").chmod(0o755)
    (tools / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    asked = tools / "asked.jsonl"
    asked.unlink(missing_ok=True)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", **variables}
    done = subprocess.run(
        ["/bin/sh", "-e", "-c", text],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []
    calls = [Asked(*json.loads(line)) for line in lines]
    return Run(done.returncode, done.stdout + done.stderr, calls)
