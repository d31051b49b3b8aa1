"""Bytes that people send as text, in the encodings that their programs use."""

from __future__ import annotations

import codecs
import re
from typing import Final

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no text holds, and other files do."""
GUESSED: Final = "is not UTF-8; its letters were read as Windows-1252, so look at umlauts"


def decoded(data: bytes) -> tuple[str, bool] | None:
    """The text with plain line ends, and whether its letters were guessed; None where it is no text."""
    guessed = False
    try:
        # spreadsheets call UTF-16 "Unicode text"
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        text, guessed = data.decode("cp1252", errors="replace"), True
    if _NO_TEXT.search(text) or text.startswith("%PDF-"):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n"), guessed
