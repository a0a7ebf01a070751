"""The query language: what a person types, as a tree.

    query    = all { "OR" all }
    all      = one { ["AND"] one }
    one      = ( "NOT" | "-" ) one | "(" query ")" | [ field ":" ] term
    term     = word | word"*" | '"' words '"' ["*"] | "*"
    field    = title | byline | body | source | lang | subject | status | date
    date     = day | day ".." day | day ".." | ".." day         day = 2024 | 2024-05 | 2024-05-14

Words side by side are all wanted, `OR` binds less. What has no letter or digit between words is passed over.
"""

from __future__ import annotations

import re

from converter.archive.catalogue import facets
from converter.archive.catalogue.words import Phrase, phrase_of
from converter.core.errors import UsageError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    TextField: TypeAlias = Literal["title", "byline", "body"]

MOST_CHARACTERS = 4_000
MOST_TERMS = 200
MOST_NESTED = 20
"""In a query; FTS5's own parser has a stack of 100."""

FIELDS = ("title", "byline", "body", "source", "lang", "subject", "status", "date")


class Words(Value):
    """Words of the text that follow each other."""

    phrase: Phrase
    field: TextField | None = None
    """Where they must stand; anywhere without one."""


class Facet(Value):
    """One of some words of the column `facets`."""

    phrases: tuple[Phrase, ...]


class Not(Value):
    """What the story must not have."""

    of: Node


class And(Value):
    """What it must have all of."""

    of: tuple[Node, ...]


class Or(Value):
    """What it must have one of."""

    of: tuple[Node, ...]


Node: TypeAlias = Words | Facet | Not | And | Or

EVERY = Facet((facets.EVERY,))
"""What `*` finds."""

_STATUSES = {
    "usable": ("usable",),
    "withheld": ("withheld",),
    "canceled": ("canceled",),
    "cancelled": ("canceled",),
    "withdrawn": ("withheld", "canceled"),
}
_QUOTES = '"“”„‟'


def parse(query: str) -> Node:
    """Return the tree of a query. Raises UsageError, with the character at which it goes wrong, from 1."""
    if len(query) > MOST_CHARACTERS:
        raise _fault(f"the query is longer than {MOST_CHARACTERS:,} characters", MOST_CHARACTERS)
    for place, character in enumerate(query):
        if "\ud800" <= character <= "\udfff":
            raise _fault("this is no character", place, "the query must be UTF-8")
    return _Parser(query).whole()


def _fault(what: str, place: int, hint: str = "") -> UsageError:
    return UsageError(what, where=f"query, character {place + 1}", hint=hint)


class _Token(Value):
    """One piece of a query."""

    kind: str
    """`(`, `)`, `-`, `AND`, `OR`, `NOT`, `term`."""
    place: int
    field: str = ""
    text: str = ""
    is_quoted: bool = False
    is_prefix: bool = False


class _Parser:
    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = list(_tokens(query))
        self._at = 0
        terms = [token for token in self._tokens if token.kind == "term"]
        if len(terms) > MOST_TERMS:
            raise _fault(f"the query has more than {MOST_TERMS} terms", terms[MOST_TERMS].place)

    def whole(self) -> Node:
        if not self._tokens:
            raise _fault("there is nothing to look for", 0, "a word, or * for every story")
        node = self._any(0)
        if self._at < len(self._tokens):
            raise _fault("no ( stands before this )", self._tokens[self._at].place)
        return node

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _any(self, depth: int) -> Node:
        found = [self._all(depth)]
        while (token := self._peek()) and token.kind == "OR":
            self._at += 1
            found.append(self._all(depth))
        return found[0] if len(found) == 1 else Or(tuple(found))

    def _all(self, depth: int) -> Node:
        found = [self._one(depth)]
        while (token := self._peek()) and token.kind not in ("OR", ")"):
            if token.kind == "AND":
                self._at += 1
            found.append(self._one(depth))
        return found[0] if len(found) == 1 else And(tuple(found))

    def _one(self, depth: int) -> Node:
        token = self._peek()
        if token is None or token.kind in ("AND", "OR", ")"):
            place = len(self._query) if token is None else token.place
            before = self._tokens[self._at - 1] if self._at else None
            what = f"nothing stands after {before.text}" if before else f"nothing stands before {token and token.text}"
            raise _fault(what, place, "AND, OR and NOT in capitals join terms; in quotation marks they are words")
        self._at += 1
        if token.kind in ("NOT", "-", "("):
            if depth == MOST_NESTED:
                raise _fault(f"more than {MOST_NESTED} parentheses or NOTs in each other", token.place)
            if token.kind != "(":
                inner = self._one(depth + 1)
                return inner.of if isinstance(inner, Not) else Not(inner)
            node = self._any(depth + 1)
            if self._peek() is None:
                raise _fault("this ( is never closed", token.place)
            self._at += 1
            return node
        return _term(token)


_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_FIELD = re.compile(r"([A-Za-z]+):(?=\S)")
_WORD = re.compile(rf"[^\s\x00-\x1f\x7f-\x9f()*{_QUOTES}]+")


def _tokens(query: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(query):
        if space := _SPACE.match(query, at):
            at = space.end()
        elif query[at] in "()":
            found.append(_Token(query[at], at, text=query[at]))
            at += 1
        elif query[at] in "-−" and at + 1 < len(query) and not _SPACE.match(query, at + 1):
            found.append(_Token("-", at, text="-"))
            at += 1
        else:
            token, at = _read_term(query, at)
            if token is not None:
                found.append(token)
    return found


def _read_term(query: str, start: int) -> tuple[_Token | None, int]:
    """Return the term that begins here, None for a mark that stands alone, and where it ends."""
    at, field = start, ""
    if prefix := _FIELD.match(query, at):
        field, at = prefix[1].lower(), prefix.end()
        if field not in FIELDS:
            hint = f"fields are {', '.join(FIELDS)}; a word with a colon goes in quotation marks"
            raise _fault(f"no field {prefix[1]!r}", start, hint)
    if query[at] in _QUOTES:
        end = next((place for place in range(at + 1, len(query)) if query[place] in _QUOTES), -1)
        if end < 0:
            raise _fault("this quotation mark is never closed", at)
        text, is_quoted, at = query[at + 1 : end], True, end + 1
    else:
        word = _WORD.match(query, at)
        text, is_quoted, at = word[0] if word else "", False, word.end() if word else at
    is_prefix = query[at : at + 1] == "*"
    if is_prefix:
        at += 1
        if at < len(query) and query[at] not in ")" and not _SPACE.match(query, at):
            raise _fault("a * stands only at the end of a word", at - 1)
    if not text and not is_quoted and not is_prefix:
        raise _fault(f"no term after {field}:", at)
    if not field and not is_quoted and not is_prefix:
        if text in ("AND", "OR", "NOT"):
            return _Token(text, start, text=text), at
        if phrase_of(text) is None:
            return None, at
    return _Token("term", start, field, text, is_quoted, is_prefix), at


def _term(token: _Token) -> Node:
    if token.text == "" and token.is_prefix and not token.is_quoted and not token.field:
        return EVERY
    if token.field == "date":
        return _dates(token)
    if token.field == "status":
        statuses = _STATUSES.get(token.text.lower())
        if statuses is None or token.is_prefix:
            raise _fault(f"no status {token.text!r}", token.place, f"there are {', '.join(_STATUSES)}")
        return Facet(tuple(Phrase((f"{facets.STATUS}{status}",)) for status in statuses))
    if token.field == "lang":
        if not re.fullmatch(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*", token.text):
            raise _fault(f"{token.text!r} is no language tag", token.place, "such as en or pt-BR")
        return Facet((Phrase((facets.language(token.text),), token.is_prefix),))
    phrase = phrase_of(token.text, is_prefix=token.is_prefix)
    if phrase is None:
        raise _fault(f"{token.text!r} has no letter or digit to look for", token.place)
    match token.field:
        case "source" | "subject":
            letter = facets.SOURCE if token.field == "source" else facets.SUBJECT
            return Facet((Phrase(tuple(letter + word for word in phrase.words), phrase.is_prefix),))
        case "title" | "byline" | "body":
            return Words(phrase, token.field)
        case _:
            return Words(phrase)


_DAY = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


def _dates(token: _Token) -> Node:
    first, dots, last = token.text.partition("..")
    if not dots:
        last = first
    if token.is_prefix or not (first or last) or not all(not day or _DAY.fullmatch(day) for day in (first, last)):
        hint = "2024, 2024-05, 2024-05-14, or two of them with .. between"
        raise _fault(f"{token.text!r} is no date", token.place, hint)
    begin, end = facets.day_digits(first), facets.day_digits(last)
    earliest, latest = begin + facets.FIRST_DAY[len(begin) :], end + facets.LAST_DAY[len(end) :]
    if earliest > latest:
        raise _fault(f"{last} lies before {first}", token.place)
    return Facet(tuple(facets.days(earliest, latest)))


def positive_words(node: Node) -> tuple[Words, ...]:
    """Return the words that a story was found by: what to rank by and to mark in it."""
    match node:
        case Words():
            return (node,)
        case And(of) | Or(of):
            return tuple(dict.fromkeys(words for each in of for words in positive_words(each)))
        case Facet() | Not():
            return ()
