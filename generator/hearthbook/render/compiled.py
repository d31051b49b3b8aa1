"""Templates that were compiled before, in a folder that only saves work."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's own cache; one that cannot be read or written only costs time."""

    def __init__(self, folder: str, pattern: str) -> None:
        """Use a folder, which is made if it can be."""
        with suppress(OSError):
            Path(folder).mkdir(parents=True, exist_ok=True)
        super().__init__(folder, pattern)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket, if that can be done."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in the bucket, if that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
