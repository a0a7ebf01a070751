"""What is printed, and what a terminal must never be told."""

from __future__ import annotations

import fcntl
import os
import struct
import termios
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.cli import terminal
from converter.core.errors import CannotWrite
from converter.core.notices import Notice
from tests.cli.desk import Desk

HARMFUL = [*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029]


@pytest.mark.parametrize("code", [*HARMFUL, 0xD800, 0xDCFF])
def test_what_a_terminal_acts_on_is_made_visible(code: int) -> None:
    spelt = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

    assert terminal.visible(f"a{chr(code)}b") == f"a{spelt}b"


@given(st.text())
def test_visible_text_is_one_line_that_any_stream_takes(text: str) -> None:
    shown = terminal.visible(text)

    assert len(shown.splitlines()) <= 1
    shown.encode()


def test_plain_text_of_any_script_is_as_it_was() -> None:
    assert terminal.visible("Größer, 桥, جسر, 🌉") == "Größer, 桥, جسر, 🌉"


def test_document_text_is_cut_after_200_characters() -> None:
    assert terminal.shortened("x" * 200) == "x" * 200
    assert terminal.shortened("x" * 201) == "x" * 199 + "…"


def test_many_notices_of_one_kind_are_three_and_a_count(capfd: pytest.CaptureFixture[str]) -> None:
    notices = [Notice("link-as-text", f"line {n}", (("href", "x:y"),)) for n in range(1, 11)]

    terminal.remark("a.txt", [*notices, Notice("guid-made", "guid", (("guid", "g"),))])

    assert capfd.readouterr().err.splitlines() == [
        *(f"convert: a.txt:{n}: link to “x:y” written as text [link-as-text]" for n in (1, 2, 3)),
        "convert: a.txt: guid: no identity in the source; made g from its bytes [guid-made]",
        "convert: a.txt: 7 more like this [link-as-text]",
    ]


def in_terminal(desk: Desk, *arguments: str) -> tuple[int, str]:
    """Return exit code and what a terminal gets of a command's standard output."""
    ours, theirs = os.openpty()
    process = desk.start(*arguments, stdout=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux says so when the other end is closed.
            break
        shown += piece
    os.close(ours)
    process.communicate(timeout=20)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def test_document_cannot_speak_to_the_terminal_it_is_shown_on(desk: Desk) -> None:
    desk.write("a.txt", "The sign said \x9b31mred\u202e and then nothing more.\n")

    code, shown = in_terminal(desk, "a.txt", "--to", "text", "-o", "-")

    assert (code, shown) == (0, "The sign said \\x9b31mred\\u202e and then nothing more.\n")


def test_binary_output_is_not_for_a_terminal(desk: Desk) -> None:
    code, shown = in_terminal(desk, "story.txt", "--to", "docx", "-o", "-")

    assert (code, shown) == (5, "")


def test_pipe_that_does_not_wait_gets_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    monkeypatch.setattr(terminal, "_OUT", writing)
    content = os.urandom(1 << 20)
    got: list[bytes] = []

    def drain() -> None:
        while piece := os.read(reading, 65536):
            got.append(piece)

    reader = threading.Thread(target=drain)
    reader.start()
    terminal.result_document(content)
    os.close(writing)
    reader.join()
    os.close(reading)

    assert b"".join(got) == content


def test_output_that_cannot_be_written_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(writing)
    monkeypatch.setattr(terminal, "_OUT", reading)

    with pytest.raises(CannotWrite, match="standard output: bad file descriptor"):
        terminal.result("words")
    os.close(reading)


def test_nobody_listening_to_our_words_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_ERR", 999)

    terminal.say("words")


def said_in_a_window(monkeypatch: pytest.MonkeyPatch, columns: int, words: str) -> str:
    """Return what a terminal of so many columns gets of a line for a person."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    monkeypatch.setattr(terminal, "_ERR", theirs)
    terminal.say(words)
    os.close(theirs)
    try:
        return os.read(ours, 4096).decode().replace("\r\n", "\n")
    finally:
        os.close(ours)


def test_long_line_is_broken_between_words_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "convert: a.txt: language not known: the text is too short or too mixed to be sure [language-unknown]"

    assert said_in_a_window(monkeypatch, 60, words) == (
        "convert: a.txt: language not known: the text is too short or\n  too mixed to be sure [language-unknown]\n"
    )
    assert said_in_a_window(monkeypatch, 120, words) == f"{words}\n"


def test_wide_characters_take_two_columns_and_a_long_word_is_left_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/" + "x" * 50

    shown = said_in_a_window(monkeypatch, 40, f"{'橋' * 15} {'港' * 10} {path}")

    assert shown == f"{'橋' * 15}\n  {'港' * 10}\n  {path}\n"


def test_line_for_a_file_stays_one(capfd: pytest.CaptureFixture[str]) -> None:
    terminal.say("word " * 60)

    assert capfd.readouterr().err.count("\n") == 1
