"""The text reader on stories that it has never seen, in the forms in which scrapers and wires bring them.

    just stories FOLDER [--labels FILE] [--half dev|held-out] [--form FORM] [--clothes] [--misses]

FOLDER holds labels (`labels.json` or `ground-truth.json`, as for `just extraction`) and, for the forms that need
one, pages: `NAME.html`, `NAME.html.gz` (in `html/` too). `NAME.txt` is a text as it came. The labels of a story:

    headline       its text, or a list of which the first counts; or `sha256:` and the digest of a line of the page
    byline         the line that names the author, as printed
    dateline       what opens the first paragraph, with its dash
    articleBody    the story's paragraphs, one a line
    furniture      lines of the page that are not the story; a sample
    related        the same: titles and teasers of other stories, which no words of theirs tell from the story
    quotations     list of [quoted words, speaker or null]; a sample: the first words are enough

From each story these texts are made:

    body           paragraphs alone; a blank line between them in every second story
    headline       headline above the body
    byline         headline, byline, a date line, body
    wire           header, headline in capitals, byline, dateline, lines of 64 columns, endmark
    container      every line of the page's smallest element that holds the body
    page           every line of the page
    text           `NAME.txt` as it is

With `--clothes` the first three are dressed anew: their lines parted, indented, underlined, wrapped in every way of
`benchmarks/clothes.py`, with a table for each.

The halves are parted by the digest of the name: rules are mended on `dev`, and what is reported comes from `held-out`.
A field's score is precision and recall over the texts of a form; `invented` is the share of texts without a headline
that were given one. Words are kept when every character but white space is in the article as often as in the text.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import textwrap
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.clothes import ANY, HEADED
from benchmarks.extraction import digest, labels_of, normal, page
from converter.text.lines import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.article import Article

FORMS = ("body", "headline", "byline", "wire", "container", "page", "text")
FIELDS = ("headline", "byline", "dateline", "paragraphs", "quotations", "speakers")
_PLACES = ("LONDON", "SPRINGFIELD, Mass.", "NEW YORK", "PARIS/BONN", "SAO PAULO", "TOKYO")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_BLOCKS = words(
    "address article aside blockquote body br button caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p picture pre section select summary "
    "table tbody td tfoot th thead title tr ul video"
)
_UNSEEN = words("script style noscript template svg head iframe object textarea")


class Text:
    """One text of a story, and what is in it."""

    def __init__(self, name: str, text: str, said: dict[str, Any]) -> None:
        self.name, self.text, self.said = name, text, said


class Score:
    """Right, given and wanted of one field."""

    def __init__(self) -> None:
        self.right = self.given = self.wanted = 0
        self.misses: list[str] = []

    def add(self, given: Counter[str], wanted: Counter[str], where: str, printed: dict[str, str]) -> None:
        """Count one text's values; `printed` says how each of them was printed."""
        self.right += (given & wanted).total()
        self.given += given.total()
        self.wanted += wanted.total()
        self.misses += [f"{where}: missing {printed[value][:160]!r}" for value in wanted - given]
        self.misses += [f"{where}: given {printed[value][:160]!r}" for value in given - wanted]

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        return f"{precision:6.3f} {recall:6.3f} {self.right:6}/{self.wanted:<6}"


# ── Pages as lines ──────────────────────────────────────────────────────────


def root_of(source: bytes) -> Any:
    """Return the root element of a page."""
    from lxml import html

    return html.fromstring(source.decode("utf-8", "replace").encode(), parser=html.HTMLParser(encoding="utf-8"))


def lines_of(element: Any) -> list[str]:
    """Return the lines of an element as a program brings them that strips tags and ends a line where a block ends."""
    lines: list[str] = []
    running: list[str] = []

    def flush() -> None:
        line = " ".join("".join(running).split())
        running.clear()
        if line:
            lines.append(line)

    def walk(node: Any) -> None:
        name = node.tag if isinstance(node.tag, str) else None
        if name is not None and name not in _UNSEEN:
            if name in _BLOCKS:
                flush()
            running.append(node.text or "")
            for child in node:
                walk(child)
            if name in _BLOCKS:
                flush()
        running.append(node.tail or "")

    tail, element.tail = element.tail, None
    walk(element)
    element.tail = tail
    flush()
    return lines


def container(root: Any, paragraphs: list[str]) -> Any:
    """Return the smallest element whose text holds nine of ten paragraphs of the story."""
    wanted = [normal(text)[:80] for text in paragraphs if len(normal(text)) > 20]
    best = root
    while True:
        for child in best:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN:
                held = normal("".join(child.itertext()))
                if sum(text in held for text in wanted) * 10 >= len(wanted) * 9:
                    best = child
                    break
        else:
            return best


# ── The forms ───────────────────────────────────────────────────────────────


def texts_of(name: str, said: dict[str, Any], folder: Path) -> Iterator[tuple[str, Text]]:
    """Return form and text for each form that the story can be brought in."""
    said = dict(said)
    if isinstance(said.get("headline"), list):
        said["headline"] = said["headline"][0]
    number = hashlib.sha256(name.encode()).digest()[1]
    plain = folder / f"{name}.txt"
    if plain.exists():
        yield "text", Text(name, plain.read_bytes().decode("utf-8", "replace"), said)
        return
    root = None
    source = page(folder, name)
    if source is not None:
        root = root_of(source)
        if (said.get("headline") or "").startswith("sha256:"):
            found = [line for line in lines_of(root) if digest(line) == said["headline"]]
            said["headline"] = found[0] if found else None
    paragraphs = [line for line in map(_squeezed, (said.get("articleBody") or "").split("\n")) if line]
    if not paragraphs:
        return
    headline, byline, dateline = (said.get(field) for field in ("headline", "byline", "dateline"))
    rest = [paragraphs[0].removeprefix(dateline or "").strip(), *paragraphs[1:]]
    whole = {"dateline": dateline, "paragraphs": rest, "quotations": said.get("quotations")}
    joint = "\n\n" if number % 2 else "\n"
    yield "body", Text(name, joint.join(paragraphs), whole)
    if headline:
        whole = {**whole, "headline": headline}
        yield "headline", Text(name, joint.join([headline, *paragraphs]), whole)
        if byline:
            date = f"{_MONTHS[number % 12]} {number % 28 + 1}, 20{number % 25:02}"
            head = [headline, byline, *([date] if number % 3 == 0 else [])]
            yield "byline", Text(name, joint.join([*head, *paragraphs]), {**whole, "byline": byline})
        if (
            not dateline and max(normal(paragraphs[0]), default="") < "\u0e00"
        ):  # Other scripts are not wrapped at blanks.
            yield "wire", _wire(name, number, headline, byline, rest)
    if root is not None:
        seen = {"headline": headline, "byline": byline, "dateline": dateline, "paragraphs": rest}
        seen |= {"quotations": said.get("quotations")}
        for form, element in (("container", container(root, paragraphs)), ("page", root)):
            lines = lines_of(element)
            there = set(map(normal, lines))
            own = dict(seen)
            own |= {"headline": headline if normal(headline) in there else None}
            own |= {"byline": byline if normal(byline) in there else None}
            for field in ("furniture", "related"):
                own[field] = [line for line in said.get(field) or () if normal(line) in there]
            yield form, Text(name, "\n".join(lines), own)


def _dressed(form: str, text: Text) -> Iterator[tuple[str, Text]]:
    """Return the name of its clothes and the text in them, for each that it can wear."""
    if form not in ("body", "headline", "byline"):
        return
    lines = [line for line in text.text.split("\n") if line]
    for clothes, dress in (ANY if form == "body" else ANY | HEADED).items():
        yield clothes, Text(text.name, dress(lines), text.said)


def _squeezed(line: str) -> str:
    return " ".join(line.split())


def _wire(name: str, number: int, headline: str, byline: str | None, paragraphs: list[str]) -> Text:
    place, month, day = _PLACES[number % len(_PLACES)], _MONTHS[number % 12], number % 28 + 1
    dateline = f"{place}, {month} {day} -"
    lines = ["\x05\x05\x05C T", f"\x16\x16\x01f{1000 + number}\x1freute"]
    lines += [f"u f BC-{number:03}-STORY   {number % 12 + 1:02}-{day:02} {number + 100:04}", "\x02"]
    lines += textwrap.wrap(headline.upper(), 64, break_on_hyphens=False, break_long_words=False)
    byline = _wire_byline(byline or "")
    if byline:
        lines.append(f"    {byline}")
    for at, text in enumerate(paragraphs):
        words = f"{dateline} {text}" if not at else text
        lines += textwrap.wrap(words, 64, initial_indent="    ", break_on_hyphens=False, break_long_words=False)
    lines += [" Reuter", "\x03"]
    said = {"headline": headline.upper(), "byline": byline, "dateline": dateline, "paragraphs": paragraphs}
    return Text(name, "\n".join(lines) + "\n", said)


def _wire_byline(byline: str) -> str | None:
    """Return the names of a byline as the wire sets them, or None where a date or a label stands beside them."""
    names = _OPENER.sub("", byline)
    if byline[:3].casefold() in ("by ", "by:") and not any(map(str.isdigit, byline)):
        return byline
    return f"By {names}, Reuters" if names and all(map(_may_be_name, names.split())) else None


def _may_be_name(word: str) -> bool:
    return word[0].isupper() or word in ("and", "et", "und", "y", "e", "de", "von", "&")


_OPENER = re.compile(r"(?:by|von|par|por|di|door|av|af):? ", re.IGNORECASE)


# ── Reading and counting ────────────────────────────────────────────────────


def read_text(text: str) -> Article:
    """Return the article that the text reader makes of a text."""
    from converter.formats.records import Context, Source
    from converter.readers.text import read
    from converter.text.options import TextOptions

    return read(text.encode("utf-8", "replace"), TextOptions(), Context(Source("story.txt")))


class Table:
    """The scores of one form."""

    def __init__(self) -> None:
        self.texts = self.kept = self.without = self.invented = 0
        self.cpu = 0.0
        self.fields = {field: Score() for field in FIELDS}
        self.given = self.wrong = 0
        self.labelled: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, text: Text) -> None:
        """Read one text and count."""
        from converter import model
        from converter.model.words import plain_text

        start = time.process_time()
        article = read_text(text.text)
        self.cpu += time.process_time() - start
        said, name = text.said, text.name[:8]
        self.texts += 1
        wanted, there = Counter("".join(text.text.removeprefix("\ufeff").split())), Counter(plain_text(article))
        self.kept += not wanted - there

        def count(field: str, given: list[str], wanted: list[str]) -> None:
            printed = {normal(value): value for value in (*given, *wanted)}
            self.fields[field].add(
                Counter(map(normal, given)), Counter(map(normal, wanted)), f"{name} {field}", printed
            )

        head = article.head
        main = [line for line in head.headlines if line.kind == "main"]
        headlines = [plain_text(line) for line in main]
        if said.get("headline"):
            count("headline", headlines, [said["headline"]])
        else:
            self.without += 1
            self.invented += bool(headlines)
            self.misses += [f"{name} invented: {line!r}, {main[0].inferred}" for line in headlines]
        count("byline", [plain_text(line) for line in head.bylines], [said["byline"]] if said.get("byline") else [])
        dateline = [plain_text(head.dateline.content)] if head.dateline else []
        count("dateline", dateline, [said["dateline"]] if said.get("dateline") else [])
        body = [block for block in article.body if not isinstance(block, model.Furniture)]
        paragraphs = [line for block in body for line in plain_text(block).split("\n") if normal(line)]
        count("paragraphs", paragraphs, [line for line in said.get("paragraphs") or () if normal(line)])
        self._count_furniture(article, said, name)
        self._count_quotations(article, said, name)

    def _count_furniture(self, article: Article, said: dict[str, Any], name: str) -> None:
        """Furniture is wrong where it is a line of the story; it is missing where a labelled line is none."""
        from converter import model
        from converter.model.words import plain_text

        pieces = [
            block
            for block in article.body
            if isinstance(block, model.Furniture)
            and block.kind not in ("wire-header", "endmark", "blank", "embargo")
            and normal(plain_text(block))
        ]
        story = set(map(normal, said.get("paragraphs") or ()))
        labelled = {normal(line) for field in ("furniture", "related") for line in said.get(field) or ()}
        found = {normal(plain_text(block)) for block in pieces}
        wrong = [block for block in pieces if (line := normal(plain_text(block))) in story and line not in labelled]
        self.given += len(pieces)
        self.wrong += len(wrong)
        self.misses += [f"{name} furniture: story {plain_text(block)[:160]!r}, {block.rule}" for block in wrong]
        for field in ("furniture", "related"):
            lines = said.get(field) or []
            self.labelled[field] += len(lines)
            self.found[field] += sum(normal(line) in found for line in lines)
            self.misses += [f"{name} {field}: missing {line[:160]!r}" for line in lines if normal(line) not in found]

    def _count_quotations(self, article: Article, said: dict[str, Any], name: str) -> None:
        from converter import model
        from converter.model.traversal import walk
        from converter.model.words import plain_text

        if not said.get("quotations"):
            return
        found = [
            (normal(plain_text(value)), value.speaker) for value in walk(article) if isinstance(value, model.Quotation)
        ]
        quotations, speakers = self.fields["quotations"], self.fields["speakers"]
        for quote, speaker in said["quotations"]:
            start = normal(quote)[:24]
            match = next((who for quoted, who in found if quoted.startswith(start)), start)
            quotations.wanted += 1
            is_found = any(quoted.startswith(start) for quoted, _ in found)
            quotations.right += is_found
            quotations.given += is_found
            quotations.misses += [] if is_found else [f"{name} quotation: missing {quote!r}"]
            if speaker:
                speakers.wanted += 1
                is_right = is_found and match is not None and _same_speaker(match, speaker)
                speakers.right += is_right
                speakers.given += is_found and match is not None
                if not is_right and is_found:
                    speakers.misses.append(f"{name} speaker of {quote!r}: {match!r}, labelled {speaker!r}")

    def lines(self, form: str) -> Iterator[str]:
        """Return the table's lines for people."""
        invented = f"invented {self.invented}/{self.without}" if self.without else ""
        cpu = self.cpu / max(self.texts, 1) * 1000
        yield f"{form}: {self.texts} texts, words kept {self.kept}/{self.texts}, {cpu:.1f} ms a text {invented}"
        for field, score in self.fields.items():
            if score.wanted or score.given:
                yield f"    {field:11} {score}"
        if self.given:
            yield f"    {'furniture':11} {1 - self.wrong / self.given:6.3f} of {self.given} are not the story's"
        for field, count in self.labelled.items():
            if count:
                yield f"    {field:11} {'':6} {self.found[field] / count:6.3f} {self.found[field]:6}/{count:<6}"


def _same_speaker(found: str, label: str) -> bool:
    """Return whether the words name who is labelled: one is part of the other, titles and jobs aside."""
    here, there = normal(found), normal(label)
    if here > "\u2fff":  # No blanks part the words: one is the end of the other.
        return bool(here) and (here.endswith(there) or there.endswith(here))
    mine, theirs = set(re.findall(r"\w+", found.casefold())), set(re.findall(r"\w+", label.casefold()))
    return here == there or (bool(mine & theirs) and (mine <= theirs or theirs <= mine))


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of each form."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path, action="append", default=[])
    parser.add_argument("--half", choices=("dev", "held-out", "all"), default="all")
    parser.add_argument("--form", choices=FORMS, action="append")
    parser.add_argument(
        "--clothes", action="store_true", help="headline, byline and body in every way of parting lines"
    )
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    said = parser.parse_args(arguments)
    tables = {form: Table() for form in said.form or FORMS}
    for name, labels in labels_of(said.folder, said.labels).items():
        half = "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 else "held-out"
        if said.half not in (half, "all"):
            continue
        for form, text in texts_of(name, labels, said.folder):
            if said.clothes:
                for clothes, dressed in _dressed(form, text):
                    tables.setdefault(clothes, Table()).add(dressed)
            elif form in tables:
                tables[form].add(text)
    for form, table in tables.items():
        if table.texts:
            print("\n".join(table.lines(form)))
            if said.misses:
                print("\n".join(table.misses + [miss for score in table.fields.values() for miss in score.misses]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
