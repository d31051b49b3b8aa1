"""NodeSchool's chapters as an archive: one shared base, one short file for each chapter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.slugs import slug_problem, words_to_id
from tests.real.writing import Conversion, Cover, Facts, write_facts, write_frame

if TYPE_CHECKING:
    from pathlib import Path

COVER: Final = Cover(
    site="NodeSchool chapters",
    title="Learn JavaScript from the people next to you",
    summary="Chapters around the world that learn JavaScript together",
    body=(
        "Each chapter is a group of people in one place who run free workshops. "
        "The facts about a chapter come from NodeSchool's public list; "
        "the words they share were written for this archive."
    ),
)

BASE: Final[Facts] = {
    "promise": {
        "for": ["people who want to learn JavaScript with others"],
        "outcome": "write a small JavaScript program of your own, and help the person beside you with theirs",
        "method": "Free, friendly workshops: we work at our own pace and learn from each other.",
    },
    "links": [{"name": "NodeSchool", "url": "https://nodeschool.io"}],
    "membership": {"model": "free"},
    "norms": [
        {
            "name": "Learn from each other",
            "statement": "Whoever knows the next step helps the person who is looking for it.",
            "kind": "contribution",
        },
        {
            "name": "Ask anything",
            "statement": "A first question is as welcome as a clever one.",
            "kind": "safety",
        },
    ],
    "roles": [{"name": "Organiser", "does": "Prepares the chapter's workshops and welcomes whoever comes."}],
}
BASE_COMMENT: Final = (
    "What every chapter shares. The words are the converter's own, written from what\n"
    "NodeSchool publicly is: free, friendly workshops where people learn from each other."
)


def slug_of(stem: str) -> str:
    """The slug for a file's name: its words in lower case, made longer where the address is taken.

    `western_mass` becomes `western-mass`; `oc` is a language code, so it becomes
    `oc-nodeschool`.
    """
    made = words_to_id(stem)
    return f"{made}-nodeschool" if slug_problem(made) else made


def _links(chapter: Facts) -> list[Facts]:
    pairs = (("Website", chapter.get("website")), ("Repository", chapter["repo"]))
    return [{"name": name, "url": url} for name, url in pairs if url]


def _people(names: list[str]) -> Facts:
    return {name: {"handle": name} for name in names}


def chapter_facts(chapter: Facts) -> Facts:
    """What one chapter's file says; nothing that its source does not."""
    organisers = list(dict.fromkeys(chapter["organizers"]))
    place = {"city": chapter["location"], "region": chapter["region"], "country": chapter.get("country")}
    facts: Facts = {
        "extends": "_nodeschool",
        "name": chapter["name"].strip(),
        "place": {key: value for key, value in place.items() if value},
        "links": _links(chapter),
    }
    if room := chapter.get("gitter"):
        name = room.removeprefix("https://gitter.im/")
        facts["channels"] = [{"name": name, "platform": "Gitter", "url": room}]
    if organisers:
        facts["roles"] = [{"name": "Organiser", "held_by": organisers}]
        facts["people"] = _people(organisers)
    return facts


def _told(stem: str, slug: str, chapter: Facts) -> list[str]:
    """What a reader of the report should know about one chapter."""
    told = []
    if stem.lower() != slug:
        told.append(f"{stem} becomes {slug}")
    if len(set(chapter["organizers"])) < len(chapter["organizers"]):
        told.append(f"{slug}: an organiser listed twice is listed once")
    if "past organizers" in chapter:
        told.append(f"{slug}: past organisers are left out")
    if not chapter.get("country"):
        told.append(f"{slug}: the source names no country")
    return told


def convert(source: Path, target: Path) -> Conversion:
    """Writes the archive into `target`, which must not exist yet."""
    write_frame(target, COVER, source)
    folder = target / "communities"
    write_facts(folder / "_nodeschool.yml", BASE, {"promise": BASE_COMMENT})
    slugs: list[str] = []
    told: list[str] = []
    names: dict[str, str] = {}
    for file in sorted((source / "chapters").glob("*.json"), key=lambda path: path.stem.lower()):
        chapter = json.loads(file.read_text(encoding="utf-8"))
        slug = slug_of(file.stem)
        told += _told(file.stem, slug, chapter)
        while slug in slugs:
            told.append(f"{file.stem}: the slug {slug} is taken, so it becomes {slug}-2")
            slug += "-2"
        if (twin := names.setdefault(chapter["name"].strip(), slug)) != slug:
            told.append(f"{slug}: has the same name as {twin}")
        write_facts(folder / f"{slug}.yml", chapter_facts(chapter), {})
        slugs.append(slug)
    return Conversion(slugs=tuple(slugs), told=tuple(told))
