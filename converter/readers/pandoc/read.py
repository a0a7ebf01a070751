"""A source of pandoc's family in order: made safe → tree → head and body → article."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from converter import model
from converter.core.errors import no_text
from converter.io.visible import shortened, visible
from converter.model.article import Article, Provenance
from converter.model.inline import inlines
from converter.model.words import has_words, plain_text
from converter.pandoc import process, tree
from converter.pandoc.family import find_reading
from converter.pandoc.into_article import Builder, is_layout, targets, words_in
from converter.pandoc.meta import is_ours, stated
from converter.readers.pandoc.jats import without_colon
from converter.readers.pandoc.source import prepare
from converter.render import masthead
from converter.render.whitespace import unwrapped
from converter.text.annotate import told
from converter.text.bylines.byline import find_byline_rule
from converter.text.characters import notice_characters
from converter.text.language import detect_language
from converter.text.usage_restrictions import mark_holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.core.limits import Limits
    from converter.core.values import Value
    from converter.formats.records import Context
    from converter.model.block import Block
    from converter.model.head import Head
    from converter.pandoc.family import Reading
    from converter.pandoc.meta import Stated
    from converter.pandoc.tree import Node, Nodes
    from converter.readers.pandoc.leftover import Leftover

_MOST_MESSAGES = 20
_MOST_TEXTS, _MOST_LISTED = 20_000, 3
_RULE = "pandoc-heading"


def read_as(reading: Reading, source: bytes, options: Value, context: Context) -> Article:
    """Return the article. Raises UnreadableInput with pandoc's own words, LimitExceeded, UsageError without pandoc."""
    prepared = prepare(reading, source, options, context)
    meta, nodes, messages = _tree(reading, prepared.content, context.limits)
    _notice_messages(messages, context)
    meta = (without_colon(meta) if reading.name == "jats" else meta) | (prepared.beside or {})
    made = article_of(meta, nodes, context, prepared.find, auto_ids=reading.auto_ids, left=prepared.left)
    _notice_left_out(prepared.texts, made, context)
    return made.replace(provenance=Provenance(charset=prepared.charset))


def article_of(
    meta: dict[str, Node],
    nodes: Nodes,
    context: Context,
    held: Callable[[str], bytes | None] = lambda _: None,
    *,
    auto_ids: bool = False,
    left: Leftover | None = None,
) -> Article:
    """Return the article of a tree; with `auto_ids` only the ids are kept that a link leads to.

    `held` gives the pictures that the source itself holds, by their addresses.
    """
    ours = is_ours(meta)
    wanted = targets(nodes) if auto_ids and not ours else None
    builder = Builder(
        context,
        lambda src: held(src) or context.media.find(src),
        keep=lambda identifier: wanted is None or identifier in wanted,
        ours=ours,
        descriptions=dict(left.descriptions) if left else None,
    )
    said = stated(meta, builder)
    body = list(builder.blocks(nodes))
    notice_characters(words_in(list(meta.values())) + words_in(nodes), context)
    head = said.head
    lang = context.source.lang or said.lang or (left.lang if left else None)
    if ours:
        body, head = _without_repeats(body, said)
    else:
        lang = lang or detect_language(_sample(body), context)
        marked = mark_holds(tuple(body))
        holds = [block for block in marked if isinstance(block, model.Furniture)]
        body, head = _with_head([block for block in marked if block not in holds], head, left)
        body = [*holds, *body]
    _notice_kept(builder, said, context)
    article = Article(
        body=(*body, *builder.notes),
        head=head,
        guid=said.guid,
        version=said.version,
        status=left.status if left else said.status,
        lang=lang,
        dir=said.dir,
    )
    return article if ours else told(article)


def decode_as(reading: Reading, source: bytes, options: Value, context: Context) -> str:
    """Return the words of the tree, for the check that none is lost on the way from it."""
    prepared = prepare(reading, source, options, context)
    meta, nodes, _ = _tree(reading, prepared.content, context.limits)
    if is_ours(meta):
        return ""  # It repeats the head's words above the story, and a warning.
    # A dash before the name of who said a quotation is the writer's to set.
    return re.sub("[—–―-]", "", words_in(_shown(nodes)))


@lru_cache(maxsize=1)  # The check that nothing is lost asks for the same one again.
def _answer(name: str, content: bytes, limits: Limits) -> process.Answer:
    reading = find_reading(name)
    return process.run(
        ["-f", reading.spec or reading.name, "-t", "json", "--standalone"], content, limits, f"read it as {name}"
    )


def _tree(reading: Reading, content: bytes, limits: Limits) -> tuple[dict[str, Node], Nodes, tuple[str, ...]]:
    answer = _answer(reading.name, content, limits)
    try:
        meta, nodes = tree.loads(answer.output)
    except RecursionError as error:
        raise limits.exceeded("nesting", "is nested too deeply to be read") from error
    if not meta and not nodes:
        raise no_text()
    return meta, nodes, answer.messages


def _shown(nodes: Nodes) -> Nodes:
    """Return the nodes without raw HTML and layout, which are no words, and pictures, whose descriptions are values."""

    def without(here: object) -> object:
        if isinstance(here, list):
            return [without(each) for each in here if not _is_hidden(each)]
        if isinstance(here, dict):
            return {key: without(value) for key, value in here.items()}
        return here

    made = without(nodes)
    assert isinstance(made, list)
    return made


def _is_hidden(node: object) -> bool:
    if not isinstance(node, dict):
        return False
    kind = node.get("t")
    if kind not in ("RawInline", "RawBlock"):
        return kind == "Image"
    return bool(node["c"][0].startswith("html")) or is_layout(*node["c"])


def _sample(body: list[Block]) -> str:
    return " ".join(plain_text(block) for block in body[:200])


# ── Head and body ───────────────────────────────────────────────────────────


def _with_head(body: list[Block], head: Head, left: Leftover | None) -> tuple[list[Block], Head]:
    """Return the body without the lines that are of the head, and the head with them."""
    if left is not None:
        body, head = _styled(body, head, left)
    main = head.headline()
    first = next((block for block in body if has_words(block)), None)
    if main is None:
        # Many write their headline as the first heading, and the only one of the highest level.
        top = [block for block in body if isinstance(block, model.Heading) and block.level == 1]
        if isinstance(first, model.Heading) and top == [first]:
            body = [block for block in body if block is not first]
            head = head.replace(headlines=(model.Headline(first.content, inferred=_RULE), *head.headlines))
    elif isinstance(first, model.Heading) and _words(first) == _words(main):
        body = [block for block in body if block is not first]
    return _with_byline(_raised(body), head)


def _raised(body: list[Block]) -> list[Block]:
    """Return the body with its highest headings at level 1: the levels above are the document's own."""
    highest = min((block.level for block in body if isinstance(block, model.Heading)), default=1)
    return [
        block.replace(level=block.level - highest + 1) if isinstance(block, model.Heading) and highest > 1 else block
        for block in body
    ]


def _words(value: object) -> str:
    return " ".join(plain_text(value).split())


def _styled(body: list[Block], head: Head, left: Leftover) -> tuple[list[Block], Head]:
    """Return body and head with what the source says by its styles, kinds of paragraphs and properties."""
    roles = dict(left.roles)
    headlines: list[model.Headline] = []
    bylines: list[model.Byline] = []
    dates: list[model.Date] = []
    abstract: list[Block] = []
    while body and isinstance(body[0], model.Paragraph) and (role := roles.get(_words(body[0]))):
        first = body[0]
        match role:
            case "headline" if not headlines:
                headlines.append(model.Headline(first.content, inferred=left.rule))
            case "sub":
                headlines.append(model.Headline(first.content, "sub", inferred=left.rule))
            case "byline":
                bylines.append(model.Byline(first.content, inferred=left.rule))
            case "abstract":
                abstract.append(first)
            case "date" if moment := _moment(_words(first)):
                dates.append(model.Date("published", moment, inferred=left.rule))
            case _:
                break
        body = body[1:]
    return body, head.replace(
        headlines=(*headlines, *head.headlines),
        bylines=tuple(bylines) or head.bylines,  # Those of the metadata are the names alone.
        abstract=model.Abstract(tuple(abstract), inferred=left.rule) if abstract else head.abstract,
        dates=(*dates, *head.dates, *left.dates),
        keywords=(*head.keywords, *left.keywords),
        properties=(*head.properties, *left.properties),
    )


def _moment(words: str) -> str | None:
    from converter.text.dates import moments

    return moments.moment(words)


def _with_byline(body: list[Block], head: Head) -> tuple[list[Block], Head]:
    """Return the byline taken from the first paragraph, where nothing else says who wrote the story."""
    first = next((block for block in body if has_words(block)), None)
    if head.bylines or not isinstance(first, model.Paragraph):
        return body, head
    rule = find_byline_rule(_words(first), after_headline=bool(head.headlines), after_label=False)
    if rule is None:
        return body, head
    byline = model.Byline(first.content, inferred=rule)
    return [block for block in body if block is not first], head.replace(bylines=(byline,))


def _without_repeats(body: list[Block], said: Stated) -> tuple[list[Block], Head]:
    """Return the body of a tree of ours without the warnings above it and without the dateline, which the head has."""
    head = said.head
    for words in masthead.warnings(Article(head=head, status=said.status)):
        if body and isinstance(body[0], model.Paragraph) and _words(body[0]) == words:
            body = body[1:]
    if head.dateline is not None:
        at = next((at for at, block in enumerate(body) if isinstance(block, model.Paragraph)), None)
        first = body[at] if at is not None else None
        if at is not None and isinstance(first, model.Paragraph):
            rest = _after(first.content, unwrapped(head.dateline.content))
            if rest is not None:
                body = [*body[:at], *([first.replace(content=rest)] if rest else []), *body[at + 1 :]]
    return body, head


def _after(content: model.Inlines, opening: model.Inlines) -> model.Inlines | None:
    """Return the inlines that follow those of the dateline, or None where they do not open with it."""
    if not opening:
        return None
    if content[: len(opening)] == opening:
        return unwrapped(content[len(opening) :])
    last, here = opening[-1], content[len(opening) - 1] if len(content) >= len(opening) else None
    if content[: len(opening) - 1] != opening[:-1] or not isinstance(last, str) or not isinstance(here, str):
        return None
    if not here.startswith(f"{last} "):
        return None
    return unwrapped(inlines(here[len(last) :], *content[len(opening) :]))


# ── Notices ─────────────────────────────────────────────────────────────────


def _notice_messages(messages: tuple[str, ...], context: Context) -> None:
    distinct = dict.fromkeys(messages)
    for message in list(distinct)[:_MOST_MESSAGES]:
        context.notice("pandoc-said", words=message)
    if len(distinct) > _MOST_MESSAGES:
        context.notice("pandoc-said", words=f"{len(distinct) - _MOST_MESSAGES} more of the kind")


def _notice_left_out(texts: tuple[str, ...], article: Article, context: Context) -> None:
    """Say which texts of the source pandoc has left out, as it does with elements that it does not know."""
    figures = (value.alt or "" for value in model.walk(article) if isinstance(value, model.Figure))
    there = " ".join([plain_text(article), article.guid or "", *figures])
    letters = Counter(filter(str.isalpha, "".join(texts))) - Counter(filter(str.isalpha, there))
    if not letters:
        return
    # In the source the dateline stands in its paragraph.
    there = " ".join(f"{there} {plain_text(article.head.dateline)} {plain_text(article.body)}".split())
    listed: list[str] = []
    for text in texts[:_MOST_TEXTS]:
        if text.lstrip("—–―- ") not in there and not letters.keys().isdisjoint(text):
            listed.append(text)
        if len(listed) == _MOST_LISTED:
            break
    words = shortened(visible(" … ".join(listed))) or "?"
    context.notice("words-left-out", count=letters.total(), words=words)


def _notice_kept(builder: Builder, said: Stated, context: Context) -> None:
    for what, count in sorted(builder.plain.items()):
        context.notice("kept-as-words", what=what, count=count)
    for what, count in sorted(builder.dropped.items()):
        if count:
            context.notice("markup-dropped", what=what, count=count)
    if said.kept:
        names = list(dict.fromkeys(said.kept))
        listed = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
        context.notice("kept-as-properties", count=len(said.kept), names=listed)
