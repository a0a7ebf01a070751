"""Names of authors, out of what a field or a line says of them: without the label, the job, the outlet and the time.

`By Ann Example and Bo Sample, Daily Sample | 3 May 2021` names two persons.
What looks like no name is kept as it is: a field that holds an agency or a desk names that.
"""

from __future__ import annotations

import re

from converter.model.checks import is_xml_text
from converter.text.lines import words
from converter.text.patterns import Pattern

# What stands before the names: with a colon, or by itself.
_WITH_COLON = (
    "words and (?:photos|pictures|video)|texte et (?:photos?|images?)|text und fotos?|text & foto|textos? y fotos?|"
    "testo e foto|textos? e fotos?|tekst en foto.?s|tekst i zdjęcia|text a foto|teksti ja kuvat?|"
    "texte? och (?:bild|foto)|"
    "текст и фото|текст і фото|bài và ảnh|korrespondent|correspondent|correspondant|corresponsal|enviad[oa] especial|"
    "корреспондент|материал|επιμέλεια|ρεπορτάζ|wartawan|pewarta|kontributor|penyunting|editor|szerkesztő|uredi[ol]a?|"
    "publikováno|höfundur|müəllif|egilea|avtor(?:ica)?|shkruan|mwandishi|пишува|rozmawiała?|розмовля(?:в|ла)|"
    "підготува(?:в|ла)|opinion|comment|analysis|kommentar|gastbeitrag|gastkommentar|kolumne|story|words|article|report|text|"
    "texte|texto|testo|tekst|teksti|текст|nga|ni|bài, ảnh|redaktion|rédaction|"
    "interview|protokoll|reportagem|entrevista|muhabir|laporan|bài|opracowanie|интервью|text och foto|tekst og foto|"
    "reporter|contributors?|haber|文|撰文|de|theo|του|της|από|[^:：.]{0,24}\\b(?:reporter|redakt(?:or|eur|ur)|autore?s?)\\b[^:：.]{0,12}"
)
_ALONE = (
    "(?:(?:von|de|van) )?(?:unserem|unserer|notre|onze|our) (?:korrespondent(?:en|in)|reporter(?:in)?|"
    "redakteur(?:in)?|redaktionsmitglied|"
    "correspondante?|envoyée? spéciale?|verslaggever|correspondent|redacteur)|"
    "par notre (?:correspondante?|envoyée? spéciale?)|"
    "door onze (?:redacteur|verslaggever|correspondent)|van onze (?:verslaggever|correspondent|redacteur)|"
    "d(?:al|alla) (?:nostr[oa] )?corrispondente|shkruar nga|imeandikwa na|ni|"
    "(?:(?:written|posted|published|reported|opinion|comment|analysis|kommentar|gastbeitrag|gastkommentar|kolumne|story|words|article|report|text|edited|analysis|opinion|essay|review|"
    "reviewed|column|interview|commentary|perspective|compiled|produced|contributed|created|authored|submitted|uploaded|"
    "added|filed|guest post|guest column|guest essay) )?by|"
    "authors?|writer|(?:(?:eine? )?(?:artikel|beitrag|gastbeitrag|gastkommentar|analyse|kommentar|kolumne|bericht|"
    "reportage|interview|essay|rezension|geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|gespeichert) )?von|"
    "eine? [^\\W\\d_]{4,16} von|durch|autor(?:(?:/-?|:|\\*)?in(?:nen)?|en|zy|ul|i)?|auteurs?|"
    "(?:(?:une? )?(?:article|texte|entretien|publié|écrit|(?:article )?rédigé|posté) )?par|(?:propos )?recueillis? par|"
    "une? (?:reportage|enquête|chronique|analyse|entretien|article|tribune|récit) de|"
    "(?:una? )?(?:crónica|reportaje|entrevista|análisis|artículo|columna) de|"
    "d(?:al|alla|all[’'])(?: nostr[oa])? ?inviat[oa]|aufgezeichnet von|aus \\w+ berichtet|"
    "(?:(?:publicado|escrito|redactado|firmado|postado|texto) )?por|autora?|"
    "(?:scritto|pubblicato|postato) da|di|autore|a cura di|(?:(?:geschreven|geplaatst) )?door|"
    "(?:(?:skrevet|skriven|publisert|publicerad) )?a[vf]|kirjoittaja|"
    "opracował[ao]?|oprac\\.|подготовила?|беседовала?|napisała?|napsala?|napisa[ol]a?|piše|"
    "szerző|írta|автор|автори|писател|пише|συντάκτης|γράφει (?:ο|η)|του|της|των|"
    "yazan|yazar|oleh|penulis|tác giả|nga|(?:scris|publicat|postat|articol) de|autors|autorius|"
    "מאת|بقلم|كتبت?|الكاتب|نویسنده|लेखक|লেখক|โดย|ผู้เขียน|作者|撰文|记者|記者|执笔|執筆|著者|筆者|責任編集|기자"
)
LABEL = Pattern(rf"\s*(?:(?:{_WITH_COLON}|{_ALONE})\s*[:：]|(?:{_ALONE})(?:\s|(?<=[\u0e00-\u9fff])))\s*", re.IGNORECASE)
_TIME = (
    r"\d{1,2}[:.]\d{2}\b|(?:19|20)\d{2}\b|\d{1,2}\.? ?(?:[A-Za-zÀ-ž]{3,})\.? |"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b(?:mon|tues?|wed|thurs?|fri|sat|sun)[.,]*(?:,| (?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))|"
    r"\b(?:mo|di|mi|do|fr|sa|so)\.?,? \d|\d+ (?:minutes?|hours?|days?|weeks?) ago|\d{1,2}[./-]\d{1,2}\b"
)
_CUT = Pattern(
    rf"\s*(?:[|•·►»]|\s[-–—]+(?:\s|$)|@\w|\bfollow\b|\bupdated\b|\bpublished\b|\bposted\b|"
    rf"(?:\b(?:on|at|am|um|le|el|il|den|à) |, ?|\()?(?:{_TIME})|\bon \S+ \d|(?<=[\u4e00-\u9fff])/|<|"
    r"(?<=[\u4e00-\u9fff])\s+(?:责任|責任)?(?:编辑|編輯|责编|責編|来源|來源)\s*[:：]).*",
    re.DOTALL | re.IGNORECASE,
)
_BETWEEN = Pattern(
    r"\s*\((?:avec|with|mit|con|met|med|com)\s+|\s*[;、／]\s*|\s+/\s+|,?\s+(?:and|und|et|y|e|og|och|en|ja|i|&|и|і|та|și|ve|dan|và|και|ו)\s+|"
    r"\s*,\s+",
    re.IGNORECASE,
)
_JOB = Pattern(
    r"(?<=\w)\s+(?:senior|staff|special|chief|associate|contributing|managing|deputy|freelance|envoyée?s?)\s.*|"
    r"\s+(?-i:in (?!der |den |[’']t )[^\W\d_a-zß-öø-ÿ]).*|"
    r"(?<=[가-힣]{2})\s+(?:[가-힣]+\s+)?(?:[가-힣]*기자|특파원|칼럼니스트|[가-힣]*위원|교수|작가|에디터)$|\s+(?:記者|记者)$",
    re.IGNORECASE,
)
_CAPITALS = Pattern(r"([^\W\d_a-zß-öø-ÿ]{2,}(?:[ '’.-]+[^\W\d_a-zß-öø-ÿ]{2,})+)\s+[^\W\d_][^\W\d_A-Z].*", re.DOTALL)
_AFTER = words(
    "reporter correspondent editor writer staff columnist contributor producer journalist chief analyst presenter "
    "critic daily weekly desk news times post press magazine today bbc cnn radio tv agency sport tribune herald "
    "journal gazette guardian insider foundation university institute institut network media group company college "
    "zeitung verlag online special usa md phd dr jr sr m.d. ph.d. j.d. mph rn inc ltd redaktion redakteur redakteurin "
    "chefredakteur chefredakteurin korrespondent korrespondentin reporterin volontär volontärin rédaction rédacteur "
    "rédactrice journaliste correspondant correspondante redactor redactora periodista giornalista corrispondente"
)
_SITE = Pattern(r"\w\.\w")
_FIGURE = Pattern(r"\d")
_AGENCIES = words("bloomberg reuters afp ap dpa efe ansa upi tass")
_NONE = words("admin administrator webmaster editor staff author guest unknown null none undefined redacción redazione")
_LONGEST = 80


def names_of(text: str) -> list[str]:
    """Return the names in an author field or a byline, in order; empty when it names nobody."""
    text = " ".join(text.split()).strip(" ,;:|·•-–—\u200b")
    if not text or "://" in text or re.search(r"\S@\S+\.\w", text) or text.startswith(("@", "www.", "{")):
        return []
    for _ in range(2):  # `von Autor: Ann Beispiel`
        label = LABEL.match(text)
        if label and label.end() < len(text) and (" " in text[label.end() :] or not label.group().rstrip().isalpha()):
            text = text[label.end() :]
    text = _CUT.compiled.sub("", text, count=1).strip(" ,;:|·•-–—(") if _CUT.search(text, 1) else text
    if _LAST_FIRST.fullmatch(text):
        return [text]
    found: list[str] = []
    parts = _BETWEEN.compiled.split(text)
    for part in [text] if any(len(part) < 2 for part in parts if part) else parts:
        name = _without_job(part.strip(' ,;:|·•"“”'))
        if not name or len(name) > _LONGEST or name[0].isdigit() or LABEL.fullmatch(f"{name} "):
            continue
        if found and name.casefold() in ("jr.", "jr", "sr.", "sr", "iii", "ii"):
            found[-1] += f", {name}"
        elif not found or not _is_no_person(name, found[0]):
            found.append(name)
    return found


_LAST_FIRST = Pattern(r"[^\W\d_]*[a-zß-öø-ÿ][\w'’-]*, [^\W\d_][\w.'’-]*(?: [\w.'’-]+)?")
"""`Example, Ann de`: a library's way, as the Dublin Core has it."""


def _without_job(name: str) -> str:
    """Return the name without the job behind it: `Ann Example Senior Sample Correspondent`, `ANN EXAMPLE in Berlin`."""
    if name.count("(") < name.count(")"):
        name = name.rstrip(")")
    if name.endswith(")") and "(" in name[2:] and not _SITE.search(name):  # `Ann Example (Sample News)`
        name = name[: name.rindex("(")].rstrip()
    capitals = None if _has_no_blanks(name) else _CAPITALS.fullmatch(name)
    name = capitals[1] if capitals else _JOB.compiled.sub("", name)
    first, _, last = name.rpartition(" ")
    return first if " " in first and last.casefold() in _AGENCIES else name


def _is_no_person(part: str, first: str) -> bool:
    """Return whether what follows a name is the author's job, degree, outlet or place."""
    parts = {word.strip(".,()").casefold() for word in part.replace("-", " ").split()}
    if (
        parts & _AFTER
        or (part.isupper() and not _is_in_capitals(first))
        or (part[0].islower() and _FIGURE.search(part))
    ):
        return True
    return len(part.split()) == 1 and not _has_no_blanks(part) and (len(first.split()) > 1 or first.isupper())


def _is_in_capitals(text: str) -> bool:
    """Return whether the text is in capitals, but for the small letters of `McFALL` and `DeVRIES`."""
    return sum(map(str.isupper, text)) > 2 * sum(map(str.islower, text))


def _has_no_blanks(text: str) -> bool:
    """Return whether names in the text's script are one word: Chinese, Japanese, Korean, Thai."""
    return text[:1] >= "\u0e00"


def all_names(texts: list[str]) -> list[str]:
    """Return the names in all of the texts, each once, but for accounts that name nobody and what XML cannot hold."""
    found: dict[str, str] = {}
    for text in texts:
        for name in names_of(text):
            if name.casefold() not in _NONE and is_xml_text(name):
                found.setdefault(re.sub(r"\W+", "", name.casefold()) or name, name)
    return list(found.values())[:20]
