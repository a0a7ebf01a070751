"""Packs: cold stories, a thousand in one ZIP inside one OCFL object, for a thousandth of the files.

    form      what a pack holds, byte for byte, and how one is built
    library   the packs of a root: where a story lies, and the story from there
    store     a store that finds packed stories as if they were loose
    packing   the act: a pack is written, read back, and only then the loose objects go

A packed story is the very object that it was, with every version; one that
goes on is taken out whole first (`docs/decisions/0086-packs.md`).
"""
