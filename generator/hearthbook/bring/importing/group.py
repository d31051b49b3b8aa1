"""One group of such a list as a community: its name, people, meetings, and places to talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.columns import Unread, when_of
from hearthbook.bring.importing.ledger import Ledger, free_slug
from hearthbook.bring.importing.taking import NOT_SAID, Facts, listed, rest_of, text_at
from hearthbook.ingest.slugs import address_word

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hearthbook.model.archive import Defaults

_ROLES: Final = {
    "chairs": "Chair",
    "tech_leads": "Tech lead",
    "emeritus_leads": "",
    "gcLiaison": "Governance liaison",
    "tcSponsor": "Technical sponsor",
    "specSponsor": "Specification sponsor",
}
"""Key -> what the role is called; empty for those who hold it no more."""
_OFTEN: Final = {
    "weekly": "every",
    "biweekly": "every other",
    "bi-weekly": "every other",
    "monthly": "monthly on",
}


def read_group(
    group: Facts, where: str, taken: Collection[str], today: date, defaults: Defaults | None
) -> Ledger:
    """The community of one entry, with everything that has a place; `taken` are the others' slugs."""
    return _Group(group, where, taken, today, defaults).read()


class _Group:
    """One entry of the list."""

    def __init__(
        self, group: Facts, where: str, taken: Collection[str], today: date, defaults: Defaults | None
    ) -> None:
        self._group = dict(group)
        self._where = where
        self._today = today
        said = next((str(group[key]) for key in ("dir", "id") if isinstance(group.get(key), str)), "")
        slug = free_slug(address_word(said or str(group["name"]), address_word(where, "group")), taken)
        self._ledger = Ledger(slug=slug, source=where, defaults=defaults)

    def read(self) -> Ledger:
        """The community, with everything that has a place."""
        ledger, group = self._ledger, self._group
        ledger.place("/name", text_at(group, "name"), self._where)
        for key in ("dir", "id"):
            if address_word(str(group.get(key, "")), "") == ledger.slug:
                # the file is called so
                del group[key]
        if mission := text_at(group, "mission_statement"):
            ledger.notes.append(mission)
            why = "it stands as a note above the promise"
            ledger.refuse(f"{self._where}, mission_statement", mission, why)
        if label := text_at(group, "label") or text_at(group, "sigCategory"):
            ledger.place("/tags", [label], f"{self._where}, label", label)
        self._link("Charter", group, "charter_link", self._where)
        self._each("leadership", self._people)
        self._each("contact", self._contact)
        self._each("meetings", self._meeting)
        self._each("people", self._people)
        self._each("resources", self._resource)
        rest_of(group, ledger, self._where)
        return ledger

    def _each(self, key: str, read: Any) -> None:  # noqa: ANN401 - one of the methods below
        """Reads each mapping below a key; what is none stays for the rest."""
        entries = listed(self._group.pop(key, ()))
        for entry in entries:
            if isinstance(entry, dict):
                read(dict(entry))
            elif key == "meetings" and isinstance(entry, str):
                read({"schedule": entry})
            else:
                rest_of(entry, self._ledger, f"{self._where}, {key}")

    def _link(self, name: str, facts: Facts, key: str, where: str) -> None:
        address = text_at(facts, key)
        if "://" in address:
            self._ledger.add("links", {"name": name, "url": address}, f"{where}, {key}", address)
        elif address.casefold() not in NOT_SAID:
            why = "it is no whole address; add the site in front of it to `links`"
            self._ledger.refuse(f"{where}, {key}", address, why)

    def _people(self, leadership: Facts) -> None:
        for key, holders in leadership.items():
            for holder in listed(holders):
                self._holder(_ROLES.get(key), key, holder)

    def _holder(self, role: str | None, key: str, holder: Any) -> None:  # noqa: ANN401 - what a file holds
        where = f"{self._where}, {key}"
        facts = dict(holder) if isinstance(holder, dict) else {"github": holder}
        handle = (text_at(facts, "github") or text_at(facts, "username")).lstrip("@")
        person = address_word(handle, "")
        if role and person and handle.casefold() not in NOT_SAID:
            there = plain(self._ledger.draft).get("people", {}).get(person)
            name = "" if there else text_at(facts, "name")
            if not there:
                entry = {"handle": f"@{handle}", **({"name": name} if name else {})}
                what = f"{handle}, {name}".removesuffix(", ")
                self._ledger.place(f"/people/{person}", entry, where, what)
            elif facts.get("name") == there.get("name"):
                facts.pop("name", None)
            self._seat(role, person, where)
        elif handle:
            facts["handle"] = handle
        rest_of(facts, self._ledger, where)

    def _seat(self, role: str, person: str, where: str) -> None:
        roles = plain(self._ledger.draft).get("roles", [])
        for number, entry in enumerate(roles):
            if entry["name"] == role:
                held = [*entry["held_by"], {"person": person}]
                self._ledger.place(f"/roles/{number}/held_by", held, where, person)
                return
        self._ledger.add("roles", {"name": role, "held_by": [{"person": person}]}, where, person)

    def _contact(self, contact: Facts) -> None:
        self._channel(contact, "slack", self._where)
        self._link("Mailing list", contact, "mailing_list", self._where)
        rest_of(contact, self._ledger, f"{self._where}, contact")

    def _channel(self, facts: Facts, key: str, where: str) -> None:
        name = text_at(facts, key)
        if name.strip("#").casefold() not in NOT_SAID:
            channel = {"name": f"#{name.lstrip('#')}", "platform": "Slack"}
            self._ledger.add("channels", channel, f"{where}, slack", name)

    def _meeting(self, facts: Facts) -> None:
        where = f"{self._where}, meeting"
        words = [text_at(facts, key) for key in ("frequency", "day", "time", "tz")]
        text = text_at(facts, "schedule")
        if text:
            rest_of(words, self._ledger, where)
        text = text or _spoken(*words)
        name = text_at(facts, "description")
        ritual: Facts = {"name": name or "Meeting"}
        try:
            ritual["when"], taken = when_of(text, self._today)
        except Unread as problem:
            ritual |= {"when": {"note": text}} if text else {}
            taken = ""
            if text:
                self._ledger.refuse(
                    where, text, f"{problem}; its words stand as a note, and no calendar has it"
                )
        whole = f"{name}: {text}" if name and text else name or text
        if whole and self._ledger.add("rituals", ritual, where, whole):
            self._ledger.doubt(where, text, taken)
            self._archive(facts, where)
        self._link(f"Recordings of {ritual['name']}", facts, "recordings_url", where)
        self._link(f"Room of {ritual['name']}", facts, "url", where)
        rest_of(facts, self._ledger, where)

    def _archive(self, facts: Facts, where: str) -> None:
        """Where the notes of the last meeting stand."""
        last = len(plain(self._ledger.draft)["rituals"]) - 1
        if address := text_at(facts, "archive_url"):
            self._ledger.place(f"/rituals/{last}/archive", address, f"{where}, archive_url", address)

    def _resource(self, resource: Facts) -> None:
        for key, value in resource.items():
            where = f"{self._where}, {key}"
            facts = dict(value) if isinstance(value, dict) else {"name": value}
            if key == "meeting" and isinstance(value, dict):
                self._meeting(facts)
            elif key == "slack":
                self._channel(facts, "name", self._where)
                rest_of(facts, self._ledger, where)
            elif key == "repository" and isinstance(value, str):
                why = "it is part of an address; write the whole of it below `links`"
                self._ledger.refuse(where, value, why)
            else:
                rest_of(value, self._ledger, where)


def _spoken(frequency: str, day: str, time: str, tz: str) -> str:
    """A meeting in words: `every other Tuesday at 16:00 Europe/London`."""
    first = _OFTEN.get(frequency.casefold(), frequency)
    zone = tz.partition(" ")[0] if tz.endswith(")") else tz
    return " ".join(part for part in (first, day, f"at {time}" if time else "", zone) if part)
