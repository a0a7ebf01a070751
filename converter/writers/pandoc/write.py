"""An article as a file of pandoc's family: article → tree → pandoc → bytes."""

from __future__ import annotations

from converter.core.errors import CannotWrite, LimitExceeded, UnreadableInput
from converter.pandoc import process
from converter.pandoc.escaping import without_settings
from converter.pandoc.family import DAYS_ONLY
from converter.pandoc.into_article import words_in
from converter.pandoc.into_tree import Composer, tree_of
from converter.pandoc.reference import reference_of
from converter.pandoc.tree import dumps, node
from converter.render.display_title import titled
from converter.writers.pandoc.pages import policy, slide_show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.values import Value
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.pandoc.family import Writing
    from converter.pandoc.tree import Node, Nodes

_BOOKS = ("epub3", "epub2")
"""The formats that are not valid without a title in their data."""


def write_as(writing: Writing, article: Article, options: Value, context: Context) -> bytes:
    """Return the file; the same bytes for the same article, as pandoc's sandbox has no clock.

    Raises CannotWrite with pandoc's words where it fails, LimitExceeded over `seconds`, `memory_bytes` or
    `output_bytes`, UsageError where pandoc is not installed.
    """
    if writing.carries == "reference":
        blocks: Nodes = []
        if article.body:
            context.notice("body-not-carried", "block 1", writer=writing.name)
        meta = reference_of(article, Composer(article, writing, context), context, writing.name)
    else:
        meta, blocks = tree_of(article, writing, context)
    arguments = ["-f", "json", "-t", writing.spec or writing.name, "--wrap=none", "-o", "-", *writing.arguments]
    if writing.page != "own":
        arguments.append("--standalone")
    if writing.slides:
        arguments.append("--slide-level=1")
    if writing.page == "pandoc":
        arguments += ["--variable", f"header-includes={policy()}"]
        if "title" not in meta:
            meta["pagetitle"] = node("MetaString", titled(article, context, writing.name))
    if writing.name in _BOOKS and "title" not in meta:
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
    if writing.page == "own":
        return slide_show(answer.output, writing.name, article, context)
    if writing.name == "vimdoc":
        return without_settings(answer.output)
    if not answer.output.startswith(b"PK"):
        return answer.output
    from converter.writers.pandoc.packages import stamped

    return stamped(answer.output, context.record.version_created, context.limits)


def _shorten_date(meta: dict[str, Node], writing: Writing, context: Context) -> None:
    """Leave of the date what pandoc takes: a year, a month or a day."""
    value = words_in(meta["date"])
    day = value.partition("T")[0]
    where = "head/date.modified" if "modified" in writing.states else "head/date.published"
    if value.startswith("--"):
        del meta["date"]
        context.notice("value-not-carried", where, field="Date.value", value=value, writer=writing.name)
    elif day != value:
        meta["date"] = node("MetaString", day)
        context.notice("date-shortened", where, value=value, written=day)
