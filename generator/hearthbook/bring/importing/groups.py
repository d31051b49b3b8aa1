"""Lists of groups as Kubernetes and others keep them: YAML with names, leads, meetings and places to talk.

Known are the shapes of Kubernetes' `sigs.yaml` (`sigs:`, `workinggroups:`, ..., each with
`mission_statement`, `leadership`, `meetings` and `contact`) and of OpenTelemetry's
`workstreams.yml` (a list with `people` and `resources`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.columns import Unread, when_of
from hearthbook.bring.importing.ledger import Ledger
from hearthbook.errors import HearthbookError
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.slugs import address_word, slug_problem
from hearthbook.ingest.tree import to_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hearthbook.model.archive import Defaults

_LISTS: Final = ("sigs", "workinggroups", "usergroups", "committees", "groups", "workstreams", "teams")
_NOT_SAID: Final = frozenset({"tbd", "none", "n/a", ""})
"""Words by which such lists say that there is nothing."""
_ROLES: Final = {
    "chairs": "Chair",
    "tech_leads": "Tech lead",
    "emeritus_leads": "",
    "gcLiaison": "Governance liaison",
    "tcSponsor": "Technical sponsor",
    "specSponsor": "Specification sponsor",
}
"""Key -> what the role is called; empty for those who hold it no more."""


def from_groups(text: str, file: str, today: date, defaults: Defaults | None) -> list[Ledger]:
    """The communities of such a list; raises HearthbookError where it is none."""
    tree, findings = read_tree(text, file)
    told = "; ".join(str(finding) for finding in findings[:3])
    data: Any = to_data(tree) if tree else None
    groups = list(_groups(data))
    if not groups:
        hint = f"a list of groups stands below {', '.join(f'`{name}`' for name in _LISTS[:4])} or at the top"
        raise HearthbookError(told or "there is no list of groups in it", where=file, hint=hint)
    ledgers: list[Ledger] = []
    for where, group in groups:
        taken = {each.slug for each in ledgers}
        ledgers.append(_Group(group, f"{file}, {where}", taken, today, defaults).read())
    return ledgers


def _groups(data: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - what a file holds
    lists = {"the list": data} if isinstance(data, tuple) else {}
    if isinstance(data, dict):
        lists = {name: data[name] for name in _LISTS if isinstance(data.get(name), tuple)}
    for name, entries in lists.items():
        for number, entry in enumerate(entries, 1):
            if isinstance(entry, dict) and entry.get("name"):
                yield f"{name} {number}", entry


class _Group:
    """One entry of the list."""

    def __init__(
        self, group: dict[str, Any], where: str, taken: set[str], today: date, defaults: Defaults | None
    ) -> None:
        self._group = dict(group)
        self._where = where
        self._today = today
        said = str(group.get("dir") or group.get("id") or group["name"])
        slug = address_word(said, address_word(where, "group"))
        slug = f"{slug}-group" if slug_problem(slug) or slug in taken else slug
        self._ledger = Ledger(slug=slug, source=where, defaults=defaults)

    def read(self) -> Ledger:
        """The community, with everything that has a place."""
        ledger, group = self._ledger, self._group
        ledger.place("/name", str(group.pop("name")), self._where)
        for key in ("dir", "id", "kind"):
            # they say where the group's files lie, not what it is
            group.pop(key, None)
        if mission := str(group.pop("mission_statement", "")).strip():
            ledger.notes.append(" ".join(mission.split()))
            ledger.refuse(
                f"{self._where}, mission_statement", mission, "it stands as a note above the promise"
            )
        if label := str(group.pop("label", "") or group.pop("sigCategory", "")).strip():
            ledger.place("/tags", [label], f"{self._where}, label")
        self._link("Charter", group.pop("charter_link", ""))
        self._people(group.pop("leadership", {}) or {})
        self._contact(group.pop("contact", {}) or {})
        for meeting in group.pop("meetings", ()) or ():
            self._meeting(meeting if isinstance(meeting, dict) else {"description": str(meeting)})
        for person in group.pop("people", ()) or ():
            self._people(person if isinstance(person, dict) else {})
        for resource in group.pop("resources", ()) or ():
            self._resource(resource if isinstance(resource, dict) else {})
        self._rest(group, self._where)
        return ledger

    def _rest(self, data: Any, where: str) -> None:  # noqa: ANN401 - what a file holds
        """Notes everything that nobody asked for."""
        if isinstance(data, dict):
            for key, value in data.items():
                self._rest(value, f"{where}, {key}")
        elif isinstance(data, tuple | list):
            for number, value in enumerate(data, 1):
                self._rest(value, f"{where} {number}")
        elif data is not None and str(data).strip().casefold() not in _NOT_SAID:
            self._ledger.refuse(where, str(data), "no fact of a community fits it")

    def _link(self, name: str, url: Any) -> None:  # noqa: ANN401 - what a file holds
        address = str(url or "").strip()
        if "://" in address:
            self._ledger.add("links", {"name": name, "url": address}, f"{self._where}, {name}", address)
        elif address.casefold() not in _NOT_SAID:
            why = "it is no whole address; add the site in front of it to `links`"
            self._ledger.refuse(f"{self._where}, {name}", address, why)

    def _people(self, leadership: dict[str, Any]) -> None:
        for key, holders in leadership.items():
            role = _ROLES.get(key)
            several = holders if isinstance(holders, tuple) else (holders,)
            for holder in several:
                self._holder(role, key, holder)

    def _holder(self, role: str | None, key: str, holder: Any) -> None:  # noqa: ANN401 - what a file holds
        facts = dict(holder) if isinstance(holder, dict) else {"github": holder}
        handle = str(facts.pop("github", "") or facts.pop("username", "") or "").strip().lstrip("@")
        where = f"{self._where}, {key}"
        person = address_word(handle, "")
        if role and person and handle.casefold() not in _NOT_SAID:
            name = str(facts.pop("name", "") or "").strip()
            entry = {"handle": f"@{handle}", **({"name": name} if name else {})}
            self._ledger.place(f"/people/{person}", entry, where, handle)
            self._seat(role, person, where)
        elif handle:
            facts["handle"] = handle
        self._rest(facts, where)

    def _seat(self, role: str, person: str, where: str) -> None:
        roles = plain(self._ledger.draft).get("roles", [])
        for number, entry in enumerate(roles):
            if entry["name"] == role:
                held = [*entry["held_by"], {"person": person}]
                self._ledger.place(f"/roles/{number}/held_by", held, where, person)
                return
        self._ledger.add("roles", {"name": role, "held_by": [{"person": person}]}, where, person)

    def _contact(self, contact: dict[str, Any]) -> None:
        facts = dict(contact)
        if slack := str(facts.pop("slack", "") or "").strip():
            self._channel(slack)
        self._link("Mailing list", facts.pop("mailing_list", ""))
        self._rest(facts, f"{self._where}, contact")

    def _channel(self, name: str) -> None:
        channel = {"name": f"#{name.lstrip('#')}", "platform": "Slack"}
        self._ledger.add("channels", channel, f"{self._where}, slack", name)

    def _meeting(self, meeting: dict[str, Any]) -> None:
        facts = dict(meeting)
        words = [str(facts.pop(key, "") or "").strip() for key in ("frequency", "day", "time", "tz")]
        text = str(facts.pop("schedule", "") or "").strip() or _spoken(*words)
        ritual: dict[str, Any] = {"name": str(facts.pop("description", "") or "Meeting").strip()}
        if archive := str(facts.pop("archive_url", "") or "").strip():
            ritual["archive"] = archive
        where = f"{self._where}, meeting"
        try:
            ritual["when"], taken = when_of(text, self._today)
            self._ledger.add("rituals", ritual, where, text)
            self._ledger.doubt(where, text, taken)
        except Unread as problem:
            ritual["when"] = {"note": text} if text else None
            ritual = {key: value for key, value in ritual.items() if value}
            self._ledger.add("rituals", ritual, where, text)
            self._ledger.refuse(where, text, f"{problem}; its words stand as a note, and no calendar has it")
        self._link(f"Recordings of {ritual['name']}", facts.pop("recordings_url", ""))
        self._link(f"Room of {ritual['name']}", facts.pop("url", ""))
        self._rest(facts, where)

    def _resource(self, resource: dict[str, Any]) -> None:
        for key, value in resource.items():
            if key == "meeting" and isinstance(value, dict):
                self._meeting(value)
            elif key == "slack":
                self._channel(str(value.get("name", "") if isinstance(value, dict) else value))
            elif key == "repository":
                why = "it is part of an address; write the whole of it below `links`"
                self._ledger.refuse(f"{self._where}, {key}", str(value), why)
            else:
                self._rest(value, f"{self._where}, {key}")


def _spoken(frequency: str, day: str, time: str, tz: str) -> str:
    """A meeting in words: `every other Tuesday at 16:00 Europe/London`."""
    often = {
        "weekly": "every",
        "biweekly": "every other",
        "bi-weekly": "every other",
        "monthly": "monthly on",
    }
    first = often.get(frequency.casefold(), frequency)
    zone = tz.partition(" ")[0] if tz.endswith(")") else tz
    return " ".join(part for part in (first, day, f"at {time}" if time else "", zone) if part)
