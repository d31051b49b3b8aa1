"""`make words`: prints how the pages of the example archive read, against what we aim for.

python -m tests.words

For each page: its words and the share of them that is ours (the theme's; the rest
is the founder's), its sentences, its grade (Flesch and Kincaid), the same for the
sentences that are ours, and the words of the longest sentence of ours and of all.
A sentence is ours when more than half of its words are.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from tests.words.english import jargon, passives, theme_sentences
from tests.words.grade import grade
from tests.words.measure import GRADE, LONGEST, part, texts
from tests.words.pages import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.words.measure import Text

WORST: Final = 5
COLUMNS: Final = ("words", "ours", "sentences", "grade", "ours", "longest ours", "of all")
HEAD: Final = f"{'page':<26}" + "".join(f"{name:>14}" if " " in name else f"{name:>10}" for name in COLUMNS)


def _row(name: str, text: Text) -> str:
    share = 100 * text.our_words / max(1, text.words)
    cells = [f"{text.words:,}", f"{share:.0f} %", str(len(text.sentences)), f"{text.grade:.1f}"]
    cells += [
        f"{grade(text.ours):.1f}",
        f"{len(words(text.longest_ours)):>14}",
        str(len(words(text.longest_of_all))),
    ]
    return f"{name:<26}" + "".join(f"{cell:>10}" for cell in cells)


def _pages(measured: Iterable[Text]) -> Iterator[str]:
    slug = ""
    for text in measured:
        if text.slug != slug:
            yield from ("", text.slug, HEAD)
        slug = text.slug
        yield _row(text.kind, text)
        if text.kind == "code-of-conduct":
            yield _row("  its short version", part(slug, text.kind, "short"))


def _worst(name: str, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The longest sentences, each once, with the places where they stand."""
    where: dict[str, str] = {}
    for place, sentence in said:
        where.setdefault(sentence, place)
    yield from ("", f"The longest sentences {name}")
    for sentence in sorted(where, key=lambda each: (-len(words(each)), each))[:WORST]:
        yield f"  {len(words(sentence)):>3}  {where[sentence]}: {sentence}"


def _theme() -> Iterator[str]:
    said = theme_sentences()
    whole = [each.text for each in said if each.text.endswith((".", "?"))]
    yield f"words/en.yml: {len(said)} entries, {len(whole)} of them sentences of grade {grade(whole):.1f}"
    yield from _worst("of words/en.yml", ((each.key, each.text) for each in said))
    piled = [each for each in said if len(passives(each.text)) > 1]
    yield from ("", f"Sentences of words/en.yml with two passives or more: {len(piled)}")
    yield from (f"  {len(passives(each.text)):>3}  {each.key}: {each.text}" for each in piled)
    trade = [each for each in said if jargon(each.text)]
    yield from ("", f"Sentences of words/en.yml with a word of the trade: {len(trade)}")
    yield from (f"       {each.key}: {each.text}" for each in trade)


def _targets(measured: list[Text]) -> Iterator[str]:
    """What we aim for, and where it is missed."""
    starts = [text for text in measured if text.kind == "start-here"]
    codes = [part(text.slug, "code-of-conduct", "short") for text in starts]
    yield from ("", "Targets")
    for name, found in (("start here", starts), ("the short code of conduct", codes)):
        worst = max(found, key=lambda text: text.grade)
        met = "met" if worst.grade <= GRADE and all(text.sentences for text in found) else "MISSED"
        yield f"  {name}: grade {GRADE:.0f} or below: {met}; highest is {worst.grade:.1f}, {worst.slug}"
    over = [said for text in measured for said in text.ours if len(words(said)) > LONGEST]
    yield f"  no sentence of ours above {LONGEST} words: {'MISSED' if over else 'met'}"


def main() -> None:
    """Print the report."""
    measured = list(texts())
    pages = [(f"{text.slug}/{text.kind}", text) for text in measured]
    lines = [*_theme(), *_pages(measured)]
    ours = [(where, said) for where, text in pages for said in text.ours]
    theirs = [(where, said) for where, text in pages for said in text.sentences if said not in text.ours]
    lines += [*_worst("of ours, places filled", ours), *_worst("of founders", theirs), *_targets(measured)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
