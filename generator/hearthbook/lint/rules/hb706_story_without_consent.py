"""HB706: a story is there without the consent of whoever it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Story


@rule(Severity.WARNING, worth=3, even_closed=True)
def story_without_consent(stories: tuple[Story, ...]) -> Iterator[Slip]:
    """Finds stories that nobody agreed to."""
    for number, story in enumerate(stories):
        if not story.consent:
            fact = f"story {number + 1} has no `consent: true`, so no page shows it; this file does"
            hint = "ask the person: with a yes write `consent: true`, without one take the story out"
            yield Slip(pointer("stories", number), fact, hint)
