"""Words that would act in a format, made words again where pandoc's writer lets them through.

A paragraph `.. include:: /etc/passwd` is a directive of reStructuredText,
`{{velocity}}` a program in XWiki, and `include::x[]` a file in AsciiDoc even
inside a listing. What a format's own sign for plain text can hold is written
with it; where there is none, a zero-width space parts what would act.
Pandoc escapes the rest; `tests/writers/pandoc/test_inert.py` holds both to it.
"""

from __future__ import annotations

import re

from converter.pandoc.tree import node, string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from converter.pandoc.tree import Nodes

_PARTED = "\N{ZERO WIDTH SPACE}"

_AS_IT_STANDS = "{}"
_TYPED = r"[\u2013\u2014\u2018\u2019\u201c\u201d\u2026]+"
"""Dashes, quotation marks and the ellipsis, in whose place some of pandoc's writers put what a typewriter has."""

_RULES: dict[str, tuple[str, str]] = {
    "rst": (r"(?<!\S)\.\.(?=\s|$)", r"\{}"),
    "mediawiki": (r"\{\{+|\}\}+|\[\[+|\]\]+|''+|__+|~~~+|==+|^[=:;*#|!-]+", "<nowiki>{}</nowiki>"),
    "dokuwiki": (
        r"\{\{+|\}\}+|\[\[+|\]\]+|\(\(+|\)\)+|~~+|==+|</?(?:html|php|file|code|nowiki)\b",
        "<nowiki>{}</nowiki>",
    ),
    "zimwiki": (r"\{+|\}+|\[\[+|\]\]+|==+", "''{}''"),
    "xwiki": (r"\{\{+|\}\}+|\[\[+|\]\]+|\(\(+|\)\)+|==+|^=", ""),
    "asciidoc": (r"^:(?=\S)", "{{empty}}{}"),
    "asciidoc_legacy": (r"^:(?=\S)", "{{empty}}{}"),
    "markdown": (_TYPED, _AS_IT_STANDS),
    "bbcode": (_TYPED, _AS_IT_STANDS),
    "vimdoc": (_TYPED, _AS_IT_STANDS),
}
"""Format → what would act or be changed, and how its own sign for plain text is put around it; none: a tilde before
each sign."""

_SPLIT: dict[str, str] = {
    "org": r"(?<=\bsr)(?=c_)|(?<=\bcal)(?=l_)|(?<=\w[_^])(?=[\w{*])|(?<=\\)(?=[A-Za-z])"
    r"|(?<=@)(?=@)|(?<=\{)(?=\{\{)|(?<=\[)(?=\[)|(?<=<)(?=<)",
    "bbcode": r"(?<=\[)(?=/?\w)",
}
"""Format → where a zero-width space parts what would act."""

_ENDS: dict[str, str] = {
    "asciidoc": r"^(?:\.{4,}|(?:include|ifdef|ifndef|ifeval|endif)::)",
    "asciidoc_legacy": r"^(?:\.{4,}|(?:include|ifdef|ifndef|ifeval|endif)1?::)",
    "bbcode": r"\[/?\w",
    "beamer": r"\\end\s*\{(?:frame|verbatim)",
    "context": r"\\stop",
    "dokuwiki": r"</(?:code|file)|%%",
    "jira": r"\{(?:noformat|code)",
    "muse": r"</?\w",
    "texinfo": r"@end\b",
    "xwiki": r"\{\{",
    "zimwiki": r"''",
}
"""Format → what would end its listings, or act in them."""

_IN_CODE: dict[str, str] = {"mediawiki": _RULES["mediawiki"][0]}
"""Format → what acts even in its computer text inside of a line."""


_SETTINGS = r"(?<!\S)([vV]im?|ex)(?=[<=>]?\d*:)"
_CONTROLS: dict[str, str] = {"ansi": r"[\x7f-\x9f]"}
"""Format → the characters that would act wherever they stand; the others that a terminal knows are no text in XML."""


def without_controls(form: str, text: str) -> tuple[str, int]:
    """Return a text with U+FFFD for each character that would act in the format, and how many there were."""
    if form not in _CONTROLS:
        return text, 0
    return re.subn(_CONTROLS[form], "\N{REPLACEMENT CHARACTER}", text)


def escaped(form: str, text: str) -> Nodes:
    """Return a text as inlines of which nothing acts in the format."""
    if form in _SPLIT:
        text = re.sub(_SPLIT[form], _PARTED, text)
    rule = _RULES.get(form)
    if rule is None:
        return string(text)
    pattern, around = rule
    made: Nodes = []
    at = 0
    for found in re.finditer(pattern, text):
        made += string(text[at : found.start()])
        made.append(node("RawInline", [form, _around(around)(found[0])]))
        at = found.end()
    return made + string(text[at:])


def without_settings(output: bytes) -> bytes:
    """Return Vim's help with each line that Vim would take settings from (`:help modeline`) parted, but for its own.

    The marks of the words are gone by then, and so may what parted `vi` from `m:` in the story.
    """
    *lines, last = output.decode().rstrip("\n").split("\n")
    parted = re.sub(_SETTINGS, rf"\1{_PARTED}", "\n".join(lines))
    return f"{parted}\n{last}\n".encode()


def bare(content: Any) -> Any:
    """Return a part of a tree with its words as they are, for what a format writes in another: OPML its headings."""
    if isinstance(content, list):
        return [bare(each) for each in content]
    if not isinstance(content, dict):
        return content
    if content["t"] == "RawInline":
        return node("Str", content["c"][1])
    return {key: bare(value) for key, value in content.items()}


def _around(sign: str) -> Callable[[str], str]:
    if not sign:
        return lambda text: "".join(f"~{each}" for each in text)
    return lambda text: sign.format(text)


def acts_in_listing(form: str, text: str) -> bool:
    """Return whether a text would end a listing of the format or act in it."""
    return form in _ENDS and re.search(_ENDS[form], text, re.MULTILINE) is not None


def acts_in_code(form: str, text: str) -> bool:
    """Return whether a text would act although it is marked as computer text."""
    return acts_in_listing(form, text) or (form in _IN_CODE and re.search(_IN_CODE[form], text) is not None)
