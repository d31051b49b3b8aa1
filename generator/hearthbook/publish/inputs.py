"""What a build starts from: the archive as it was read, and the plan that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.publish import offline
from hearthbook.publish.configuration import edit_root, lint_settings, settings
from hearthbook.publish.guard import guarded, stop_at_gaps_in_words
from hearthbook.publish.mkdocs_site import prepare
from hearthbook.publish.pictures import hub_files
from hearthbook.publish.plan import Options, Plan, plan
from hearthbook.publish.press import Project
from hearthbook.publish.register import Register, survey
from hearthbook.publish.stamps import Digests
from hearthbook.publish.tools import Tools, tools, versions
from hearthbook.publish.wishes import Wishes, fit

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.publish.store import Store
    from hearthbook.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build starts from."""

    register: Register
    tools: Tools
    options: Options
    plan: Plan


def read_inputs(root: Path, config: MkDocsConfig, wishes: Wishes, theme: Theme, only: str = "") -> Inputs:
    """Reads what changed and plans the cells.

    Raises UnfitArchiveError where there are errors; with `only`, where there are
    some in what this community is read from, or HearthbookError if it is not there.
    """
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
    fit(register.concerning(only) if only else register.findings)
    made_with = tools(theme, config, digests)
    guard = () if wishes.live else guarded(lint)
    stop_at_gaps_in_words(theme, guard)
    options = Options(
        site_name=config.site_name,
        edit_root=forge,
        live=wishes.live,
        guard=guard,
        offline=offline.mark(config, theme, live=wishes.live),
    )
    planned = plan(register, made_with, options, hub_files(root), digests)
    if store:
        store.keep_stamps(digests.settled(now))
    return Inputs(register, made_with, options, planned)


def project_of(root: Path, inputs: Inputs, store: Store | None) -> Project:
    """What all batches of a build share."""
    made_with, options = inputs.tools, inputs.options
    bytecode = store.templates(versions()) if store else None
    return Project(
        root=str(root),
        theme=str(made_with.theme.folder),
        made_with=made_with.all,
        bytecode=str(bytecode) if bytecode else "",
        live=options.live,
        forge=bool(options.edit_root),
        guard=options.guard,
        offline=options.offline,
    )
