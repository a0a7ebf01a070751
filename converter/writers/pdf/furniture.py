"""Running head and footer of each page: artifacts. No fact stands here alone."""

from __future__ import annotations

from converter.render import masthead
from converter.typeset.lines import Run, break_lines, to_words
from converter.writers.pdf.drawing import FOOTER, HEADER
from converter.writers.pdf.looks import looks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article
    from converter.model.style import Page, Style
    from converter.typeset.lines import SetText
    from converter.writers.pdf.drawing import PageContent

_HEAD_BASELINE = 0.63
"""Of the top margin; the rule stands 6 points below."""
_FOOT_BASELINE = 0.66
"""Of the bottom margin, from the edge of the sheet."""


class PageFurniture:
    """What stands in the margins, set once and drawn on each page."""

    def __init__(self, article: Article, style: Style, page: Page, pages: int, way: int = 0) -> None:
        self._page = page
        self._looks = looks_of(style)
        self._lang = article.lang
        self._way = way
        self._count = pages
        self._identity = self._said("footer", masthead.identity(article), 0.8)
        self._title = self._said("running-head", masthead.running_title(article), 0.66) if pages > 1 else None
        self._date = self._said("running-head", masthead.day(article), 0.3) if pages > 1 else None

    def _said(self, role: str, words: str, share: float) -> SetText | None:
        return self._line(role, words, share) if words else None

    def _line(self, role: str, words: str, share: float, *, way: int | None = None) -> SetText:
        """Return the words as one line of at most that share of the measure, cut at a word where they are longer."""
        way = self._way if way is None else way
        text = to_words([Run(words, self._looks.find(role, 0, self._lang), None)], base=way)
        break_lines(text, self._page.measure_pt * share)
        if len(text.lines) > 1:
            first = text.lines[0]
            start = "".join(word.shaped.text for word in text.words[first.start : first.end]).rstrip()
            text = to_words([Run(f"{start} …", self._looks.find(role, 0, self._lang), None)], base=way)
            break_lines(text, self._page.measure_pt)
        return text

    def draw_head(self, content: PageContent) -> None:
        """Draw the running head, from the second page on."""
        if content.index == 0 or (self._title is None and self._date is None):
            return
        page = self._page
        baseline = page.top_pt * _HEAD_BASELINE
        if self._title is not None:
            content.text(self._title, 0, page.side_pt, baseline, HEADER)
        if self._date is not None:
            x = page.width_pt - page.side_pt - self._date.lines[0].width_pt
            content.text(self._date, 0, x, baseline, HEADER)
        rule = self._looks.rules["running-head"]
        content.rule(page.side_pt, baseline + 6.0, page.measure_pt, rule.weight_pt, rule.colour)

    def draw_foot(self, content: PageContent) -> None:
        """Draw the identity of the article and the number of the page."""
        page = self._page
        baseline = page.height_pt - page.bottom_pt * _FOOT_BASELINE
        if self._identity is not None:
            content.text(self._identity, 0, page.side_pt, baseline, FOOTER)
        # A number of a number: it reads the same way in every script.
        number = self._line("footer", f"{content.index + 1} / {self._count}", 0.2, way=0)
        x = page.width_pt - page.side_pt - number.lines[0].width_pt
        content.text(number, 0, x, baseline, FOOTER)
