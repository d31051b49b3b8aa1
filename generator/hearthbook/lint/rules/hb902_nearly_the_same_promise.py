"""HB902: two communities promise nearly the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import gist
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearthbook.model.verdict import Outline

ALIKE: Final = 0.75
"""Three quarters of what two promises say is the same: a reader of the directory cannot tell them apart."""


@rule(Severity.ADVICE, worth=2)
def nearly_the_same_promise(archive: tuple[Outline, ...], *, alike: float = ALIKE) -> Iterator[Slip]:
    """Finds for each community the one whose promise is most like its own, if it is alike enough.

    The same promise word for word comes from a shared file, and groups that split know of each other.
    """
    promises: dict[tuple[str, str], Outline] = {}
    for one in archive:
        if one.visibility == "public" and one.state != "closed":
            promises.setdefault((one.language.partition("-")[0], _promise(one)), one)
    for language in sorted({language for language, _ in promises}):
        group = [one for (spoken, _), one in promises.items() if spoken == language]
        for one, other in _nearest(group, alike):
            fact = f"this promises nearly what `{other.slug}` promises: `{other.outcome[:60]}`"
            hint = "say in `for` or `outcome` what is different here, or join the two"
            yield Slip("/promise", fact, hint, slug=one.slug)


def _promise(one: Outline) -> str:
    return " ".join(" ".join((*one.for_, one.outcome)).casefold().split())


def _related(one: Outline, other: Outline) -> bool:
    split = one.slug == other.split_from or other.slug == one.split_from
    return split or bool(one.split_from and one.split_from == other.split_from)


def _nearest(group: list[Outline], alike: float) -> Iterator[tuple[Outline, Outline]]:
    """Each community that has one like it, with the one most like it.

    Only communities that share a rare word are compared (prefix filtering, Chaudhuri 2006).
    """
    gists = [gist(_promise(one)) for one in group]
    counts = Counter(word for words in gists for word in words)
    weights = {word: log(1 + len(group) / count) for word, count in counts.items()}
    index: dict[str, list[int]] = defaultdict(list)
    best: dict[int, tuple[float, int]] = {}
    for number, words in enumerate(gists):
        rare = _rare(words, weights, alike)
        for other in sorted({each for word in rare for each in index[word]}):
            found = _likeness(words, gists[other], weights)
            if found >= alike and not _related(group[number], group[other]):
                best[number] = max(best.get(number, (0.0, 0)), (found, other))
                best[other] = max(best.get(other, (0.0, 0)), (found, number))
        for word in rare:
            index[word].append(number)
    yield from ((group[number], group[other]) for number, (_, other) in sorted(best.items()))


def _likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words in both, of the words in either: what all communities say weighs little."""
    return fsum(weights[word] for word in one & other) / sum(weights[word] for word in sorted(one | other))


def _rare(words: frozenset[str], weights: Mapping[str, float], alike: float) -> list[str]:
    """The rarest words, of which two promises that are alike enough share one."""
    rare: list[str] = []
    left = total = fsum(weights[word] for word in words)
    for word in sorted(words, key=lambda each: (-weights[each], each)):
        if left < alike * total:
            break
        rare.append(word)
        left -= weights[word]
    return rare
