"""The matrix: what every reader reads, in every format we write, and read back.

    just matrix [--readers text,html] [--writers nitf,docx] [--pandoc] [--json FILE]

Each case of `tests/cases` is read, written in each format and read again by
whatever of ours reads that. Two shares are printed for each reader (down) and
writer (across): of the words that came in how many came back in their order,
and of the structure (blocks, marks, fields of the head) how much. What the
writer declares that it does not carry, and what its notices name, counts for
neither. A format whose files carry the canonical XML stands there twice:
`docx` as it is, `docx*` with nothing inside, so as it looks to everybody.

Exit 1 when something is missing that nobody said would be: an unexplained
loss. Where the reader must guess the structure from how it looks (`text`, and
what has nothing inside), or is pandoc's, only words are held to that; what
else did not come back is listed by column.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from converter import api
from converter.conversion import pipeline
from converter.conversion.pipeline import Conversion, Target
from converter.core.errors import ConverterError
from converter.core.notices import Notice
from converter.core.values import Value, field_names
from converter.formats.item_times import settle
from converter.formats.losses import Loss, declared, every_part, fate_of, part
from converter.formats.own import READERS, WRITERS
from converter.formats.records import WriterRecord
from converter.formats.registry import all_writers, find_writer
from converter.model import canonical
from converter.model.article import Article, Provenance
from converter.model.block import Furniture, Paragraph
from converter.model.inline import Ref, Ruby, inlines
from converter.render.visible_text import printed_texts
from tests.case import RECORD_TIME, all_cases
from tests.losses.parts import every_value, without

PLACED = {"Char", "LineBreak"}
"""What leaves its place between two words, whatever stands there then."""
UNSAID = {("ninjs", "Article.dir"): "ltr"}
"""Format and part → the direction that everybody assumes there, and that nobody writes."""


class Column(Value):
    """A format that is written, as it is or with nothing inside."""

    writer: WriterRecord
    bare: bool = False

    @property
    def name(self) -> str:
        """Return the format's name, with a star where nothing is inside."""
        return self.writer.name + "*" * self.bare

    @property
    def losses(self) -> tuple[Loss, ...]:
        """Return what the writer declares."""
        return declared(self.writer)

    @property
    def is_guessed(self) -> bool:
        """Return whether whoever reads it finds structure by how it looks, or is not ours and knows its own alone."""
        return self.bare or self.writer.name == "text" or self.writer.name not in {reader.name for reader in READERS}


class Cell(Value):
    """What came of one case in one format."""

    case: str
    reader: str
    column: str
    refused: str = ""
    """Why it was not written, or not read again."""
    words: int = 0
    words_kept: int = 0
    parts: int = 0
    parts_kept: int = 0
    missing: tuple[str, ...] = ()
    """What is gone that neither a declaration nor a notice explains."""
    unread: tuple[str, ...] = ()
    """The parts that did not come back, where that is no fault: the reader does not know them."""


def columns(names: Iterable[str], *, pandoc: bool) -> list[Column]:
    """Return the columns: our writers, those that carry the canonical XML a second time, and pandoc's if asked for."""
    wanted = list(names)
    writers = all_writers() if pandoc else WRITERS
    made = []
    for writer in [find_writer(name) for name in wanted] if wanted else writers:
        made.append(Column(writer))
        if any(loss.how == "inside" for loss in declared(writer)):
            made.append(Column(writer, bare=True))
    return made


def measure(case: str, done: Conversion, column: Column) -> Cell:
    """Return what of the article comes back from the format."""
    place = Cell(case, done.reader, column.name)
    record = settle(done.article, {"version_created": RECORD_TIME}, None, epoch=None, modified=None)
    with ExitStack() as stack:
        if column.bare:
            stack.enter_context(patch.object(canonical, "serialise", lambda _article: b"<article/>"))
            stack.enter_context(patch.object(canonical, "gate", lambda _article: b""))
        try:
            written = pipeline.remake(done.article, [Target(column.writer.name)], record, media=done.media)
        except ConverterError as refusal:
            return place.replace(refused=str(refusal))
    output = written.outputs[column.writer.name]
    try:
        back = api.read(output, name=f"story{column.writer.extension}")
    except ConverterError as refusal:
        return place.replace(refused=f"not read again: {refusal}")
    return compared(place, done.article, back, column, written.notices, output)


def compared(
    place: Cell, article: Article, back: Article, column: Column, notices: tuple[Notice, ...], output: bytes
) -> Cell:
    """Return the shares that are kept, and what nobody said would be gone."""
    if any(notice.code == "withdrawn-without-content" for notice in notices):
        return place.replace(refused="withdrawn: written without content")
    hows = ("lost", "folded", "inside") if column.bare else ("lost", "folded")
    kinds = {name for loss in column.losses if loss.how in hows and not loss.when for name in loss.parts}
    gone = {*kinds, *(name for name in every_part() if _is_explained(name, column, notices))}
    expected = without(article, *(gone - PLACED), unwrap=True)
    before, after = words_of(expected), words_of(back)
    matches = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    lost = _missing_words(expected, back)
    if column.is_guessed:  # What stands in the file is no loss of the writer's.
        text = _text_of(output)
        # pandoc keeps the frames of a talk as TeX, in which `H2O` has a command and braces; in man it is `H~2~O`.
        lost = [word for word in lost if word not in text and word not in re.sub(_MARKS, "", text)]
    missing = [f"the words {' '.join(lost[:12])!r}"] if lost else []
    there, here = counted(expected), counted(back)
    for name in gone & PLACED | {name for name in there if UNSAID.get((column.name, name)) == (article.dir or "")}:
        del there[name]
    parts = [f"{count - here[name]} × {name}" for name, count in there.items() if here[name] < count]
    return place.replace(
        words=len(before),
        words_kept=sum(match.size for match in matches),
        parts=there.total(),
        parts_kept=sum(min(count, here[name]) for name, count in there.items()),
        missing=(*missing, *(() if column.is_guessed else parts)),
        unread=tuple(parts) if column.is_guessed else (),
    )


def _text_of(output: bytes) -> str:
    """Return what stands in a file, or in all members of a package; letters that RTF has as numbers are letters."""
    if not output.startswith(b"PK"):
        return re.sub(r"\\u(\d+) ?\?", lambda found: chr(int(found[1])), output.decode("utf-8", "ignore"))
    with zipfile.ZipFile(io.BytesIO(output)) as package:
        return " ".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())


_MARKS = r"\\[a-zA-Z]+|[{}~^]"


def words_of(article: Article) -> list[str]:
    """Return the printed words in order; of scripts without spaces each character, of ₂ its 2."""
    texts = (unicodedata.normalize("NFKC", text) for text in printed_texts(_with_readings_apart(article)))
    return [word for text in texts for word in re.findall(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+", text)]


_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"


def _with_readings_apart(value: Any) -> Any:
    """Return a value with a blank before each reading and each mark of a note, as every format parts them somehow."""
    if isinstance(value, Ref):
        return value.replace(content=inlines(" ", *value.content))
    if isinstance(value, Ruby):
        return value.replace(reading=inlines(" ", *value.reading, " "))
    if isinstance(value, tuple):
        return tuple(map(_with_readings_apart, value))
    if isinstance(value, Value) and not isinstance(value, Provenance):
        return type(value)(**{field: _with_readings_apart(getattr(value, field)) for field in field_names(type(value))})
    return value


def counted(article: Article) -> Counter[str]:
    """Return how often each part occurs."""
    values = [value for value in every_value(article) if type(value).__name__ not in ("Head", "Furniture")]
    counts: Counter[str] = Counter()
    for name in every_part():
        here = part(name)
        owners = [value for value in values if type(value).__name__ == here.owner]
        if count := sum(map(here.holds, owners)):
            counts[name] = count
    return counts


def _missing_words(expected: Article, back: Article) -> list[str]:
    """Return the printed words that are nowhere in what came back, not even as furniture."""
    furniture = [Article(value.blocks) for value in every_value(back) if isinstance(value, Furniture)]
    others = [Article((Paragraph(line.content),)) for line in back.head.headlines if line.kind in ("short", "other")]
    there = Counter(word for each in (back, *furniture, *others) for word in words_of(each))
    lost = Counter(words_of(expected)) - there
    glued = "".join(there)  # Another format may set no blank where this one does: `note1`.
    return [word for word in lost.elements() if word not in glued]


def _is_explained(name: str, column: Column, notices: tuple[Notice, ...]) -> bool:
    fate = fate_of(name, column.losses)
    if fate == "inside":
        return column.bare
    if fate in ("lost", "folded"):
        return True
    if fate == "carried":
        return False
    names = {name, part(name).owner}
    return any(
        names & {known for each in loss.parts for known in (each, part(each).owner)} and any(map(loss.says, notices))
        for loss in column.losses
        if loss.when
    )


def table(cells: list[Cell], across: list[Column]) -> Iterator[str]:
    """Yield the lines of the table: words kept / structure kept, in percent."""
    width = max(7, *(len(column.name) for column in across))
    yield " " * 9 + "".join(f"{column.name:>{width + 1}}" for column in across)
    for reader in dict.fromkeys(cell.reader for cell in cells):
        row = []
        for column in across:
            here = [cell for cell in cells if (cell.reader, cell.column) == (reader, column.name) and not cell.refused]
            row.append(f"{_share(here, 'words')}/{_share(here, 'parts')}" if here else "–")
        yield f"{reader:<9}" + "".join(f"{shown:>{width + 1}}" for shown in row)


def _share(cells: list[Cell], what: str) -> str:
    whole = sum(getattr(cell, what) for cell in cells)
    kept = sum(getattr(cell, f"{what}_kept") for cell in cells)
    return f"{100 * kept // whole}" if whole else "–"


def main() -> int:
    """Print the matrix; return 1 when a loss is unexplained."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--readers", default="", metavar="NAMES", help="only cases of these readers")
    parser.add_argument("--writers", default="", metavar="NAMES", help="only these formats")
    parser.add_argument("--cases", default="", metavar="PATTERN", help="only cases whose name matches")
    parser.add_argument("--pandoc", action="store_true", help="pandoc's formats too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every cell there")
    given = parser.parse_args()
    across = columns(filter(None, given.writers.split(",")), pandoc=given.pandoc)
    cells: list[Cell] = []
    for case in all_cases():
        if not re.search(given.cases, case.name):
            continue
        try:
            done = case.convert([])
        except ConverterError:
            continue  # A case of a refusal.
        if not given.readers or done.reader in given.readers.split(","):
            cells += (measure(case.name, done, column) for column in across)
    if given.json:
        fields = Cell._fields
        given.json.write_text(
            json.dumps([{field: getattr(cell, field) for field in fields} for cell in cells], indent=1) + "\n"
        )
    print(*table(cells, across), sep="\n")
    for refused in dict.fromkeys((cell.column, cell.refused) for cell in cells if cell.refused):
        names = [cell.case for cell in cells if (cell.column, cell.refused) == refused]
        print(f"{refused[0]}: {len(names)} × {refused[1]}, such as {names[0]}")
    for column in across:
        unread: Counter[str] = Counter()
        for line in (line for cell in cells if cell.column == column.name for line in cell.unread):
            count, _, name = line.partition(" × ")
            unread[name] += int(count)
        if unread:
            print(
                f"{column.name}, not read back: "
                + ", ".join(f"{count} × {name}" for name, count in unread.most_common(12))
            )
    faults = [cell for cell in cells if cell.missing]
    for cell in faults:
        print(f"UNEXPLAINED {cell.case} → {cell.column}: {'; '.join(cell.missing)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
