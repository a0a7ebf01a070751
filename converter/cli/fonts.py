"""`convert fonts`: which scripts a PDF can print here, and what to install for the others."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors
from converter.typeset.clusters import ICU
from converter.typeset.families import FAMILIES, SCRIPTS, UNSERVED, is_installed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker
    from converter.typeset.families import Family

_DICTIONARIES = "segment"
EXAMPLES = ("convert fonts", "convert fonts --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "fonts", "List the fonts of PDFs: families, scripts, what is installed, which extra is missing.", EXAMPLES
    )
    made.add_last(json="as JSON")
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List the families and return the exit code."""
    given = parser().parse_args(arguments)
    if given.json:
        terminal.result_json(
            {
                "families": [_as_json(family) for family in FAMILIES],
                "no_font": list(UNSERVED),
                "word_dictionaries": is_installed(ICU),
            }
        )
        return errors.OK
    names = max(len(family.name) for family in FAMILIES)
    scripts = max(len(_scripts(family)) for family in FAMILIES)
    for family in FAMILIES:
        state = "installed" if family.folder is not None else f"missing: {family.extra}"
        terminal.result(f"{family.name:<{names}}  {_scripts(family):<{scripts}}  {state}")
    state = "installed" if is_installed(ICU) else f"missing: {_DICTIONARIES}"
    terminal.result(f"\nwhere words end in Thai, Lao, Khmer, Burmese: {state}")
    missing = sorted({family.extra for family in FAMILIES if family.folder is None})
    if not is_installed(ICU):
        missing.append(_DICTIONARIES)
    if missing:
        terminal.result(f'\nto install what is missing: pip install "article-converter[{",".join(missing)}]"')
    terminal.result(f"\nno font for: {', '.join(UNSERVED)}")
    return errors.OK


def _scripts(family: Family) -> str:
    return ", ".join(SCRIPTS[tag] for tag in family.scripts.split())


def _as_json(family: Family) -> dict[str, object]:
    return {
        "family": family.name,
        "scripts": [SCRIPTS[tag] for tag in family.scripts.split()],
        "installed": family.folder is not None,
        "extra": family.extra or None,
    }
