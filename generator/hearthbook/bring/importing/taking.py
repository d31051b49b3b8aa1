"""Taking values out of data of any shape, so that what nobody took is left to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from hearthbook.bring.importing.ledger import Ledger

NOT_SAID: Final = frozenset({"tbd", "none", "n/a", ""})
"""Words by which such lists say that there is nothing."""
Facts = dict[str, Any]


def rest_of(data: Any, ledger: Ledger, where: str) -> None:  # noqa: ANN401 - what a file holds
    """Notes every value in some data as one without a place."""
    if isinstance(data, dict):
        for key, value in data.items():
            rest_of(value, ledger, f"{where}, {key}")
    elif isinstance(data, tuple | list):
        for number, value in enumerate(data, 1):
            rest_of(value, ledger, f"{where} {number}")
    elif data is not None and str(data).strip().casefold() not in NOT_SAID:
        ledger.refuse(where, str(data), "no fact of a community fits it")


def text_at(facts: Facts, key: str) -> str:
    """Takes the words or the number of a key; a list or a mapping is none, and stays where it is."""
    value = facts.get(key, "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(facts.pop(key, "")).strip()


def listed(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what a file holds
    """The entries of a list, which may be written as its only one."""
    return value if isinstance(value, tuple) else () if value is None else (value,)
