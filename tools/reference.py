"""Write from the code the pages of `docs/reference/`, the index of decisions, and the files that a page shows.

`just docs` runs it; `--check` writes nothing and returns 1 when a page is
stale, which is what the tests ask.
"""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import converter.model
from converter.archive import findings
from converter.archive.bags import findings as bag_findings
from converter.cli import archive
from converter.cli.__main__ import COMMANDS
from converter.core import errors, limits, notices
from converter.core.limits import Limits
from converter.core.values import field_names
from converter.formats import options
from converter.formats.own import CONTAINERS, READERS, WRITERS
from converter.formats.records import ContainerRecord, NoOptions, ReaderRecord, WriterRecord
from converter.formats.registry import family, load
from converter.model import article, block, head, inline
from converter.text.rule_names import RULES
from tools.losses_reference import losses_page
from tools.schema_reference import canonical_xml_page, styles_page

REFERENCE = ROOT / "docs" / "reference"
DECISIONS = ROOT / "docs" / "decisions"
WRITER_GUIDE = ROOT / "docs" / "how-to" / "write-a-writer.md"


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(heads) + " |"]
    lines.append("|" + "---|" * lines[0].count(" | ") + "---|")
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def documented_fields(module: ModuleType, kind: type) -> dict[str, str]:
    """Return, by name, the docstring under each field of a class, on one line, and its annotation where it has none."""
    node = _classes_of(module).get(kind.__name__)
    return dict(_fields_of(node)) if node else {}


@cache
def _classes_of(module: ModuleType) -> dict[str, ast.ClassDef]:
    return {node.name: node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef)}


def _fields_of(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for here, after in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        if isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name):
            match after:
                case ast.Expr(ast.Constant(str(words))):
                    yield here.target.id, " ".join(words.split())
                case _:
                    yield here.target.id, ""


_DOES = {ReaderRecord: "read", ContainerRecord: "unpacked", WriterRecord: "written"}


def formats_page() -> str:
    """Return the page of readers, containers and writers, with their options."""
    parts = ["# Formats\n", "## Read\n"]
    parts.append(
        table(
            ("name", "files", "media type", "what it is"),
            ((f"`{r.name}`", " ".join(r.extensions), f"`{r.media_type}`", r.description) for r in READERS),
        )
    )
    if CONTAINERS:
        parts.append(
            "Containers hold several articles. A plain `convert` takes all but `zip` and `tar`, numbering the outputs; "
            "[a batch](../how-to/batch.md) takes them all.\n"
        )
        parts.append(
            table(
                ("name", "files", "media type", "what it is"),
                ((f"`{c.name}`", " ".join(c.extensions), f"`{c.media_type}`", c.description) for c in CONTAINERS),
            )
        )
    parts.append("## Written\n")
    parts.append(
        table(
            ("name", "file", "media type", "what it is"),
            ((f"`{w.name}`", w.extension, f"`{w.media_type}`", w.description) for w in WRITERS),
        )
    )
    parts.append("## Read and written by pandoc\n")
    parts.append("These need the extra `pandoc`; [pandoc.md](pandoc.md) says what becomes of an article in them.\n")
    parts.append(
        table(
            ("read", "files", "media type", "what it is"),
            ((f"`{r.name}`", " ".join(r.extensions), f"`{r.media_type}`", r.description) for r in family("readers")),
        )
    )
    parts.append(
        table(
            ("written", "file", "media type", "what it is"),
            ((f"`{w.name}`", w.extension, f"`{w.media_type}`", w.description) for w in family("writers")),
        )
    )
    parts.append("## Options\n")
    parts.append("Each is set with `--set FORMAT.OPTION=VALUE`.\n")
    parts.append("What pandoc reads of text takes `FORMAT.charset`, as `text` does.\n")
    ours: list[ReaderRecord | ContainerRecord | WriterRecord] = [*READERS, *CONTAINERS, *WRITERS]
    for record in ours:
        kind = load(record.options)
        if kind is not NoOptions and field_names(kind):
            rows = (
                (f"`{record.name}.{field.name}`", field.kind, show(field.default), field.meaning)
                for field in options.describe(kind)
            )
            parts.append(f"### {record.name}, {_DOES[type(record)]}\n")
            parts.append(table(("option", "value", "default", "meaning"), rows))
    return "\n".join(parts)


def show(default: object) -> str:
    """Return a default as it would be typed."""
    match default:
        case None | () | "":
            return "–"
        case bool():
            return "`yes`" if default else "`no`"
        case tuple():
            return ", ".join(map(show, default))
        case float():
            return f"`{default:g}pt`"
        case _:
            return f"`{default}`"


def notices_page() -> str:
    """Return the page of all notices."""
    parts = ["# Notices\n"]
    parts.append("A notice says what was guessed or lost; `--strict` turns the first one into a failure.\n")
    parts.append("`convert explain CODE` prints the same.\n")
    for code, entry in sorted(notices.CODES.items()):
        parts.append(f"## {code}\n")
        parts.append(f"A {entry.kind}: “{entry.words}”.\n")
        parts.append(entry.meaning + "\n")
    return "\n".join(parts)


def findings_page() -> str:
    """Return the page of all findings of `verify` and `import`, tables first, then what each means."""
    parts = ["# Findings\n"]
    parts.append("What `convert archive verify` says of a root or an object that is not as it was stored.\n")
    parts.append(
        "An error makes it leave with exit code 7, a warning does not. "
        "`convert explain CODE` prints the same, by our code or by OCFL's.\n"
    )
    rows = (
        (f"[`{code}`](#{code})", entry.kind, entry.ocfl or "–", entry.words) for code, entry in findings.CODES.items()
    )
    parts.append(table(("code", "kind", "OCFL 1.1", "words"), rows))
    parts.append("What `convert archive import` says of a bag, before it takes anything in.\n")
    parts.append(
        "An invalid bag breaks the standard, a refused one keeps it and is not taken in all the same: exit code 3. "
        "A warning keeps nobody from anything.\n"
    )
    of_bags = ((f"[`{code}`](#{code})", entry.kind, entry.words) for code, entry in bag_findings.CODES.items())
    parts.append(table(("code", "kind", "words"), of_bags))
    for code, meaning in (
        *((code, entry.meaning) for code, entry in findings.CODES.items()),
        *((code, entry.meaning) for code, entry in bag_findings.CODES.items()),
    ):
        parts.append(f"## {code}\n")
        parts.append(f"{meaning}\n")
    return "\n".join(parts)


def exit_codes_page() -> str:
    """Return the page of exit codes, each with the error that a Python caller gets."""
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.ConverterError) and kind is not errors.ConverterError
    ]
    rows = [(errors.OK, "–", "All is done.")]
    rows += [(kind.exit_code, f"`{kind.__name__}`", str(kind.__doc__).partition("\n")[0]) for kind in kinds]
    rows += [
        (errors.INTERRUPTED, "–", "Interrupted from the keyboard."),
        (errors.CLOSED, "–", "Whoever read standard output has closed it, as `head` does."),
        (errors.TERMINATED, "–", "Told to stop."),
    ]
    return "# Exit codes\n\n" + table(("code", "in Python", "when"), rows)


def limits_page() -> str:
    """Return the page of limits."""
    meanings = documented_fields(limits, Limits)
    defaults = Limits()
    rows = ((f"`{name}`", limits.show(name, getattr(defaults, name)), meanings[name]) for name in field_names(Limits))
    return (
        "# Limits\n\nWhat is over a limit is refused, never cut short.\n"
        "`--limit NAME=VALUE` raises one; sizes take K, M and G.\n\n" + table(("limit", "default", "of what"), rows)
    )


MODEL_CLASSES = tuple(
    kind
    for module in (inline, block, head, article)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and kind.__module__ == module.__name__ and not name.startswith(("_", "Base"))
)
"""Every public class of the model, inlines first."""


def article_page() -> str:
    """Return the page of the article's model: every class with its fields."""
    parts = ["# The article\n", f"{str(converter.model.__doc__).partition('The rules')[0].strip()}\n"]
    for kind in MODEL_CLASSES:
        name = kind.__name__
        parts.append(f"## {name}\n")
        parts.append(" ".join(inspect.cleandoc(str(kind.__doc__)).split()) + "\n")
        own = {
            field: words
            for base in reversed(kind.__mro__[:-1])
            for field, words in documented_fields(sys.modules[base.__module__], base).items()
        }
        rows = [(f"`{field}`", annotation(kind, field), own.get(field) or "–") for field in field_names(kind)]
        if rows:
            parts.append(table(("field", "type", "meaning"), rows))
    return "\n".join(parts)


def annotation(kind: type, field: str) -> str:
    """Return the annotation of a field, as typed in the source."""
    return next(
        f"`{base.__dict__['__annotations__'][field]}`"
        for base in kind.__mro__
        if field in base.__dict__.get("__annotations__", {})
    )


def command_line_page() -> str:
    """Return the page of the command line: each command's own help."""
    parts = ["# The command line\n", "What `--help` prints, for the program and for each command.\n"]
    for name in ("", *COMMANDS, *(f"archive {name}" for name in archive.COMMANDS)):
        command = [sys.executable, "-m", "converter", *name.split(), "--help"]
        text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        parts.append(f"## convert {name}".rstrip() + "\n")
        parts.append(f"```text\n{text.rstrip()}\n```\n")
    return "\n".join(parts)


def decisions_index() -> str:
    """Return the page of decisions with its list of records written anew."""
    page = (DECISIONS / "README.md").read_text(encoding="utf-8")
    introduction = page.partition("\n- [")[0].rstrip()
    records = [path for path in sorted(DECISIONS.glob("[0-9]*.md")) if not path.name.startswith("0000")]
    titles = [path.read_text(encoding="utf-8").partition("\n")[0] for path in records]
    lines = [
        f"- [{path.name[:4]}]({path.name}) {re.sub(r'^#+ *[0-9]{4}[.: –-]*', '', title)}"
        for path, title in zip(records, titles, strict=True)
    ]
    return introduction + "\n\n" + "\n".join(lines) + "\n"


def writer_guide() -> str:
    """Return the page on plug-ins with each `file=` block written anew from its file."""

    def file_block(found: re.Match[str]) -> str:
        return f"```{found[1]} file={found[2]}\n{(ROOT / found[2]).read_text(encoding='utf-8')}```"

    page = WRITER_GUIDE.read_text(encoding="utf-8")
    return re.sub(r"^```(\w+) file=(\S+)\n(?:.*\n)*?```$", file_block, page, flags=re.MULTILINE)


def text_rules_page() -> str:
    """Return the page of the text reader's rules: what it infers, and the lines that are furniture."""
    parts = [
        "# Text rules\n",
        "What is inferred of texts, documents, PDFs and pages says so in the canonical form by the name of its rule.\n",
    ]
    parts.append(table(("rule", "what it finds"), ((f"`{name}`", words) for name, words in RULES.items())))
    parts.append("## Furniture\n")
    parts.append(
        "Lines of a page that are not the story. A rule matches a whole line, in any case but with a capital first. "
        "All phrases and patterns stand in [`furniture.toml`](../../converter/text/furniture.toml); "
        "[how to add furniture rules](../how-to/add-furniture-rules.md) says what its fields mean.\n"
    )
    parts.append(
        table(("rule", "kind", "language", "phrases", "patterns", "such as"), map(_furniture_row, _furniture()))
    )
    return "\n".join(parts)


_PHRASES = ("lines", "markers", "starts", "begins")
_EXAMPLES = 3
_LONGEST_EXAMPLE = 60
"""Characters of a pattern that a table can show."""


def _furniture() -> list[dict[str, Any]]:
    """Return the rules of furniture, as they stand in their file."""
    source = ROOT / "converter" / "text" / "furniture.toml"
    rules: list[dict[str, Any]] = tomllib.loads(source.read_text(encoding="utf-8"))["rule"]
    return rules


def _furniture_row(rule: dict[str, Any]) -> tuple[object, ...]:
    """Return what the table says of a rule: its counts, and its first phrases or else a short pattern."""
    phrases = [phrase for field in _PHRASES for phrase in rule.get(field, ())]
    patterns = rule.get("patterns", [])
    shown = phrases[:_EXAMPLES] or [pattern for pattern in patterns if len(pattern) <= _LONGEST_EXAMPLE][:1]
    examples = " · ".join(map(code, shown)) or "–"
    return f"`{rule['name']}`", rule["kind"], rule.get("lang", "–"), len(phrases) or "–", len(patterns) or "–", examples


def code(text: str) -> str:
    """Return the text as Markdown code, whatever backticks it holds."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def index_page() -> str:
    """Return the page that leads to the others."""
    return (
        "# Reference\n\nThese pages are written from the code by `just docs`; do not edit them.\n\n"
        "- [The command line](command-line.md)\n- [Formats and their options](formats.md)\n"
        "- [Losses](losses.md)\n- [Notices](notices.md)\n"
        "- [Findings in archives and bags](findings.md)\n"
        "- [Exit codes](exit-codes.md)\n- [Limits](limits.md)\n- [The article](article.md)\n"
        "- [The canonical XML](canonical-xml.md)\n- [Roles of the house style](styles.md)\n"
        "- [Text rules](text-rules.md)\n\n"
        "Written by hand; their examples run as tests:\n\n"
        "- [What becomes of an article in NewsML-G2](newsml.md)\n- [What becomes of an article in NITF](nitf.md)\n"
        "- [What becomes of an article in ninjs](ninjs.md)\n- [What is read of feeds](feeds.md)\n"
        "- [What is read of mail](mail.md)\n- [What is read of wire stories](wire.md)\n"
        "- [What becomes of an article in a PDF](pdf.md)\n- [What becomes of an article in DOCX](docx.md)\n"
        "- [What becomes of an article in HTML](html.md)\n- [What becomes of an article in EPUB](epub.md)\n"
        "- [What becomes of an article in Markdown](markdown.md)\n- [What becomes of an article in JATS](jats.md)\n"
        "- [What becomes of an article in pandoc's formats](pandoc.md)\n"
        "- [The archive, file by file](archive.md)\n"
    )


PAGES = {
    REFERENCE / "README.md": index_page,
    REFERENCE / "article.md": article_page,
    REFERENCE / "canonical-xml.md": canonical_xml_page,
    REFERENCE / "command-line.md": command_line_page,
    REFERENCE / "exit-codes.md": exit_codes_page,
    REFERENCE / "findings.md": findings_page,
    REFERENCE / "formats.md": formats_page,
    REFERENCE / "limits.md": limits_page,
    REFERENCE / "losses.md": losses_page,
    REFERENCE / "notices.md": notices_page,
    REFERENCE / "styles.md": styles_page,
    REFERENCE / "text-rules.md": text_rules_page,
    DECISIONS / "README.md": decisions_index,
    WRITER_GUIDE: writer_guide,
}


def main() -> int:
    """Write each page that is stale; with `--check` only name it, and return 1."""
    stale = []
    for path, make in PAGES.items():
        text = make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.relative_to(ROOT).as_posix())
            if "--check" not in sys.argv[1:]:
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(name)
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
