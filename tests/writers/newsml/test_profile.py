"""The profile refuses what the writer must never emit, though IPTC's schema may allow it."""

from __future__ import annotations

import pytest

from converter.core.errors import InternalError
from converter.writers.newsml.profile import require_valid
from tests.articles import full_article
from tests.writers.newsml.documents import made

_FULL = made(full_article()).content.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('conformance="power"', 'conformance="core"'),
        (' conformance="power"', ""),
        ("+03:00</versionCreated>", "</versionCreated>"),
        ("<embargoed>2024-05-22T18:00:00Z", "<embargoed>2024-05-22"),
        ("stat:usable", "stat:cancelled"),
        ("medtop:20000337", "medtop:337"),
        ('version="2"', 'version="0"'),
        ("<keyword>bridge</keyword>", "<keyword> </keyword>"),
        ("<keyword>bridge</keyword>", "<keyword/>"),
        ("<language ", '<creator literal="x"/><language '),
        ('<p id="first">', '<p id="first" onclick="alert(1)">'),
        ('<p id="first">', '<p id="speech">'),
        ("<h2>", "<script>alert(1)</script><h2>"),
        ("<h2>", "words<h2>"),
        ("<em>stressed</em>", "<p>stressed</p>"),
        ('href="#first"', 'href="javascript:alert(1)"'),
        ('src="https://example.com/bridge.jpg"', 'src="data:image/png;base64,AA"'),
        ('datetime="2024-05-22T06:00"', 'datetime="yesterday"'),
        ("<dataMining", "<dataMining/><dataMining"),
        ("</rightsInfo>", "</rightsInfo><rightsInfo/>"),
    ],
)
def test_profile_refuses(before: str, after: str) -> None:
    assert before in _FULL

    with pytest.raises(InternalError, match="profile") as caught:
        require_valid(_FULL.replace(before, after, 1).encode())

    assert caught.value.where.startswith("line ")


def test_profile_refuses_what_is_not_well_formed() -> None:
    with pytest.raises(InternalError, match="well-formed"):
        require_valid(_FULL.replace("</h2>", "").encode())


def test_profile_holds_the_full_article_valid() -> None:
    require_valid(_FULL.encode())
