"""Archives of made-up communities: the same number and seed give the same files.

A community does not depend on how many come after it: the first ten of a hundred are
the ten of an archive of ten.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from bench import habits, identity, trust
from bench.blocks import dump
from bench.prose import WELCOME, article
from bench.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from bench.blocks import Value

SEED: Final = 1
SETTINGS: Final = """\
site_name: Benchmark
docs_dir: content
theme:
  name: material
plugins:
  - hearthbook:
      language: en
      zone: Europe/Berlin
"""
BASES: Final = ("_harbour", "_library", "_orchard", "_workshop")
"""Files that every fifth community extends one of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What was written, as far as the measures need to know it."""

    root: Path
    """The project folder."""
    slugs: tuple[str, ...]
    """The communities, in the order in which they were written."""
    statement: str
    """A norm of the first community, as it stands on one line of its file."""


def names(communities: int, seed: int) -> dict[str, str]:
    """Slug -> name of that many communities."""
    writer = Writer(Random(f"{seed}: names"))
    found: dict[str, str] = {}
    while len(found) < communities:
        name = f"{writer.line('adjective')} {writer.line('noun')}"
        found.setdefault(name.replace(" ", "-"), name.title())
    return found


def _common(writer: Writer) -> dict[str, Value]:
    """What communities may take over from a base file, beside the norms and the code of conduct."""
    return {
        "facilitation": trust.facilitation(writer),
        "membership": trust.membership(writer),
        "glossary": trust.glossary(writer),
    }


def base(name: str, seed: int) -> str:
    """The text of a base file: what several communities share."""
    writer = Writer(Random(f"{seed}: {name}"))
    norms = habits.norms(writer, 3, 4)
    return dump({"language": "en", "norms": norms, "conduct": trust.conduct(writer), **_common(writer)})


def _own(writer: Writer, ids: list[str]) -> dict[str, Value]:
    """What every community says for itself."""
    return {
        "onboarding": habits.onboarding(writer, ids),
        "channels": habits.channels(writer, ids),
        "rituals": habits.rituals(writer, ids),
        "mixing": habits.mixing(writer),
        "roles": habits.roles(writer, ids),
        "metrics": trust.metrics(writer),
        "stories": trust.stories(writer),
        "feedback": trust.feedback(writer),
        "synonyms": trust.synonyms(writer),
        "faq": trust.answers(writer, ids),
        "review": {"owner": ids[0], "every": "six months", "last": writer.day(2026)},
    }


def community(number: int, slugs: list[str], name: str, seed: int) -> str:
    """The text of a community's file; every fifth extends a base file, every eighth is about health."""
    writer = Writer(Random(f"{seed}: {number}"))
    people = identity.people(writer)
    ids = list(people)
    extends = number % 5 == 4  # noqa: PLR2004 - the last of five
    facts: dict[str, Value] = {"extends": BASES[number // 5 % len(BASES)]} if extends else {}
    facts |= identity.identity(writer, slugs[number], name, ids)
    facts |= {"promise": identity.promise(writer), **identity.joining(writer, slugs[number])}
    facts["norms"] = habits.norms(writer, 2, 3) if extends else habits.norms(writer)
    common = {} if extends else _common(writer)
    facts["conduct"] = trust.contacts(writer, ids) | ({} if extends else trust.conduct(writer))
    facts |= {**common, **_own(writer, ids), "people": people}
    facts |= identity.beginnings(writer, number, slugs[:number])
    if number % 8 == 0:
        facts["care"] = identity.care(writer)
    return f"# {name}, a group that nobody founded.\n\n{dump(facts)}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_articles(root: Path, number: int, slug: str, seed: int) -> None:
    """One or two articles, by somebody whose name is in no list."""
    writer = Writer(Random(f"{seed}: {number}, articles"))
    for position in range(writer.random.randint(1, 2)):
        text = article(writer, slug, author="A guest")
        _write(root / "content" / slug / f"{writer.line('adjective')}-{position + 1}.md", text)


def write_archive(root: Path, communities: int, seed: int = SEED) -> Archive:
    """Writes an archive of that many communities below `root`, with everything that a build needs."""
    named = names(communities, seed)
    slugs = list(named)
    _write(root / "mkdocs.yml", SETTINGS)
    _write(root / "content" / "index.md", WELCOME)
    for name in BASES:
        _write(root / "communities" / f"{name}.yml", base(name, seed))
    for number, slug in enumerate(slugs):
        text = community(number, slugs, named[slug], seed)
        _write(root / "communities" / f"{slug}.yml", text)
        if number % 3 == 0:
            _write_articles(root, number, slug, seed)
    return Archive(root=root, slugs=tuple(slugs), statement=_statement(root, slugs[0]))


def _statement(root: Path, slug: str) -> str:
    """The first norm that stands on one line, without quotes."""
    lines = (root / "communities" / f"{slug}.yml").read_text(encoding="utf-8").splitlines()
    said = (line.partition("statement: ")[2] for line in lines)
    return next(text for text in said if text[:1].isalpha())
