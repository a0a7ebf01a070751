"""What becomes of a submission: each outcome that is documented, and what the outputs carry."""

from __future__ import annotations

import base64
import pickle
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.archive import ingest
from converter.archive.archive import Archive
from converter.archive.ingest import Prepared
from converter.archive.inventory import User
from converter.conversion import plan as planning
from converter.conversion.identity import uuid_from
from converter.conversion.pipeline import Plan
from converter.core.errors import ArchiveError, UsageError
from converter.io.hash import sha256
from converter.model import canonical
from converter.model.article import Article, Provenance
from converter.model.block import Figure, MediaReference, Paragraph
from converter.model.head import Date, Head, Headline, Revision
from tests.archive.desk import CORRECTED, GUID, STORY, Keeper

PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
PAGE = """<html><head><title>Bridge</title></head><body><article><h1>Bridge opens</h1>
<p>It is open again, said the port on Wednesday after a long time.</p>
<figure><img src="a.png" alt="A bridge"><figcaption>The bridge.</figcaption></figure>
<p>More words here about the bridge and about the port of the bay.</p></article></body></html>"""
FORMATS = ("newsml", "docx", "pdf", "xml", "text")


def document(article: Article) -> bytes:
    """Return an article as a canonical document, whose own word guid and version are."""
    return canonical.serialise(article)


def record(version: int = 1, words: str = "The bridge is open.", time: str | None = None, **head: object) -> Article:
    """Return a story as a document of ours holds it: with its guid, version and provenance."""
    revisions = (Revision(version, time),) if time else ()
    return Article(
        guid=GUID,
        version=version,
        lang="en",
        head=Head(headlines=(Headline(("Bridge",)),), revisions=revisions, **head),  # type: ignore[arg-type]
        body=(Paragraph((words,)),),
        provenance=Provenance(name="bridge.txt", sha256="1f" * 32),
    )


# ── Archived ────────────────────────────────────────────────────────────────


def test_new_story_is_archived_whole(keeper: Keeper) -> None:
    added = keeper.add()

    story = keeper.archive.story(GUID)
    assert (added.decision, added.id, added.version, added.head) == ("archived", GUID, 1, "v1")
    assert sorted(story.files) == ["canonical.xml", "events.jsonl", "source/story.txt"]
    assert story.read("source/story.txt") == STORY
    assert story.article.guid == GUID


def test_story_without_identity_is_named_by_its_bytes(keeper: Keeper) -> None:
    assert keeper.add(guid=None).id == uuid_from(STORY)


def test_events_tell_what_was_done_by_whom(keeper: Keeper) -> None:
    keeper.add()

    events = keeper.archive.story(GUID).events
    assert [each.type for each in events] == ["ingestion", "format identification", "normalization", "validation"]
    assert events[2].detail == "read by text; notices: 0"
    assert {each.outcome for each in events} == {"success"}
    assert {each.at for each in events} == {"2025-05-01T12:00:00Z"}
    assert [each.name for each in events[0].agents] == ["Ann Example <ann@example.com>", "article-converter"]
    assert [each.name for each in events[1].agents] == ["article-converter"]
    assert events[0].parts[0].sha256 == sha256(STORY).hexdigest()
    assert events[0].facts_of("given.meta.guid") == (GUID,)
    assert len({each.id for each in events}) == 4


def test_version_names_its_user(keeper: Keeper) -> None:
    keeper.add()

    assert keeper.archive.story(GUID).inventory.version().user == User("Ann Example", "mailto:ann@example.com")


def test_inventory_keeps_sha256_of_source_and_canonical_form(keeper: Keeper) -> None:
    keeper.add()

    story = keeper.archive.story(GUID)
    known = {paths[0].removeprefix("v1/content/"): digest for digest, paths in story.inventory.fixity["sha256"].items()}
    assert known == {
        "source/story.txt": sha256(STORY).hexdigest(),
        "canonical.xml": canonical.digest(story.canonical),
    }


def test_pictures_are_kept_by_their_digest_and_stand_in_what_is_got_back(tmp_path: Path, keeper: Keeper) -> None:
    picture = base64.b64decode(PICTURE)
    (tmp_path / "a.png").write_bytes(picture)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    added = keeper.archive.add(tmp_path / "page.html", to="docx")

    story = keeper.archive.story(added.id)
    digest = sha256(picture).hexdigest()
    assert story.media == {digest: picture}
    assert f"media/{digest}.png" in story.files
    with zipfile.ZipFile(BytesIO(added.outputs["docx"])) as package:
        assert [name for name in package.namelist() if name.endswith(".png")]
    assert keeper.archive.get(added.id, to="docx").content == added.outputs["docx"]


# ── The outputs carry the archive's identity ────────────────────────────────


def stated(writer: str, content: bytes) -> tuple[str, str]:
    """Return the guid and version that stand in an output, wherever the format has them."""
    text = content.decode("latin-1")
    if writer == "docx":
        with zipfile.ZipFile(BytesIO(content)) as package:
            text = "\n".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    if writer == "pdf":
        streams = re.findall(rb"stream\n(.*?)\nendstream", content, re.DOTALL)
        text = next(each for each in map(inflated, streams) if each.startswith("<article"))
    guid = re.search(r'guid="([^"]+)"', text)
    version = re.search(r'<(?:article|newsItem)\b[^>]* version="(\d+)"', text, re.DOTALL)
    assert guid is not None
    assert version is not None
    return guid[1], version[1]


def inflated(stream: bytes) -> str:
    """Return a stream of a PDF as text, or nothing for what is not packed."""
    try:
        return zlib.decompress(stream).decode("latin-1")
    except zlib.error:
        return ""


def test_no_output_carries_another_identity_than_the_archives(keeper: Keeper) -> None:
    keeper.add()

    added = keeper.archive.add(CORRECTED, name="other.txt", to=FORMATS[:-1], meta={"guid": GUID, "lang": "en"})

    assert added.decision == "corrected"
    assert {writer: stated(writer, content) for writer, content in added.outputs.items()} == dict.fromkeys(
        FORMATS[:-1], (GUID, "2")
    )


def test_record_of_a_correction_is_the_archives(keeper: Keeper) -> None:
    keeper.add()
    keeper.clock.now = "2025-05-02T08:00:00Z"

    added = keeper.archive.add(CORRECTED, name="other.txt", to="newsml", meta={"guid": GUID, "lang": "en"})

    newsml = added.outputs["newsml"].decode()
    assert "<versionCreated>2025-05-02T08:00:00Z</versionCreated>" in newsml
    assert "<firstCreated>2025-05-01T12:00:00Z</firstCreated>" in newsml


def test_outputs_of_what_is_there_are_of_the_archives_version(keeper: Keeper) -> None:
    meta = {"guid": GUID, "lang": "en"}
    first = keeper.archive.add(STORY, name="story.txt", to=FORMATS, meta=meta)
    keeper.clock.now = "2026-01-01T00:00:00Z"

    again = keeper.archive.add(STORY, name="story.txt", to=FORMATS, meta=meta)

    assert again.decision == "unchanged"
    assert again.outputs == first.outputs


# ── Unchanged ───────────────────────────────────────────────────────────────


def test_same_bytes_with_the_same_values_make_no_version(keeper: Keeper) -> None:
    keeper.add()
    before = keeper.files()

    again = keeper.add()

    assert (again.decision, again.head, again.new) == ("unchanged", "v1", None)
    assert keeper.files() == before


def test_order_in_which_values_are_given_does_not_matter(keeper: Keeper) -> None:
    values = {"guid": GUID, "lang": "en", "keyword": ["bridge", "port"]}
    keeper.archive.add(STORY, name="a.txt", meta=values)

    again = keeper.archive.add(STORY, name="a.txt", meta=dict(reversed(values.items())))
    other = keeper.archive.add(STORY, name="a.txt", meta={**values, "keyword": ["port", "bridge"]})

    assert (again.decision, other.decision) == ("unchanged", "corrected")


def test_same_content_in_another_file_makes_no_version_and_says_so(keeper: Keeper) -> None:
    keeper.add()

    again = keeper.add(STORY.replace(b"\n", b"\r\n"), name="other.txt")

    assert again.decision == "unchanged"
    assert [each.code for each in again.notices] == ["content-unchanged"]


def test_same_bytes_with_other_values_are_a_correction(keeper: Keeper) -> None:
    keeper.add()

    assert keeper.add(headline="Bridge reopens").decision == "corrected"


def test_values_that_change_nothing_make_no_version(keeper: Keeper) -> None:
    keeper.add(slug="BRIDGE")

    assert keeper.add(slug="BRIDGE", version_created="2025-05-01T09:00:00Z").decision == "unchanged"


def test_newer_release_makes_no_version_unless_asked_to(keeper: Keeper) -> None:
    older = keeper.archive.prepare(plan(STORY))
    keeper.archive.put(read_by_an_older_release(older))

    assert keeper.add().decision == "unchanged"
    again = keeper.archive.add(STORY, name="story.txt", meta={"lang": "en", "guid": GUID}, renormalise=True)

    assert (again.decision, again.version, again.head) == ("renormalised", 1, "v2")
    assert keeper.archive.story(GUID).events[-2].type == "normalization"


def plan(content: bytes, name: str = "story.txt") -> Plan:
    """Return the plan for a story with the keeper's usual values."""
    return planning.plan_for(content, name, planning.request(meta=[("lang", "en"), ("guid", GUID)]))


def read_by_an_older_release(prepared: Prepared) -> Prepared:
    """Return the same submission as an older reader would have read it: another headline."""
    assert prepared.new is not None
    files = dict(prepared.new.files)
    content = files["canonical.xml"]
    assert isinstance(content, bytes)
    files["canonical.xml"] = content.replace(b"Eleven Months", b"ELEVEN MONTHS")
    return prepared.replace(new=prepared.new.replace(files=files, fixity={}))


# ── Corrected ───────────────────────────────────────────────────────────────


def test_other_content_under_the_same_id_is_a_new_version(keeper: Keeper) -> None:
    keeper.add()

    added = keeper.add(CORRECTED)

    assert (added.decision, added.version, added.head) == ("corrected", 2, "v2")
    assert keeper.archive.story(GUID, "v1").read("source/story.txt") == STORY
    assert keeper.archive.story(GUID, "v2").read("source/story.txt") == CORRECTED


def test_version_of_the_source_stands_where_it_grows(keeper: Keeper) -> None:
    keeper.add(document(record(1)), "a.xml", guid=None)

    added = keeper.add(document(record(7, "It is open, and free.")), "b.xml", guid=None)

    assert (added.version, added.head) == (7, "v2")


def test_other_content_of_the_same_version_counts_on(keeper: Keeper) -> None:
    keeper.add(document(record(3)), "a.xml", guid=None)

    assert keeper.add(document(record(3, "It is open, and free.")), "b.xml", guid=None).version == 4


def test_picture_that_changed_is_a_correction(keeper: Keeper) -> None:
    def with_picture(digest: str) -> bytes:
        article = record()
        figure = Figure((MediaReference("a.png", "image/png", digest),), ("The bridge.",))
        return document(article.replace(body=(*article.body, figure)))

    keeper.add(with_picture("1" * 64), "a.xml", guid=None)

    assert keeper.add(with_picture("2" * 64), "a.xml", guid=None).decision == "corrected"


def test_many_versions_are_noticed(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "MANY_VERSIONS", 2)
    added = [keeper.add(STORY + f"Version {number} of it.\n".encode()) for number in range(3)]

    assert [[each.words for each in one.notices] for one in added] == [[], [], ["the story has 3 versions"]]


# ── Duplicate ───────────────────────────────────────────────────────────────


def test_same_bytes_under_another_name_are_one_story_with_two_names(keeper: Keeper) -> None:
    first = keeper.add(guid=None)

    second = keeper.add(guid=None, name="copy.txt")

    assert (second.decision, second.id, second.head) == ("duplicate", first.id, "v2")
    assert [each.code for each in second.notices] == ["duplicate-submission"]
    story = keeper.archive.story(first.id)
    assert [each.fact("name") for each in story.ingestions] == ["story.txt", "copy.txt"]
    assert "duplicate-submission" in story.ingestions[1].detail
    assert story.read("source/story.txt") == STORY
    assert keeper.add(guid=None, name="copy.txt").decision == keeper.add(guid=None).decision == "unchanged"


def test_same_bytes_with_a_given_identity_are_no_duplicate(keeper: Keeper) -> None:
    keeper.add()

    assert keeper.add(name="copy.txt").decision == "unchanged"


def test_correction_from_another_file_that_only_its_bytes_tell_is_noticed(keeper: Keeper) -> None:
    keeper.add(guid=None, headline="One")

    own = keeper.add(guid=None, headline="One, corrected")
    other = keeper.add(guid=None, name="other.txt", headline="Two")

    assert [own.decision, other.decision] == ["corrected", "corrected"]
    assert "same-bytes-other-values" not in [each.code for each in own.notices]
    (said,) = [each for each in other.notices if each.code == "same-bytes-other-values"]
    assert "as story.txt, with other values; other.txt was taken" in said.words


def test_same_bytes_under_two_identities_are_two_stories(keeper: Keeper) -> None:
    keeper.add()

    assert keeper.add(guid="urn:x:other").decision == "archived"


# ── Stale ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("first", "second", "is_stale"),
    [
        (record(2), record(1, "Older."), True),
        (record(2), record(2, "Other."), False),
        (record(2), record(3, "Newer."), False),
        (record(1, time="2025-05-01T10:00:00Z"), record(1, "Older.", "2025-05-01T09:59:59Z"), True),
        (record(1, time="2025-05-01T10:00:00Z"), record(1, "Newer.", "2025-05-01T10:00:01Z"), False),
        (record(1, time="2025-05-01T10:00:00Z"), record(1, "Older.", "2025-05-01T11:30:00+02:00"), True),
        (record(2, time="2025-05-01T10:00:00Z"), record(1, "Newer.", "2025-05-01T11:00:00Z"), False),
        (record(1, time="2025-05-01T10:00:00Z"), record(2, "Older.", "2025-05-01T09:00:00Z"), True),
        (record(1, time="2025-05-01"), record(1, "Newer.", "2025-04-30"), False),
        (record(2, time="2025-05-01"), record(1, "Older.", "2025-04-30"), True),
    ],
)
def test_older_version_or_time_is_stale(keeper: Keeper, first: Article, second: Article, is_stale: bool) -> None:
    keeper.add(document(first), "a.xml", guid=None)
    before = keeper.files()

    if is_stale:
        with pytest.raises(ArchiveError, match="older than what the archive has"):
            keeper.add(document(second), "b.xml", guid=None)
        assert keeper.files() == before
    else:
        assert keeper.add(document(second), "b.xml", guid=None).decision == "corrected"


def test_text_without_a_version_of_its_own_is_not_stale(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(CORRECTED)

    assert keeper.add(STORY + b"And free, it added.\n").version == 3


def test_page_that_is_saved_again_and_again_is_corrected_again_and_again(keeper: Keeper) -> None:
    page = PAGE.replace("<title>", '<link rel="canonical" href="https://example.com/bridge"><title>')

    added = [
        keeper.archive.add(page.replace("a long time", f"{number} years").encode(), name="page.html")
        for number in range(4)
    ]

    assert [(each.id, each.version) for each in added] == [
        ("https://example.com/bridge", number) for number in range(1, 5)
    ]


def test_earlier_content_in_another_file_is_stale_too(keeper: Keeper) -> None:
    keeper.add()
    first = keeper.archive.get(GUID).content
    keeper.add(CORRECTED)

    for content, name in ((STORY.replace(b"\n", b"\r\n"), "a.txt"), (first, "a.xml")):
        with pytest.raises(ArchiveError, match="came in as number 1 of 2"):
            keeper.archive.add(content, name=name, meta={"guid": GUID, "lang": "en"})


def test_what_was_corrected_does_not_come_back_by_itself(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(CORRECTED)

    with pytest.raises(ArchiveError, match="came in as number 1 of 2, and was corrected since"):
        keeper.add()


def test_stale_is_a_decision_of_prepare(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(CORRECTED)

    prepared = keeper.archive.prepare(plan(STORY))

    assert (prepared.decision, prepared.new, prepared.outputs) == ("stale", None, {})
    assert prepared.why


def test_older_version_is_accepted_when_asked_for(keeper: Keeper) -> None:
    keeper.add(document(record(2)), "a.xml", guid=None)

    added = keeper.archive.add(document(record(1, "Older.")), name="b.xml", accept_older=True)

    assert (added.decision, added.version, added.head) == ("corrected", 1, "v2")


CONTENTS = tuple(f"The bridge has {number} arches, said the port of the bay.\n".encode() for number in range(4))


@settings(max_examples=15)
@given(st.lists(st.integers(0, 3), max_size=7))
def test_story_is_what_the_rules_say_whatever_comes_in(
    tmp_path_factory: pytest.TempPathFactory, inputs: list[int]
) -> None:
    keeper = Keeper(tmp_path_factory.mktemp("model") / "news")
    kept: list[int] = []
    for number in inputs:
        if not kept:
            expected = "archived"
        elif number == kept[-1]:
            expected = "unchanged"
        elif number in kept:
            expected = "stale"
        else:
            expected = "corrected"
        try:
            word: str = keeper.add(CONTENTS[number]).decision
        except ArchiveError:
            word = "stale"
        assert word == expected
        if word in ("archived", "corrected"):
            kept.append(number)

    versions = keeper.archive.store.find(GUID)
    names = list(versions.versions) if versions else []
    sources = [keeper.archive.story(GUID, name).read("source/story.txt") for name in names]
    assert sources == [CONTENTS[number] for number in kept]


# ── What is held back stays so ──────────────────────────────────────────────


def test_correction_of_a_withdrawn_story_must_say_its_status(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.withdraw(GUID, reason="It was invented.")

    with pytest.raises(ArchiveError, match="does not say its status"):
        keeper.add(CORRECTED)

    assert keeper.archive.story(GUID).article.status == "canceled"
    assert keeper.add().decision == "unchanged"
    assert keeper.add(CORRECTED, status="usable").decision == "corrected"
    assert keeper.archive.story(GUID).article.status == "usable"


def test_correction_of_an_embargoed_story_must_say_so(keeper: Keeper) -> None:
    keeper.add(date_embargoed="2025-06-01T00:00:00Z")

    with pytest.raises(ArchiveError, match="is embargoed until 2025-06-01T00:00:00Z"):
        keeper.add(CORRECTED)

    assert keeper.add(CORRECTED, date_embargoed="2025-06-01T00:00:00Z").decision == "corrected"
    keeper.clock.now = "2025-06-01T00:00:00Z"
    assert keeper.add(STORY + b"And free.\n").decision == "corrected"


def test_outputs_of_an_embargoed_story_are_labelled(keeper: Keeper) -> None:
    added = keeper.archive.add(
        STORY, name="a.txt", to="xml", meta={"guid": GUID, "date.embargoed": "2025-06-01T00:00:00Z"}
    )

    assert "story-embargoed" in [each.code for each in added.notices]


# ── Identity by path, values that travel ────────────────────────────────────


def test_path_in_a_collection_may_be_the_identity(keeper: Keeper) -> None:
    by_path = "desk"

    first = keeper.archive.add(STORY, name="story.txt", path="2025/story.txt", collection=by_path)
    second = keeper.archive.add(CORRECTED, name="story.txt", path="2025/story.txt", collection=by_path)
    other = keeper.archive.add(STORY, name="story.txt", path="2024/story.txt", collection=by_path)

    assert (second.decision, second.id) == ("corrected", first.id)
    assert other.decision == "archived"
    assert keeper.archive.story(first.id).ingestions[0].fact("path") == "2025/story.txt"


def test_path_of_any_bytes_is_a_path(keeper: Keeper) -> None:
    added = keeper.archive.add(STORY, name="a.txt", path="caf\udce9.txt", collection="desk")

    assert keeper.archive.story(added.id).ingestions[0].fact("path") == "caf\\udce9.txt"


def test_given_identity_comes_before_the_path(keeper: Keeper) -> None:
    added = keeper.archive.add(STORY, name="a.txt", path="a.txt", meta={"guid": GUID}, collection="desk")

    assert added.id == GUID


def test_identity_by_path_needs_a_path(keeper: Keeper) -> None:
    with pytest.raises(UsageError, match="has no path"):
        keeper.archive.add(STORY, name="a.txt", collection="desk")


def test_what_was_prepared_travels_between_processes(keeper: Keeper) -> None:
    keeper.add()
    prepared = keeper.archive.prepare(plan(CORRECTED))

    assert pickle.loads(pickle.dumps(prepared)) == prepared


def test_preparing_changes_nothing(keeper: Keeper) -> None:
    keeper.archive.prepare(plan(STORY))

    assert keeper.archive.store.find(GUID) is None
    assert list(keeper.archive.ids()) == []


def test_purged_story_does_not_come_back(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.purge(GUID, GUID, reason="Order 1")

    with pytest.raises(ArchiveError, match="was purged"):
        keeper.add()


def test_renditions_are_kept_only_when_asked_for(keeper: Keeper) -> None:
    meta = {"guid": GUID, "lang": "en"}
    keeper.archive.add(STORY, name="story.txt", to=["docx", "text"], meta=meta, keep_renditions=True)

    story = keeper.archive.story(GUID)
    assert [path for path in story.files if path.startswith("rendition/")] == [
        "rendition/story.docx",
        "rendition/story.txt",
    ]
    assert [each.detail for each in story.events if each.type == "creation"] == ["docx", "text"]


def test_archive_opens_from_the_package(tmp_path: Path) -> None:
    import converter

    with converter.Archive.open(tmp_path / "a", create=True) as archive:
        assert isinstance(archive, Archive)
        assert archive.add(STORY, name="a.txt").decision == "archived"


def test_embargo_of_another_kind_of_date_is_no_embargo(keeper: Keeper) -> None:
    keeper.add(document(record(dates=(Date("published", "2030-01-01"),))), "a.xml", guid=None)

    assert keeper.archive.get(GUID).content
