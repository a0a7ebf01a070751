"""Made-up stories in quantity, with labels: what the hand-labelled corpus says once, said in many variations.

Words are drawn from small lists by a seeded generator, so a seed always gives
the same stories. The wire's form is that of ANPA 1312:
header with control bytes, title in capitals, paragraphs that open with four
blanks and go on in column 0, tables, endmarks. A page's form is one
paragraph a line with furniture between.
"""

from __future__ import annotations

import textwrap
from random import Random

from tests.scores.corpus import Case, QuotationLabel

_NAMES = ("Ann Example", "Bo Sample", "Cara Model", "Dirk Pattern", "Eve Muster", "Finn Ordinary", "Gail Placeholder")
_COMPANIES = ("Sample Oil", "Example Foods", "Pattern Steel", "Model Air", "Muster Bank", "Ordinary Mines")
_PLACES = (
    "LONDON",
    "NEW YORK",
    "CLEVELAND",
    "SPRINGFIELD, Mass.",
    "ST. LOUIS, Mo.",
    "PARIS/BONN",
    "TOKYO",
    "Portland, Ore",
    "WINSTON-SALEM, N.C.",
    "KUALA LUMPUR",
    "SALT LAKE CITY, Utah",
    "SAO PAULO",
    "FORT WORTH, Texas",
)
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_NEWS = ("SEES HIGHER OUTPUT", "TO CLOSE TWO MILLS", "4TH QTR NET", "SAYS TALKS CONTINUE")
_SUBJECTS = ("The company", "The board", "A spokesman", "The ministry", "Analysts", "Dealers", "Union leaders")
_VERBS = ("said", "added", "noted", "announced", "reported")
_CLAUSES = (
    "output rose by four pct in the quarter",
    "the plan would save about 12 mln dlrs a year",
    "the mills would stay shut until May",
    "no decision had been taken on the offer",
    "prices had fallen for the ninth week in a row",
    "it expects to close the sale by June 30",
    "talks with the banks would go on next week in Geneva",
    "demand from the Far East was firm",
    "the new rules apply from April 1 to all ports",
    "its U.S. unit lost 3.2 mln dlrs before tax",
)
_TAILS = (
    "but gave no further details",
    "after a meeting that lasted until dawn",
    "in a statement to the exchange",
    "despite a fall in the dollar against most currencies",
    "compared with 1.10 dlrs a year ago",
)
_FURNITURE = (
    ("related", "Read More"),
    ("advertisement", "Advertisement"),
    ("advertisement", "Advertisement 3"),
    ("share", "Share"),
    ("share", "Email"),
    ("continue", "Article content"),
    ("media", "View this post on Instagram"),
    ("subscribe", "Sign up for our newsletter"),
    ("page-data", "5 min read"),
    ("page-data", "3 hours ago"),
    ("comments", "Join the conversation"),
    ("related", "Read more: Ten walks along the coast"),
)


def make_wire(seed: int) -> Case:
    """Return one wire story."""
    rng = Random(seed)
    width = rng.randint(58, 69)
    place, month, day = rng.choice(_PLACES), rng.choice(_MONTHS), rng.randint(1, 28)
    dateline = f"{place}, {month} {day} -" if rng.random() > 0.03 else f"{place}, {month} -"
    company = rng.choice(_COMPANIES)
    ticker = f" <{company.split()[0][:4].upper()}>" if rng.random() < 0.47 else ""
    headline = f"{company.upper()}{ticker} {rng.choice(_NEWS)}"
    if rng.random() < 0.03:
        headline = f"(CORRECTED) - {headline}"
    byline = f"By {rng.choice(_NAMES)}, Reuters" if rng.random() < 0.1 else None
    is_brief = rng.random() < 0.2
    paragraphs = [_earnings(rng) if is_brief else _paragraph(rng) for _ in range(rng.randint(2, 9))]
    table = _table(rng) if rng.random() < 0.1 and not is_brief else []

    slug = f"BC-{company.upper().replace(' ', '-')}"
    sent = f"{rng.randint(1, 12):02}-{day:02} {rng.randint(40, 900):04}"
    lines = ["\x05\x05\x05C T", f"\x16\x16\x01f{rng.randint(1000, 9999)}\x1freute"]
    lines.append(f"{rng.choice('urdbh')} f {slug}   {sent}")
    wire = [line.strip() for line in lines]
    lines += ["\x02", headline]
    if byline:
        lines.append(f"    {byline}")
    first_indent = "" if rng.random() < 0.1 else "    "
    for at, paragraph in enumerate(paragraphs):
        words = f"{dateline} {paragraph}" if at == 0 else paragraph
        indent = first_indent if at == 0 else "    "
        lines += textwrap.wrap(words, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        if table and at == 0:
            lines += table
    endmark = rng.choice(("Reuter", "Reuter", "Reuter", "REUTER", "reuter", "Reuter...", ""))
    if endmark:
        lines.append(f" {endmark}")
    lines.append("\x03")
    return Case(
        name=f"wire-{seed}",
        source="\n".join(lines).encode() + b"\n",
        lang="en",
        layout="indented",
        charset="utf-8",
        headline=headline,
        byline=(byline,) if byline else (),
        dateline=dateline,
        wire=tuple(wire),
        paragraphs=tuple(paragraphs),
        table=tuple(table),
        endmarks=(endmark,) if endmark else (),
    )


def _paragraph(rng: Random) -> str:
    sentences = []
    for _ in range(rng.randint(1, 3)):
        tail = f" {rng.choice(_TAILS)}" if rng.random() < 0.5 else ""
        sentences.append(f"{rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.choice(_CLAUSES)}{tail}.")
    return " ".join(sentences)


def _earnings(rng: Random) -> str:
    if rng.random() < 0.2:
        return f"Shr {rng.randint(1, 99)} cts vs {rng.randint(1, 99)} cts"
    label = rng.choice(("Net", "Revs", "Sales", "Avg shrs", "Oper net"))
    return f"{label} {rng.randint(10, 900) / 10} mln vs {rng.randint(10, 900) / 10} mln"


def _table(rng: Random) -> list[str]:
    ports = ("Eastmere", "Millford", "Total")
    rows = [f"    {port:14}{rng.randint(10, 9999):9,}{rng.randint(10, 9999):9,}" for port in ports]
    return [f"{'':18}{'Wheat':>9}{'Corn':>9}", *rows]


def make_page(seed: int) -> Case:
    """Return one story as a scraper brings it."""
    rng = Random(seed)
    company = rng.choice(_COMPANIES)
    headline = f"{company} to close two mills" if rng.random() < 0.5 else None
    byline = f"By {rng.choice(_NAMES)}" if headline and rng.random() < 0.5 else None
    dateline = f"{rng.choice(('WASHINGTON', 'SPRINGFIELD', 'OSLO, Norway'))} (AP) —" if rng.random() < 0.3 else None
    paragraphs = [f"{company} will close two of its mills, its chairman said on Tuesday, and {rng.choice(_CLAUSES)}."]
    paragraphs += [_paragraph(rng) for _ in range(rng.randint(3, 9))]
    lines = [line for line in (headline, byline) if line]
    furniture: list[tuple[str, str]] = []
    for at, paragraph in enumerate(paragraphs):
        lines.append(f"{dateline} {paragraph}" if at == 0 and dateline else paragraph)
        if rng.random() < 0.4:
            kind, line = rng.choice(_FURNITURE)
            furniture.append((kind, line))
            lines.append(line)
    newline = rng.choice(("\n", "\r\n", "\n\n"))
    quoted: tuple[QuotationLabel, ...] = ()
    if rng.random() < 0.5:
        paragraphs.append("“We will be back,” the café’s owner said.")
        lines.append(paragraphs[-1])
        quoted = (QuotationLabel("“We will be back,”", "the café’s owner", "said"),)
    text = newline.join(lines)
    charset = "utf-8" if text.isascii() else rng.choice(("utf-8", "windows-1252"))
    return Case(
        name=f"page-{seed}",
        source=text.encode("utf-8" if charset == "utf-8" else "cp1252"),
        lang="en",
        layout="blank" if newline == "\n\n" else "lines",
        charset=charset,
        quotations=quoted,
        headline=headline,
        byline=(byline,) if byline else (),
        dateline=dateline,
        paragraphs=tuple(paragraphs),
        furniture=tuple(furniture),
    )


def generate(count: int, seed: int = 1987) -> list[Case]:
    """Return `count` made-up cases, wire and page by turns."""
    return [make_wire(seed + at) if at % 2 == 0 else make_page(seed + at) for at in range(count)]
