"""Everything that people do to an archive, and what it costs: one row of a table for each kind of edit."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.publish.hamlet import replace_in, write_files
from tests.publish.sites import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ALL: Final = "hub /map rules ash elm fir oak yew"
ENGLISH: Final = "hub /map rules ash elm oak yew"
PINE: Final = "name: Pine\npromise: { for: [neighbours], outcome: sing, within: a month }\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Something that people do to an archive, and what it costs."""

    what: str
    do: Callable[[Path], None]
    """Given the project folder; the theme is beside it."""
    made: str = ""
    """The cells that are made again."""
    dressed: str = ""
    """The cells whose pictures are put in again."""
    lines: str = ""
    """The cells whose lines are put in again, where there is a forge."""
    removed: str = ""
    """What disappears."""


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: replace_in(root / name, old, new)


def _write(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write_files(root, {name: text})


def _add(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write_files(root, {name: (root / name).read_text(encoding="utf-8") + text})


def _delete(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def _rename(old: str, new: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / old).replace(root / new)

    return do


def _touch(name: str) -> Callable[[Path], None]:
    return lambda root: os.utime(root / name, (1, 1))


def _all_of(*edits: Callable[[Path], None]) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        for edit in edits:
            edit(root)

    return do


def _commit(root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "add", "communities")
    git(root, "commit", "--quiet", "--message=One")


EDITS: Final = (
    Edit(what="nothing", do=lambda _: None),
    Edit(what="a norm", do=_replace("communities/ash.yml", "helped", "helped us"), made="ash"),
    Edit(
        what="a promise, which the directory repeats",
        do=_replace("communities/ash.yml", "meet", "sing"),
        made="hub ash",
    ),
    Edit(what="a colour", do=_add("communities/ash.yml", 'color: "#336699"\n'), made="ash"),
    Edit(
        what="what two communities inherit",
        do=_replace("communities/_grove.yml", "under", "above"),
        made="ash elm",
    ),
    Edit(
        what="what one of two says differently",
        do=_replace("communities/_grove.yml", "whose idea it was", "who had it"),
        made="elm",
        lines="ash",
    ),
    Edit(what="a base file that nobody extends", do=_write("communities/_wood.yml", "privacy: Yes.\n")),
    Edit(
        what="a comment",
        do=_replace("communities/ash.yml", "extends:", "# a tree\nextends:"),
        lines="ash",
    ),
    Edit(
        what="a comment at the top of a base file",
        do=_replace("communities/_grove.yml", "decisions:", "# for all trees\ndecisions:"),
        lines="ash elm",
    ),
    Edit(what="the time of a file", do=_touch("communities/ash.yml")),
    Edit(what="the time of a picture", do=_touch("content/elm/leaf.png")),
    Edit(what="a first commit, with which every handbook begins", do=_commit, made="ash elm fir oak yew"),
    Edit(
        what="the name of a community that another leads to",
        do=_replace("communities/elm.yml", "Elm", "Wych Elm"),
        made="hub /map elm oak",
    ),
    Edit(
        what="the name of a community that another split from",
        do=_replace("communities/ash.yml", "Ash", "Rowan"),
        made="hub /map ash oak",
    ),
    Edit(
        what="the name of a community that split from another",
        do=_replace("communities/oak.yml", "Oak", "Holm Oak"),
        made="hub /map ash oak",
    ),
    Edit(what="a new community", do=_write("communities/pine.yml", PINE), made="hub pine"),
    Edit(
        what="a new community that split from another",
        do=_write("communities/pine.yml", f"{PINE}lineage: {{ split_from: ash }}\n"),
        made="hub /map ash pine",
    ),
    Edit(
        what="one more place to go on to",
        do=_add(
            "communities/ash.yml", "lineage:\n  graduates_to: [{ community: yew, when: You like dark }]\n"
        ),
        made="/map ash",
    ),
    Edit(
        what="one place less to go on to",
        do=_replace(
            "communities/oak.yml", "\n  graduates_to: [{ community: elm, when: You want shade }]", ""
        ),
        made="/map oak",
    ),
    Edit(
        what="no longer split from another",
        do=_replace("communities/oak.yml", "\n  split_from: ash", ""),
        made="/map ash oak",
    ),
    Edit(
        what="a community deleted",
        do=_delete("communities/yew.yml"),
        made="hub",
        removed="yew",
    ),
    Edit(
        what="a community that split from another deleted",
        do=_delete("communities/oak.yml"),
        made=ALL.replace(" /map", "").replace(" oak", ""),
        removed="map/index.html oak",
    ),
    Edit(
        what="a community's file renamed",
        do=_rename("communities/yew.yml", "communities/pine.yml"),
        made="hub pine",
        removed="yew",
    ),
    Edit(
        what="a community that becomes a draft",
        do=_add("communities/elm.yml", "visibility: draft\n"),
        made="hub /map oak",
        removed="elm",
    ),
    Edit(
        what="a community that leaves the lists",
        do=_add("communities/oak.yml", "visibility: unlisted\n"),
        made=ALL.replace(" /map", ""),
        removed="map/index.html",
    ),
    Edit(what="an article added", do=_write("content/elm/roots.md", "# Roots\n\nDeep.\n"), made="elm"),
    Edit(what="an article changed", do=_replace("content/elm/leaves.md", "They", "All"), made="elm"),
    Edit(what="an article removed", do=_delete("content/elm/leaves.md"), made="elm"),
    Edit(
        what="the first article of a community",
        do=_write("content/yew/berries.md", "# Berries\n\nDo not eat them.\n"),
        made="yew",
    ),
    Edit(
        what="a comment above an article",
        do=_replace("content/elm/leaves.md", "title: Leaves", "# of elms\ntitle: Leaves"),
        lines="elm",
    ),
    Edit(what="a picture", do=_write("content/elm/leaf.png", "another"), dressed="elm"),
    Edit(what="a picture that an article shows removed", do=_delete("content/elm/leaf.png"), made="elm"),
    Edit(what="a picture added", do=_write("content/elm/bark.png", "bark"), made="elm"),
    Edit(what="a picture of the hub", do=_write("content/guides/map.png", "another"), dressed="hub"),
    Edit(
        what="a picture that the hub shows removed",
        do=_delete("content/guides/map.png"),
        made="hub",
        removed="guides/map.png",
    ),
    Edit(what="a file for hosts added", do=_write("content/CNAME", "trees.example.org\n"), made="hub"),
    Edit(what="a page of the hub", do=_replace("content/guides/walk.md", "The map", "Our map"), made="hub"),
    Edit(
        what="the title of a page of the hub, which menus show",
        do=_replace("content/guides/walk.md", "A walk", "A long walk"),
        made=ALL,
    ),
    Edit(what="a new page of the hub", do=_write("content/guides/run.md", "# A run\n\nFast.\n"), made=ALL),
    Edit(
        what="the name of the site",
        do=_replace("mkdocs.yml", "site_name: Hamlet", "site_name: Village"),
        made=ALL,
    ),
    Edit(what="a comment in mkdocs.yml", do=_add("mkdocs.yml", "# the end\n")),
    Edit(
        what="the address of the site", do=_add("mkdocs.yml", "site_url: https://h.example.org/\n"), made=ALL
    ),
    Edit(
        what="the time zone of all",
        do=_replace("mkdocs.yml", "Europe/Berlin", "Asia/Tokyo"),
        made="/start/form.json yew",
    ),
    Edit(
        what="the language of all that name none",
        do=_replace("mkdocs.yml", "language: en", "language: en-GB"),
        made=ENGLISH.replace("rules", "/start/form.json rules"),
    ),
    Edit(
        what="a page template",
        do=_add("../theme/pages/norms.md.jinja", "More.\n"),
        made="ash elm fir oak yew",
    ),
    Edit(
        what="a page template of the hub",
        do=_add("../theme/pages/hub-home.md.jinja", "More.\n"),
        made="hub /map",
    ),
    Edit(
        what="a part that only templates of the hub include",
        do=_add("../theme/pages/_cards.md.jinja", "{# more #}\n"),
        made="hub /map",
    ),
    Edit(what="an HTML template", do=_add("../theme/html/main.html", "{# more #}\n"), made=ALL),
    Edit(
        what="the HTML template of a lost page",
        do=_add("../theme/html/404.html", "{# more #}\n"),
        made="hub /map",
    ),
    Edit(
        what="an HTML template of the archive's own",
        do=_all_of(
            _write("looks/partials/footer.html", "<footer>Bye</footer>\n"),
            _replace("mkdocs.yml", "name: material", "name: material\n  custom_dir: looks"),
        ),
        made=ALL,
    ),
    Edit(what="a style sheet", do=_add("../theme/html/assets/hearth/hearth.css", "/* more */\n")),
    Edit(
        what="a word of the hub",
        do=_replace("../theme/words/en.yml", "There is no community", "None"),
        made="hub /map",
    ),
    Edit(
        what="a word of the hub that all menus show",
        do=_replace("../theme/words/en.yml", 'all_communities: "All', 'all_communities: "The'),
        made=ALL,
    ),
    Edit(
        what="a word",
        do=_replace("../theme/words/en.yml", 'title: "Start here"', 'title: "Begin here"'),
        made=ENGLISH,
    ),
    Edit(
        what="a word in German",
        do=_replace("../theme/words/de.yml", "Hier fängt es an", "Fang hier an"),
        made="fir",
    ),
    Edit(what="a comment among the words", do=_add("../theme/words/en.yml", "# the end\n")),
)
