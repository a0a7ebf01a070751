"""The message in order: head, text, attachments; then the article of them."""

from __future__ import annotations

import re

from converter.core.errors import UnreadableInput
from converter.model.article import Article
from converter.model.checks import matches
from converter.model.head import Date, Headline, Party, Property
from converter.model.inline import inlines
from converter.newsformats.words import holdable
from converter.readers.eml.head import in_utf8
from converter.readers.eml.parts import attached, story_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import EmailMessage

    from converter.formats.records import Context
    from converter.readers.eml.options import EmlOptions

_TECHNICAL = re.compile(
    "received|return-path|dkim-.*|arc-.*|authentication-results|content-.*|mime-version|x-.*|delivered-to|"
    "subject|from|date|message-id|content-language",
    re.IGNORECASE,
)
"""Headers of transport, and those that have a field."""


def read(source: bytes, options: EmlOptions, context: Context) -> Article:
    """Return the article of one message. Raises UnreadableInput for what has no header or no text."""
    import email
    from email import policy

    source = in_utf8(source, options.charset, context)
    message: EmailMessage = email.message_from_bytes(source, policy=policy.default)
    if not message.keys():
        raise UnreadableInput("is no mail: it begins with no header")
    story = story_in(message, _language(message), options, context)
    subject = _header(message, "subject")
    return story.replace(
        body=(*story.body, *attached(message, context)),
        head=story.head.replace(
            headlines=(Headline(inlines(subject)),) if subject else (),
            parties=tuple(_author(message)),
            dates=(*_dates(message), *story.head.dates),
            properties=(*_properties(message), *story.head.properties),
        ),
        guid=_identity(message),
    )


def _author(message: EmailMessage) -> list[Party]:
    from email.utils import parseaddr
    from urllib.parse import quote

    name, address = parseaddr(_header(message, "from"))
    if not (name or address):
        return []
    uri = f"mailto:{quote(address, safe='@+.-_')}" if "@" in address else None
    return [Party(holdable(name or address), "creator", uri=uri if uri and matches("absolute IRI", uri) else None)]


def _dates(message: EmailMessage) -> list[Date]:
    from converter.newsformats.dates import from_mail

    value = from_mail(_header(message, "date"))
    return [Date("published", value)] if value else []


def _identity(message: EmailMessage) -> str | None:
    """Return the message's id as an address (RFC 2392 §2), or None."""
    from urllib.parse import quote

    said = _header(message, "message-id").strip("<> ")
    if "@" not in said or not (said.isascii() and said.isprintable()):
        return None
    made = f"mid:{quote(said, safe='@')}"
    return made if matches("absolute IRI", made) else None


def _language(message: EmailMessage) -> str | None:
    said = _header(message, "content-language").split(",")[0].strip()
    return said if matches("language tag", said) else None


def _properties(message: EmailMessage) -> list[Property]:
    """Return the headers that say something of the story's way: to whom, in answer to what, by which list."""
    made = []
    for name in dict.fromkeys(message.keys()):
        words = _header(message, name)
        if words and not _TECHNICAL.fullmatch(name) and matches("token", f"eml:{name}"):
            made.append(Property(f"eml:{name.lower()}", inlines(words)))
    return made


def _header(message: EmailMessage, name: str) -> str:
    """Return the text of a header on one line; empty when it is missing or broken."""
    try:
        text = str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # Of the standard library's parser, at odd headers.
        return ""
    return one_spaced(text.encode("utf-8", "replace").decode())
