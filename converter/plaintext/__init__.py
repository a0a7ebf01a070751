"""Stories in plain text, whoever brings them: a file, a mail, a wire message.

A tour, in the order of the work (`story.py` tells it as one story); what is
not here is in `converter.prose`, which looks at one line or paragraph:

    lines.py         text → lines, and facts about one line
    wire.py          the wire's header, embargo and control lines
    database/        the text of a press database: its labels, and the story between them
    layout.py        lines → pieces: paragraphs, buttons, tables
    tables.py        lines in columns → a table, where tabs say its cells
    furniture.py     pieces that are not the story   (furniture.toml, furniture_rules.py)
    notes.py         corrections, editor's notes, credits
    headline.py      the headline, where there is one
    byline.py        who wrote it
    dateline.py      where and when it was filed   (places.py, asian_dateline.py)
    surroundings.py  what the text of a whole page has around the story   (menu_words.py)
    endmark.py       where it ends
    marks.py         quotation marks → quoted words
    attribution.py   who said them, and the verb   (speech.py)
    language.py      the language, where it is sure   (common_words.py)
    characters.py    notices on characters that do not show

Each rule has its counts and traps in the news-text conventions; what a rule
inferred says so by the rule's name, and what no rule knows is a paragraph.
"""
