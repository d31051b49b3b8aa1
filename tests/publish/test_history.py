"""What is told of a community's past: each change once, by commit, and nobody who does not wish it."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import pytest

from hearthbook.model.pages import UNNAMED
from hearthbook.publish import history_kept, history_pairs
from hearthbook.publish.history import last_change, last_changes
from hearthbook.publish.history_packed import unpacked
from hearthbook.publish.store import Store
from tests.publish.pasts import Repository, everything, told
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.history_packed import Pair
    from hearthbook.publish.history_texts import Version

NORM = "norms:\n  - {id: ask, statement: We ask before we advise.}\n"
OTHER = "norms:\n  - {id: ask, statement: We ask twice before we advise.}\n"


@pytest.fixture
def oak(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "grove")


def test_a_community_begins_and_then_changes_newest_first(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", OTHER, "Twice is kinder\n\nBecause it is.")
    newest, begun = oak.events()
    assert (told(newest), newest.why) == ([("changed", "norms/ask/statement")], "Twice is kinder")
    assert told(begun) == [("added", "")]


def test_a_change_says_what_it_was_before(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", OTHER)
    change = oak.events()[0].changes[0]
    assert (change.old, change.new) == ("We ask before we advise.", "We ask twice before we advise.")


def test_a_commit_that_only_says_things_to_editors_is_no_event(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", "# our habits\n" + NORM.replace("{id: ask, ", "{ id: ask,  "))
    assert len(oak.events()) == 1


def test_a_version_that_cannot_be_read_is_told_with_the_next_one(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", 'norms: ["\n')
    oak.say("oak", "surprise: none\n")
    oak.say("oak", OTHER, "Mended")
    newest, begun = oak.events()
    assert (told(newest), newest.why) == ([("changed", "norms/ask/statement")], "Mended")
    assert told(begun) == [("added", "")]


def test_a_community_begins_with_the_first_version_that_can_be_read(oak: Repository) -> None:
    oak.say("oak", 'norms: ["\n')
    oak.say("oak", NORM, "Now it works")
    (begun,) = oak.events()
    assert (told(begun), begun.why) == ([("added", "")], "Now it works")


def test_a_file_that_gets_another_name_goes_on(oak: Repository) -> None:
    oak.say("elm", NORM)
    oak.say("elm", OTHER)
    oak.commit({"communities/oak.yml": oak.files["communities/elm.yml"], "communities/elm.yml": None})
    assert [told(event) for event in oak.events()] == [[("changed", "norms/ask/statement")], [("added", "")]]


def test_a_file_may_change_a_little_while_it_gets_another_name(oak: Repository) -> None:
    oak.say("elm", NORM)
    text = oak.files["communities/elm.yml"] + "tagline: We read\n"
    oak.commit({"communities/oak.yml": text, "communities/elm.yml": None})
    assert [told(event) for event in oak.events()] == [[("added", "tagline")], [("added", "")]]


def test_a_community_that_was_taken_away_and_made_anew_begins_anew(oak: Repository) -> None:
    oak.say("oak", "tagline: The secret of old\n")
    oak.commit({"communities/oak.yml": None})
    oak.say("oak", NORM)
    assert len(oak.events()) == 1
    assert "secret" not in everything(oak.past(), "oak")


def test_a_community_that_came_back_as_it_was_goes_on(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", OTHER)
    text = oak.files["communities/oak.yml"]
    oak.commit({"communities/oak.yml": None})
    oak.commit({"communities/oak.yml": text})
    assert len(oak.events()) == 2


def test_what_a_file_above_changes_reaches_those_that_extend_it(oak: Repository) -> None:
    oak.commit({"communities/_base.yml": "decisions: We talk.\nprivacy: It stays here.\nstatus: active\n"})
    oak.say("oak", "extends: _base\nprivacy: Nothing leaves.\n")
    oak.commit({"communities/_base.yml": "decisions: We vote.\nprivacy: It may go.\nstatus: full\n"})
    assert [told(event) for event in oak.events()] == [[("changed", "decisions")], [("added", "")]]


def test_entries_that_a_community_takes_away_or_says_itself_are_not_told(oak: Repository) -> None:
    entries = (f"  - {{id: {name}, statement: Say {name}.}}\n" for name in ("one", "two", "three"))
    norms = "norms:\n" + "".join(entries)
    oak.commit({"communities/_base.yml": norms})
    own = "extends: _base\nnorms:\n  - {id: one, remove: true}\n  - {id: two, statement: Our own two.}\n"
    oak.say("oak", own)
    oak.commit({"communities/_base.yml": norms.replace(".}", " really.}")})
    assert told(oak.events()[0]) == [("changed", "norms/three/statement")]


def test_articles_come_change_and_go(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.commit({"content/oak/bread.md": "# Bread\n\nFlour."})
    oak.commit({"content/oak/bread.md": "# Good bread\n\nFlour."})
    oak.commit({"content/oak/bread.md": None})
    gone, changed, new, _ = oak.events()
    assert [told(event) for event in (gone, changed, new)] == [
        [(act, "articles/bread")] for act in ("removed", "changed", "added")
    ]
    assert (changed.changes[0].old, changed.changes[0].new) == ("Bread", "Good bread")


def test_what_was_said_in_a_draft_is_not_told(oak: Repository) -> None:
    oak.say("oak", "visibility: draft\ntagline: A first thought\n")
    oak.say("oak", "visibility: draft\ntagline: A second thought\n")
    oak.say("oak", "tagline: We read\n", "Open")
    oak.say("oak", "tagline: We read books\n")
    newest, begun = oak.events()
    assert (told(newest), told(begun), begun.why) == ([("changed", "tagline")], [("added", "")], "Open")


def test_what_one_commit_did_is_one_event_with_the_weightiest_first(oak: Repository) -> None:
    oak.say("oak", NORM + "privacy: It stays here.\n")
    oak.say("oak", OTHER + "privacy: It may go.\n")
    assert [change.kind for change in oak.events()[0].changes] == ["safety", "norms"]


def test_without_git_nothing_is_told(tmp_path: Path) -> None:
    oak = Repository(tmp_path / "grove")
    oak.say("oak", NORM)
    oak.make()
    (oak.root / ".git").rename(tmp_path / "git")
    assert oak.events() == ()


def test_a_shallow_clone_tells_nothing(oak: Repository, tmp_path: Path) -> None:
    oak.say("oak", NORM)
    oak.say("oak", OTHER)
    oak.make()
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{oak.root}", "shallow")
    assert Repository(tmp_path / "shallow").events() == ()


def test_a_file_that_nobody_committed_has_no_past(oak: Repository) -> None:
    oak.say("elm", NORM)
    oak.make()
    (oak.root / "communities" / "oak.yml").write_text(oak.files["communities/elm.yml"])
    assert oak.events("oak") == ()


def test_nothing_is_read_again_that_is_known(
    oak: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    oak.say("oak", NORM)
    oak.say("oak", OTHER)
    before = oak.past(Store(tmp_path / "store"))
    digests, events = dict(before.digests), before.events("oak")
    monkeypatch.setattr(history_pairs, "Objects", None)
    monkeypatch.setattr(history_kept, "log", None)
    after = oak.past(Store(tmp_path / "store"))
    assert (dict(after.digests), after.events("oak")) == (digests, events)


def test_with_one_commit_more_only_that_one_is_read(
    oak: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    oak.say("oak", NORM)
    oak.say("elm", NORM)
    oak.past(Store(tmp_path / "store")).digests  # noqa: B018 - it keeps them
    oak.say("oak", OTHER)
    made: list[Version] = []
    plain = history_pairs.compared

    def heard(old: Version | None, new: Version) -> Pair:
        made.append(new)
        return plain(old, new)

    monkeypatch.setattr(history_pairs, "compared", heard)
    assert len(oak.past(Store(tmp_path / "store")).events("oak")) == 2
    assert len(made) == 1


def test_from_a_store_and_without_it_the_same_is_told(oak: Repository, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    oak.say("oak", NORM)
    oak.past(store).digests  # noqa: B018 - it keeps them
    oak.say("oak", OTHER)
    assert oak.past(store).happenings("oak") == oak.past().happenings("oak")
    assert dict(oak.past(store).digests) == dict(oak.past().digests)


@pytest.mark.parametrize("junk", [b"", b"{}", b"[1]", b"\x00\xff", b'{"oak": ["a", 3]}'])
def test_what_was_kept_and_is_damaged_is_made_again(oak: Repository, tmp_path: Path, junk: bytes) -> None:
    store = Store(tmp_path / "store")
    oak.say("oak", NORM)
    oak.say("oak", OTHER)
    events = oak.past(store).events("oak")
    for path in store.folder.rglob("*"):
        if path.is_file():
            path.write_bytes(junk)
    assert oak.past(store).events("oak") == events


def test_pairs_that_are_json_but_no_pairs_are_made_again() -> None:
    odd = (3, [1], [[["added"]], {}, [], False, False], [[[1, 2, 3, 4, 5, 6, 7, 8]], {}, [], False, False])
    for row in odd:
        assert unpacked(zlib.compress(json.dumps({"a-b": row}).encode())) == {}


def test_a_history_that_was_written_anew_is_told_anew(oak: Repository, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    oak.say("oak", NORM)
    oak.say("oak", OTHER, "Names Ada")
    oak.past(store).digests  # noqa: B018 - it keeps them
    git(oak.root, "commit", "-q", "--amend", "-m", "Names nobody")
    assert [event.why for event in oak.past(store).events("oak")] == ["Names nobody", "A change"]


def test_the_last_change_of_a_section_is_known(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", OTHER)
    oak.say("oak", OTHER + "tagline: We read\n")
    events = oak.events()
    assert last_change(events, {"norms"}) == events[1].when
    assert last_change(events, {"channels"}) == events[2].when
    assert last_change(events) == events[0].when
    assert last_changes(events) == {"norms": events[1].when, "tagline": events[0].when}
    assert last_change(()) is None


def test_what_is_told_can_be_kept_as_json(oak: Repository) -> None:
    oak.say("oak", NORM)
    oak.say("oak", "founders: [Ada Example]\n" + OTHER)
    assert json.dumps([change.new for event in oak.events() for change in event.changes])


def test_a_founder_who_is_named_no_longer_is_not_named_of_earlier_days(oak: Repository) -> None:
    oak.say("oak", "founders: [Ada Example]\n")
    oak.say("oak", "founders: [Ben Example]\n")
    change = oak.events()[0].changes
    assert UNNAMED in [each.old for each in change]
    assert "Ada" not in everything(oak.past(), "oak")


def test_an_entry_is_called_what_the_file_above_calls_it(oak: Repository) -> None:
    oak.commit({"communities/_base.yml": "faq:\n  - {id: bring, q: What may I bring?, a: Bread.}\n"})
    oak.say("oak", "extends: _base\nfaq:\n  - {id: bring, a: Cake.}\n")
    oak.say("oak", "extends: _base\nfaq:\n  - {id: bring, a: Soup.}\n")
    part = oak.past().happenings("oak")[0].parts[0]
    assert part.old["faq"] == [{"id": "bring", "q": "What may I bring?", "a": "Cake."}]
    assert part.new["faq"] == [{"id": "bring", "q": "What may I bring?", "a": "Soup."}]
