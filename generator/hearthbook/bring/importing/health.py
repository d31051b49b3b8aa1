"""A forge's community health files: README, CONTRIBUTING, SUPPORT and CODE_OF_CONDUCT in a folder.

Only what is certain is placed: a name, addresses with a name beside them, links. Texts
are nobody's facts, so they are named, and none is copied: a code of conduct may be
licensed, and Hearthbook writes its own from facts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.health_files import kind_of
from hearthbook.bring.importing.ledger import Ledger, free_slug
from hearthbook.bring.importing.letters import GUESSED
from hearthbook.bring.importing.markdown import LINE, links, parts
from hearthbook.ingest.slugs import address_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hearthbook.bring.importing.markdown import Part
    from hearthbook.model.archive import Defaults

MOST_TAKEN: Final = 40
"""Links or contacts of a folder; more of them are a list of something else."""
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_WORD: Final = r"[A-Z\u00c0-\u024f][\w.'\u2019-]*"
_PERSON: Final = re.compile(
    rf"[ \t]*[-*+][ \t]+\**(?P<who>{_WORD}(?:[ ]{_WORD}){{1,3}})\**"
    rf"[ \t]*[:,(<\u2013-]+[ \t]*(?:\[[^\]]*\]\(mailto:)?(?P<mail>{_MAIL.pattern})"
)
_REPORTING: Final = re.compile(r"report|enforce|contact|melde|ansprech|kontakt", re.IGNORECASE)
_KNOWN_CODES: Final = ("Contributor Covenant", "Citizen Code of Conduct", "Django Code of Conduct")


def from_health(
    files: Mapping[str, str],
    name: str,
    defaults: Defaults | None,
    unread: Mapping[str, str] | None = None,
    guessed: Iterable[str] = (),
) -> Ledger:
    """The community that the health files of a folder called `name` speak of.

    `unread` are those that could not be read, with the reason, and `guessed` those whose letters
    may be wrong.
    """
    readme, said = next(_titles(files), ("", ""))
    ledger = Ledger(
        slug=free_slug(address_word(said or name, address_word(name, "my-group")), ()),
        source=", ".join(files) or f"the folder {name}",
        defaults=defaults,
    )
    if said:
        ledger.place("/name", said, readme, said)
    told: set[str] = set()
    for path, text in files.items():
        found = parts(text)
        if kind_of(path) == "readme":
            _links(ledger, path, found, told)
        if kind_of(path) in {"code_of_conduct", "support"}:
            _contacts(ledger, path, found)
        _told(ledger, path, found, text)
    for path in guessed:
        ledger.doubt(path, path, f"it {GUESSED}")
    for path, why in (unread or {}).items():
        ledger.refuse(path, path, why)
    return ledger


def _titles(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The READMEs that begin with a heading of the first rank, and its words."""
    for path, text in files.items():
        found = next((part for part in parts(text) if part.level), None)
        if kind_of(path) == "readme" and found and found.level == 1 and found.heading:
            yield path, found.heading


def _links(ledger: Ledger, path: str, found: list[Part], told: set[str]) -> None:
    """The links of a README, each once."""
    for part in found:
        for words, url in links((part.heading, *part.lines)):
            if url in told:
                continue
            told.add(url)
            if len(told) > MOST_TAKEN:
                ledger.refuse(path, url, f"{MOST_TAKEN} links were taken before it; choose those that help")
            else:
                ledger.add("links", {"name": words, "url": url}, path, url)


def _contacts(ledger: Ledger, path: str, found: list[Part]) -> None:
    """Whom one can tell: a name with an address, below a heading about reports."""
    told: set[str] = set()
    for part in found:
        if not _REPORTING.search(part.heading) and kind_of(path) != "support":
            continue
        where = f"{path}, {part.heading or 'its beginning'}"
        for line in part.lines:
            person = _PERSON.match(line) if len(line) <= LINE else None
            if person and kind_of(path) == "code_of_conduct":
                told.add(person["mail"])
                _contact(ledger, where, person["who"], person["mail"])
            for mail in dict.fromkeys(_MAIL.findall(line)):
                if mail not in told:
                    told.add(mail)
                    ledger.refuse(where, mail, _why_not(path))


def _why_not(path: str) -> str:
    there = "it is for help" if kind_of(path) == "support" else "no name stands beside it"
    return f"{there}; if people may report there, write it below `conduct.contacts`"


def _contact(ledger: Ledger, where: str, who: str, mail: str) -> None:
    there = plain(ledger.draft).get("conduct", {}).get("contacts", [])
    if len(there) >= MOST_TAKEN:
        ledger.refuse(where, f"{who}, {mail}", f"{MOST_TAKEN} contacts were taken before it")
    elif mail not in {each["reach"] for each in there}:
        ledger.place("/conduct/contacts", [*there, {"who": who, "reach": mail}], where, f"{who}, {mail}")


def _told(ledger: Ledger, path: str, found: list[Part], text: str) -> None:
    """What became of the file's text."""
    what = next((part.heading for part in found if part.heading), path)
    if kind_of(path) == "code_of_conduct":
        code = next((each for each in _KNOWN_CODES if each.casefold() in text.casefold()), "")
        why = "it is not copied; Hearthbook writes a code from your facts, below `conduct`"
        why += f" (this one is made from the {code}, which has a licence of its own)" if code else ""
    else:
        why = "its sentences are not copied; what members need of them belongs in facts, or in an article"
    ledger.refuse(path, what, why)
