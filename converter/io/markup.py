"""Words and values as XML markup: the one place where text meets angle brackets.

Writers that build XML as text (NewsML-G2, XHTML) pass every word of an
article through here. A property test holds it to lxml's parser: what goes in
comes out, and nothing that goes in becomes markup.
"""

from __future__ import annotations

# XML 1.0 production 2: what it cannot hold is shown as the replacement character.
_UNHOLDABLE = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in (9, 10, 13)}
# §2.11 and §3.3.3: a bare CR would come back as LF, and white space in a value as spaces.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"} | _UNHOLDABLE)
_IN_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"} | _UNHOLDABLE
)


def text(words: str) -> str:
    """Return the words as character data; a character that XML cannot hold becomes U+FFFD."""
    if words.isprintable():  # As nearly all are: then no control character needs a sign.
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.translate(_IN_TEXT)


def start(name: str, /, *attributes: tuple[str, object]) -> str:
    """Return a start tag with the attributes in order; one whose value is None is left out."""
    return f"<{name}{_attributes(attributes)}>"


def empty(name: str, /, *attributes: tuple[str, object]) -> str:
    """Return an empty element, `<br/>`."""
    return f"<{name}{_attributes(attributes)}/>"


def element(name: str, content: str, /, *attributes: tuple[str, object]) -> str:
    """Return an element around `content`, which is markup already."""
    return f"<{name}{_attributes(attributes)}>{content}</{name}>"


def _attributes(attributes: tuple[tuple[str, object], ...]) -> str:
    return "".join([f' {name}="{_value(str(value))}"' for name, value in attributes if value is not None])


def _value(words: str) -> str:
    if words.isprintable():
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return words.translate(_IN_VALUE)
