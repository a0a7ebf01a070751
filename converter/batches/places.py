"""Places: where the outputs of an input go, below the folder for outputs as the input lies below its own."""

from __future__ import annotations

import os

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.batches.job import Input

OURS = ".convert-batch"
"""The folder, in the one for outputs, of what a batch keeps for itself."""
QUARANTINE = "quarantine"


class Places(Value):
    """The folder for outputs and the formats that are written."""

    folder: str
    """Its absolute path."""
    extensions: tuple[tuple[str, str], ...]
    """Writer's name → extension with its dot."""

    def of(self, input: Input) -> tuple[tuple[str, str], ...]:
        """Return writer's name and path of each output."""
        stem = os.path.join(self.folder, os.path.splitext(input.path)[0])
        return tuple((writer, stem + extension) for writer, extension in self.extensions)
