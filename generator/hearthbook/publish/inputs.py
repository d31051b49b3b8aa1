"""What a build starts from: the archive as it was read, and the plan that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.publish.configuration import edit_root, lint_settings, settings
from hearthbook.publish.guard import guarded, stop_at_gaps_in_words
from hearthbook.publish.mkdocs_site import prepare
from hearthbook.publish.pictures import hub_files
from hearthbook.publish.plan import Options, Plan, plan
from hearthbook.publish.register import Register, survey
from hearthbook.publish.stamps import Digests
from hearthbook.publish.tools import Tools, tools
from hearthbook.publish.wishes import Wishes, fit

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build starts from."""

    register: Register
    tools: Tools
    options: Options
    plan: Plan


def read_inputs(root: Path, config: MkDocsConfig, wishes: Wishes, theme: Theme) -> Inputs:
    """Reads what changed and plans the cells; raises UnfitArchiveError where there are errors."""
    prepare(config, theme)
    store = wishes.store
    digests = Digests(root, store.stamps() if store else {})
    now = store.now() if store else 0
    forge = edit_root(config)
    lint = lint_settings(root, config)
    register = survey(
        root,
        settings(config),
        theme,
        digests,
        store=store,
        lines=bool(forge),
        lint=lint,
        readers=wishes.readers,
    )
    fit(register.findings)
    made_with = tools(theme, config, digests)
    guard = () if wishes.live else guarded(lint)
    stop_at_gaps_in_words(theme, guard)
    options = Options(site_name=config.site_name, edit_root=forge, live=wishes.live, guard=guard)
    planned = plan(register, made_with, options, hub_files(root), digests)
    if store:
        store.keep_stamps(digests.settled(now))
    return Inputs(register, made_with, options, planned)
