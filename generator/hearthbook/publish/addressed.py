"""Every page of a site by its address, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hearthbook.publish.finished import HUB, is_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator


class Addresses(Mapping[str, tuple[str, ...]]):
    """Address of each page -> the ids on it, looked up where it is asked for."""

    def __init__(
        self, slugs: Collection[str], anchors: Callable[[str], Mapping[str, tuple[str, ...]]]
    ) -> None:
        """Know the site's cells, sheets and hub by their slugs, and who says what is on the pages of one."""
        self._slugs = slugs
        self._anchors = anchors

    def __getitem__(self, address: str) -> tuple[str, ...]:
        """The ids on a page; raises KeyError where there is none at this address."""
        return self._anchors(owner(address, self._slugs))[address]

    def __iter__(self) -> Iterator[str]:
        """Every address."""
        return (address for slug in self._slugs for address in self._anchors(slug))

    def __len__(self) -> int:
        """How many pages there are."""
        return sum(1 for _ in self)


def owner(address: str, slugs: Collection[str]) -> str:
    """Which of the cells, sheets and the hub has the page at an address."""
    slug, sheet = address.partition("/")[0], f"/{address}"
    return slug if slug in slugs else sheet if is_sheet(sheet) and sheet in slugs else HUB
