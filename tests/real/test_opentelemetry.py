"""The 58 groups of OpenTelemetry: roles, channels, and meetings at real times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from hearthbook.ingest.archive import load_archive
from hearthbook.publish.builder import build_site
from hearthbook.render.cell import KINDS
from tests.real import look
from tests.real.opentelemetry import PEOPLE, convert
from tests.real.schedules import PACIFIC, Schedule, refused

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.archive import Archive
    from hearthbook.model.community import Community
    from tests.real.writing import Conversion, Facts

pytestmark = [pytest.mark.real, pytest.mark.slow]

RHYTHMS = {"week": "every(?: week on)?", "2 weeks": "every (?:other|second|(?:2|two) weeks on)"}
PLACES = {PACIFIC: "Los Angeles", "UTC": "UTC"}
TIME = re.compile(r"\b\d{1,2}:\d\d\b")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("opentelemetry") / "archive"


@pytest.fixture(scope="module")
def conversion(data: Path, root: Path) -> Conversion:
    return convert(data / "opentelemetry", root)


@pytest.fixture(scope="module")
def archive(conversion: Conversion, root: Path) -> Archive:
    assert conversion.slugs
    return load_archive(root)


@pytest.fixture(scope="module")
def communities(archive: Archive) -> dict[str, Community]:
    return {resolved.slug: resolved.community for resolved in archive.communities}


@pytest.fixture(scope="module")
def site(conversion: Conversion, root: Path) -> Path:
    assert conversion.slugs
    return build_site(root).site_dir


@pytest.fixture(scope="module")
def groups(data: Path) -> dict[str, Facts]:
    source = data / "opentelemetry" / "workstreams.yml"
    return {group["id"]: group for group in YAML(typ="safe", pure=True).load(source)}


def _read(conversion: Conversion) -> list[Schedule]:
    return [schedule for schedule in conversion.schedules if schedule.when]


def test_every_group_becomes_a_community(conversion: Conversion, communities: dict[str, Community]) -> None:
    assert len(conversion.slugs) == 58
    assert set(communities) == set(conversion.slugs)


def test_the_archive_has_no_errors(archive: Archive) -> None:
    assert [str(finding) for finding in archive.findings if finding.severity == "error"] == []


def test_the_source_is_kept(archive: Archive, data: Path) -> None:
    kept = (archive.root / "SOURCE.txt").read_bytes()
    assert kept == (data / "opentelemetry" / "SOURCE.txt").read_bytes()


def test_every_meeting_is_kept_and_has_a_time_only_where_it_was_read(
    conversion: Conversion, communities: dict[str, Community]
) -> None:
    assert len(conversion.schedules) == 52
    for schedule in conversion.schedules:
        (ritual,) = communities[schedule.group].rituals
        assert bool(ritual.when and ritual.when.at) == bool(schedule.when)


def test_a_read_time_arrives_in_the_model_as_it_was_read(
    conversion: Conversion, communities: dict[str, Community]
) -> None:
    for schedule in _read(conversion):
        when = communities[schedule.group].rituals[0].when
        assert when
        assert when.at
        found = {"every": when.every, "day": when.day[0], "at": f"{when.at:%H:%M}", "zone": when.zone}
        assert found == schedule.when


def test_a_refused_time_stands_in_the_file_with_its_reason(conversion: Conversion, archive: Archive) -> None:
    for schedule in refused(conversion.schedules):
        written = (archive.root / "communities" / f"{schedule.group}.yml").read_text(encoding="utf-8")
        assert f'# The source says "{schedule.text}".\n# Not read: {schedule.reason}.\n' in written


def test_somebody_who_is_to_be_decided_is_nobody(communities: dict[str, Community]) -> None:
    assert not any("tbd" in community.people for community in communities.values())
    roles = communities["spec-general"].roles
    assert [(role.name, len(role.held_by)) for role in roles] == [("Technical Committee sponsor", 8)]


def test_how_much_a_sponsor_does_is_part_of_the_role(communities: dict[str, Community]) -> None:
    names = [role.name for role in communities["sampling"].roles]
    assert names == ["Governance Committee liaison", "Technical Committee sponsor (guiding)"]


def test_markdown_in_a_name_becomes_a_link_of_its_own(communities: dict[str, Community]) -> None:
    group = communities["communications"]
    assert group.name == "Communications (Website, Documentation, etc.)"
    assert {link.name: link.url for link in group.links}["Documentation"] == "https://opentelemetry.io/docs/"


def test_repositories_boards_and_discussions_are_links(communities: dict[str, Community]) -> None:
    arrow = {link.url for link in communities["arrow"].links}
    assert "https://github.com/open-telemetry/otel-arrow" in arrow
    assert "https://github.com/orgs/open-telemetry/projects/139" in arrow
    discussions = {link.name: link.url for link in communities["ruby-sdk"].links}["Discussions"]
    assert discussions == "https://github.com/open-telemetry/opentelemetry-ruby/discussions"


def test_who_oversees_whom_is_not_taken_for_a_split(communities: dict[str, Community]) -> None:
    assert not any(community.lineage for community in communities.values())


def test_every_group_has_all_its_pages(site: Path, conversion: Conversion) -> None:
    below = {*KINDS, "handbook"} - {"home"}
    for slug in conversion.slugs:
        made = {address for address, _ in look.pages(site, slug)}
        assert made == {slug, *(f"{slug}/{kind}" for kind in below)}


def test_the_first_page_has_a_card_for_each_group(site: Path, conversion: Conversion) -> None:
    cards = look.cards("", look.page(site, ""))
    assert sorted(slug for slug, _ in cards) == sorted(conversion.slugs)


def test_channels_are_shown_with_name_tool_and_address(site: Path, groups: dict[str, Facts]) -> None:
    for slug, group in groups.items():
        html = look.page(site, f"{slug}/channels")
        for slack in (each["slack"] for each in group["resources"] if "slack" in each):
            assert f"{slack['name']} " in look.words(html)
            assert "Slack" in look.words(html)
            assert f"https://cloud-native.slack.com/archives/{slack['id']}" in html


def test_a_read_time_is_said_in_words_with_its_place(site: Path, conversion: Conversion) -> None:
    for schedule in _read(conversion):
        assert schedule.when
        text = look.words(look.page(site, f"{schedule.group}/rituals"))
        rhythm = RHYTHMS[schedule.when["every"]]
        place = PLACES[schedule.when["zone"]]
        assert re.search(rf"{rhythm} {schedule.when['day']},? at {schedule.when['at']} \W?{place}", text)


def test_a_refused_time_is_told_in_the_organisers_own_words_and_nothing_else(
    site: Path, conversion: Conversion
) -> None:
    for schedule in refused(conversion.schedules):
        for kind in ("start-here", "rituals", "faq", "handbook"):
            text = look.words(look.page(site, f"{schedule.group}/{kind}"))
            told = f'in the words of its organisers: "{" ".join(schedule.text.split())}"'
            assert told in text
            assert not TIME.search(text.replace(told, ""))


def test_a_meeting_without_a_time_is_still_on_the_page(site: Path, conversion: Conversion) -> None:
    for schedule in refused(conversion.schedules):
        html = look.page(site, f"{schedule.group}/rituals")
        assert 'id="ritual-meeting"' in html
        assert "https://docs.google.com/document/d/" in html


def test_roles_and_their_holders_are_shown(site: Path, groups: dict[str, Facts]) -> None:
    for slug, group in groups.items():
        text = look.words(look.page(site, f"{slug}/roles"))
        for person in group["people"]:
            ((kind, value),) = person.items()
            who = value["username"] if isinstance(value, dict) else value
            assert who == "tbd" or (PEOPLE[kind] in text and who in text)


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    targets = {to for address, html in look.pages(site) for to in look.links(address, html)}
    assert [target for target in sorted(targets) if not look.exists(site, target)] == []
