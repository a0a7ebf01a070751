"""Furniture by named rules: whole lines, in their place, never a part of a sentence."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from converter.core.errors import UsageError
from converter.formats.records import File
from converter.model.block import Furniture, Note
from converter.model.words import plain_text
from converter.text import furniture_rules
from converter.text.furniture import load_rules
from converter.text.options import TextOptions
from tests.text.reading import article_of
from tests.tree import ROOT

RENDER = runpy.run_path(str(ROOT / "tools" / "furniture.py"))["render"]
FOLDER = ROOT / "converter" / "text"
PROSE = "The port will close for three weeks in the autumn so that divers can look at the sea wall."


def furniture_of(text: str, options: TextOptions | None = None) -> list[tuple[str, str]]:
    body = article_of(text, options).body
    return [(block.kind, plain_text(block)) for block in body if isinstance(block, Furniture)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This website uses cookies to count its readers.", "subscribe"),
        ("Wir verwenden Cookies, um zu sehen, was gelesen wird.", "subscribe"),
        ("Nous utilisons des cookies pour compter nos lecteurs.", "subscribe"),
        ("Tout accepter", "subscribe"),
        ("Please enable JavaScript to see this page.", "subscribe"),
        ("Wszelkie prawa zastrzeżone. Powielanie zabronione", "copyright"),
        ("© تمام حقوق محفوظ", "copyright"),
        ("জাতীয় নমুনা, সর্বস্বত্ব সংরক্ষিত", "copyright"),
        ("Prohibida la reproducción total o parcial", "copyright"),
        ("样ICP备12345678号-1", "copyright"),
        ("违法和不良信息举报电话：010-1234567", "copyright"),
        ("未经样本网书面授权，请勿转载", "copyright"),
        ("При использовании материалов ссылка обязательна", "copyright"),
        ("등록번호 : 견본 아00001", "copyright"),
        ("Hak Cipta © 2024 Harian Contoh", "copyright"),
        ("© Hak cipta 2024 Harian Contoh. Semua hak dilindungi undang-undang.", "copyright"),
        ("No part of this website may be copied without a letter from the publisher.", "copyright"),
        ("違法和不良信息舉報電話：010-1234567", "copyright"),
        ("未经版权方同意，不得使用", "copyright"),
        ("Den här sajten använder kakor för att räkna sina läsare", "subscribe"),
        ("Этот сайт использует куки", "subscribe"),
        ("Klik om te delen op Facebook (Wordt in een nieuw venster geopend)", "comments"),
        ("Kliknij, aby udostępnić na Facebooku(Otwiera się w nowym oknie)", "comments"),
        ("3 comments on “River ferry to stop”", "comments"),
        ("You must be logged in to post a comment", "comments"),
        ("Read more by Ann Example", "comments"),
        ("Veröffentlicht am 3. Mai 2024 von Bo Beispiel", "site"),
        ("제호 : 견본일보", "copyright"),
        ("Адрес редакции: Образцовая улица, 1", "copyright"),
        ("सर्वाधिकार सुरक्षित", "copyright"),
        ("Reproduction interdite sans accord", "copyright"),
        ("Riproduzione vietata", "copyright"),
        ("Classé dans Ports et bateaux", "site"),
        ("Folgt uns auf Instagram", "site"),
        ("You are here: Home, News", "site"),
        ("ရှာဖွေရန်", "site"),
        ("متعلقہ مضامین", "site"),
        ("Të fundit", "site"),
        ("संबंधित लेख", "site"),
        ("猜你喜欢", "site"),
        ("前の記事", "site"),
        ("Ähnliche Beiträge", "comments"),
        ("Klick, um auf Facebook zu teilen (Wird in neuem Fenster geöffnet)", "comments"),
        ("3 thoughts on “River ferry to stop”", "comments"),
        ("Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *", "comments"),
        ("12 комментариев", "comments"),
        ("コメント（12）", "comments"),
        ("Kategorie: Hafen", "site"),
        ("Tagged ferry, harbour", "site"),
        ("Catégories : Port", "site"),
        ("Метки: паром", "site"),
        ("标签：渡轮", "site"),
        ("阅读(1234)", "site"),
        ("【字体：大 中 小】", "site"),
        ("Zurück zur Übersicht", "site"),
        ("Подписывайтесь на наш канал в Telegram", "site"),
        ("Skip to content", "site"),
        ("Zum Inhalt springen", "site"),
        ("Aller au contenu principal", "site"),
        ("דלג לתוכן", "site"),
        ("跳到主要内容", "site"),
        ("Home > News > Local", "site"),
        ("Startseite » Politik » Inland", "site"),
        ("Главная / Новости / Политика", "site"),
        ("News > Local > Bridges", "site"),
        ("Menü", "site"),
        ("Suche", "site"),
        ("Impressum | Datenschutz | AGB", "site"),
        ("Contact · Privacy policy · Terms of use", "site"),
        (".", "site"),
        ("PUBLISHED:", "site"),
        ("Read More", "related"),
        ("READ MORE", "related"),
        ("read more", "related"),
        ("Read more: How the wall was built", "related"),
        ("Also read: Ten walks on the coast", "related"),
        ("READ MORE How the wall was built", "related"),
        ("More on this story", "related"),
        ("Share on Bluesky (Opens in new window) Bluesky", "share"),
        ("Facebook Share on Facebook", "share"),
        ("LinkWhatsappRedditLineEmail", "share"),
        ("Mixx Facebook Twitter Digg delicious reddit MySpace StumbleUpon LinkedIn", "share"),
        ("Print this story", "share"),
        ("Auf einer Seite lesen", "share"),
        ("【纠错】", "share"),
        ("Already have a Sample account? Log in now.", "comments"),
        ("Enviar mensaje a muestra1", "comments"),
        ("[Read: How the wall was built]", "related"),
        ("(MORE: How the wall was built)", "related"),
        ("上一篇：旧电影院将改为图书馆", "related"),
        ("17K", "page-data"),
        ("- 23/09/2019", "page-data"),
        ("#harbour #ferry #sunday", "site"),
        ("#Ferry / Harbour / Politics", "site"),
        ("Nichts mehr verpassen: Abonnieren Sie kostenlos unsere Briefe aus dem Hafen.", "subscribe"),
        ("Regulatory News:", "release"),
        ("Bild 1 von 9", "page-data"),
        ("来源：样本网", "page-data"),
        ("Šodien, 17:40", "page-data"),
        ("您所在的位置： 首页 > 快讯", "page-data"),
        ("ann@sample.example", "page-data"),
        ("[Related: The pilot who landed in a field]", "related"),
        ("Most read in world news", "related"),
        ("Advertisement", "advertisement"),
        ("Advertisement 2", "advertisement"),
        ("- Advertisement -", "advertisement"),
        ("This advertisement has not loaded yet, but your article continues below.", "advertisement"),
        ("Try refreshing your browser, or", "advertisement"),
        ("Article content", "continue"),
        ("Story continues below", "continue"),
        ("Share", "share"),
        ("Share this article", "share"),
        ("Copy link", "share"),
        ("Email", "share"),
        ("12 shares", "share"),
        ("Sign up for our newsletter", "subscribe"),
        ("Subscribe", "subscribe"),
        ("Log in", "subscribe"),
        ("View this post on Instagram", "media"),
        ("Listen", "media"),
        ("WATCH: The moment when the wall broke", "media"),
        ("Comments (12)", "comments"),
        ("Join the conversation", "comments"),
        ("© 2024 Sample Media. All rights reserved.", "copyright"),
        ("Follow us on Facebook", "follow"),
        ("5 min read", "page-data"),
        ("2 hours ago", "page-data"),
        ("1/2", "page-data"),
        ("0.8x", "page-data"),
        ("Published 3 May 2024", "page-data"),
        ("May 3, 2024 at 10:42 a.m. EST", "page-data"),
        ("Anzeige", "advertisement"),
        ("Mehr zum Thema", "related"),
        ("Lesezeit: 3 Min", "page-data"),
        ("Stand: 03.05.2024, 14:10 Uhr", "page-data"),
        ("Publié le 14/03/2025 à 18h30, mis à jour le 15/03/2025 à 9h12", "page-data"),
        ("Kommentare öffnen", "comments"),
        ("Empfohlener redaktioneller Inhalt", "media"),
        ("À lire aussi : Le tram ira jusqu'à la plage", "related"),
        ("Publicité", "advertisement"),
        ("Lee también", "related"),
        ("Iniciar sesión", "subscribe"),
        ("Les også: Slik blir den nye broen", "related"),
        ("© Riproduzione riservata", "copyright"),
        ("【関連記事】", "related"),
        ("Reklam", "advertisement"),
        ("Funda olunye udaba lapha", "related"),
        ("Read more…", "related"),
        ("👉 Read more: How the wall was built", "related"),
        ("SEE MORE: How the wall was built: in pictures", "related"),
        ("More from UK", "related"),
        ("Divers find an old anchor below the sea wall [PICTURES]", "related"),
        ("📢 Advertisement", "advertisement"),
        ("[Advertisement]", "advertisement"),
        ("Advertisement (1 of 2)", "advertisement"),
        ("Advertisement…", "advertisement"),
        ("This advertisement has not loaded yet, but…", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Advertisement. Scroll to continue reading.", "advertisement"),
        ("Share 12", "share"),
        ("Share ↗", "share"),
        ("✉ Email", "share"),
        ("Facebook Twitter Google+ WhatsApp", "share"),
        ("Google Pinterest Digg Linkedin Reddit Stumbleupon Print Delicious Pocket Tumblr", "share"),
        ("🎧 Listen", "media"),
        ("Open this photo in gallery:", "media"),
        ("💬 Comments", "comments"),
        ("Comments (34)", "comments"),
        ("Article content continued", "continue"),
        ("Sign up for Breaking News", "subscribe"),
        ("Click here to subscribe to our paper on the coast", "subscribe"),
        ("Follow @sample", "follow"),
        ("(c) 2024 Sample Media", "copyright"),
        ("1 - 5 of 36", "page-data"),
        ("Stand: 03.05.2024 Uhr", "page-data"),
        ("sexta-feira, 22 de outubro de 2010 às 20:13", "page-data"),
        ("Ende der Werbung", "advertisement"),
        ("Funda olunye udaba lapha | Umfula ugcwele", "related"),
        ("Soma zaidi", "related"),
        ("Karin bayani", "related"),
        ("Читайте также", "related"),
        ("اقرأ أيضا", "related"),
        ("यह भी पढ़ें", "related"),
    ],
)
def test_a_known_line_is_furniture_of_its_kind(line: str, kind: str) -> None:
    assert furniture_of(f"{PROSE}\n{line}\n{PROSE}") == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        '"Read more books," she told the class.',
        "Read more than one report and you will doubt it.",
        "Advertisement spending fell by a tenth last year.",
        "Share prices rose 3 percent.",
        "Subscribe buttons annoy most readers, the survey found.",
        "Related costs doubled.",
        "Follow the money, he said.",
        "Listen here to what the choir made of an old song.",
        "Watch the trailer here.",
        "Recommended fuel: regular",
        "More from the garden:",
        "Copyright law is old.",
        "Tagged birds came back to the harbour.",
        "Posted in the harbour since May, the guard saw nothing.",
        "Kategorien sind nicht alles.",
        "阅读使人快乐。",
        "Ann Example says: the harbour is full.",
        "The divers can be reached at noon.",
        "We use cookies to bribe the divers, she said.",
        "Cookies",
        "Privatsphäre",
        "Nous utilisons des cordes pour descendre.",
        "Использование моста запрещено.",
        "编辑部的灯还亮着。",
        "声明：渡轮不会停航",
        "赞",
        "Reproduction is what the seals come for.",
        "Copyright law changes that hit small publishers hard",
        "(c) the board shall meet once a year",
        "1987",
        "Facebook, Google and Amazon",
        "😀 The wall held.",
        "Latest on the wall: it fell",
        "Close call",
        "Ad men",
        "X",
        "More",
        "print",
        "like",
        "Ka",
        "Mehr",
        "Mehr Geld für Schulen",
        "Lire aussi le compte rendu de la séance dans nos pages locales.",
        "Sign up for the bundle using the same email as your account",
        "Related: the costs doubled.",
        "Share on a page what you would say aloud.",
        "https://sample.example/list/14",
        "Seite 1 war leer.",
        "#ferry was the word of the week.",
        "The 17K run starts at nine.",
        "来源不明的渡轮停在港口。",
    ],
)
def test_a_line_that_goes_on_into_a_sentence_is_the_story(line: str) -> None:
    assert furniture_of(f"{PROSE}\n{line}\n{PROSE}") == []


def test_short_titles_below_a_marker_belong_to_it_up_to_the_next_sentence() -> None:
    found = furniture_of(f"{PROSE}\nRelated\nOld ferry sold\nTen walks on the coast\n{PROSE}\nA subheading")

    assert found == [("related", "Related"), ("related", "Old ferry sold"), ("related", "Ten walks on the coast")]


def test_a_button_opens_no_block() -> None:
    assert furniture_of(f"{PROSE}\nRead More\nA subheading\n{PROSE}") == [("related", "Read More")]


def test_each_furniture_names_its_rule() -> None:
    block = next(b for b in article_of(f"{PROSE}\nAnzeige\n{PROSE}").body if isinstance(b, Furniture))

    assert block.rule == "advertisement"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: An earlier version of this story gave the wrong year.", "correction"),
        ("(Corrects figure in headline and first paragraph)", "correction"),
        ("Editor's note: This story contains strong language.", "editor"),
        ("This story was updated on May 3 with a comment by the builder.", "editor"),
        ("Ann Example contributed to this report.", "credit"),
        ("(Reporting by Bo Sample; Editing by Ann Example)", "credit"),
        ("Additional reporting by Ann Example", "credit"),
        ("Photo: Bo Sample/Sample Pictures", "credit"),
        ("Photo: Bo J. Sample", "credit"),
        ("Getty Images", "credit"),
        ("(Quelle: Beispielagentur)", "credit"),
        ("Contact: Bo Sample, press office, 555 0100", "contact"),
        ("（责任编辑：王小明）", "credit"),
        ("文章来源：样本网", "credit"),
        ("This article originally appeared in The Sample.", "editor"),
        ("Reach Ann Example at ann@sample.example", "contact"),
        ("Źródło: Przykład", "credit"),
        ("画像：サンプル", "credit"),
        ("[사진=견본]", "credit"),
        ("编辑：李文 王小明", "credit"),
        ("免责声明：本文只代表作者本人的观点。", "editor"),
    ],
)
def test_editorial_lines_are_notes_and_no_furniture(line: str, kind: str) -> None:
    body = article_of(f"{PROSE}\n{line}\n{PROSE}").body

    assert [(b.kind, plain_text(b)) for b in body if isinstance(b, Note)] == [(kind, line)]
    assert not any(isinstance(b, Furniture) for b in body)


@pytest.mark.parametrize(
    "line",
    [
        "The picture shows the port in 1921, before the wall was built and the ferry came.",
        "The correction of the map took nine years.",
        "The report by the council was sent to the county on Monday.",
        "The update cost a million, and it was late.",
        "Reproduction of the old map took nine weeks, and the county paid for it.",
        "You are here to see the port, the guide told them, and not to buy a hat.",
        "No part of this website survived the night, the owner said.",
        "Read more by the sea, the librarian told the pupils.",
        "Hak cipta atas lagu feri itu tetap milik keluarga penciptanya.",
        "未经法院许可，任何人不得使用该码头。",
    ],
)
def test_a_sentence_about_such_things_is_the_story(line: str) -> None:
    assert not any(isinstance(b, Note) for b in article_of(f"{PROSE}\n{line}\n{PROSE}").body)


# ── The data file ───────────────────────────────────────────────────────────


def test_the_module_of_the_rules_is_the_file_of_the_rules() -> None:
    compiled: dict[str, object] = {}
    exec(RENDER((FOLDER / "furniture.toml").read_bytes()), compiled)

    for name in ("RULES", "NOTICES", "LINES", "MARKERS", "STARTS", "BEGINS"):
        assert getattr(furniture_rules, name) == compiled[name], "run python tools/furniture.py"


def test_every_rule_has_a_name_of_its_own() -> None:
    entries = tomllib.loads((FOLDER / "furniture.toml").read_text(encoding="utf-8"))["rule"]
    names = [entry["name"] for entry in entries]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_every_line_and_title_of_the_file_is_known_by_its_kind() -> None:
    rules = load_rules()
    for entry in tomllib.loads((FOLDER / "furniture.toml").read_text(encoding="utf-8"))["rule"]:
        for line in [*entry.get("lines", []), *entry.get("markers", [])]:
            if len(line) <= 160 and not line[0].islower():
                assert rules.find(line) is not None, line


# ── A caller's own rules ────────────────────────────────────────────────────

OWN = b"""
[[rule]]
name = "our-site"
kind = "related"
lines = ["From our shelves"]
markers = ["Seen elsewhere"]
starts = ["On our pages"]
patterns = ["Ticket no\\\\. \\\\d+"]
"""


def own(content: bytes) -> TextOptions:
    return TextOptions(furniture=File("own.toml", content))


@pytest.mark.parametrize(
    "line", ["From our shelves", "FROM OUR SHELVES", "On our pages: A title", "Ticket no. 12", "Share"]
)
def test_the_callers_rules_stand_beside_ours(line: str) -> None:
    assert [text for _, text in furniture_of(f"{PROSE}\n{line}\n{PROSE}", own(OWN))] == [line]


def test_a_rule_of_a_callers_that_is_called_as_one_of_ours_stands_beside_it() -> None:
    rules = OWN.replace(b"our-site", b"imprint-line")
    ours = "转载请注明出处：示例日报"

    assert [text for _, text in furniture_of(f"{PROSE}\nTicket no. 12\n{ours}\n{PROSE}", own(rules))] == [
        "Ticket no. 12",
        ours,
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"not toml [",
        b"",
        b"[rule]\nname = 'x'\n",
        b"[[rule]]\nname = 'x'\n",
        b"[[rule]]\nname = 'x'\nkind = 'y'\nlines = 'z'\n",
        b"[[rule]]\nname = 'x'\nkind = 'y'\nlinse = ['z']\n",
        b"[[rule]]\nname = 'x'\nkind = 'y'\npatterns = ['(']\n",
        b"[[rule]]\nname = 'x'\nkind = 'y'\nneeds_first = 'yes'\n",
        b"[[rule]]\nname = 'x y'\nkind = 'a  b'\nlines = ['z']\n",
        b"\xff\xfe",
    ],
)
def test_a_file_without_rules_is_a_usage_error(content: bytes) -> None:
    with pytest.raises(UsageError, match="furniture"):
        article_of(f"{PROSE}\nz\n{PROSE}", own(content))


def test_the_rule_file_lies_beside_its_module() -> None:
    assert Path(furniture_rules.__file__).parent == FOLDER
