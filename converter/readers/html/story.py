"""Where the story stands in the page: its smallest block with nearly all of the prose, without what is none of it.

No names of sites and no learned weights: prose is long text with few links and
ends of sentences; a story is prose that stands together.
"""

from __future__ import annotations

import re
from itertools import takewhile

from converter.readers.html import regions
from converter.readers.html.page import Node, Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.text.furniture import Rules

_SENTENCE_END = re.compile(r"[.!?…。！？।؟][”\"’»)\]]*(?:\s|$)|(?<=[^\W\d_])[.!?…][”\"’»)\]]*(?:\[?\d{1,3}\]?){1,3}$")
"""Where a sentence ends; at the end of a paragraph a note's number may stand behind it."""
_DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7a3]")
_DENSER = 1.5
"""A character of these scripts says as much as so many more letters."""
_LONG, _SENTENCE, _PROSE = 80, 40, 60
"""Lengths, in letters: prose by itself; prose when a sentence ends in it; what is counted as the page's prose."""
_MOSTLY = 0.5
"""A region that holds this share of the page's prose is none of furniture, whatever it is called."""
_NEARLY_ALL = 0.9
_FOLDED = 0.25
"""What blocks of one name hold of the page's prose, at least, that only fold up a part of the story."""
_LINKED = 25
"""Letters for each one of a link, at least, in what is the story and no list of others."""
_CORE = 0.85
"""The story's block is the smallest with this share of its prose."""
_QUOTING = ("share", "sidebar", "media")
"""Kinds of region that other people's posts are wrapped in, in the midst of a story."""
_SECTION, _BESIDE = 300, 0.1
"""Letters of prose of another section of the story, at least; and what may stand beside them, as a share of them."""
_LITTLE = 500
"""Letters of prose below which a page has no story to speak of."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def length_of(text: str) -> float:
    """Return the text's length, in letters of an alphabet."""
    return len(text) + _DENSER * len(_DENSE.findall(text))


def find_story(body: Node, rules: Rules) -> bool:
    """Give each run of the page its role: of the story, or what kind of furniture it is, by which rule.

    Return whether the page is no site's, but a document by itself: then all of it is the story.
    """
    nodes = list(body.nodes())
    runs = [child for node in nodes for child in node.children if isinstance(child, Run)]
    prose = _summed(nodes, ((run, _prose(run)) for run in runs))
    _mark_regions(nodes, prose)
    is_document = prose[body] < _LITTLE and _is_document(body, runs)
    core = body if is_document else _core(nodes, runs)
    if core is not None:
        cards = _cards(core, prose, prose[body])
        own = [run for run in core.runs() if run.rule != "html-region"]
        _tell_apart(own, cards, rules, is_called=_is_called(core), ends=not is_document)
    return is_document


def _is_document(body: Node, runs: list[Run]) -> bool:
    """Return whether nothing around the story is a site's: neither scripts, nor menus, nor lines that are links."""
    if any("json" not in (script.get("type") or "") for script in body.element.getroottree().iter("script")):
        return False
    for run in runs:
        is_region = run.rule == "html-region" and run.role not in ("hidden", "media")
        if (is_region and not any(node.tag == "header" for node in run.ancestors())) or _share(run) > 0.5:
            return False
    return True


def _summed(nodes: list[Node], values: Iterable[tuple[Run, float]]) -> dict[Node, float]:
    """Return for each block the sum of the values of the runs in it; `nodes` has each before what it holds."""
    found = dict.fromkeys(nodes, 0.0)
    for run, value in values:
        found[run.inside] += value
    for node in reversed(nodes):
        if node.parent is not None and node.parent in found:
            found[node.parent] += found[node]
    return found


def _prose(run: Run) -> float:
    """Return the length of a run that is prose, else 0."""
    return length_of(run.text) if is_prose(run) else 0.0


def is_prose(run: Run) -> bool:
    """Return whether the run is long, ends a sentence and has few links."""
    return (
        length_of(run.text) >= _PROSE
        and _share(run) < 0.4
        and not run.inside.in_figure
        and _SENTENCE_END.search(run.text) is not None
    )


def _share(run: Run) -> float:
    """Return how much of the run is links, 0 to 1."""
    return run.link_length / max(1, len(run.text))


def _mark_regions(nodes: list[Node], prose: dict[Node, float]) -> None:
    """Mark what is furniture by what it says of itself, but for blocks with most of the page's prose."""
    total = prose[nodes[0]]
    said = {node: _kind_of(node) for node in nodes if prose[node]}
    # Blocks of one name count together: `paywall` on each paragraph hides the story itself.
    named: dict[str, float] = {}
    for node, kind in said.items():
        if kind:
            name = regions.names_of(node.element)
            named[name] = named.get(name, 0.0) + prose[node]
    kinds: dict[Node, str | None] = {}
    for node in nodes:
        kind = kinds[node.parent] if node.parent is not None else None
        if kind in _QUOTING and regions.is_embedded(node.element):
            kind = None
        elif kind is None:
            kind = said[node] if node in said else _kind_of(node)
            if kind and prose[node] and (node.tag == "p" or _folds_story(node, kind)):
                share = named.get(regions.names_of(node.element), 0.0)
                kind = None if share >= total * _FOLDED else kind
            if kind and total and prose[node] >= total * (_NEARLY_ALL if kind in regions.STUBBORN else _MOSTLY):
                kind = None
        kinds[node] = kind
        if kind:
            for child in node.children:
                if isinstance(child, Run):
                    child.role, child.rule = kind, "html-region"


def _kind_of(node: Node) -> str | None:
    return regions.kind_of(node.element, in_article=_in_article(node) if node.tag == "header" else False)


def _folds_story(node: Node, kind: str) -> bool:
    """Return whether a block that is called `read-more` or `paywall` may hold the rest of the story: without links."""
    if kind not in ("related", "subscribe"):
        return False
    runs = list(node.runs())
    return sum(run.link_length for run in runs) * _LINKED <= sum(len(run.text) for run in runs)


def _in_article(node: Node) -> bool:
    above = node.parent
    while above is not None and above.tag not in ("article", "main"):
        above = above.parent
    return above is not None


def _worth(run: Run) -> float:
    """Return how much the run speaks for its blocks to hold the story; less than 0: against."""
    length = length_of(run.text)
    if run.rule == "html-region" or run.inside.in_figure:
        return -0.3 * min(length, 100)
    share = _share(run)
    if share > 0.5:
        return -min(0.5 * length, 100)
    if length >= _LONG or (length >= _SENTENCE and _SENTENCE_END.search(run.text)):
        return length * (1 - share)
    if run.inside.tag in ("h2", "h3", "h4", "li", "td", "th", "p", "blockquote"):
        return 0.0 if length > 25 else -5.0
    return -0.3 * length


def _core(nodes: list[Node], runs: list[Run]) -> Node | None:
    """Return the smallest block with nearly all of the story, or None in a page without words."""
    worths = [(run, _worth(run)) for run in runs]
    worth = _summed(nodes, worths)
    weights = {node: regions.weight_of(node.element) for node in nodes}
    core = max(nodes, key=lambda node: worth[node] * weights[node])
    if worth[core] < _LITTLE:  # Lists and tables are no prose: then the page's own word counts.
        said = [node for node in nodes if weights[node] >= 1.2 and any(run.text for run in node.runs())]
        if said:
            return max(said, key=lambda node: (weights[node], sum(len(run.text) for run in node.runs())))
        articles = [node for node in nodes if node.tag == "article"]
        if len(articles) == 1 and any(run.inside.tag in ("p", "li") for run in articles[0].runs()):
            return articles[0]  # HTML, `article`: a complete composition; here the only one, however short.
    gain = _summed(nodes, ((run, max(0.0, value)) for run, value in worths))
    least = _CORE * gain[core]
    while least > 0:
        within = [child for child in core.children if isinstance(child, Node) and gain[child] >= least]
        if not within:
            return _widened(core, gain, worth)
        core = max(within, key=lambda child: gain[child])
    return None


def _widened(core: Node, gain: dict[Node, float], worth: dict[Node, float]) -> Node:
    """Return the block, or the one around it where it is one of several like it that hold prose and little else: the
    sections of a story that advertisements or pictures part.
    """
    branch = widest = core
    while branch.parent is not None and branch.parent in gain:
        around = branch.parent
        more = gain[around] - gain[branch]
        against = more - (worth[around] - worth[branch])
        others = [child for child in around.children if isinstance(child, Node) and gain[child] >= _SECTION]
        if more or against:
            if more < _SECTION or against > more * _BESIDE or not all(_is_like(branch, other) for other in others):
                return widest
            widest = around
        branch = around
    return widest


def _is_like(one: Node, other: Node) -> bool:
    names, others = (set((node.element.get("class") or "").split()) for node in (one, other))
    return one.tag == other.tag and (names == others or bool(names & others))


def _cards(core: Node, prose: dict[Node, float], total: float) -> set[Node]:
    """Return the blocks that lead to another story: a link around one, a heading that is one, an `article` beside."""
    found: set[Node] = set()
    articles = [node for node in core.nodes() if node.tag == "article" and node is not core]
    if len(articles) > 1:
        most = max(prose[node] for node in articles)
        found.update(node for node in articles if prose[node] < 0.5 * most and _is_led_by_link(node))
    for run in core.runs():
        node = run.inside
        if node is core or node.parent is None:
            continue
        if node.tag in _HEADINGS and _share(run) > 0.8:
            if node.parent is not core and prose[node.parent] < 0.3 * total:
                found.add(node.parent)
        elif node.in_link:
            found.add(node)
    return found


def _is_led_by_link(node: Node) -> bool:
    """Return whether the first heading in the block, below the page's own, is a link."""
    heading = next((run for run in node.runs() if run.inside.tag in _HEADINGS[1:]), None)
    return heading is not None and _share(heading) > 0.8


def _tell_apart(runs: list[Run], cards: set[Node], rules: Rules, *, is_called: bool, ends: bool) -> None:
    """Give the runs of the story's block their roles.

    `is_called`: whether the page itself calls it the story; `ends`: whether short lines at its end are none of it.
    """
    story: list[Run] = []
    for run in runs:
        if any(node in cards for node in run.ancestors()):
            run.role, run.rule = "related", "html-teaser"
            continue
        if run.inside.in_figure or not run.text:
            run.role, run.rule = (
                ("story", "") if run.inside.in_figure or not _blank(run) else ("blank", "invisible-line")
            )
            continue
        match = rules.find(run.text) if run.inside.tag not in ("td", "th") else None
        length, share = length_of(run.text), _share(run)
        if match:
            run.role, run.rule = match.kind, match.rule
        elif share > 0.6 and length < 300 and not (run.inside.tag == "li" and _SENTENCE_END.search(run.text)):
            run.role, run.rule = "links", "html-links"
        elif run.inside.tag == "h1" or (not story and not _opens(run, length, share)):
            run.role, run.rule = "head", "html-before-story"
        else:
            run.role, run.rule = "story", ""
            story.append(run)
    if is_called:
        _open_earlier(runs, story)
    for run in _tail(story) if ends else ():
        run.role, run.rule = "after", "html-after-story"


def _open_earlier(runs: list[Run], story: list[Run]) -> None:
    """Take into the story the lists above its first paragraph; all but headings, where it has none that opens it."""
    above = list(takewhile(lambda run: not story or run is not story[0], runs))
    taken = [
        run
        for run in above
        if run.rule == "html-before-story" and (run.inside.tag == "li" if story else run.inside.tag != "h1")
    ]
    for run in taken:
        run.role, run.rule = "story", ""
    story[:0] = taken


def _is_called(core: Node) -> bool:
    """Return whether the block, or the one around it, says that it holds the story."""
    return any(regions.weight_of(node.element) > 1 for node in (core, core.parent) if node is not None)


def _blank(run: Run) -> bool:
    """Return whether the run holds neither words nor a picture."""
    return not run.text and all(isinstance(piece, str) or next(piece.iter("img"), None) is None for piece in run.pieces)


def _opens(run: Run, length: float, share: float) -> bool:
    return (length >= _PROSE and share < 0.5) or (
        run.inside.tag == "p" and length >= 30 and _SENTENCE_END.search(run.text) is not None
    )


def _tail(story: list[Run]) -> Iterator[Run]:
    """Yield the short lines at the end that end no sentence."""
    for run in reversed(story):
        if length_of(run.text) >= 40 or _SENTENCE_END.search(run.text) or run.inside.tag in ("li", "td"):
            return
        yield run
