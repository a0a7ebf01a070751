"""The label: what an article without a headline is called where a format must have a title. It is never printed."""

from __future__ import annotations

from converter.model.block import Heading, Paragraph
from converter.model.words import has_words, paragraphs_in, plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article

_WORDS = 12
_CHARACTERS = 120
_ENDS = tuple(".!?…。！？")  # The full-width ones end a Chinese or Japanese sentence.
_CLOSERS = "\"'”’»)]"
# A full stop after one of these ends no sentence. Any single letter, and any word with a full stop inside, neither.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "st",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "maj",
        "prof",
        "rev",
        "hon",
        "no",
        "vs",
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)


def label(article: Article) -> str:
    """Return the main headline, else the first sentence of the first paragraph, cut after 12 words.

    White space is folded to single spaces. An article without any paragraph
    is called by its first words of any kind, or `Untitled`.
    """
    headline = article.head.headline()
    if headline is not None and (words := plain_text(headline.content).split()):
        return " ".join(words)
    for paragraph in paragraphs_in(article.body):
        if words := plain_text(paragraph.content).split():
            return _first_sentence(words)
    for block in article.body:
        if isinstance(block, Heading | Paragraph) and (words := plain_text(block.content).split()):
            return _first_sentence(words)
    return "Untitled"


def titled(article: Article, context: Context, writer: str) -> str:
    """Return the label for `writer`, with a `label-made` notice when it is not a headline."""
    made = label(article)
    headline = article.head.headline()
    if headline is None or not has_words(headline.content):
        context.notice("label-made", "head/headline", label=made, writer=writer)
    return made


def _first_sentence(words: list[str]) -> str:
    taken: list[str] = []
    for word in words[:_WORDS]:
        taken.append(word)
        bare = word.rstrip(_CLOSERS)
        if bare.endswith(_ENDS) and not _is_abbreviation(bare):
            break
    return _cut(" ".join(taken))


def _is_abbreviation(word: str) -> bool:
    stem = word.lstrip("\"'“‘«([").rstrip(".")
    return word.endswith(".") and (len(stem) == 1 or "." in stem or stem.lower() in _ABBREVIATIONS)


def _cut(text: str) -> str:
    """Cut a text of a script without spaces: at its first full stop, else after as many characters as a label takes."""
    head = text[:_CHARACTERS]
    stops = [at for stop in "。！？" if (at := head.find(stop)) >= 0]
    return head[: min(stops) + 1] if stops else head
