"""Fragments: shaped words as the inside of a `TJ` array, and what each glyph says in Unicode.

A fragment does not depend on size or document, so it is made once a process.
Whether a word reads back as its own text depends on the document: a glyph has
one `ToUnicode` value, and the first word that uses it decides. A word that
would read wrongly is wrapped, without its spaces, in a `Span` with its
`ActualText`.
"""

from __future__ import annotations

from unicodedata import normalize

from converter.typeset.looks import UNREADABLE
from converter.writers.pdf.document import literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from converter.typeset.faces import Face, Glyph
    from converter.typeset.looks import Shaped, Word

    Row: TypeAlias = tuple[int, int, int, int, int]
    """Glyph number, index of its cluster's first character, advance, x offset, y offset; in font units."""

_SOFT_HYPHEN = b"\xfe\xff\0\xad"
_SILENT = "\u200b"
"""What a box says that stands for no character: PDF/A wants a value, and readers drop a zero-width space."""


class Fragment:
    """A shaped piece, cut into its word and the spaces after it."""

    __slots__ = ("is_exact", "known_as", "leftward", "lifted", "plain", "spaces", "text", "uses", "word")

    def __init__(self, shaped: Shaped) -> None:
        self.text = shaped.text.rstrip(" ").replace(UNREADABLE, _SILENT)
        """The word alone."""
        self.word = ""
        """The codes of the word; a template where it is `lifted`."""
        self.spaces = ""
        """The codes of the spaces after it."""
        self.uses: Sequence[tuple[int, str]] | None = None
        """Glyph and what it says, an empty text where it says nothing by itself; None where each says its own."""
        self.known_as: frozenset[object]
        """What must be known of a document's glyphs so that `plain` reads back; compared, never looked into."""
        self.is_exact = True
        """Whether the glyphs in their order say the whole text."""
        self.lifted = False
        """Whether a glyph stands off the baseline: how far, in points, depends on the size."""
        self.leftward = False
        """Whether its glyphs stand in the order of drawing, against that of reading."""
        self.plain: str | None
        """All its codes, where they say the text as soon as each glyph says its part."""
        if shaped.clusters is None:
            glyphs, solid = shaped.glyphs, len(self.text)
            codes = [glyph.drawn or _draw(glyph, shaped.face) for glyph in glyphs]
            self.plain = "".join(codes)
            if solid < len(codes):
                self.spaces = codes[-1] if solid == len(codes) - 1 else "".join(codes[solid:])
                self.word = self.plain[: -len(self.spaces)]
            else:
                self.word = self.plain
            self.known_as = frozenset(glyphs)
        else:
            self._set_any(shaped)

    def _set_any(self, shaped: Shaped) -> None:
        solid = len(self.text)
        rows = [
            (glyph.number, cluster, glyph.advance, glyph.x_offset, glyph.y_offset) for glyph, cluster in shaped.placed()
        ]
        self.leftward = shaped.leftward and solid > 1
        self.lifted = any(glyph.y_offset for glyph in shaped.glyphs)
        self.word = _codes(rows, shaped.face, 0, solid)
        self.spaces = _codes(rows, shaped.face, solid, len(shaped.text))
        self.uses, is_exact = _uses(rows, shaped)
        # A reader takes glyphs off their place for other words or lines, unless it is given the word whole.
        is_straight = shaped.leftward or not any(glyph.x_offset for glyph in shaped.glyphs)
        self.is_exact = is_exact and is_straight and not shaped.missing and not self.lifted
        self.known_as = frozenset(self.uses)
        self.plain = None if self.lifted or self.leftward or not self.is_exact else self.word + self.spaces


def _draw(glyph: Glyph, face: Face) -> str:
    """Return the glyph's code, with its kerning."""
    kern = face.advances[glyph.number] - glyph.advance
    codes = glyph.drawn = _CODES[glyph.number] + (_kern(kern * 1000 / face.units) if kern else "")
    return codes


class _Codes(dict[int, str]):
    """Glyph → its code as a literal string: two bytes, half as long as in hex, and a tenth after deflate."""

    def __missing__(self, glyph: int) -> str:
        code = self[glyph] = literal(glyph.to_bytes(2, "big"))
        return code


_CODES = _Codes()


# No byte of a content stream is one of these.
_FROM, _TO = "\ue000", "\ue001"


def _codes(rows: list[Row], face: Face, first: int, last: int) -> str:
    """Return glyph codes with their kerning, for the clusters from `first` to before `last`."""
    scale = 1000 / face.units
    parts: list[str] = []
    pending = 0  # How far the pen is from where the next glyph stands.
    for glyph, cluster, advance, x_offset, y_offset in rows:
        if not first <= cluster < last:
            continue
        if pending + x_offset:
            parts.append(_kern(-(pending + x_offset) * scale))
        if y_offset:
            # Between the two signs is the height, filled in by `at_size`.
            parts.append(f"]TJ {_FROM}{y_offset / face.units:.4f}{_TO}Ts[{_CODES[glyph]}]TJ {_FROM}0{_TO}Ts[")
        else:
            parts.append(_CODES[glyph])
        pending = advance - face.advances[glyph] - x_offset
    if pending:
        parts.append(_kern(-pending * scale))
    return "".join(parts)


def _kern(value: float) -> str:
    """Return a move of the pen between two strings of a `TJ` array, in thousandths of the size, to the left."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "" if text in ("0", "-0") else text


def at_size(codes: str, size_pt: float, rise_pt: float) -> str:
    """Return the codes of a lifted word with its heights in points."""
    out: list[str] = []
    for part in codes.split(_FROM):
        height, sign, rest = part.partition(_TO)
        out.append(f"{float(height) * size_pt + rise_pt:.2f} {rest}" if sign else part)
    return "".join(out)


def _uses(rows: list[Row], shaped: Shaped) -> tuple[tuple[tuple[int, str], ...], bool]:
    """Return what each glyph says, and whether the glyphs in their order say the whole text."""
    text, face = shaped.text.replace(UNREADABLE, _SILENT), shaped.face
    uses: list[tuple[int, str]] = []
    is_exact = True
    glyphs = rows[::-1] if shaped.leftward else rows
    at = 0
    while at < len(glyphs):
        cluster = glyphs[at][1]
        stop = at + 1
        while stop < len(glyphs) and glyphs[stop][1] == cluster:
            stop += 1
        end = glyphs[stop][1] if stop < len(glyphs) else len(text)
        said = text[cluster:end]
        if stop - at == 1:
            if shaped.leftward and len(said) > 1:
                # Who turns reversed characters around would turn these around too; composed, they are one.
                said = normalize("NFC", said)
                is_exact = is_exact and len(said) == 1
            uses.append((glyphs[at][0], said))
        elif stop - at == len(said) and all(
            face.nominal_glyph(character) == glyph[0] for character, glyph in zip(said, glyphs[at:stop], strict=True)
        ):
            uses.extend((glyph[0], character) for character, glyph in zip(said, glyphs[at:stop], strict=True))
        elif own := _marks_in_another_order(said, glyphs[at:stop], face):
            uses.extend(own)
        else:
            is_exact = False
            uses.extend((glyph[0], "") for glyph in glyphs[at:stop])
        at = stop
    return tuple(dict.fromkeys(uses)), is_exact and "".join(_said(glyphs, text)) == text


def _marks_in_another_order(said: str, glyphs: list[Row], face: Face) -> list[tuple[int, str]]:
    """Return each glyph with its character where they are the text in an order that Unicode calls the same."""
    nominal = {face.nominal_glyph(character): character for character in said}
    own = [(glyph[0], nominal.get(glyph[0], "")) for glyph in glyphs]
    order = "".join(character for _, character in own)
    same = len(order) == len(said) and normalize("NFD", order) == normalize("NFD", said)
    return own if same else []


def _said(glyphs: list[Row], text: str) -> list[str]:
    """Return the text by the glyphs' clusters in drawing order; anything but the text means that order was changed."""
    clusters = [glyph[1] for glyph in glyphs]
    if clusters != sorted(clusters):
        return []
    firsts = sorted({0, *clusters}) if clusters else []
    return [text[start:end] for start, end in zip(firsts, [*firsts[1:], len(text)], strict=True)]


def find_fragment(shaped: Shaped) -> Fragment:
    """Return the one fragment of the shaped piece, which keeps it."""
    fragment: Fragment | None = shaped.drawn
    if fragment is None:
        fragment = shaped.drawn = Fragment(shaped)
    return fragment


class FontUse(dict["Shaped", str]):
    """One face in one document: shaped piece → what stands between `[` and `]TJ`, made when first drawn."""

    def __init__(self, name: str, face: Face) -> None:
        super().__init__()
        self.name = name
        self.face = face
        self.unicode: dict[int, str] = {}
        """Glyph → what it says, for each glyph drawn."""
        self._known: set[object] = set()
        """Of which glyphs it is known that here they say what they say: `known_as` of fragments."""
        # A space may share its glyph with a no-break space, a hyphen with its kin: the plain one owns the glyph.
        self._seeds = {face.nominal_glyph(character): character for character in " -"}
        # The replacement character's glyph is also the box for what the face lacks.
        self._seeds[face.nominal_glyph("\ufffd")] = _SILENT

    def __missing__(self, shaped: Shaped) -> str:
        fragment = shaped.drawn or find_fragment(shaped)
        if fragment.plain is not None and (fragment.known_as <= self._known or self._get_to_know(shaped)):
            codes: str = fragment.plain
        else:
            codes = self.encode(shaped, shaped.face.units, 0.0)
            if fragment.lifted:
                return codes
        self[shaped] = codes
        return codes

    def codes_of(self, words: Iterable[Word]) -> str:
        """Return what stands between `[` and `]TJ` for the words."""
        known = self._known
        out: list[str] = []
        for word in words:
            shaped = word.shaped
            fragment = shaped.drawn
            if fragment is not None and fragment.plain is not None and fragment.known_as <= known:
                out.append(fragment.plain)
            else:
                out.append(self[shaped])
        return "".join(out)

    def _get_to_know(self, shaped: Shaped) -> bool:
        """Note the glyphs that are new here; return whether all say here what they say by themselves."""
        if shaped.clusters is not None:
            return False
        known, says = self._known, self.unicode
        for glyph in shaped.glyphs:
            if glyph not in known:
                said = says.get(glyph.number)
                if said is None:
                    said = says[glyph.number] = self._seeds.get(glyph.number) or glyph.says
                if said != glyph.says:
                    return False
                known.add(glyph)
        return True

    def encode(self, shaped: Shaped, size_pt: float, rise_pt: float) -> str:
        """Return the codes at a size, and note which glyphs the document uses and what they say."""
        fragment = find_fragment(shaped)
        says = self.unicode
        is_exact = fragment.is_exact
        uses = fragment.uses
        for glyph, said in [(glyph.number, glyph.says) for glyph in shaped.glyphs] if uses is None else uses:
            known = says.get(glyph)
            if known is None:
                known = says[glyph] = self._seeds.get(glyph) or said or self._nominal(glyph, shaped.text)
            if known != said:
                is_exact = False
        if is_exact and fragment.plain is not None:
            self._known |= fragment.known_as
            return fragment.plain
        word = at_size(fragment.word, size_pt, rise_pt) if fragment.lifted else fragment.word
        if is_exact and fragment.leftward:
            # ISO 32000-1, 14.8.2.3.3.
            return f"]TJ/ReversedChars BMC[{word}]TJ EMC[{fragment.spaces}"
        if is_exact or not fragment.text:
            return word + fragment.spaces
        return _spanned(fragment.text, word, fragment.spaces)

    def added_hyphen(self, shaped: Shaped) -> str:
        """Return what draws a hyphen that the text does not have: it reads as a soft one, which readers drop."""
        self.encode(shaped, shaped.face.units, 0.0)
        return f"/Span<</ActualText{literal(_SOFT_HYPHEN)}>>BDC[{find_fragment(shaped).word}]TJ EMC"

    def encode_all(self, pieces: list[Shaped], size_pt: float, rise_pt: float) -> str:
        """Return the codes of neighbours; pieces without a space between them are wrapped together, where one is."""
        out: list[str] = []
        word: list[Shaped] = []
        for count, shaped in enumerate(pieces, 1):
            word.append(shaped)
            if find_fragment(shaped).spaces or shaped.leftward or count == len(pieces):
                out.append(self._encode_word(word, size_pt, rise_pt))
                word = []
        return "".join(out)

    def _encode_word(self, pieces: list[Shaped], size_pt: float, rise_pt: float) -> str:
        codes = [self.encode(shaped, size_pt, rise_pt) for shaped in pieces]
        if len(pieces) == 1 or not any("/Span" in one for one in codes):
            return "".join(codes)
        fragments = [find_fragment(shaped) for shaped in pieces]
        inside = [at_size(one.word, size_pt, rise_pt) if one.lifted else one.word for one in fragments]
        return _spanned("".join(one.text for one in fragments), "".join(inside), fragments[-1].spaces)

    def _nominal(self, glyph: int, text: str) -> str:
        """Return a character for a glyph that says nothing by itself; it only ever stands inside an `ActualText`."""
        # PDF/A-3 6.2.11.7: every glyph drawn has a Unicode value, and none is 0, FEFF or FFFE.
        return next((character for character in text if self.face.nominal_glyph(character) == glyph), "\ufffd")


def _spanned(text: str, codes: str, spaces: str) -> str:
    actual = literal(b"\xfe\xff" + text.encode("utf-16-be", "replace"))
    return f"]TJ/Span<</ActualText{actual}>>BDC[{codes}]TJ EMC[{spaces}"


class FontUses(dict["Face", FontUse]):
    """The faces of one document in the order of their first use: face → its use, named F1, F2, …"""

    def __missing__(self, face: Face) -> FontUse:
        use = self[face] = FontUse(f"F{len(self) + 1}", face)
        return use
