"""What has no place in an exchange format, said in one way."""

from __future__ import annotations

from converter.render.html_write import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context


def not_carried(context: Context, where: str, field: str, value: str, writer: str) -> None:
    """Say that a value is not in the output of `writer`; `field` is the part of the model, as its losses declare it."""
    context.notice("value-not-carried", where, field=field, value=value, writer=writer)


def language(tag: str | None, where: str, context: Context, writer: str, field: str) -> str | None:
    """Return the language tag as it may be written; one that is not well-formed is not carried."""
    written = language_tag(tag)
    if tag is not None and written is None:
        not_carried(context, where, field, tag, writer)
    return written
