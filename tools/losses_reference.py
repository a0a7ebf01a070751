"""The reference page of losses: what becomes of each part of the model in each format, from the writers' records."""

from __future__ import annotations

from collections.abc import Iterable

from converter.cli.losses import sentence
from converter.formats.losses import Loss, declared, every_part, fate_of, part
from converter.formats.own import WRITERS
from converter.model.head import HEAD_KINDS
from converter.model.inline import Inline

_CELLS = {"carried": "yes", "partly": "partly", "inside": "inside", "folded": "folded", "lost": "–"}
_HEAD = {"Article", *(kind.__name__ for kind in HEAD_KINDS.values())}
_INLINES = {kind.__name__ for kind in Inline.__args__}


def losses_page() -> str:
    """Return the page: for each region of an article a table, then what each of our writers declares, in words."""
    parts = [_OPENING]
    for title, names in _regions():
        parts.append(f"## {title}\n")
        heads = ("part", *(f"`{writer.name}`" for writer in WRITERS))
        rows = ((f"`{name}`", *(_CELLS[fate_of(name, declared(writer))] for writer in WRITERS)) for name in names)
        parts.append(_table(heads, rows))
    parts.append("## Format by format\n")
    for writer in WRITERS:
        losses = declared(writer)
        parts.append(f"### {writer.name}\n")
        parts.append(
            _table(("what", "how", "into, when", "notice"), map(_row, losses)) if losses else "All is carried.\n"
        )
    return "\n".join(parts)


_OPENING = """# Losses

What each of our writers does with each part of [the article](article.md).
The page comes from what the writers' records declare, and the tests hold each writer to it.
They take a part away, and look whether the output changes and whether the notice comes.
`convert formats --losses NAME` prints the same for one format, and for those that pandoc writes too.

| in the table | means |
|---|---|
| yes | carried: the output has it for what it is |
| partly | carried, but for some kinds or in some cases: see the format |
| folded | there, as something else: a program no longer knows it for what it is |
| inside | not shown; the canonical XML that the file carries has it, and gives it back |
| – | lost |

Whatever is folded or lost is a notice with the code that the format's own table names.
A part of something that is folded or lost is so too.

How a value came to be known (`inferred`, `given`, the `rule` of furniture) and where the article came from:
these are no parts. They are the canonical form's own record, and no output has to show them.
"""


def _regions() -> Iterable[tuple[str, list[str]]]:
    """Yield the head, the blocks and the inlines, each with its parts."""
    owners = {name: part(name).owner for name in every_part()}
    yield "The article and its head", [name for name, owner in owners.items() if owner in _HEAD]
    yield "Blocks", [name for name, owner in owners.items() if owner not in _HEAD | _INLINES]
    yield "In the text", [name for name, owner in owners.items() if owner in _INLINES]


def _row(loss: Loss) -> tuple[str, ...]:
    what = ", ".join(f"`{name}`" for name in loss.parts)
    words = sentence(loss).removeprefix(", ".join(loss.parts)).removeprefix(": ")
    return what, loss.how, words or "always", f"[`{loss.code}`](notices.md#{loss.code})" if loss.code else "–"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |"]
    lines.append("|" + "---|" * (lines[0].count(" | ") + 1))
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
