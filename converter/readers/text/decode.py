"""From a text file's bytes to its text."""

from __future__ import annotations

from converter.text import decode as decoding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.text.options import TextOptions


def decode(source: bytes, options: TextOptions, context: Context) -> str:
    """Return the text of `source` without its byte-order mark; a guessed charset is a notice.

    Raises UnreadableInput when no charset is sure, UsageError for an unknown one in the options.
    """
    return decode_named(source, options, context)[0]


def decode_named(source: bytes, options: TextOptions, context: Context) -> tuple[str, str]:
    """Return the text of `source` and the name of the charset that it was read in; otherwise as `decode`."""
    return decoding.decode(
        source, context, told=options.charset, declared=context.source.charset, option="text.charset"
    )
