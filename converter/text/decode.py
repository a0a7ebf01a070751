"""From bytes to text: right, or refused.

The order is that of the threats page, section 4. A step that is not sure
leaves the bytes to the next one; the last one refuses. Words that are read
in the wrong encoding look like a success and are noticed too late, so no
step ever falls back to an encoding that accepts everything.
"""

from __future__ import annotations

from converter.core.errors import UnreadableInput, UsageError
from converter.core.spelling import setting
from converter.text.charsets import CODECS, find_charset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context

# UTF-32's mark begins with UTF-16's, so it is asked for first.
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32le"),
    (b"\x00\x00\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)


def decode(
    source: bytes, context: Context, *, told: str = "", declared: str | None = None, option: str
) -> tuple[str, str]:
    """Return the text of `source` without its byte-order mark, and the name of the charset that it was read in.

    `told` is what the caller says by the option called `option` (`text.charset`), `declared` what the source or its
    carrier says; a guess is a notice. Raises UnreadableInput when no charset is sure, UsageError for an unknown one
    that the caller told.
    """
    hint = "name the charset with " + setting(option)
    if told:
        return _decode_as_told(source, told, option, hint)
    for mark, charset in MARKS:
        if source.startswith(mark):
            return _decode_strictly(source[len(mark) :], charset, hint, after=len(mark)), charset
    if declared:
        found = _decode_as_declared(source, declared, context)
        if found is not None:
            return found
    if not _has_odd_controls(source):
        try:
            return source.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _decode_by_evidence(source, context, hint)


def _decode_as_told(source: bytes, label: str, option: str, hint: str) -> tuple[str, str]:
    charset = find_charset(label)
    if charset is None:
        raise UsageError(f"no charset {label!r}", where=setting(option, None), hint=f"there are: {', '.join(CODECS)}")
    for mark, marked in MARKS:
        # `utf-16` says nothing of the byte order, so the mark still counts; in its own charset it is no text.
        if source.startswith(mark) and marked.startswith(charset):
            return _decode_strictly(source[len(mark) :], marked, hint, after=len(mark)), marked
    return _decode_strictly(source, charset, hint), charset


def _decode_as_declared(source: bytes, label: str, context: Context) -> tuple[str, str] | None:
    charset = find_charset(label)
    if charset == "iso-8859-1" and any(0x80 <= byte < 0xA0 for byte in set(source)):
        charset = "windows-1252"  # WHATWG Encoding, section 4.2: this is what the label means in the wild.
    where = "byte 0"
    if charset is not None and not speaks_against(source, charset):
        try:
            return source.decode(CODECS[charset]), charset
        except UnicodeDecodeError as error:
            where = f"byte {error.start}"
    context.notice("charset-declared-wrong", where=where, declared=label)
    return None


def speaks_against(source: bytes, charset: str) -> bool:
    """Return whether the bytes are UTF-8 beyond chance, though another charset was declared: what saves a page or
    forwards a mail often turns it into UTF-8, and leaves the declaration as it was.

    In an older charset a letter beyond ASCII is a byte or two that UTF-8 forbids there, but for one in some hundred;
    all of several never are by chance.
    """
    if charset.startswith("utf") or charset in _SEVEN_BITS:
        return False
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(text) - len(text.encode("ascii", "ignore")) >= _BEYOND_CHANCE


_SEVEN_BITS = ("iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "hz")
_BEYOND_CHANCE = 4


def _decode_strictly(source: bytes, charset: str, hint: str, *, after: int = 0) -> str:
    try:
        return source.decode(CODECS[charset])
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"not {charset} text", where=f"byte {after + error.start}", hint=hint) from error


def _has_odd_controls(source: bytes) -> bool:
    # NUL: UTF-16 or UTF-32. ESC, SO: ISO 2022. A tilde before a brace: HZ. Control bytes in number: the high bytes of
    # UTF-16 in most scripts. None of them is evidence yet, only a reason to look closer. Printable ASCII in short lines
    # has line ends in number, and is what it is: in UTF-16 a line end has a NUL.
    if not source.translate(None, _PRINTABLE):
        return b"~{" in source
    return (
        b"\0" in source
        or b"\x1b" in source
        or b"\x0e" in source
        or b"~{" in source
        or (
            (len(source) - len(source.translate(None, _CONTROLS))) * 4 > len(source)
            and not _has_letters_of_utf8(source)
        )
    )


def _has_letters_of_utf8(source: bytes) -> bool:
    """Return whether the bytes are UTF-8 and not ASCII alone, which no other encoding's are by chance."""
    if source.isascii():
        return False
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_CONTROLS = bytes(range(1, 0x0F))
_PRINTABLE = b"\t\n\r" + bytes(range(0x20, 0x7F))


def _decode_by_evidence(source: bytes, context: Context, hint: str) -> tuple[str, str]:
    from converter.text import detect  # tables that UTF-8 does not need

    wide = detect.find_wide(source)
    if wide is not None:
        context.notice("charset-guessed", where="byte 0", charset=wide.charset, others="none")
        return wide.text, wide.charset
    if source.count(0) * 5 > len(source):
        raise UnreadableInput("not text: every fifth byte is NUL", where=f"byte {source.index(0)}", hint=hint)
    try:
        return source.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if detect.is_damaged_utf8(source):
            raise UnreadableInput(
                "not valid utf-8, though most of it is", where=f"byte {error.start}", hint="mend it, or " + hint
            ) from error
        sure = detect.find_sure(source)
        if sure is None:
            raise UnreadableInput(
                "not UTF-8, and no other charset is sure", where=f"byte {error.start}", hint=hint
            ) from error
        context.notice(
            "charset-guessed",
            where=f"byte {error.start}",
            charset=sure.charset,
            others=", ".join(sure.others) or "none",
        )
        return sure.text, sure.charset
