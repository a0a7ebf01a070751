"""What stands around the story in the text of a whole page: menus above it, lists of other stories below it.

A line of a menu says nothing by itself. What is asked here are runs of short
lines that end no sentence, and in them the lines that a rule of furniture or
the list of menu words knows: the signs. A run that has enough of them is the
page's and not the story's.

    a run           between two paragraphs of the story it needs many signs, and ends at the last one;
                    at the end of the text it goes from the first sign to the end (`page-run`)

A text without such runs costs one look at each line's length and end.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from converter.text.lines import count_words, ends_sentence, has_digit, words
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.text.label import Role

MOST_WORDS, MOST_CHARACTERS = 26, 220
"""Of a headline."""
_PROSE_CHARACTERS, _PROSE_EAST_ASIAN = 80, 30
_SHORT_CHARACTERS, _SHORT_WORDS = 100, 16
_LEAST_SIGNS, _MANY_SIGNS = 2, 4
_LEAST_WORDS = 3
_DENSE, _THIN_OF_PART, _THIN, _THIN_OF_PAGE = 2, 4, 8, 14
"""One line of so many is a sign: of a run in a story; below it in a part of a page, in a page, in a whole one."""
_LONGEST_ENTRY, _LONGEST_BETWEEN = 40, 60
_MENU_LINES = 6
_REACH, _SIGNS_OF_A_MENU, _SIGNS_OF_A_PAGE, _SIGNS_OF_WHOLE_PAGE = 24, 6, 12, 30
"""With the fewer signs a text may be a part of a page, with the more it has the page's menus too."""
FIGURE_RULES = ("page-data-counter", "page-data-date", "page-facts")
"""Rules whose figures and dates stand in tables too."""
_NOT_OF_MENUS = ("copyright", "market-data")
_NOT_OF_PAGES = ("wire-header", "endmark", "blank", "embargo", "status", "desk")


def is_prose(text: str) -> bool:
    """Return whether the line is a paragraph of prose: a sentence that is longer than a button or a title."""
    least = _PROSE_EAST_ASIAN if text[:1] > "\u2dff" else _PROSE_CHARACTERS
    return len(text) >= least and (ends_sentence(text) or len(text) > 4 * least)


def is_too_long(text: str) -> bool:
    """Return whether the line is longer than any headline, section or head of a list."""
    return len(text) > MOST_CHARACTERS or count_words(text) > MOST_WORDS


def is_short(role: Role) -> bool:
    """Return whether the line can stand in a run: furniture, or few words that end no sentence."""
    if role.kind == "furniture":
        return role.family not in _NOT_OF_PAGES
    text = role.text
    return (
        role.kind == "paragraph"
        and len(text) <= _SHORT_CHARACTERS
        and not ends_sentence(text)
        and text[-1] not in ":,;：，；"
        and not _is_caption(text)
        and count_words(text) <= _SHORT_WORDS
    )


def _is_caption(text: str) -> bool:
    """Return whether the line says whose its picture is, behind words of its own; a page's own rights have a year."""
    return ". (" in text or ("©" in text[1:] and not has_digit(text))


def _is_between(roles: list[Role], at: int) -> bool:
    """Return whether a short line of any end has short lines on both sides: `Follow us:`, `Ready to try it?`."""
    text = roles[at].text
    return (
        roles[at].kind == "paragraph"
        and len(text) <= _LONGEST_BETWEEN
        and 0 < at < len(roles) - 1
        and is_short(roles[at - 1])
        and is_short(roles[at + 1])
    )


def is_sign(role: Role) -> bool:
    from converter.text.menu_words import MENU_WORDS

    if role.kind == "furniture":
        return role.family not in _NOT_OF_PAGES and role.rule not in FIGURE_RULES
    return len(role.text) <= 40 and role.text.strip(" \t\xa0|/›»>:•·▾▼+-").casefold() in MENU_WORDS


def start_of(roles: list[Role], prose: Iterable[int]) -> int | None:
    """Return where the story's prose begins: a paragraph with another one soon after it."""
    before: list[int] = []
    for at in prose:
        if before and sum(role.kind == "paragraph" for role in roles[before[-1] + 1 : at]) <= 3:
            return before[-1]
        before.append(at)
    return before[0] if len(before) == 1 else None


def find_start(roles: list[Role]) -> int | None:
    """Return where the story's prose begins."""
    return start_of(roles, (at for at, role in enumerate(roles) if role.kind == "paragraph" and is_prose(role.text)))


def is_page_text(roles: list[Role], *, signs_of_a_page: int = _SIGNS_OF_A_PAGE) -> bool:
    """Return whether so many of the text's lines are a page's that the text is a whole page's."""
    if len(roles) < _REACH:
        return False
    short = [role for role in roles if is_short(role)]
    if len(short) < _REACH:
        return False
    signs = sum(map(is_sign, short))
    return signs >= signs_of_a_page and signs * 10 >= len(roles)


def is_below_menu(roles: list[Role], at: int) -> bool:
    """Return whether so many lines of a page stand between a line and the story's prose that it is one of a menu."""
    signs = 0
    for role in roles[at + 1 : at + 1 + _REACH]:
        if role.kind == "paragraph" and is_prose(role.text):
            return False
        signs += is_sign(role) and role.family not in _NOT_OF_MENUS
        if signs >= _SIGNS_OF_A_MENU:
            return True
    return False


def find_addresses(roles: list[Role]) -> Iterator[int]:
    """Yield where a page's own address stands, alone on a line above all prose; further down a story may show one.

    Behind a label it may be the last line too.
    """
    if (
        roles
        and roles[-1].kind == "paragraph"
        and roles[-1].text.startswith(_LABELS)
        and _ADDRESS.fullmatch(roles[-1].text)
    ):
        yield len(roles) - 1
    for at, role in enumerate(roles):
        if role.kind == "paragraph":
            if role.text.startswith(_ADDRESSES) and _ADDRESS.fullmatch(role.text):
                yield at
            elif is_prose(role.text):
                return


_LABELS = ("URL", "Url", "url", "Link", "link", "Permalink", "Source URL", "Article URL", "Original URL")
_ADDRESSES = ("http://", "https://", "www.", *_LABELS)
_ADDRESS = Pattern(rf"(?:(?:{'|'.join(_LABELS)}): ?)?(?:https?://|www\.)[^\s<>]{{4,300}}")


def find_boxes(roles: list[Role]) -> Iterator[int]:
    """Yield what a page's last boxes have left: short lines far apart at the end, where paragraphs stand closer.

    `roles` are of a text whose paragraphs are a line each with blank lines between.
    """
    gaps = [here.line - above.line for above, here in pairwise(roles)]
    first = len(roles)
    while first > 1 and gaps[first - 2] >= _FAR and _is_box(roles[first - 1]):
        first -= 1
    told = [at for at in range(1, first) if is_prose(roles[at].text)]
    if len(roles) - first < _LEAST_BOXES or not told or max(gaps[at - 1] for at in told) >= _FAR:
        return
    if sum(count_words(role.text) >= _WORDS_OF_A_TITLE for role in roles[first:]) >= _LEAST_BOXES:
        yield from (at for at in range(first, len(roles)) if roles[at].kind == "paragraph")


def find_titles(roles: list[Role]) -> Iterator[int]:
    """Yield titles of other stories below a label.

    Below a label that a rule knows, `Most read`, two or more of them: one alone may be a crosshead, which stands above
    its paragraph. Below `ALSO:`, which may be the story's, all that stands to the end of the text, and the label. And
    the title above `Read more` between two paragraphs, and how often a story was shared, beside `Shares`.
    """
    for at, role in enumerate(roles):
        if role.family == "share":
            yield from (near for near in (at - 1, at + 1) if 0 <= near < len(roles) and _is_count(roles[near]))
        if role.family == "related" and count_words(role.text) <= _LONGEST_LABEL:
            if _is_above_read_more(roles, at):
                yield at - 1
            end = next((over for over in range(at + 1, len(roles)) if not _is_title(roles[over])), len(roles))
            if end - at > _LEAST_TITLES:
                yield from range(at + 1, end)
    at = len(roles) - 1
    while at > 0 and (roles[at].kind == "furniture" or _is_title(roles[at])):
        at -= 1
    titles = [below for below in range(at + 1, len(roles)) if roles[below].kind == "paragraph"]
    label = roles[at].text if roles else ""
    if (
        len(titles) >= _LEAST_TITLES
        and roles[at].kind == "paragraph"
        and label[-1:] in ":："
        and label.casefold().rstrip(" :：").replace(" ", "_") in _LABELS_OF_TITLES
    ):
        yield from (at, *titles)


def find_stacks(roles: list[Role]) -> Iterator[int]:
    """Yield titles of other stories that stand right above a paragraph, three or more without a blank line, where
    blank lines part the paragraphs: a box of links in the midst of a story.
    """
    at = 1
    while at < len(roles) - _LEAST_STACKED:
        line = roles[at].line
        if roles[at + 1].line - line > 1 or line - roles[at - 1].line == 1 or not _is_stacked(roles[at]):
            at += 1
            continue
        end = at
        while (
            end < len(roles) and _is_stacked(roles[end]) and (end == at or roles[end].line - roles[end - 1].line == 1)
        ):
            end += 1
        if (
            end - at >= _LEAST_STACKED
            and end < len(roles)
            and _is_paragraph(roles[at - 1])
            and _is_paragraph(roles[end])
            and roles[end].line - roles[end - 1].line == 1
            and _are_paragraphs_parted(roles)
        ):
            yield from range(at, end)
        at = end


def _is_stacked(role: Role) -> bool:
    return _is_title(role) and count_words(role.text) >= _WORDS_OF_A_TITLE and not has_digit(role.text[0])


def _are_paragraphs_parted(roles: list[Role]) -> bool:
    """Return whether a blank line parts all paragraphs that stand next to each other, and several do."""
    gaps = [
        below.line - above.line for above, below in pairwise(roles) if _is_paragraph(above) and _is_paragraph(below)
    ]
    return len(gaps) >= _LEAST_PARTED and min(gaps) > 1


def _is_count(role: Role) -> bool:
    return role.kind == "paragraph" and len(role.text) <= _LONGEST_COUNT and _COUNT.fullmatch(role.text) is not None


_COUNT, _LONGEST_COUNT = Pattern(r"\d{1,3}(?:[,.]\d{3}){1,2}"), 11
_LEAST_STACKED, _LEAST_PARTED = 3, 4


def _is_above_read_more(roles: list[Role], at: int) -> bool:
    """Return whether the line says `Read more` and the one above it, between two paragraphs, is a title."""
    return (
        1 < at < len(roles) - 1
        and _is_title(roles[at - 1])
        and _is_paragraph(roles[at - 2])
        and _is_paragraph(roles[at + 1])
        and roles[at].text.strip(_ARROWS).casefold() in _READ_MORE
    )


def _is_paragraph(role: Role) -> bool:
    return role.kind == "paragraph" and is_prose(role.text) and ends_sentence(role.text)


_ARROWS = " \t\xa0.…»›>→[]()"
_READ_MORE = frozenset(
    {
        *("read more", "read full story", "read the full story", "read full article", "read the full article"),
        *(
            "mehr lesen",
            "weiterlesen",
            "lire la suite",
            "lire plus",
            "leer más",
            "lee más",
            "lea más",
            "seguir leyendo",
        ),
        *("ler mais", "leia mais", "continue lendo", "leggi tutto", "leggi di più", "continua a leggere"),
        *("lees meer", "lees verder", "läs mer", "les mer", "læs mere", "lue lisää", "czytaj więcej", "czytaj dalej"),
        *("číst dál", "číst více", "čítať viac", "citește mai mult", "pročitaj više", "pročitajte više"),
        *("читать далее", "читать полностью", "читати далі", "прочети още", "διαβάστε περισσότερα", "devamını oku"),
        *("اقرأ المزيد", "קרא עוד", "और पढ़ें", "আরও পড়ুন", "続きを読む", "阅读更多", "閱讀更多", "더 읽기"),
        *("baca selengkapnya", "đọc thêm", "xem thêm", "อ่านต่อ", "soma zaidi"),
    }
)


def _is_title(role: Role) -> bool:
    return (
        role.kind == "paragraph"
        and len(role.text) <= _LONGEST_BOX
        and not ends_sentence(role.text)
        and role.text[-1] not in ":,;：，；"
        and not (role.text[0] in _QUOTES and role.text[-1] in _QUOTES)
        and not _is_caption(role.text)
        and count_words(role.text) > _LEAST_WORDS
    )


_QUOTES = "\"'“”„‘’«»"


_LEAST_TITLES, _LONGEST_LABEL = 2, 6
_LABELS_OF_TITLES = words(
    "also also_in_the_news more read see elsewhere mehr auch ebenfalls außerdem weitere_meldungen aussi et_aussi "
    "également también además más anche inoltre também mais ook verder också dessutom også mere myös lisää też również "
    "także také také_čtěte tiež még ещё еще также также_в_новостях також ще също още повеќе τα_σχετικά ayrıca "
    "另外 其他新闻 其他新聞"
)


def _is_box(role: Role) -> bool:
    return role.kind in ("paragraph", "furniture") and len(role.text) <= _LONGEST_BOX and not ends_sentence(role.text)


_LONGEST_BOX = 160
_FAR, _LEAST_BOXES, _WORDS_OF_A_TITLE = 4, 3, 5
"""So many lines further stands the next box; so many titles of so many words there are."""


def find_runs(roles: list[Role]) -> Iterator[int]:
    """Yield where lines stand that are the page's by the run that they stand in.

    Below a long run that the page has below prose, a short one needs no more than a sign.
    """
    signs: Signs | None = None
    has_headline = any(role.kind == "headline" for role in roles)
    at = 0
    prose_above = is_over = False
    is_whole_page: bool | None = None
    while at < len(roles):
        if not is_short(roles[at]):
            prose_above = prose_above or (roles[at].kind == "paragraph" and is_prose(roles[at].text))
            at += 1
            continue
        if is_whole_page is None:
            is_whole_page = is_page_text(roles, signs_of_a_page=_SIGNS_OF_WHOLE_PAGE)
        end = at
        while end < len(roles) and (
            is_short(roles[end]) or roles[end].family in _NOT_OF_PAGES or (is_whole_page and _is_between(roles, end))
        ):
            end += 1
        if is_over and any(is_sign(role) for role in roles[at:end]) and not _is_table(roles[at:end]):
            yield from (here for here in range(at, end) if roles[here].kind == "paragraph")
        elif end - at >= _MANY_SIGNS:
            signs = Signs(roles, is_whole_page=is_whole_page) if signs is None else signs
            below_headline = at > 0 and roles[at - 1].kind in ("headline", "byline")
            is_whole = signs.is_page and has_headline and not below_headline
            first, last = _of_page(roles, at, end, signs, prose_above=prose_above, is_whole=is_whole)
            is_over = signs.is_page and prose_above and last - first >= _REACH
            yield from (here for here in range(first, last) if roles[here].kind == "paragraph")
        at = end
    if signs is not None and signs.is_page and prose_above:
        yield from _below_story(roles, signs)


class Signs:
    """Which lines of a text are signs of a page: in the text of a whole page also those that it has again."""

    def __init__(self, roles: list[Role], *, is_whole_page: bool) -> None:
        self._roles = roles
        self.is_page = is_whole_page or is_page_text(roles)
        self.thin = _THIN_OF_PAGE if is_whole_page else _THIN if self.is_page else _THIN_OF_PART
        self._again: set[str] = set()
        if self.is_page:
            counts = Counter(role.text for role in roles if role.kind == "paragraph" and _may_come_again(role))
            self._again = {text for text, count in counts.items() if count > 1}

    def __getitem__(self, at: int) -> bool:
        role = self._roles[at]
        return is_sign(role) or (role.kind == "paragraph" and role.text in self._again)


def _may_come_again(role: Role) -> bool:
    """Return whether a line can be an entry of two menus: the cells of a table come again too, and have figures."""
    return len(role.text) <= _LONGEST_ENTRY and is_short(role) and not any(map(str.isdigit, role.text))


def _below_story(roles: list[Role], signs: Signs) -> Iterator[int]:
    """Yield what stands below the last prose of a page's text, from the first sign on, where signs are many enough.

    Behind many signs a short question or a label is the page's too.
    """
    last = max(at for at, role in enumerate(roles) if role.kind == "paragraph" and is_prose(role.text))
    sure = [at for at in range(last + 1, len(roles)) if is_sign(roles[at])]
    if len(sure) < _LEAST_SIGNS:
        return
    count = sum(signs[at] for at in range(sure[0], len(roles)))
    if count * signs.thin < len(roles) - sure[0] or _is_table(roles[sure[0] :]):
        return
    behind_many = sure[_MANY_SIGNS - 1] if len(sure) >= _MANY_SIGNS else len(roles)
    for at in range(sure[0], len(roles)):
        if roles[at].kind == "paragraph" and (is_short(roles[at]) or at > behind_many):
            yield at


def _is_table(run: list[Role]) -> bool:
    """Return whether a run is a table with a cell a line: `Europe` and `Total` come again there, beside figures."""
    unknown = [role.text for role in run if role.kind == "paragraph"]
    return sum(not any(map(str.isalpha, text)) for text in unknown) * 5 >= len(unknown) > _MANY_SIGNS


def _of_page(
    roles: list[Role], start: int, end: int, known: Signs, *, prose_above: bool, is_whole: bool
) -> tuple[int, int]:
    """Return which part of a run is the page's.

    `is_whole`: the text is a whole page's and the run cannot hold its headline or what stands below that.
    """
    is_page = known.is_page
    signs = [at for at in range(start, end) if known[at]]
    count = len(signs)
    if sum(is_sign(roles[at]) for at in signs) < _LEAST_SIGNS or _is_table(roles[start:end]):
        return start, start
    if prose_above and not is_page and sum(roles[at].kind == "furniture" for at in signs) < _LEAST_SIGNS:
        return start, start  # Words of menus alone, such as `Sport` and `Health`, may be a list of the story's.
    if prose_above and end == len(roles) and count >= 2 and count * known.thin >= end - signs[0]:
        return signs[0], end
    if count < _MANY_SIGNS:
        return start, start
    if is_whole and count * known.thin >= end - start:
        return signs[0] if prose_above else start, end
    if is_page and not prose_above:
        # Above the story of a page whose headline was not found: as far as the menus go, for it stands below them.
        menus = [at for before, at in zip(signs, signs[2:], strict=False) if at - before <= _MENU_LINES]
        return start, menus[-1] + 1 if len(menus) >= _MANY_SIGNS - 2 else start
    if count * (known.thin if is_page else _DENSE) >= signs[-1] - signs[0] + 1:
        return signs[0], signs[-1] + 1
    return start, start
