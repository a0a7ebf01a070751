"""Names in an object hold on every file system; the true one stands in the event."""

from __future__ import annotations

import ntpath
import random
import re
import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.names import MOST_BYTES, media_name, safe_name
from converter.conversion import plan
from converter.conversion.provenance import holdable
from tests.archive.desk import STORY, Keeper

NASTY = (
    "..", ".", "", " ", "/etc/passwd", "../../up.txt", "a/b\\c.txt", "C:\\x.txt", "x:stream.txt", "CON", "con.txt",
    "nul .txt", "LPT1.xml", "AUX.", "trailing.", "trailing ", "line\nfeed.txt", "nul\0byte.txt", "esc\x1b[31m.txt",
    "bidi\u202etxt.exe", "zero\u200bwidth.txt", "\udcff\udcfe.txt", "e\u0301te\u0301.txt", "a" * 300 + ".txt",
    "é" * 200 + ".docx", "." * 400, "x." + "e" * 300, "~", "$HOME", "`id`", "-rf", "--help", "\ufeffbom.txt",
    "tag\U000e0041.txt", "*?.txt", '"quoted".txt', "<a>|b.txt", "inventory.json", "0=ocfl_object_1.1", "\u2028.txt",
)  # fmt: skip


def thousand_nasty_names() -> list[str]:
    """Return a thousand names: those above, and mixtures of their pieces, always the same."""
    draw = random.Random(1)
    names = list(NASTY)
    while len(names) < 1_000:
        names.append("".join(draw.choice(NASTY)[: draw.randint(0, 40)] for _ in range(draw.randint(1, 6))))
    return names


def is_reserved_on_windows(name: str) -> bool:
    """Return what Python says of the name: `ntpath` from 3.13 on, `pathlib` before that."""
    asked = getattr(ntpath, "isreserved", None)
    return bool(asked(name) if asked else PureWindowsPath(name).is_reserved())


def require_safe(name: str) -> None:
    """Raise AssertionError for a name that some system would refuse or understand as something else."""
    assert name
    assert len(name.encode()) <= MOST_BYTES
    assert unicodedata.is_normalized("NFC", name)
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]', name)
    assert name[0] != "."
    assert name[-1] not in ". "
    assert not is_reserved_on_windows(name)


def test_thousand_nasty_names_are_safe() -> None:
    for name in thousand_nasty_names():
        require_safe(safe_name(name))


@given(st.text())
def test_any_name_is_safe_and_safe_for_good(name: str) -> None:
    safe = safe_name(name)

    require_safe(safe)
    assert safe_name(safe) == safe


@pytest.mark.parametrize("name", ["story.txt", "Fähre nach Süden.docx", "記事 3.xml", "a-b_c (2).tar.gz"])
def test_good_name_stays_as_it_is(name: str) -> None:
    assert safe_name(name) == name


def test_long_name_keeps_its_extension() -> None:
    assert safe_name("é" * 200 + ".docx").endswith("é.docx")


def test_standard_input_has_a_name() -> None:
    assert safe_name("-") == "stdin"


def test_picture_is_named_by_its_digest() -> None:
    assert media_name("ab" * 32, "image/png") == f"media/{'ab' * 32}.png"
    assert media_name("ab" * 32, None) == f"media/{'ab' * 32}.bin"


@pytest.mark.parametrize("name", ["../../up.txt", "line\nfeed.txt", "e\u0301te\u0301.txt", "CON.txt", "\udcff.txt"])
def test_source_of_any_name_is_kept_and_its_name_known(keeper: Keeper, name: str) -> None:
    added = keeper.archive.add_plan(plan.plan_for(STORY, name, plan.request(reader="text")))

    story = keeper.archive.story(added.id)
    assert keeper.archive.get(added.id, to="source").content == STORY
    assert story.source_path is not None
    require_safe(story.source_path.removeprefix("source/"))
    assert story.ingestions[0].fact("name") == holdable(name)


@pytest.mark.slow
def test_thousand_sources_with_nasty_names_lie_in_an_archive_that_is_whole(keeper: Keeper) -> None:
    names = thousand_nasty_names()
    with keeper.archive.group(size=200) as group:
        for number, name in enumerate(names):
            wanted = plan.request(reader="text", meta=[("guid", f"urn:x:{number}"), ("lang", "en")])
            keeper.archive.put(keeper.archive.prepare(plan.plan_for(STORY, name, wanted)), group)

    assert list(keeper.archive.verify()) == []
    assert len(list(keeper.archive.ids())) == 1_000
    for path in keeper.folder.rglob("source/*"):
        require_safe(path.name)
    assert [keeper.archive.get(f"urn:x:{number}", to="source").content for number in (0, 500, 999)] == [STORY] * 3
