"""A site in the language that nobody speaks: one community, the hub, and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.publish.assets import write_assets
from hearthbook.publish.configuration import load
from hearthbook.publish.mkdocs_site import prepare
from hearthbook.publish.press import Batch, Project, press
from hearthbook.publish.site import Hub
from hearthbook.render.cards import card
from tests.render.pseudo import ZHE, pseudo_cell, pseudo_community, pseudo_theme

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS: Final = f"""\
site_name: {ZHE}
site_description: {ZHE}
site_url: https://{ZHE}.{ZHE}{ZHE}/
docs_dir: content
theme:
  name: material
plugins:
  - hearthbook:
      language: ru
"""
SEED: Final = 1


def build_pseudo_site(root: Path) -> Path:
    """The folder of the site, built in `root`."""
    (root / "content").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    theme = pseudo_theme(root / "themes/hearth")
    whole = pseudo_community(SEED)
    hub = Hub(language="ru", site_name=ZHE, cards=(card("2", whole),), texts=())
    batch = Batch(
        project=Project(root=str(root), theme=str(theme.folder), made_with="pseudo"),
        menu=hub.menu(theme),
        cells=(pseudo_cell(SEED, whole),),
        hub=hub,
    )
    site = root / "site"
    config = load(root)
    prepare(config, theme)
    write_assets(config, site)
    for finished in press(batch):
        for path, content in finished.files.items():
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return site
