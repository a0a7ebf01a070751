"""What `convert formats --losses` prints: what each writer does not carry, as its record declares it."""

from __future__ import annotations

from converter.cli import tables, terminal
from converter.formats.losses import declared, every_part, fate_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converter.formats.losses import Loss
    from converter.formats.records import WriterRecord

_HOWS = ("lost", "folded", "inside")
_INDENT = 10
_ENDING = (
    "What is not named is carried. `inside` is in the canonical XML that the file carries, and is not shown.",
    "`convert explain CODE` says what a notice means; docs/reference/article.md what the names are.",
)


def show(writers: Sequence[WriterRecord]) -> None:
    """Print the losses of each writer, for the width of this terminal; writers that declare the same stand together."""
    together: dict[tuple[Loss, ...], list[WriterRecord]] = {}
    for writer in writers:
        together.setdefault(declared(writer), []).append(writer)
    for losses, same in together.items():
        terminal.result("\n".join(_wrapped(", ".join(writer.name for writer in same), 0)))
        for line in _lines(losses):
            terminal.result(line)
        terminal.result("")
    for words in _ENDING:
        terminal.result("\n".join(_wrapped(words, 0)))


def as_json(writers: Iterable[WriterRecord]) -> list[dict[str, object]]:
    """Return for each writer what becomes of every part, and its declarations."""
    return [
        {
            "name": writer.name,
            "parts": {name: fate_of(name, losses) for name in every_part()},
            "losses": [
                {"parts": one.parts, "how": one.how, "into": one.into, "when": one.when, "notice": one.code}
                for one in losses
            ],
        }
        for writer in writers
        for losses in [declared(writer)]
    ]


def sentence(loss: Loss) -> str:
    """Return the declaration in words: `Heading.level: into level 5, when it is 6`."""
    said = [f"into {loss.into}"] * bool(loss.into) + [f"when {loss.when}"] * bool(loss.when)
    return ", ".join(loss.parts) + (f": {', '.join(said)}" if said else "")


def _lines(losses: tuple[Loss, ...]) -> Iterable[str]:
    if not losses:
        yield "  nothing is lost"
    for how in _HOWS:
        label = how
        plain = [name for loss in losses if loss.how == how and not (loss.into or loss.when) for name in loss.parts]
        others = [loss for loss in losses if loss.how == how and (loss.into or loss.when)]
        said = [", ".join(plain)] * bool(plain) + [
            sentence(loss) for loss in sorted(others, key=lambda one: bool(one.when))
        ]
        for words in said:
            for line in _wrapped(words, _INDENT):
                yield f"  {label:<{_INDENT - 2}}{line[_INDENT:]}"
                label = ""


def _wrapped(words: str, indent: int) -> list[str]:
    import textwrap

    spaces = " " * indent
    return textwrap.wrap(
        words,
        tables.width(),
        initial_indent=spaces,
        subsequent_indent=spaces,
        break_long_words=False,
        break_on_hyphens=False,
    )
