"""HTML as saved from the web: the story found, what stands around it kept as furniture, the page's data as metadata.

decode   bytes → text            page    text → tree of blocks and runs     regions  what parts call themselves
story    where the story stands  build   blocks of the model                head     headline, authors, dates
"""
