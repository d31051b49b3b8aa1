"""A hamlet of five communities that hang together, for tests of what an edit costs."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.publish.builder import Built, Wishes, build_site
from hearthbook.publish.finished import HUB, RULES, Finished, is_sheet, packed
from hearthbook.publish.folder import MARK
from hearthbook.publish.links import address
from hearthbook.resources import themes
from tests.publish.sites import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hearthbook.publish.press import Batch
    from hearthbook.publish.search_index import Job
    from hearthbook.publish.site import Hub
    from hearthbook.publish.store import Store
    from hearthbook.publish.workers import Makers

_PROMISE: Final = "promise: { for: [neighbours], outcome: meet once a week, within: a month }"
FILES: Final = {
    "mkdocs.yml": """\
site_name: Hamlet
docs_dir: content
site_dir: site
theme:
  name: material
plugins:
  - hearthbook:
      language: en
      zone: Europe/Berlin
""",
    "communities/_grove.yml": """\
decisions: We decide under the tree.
norms:
  - { id: credit, name: Credit, statement: We say whose idea it was. }
  - { id: share, name: Share, statement: We share what we pick. }
""",
    "communities/ash.yml": f"""\
name: Ash
extends: _grove
{_PROMISE}
norms:
  - {{ id: credit, statement: We name everybody who helped. }}
""",
    "communities/elm.yml": f"""\
name: Elm
extends: _grove
{_PROMISE}
""",
    "communities/fir.yml": f"""\
name: Fir
language: de
{_PROMISE}
""",
    "communities/oak.yml": f"""\
name: Oak
{_PROMISE}
lineage:
  split_from: ash
  graduates_to: [{{ community: elm, when: You want shade }}]
""",
    "communities/yew.yml": f"""\
name: Yew
{_PROMISE}
rituals:
  - {{ name: The round, when: every Tuesday at 18:30 }}
""",
    "content/index.md": "---\ntitle: The hamlet\n---\n\nFive trees.\n",
    "content/guides/walk.md": "---\ntitle: A walk\n---\n\n![The map](map.png)\n",
    "content/guides/map.png": "a map",
    "content/elm/leaves.md": "---\ntitle: Leaves\n---\n\nThey fall.\n\n![A leaf](leaf.png)\n",
    "content/elm/leaf.png": "a leaf",
}
"""Ash and Elm extend a base file, Oak split from Ash and leads to Elm, Fir speaks German."""
FORM: Final = "/start/form.json"
"""What the form for a new community works from."""
CELLS: Final = (HUB, "/map", FORM, RULES, "ash", "elm", "fir", "oak", "yew")
PAGES: Final = tuple(slug for slug in CELLS if slug != FORM)
"""What has pages."""
FORGE: Final = "repo_url: https://github.com/example/hamlet\n"


def write_files(root: Path, files: dict[str, str]) -> None:
    """Writes files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def write_hamlet(root: Path, *, forge: bool = False) -> Path:
    """The hamlet as an archive in `root`."""
    write_files(root, FILES)
    if forge:
        replace_in(root / "mkdocs.yml", "site_name", f"{FORGE}site_name")
    return root


def write_lone(root: Path) -> Path:
    """An archive of one community in `root`, the last of the hamlet: small enough to be pressed for real."""
    return leave_one(write_hamlet(root))


def leave_one(root: Path) -> Path:
    """Takes all communities of a hamlet but one away."""
    for slug in ("ash", "elm", "fir", "oak"):
        (root / f"communities/{slug}.yml").unlink()
    shutil.rmtree(root / "content/elm")
    return root


def write_theme(folder: Path) -> Path:
    """A copy of the theme that a test may change, with words in German as well."""
    shutil.copytree(themes() / "hearth", folder)
    words = (folder / "words/en.yml").read_text(encoding="utf-8")
    (folder / "words/de.yml").write_text(
        words.replace('"Start here"', '"Hier fängt es an"'), encoding="utf-8"
    )
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    """Replaces what stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _page(facts: object) -> bytes:
    return MARK + f"<p>{json.dumps(facts, default=str)}</p>".encode()


def _finished(slug: str, pages: dict[str, bytes]) -> bytes:
    return packed(
        Finished(
            slug=slug,
            files={f"{name}/index.html".lstrip("/"): page for name, page in pages.items()},
            anchors=dict.fromkeys(pages, ()),
            found=tuple(f"{name}/".lstrip("/") for name in pages),
        )
    )


def _sketched_hub(hub: Hub) -> bytes:
    pages = {"": _page(hub.cards)} | {address(text.path): _page(text.title) for text in hub.texts}
    return _finished(HUB, pages)


def _sketched(slug: str, name: str) -> bytes:
    pages = (slug.lstrip("/"),) if is_sheet(slug) else (slug, f"{slug}/norms")
    return _finished(slug, dict.fromkeys(pages, _page(name)))


def sketch(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
    """Makes cells of two small pages each, without MkDocs: a hundred times faster."""
    del cells
    for batch in batches:
        hub = [_sketched_hub(batch.hub)] if batch.hub else []
        rules = [_sketched(RULES, "Rules")] if batch.rules else []
        sheets = [_sketched(sheet.slug, repr(sheet.facts)) for sheet in batch.sheets]
        yield (*hub, *sheets, *rules, *(_sketched(cell.slug, cell.community.name) for cell in batch.cells))


def sketch_index(job: Job) -> bytes:
    """A folder of the search with nothing to be found in it."""
    name = f"{job.folder}/{'words.txt' if job.slugs else 'pagefind-entry.json'}"
    return packed(Finished(slug=job.folder, files={name: b""}))


@dataclass(frozen=True, slots=True)
class Place:
    """An archive with its store, built again and again."""

    root: Path
    store: Store
    makers: Makers = sketch

    def build(self, *, strict: bool = False) -> Built:
        """Builds the site."""
        return build_site(self.root, Wishes(strict=strict, store=self.store, makers=self.makers))

    @property
    def site(self) -> Path:
        """Where the site is."""
        return self.root / "site"

    def stamps(self) -> dict[str, tuple[int, int, int]]:
        """Every file of the site with what changes when it is written."""
        found = ((path, path.stat()) for path in self.site.rglob("*"))
        return {str(path): (facts.st_ino, facts.st_mtime_ns, facts.st_ctime_ns) for path, facts in found}

    def beside(self) -> set[str]:
        """What lies beside the site."""
        return {path.name for path in self.root.iterdir()}

    def fresh(self) -> dict[str, bytes]:
        """What a build of the archive gives where nothing was built before."""
        site = self.root.parent / "fresh"
        shutil.rmtree(site, ignore_errors=True)
        build_site(self.root, Wishes(makers=self.makers, site_dir=site))
        return tree(site)
