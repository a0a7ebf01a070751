"""What each of pandoc's formats does not carry, as tuples by the names of the formats (PEP 562)."""

from __future__ import annotations

from converter.pandoc.family import find_writing
from converter.pandoc.measured import MEASURED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.losses import Loss


def __getattr__(name: str) -> tuple[Loss, ...]:
    """Return what the format called `name` does not carry."""
    from converter.losses import folded, lost

    try:
        writing = find_writing(name)
    except KeyError as error:
        raise AttributeError(name) from error
    gone, plain = MEASURED[name]
    made = [lost(gone)] if gone else []
    made += [folded(plain, into="plain words")] if plain else []
    made += [folded("Char", into="U+FFFD", code="character-replaced")]
    if writing.carries != "tree":
        made += [lost("Furniture", code="furniture-omitted")]
    return tuple(made)
