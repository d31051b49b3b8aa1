"""Who is asked about which files of an archive, by the roles in its communities."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.compare.circles import account, person_of, references
from hearthbook.compare.policy import once
from hearthbook.errors import HearthbookError
from hearthbook.export.codeowners import Owned, codeowners, possible
from hearthbook.history.differing import top_of
from hearthbook.ingest.archive import read_parts
from hearthbook.ingest.folder import list_sources
from hearthbook.model.findings import Severity
from hearthbook.publish.review_settings import policy_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.compare.policy import Policy
    from hearthbook.export.codeowners import Forge
    from hearthbook.ingest.archive import Part
    from hearthbook.model.community import Community

_GROUPS: Final = ("founders", "owner", "hosts")
"""Who is asked about a community: who started it, who keeps its pages true, who hosts."""
_CHUNK: Final = 50
_MANY: Final = 150
"""Communities to read for which it pays to start other processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """The text of CODEOWNERS, and what should be known about it."""

    text: str
    top: Path
    """The repository's folder, to which its place is relative."""
    warnings: tuple[str, ...]
    """What was left out and why, a sentence each."""


class _Some(NamedTuple):
    """Some communities to read."""

    root: str
    stems: frozenset[str]


class _Named(NamedTuple):
    """The accounts that a community names; None where errors hide it."""

    slug: str
    accounts: tuple[str, ...] | None


def owners(root: Path, forge: Forge, jobs: int = 1) -> Owners:
    """CODEOWNERS of an archive; with many communities, they are read in several processes.

    Raises HearthbookError where nobody is named who looks after everything else, or the policy is wrong.
    """
    policy = policy_of(lambda path: (root / path).read_bytes() if (root / path).is_file() else None)
    rest = _maintainers(policy, forge)
    warnings: list[str] = []
    owned = []
    for named in _all_named(root, jobs) if policy.handles else ():
        people = tuple(_asked(named, forge, warnings))
        owned += [Owned(slug=named.slug, owners=people)] if people else []
    top = top_of(root).resolve()
    below = root.resolve().relative_to(top).as_posix()
    text = codeowners(owned, rest, forge, "" if below == "." else f"{below}/")
    return Owners(text=text, top=top, warnings=tuple(warnings))


def _maintainers(policy: Policy, forge: Forge) -> tuple[str, ...]:
    if not policy.maintainers:
        fact = "nobody is named who looks after what is no community's"
        hint = (
            'write their accounts or a team, as in `review: {maintainers: ["@ada", "@our-group/stewards"]}`'
        )
        raise HearthbookError(fact, where="mkdocs.yml, plugin hearthbook", hint=hint)
    for each in policy.maintainers:
        if not possible(each, forge):
            fact = f"{each} cannot be the name of an account on {forge}"
            raise HearthbookError(
                fact, where="the review policy, maintainers", hint="write it as it is there"
            )
    return policy.maintainers


def _all_named(root: Path, jobs: int) -> list[_Named]:
    stems = sorted(source.stem for source in list_sources(root)[0] if not source.is_base)
    chunks = [_Some(str(root), frozenset(stems[at : at + _CHUNK])) for at in range(0, len(stems), _CHUNK)]
    if jobs == 1 or len(stems) < _MANY:
        return [each for some in chunks for each in read_named(some)]
    from hearthbook.publish.processes import spread  # noqa: PLC0415 - takes long to import

    return sorted(each for found in spread(read_named, chunks, jobs) for each in found)


def read_named(some: _Some) -> tuple[_Named, ...]:
    """The accounts that some communities name: what every worker does."""
    parts = read_parts(Path(some.root), only=some.stems).parts
    return tuple(_Named(slug, _of_part(part)) for slug, part in sorted(parts.items()))


def _of_part(part: Part) -> tuple[str, ...] | None:
    if not part.community or any(finding.severity is Severity.ERROR for finding in part.findings):
        return None
    return once(tuple(_accounts(part.community.community)))


def _accounts(community: Community) -> Iterator[str]:
    """The accounts in the groups that are asked; who is not to be shown is left out in silence."""
    for group in _GROUPS:
        for reference in references(group, community):
            person = community.people.get(person_of(reference, community))
            if person and person.show != "nothing" and (found := account(person)):
                yield found


def _asked(named: _Named, forge: Forge, warnings: list[str]) -> Iterator[str]:
    """The accounts of a community that there can be on a forge; what is left out is told."""
    file = f"communities/{named.slug}.yml"
    if named.accounts is None:
        warnings.append(f"{file} has errors, so maintainers are asked about it")
    for found in named.accounts or ():
        if possible(found, forge):
            yield found
        else:
            warnings.append(f"{file}: {found} cannot be an account on {forge} and is left out")
