"""The tree's metadata ↔ the head of an article.

What pandoc has a name for stands under that name, where its templates look
for it: `title`, `subtitle`, `author`, `date`, `lang`, `abstract`, `keywords`.
All else that we write is in one map, `article`, with a list for each field
of the head; formats that keep any metadata (the tree, Markdown with a YAML
head) bring it back.
"""

from __future__ import annotations

from converter import model
from converter.core.values import Value, field_names
from converter.model.checks import matches
from converter.model.head import HEAD_KINDS, Head
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.pandoc.into_article import words_in
from converter.pandoc.tree import node, string
from converter.text.dates import moments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.model.article import Article
    from converter.model.block import Blocks
    from converter.model.inline import Inlines
    from converter.pandoc.into_article import Builder
    from converter.pandoc.into_tree import Composer
    from converter.pandoc.tree import Node

OURS = "article"
"""The key of the map of ours."""
_LONGEST_NAME = 120
_BLOCKS = ("abstract", "summary")
_HELD = ("withheld", "canceled")


# ── Tree → head ─────────────────────────────────────────────────────────────


class Stated(Value):
    """What the metadata of a tree says."""

    head: Head
    guid: str | None = None
    version: int = 1
    status: Any = "usable"
    lang: str | None = None
    dir: Any = None
    kept: tuple[str, ...] = ()
    """The names of what has no field and is kept as properties."""


def is_ours(meta: dict[str, Node]) -> bool:
    """Return whether the tree, or the head of the file that it was read from, was written by us."""
    return _inside(meta).get("version") is not None


def stated(meta: dict[str, Node], builder: Builder) -> Stated:
    """Return what the metadata says; what has no field is a property, `pandoc:KEY`."""
    inside = _inside(meta)
    taken = _Taken(meta, builder)
    lang = words_in(taken.first("lang", "language")).strip().replace("_", "-")
    direction = words_in(taken.first("dir")).strip()
    fields: dict[str, Any] = {}
    if OURS in meta and is_ours(meta):
        taken.names |= {OURS, "subject", "rights", "publisher", "identifier", "pagetitle"}
        fields = {name: made for name in HEAD_KINDS if (made := _statements(name, inside.get(name), builder))}
    headlines = [
        model.Headline(line, kind)  # type: ignore[arg-type]
        for key, kind in (("title", "main"), ("subtitle", "sub"))
        if (line := taken.line(key))
    ]
    fields["headlines"] = (*headlines, *fields.get("headlines", ()))
    fields["bylines"] = (*taken.bylines(), *fields.get("bylines", ()))
    fields["parties"] = (*taken.parties(ours=is_ours(meta)), *fields.get("parties", ()))
    fields["dates"] = (*taken.dates(), *fields.get("dates", ()))
    fields["keywords"] = (*taken.keywords(ours=is_ours(meta)), *fields.get("keywords", ()))
    abstract = taken.abstract()
    if abstract:
        fields["abstract"] = model.Abstract(abstract)
    fields["rights"] = (*taken.rights(), *fields.get("rights", ()))
    fields["subjects"] = (*taken.subjects(), *fields.get("subjects", ()))
    guid = _iri(words_in(inside.get("guid"))) or taken.identifier()
    fields["altids"] = (*taken.altids, *fields.get("altids", ()))
    status = words_in(inside.get("status")) or taken.status()
    kept = taken.rest()
    fields["properties"] = (*kept, *fields.get("properties", ()))
    version = words_in(inside.get("version"))
    return Stated(
        Head(**fields),
        guid,
        int(version) if version.isascii() and version.isdigit() and int(version[:18]) > 0 else 1,
        status if status in _HELD else "usable",
        lang if lang and lang.lower() != "und" and matches("language tag", lang) else None,
        direction if direction in ("ltr", "rtl") else None,
        tuple(prop.name.removeprefix("pandoc:") for prop in kept),
    )


class _Taken:
    """Metadata that is taken key by key."""

    def __init__(self, meta: dict[str, Node], builder: Builder) -> None:
        self._meta = meta
        self._builder = builder
        self.names: set[str] = set()
        self.altids: list[model.AltId] = []

    def first(self, *names: str) -> Node | None:
        """Return what stands under the first of the names that is there."""
        self.names.update(names)
        return next((self._meta[name] for name in names if name in self._meta), None)

    def line(self, *names: str) -> Inlines:
        """Return a value as a line."""
        return _line(self.first(*names), self._builder)

    def words(self, *names: str) -> list[str]:
        """Return the values of a list, or of what is written as one, parted by commas."""
        value = self.first(*names)
        if value is None:
            return []
        if value["t"] == "MetaList":
            found = [words_in(each) for each in value["c"]]
        else:
            found = words_in(value).replace(";", ",").split(",")
        return [" ".join(each.split()) for each in found if each.strip()]

    def bylines(self) -> list[model.Byline]:
        return [model.Byline(line) for each in self._authors() if (line := _line(_name(each), self._builder))]

    def parties(self, *, ours: bool) -> list[model.Party]:
        """Return the authors and the publisher as parties, where the source is not one of ours, which says them so."""
        if ours:
            return []
        names = [" ".join(words_in(_name(each)).split()) for each in self._authors()]
        made = [model.Party(name, "creator") for name in dict.fromkeys(names) if _is_name(name)]
        publisher = " ".join(words_in(self.first("publisher")).split())
        if publisher and model.is_xml_text(publisher):
            made.append(model.Party(publisher, "provider"))
        return made

    def _authors(self) -> list[Node]:
        value = self.first("author", "authors", "byline")
        if value is None:
            return []
        return list(value["c"]) if value["t"] == "MetaList" else [value]

    def dates(self) -> list[model.Date]:
        made = []
        for names, kind in ((("date",), "published"), (("modified", "updated", "lastmod"), "modified")):
            value = next((name for name in names if name in self._meta), None)
            words = words_in(self._meta[value]).strip() if value else ""
            moment = words if matches("date", words) else moments.moment(words)
            if value and moment:
                self.names.add(value)
                made.append(model.Date(kind, moment))  # type: ignore[arg-type]
        return [*made, *self._embargo()]

    def _embargo(self) -> list[model.Date]:
        """Return the embargo: one that is not understood holds until further notice."""
        words = words_in(self.first("embargoed", "embargo")).strip()
        moment = words if matches("date", words) else moments.moment(words)
        return [model.Date("embargoed", moment)] if words else []

    def status(self) -> str:
        """Return the status that holds the story, or an empty text; any other status is kept as it is."""
        words = words_in(self._meta.get("status")).strip()
        if words not in _HELD:
            return ""
        self.names.add("status")
        return words

    def keywords(self, *, ours: bool) -> list[model.Keyword]:
        """Return the keywords, each once; those of our own as often as they are there."""
        found = [*self.words("keywords", "keyword"), *self.words("tags")]
        return [model.Keyword(each) for each in (found if ours else dict.fromkeys(found)) if model.is_xml_text(each)]

    def subjects(self) -> list[model.Subject]:
        if "subject" in self.names:
            return []
        return [model.Subject(each) for each in dict.fromkeys(self.words("subject")) if model.is_xml_text(each)]

    def rights(self) -> list[model.Rights]:
        if "rights" in self.names:
            return []
        value = self._meta.get("rights") or self._meta.get("copyright") or self._meta.get("license")
        if value is None or value["t"] not in ("MetaInlines", "MetaString", "MetaBlocks"):
            return []
        line = self.line("rights", "copyright", "license")
        return [model.Rights(line)] if line else []

    def abstract(self) -> Blocks:
        value = self.first(*_BLOCKS)
        if value is None:
            return ()
        if value["t"] == "MetaBlocks":
            return self._builder.blocks(value["c"])
        line = _line(value, self._builder)
        return (model.Paragraph(line),) if line else ()

    def identifier(self) -> str | None:
        """Return the first identifier that can name a story; others are kept as such."""
        if "identifier" in self.names:
            return None
        value = self.first("identifier")
        if value is None:
            return None
        guid = None
        for each in value["c"] if value["t"] == "MetaList" else [value]:
            is_parted = each["t"] == "MetaMap"
            words = words_in(each["c"].get("text") if is_parted else each).strip()
            scheme = words_in(each["c"].get("scheme")).strip() if is_parted else ""
            if guid is None and _iri(words):
                guid = words
            elif words and model.is_xml_text(words):
                self.altids.append(model.AltId(words, scheme if matches("token", scheme) else None))
        return guid

    def rest(self) -> tuple[model.Property, ...]:
        """Return what was not taken as properties."""
        made = []
        for key, value in sorted(self._meta.items()):
            if key not in self.names:
                made += [
                    model.Property(f"pandoc:{_token(name)}", inlines(words))
                    for name, words in _flat(key, value)
                    if words.strip()
                ]
        return tuple(made)


def _token(name: str) -> str:
    """Return a field's name as a token: a hyphen for white space, U+FFFD for what XML cannot hold."""
    return "-".join("".join(c if model.is_xml_text(c) else "\N{REPLACEMENT CHARACTER}" for c in name).split())


def _flat(key: str, value: Node) -> list[tuple[str, str]]:
    """Return a value's parts with their names, `affiliation.1.name`."""
    content: Any = value.get("c")
    if value["t"] == "MetaMap":
        return [pair for name, each in sorted(content.items()) for pair in _flat(f"{key}.{name}", each)]
    if value["t"] == "MetaList":
        return [pair for at, each in enumerate(content, 1) for pair in _flat(f"{key}.{at}", each)]
    if value["t"] == "MetaBool":
        return [(key, "true" if content else "false")]
    return [(key, words_in(value))]


def _inside(meta: dict[str, Node]) -> dict[str, Any]:
    found = meta.get(OURS)
    return found["c"] if found is not None and found["t"] == "MetaMap" else {}


def _name(author: Node) -> Node | None:
    """Return the name of an author who is described part by part."""
    if author["t"] != "MetaMap":
        return author
    parts: dict[str, Node] = author["c"]
    for key in ("name", "literal"):
        if key in parts:
            return _name(parts[key])
    given = [words_in(parts[key]) for key in ("given-names", "given", "surname", "family") if key in parts]
    return node("MetaString", " ".join(given)) if given else None


def _is_name(name: str) -> bool:
    return (
        bool(name) and len(name) <= _LONGEST_NAME and not any(mark in name for mark in "@/") and model.is_xml_text(name)
    )


def _line(value: Node | None, builder: Builder) -> Inlines:
    if value is None:
        return ()
    if value["t"] == "MetaInlines":
        return builder.line(value["c"])
    if value["t"] == "MetaBlocks" and len(value["c"]) == 1 and value["c"][0]["t"] in ("Para", "Plain"):
        return builder.line(value["c"][0]["c"])
    return inlines(" ".join(words_in(value).split()))


def _iri(words: str) -> str | None:
    return words if matches("absolute IRI", words) else None


# ── Any statement ↔ a map ───────────────────────────────────────────────────


def _statements(name: str, value: Node | None, builder: Builder) -> Any:
    """Return what a list of ours says of one field of the head; what the model refuses is left out."""
    if value is None:
        return None
    kind = HEAD_KINDS[name]
    made = []
    for each in value["c"] if value["t"] == "MetaList" else [value]:
        statement = _statement(kind, each["c"], builder) if each["t"] == "MetaMap" else None
        if statement is not None:
            made.append(statement)
    if Head._defaults[name] == ():
        return tuple(made)
    return made[0] if made else None


def _statement(kind: type[Value], values: dict[str, Node], builder: Builder) -> Value | None:
    fields: dict[str, Any] = {}
    for field, annotation in _annotations(kind).items():
        value = values.get(field)
        if value is None:
            if field not in kind._defaults and annotation.endswith("None"):
                fields[field] = None
        elif annotation == "Inlines":
            fields[field] = builder.inlines(value["c"]) if value["t"] == "MetaInlines" else inlines(words_in(value))
        elif annotation == "Blocks":
            fields[field] = builder.blocks(value["c"]) if value["t"] == "MetaBlocks" else ()
        elif "int" in annotation:
            words = words_in(value)
            fields[field] = int(words) if words.isascii() and words.isdigit() else words
        else:
            fields[field] = words_in(value)
    try:
        return kind(**fields)
    except (ValueError, TypeError):
        return None


def _annotations(kind: type[Value]) -> dict[str, str]:
    found: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        found |= {name: str(text) for name, text in owner.__dict__.get("__annotations__", {}).items()}
    return {name: found[name] for name in field_names(kind)}


# ── Head → tree ─────────────────────────────────────────────────────────────


def meta_of(article: Article, composer: Composer, *, whole: bool) -> dict[str, Node]:
    """Return the metadata; `whole` with the map of ours, for what brings it back."""
    head = article.head
    meta: dict[str, Node] = {}
    main, sub = head.headline(), head.headline("sub")
    if main is not None:
        meta["title"] = node("MetaInlines", composer.inlines(main.content))
    if sub is not None:
        meta["subtitle"] = node("MetaInlines", composer.inlines(sub.content))
    if head.bylines:
        meta["author"] = _list(node("MetaInlines", composer.inlines(each.content)) for each in head.bylines)
    published = head.date("published")
    if published is not None and published.value:
        meta["date"] = _words(published.value)
    if article.lang:
        meta["lang"] = node("MetaString", article.lang)
    if article.dir:
        meta["dir"] = node("MetaString", article.dir)
    if head.abstract is not None:
        meta["abstract"] = node("MetaBlocks", composer.blocks(head.abstract.blocks))
    if head.keywords:
        meta["keywords"] = _list(_words(each.text) for each in head.keywords)
    if head.subjects:
        meta["subject"] = _list(_words(each.name) for each in head.subjects)
    rights = [plain_text(each.content) for each in head.rights if each.kind == "notice" and each.content]
    if rights:
        meta["rights"] = _words(" ".join(rights))
    if provider := head.parties_in("provider"):
        meta["publisher"] = _words(provider[0].name)
    if article.guid:
        meta["identifier"] = _words(article.guid)
    if whole:
        meta[OURS] = _ours(article, composer)
    return meta


def _ours(article: Article, composer: Composer) -> Node:
    head = article.head
    inside: dict[str, Node] = {"version": node("MetaString", str(article.version))}
    if article.guid:
        inside["guid"] = node("MetaString", article.guid)
    if article.status != "usable":
        inside["status"] = node("MetaString", article.status)
    said = {id(head.headline()), id(head.headline("sub")), id(head.date("published")), id(head.abstract)}
    said |= {id(each) for each in (*head.bylines, *head.keywords)}
    for name in HEAD_KINDS:
        value = getattr(head, name)
        statements = value if isinstance(value, tuple) else (value,)
        left = [_map(each, composer) for each in statements if each is not None and id(each) not in said]
        if left:
            inside[name] = _list(left)
    return node("MetaMap", inside)


def _map(value: Value, composer: Composer) -> Node:
    """Return a statement as a map of its fields, those that are as by default left out."""
    made: dict[str, Node] = {}
    for field, annotation in _annotations(type(value)).items():
        content: Any = getattr(value, field)
        if content is None or content == type(value)._defaults.get(field, ...):
            continue
        if annotation == "Inlines":
            made[field] = node("MetaInlines", composer.inlines(content))
        elif annotation == "Blocks":
            made[field] = node("MetaBlocks", composer.blocks(content))
        else:
            made[field] = node("MetaString", str(content))
    return node("MetaMap", made)


def _words(text: str) -> Node:
    return node("MetaInlines", string(text))


def _list(items: Any) -> Node:
    return node("MetaList", list(items))
