"""Regions of a page that are furniture by their element, their role or the names that their makers gave them."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_BY_TAG = {
    "nav": "navigation",
    "aside": "sidebar",
    "footer": "navigation",
    "form": "form",
    "menu": "navigation",
    "search": "form",
    "dialog": "form",
    **dict.fromkeys(("button", "input", "label", "select", "optgroup", "option", "textarea"), "form"),
    **dict.fromkeys(
        ("audio", "canvas", "embed", "iframe", "map", "math", "noscript", "object", "svg", "video"), "media"
    ),
}
_BY_ROLE = {
    **dict.fromkeys(("navigation", "banner", "contentinfo", "menu", "menubar", "toolbar", "tablist"), "navigation"),
    "complementary": "sidebar",
    **dict.fromkeys(("search", "dialog", "alertdialog", "form"), "form"),
}

# Kind → what makers of pages call such a part, in a class or an id.
_NAMES = {
    "comments": r"comments?|commentlist|disqus\w*|respond|reply",
    "related": r"related\w*|recommend\w*|recirc\w*|most-?(?:read|popular|viewed)|popular|trending|read-?(?:more|next)|"
    r"more-?(?:stories|news|from|on)|up-?next|see-?also|also-?read|jp-relatedposts|story-?links|nextprev|prevnext|"
    r"post-?nav\w*|outbrain|taboola",
    "share": r"reply|share|sharing|shares|social|sociable|addthis|sharedaddy|print|ratings?|votes?",
    "subscribe": r"newsletter|subscri\w*|sign-?up|email-signup|inline-?(?:newsletter|promo|related)|paywall|piano|"
    r"donat\w*|login|register",
    "advertisement": r"promo\w*|advert\w*|ads?|adsense|sponsor\w*",
    "consent": r"cookie\w*|consent|gdpr",
    "navigation": r"breadcrumbs?|pagination|pager|nav|navbar|navigation|footer|(?:post|entry|article)-?footer",
    "sidebar": r"menu|sidebar|side-bar|widget\w*|masthead|popup|modal|overlay|toolbar|skip|jump",
    "tags": r"tags?|taglist|tag-list|topics|hashtags?|keywords",
    "byline": r"author-?(?:bio|box|info|card)|bio|about-author|byline|author|authors",
    "date": r"dateline|timestamp|published|post-date|post-?meta|entry-?meta|meta|metadata",
    "media": r"credits?|copyright|caption|photos?|(?:image|img|photo|media|picture)-?caption|wp-caption-text|"
    r"thumb(?:nail)?s?|gallery|slideshow|carousel|poll|survey",
    "hidden": r"hidden|screen-reader-text|sr-only|visually-?hidden|visuallyhidden",
}
_EDGE = r"(?:^|[-_ ])"
_FURNITURE = re.compile(
    _EDGE + "(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in _NAMES.items()) + r")(?:$|[-_ ])", re.IGNORECASE
)
_STORY = re.compile(
    r"article-?_*(?:body|content|text)|story-?_?(?:body|content|text)|entry-?_?content|post-?_?(?:body|content|text)|"
    r"articlebody|storytext|news-?(?:body|text|content)|body-?content|content-?body|td-post-content|field-name-body|"
    r"main-?content",
    re.IGNORECASE,
)

_NOTES = ("doc-footnote", "doc-endnote", "doc-endnotes", "note")  # DPUB-ARIA 1.1 §3
_NOTE = re.compile(_EDGE + r"(?:foot|end)?-?notes?(?:$|[-_ :\d])", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Classes that say how a part is shown on paper or on a small screen, and not what it is.
_UTILITY = re.compile(
    r"(?<![\w-])(?:[\w-]*label-+hidden|(?:[a-z]{1,3}[-:])?(?:no|hidden?|visible|show)-?(?:print|xs|sm|md|lg|xl|phone|tablet|desktop|mobile|"
    r"for-\w+)[\w-]*|(?:[a-z]{1,3}-)?print[-_:](?:none|hide|hidden|block|\w+)|(?:xs|sm|md|lg|xl|mobile|desktop|print):\w+)"
    r"(?![\w-])",
    re.IGNORECASE,
)

_ON_PAPER = re.compile(
    r"(?<![\w-])(?:visible-print|print-only|only-print|show-for-print|d-none(?=.*d-print-))", re.IGNORECASE
)
"""Classes of what is shown on paper alone."""

STUBBORN = frozenset(("comments", "related", "consent", "navigation"))
"""Kinds that hold the story only when nearly nothing else of the page could be it."""


_EMBEDDED = re.compile(
    _EDGE + r"(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed)(?:$|[-_ ])"
)


def is_embedded(element: _Element) -> bool:
    """Return whether the element is somebody's post, shown in the story: words that the story quotes."""
    return element.tag == "blockquote" and _EMBEDDED.search(names_of(element)) is not None


def names_of(element: _Element) -> str:
    """Return the element's classes and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def kind_of(element: _Element, *, in_article: bool) -> str | None:
    """Return the kind of furniture that the element says it is, or None."""
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None:
        return "hidden"
    # A heading's id is a mark that links lead to, made of its own words.
    names = (element.get("class") or "") if element.tag in _HEADINGS else names_of(element)
    if names and element.tag not in ("body", "html", "article", "main") and not _STORY.search(names):
        found = _FURNITURE.search(names)
        if found and found.lastgroup in ("share", "hidden"):
            if _ON_PAPER.search(names):
                return "hidden"
            found = _FURNITURE.search(_UTILITY.sub(" ", names))
        if found:
            return found.lastgroup
    role = (element.get("role") or "").lower()
    if role in _NOTES or (element.tag == "aside" and _NOTE.search(names)):
        return None  # A note is the story's, wherever it stands.
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if element.tag == "header" and not in_article:
        return "navigation"
    return _BY_TAG.get(element.tag)


def weight_of(element: _Element) -> float:
    """Return how much more likely the element holds the story than one that says nothing of it."""
    weight = 1.0
    if element.tag == "article":
        weight *= 1.1
    if "articlebody" in (element.get("itemprop") or "").lower():
        weight *= 1.5
    if _STORY.search(names_of(element)):
        weight *= 1.2
    return weight


_HEADLINE = re.compile(
    r"(?:^|[-_ ])(?:headline|(?:article|story|entry|post|page|news|content)[-_]*_*title)s?(?:$|[-_ ])", re.I
)


def says_headline(element: _Element) -> bool:
    """Return whether the element says that it is the story's headline."""
    return "headline" in (element.get("itemprop") or "").lower() or _HEADLINE.search(names_of(element)) is not None
