"""Texts of press databases: each line has its place or its label, and the story is printed alone."""

from __future__ import annotations

import random
import signal

import pytest

from converter.formats import losses
from converter.model.article import Article
from converter.model.block import Furniture, Note
from converter.model.words import plain_text
from converter.text.exports import record_of
from converter.text.exports.languages import find_language
from converter.text.options import TextOptions
from tests.text.database_texts import (
    ALL,
    COVER,
    ERSTER,
    FIRST,
    NEXIS_CUT,
    NEXIS_GERMAN,
    NEXIS_LABELLED,
    NEXIS_WITHOUT_BLANKS,
    PREMIER,
    SECOND,
    SECOND_FR,
    STORY,
    ZWEITER,
    europresse,
    factiva,
    factiva_fields,
    genios,
    nexis,
    nexis_uni,
    proquest,
    westlaw,
    wrapped,
)
from tests.text.reading import article_of, codes_of, paragraphs_of, read_text


def headlines_of(article: Article) -> list[tuple[str, str]]:
    return [(headline.kind, plain_text(headline)) for headline in article.head.headlines]


def bylines_of(article: Article) -> list[str]:
    return [plain_text(byline) for byline in article.head.bylines]


def dateline_of(article: Article) -> str | None:
    return plain_text(article.head.dateline) if article.head.dateline else None


def furniture_of(article: Article, rule: str) -> list[str]:
    return [plain_text(block) for block in article.body if isinstance(block, Furniture) and block.rule == rule]


HEADLINES = {
    "en": "Bridge at Eastmere opens again",
    "de": "Brücke in Oststadt wieder offen",
    "fr": "Le pont de Rive-Est rouvre",
}


@pytest.mark.parametrize("form", ALL)
def test_every_form_gives_headline_paper_day_and_the_story_alone(form: str) -> None:
    article, context = read_text(ALL[form])

    assert article.lang in HEADLINES
    (kind, headline), *_ = headlines_of(article)
    assert (kind, headline.casefold()) == ("main", headline.casefold())
    assert headline.casefold().startswith(HEADLINES[article.lang].casefold())
    assert [date.kind for date in article.head.dates] == ["published"]
    assert [party.role for party in article.head.parties] == ["provider"]
    assert len(bylines_of(article)) == 1
    stories = {"en": STORY, "de": [ERSTER, ZWEITER], "fr": [PREMIER, SECOND_FR]}
    assert paragraphs_of(article)[:2] == stories[article.lang]
    assert len(paragraphs_of(article)) == (3 if "fields" in form else 2)
    assert set(codes_of(context)) <= {"language-detected"}


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_character_is_kept(form: str, end: str) -> None:
    text = ALL[form].replace("\n", end)

    losses.require_all_characters(text, article_of(text))


@pytest.mark.slow
@pytest.mark.parametrize("form", ALL)
def test_each_piece_alone_keeps_its_words(form: str) -> None:
    # Whatever somebody cut away, nothing may be lost of the rest.
    lines = ALL[form].split("\n")
    for at in range(1, len(lines)):
        for text in ("\n".join(lines[:at]), "\n".join(lines[at:])):
            if text.strip():
                losses.require_all_characters(text, article_of(text))


# ── LexisNexis ──


def test_old_form_of_nexis() -> None:
    article = article_of(nexis())

    assert headlines_of(article) == [("main", "Bridge at Eastmere Opens Again")]
    assert bylines_of(article) == [
        "By ANN EXAMPLE; Bo Sample contributed reporting from Westmere, and Cy Model from Northmere."
    ]
    assert dateline_of(article) == "EASTMERE, Ohio"
    assert paragraphs_of(article) == STORY
    assert article.lang == "en"
    assert article.head.dates[0].value == "2011-09-25"
    assert article.head.parties[0].name == "The Sample Times"
    assert plain_text(article.head.rights[0]) == "Copyright 2011 The Sample Times Company All Rights Reserved"
    notes = [(block.kind, plain_text(block)) for block in article.body if isinstance(block, Note)]
    assert notes == [("correction", "An article on Sunday about the bridge misstated its length. It is 400 yards.")]
    assert furniture_of(article, "database-number") == ["1 of 100 DOCUMENTS"]
    assert furniture_of(article, "database-paper") == [
        "The Sample Times",
        "September 25, 2011 Sunday",
        "Correction Appended",
        "Late Edition - Final",
    ]
    assert furniture_of(article, "database-label") == ["BYLINE:", "DATELINE:", "CORRECTION:"]


def test_headline_on_two_lines_is_one() -> None:
    first = "Bridge at Eastmere Opens Again After Nine Months of Repairs, and the County"
    article = article_of(nexis(headline=f"{first}\nCounts Its Lorries"))

    assert headlines_of(article) == [("main", f"{first} Counts Its Lorries")]


def test_headline_behind_its_label_goes_on_below() -> None:
    article = article_of(
        NEXIS_LABELLED.replace("OPENS AGAIN", "OPENS AGAIN;\nCounty Counts Its Lorries\n\nSERIES: Roads")
    )

    assert headlines_of(article) == [("main", "BRIDGE AT EASTMERE OPENS AGAIN; County Counts Its Lorries")]
    assert bylines_of(article) == ["By ANN EXAMPLE"]


@pytest.mark.parametrize("headline", ["Final Whistle for Eastmere", "New Edition of Guide Is Out", "Eastmere in Final"])
def test_headline_that_looks_like_an_edition_is_one_where_nothing_else_is(headline: str) -> None:
    assert headlines_of(article_of(nexis(headline=headline))) == [("main", headline)]
    assert headlines_of(article_of(NEXIS_CUT.replace("Bridge at Eastmere opens again", headline))) == [
        ("main", headline)
    ]


def test_edition_in_a_block_of_its_own_is_no_headline() -> None:
    text = nexis().replace("                             Late Edition", "\n                             Late Edition")

    assert headlines_of(article_of(text)) == [("main", "Bridge at Eastmere Opens Again")]


@pytest.mark.parametrize(
    "headline", ["Bridge opens, March 4, 2012", "Correction: Bridge at Eastmere opens again", "Body: a bridge opens"]
)
def test_headline_of_the_new_form_is_the_first_line_whatever_it_says(headline: str) -> None:
    article = article_of(nexis_uni(headline))

    assert headlines_of(article)[0] == ("main", headline)
    assert article.head.dates[0].value == "2012-03-05"


def test_highlight_of_several_paragraphs() -> None:
    article = article_of(nexis_uni().replace("Dateline:", "\nAnd it counts its lorries\n\nDateline:"))

    assert headlines_of(article)[1:] == [
        ("sub", "The county says that the repairs took nine months"),
        ("sub", "And it counts its lorries"),
    ]


def test_transcript_of_a_broadcast() -> None:
    text = f"""1 of 3 DOCUMENTS

Sample Public Radio

SHOW: Morning News 8:00 AM EST

March 5, 2012 Monday

LENGTH: 532 words

HEADLINE: Bridge At Eastmere Opens Again

ANCHORS: ANN EXAMPLE

REPORTERS: BO SAMPLE

BODY:

ANN EXAMPLE: {FIRST}

BO SAMPLE: {SECOND}

LOAD-DATE: March 5, 2012
"""
    article = article_of(text)

    assert headlines_of(article) == [("main", "Bridge At Eastmere Opens Again")]
    assert paragraphs_of(article) == [f"ANN EXAMPLE: {FIRST}", f"BO SAMPLE: {SECOND}"]


def test_of_two_datelines_the_first_is_printed_and_none_lost() -> None:
    text = nexis().replace("LENGTH: 1150", "DATELINE: WESTMERE, Ohio\n\nLENGTH: 1150")
    article = article_of(text)

    losses.require_all_characters(text, article)
    assert dateline_of(article) == "WESTMERE, Ohio"


def test_line_below_a_headline_that_was_not_full_is_the_standfirst() -> None:
    article = article_of(nexis(headline="Bridge at Eastmere Opens Again;\nCounty Counts Its Lorries"))

    assert headlines_of(article) == [
        ("main", "Bridge at Eastmere Opens Again;"),
        ("sub", "County Counts Its Lorries"),
    ]


def test_labels_of_all_the_head() -> None:
    article = article_of(NEXIS_LABELLED)

    assert headlines_of(article) == [("main", "BRIDGE AT EASTMERE OPENS AGAIN")]
    assert article.head.dateline is not None
    assert article.head.dateline.place == "EASTMERE, Ohio"
    assert article.head.dateline.date == "--03-04"
    assert furniture_of(article, "database-label") == ["HEADLINE:", "BYLINE:", "DATELINE:", "BODY:"]


def test_a_day_and_two_labels_are_enough() -> None:
    article = article_of(NEXIS_CUT)

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]
    assert bylines_of(article) == ["By ANN EXAMPLE, Sample News Writer"]
    assert article.head.dates[0].value == "2012-03-05"


def test_german_labels() -> None:
    article, context = read_text(NEXIS_GERMAN)

    assert article.lang == "de"
    assert bylines_of(article) == ["Anna Beispiel"]
    assert article.head.parties[0].name == "Oststädter Bote"
    assert plain_text(article.head.rights[0]) == "Copyright 2012 Oststädter Verlag GmbH Alle Rechte Vorbehalten"
    assert codes_of(context) == [], "the language is declared"


def test_new_form_of_nexis() -> None:
    article = article_of(nexis_uni())

    assert headlines_of(article) == [
        ("main", "Bridge at Eastmere opens again"),
        ("sub", "The county says that the repairs took nine months"),
    ]
    assert bylines_of(article) == ["Ann Example"]
    assert dateline_of(article) == "EASTMERE, Ohio"
    assert paragraphs_of(article) == STORY
    assert article.head.parties[0].name == "The Sample Times (Eastmere)"
    assert furniture_of(article, "database-graphic") == ["Graphic", "The bridge at Eastmere. Dee Model"]
    assert furniture_of(article, "database-number") == ["End of Document"]


def test_cover_of_a_download_is_no_headline() -> None:
    article = article_of(COVER + nexis_uni())

    assert headlines_of(article)[0] == ("main", "Bridge at Eastmere opens again")
    assert furniture_of(article, "database-number") == [*COVER.splitlines(), "End of Document"]


def test_dateline_of_the_story_goes_before_that_of_the_database() -> None:
    article = article_of(nexis(first=f"EASTMERE, Ohio -- {FIRST}"))

    assert dateline_of(article) == "EASTMERE, Ohio --"
    assert "EASTMERE, Ohio" in furniture_of(article, "database-field")


def test_byline_that_the_story_prints_again_is_one() -> None:
    article = article_of(nexis_uni().replace(FIRST, f"By Ann Example\n\n{FIRST}"))

    assert bylines_of(article) == ["By Ann Example"]
    assert paragraphs_of(article) == STORY


def test_line_with_a_label_in_the_story_is_the_storys() -> None:
    article = article_of(nexis().replace(wrapped(SECOND), f"SUBJECT: the bridge, he wrote.\n\n{wrapped(SECOND)}"))

    assert paragraphs_of(article) == [FIRST, "SUBJECT: the bridge, he wrote.", SECOND]


@pytest.mark.parametrize(
    "last",
    [
        "HOST: Thank you.",
        "GUESTS: Ann Example and Bo Sample.",
        "Source: Sample Institute",
        "Subject: the bridge, he wrote.",
        "Company: none, she said.",
        "Notes",
        "Correction",
    ],
)
def test_last_line_of_the_story_is_no_label_of_the_old_form(last: str) -> None:
    article = article_of(nexis().replace("URL: http", f"{last}\n\nURL: http"))

    assert last not in [plain_text(block) for block in article.body if isinstance(block, Furniture)]
    losses.require_all_characters(last, article)


def test_transcript_is_the_story_to_its_last_word() -> None:
    lines = [f"HOST: {FIRST}", f"GUEST: {SECOND}", "HOST: Thank you.", "ANCHOR: That is all for today."]
    article = article_of(nexis().replace(wrapped(*STORY), "\n\n".join(lines)))

    assert paragraphs_of(article) == lines


def test_label_in_a_story_without_blank_lines_ends_no_head() -> None:
    lines = [FIRST, SECOND, FIRST, SECOND, "Byline: a word of printers.", "BYLINE: By nobody", SECOND]
    article = article_of(NEXIS_WITHOUT_BLANKS.replace(f"{FIRST}\n{SECOND}", "\n".join(lines)))

    assert paragraphs_of(article) == lines
    assert bylines_of(article) == ["By ANN EXAMPLE"]


def test_options_go_before_the_database() -> None:
    without = article_of(nexis(), TextOptions(headline="none"))
    lines = article_of(nexis(), TextOptions(layout="lines"))

    assert headlines_of(without) == []
    assert paragraphs_of(without) == ["Bridge at Eastmere Opens Again", *STORY]
    assert len(paragraphs_of(lines)) == 4
    assert article_of(nexis(), lang="nl").lang == "nl"


def test_database_that_is_none_has_no_say() -> None:
    article, context = read_text(nexis() + nexis(2), TextOptions(database="none"))

    assert not any(isinstance(block, Furniture) and block.kind == "database" for block in article.body)
    assert "several-documents" not in codes_of(context)


# ── Factiva ──


def test_factiva_as_it_shows_a_story() -> None:
    article = article_of(factiva())

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]
    assert bylines_of(article) == ["By Ann Example"]
    assert article.lang == "en"
    assert [(each.scheme, each.value) for each in article.head.altids] == [("factiva", "SMPN000020120305e835000m1")]
    assert article.head.parties[0].name == "The Sample Times"
    assert plain_text(article.head.rights[0]) == "(c) 2012 Sample News Ltd."


@pytest.mark.parametrize(
    ("byline", "given"),
    [("By Ann Example", 1), ("Ann Example", 1), ("Ann Example in Eastmere", 1), ("Sample News Agency", 1)],
)
def test_factiva_names_authors_between_headline_and_length(byline: str, given: int) -> None:
    assert len(bylines_of(article_of(factiva().replace("By Ann Example", byline)))) <= given


def test_factiva_has_the_section_above() -> None:
    article = article_of("World News\n" + factiva())

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]
    assert "World News" in furniture_of(article, "database-field")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Transport\n", []),
        ("", [("sub", "County counts its lorries after nine months")]),
    ],
)
def test_factiva_has_a_kicker_or_a_deck(above: str, below: list[tuple[str, str]]) -> None:
    deck = "".join(f"{words}\n" for _, words in below)
    article = article_of(above + factiva().replace("By Ann", f"{deck}By Ann"))

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again"), *below]
    assert bylines_of(article) == ["By Ann Example"]


def test_factiva_prints_a_footer_on_each_page() -> None:
    footer = "Page 1 of 3 © 2020 Factiva, Inc. All rights reserved."

    assert paragraphs_of(article_of(factiva().replace(SECOND, f"{footer}\n\n{SECOND}"))) == STORY


@pytest.mark.parametrize("between", ["  ", "\t", " ", " \n", "   "])
def test_factiva_by_its_codes(between: str) -> None:
    article = article_of(factiva_fields(between))

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]
    assert bylines_of(article) == ["By Ann Example"]
    assert paragraphs_of(article) == [*STORY, "IN EASTMERE they danced."]
    assert article.head.parties[0].name == "The Sample Times"
    assert [each.value for each in article.head.altids] == ["SMPN000020120305e835000m1"]


# ── ProQuest and others ──


def test_proquest() -> None:
    article = article_of(proquest())

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]
    assert bylines_of(article) == ["By ANN EXAMPLE"]
    assert article.head.parties[0].name == "The Sample Times"
    assert [(each.scheme, each.value) for each in article.head.altids] == [("proquest", "1234567891")]
    assert "Abstract: The bridge is open." in furniture_of(article, "database-field")


def test_proquest_without_a_credit_names_the_author() -> None:
    text = proquest().replace("Credit: By ANN EXAMPLE\n\n", "")

    assert bylines_of(article_of(text)) == ["Example, Ann"]


def test_proquest_with_the_title_behind_its_label() -> None:
    text = proquest().replace("Document 1 of 2\n\nBridge", "Title: Bridge")

    assert headlines_of(article_of(text)) == [("main", "Bridge at Eastmere opens again")]


def test_proquest_with_headings_of_its_parts() -> None:
    text = proquest().replace("Full text: ", "FULL TEXT\n\n").replace("Abstract: ", "ABSTRACT\n\n")
    article = article_of(text.replace("Subject:", "DETAILS\n\nSubject:"))

    assert paragraphs_of(article) == STORY
    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]


def test_genios_with_the_words_below_their_labels() -> None:
    text = genios()
    for label in ("Quelle: ", "Ressort: ", "ISSN: ", "Dokumentnummer: "):
        text = text.replace(label, f"{label.strip()}\n")
    article = article_of(text)

    assert paragraphs_of(article) == [ERSTER, ZWEITER]
    assert article.head.parties[0].name == "Oststädter Bote"


def test_a_source_within_the_story_is_the_storys() -> None:
    article = article_of(genios().replace(ZWEITER, f"{ZWEITER}\n\nQuelle: Kreis Oststadt, sagte er.\n\n{ZWEITER}"))

    assert article.head.parties[0].name == "Oststädter Bote"
    assert paragraphs_of(article)[-1] == ZWEITER


def test_genios_says_below_what_it_is() -> None:
    article = article_of(genios())

    assert headlines_of(article) == [("main", "Brücke in Oststadt wieder offen")]
    assert bylines_of(article) == ["Von Anna Beispiel"]
    assert article.head.dates[0].value == "2012-03-05"
    assert article.head.parties[0].name == "Oststädter Bote"
    assert [(each.scheme, each.value) for each in article.head.altids] == [("genios", "OB_20120305_12345")]


def test_europresse() -> None:
    article = article_of(europresse())

    assert headlines_of(article) == [("main", "Le pont de Rive-Est rouvre après neuf mois de travaux")]
    assert bylines_of(article) == ["Anne Exemple"]
    assert article.head.parties[0].name == "Le Courrier d'Exemple"
    assert [each.scheme for each in article.head.altids] == ["europresse"]


def test_westlaw() -> None:
    article = article_of(westlaw())

    assert headlines_of(article) == [("main", "Bridge at Eastmere opens again")]
    assert bylines_of(article) == ["Ann Example"]
    assert article.lang == "en"
    assert article.head.parties[0].name == "Sample Times"
    assert [(each.scheme, each.value) for each in article.head.altids] == [("westlaw", "2012 WLNR 1234567")]
    assert furniture_of(article, "database-field") == ["Section: News"]


def test_westlaw_without_a_day_is_read_as_any_story() -> None:
    article = article_of(westlaw().replace("March 5, 2012\n\nSection: News\n\n", ""))

    assert paragraphs_of(article)[-2:] == STORY
    assert article.head.dates == ()


# ── Whatever somebody did to a text, no letter is lost ──


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_of_texts_that_are_out_of_order(seed: int) -> None:
    chance = random.Random(seed)
    for form in ALL.values():
        lines = form.split("\n")
        for _ in range(6):
            at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            match chance.randrange(4):
                case 0:
                    lines[at], lines[other] = lines[other], lines[at]
                case 1:
                    lines.insert(at, lines[other])
                case 2:
                    lines[at] = chance.choice(("", "\xa0", "  ")) + lines[at] + chance.choice(("", "\xa0", " "))
                case 3:
                    del lines[at]
        text = "\n".join(lines)
        losses.require_all_characters(text, article_of(text))


# ── What is none ──

PROSE = f"{FIRST}\n\n{SECOND}\n"
NONE = {
    "a length alone": f"Bridge at Eastmere opens again\n\nLENGTH: 300 words\n\n{PROSE}",
    "a call for stories": f"Write for us\n\nSECTION: Opinion\nLENGTH: 700 words\nBYLINE: your name\n\n{PROSE}",
    "facts of a film": f"The Bridge\n\nLENGTH: 98 minutes\nLANGUAGE: English\nURL: www.example.com\n\n{PROSE}",
    "a form": f"SUBJECT: the bridge\nLOAD-DATE: March 5, 2012\nLANGUAGE: ENGLISH\n\n{PROSE}",
    "a headline about documents": f"1 of 100 documents is lost\n\n{PROSE}",
    "words and a day": f"Bridge at Eastmere opens again\n532 words\n5 March 2012\n\n{PROSE}",
    "words, a day, a language": f"Bridge at Eastmere opens again\n532 words\n5 March 2012\nEnglish\n\n{PROSE}",
    "codes of no story": "HD radio is here\nBY Ann Example\nSN 12345\nSC 12\nLA is a city.\nTD Bank opens.\n",
    "an abstract": f"Bridges\n\nAbstract: Bridges are long.\n\nFull text: PDF\n\nKeywords: bridges\n\n{PROSE}",
    "a source": f"Brücke wieder offen\n\n{ERSTER}\n\nQuelle: dpa\n",
    "a number": f"Brücke wieder offen\n\n{ERSTER}\n\nDokumentnummer: 12345\n",
    "a story about numbers": f"Brücke wieder offen\n\n{ERSTER}\n\nDokumentnummer: 1\n\nQuelle: dpa\n\n{ERSTER}\n",
    "rights": f"Le pont rouvre\n\n{PREMIER}\n\n© 2012 Le Courrier d'Exemple. Tous droits réservés.\n",
    "a number in words": f"Le pont rouvre\n\nVoir news·20120305·CE·1234567 dans la base.\n\n{PREMIER}\n",
    "a number of Westlaw": f"Bridge at Eastmere opens again\n\n2012 WLNR 1234567\n\n{PROSE}",
    "an index": f"Bridge at Eastmere opens again\n\n{PROSE}\n---- Index References ----\n\nCompany: Sample\n",
    "the end": f"Bridge at Eastmere opens again\n\n{PROSE}\nEnd of Document\n",
    "a document": f"Bridge at Eastmere opens again\n\n{PROSE}\nDocument SMPN000020120305e835000m1\n",
}


@pytest.mark.parametrize("what", NONE)
def test_what_is_no_text_of_a_database(what: str) -> None:
    text = NONE[what]

    assert record_of(text.split("\n")) is None
    article, context = read_text(text)
    assert not any(isinstance(block, Furniture) and block.kind == "database" for block in article.body)
    assert "several-documents" not in codes_of(context)


def test_labels_without_a_story_are_no_record() -> None:
    head = nexis().partition("The bridge")[0]

    assert record_of(head.split("\n")) is None


# ── Several ──

SEVERAL = {
    "nexis": nexis() + nexis(2),
    "nexis-uni": nexis_uni() + nexis_uni(),
    "factiva": factiva() + factiva(),
    "proquest": proquest() + proquest(number=2),
    "westlaw": westlaw() + westlaw(),
    "genios": genios() + genios(),
    "europresse": europresse() + europresse(),
    "not to be parted": nexis().replace("1 of 100 DOCUMENTS", "") * 2,
}


@pytest.mark.parametrize("what", SEVERAL)
def test_several_documents_as_one_text_are_a_notice(what: str) -> None:
    article, context = read_text(SEVERAL[what])

    (said,) = [notice for notice in context.notices if notice.code == "several-documents"]
    assert dict(said.facts) == {"count": "2"}
    losses.require_all_characters(SEVERAL[what], article)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ENGLISH", "en"),
        ("GERMAN; DEUTSCH", "de"),
        ("Spanish; Castilian", None),
        ("Français", "fr"),
        ("Anglais", "en"),
        ("Chinese - Traditional", "zh-Hant"),
        ("Klingon", None),
        ("English; French", None),
        ("", None),
    ],
)
def test_languages_by_name(name: str, tag: str | None) -> None:
    assert find_language(name) == tag


@pytest.mark.parametrize("unit", ["1", " ", "A ", "A: ", "1 of ", "Document ", "(c) ", "news·", "A-", "Quelle: ", "_"])
def test_no_line_takes_long(unit: str) -> None:
    def end_it(*_: object) -> None:
        raise AssertionError("it goes on and on")

    before = signal.signal(signal.SIGALRM, end_it)
    signal.alarm(20)
    try:
        for form in ("nexis", "factiva", "factiva-fields-tab", "proquest", "genios", "europresse"):
            for end in ("", "!", "·"):
                record_of([*ALL[form].split("\n"), (unit * 3000)[:6000] + end])
                record_of([(unit * 3000)[:6000] + end, *ALL[form].split("\n")])
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
