"""Captions that say first what kind of picture it is: `Still image of the bridge from SampleTube.`, `Кадр из видео`.

Headlines begin with the same words: `Screenshot of chat puts chief under pressure`, `Photo of bridge wins prize`. A
caption has its full stop, which they lack, or says where the picture is from.
"""

from __future__ import annotations

import re

from converter.text.lines import FULL_STOPS, words
from converter.text.patterns import Pattern

_STILL = Pattern(
    r"(?:(?:an?|the|ein|un[ea]?|uma?|een|et|en|ett) )?(?:"
    r"still(?: image| photo| picture| frame)?|(?:video|film|tv|cctv|youtube)[ -]still|"
    r"(?:(?:video|youtube|facebook|twitter|instagram|tiktok|google maps)[ -])?screen ?-?(?:shot|grab|cap|capture)|"
    r"(?:video|frame|tv) ?-?(?:grab|capture|frame)|frame(?= from | dal)|bildschirmfoto|(?:video)?standbild|"
    r"filmstill|capture (?:d'écran|vidéo)|captura de (?:pantalla|v[ií]deo|tela|ecrã)|captură (?:de ecran|video)|"
    r"pantallazo|fotograma|fermo ?immagine|schermata|schermafbeelding|videobeeld|skärm(?:dump|bild|avbild)|"
    r"stillbild|skjerm(?:bilde|dump)|skærm(?:billede|dump)|kuvakaappaus|zrzut ekranu|kadr|klatka|stopklatka|"
    r"snímek obrazovky|képernyő(?:kép|fotó)|képkocka|snimak ekrana|snimka zaslona|"
    r"(?:стоп-?)?кадр|скрин(?:шот)?|скрін(?:шот)?|екранна снимка|στιγμιότυπο(?: οθόνης)?|"
    r"tangkapan layar|cuplikan layar|ảnh (?:chụp màn hình|cắt từ|chụp từ))"
    r"(?![\w-])\s?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FROM = Pattern(
    r"(?:from|via|courtesy|aus|extraite? d|tirée? d|(?:tomad|extraíd|sacad|retirad)[oa] d|dal?(?:l['’a-z])?\b|"
    r"tratt[ao] d|uit|från|fra|z|ze|din|dari|từ|trích từ|из|с|со|з|із|от|από|@|https?:|/|\|)(?!\w)|"
    r"(?:extraite?|tirée?) d",
    re.IGNORECASE,
)
"""What stands between a still and where it is from."""
_OF = Pattern(
    r"(?:of|by|on|showing|von|vom|der|des|zu[mr]?|bei|auf|de|du|des|d['’]|del|della|dello|di|do|da|dos|das|van|av|af|"
    r"wideo|video|vídeo|vidéo|видео|відео|youtube|facebook|twitter|instagram|tiktok|telegram|x|clip)(?!\w)|d['’]|[:,–—-]",
    re.IGNORECASE,
)
_FILMS = words(
    "video videos vídeo vidéo vidéos videó videoból wideo videa footage livestream live-stream stream clip broadcast "
    "film films movie trailer cctv webcam bodycam dashcam drone surveillance recording youtube facebook twitter "
    "instagram tiktok telegram vimeo vk twitch snapchat linkedin whatsapp zoom google filmu films nagrania nagranie "
    "relacji transmisji videon videot filmen klippet videoen видео ролика ролик фильма фильм трансляции записи "
    "трейлера видеозаписи відео відеозапису ролику запису фільму видеото βίντεο tayangan video-aufnahme videobeelden "
    "überwachungsvideo filmato emisión emissão emissione reportagem"
)
"""What stills are taken from."""
_PICTURE = Pattern(
    r"(?:(?:an?|this|the|un[ea]?|uma?|een) )?(?:(?P<kind>(?:undated|handout|courtesy|stock|file|archive|library|"
    r"publicity|submitted|contributed|supplied|promotional)(?: file| handout| library)? )|"
    r"(?:satellite|drone|aerial|composite|illustrative|representative|google (?:maps|street view|earth)) )?"
    r"(?:photos?|images?|pictures?|photographs?|imagen|imagem|immagine|fotos?|fotografía|fotografia|photographie|beeld|"
    r"bild|luftbild|zdjęcie|фото|фотография|світлина|снимка)"
    r" (?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_GIVEN = Pattern(
    r"(?:(?:is |was )?(?:courtesy|via|(?:provided|supplied|submitted|contributed|released) by)(?!\w)|"
    r"(?:of|from|showing) .{3,80}?,? (?:provided by|courtesy of|supplied by)(?!\w)|"
    r"(?:gentileza|cortesía|cortesia|gracieuseté|fournie par|из открытых источников|из соцсетей|"
    r"из социальных сетей|из архива|из личного архива|предоставлен[оаы]|пресс-служб|"
    r"з відкритих джерел|з соцмереж|із соцмереж|з архіву|надан[оаі]|пресслужб|носит иллюстративный|"
    r"istimewa|ilustrasi|publicitaire|zur verfügung gestellt)(?!\w))",
    re.IGNORECASE,
)
"""What says behind a picture's word who gave it."""
_SHOWN = Pattern(
    r"(?:of|from|by|taken|shows|showing|made|posted|released|with|von|vom|auf|aus|der|des|de|du|des|d['’]|del|della|dello|"
    r"di|do|da|dos|das|tomada|tirada|prise|scattata|van|uit|från|fra|av|af|z|ze|с|со|из|з|із)(?!\w)|d['’]",
    re.IGNORECASE,
)
_IN_PICTURE = Pattern(
    r"in (?:this|an?) (?:[\w.-]+,? ){0,6}?(?:photo|image|picture|photograph|frame|screenshot|illustration|handout)"
    r"(?:,| (?:taken|provided|released|made|from|supplied|posted|by|illustration|courtesy))|"
    r"(?:an|the) artist['’]s (?:impression|rendering|conception|concept|illustration|depiction) of |"
    r"google (?:maps|street view|earth) (?:image|view|screenshot|picture|photo) of ",
    re.IGNORECASE,
)
_DRAWN = Pattern(r"artist['’]s (?:impression|rendering|conception|concept|illustration|depiction) of ", re.IGNORECASE)
_TAIL = Pattern(r"(?:[.,!?。] ?|[(（\[]| [–—-] | ?/ ?)(?P<tail>[^.,()（）\[\]/–—]{4,48}?)[)）\]]?\.?$")
_SCENE = Pattern(
    r"\S (?:(?:is|are) (?:seen|pictured) (?:in|at|on|near|outside|inside|during|here)|gestures? (?:during|as|while)|"
    r"looks? on (?:during|as|from)|speaks? during|listens? (?:during|as)|walks? past|"
    r"poses? for (?:a |the )?(?:family |group )?(?:photo|picture|portrait))"
)
"""What those do whom agencies show in their pictures; headlines leave out the `is` and tell what was said."""
_EAST_ASIAN = Pattern(
    r"^(?:[▲△▼▽▶►◀]|[图圖][为為])|(?:视频|視頻|影片|网络|網路|微博|网页|臉書|脸书|画面|直播)(?:截图|截圖|画面)[。）)]?$|"
    r"(?:유튜브|방송|영상|화면|SNS|홈페이지|인스타그램|페이스북|트위터|갈무리|뉴스|제공)\s?(?:캡처|캡쳐|갈무리)[\])]?$|(?:より|から引用)[）)]?$"
)


def is_still(text: str) -> bool:
    """Return whether the line is a caption by the kind of picture that it names, first or last."""
    if text[-1] > "\u2e7f" or text[0] > "\u20ff":
        return _EAST_ASIAN.search(text) is not None
    bare = text.replace("’", "'")
    has_stop = bare[-1] in FULL_STOPS
    if _is_of_still(bare.rstrip(". "), has_stop=has_stop) or _IN_PICTURE.match(bare) or _SCENE.search(bare):
        return True
    if has_stop and _DRAWN.match(bare):
        return True
    picture = _PICTURE.match(bare)
    if picture and (
        _GIVEN.match(picture["rest"])
        or (_SHOWN.match(picture["rest"]) and (has_stop or (picture["kind"] and picture["rest"][:3].lower() == "of ")))
        or _is_from_names(picture["rest"])
    ):
        return True
    if bare[:8].lower() == "courtesy" and _is_from_names(bare):
        return True
    tail = _TAIL.search(bare)
    return tail is not None and tail.start() > 0 and _is_of_still(tail["tail"], has_stop=False, is_tail=True)


def _is_of_still(bare: str, *, has_stop: bool, is_tail: bool = False) -> bool:
    """Return whether the words are a still or a screenshot, and what it is taken from."""
    match = _STILL.match(bare)
    if match is None:
        return False
    rest = match["rest"]
    if not rest:
        return not is_tail or " " in bare or bare[0] > "\u02ff"
    if _FROM.match(rest):
        return True
    return _OF.match(rest) is not None and (has_stop or is_tail or not _FILMS.isdisjoint(_said(bare)))


def _said(text: str) -> list[str]:
    return [word.strip(".,:;()\"“”„«»'") for word in re.split(r"[\s'/-]+", text.casefold())]


def _is_from_names(rest: str) -> bool:
    """Return whether nothing but names stands behind where a picture is from: `from Harbour Office`."""
    first, _, names = rest.rstrip(".").partition(" ")
    names = names.removeprefix("of ").removeprefix("the ")
    return (
        first.casefold() in ("from", "via", "courtesy", "by")
        and bool(names)
        and all(word[0].isupper() or word in _SMALL for word in names.split())
    )


_SMALL = words("of the on and de la del di da do von für &")
