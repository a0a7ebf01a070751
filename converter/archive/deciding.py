"""Deciding what a submission is to a story that the archive has, or has not: the rules of identity, in one place.

- *archived*: nothing is under its id;
- *unchanged*: the head's bytes with the same values, or the head's content;
- *duplicate*: the head's bytes under another name, without an identity of their own;
- *stale*: older than the head by a stated time or number, or what an earlier version was made of, or says;
- *corrected*: anything else.
"""

from __future__ import annotations

from converter.archive import access
from converter.archive.submission import submission_from
from converter.core.errors import ArchiveError
from converter.core.spelling import meta
from converter.core.values import Value
from converter.formats.item_times import is_time
from converter.model.block import MediaReference
from converter.model.canonical import content_digest
from converter.model.traversal import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.archive.story import Story
    from converter.archive.submission import Submission
    from converter.model.article import Article

    Word: TypeAlias = Literal["archived", "corrected", "renormalised", "unchanged", "duplicate", "stale"]


CONTENT = "content"
"""The fact that holds the content digest of what was ingested."""


class Decision(Value):
    """What is to become of a submission."""

    word: Word
    version: int
    """The number of the story's version that the outputs carry."""
    why: str = ""
    """In words, where the caller must be told."""


def decide(
    article: Article,
    submission: Submission,
    head: Story | None,
    *,
    is_made: bool,
    now: str,
    accept_older: bool = False,
    renormalise: bool = False,
) -> Decision:
    """Return the decision on an article that was read from the submission.

    `is_made`: its guid was made from its bytes. Raises ArchiveError where a
    correction would publish what the archive holds back.
    """
    if head is None:
        return Decision("archived", article.version)
    ingested = [submission_from(event) for event in head.ingestions]
    if any(each.is_purged and each.sha256 == submission.sha256 for each in ingested):
        raise ArchiveError("these bytes were purged from the archive", where=head.id)
    content = content_digest(article)
    same_content = content == content_digest(head.article)
    if ingested and submission.is_same(ingested[-1]) and not _has_other_media(article, head.article):
        if renormalise and not same_content:
            _require_unrestricted(article, submission, head, now)
            return Decision("renormalised", head.article.version)
        names = [each.name for each in ingested if each.is_same(submission)]
        if is_made and submission.name not in names:
            return Decision("duplicate", head.article.version, names[0])
        return Decision("unchanged", head.article.version)
    if same_content:
        return Decision("unchanged", head.article.version)
    is_stated = _states_version(article, submission)
    if not accept_older:
        why = _staleness(article, submission, content, head, ingested, is_stated=is_stated)
        if why:
            return Decision("stale", head.article.version, why)
    _require_unrestricted(article, submission, head, now)
    if is_stated and (accept_older or article.version > head.article.version):
        return Decision("corrected", article.version)
    return Decision("corrected", head.article.version + 1)


def _states_version(article: Article, submission: Submission) -> bool:
    """Return whether somebody says the article's number: its source or its caller.

    A number above 1 is always said. Of 1, a text, a page or a feed without
    numbers says nothing; a document of ours, which brings its provenance, and
    a history with an entry for it do.
    """
    return (
        article.version > 1
        or submission.value("version") is not None
        or article.provenance.sha256 is not None
        or any(revision.version == article.version for revision in article.head.revisions)
    )


def _staleness(
    article: Article,
    submission: Submission,
    content: str,
    head: Story,
    ingested: list[Submission],
    *,
    is_stated: bool,
) -> str:
    """Return why the submission is older than the head, or nothing. Of times and numbers, times have the last word."""
    for number, (event, earlier) in enumerate(zip(head.ingestions[:-1], ingested[:-1], strict=True), 1):
        is_same = submission.is_same(earlier) and not submission.is_same(ingested[-1])
        if is_same or event.fact(CONTENT) == content:
            return f"is what came in as number {number} of {len(ingested)}, and was corrected since"
    own = stated_time(article, submission)
    present = stated_time(head.article, ingested[-1] if ingested else None)
    if own is not None and present is not None:
        return f"is of {own}, the archive's of {present}" if access.is_before(own, present) else ""
    if is_stated and article.version < head.article.version:
        return f"is version {article.version}, the archive has {head.article.version}"
    return ""


def stated_time(article: Article, submission: Submission | None) -> str | None:
    """Return when the article's version was made, as its source or its caller says; None where neither does."""
    for revision in reversed(article.head.revisions):
        if revision.version == article.version and revision.time is not None and is_time(revision.time):
            return revision.time
    return submission.value("version_created") if submission else None


def _require_unrestricted(article: Article, submission: Submission, head: Story, now: str) -> None:
    """Raise ArchiveError where a new version would let out, unasked, a story that is withdrawn or under embargo."""
    for each in access.of_article(head.article, now):
        if each.kind == "withdrawn" and access.status_of(article) == "usable" and submission.value("status") is None:
            raise ArchiveError(
                f"{each.words}, and the new version does not say its status",
                hint=meta("status", head.article.status)
                + " keeps it so, "
                + meta("status", "usable")
                + " brings the story back",
            )
        if each.kind == "embargoed" and article.head.date("embargoed") is None:
            keep = meta("date.embargoed", each.what if each.what != "further notice" else "")
            raise ArchiveError(
                f"{each.words}, and the new version does not say so",
                hint=keep + " keeps it, an earlier date ends it",
            )


def _has_other_media(one: Article, other: Article) -> bool:
    """Return whether a picture of the one has other bytes in the other."""
    known = {each.src: each.sha256 for each in walk(other) if isinstance(each, MediaReference)}
    return any(
        known.get(each.src, each.sha256) != each.sha256 for each in walk(one) if isinstance(each, MediaReference)
    )
