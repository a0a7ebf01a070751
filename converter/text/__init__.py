"""Stories in plain text, whoever brings them: a file, a mail, a wire message.

A tour, in the order of the work (`story.py` tells it as one story); what
looks at one line or paragraph alone is in `converter.text`:

    wire.py            the wire's header, embargo and control lines
    database/          the text of a press database: its labels, and the story between them
    layout.py          lines → pieces: paragraphs, buttons, tables   (tables.py: the cells, where tabs say them)
    roles.py           what each piece is to the story: a `Role` (role.py)
    desk.py            an agency's notes for newsrooms
    endmark.py         where the story ends
    top.py             the headline, and the byline among the first lines
    headline.py        whether a line is one   (captions.py, labels.py, openings.py: what it is instead)
    page_headline.py   the headline in the text of a whole page
    filed.py           the dateline, and what stands above it   (above_dateline.py)
    surroundings.py    what the text of a whole page has around the story
    signature.py       who signs below it
    dates.py           the dates that the lines of a page say

What a rule inferred says so by the rule's name, and what no rule knows is a
paragraph.
"""
