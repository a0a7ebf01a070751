"""What the news exchange formats share: NewsML-G2, NITF, ninjs, and what reads them.

- `catalog.py` knows IPTC's schemes of codes, `dates.py` how dates are spelt;
- `life.py` tells corrections and withdrawals, `losses.py` says what has no place;
- `words.py` takes blocks as their words, `furniture.py` places site furniture
  that a format carries beside the story.
"""
