"""PDF: ours as the identical article, others for their text, as far as the page shows what it is.

inside    the canonical form that a PDF of ours carries
lines     the page's lines, by PDFium, with their place and size
layout    lines → paragraphs; what repeats from page to page is furniture
read      the story in order
"""
