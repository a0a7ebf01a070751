"""The line that says who wrote it, and the lines that only look like one."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of

HEADLINE = "River ferry to stop on Sundays"
STORY = (
    "The river ferry will stop on Sundays from the first of May, the county said, because too few people "
    "take it.\nIt began in 1921."
)


def bylines_of(*lines: str) -> list[str]:
    article = article_of("\n".join([HEADLINE, *lines, STORY]))
    assert article.head.headline() is not None
    return [plain_text(line) for line in article.head.bylines]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Example",
        "by Ann Example",
        "BY ANN EXAMPLE",
        "By Ann Example and Bo Sample",
        "By Ann Example | Daily Sample",
        "By Ann Example, Reuters",
        "By Ann Example, Political correspondent",
        "By June Example",
        "Ann Example and Bo Sample",
        "Ann Example, Reporter",
        "Von Ann Beispiel",
        "Par Anne Exemple",
        "Por Ana Ejemplo",
        "Av Anne Eksempel",
        "Door Anna van den Voorbeeld",
        "By Staff",
        "By Sample Staff",
        "By Staff Writer",
        "By: Ann Example",
        "By The Associated Press",
        "Written by Ann Example",
        "Story by Ann Example",
        "By Ann Example May 3, 2024",
        "By Ann Example @annexample",
        "Ann Example",
        "ANN EXAMPLE",
        "Ann B. van den Example",
        "Ann Example, Daily News",
        "by Ann",
        "Posted by Ann",
        "Author: Ann Example",
        "Analysis by Ann Example, Sample Editor-at-large",
        "Текст: Анна Примерова",
        "By Al Sample",
        "von Ann Beispiel-Muster",
        "par Anne",
        "di Anna Esempio",
        "Ann Example Senior Sample Correspondent",
        "Ann Example Education editor",
        "Ann (A.B.) Example",
        "Ann Example / Bo Sample",
        "Ann Example, Bo Sample, Cara Model",
        "Ann Example, Bo Sample and Cara Model",
        "Ann Example @annexample",
        "Ann Example · 3 min read",
        "Reporter : Ann",
        "14.03.2025, von Anna Beispiel",
        "Posted on March 14, 2025 by Ann Example",
        "Publié le 14 mars 2025 par Jeanne Exemple",
        "Texte et photos : Jeanne Exemple",
        "Szerkesztő: Minta Anna",
        "Корреспондент: Анна Примерова",
        "Ann Example, MD",
        "Ana Primjer, novinarka",
        "संवाददाता, लखनऊ",
        "陈小明",
        "记者 陈小明 李丽",
        "作者：陈小明",
        "김예시 기자",
        "김예시",
        "Associated Press",
        "By Ann Example on March 3, 2025 08:15 am @annexample 76 Comments",
        "By Ann Example March 18 at 12:22 PM Follow @annexample",
        "Ann Example | Mar 3, 2025, 3:17 PM | 1,209 | 5",
        "Ann Example Mar 3, 2025 10:03AM EDT",
        "Ann Example, SAMPLE TODAY 8:42 a.m. EDT March 3, 2025",
        "Mon 3 Mar 2025, Ann Example",
        "By Ann Example on Monday, March 3rd, 2025 at 11:04 a.m.",
        "Posted by Ann Example at 5:11 AM",
        "posted by annexample on March 3, 2025",
        "03.03.2025 14:10 Uhr Anna Beispiel 71 Kommentare",
        "03.03.2025 um 14:10 Uhr - Anna Beispiel - 91 Ergänzungen",
        "von Anna Beispiel Veröffentlicht am 3. März 2025",
        "Veröffentlicht am 6. Juli 2025 von Anna Beispiel — Hinterlasse eine Antwort",
        "Dienstag, 3. März 2025, von Dr. Anna Beispiel",
        "Le 03/03/2025 à 14:10 par Jeanne Exemple",
        "12 jan 25 | 5h27 Por Ana Exemplo",
        "Ani Contoh, Jurnalis · Senin 03 Maret 2025 14:10 WIB",
        "Ann Example (AFP)",
        "Ann Example and Bo Sample in London",
        "Ann Example for the Daily Sample",
        "Ann Example Jr.",
        "Anna Beispiel (Autorin)",
        "Anna Beispiel, NDR",
        "Anna Dæmi skrifar",
        "Von unserem Korrespondenten Bo Muster",
        "Autor/in: Anna Beispiel",
        "Essay by Ann Example",
        "Opinion: Ann Example",
        "By the Editorial Board",
        "Sample Times Editorial Board",
        "By our own correspondent",
        "Door redactie",
        "Da redação, com Agência Brasil",
        "J. E.",
        "2025-03-03 14:10 来源：样本网 作者：陈小明 评论(18)",
        "2025-03-03 12:11来源：样本时报网作者：陈小明",
        "陈小明/样本青年报",
        "【文/样本网专栏作者 陈小明】",
        "입력 : 2025.03.03 14:10 김예시 기자",
        "National Desk By Ann Example",
        "By ANN EXAMPLE-DeSAMPLE, BO SAMPLE, CARA H. MODEL and DAN CASE DEC. 10, 2025",
        "Ann Example, Bo Sample, Cara H. Model, Dan Case and Eve Trial",
        "By Ann Example and agencies",
        "By Ann Example For Sampleonline and Bo Sample For Sampleonline",
        "By Ann Example Photos by Bo Sample",
        "News | Ann Example | 3 March 2025",
        "Ann Example • 3h ago",
        "Ann Example Sample News",
        "Sample News · Posted: Jul 30, 2025 1:05 PM EDT | Last Updated: July 30, 2025",
        "Sample Info Das Update mit Bo Muster - 18.03.2025 13:15 Uhr Autor/in: Anna Beispiel",
        "Jeanne Exemple (avec Jean Modèle et Marc Cas)",
        "Par Jeanne Exemple pour Sample",
        "Ein Porträt von Anna Beispiel",
        "Ani Contoh - detikSample",
        "Ana Exemplo, especial para o Sample",
        "Door onze redactie 3 maart 2025, 14:10",
    ],
)
def test_a_line_of_names_after_the_headline_is_the_byline(line: str) -> None:
    assert bylines_of(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Friday the river had fallen.", id="prose"),
        pytest.param("By the numbers", id="a heading"),
        pytest.param("By Friday", id="a day"),
        pytest.param("From Berlin to Paris", id="a way"),
        pytest.param("14 mars 2025, de Paris à Londres", id="a way and a day"),
        pytest.param("March 14, 2025: Election Day", id="a day of something"),
        pytest.param("Words: the weapon of Congress", id="a label of small words"),
        pytest.param("By design", id="by and a thing"),
        pytest.param("By Land and Sea", id="a heading in capitals"),
        pytest.param("By The Time It Was Over", id="an article"),
        pytest.param("River Ferry", id="two words of the story"),
        pytest.param("Story Tools", id="two words of the page"),
        pytest.param("Season 3 Episode 4", id="capitals and figures"),
        pytest.param("Sunday Market, River Ferry", id="two things"),
        pytest.param("Ann Example says", id="a verb"),
        pytest.param("von den Ufern her", id="a preposition"),
        pytest.param("di fronte al mare", id="another"),
        pytest.param("渡轮", id="a word of two signs"),
        pytest.param("River Ferry, March 3, 2025", id="two words of the story and a date"),
        pytest.param("Updated March 3, 2025, 10:15 am", id="a date alone"),
        pytest.param("10:15 am | 76 Comments", id="a clock and a count"),
        pytest.param("2025-03-03 14:10 来源：样本网", id="a date and a source"),
        pytest.param("Opinion: Time To Go", id="a genre and what is told"),
        pytest.param("Kommentar: Ein Fehler", id="another"),
        pytest.param("Big Plans - Delayed", id="a line in two parts"),
        pytest.param("Eastmere Harbour, Ohio", id="a place and its state"),
        pytest.param("A Boat For Sale In Eastmere", id="capitals"),
        pytest.param("Stand By Me", id="by inside"),
        pytest.param("By now the ferry and its crew had been given up by most", id="small words"),
    ],
)
def test_what_only_begins_like_one_stays_a_paragraph(line: str) -> None:
    assert bylines_of(line) == []


def test_the_label_and_the_name_below_it_are_both_kept() -> None:
    assert bylines_of("Author of the article:", "Ann Example") == ["Author of the article:", "Ann Example"]


def test_the_job_below_the_name_belongs_to_it() -> None:
    assert bylines_of("By ANN EXAMPLE", "Associated Sample Writer") == ["By ANN EXAMPLE", "Associated Sample Writer"]


def test_who_the_story_is_about_did_not_write_it() -> None:
    article = article_of(f"{HEADLINE}\nAnn Example\n{STORY}\nAnn Example, who has steered it since, will retire.")

    assert article.head.bylines == ()


@pytest.mark.parametrize(
    "line",
    [
        "Ann Example is a reporter of the Sample, and has steered boats.",
        "Ann Example: Why does nobody come any more?",
        "The ferry on a Sunday. Photo: Ann Example",
        "Follow Ann Example on the water.",
    ],
)
def test_what_a_story_says_of_its_author_is_no_part_of_what_it_tells(line: str) -> None:
    article = article_of(f"{HEADLINE}\nAnn Example\n{STORY}\n{line}")

    assert [plain_text(by) for by in article.head.bylines] == ["Ann Example"]


def test_a_name_far_down_is_no_byline() -> None:
    filler = ["This paragraph says one more thing about the ferry."] * 6

    assert bylines_of(*filler, "By Ann Example") == []


def test_the_name_below_a_deck_is_the_byline() -> None:
    assert bylines_of("Too few people take it, says the county", "Ann Example") == ["Ann Example"]
