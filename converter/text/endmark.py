"""Endmarks: the line that says that the story is over.

`Reuter` closes 98.9 % of the wire's stories; `-30-`, `###`, `ENDS` and `***`
stand below press releases. `***` is as often a break between two parts of a
story: it is an endmark only where nothing but credits, contact lines and
copyright follows.
"""

from __future__ import annotations

from converter.text import wire
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.text.label import Role

# With dots after it in 23 of 19,043.
_WIRE = frozenset({"reuter", "reuters"})
_AFTER_MARK = ".…-/ "
_LAST_LINES = 6
# What may stand below an endmark: contact, credit, an editor's line.
_MOST_LINES_BELOW = 4
_MOST_CHARACTERS_BELOW = 600
_STAND_IN = "Blah blah blah."
"""What the public collection of 1987 has below a brief that is a title alone."""
_SURE = frozenset(
    {
        "more",
        "- more -",
        "-more-",
        "(more)",
        "-30-",
        "- 30 -",
        "-ends-",
        "- ends -",
        "ends",
        "/ends",
        "-0-",
        "(end)",
        "enditem",
        "enditem/",
        "nnnn",
        "(©ntb)",
        "--spa",
        "-- bernama",
        "--bernama",
        "--ians",
        "// انتهى //",
        "//انتهى//",
        "(النهاية)",
        "(انتهى)",
        "انتهای خبر/",
        "(ende)",
        "(schluss)",
        "(schluß)",
        "(fin)",
        "(fim)",
        "(fine)",
        "(segue)",
        "(slut)",
        "(slutt)",
        "lusa/fim",
        "(끝)",
        "(完)",
        "（完）",
        "(了)",
        "（了）",
        "【完】",
    }
)
# AP closes a story with its own line, AP-SM-03-04-93 1411EST, AFP with who wrote and edited it: burs-ae/bs/cm.
_AGENCY = Pattern(
    r"(?:AP|UPI|AFP)-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{3,4}|(?:[a-z]{2,4}-)?[a-z]{2,3}(?:/[a-z]{2,3}){2,4}|"
    # APA may go on, `(Forts. mögl.) ab/cd`; Lusa has authors and editor, `ABC (DE) // FGH`.
    r"\((?:Schluss|Schluß|Forts\. (?:mögl|folgt)\.?|Forts\.)\) ?[a-z]{2,4}(?:\*?[/,] ?[a-z]{2,4}){0,3}|"
    # KUNA has two letters a hand, `(end) ab.cd`; SPA the hour; IRNA numbers.
    r"\((?:end|النهاية)\) ?[^\W\d_]{1,4}(?:[ ./]{1,3}[^\W\d_]{1,4}){0,5}|"
    r"\d{1,2}:\d{2} LOCAL TIME \d{1,2}:\d{2} GMT|\d{3,4}\*\*\d{3,4}|"
    r"[A-Z]{2,4}(?: ?\([A-Z]{2,4}(?:[,/] ?[A-Z]{2,4}){0,3}\))? ?// ?[A-Z]{2,4}"
)
_SIGN = Pattern(
    r"(?!\(?(?:and/or|und/oder|et/ou|he/she|er/sie|km/h))"
    r"(?:(?:EFE |AFP )?[a-z]{2,4}(?:-[a-z]{2,4})?/[a-z]{2,4}|(?:EFE|AFP) [a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}|"
    r"\([a-z]{2,4}/[a-z]{2,4}\)|/[А-Я]{2,3}/(?:[А-Я]{2,3}/)?|(?:PTI|UNI)(?: [A-Z]{2,4}){1,5}(?: \d{4})?|"
    r"[a-z]{2,5}/(?: ?[a-z]{2,5}/){1,3}|/[a-z]{2,4}(?:/[A-Z]{2})?(?:/[a-z]{2,4}){1,2})"
)
"""Who wrote, as an agency's last line: EFE's `ab/cd`, PAP's `ann/ bos/`, `/ae/DP/bs`, BTA's `/АП/`, `PTI AE BS`."""
_LOOSE = Pattern(r"(?:[*#](?: ?[*#])+|# # #|-?30-?|⁂|~{3,})")


def is_endmark(text: str, *, is_wire: bool = False) -> bool:
    """Return whether the line is an endmark wherever it stands: the wire's, an agency's, `-30-`, `###`, `ENDS`."""
    if len(text) > 32:
        return False
    bare = text.removesuffix("&#3;").strip(" \t\x03\x04")
    lowered = bare.casefold()
    if lowered.rstrip(_AFTER_MARK) in _WIRE:
        return True
    if lowered in _SURE:
        # `More` and `Ends` in a sentence's case are words of lists and headings too; the wire has neither.
        return bare not in ("Ends", "ends") and (is_wire or bare not in ("More", "more"))
    return bare in ("###", "# # #", "##") or _AGENCY.fullmatch(bare) is not None


def ends_as_wire(lines: Sequence[str]) -> bool:
    """Return whether the text ends as the wire's stories do: with `Reuter`, the end of text, or a brief's stand-in."""
    filled = [bare for line in lines[-_LAST_LINES:] if (bare := line.strip(" \t"))]
    return any(
        wire.is_control_line(bare)
        or bare.endswith(("\x03", "&#3;"))
        or bare.casefold().rstrip(_AFTER_MARK) == "reuter"
        or bare == _STAND_IN
        for bare in filled[-2:]
    )


def is_sign(text: str) -> bool:
    """Return whether the line, the last of the text, is an endmark: the letters of those who wrote it, `ab/cd`."""
    return (
        len(text) <= 24
        and ("/" in text or text.isupper() or text[-1:].isdecimal())
        and _SIGN.fullmatch(text.strip(" \t\xa0")) is not None
    )


def is_possible_endmark(text: str) -> bool:
    """Return whether the line is an endmark only if nothing of the story follows: `***`, `30`, `* * *`."""
    return len(text) <= 16 and _LOOSE.fullmatch(text.strip(" \t\xa0")) is not None


def is_ruled(text: str) -> bool:
    """Return whether the line is drawn with dashes or the like: `=====`, `- - -`, `_______`."""
    return text[0] in _STROKES and sum(map(text.count, _STROKES)) >= _LEAST_STROKES and not text.strip(_STROKES + " ")


_STROKES, _LEAST_STROKES = "=-_–—―~*•·─━═", 3


def assign_endmarks(roles: list[Role], *, is_wire: bool) -> None:
    """Go up from the last line: an endmark has at most a few short lines of the story's below it, `***` none at all."""
    lines_below = characters_below = 0
    for at in range(len(roles) - 1, -1, -1):
        role = roles[at]
        if role.kind not in ("paragraph", "table"):
            continue
        is_near_end = lines_below <= _MOST_LINES_BELOW and characters_below <= _MOST_CHARACTERS_BELOW
        is_mark = is_endmark(role.text, is_wire=is_wire) or (not lines_below and is_sign(role.text))
        if role.kind == "paragraph" and is_mark and is_near_end:
            roles[at] = role.replace(kind="furniture", rule="endmark", family="endmark")
        elif role.kind == "paragraph" and (
            (at and is_possible_endmark(role.text)) or (not is_wire and is_ruled(role.text))
        ):
            if not at:
                roles[at] = role.replace(kind="furniture", rule="section-break", family="blank")
            elif not lines_below:
                roles[at] = role.replace(kind="furniture", rule="endmark", family="endmark")
            elif not role.text.isalnum():
                roles[at] = role.replace(kind="break", rule="section-break")
        else:
            lines_below += 1
            characters_below += len(role.text)
