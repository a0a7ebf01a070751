"""Fields of scrapes: the labels above and below a story, with their values, whatever the labels look like.

colon       `Title: …`, `**Title:** …`, `- Title: …`, `标题：…`, also with the value on the next line
tab         the value behind a tab, as sheets are copied
bracket     `[Title] …`, `【标题】…`
heading     `# Title`, and the value below
line        `Title` alone, and the value below
word        `title …`, in small letters
"""

from __future__ import annotations

from converter.core.values import Value
from converter.text.exports.fields import words_behind
from converter.text.exports.scrape_labels import OPENING, Label, label_of
from converter.text.lines import LAYOUT_SPACE, count_digits, count_words, ends_sentence
from converter.text.surroundings import is_prose

_MOST_UNKNOWN_WORDS, _LONGEST_UNKNOWN, _LONGEST_UNKNOWN_VALUE = 3, 24, 160
_WRAPPED, _BLANKS = 3, 2
"""Lines that a value may go on, and blank ones between a label and its value."""
_MOST_HELD = 8
"""Lines without a label below one that says nothing behind it."""
_LONGEST = {
    "headline": 300,
    "author": 160,
    "date": 60,
    "modified": 60,
    "source": 90,
    "paper": 90,
    "publisher": 90,
    "section": 90,
    "keywords": 1000,
    "summary": 1500,
    "image": 1000,
    "url": 1000,
    "caption": 1000,
}
_LONGEST_VALUE = 120
"""Of any other field."""
_MOST_WORDS_OF_A_NAME = 12
_LEAST_OF_HEADLINE = 3
_LISTED = frozenset(("keywords", "image", "author", "field", "section"))
_LONGEST_NAMED = 80


class Field(Value):
    """A label with its value."""

    kind: str
    start: int
    end: int
    """The line behind its last."""
    length: int
    """How many characters of the first line are the label."""
    words: str
    """The value, on one line."""


class Fields:
    """The fields around a story: above, below, and where it begins and ends."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.shape = ""
        self.above: list[Field] = []
        self.below: list[Field] = []
        self.title: int | None = None
        """The line that is the headline without a label, above the fields."""
        self.text: Label | None = None
        """The label before the story, if it has one."""
        self.is_of_others = False
        """Whether a label speaks of other things than a story."""
        self.has_unknown = False
        self.start = self._read_above()
        self.end = len(lines)
        self._read_below()

    def label(self, at: int) -> Label | None:
        """Return the label of a line that looks as the first one does."""
        label = label_of(self.lines[at]) if at < len(self.lines) else None
        return label if label is not None and self.shape in ("", label.shape) else None

    def _read_above(self) -> int:
        """Find the fields above the story; return its first line."""
        at = 0
        while at < len(self.lines):
            if not self.lines[at].strip() or _is_rule(self.lines[at]):
                at += 1
                continue
            label = self.label(at)
            if label is None:
                if self.above and self._is_unknown(at):
                    self.has_unknown = True
                elif self.above or self.title is not None or not self._is_title(at):
                    break
                else:
                    self.title = at
                at += 1
                continue
            self.shape = label.shape
            self.is_of_others |= label.kind == "alien"
            if label.kind == "text" and not self._is_author(at, label):
                self.text = label
                break
            kind = "author" if label.kind == "text" else label.kind
            self.above.append(self.field(at, Label(kind, label.length, label.shape)))
            at = self.above[-1].end
        if not self.above and self.text is None:
            self.title = None
            return 0
        if not any(field.kind == "headline" for field in self.above):
            self.above = [field.replace(kind="headline") if self._is_swedish(field) else field for field in self.above]
        return at

    def _is_swedish(self, field: Field) -> bool:
        """Return whether `Rubrik:` announces a headline, as it does in Swedish, and no section as in German."""
        label = self.lines[field.start].strip(LAYOUT_SPACE)[: field.length]
        return "rubrik" in label.casefold() and count_words(field.words) >= _LEAST_OF_HEADLINE

    def _is_title(self, at: int) -> bool:
        """Return whether the first line, which has no label, may be the headline above fields."""
        return not ends_sentence(self.lines[at]) and len(self.lines[at].strip()) <= _LONGEST["headline"]

    def _is_author(self, at: int, label: Label) -> bool:
        """Return whether `Text:` says who wrote it: `Text: Ann Example`."""
        line = self.lines[at].strip(LAYOUT_SPACE)
        if not 0 < len(words_behind(line, label.length)) <= _LONGEST_NAMED:
            return False
        from converter.text.bylines.byline import find_byline_rule

        return find_byline_rule(line, after_headline=True, after_label=False) is not None

    def _is_unknown(self, at: int) -> bool:
        """Return whether a line has a label of somebody's own, between two that are known."""
        if self.shape not in ("colon", "bracket"):
            return False
        line = self.lines[at].strip(LAYOUT_SPACE)
        if self.shape == "colon":
            name, colon, value = line.replace("：", ":").partition(":")
        else:
            name, colon, value = line.replace("】", "]").partition("]")
            name = name[1:] if name[:1] in OPENING else ""
        if not colon or not name or len(name) > _LONGEST_UNKNOWN or len(value) > _LONGEST_UNKNOWN_VALUE:
            return False
        if count_words(name) > _MOST_UNKNOWN_WORDS or ends_sentence(value):
            return False
        following = next((below for below in range(at + 1, min(at + 3, len(self.lines))) if self.is_filled(below)), at)
        return following > at and self.label(following) is not None

    def is_filled(self, at: int) -> bool:
        """Return whether a line has words."""
        return bool(self.lines[at].strip())

    def field(self, at: int, label: Label) -> Field:
        """Return the field that a label begins, with the lines that its value goes on."""
        words = words_behind(self.lines[at].strip(LAYOUT_SPACE), label.length)
        end = at + 1
        if words:
            end += self._wrapped(end, label.kind)
        else:
            below = next(
                (over for over in range(end, end + 1 + _BLANKS) if over < len(self.lines) and self.is_filled(over)), -1
            )
            if below > 0 and self.label(below) is None and fits(label.kind, self.lines[below].strip()):
                end = below + 1
                end += self._wrapped(end, label.kind)
                if label.kind in _LISTED:
                    while end < len(self.lines) and self.lines[end].lstrip()[:2] in ("- ", "* ", "• "):
                        end += 1
        more = (self.lines[over].strip(LAYOUT_SPACE) for over in range(at + 1, end))
        words = " ".join(filter(None, (words, *more)))
        kind = "url" if label.kind in ("source", "paper") and is_address(words) else label.kind
        return Field(kind, at, end, label.length, words)

    def _wrapped(self, at: int, kind: str) -> int:
        """Return how many lines a value goes on: they stand between it and the next label, and no blank with them."""
        for count in range(_WRAPPED + 1):
            if at + count >= len(self.lines) or not self.lines[at + count].strip() or _is_rule(self.lines[at + count]):
                return 0
            if self.label(at + count) is not None or self._is_unknown(at + count):
                return count
            line = self.lines[at + count].strip()
            if len(line) > _LONGEST_VALUE or (is_prose(line) and kind != "summary"):
                return 0
        return 0

    def _read_below(self) -> None:
        """Find the fields below the story."""
        first = self.start + 1 if self.text is not None else self.start
        held: list[int] = []
        for at in range(len(self.lines) - 1, first - 1, -1):
            if not self.lines[at].strip() or (_is_rule(self.lines[at]) and not held):
                continue
            label = self.label(at)
            if label is None:
                held.append(at)
                if len(held) > _MOST_HELD or is_prose(self.lines[at].strip()):
                    return
                continue
            if label.kind in ("headline", "text", "caption", "alien"):
                return
            field = self.field(at, label)
            is_whole = not held or field.end > held[0]
            if not is_whole or not field.words or not fits(field.kind, field.words):
                return
            self.shape = label.shape
            self.below.insert(0, field)
            self.end, held = at, []

    def tell_summary(self) -> None:
        """Make the summary the text, where the scraper had no other."""
        if self.above and self.above[-1].kind == "summary" and not self.below:
            field = self.above.pop()
            self.text = Label("text", field.length, self.shape)
            self.start = field.start


def is_address(words: str) -> bool:
    """Return whether the words are an address of the web."""
    return words.startswith(("http://", "https://", "www.")) and len(words.split()) == 1


def _is_rule(line: str) -> bool:
    """Return whether a line parts fields: `---`, `=====`."""
    bare = line.strip()
    return len(bare) > 2 and not bare.strip("-=_*~#—")


def fits(kind: str, words: str) -> bool:
    """Return whether words may be the value of a field."""
    if len(words) > _LONGEST.get(kind, _LONGEST_VALUE):
        return False
    if kind in ("url", "image"):
        return not words or is_address(words) or (kind == "image" and len(words) <= _LONGEST_VALUE)
    if kind in ("date", "modified"):
        return not words or count_digits(words) > 0
    is_told = bool(words) and count_words(words) > _MOST_WORDS_OF_A_NAME and is_prose(words) and ends_sentence(words)
    return not is_told or kind in ("headline", "summary", "keywords", "caption")
