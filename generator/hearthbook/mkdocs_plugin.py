"""The MkDocs plugin: passes MkDocs' events on to `hearthbook.publish`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from hearthbook.compare.policy import read_policy
from hearthbook.errors import HearthbookError
from hearthbook.publish.driver import WholeSite
from hearthbook.publish.mkdocs_site import MkDocsSite, prepare
from hearthbook.publish.slips import forgiving
from hearthbook.render.folding import DirectContext

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_LOG: Final = logging.getLogger("mkdocs.hearthbook")


class HearthbookConfig(Config):  # type: ignore[no-untyped-call] # MkDocs left its base class untyped
    """What mkdocs.yml may say under `hearthbook:`."""

    language = option.Type(str, default="en")
    """The language of the hub, and of communities that name none; BCP 47."""
    zone = option.Optional(option.Type(str))
    """The time zone of rituals that name none; IANA."""
    forge = option.Optional(option.Type(str))
    """Which kind of forge `repo_url` leads to, where its host does not say: github, gitlab, forgejo ..."""
    lint = option.Type(dict, default={})
    """Which advice counts: `select`, `ignore`, and codes with their thresholds."""
    review = option.Type(dict, default={})
    """What changes need: class -> who approves, how many, how long it stays open; and the maintainers."""
    synonyms = option.Type(dict, default={})
    """For search: word -> what else people in all communities call it."""
    offline = option.Type(bool, default=False)
    """Whether browsers keep a community's pages, so that they can be read without a network."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """What is wrong; an unknown setting is an error, because it does not do what it says."""
        failed, warnings = super().validate()
        names = [name for name, _ in self._schema]
        unknown = sorted(set(self.keys()) - set(names))
        problem = ValidationError(f"there is no such setting, only {', '.join(names[:-1])} and {names[-1]}")
        kept = [(key, text) for key, text in warnings if key not in unknown]
        return [*failed, *self._policy(), *((key, problem) for key in unknown)], kept

    def _policy(self) -> ConfigErrors:
        """What is wrong with what changes need, before a change needs it."""
        try:
            read_policy(self["review"] or {}, "review")
        except HearthbookError as problem:
            return [("review", ValidationError(str(problem)))]
        return []


class HearthbookPlugin(BasePlugin[HearthbookConfig]):  # type: ignore[no-untyped-call]
    """Turns `communities/` and `content/` into pages."""

    def __init__(self) -> None:
        """Start without a site; MkDocs asks for one with its first event."""
        self._live = False
        self._whole: WholeSite | None = None
        self.given: MkDocsSite | None = None
        """Some cells to build instead of the whole archive."""

    @property
    def site(self) -> MkDocsSite:
        """The site of the build that is going on."""
        if self.given:
            return self.given
        if self._whole is None:
            raise PluginError("hearthbook: MkDocs asked for pages before it read its configuration")
        return self._whole.mkdocs

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether this is a preview."""
        del dirty
        self._live = command == "serve"

    @event_priority(-50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the archive and renders its pages; stops with all findings where there are errors."""
        if not self.given:
            root = Path(config.config_file_path or ".").resolve().parent
            try:
                self._whole = WholeSite(root, config, live=self._live)
            except HearthbookError as problem:
                raise PluginError(str(problem)) from None
        prepare(config, self.site.theme)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Puts our pages in place of what lies in the docs folder."""
        return self.site.files(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Makes the hub's menu and one for each community."""
        del nav
        self.site.menus(files, config)
        return self.site.navs[""]

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Gives the page its title and description."""
        del config, files
        self.site.meta(page)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Links each section to the line it comes from."""
        del config, files
        return self.site.content(html, page)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Warns of links that lead nowhere, now that all pages have been read, and takes fewer detours."""
        del config, files
        env.context_class = DirectContext
        for warning in self._whole.broken_links() if self._whole and not self.given else ():
            _LOG.warning(warning)
        return env

    def on_page_context(
        self,
        context: Any,  # noqa: ANN401
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> Any:  # noqa: ANN401
        """Gives the page its cell's menu, language and colours."""
        del config, nav
        self.site.context(context, page)
        return context

    def on_template_context(
        self,
        context: Any,  # noqa: ANN401
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> Any:  # noqa: ANN401
        """Gives pages without Markdown, such as 404.html, the hub's menu."""
        del template_name, config
        self.site.general(context, self.config.language)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Fills in the lines that the page leads to, or keeps the page for whoever does."""
        del config
        if self._whole and not self.given:
            return self._whole.with_lines(output, page)
        return self.site.finished(output, page.file.dest_uri)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keeps pages without Markdown, where pages are kept."""
        del config
        return self.site.finished(output_content, template_name)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes what lies beside the pages, and the sitemap."""
        if self._whole and not self.given:
            self._whole.write_companions(config)
            self._whole.write_sitemap(config)
            self._whole.write_search(config)

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: Any,  # noqa: ANN401
    ) -> LiveReloadServer:
        """Watches the communities and the theme as well, and lives through slips."""
        del builder
        server.builder = forgiving(server.builder)
        root = Path(config.config_file_path or ".").resolve().parent
        for folder in (root / "communities", self.site.theme.folder):
            if folder.is_dir():
                server.watch(str(folder))
        return server
