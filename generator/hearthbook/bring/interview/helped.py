"""What the model says of the place where an answer goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.export.sentences import sentences
from hearthbook.ingest.shapes import attributes, shapes
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from hearthbook.bring.interview.questions import Question
    from hearthbook.model.base import Section


def described(question: Question) -> tuple[str, str] | None:
    """The key that an answer becomes, as in `promise.outcome`, and the sentence under it in the model."""
    keys = [key for key in question.pointer.split("/")[1:] if not key.isdecimal()]
    model: type[Section] | None = Community
    said = ""
    for key in keys:
        if model is None or key not in shapes(model):
            return None
        said = sentences(model).get(attributes(model)[key], "")
        model = shapes(model)[key].model
    return (".".join(keys), said) if said else None
