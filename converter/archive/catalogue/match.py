"""A query's tree as FTS5 writes it (https://sqlite.org/fts5.html#full_text_query_syntax); always a bound parameter."""

from __future__ import annotations

from converter.archive.catalogue.query import EVERY, And, Facet, Node, Not, Or, Words
from converter.core.values import assert_never


def expression(node: Node) -> str:
    """Return the expression that finds what the tree asks for."""
    match node:
        case Words(phrase, field):
            return f"{{{field or 'title body byline'}}} : {phrase.fts()}"
        case Facet(phrases):
            found = " OR ".join(phrase.fts() for phrase in phrases)
            return f"{{facets}} : ({found})" if len(phrases) > 1 else f"{{facets}} : {found}"
        case Or(of):
            return " OR ".join(f"({expression(each)})" for each in of)
        case And(of):
            wanted = [each for each in of if not isinstance(each, Not)] or [EVERY]
            unwanted = [each.of for each in of if isinstance(each, Not)]
            # FTS5 knows NOT between two sides only.
            found = " AND ".join(f"({expression(each)})" for each in wanted)
            return f"({found}) NOT ({expression(Or(tuple(unwanted)))})" if unwanted else found
        case Not():
            return expression(And((node,)))
        case _:
            assert_never(node)
