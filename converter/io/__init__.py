"""Files, XML, JSON, ZIP and text, read within limits and written whole. Nothing here knows an article."""
