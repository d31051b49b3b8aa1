"""Entries of menus, written once for all pages that they read the same on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.structure.pages import Page


class Menus:
    """The entries of one cell's menus, as its pages in one folder show them."""

    def __init__(self) -> None:
        """Start with none."""
        self._slug = ""
        self._folders: dict[str, dict[int, str]] = {}

    def entries(self, slug: str, page: Page) -> Callable[[Callable[[Any], str], Iterable[Any]], str] | None:
        """What writes the entries of a menu on a page, given the macro for one of them.

        None for the page of a folder itself: addresses seen from there are others.
        """
        if page.file.name == "index":
            return None
        if slug != self._slug:
            # MkDocs builds a cell's pages one after the other
            self._slug, self._folders = slug, {}
        kept = self._folders.setdefault(page.url.rstrip("/").rpartition("/")[0], {})

        def written(entry: Callable[[Any], str], items: Iterable[Any]) -> str:
            return "".join(
                entry(item) if item is page or item.children else _kept(kept, entry, item) for item in items
            )

        return written


def _kept(kept: dict[int, str], entry: Callable[[Any], str], item: Any) -> str:  # noqa: ANN401 - a page or a link
    # menus live as long as the build, so that no other entry gets the identity of this one
    if id(item) not in kept:
        kept[id(item)] = entry(item)
    return kept[id(item)]
