"""Identity: the caller's guid, else the source's, else one made from its bytes: always the same one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.conversion.identity import identified, require_identity, uuid_from
from converter.core.errors import UnreadableInput, UsageError
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.head import AltId, Head, Party


def named(article: Article, guid: str | None = None, authority: str | None = None) -> tuple[Article, tuple[str, ...]]:
    """Return the article with its guid, and the codes of the notices."""
    context = Context(Source("a.txt"))
    done = identified(article, context, made=uuid_from(b"bytes"), guid=guid, authority=authority)
    return done, tuple(notice.code for notice in context.notices)


@given(st.binary(max_size=100))
def test_made_guid_is_a_uuid_of_version_8(content: bytes) -> None:
    shape = r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

    assert re.fullmatch(shape, uuid_from(content))
    assert uuid_from(content) == uuid_from(content)


def test_own_guid_stands() -> None:
    assert named(Article(guid="urn:x:own")) == (Article(guid="urn:x:own"), ())


def test_guid_of_the_caller_goes_first() -> None:
    assert named(Article(guid="urn:x:own"), "urn:x:given") == (Article(guid="urn:x:given"), ())


def test_without_any_it_is_made_from_the_bytes_and_said() -> None:
    assert named(Article()) == (Article(guid=uuid_from(b"bytes")), ("guid-made",))


def test_id_of_the_caller_becomes_a_tag_of_the_authority_and_is_kept() -> None:
    article, codes = named(Article(), "story-17", "example.com,2024")

    assert article.guid == "tag:example.com,2024:story-17"
    assert article.head.altids == (AltId("story-17", given="meta"),)
    assert codes == ("guid-made-from-id",)


def test_id_of_the_caller_with_a_provider_gives_the_same_guid_each_time() -> None:
    provided = Article(head=Head(parties=(Party("Harbour News", "provider"),)))

    assert named(provided, "17")[0].guid == named(provided, "17")[0].guid != named(provided, "18")[0].guid


def test_id_without_authority_or_provider_says_what_is_missing() -> None:
    with pytest.raises(UsageError, match=r"'17' is no absolute IRI \(add meta={.authority.: .example\.com,2024.}"):
        named(Article(), "17")


def test_authority_that_makes_no_iri_is_refused() -> None:
    with pytest.raises(UsageError, match="is no absolute IRI"):
        named(Article(), "17", "not an authority")


def test_id_in_a_sidecar_is_a_fault_of_the_input_there() -> None:
    context = Context(Source("a.txt"))

    with pytest.raises(UnreadableInput, match=r"sidecar guid: '17' is no absolute IRI \(add authority: example\.com"):
        identified(Article(), context, made="urn:x", guid="17", authority=None, given="sidecar")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"guid": "17", "authority": "not an authority"}, r"^meta\['authority'\]: 'not an authority' is no authority"),
        ({"authority": "a b"}, r"'a b' is no authority \(write it as meta={\"authority\": \"example\.com,2024\"}"),
        ({"guid": "a b", "authority": "example.com,2024"}, "'tag:example.com,2024:a b' is no absolute IRI"),
    ],
)
def test_what_gives_no_source_an_identity_is_refused_at_once(given: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        require_identity(given)
    with pytest.raises(UsageError, match=words):
        converter.convert(b"The bridge is open.", "xml", meta=given)


def test_id_that_a_source_may_complete_is_left_to_it() -> None:
    require_identity({"guid": "17"})


TWO = b'{"text": "The bridge is open again."}\n{"text": "The ferry sails again."}\n'


def test_one_guid_names_no_two_stories() -> None:
    with pytest.raises(UsageError, match=r"^feed\.jsonl: meta\['guid'\]: a guid names one story"):
        next(converter.read_all(TWO, name="feed.jsonl", meta={"guid": "urn:x:1"}))


def test_one_guid_names_the_one_story_that_a_container_holds() -> None:
    articles = list(converter.read_all(TWO.partition(b"\n")[0], name="feed.jsonl", meta={"guid": "urn:x:1"}))

    assert [article.guid for article in articles] == ["urn:x:1"]


def test_a_guid_in_the_sidecar_of_a_container_names_no_two_stories(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(TWO)
    (tmp_path / "feed.yaml").write_text("guid: urn:x:1\n")

    with pytest.raises(UnreadableInput, match="sidecar guid: a guid names one story, and this holds several"):
        next(converter.read_all(tmp_path / "feed.jsonl"))


@pytest.mark.parametrize(("given", "error"), [("sidecar", UnreadableInput), ("meta", UsageError)])
def test_id_that_no_document_could_hold_is_refused(given: str, error: type[Exception]) -> None:
    article = Article(head=Head(parties=(Party("Example News", "provider"),)))

    with pytest.raises(error, match=r"'17\\x01' is no absolute IRI \(id and authority are parts of an address"):
        identified(article, Context(Source("a.txt")), made="urn:x", guid="17\x01", authority=None, given=given)
