"""What opens a story is taken off, and no character goes with it."""

from __future__ import annotations

import pytest

from converter.article import Paragraph, plain_text
from converter.prose.story import without_dateline


@pytest.mark.parametrize("blank", ["\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{IDEOGRAPHIC SPACE}"])
def test_blank_that_is_no_layout_stays_with_the_dateline(blank: str) -> None:
    story = Paragraph((f"MILLFORD, Ohio (AP) —{blank}The river crested a foot below its record on Thursday.",))

    (left,), dateline = without_dateline((story,), "en")

    assert dateline is not None
    assert plain_text(dateline.content) == f"MILLFORD, Ohio (AP) —{blank}"
    assert plain_text(left).startswith("The river")


@pytest.mark.parametrize("margin", ["\N{IDEOGRAPHIC SPACE}" * 2, "\N{NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}"])
def test_dateline_behind_a_margin_is_found_and_keeps_it(margin: str) -> None:
    story = Paragraph((f"{margin}MILLFORD, Ohio (AP) — The river crested a foot below its record on Thursday.",))

    (left,), dateline = without_dateline((story,), "en")

    assert dateline is not None
    assert plain_text(dateline.content) == f"{margin}MILLFORD, Ohio (AP) —"
    assert plain_text(left) == "The river crested a foot below its record on Thursday."
