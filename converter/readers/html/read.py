"""A page in order: bytes → text → tree → blocks → story and furniture → article."""

from __future__ import annotations

import base64
from urllib.parse import urljoin, urlsplit

from converter import model
from converter.core.errors import no_text
from converter.model.article import Article, Provenance
from converter.readers.html.build import Builder
from converter.readers.html.data import Data
from converter.readers.html.decode import decode_page
from converter.readers.html.head import head_of
from converter.readers.html.page import blocks_of, parse, words
from converter.readers.html.story import find_story
from converter.render.embedded import says_the_same, take_out
from converter.text.annotate import told
from converter.text.characters import notice_characters
from converter.text.furniture import load_rules
from converter.text.language import detect_language
from converter.text.usage_restrictions import LINES_OF_HOLDS, find_hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.readers.html.options import HtmlOptions
    from converter.readers.html.page import Run

_ABOVE_STORY = 12
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid", "smid")


def read(source: bytes, options: HtmlOptions, context: Context) -> Article:
    """Return the article that stands on the page; what is not the story is kept as furniture, in its place.

    Raises UnreadableInput for what is no page or holds no text, LimitExceeded over `xml_depth`, `xml_elements` or
    `blocks`, UsageError for an unknown charset or a broken rule file.
    """
    text, charset = decode_page(source, options, context)
    root = parse(text, context.limits)
    body = blocks_of(root)
    runs = list(body.runs())
    carried = _carried(root, context)
    if carried is not None and carried[1]:
        return carried[0]
    if not any(run.text for run in runs):
        raise no_text()
    context.limits.require("blocks", len(runs), "the number of paragraphs")
    notice_characters(text, context)
    is_document = False
    if options.story == "all":
        for run in runs:
            run.role, run.rule = "story", ""
    else:
        own = options.furniture
        is_document = find_story(body, load_rules(own.content, own.name) if own else load_rules())
    _mark_holds(runs)
    data = Data(root, context)
    resolve = _resolver(root, data, options)
    builder = Builder(context, resolve)
    lang = context.source.lang or _language(root, data)
    head = head_of(data, runs, _title(root), _page(data, options), lang, builder.words)
    _show_lead_pictures(runs)
    if is_document:
        _take_what_stands_above(runs)
    if not any(run.role == "story" and run.text for run in runs):
        context.notice("story-not-found", where="body")
    if lang is None:
        lang = detect_language(" ".join(run.text for run in runs if run.role == "story") or text[:6000], context)
    return told(
        Article(
            body=builder.body(body),
            head=head,
            guid=carried[0].guid if carried else _address(data, resolve),
            lang=lang,
            provenance=Provenance(charset=charset),
        )
    )


def decode(source: bytes, options: HtmlOptions, context: Context) -> str:
    """Return the words of the page that a reader of it may see, for the check that none is lost."""
    text, _ = decode_page(source, options, context)
    root = parse(text, None)
    carried = _carried(root, context)
    if carried is not None and carried[1]:
        return ""  # The article is the one inside, whole; around it stands our imprint.
    body = root.find("body")
    return "".join(words([body if body is not None else root]))


def _carried(root: _Element, context: Context) -> tuple[Article, bool] | None:
    """Return the article that a page of ours carries, and whether the page still says the same; None without one."""
    block = root.find(".//script[@id='canonical-article']")
    if block is None or not block.text:
        return None
    try:
        content = base64.b64decode(block.text, validate=True)
    except ValueError:
        context.notice("carried-damaged", reason="it is no base64")
        return None
    article = take_out(content, block.get("data-sha256"), context)
    if article is None:
        return None
    return article, says_the_same(article, "\n".join(run.text for run in blocks_of(root).runs()), context)


def _mark_holds(runs: list[Run]) -> None:
    """Mark the lines above the story and its first ones that say of its use: the day of an embargo is no date of it."""
    first = next((at for at, run in enumerate(runs) if run.role == "story" and run.text), len(runs))
    for run in runs[max(0, first - _ABOVE_STORY) : first + LINES_OF_HOLDS]:
        if (hold := find_hold(run.text)) is not None:
            run.role, run.rule = hold.kind, hold.rule


def _show_lead_pictures(runs: list[Run]) -> None:
    """Take the figures between the headline and the first paragraph into the story."""
    headline = next((at for at, run in enumerate(runs) if run.is_taken), None)
    first = next((at for at, run in enumerate(runs) if run.role == "story" and not run.inside.in_figure), 0)
    if headline is not None:
        for run in runs[headline:first]:
            if run.inside.in_figure and run.role == "furniture":
                run.role, run.rule = "story", ""


def _take_what_stands_above(runs: list[Run]) -> None:
    """Take into the story what stands above its first paragraph and is not in the head: a document has nothing else."""
    for run in runs:
        if run.rule == "html-before-story" and not run.is_taken:
            run.role, run.rule = "story", ""


def _title(root: _Element) -> str | None:
    title = root.find("head/title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    return text if text and model.is_xml_text(text) else None


def _page(data: Data, options: HtmlOptions) -> str:
    """Return the page's own address, as the caller or the page says it; empty where neither does."""
    return options.base or next(iter(data.links.get("canonical", ())), "") or data.first("og:url") or ""


def _resolver(root: _Element, data: Data, options: HtmlOptions) -> Callable[[str], str | None]:
    """Return the function that makes an address absolute, against what the page declares (WHATWG HTML §2.4.3)."""
    stated = root.find(".//base[@href]")
    page = _page(data, options)
    try:
        base = urljoin(page, stated.get("href", "")) if stated is not None else page
    except ValueError:
        base = page
    base = base if model.is_xml_text(base) else ""

    def resolve(href: str) -> str | None:
        href = "".join(href.split("\n")).strip()
        if not href or not model.is_xml_text(href):
            return None
        try:
            return urljoin(base, href) if base else href
        except ValueError:
            return href

    return resolve


def _address(data: Data, resolve: Callable[[str], str | None]) -> str | None:
    """Return the story's own address as its guid: lower-case scheme and host, no fragment, nothing that tracks."""
    for stated in (*data.links.get("canonical", ()), data.first("og:url"), data.text("url")):
        address = resolve(stated) if stated else None
        if address:
            try:
                parts = urlsplit(address)
            except ValueError:
                continue
            if parts.scheme.lower() in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
                query = "&".join(
                    each for each in parts.query.split("&") if each and not each.lower().startswith(_TRACKING)
                )
                made = f"{parts.scheme.lower()}://{parts.netloc.lower()}{parts.path}{'?' if query else ''}{query}"
                if model.matches("absolute IRI", made):
                    return made
    return None


def _language(root: _Element, data: Data) -> str | None:
    html = root if root.tag == "html" else None
    stated = [html.get("lang") if html is not None else None, data.text("inLanguage")]
    stated += [data.first("content-language", "language", "dc.language"), data.first("og:locale")]
    for each in stated:
        tag = (each or "").strip().replace("_", "-")
        primary, _, rest = tag.partition("-")
        encoding = len(rest) == 1  # "utf-8": no tag ends in a single letter or figure
        if tag and model.matches("language tag", tag) and len(primary) in (2, 3) and not encoding:
            return tag
    return None
