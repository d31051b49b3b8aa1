"""HB414: steps that do not say how one knows that they worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Onboarding


@rule(Severity.ADVICE, worth=2)
def step_without_sign(onboarding: Onboarding) -> Iterator[Slip]:
    """Finds steps without `done_when`, and tells of all of them at once."""
    steps = onboarding.steps
    bare = [position for position, step in enumerate(steps) if not step.done_when]
    if bare:
        first = quoted(steps[bare[0]].do)
        verb = "does" if len(bare) == 1 else "do"
        fact = (
            f"{len(bare)} of {len(steps)} steps {verb} not say when they have worked, beginning with {first}"
        )
        hint = "say what one will see: `done_when: somebody has answered you`"
        yield Slip(pointer("onboarding", "steps", bare[0]), fact, hint)
