"""Families: which fonts there can be, where their files lie, and what they draw.

The base install has Noto Serif. Each other family comes with an extra; for a
script the first family here that is installed and has the character is
taken. Nothing but these packages is ever looked at: a font of the system
would make other bytes on another machine.
"""

from __future__ import annotations

import os

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Family(Value):
    """A font family as a package brings it."""

    name: str
    scripts: str
    """ISO 15924 tags, with a space between; `Zyyy` for signs that belong to no script."""
    package: str
    """The name that Python imports; its files are in that folder."""
    upright: str
    italic: str | None = None
    bold: str | None = None
    """The file for weights from 600 on, where the upright one is not variable."""
    extra: str = ""
    """The extra of this project that installs the package; empty for the base install."""
    scale: float = 1.0
    """Its size beside Noto Serif's, so that the letters look equally large."""
    room: float = 1.0
    """The distance from line to line that its letters need, beside Noto Serif's."""
    without: tuple[str, ...] = ()
    """Features that are left out, because readers would not get back the text."""
    regions: tuple[tuple[str, int], ...] = ()
    """Language, or the start of its tag, → which font of a collection; the first is for all others."""

    @property
    def folder(self) -> str | None:
        """Return where the package is installed, None where it is not."""
        return _folder(self.package)

    def index(self, language: str | None) -> int:
        """Return which font of the file is the language's."""
        found = (language or "").lower()
        return next(
            (number for start, number in self.regions if found == start or found.startswith(f"{start}-")),
            self.regions[0][1] if self.regions else 0,
        )


def _world(name: str, scripts: str, room: float = 1.0) -> Family:
    return Family(name, scripts, "manimgx_fonts", f"{name.replace(' ', '')}[wght].ttf", extra="fonts-world", room=room)


FAMILIES: tuple[Family, ...] = (
    Family(
        "Noto Serif",
        "Latn Grek Cyrl",
        "fontpkg_noto_serif",
        "files/NotoSerif[wdth,wght].ttf",
        "files/NotoSerif-Italic[wdth,wght].ttf",
    ),
    # One glyph a letter: Noto's Arabic faces draw dots as glyphs of their own, which no reader puts together again.
    Family(
        "Amiri",
        "Arab",
        "fontpkg_amiri",
        "files/Amiri-Regular.ttf",
        bold="files/Amiri-Bold.ttf",
        extra="fonts-arabic",
        scale=1.14,
        room=1.25,
        # Letters off the baseline by a hundredth of their size, which a reader takes for other lines.
        without=("curs",),
    ),
    Family(
        "Frank Ruhl Libre",
        "Hebr",
        "fontpkg_frank_ruhl_libre",
        "files/FrankRuhlLibre[wght].ttf",
        extra="fonts-hebrew",
        scale=1.08,
        # Letters with their points as one glyph each.
        without=("ccmp",),
    ),
    _world("Noto Sans Hebrew", "Hebr").replace(without=("ccmp",)),
    _world("Noto Sans Armenian", "Armn"),
    _world("Noto Sans Georgian", "Geor"),
    _world("Noto Sans Ethiopic", "Ethi"),
    _world("Noto Sans Devanagari", "Deva"),
    _world("Noto Sans Bengali", "Beng"),
    _world("Noto Sans Gurmukhi", "Guru"),
    _world("Noto Sans Gujarati", "Gujr"),
    _world("Noto Sans Oriya", "Orya"),
    _world("Noto Sans Tamil", "Taml"),
    _world("Noto Sans Telugu", "Telu", 1.1),
    _world("Noto Sans Kannada", "Knda", 1.1),
    _world("Noto Sans Malayalam", "Mlym"),
    _world("Noto Sans Sinhala", "Sinh"),
    _world("Noto Sans Thai", "Thai", 1.1),
    _world("Noto Sans Lao", "Laoo", 1.1),
    _world("Noto Sans Khmer", "Khmr", 1.2),
    _world("Noto Sans Myanmar", "Mymr", 1.25),
    Family(
        "Noto Sans CJK",
        "Hani Hira Kana Hang Bopo",
        "manimgx_fonts_cjk",
        "NotoSansCJK-VF.otf.ttc",
        extra="fonts-cjk",
        regions=(("ja", 0), ("ko", 1), ("zh-hant-hk", 4), ("zh-hk", 4), ("zh-hant", 3), ("zh-tw", 3), ("zh", 2)),
    ),
    _world("Noto Sans Symbols", "Zyyy"),
    _world("Noto Emoji", "Zyyy"),
)

SCRIPTS = {
    "Latn": "Latin", "Grek": "Greek", "Cyrl": "Cyrillic", "Arab": "Arabic", "Hebr": "Hebrew", "Armn": "Armenian",
    "Geor": "Georgian", "Ethi": "Ethiopic", "Deva": "Devanagari", "Beng": "Bengali", "Guru": "Gurmukhi",
    "Gujr": "Gujarati", "Orya": "Oriya", "Taml": "Tamil", "Telu": "Telugu", "Knda": "Kannada", "Mlym": "Malayalam",
    "Sinh": "Sinhala", "Thai": "Thai", "Laoo": "Lao", "Khmr": "Khmer", "Mymr": "Burmese", "Hani": "Han",
    "Hira": "hiragana", "Kana": "katakana", "Hang": "Hangul", "Bopo": "bopomofo", "Zyyy": "signs",
}  # fmt: skip
"""ISO 15924 tag → the script's name in English."""

UNSERVED = ("Tibetan", "Mongolian", "Thaana", "Syriac", "N’Ko", "Tifinagh", "Cherokee", "Canadian syllabics")
"""Scripts of living news that no package known to us has a font for."""

_folders: dict[str, str | None] = {}


def _folder(package: str) -> str | None:
    if package not in _folders:
        from importlib.util import find_spec

        found = find_spec(package)
        _folders[package] = os.path.dirname(found.origin) if found is not None and found.origin else None
    return _folders[package]


def is_installed(package: str) -> bool:
    """Return whether Python finds the package; it is not loaded."""
    return _folder(package) is not None


def families_for(script: str) -> Iterator[Family]:
    """Yield the families that may have a character of the script: its own, then those for signs, then any."""
    yield from (family for family in FAMILIES if script in family.scripts.split())
    if script == "Zyyy":
        yield from (family for family in FAMILIES if "Zyyy" not in family.scripts)
    else:
        yield from (family for family in FAMILIES if "Zyyy" in family.scripts)


def room_for(script: str) -> float:
    """Return how much further apart lines of the script stand than the style says."""
    return next((family.room for family in FAMILIES if script in family.scripts.split()), 1.0)


def extra_for(script: str) -> str | None:
    """Return the extra that brings a font of the script and is not installed; None where none is left to install."""
    families = (family for family in FAMILIES if script in family.scripts.split() and family.folder is None)
    return next((family.extra for family in families), None)
