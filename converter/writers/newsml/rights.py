"""`pubHistory` and `rightsInfo`: when and where the story was published, and who may do what with it.

Both stand before `itemMeta` (NewsML-G2 2.35, `AnyItemType`).
"""

from __future__ import annotations

from converter.io.markup import element, empty, text
from converter.model.words import has_words, plain_text
from converter.newsformats.dates import truncated
from converter.newsformats.losses import language, not_carried
from converter.render.links import live
from converter.writers.newsml.codes import one_line
from converter.writers.newsml.parties import party

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Head, Rights
    from converter.writers.newsml.labels import Labels

_PLUS = "http://ns.useplus.org/ldf/vocab/"
_DATA_MINING = {"allowed": f"{_PLUS}DMI-ALLOWED", "prohibited": f"{_PLUS}DMI-PROHIBITED"}


def publication_history(article: Article, context: Context) -> list[str]:
    """Return the lines of `pubHistory`: each date of publication, and the provider as where; none without a date."""
    stamps: list[str] = []
    for date in article.head.dates:
        if date.kind == "published" and date.value is not None:
            stamp = story_date(date.value, "head/date.published", context)
            if stamp is not None:
                stamps.append(stamp)
    if not stamps:
        return []
    place = _place(article.head)
    lines = ["<pubHistory>"]
    for stamp in stamps:
        lines += ["  <published>", f"    <timestamp>{stamp}</timestamp>"]
        if place:
            lines.append(f"    <name>{text(place)}</name>")
        lines.append("  </published>")
    return [*lines, "</pubHistory>"]


def has_publication(article: Article) -> bool:
    """Return whether there is a date of publication that G2 can say, and so a `pubHistory`."""
    return any(date.kind == "published" and date.value and truncated(date.value) for date in article.head.dates)


def _place(head: Head) -> str | None:
    """Return what the provider is called as a place of publication: its short identifier, else its name."""
    provider = next(iter(head.parties_in("provider")), None)
    return one_line(provider.literal or provider.name).strip() if provider else None


def story_date(value: str, where: str, context: Context) -> str | None:
    """Return a date of the story as G2 can say it; what it cannot say is noticed."""
    said = truncated(value)
    if said is None:
        not_carried(context, where, f"Date.{where.rpartition('.')[2]}", value, "newsml")
    elif said != value:
        context.notice("date-shortened", where, value=value, written=said)
    return said


def rights_info(article: Article, labels: Labels, context: Context) -> list[str]:
    """Return the lines of `rightsInfo`: one with the first holder and all statements, one for each other holder."""
    parties = article.head.parties_in("copyright-holder")
    holders = [lines for who in parties if (lines := party("copyrightHolder", who, context))]
    statements, mining = _statements(article.head.rights, labels, context)
    first = [*(holders[0] if holders else ()), *statements, *mining]
    groups = [group for group in (first, *holders[1:]) if group]
    return [line for group in groups for line in ("<rightsInfo>", *(f"  {inner}" for inner in group), "</rightsInfo>")]


def _statements(rights: tuple[Rights, ...], labels: Labels, context: Context) -> tuple[list[str], list[str]]:
    """Return the notices and terms, and apart from them `dataMining`, which must stand last and only once."""
    statements: list[str] = []
    mining: list[str] = []
    for statement in rights:
        words = plain_text(statement.content).strip()
        if statement.kind == "data-mining" and not mining:
            term = live(_DATA_MINING.get(words.lower(), words))
            if term is not None and term.startswith(_PLUS):
                mining.append(empty("dataMining", ("uri", term)))
                statement = statement.replace(content=())  # What stays of it is the address of its terms.
        statements += _statement(statement, labels, context)
    return statements, mining


def _statement(statement: Rights, labels: Labels, context: Context) -> list[str]:
    """Return the element of one statement; free text on data mining is a term of usage."""
    where = f"head/rights.{statement.kind}"
    words = labels.block(statement.content, where)
    address = live(statement.href) if statement.href else None
    if statement.href and address is None:
        context.notice("link-as-text", where, href=statement.href)
    if not has_words(statement.content):
        if address is None:
            return []
        words = ""
    name = "copyrightNotice" if statement.kind == "notice" else "usageTerms"
    attributes = (("href", address), ("xml:lang", language(statement.lang, where, context, "newsml", "Rights.lang")))
    return [element(name, words, *attributes) if words else empty(name, *attributes)]
