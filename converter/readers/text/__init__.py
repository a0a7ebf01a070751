"""The reader of plain text: scraped stories, wire copy, press releases.

decode.py   bytes → text: right, or refused
read.py     text → article, as `converter.text` has it
sniff.py    is it a text at all
"""

from converter.readers.text.read import read

__all__ = ["read"]
