"""Compare `convert` with pandoc on the same file, and time one article in a warm process.

    just bench [--pairs 25] [--at-most 1.3] [--warm-at-most-ms 15] [--convert COMMAND]

Cold: CPU of whole processes, `convert FILE --to docx` (schema validation on)
against `pandoc FILE -t docx`, run in turn; the ratio is the median of the
pairs' ratios. The command measured is a wheel installed for the purpose,
because that is what a user runs; `--convert` names another.
Warm: one article to all of xml, docx, pdf and newsml in this process.

Ceilings make it a test: exit 1 when one is passed.
"""

from __future__ import annotations

import argparse
import importlib.util
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.measure import Pairs, call_cpu_ms

SAMPLE = ROOT / "samples" / "major-non-nato-ally.txt"
WARM_FORMATS = ["xml", "docx", "pdf", "newsml"]


def find_pandocs() -> list[Path]:
    """Return the pandoc that pypandoc_binary brings, pinned like all we install, then the system's if there is one."""
    found = []
    spec = importlib.util.find_spec("pypandoc")
    if spec and spec.origin:
        found += sorted(Path(spec.origin).parent.glob("files/pandoc*"))
    on_path = shutil.which("pandoc", path="/usr/local/bin:/usr/bin:/opt/homebrew/bin")
    if on_path:
        found.append(Path(on_path))
    return [path for path in found if path.is_file()]


def install_wheel(folder: Path) -> str:
    """Return the command of this tree's wheel, built and installed below ``folder`` with compiled modules.

    It runs under this interpreter and finds the dependencies of this environment.
    """
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "wheel", *options, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    (site,) = (environment / "lib").glob("python*/site-packages")
    # The wheel first, then the packages of the environment that runs this benchmark.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = environment / "bin" / "python"
    subprocess.run([*pip, "--python", str(python), "install", *options, str(wheel)], check=True)
    return str(environment / "bin" / "convert")


def version_of(command: str) -> str:
    """Return the first line that ``command --version`` prints."""
    return subprocess.run([command, "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]


def run_cold(convert: str, folder: Path, pair_count: int) -> float:
    """Print one line a pandoc; return the ratio to the first, whose version is pinned: the ceiling is held to that."""
    ratios: list[float] = []
    out = folder / "out.docx"
    for pandoc in find_pandocs():
        ours = [convert, str(SAMPLE), "--to", "docx", "-o", str(out), "--force"]
        theirs = [str(pandoc), str(SAMPLE), "-t", "docx", "-o", str(folder / "pandoc.docx")]
        pairs = Pairs(ours, theirs, count=pair_count)
        print(
            f"cold  convert --to docx {pairs.ours_ms:6.1f} ms   {version_of(str(pandoc))} {pairs.theirs_ms:6.1f} ms   "
            f"ratio {pairs.ratio:.2f}   (CPU, median of {pair_count} pairs)"
        )
        ratios.append(pairs.ratio)
    if not ratios:
        sys.exit("no pandoc to compare with: install the development tools (just setup)")
    return ratios[0]


def run_warm() -> float:
    """Print and return the milliseconds of one article to every format of `WARM_FORMATS` in this process."""
    import converter

    source = SAMPLE.read_bytes()
    meta = {"version_created": "2024-05-22T12:00:00Z"}

    def to(*formats: str) -> float:
        return call_cpu_ms(lambda: converter.convert(source, formats, name=SAMPLE.name, meta=meta), count=50)

    whole = to(*WARM_FORMATS)
    each = ", ".join(f"{name} {to(name):.1f}" for name in WARM_FORMATS)
    print(f"warm  {'+'.join(WARM_FORMATS)} {whole:5.1f} ms   (alone: {each}; CPU, median of 50)")
    return whole


def main() -> int:
    """Run both, and return 1 when a ceiling is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=25, metavar="N")
    parser.add_argument("--at-most", type=float, metavar="RATIO")
    parser.add_argument("--warm-at-most-ms", type=float, metavar="MS")
    parser.add_argument("--convert", metavar="COMMAND")
    asked = parser.parse_args()

    print(f"Python {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratio = run_cold(
            str(Path(asked.convert).resolve()) if asked.convert else install_wheel(folder), folder, asked.pairs
        )
    warm_ms = run_warm()
    slow = []
    if asked.at_most is not None and ratio > asked.at_most:
        slow.append(f"the ratio {ratio:.2f} is over {asked.at_most}")
    if asked.warm_at_most_ms is not None and warm_ms > asked.warm_at_most_ms:
        slow.append(f"{warm_ms:.1f} ms warm is over {asked.warm_at_most_ms}")
    for fault in slow:
        print(f"too slow: {fault}", file=sys.stderr)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
