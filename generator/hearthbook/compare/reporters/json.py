"""What changed, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hearthbook.compare.worddiff import only

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hearthbook.compare.comparison import Comparison, Entry
    from hearthbook.compare.voice import Voice


def as_json(found: Comparison, frame: Voice) -> str:
    """An object with two lists, `changes` and `broken`.

    Each change has:
    - `community`: its slug; empty for pages of the whole archive, and for what several share.
    - `reaches`: the slugs of the communities that it reaches.
    - `act`: added, removed, changed, renamed or moved. `kind`: safety, boundary, norms, facts or wording.
    - `path`: keys and ids as a list; `articles` or `texts` and a name for what is written in Markdown.
    - `pointer`: a JSON Pointer (RFC 6901) into the new version, or into the old one for what is gone.
    - `file`, `line`: where it stands in that version, from the project folder.
    - `old`, `new`: the values, null where there is none; people in them only as they wish.
    - `headline`, `before`, `after`: it in words, as plain text. `words`: where only some words differ,
      pairs of same, gone or new and a text. `effects`: what follows from it, a sentence each.

    Each of `broken` has `version` (old or new), `file`, `line`, `code`, `message` and `hint`.
    """
    del frame
    told = [_change(each, group.slug, [group.slug]) for group in found.groups for each in group.entries]
    told += [_change(each.entry, "", list(each.reaches)) for each in found.shared]
    told += [_change(each, "", []) for each in found.texts]
    broken = [
        {
            "version": each.version,
            "file": each.finding.place.file,
            "line": each.finding.place.line,
            "code": each.finding.code,
            "message": each.finding.message,
            "hint": each.finding.hint,
        }
        for each in found.broken
    ]
    text = json.dumps({"changes": told, "broken": broken}, ensure_ascii=False, indent=2)
    # half a character in somebody's key cannot be printed; JSON writes it as the same escape
    return text.encode("utf-8", "backslashreplace").decode()


def _change(entry: Entry, slug: str, reaches: list[str]) -> dict[str, JsonValue]:
    told, place = entry.told, entry.place
    return {
        "community": slug,
        "reaches": list(reaches),
        "act": entry.act,
        "kind": told.kind,
        "path": list(entry.path),
        "pointer": entry.pointer,
        "file": place.file if place else "",
        "line": place.line if place else 0,
        "old": entry.old,
        "new": entry.new,
        "headline": told.headline,
        "before": told.before or only(told.spans, "gone"),
        "after": told.after or only(told.spans, "new"),
        "words": [[mark, text] for mark, text in told.spans],
        "effects": list(told.effects),
    }
