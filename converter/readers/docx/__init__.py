"""DOCX: Word's documents read whole, ours as the identical article (ECMA-376 part 1).

parts     the package: parts, relationships, properties     styles    what the styles and lists are called
inline    runs → inlines                                    blocks    paragraphs, lists, tables, notes
read      the story in order
"""
