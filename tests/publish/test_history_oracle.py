"""Two hundred commits over twenty communities: what is told is what one finds by reading everything twice."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.compare.differ import changes
from hearthbook.publish.history_texts import Reader, facts, split, whole_file
from tests.publish.pasts import Repository, everything, told

if TYPE_CHECKING:
    from pathlib import Path

COMMITS: Final = 200
SLUGS: Final = tuple(f"oak-{number}" for number in range(20))
WORDS: Final = (
    "bread",
    "paper",
    "the late train",
    "an open door",
    "a kettle",
    "small steps",
    "good questions",
)
AUTHORS: Final = (
    ("Ada Lovelace", "ada@example.org"),
    ("Ben Carter", "4711+benc@users.noreply.example.com"),
    ("Cleo Stranger", "cleo@example.net"),
)
PEOPLE: Final = "people:\n  ada: {name: Ada Lovelace, handle: '@ada', show: SHOW}\n  ben: {handle: '@benc'}\n"
BROKEN: Final = "tagline: 'no end\n"


class _Group:
    """A made-up community's file, section by section."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.sections = {
            "name": "name: Oak\n",
            "promise": "promise: {for: [readers], outcome: read a book}\n",
            "people": PEOPLE.replace("SHOW", "name"),
        }

    def edit(self) -> str:
        """Another version of the file, which now and then cannot be read."""
        edits = (
            self.tagline,
            self.norms,
            self.rituals,
            self.roles,
            self.comment,
            self.less,
            self.wish,
            self.order,
        )
        self.chance.choice(edits)()
        text = "".join(self.sections.values())
        return text + BROKEN if self.chance.random() < 0.05 and "tagline" not in self.sections else text

    def words(self) -> str:
        return " and ".join(self.chance.sample(WORDS, 2))

    def tagline(self) -> None:
        self.sections["tagline"] = f"tagline: We read for {self.words()}\n"

    def norms(self) -> None:
        ids = self.chance.sample(("ask", "credit", "wait", "rest"), 3)
        rows = (f"  - {{id: {name}, statement: We think of {self.words()}.}}\n" for name in ids)
        self.sections["norms"] = "norms:\n" + "".join(rows)

    def rituals(self) -> None:
        hour = self.chance.randrange(10, 20)
        self.sections["rituals"] = f"rituals:\n  Weekly wins: every Tuesday at {hour}:00 Europe/Berlin\n"

    def roles(self) -> None:
        who = self.chance.choice(("ada", "ben", "Cleo Stranger"))
        self.sections["roles"] = (
            f"roles:\n  - name: Greeter\n    does: Greets\n    held_by:\n      - person: {who}\n"
        )

    def comment(self) -> None:
        self.sections["name"] = f"# {self.words()}\nname: Oak\n"

    def less(self) -> None:
        for key in ("tagline", "norms", "roles"):
            if self.chance.random() < 0.5:
                self.sections.pop(key, None)

    def wish(self) -> None:
        self.sections["people"] = PEOPLE.replace("SHOW", self.chance.choice(("name", "handle", "nothing")))

    def order(self) -> None:
        keys = list(self.sections)
        self.chance.shuffle(keys)
        self.sections = {key: self.sections[key] for key in keys}


def _written(root: Path) -> tuple[Repository, dict[str, list[str]]]:
    """A repository, and each community's texts in order."""
    chance, repository = Random(4), Repository(root)  # noqa: S311 - nothing is kept secret by it
    groups = {slug: _Group(chance) for slug in SLUGS}
    texts: dict[str, list[str]] = {slug: [] for slug in SLUGS}
    for _ in range(COMMITS):
        slug = chance.choice(SLUGS)
        name, email = chance.choice(AUTHORS)
        texts[slug].append(groups[slug].edit())
        why = chance.choice(("Better", f"As {name} said", f"Ask {email}"))
        repository.commit({f"communities/{slug}.yml": texts[slug][-1]}, why, f"{name} <{email}>")
    last = {slug: own for slug, own in texts.items() if whole_file(own[-1]) is None}
    for slug in last:
        texts[slug].append(texts[slug][-1].removesuffix(BROKEN))
        repository.commit({f"communities/{slug}.yml": texts[slug][-1]})
    return repository, texts


def _expected(texts: list[str]) -> list[list[tuple[str, str]]]:
    """What changed from each version that can be read to the next, by reading both as a whole."""
    readable = [facts(said.values()) for text in texts if (said := whole_file(text)) is not None]
    found: list[list[tuple[str, str]]] = [[("added", "")]]
    for old, new in pairwise(readable):
        rows = [change for change in changes(old, new) if change.path[0] != "people"]
        found.append(sorted((change.act, "/".join(change.path)) for change in rows))
    return [rows for rows in reversed(found) if rows]


@pytest.fixture(scope="module")
def grove(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, dict[str, list[str]]]:
    return _written(tmp_path_factory.mktemp("oracle") / "grove")


def _unnamed(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows without the ids of people, who are hidden where they are told."""
    return sorted((act, path.partition("held_by")[0]) for act, path in rows)


def test_everything_that_changed_is_told_once(grove: tuple[Repository, dict[str, list[str]]]) -> None:
    repository, texts = grove
    past = repository.past()
    for slug, own in texts.items():
        found = [_unnamed(told(event)) for event in past.events(slug)]
        assert found == list(map(_unnamed, _expected(own))), slug


def test_nobody_appears_who_does_not_wish_it(grove: tuple[Repository, dict[str, list[str]]]) -> None:
    repository, texts = grove
    past = repository.past()
    for slug, own in texts.items():
        said = everything(past, slug)
        assert "@example" not in said
        assert "users.noreply" not in said
        if "Cleo" not in own[-1]:
            assert "Cleo" not in said
        if "show: name" not in own[-1]:
            assert "Lovelace" not in said
        if "show: nothing" in own[-1]:
            assert "ada" not in said.casefold().split()


@pytest.mark.parametrize("seed", range(30))
def test_section_by_section_and_as_a_whole_say_the_same(seed: int) -> None:
    group, reader = _Group(Random(seed)), Reader()  # noqa: S311 - the same
    before = None
    for _ in range(8):
        text = group.edit()
        version, whole = reader.version(text.encode()), whole_file(text)
        assert (version is None) is (whole is None)
        if version is None or whole is None:
            continue
        assert {said.key: said for said in version.everything()} == whole
        if before:
            old, parts = before
            assert changes(facts(parts.differing(version)), facts(version.differing(parts))) == changes(
                old, facts(whole.values())
            )
        before = facts(whole.values()), version


@pytest.mark.parametrize(
    "text",
    [
        'tagline: "one\nname: two"\n',
        "links: {\na: https://example.org\n}\n",
        "tags: [a,\nb]\nname: Oak\n",
        "name: Oak\nname: Elm\n",
        "---\nname: Oak\n",
        '"name": Oak\n',
        "name: Oak\n\ttags: x\n",
        "name: >\n  Oak\n# and\n  Elm\n",
        "privacy: |+\n  It stays.\n\n\nname: Oak\n",
        "- a\n- b\n",
        "name:Oak\n",
        "name: Oak\n...\ntagline: x\n",
        "%YAML 1.2\n",
        "&a name: Oak\n",
        "? name\n: Oak\n",
        "",
        "# nothing\n",
    ],
)
def test_what_stands_oddly_is_read_as_a_whole_file_would_be(text: str) -> None:
    version, whole = Reader().version(text.encode()), whole_file(text)
    assert ({said.key: said for said in version.everything()} if version else None) == whole


def test_sections_are_told_apart_by_their_keys() -> None:
    assert split("# a\nname: Oak\n# b\ntags:\n  - x\n\n") == {
        "name": "name: Oak\n# b\n",
        "tags": "tags:\n  - x\n\n",
    }


@pytest.mark.parametrize("data", [None, b"\xff\xfe", b"name: \x00", b"\xe4"])
def test_what_is_no_text_is_no_version(data: bytes | None) -> None:
    assert Reader().version(data) is None
