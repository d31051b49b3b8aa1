"""What the columns of a table mean, and how their cells are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from hearthbook.calendar.read import read
from hearthbook.ingest.when import read_when

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.bring.draft import Plain


class Unread(Exception):  # noqa: N818 - it is told to the person, and ends one cell
    """Why a cell cannot be read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A fact that a column may hold."""

    pointer: str
    kind: str
    names: tuple[str, ...]
    """What people call it, in English and German; the first is how we write it."""


COLUMNS: Final = (
    Column("/name", "text", ("name", "group", "community", "gruppe", "gemeinschaft", "gruppenname")),
    Column("", "slug", ("slug", "id", "address", "adresse")),
    Column("/tagline", "text", ("tagline", "subtitle", "untertitel", "motto")),
    Column("/language", "text", ("language", "sprache")),
    Column("/tags", "list", ("tags", "topics", "schlagworte", "themen")),
    Column("/place/city", "text", ("city", "town", "stadt", "ort")),
    Column("/place/region", "text", ("region", "state", "bundesland")),
    Column("/place/country", "text", ("country", "land")),
    Column("/links", "links", ("links", "link", "website", "webseite", "homepage", "repository", "repo")),
    Column("/founders", "list", ("founders", "organizers", "organisers", "gründer", "gründerinnen")),
    Column("/status", "text", ("status", "zustand")),
    Column("/size", "number", ("size", "members", "mitglieder", "größe")),
    Column("/promise/for", "list", ("for", "for whom", "audience", "für", "für wen", "zielgruppe")),
    Column("/promise/not_for", "list", ("not for", "nicht für")),
    Column("/promise/outcome", "text", ("outcome", "goal", "aim", "ergebnis", "ziel")),
    Column("/promise/within", "text", ("within", "in what time", "innerhalb")),
    Column("/promise/proof", "text", ("proof", "beleg")),
    Column("/promise/method", "text", ("method", "methode", "weg")),
    Column("/promise/boundary/cap", "number", ("cap", "most members", "obergrenze", "höchstens")),
    Column("/join/how", "text", ("join", "how to join", "beitritt")),
    Column("/join/url", "text", ("apply at", "form", "formular")),
    Column("/expected/hours_a_week", "number", ("hours a week", "hours", "stunden", "stunden pro woche")),
    Column("/decisions", "text", ("decisions", "entscheidungen")),
    Column("/privacy", "text", ("privacy", "datenschutz")),
    Column("/onboarding/greeter", "text", ("greeter", "begrüßung")),
    Column("/onboarding/first_post", "text", ("first post", "erster beitrag")),
    Column("/norms", "list", ("norms", "rules", "normen", "regeln")),
    Column(
        "/conduct/contacts", "contacts", ("contacts", "contact", "kontakte", "kontakt", "ansprechpersonen")
    ),
    Column("/channels", "pairs", ("channels", "kanäle")),
    Column("/rituals", "meeting", ("when", "meeting", "meets", "schedule", "termin", "treffen", "wann")),
    Column("/review/owner", "text", ("keeper", "kept by", "pflege")),
)
"""All columns that are known."""

_LONGEST_HEADER: Final = 60
_LONGEST: Final = 500
"""Characters of a contact or a time; what is longer is something else."""
_BROKEN: Final = frozenset(
    {
        *("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"),
        *("#BEZUG!", "#NV", "#WERT!", "#ZAHL!"),
    }
)
_BY_NAME: Final = {name: column for column in COLUMNS for name in column.names}


def column_of(header: str) -> Column | None:
    """The column that a header means; upper case, underscores and hyphens make no difference.

    Neither does what stands in brackets, nor a second word for the same: `Stadt/Ort`.
    """
    plain = _plain(header)
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    either = [_BY_NAME.get(part.strip()) for part in plain.partition("(")[0].split("/")]
    return either[0] if all(each is either[0] for each in either) else None


def nearest(header: str) -> str:
    """The known header that one looks like; empty where none does."""
    plain = _plain(header)
    near = get_close_matches(plain, _BY_NAME, n=1, cutoff=0.75) if len(plain) <= _LONGEST_HEADER else []
    return near[0] if near else ""


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[_\-:?!*.]+", " ", header).split()).casefold()


def unsaid(cell: str) -> str:
    """Why a cell holds no fact, such as a formula or a dash; empty where it holds one."""
    if re.match(r"=[\w(+\-\"'@]", cell):
        return "it is a formula; save the table with what came of it"
    if cell.upper() in _BROKEN:
        return "it is what a spreadsheet shows for a formula that went wrong; mend it there"
    return "" if cell.strip(" -\u2013\u2014") else "it says nothing"


def pieces(cell: str) -> list[str]:
    """The entries of a cell: by lines, or by semicolons where it has one line."""
    found = cell.splitlines() if "\n" in cell.strip() else cell.split(";")
    return [each.strip().removeprefix("- ").strip() for each in found if each.strip(" -")]


def value_of(column: Column, cell: str, today: date) -> Plain:
    """What a cell says, as YAML has it; raises Unread where that is not clear."""
    if why := unsaid(cell):
        raise Unread(why)
    if column.kind == "number":
        return number(cell)
    if column.kind == "list":
        several = pieces(cell)
        return several[0] if len(several) == 1 and column.pointer.startswith("/promise") else several
    if column.kind == "contacts":
        return [contact(each) for each in pieces(cell)]
    if column.kind in {"links", "pairs"}:
        keys = ("name", "url") if column.kind == "links" else ("name", "purpose")
        return [_pair(each, keys) for each in pieces(cell)]
    if column.kind == "meeting":
        return [{"name": "Meeting", "when": when_of(cell, today)[0]}]
    return cell.strip()


def number(cell: str) -> int | float:
    """A number, as spreadsheets in either language write it."""
    if re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{3})+", cell.strip()):
        raise Unread("one reads thousands in it, and another a fraction; write digits only")
    written = cell.strip().replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,4})?", written):
        raise Unread("it is no number; write digits only")
    value = float(written)
    return int(value) if value.is_integer() else value


def contact(text: str) -> dict[str, str]:
    """Somebody with an address."""
    if len(text) > _LONGEST:
        raise Unread("it is too long for a contact")
    found = re.fullmatch(r"(?P<who>[^<>]+?)\s*(?:,\s*|<)(?P<reach>[^<>,]+)>?", text.strip())
    if not found:
        raise Unread("a contact is a name, a comma and an address, as in Ada Example, ada@example.org")
    return {"who": found["who"].strip(), "reach": found["reach"].strip()}


def _pair(text: str, keys: tuple[str, str]) -> dict[str, str]:
    name, colon, rest = (part.strip() for part in text.partition(": "))
    if keys[1] == "url" and not colon and "://" in text:
        name, rest = re.sub(r"^\w+://(?:www\.)?", "", text).strip("/"), text
    return {keys[0]: name, keys[1]: rest} if rest else {keys[0]: name}


def when_of(text: str, today: date) -> tuple[Any, str]:
    """A time as it stands in YAML, and what was taken for granted to read it.

    Raises Unread where it could mean more than one.
    """
    if len(text) > _LONGEST:
        raise Unread("it is too long for a time")
    plain = " ".join(text.split())
    if not isinstance(read_when(plain), str):
        return plain, ""
    reading = read(plain, today=today)
    if not reading.choices:
        raise Unread(f"it is not clear when that is: {reading.refusal}")
    choice = reading.choices[0]
    if len(reading.choices) > 1 or len(choice.meetings) > 1:
        asks = "; ".join(question.asks for question in reading.questions) or "it holds several meetings"
        raise Unread(f"it can be read in more than one way: {asks}")
    if choice.meetings[0].missing:
        raise Unread("nothing says which week is the first; add `from`, the first day")
    taken = "; ".join(f"`{about}` was taken for {says}" for about, says in choice.answers)
    return dict(choice.keys), taken
