"""What the printed formats share (HTML, EPUB, PDF, DOCX): reading and writing markup, the masthead, dates, titles."""
