"""Looks: a face with size, colour and features. A look keeps every word that it has shaped.

Words repeat, within a story and over a batch: a shaped word is one dictionary
look-up the second time. That cache is what makes the typesetter fast.
"""

from __future__ import annotations

from converter.typeset.faces import NEUTRAL, Glyph, script_tag
from converter.typeset.itemise import fit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from converter.typeset.faces import Face

UNREADABLE = "\uffff"
"""Stands in a text for a character that XML cannot hold: it is drawn as a box and says nothing."""

_FEW = 4
"""Fewer words than these are as fast one by one."""
_MOST_WORDS = 65_536
"""A cache of words starts anew beyond this, so that a batch runs in constant memory."""


class Shaped:
    """A shaped piece of text: a word with the spaces after it, independent of size and colour."""

    __slots__ = ("advance", "clusters", "drawn", "face", "glyphs", "leftward", "missing", "solid_advance", "text")

    def __init__(
        self, text: str, face: Face, glyphs: list[Glyph], clusters: Sequence[int] | None, leftward: bool = False
    ) -> None:
        self.text = text
        self.face = face
        self.clusters = clusters
        """The first character of each glyph's cluster; None where every glyph says one character, in order."""
        self.leftward = leftward
        """Whether it runs from right to left; its glyphs are in the order of drawing all the same."""
        self.missing = ""
        """The characters that the face cannot draw; boxes stand for them."""
        self.drawn: Any = None
        """What a writer makes of it, kept here by that writer."""
        if clusters is not None and 0 in [glyph.number for glyph in glyphs]:
            glyphs = self._boxed(glyphs, clusters)
        self.glyphs = glyphs
        self.advance = self.solid_advance = sum([glyph.advance for glyph in glyphs])
        if text[-1:] == " ":
            if clusters is None and text[-2:-1] != " ":
                self.solid_advance -= glyphs[-1].advance  # One space, as behind nearly every word.
                return
            solid = len(text.rstrip(" "))
            spaces = (
                glyphs[solid:]
                if clusters is None
                else [glyph for glyph, cluster in zip(glyphs, clusters, strict=True) if cluster >= solid]
            )
            self.solid_advance -= sum([glyph.advance for glyph in spaces])

    def _boxed(self, glyphs: list[Glyph], clusters: Sequence[int]) -> list[Glyph]:
        # PDF/A-3 6.2.11.8 forbids the font's own box, glyph 0; the replacement character is drawn in its place.
        number = self.face.nominal_glyph("\ufffd")
        box = Glyph(number, self.face.advances[number])
        missing = [self.text[cluster] for glyph, cluster in zip(glyphs, clusters, strict=True) if not glyph.number]
        self.missing = "".join(missing).replace(UNREADABLE, "")
        return [glyph if glyph.number else box for glyph in glyphs]

    def placed(self) -> list[tuple[Glyph, int]]:
        """Return each glyph with the first character of its cluster, in the order of drawing."""
        clusters = self.clusters
        return list(zip(self.glyphs, range(len(self.glyphs)) if clusters is None else clusters, strict=True))


class Word:
    """A shaped piece at a size. `solid_pt` is its width without the spaces after it."""

    __slots__ = ("shaped", "shift_pt", "solid_pt", "width_pt")

    def __init__(self, shaped: Shaped, width_pt: float, solid_pt: float, shift_pt: float = 0.0) -> None:
        self.shaped = shaped
        self.width_pt = width_pt
        self.solid_pt = solid_pt
        self.shift_pt = shift_pt
        """How far right of its place it is drawn; for a reading that stands over the word before it."""


class Shaper(dict[str, Shaped]):
    """A face with features, a language and a direction: text → `Shaped`, made when first asked for."""

    def __init__(self, face: Face, features: frozenset[str], language: str | None, leftward: bool) -> None:
        super().__init__()
        self.face = face
        self.wanted = features
        """The features that were asked for."""
        self.features = dict.fromkeys(sorted(features), True) | dict.fromkeys(face.without, False)
        self.language = language
        self.leftward = leftward

    def __missing__(self, text: str) -> Shaped:
        if len(self) >= _MOST_WORDS:
            self.clear()
        glyphs, clusters = self.face.shape(text, self.features, self.language, leftward=self.leftward)
        shaped = self[text] = Shaped(text, self.face, glyphs, clusters, self.leftward)
        return shaped

    def learn(self, texts: Iterable[str]) -> None:
        """Shape together what is not known of the texts; what needs a call of its own is left for later."""
        if self.leftward:
            return
        scripts: dict[str, list[str]] = {}
        joined = self.face.joined
        for text in dict.fromkeys(texts):
            if text not in self and not any(pair in text for pair in joined):
                scripts.setdefault(script_tag(text[0]), []).append(text)
        for script, words in scripts.items():
            # What begins with a sign gets its script from what stands further on.
            if script not in NEUTRAL:
                self._learn(words)

    def _learn(self, words: list[str]) -> None:
        if len(words) < _FEW:
            return
        if len(self) + len(words) > _MOST_WORDS:
            self.clear()
        found = self.face.shape_together(words, self.features, self.language)
        if found is None:
            middle = len(words) // 2
            self._learn(words[:middle])
            self._learn(words[middle:])
            return
        for text, glyphs in zip(words, found, strict=True):
            self[text] = Shaped(text, self.face, glyphs, None)


_shapers: dict[tuple[Face, frozenset[str], str | None, bool], Shaper] = {}


def find_shaper(face: Face, features: frozenset[str], language: str | None, *, leftward: bool = False) -> Shaper:
    """Return the process's one shaper for these."""
    key = (face, features, language, leftward)
    shaper = _shapers.get(key)
    if shaper is None:
        shaper = _shapers.setdefault(key, Shaper(face, features, language, leftward))
    return shaper


class Look(dict[str, Word]):
    """How a run looks, and its words: text → `Word`, made when first asked for."""

    __slots__ = ("_beside", "_parts", "base", "colour", "over", "rise_pt", "rules", "shaper", "size_pt", "tracking_pt")

    def __init__(
        self,
        shaper: Shaper,
        size_pt: float,
        colour: str,
        *,
        tracking_pt: float = 0.0,
        rise_pt: float = 0.0,
        rules: tuple[str, ...] = (),
        over: bool = False,
    ) -> None:
        super().__init__()
        self.shaper = shaper
        self.size_pt = size_pt
        self.colour = colour
        """`#rrggbb`."""
        self.tracking_pt = tracking_pt
        self.rise_pt = rise_pt
        """Above the baseline."""
        self.rules = rules
        """Lines drawn with the text: `underline`, `strike`, `link`."""
        self.over = over
        """Whether it is a reading that stands over the words before it."""
        self.base = self
        """The look that this one stands in for, where another face draws what that one's lacks."""
        self._beside: dict[tuple[Face, bool], Look] = {}
        self._parts: dict[tuple[str, bool], list[tuple[Look, Word]]] = {}

    def all_of(self, texts: list[str]) -> list[Word]:
        """Return the words of the texts."""
        words = list(map(self.get, texts))
        if None in words:
            self.shaper.learn(texts)
            return [self[text] for text in texts]
        return words  # type: ignore[return-value]

    def parts(self, text: str, *, leftward: bool = False) -> list[tuple[Look, Word]]:
        """Return the text as words, each in a look whose face can draw it, where any can."""
        key = (text, leftward)
        found = self._parts.get(key)
        if found is None:
            if len(self._parts) >= _MOST_WORDS:
                self._parts.clear()
            pieces = fit(text, self.shaper.face, self.shaper.language)
            looks = [(self._look_in(face, leftward), piece) for piece, face in pieces]
            found = self._parts[key] = [(look, look[piece]) for look, piece in looks]
        return found

    def _look_in(self, face: Face, leftward: bool) -> Look:
        """Return this look in another face, or running leftward."""
        own = self.shaper
        if face is own.face and leftward == own.leftward:
            return self
        look = self._beside.get((face, leftward))
        if look is None:
            shaper = find_shaper(face, own.wanted, own.language, leftward=leftward)
            made = Look(
                shaper,
                self.size_pt * face.scale / own.face.scale,
                self.colour,
                # Letters that join must not be torn apart.
                tracking_pt=self.tracking_pt if face is own.face else 0.0,
                rise_pt=self.rise_pt,
                rules=self.rules,
                over=self.over,
            )
            made.base = self.base
            # Threads that ask at once get one look: what is drawn together is told by it.
            look = self._beside.setdefault((face, leftward), made)
        return look

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        word = self[text] = self.make(self.shaper[text])
        return word

    def make(self, shaped: Shaped) -> Word:
        """Return the shaped piece at this look's size and tracking."""
        scale = self.size_pt / shaped.face.units
        if not self.tracking_pt:
            return Word(shaped, shaped.advance * scale, shaped.solid_advance * scale)
        solid = len(shaped.text.rstrip(" "))
        inked = sum(cluster < solid for _, cluster in shaped.placed())
        return Word(
            shaped,
            shaped.advance * scale + len(shaped.glyphs) * self.tracking_pt,
            shaped.solid_advance * scale + inked * self.tracking_pt,
        )

    @property
    def ascent_pt(self) -> float:
        """Return how far the face's letters may reach above the baseline."""
        face = self.shaper.face
        return face.ascent * self.size_pt / face.units

    @property
    def descent_pt(self) -> float:
        """Return how far the face's letters may reach below the baseline, as a positive length."""
        face = self.shaper.face
        return -face.descent * self.size_pt / face.units
