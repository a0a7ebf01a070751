"""Pandoc, for the formats that have no reader or writer of ours: `docs/reference/pandoc.md` is the guided tour.

    source → pandoc -t json → tree → article → tree → pandoc -f json → output

Pandoc runs as a process of its own that can reach nothing (`process`), and
all that is exchanged with it is its JSON syntax tree. What of the tree is
what of an article stands in one table (`mapping`), and the two directions
are one module each.

family     which formats there are        process    runs pandoc: bytes in, bytes out
tree       nodes of the tree              pictures   the pictures that a source holds
into_article, rawhtml                     tree → article
meta       its metadata ↔ the head        grid       columns of tables
into_tree, escaping                       article → tree
"""
