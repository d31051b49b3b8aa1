"""A file is judged before it is written."""

from __future__ import annotations

from hearthbook.bring.judged import judged
from hearthbook.model.archive import Defaults

OAK = "name: Oak\npromise:\n  for: readers\n  outcome: {outcome}\n"


def test_what_can_be_read_gets_advice() -> None:
    told = judged(OAK.format(outcome="read a book a month"), "oak")
    assert told.community is not None
    assert told.sound
    assert "HB300" in {one.finding.code for one in told.advice}


def test_advice_points_at_what_it_is_about() -> None:
    told = judged(OAK.format(outcome="finish one short story and build your own website"), "oak")
    assert ("HB102", "/promise/outcome") in {(a.finding.code, a.finding.pointer) for a in told.advice}


def test_what_cannot_be_read_is_told_with_its_line() -> None:
    told = judged("name: Oak\npromise: [\n", "oak")
    assert told.community is None
    assert not told.sound
    assert told.findings[0].place.file == "communities/oak.yml"


def test_other_communities_may_be_named() -> None:
    text = OAK.format(outcome="read") + "lineage: {graduates_to: elm}\n"
    assert not judged(text, "oak").sound
    assert judged(text, "oak", slugs=frozenset({"elm"})).sound


def test_the_zone_of_the_archive_counts() -> None:
    text = OAK.format(outcome="read") + "rituals: {Hour: every Sunday at 17:00}\n"
    assert "HB017" in {each.code for each in judged(text, "oak").findings}
    assert not judged(text, "oak", Defaults(zone="Europe/Berlin")).findings
