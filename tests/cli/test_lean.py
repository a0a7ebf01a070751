"""Lean imports: less is loaded, and all that a library can do still works."""

from __future__ import annotations

import subprocess
import sys

import pytest


def in_new_python(program: str) -> str:
    """Return what the program prints in an interpreter that has imported nothing yet."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("absent", ["contextlib", "inspect", "gzip", "lxml._elementpath", "typing"])
def test_lxml_is_imported_without(absent: str) -> None:
    assert in_new_python(
        f"import sys; from converter.cli import lean; lean.import_lxml(); print({absent!r} in sys.modules)"
    ) == str(False)


@pytest.mark.parametrize("absent", ["PIL.Image", "inspect", "pickle", "tempfile", "textwrap", "urllib.parse"])
def test_reportlab_is_imported_without(absent: str) -> None:
    assert in_new_python(
        f"import sys; from converter.cli import lean; lean.import_lxml(); lean.import_reportlab(); "
        f"print('reportlab.pdfbase.pdfdoc' in sys.modules, {absent!r} in sys.modules)"
    ) == "True False"  # fmt: skip


def test_reportlab_still_has_all_of_it() -> None:
    printed = in_new_python(
        """
from converter.cli import lean
lean.import_lxml()
lean.import_reportlab()
import io
from PIL import Image
from reportlab.lib import rltempfile, rl_safe_eval, utils

file = io.BytesIO()
Image.new("RGB", (2, 3)).save(file, "PNG")
print(utils.ImageReader(file).getSize())
print(utils.unquote("a%20b"), utils.urlparse("https://example.org/a").netloc)
print(rl_safe_eval.rl_safe_eval("1 + 1"))
print(utils.pickle.dumps is __import__("pickle").dumps)
"""
    )

    assert printed.splitlines() == ["(2, 3)", "a b example.org", "2", "True"]


def test_our_modules_are_found_as_python_finds_them() -> None:
    printed = in_new_python(
        """
import importlib.util, pkgutil
from converter.cli import lean
import converter
names = [each.name for each in pkgutil.walk_packages(converter.__path__, "converter.") if "__main__" not in each.name]
def facts(name):
    spec = importlib.util.find_spec(name)
    folders = spec.submodule_search_locations
    return spec.name, spec.origin, spec.cached, spec.has_location, folders and list(folders), type(spec.loader)
asked = [name for name in names if name.count(".") < 3]
as_ever = [facts(name) for name in asked]
lean.find_own_modules()
lean.find_own_modules()
print(len(asked) > 100, [facts(name) for name in asked] == as_ever, importlib.util.find_spec("converter.nothing"))
try:
    import converter.nothing
except ModuleNotFoundError as error:
    print(error)
"""
    )

    assert printed.splitlines() == ["True True None", "No module named 'converter.nothing'"]


def test_lxml_still_has_its_paths_and_writes_to_one() -> None:
    printed = in_new_python(
        """
from converter.cli import lean
lean.import_lxml()
import sys, tempfile
from lxml import etree
print("lxml._elementpath" in sys.modules)
root = etree.fromstring("<a><b>c</b><b><d/></b></a>")
print(len(root.findall("b")), root.findtext("b"), root.find("b/d").tag, [each.tag for each in root.iterfind("b/d")])
print("lxml._elementpath" in sys.modules)
with tempfile.NamedTemporaryFile() as file:
    root.getroottree().write_c14n(file.name)
    print(file.read().decode())
"""
    )

    assert printed.splitlines() == ["False", "2 c d ['d']", "True", "<a><b>c</b><b><d></d></b></a>"]


def test_expressions_of_lxml_are_compiled_when_it_asks_them() -> None:
    printed = in_new_python(
        """
import re
compiled = []
true_compile = re.compile
from converter.cli import lean
re.compile = lambda *args: compiled.append(args) or true_compile(*args)
lean.import_lxml()
print(len(compiled), __import__("re") is re)
from lxml import etree
root = etree.fromstring("<?xml version='1.0' encoding='iso-8859-1'?><a/>".encode())
try:
    etree.fromstring("<?xml version='1.0' encoding='utf-8'?><a/>")
except ValueError as error:
    print(str(error)[:29])
print(etree.tostring(root, encoding="unicode"), len(compiled))
"""
    )

    assert printed.splitlines() == ["0 True", "Unicode strings with encoding", "<a/> 1"]


def test_argparse_is_imported_without_gettext_and_warnings() -> None:
    assert in_new_python(
        "import sys; from converter.cli import lean; lean.import_argparse(); "
        "print('argparse' in sys.modules, 'gettext' in sys.modules, 'warnings' in sys.modules)"
    ) == "True False False"  # fmt: skip


def test_lxml_still_asks_how_a_target_written_in_python_is_called() -> None:
    printed = in_new_python(
        """
from converter.cli import lean
lean.import_lxml()
from lxml import etree

class Target:
    def start(self, tag, attributes, nsmap):
        print(tag, nsmap)
    def close(self):
        return None

etree.fromstring('<a xmlns:b="urn:b"/>', etree.XMLParser(target=Target()))
"""
    )

    assert printed == "a {'b': 'urn:b'}"


def test_lxml_still_writes_compressed_files() -> None:
    printed = in_new_python(
        """
from converter.cli import lean
lean.import_lxml()
import gzip, io
from lxml import etree

tree = etree.ElementTree(etree.Element("a"))
for write in (tree.write, tree.write_c14n):
    file = io.BytesIO()
    write(file, compression=9)
    print(gzip.decompress(file.getvalue()).decode())
"""
    )

    assert printed.split() == ["<a/>", "<a></a>"]


def test_the_class_of_trees_takes_its_type_in_brackets() -> None:
    printed = in_new_python(
        """
from converter.cli import lean
lean.import_lxml()
from lxml import etree
tree = etree.ElementTree[etree._Element](etree.Element("a"))
print(etree.tostring(tree).decode(), isinstance(tree, etree.ElementTree))
"""
    )

    assert printed == "<a/> True"


def test_the_modules_themselves_come_when_they_are_imported() -> None:
    assert (
        in_new_python(
            "from converter.cli import lean; lean.import_lxml(); lean.import_argparse(); "
            "import gettext, gzip, inspect, typing; print(inspect.signature, gzip.open, gettext.find, typing.cast)"
        ).count("<function")
        == 4
    )


def test_a_stand_in_gives_what_else_is_asked_of_it() -> None:
    assert in_new_python(
        """
import sys
from converter.cli import lean
stand_in = lean._StandIn("gzip", {})
sys.modules["gzip"] = stand_in
from gzip import compress
print(compress.__module__, sys.modules["gzip"] is stand_in)
"""
    ) == "gzip False"  # fmt: skip


def test_loaded_modules_are_left_alone() -> None:
    assert in_new_python(
        """
import inspect, sys
from converter.cli import lean
lean.import_lxml()
print(sys.modules["inspect"] is inspect)
"""
    ) == str(True)  # fmt: skip
