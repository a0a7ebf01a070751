"""The characters of a page in the order of reading, as PDFium finds them.

PDFium turns what runs from right to left, but not always: it leaves a word as
it lies where all its letters are joined, Latin words among Hebrew ones in the
order of Hebrew, and brackets as their shapes are. Where a line has such letters,
its characters are put in order anew, by their places: what the bidirectional
algorithm does to the order of reading, it does to that of the page as well.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from pypdfium2 import PdfTextPage

    Character: TypeAlias = tuple[int, str]
    """Its number in PDFium's text, and itself."""

_BREAKS = "\r\n"
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_OPENING = "([{<«‹"
_BESIDE_LETTERS = re.compile(r"(?<=L )1[1,]*|1[1,]*(?= L)")
"""A number beside a Latin word, which may stand before or behind it: `Airbus 320` is likelier than `320 Airbus`."""
_NOWHERE = -1
"""The number of a blank that is none of PDFium's."""
_BELOW, _FAR = 0.3, 4.0
"""Heights of a letter: how far a line may reach into the one above; how far ahead no letter of the same line stands."""
_ROOM, _LITTLE_ROOM, _SAME = 0.12, 0.03, 0.01
"""Heights of a letter that part two words, and where PDFium sees two words; points within which two letters are one
glyph, in the order of reading.
"""


def characters_of(text: PdfTextPage) -> list[Character]:
    """Return the characters of a page; line ends are `\\r` and `\\n`."""
    from pypdfium2 import raw

    found: list[Character] = []
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        found.append((at, chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"))
    found = with_line_ends(found, text)
    if not any(_runs_to_left(char) for _, char in found):
        return found
    is_page = _is_to_left(found)
    ordered: list[Character] = []
    line: list[Character] = []
    for each in (*found, (-1, "\n")):
        if each[1] not in _BREAKS:
            line.append(each)
            continue
        if any(_runs_to_left(char) for _, char in line):
            line = _in_order(line, text, 1 if is_page or _is_to_left(line) else 0)
        ordered += line
        line = []
        ordered.append(each)
    return ordered[:-1]


def with_line_ends(characters: list[Character], text: PdfTextPage) -> list[Character]:
    """Return the characters with an end of the line where they go back and down, which PDFium overlooks at times."""
    import ctypes

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    made: list[Character] = []
    bottom = height = left = right = 0.0
    for at, char in characters:
        if char in _BREAKS:
            height = 0.0
        elif char != " " and raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            goes_back = box.left < left - height or box.right > right + _FAR * height
            if height and box.top < bottom + _BELOW * height and goes_back:
                made.append((_NOWHERE, "\n"))
                height = 0.0
            bottom = min(bottom, box.bottom) if height else box.bottom
            height = max(height, box.top - box.bottom)
            left, right = box.left, box.right
        made.append((at, char))
    return made


def _runs_to_left(char: str) -> bool:
    """Return whether it is a letter of Hebrew, Arabic, Syriac, Thaana or N'Ko, or a form of one."""
    return char >= "\u0590" and ("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc") and char.isalpha()


class _Piece:
    """Letters from right to left that follow one another, in the order of reading; or one other character."""

    __slots__ = ("characters", "left", "right", "word")

    def __init__(self, character: Character, left: float, right: float, word: int) -> None:
        self.characters = [character]
        self.left = left
        self.right = right
        self.word = word


def _is_to_left(characters: list[Character]) -> bool:
    """Return whether most of the letters run from right to left."""
    letters = [char for _, char in characters if char.isalpha()]
    return 2 * sum(map(_runs_to_left, letters)) > len(letters)


def _in_order(line: list[Character], text: PdfTextPage, base: int) -> list[Character]:
    """Return the characters of a line as they are read, from where they stand."""
    from converter.typeset.bidi import class_of, resolve_classes, visual_order

    pieces, height = _pieces(line, text)
    pieces.sort(key=lambda piece: piece.left)
    parted = _parted(pieces, height)
    shown: list[list[Character]] = []
    for piece, is_apart in zip(pieces, parted, strict=True):
        shown += [[(_NOWHERE, " ")], piece.characters] if is_apart else [piece.characters]
    if base:
        shown.reverse()
    classes = [class_of(characters[0][1]) for characters in shown]
    for number in _BESIDE_LETTERS.finditer("".join(map(_letter_of, classes))):
        classes[number.start() : number.end()] = ["L"] * (number.end() - number.start())
    _, levels = resolve_classes(classes, base)
    order = visual_order(levels)
    if base:
        order.reverse()
    ordered = [character for at in order for character in shown[at]]
    brackets = iter(as_read([char for _, char in ordered if char in _MIRRORED]))
    return [(at, next(brackets) if char in _MIRRORED else char) for at, char in ordered]


def _parted(pieces: list[_Piece], height: float) -> list[bool]:
    """Return for each piece whether a blank stands between it and the one before.

    Of its own blanks PDFium does not always know the place: it may have one within a bracket instead of before it.
    """
    rooms = [0.0, *(piece.left - before.right for before, piece in pairwise(pieces)), 0.0]
    sees_one = [False, *(piece.word != before.word for before, piece in pairwise(pieces)), False]
    is_wide = [room > _ROOM * height for room in rooms]

    def is_misplaced(at: int) -> bool:
        """Return whether there is a bracket beside, and on its other side the room for the blank that is seen here."""
        return any(
            pieces[bracket].characters[0][1] in _MIRRORED and is_wide[beyond] and not sees_one[beyond]
            for bracket, beyond in ((at - 1, at - 1), (at, at + 1))
        )

    return [
        is_wide[at] or (sees_one[at] and rooms[at] > _LITTLE_ROOM * height and not is_misplaced(at))
        for at in range(len(pieces))
    ]


def _letter_of(kind: str) -> str:
    """Return one letter for a class."""
    return {"L": "L", "EN": "1", "WS": " ", "CS": ",", "ES": ","}.get(kind, ".")


def _pieces(line: list[Character], text: PdfTextPage) -> tuple[list[_Piece], float]:
    """Return the pieces of a line, and how high the highest of its letters is."""
    import ctypes

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    found: list[_Piece] = []
    height = 0.0
    word = 0
    begun = 0.0
    """Where the letters of the last piece began."""
    goes_on = False
    for character in line:
        if character[1] == " ":
            word, goes_on = word + 1, False
            continue
        is_mark = unicodedata.category(character[1]) == "Mn"
        is_placed = raw.FPDFText_GetLooseCharBox(text, character[0], ctypes.byref(box))
        if found and not is_placed:
            found[-1].characters.append(character)
            continue
        height = max(height, box.top - box.bottom)
        is_letter = is_mark or _runs_to_left(character[1])
        if not (goes_on and is_letter):
            found.append(_Piece(character, box.left, box.right, word))
            begun = box.left
        elif box.left > begun + _SAME and not is_mark:  # It lies as it is drawn.
            found[-1].characters.insert(0, character)
            found[-1].right = max(found[-1].right, box.right)
        else:
            found[-1].characters.append(character)
            found[-1].left = min(found[-1].left, box.left)
        goes_on = is_letter
    return found, height


def as_read(brackets: list[str]) -> list[str]:
    """Return the brackets of a line so that they open and close: some stand there by their shapes, turned or not."""
    turned = [_MIRRORED[bracket] for bracket in brackets]
    in_turn = [
        bracket if (bracket in _OPENING) is (at % 2 == 0) else _MIRRORED[bracket] for at, bracket in enumerate(brackets)
    ]
    return next((each for each in (brackets, turned, in_turn) if _is_balanced(each)), brackets)


def _is_balanced(brackets: list[str]) -> bool:
    open_ones: list[str] = []
    for bracket in brackets:
        if bracket in _OPENING:
            open_ones.append(bracket)
        elif not open_ones or _MIRRORED[open_ones.pop()] != bracket:
            return False
    return not open_ones
