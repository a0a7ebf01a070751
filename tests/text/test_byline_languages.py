"""Bylines as newsrooms of many languages set them below a headline; and lines there that are none."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of

STORIES = {
    "en": (
        "River ferry to stop on Sundays",
        "The river ferry will stop on Sundays from the first of May, the county said, because too few people take it.",
    ),
    "de": (
        "Fähre fährt sonntags nicht mehr",
        "Die Fähre über den Fluss fährt ab dem ersten Mai sonntags nicht mehr, teilte der Landkreis am Dienstag mit.",
    ),
    "fr": (
        "Le bac ne passera plus le dimanche",
        "Le bac ne traversera plus le fleuve le dimanche à partir du 1er mai, a annoncé mardi le département.",
    ),
    "es": (
        "El transbordador no cruzará los domingos",
        "El transbordador dejará de cruzar el río los domingos desde el primero de mayo, anunció el martes el condado.",
    ),
    "it": (
        "Il traghetto si ferma la domenica",
        "Il traghetto sul fiume si fermerà la domenica dal primo maggio, ha annunciato martedì la provincia.",
    ),
    "pl": (
        "Prom nie popłynie w niedziele",
        "Prom przez rzekę nie będzie pływał w niedziele od pierwszego maja, podał we wtorek powiat.",
    ),
    "tr": (
        "Feribot pazar günleri çalışmayacak",
        "Nehirdeki feribot mayıs ayından itibaren pazar günleri çalışmayacak, dedi belediye salı günü.",
    ),
    "ru": (
        "Паром не пойдёт по воскресеньям",
        "Паром через реку не пойдёт по воскресеньям с первого мая, сообщили во вторник в районе.",
    ),
    "el": (
        "Το φέρι σταματά τις Κυριακές",
        "Το φέρι στον ποταμό σταματά τις Κυριακές από την πρώτη Μαΐου, ανακοίνωσε την Τρίτη ο δήμος.",
    ),
    "ar": (
        "العبارة تتوقف يوم الأحد",
        "قالت البلدية يوم الثلاثاء إن العبارة ستتوقف عن عبور النهر يوم الأحد ابتداء من أول مايو.",
    ),
    "hi": (
        "रविवार को नहीं चलेगी नाव",
        "जिला प्रशासन ने मंगलवार को बताया कि नदी पार करने वाली नाव मई से रविवार को नहीं चलेगी।",
    ),
    "zh": ("渡轮5月起周日停航", "县政府周二宣布，由于乘客太少，渡轮从5月1日起周日停航，居民只能步行到大桥过河。"),
    "ja": (
        "渡し船、5月から日曜運休",
        "川の渡し船は利用者の減少のため、5月1日から日曜日は運休すると、郡が火曜日に発表した。",
    ),
    "ko": (
        "나룻배 일요일 운항 중단",
        "군은 이용객이 적어 강을 건너는 나룻배가 일요일에는 운항하지 않는다고 화요일 밝혔다.",
    ),
}

BYLINES = {
    "en": [
        "Ann Example in London",
        "Ann Example and agencies",
        "Ann Example, Bo Sample",
        "Ann Example — Sample News",
        "Guest post by Ann Example",
        "By Ann Example Special to The Sample",
        "Staff reports",
    ],
    "de": [
        "Ein Kommentar von Anna Beispiel",
        "Interview: Anna Beispiel",
        "Anna Beispiel, Berlin",
        "Aus Berlin berichtet Anna Beispiel",
        "Anna von der Muster",
        "Redaktion",
    ],
    "fr": [
        "Jeanne Exemple (avec AFP)",
        "Par Jeanne Exemple, envoyée spéciale à Nantes",
        "Propos recueillis par Jeanne Exemple",
        "Jeanne Exemple, à Nantes",
        "Un reportage de Jeanne Exemple",
        "La Rédaction",
    ],
    "es": ["Ana Ejemplo / Madrid", "Escrito por Ana Ejemplo", "Una crónica de Ana Ejemplo", "EFE"],
    "it": ["dal nostro inviato Mario Esempio", "a cura di Mario Esempio", "di Redazione", "ANSA"],
    "pl": ["oprac. Jan Przykładowy", "Jan Przykładowy, Anna Wzór", "PAP"],
    "tr": ["Ahmet Örnek / İSTANBUL", "Muhabir: Ahmet Örnek", "Haber Merkezi"],
    "ru": ["Интервью: Иван Примеров", "Иван Примеров, корреспондент", "Иван Примеров, Москва", "ТАСС"],
    "el": ["Συντάκτης: Γιάννης Δείγμας"],
    "ar": ["رويترز", "وكالات"],
    "hi": ["संवाददाता: अमित उदाहरण", "पीटीआई"],
    "zh": [
        "新华社记者 王小明",
        "（记者 王小明）",
        "【記者王小明／台北報導】",
        "〔記者王小明／台北報導〕",
        "编译/李文",
        "採訪撰文／李文",
        "文／王小明 圖／李文",
        "李文/文",
        "王小明",
        "李文 王小明",
        "作者丨欧阳小明",
        "中央社",
    ],
    "ja": [
        "山田太郎",
        "山田　太郎",
        "【山田太郎】",
        "文・山田太郎",
        "取材・文／山田太郎",
        "執筆：山田太郎",
        "編集委員　山田太郎",
        "ロンドン＝山田太郎",
        "共同通信",
    ],
    "ko": ["김민수·이영희 기자", "서울=김민수 기자", "글·사진 김민수 기자", "글 김민수", "김민수", "연합뉴스"],
}

NONE = {
    "en": ["Ann Example waits in London", "Ferry, River", "Sundays in Eastmere", "By the river, in London"],
    "de": ["Kommentar von der Seitenlinie", "Interview: Warum die Fähre hält", "Am Fluss, Berlin"],
    "fr": ["Un reportage de trois semaines", "Par temps de pluie"],
    "es": ["Una crónica de los domingos"],
    "it": ["a cura di chi resta"],
    "ar": ["تقرير: ارتفاع الأسعار"],
    "hi": ["रिपोर्ट: नाव के दाम बढ़े"],
    "zh": ["记者走进村庄", "本报记者在渡口看到", "周日停航", "文化生活", "编译器发布"],
    "ja": ["記者会見", "独自取材", "運休決定", "文・写真ともに無断転載禁止"],
    "ko": ["일요일 운항", "글로벌 뉴스"],
}


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang, lines in BYLINES.items() for line in lines])
def test_the_line_below_the_headline_is_the_byline(lang: str, line: str) -> None:
    headline, story = STORIES[lang]

    head = article_of(f"{headline}\n{line}\n{story}\n{story}").head

    assert [plain_text(byline) for byline in head.bylines] == [line]
    assert [plain_text(found) for found in head.headlines] == [headline]


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang, lines in NONE.items() for line in lines])
def test_the_line_below_the_headline_is_no_byline(lang: str, line: str) -> None:
    headline, story = STORIES[lang]

    assert not article_of(f"{headline}\n{line}\n{story}\n{story}").head.bylines


def test_two_names_that_the_story_has_are_its_people() -> None:
    headline, story = STORIES["en"]

    head = article_of(f"{headline}\nAnn Example, Bo Sample\n{story}\nAnn Example and Bo Sample row the boat.").head

    assert not head.bylines


def test_a_name_that_the_story_has_for_its_reporter_is_the_byline() -> None:
    headline, story = STORIES["en"]
    told = f"{story} Ann Example reports."

    assert article_of(f"{headline}\nAnn Example\n{told}\n{story}\nThat report from Ann Example.").head.bylines
    assert not article_of(f"{headline}\nAnn Example\n{story} Ann Example waits.\n{story}").head.bylines


def test_a_name_that_only_the_last_lines_have_is_the_byline() -> None:
    headline, story = STORIES["en"]
    text = "\n".join([headline, "Ann Example", *[story] * 7, "Ann Example has been with us since May."])

    assert [plain_text(byline) for byline in article_of(text).head.bylines] == ["Ann Example"]
