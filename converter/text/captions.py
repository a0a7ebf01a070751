"""Captions: first lines that say what a picture shows, with who took it, or who stands where in it."""

from __future__ import annotations

import re

from converter.text.dates.times import ends_in_year
from converter.text.lines import count_words, words
from converter.text.notes import PICTURE_WORDS
from converter.text.patterns import Pattern

_AGENCIES = words(
    "afp ap reuters epa dpa getty alamy shutterstock istock ansa efe anp ntb tt ritzau scanpix lehtikuva pap čtk "
    "ctk mti agerpres тасс риа унинформ уніан укрінформ бта танјуг tanjug апе απε-μπε απε رويترز أ_ف_ب رويتر "
    "רויטרס אפ פלאש90 पीटीआई एएफपी afp/getty antara xinhua ttxvn 共同 時事 ロイター 연합뉴스 뉴시스 뉴스1 新华社 "
    "新華社 中新社 视觉中国 東方ic 东方ic aa iha dha"
)
_FILED = words(
    "archivbild archivfoto symbolbild symbolfoto arkivfoto arkivbild arkivbilde archivo archives ilustrační "
    "illusztráció 資料写真 资料图 资料图片 資料圖 자료사진 "
    "reprodução divulgação reproducción istimewa cortesía gentileza handout courtesy screengrab"
)
"""A word that says alone, in parentheses behind a caption, that the picture is an old one or was given."""
_CAPTION_PHRASES = (
    "file - ",
    "file photo",
    "file – ",
    "file — ",
    "archivfoto",
    "archivbild",
    "symbolbild",
    "symbolfoto",
    "photo d'illustration",
    "photo d’illustration",
    "photo d'archives",
    "photo d’archives",
    "image d'illustration",
    "image d’illustration",
    "imagen de archivo",
    "foto de archivo",
    "imagem de arquivo",
    "foto de arquivo",
    "an aerial view of ",
    "vista aérea ",
    "vista general ",
    "vue aérienne ",
    "vue générale ",
    "صورة من الأرشيف",
    "aerial view of ",
    "a general view of ",
    "foto d'archivio",
    "foto d’archivio",
    "zdjęcie ilustracyjne",
    "ilustrační ",
    "illusztráció",
    "ilustrasi ",
    "generic image of ",
    "file image of ",
    "cctv image of ",
    "an aerial photo ",
    "nella foto ",
    "en la imagen, ",
    "en la foto, ",
    "na foto, ",
    "sur la photo, ",
    "ảnh minh",
    "фото из архива",
    "архивное фото",
    "иллюстративное фото",
    "صورة أرشيفية",
    "عکس از ",
    "عکس آرشیوی",
    "ภาพจาก",
    "资料图",
    "資料圖",
    "【写真】",
)
_PLACES_IN_PICTURE = (
    ", left,",
    ", right,",
    ", center,",
    ", centre,",
    "(left)",
    "(right)",
    "(links)",
    "(rechts)",
    "(l.)",
    "(r.)",
    "(m.)",
    "v.l.",
    "v. l.",
    "(à gauche)",
    "(à droite)",
    ", à gauche,",
    ", à droite,",
    "(izq",
    "(der.)",
    "(a sinistra)",
    "(a destra)",
    "(esq",
    "(à esq",
    "(t.v.)",
    "(t.h.)",
    "(till vänster)",
    "(z lewej)",
    "(z prawej)",
    "(vlevo)",
    "(vpravo)",
    "(balra)",
    "(jobbra)",
    "(stânga)",
    "(dreapta)",
    "(solda)",
    "(sağda)",
    "(слева)",
    "(справа)",
    "(ліворуч)",
    "(праворуч)",
    "(αριστερά)",
    "(δεξιά)",
    "(يمين)",
    "(يسار)",
    "(מימין)",
    "(משמאל)",
    "(kiri)",
    "(kanan)",
    "(trái)",
    "(phải)",
    "（左）",
    "（右）",
    "（中）",
    "（中央）",
    "（左から",
    "（左一）",
    "（左二）",
    ", pictured ",
    ", photographed ",
    ", aufgenommen ",
    ", fotografiert ",
    ", photographié",
    ", fotografiad",
    ", fotografat",
    ", fotografad",
    ", gefotografeerd",
    ", fotografer",
    "(왼쪽",
    "(오른쪽",
    "(가운데",
)
_MOST_IN_CREDIT = 6
_CREDIT = Pattern(
    r"(?:[.!?|]\s*(?:Photo(?:graph)?|Image|Picture|Illustration|Screenshot) by [A-Z]|"
    r"(?:[.!?]\s*|[A-Z][\w.-]+ [A-Z][\w-]+ ?/ ?)(?:AFP|Getty|Reuters|AP|EPA|dpa|Alamy|Shutterstock|iStock)\b)"
    r"[^.]{0,40}$|(?:[\s。：:/（(]|记者)[^\s。]{2,4} ?摄[）)]?$|(?:供图|新华社发)[）)]?$|"
    r"[.] [A-Z]\w+ [A-Z]\w+/[A-Z][\w ]+$|"
    r"＝\d{1,2}日|（\d{1,2}日、[^（）]{2,12}）$"
)
"""Where a picture is from, at the end of its caption."""
_CREDITED = ("/", " by ", "AFP", "Getty", "Reuters", "AP", "EPA", "dpa", "Alamy", "Shutterstock", "iStock")
"""One of them stands in every credit of ASCII: few sentences have one."""
_DATED = Pattern(
    r"(?:, (?:le|el|il|am|op|den)| (?:in|at|à|en) [A-ZÀ-Ý][\w ,.-]{1,30},? (?:on|am|le|el|il|op)) "
    r"(?:[^\W\d_]{3,10}\.? \d{1,2},|\d{1,2}\.?(?: de)? [^\W\d_]{3,10}(?: de)?) (?:19|20)\d\d\b"
)
"""Where and when a picture was made; `Horoscope for Wednesday, May 22, 2024` is a headline."""
_NAMED = Pattern(
    r"(?:[.!?] ?\([A-ZÀ-Ý][\w.'’-]+(?: (?:of|the|de|[A-ZÀ-Ý][\w.'’-]*)){1,5}(?:/[A-ZÀ-Ý][\w .'’-]+)?|"
    r"\([A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+ ?/ ?[A-ZÀ-Ý][\w .'’-]+)\)\.?$(?<!ideo\))(?<!ideos\))(?<!IDEO\))"
)
"""`Cars on the bridge. (Harbour Office)`, `Cars on the bridge (Ann Example / Sample News)`"""
_COUNTS = frozenset("0123456789[(")
_COUNTED = Pattern(r"(?:\d{1,3} (?:of|von|de|sur|di|из) \d{1,3}[.:]|[\[(]\d{1,3}/\d{1,3}[\])]) ")
"""`1 of 18. A boat …`, `[1/5] A boat …`: a gallery counts its pictures."""
_SIGNED = Pattern(
    r"(?:\bREUTERS/[A-Z][^.]{2,60}(?: Purchase Licensing Rights[^.]{0,24})?|"
    r"\b(?:AP|AFP|EPA|AAP)(?: Photo)?/[A-Z][^.]{2,40}|\bvia (?:AP|REUTERS|AFP))\.?$|"
    r"\b(?:in|at|near|outside) [A-Z][^.]{2,60} (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December) \d{1,2}, (?:19|20)\d\d(?: in this [^.]{4,60})?\.$"
)
"""Captions of agencies end in who made the picture, or in where and when: `… in Eastmere May 13, 2014.`"""
_SIGNATURES = ("/", "via ", ", 19", ", 20")
_ARROWS = frozenset("▲△▼▽▶►◀")
_OF_STILLS = words(
    "still screen grab frame image imagen imagem immagine photo picture foto bild courtesy artist google captur "
    "pantallazo schermat schermaf skärm skjerm kuvakaapp kadr klatk ekranu obrazovky képernyő képkocka snimak снимка "
    "кадр скрин скрін фото στιγμ layar hình ảnh seen pictured gesture "
    "speak listen past poses look 截 画面 图为 圖為 캡처 캡쳐 갈무리 より"
)
"""One of them stands in every caption that says what kind of picture it is."""
_BY = words("by di von door de da av af por par od foto fra van")


def is_caption(text: str) -> bool:
    """Return whether the line says who made a picture, when it was made, or who stands where in it."""
    lowered = text.casefold()
    if lowered.startswith(_CAPTION_PHRASES) or "©" in text:
        return True
    if text[0] in _COUNTS and _COUNTED.match(text) is not None:
        return True
    if any(map(text.__contains__, _SIGNATURES)) and _SIGNED.search(text) is not None:
        return True
    last = text.rstrip(". ")[-1:]
    if last in ")]）］】" and (_is_credit_in_parentheses(lowered) or _NAMED.search(text)):
        return True
    if ("(" in text or "（" in text or "," in text) and any(map(lowered.__contains__, _PLACES_IN_PICTURE)):
        return True
    if text[0] in _ARROWS or any(map(lowered.__contains__, _OF_STILLS)):
        from converter.text.stills import is_still

        if is_still(text):
            return True
    return (
        _is_credit_behind(lowered)
        or _is_credit_by(text)
        or ((not text.isascii() or any(map(text.__contains__, _CREDITED))) and _CREDIT.search(text) is not None)
        or (ends_in_year(text.rstrip(".")) and not text.istitle() and _DATED.search(text) is not None)
    )


def _is_credit_in_parentheses(lowered: str) -> bool:
    inside = re.split(r"[(\[（［【]", lowered)[-1].strip(" .)]）］】")
    said = re.split(r"[\s:：=＝/,、]+", inside)
    if inside.endswith(("摄", "撮影", "촬영", "供图", "提供")):
        return True
    if not _AGENCIES.isdisjoint(said) or inside.replace(" ", "_") in _AGENCIES:
        return True
    if not _FILED.isdisjoint(said):
        return True
    # `(FOTO)`, `(PHOTOS)` behind a headline says that the page has some.
    return len(said) > 1 and not PICTURE_WORDS.isdisjoint(said) and "video" not in said


def _is_credit_by(text: str) -> bool:
    """Return whether the line is `Foto di Bo Esempio`: a picture's word, and names."""
    said = text.split()
    return (
        2 < len(said) <= _MOST_IN_CREDIT
        and said[0].casefold() in PICTURE_WORDS
        and said[1] in _BY
        and all(word[0].isupper() for word in said[2:])
    )


def _is_credit_behind(lowered: str) -> bool:
    """Return whether the line ends in a credit: `…. Foto: Bo Muster`, `… Fot. PAP`, `…=연합뉴스`."""
    for mark in ":：=＝":
        before, found, name = lowered.rpartition(mark)
        if found and name.strip() and count_words(name) <= _MOST_IN_CREDIT:
            label = re.split(r"[\s.(\[（［。|–—/-]+", before.rstrip())[-1]
            if (label in PICTURE_WORDS and label != before.strip()) or (
                mark in "=＝" and name.strip(" )]") in _AGENCIES
            ):
                return True
    _, found, tail = lowered.rstrip(".").replace("。", ". ").rpartition(". ")
    named = tail.split()
    if not found or not 1 <= len(named) <= 4:
        return False
    return named[0] in _AGENCIES or (
        named[-1] in _AGENCIES and lowered.rpartition(". ")[0].endswith(tuple(PICTURE_WORDS))
    )
