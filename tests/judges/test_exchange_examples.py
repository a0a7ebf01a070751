"""All of IPTC's examples: each is read by its name alone, and whole.

Of what is read, every run of text of the document stands in the article, or a
notice says what was left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

import converter
from converter import Conversion
from converter.model.canonical import gate
from converter.model.words import plain_text
from tests.judges.bench import SHARED, ask, assert_accepted
from tests.judges.conftest import put

EXAMPLES = sorted(path for path in (SHARED / "iptc" / "examples").glob("*/*") if path.suffix in (".xml", ".json"))
META = {"version_created": "2024-05-23T12:00:00Z"}


def _id(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def test_there_are_as_many_examples_as_iptc_gives() -> None:
    assert len(EXAMPLES) == 56


@pytest.mark.parametrize("path", EXAMPLES, ids=_id)
def test_example_is_read_whole(path: Path) -> None:
    done = converter.convert(path, ["xml"], meta=META)

    assert done.canonical == gate(done.article)
    left_out = {notice.code for notice in done.notices} & {"content-alternative-omitted", "markup-dropped"}
    words = _folded(plain_text(done.article) + " ".join(_attributes(done)))
    missing = [run for run in _runs(path) if _folded(run) and _folded(run) not in words]
    assert missing == [] or left_out, missing


def _attributes(done: Conversion) -> Iterator[str]:
    """Yield the values of the canonical form that stand in attributes: codes, addresses, dates."""
    for element in etree.fromstring(done.canonical).iter():
        yield from map(str, element.attrib.values())


def _runs(path: Path) -> Iterator[str]:
    """Yield each run of text of a document: of XML what its elements hold, of JSON its strings."""
    if path.suffix == ".json":
        yield from _strings(json.loads(path.read_bytes()))
        return
    parser = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
    for element in etree.parse(path, parser).iter():
        yield from (text for text in (element.text, element.tail) if text)


# What says only that this is ninjs, and how its texts are written.
_TECHNICAL = {"standard", "$standard", "contenttype", "mimetype", "role", "rel"}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"<[^>]*>", " ", value)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            is_default = key == "type" and each == "text"
            if key.lower() not in _TECHNICAL and not is_default and not (key == "name" and "href" in value):
                yield from _strings(each)


def _folded(text: str) -> str:
    """Return the text without white space, and without what markup and JSON escape."""
    for escape, character in (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ('\\"', '"'), ("\\n", "")):
        text = text.replace(escape, character)
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("writer", ["newsml", "nitf", "ninjs"])
def test_what_was_read_goes_out_valid(writer: str, tmp_path: Path) -> None:
    files: list[Path] = []
    for path in EXAMPLES:
        try:
            done = converter.convert(path, [writer], meta=META)
        except converter.CannotWrite:
            continue
        files += put(tmp_path, _id(path), done).files.values()

    assert len(files) > 43
    assert_accepted(ask("newscheck", "--strict", "--all", *files), files)
