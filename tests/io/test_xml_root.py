"""The root element is found whatever stands before it."""

from __future__ import annotations

import pytest

from converter.io.xml_root import root_of


@pytest.mark.parametrize(
    ("source", "root"),
    [
        (b"<a/>", ("", "a")),
        (b'<?xml version="1.0"?>\n<!-- <b> -->\n<a xmlns="urn:x" b="1"/>', ("urn:x", "a")),
        (b'<x:a xmlns="urn:no" xmlns:x="urn:yes">', ("urn:yes", "a")),
        (b"<a\n  xmlns='urn:x'\n>", ("urn:x", "a")),
        (b'<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd" [ <!-- > --> ]><nitf>', ("", "nitf")),
        (b'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.2//EN" "x.dtd">\n<nitf>', ("", "nitf")),
        (b"\xef\xbb\xbf<a/>", ("", "a")),
        ("\ufeff<a xmlns='urn:x'/>".encode("utf-16-le"), ("urn:x", "a")),
        ("\ufeff<a/>".encode("utf-16-be"), ("", "a")),
        (b"Words < than", None),
        (b"<!-- never closed <a/>", None),
        (b"", None),
    ],
)
def test_root_is_found(source: bytes, root: tuple[str, str] | None) -> None:
    assert root_of(source) == root


def test_long_prologue_takes_no_time() -> None:
    assert root_of(b"<!--" + b"-" * 10_000_000) is None
