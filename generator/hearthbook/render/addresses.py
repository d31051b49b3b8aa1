"""Relative addresses between pages."""

from __future__ import annotations

import posixpath
from functools import lru_cache


@lru_cache(maxsize=4096)
def relative(path: str, target: str, *, to_page: bool = False) -> str:
    """The way from the Markdown file `path` to `target`, both below the docs folder.

    With `to_page` the target is a final address such as `oak/norms/#credit`,
    and the way starts from the folder that the page will be published in
    (`a/b.md` is published as `a/b/`, `a/index.md` as `a/`).
    """
    start = posixpath.dirname(path)
    if not to_page:
        return posixpath.relpath(target, start or ".")
    if posixpath.basename(path) != "index.md":
        start = path.removesuffix(".md")
    address, mark, anchor = target.partition("#")
    way = posixpath.relpath("/" + address, "/" + start)
    slash = "/" if not posixpath.splitext(address)[1] else ""
    return f"{way}{slash}{mark}{anchor}"


def archive_link(path: str, address: str, slug: str) -> str:
    """The way from the Markdown file `path` to an address of the archive (`oak/norms/#credit`).

    Inside the own cell it leads to the Markdown file, so that every site tool
    can tell when it is broken; elsewhere to the final address.
    """
    target, mark, anchor = address.partition("#")
    parts = [part for part in target.split("/") if part]
    if not parts or parts[0] != slug or posixpath.splitext(target)[1]:
        return relative(path, address, to_page=True)
    is_index = parts in ([slug], [slug, "articles"])
    file = "/".join(parts) + ("/index.md" if is_index else ".md")
    return relative(path, file) + mark + anchor
