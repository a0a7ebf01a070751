"""What a scrape states beside its story: days, source, section, keywords, address."""

from __future__ import annotations

from operator import attrgetter

from converter.model.checks import is_xml_text
from converter.model.head import AltId, Date, Keyword, Party, Subject
from converter.text.exports.fields import words_of
from converter.text.exports.languages import find_language
from converter.text.exports.record import Record, Sheet
from converter.text.label import Role
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.head import Head
    from converter.text.options import TextOptions

_BETWEEN = Pattern(r"[,;|、，；•\n]| / | - ")
_TAG = Pattern(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_QUOTES = "\"'“”‘’[]#()- \t"
_LONGEST_NAME = 90
_LONGEST_KEYWORD, _MOST_KEYWORDS = 60, 60
_NOTHING = frozenset(("", "none", "n/a", "na", "nan", "null", "nil", "-", "unknown", "undefined"))


class Scraped(Record):
    """A text as a scraper wrote it; the days and the language as it has them."""

    modified: str = ""
    source: str = ""
    section: str = ""
    url: str = ""
    keywords: str = ""
    title: str = ""
    """The headline, which is the first of the story's lines."""
    within: tuple[Role, ...] = ()
    """The fields that stand in the midst of the story."""

    def options_of(self, options: TextOptions) -> TextOptions:
        """Return how the story's lines are read: the first is the headline, where the fields have one."""
        return options.replace(headline="first") if self.title and options.headline != "none" else options

    def around(self, story: list[Role], options: TextOptions) -> list[Role]:
        """Return the roles of all lines; a byline that the story prints itself goes before the author's name."""
        first = next((at for at, role in enumerate(story) if role.text == self.title), None) if self.title else None
        if first is not None and options.headline != "none":
            # A rule that knows such a line for a label or furniture does not know what it is here.
            others = (role.replace(kind="paragraph", rule="") if role.kind == "headline" else role for role in story)
            story = [*others]
            story[first] = Role("headline", self.title, story[first].line, "record-headline")
        if self.within:
            story = sorted([*self.within, *story], key=attrgetter("line"))
        roles = super().around(story, options)
        printed = [bare_words(role.text) for role in story if role.kind == "byline"]
        return [
            role.replace(kind="furniture", rule="record-field", family=ScrapeSheet.family)
            if role.rule == "record-byline" and any(bare_words(role.text) in each for each in printed)
            else role
            for role in roles
        ]

    def stated_in(self, head: Head, lang: str | None) -> Head:
        """Return the head of a story in a language with what the fields say."""
        from converter.text.dates.moments import moment

        published = moment(self.published or "", lang or "")
        modified = moment(self.modified, lang or "")
        made = [Date("published", published, inferred="record-date")] if published else []
        made += [Date("modified", modified, inferred="record-date")] if modified else []
        kinds = [date.kind for date in made]
        return head.replace(
            parties=(
                *((Party(self.paper, "provider", inferred="record-source"),) if _is_name(self.paper) else ()),
                *((Party(self.source, "source", inferred="record-source"),) if _is_name(self.source) else ()),
            ),
            dates=(*made, *(date for date in head.dates if date.kind not in kinds)),
            subjects=(Subject(self.section, inferred="record-section"),) if _is_name(self.section) else (),
            keywords=tuple(Keyword(word, inferred="record-keyword") for word in _keywords_in(self.keywords)),
            altids=tuple(
                AltId(number, inferred="record-number")
                for number in (self.number, self.url)
                if number and is_xml_text(number) and len(number.split()) == 1
            ),
        )


class ScrapeSheet(Sheet):
    """The lines of a scrape."""

    family, label_rule, field_rule = "record", "record-label", "record-field"

    def title(self, start: int, end: int, length: int = 0) -> str:
        """Return the words of the headline behind its label; they are read with the story."""
        words = words_of(self.lines[start:end], length)
        self._give(start, end, *([self._label(start, length)] if length else []))
        return words

    def credit(self, start: int, end: int, rule: str) -> None:
        """Make the lines a note on who edited, or who made a picture."""
        self._give(start, end, Role("note", self.text(start, end), start + 1, rule, note_kind="credit"))

    def again(self, at: int, words: str) -> None:
        """Make the headline furniture that the text has again, perhaps behind its label."""
        self._roles[at] = [*self._roles.get(at, []), Role("furniture", words, at + 1, self.field_rule, self.family)]

    def within(self, start: int, end: int) -> tuple[Role, ...]:
        """Return the roles of lines in the midst of the story; most have none of their own."""
        return tuple(role for at in range(start, end) for role in self._roles.get(at, ()))


def language_in(words: str) -> str | None:
    """Return the language that a field names, by its tag or its name, or None."""
    if words.casefold() in _NOTHING:
        return None
    return words.replace("_", "-") if _TAG.fullmatch(words) else find_language(words)


def bare_words(text: str) -> str:
    """Return the letters and figures of a text alone, in small ones, to compare it with another."""
    return "".join(filter(str.isalnum, text.casefold())).removeprefix("by")


def _is_name(words: str) -> bool:
    """Return whether a field's value is a name, and no address, sentence or second label."""
    return (
        0 < len(words) <= _LONGEST_NAME
        and is_xml_text(words)
        and words.casefold() not in _NOTHING
        and ": " not in words
        and "：" not in words
        and "//" not in words
        and not words.startswith("www.")
        and any(map(str.isalpha, words))
    )


def _keywords_in(words: str) -> Iterator[str]:
    """Yield the keywords that a field lists, each once."""
    parts = (part.strip(_QUOTES) for part in _BETWEEN.compiled.split(words))
    for word in list(dict.fromkeys(parts))[:_MOST_KEYWORDS]:
        if len(word) <= _LONGEST_KEYWORD and word.casefold() not in _NOTHING and is_xml_text(word):
            yield word
