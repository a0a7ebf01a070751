"""EPUB of ours: the identical article where nobody has changed it, else what it says now.

`publication` opens the package, `read` takes the article out of it or reads
the story as it stands, `sniff` knows ours; anybody else's goes to pandoc's.
"""
