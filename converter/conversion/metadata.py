"""Metadata that the caller gives beside the source: `--meta headline=…`, or a sidecar file.

What is given replaces what the source says of the same thing, and what it
replaces is kept as a property. Each value says who gave it.
"""

from __future__ import annotations

import re
from functools import cache

from converter import model
from converter.core import spelling
from converter.core.errors import UnreadableInput, UsageError
from converter.core.values import Value
from converter.formats.item_times import TIMES, require_time
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.checks import matches
from converter.model.head import Head, Property
from converter.model.inline import inlines
from converter.model.words import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Item = tuple[str, str]

_ARTICLE_KEYS = ("version", "lang", "dir", "status")
_IDENTITY_KEYS = ("guid", "authority")
"""What `converter.conversion.identity` makes the guid from."""

_PARTY_ROLES = ("provider", "creator", "contributor", "source", "copyright-holder")
_HEADLINES = {"headline": "main", "headline.sub": "sub", "headline.kicker": "kicker", "headline.short": "short"}
_RIGHTS = {"rights": "notice", "rights.notice": "notice", "rights.usage": "usage", "rights.data-mining": "data-mining"}
_DATES = {f"date.{kind}": kind for kind in ("created", "published", "modified", "embargoed")}
_MOST_VERSIONS = 10**18
"""As an article takes them."""
_UNLIMITED = "until further notice"
"""What may stand in place of an embargo's date."""


def _address(text: str) -> tuple[str, str | None]:
    """Return the words and the address of `Example News <https://example.com/>`."""
    words, bracket, rest = text.rpartition("<")
    if bracket and rest.endswith(">"):
        return words.strip(), rest[:-1].strip()
    return text, None


def _coded(text: str) -> tuple[str, str | None, str | None]:
    """Return name, code and scheme of `medtop:11000000 politics`, or the name alone."""
    first, _, name = text.partition(" ")
    scheme, colon, code = first.rpartition(":")
    if colon and scheme and code and name.strip():
        return name.strip(), code, scheme
    return text, None, None


def _party(role: Any) -> Callable[[str, str], Value]:
    def make(text: str, given: str) -> Value:
        name, uri = _address(text)
        return model.Party(name, role, uri=uri, given=given)

    return make


def _subject(kind: type[model.Subject] | type[model.Genre]) -> Callable[[str, str], Value]:
    def make(text: str, given: str) -> Value:
        name, code, scheme = _coded(text)
        return kind(name, code, scheme, given=given)

    return make


def _related(text: str, given: str) -> Value:
    title, href = _address(text)
    return model.Related(title, href, given=given)


def _require_language(text: str) -> None:
    """Raise ValueError for the name of a language, which has the shape of a tag that is registered for none."""
    code = text.partition("-")[0]
    if len(code) > 3:  # RFC 5646 §2.2.1: four letters are reserved, and no longer code has ever been registered.
        raise ValueError(f"{text!r} is no language code such as en, pt-BR or zh-Hant")


def _number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is no whole number")
    digits = text.lstrip("0") or "0"
    if len(digits) > len(str(most)) or not 1 <= int(digits) <= most:
        raise ValueError(f"{text} is not within 1 to {most:,}")
    return int(digits)


class _Key(Value):
    """One key: the field of the head it fills, how a value is made, and which of the present values it replaces."""

    field: str
    make: Callable[[str, str], Value]
    same: Callable[[Any], bool] = lambda _: True
    needs_text: bool = False
    """Whether no value of it is empty: an empty text takes away what there is."""


@cache
def _keys() -> dict[str, _Key]:
    """Return the keys of the head; made when one is first asked for."""
    keys: dict[str, _Key] = {
        "byline": _Key("bylines", lambda text, given: model.Byline(inlines(text), given=given)),
        "dateline": _Key("dateline", lambda text, given: model.Dateline(inlines(text), given=given)),
        "abstract": _Key(
            "abstract", lambda text, given: model.Abstract((model.Paragraph(inlines(text)),), given=given)
        ),
        "slug": _Key("slug", lambda text, given: model.Slug(text, given=given)),
        "urgency": _Key("urgency", lambda text, given: model.Urgency(_number(text, 9), given=given), needs_text=True),
        "genre": _Key("genres", _subject(model.Genre)),
        "subject": _Key("subjects", _subject(model.Subject)),
        "keyword": _Key("keywords", lambda text, given: model.Keyword(text, given=given)),
        "related": _Key("related", _related),
        "altid": _Key("altids", lambda text, given: model.AltId(text, given=given)),
        "ednote": _Key("ednotes", lambda text, given: model.EdNote(inlines(text), given=given)),
    }
    for key, kind in _HEADLINES.items():
        keys[key] = _Key(
            "headlines",
            lambda text, given, kind=kind: model.Headline(inlines(text), kind, given=given),  # type: ignore[misc]
            lambda value, kind=kind: value.kind == kind,  # type: ignore[misc]
        )
    for role in _PARTY_ROLES:
        keys[role] = _Key("parties", _party(role), lambda value, role=role: value.role == role)  # type: ignore[misc]
    for key, kind in _RIGHTS.items():
        keys[key] = _Key(
            "rights",
            lambda text, given, kind=kind: model.Rights(  # type: ignore[misc]
                inlines(text),
                kind,
                href=text if kind == "usage" and matches("absolute IRI", text) else None,
                given=given,
            ),
            lambda value, kind=kind: value.kind == kind,  # type: ignore[misc]
        )
    for key, kind in _DATES.items():
        keys[key] = _Key(
            "dates",
            lambda text, given, kind=kind: model.Date(  # type: ignore[misc]
                kind, None if kind == "embargoed" and text in ("", _UNLIMITED) else text, given=given
            ),
            lambda value, kind=kind: value.kind == kind,  # type: ignore[misc]
            needs_text=kind != "embargoed",
        )
    return keys


def known_keys() -> tuple[str, ...]:
    """Return every key that `--meta` and a sidecar take; `property.NAME` is taken beside them."""
    return (*_keys(), *_ARTICLE_KEYS, *_IDENTITY_KEYS, *TIMES)


def is_known(key: str) -> bool:
    """Return whether the key may be given."""
    return key in known_keys() or (key.startswith("property.") and key != "property.")


def require_fitting(items: Iterable[Item]) -> None:
    """Raise UsageError for a key of `--meta` that is unknown or a value that its field refuses, without an article."""
    with_metadata(Article(), items, "meta", Context(Source("")))


def with_sidecar(article: Article, items: Iterable[Item], context: Context) -> Article:
    """Return the article with a sidecar's values applied; a key without a field becomes a property, with a notice.

    Raises UnreadableInput for a value that its field refuses: a sidecar is part of the input.
    """
    known: list[Item] = []
    for key, text in items:
        if not is_known(key):
            context.notice("sidecar-key-unknown", "sidecar", key=key)
            key = f"property.sidecar:{'_'.join(key.split())}"
        known.append((key, text))
    try:
        return with_metadata(article, known, "sidecar", context)
    except UsageError as error:
        raise UnreadableInput(error.what, where=error.where, hint=error.hint) from error


def with_metadata(article: Article, items: Iterable[Item], given: str, context: Context) -> Article:
    """Return the article with the values applied; `given` is `meta` or `sidecar`.

    Several values of one key fill a list field in order. Raises UsageError
    for an unknown key or a value that its field refuses.
    """
    grouped: dict[str, list[str]] = {}
    for key, text in items:
        grouped.setdefault(key, []).append(text)
    for key, texts in grouped.items():
        try:
            article = _with_values(article, key, texts, given, context)
        except ValueError as error:
            # The place says which field it is: what the model calls it need not be known.
            raise UsageError(
                re.sub(r"^[A-Z]\w+\.\w+ (?=must )", "", str(error)),
                where=spelling.meta(key, None) if given == "meta" else f"{given} {key}",
            ) from error
    return article


def _with_values(article: Article, key: str, texts: list[str], given: str, context: Context) -> Article:
    if key in _keys():
        return article.replace(head=_with_head_value(article.head, key, texts, given, context))
    if key in ("lang", "dir"):
        if key == "lang":
            _require_language(texts[-1])
        return article.replace(**{key: texts[-1] or None})
    if key == "version":
        return article.replace(version=_number(texts[-1], _MOST_VERSIONS))
    if key == "status":
        return article.replace(status=texts[-1])
    if key in TIMES:
        require_time(texts[-1])
        return article
    if key in _IDENTITY_KEYS:
        if not texts[-1]:
            raise ValueError("is empty; leave it out, and the identity is the source's own, or made from its bytes")
        return article
    if not is_known(key):
        raise _unknown(key)
    properties = (Property(key.removeprefix("property."), inlines(text), given=given) for text in texts)
    return article.replace(head=article.head.replace(properties=(*article.head.properties, *properties)))


def _unknown(key: str) -> UsageError:
    """Return the error for a key that is no field."""
    there_are = known_keys()
    otherwise = f"there are: {', '.join(there_are)}; property.NAME keeps anything else"
    likely = _OTHER_NAMES.get(key.lower()) or [each for each in there_are if each.endswith("." + key.lower())]
    return UsageError(
        f"no metadata field {key!r}", where=spelling.META, hint=spelling.meant(key, there_are, otherwise, likely)
    )


_OTHER_NAMES = {
    "title": ("headline",),
    "author": ("byline", "creator"),
    "date": ("date.published",),
    "embargo": ("date.embargoed",),
    "language": ("lang",),
    "publisher": ("provider",),
    "description": ("abstract",),
    "id": ("guid",),
    "tag": ("keyword",),
}
"""What others call our fields, where no likeness of the words says it."""


def _with_head_value(head: Head, key: str, texts: list[str], given: str, context: Context) -> Head:
    rule = _keys()[key]
    present = getattr(head, rule.field)
    if isinstance(present, tuple):
        replaced = [value for value in present if rule.same(value)]
        kept = [value for value in present if not rule.same(value)]
        made = (rule.make(text, given) for text in texts if text or not rule.needs_text)
        settings: Any = (*kept, *made)
    else:
        replaced = [] if present is None else [present]
        settings = rule.make(texts[-1], given) if texts[-1] or not rule.needs_text else None
    properties = head.properties
    for value in replaced:
        context.notice("value-replaced", f"head/{key}", field=key, given=given)
        properties += (Property(f"replaced:{key}", _words(value)),)
    return head.replace(**{rule.field: settings, "properties": properties})


def _words(value: Value) -> model.Inlines:
    """Return the words of a replaced value; a date or urgency gives its value."""
    return inlines(plain_text(value) or str(getattr(value, "value", "") or ""))
