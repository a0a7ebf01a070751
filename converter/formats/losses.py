"""Losses: what a reader must not lose, and what a writer declares that it does not carry.

A writer declares what becomes of the parts of the model that its format has no
place for, in a tuple of `Loss` that its record names:

    LOSSES = (
        lost("Slug Related"),
        lost("Subject.creator"),
        lost("Date.value", when="it lacks its year", code="value-not-carried"),
        folded("Emphasis Strong", into="plain words"),
        folded("Heading.level", into="level 5", when="it is 6", code="heading-level-folded"),
    )

What is not declared is carried. The notices of the declarations without `when`
are given here, so a writer says nothing of them itself; for those with `when`
only the writer knows the moment, and says it with the declared code.
`convert formats --losses` and `docs/reference/losses.md` print the same tuple,
and `tests/losses/` proves it against what each writer does.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from converter import model
from converter.core.errors import InternalError, no_text
from converter.core.notices import CODES
from converter.core.values import Value, field_names
from converter.formats.registry import load
from converter.io.utf8 import encoded
from converter.model.article import values_in
from converter.model.traversal import children_of, walk
from converter.model.words import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.core.notices import Notice
    from converter.formats.records import Context, WriterRecord
    from converter.model.article import Article

    How: TypeAlias = Literal["inside", "folded", "lost"]
    Fate: TypeAlias = Literal["carried", "partly", "inside", "folded", "lost"]

# Tab, space and what ends a line: the layout that the canonical form may leave out.
_LAYOUT = " \t\n\r\x0b\x0c\x85\u2028\u2029"
_LAYOUT_ASCII = _LAYOUT.encode("ascii", "ignore")
_LAYOUT_BEYOND = tuple(character.encode() for character in _LAYOUT if not character.isascii())


# ── Of readers ──────────────────────────────────────────────────────────────


def require_text(article: Article) -> None:
    """Raise UnreadableInput when there is no word in the article."""
    if not any(isinstance(item, str) and item.strip() for item in walk(article)) and not plain_text(article).strip():
        raise no_text()


def require_all_characters(text: str, article: Article) -> None:
    """Raise InternalError unless each character but layout stands in the article as often as in the text."""
    words = plain_text(article)
    if text.replace("\n", "") == words or _without_layout(text) == _without_layout(words):
        return  # All of them, and in their order: there is nothing to count.
    wanted = Counter(text)
    for character in _LAYOUT:
        del wanted[character]
    there = Counter(words)
    for character, count in wanted.items():
        if there[character] < count:
            raise InternalError(
                f"the reader lost {count - there[character]} × U+{ord(character):04X} of the source's {count}",
                hint="please report this with the source",
            )


def _without_layout(text: str) -> bytes:
    """Return the text in UTF-8 without its layout."""
    content = encoded(text).translate(None, _LAYOUT_ASCII)
    for character in _LAYOUT_BEYOND:
        content = content.replace(character, b"")
    return content


# ── What writers declare ────────────────────────────────────────────────────


class Loss(Value):
    """What becomes of some parts of the model in one format."""

    parts: tuple[str, ...]
    """A class (`Slug`), one kind of it (`Date.published`), or a field (`Subject.creator`, `Rights.usage.lang`);
    `Block.dir` is that of every block."""
    how: How
    """`lost`; `folded`: there, but no program knows it for what it is; `inside`: in the canonical XML that the
    file carries, and nowhere else."""
    into: str = ""
    """As what it is written, where it is folded."""
    when: str = ""
    """On what condition; without one, always."""
    code: str = ""
    """The code of its notice; none where nothing is lost to who reads the file back (`inside`)."""
    each: bool = False
    """Whether the writer gives a notice of each one itself, although there is no condition."""

    def says(self, notice: Notice) -> bool:
        """Return whether the notice is one of this loss; some codes name the part, in the fact `field`."""
        field = dict(notice.facts).get("field")
        return notice.code == self.code and (field is None or field in self.parts)


def lost(parts: str, *, when: str = "", code: str = "not-carried") -> Loss:
    """Declare that the parts, parted by blanks, are not in the output."""
    return Loss(tuple(parts.split()), "lost", when=when, code=code)


def folded(parts: str, *, into: str, when: str = "", code: str = "written-as", each: bool = False) -> Loss:
    """Declare that the parts are in the output as something else: `into`, in words that follow “written as”."""
    return Loss(tuple(parts.split()), "folded", into, when, code, each)


def inside(parts: str) -> Loss:
    """Declare that the parts are in the canonical XML that the file carries, and are not shown. That is no notice."""
    return Loss(tuple(parts.split()), "inside")


def declared(writer: WriterRecord) -> tuple[Loss, ...]:
    """Return what the writer's record declares; nothing is declared of what is carried."""
    losses: tuple[Loss, ...] = load(writer.losses) if writer.losses else ()
    return losses


_KINDS = {"kind", "role"}
"""The fields that part a class in kinds."""
_WITHIN = {
    "Item": ("List",),
    "Row": ("Table",),
    "Cell": ("Row", "Table"),
    "MediaReference": ("Figure.media", "Figure"),
}
"""What is a part of something else only, and goes with it."""
_APART = {"inferred", "given", "rule", "id", "lang", "dir"}
_BLOCKS: tuple[type[Value], ...] = model.Block.__args__
_IN_HEAD = {kind.__name__ for kind in model.HEAD_KINDS.values()}


class Part(Value):
    """A part of the model, taken apart: `Rights.usage.lang` is the field `lang` of the `Rights` of kind `usage`."""

    owner: str
    kind: str | None = None
    field: str | None = None

    def holds(self, value: Value) -> bool:
        """Return whether a value of the class has this part."""
        if self.kind is not None and self.kind not in (getattr(value, "kind", None), getattr(value, "role", None)):
            return False
        if self.field is None:
            return True
        held = getattr(value, self.field)
        return held is not None and held not in ("", (), type(value)._defaults.get(self.field))

    def of(self, value: Value) -> object:
        """Return this part of a value of the class: what its field holds, or the value."""
        return value if self.field is None else getattr(value, self.field)


@cache
def part(name: str) -> Part:
    """Return the part that a name means. Raises ValueError when the model has no such part."""
    owner, *rest = name.split(".")
    kind: type[Value] = getattr(model, owner, None)  # type: ignore[assignment]
    classes = _BLOCKS if owner == "Block" else (kind,)
    if len(rest) > 2 or not all(isinstance(each, type) and issubclass(each, Value) for each in classes):
        raise ValueError(f"the model has no part {name!r}")
    fields = set.intersection(*(set(field_names(each)) for each in classes))
    match rest:
        case []:
            return Part(owner)
        case [field] if field in fields:
            return Part(owner, None, field)
        case [kind_of_it] if fields & _KINDS:
            return Part(owner, kind_of_it)
        case [kind_of_it, field] if fields & _KINDS and field in fields:
            return Part(owner, kind_of_it, field)
    raise ValueError(f"the model has no part {name!r}")


def every_part() -> tuple[str, ...]:
    """Return each class of the model and each of its fields but the one that makes the value what it is.

    How we know a value (`inferred`, `given`, the `rule` of furniture) and
    where the article came from (`Provenance`) are no parts: they are the
    canonical form's own record.
    """
    parts = [f"Article.{field}" for field in field_names(model.Article) if field not in ("body", "head", "provenance")]
    inlines = (kind for kind in model.Inline.__args__ if kind is not str)
    inner = (model.Item, model.Row, model.Cell, model.MediaReference)
    for kind in (*model.HEAD_KINDS.values(), *_BLOCKS, *inner, *inlines):
        parts.append(kind.__name__)
        names = [field for field in field_names(kind) if field not in _APART]
        names += [field for field in ("id", "lang", "dir") if kind not in _BLOCKS and field in field_names(kind)]
        own = next((field for field in names if field not in {*_KINDS, *kind._defaults}), None)
        parts += [f"{kind.__name__}.{field}" for field in names if field != own]
    return (*parts, "Block.id", "Block.lang", "Block.dir")


def fate_of(name: str, losses: tuple[Loss, ...]) -> Fate:
    """Return what becomes of a part: that of its class where nothing is declared of it; `partly` where it depends."""
    here = part(name)
    always = {each: loss.how for loss in losses if not loss.when for each in loss.parts}
    kind = f"{here.owner}.{here.kind}" if here.kind else here.owner
    for known in (name, kind, here.owner, *_WITHIN.get(here.owner, ())):
        if known in always:
            return always[known]
    is_touched = any(
        each == name or (here.field is None and _is_within(each, here)) for loss in losses for each in loss.parts
    )
    return "partly" if is_touched else "carried"


def _is_within(name: str, whole: Part) -> bool:
    """Return whether a part is some kind of the whole, or the whole in some cases."""
    here = part(name)
    return here.owner == whole.owner and here.field is None and whole.kind in (None, here.kind)


# ── Their notices ───────────────────────────────────────────────────────────


def note_losses(article: Article, writer: WriterRecord, context: Context, options: Value | None = None) -> None:
    """Give the notice of each loss that the writer declares without a condition, if the article has such a part.

    What is `inside` is lost too where the writer's option `canonical` leaves the canonical XML out.
    """
    is_bare = getattr(options, "canonical", True) is False
    losses = (
        lost(" ".join(loss.parts)) if is_bare and loss.how == "inside" else loss
        for loss in declared(writer)
        if not (loss.when or loss.each)
    )
    always = [loss for loss in losses if loss.code]
    if not always:
        return
    counts = _counted(article, {name: loss.how == "lost" for loss in always for name in loss.parts})
    for loss in always:
        found = [name for name in loss.parts if counts[name]]
        if found:
            where = _place(part(found[0])) if len(found) == 1 else ""
            facts = {
                "count": sum(counts[name] for name in found),
                "what": ", ".join(found),
                "writer": writer.name,
                "written": loss.into,
            }
            context.notice(loss.code, where, **{name: fact for name, fact in facts.items() if _names(loss.code, name)})


def _counted(article: Article, wanted: dict[str, bool]) -> Counter[str]:
    """Return how often the article has each part; nothing is counted inside of what is lost as a whole."""
    by_class = _by_class(tuple(wanted.items()))
    found = [
        (name, is_lost and not isinstance(here.of(value), str))
        for kind, values in {model.Article: [article], **values_in(article)}.items()
        for name, here, is_lost in by_class.get(kind.__name__, ())
        for value in values
        if here.holds(value)
    ]
    counts: Counter[str] = Counter()
    if not any(hides for _, hides in found):  # Nothing is inside of what is lost.
        counts.update(name for name, _ in found)
        return counts
    stack: list[object] = [article]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            continue
        if isinstance(value, tuple):
            stack += value
        elif isinstance(value, Value) and not isinstance(value, model.Provenance):
            gone: set[str] = set()
            for name, here, is_lost in by_class.get(type(value).__name__, ()):
                if here.holds(value):
                    counts[name] += 1
                    if is_lost:
                        gone |= {here.field} if here.field else set(type(value)._fields)
            if gone:
                stack += [getattr(value, field) for field in type(value)._fields if field not in gone]
            else:
                stack += filter(None, children_of(type(value))(value))
    return counts


@cache
def _by_class(wanted: tuple[tuple[str, bool], ...]) -> dict[str, list[tuple[str, Part, bool]]]:
    """Return class → the parts of it that are wanted, each with its name and whether it is lost as a whole."""
    by_class: dict[str, list[tuple[str, Part, bool]]] = {}
    for name, is_lost in wanted:
        here = part(name)
        for owner in [kind.__name__ for kind in _BLOCKS] if here.owner == "Block" else [here.owner]:
            by_class.setdefault(owner, []).append((name, here, is_lost))
    return by_class


def _names(code: str, fact: str) -> bool:
    """Return whether the words of a code name the fact; those of a plug-in's code are not known here."""
    return code not in CODES or f"{{{fact}}}" in CODES[code].words


def _place(here: Part) -> str:
    if here.owner not in _IN_HEAD:
        return ""
    return f"head/{here.owner.lower()}" + (f".{here.kind}" if here.kind else "")
