"""A NewsML-G2 message: each of its stories is a source of its own, with its place and the message's digest."""

from __future__ import annotations

import hashlib
import io
import json

import pytest

import converter
from converter.core.errors import ConverterError, LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.formats.records import Context, Member, NoOptions, Source
from converter.readers.containers.newsmessage import members, sniff
from tests.cli.conftest import desk  # noqa: F401
from tests.cli.desk import Desk
from tests.readers.newsml.documents import G2, item

CATALOG = '<catalog><scheme alias="x" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog>'


def message(*items: bytes, header: str = "<sent>2024-05-22T10:00:00Z</sent>") -> bytes:
    inner = b"".join(items)
    return f'<?xml version="1.0"?><newsMessage xmlns="{G2}"><header>{header}</header><itemSet>'.encode() + (
        inner + b"</itemSet></newsMessage>"
    )


def story(number: int, words: str = "Rain fell.", **more: str) -> bytes:
    root = f'guid="urn:newsml:example.com:20240522:{number}" version="1" xml:lang="en"'
    return item(root=root, meta="<versionCreated>2024-05-22T10:00:00Z</versionCreated>", body=f"<p>{words}</p>", **more)


CONCEPT = f'<conceptItem xmlns="{G2}"><concept><name>Bridge</name></concept></conceptItem>'.encode()
OTHER = f'<otherItem xmlns="{G2}"/>'.encode()


def found(source: bytes, limits: Limits | None = None) -> list[Member]:
    return list(members(io.BytesIO(source), NoOptions(), Context(Source("feed.xml"), limits=limits)))


def test_each_story_is_a_document_with_the_catalogs_of_its_message() -> None:
    one = story(1, before="").replace(b"</itemMeta>", b'<pubStatus qcode="x:canceled"/></itemMeta>')

    first, second = found(message(one, OTHER, story(2), header=CATALOG))

    assert converter.read(first.content, name="a.xml").status == "canceled"
    assert converter.read(second.content, name="a.xml").guid == "urn:newsml:example.com:20240522:2"
    assert (first.passed, second.passed) == ((), ("a otherItem, which is no item",))


def test_item_that_is_no_story_is_a_member_too() -> None:
    first, second = found(message(CONCEPT, story(2)))

    assert [each.content for each in converter.read(first.content, name="a.xml").head.headlines] == [("Bridge",)]
    assert converter.read(second.content, name="a.xml").guid == "urn:newsml:example.com:20240522:2"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (message(), "message without an item"),
        (message(OTHER), "message without an item"),
        (story(1), "no NewsML-G2 message"),
        (message(story(1))[:-20], "not well-formed"),
    ],
)
def test_what_holds_no_story_is_refused(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        found(source)


def test_number_of_items_is_limited() -> None:
    with pytest.raises(LimitExceeded, match="members"):
        found(message(story(1), story(2)), Limits().replace(members=1))


def test_message_is_known_by_its_root() -> None:
    assert sniff(message(story(1)))
    assert not sniff(story(1))


def test_read_all_gives_each_with_its_place_and_the_digest_of_the_whole() -> None:
    source = message(story(1), story(2))

    articles = list(converter.read_all(source, name="feed.xml"))

    assert [article.guid for article in articles] == [f"urn:newsml:example.com:20240522:{n}" for n in (1, 2)]
    assert [article.provenance.member for article in articles] == ["1", "2"]
    assert {article.provenance.container for article in articles} == {hashlib.sha256(source).hexdigest()}
    assert [article.provenance.name for article in articles] == ["feed-1.xml", "feed-2.xml"]


def test_read_all_of_one_story_gives_the_one() -> None:
    (article,) = converter.read_all(story(1), name="a.xml")

    assert article.provenance.container is None


def test_read_of_several_names_the_way_out() -> None:
    with pytest.raises(UnreadableInput, match=r"message of 2 items.*read_all"):
        converter.read(message(story(1), story(2)), name="feed.xml")


def test_fault_of_one_names_its_place() -> None:
    with pytest.raises(ConverterError, match=r"^feed.xml#2: "):
        list(converter.read_all(message(story(1), story(2, " ")), name="feed.xml"))


# ── On the command line ──


def test_message_gives_several_files(desk: Desk) -> None:  # noqa: F811
    desk.write("feed.xml", message(story(1), story(2)))

    done = desk.run("feed.xml", "--to", "text,newsml")

    assert done.code == 0, done.err
    assert desk.names() >= {"feed-1.txt", "feed-2.txt", "feed-1.newsml.xml", "feed-2.newsml.xml"}
    assert "wrote feed-2.txt" in done.err


def test_one_bad_story_costs_only_itself(desk: Desk) -> None:  # noqa: F811
    desk.write("feed.xml", message(story(1), story(2, " "), story(3)))

    done = desk.run("feed.xml", "--to", "text", "--json")

    assert done.code == 8
    assert [(each["input"], each["ok"]) for each in done.objects()] == [
        ("feed.xml#1", True),
        ("feed.xml#2", False),
        ("feed.xml#3", True),
    ]
    assert {"feed-1.txt", "feed-3.txt"} <= desk.names()
    assert "feed-2.txt" not in desk.names()


def test_output_is_numbered_where_it_is_named(desk: Desk) -> None:  # noqa: F811
    desk.write("feed.xml", message(story(1), story(2)))

    assert desk.run("feed.xml", "--to", "text", "-o", "out.txt").code == 0
    assert {"out-1.txt", "out-2.txt"} <= desk.names()


def test_several_do_not_go_to_standard_output(desk: Desk) -> None:  # noqa: F811
    desk.write("feed.xml", message(story(1), story(2)))

    done = desk.run("feed.xml", "--to", "text", "-o", "-")

    assert done.out == ""
    assert "standard output takes one" in done.err


def test_check_and_show_tell_of_each(desk: Desk) -> None:  # noqa: F811
    desk.write("feed.xml", message(story(1), story(2)))

    assert [line.partition(":")[0] for line in desk.run("check", "feed.xml").out.splitlines()] == [
        "feed.xml#1",
        "feed.xml#2",
    ]
    shown = [json.loads(line) for line in desk.run("show", "feed.xml", "--json").out.splitlines()]
    assert len(shown) == 2
