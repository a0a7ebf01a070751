"""The catalogue: what is in the archive, to be searched; one SQLite file that can be thrown away and made anew.

It follows the ledger and is never asked by a put. From the ground up:

    words      what the index calls a word, in every script; where words stand in a text
    facets     dates, source, language, status and subjects as words of the index
    entry      what the catalogue keeps of a story, from its canonical form
    schema     the tables, and opening the file that holds them
    index      putting entries in and taking them out, in batches that are there whole or not at all
    query      what a person types → a tree; a fault has its place in the query
    match      a tree → the language of FTS5
    search     finding, ranking, counting
    snippets   the piece of a story where the words stand
    catalogue  `Catalogue`: an index that follows a store
"""
