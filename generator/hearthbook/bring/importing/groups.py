"""Lists of groups as Kubernetes and others keep them: YAML with names, leads, meetings and places to talk.

Known are the shapes of Kubernetes' `sigs.yaml` (`sigs:`, `workinggroups:`, ..., each with
`mission_statement`, `leadership`, `meetings` and `contact`) and of OpenTelemetry's
`workstreams.yml` (a list with `people` and `resources`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.importing.group import read_group
from hearthbook.bring.importing.taking import rest_of, text_at
from hearthbook.errors import HearthbookError
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import to_data

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.bring.importing.ledger import Ledger
    from hearthbook.model.archive import Defaults

_LISTS: Final = ("sigs", "workinggroups", "usergroups", "committees", "groups", "workstreams", "teams")


def from_groups(text: str, file: str, today: date, defaults: Defaults | None) -> list[Ledger]:
    """The communities of such a list; raises HearthbookError where it is none."""
    tree, findings = read_tree(text, file)
    if findings:
        # half a list would lose the other half
        told = "; ".join(f"line {each.place.line}: {each.message}" for each in findings[:3])
        raise HearthbookError(told, where=file, hint=findings[0].hint)
    data: Any = to_data(tree) if tree else None
    groups, others = _groups(data)
    if not groups:
        hint = f"a list of groups stands below {', '.join(f'`{name}`' for name in _LISTS[:4])} or at the top"
        raise HearthbookError("there is no list of groups in it", where=file, hint=hint)
    ledgers: list[Ledger] = []
    taken: set[str] = set()
    for where, group in groups:
        ledgers.append(read_group(group, f"{file}, {where}", taken, today, defaults))
        taken.add(ledgers[-1].slug)
    for where, other in others:
        rest_of(other, ledgers[0], f"{file}, {where}")
    return ledgers


_Found = list[tuple[str, Any]]


def _groups(data: Any) -> tuple[_Found, _Found]:  # noqa: ANN401 - what a file holds
    """The groups of a file, and everything else in it, each with its place."""
    groups: _Found = []
    others: _Found = []
    lists = {"the list": data} if isinstance(data, tuple) else {}
    if isinstance(data, dict):
        lists = {name: data[name] for name in _LISTS if isinstance(data.get(name), tuple)}
        others = [(name, value) for name, value in data.items() if name not in lists]
    for name, entries in lists.items():
        for number, entry in enumerate(entries, 1):
            named = isinstance(entry, dict) and text_at(dict(entry), "name")
            (groups if named else others).append((f"{name} {number}", entry))
    return groups, others
