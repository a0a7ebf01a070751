"""The character encodings that the text reader knows, by every name in use, and the codec that reads each.

Not every codec of Python: UTF-7 is never read (threats page, section 4), and
transforms such as `rot13` or `base64` are no encodings. Names follow the WHATWG
Encoding standard, which says what files really mean by them: `latin-1` that
holds curly quotes is windows-1252, `gb2312` is read as GB18030.
"""

from __future__ import annotations

CODECS: dict[str, str] = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-32": "utf-32",
    "utf-32le": "utf-32-le",
    "utf-32be": "utf-32-be",
    "us-ascii": "ascii",
    "iso-8859-1": "iso8859-1",
    "iso-8859-2": "iso8859-2",
    "iso-8859-3": "iso8859-3",
    "iso-8859-4": "iso8859-4",
    "iso-8859-5": "iso8859-5",
    "iso-8859-6": "iso8859-6",
    "iso-8859-7": "iso8859-7",
    "iso-8859-8": "iso8859-8",
    "iso-8859-9": "iso8859-9",
    "iso-8859-10": "iso8859-10",
    "iso-8859-13": "iso8859-13",
    "iso-8859-14": "iso8859-14",
    "iso-8859-15": "iso8859-15",
    "iso-8859-16": "iso8859-16",
    "windows-874": "cp874",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "ibm437": "cp437",
    "ibm850": "cp850",
    "ibm852": "cp852",
    "ibm866": "cp866",
    "shift_jis": "cp932",
    "euc-jp": "euc-jp",
    "iso-2022-jp": "iso2022-jp",
    "iso-2022-kr": "iso2022-kr",
    "gb18030": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
}
"""Our name of an encoding → the name of Python's codec."""

_ALIASES = {
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf16": "utf-16",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
    "utf32": "utf-32",
    "utf-32-le": "utf-32le",
    "utf-32-be": "utf-32be",
    "ascii": "us-ascii",
    "latin-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "l1": "iso-8859-1",
    "latin-2": "iso-8859-2",
    "latin2": "iso-8859-2",
    "latin-9": "iso-8859-15",
    "latin9": "iso-8859-15",
    "tis-620": "windows-874",
    "koi8": "koi8-r",
    "mac": "macintosh",
    "macroman": "macintosh",
    "mac-roman": "macintosh",
    "mac-cyrillic": "x-mac-cyrillic",
    "sjis": "shift_jis",
    "shift-jis": "shift_jis",
    "ms932": "shift_jis",
    "windows-31j": "shift_jis",
    "eucjp": "euc-jp",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "gb-2312": "gb18030",
    "hz": "hz-gb-2312",
    "big5-hkscs": "big5",
    "euckr": "euc-kr",
    "ks_c_5601-1987": "euc-kr",
    "uhc": "euc-kr",
}


def find_charset(label: str) -> str | None:
    """Return our name of the encoding that `label` means, or None for one that we do not read."""
    name = label.strip().lower()
    for form in (name, name.replace("_", "-")):
        if form in CODECS:
            return form
        if form in _ALIASES:
            return _ALIASES[form]
    digits = name.replace("-", "").replace("_", "")
    if digits.startswith("cp125"):
        return find_charset("windows-" + digits[2:])
    if digits.startswith(("windows", "iso8859")):
        rest = digits.removeprefix("windows").removeprefix("iso8859")
        form = ("windows-" if digits.startswith("windows") else "iso-8859-") + rest
        return form if form in CODECS else None
    if digits.startswith("cp") and "ibm" + digits[2:] in CODECS:
        return "ibm" + digits[2:]
    return {"cp932": "shift_jis", "cp936": "gb18030", "cp949": "euc-kr", "cp950": "big5"}.get(digits)
