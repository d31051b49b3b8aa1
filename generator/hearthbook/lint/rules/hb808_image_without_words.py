"""HB808: a picture in an article has no alternative text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Article

_IMAGE: Final = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)")
_NO_WORDS: Final = re.compile(r"[\W_]*|[\w-]+\.(?:png|jpe?g|webp|gif)|(?:IMG|DSC|PXL)[\w-]+", re.IGNORECASE)
"""Nothing, or the name that a camera gave."""


@rule(Severity.WARNING, worth=3)
def image_without_words(articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds pictures that are nothing to somebody who does not see them."""
    for article in articles:
        bare = without_code(article.body)
        for image in _IMAGE.finditer(bare):
            if _NO_WORDS.fullmatch(image[1].strip()):
                name = image[2].rpartition("/")[2][:60]
                hint = (
                    f"say between the brackets what it shows: `![The kiln, its door open]({image[2][:60]})`"
                )
                line = bare.count("\n", 0, image.start()) + 1
                yield Slip(f"article:{article.name}", f"the picture `{name}` has no words", hint, line=line)
