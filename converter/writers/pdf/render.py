"""The story of a PDF in order: flow → pages → content and tags → fonts → file."""

from __future__ import annotations

import hashlib

from converter.model import canonical
from converter.model.style import NEWS, PAPERS
from converter.render.display_title import titled
from converter.typeset.families import room_for
from converter.typeset.itemise import main_script
from converter.typeset.paginate import paginate, paginate_columns
from converter.writers.pdf.document import PdfFile, number, text_string
from converter.writers.pdf.drawing import PageContent
from converter.writers.pdf.flow import flow
from converter.writers.pdf.fragments import FontUses
from converter.writers.pdf.furniture import PageFurniture
from converter.writers.pdf.intent import write_intent
from converter.writers.pdf.metadata import CREATOR, Times, attach_source, holdable, write_info, write_xmp
from converter.writers.pdf.outline import write_outline
from converter.writers.pdf.setter import COLUMN_GAP_PT
from converter.writers.pdf.subset import embed_all
from converter.writers.pdf.tags import Annotation, language_of, write_tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.style import Page, Style
    from converter.typeset.paginate import Placed
    from converter.writers.pdf.drawing import DrawnPage
    from converter.writers.pdf.flow import Flow
    from converter.writers.pdf.options import PdfOptions
    from converter.writers.pdf.tags import Element

_UNKNOWN_LANGUAGE = "und"
_SIDE_OF_COLUMNS = 0.55


def render(article: Article, options: PdfOptions, context: Context) -> bytes:
    """Return the article as a file that is PDF/A-3a and PDF/UA-1 at once and carries the canonical XML.

    The same article, options and style give the same bytes. Notices say what
    could not be drawn or made live.
    """
    title = holdable(titled(article, context, "pdf"))
    room = room_for(main_script(title))
    style = _with_room(context.style or NEWS, room)
    page = _sheet(style.page, options)
    columns = int(options.columns)
    source = canonical.serialise(article)
    story = flow(article, style, page, context, columns=columns, hyphenate=options.hyphenate, room=room)
    text_height = page.height_pt - page.top_pt - page.bottom_pt
    if columns == 1:
        pages = paginate(story.slabs, text_height, page.grid_pt)
    else:
        step = (page.measure_pt + COLUMN_GAP_PT) / columns
        lefts = tuple(step * column for column in range(columns))
        pages = paginate_columns(story.slabs, text_height, page.grid_pt, story.head_slabs, lefts)
    story.slabs.clear()
    fonts = FontUses()
    furniture = PageFurniture(article, style, page, len(pages), int(story.is_mirrored))
    file = PdfFile()
    tree_root = file.reserve()
    numbers = [file.reserve() for _ in pages]
    drawn = []
    for index, placed in enumerate(pages):
        drawn.append(_draw(index, placed, page, fonts, story, furniture, file))
        # What is drawn is let go of, page by page.
        placed.clear()
    annotations = _write_pages(file, page, story, drawn, fonts, numbers, tree_root)
    tree = write_tree(file, story.document, numbers, [content.owners for content in drawn], annotations)
    return _close(file, article, options, page, title, source, story, numbers, tree, tree_root)


_roomy: dict[tuple[Style, float], Style] = {}


def _with_room(style: Style, room: float) -> Style:
    """Return the style with its lines further apart, for scripts that are taller than Latin."""
    if room == 1:
        return style
    found = _roomy.get((style, room))
    if found is None:
        roles = tuple((name, role.replace(leading_pt=role.leading_pt * room)) for name, role in style.roles)
        page = style.page.replace(grid_pt=style.page.grid_pt * room)
        found = _roomy[style, room] = style.replace(roles=roles, page=page)
    return found


def _sheet(page: Page, options: PdfOptions) -> Page:
    """Return the page on the paper that was asked for: the measure stays, the margins share what is over."""
    width, height = PAPERS[options.paper]
    if options.columns != "1":
        # Columns of a readable width want a wider measure.
        page = page.replace(side_pt=page.side_pt * _SIDE_OF_COLUMNS)
    if (width, height) == (page.width_pt, page.height_pt):
        return page
    least = 36.0
    side = max(least, (width - page.measure_pt) / 2)
    factor = min(1.0, height / page.height_pt)
    return page.replace(
        width_pt=width, height_pt=height, side_pt=side, top_pt=page.top_pt * factor, bottom_pt=page.bottom_pt * factor
    )


def _draw(
    index: int,
    placed: list[Placed],
    page: Page,
    fonts: FontUses,
    story: Flow,
    furniture: PageFurniture,
    file: PdfFile,
) -> DrawnPage:
    content = PageContent(
        index, page.height_pt, fonts, story.pictures, mirror_pt=page.width_pt if story.is_mirrored else None
    )
    furniture.draw_head(content)
    at = 0
    while at < len(placed):
        ribbon = placed[at].slab.ribbon
        if ribbon is not None:
            stop = at
            left = page.side_pt + placed[at].left_pt
            while stop + 1 < len(placed) and placed[stop + 1].slab.ribbon is ribbon:
                if placed[stop + 1].left_pt != placed[at].left_pt:
                    break
                stop += 1
            top = placed[at].top_pt
            height = placed[stop].top_pt + placed[stop].slab.height_pt - top
            content.ribbon(ribbon, left, page.top_pt + top, height)
            for one in placed[at : stop + 1]:
                content.draw(one, left, page.top_pt)
            at = stop + 1
        else:
            content.draw(placed[at], page.side_pt + placed[at].left_pt, page.top_pt)
            at += 1
    furniture.draw_foot(content)
    return content.finish(file)


def _close(
    file: PdfFile,
    article: Article,
    options: PdfOptions,
    page: Page,
    title: str,
    source: bytes,
    story: Flow,
    numbers: list[int],
    root: int,
    tree_root: int,
) -> bytes:
    """Write what is one a file, and return the file."""
    digest = hashlib.sha256(source).hexdigest()
    times = Times(article)
    lang = language_of(article.lang) or _UNKNOWN_LANGUAGE
    outline = write_outline(file, story.headings, numbers)
    intent = write_intent(file)
    xmp = write_xmp(file, article, title, lang, digest, times)
    attachment = attach_source(file, source, times)
    info = write_info(file, title, times)
    catalog = file.add(
        f"<</Type/Catalog/Pages {tree_root} 0 R/Lang{text_string(lang)}/MarkInfo<</Marked true>>"
        f"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {root} 0 R/Metadata {xmp} 0 R"
        f"/OutputIntents[{intent} 0 R]/AF[{attachment} 0 R]"
        f"/Names<</EmbeddedFiles<</Names[(canonical.xml){attachment} 0 R]>>>>"
        + (f"/Outlines {outline} 0 R" if outline is not None else "")
        + ">>"
    )
    identity = hashlib.sha256(f"{CREATOR}|{options!r}|{page!r}|{digest}".encode()).digest()[:16]
    return file.to_bytes(catalog, info, identity)


def _write_pages(
    file: PdfFile,
    page: Page,
    story: Flow,
    drawn: list[DrawnPage],
    fonts: FontUses,
    numbers: list[int],
    tree_root: int,
) -> list[Element]:
    """Write links, fonts, pictures and pages; return the links' elements in the order of their annotations."""
    embedded = embed_all(file, fonts.values())
    faces = "".join([f"/{use.name} {font} 0 R" for use, font in zip(fonts.values(), embedded, strict=True)])
    images = "".join(f"/{picture.name} {picture.embed(file)} 0 R" for picture in story.pictures.values())
    resources = file.add(f"<</Font<<{faces}>>" + (f"/XObject<<{images}>>" if images else "") + ">>")
    linked: list[Element] = []
    for index, (content, own) in enumerate(zip(drawn, numbers, strict=True)):
        notes: list[int] = []
        for element, boxes in content.links.items():
            body = _link(element, boxes, story, numbers, len(drawn) + len(linked))
            if body is None:
                continue
            notes.append(file.add(body))
            element.kids.append(Annotation(notes[-1], index))
            linked.append(element)
        annotated = f"/Annots[{' '.join(f'{note} 0 R' for note in notes)}]" if notes else ""
        file.put(
            own,
            f"<</Type/Page/Parent {tree_root} 0 R/MediaBox[0 0 {number(page.width_pt)} {number(page.height_pt)}]"
            f"/Resources {resources} 0 R/Contents {content.stream} 0 R/StructParents {index}/Tabs/S{annotated}>>",
        )
    kids = " ".join(f"{own} 0 R" for own in numbers)
    file.put(tree_root, f"<</Type/Pages/Kids[{kids}]/Count {len(numbers)}>>")
    return linked


def _link(
    element: Element,
    boxes: list[tuple[float, float, float, float]],
    story: Flow,
    pages: list[int],
    parent: int,
) -> str | None:
    """Return the annotation of a link's words on one page (ISO 32000-1 12.5.6.5; print flag: PDF/A-3 6.3.2) or None."""
    if element.href is not None:
        address = element.href.replace("\\", "%5C").replace("(", "\\(").replace(")", "\\)")
        action = f"/A<</S/URI/URI({address})>>"
        words = f"Link to {element.href}"
    else:
        goal = story.places.get(element.target or "")
        if goal is None:  # Nothing is printed of that block: its words lead nowhere.
            element.kind = "Span"
            return None
        at, top = goal.place or (0, 0.0)
        action = f"/Dest[{pages[at]} 0 R/XYZ null {number(top)} null]"
        words = "Link within this article"
    quads = " ".join(
        f"{number(x0)} {number(y1)} {number(x1)} {number(y1)} {number(x0)} {number(y0)} {number(x1)} {number(y0)}"
        for x0, y0, x1, y1 in boxes
    )
    corners = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    return (
        f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{' '.join(map(number, corners))}]"
        f"/QuadPoints[{quads}]/StructParent {parent}/Contents{text_string(words)}{action}>>"
    )
