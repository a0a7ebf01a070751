"""The labelled corpus: a text and what a person sees in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "text"


@dataclass(frozen=True)
class QuotationLabel:
    """One piece of quoted words, with its marks."""

    text: str
    speaker: str | None = None
    verb: str | None = None


@dataclass(frozen=True)
class Case:
    """One text with its labels; lines are as printed, without layout space."""

    name: str
    source: bytes
    lang: str
    layout: str
    charset: str
    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    dates: tuple[str, ...] = ()
    """Kind and date: `published 2025-03-14`."""
    wire: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """What is left when headline, standfirst, byline, dateline, furniture and notes are taken off."""
    table: tuple[str, ...] = ()
    endmarks: tuple[str, ...] = ()
    furniture: tuple[tuple[str, str], ...] = ()
    """Kind and line."""
    notes: tuple[tuple[str, str], ...] = ()
    """Kind and line."""
    quotations: tuple[QuotationLabel, ...] = field(default=())


def load(folder: Path = FOLDER) -> list[Case]:
    """Return the cases that have labels, in the order of their names."""
    return [_load(labels.parent) for labels in sorted(folder.glob("*/labels.toml"))]


def _load(folder: Path) -> Case:
    labels: dict[str, Any] = tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))
    quotations = tuple(QuotationLabel(**entry) for entry in labels.pop("quotation", []))
    fields: dict[str, Any] = {
        name: tuple(tuple(item) if isinstance(item, list) else item for item in value)
        if isinstance(value, list)
        else value
        for name, value in labels.items()
    }
    return Case(name=folder.name, source=(folder / "input.txt").read_bytes(), quotations=quotations, **fields)
