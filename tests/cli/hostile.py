"""A plug-in whose reader does what the document says: what a parser does to us when a document breaks it.

Its records are found through real entry points; `install` writes them where `PYTHONPATH` leads.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from converter.formats.records import Context, NoOptions, ReaderRecord, WriterRecord
from converter.model.article import Article
from converter.model.block import Paragraph

READER = ReaderRecord(
    name="hostile",
    extensions=(".hostile",),
    media_type="text/x-hostile",
    function="tests.cli.hostile:read",
    description="documents that break their reader",
)
WRITER = WriterRecord(
    name="slow",
    extension=".slow",
    media_type="text/x-slow",
    function="tests.cli.hostile:write",
    description="a megabyte, after a while",
)


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Do what the source says; `fine` is an article."""
    match source.decode().strip():
        case "sleep":
            Path(os.environ["HOSTILE_SIGN"]).write_text(str(os.getpid()))
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "eat":
            held = []
            while True:
                held.append(bytearray(1 << 24))
        case "nest":
            return read(source, options, context)
        case "abort":
            os.abort()
        case "leave":
            os._exit(3)
        case "vanish":
            os.kill(os.getpid(), signal.SIGKILL)
        case "bug":
            raise KeyError("\x1b[31mred")
        case "stop":
            raise KeyboardInterrupt
    return Article((Paragraph(("Fine words.",)),), guid="urn:x-test:1", lang="en")


def write(article: Article, options: NoOptions, context: Context) -> bytes:
    """Return a megabyte, after a tenth of a second."""
    time.sleep(0.1)
    return b"x" * (1 << 20)


def install(folder: Path) -> dict[str, str]:
    """Install the plug-in into the folder and return the environment in which it is found.

    A reader that sleeps writes its process number to the file `HOSTILE_SIGN`.
    """
    info = folder / "hostile-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: hostile\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[converter.readers]\nhostile = tests.cli.hostile:READER\n"
        "[converter.writers]\nslow = tests.cli.hostile:WRITER\n"
    )
    return {
        "PYTHONPATH": os.pathsep.join([str(folder), str(Path(__file__).parents[2])]),
        "HOSTILE_SIGN": str(folder / "asleep"),
    }
