"""Sidecars: `article.yaml` or `article.json` beside `article.txt`, as the items that `--meta` would give.

    headline: Kenya to become a major non-NATO ally
    byline: [By Achieng Wanjiru, and Bob Otieno]
    date:
      published: 2024-05-23

YAML is read by the plainest loader: every scalar is text as it is typed, tags
and aliases are refused (`docs/explanation/threats.md`).
"""

from __future__ import annotations

from converter.conversion.dotted import leaves
from converter.core.errors import UnreadableInput
from converter.formats.own import READERS
from converter.formats.registry import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def items_of(content: bytes, name: str) -> tuple[tuple[str, str], ...]:
    """Return the items in the order of the file; a nested name is joined with a full stop, a list gives one item each.

    A name with nothing behind it says nothing. `name` tells JSON from YAML.
    Raises UnreadableInput for what is no mapping of names to texts, and for a story that lies where a sidecar would.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", where=f"byte {error.start}") from error
    if name.endswith(".json") and (kind := _kind_of_story(content)):
        raise UnreadableInput(
            f"is a story itself, in {kind}, and lies where the sidecar of another is looked for",
            hint="give the two stories different names",
        )
    value = _json(text) if name.endswith(".json") else _yaml(text)
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise UnreadableInput("a sidecar holds names and values")
    return tuple((key, text) for key, inner in leaves(value, "sidecar") for text in _texts(inner, key))


def _kind_of_story(content: bytes) -> str | None:
    """Return the format of news in JSON that the content is, if it is one."""
    return next(
        (
            record.name
            for record in READERS
            if ".json" in record.extensions and record.sniff and load(record.sniff)(content)
        ),
        None,
    )


def _texts(value: object, name: str) -> Iterator[str]:
    """Yield the text of a value, or of each in a list of them. Raises UnreadableInput."""
    if isinstance(value, dict):
        raise UnreadableInput("nested too deeply", where=name)
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict | list):
                raise UnreadableInput("a list holds texts only", where=name)
            yield from _texts(inner, name)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif value is not None and (words := str(value)).strip():
        if any("\ud800" <= character <= "\udfff" for character in words):  # JSON can spell what Unicode does not have.
            raise UnreadableInput("a lone surrogate is no character", where=name)
        yield words


def _json(text: str) -> object:
    import json

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) != len(pairs):
            raise ValueError("a name stands twice")
        return made

    try:
        return json.loads(text, object_pairs_hook=unique, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"not JSON: {error}") from error


_BARE = ("mapping values are not allowed", "found character")
"""What the parser says of a value without quotation marks that has a colon in it, or begins with a sign of YAML's."""


def _yaml(text: str) -> object:
    import yaml

    class Plain(yaml.BaseLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("aliases are refused")
            event = self.peek_event()  # type: ignore[no-untyped-call]
            if getattr(event, "tag", None):
                raise yaml.YAMLError("tags are refused")
            return super().compose_node(parent, index)

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
            mapping = super().construct_mapping(node, deep=deep)
            if len(mapping) != len(node.value):
                raise yaml.YAMLError("a name stands twice")
            return mapping

    try:
        return yaml.load(text, Loader=Plain)  # BaseLoader makes only text, lists and mappings.
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1} column {mark.column + 1}" if mark else ""
        problem = error.problem or error.context or ""
        hint = "put the value into quotation marks" if problem.startswith(_BARE) else ""
        raise UnreadableInput(f"not plain YAML: {problem}", where=where, hint=hint) from error
    except (yaml.YAMLError, RecursionError, TypeError) as error:
        raise UnreadableInput(f"not plain YAML: {' '.join(str(error).split())[:200]}") from error
