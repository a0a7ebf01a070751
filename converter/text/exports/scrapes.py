"""Scrapes: a story as its fields with their labels, as scrapers and makers of corpora write it.

    Title: Ferry to stop on Sundays from May       [Título] El transbordador para los domingos
    Author: Ann Example
    Date: 2024-05-03                                [Autor] Ana Ejemplo
    URL: https://news.example.com/ferry
                                                    [Cuerpo] … the story …
    … the story …
                                                    [Imagen] https://news.example.com/1.jpg
    Tags: ferry, Eastmere

Anybody's labels are no proof as those of a press database are: a review
begins with `Title:` and `Author:` of a book, an event with `Title:` and
`Date:`. So a label of a title and another of a story's fields must stand at
the top, or one of its text or address with such others, and none beside them
that speaks of a book, a film, an event, a dish, a release or a letter.
"""

from __future__ import annotations

from converter.text.exports.scrape_fields import Fields, fits, is_address
from converter.text.exports.scrape_labels import label_of
from converter.text.exports.scraped import Scraped, ScrapeSheet, bare_words, language_in
from converter.text.headline import is_headline
from converter.text.label import Role
from converter.text.lines import count_digits, count_words, words
from converter.text.notes import find_note
from converter.text.surroundings import is_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.text.exports.scrape_fields import Field
    from converter.text.label import Kind

_NEAR = 4
"""Lines beside the fields in which a label of other things speaks against a scrape."""
_STRONG = frozenset(("author", "date", "modified", "source", "paper", "url", "keywords", "summary", "image"))
_OF_ADDRESS = frozenset(("author", "date", "source", "paper", "keywords"))
"""What makes an address the one of a story, where no label names its title or its text."""
_SURE, _FOLLOWING, _WORDS_ABOVE = 3, 12, 4
_WITHIN = frozenset(("bracket", "heading", "word"))
"""Shapes of labels that no story has of its own, so that they are fields in its midst too."""
_ALONE = frozenset(("heading", "line", "word"))
"""Shapes that a story's own lines have: both title and text must have them."""
_LEAST_DIGITS, _LEAST_CJK, _FIRST_CJK = 5, 5, "\u2e80"
_SENTENCE_LINES = 3
_LONGEST_REPEATED = 4000


def find(lines: list[str]) -> Scraped | None:
    """Return the record that the lines are, or None."""
    scrape = _Scrape(lines)
    return scrape.record() if scrape.is_one() else None


class _Scrape:
    """A text that may be one."""

    def __init__(self, lines: list[str]) -> None:
        self.fields = Fields(lines)

    # ── Whether it is one ───────────────────────────────────────────────────

    def is_one(self) -> bool:
        """Return whether the labels are those of a story's fields, and there is a story."""
        fields = self.fields
        if fields.is_of_others or not (fields.above or fields.below or fields.text):
            return False
        if fields.text is None and not self._has_story():
            fields.tell_summary()
        both = [*fields.above, *fields.below]
        kinds = {field.kind for field in both if self._counts(field)}
        has_text = fields.text is not None
        strong = kinds & _STRONG
        if kinds == {"headline"} and len(both) == 1 and fields.above and not has_text:
            is_known = fields.shape == "colon" and self._is_headline(fields.above[0].words)
            return is_known and not self._speaks_of_others() and not self._has_several()
        if fields.title is not None and not self._is_title_known(kinds):
            return False
        is_sure = "url" in strong or has_text or len(strong) >= _SURE
        if not is_sure and (fields.has_unknown or "publisher" in kinds or self._speaks_of_others()):
            return False
        if strong == {"date"} and "place" in kinds and not has_text:
            return False  # Something that will happen there.
        if "headline" in kinds:
            is_known = (bool(strong) or has_text) if fields.shape not in _ALONE else has_text
            is_known = is_known and (fields.shape != "line" or bool(strong))
        else:
            is_known = fields.shape not in _ALONE and (
                fields.title is not None
                or (has_text and ("url" in strong or len(strong) > 1))
                or ("url" in strong and bool(strong & _OF_ADDRESS))
            )
        return is_known and not self._has_several() and self._has_story()

    def _is_title_known(self, kinds: set[str]) -> bool:
        """Return whether the line above the fields is the headline; or a number or a site above the title's label."""
        if "headline" in kinds:
            return self._above_title() is not None
        at = self.fields.title
        if at is None or not self._is_headline(self.fields.lines[at].strip()):
            return False
        return ("url" in kinds and bool(kinds & _OF_ADDRESS)) or (
            kinds.issuperset(("author", "date")) and len(kinds & _STRONG) >= _SURE
        )

    def _above_title(self) -> int | None:
        """Return the line that stands above the label of the title, and is none itself: `Article 12`."""
        at = self.fields.title
        if at is None or not any(field.kind == "headline" for field in self.fields.above):
            return None
        return at if count_words(self.fields.lines[at]) <= _WORDS_ABOVE else None

    def _counts(self, field: Field) -> bool:
        """Return whether a field has a value as its label announces; an empty one is a scraper's too."""
        value = field.words
        match field.kind:
            case "headline":
                is_cjk = bool(value) and value[0] >= _FIRST_CJK
                return len(value) >= _LEAST_CJK if is_cjk else count_words(value) > 1
            case "date" | "modified":
                return not value or count_digits(value) >= _LEAST_DIGITS
            case "url":
                return is_address(value)
            case "image":
                return not value or is_address(value)
        return fits(field.kind, value)

    def _speaks_of_others(self) -> bool:
        """Return whether a label near the fields speaks of a book, a film, an event, a dish."""
        filled = [at for at in range(self.fields.start, self.fields.end) if self.fields.is_filled(at)]
        return any(
            label is not None and label.kind == "alien"
            for label in (label_of(self.fields.lines[at]) for at in dict.fromkeys((*filled[:_NEAR], *filled[-_NEAR:])))
        )

    def _is_headline(self, text: str) -> bool:
        """Return whether the rules take a line above the story for a headline."""
        following = [line.strip() for line in self.fields.lines[self.fields.start :] if line.strip()][:_FOLLOWING]
        return is_headline(text, following, is_marked=False, lang=None)

    def _has_several(self) -> bool:
        """Return whether a second title stands below: these are several stories."""
        return any(
            label is not None and label.kind == "headline" and label.shape == self.fields.shape
            for label in map(label_of, self.fields.lines[self.fields.start + 1 :])
        )

    def _has_story(self) -> bool:
        """Return whether there is prose."""
        told: list[str] = []
        for at in range(self.fields.start, self.fields.end):
            line = self.fields.lines[at].strip()
            told = [*told[1 - _SENTENCE_LINES :], line] if line else []
            if line and (is_prose(line) or is_prose(" ".join(told))):
                return True
        return False

    # ── What it says ────────────────────────────────────────────────────────

    def record(self) -> Scraped:
        """Return all that the text says."""
        sheet = ScrapeSheet(self.fields.lines)
        inside = self._inside()
        story = self._story(sheet, inside)
        told = " ".join(line.strip() for line in story[:40])[:_LONGEST_REPEATED]
        taken: set[str] = set()
        title = ""
        if self.fields.title is not None and self._above_title() is None:
            title = sheet.title(self.fields.title, self.fields.title + 1)
            taken.add("headline")
        for field in [*self.fields.above, *self.fields.below]:
            if field.kind == "headline" and "headline" not in taken and self._counts(field):
                title = sheet.title(field.start, field.end, field.length)
                taken.add("headline")
            self._give(sheet, field, taken, told)
        if title:
            # The rules for the story's first lines know then what stands above them.
            is_parted = any(not line.strip() for line in "\n".join(story).strip().split("\n"))
            story[:0] = [title, ""] if is_parted else [title]
        has = {
            field.kind: field.words
            for field in reversed([*self.fields.above, *inside, *self.fields.below])
            if field.words
        }
        return Scraped(
            tuple(story),
            self.fields.end - len(story) + 1,
            sheet.roles(0, self.fields.start),
            sheet.roles(self.fields.end, len(self.fields.lines)),
            language_in(has.get("lang", "")),
            has.get("date"),
            has.get("paper") or has.get("publisher") or "",
            "",
            has.get("number", ""),
            modified=has.get("modified", ""),
            source=has.get("source", ""),
            section=has.get("section", ""),
            url=has["url"] if is_address(has.get("url", "")) else "",
            keywords=has.get("keywords", ""),
            title=title,
            within=sheet.within(self.fields.start, self.fields.end),
        )

    def _inside(self) -> list[Field]:
        """Return the fields in the midst of the story, where no story has such lines of its own."""
        if self.fields.shape not in _WITHIN or self.fields.text is None:
            return []
        labels = ((at, self.fields.label(at)) for at in range(self.fields.start, self.fields.end))
        return [self.fields.field(at, label) for at, label in labels if label is not None and label.kind != "alien"]

    def _story(self, sheet: ScrapeSheet, inside: list[Field]) -> list[str]:
        """Return the story's lines; of those that are fields nothing is left but the words that are the story's."""
        story = self.fields.lines[self.fields.start : self.fields.end]
        if self.fields.text is not None and not inside:
            story[0] = sheet.label(self.fields.start, self.fields.text.length)
        for field in inside:
            if field.kind in ("text", "summary", "headline"):
                story[field.start - self.fields.start] = sheet.label(field.start, field.length)
                continue
            if field.kind == "caption" and field.words:
                role = Role("caption", field.words, field.start + 1, "record-caption")
                sheet.labelled(field.start, field.end, field.length, role)
            else:
                sheet.furniture(field.start, field.end, "record-field")
            for at in range(field.start, field.end):
                story[at - self.fields.start] = ""
        first = next((at for at, line in enumerate(story) if line.strip()), None)
        headline = next((field.words for field in self.fields.above if field.kind == "headline"), "")
        if first is not None and headline and bare_words(story[first]) == bare_words(headline):
            # The text that was scraped had it too.
            sheet.again(self.fields.start + first, story[first].strip())
            story[first] = ""
        return story

    def _give(self, sheet: ScrapeSheet, field: Field, taken: set[str], told: str) -> None:
        """Give a field's lines their roles."""
        at, value = field.start, field.words
        kind: Kind | None = None
        if field.kind == "author" and _is_author(value) and bare_words(value) not in taken:
            taken.add(bare_words(value))
            kind = "byline"
        elif (
            field.kind == "summary"
            and value
            and "summary" not in taken
            and not _is_told(value, told, self.fields.above)
        ):
            kind = "standfirst"
        elif field.kind == "caption" and value:
            kind = "caption"
        if kind is not None:
            taken.add(field.kind)
            sheet.labelled(at, field.end, field.length, Role(kind, value, at + 1, f"record-{kind}"))
        elif field.kind in ("credit", "image") and value and not is_address(value):
            text = sheet.text(at, field.end)
            note = find_note(text)
            if note is not None or field.kind == "credit":
                sheet.credit(at, field.end, note.rule if note is not None else "record-credit")
        sheet.furniture(at, field.end, "record-field")


_NOBODY = words(
    "none n/a na nan null nil - -- unknown anonymous admin administrator desconocido unbekannt inconnu sconosciuto "
    "desconhecido неизвестно неизвестен 未知 不详 不詳 [] undefined no_author author author_not_found not_found "
    "not_available author_unknown unknown_author no_byline sin_autor ohne_autor sans_auteur "
    "autor_desconocido autor_unbekannt auteur_inconnu 佚名"
)
"""What scrapers write where they found no author, a low line for each blank."""


def _is_author(value: str) -> bool:
    """Return whether the value says who wrote it."""
    return (
        bool(value)
        and value.casefold().strip(" .").replace(" ", "_") not in _NOBODY
        and not any(char in value for char in "[]{}<>：")
        and ": " not in value
        and "//" not in value
        and any(map(str.isalpha, value))
    )


def _is_told(value: str, told: str, fields: list[Field]) -> bool:
    """Return whether the summary only repeats how the story begins, or the headline."""
    bare = bare_words(value.rstrip(" .…[]()"))
    return bare_words(told).startswith(bare) or any(
        field.kind == "headline" and bare_words(field.words) == bare for field in fields
    )
