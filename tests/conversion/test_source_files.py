"""Files: what is opened, what never is, and how it says so."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from converter.conversion.source_files import finder_beside, read_option_file, read_sidecar, read_source, read_stream
from converter.core.errors import LimitExceeded, UnreadableInput, UsageError
from converter.core.limits import Limits

LIMITS = Limits()


@pytest.fixture
def find(tmp_path: Path) -> Callable[[str], bytes | None]:
    """Return the finder beside `in/story.txt`; `in/a b.png` is there, and `secret.png` outside."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("in/a b.png", "in/deep/c.png", "secret.png"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "in" / "link.png").symlink_to("../secret.png")
    (tmp_path / "in" / "near.png").symlink_to("deep/c.png")
    (tmp_path / "in" / "out").symlink_to("..")
    os.mkfifo(tmp_path / "in" / "pipe.png")
    return finder_beside(str(tmp_path / "in" / "story.txt"), Limits(image_bytes=100))


@pytest.mark.parametrize(
    ("href", "content"),
    [
        ("a b.png", b"in/a b.png"),
        ("a%20b.png", b"in/a b.png"),
        ("./deep/../deep/c.png", b"in/deep/c.png"),
        ("near.png", b"in/deep/c.png"),
    ],
)
def test_picture_in_the_folder_of_its_document_is_found(
    find: Callable[[str], bytes | None], href: str, content: bytes
) -> None:
    assert find(href) == content


@pytest.mark.parametrize(
    "href",
    [
        "",
        ".",
        "none.png",
        "../secret.png",
        "..%2Fsecret.png",
        "%2e%2e/secret.png",
        "link.png",
        "out/secret.png",
        "deep/../../secret.png",
        "/etc/passwd",
        "//server/share/a.png",
        "\\\\server\\share\\a.png",
        "..\\secret.png",
        "file:///etc/passwd",
        "file:a%20b.png",
        "https://example.com/a.png",
        "data:image/png;base64,AAAA",
        "C:a.png",
        "pipe.png",
        "deep",
        "a%00b.png",
        "a%2520b.png",
        "x" * 5000,
    ],
)
def test_nothing_else_is_ever_opened(find: Callable[[str], bytes | None], href: str) -> None:
    assert find(href) is None


def test_picture_over_its_limit_is_not_found(tmp_path: Path, find: Callable[[str], bytes | None]) -> None:
    (tmp_path / "in" / "large.png").write_bytes(b"x" * 101)

    assert find("large.png") is None


def test_standard_input_has_no_pictures_beside_it() -> None:
    assert finder_beside("-", LIMITS)("a.png") is None


def test_source_is_read_with_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    os.utime(path, (5, 86_400.5))

    assert read_source(str(path), LIMITS) == (b"words", 86_400.5)


def test_source_of_exactly_its_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")

    assert read_source(str(tmp_path / "a.txt"), Limits(input_bytes=5))[0] == b"12345"
    with pytest.raises(LimitExceeded, match="is larger than 4 bytes"):
        read_source(str(tmp_path / "a.txt"), Limits(input_bytes=4))


def test_file_that_lies_about_its_size_is_counted() -> None:
    # Files of /proc say that they have no bytes.
    with pytest.raises(LimitExceeded):
        read_source("/proc/self/maps", Limits(input_bytes=10))


def test_name_with_a_null_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="null"):
        read_source("a\0b", LIMITS)


def test_stream_that_gives_a_little_at_a_time_is_read_whole() -> None:
    class Slow(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, 3))

    assert read_stream(Slow(b"ten bytes."), LIMITS) == b"ten bytes."
    with pytest.raises(LimitExceeded):
        read_stream(Slow(b"ten bytes."), Limits(input_bytes=9))


def test_file_of_an_option_is_a_matter_of_the_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        read_option_file(str(tmp_path), LIMITS)


def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    path.chmod(0)

    assert as_nobody(tmp_path, lambda: read_source("a.txt", LIMITS)) == "permission denied"


def as_nobody(folder: Path, work: Callable[[], object]) -> str:
    """Return the words of the error that `work` raises in the folder for a user without rights: root has all."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            work()
        except Exception as error:
            os.write(writing, str(error).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with open(reading, "rb") as file:
        return file.read().decode()


# ── Sidecars ────────────────────────────────────────────────────────────────


def test_sidecar_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("headline: Words")

    assert read_sidecar(str(tmp_path / "a.txt"), LIMITS) == (("headline", "Words"),)
    assert read_sidecar(str(tmp_path / "b.txt"), LIMITS) == ()


def test_two_sidecars_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("headline: Words")
    (tmp_path / "a.json").write_text("{}")

    with pytest.raises(UnreadableInput, match=r"has two sidecars, a\.yaml and a\.json"):
        read_sidecar(str(tmp_path / "a.txt"), LIMITS)


def test_sidecar_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.yaml").write_text("headline: Secret")
    (tmp_path / "in" / "a.yaml").symlink_to("../secret.yaml")

    with pytest.raises(UnreadableInput, match=r"a\.yaml: leads out of the folder of its source"):
        read_sidecar(str(tmp_path / "in" / "a.txt"), LIMITS)


def test_sidecar_that_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")

    with pytest.raises(UnreadableInput, match=r"a\.yaml: is a pipe, not a regular file"):
        read_sidecar(str(tmp_path / "a.txt"), LIMITS)


def test_faults_of_a_sidecar_name_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{\xff")

    with pytest.raises(UnreadableInput, match=r"a\.json: not UTF-8 at byte 1$"):
        read_sidecar(str(tmp_path / "a.txt"), LIMITS)
