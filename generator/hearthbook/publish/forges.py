"""Where an archive's files lie on a forge: how one edits a line there, and how one suggests other words.

Addresses checked against the forges' documentation: GitHub opens its editor at `/edit/<branch>/<path>`,
GitLab at `/-/edit/<branch>/<path>`, Forgejo and Gitea at `/_edit/<branch>/<path>`, Bitbucket at
`/src/<branch>/<path>?mode=edit`; the part behind `#` names the line. A new file is begun at
`/new/<branch>` (GitHub) and `/_new/<branch>` (Forgejo, Gitea), both with `filename` and `value`, and
at `/-/new/<branch>?file_name=` (GitLab, whose editor does not take the content over).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, urlsplit

from hearthbook.errors import HearthbookError
from hearthbook.render.inline import ADDRESS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.findings import Place


class _Kind(NamedTuple):
    """What a kind of forge calls itself, and how its addresses are made."""

    name: str
    edit: str
    """Between the repository's address and a file's path."""
    line: str
    """Behind a file's path."""
    issue: str
    """A form that is filled in already, behind the repository's address."""
    new: str
    """A new file, with the places `{branch}`, `{name}` and, where the editor takes it over, `{text}`."""
    hosts: tuple[str, ...]
    """Parts of host names by which it is known."""


_FILLED: Final = "?filename={name}&value={text}"
_ISSUE: Final = "/issues/new?title={title}&body={body}"
_KINDS: Final = {
    "github": _Kind("GitHub", "edit/main/", "#L{line}", _ISSUE, "/new/{branch}" + _FILLED, ("github",)),
    "gitlab": _Kind(
        "GitLab",
        "-/edit/main/",
        "#L{line}",
        "/-/issues/new?issue[title]={title}&issue[description]={body}",
        "/-/new/{branch}?file_name={name}",
        ("gitlab",),
    ),
    "forgejo": _Kind(
        "Forgejo", "_edit/main/", "#L{line}", _ISSUE, "/_new/{branch}/" + _FILLED, ("codeberg", "forgejo")
    ),
    "gitea": _Kind("Gitea", "_edit/main/", "#L{line}", _ISSUE, "/_new/{branch}/" + _FILLED, ("gitea",)),
    "bitbucket": _Kind(
        "Bitbucket",
        "src/main/",
        "?mode=edit#lines-{line}",
        "/issues/new?title={title}&content={body}",
        "",
        ("bitbucket",),
    ),
}
_UNKNOWN: Final = _Kind("", "", "#L{line}", _ISSUE, "", ())
_BRANCH: Final = re.compile(r"(?:-/)?(?:_?edit|src|blob)/(?:branch/)?(?P<branch>[^/]+)/(?P<folder>.*)")
_ASSUMED: Final = frozenset({"edit/master/docs/", "-/edit/master/docs/", "src/default/docs/"})
"""What MkDocs takes for `edit_uri` when mkdocs.yml does not say where files are edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """Where an archive's files lie."""

    name: str
    """What the forge is called; the name of its host where it is of no kind that is known."""
    repository: str
    """The repository's address, without a slash at its end."""
    edit: str
    """Where a line is edited, with the places `{path}` and `{line}`; empty where that is not known."""
    issue: str
    """A form for a new issue, with the places `{title}` and `{body}` for texts that are percent-encoded."""
    new: str
    """Where a new file is begun, with the places `{name}` and, where the text may be given too, `{text}`;
    empty where that is not known."""


def forge_of(config: MkDocsConfig) -> Forge | None:
    """The forge that mkdocs.yml names; None where it names none.

    Raises HearthbookError for a `forge` that is none.
    """
    return forge_at(
        config.repo_url or "", config.edit_uri or "", config.plugins["hearthbook"].config["forge"]
    )


def forge_at(address: str, edit_uri: str = "", named: str | None = None) -> Forge | None:
    """The forge of a repository's address; None where there is no address.

    A written `edit_uri` wins over what its kind assumes; `named` says which kind it is where the host does
    not tell. Raises HearthbookError where that is none.
    """
    if not address:
        return None
    repository = address.rstrip("/")
    kind = _kind(urlsplit(repository).hostname or "", named)
    given = edit_uri.strip("/")
    uri = f"{given}/" if given and f"{given}/" not in _ASSUMED else kind.edit
    return Forge(
        name=_called(kind, urlsplit(repository).hostname or repository),
        repository=repository,
        edit=f"{repository}/{uri}{{path}}{kind.line}" if uri else "",
        issue=repository + kind.issue,
        new=repository + _begun(kind.new, uri) if kind.new else "",
    )


def _begun(new: str, uri: str) -> str:
    """Where a file is begun: on the branch and in the folder where `-/edit/main/handbooks/` changes one."""
    found = _BRANCH.match(uri)
    branch, folder = (found["branch"], found["folder"]) if found else ("main", "")
    return new.replace("{branch}", branch).replace("{name}", f"{folder}{{name}}")


def _called(kind: _Kind, host: str) -> str:
    """What people call a forge: of all that run Forgejo, one has a name of its own."""
    return "Codeberg" if host == "codeberg.org" else kind.name or host


def _kind(host: str, named: str | None) -> _Kind:
    if named and named not in _KINDS:
        fact = f"`forge: {named}` is none that Hearthbook knows"
        raise HearthbookError(fact, where="mkdocs.yml, plugin hearthbook", hint=f"write {', '.join(_KINDS)}")
    if named:
        return _KINDS[named]
    return next((kind for kind in _KINDS.values() if any(part in host for part in kind.hosts)), _UNKNOWN)


def edit_address(edit: str, place: Place) -> str:
    """Where a line is edited: `https://.../edit/main/communities/oak.yml#L12`."""
    return edit.replace("{path}", quote(place.file)).replace("{line}", str(place.line))


def letter_form(text: str) -> str:
    """A letter to the first mail address in a text, with `{title}` and `{body}`; empty without one."""
    found = next((match[0] for match in ADDRESS.finditer(text) if "://" not in match[0]), "")
    return f"mailto:{quote(found, safe='@')}?subject={{title}}&body={{body}}" if found else ""
