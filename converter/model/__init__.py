"""The article: what every reader makes and every writer gets.

An `Article` is a tree of frozen values. Blocks and inlines are closed unions:
a `match` that ends in `assert_never` is checked by mypy, so a new kind of
block is an error in every writer until it is handled.

Three rules hold for every value, whoever builds it:

- Text is never rewritten: what the source said, character for character.
- Inlines are in *normal form*: no empty text, and no two texts side by side.
  So two articles with the same words compare equal.
- Text holds only what XML 1.0 can hold; any other character is a `Char`.

A constructor raises `ValueError` for anything else. `schemas/article.xsd` is
the same model as a schema, and `converter.model.canonical` goes between the two.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.model.article import Article as Article
    from converter.model.article import Provenance as Provenance
    from converter.model.article import Remark as Remark
    from converter.model.article import values_in as values_in
    from converter.model.block import Block as Block
    from converter.model.block import Blocks as Blocks
    from converter.model.block import Cell as Cell
    from converter.model.block import Figure as Figure
    from converter.model.block import Foreign as Foreign
    from converter.model.block import Furniture as Furniture
    from converter.model.block import Heading as Heading
    from converter.model.block import Item as Item
    from converter.model.block import List as List
    from converter.model.block import MediaReference as MediaReference
    from converter.model.block import Note as Note
    from converter.model.block import Paragraph as Paragraph
    from converter.model.block import Preformatted as Preformatted
    from converter.model.block import Quote as Quote
    from converter.model.block import Row as Row
    from converter.model.block import Table as Table
    from converter.model.block import ThematicBreak as ThematicBreak
    from converter.model.checks import is_xml_text as is_xml_text
    from converter.model.checks import matches as matches
    from converter.model.head import HEAD_KINDS as HEAD_KINDS
    from converter.model.head import Abstract as Abstract
    from converter.model.head import AltId as AltId
    from converter.model.head import Byline as Byline
    from converter.model.head import Date as Date
    from converter.model.head import Dateline as Dateline
    from converter.model.head import EdNote as EdNote
    from converter.model.head import Entity as Entity
    from converter.model.head import Genre as Genre
    from converter.model.head import Head as Head
    from converter.model.head import Headline as Headline
    from converter.model.head import Keyword as Keyword
    from converter.model.head import Party as Party
    from converter.model.head import Property as Property
    from converter.model.head import Related as Related
    from converter.model.head import Revision as Revision
    from converter.model.head import Rights as Rights
    from converter.model.head import Slug as Slug
    from converter.model.head import Subject as Subject
    from converter.model.head import Urgency as Urgency
    from converter.model.inline import Abbreviation as Abbreviation
    from converter.model.inline import Char as Char
    from converter.model.inline import Code as Code
    from converter.model.inline import Emphasis as Emphasis
    from converter.model.inline import Inline as Inline
    from converter.model.inline import Inlines as Inlines
    from converter.model.inline import LineBreak as LineBreak
    from converter.model.inline import Link as Link
    from converter.model.inline import Mention as Mention
    from converter.model.inline import Quotation as Quotation
    from converter.model.inline import Ref as Ref
    from converter.model.inline import Ruby as Ruby
    from converter.model.inline import Span as Span
    from converter.model.inline import Strike as Strike
    from converter.model.inline import Strong as Strong
    from converter.model.inline import Subscript as Subscript
    from converter.model.inline import Superscript as Superscript
    from converter.model.inline import Time as Time
    from converter.model.inline import Underline as Underline
    from converter.model.inline import inlines as inlines
    from converter.model.style import Style as Style
    from converter.model.traversal import walk as walk
    from converter.model.words import has_words as has_words
    from converter.model.words import paragraphs_in as paragraphs_in
    from converter.model.words import plain_text as plain_text

# Loaded when they are used. Our own modules import most of them from where they stand.
_HOMES = {
    "is_xml_text": "converter.model.checks",
    "matches": "converter.model.checks",
    "Article": "converter.model.article",
    "Provenance": "converter.model.article",
    "Remark": "converter.model.article",
    "values_in": "converter.model.article",
    "Block": "converter.model.block",
    "Blocks": "converter.model.block",
    "Cell": "converter.model.block",
    "Figure": "converter.model.block",
    "Foreign": "converter.model.block",
    "Furniture": "converter.model.block",
    "Heading": "converter.model.block",
    "Item": "converter.model.block",
    "List": "converter.model.block",
    "MediaReference": "converter.model.block",
    "Note": "converter.model.block",
    "Paragraph": "converter.model.block",
    "Preformatted": "converter.model.block",
    "Quote": "converter.model.block",
    "Row": "converter.model.block",
    "Table": "converter.model.block",
    "ThematicBreak": "converter.model.block",
    "Abstract": "converter.model.head",
    "AltId": "converter.model.head",
    "Byline": "converter.model.head",
    "Date": "converter.model.head",
    "Dateline": "converter.model.head",
    "EdNote": "converter.model.head",
    "Entity": "converter.model.head",
    "Genre": "converter.model.head",
    "HEAD_KINDS": "converter.model.head",
    "Head": "converter.model.head",
    "Headline": "converter.model.head",
    "Keyword": "converter.model.head",
    "Party": "converter.model.head",
    "Property": "converter.model.head",
    "Related": "converter.model.head",
    "Revision": "converter.model.head",
    "Rights": "converter.model.head",
    "Slug": "converter.model.head",
    "Subject": "converter.model.head",
    "Urgency": "converter.model.head",
    "Abbreviation": "converter.model.inline",
    "Char": "converter.model.inline",
    "Code": "converter.model.inline",
    "Emphasis": "converter.model.inline",
    "Inline": "converter.model.inline",
    "Inlines": "converter.model.inline",
    "LineBreak": "converter.model.inline",
    "Link": "converter.model.inline",
    "Mention": "converter.model.inline",
    "Quotation": "converter.model.inline",
    "Ref": "converter.model.inline",
    "Ruby": "converter.model.inline",
    "Span": "converter.model.inline",
    "Strike": "converter.model.inline",
    "Strong": "converter.model.inline",
    "Subscript": "converter.model.inline",
    "Superscript": "converter.model.inline",
    "Time": "converter.model.inline",
    "Underline": "converter.model.inline",
    "inlines": "converter.model.inline",
    "walk": "converter.model.traversal",
    "has_words": "converter.model.words",
    "paragraphs_in": "converter.model.words",
    "plain_text": "converter.model.words",
    "Style": "converter.model.style",
}

__all__ = [*_HOMES]

if not TYPE_CHECKING:  # So that type checkers see the names above and no others.

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:  # An import of a submodule asks for it here first.
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
