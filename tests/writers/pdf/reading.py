"""A small PDF reader for tests: objects, tags, text, fonts. It shares no code with the writer.

It reads what PDF 1.7 calls a cross-reference stream and object streams, and
of content streams only what our own pages use.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(
    rb"\s*(?:(<<|>>|\[|\])|/([^\s<>\[\]()/%]*)|<([0-9A-Fa-f\s]*)>|(\()|(\d+)\s+\d+\s+R\b|([+-]?\d*\.?\d+)|([A-Za-z*'\"]+))"
)


class Name(str):
    """A name, without its slash."""


class Operator(str):
    """An operator of a content stream, or `true`, `false`, `null`."""


class Reference(int):
    """The number of another object."""


class Stream(dict[str, Any]):
    """A stream's dictionary with its decoded bytes."""

    content = b""


def tokens(data: bytes, at: int = 0) -> Iterator[tuple[Any, int]]:
    """Yield values and operators with where each ends; arrays and dictionaries whole."""
    while True:
        value, at = _value(data, at)
        if value is None:
            return
        yield value, at


def _value(data: bytes, at: int) -> tuple[Any, int]:
    found = _TOKEN.match(data, at)
    if found is None:
        return None, at
    at = found.end()
    mark, name, hexed, opening, reference, number, word = found.groups()
    if mark == b"<<":
        entries: dict[str, Any] = {}
        while True:
            key, at = _value(data, at)
            if key == Operator(">>"):
                return entries, at
            entries[str(key)], at = _value(data, at)
    if mark == b"[":
        items: list[Any] = []
        while True:
            item, at = _value(data, at)
            if item == Operator("]"):
                return items, at
            items.append(item)
    if mark is not None:
        return Operator(mark.decode()), at
    if name is not None:
        return Name(re.sub(r"#(..)", lambda code: chr(int(code[1], 16)), name.decode("latin-1"))), at
    if hexed is not None:
        return bytes.fromhex(hexed.decode()), at
    if opening is not None:
        return _literal(data, at)
    if reference is not None:
        return Reference(reference), at
    if number is not None:
        return (float(number) if b"." in number else int(number)), at
    return Operator(word.decode()), at


def _literal(data: bytes, at: int) -> tuple[bytes, int]:
    out = bytearray()
    depth = 1
    while True:
        byte = data[at : at + 1]
        at += 1
        if byte == b"\\":
            out += b"\r" if data[at : at + 1] == b"r" else data[at : at + 1]
            at += 1
            continue
        depth += (byte == b"(") - (byte == b")")
        if not depth:
            return bytes(out), at
        out += byte


def text_of(value: bytes) -> str:
    """Return a text string as text."""
    return value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("ascii")


class Pdf:
    """A file that is read whole."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.objects: dict[int, Any] = {}
        start = int(content.rsplit(b"startxref", 1)[1].split()[0])
        self.trailer = self._read_object(start)
        rows = self.trailer.content
        places = [(rows[at], int.from_bytes(rows[at + 1 : at + 5], "big")) for at in range(0, len(rows), 7)]
        for number, (kind, place) in enumerate(places):
            if kind == 1:
                self.objects[number] = self._read_object(place, number)
        for number, (kind, pack) in enumerate(places):
            if kind == 2:
                self._unpack(pack) if number not in self.objects else None
        self.root = self.get(self.trailer["Root"])
        self.pages = [self.get(page) for page in self.get(self.root["Pages"])["Kids"]]
        self.page_numbers = [int(page) for page in self.get(self.root["Pages"])["Kids"]]

    def _read_object(self, at: int, number: int | None = None) -> Any:
        head = re.compile(rb"(\d+) 0 obj\n").match(self.content, at)
        assert head is not None
        assert number is None or int(head[1]) == number
        value, end = _value(self.content, head.end())
        if self.content[end : end + 8] == b"\nstream\n":
            stream = Stream(value)
            raw = self.content[end + 8 : end + 8 + value["Length"]]
            assert self.content[end + 8 + value["Length"] :].startswith(b"\r\nendstream\nendobj\n")
            stream.content = zlib.decompress(raw) if value.get("Filter") == "FlateDecode" else raw
            return stream
        return value

    def _unpack(self, pack: int) -> None:
        stream = self.objects[pack]
        index = [int(part) for part in stream.content[: stream["First"]].split()]
        for number, offset in zip(index[::2], index[1::2], strict=True):
            self.objects[number], _ = _value(stream.content, stream["First"] + offset)

    def get(self, value: Any) -> Any:
        """Return what a reference leads to; anything else as it is."""
        return self.objects[value] if isinstance(value, Reference) else value

    # ── Text ──

    def page_texts(self, page: int) -> tuple[dict[int, str], list[str]]:
        """Return the text of each MCID of a page, and the texts of its artifacts; text outside both is an error."""
        fonts = {name: self._to_unicode(font) for name, font in self.get(self.pages[page]["Resources"])["Font"].items()}
        marked: dict[int, str] = {}
        artifacts: list[str] = []
        open_marks: list[list[Any]] = []
        unicode: dict[int, str] = {}
        operands: list[Any] = []
        for value, _ in tokens(self.get(self.pages[page]["Contents"]).content):
            if not isinstance(value, Operator):
                operands.append(value)
                continue
            if value == "Tf":
                unicode = fonts[operands[0]]
            elif value == "BDC":
                open_marks.append([operands[0], operands[1], ""])
            elif value == "BMC":
                open_marks.append([operands[0], {}, ""])
            elif value == "EMC":
                tag, properties, text = open_marks.pop()
                if tag == "ReversedChars":
                    text = text[::-1]
                if "ActualText" in properties:
                    text = text_of(properties["ActualText"])
                if "MCID" in properties:
                    assert properties["MCID"] not in marked
                    marked[properties["MCID"]] = text
                elif tag == "Artifact":
                    artifacts.append(text)
                else:
                    open_marks[-1][2] += text
            elif value == "TJ":
                codes = b"".join(part for part in operands[0] if isinstance(part, bytes))
                open_marks[-1][2] += "".join(
                    unicode[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
                )
            operands = []
        assert not open_marks
        return marked, artifacts

    def pen_places(self, page: int) -> list[tuple[float, float]]:
        """Return where the pen is put for each stretch of the tagged text of a page, from the lower left corner."""
        places: list[tuple[float, float]] = []
        operands: list[Any] = []
        artifacts: list[bool] = []
        x = y = 0.0
        for value, _ in tokens(self.get(self.pages[page]["Contents"]).content):
            if not isinstance(value, Operator):
                operands.append(value)
                continue
            if value == "BT":
                x = y = 0.0
            elif value in ("BDC", "BMC"):
                artifacts.append(operands[0] == "Artifact")
            elif value == "EMC":
                artifacts.pop()
            elif value == "Td":
                x, y = x + operands[0], y + operands[1]
                if not any(artifacts):
                    places.append((x, y))
            operands = []
        return places

    def _to_unicode(self, font: Reference) -> dict[int, str]:
        content = self.get(self.get(font)["ToUnicode"]).content
        pairs = re.findall(rb"^<(....)> <([0-9A-F]+)>\n", content, re.MULTILINE)
        found = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
        for low, high, text in re.findall(rb"^<(....)> <(....)> <(....)>\n", content, re.MULTILINE):
            first = int(low, 16)
            found |= {code: chr(int(text, 16) + code - first) for code in range(first, int(high, 16) + 1)}
        return found

    # ── Tags ──

    def elements(self) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """Yield depth, number and dictionary of each structure element in reading order."""
        root = self.get(self.root["StructTreeRoot"])
        stack: list[tuple[int, Reference]] = [(0, root["K"])]
        while stack:
            depth, number = stack.pop()
            element = self.get(number)
            yield depth, int(number), element
            kids = [kid for kid in self._kids(element) if isinstance(kid, Reference)]
            stack += [(depth + 1, kid) for kid in reversed(kids)]

    @staticmethod
    def _kids(element: dict[str, Any]) -> list[Any]:
        kids = element.get("K", [])
        return kids if isinstance(kids, list) else [kids]

    def contents(self, element: dict[str, Any]) -> list[tuple[int, int]]:
        """Return the element's own marked content as (page, MCID)."""
        found = []
        for kid in self._kids(element):
            if isinstance(kid, dict) and kid.get("Type") == "MCR":
                found.append((self.page_numbers.index(kid["Pg"]), kid["MCID"]))
            elif isinstance(kid, int) and not isinstance(kid, Reference):
                found.append((self.page_numbers.index(element["Pg"]), kid))
        return found

    def text(self, number: int, texts: list[dict[int, str]]) -> str:
        """Return all text of an element and what is in it, in order."""
        element = self.objects[number]
        if "ActualText" in element:
            return text_of(element["ActualText"])
        out = []
        for kid in self._kids(element):
            if isinstance(kid, Reference):
                out.append(self.text(kid, texts))
            elif isinstance(kid, dict):
                if kid["Type"] == "MCR":
                    out.append(texts[self.page_numbers.index(kid["Pg"])][kid["MCID"]])
            else:
                out.append(texts[self.page_numbers.index(element["Pg"])][kid])
        return "".join(out)

    def all_texts(self) -> list[dict[int, str]]:
        """Return the marked texts of all pages."""
        return [self.page_texts(page)[0] for page in range(len(self.pages))]

    def blocks(self) -> list[tuple[str, str]]:
        """Return type and text of each element of block level that holds text of its own or in inlines."""
        texts = self.all_texts()
        return [
            (element["S"], " ".join(self.text(number, texts).split()))
            for _, number, element in self.elements()
            if element["S"] in _BLOCKS and any(self._is_inline(kid) for kid in self._kids(element))
        ]

    def _is_inline(self, kid: Any) -> bool:
        return not isinstance(kid, Reference) or self.get(kid)["S"] in _INLINES


_INLINES = {"Span", "Link", "Code", "Reference", "Ruby"}
_BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "TH", "TD", "Caption", "Note"}


def dump(content: bytes) -> str:
    """Return a file as lines for a person: tags with their text, artifacts, fonts, links."""
    pdf = Pdf(content)
    texts = pdf.all_texts()
    lines = [f"pages {len(pdf.pages)}", f"lang {text_of(pdf.root['Lang'])}", ""]
    for depth, number, element in pdf.elements():
        facts = [
            f"{key}={text_of(element[key])!r}" for key in ("Lang", "Alt", "ActualText", "E", "ID") if key in element
        ]
        if "A" in element:
            facts += [f"{key}={value}" for key, value in element["A"].items() if key not in ("O", "BBox")]
        own = [f"{page + 1}.{mcid}" for page, mcid in pdf.contents(element)]
        text = pdf.text(number, texts) if own and element["S"] not in ("Span", "Link", "Code") else ""
        parts = [f"{'  ' * depth}{element['S']}", *facts, *own, *([repr(text)] if text else [])]
        lines.append(" ".join(parts))
    for page in range(len(pdf.pages)):
        lines += ["", f"artifacts of page {page + 1}"]
        lines += [f"  {text!r}" for text in pdf.page_texts(page)[1] if text]
        for number in pdf.pages[page].get("Annots", []):
            annotation = pdf.get(number)
            goal = annotation["A"]["URI"].decode() if "A" in annotation else "within"
            lines.append(f"  link {goal} ({len(annotation['QuadPoints']) // 8} lines)")
    fonts = pdf.get(pdf.pages[0]["Resources"])["Font"]
    lines += ["", "fonts"]
    lines += [f"  {name} {pdf.get(font)['BaseFont'].split('+')[1]}" for name, font in fonts.items()]
    return "\n".join(lines) + "\n"
