"""What is said of the publication for who cannot see it (EPUB Accessibility 1.1; schema.org's accessibility terms).

WCAG 2.1 AA is claimed only where what a program can see of it holds: the
language is known, every picture has a description or a caption, every table
has header cells, and nothing moves or sounds.
"""

from __future__ import annotations

from converter import model
from converter.io.markup import element, text
from converter.model.traversal import walk
from converter.render.html_write import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.formats.records import Record
    from converter.model.article import Article

CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"


def statements(article: Article, media_types: Iterable[str], record: Record) -> Iterator[str]:
    """Yield the `meta` elements. `media_types` are those of the media inside."""
    families = {each.partition("/")[0] for each in media_types}
    shown = list(_shown(article.body))
    figures = [block for block in shown if isinstance(block, model.Figure) and block.media]
    tables = [block for block in shown if isinstance(block, model.Table)]
    is_described = all(figure.alt or figure.caption for figure in figures)
    moves = families & {"video", "audio"}
    modes = ["textual", *(["visual"] if families & {"image", "video"} else []), *(["auditory"] if moves else [])]
    for mode in modes:
        yield _meta("accessMode", mode)
    if is_described and not moves:
        yield _meta("accessModeSufficient", "textual")
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"]
    if "image" in families and any(figure.alt for figure in figures):
        features.insert(0, "alternativeText")
    for feature in features:
        yield _meta("accessibilityFeature", feature)
    yield _meta("accessibilityHazard", "unknown" if moves or "image" in families else "none")
    yield _meta("accessibilitySummary", _summary(is_described, bool(figures)), ("xml:lang", "en"))
    has_headers = all(any(cell.header for row in _rows(table) for cell in row.cells) for table in tables)
    if language_tag(article.lang) and is_described and has_headers and not moves:
        yield element("meta", CONFORMS, ("property", "dcterms:conformsTo"), ("id", "conformance"))
        certified = (("property", "a11y:certifiedBy"), ("refines", "#conformance"))
        yield element("meta", text(record.generator), *certified)


def _summary(is_described: bool, has_figures: bool) -> str:
    said = ["A news story as text in its reading order, with headings."]
    if has_figures:
        said.append(
            "Every picture has a description or a caption." if is_described else "Some pictures have no description."
        )
    return " ".join(said)


def _shown(body: model.Blocks) -> Iterator[object]:
    """Yield the values that are shown: none of those in furniture."""
    hidden = {id(value) for block in walk(body) if isinstance(block, model.Furniture) for value in walk(block)}
    return (value for value in walk(body) if id(value) not in hidden)


def _rows(table: model.Table) -> tuple[model.Row, ...]:
    return (*table.head, *table.body, *table.foot)


def _meta(name: str, value: str, *attributes: tuple[str, object]) -> str:
    return element("meta", text(value), ("property", f"schema:{name}"), *attributes)
