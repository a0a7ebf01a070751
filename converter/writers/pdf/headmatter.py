"""What stands above the story and below it: masthead, headline, byline; the source line."""

from __future__ import annotations

from converter.model.block import Heading, Paragraph
from converter.model.inline import Span, inlines
from converter.model.words import has_words, plain_text
from converter.render import masthead
from converter.typeset.lines import break_lines
from converter.typeset.slabs import RuleMark, Slab, TextMark
from converter.writers.pdf import looks as mark
from converter.writers.pdf.outline import Entry
from converter.writers.pdf.setter import printed_text
from converter.writers.pdf.tags import Element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.head import Byline
    from converter.model.inline import Inlines
    from converter.typeset.lines import Run
    from converter.writers.pdf.setter import Setter

_LONG_HEADLINE_WORDS = 12
_SOURCE_RULE = 0.3
"""The hairline over the source line, as a share of the measure."""
_AFTER_BYLINE_RULE_PT = 11.0


def set_head(setter: Setter) -> None:
    """Set all of the head that is printed above the story."""
    head = setter.article.head
    _set_masthead(setter)
    _set_warnings(setter)
    for headline in head.headlines:
        if headline.kind == "kicker":
            _set_line(setter, headline.content, "kicker")
    main = head.headline()
    if main is not None:
        words = len(plain_text(main.content).split())
        role = "headline-long" if words > _LONG_HEADLINE_WORDS else "headline"
        element = _set_line(setter, main.content, role, "H1", hyphens=False)
        if element is not None:
            setter.headings.append(Entry(1, printed_text(main.content), element))
    for headline in head.headlines:
        if headline.kind == "sub":
            _set_line(setter, headline.content, "standfirst")
    if head.abstract is not None:
        for block in head.abstract.blocks:
            if isinstance(block, Paragraph | Heading):
                _set_line(setter, block.content, "standfirst", lang=block.lang)
            else:
                _set_line(setter, inlines(" ".join(plain_text(block).split())), "standfirst", lang=block.lang)
    _set_bylines(setter)


def _set_line(
    setter: Setter, content: Inlines, role: str, kind: str = "P", *, hyphens: bool = True, lang: str | None = None
) -> Element | None:
    if not printed_text(content):
        return None
    look = setter.looks.roles[role]
    element = Element(kind, setter.document, lang=lang)
    setter.stack.space(look.before_pt)
    with setter.running(lang):
        setter.place(setter.runs(content, role, element, lang=lang), role, balanced=True, hyphens=hyphens, hangs=True)
    setter.stack.keep_with_next()
    setter.stack.space(look.after_pt)
    return element


def _set_masthead(setter: Setter) -> None:
    """Set the provider and the date over a thick rule, as an artifact: both stand in the source line too."""
    left, right = masthead.provider(setter.article), masthead.day(setter.article, weekday=True)
    if not left and not right:
        return
    role, measure = setter.looks.roles["masthead"], setter.page.measure_pt
    rule = setter.looks.rules["masthead"]
    look = setter.looks.find("masthead")
    baseline = (role.leading_pt - look.ascent_pt - look.descent_pt) / 2 + look.ascent_pt
    slab = Slab(role.leading_pt + rule.weight_pt, [])
    for words, at_end in ((left.upper() if role.capitals else left, False), (right, True)):
        if words:
            runs: list[Run] = []
            setter.add(runs, words, "masthead", None)
            text = setter.words(runs)
            break_lines(text, measure * 0.6)
            x = measure - text.lines[0].width_pt if at_end else 0.0
            slab.marks.append(TextMark(text, 0, x, baseline))
    slab.marks.append(RuleMark(0.0, role.leading_pt + rule.weight_pt / 2, measure, rule.weight_pt, rule.colour))
    slab.keeps = True
    setter.stack.add([slab])
    setter.stack.space(role.after_pt)


def _set_warnings(setter: Setter) -> None:
    """Say first what must not be missed: a killed or withheld story, an embargo."""
    for words in masthead.warnings(setter.article):
        _set_line(setter, (words,), "kicker", lang=_english(setter))


def _english(setter: Setter) -> str | None:
    """Return the language of our own words where the article's is another."""
    return None if masthead.is_english(setter.article) else "en"


def _set_bylines(setter: Setter) -> None:
    bylines = [byline for byline in setter.article.head.bylines if has_words(byline.content)]
    if not bylines:
        return
    role = setter.looks.roles["byline"]
    for byline in bylines:
        element = Element("P", setter.document)
        setter.place(_byline_runs(setter, byline, element), "byline")
        setter.stack.keep_with_next()
    rule = setter.looks.rules["byline"]
    setter.stack.space(role.after_pt)
    slab = Slab(
        rule.weight_pt, [RuleMark(0.0, rule.weight_pt / 2, setter.page.measure_pt, rule.weight_pt, rule.colour)]
    )
    slab.keeps = True
    setter.stack.add([slab])
    setter.stack.space(_AFTER_BYLINE_RULE_PT)


def _byline_runs(setter: Setter, byline: Byline, element: Element) -> list[Run]:
    """Return the byline with the names in bold and what follows the last of them in grey."""
    content = byline.content
    if len(content) != 1 or not isinstance(content[0], str):
        return setter.runs(content, "byline", element)
    words = content[0]
    spans = masthead.name_spans(setter.article, words)
    if not spans:
        return setter.runs(content, "byline", element)
    runs: list[Run] = []
    at = 0
    for start, end in spans:
        if start > at:
            setter.add(runs, words[at:start], "byline", element)
        setter.add(runs, words[start:end], "byline", element, mark.STRONG)
        at = end
    if at < len(words):
        setter.add(runs, words[at:], "byline", element, mark.GREY)
    return runs


def set_source_line(setter: Setter) -> None:
    """Set the last line: provider and date, the rights, where the story came from, what its source lacked."""
    element = Element("P", setter.document)
    english = _english(setter)
    runs: list[Run] = []
    provider, day = masthead.provider(setter.article), masthead.day(setter.article)
    if provider or day:
        setter.add(runs, ", ".join(part for part in (provider, day) if part) + ". ", "source-line", element)
    for rights in setter.article.head.rights:
        if rights.kind in ("notice", "usage") and rights.content:
            own = Element("Span", element, inline=True, lang=rights.lang) if rights.lang else element
            runs += setter.runs(rights.content, "source-line", own, lang=rights.lang)
            ends = plain_text(rights.content).rstrip().endswith((".", "!", "?", "…", "。"))
            setter.add(runs, " " if ends else ". ", "source-line", element)
    alone = None if runs else english
    if origin := masthead.origin(setter.article):
        # Our own words run to the right, whatever stands around them.
        ours = Span((f"{origin} ",), lang=english, dir="ltr" if setter.is_mirrored and alone is None else None)
        runs += setter.runs((ours,) if english else ours.content, "source-line", element)
    if not runs:
        element.parent.kids.remove(element)  # type: ignore[union-attr]
        return
    runs[-1].text = runs[-1].text.rstrip(" ") or " "
    _set_source_rule(setter, at_end=setter.is_mirrored and alone is not None)
    with setter.running(alone):
        setter.place(runs, "source-line")


def _set_source_rule(setter: Setter, *, at_end: bool) -> None:
    rule = setter.looks.rules["source-line"]
    width = setter.measure_pt * _SOURCE_RULE
    x = setter.measure_pt - width if at_end else 0.0
    # The story's last lines and its source stand on one page.
    setter.stack.keep_with_next()
    setter.stack.space(setter.looks.roles["source-line"].before_pt)
    slab = Slab(rule.weight_pt + 6.0, [RuleMark(x, rule.weight_pt / 2, width, rule.weight_pt, rule.colour)])
    slab.keeps = True
    setter.stack.add([slab])
