"""Likeness: a new story that looks like another is a new story, and says so."""

from __future__ import annotations

import pytest

from converter.archive.archive import Archive
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.near_duplicates import likeness, phrases, shingles
from converter.model.article import Article
from converter.model.block import Paragraph
from tests.archive.desk import CORRECTED, GUID, STORY, Keeper

WORDS = " ".join(f"word{number}" for number in range(60))
LONG = f"{WORDS}.\n".encode()
REWORDED = LONG.replace(b"word3 ", b"other ")


def of(text: str) -> Article:
    """Return a story of one paragraph."""
    return Article(body=(Paragraph((text,)),) if text else ())


def test_likeness_is_the_part_of_shared_shingles() -> None:
    assert likeness(of(WORDS), of(WORDS)) == 1
    assert likeness(of(WORDS), of("Something else altogether, as it happens.")) == 0
    assert 0.8 < likeness(of(WORDS), of(WORDS.replace("word3 ", "other "))) < 1
    assert likeness(of(WORDS), of("")) == 0
    assert likeness(of("one two"), of("One  two")) == 1


def test_shingles_and_phrases_are_of_five_words() -> None:
    assert len(shingles(of(WORDS))) == 56
    assert [len(each.split()) for each in phrases(of(WORDS))] == [5, 5, 5]
    assert phrases(of("one two")) == ("one two",)
    assert phrases(of("")) == ()


def test_story_that_looks_alike_is_a_new_one_with_a_link(keeper: Keeper) -> None:
    first = keeper.add(LONG, guid=None, name="a.txt")
    Catalogue.open(keeper.archive.store).close()

    second = keeper.add(REWORDED, guid=None, name="b.txt")

    assert (second.decision, second.looks_like) == ("archived", first.id)
    assert second.id != first.id
    assert keeper.archive.story(second.id).links("possible-revision-of") == (first.id,)
    assert keeper.archive.story(first.id).version == "v1"
    (notice,) = [each for each in second.notices if each.code == "looks-alike"]
    assert "93% of its phrases stand there too" in notice.words


def test_same_headline_looks_alike(keeper: Keeper) -> None:
    first = keeper.add(guid=None, headline="Bridge reopens")
    Catalogue.open(keeper.archive.store).close()

    second = keeper.add(b"Quite another text, of which no word is shared.\n", guid=None, headline="BRIDGE REOPENS")

    assert second.looks_like == first.id


def test_story_with_an_identity_of_its_own_is_not_compared(keeper: Keeper) -> None:
    keeper.add(LONG, guid=None)
    Catalogue.open(keeper.archive.store).close()

    assert keeper.add(REWORDED).looks_like is None


def test_without_a_catalogue_nothing_is_compared_and_none_is_made(keeper: Keeper) -> None:
    keeper.add(LONG, guid=None)

    assert keeper.add(REWORDED, guid=None).looks_like is None
    assert not list(keeper.folder.rglob("catalogue*"))


def test_what_is_unlike_has_no_link(keeper: Keeper) -> None:
    keeper.add(LONG, guid=None)
    Catalogue.open(keeper.archive.store).close()

    assert keeper.add(CORRECTED, guid=None).looks_like is None


@pytest.mark.parametrize("known", ["purged", "missing", GUID])
def test_candidate_that_is_gone_is_passed_over(keeper: Keeper, known: str) -> None:
    keeper.add(LONG, guid="urn:x:purged")
    keeper.archive.purge("urn:x:purged", "urn:x:purged", reason="Order 1")
    archive = Archive(
        keeper.archive.store, now=keeper.clock, candidates=lambda title, path, found: (f"urn:x:{known}", "urn:x:none")
    )

    assert archive.add(REWORDED, name="a.txt").looks_like is None


def test_same_place_in_a_collection_looks_alike(keeper: Keeper) -> None:
    first = keeper.archive.add(STORY, name="a.txt", path="2025/a.txt")
    archive = Archive(keeper.archive.store, now=keeper.clock, candidates=lambda title, path, found: (first.id,))

    second = archive.add(b"Quite another text, of which no word is shared.\n", name="a.txt", path="2025/a.txt")

    assert second.looks_like == first.id
    assert archive.add(CORRECTED, name="b.txt", path="b.txt", collection="desk").looks_like is None
