"""The kinds of text and number a community file may hold.

Each type carries its JSON Schema and raises errors whose words are meant for
founders. Formats: dates ISO 8601, times `HH:MM`, zones IANA, languages BCP 47,
colours `#rrggbb`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from hearthbook.model.zones import ABBREVIATIONS, nearest_zone

ID_LIMIT: Final = 80
NAME_LIMIT: Final = 300
PLAIN_LIMIT: Final = 500
PROSE_LIMIT: Final = 20_000
SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

_DATE = r"^\d{4}-\d{2}-\d{2}$"
_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"
_COLOR = r"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
SLUG_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_PATTERN: Final = r"^[^\W_]+(-[^\W_]+)*$"
# editors read patterns as JavaScript, where \W knows the letters of English only
_ID_IN_EDITORS: Final = r"^[^\s!-/:-@\[-`{-~]+(-[^\s!-/:-@\[-`{-~]+)*$"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Unicode's category Cc but for line ends and tabs."""
_SCHEME = re.compile(r"^\s*([A-Za-z][A-Za-z0-9+.-]*):")


def refuse(kind: str, message: str, hint: str) -> PydanticCustomError:
    """An error that carries its own remedy, for `ingest` to put a place to."""
    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})


def _printable(text: str) -> str:
    if found := _CONTROL.search(text):
        message = f"the text holds the control character U+{ord(found[0]):04X}"
        raise refuse("control_character", message, "take it out; it cannot be shown on a page")
    return text.strip()


Plain = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=PLAIN_LIMIT),
    AfterValidator(_printable),
]
"""A name or a line of words. Every character is shown as it is written."""

Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LIMIT),
    AfterValidator(_printable),
]
"""What a community is called."""

Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=PROSE_LIMIT),
    AfterValidator(_printable),
]
"""Paragraphs, lists, emphasis and links in Markdown; no HTML, no attribute braces."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=63)]
"""Lower-case words joined by hyphens, as in an address."""

Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=ID_LIMIT),
    WithJsonSchema({"type": "string", "maxLength": ID_LIMIT, "pattern": _ID_IN_EDITORS}),
]
"""A word or words joined by hyphens that names one entry of a list."""


def _as_date(value: object) -> object:
    if isinstance(value, date) or not isinstance(value, str):
        return value
    example = "write year-month-day, as in 2026-11-03"
    value = value.strip()
    if not re.fullmatch(_DATE, value, re.ASCII):
        raise refuse("date_form", f"`{value}` is not a date", example)
    try:
        return date.fromisoformat(value)
    except ValueError:
        meant = f"look which day is meant, and {example}"
        raise refuse("date_absent", f"{value} is not in the calendar", meant) from None


IsoDate = Annotated[
    date,
    BeforeValidator(_as_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DATE}),
]
"""A day, `YYYY-MM-DD`."""


def _as_time(value: object) -> object:
    if isinstance(value, time) or not isinstance(value, str):
        return value
    value = value.strip()
    if not re.fullmatch(_TIME, value, re.ASCII):
        hint = 'write hours and minutes with two digits each, as in "17:00" or "09:05"'
        raise refuse("time_form", f"`{value}` is not a time of day", hint)
    return time.fromisoformat(value)


ClockTime = Annotated[
    time,
    BeforeValidator(_as_time),
    PlainSerializer(lambda value: f"{value:%H:%M}", return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": _TIME}),
]
"""A time of day, `HH:MM`, 24 hours."""


def _near_zone(value: str) -> str:
    near = nearest_zone(value)
    return f"did you mean `{near}`?" if near else ""


def _as_zone(value: str) -> str:
    value = value.strip()
    choices = ABBREVIATIONS.get(value.upper())
    if choices:
        hint = f"write the place whose clock counts: {', '.join(choices)}"
        raise refuse("zone_short", f"`{value}` is an abbreviation, not a time zone", hint)
    example = "write an IANA zone such as Europe/Berlin, America/New_York or UTC"
    if value != "UTC" and not re.fullmatch(r"[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]*){1,2}", value):
        raise refuse("zone_form", f"`{value}` is not a time zone", _near_zone(value) or example)
    if value.startswith("Etc/"):
        hint = "write the place whose clock counts, as in Asia/Singapore; Etc/GMT-8 means eight hours ahead"
        raise refuse("zone_offset", f"`{value}` is a fixed distance from UTC, not a place", hint)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        hint = _near_zone(value) or example
        raise refuse("zone_unknown", f"there is no time zone `{value}`", hint) from None
    return value


Zone = Annotated[
    str,
    AfterValidator(_as_zone),
    WithJsonSchema({"type": "string", "pattern": r"^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]*){1,2})$"}),
]
"""An IANA time zone."""


def _as_url(value: str) -> str:
    example = "write a full address, as in https://example.org/group"
    try:
        parts = urlsplit(value)
        port_is_fine = parts.port is None or parts.port
    except ValueError:
        raise refuse("url_form", f"`{value}` is not a web address", example) from None
    if parts.scheme.lower() not in SAFE_SCHEMES:
        message = f"`{value[:80]}` does not start with http, https, mailto or tel"
        mail = re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", value)
        raise refuse("url_scheme", message, f"write `mailto:{value[:80]}`" if mail else example)
    if parts.scheme.lower() in {"http", "https"} and not (parts.hostname and port_is_fine):
        raise refuse("url_host", f"`{value[:80]}` names no host", example)
    if re.search(r"[\s<>\"'`\\{}|^]", value):
        message = f"`{value[:80]}` holds a character that no address may hold"
        raise refuse("url_character", message, "percent-encode it, as in %20 for a blank")
    return value


Url = Annotated[
    Plain,
    AfterValidator(_as_url),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\s*([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):"}
    ),
]
"""A web, mail or telephone address."""


def _as_reach(value: str) -> str:
    # browsers leave blanks and line ends out of a scheme
    scheme = _SCHEME.match(re.sub(r"\s", "", value))
    if scheme and "//" in value and scheme[1].lower() in SAFE_SCHEMES:
        return _as_url(value)
    if scheme and scheme[1].lower() in {"javascript", "data", "vbscript", "file", "blob"}:
        hint = "write an e-mail address, a telephone number, a web address or a few words"
        raise refuse("reach_scheme", f"`{value[:80]}` is not a way to reach a person", hint)
    return value


Reach = Annotated[
    Plain,
    AfterValidator(_as_reach),
    WithJsonSchema({"type": "string", "minLength": 1, "not": {"pattern": r"^\s*[Jj]ava[Ss]cript:"}}),
]
"""How to reach somebody: an e-mail address, a number, a web address, or words."""


def _as_color(value: str) -> str:
    value = value.strip()
    if not re.fullmatch(_COLOR, value):
        hint = 'write it in quotes as "#2f6f4f"'
        raise refuse("color_form", f"`{value}` is not a colour", hint)
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))  # noqa: PLR2004


Color = Annotated[str, AfterValidator(_as_color), WithJsonSchema({"type": "string", "pattern": _COLOR})]
"""A colour, `#rrggbb`."""


def _as_language(value: str) -> str:
    try:
        locale = Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        hint = "write a language code such as en, de or pt-BR"
        raise refuse("language_unknown", f"`{value}` is not a language code", hint) from None
    return str(locale).replace("_", "-")


Language = Annotated[
    Plain,
    AfterValidator(_as_language),
    WithJsonSchema({"type": "string", "pattern": r"^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\s*$"}),
]
"""A language, BCP 47: `en`, `de`, `pt-BR`."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a text that names something declared elsewhere."""

    to: Literal["person", "spot", "community"]
    """A person of this community, a channel or place, or another community."""


PersonRef = Annotated[Plain, Refers("person")]
"""An id from `people`, or a name where there is no such id."""

SpotRef = Annotated[Plain, Refers("spot")]
"""A channel's id or name, a web address, or a place in a few words."""

CommunityRef = Annotated[Slug, Refers("community")]
"""The slug of another community of the archive."""
