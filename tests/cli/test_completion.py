"""Completion in a real bash: what TAB offers."""

from __future__ import annotations

import subprocess

import pytest

from tests.cli.desk import Desk

TYPE = """
source ./script
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_shtab_convert convert "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def script(desk: Desk) -> Desk:
    """Return the desk with the completion script in `script`."""
    desk.write("script", desk.run("completion", "bash").out)
    return desk


def offered(desk: Desk, *words: str) -> set[str]:
    """Return what bash offers for the last of the words."""
    done = subprocess.run(
        ["bash", "--norc", "-c", TYPE, "bash", "convert", *words], cwd=desk.folder, capture_output=True, check=True
    )
    return set(done.stdout.decode().split())


def test_first_word_is_a_command_or_a_file(script: Desk) -> None:
    assert {"show", "check", "explain", "story.txt"} <= offered(script, "")
    assert offered(script, "sto") == {"story.txt"}
    assert offered(script, "sho") == {"show"}


def test_formats_are_offered_after_a_comma_too(script: Desk) -> None:
    assert {"xml", "pdf", "docx"} <= offered(script, "story.txt", "--to", "")
    assert offered(script, "story.txt", "--to", "pdf,docx") == {"pdf,docx"}
    assert "pdf,rst" in offered(script, "story.txt", "--to", "pdf,r")


def test_commands_have_their_own_flags_and_words(script: Desk) -> None:
    assert "--outline" in offered(script, "show", "--")
    assert "--outline" not in offered(script, "--")
    assert offered(script, "show", "sto") == {"story.txt"}
    assert offered(script, "explain", "guid-made-") == {"guid-made-from-id"}
    assert "pdf" in offered(script, "formats", "")
    assert offered(script, "completion", "") == {"bash", "zsh", "tcsh"}


def test_commands_of_the_archive_are_offered_with_their_flags_and_folders(script: Desk) -> None:
    (script.folder / "news").mkdir()

    assert {"add", "get", "history", "purge", "search", "import"} <= offered(script, "archive", "")
    assert offered(script, "archive", "hist") == {"history"}
    assert {"--withdrawn", "--version"} <= offered(script, "archive", "get", "--")
    assert offered(script, "archive", "add", "") == {"news"}
    assert "pdf" in offered(script, "archive", "add", "news", "story.txt", "--to", "")


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_other_shells_have_a_script_too(desk: Desk, shell: str) -> None:
    assert "convert" in desk.run("completion", shell).out


def test_other_shells_than_these_are_listed(desk: Desk) -> None:
    done = desk.run("completion", "fish")

    assert done.code == 2
    assert "bash, zsh, tcsh" in done.err.replace("'", "")  # Python 3.12 says them without quotation marks.
