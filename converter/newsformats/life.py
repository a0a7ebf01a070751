"""The life of a story: corrections, updates, withdrawals, as the article's revisions and status tell it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article
    from converter.model.head import Revision

UNSAID = {
    "correction": "Correction of an earlier version; what was corrected is not recorded.",
    "withdrawal": "Withdrawn. Remove from all systems and do not publish.",
}
"""What stands for a change that nobody explained."""


def is_withdrawn(article: Article) -> bool:
    """Return whether the story was killed: by its status, or by the kind of its present revision."""
    revision = present_revision(article)
    return article.status == "canceled" or (revision is not None and revision.kind == "withdrawal")


def present_revision(article: Article) -> Revision | None:
    """Return the entry of the article's own version in its history; the last one, where there are several."""
    return next((r for r in reversed(article.head.revisions) if r.version == article.version), None)
