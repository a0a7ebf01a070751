"""Measure what each of pandoc's formats loses of an article, and write `converter/pandoc/measured.py`.

    python tools/pandoc_losses.py [FORMAT …]

A part of the model is taken out of an article that has every part: where the
output stays the same, the format does not say it; where only the words of a
mark stay, it is written as plain words. Some minutes for all of them.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from converter.core.limits import Limits
from converter.formats.losses import part
from converter.formats.records import Record, WriterRecord
from converter.model.article import Article
from converter.pandoc import process
from converter.pandoc.family import WRITERS
from converter.pandoc.measured import MEASURED
from tests.losses import truth
from tests.losses.cases import rich_article
from tests.losses.parts import without
from tests.losses.truth import Claims, parts, written

TARGET = ROOT / "converter" / "pandoc" / "measured.py"
SEEN_BY_CHANCE = {"typst": "Span"}
"""Format → a mark of which it shows nothing but that pandoc escapes the sign behind it."""
NOTICED = {"Char", "Furniture", "Furniture.kind"}
"""What has a notice of its own code in every format."""
HEAD = '''"""What each format loses, by `tools/pandoc_losses.py`: parts taken away, and the output looked at."""

from __future__ import annotations

MEASURED: dict[str, tuple[str, str]] = {
'''


def output(article: Article, writer: WriterRecord) -> bytes:
    """Return what is written; exit where pandoc refuses, as it does when the machine is too busy."""
    made = written(article, writer)[0]
    if made.startswith(b"refused: "):
        raise SystemExit(f"{writer.name}: {made.decode()}")
    return made


def measured(writer: WriterRecord) -> tuple[str, str]:
    """Return the parts that the format does not say, and the marks whose words it writes without them."""
    rich = rich_article()
    whole, notices = written(rich, writer)
    claims = Claims(writer)
    lost: list[str] = []
    plain: list[str] = []
    for name in parts():
        if (
            name in NOTICED
            or (claims.noticed(name, notices) and name != "Foreign.type")
            or output(without(rich, name, unwrap=True), writer) != whole
        ):
            continue
        has_words = output(without(rich, name), writer) != whole
        (plain if has_words else lost).append(name)
    return " ".join(without_details(lost, plain)), " ".join(without_details(plain, []))


def without_details(names: Sequence[str], folded: Sequence[str]) -> list[str]:
    """Return the names without the fields and kinds of a class that is lost as a whole."""
    whole = {name for name in names if "." not in name}
    kinds = {name for name in names if part(name).kind and not part(name).field}
    return [
        name
        for name in names
        if name in whole
        or (name.split(".")[0] not in whole and (name in kinds or name.rpartition(".")[0] not in kinds))
    ]


def remembering(run: Callable[..., process.Answer]) -> Callable[..., process.Answer]:
    """Return a run that asks pandoc only once for the same tree."""
    known: dict[tuple[tuple[str, ...], bytes], process.Answer] = {}

    def remembered(arguments: Sequence[str], source: bytes, limits: Limits, what: str) -> process.Answer:
        key = (tuple(arguments), source)
        if key not in known:
            known[key] = run(arguments, source, limits, what)
        return known[key]

    return remembered


def literal(text: str) -> str:
    """Return a text as a literal of lines that are not too long."""
    lines = textwrap.wrap(text, 90) or [""]
    return "(" + " ".join(f'"{line} "' for line in lines[:-1]) + f' "{lines[-1]}")'


def main() -> None:
    """Measure the formats that are named, or all."""
    process.run = remembering(process.run)
    record = Record(version_created="2024-05-24T10:30:00Z")  # Its times are no part of the article.
    with patch.object(truth, "settle", lambda *_, **__: record):
        for writer in WRITERS:
            if len(sys.argv) < 2 or writer.name in sys.argv[1:]:
                MEASURED[writer.name] = (
                    "",
                    SEEN_BY_CHANCE.get(writer.name, ""),
                )  # Marks that it drops are not even given to pandoc.
                MEASURED[writer.name] = measured(writer)
                print(writer.name, *map(len, MEASURED[writer.name]), flush=True)
    rows = (
        f'    "{writer.name}": (\n' + ",\n".join(map(literal, MEASURED[writer.name])) + ",\n    ),\n"
        for writer in WRITERS
    )
    TARGET.write_text(HEAD + "".join(rows) + "}\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(TARGET)], check=True)


if __name__ == "__main__":
    main()
