"""The record's times: when this record of the story was made, which is no part of the story (NewsML-G2 `itemMeta`)."""

from __future__ import annotations

from converter.core.errors import UsageError
from converter.core.version import NAME, VERSION
from converter.formats.records import Record
from converter.model.checks import matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from converter.model.article import Article

TIMES = ("version_created", "first_created")
"""The keys of `--meta` that are times of the record."""

_FIRST, _AFTER_LAST = -30_610_224_000, 253_402_300_800  # The years 1000 to 9999.


def settle(
    article: Article, given: Mapping[str, str], archived: Record | None, *, epoch: str | None, modified: str | None
) -> Record:
    """Return the record of the article's version, so that one plan gives one file.

    The first that is there: the article's own revision, what the caller gave,
    the archive's record, `SOURCE_DATE_EPOCH`, the file's modification time. A
    revision that says only its day is no time of a record and is passed over.
    """
    archived = archived or Record()
    revisions = {
        revision.version: revision.time
        for revision in article.head.revisions
        if revision.time is not None and is_time(revision.time)
    }
    stated = revisions.get(article.version) or given.get("version_created") or archived.version_created or epoch
    created = stated or modified
    first = given.get("first_created") or revisions.get(1) or archived.first_created
    if first is None and article.version == 1:
        first = created
    return archived.replace(
        version_created=created,
        first_created=first,
        from_file_time=stated is None and modified is not None,
        generator=archived.generator or NAME,
        generator_version=archived.generator_version or VERSION,
    )


def require_time(text: str) -> None:
    """Raise ValueError unless the text is a full date-time with its zone."""
    if not is_time(text):
        raise ValueError(f"{text!r} is no full time with a zone, such as 2024-05-23T18:05:00Z")


def is_time(text: str) -> bool:
    """Return whether the text is a full date-time with its zone."""
    return matches("date", text) and "T" in text and (text.endswith("Z") or text[-6] in "+-")


def utc(seconds: float) -> str | None:
    """Return a time in seconds since 1970 as a date-time with its zone, `2024-05-23T18:05:00Z`, whole seconds.

    None for a time that a four-figure year cannot hold, as a damaged file system or a hostile package may say.
    """
    import time

    if not _FIRST <= seconds < _AFTER_LAST:
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(seconds // 1)))


def epoch_from(environ: Mapping[str, str]) -> str | None:
    """Return `SOURCE_DATE_EPOCH` as a date-time, or None. Raises UsageError for a value that is no whole number."""
    value = environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    made = utc(int(value)) if value.isascii() and value.isdigit() and len(value) <= 12 else None
    if made is None:
        raise UsageError(f"{value!r} is no whole number of seconds since 1970", where="SOURCE_DATE_EPOCH")
    return made
