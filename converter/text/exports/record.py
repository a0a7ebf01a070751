"""A record: what the text of a database is, line by line, and the facts that it states."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.head import AltId, Date, Party, Rights
from converter.model.inline import inlines
from converter.text.exports.fields import words_behind
from converter.text.label import FoundDateline, Role
from converter.text.layout import layout_of_message
from converter.text.lines import LAYOUT_SPACE, is_blank, is_invisible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.head import Head
    from converter.text.label import Kind
    from converter.text.layout import Layout
    from converter.text.options import TextOptions

FAMILY = "database"
"""Of furniture: what a database prints around a story."""


class Record(Value):
    """A text of a database: the story's own lines, what stands around them, and the facts."""

    story: tuple[str, ...]
    first_line: int
    """The number of the story's first line, from 1."""
    above: tuple[Role, ...] = ()
    below: tuple[Role, ...] = ()
    lang: str | None = None
    published: str | None = None
    paper: str = ""
    rights: str = ""
    number: str = ""
    """What the database calls the document."""
    scheme: str = ""
    """Whose number it is."""

    @property
    def layout(self) -> Layout | None:
        """Return the layout of the story's lines, where the width of its lines says it."""
        found = layout_of_message(list(self.story), is_wire=False)
        return found if found == "wrapped" else None

    @property
    def has_headline(self) -> bool:
        """Return whether the database says which line is the headline."""
        return any(role.kind == "headline" for role in self.above)

    def options_of(self, options: TextOptions) -> TextOptions:
        """Return how the story's lines are read: without a search for the headline that is known already."""
        return options.replace(headline="none") if self.has_headline and options.headline != "none" else options

    def around(self, story: list[Role], options: TextOptions) -> list[Role]:
        """Return the roles of all lines, with those of the story between the others.

        The story's own dateline goes before the one of the record, and a byline that it prints again is one.
        """
        has_dateline = any(role.dateline is not None for role in story)
        bylines = {_bare_name(role.text) for role in story if role.kind == "byline"}
        above = list(self.above)
        for at, role in enumerate(above):
            is_second = role.kind == "dateline" and has_dateline
            has_dateline = has_dateline or role.kind == "dateline"
            if is_second or (role.kind == "byline" and _bare_name(role.text) in bylines):
                above[at] = Role("furniture", role.text, role.line, "database-field", FAMILY)
            elif role.kind == "headline" and options.headline == "none":
                above[at] = Role("paragraph", role.text, role.line)
        return [*above, *story, *self.below]

    def stated_in(self, head: Head, lang: str | None) -> Head:
        """Return the head of a story in a language with what the database says: paper, rights, day and number."""
        made = Date("published", self.published, inferred="database-date") if self.published else None
        others = (date for date in head.dates if made is None or date.kind != "published")
        return head.replace(
            parties=(Party(self.paper, "provider", inferred="database-paper"),) if self.paper else (),
            rights=(Rights(inlines(self.rights), inferred="database-copyright"),) if self.rights else (),
            dates=((made,) if made else ()) + tuple(others),
            altids=(AltId(self.number, self.scheme, inferred="database-number"),) if self.number else (),
        )


def _bare_name(text: str) -> str:
    return text.casefold().removeprefix("by ").strip(" .")


class Sheet:
    """The lines of a text, of which each is given its role once, in any order."""

    family, label_rule, field_rule = FAMILY, "database-label", "database-field"
    """Of the furniture that labels are, and fields that have no other place."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._roles: dict[int, list[Role]] = {}

    def text(self, start: int, end: int | None = None) -> str:
        """Return the words of the lines, on one line."""
        end = start + 1 if end is None else end
        return " ".join(filter(None, (line.strip(LAYOUT_SPACE) for line in self.lines[start:end])))

    def furniture(self, start: int, end: int, rule: str, family: str = "") -> None:
        """Make each line furniture that has no role yet."""
        for at in range(start, end):
            if at not in self._roles and not is_blank(self.lines[at]):
                text = self.text(at)
                kind = ("invisible-line", "blank") if is_invisible(text) else (rule, family or self.family)
                self._roles[at] = [Role("furniture", text, at + 1, *kind)]

    def whole(self, start: int, end: int, kind: Kind, rule: str, dateline: FoundDateline | None = None) -> None:
        """Give the words of all lines one role."""
        self._give(start, end, Role(kind, self.text(start, end), start + 1, rule, dateline=dateline))

    def labelled(self, start: int, end: int, length: int, value: Role) -> None:
        """Give the words behind a label of so many characters their role; the label is furniture of its own."""
        self._give(start, end, self._label(start, length), value)

    def note(self, start: int, end: int, rule: str) -> None:
        """Make the lines a correction."""
        self._give(start, end, Role("note", self.text(start, end), start + 1, rule, note_kind="correction"))

    def label(self, start: int, length: int) -> str:
        """Make the first characters of a line a label, and return the rest, which is the story's."""
        self._give(start, start + 1, self._label(start, length))
        return words_behind(self.lines[start].strip(LAYOUT_SPACE), length)

    def _label(self, at: int, length: int) -> Role:
        """Return the role of a label; a no-break space behind it is its own."""
        line = self.lines[at].strip(LAYOUT_SPACE)
        label = line.removesuffix(words_behind(line, length)).rstrip(LAYOUT_SPACE)
        return Role("furniture", label, at + 1, self.label_rule, self.family)

    def _give(self, start: int, end: int, *roles: Role) -> None:
        for at in range(start, end):
            self._roles[at] = []
        self._roles[start] = list(roles)

    def roles(self, start: int, end: int) -> tuple[Role, ...]:
        """Return the roles of the lines; one that was given none is a field of the database."""
        self.furniture(start, end, self.field_rule)
        return tuple(role for at in range(start, end) for role in self._roles.get(at, ()))

    def parted(self, start: int, end: int) -> tuple[tuple[str, ...], int, tuple[Role, ...], tuple[Role, ...]]:
        """Return what a record begins with: the story's lines, the number of their first, the roles above and below."""
        return tuple(self.lines[start:end]), start + 1, self.roles(0, start), self.roles(end, len(self.lines))
