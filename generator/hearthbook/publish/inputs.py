"""What a build starts from: the archive as it was read, and the plan that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.publish import offline
from hearthbook.publish.configuration import lint_settings, settings
from hearthbook.publish.forges import forge_of
from hearthbook.publish.guard import guarded, stop_at_gaps_in_words
from hearthbook.publish.history import Past
from hearthbook.publish.history_kept import Kept
from hearthbook.publish.mkdocs_site import prepare
from hearthbook.publish.pictures import hub_files
from hearthbook.publish.plan import Options, Plan, plan
from hearthbook.publish.press import Project
from hearthbook.publish.register import Register, survey
from hearthbook.publish.stamps import Digests
from hearthbook.publish.tag_calendars import TagCalendar, tag_calendars
from hearthbook.publish.told import last_days
from hearthbook.publish.tools import Tools, tools, versions
from hearthbook.publish.wishes import Wishes, fit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.history.versions import History, Version
    from hearthbook.model.archive import Resolved
    from hearthbook.publish.store import Store
    from hearthbook.render.theme import Theme

SHALLOW: Final = (
    "this is a shallow clone, so calendars and the pages of what changed cannot tell what changed and when; "
    "fetch the whole history with `git fetch --unshallow`, or with `fetch-depth: 0` in the workflow"
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build starts from."""

    register: Register
    tools: Tools
    options: Options
    plan: Plan
    history: History
    """What git knows of the archive's files."""
    past: Past
    """What git knows of each community."""

    @property
    def versions(self) -> Mapping[str, Version]:
        """How far each community's files have come, where git knows it."""
        return versions_of(self.history, {slug: one.ancestors for slug, one in self.register.records.items()})

    @property
    def calendars(self) -> tuple[TagCalendar, ...]:
        """The archive's calendars, one for each tag."""
        hub = self.plan.hub
        return tag_calendars(hub.agenda, hub.site_name, self.register.theme.words(hub.language))

    def shared(self, resolved: Resolved) -> str:
        """What is said of a file that several communities are made from, in the language of one of them."""
        return shared_words(self.register.theme, resolved)

    @property
    def watched(self) -> tuple[str, ...]:
        """The files outside of the archive that change with its history."""
        return (self.history.log,) if self.history.log else ()

    @property
    def shallow(self) -> tuple[str, ...]:
        """A warning where git has only a part of the past."""
        return (SHALLOW,) if self.history.shallow else ()


def read_inputs(root: Path, config: MkDocsConfig, wishes: Wishes, theme: Theme, only: str = "") -> Inputs:
    """Reads what changed and plans the cells.

    Raises UnfitArchiveError where there are errors; with `only`, where there are
    some in what this community is read from, or HearthbookError if it is not there.
    """
    prepare(config, theme)
    store = wishes.store
    digests = Digests(root, store.stamps() if store else {})
    now = store.now() if store else 0
    forge = forge_of(config)
    lint = lint_settings(root, config)
    register = survey(
        root,
        settings(config),
        theme,
        digests,
        store=store,
        lines=bool(forge and forge.edit),
        lint=lint,
        readers=wishes.readers,
    )
    fit(register.concerning(only) if only else register.findings)
    made_with = tools(theme, config, digests)
    guard = () if wishes.live else guarded(lint)
    stop_at_gaps_in_words(theme, guard)
    options = Options(
        site_name=config.site_name,
        forge=forge,
        live=wishes.live,
        guard=guard,
        offline=offline.mark(config, theme, live=wishes.live),
    )
    kept = Kept(store)
    history = kept.history(root)
    past = Past(root, register, history, kept, wishes.jobs)
    above = {slug: one.ancestors for slug, one in register.records.items()}
    versions = versions_of(history, above)
    files = hub_files(root)
    changed = last_days(history, register.texts)
    planned = plan(
        register, made_with, options, files, digests, versions=versions, past=past.digests, changed=changed
    )
    if store:
        store.keep_stamps(digests.settled(now))
    return Inputs(register, made_with, options, planned, history, past)


def shared_words(theme: Theme, resolved: Resolved) -> str:
    """What is said of a file that several communities are made from, with the place `{file}`."""
    return theme.words(resolved.community.language or "en").raw("ui.edit_shared")


def versions_of(history: History, above: Mapping[str, tuple[str, ...]]) -> dict[str, Version]:
    """Slug -> how far its file, and those above that it extends, have come, where git knows it."""
    files = {slug: (f"{COMMUNITIES}/{slug}.yml", *ancestors) for slug, ancestors in above.items()}
    found = ((slug, history.of(names)) for slug, names in files.items())
    return {slug: version for slug, version in found if version}


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
