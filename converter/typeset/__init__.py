"""The typesetter: text in runs → placed lines on pages. It knows nothing of PDF.

In the order of the work:

- `families`   which fonts there can be, and what is installed
- `faces`      load a font, cut an instance out of a variable one, shape text to glyphs
- `itemise`    which script a character belongs to, and which face draws it
- `looks`      a face with size, colour and features; it keeps every word it has shaped
- `linebreak`  where a line may end (UAX #14); `clusters` where a syllable starts
- `bidi`       which way each character runs (UAX #9)
- `lines`      runs → words → the best set of lines for a measure
- `columns`    wide spaces of preformatted text, kept in line
- `slabs`      lines and rules as strips that a page is piled up from; the baseline grid
- `tables`     widths of columns, rows as slabs
- `paginate`   slabs → pages, without widows, orphans or lonely headings

Lengths are points, y runs down from the top of the text area. Who draws the
pages gives each run an `owner` and finds it again at each placed line.
"""
