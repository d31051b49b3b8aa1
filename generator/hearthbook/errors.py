"""The one exception that is meant for people."""

from __future__ import annotations


class HearthbookError(Exception):
    """Stops the program with a place, a fact and a remedy.

    Only the command line and the MkDocs plugin turn it into text; everything
    that can be collected instead is a `Finding`.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        """Keep the three parts apart, so that a reporter can lay them out."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """`where: message; hint`, leaving out what is empty."""
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text}; {self.hint}" if self.hint else text
