"""What the table calls a place that has neither a heading nor a label of its own."""

from __future__ import annotations

from typing import Final

_CODE: Final = {
    "protects": "whom it protects",
    "protects-places": "manners elsewhere",
    "disagree": "questioning ideas",
    "selling": "advertising and selling",
    "bad-pose": "false names",
    "stop": "stopping when asked",
    "writing": "reporting without writing",
    "way-round": "a way round a contact",
    "above": "somebody above the contacts",
    "anyone": "who may report",
    "language": "any language",
    "anonymous-limits": "where such a report ends",
    "receipt": "the first answer",
    "silence": "what to do when none comes",
    "decide": "the decision",
    "reporter": "the reporter's name",
    "reported": "the privacy of the other side",
    "records-access": "who loses access",
    "voice": "one voice in public",
    "conflict": "who steps aside",
    "heard": "hearing the other side",
    "weighed": "what is weighed",
    "alone": "acting alone in danger",
    "apology": "apologies",
    "first": "who hears the plan first",
    "ladder-note": "the order of the steps",
    "comeback": "the way back",
    "warning": "a warning in private",
    "aim": "the aim",
    "appeal-within": "how long one may ask",
    "leads": "reports about those who lead",
    "audit": "what is told of such cases",
    "training": "practice before the first report",
    "handover": "handing over",
    "reviewed-every": "how often it is read again",
    "propose": "proposing a change",
    "waiting-time": "time to object",
    "licence": "the licence",
    "outside": "somebody from outside",
    "ranges": "figures as ranges",
}
_START: Final = {
    "greeter": "who welcomes you",
    "ask": "where to ask",
    "meetings-why": "why we meet again",
    "mend": "mending a page",
    "language": "its language and its clocks",
}
NOUNS: Final = {f"code-of-conduct#{anchor}": noun for anchor, noun in _CODE.items()} | {
    f"start-here#{anchor}": noun for anchor, noun in _START.items()
}
"""`page#anchor` -> a few words that stand as a link."""
