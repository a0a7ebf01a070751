"""Placed slabs → a page's content stream, and which element owns which marked content.

One text object holds all text of a page; rules and underlines stand before
it as one artifact. Everything drawn is either an element's marked content or
an artifact (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from converter.typeset.slabs import PictureMark, RuleMark, TextMark
from converter.writers.pdf.document import number
from converter.writers.pdf.fragments import FontUses
from converter.writers.pdf.tags import Element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.typeset.lines import Line, Run, SetText
    from converter.typeset.looks import Look, Word
    from converter.typeset.paginate import Placed
    from converter.typeset.slabs import Ribbon
    from converter.writers.pdf.document import PdfFile
    from converter.writers.pdf.pictures import Picture

_ARTIFACT = "/Artifact<</Type/Layout>>BDC"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"

# How lines that belong to text are drawn, as shares of the size: height above the baseline, weight.
_TEXT_RULES = {"underline": (-0.14, 0.055), "strike": (0.24, 0.055), "link": (-0.16, 0.035)}
_LINK_RULE = "#8a8a8a"


class DrawnPage:
    """What is left of a page once its content is written: that is how a thousand pages fit in memory."""

    __slots__ = ("links", "owners", "stream")

    def __init__(
        self,
        stream: int,
        owners: list[Element],
        links: dict[Element, list[tuple[float, float, float, float]]],
    ) -> None:
        self.stream = stream
        """The number of its content stream."""
        self.owners = owners
        """The element of each MCID."""
        self.links = links
        """Link → the boxes of its words."""


class PageContent:
    """One page while it is drawn; y is given from the top of the sheet down, in points."""

    def __init__(
        self,
        index: int,
        height_pt: float,
        fonts: FontUses,
        pictures: dict[Element, Picture],
        mirror_pt: float | None = None,
    ) -> None:
        self.index = index
        self._mirror = mirror_pt
        """The width of a sheet that is set from right to left: all stands as in a mirror, but for what is drawn."""
        self.owners: list[Element] = []
        """The element of each MCID."""
        self.links: dict[Element, list[tuple[float, float, float, float]]] = {}
        """Link → the boxes of its words on this page: left, bottom, right, top."""
        self._pictures = pictures
        self._height = height_pt
        self._fonts = fonts
        self._rules: list[str] = []
        self._out: list[str] = []
        self._open: Element | str | None = None
        self._in_text = False
        self._x = self._y = 0.0
        self._font: tuple[str, float] = ("", 0.0)
        self._colour = "#000000"
        self._tracking = self._rise = 0.0

    # ── What is drawn ──

    def draw(self, placed: Placed, left_pt: float, top_pt: float) -> None:
        """Draw a slab of the text area, whose corner lies at `left_pt`, `top_pt` on the sheet."""
        top = top_pt + placed.top_pt
        for mark in placed.slab.marks:
            if isinstance(mark, TextMark):
                self.text(
                    mark.text,
                    mark.line,
                    left_pt + mark.x_pt,
                    top + mark.baseline_pt,
                    _ARTIFACT if placed.again else None,
                )
            elif isinstance(mark, RuleMark):
                self.rule(left_pt + mark.x_pt, top + mark.y_pt, mark.width_pt, mark.weight_pt, mark.colour)
            else:
                self._picture(mark, left_pt + mark.x_pt, top + mark.y_pt)

    def rule(self, x_pt: float, y_pt: float, width_pt: float, weight_pt: float, colour: str) -> None:
        """Draw a horizontal line with its middle at `y_pt`."""
        self._box(self._place(x_pt, width_pt), self._height - y_pt - weight_pt / 2, width_pt, weight_pt, colour)

    def ribbon(self, ribbon: Ribbon, left_pt: float, top_pt: float, height_pt: float) -> None:
        """Draw a bar from `top_pt` down."""
        x = self._place(left_pt + ribbon.x_pt, ribbon.weight_pt)
        self._box(x, self._height - top_pt - height_pt, ribbon.weight_pt, height_pt, ribbon.colour)

    def text(self, text: SetText, line: int, x_pt: float, baseline_pt: float, artifact: str | None = None) -> None:
        """Draw one line; as an artifact where `artifact` says how it begins."""
        here = text.lines[line]
        x, y = self._place(x_pt, here.width_pt), self._height - baseline_pt
        if text.levels is not None:
            self._mixed(text, here, x, y, artifact)
            return
        self._straight(text, here, x, y, artifact)
        if here.hyphen is not None:
            self._out.append(self._fonts[here.hyphen.shaped.face].added_hyphen(here.hyphen.shaped))

    def _straight(self, text: SetText, here: Line, x: float, y: float, artifact: str | None) -> None:
        """Draw a line whose words follow each other from left to right."""
        owners, words = text.owners, text.words
        at, end, stretch = here.start, here.end, here.stretch_pt
        while at < end:
            run = owners[at]
            stop = at + 1
            if owners[end - 1] is run and not run.look.over and not text.is_scattered:
                stop = end
            else:
                while stop < end and owners[stop] is run:
                    stop += 1
            self._segment(text, at, stop, run, x + words[at].shift_pt, y, artifact, here.end, stretch)
            if stop < end:
                x += sum([word.width_pt for word in words[at:stop]]) + stretch * (stop - at)
            at = stop

    def _mixed(self, text: SetText, line: Line, x: float, y: float, artifact: str | None) -> None:
        """Draw a line of words on several levels: each at its place, in the order of reading."""
        from converter.typeset.bidi import visual_order

        words, start = text.words, line.start
        assert text.levels is not None
        levels = text.levels[start : line.end]
        blank = line.end
        while blank > start and not words[blank - 1].solid_pt:
            blank -= 1
        # UAX #9, L1: spaces at the end of a line stand at the paragraph's end of it, outside the measure.
        levels[blank - start :] = [text.base] * (line.end - blank)
        if text.base:
            x -= sum(word.width_pt for word in words[blank : line.end])
        places = [0.0] * len(levels)
        for index in visual_order(levels):
            places[index] = x
            x += words[start + index].width_pt
        at = start
        while at < line.end:
            stop = at + 1
            run = text.owners[at]
            if levels[at - start] % 2 == 0:
                while stop < line.end and text.owners[stop] is run and levels[stop - start] == levels[at - start]:
                    stop += 1
            self._segment(text, at, stop, run, places[at - start] + words[at].shift_pt, y, artifact, blank)
            at = stop

    def _place(self, x: float, width: float) -> float:
        """Return where what is `width` wide stands on the sheet."""
        return x if self._mirror is None else self._mirror - x - width

    def _segment(
        self,
        text: SetText,
        at: int,
        stop: int,
        run: Run,
        x: float,
        y: float,
        artifact: str | None,
        line_end: int,
        stretch_pt: float = 0.0,
    ) -> None:
        look = run.look
        owner = run.owner if artifact is None else artifact
        if not isinstance(owner, Element | str):
            owner = _ARTIFACT
        if owner is not self._open:
            self._switch(owner, y + look.base.size_pt)
        use = self._fonts[look.shaper.face]
        self._set_look(look, use.name)
        out = self._out
        if not self._in_text:
            out.append("BT")
            self._in_text = True
            self._x = self._y = 0.0
        # What was written, not what was meant: rounding must not add up over a page.
        right, up = round(x - self._x, 2), round(y - self._y, 2)
        out.append(f"{number(right) if right else 0} {number(up) if up else 0} Td")
        self._x += right
        self._y += up
        words = text.words[at:stop]
        codes = use.codes_of(words)
        if stretch_pt:
            # A number in the array moves the pen to the left, in thousandths of the size.
            space = number(-stretch_pt * 1000 / look.size_pt)
            codes = space.join([use.encode(word.shaped, look.size_pt, look.rise_pt) for word in words])
        elif "/Span" in codes:
            codes = use.encode_all([word.shaped for word in words], look.size_pt, look.rise_pt)
        out.append(f"[{codes.replace(')(', '')}]TJ")
        if isinstance(owner, Element) and (look.rules or owner.link is not None):
            self._follow(owner, look, words, x, y, stretch_pt * (stop - at - 1), is_line_end=stop == line_end)

    def _follow(
        self, owner: Element, look: Look, words: list[Word], x: float, y: float, added_pt: float, *, is_line_end: bool
    ) -> None:
        """Note the box of a link's words, and draw the lines that belong to the text."""
        width = sum(word.width_pt for word in words[:-1]) + added_pt
        width += words[-1].solid_pt if is_line_end else words[-1].width_pt
        if owner.link is not None:
            box = (x, y - look.base.descent_pt * 0.8, x + width, y + look.base.ascent_pt * 0.85)
            self.links.setdefault(owner.link, []).append(box)
        for rule in look.rules:
            height, weight = _TEXT_RULES[rule]
            colour = _LINK_RULE if rule == "link" else look.colour
            self._box(x, y + look.rise_pt + height * look.size_pt, width, weight * look.size_pt, colour)

    def _picture(self, mark: PictureMark, x: float, y: float) -> None:
        element = mark.owner
        assert isinstance(element, Element)
        x = self._place(x, mark.width_pt)
        bottom = self._height - y - mark.height_pt
        box = " ".join(map(number, (x, bottom, x + mark.width_pt, self._height - y)))
        element.attributes = f"<</O/Layout/Placement/Block/BBox[{box}]>>"
        self._switch(element, self._height - y)
        self._end_text()
        picture = self._pictures[element]
        matrix = " ".join(map(number, picture.matrix(x, bottom, mark.width_pt, mark.height_pt)))
        self._out.append(f"q {matrix} cm/{picture.name} Do Q")

    # ── State ──

    def _switch(self, owner: Element | str, top: float) -> None:
        self._close()
        if isinstance(owner, Element):
            mcid = len(self.owners)
            self.owners.append(owner)
            owner.own(self.index, mcid, top)
            self._out.append(f"/{owner.kind}<</MCID {mcid}>>BDC")
        else:
            self._out.append(owner)
        self._open = owner

    def _close(self) -> None:
        if self._open is not None:
            # A text object that begins inside marked content ends inside it too.
            self._end_text()
            self._out.append("EMC")
            self._open = None

    def _end_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _set_look(self, look: Look, font: str) -> None:
        out = self._out
        if (font, look.size_pt) != self._font:
            self._font = (font, look.size_pt)
            out.append(f"/{font} {number(look.size_pt)} Tf")
        if look.colour != self._colour:
            self._colour = look.colour
            out.append(_fill(look.colour))
        if look.tracking_pt != self._tracking:
            self._tracking = look.tracking_pt
            out.append(f"{number(look.tracking_pt)} Tc")
        if look.rise_pt != self._rise:
            self._rise = look.rise_pt
            out.append(f"{number(look.rise_pt)} Ts")

    def _box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._rules.append(f"{_fill(colour)} {number(x)} {number(y)} {number(width)} {number(height)} re f")

    def finish(self, file: PdfFile) -> DrawnPage:
        """Write the content stream, and return what of the page is still needed."""
        self._close()
        rules = [f"{_ARTIFACT} q", *self._rules, "Q EMC"] if self._rules else []
        content = "\n".join(rules + self._out).encode("latin-1")
        return DrawnPage(file.add_stream("", content), self.owners, self.links)


def _fill(colour: str) -> str:
    """Return the operator for a fill in `#rrggbb`: gray where it is one."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if red == green == blue:
        return f"{number(red)} g"
    return f"{number(red)} {number(green)} {number(blue)} rg"
