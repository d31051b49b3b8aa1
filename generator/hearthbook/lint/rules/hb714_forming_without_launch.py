"""HB714: a group that is forming has no plan for its first weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

LEAST: Final = 10
"""Some will not come; with fewer, the first evening has three chairs taken."""

MOST: Final = 20
"""With more, nobody gets to know anybody in the first weeks."""


@rule(Severity.ADVICE, worth=3)
def forming_without_launch(community: Community, *, least: int = LEAST, most: int = MOST) -> Iterator[Slip]:
    """Finds forming groups without a launch, and launches that invite too few or too many."""
    launch, forming = community.launch, community.status and community.status.state == "forming"
    invited = launch.invited if launch else None
    if forming and not launch:
        hint = f"plan it, and ask {least} to {most} people yourself: `launch: {{invited: 14, weeks: [...]}}`"
        yield Slip("/status", "the group is forming, and nothing is planned for its first weeks", hint)
    elif forming and invited is not None and not least <= invited <= most:
        fact = f"{invited} {'person is' if invited == 1 else 'people are'} invited to the launch"
        yield Slip("/launch/invited", fact, f"ask {least} to {most} people, each of them by name")
