"""What a rule is: a pure function whose parameters are all that it looks at.

A parameter is named after what it is given: a section of the community
(`conduct`, `norms`), the whole `community`, all its `texts`, its `articles`, the `document` it
was read from, the rendered `page`, or the `archive`. Without the section there is
nothing to look at, and the rule is skipped. Parameters after the `*` are
thresholds: each has a named constant with a reason for its default, and the
archive's maintainer may set another one.

Rules do not know what day it is. What begins or ends to be true on a day says so.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hearthbook.model.edits import Edit
    from hearthbook.model.findings import Severity

_MARK: Final = "hearthbook_rule"
_FILE: Final = re.compile(r"(hb\d{3})_(\w+)")


class Scope(StrEnum):
    """What a rule looks at."""

    DOCUMENT = "document"
    """One file of `communities/` as it is written, base files too."""
    COMMUNITY = "community"
    """One community with all that it inherits."""
    PAGE = "page"
    """One page as a member reads it."""
    ARCHIVE = "archive"
    """All communities at once."""
    HYGIENE = "hygiene"
    """What the other rules of a community came to."""


_SCOPES: Final = {
    "document": Scope.DOCUMENT,
    "page": Scope.PAGE,
    "archive": Scope.ARCHIVE,
    "outcome": Scope.HYGIENE,
}
"""Name of a parameter -> the scope of the rule that has it; all others are of the community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file of `communities/` as it is written."""

    name: str
    """Path from the project folder."""
    text: str

    @property
    def base(self) -> bool:
        """Whether it is a file that communities only extend."""
        return self.name.rpartition("/")[2].startswith("_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the rules of a community came to, for the rules that watch over the rules."""

    ignores: Mapping[str, str]
    """Code that the community ignores -> its reason."""
    used: frozenset[str]
    """Codes of which there was a finding to ignore."""
    ran: frozenset[str]
    """Codes of the rules that looked."""
    known: frozenset[str]
    """All codes there are."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What a rule found: where, the fact, and what to write instead."""

    pointer: str
    """JSON Pointer (RFC 6901) into the community: `/norms/2`; an article's is `article:name`."""
    message: str
    """The fact, in one sentence without a capital at its start or a full stop."""
    hint: str
    """The remedy, in the same form; an example where one helps."""
    since: date | None = None
    """The first day on which it holds; None for always."""
    until: date | None = None
    """The last day."""
    line: int = 0
    """For rules over documents and articles: the line, counted from 1; 0 for what the pointer says."""
    slug: str = ""
    """For rules over the archive: the community that it is told to."""
    fix: Edit | None = None
    """What would mend it, where no thought is needed."""


Finder = Callable[..., Iterable[Slip]]
F = TypeVar("F", bound=Finder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule."""

    code: str
    """`HB` and three digits; the first is the group."""
    name: str
    """Its name in words: `one-contact`."""
    severity: Severity
    worth: int
    """From 1, a nicety, to 5, somebody may be hurt: what its advice weighs."""
    scope: Scope
    find: Finder
    sees: tuple[str, ...]
    """The names of what it is given."""
    after: tuple[str, ...]
    """Codes of rules that must have found nothing first."""
    languages: tuple[str, ...]
    """The languages whose words it knows; empty where it does not read words."""
    even_closed: bool
    """Whether it still counts for a group that has closed."""
    thresholds: Mapping[str, Any]
    """Name -> default."""


def rule(
    severity: Severity,
    *,
    worth: int,
    after: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
    even_closed: bool = False,
) -> Callable[[F], F]:
    """Makes a function in a file `hb101_its_name.py` the rule HB101; nothing else has to know of it."""

    def mark(function: F) -> F:
        setattr(function, _MARK, (severity, worth, after, languages, even_closed))
        return function

    return mark


def rule_of(module: object) -> Rule:
    """The one rule of a module; raises ValueError where there is none or more than one."""
    name = str(getattr(module, "__name__", "")).rpartition(".")[2]
    found = [value for value in vars(module).values() if hasattr(value, _MARK)]
    file = _FILE.fullmatch(name)
    if len(found) != 1 or not file:
        raise ValueError(f"{name}.py must be called like hb101_its_name.py and hold one rule")
    severity, worth, after, languages, even_closed = getattr(found[0], _MARK)
    given = inspect.signature(found[0]).parameters.values()
    sees = tuple(each.name for each in given if each.kind is not each.KEYWORD_ONLY)
    scope = next((_SCOPES[each] for each in sees if each in _SCOPES), Scope.COMMUNITY)
    return Rule(
        code=file[1].upper(),
        name=file[2].replace("_", "-"),
        severity=severity,
        worth=worth,
        scope=scope,
        find=found[0],
        sees=sees,
        after=after,
        languages=languages,
        even_closed=even_closed,
        thresholds={each.name: each.default for each in given if each.kind is each.KEYWORD_ONLY},
    )
