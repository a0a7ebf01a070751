"""Hostile XML through the command line: refused in one line, fast, with nothing fetched and nothing opened."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.desk import Desk

BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [\n <!ENTITY x "lol">\n'
    + "".join(f' <!ENTITY x{n} "{f"&x{n - 1 if n else str()};" * 10}">\n' for n in range(9))
    + "]>\n<lolz>&x8;</lolz>"
)
OURS = '<article xmlns="urn:converter:article:1" schema="1">'


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server on this machine and the list of what is asked of it."""
    asked: list[str] = []

    class Canary(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Canary)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (BOMB, 'a.xml:3: declares entity "x": documents with entities are refused'),
        (
            f'<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>{OURS}<body><p>&x;</p></body></article>',
            'a.xml:1: declares entity "x": documents with entities are refused',
        ),
        (
            f'<!DOCTYPE article [\n<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>{OURS}<body/></article>',
            'a.xml:2: declares entity "p": documents with entities are refused',
        ),
        (
            f'<!DOCTYPE article SYSTEM "a.dtd">\n{OURS}<body><p>&x;</p></body></article>',
            'a.xml:2: refers to entity "x"',
        ),
        ("<story><head/></story>", "a.xml: is XML, but no canonical article: its root element is story"),
        ("<a>" * 300, "a.xml:1: the nesting of elements is over 200"),
        (
            f"{OURS}<body>" + "<quote>" * 240 + "</quote>" * 240 + "</body></article>",
            "a.xml:1: the nesting of elements is over 200",
        ),
        ("<a " + " ".join(f'b{n}=""' for n in range(300)) + "/>", "a.xml:1: the number of attributes is over 256"),
        (f"{OURS}<body><p>x</body></article>", "a.xml:1: not well-formed XML"),
        ("<a>\x01</a>", "a.xml:1: not well-formed XML"),
        ("<a>" + "x" * 11_000_000 + "</a>", "a.xml:1: XML beyond what libxml2 takes: Text node too long\n"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_xml_that_attacks_its_reader_is_refused_in_one_line(desk: Desk, content: str, line: str) -> None:
    desk.write("a.xml", content)
    start = time.process_time()

    done = desk.run("a.xml", "--to", "text")

    assert done.code == 3
    assert done.err.startswith(f"convert: {line}")
    assert done.err.count("\n") == 1
    assert desk.names() == {"story.txt", "a.xml"}
    assert time.process_time() - start < 5


@pytest.mark.parametrize("depth", [210, 300, 3000])
def test_page_that_is_too_deep_is_refused_in_our_words(depth: int, desk: Desk) -> None:
    desk.write("a.html", "<html><body>" + "<div>" * depth + "x" + "</div>" * depth)

    done = desk.run("a.html", "--to", "text")

    assert done.code == 3
    assert done.err.startswith("convert: a.html:1: the nesting of elements is over 200 (limit xml_depth; raise with ")
    assert done.err.count("\n") == 1


@pytest.mark.slow
def test_page_with_a_text_of_half_the_longest_line_comes_back(desk: Desk) -> None:
    """The canonical form stands in it as one text of 7 MB, and libxml2 alone would take no line of 12 MB."""
    desk.write("long.txt", "The bridge is open again. " * 200_000)
    desk.run("long.txt", "--to", "html,xml")

    done = desk.run("long.html", "--to", "xml", "-o", "again.xml")

    assert done.code == 0, done.err
    assert (desk.folder / "again.xml").read_bytes() == (desk.folder / "long.xml").read_bytes()


@pytest.mark.slow
def test_document_type_without_declarations_is_never_fetched(desk: Desk, canary: tuple[str, list[str]]) -> None:
    address, asked = canary
    desk.run("story.txt", "--to", "xml")
    canonical = (desk.folder / "story.xml").read_text()
    doctype = f'<!DOCTYPE article PUBLIC "-//X//DTD" "{address}/a.dtd">\n'
    sheet = f'<?xml-stylesheet href="{address}/a.xsl" type="text/xsl"?>\n'
    desk.write("b.xml", doctype + sheet + canonical)

    done = desk.process("b.xml", "--to", "text,docx,pdf", "-o", "out")

    assert done.code == 0, done.err
    assert asked == []


@pytest.mark.slow
def test_schema_that_a_document_names_is_never_fetched(desk: Desk, canary: tuple[str, list[str]]) -> None:
    address, asked = canary
    desk.write(
        "a.xml",
        f'{OURS[:-1]} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="urn:converter:article:1 {address}/a.xsd">'
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address}/b.xml"/></article>',
    )

    assert desk.process("a.xml", "--to", "text").code == 4
    assert asked == []


def test_valid_xml_that_breaks_the_schema_names_line_and_element(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml")
    path: Path = desk.folder / "story.xml"
    desk.write("b.xml", path.read_text().replace("<body>", "<body>\n<paragraph/>"))

    done = desk.run("b.xml", "--to", "text")

    assert done.code == 4
    assert done.err.startswith("convert: b.xml:2: not a valid canonical article: Element 'paragraph'")
