"""What has no place in NewsML-G2, said in one way."""

from __future__ import annotations

from converter.xhtml import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats import Context


def not_carried(context: Context, where: str, field: str, value: str) -> None:
    """Say that a value of a head field is not in the item."""
    context.notice("value-not-carried", where, field=field, value=value, writer="newsml")


def language(tag: str | None, where: str, context: Context) -> str | None:
    """Return the language tag as it may be written; one that is not well-formed is not carried."""
    written = language_tag(tag)
    if tag is not None and written is None:
        not_carried(context, where, "lang", tag)
    return written
