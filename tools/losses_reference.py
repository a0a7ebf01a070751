"""The reference page of losses: what becomes of each part of the model in each format, from the writers' records."""

from __future__ import annotations

from collections.abc import Iterable

from converter.article import HEAD_KINDS, Inline
from converter.cli.losses import sentence
from converter.formats import WRITERS, WriterRecord, all_writers
from converter.losses import Loss, declared, every_part, fate_of, part

_CELLS = {"carried": "yes", "partly": "partly", "inside": "inside", "folded": "folded", "lost": "–"}
_HEAD = {"Article", *(kind.__name__ for kind in HEAD_KINDS.values())}
_INLINES = {kind.__name__ for kind in Inline.__args__}


def losses_page() -> str:
    """Return the page: one table for each region of an article, then each writer's declarations in words."""
    groups = _together()
    parts = [_OPENING]
    for title, names in _regions():
        parts.append(f"## {title}\n")
        heads = ("part", *(f"`{writers[0].name}`" for _, writers in groups))
        rows = ((f"`{name}`", *(_CELLS[fate_of(name, losses)] for losses, _ in groups)) for name in names)
        parts.append(_table(heads, rows))
    parts.append("## Format by format\n")
    for losses, writers in groups:
        parts.append(f"### {', '.join(writer.name for writer in writers)}\n")
        parts.append(
            _table(("what", "how", "into, when", "notice"), map(_row, losses)) if losses else "All is carried.\n"
        )
    return "\n".join(parts)


_OPENING = """# Losses

What each writer does with each part of [the article](article.md).
The table comes from what the writers' records declare, and the tests hold each writer to it.
They take a part away, and look whether the output changes and whether the notice comes.
`convert formats --losses` prints the same.

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


def _together() -> list[tuple[tuple[Loss, ...], list[WriterRecord]]]:
    """Return the writers, those that declare the same together: ours each alone."""
    groups: list[tuple[tuple[Loss, ...], list[WriterRecord]]] = [(declared(writer), [writer]) for writer in WRITERS]
    ours = {writer.name for writer in WRITERS}
    others: dict[tuple[Loss, ...], list[WriterRecord]] = {}
    for writer in all_writers():
        if writer.name not in ours and writer.function.startswith("converter."):
            others.setdefault(declared(writer), []).append(writer)
    return groups + list(others.items())


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
