"""DOCX: an article as a Word document with real styles, and the canonical XML inside.

The guided tour, in the order in which a story passes:

- `options` – what `--set docx.…` may say.
- `compose` – the story in order: head, body, page furniture, package.
- `story` – what is gathered on the way: links, notes, bookmarks, lists, pictures.
- `blocks`, `tables`, `pictures` – blocks → paragraphs and tables.
- `inlines`, `direction` – inlines → runs, with language and direction.
- `notes`, `links`, `numbering` – footnotes, safe targets, list definitions.
- `styles`, `page`, `properties` – the house style, headers and footers, what the file says of itself.
- `package` – parts and relationships → a ZIP that is the same bytes every time.

`template/` holds the parts that python-docx made once
(`docs/decisions/0030-docx-from-a-template.md`); `tools/docx_template.py` makes
them again. Markup is WordprocessingML, ECMA-376-1 transitional, as strings.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.writers.docx.options import DocxOptions


def write(article: Article, options: DocxOptions, context: Context) -> bytes:
    """Return the DOCX of the article: the same bytes for the same arguments.

    Notices: `label-made`, `link-as-text`, `image-not-carried`,
    `alternative-text-missing`, `character-replaced`.
    """
    from converter.writers.docx.compose import compose

    return compose(article, options, context)
