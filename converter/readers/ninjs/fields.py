"""The keys of an object, whatever version spells them how; what nobody asks for is kept."""

from __future__ import annotations

import json

from converter.model.checks import is_xml_text, matches
from converter.newsformats.words import holdable
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.newsformats.kept import Kept


class Fields:
    """One object of ninjs: its values by the names of 3.x, each taken once."""

    def __init__(self, value: dict[str, Any]) -> None:
        self._values = {key.lower(): (key, each) for key, each in value.items()}
        self.replaced = 0
        """How many characters no field of a head can hold."""

    def take(self, *names: str) -> Any:
        """Return the first value there is under these names, and take it away; None when there is none."""
        for name in names:
            found = self._values.pop(name.lower(), None)
            if found is not None and found[1] is not None:
                return found[1]
        return None

    def text(self, *names: str) -> str:
        """Return a text, one that the head can hold; empty for none. A value of another type stays, to be kept."""
        for name in names:
            found = self._values.get(name.lower())
            if found is not None and isinstance(found[1], str | int | float) and not isinstance(found[1], bool):
                del self._values[name.lower()]
                return self.held(str(found[1]))
        return ""

    def held(self, text: str) -> str:
        """Return the text with U+FFFD for what an attribute of the canonical form cannot hold."""
        if not is_xml_text(text):
            self.replaced += sum(not is_xml_text(character) for character in text)
            text = holdable(text)
        return text

    def objects(self, *names: str) -> list[Fields]:
        """Return the objects of a list; a list that holds anything else stays, to be kept."""
        for name in names:
            found = self._values.get(name.lower())
            if found is None:
                continue
            value = found[1] if isinstance(found[1], list) else [found[1]]
            if all(isinstance(each, dict) for each in value):
                del self._values[name.lower()]
                return [Fields(each) for each in value]
        return []

    def beginning(self, start: str) -> list[tuple[str, str]]:
        """Return rest of name and text of each key that begins so (`headline_main`, 1.x), and take them away."""
        found = [
            (name, each) for name, (_, each) in self._values.items() if name.startswith(start) and isinstance(each, str)
        ]
        for name, _ in found:
            del self._values[name]
        return [(name.removeprefix(start), each) for name, each in found]

    def has(self, name: str) -> bool:
        """Return whether the key is there still."""
        return name.lower() in self._values

    def rest(self) -> dict[str, Any]:
        """Return what nobody took, by the keys as they are spelt."""
        return dict(self._values.values())

    def keep(self, kept: Kept, path: str) -> None:
        """Keep what nobody took, each key by itself."""
        for key, value in self.rest().items():
            if value not in (None, "", [], {}):
                kept.say(f"{path}{key}", as_text(value))


def as_text(value: Any) -> str:
    """Return a value as its words, or as JSON when it is more than that."""
    if isinstance(value, str):
        return one_spaced(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_iri(text: str) -> str | None:
    """Return an address, or None for what is none."""
    return text.strip() if matches("absolute IRI", text.strip()) else None
