"""How well the text rules do on the hand-labelled corpus (`tests/cases/text`): `just scores`.

`labels.toml` beside each `input.txt` says what a person sees in it; it was
written before the rules. `corpus.py` reads the labels, `measure.py` compares
an article with them, `__main__.py` prints precision and recall.
"""
