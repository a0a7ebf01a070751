"""What an output of ours carries inside is believed while it says the same as what shows."""

from __future__ import annotations

import pytest

import converter
from converter.formats.records import Record
from converter.model.article import Article
from converter.model.block import Figure, Foreign, Paragraph

VIDEO = Foreign(('<iframe src="https://video.example.com/harbour"></iframe>',), "text/html")
WORDS = Paragraph(("The video of the harbour is here.",))


@pytest.mark.parametrize("writer", ["html", "epub", "docx", "pdf"])
@pytest.mark.parametrize("block", [VIDEO, Figure(alt="The harbour, of which there is a video")])
def test_words_of_the_story_in_what_only_some_outputs_show_are_no_change(writer: str, block: Foreign | Figure) -> None:
    article = Article((WORDS, block), guid="urn:x:1", lang="en")
    made = converter.write(article, writer, record=Record(version_created="2025-03-14T09:30:00Z"))

    back = converter.convert(made, [], name=f"a.{writer}")

    assert back.article.body == article.body
    assert [notice.code for notice in back.notices] == []
