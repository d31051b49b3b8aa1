"""OpenTelemetry's groups as an archive: roles, channels, and meetings at times that can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ruamel.yaml import YAML

from tests.real.schedules import DECISIONS, Schedule, read
from tests.real.writing import Conversion, Cover, Facts, write_facts, write_frame

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COVER: Final = Cover(
    site="OpenTelemetry groups",
    title="Find the group that works on your question",
    summary="The working groups of OpenTelemetry, where they talk and when they meet",
    body=(
        "People, channels, meetings and repositories come from OpenTelemetry's public list. "
        "The sentence that says what a group is for was made from its name and category "
        "by a program; it is not the group's own."
    ),
)

GITHUB: Final = "https://github.com"
SLACK: Final = "https://cloud-native.slack.com/archives"
NOTES: Final = "https://docs.google.com/document/d"
INVITES: Final = "https://groups.google.com/a/opentelemetry.io/g"

WORK: Final = {
    "specification": "the specification of OpenTelemetry",
    "implementation": "the tools of OpenTelemetry",
    "cross-cutting": "what all of OpenTelemetry shares",
}
PEOPLE: Final = {
    "gcLiaison": "Governance Committee liaison",
    "specSponsor": "Specification sponsor",
    "tcSponsor": "Technical Committee sponsor",
}
BASE: Final[Facts] = {
    "links": [{"name": "OpenTelemetry's list of groups", "url": f"{GITHUB}/open-telemetry/community"}],
    "glossary": {"SIG": "A special interest group: the people who work on one part of the project."},
}
BASE_COMMENT: Final = (
    "What every group shares. Each group's promise was made from its name and category\n"
    "by the converter, because the source has no such sentence; the wording is the converter's."
)
_LINKED: Final = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def _promise(name: str, category: str) -> Facts:
    return {
        "for": [f"people who want to help with {WORK[category]}"],
        "outcome": f'take part in the work of the group "{name}"',
    }


def _held(person: Facts) -> tuple[str, str] | None:
    """The role and its holder; None where the source says `tbd`, which is nobody."""
    ((kind, value),) = person.items()
    role = PEOPLE[kind]
    who = value["username"] if isinstance(value, dict) else value
    if isinstance(value, dict) and value["level"] != "tbd":
        role = f"{role} ({value['level']})"
    return None if who == "tbd" else (role, who)


def _roles(people: list[Facts]) -> list[Facts]:
    holders: dict[str, list[str]] = {}
    for held in filter(None, map(_held, people)):
        holders.setdefault(held[0], []).append(held[1])
    return [{"name": role, "held_by": who} for role, who in holders.items()]


def _link(kind: str, value: object) -> Facts | None:
    if kind == "repository":
        return {"name": str(value), "url": f"{GITHUB}/{value}"}
    if kind == "roadmapProject":
        return {"name": f"Project board {value}", "url": f"{GITHUB}/orgs/open-telemetry/projects/{value}"}
    if kind == "githubDiscussion":
        return {"name": "Discussions", "url": value}
    if kind == "meeting" and isinstance(value, dict) and (group := value.get("calendarInviteGroup")):
        return {"name": "Calendar invitations", "url": f"{INVITES}/{group}"}
    return None


def _ritual(meeting: Facts, schedule: Schedule) -> Facts:
    own_words = {"note": f'in the words of its organisers: "{schedule.text}"'}
    when = dict(schedule.when) if schedule.when else own_words
    return {"name": "Meeting", "when": when, "archive": f"{NOTES}/{meeting['gDocNotes']}"}


def _of(resources: Iterable[Facts], kind: str) -> list[Facts]:
    return [resource[kind] for resource in resources if kind in resource]


def group_facts(group: Facts, schedules: list[Schedule]) -> Facts:
    """What one group's file says; `parent` stays out, since it says who oversees whom, not who split."""
    resources = group["resources"]
    name = _LINKED.sub(r"\1", group["name"])
    roles = _roles(group["people"])
    who = dict.fromkeys(person for role in roles for person in role["held_by"])
    links = [{"name": text, "url": url} for text, url in _LINKED.findall(group["name"])]
    links += filter(None, (_link(*pair) for resource in resources for pair in resource.items()))
    slack = _of(resources, "slack")
    meetings = zip(_of(resources, "meeting"), schedules, strict=True)
    facts: Facts = {
        "extends": "_opentelemetry",
        "name": name,
        "tags": [group["sigCategory"]],
        "links": links,
        "promise": _promise(name, group["sigCategory"]),
        "channels": [
            {"name": each["name"], "platform": "Slack", "url": f"{SLACK}/{each['id']}"} for each in slack
        ],
        "rituals": [_ritual(meeting, schedule) for meeting, schedule in meetings],
        "roles": roles,
        "people": {person: {"handle": person} for person in who},
    }
    return {key: value for key, value in facts.items() if value}


def _comments(schedules: list[Schedule]) -> dict[str, str]:
    refused = [schedule for schedule in schedules if schedule.when is None]
    lines = [f'The source says "{each.text}".\nNot read: {each.reason}.' for each in refused]
    return {"rituals": "\n".join(lines)} if lines else {}


def convert(source: Path, target: Path) -> Conversion:
    """Writes the archive into `target`, which must not exist yet."""
    write_frame(target, COVER, source)
    folder = target / "communities"
    write_facts(folder / "_opentelemetry.yml", BASE, {"links": BASE_COMMENT})
    groups = YAML(typ="safe", pure=True).load(source / "workstreams.yml")
    every: list[Schedule] = []
    for group in groups:
        texts = [meeting["schedule"] for meeting in _of(group["resources"], "meeting")]
        schedules = [read(group["id"], text) for text in texts]
        write_facts(folder / f"{group['id']}.yml", group_facts(group, schedules), _comments(schedules))
        every += schedules
    slugs = tuple(group["id"] for group in groups)
    return Conversion(slugs=slugs, told=DECISIONS, schedules=tuple(every))
