"""A forge's community health files: README, CONTRIBUTING, SUPPORT and CODE_OF_CONDUCT in a folder.

Only what is certain is placed: a name, addresses with a name beside them, links. Texts
are nobody's facts, so they are named, and none is copied: a code of conduct may be
licensed, and Hearthbook writes its own from facts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.ledger import Ledger
from hearthbook.errors import HearthbookError
from hearthbook.ingest.slugs import address_word, slug_problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hearthbook.model.archive import Defaults

FILES: Final = ("README.md", "CONTRIBUTING.md", "SUPPORT.md", "CODE_OF_CONDUCT.md")
FOLDERS: Final = ("", ".github", "docs", "profile")
MOST_BYTES: Final = 1_000_000

_HEADING: Final = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_LINK: Final = re.compile(r"(?<!!)\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
_MAIL: Final = r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
_WORD: Final = r"[A-Z\u00c0-\u024f][\w.'\u2019-]*"
_PERSON: Final = re.compile(
    rf"^[ \t]*[-*+][ \t]+\**(?P<who>{_WORD}(?:[ ]{_WORD}){{1,3}})\**"
    rf"[ \t]*[:,(<\u2013-]+[ \t]*(?:\[[^\]]*\]\(mailto:)?(?P<mail>{_MAIL})",
    re.MULTILINE,
)
_REPORTING: Final = re.compile(r"report|enforce|contact|melde|ansprech", re.IGNORECASE)
_KNOWN_CODES: Final = ("Contributor Covenant", "Citizen Code of Conduct", "Django Code of Conduct")


def read_folder(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The health files of a folder, by their path in it, and those that were not read, with the reason.

    Raises HearthbookError where there are none of either.
    """
    found: dict[str, str] = {}
    unread: dict[str, str] = {}
    for path in (folder / place / name for place in FOLDERS for name in FILES):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            unread[name] = "it is a link to another file; put the file itself here"
        elif path.is_file() and path.stat().st_size > MOST_BYTES:
            unread[name] = "it is larger than 1 MB"
        elif path.is_file():
            found[name] = path.read_text(encoding="utf-8", errors="replace")
    if not found and not unread:
        hint = f"name a folder that holds {', '.join(FILES)}"
        raise HearthbookError("there are no community health files in it", where=str(folder), hint=hint)
    return found, unread


def from_health(
    files: Mapping[str, str], name: str, defaults: Defaults | None, unread: Mapping[str, str] | None = None
) -> Ledger:
    """The community that the health files of a folder called `name` speak of.

    `unread` are those that could not be read, with the reason.
    """
    readme = next((text for path, text in files.items() if path.endswith("README.md")), "")
    title = _HEADING.search(readme)
    said = _words(title[2]) if title and len(title[1]) == 1 else ""
    slug = address_word(said or name, "my-group")
    ledger = Ledger(
        slug=f"{slug}-group" if slug_problem(slug) else slug,
        source=", ".join(files),
        defaults=defaults,
    )
    if said:
        ledger.place("/name", said, "README.md", said)
    for path, text in files.items():
        _links(ledger, path, text)
        if path.endswith(("CODE_OF_CONDUCT.md", "SUPPORT.md")):
            _contacts(ledger, path, text)
        _told(ledger, path, text)
    for path, why in (unread or {}).items():
        ledger.refuse(path, path, why)
    return ledger


def _words(text: str) -> str:
    return re.sub(r"[*_`]|!?\[([^\]]*)\]\([^)]*\)", r"\1", text).strip()


def _links(ledger: Ledger, path: str, text: str) -> None:
    """The links of the README's own, each once."""
    if not path.endswith("README.md"):
        return
    seen: set[str] = set()
    for words, url in _LINK.findall(text):
        if url not in seen:
            seen.add(url)
            ledger.add("links", {"name": _words(words) or url, "url": url}, path, url)


def _contacts(ledger: Ledger, path: str, text: str) -> None:
    """Whom one can tell: a name with an address, below a heading about reports."""
    told: set[str] = set()
    for heading, body in _sections(text):
        if not _REPORTING.search(heading) and not path.endswith("SUPPORT.md"):
            continue
        for found in _PERSON.finditer(body):
            told.add(found["mail"])
            if path.endswith("CODE_OF_CONDUCT.md"):
                _contact(ledger, path, found["who"], found["mail"])
        for mail in dict.fromkeys(re.findall(_MAIL, body)):
            if mail not in told:
                told.add(mail)
                why = (
                    "no name stands beside it; if people may report there, write it below `conduct.contacts`"
                )
                ledger.refuse(f"{path}, {heading or 'its beginning'}", mail, why)


def _contact(ledger: Ledger, path: str, who: str, mail: str) -> None:
    there = plain(ledger.draft).get("conduct", {}).get("contacts", [])
    if mail not in {each["reach"] for each in there}:
        ledger.place("/conduct/contacts", [*there, {"who": who, "reach": mail}], path, f"{who}, {mail}")


def _sections(text: str) -> list[tuple[str, str]]:
    """Headings with the text below each, the beginning first."""
    marks = list(_HEADING.finditer(text))
    ends = [*(mark.start() for mark in marks), len(text)]
    found = [("", text[: ends[0]])]
    return found + [
        (_words(mark[2]), text[mark.end() : end]) for mark, end in zip(marks, ends[1:], strict=True)
    ]


def _told(ledger: Ledger, path: str, text: str) -> None:
    """What became of the file's text."""
    code = next((each for each in _KNOWN_CODES if each.casefold() in text.casefold()), "")
    heading = _HEADING.search(text)
    what = _words(heading[2]) if heading else path
    if path.endswith("CODE_OF_CONDUCT.md"):
        why = "it is not copied; Hearthbook writes a code from your facts, below `conduct`"
        why += f" (this one is made from the {code}, which has a licence of its own)" if code else ""
    else:
        why = "its sentences are not copied; what members need of them belongs into facts, or into an article"
    ledger.refuse(path, what, why)
