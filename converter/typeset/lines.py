"""Runs → words → lines: the set of lines that leaves the most even right edge.

The best set for the whole paragraph is found at once (Knuth and Plass, 1981,
for ragged setting): each line costs the square of what it leaves empty, plus
penalties for discouraged breaks and for a last line that is almost nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from converter.typeset.linebreak import FORBIDDEN, FORCED, FREE, HYPHEN, SOFT, segment
from converter.typeset.looks import Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.typeset.hyphenate import Hyphenator
    from converter.typeset.looks import Look

# Costs, in squares of the measure: 0.0064 is a line that leaves 8 % empty.
_LINE_COST = 0.03
_DISCOURAGED_COST = 0.04
_HYPHEN_COST = 0.0064
_SOFT_COST = 0.012
_PENALTIES = (
    0.0,
    _LINE_COST,
    _LINE_COST + _DISCOURAGED_COST,
    _LINE_COST + _HYPHEN_COST,
    0.0,
    _LINE_COST + _SOFT_COST,
)
"""By what the line ends at: FORBIDDEN, FREE, DISCOURAGED, HYPHEN, FORCED, SOFT."""
_RUNT_COST = 0.03
_RUNT = 0.15
"""A last line shorter than this share of the measure is a runt, the worse the shorter it is."""
_LOOSE = 0.25
"""Lines emptier than this share are tried only where the text cannot be set without one; it seldom is."""
_LOOSEST = 0.45
"""Lines emptier than this share are tried only where nothing fuller fits."""
_ROUNDING_PT = 1e-6


# Every character of classes R, AL, AN, and the controls (RLM, ALM, embeddings, isolates), by the blocks they stand in.
needs_levels = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search


class _Ideographs:
    """Han, kana, and the punctuation that is as wide as they are."""

    def __contains__(self, character: object) -> bool:
        return isinstance(character, str) and ("\u2e80" <= character < "\ua000" or "\uf900" <= character < "\ufff0")


_IDEOGRAPHS = _Ideographs()
_MOSTLY = 0.6
_MOST_FREE = 0.12
"""A line with more of the measure left over than this stays as it is."""


class Isolate:
    """Words with a direction of their own, whatever stands around them: 1 for right to left, 0 for left to right."""

    __slots__ = ("way",)

    def __init__(self, way: int) -> None:
        self.way = way


class Run:
    """Text in one look, owned by whoever will draw it."""

    __slots__ = ("isolate", "look", "owner", "text")

    def __init__(self, text: str, look: Look, owner: object, isolate: Isolate | None = None) -> None:
        self.text = text
        self.look = look
        self.owner = owner
        self.isolate = isolate


class Line:
    """One line of a text: its words `start` to `end`, and its width without the last word's spaces."""

    __slots__ = ("end", "hyphen", "indent_pt", "start", "stretch_pt", "width_pt")

    def __init__(
        self, start: int, end: int, width_pt: float, indent_pt: float = 0.0, hyphen: Word | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.width_pt = width_pt
        self.indent_pt = indent_pt
        self.hyphen = hyphen
        """What is drawn after the last word, where the line ends inside one."""
        self.stretch_pt = 0.0
        """Space added after each word but the last: only lines of ideographs are set to both edges."""


class SetText:
    """A paragraph's words, which run each belongs to, and its lines."""

    __slots__ = ("base", "ends", "is_scattered", "levels", "lines", "owners", "words")

    def __init__(
        self, words: list[Word], owners: list[Run], ends: list[int], levels: list[int] | None = None, base: int = 0
    ) -> None:
        self.words = words
        self.owners = owners
        self.ends = ends
        self.levels = levels
        """The bidirectional level of each word; None where all run to the right."""
        self.base = base
        """1 for a paragraph that runs from right to left, else 0."""
        self.is_scattered = levels is not None
        """Whether words of other runs may stand between two words of one."""
        self.lines: list[Line] = []


def to_words(
    runs: Sequence[Run],
    *,
    hyphens: bool = True,
    base: int | None = 0,
    hyphenator: Hyphenator | None = None,
    indents: bool = False,
) -> SetText:
    """Return the shaped words of the runs with the ends that UAX #14 gives the whole text.

    Without `hyphens` no line ends after one; with a `hyphenator` one may end
    inside a word. A run's end inside a word cuts the word in two pieces that
    stay together. `base` is the paragraph's direction; None lets its first
    strong character decide. Where space `indents`, as in preformatted text,
    it stands at the beginning of its line.
    """
    whole = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs if not run.look.over])
    if base or (not whole.isascii() and needs_levels(whole)) or (len(runs) > 1 and any(run.isolate for run in runs)):
        text = _set_levels(runs, whole, base, indents)
    elif len(runs) == 1:
        run = runs[0]
        pieces, ends = _segment(whole, indents=indents)
        words = run.look.all_of(pieces)
        text = SetText(words, [run] * len(words), ends)
        _draw_elsewhere(text)
    else:
        text = _join(runs, whole, indents)
        _draw_elsewhere(text)
    if not hyphens:
        text.ends = [FORBIDDEN if end in (HYPHEN, SOFT) else end for end in text.ends]
    elif hyphenator is not None and text.levels is None:
        _hyphenate(text, hyphenator)
    return text


def _hyphenate(text: SetText, hyphenator: Hyphenator) -> None:
    """Cut words where their language lets a line end."""
    words: list[Word] = []
    owners: list[Run] = []
    ends: list[int] = []
    before = FREE
    for word, run, end in zip(text.words, text.owners, text.ends, strict=True):
        source = word.shaped.text
        # What goes on from the run before, or into the next one, is only part of a word.
        whole = before != FORBIDDEN and (end != FORBIDDEN or source.endswith(" "))
        cuts = hyphenator(source) if whole and not run.look.over else ()
        for start, stop in pairwise((0, *cuts, len(source))):
            words.append(run.look[source[start:stop]] if cuts else word)
            owners.append(run)
            ends.append(SOFT)
        ends[-1] = before = end
    text.words, text.owners, text.ends = words, owners, ends


class _Places(dict["tuple[Run, Look]", "Run"]):
    """A run and a look that stands in for its own → the run of the words that are drawn so."""

    def __missing__(self, key: tuple[Run, Look]) -> Run:
        run, look = key
        made = self[key] = run if look is run.look else Run(run.text, look, run.owner)
        return made


def _draw_elsewhere(text: SetText) -> None:
    """Replace each word that its face cannot draw by words in faces that can."""
    for word in text.words:
        if word.shaped.missing:
            break
    else:
        return
    words: list[Word] = []
    owners: list[Run] = []
    ends: list[int] = []
    places = _Places()
    for word, run, end in zip(text.words, text.owners, text.ends, strict=True):
        if not word.shaped.missing or run.look.over:
            words.append(word)
            owners.append(run)
            ends.append(end)
            continue
        for look, part in run.look.parts(word.shaped.text):
            words.append(part)
            owners.append(places[run, look])
            ends.append(FORBIDDEN)
        ends[-1] = end
    text.words, text.owners, text.ends = words, owners, ends
    text.is_scattered = True


def _levels(runs: Sequence[Run], whole: str, base: int | None) -> tuple[int, list[int]]:
    """Return the paragraph's level and its characters'; UAX #9 isolates what its runs isolate."""
    from converter.typeset import bidi

    if not any(run.isolate for run in runs):
        return bidi.resolve(whole, base)
    parts: list[str] = []
    is_text: list[bool] = []
    inside: Isolate | None = None
    for run in [*(run for run in runs if not run.look.over), None]:
        isolate = run.isolate if run is not None else None
        if isolate is not inside:
            controls = ("\u2069" if inside is not None else "") + ("\u2066\u2067"[isolate.way] if isolate else "")
            parts.append(controls)
            is_text += [False] * len(controls)
            inside = isolate
        if run is not None:
            parts.append(run.text)
            is_text += [True] * len(run.text)
    level, levels = bidi.resolve("".join(parts), base)
    return level, [one for one, kept in zip(levels, is_text, strict=True) if kept]


_CUTS = re.compile(r" +|[()\[\]{}<>«»‹›]|[^ ()\[\]{}<>«»‹›]+")
"""Spaces and what is mirrored stand alone in text that runs leftward: so each of them reads back by itself."""


def _set_levels(runs: Sequence[Run], whole: str, base: int | None, indents: bool) -> SetText:
    """Return the words of a text of several directions, each on one level, spaces as words of their own."""
    level, levels = _levels(runs, whole, base)
    text = SetText([], [], [], [], level)
    assert text.levels is not None
    pieces, piece_ends = _segment(whole, indents=indents)
    ends = [FORBIDDEN] * len(whole)
    at = 0
    for piece, end in zip(pieces, piece_ends, strict=True):
        at += len(piece)
        ends[at - 1] = end
    places = _Places()
    at = 0
    base_pt = 0.0
    # `_segment` has a space for what forces a break.
    whole = "".join(pieces)
    for run in runs:
        if run.look.over:
            _set_over(run, base_pt, text.words, text.owners, text.ends)
            text.levels.append(text.levels[-1] if text.levels else level)
            continue
        stop = at + len(run.text)
        base_pt = 0.0
        while at < stop:
            after = at + 1
            while after < stop and levels[after] == levels[at] and ends[after - 1] == FORBIDDEN:
                after += 1
            for part in _CUTS.findall(whole[at:after]):
                leftward = levels[at] % 2 == 1 and part[0] != " "
                for look, word in run.look.parts(part, leftward=leftward):
                    text.words.append(word)
                    text.owners.append(places[run, look])
                    text.levels.append(levels[at])
                    text.ends.append(FORBIDDEN)
                    base_pt += word.width_pt
            text.ends[-1] = ends[after - 1]
            at = after
    return text


def _segment(text: str, *, indents: bool = False) -> tuple[list[str], list[int]]:
    """Return pieces and ends, with a space for each character that only forces a break: words must not run together.

    Spaces after such a character end the line before it, or are a piece of
    their own where they are what `indents` the line.
    """
    pieces, ends = segment(text)
    if FORCED in ends:
        shown: list[str] = []
        kinds: list[int] = []
        for piece, end in zip(pieces, ends, strict=True):
            solid = len(piece.rstrip(" ")) if end == FORCED else len(piece)
            spaces = piece[solid:]
            shown.append(piece[: solid - 1] + " " + ("" if indents else spaces) if end == FORCED else piece)
            kinds.append(end)
            if indents and spaces:
                shown.append(spaces)
                kinds.append(FORBIDDEN)
        pieces, ends = shown, kinds
    return pieces, ends


def _join(runs: Sequence[Run], whole: str, indents: bool) -> SetText:
    pieces, piece_ends = _segment(whole, indents=indents)
    words: list[Word] = []
    owners: list[Run] = []
    ends: list[int] = []
    left = iter(zip(pieces, piece_ends, strict=True))
    piece, end = "", FORBIDDEN
    base_pt = 0.0
    for run in runs:
        if run.look.over:
            _set_over(run, base_pt, words, owners, ends)
            continue
        needed = len(run.text)
        base_pt = 0.0
        while needed:
            if not piece:
                piece, end = next(left)
            taken = piece[:needed]
            piece = piece[needed:]
            needed -= len(taken)
            word = run.look[taken]
            words.append(word)
            owners.append(run)
            ends.append(end if not piece else FORBIDDEN)
            base_pt += word.width_pt
    return SetText(words, owners, ends)


def _set_over(run: Run, base_pt: float, words: list[Word], owners: list[Run], ends: list[int]) -> None:
    """Put a reading over the run before it, which grows as wide as the reading."""
    parts = run.look.parts(run.text) if run.look[run.text].shaped.missing else []
    look, word = parts[0] if len(parts) == 1 else (run.look, run.look[run.text])
    run = run if look is run.look else Run(run.text, look, run.owner)
    wider = max(0.0, word.width_pt - base_pt)
    words.append(Word(word.shaped, wider, wider, max(0.0, (base_pt - word.width_pt) / 2) - base_pt))
    owners.append(run)
    ends.append(ends[-1] if ends else FORBIDDEN)
    if len(ends) > 1:
        ends[-2] = FORBIDDEN


def break_lines(text: SetText, measure_pt: float, indent_pt: float = 0.0) -> None:
    """Fill `text.lines`, none wider than the measure; the first is indented.

    A word wider than the measure is cut where it fills it.
    """
    widths = [word.width_pt for word in text.words]
    if max(widths, default=0.0) * (text.ends.count(FORBIDDEN) + 1) > measure_pt - indent_pt:
        _cut_long_words(text, measure_pt, indent_pt)
        widths = [word.width_pt for word in text.words]
    text.lines = []
    first = 0
    stops = [at for at, end in enumerate(text.ends, 1) if end == FORCED] if FORCED in text.ends else []
    if widths and stops[-1:] != [len(widths)]:
        stops.append(len(widths))
    for stop in stops:
        _break_stretch(text, widths, first, stop, measure_pt, indent_pt if first == 0 else 0.0)
        first = stop
    if text.is_scattered and text.levels is None:
        _stretch_ideographs(text, measure_pt)


def _stretch_ideographs(text: SetText, measure: float) -> None:
    """Set the lines of Chinese and Japanese to both edges, as they are printed: a little space after each character."""
    for line in text.lines[:-1]:
        words = text.words[line.start : line.end]
        free = measure - line.indent_pt - line.width_pt
        wide = sum(1 for word in words if len(word.shaped.text) <= 2 and word.shaped.text[0] in _IDEOGRAPHS)
        ends = text.ends[line.end - 1] == FORCED or any(run.look.over for run in text.owners[line.start : line.end])
        if not ends and wide > len(words) * _MOSTLY and 0 < free < measure * _MOST_FREE:
            line.stretch_pt = free / (len(words) - 1)
            line.width_pt += free


def _break_stretch(text: SetText, widths: list[float], first: int, last: int, measure: float, indent: float) -> None:
    """Break the words `first` to `last`, of these widths, which hold no forced end but at the last."""
    word = text.words[last - 1]
    total = indent + sum(widths[first:last])
    if total - word.width_pt + word.solid_pt <= measure + _ROUNDING_PT:
        # One line costs less than two, whatever stands in it.
        text.lines.append(_line(text, first, last, 0.0, total, indent))
        return
    ways = _find_ways(text, widths, first, last, measure, indent, _LOOSE) or _find_ways(
        text, widths, first, last, measure, indent, _LOOSEST
    )
    assert ways is not None
    starts, xs, befores, best = ways
    lines: list[Line] = []
    stop, stop_x = last, total
    while best >= 0:
        lines.append(_line(text, starts[best], stop, xs[best], stop_x, 0.0 if best else indent))
        stop, stop_x, best = starts[best], xs[best], befores[best]
    text.lines += reversed(lines)


def _find_ways(
    text: SetText, widths: list[float], first: int, last: int, measure: float, indent: float, loosest: float
) -> tuple[list[int], list[float], list[int], int] | None:
    """Return where lines may start (word, width of all before it, the start of the line before), and the last's start.

    Of the lines that end at one place only the best is kept. None where a
    line would be emptier than `loosest`; at `_LOOSEST` such a line is taken.
    """
    words, ends = text.words, text.ends
    starts, xs, befores = [first], [0.0], [-1]
    # The least cost of all lines before, in square points, with the square of x added: then what a line from there
    # leaves empty, squared, is a term that is one for all starts, and a product.
    costs = [0.0]
    area = measure * measure
    limit = measure + _ROUNDING_PT
    fullest = measure * (1 - loosest)
    active = 0
    count = 1
    x = indent
    for at, (width, end) in enumerate(zip(widths[first : last - 1], ends[first : last - 1], strict=True), first):
        if end:
            solid = x + words[at].solid_pt
            if end == SOFT:
                solid += _hyphen_of(text, at).solid_pt
            while solid - xs[active] > limit:
                if active == count - 1:
                    if loosest < _LOOSEST:
                        return None
                    break
                active += 1
            latest = solid - fullest
            if xs[active] <= latest or loosest == _LOOSEST:
                twice = 2 * (measure - solid)
                before = active
                cost = costs[active] + twice * xs[active]
                for index in range(active + 1, count):
                    start = xs[index]
                    if start > latest:
                        break
                    other = costs[index] + twice * start
                    if other < cost:
                        before, cost = index, other
                starts.append(at + 1)
                befores.append(before)
                x += width
                xs.append(x)
                costs.append(cost + twice * twice / 4 + _PENALTIES[end] * area + x * x)
                count += 1
                continue
        x += width
    solid = x + words[last - 1].solid_pt
    while solid - xs[active] > limit:
        if active == count - 1:
            if loosest < _LOOSEST:
                return None
            break
        active += 1
    runt = measure * _RUNT
    best, least = -1, 0.0
    for index in range(active, count):
        cost = costs[index] - xs[index] * xs[index]
        width = solid - xs[index]
        if width < runt:
            cost += _RUNT_COST * area * (1 - width / runt)
        if best < 0 or cost < least:
            best, least = index, cost
    return starts, xs, befores, best


def _line(text: SetText, start: int, end: int, start_x: float, end_x: float, indent: float) -> Line:
    """Return the line of these words, which reach from `start_x` to `end_x` with the spaces after them."""
    word = text.words[end - 1]
    width = end_x - start_x - word.width_pt + word.solid_pt
    hyphen = _hyphen_of(text, end - 1) if text.ends[end - 1] == SOFT else None
    if hyphen is not None:
        width += hyphen.solid_pt
    return Line(start, end, width - indent, indent, hyphen)


def _hyphen_of(text: SetText, at: int) -> Word:
    """Return the hyphen of a line that ends inside a word."""
    return text.owners[at].look["-"]


def _cut_long_words(text: SetText, measure: float, indent: float) -> None:
    """Cut each stretch of words that stay together and are wider than the measure; the first one has less of it."""
    at = 0
    room = measure - indent
    while at < len(text.words):
        stop = at
        width = text.words[at].width_pt
        while stop < len(text.words) - 1 and text.ends[stop] == FORBIDDEN:
            stop += 1
            width += text.words[stop].width_pt
        if width - text.words[stop].width_pt + text.words[stop].solid_pt > room:
            stop = _cut_stretch(text, at, stop, room)
        at = stop + 1
        room = measure


def _cut_stretch(text: SetText, first: int, last: int, measure: float) -> int:
    """Allow breaks in the words `first` to `last` so that each part fits; return the new last word."""
    x = 0.0
    at = first
    while at <= last:
        word, run = text.words[at], text.owners[at]
        if x and x + word.solid_pt > measure:
            text.ends[at - 1] = FREE
            x = 0.0
        if word.solid_pt > measure and len(word.shaped.text) > 1:
            parts = [run.look[part] for part in _parts(word, measure, run.look)]
            if len(parts) > 1:
                if text.levels is not None:
                    text.levels[at : at + 1] = [text.levels[at]] * len(parts)
                text.words[at : at + 1] = parts
                text.owners[at : at + 1] = [run] * len(parts)
                text.ends[at : at + 1] = [FREE] * (len(parts) - 1) + [text.ends[at]]
                at += len(parts) - 1
                last += len(parts) - 1
                word = parts[-1]
        x += word.width_pt
        at += 1
    return last


def _parts(word: Word, measure: float, look: Look) -> list[str]:
    """Return the word's text in parts that fit the measure, cut between clusters."""
    text = word.shaped.text
    scale = look.size_pt / word.shaped.face.units
    room = (measure - 1.0) if measure > 2 else measure
    solid = len(text.rstrip(" "))
    parts: list[str] = []
    start, width = 0, 0.0
    for glyph, cluster in sorted(word.shaped.placed(), key=lambda placed: placed[1]):
        advance = glyph.advance * scale + look.tracking_pt
        if start < cluster < solid and width + advance > room:
            parts.append(text[start:cluster])
            start, width = cluster, 0.0
        width += advance
    parts.append(text[start:])
    return parts


def balance(text: SetText, measure_pt: float) -> None:
    """Break into the fewest lines that the measure allows, all about as long as each other; for headlines."""
    break_lines(text, measure_pt)
    fewest = len(text.lines)
    if fewest < 2:
        return
    narrow, wide = measure_pt * 0.5, measure_pt
    best = text.lines
    for _ in range(8):
        middle = (narrow + wide) / 2
        lines = _first_fit(text, middle)
        if lines is not None and len(lines) <= fewest:
            best, wide = lines, middle
        else:
            narrow = middle
    text.lines = best


def _first_fit(text: SetText, measure: float) -> list[Line] | None:
    """Return the lines of filling each as far as it goes, or None where a word is wider than the measure."""
    lines: list[Line] = []
    start = 0
    while start < len(text.words):
        x = 0.0
        stop = -1
        for at in range(start, len(text.words)):
            word = text.words[at]
            if x + word.solid_pt > measure:
                break
            x += word.width_pt
            if text.ends[at] != FORBIDDEN or at == len(text.words) - 1:
                stop = at + 1
                width = x - word.width_pt + word.solid_pt
                if text.ends[at] == FORCED:
                    break
        if stop < 0:
            return None
        lines.append(Line(start, stop, width))
        start = stop
    return lines
