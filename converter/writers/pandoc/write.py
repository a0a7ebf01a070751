"""An article as a file of pandoc's family: article → tree → pandoc → bytes."""

from __future__ import annotations

from converter.errors import CannotWrite, LimitExceeded, UnreadableInput
from converter.label import titled
from converter.pandoc import process
from converter.pandoc.family import DAYS_ONLY
from converter.pandoc.into_article import words_in
from converter.pandoc.into_tree import tree_of
from converter.pandoc.tree import dumps, node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Article
    from converter.formats import Context
    from converter.pandoc.family import Writing
    from converter.pandoc.tree import Node
    from converter.values import Value

_TITLED = ("epub3",)
"""The formats that are not valid without a title."""


def write_as(writing: Writing, article: Article, options: Value, context: Context) -> bytes:
    """Return the file; the same bytes for the same article, as pandoc's sandbox has no clock.

    Raises CannotWrite with pandoc's words where it fails, LimitExceeded over `seconds`, `memory_bytes` or
    `output_bytes`, UsageError where pandoc is not installed.
    """
    meta, blocks = tree_of(article, writing, context)
    arguments = ["-f", "json", "-t", writing.spec or writing.name, "--standalone", "--wrap=none", "-o", "-"]
    if writing.name in _TITLED and "title" not in meta:
        meta["title"] = node("MetaString", titled(article, context, writing.name))
        arguments.append("--epub-title-page=false")  # The label is never printed.
    if writing.name in DAYS_ONLY and "date" in meta:
        _shorten_date(meta, writing, context)
    content = dumps(meta, blocks)
    try:
        answer = process.run(arguments, content, context.limits, f"write {writing.name}")
    except LimitExceeded:
        raise
    except UnreadableInput as error:
        raise CannotWrite(error.what, hint=error.hint) from error
    for message in dict.fromkeys(answer.messages):
        context.notice("pandoc-said", words=message)
    if not answer.output.startswith(b"PK"):
        return answer.output
    from converter.writers.pandoc.packages import stamped

    return stamped(answer.output, context.record.version_created, context.limits)


def _shorten_date(meta: dict[str, Node], writing: Writing, context: Context) -> None:
    """Leave of the date what pandoc takes: a year, a month or a day."""
    value = words_in(meta["date"])
    day = value.partition("T")[0]
    if value.startswith("--"):
        del meta["date"]
        context.notice("value-not-carried", "head/date.published", field="Date.value", value=value, writer=writing.name)
    elif day != value:
        meta["date"] = node("MetaString", day)
        context.notice("date-shortened", "head/date.published", value=value, written=day)
