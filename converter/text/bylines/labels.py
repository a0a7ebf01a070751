"""Labels before an author's name: `Story and photos by`, `Ein Gastbeitrag von`, `Text:`, `Корреспондент`.

The words of a label have kinds, by tables of many languages; which words a label has and in which order is one
expression over the letters of their kinds. What stands behind a label is asked for names by `bylines.byline`.
"""

from __future__ import annotations

from converter.text.lines import words
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["sure", "opener", "weak", "genre"]

_OPENERS = words("by von par por per av af door oleh yazan przez bởi nga")
_PREPOSITIONS = words(
    "από на di da dal dalla dai dalle dello della de del van pel pela from från fra na ni od от від из του της των "
    "theo d'"
)
"""Openers that mostly mean something else."""
_TEXTS = words(
    "text texts texte textes texto textos testo testi tekst teksti texti teksts текст тексты words szöveg besedilo "
    "κείμενο"
)
_GENRES = words(
    "story article report reporting reportage rapport post analysis opinion comment commentary review column feature "
    "essay interview investigation editorial perspective "
    "advice exclusive research entry dispatch profile obituary exclusif "
    "kritik filmkritik artikel beitrag fragen bilanz gastbeitrag gastkommentar kommentar analyse kolumne bericht "
    "rezension glosse "
    "porträt leitartikel "
    "zwischenruf recherche gespräch protokoll "
    "chronique enquête tribune éditorial édito récit entretien dossier propos billet décryptage "
    "crónica reportaje entrevista análisis artículo columna opinión editorial "
    "cura articolo intervista commento analisi editoriale inchiesta servizio reportatge "
    "reportagem crônica opinião artigo coluna análise "
    "opinie commentaar column ledare krönika debattartikel intervju analys leder kronikk kommentti haastattelu kolumni "
    "wywiad rozmowę opracowanie rozhovor interjú articol interviu röportaj haber yazı "
    "интервью материал колонка репортаж беседу інтерв'ю розмова колонка інтервю ρεπορτάζ επιμέλεια συνέντευξη "
    "ανταπόκριση "
    "laporan wawancara bài tin"
)
PICTURES = words(
    "photo photos photograph photographs photography picture pictures image images video videos illustration "
    "illustrations foto fotos foto's fotografie fotografía fotografías bild bilder bilde beeld kuva kuvat "
    "photographies "
    "zdjęcia zdjęcie fotó fotók fotoğraf fotoğraflar kamera фото снимки фотографии φωτογραφίες ảnh imagen imágenes "
    "imagens graphic graphics footage vidéo"
)
_DONE = words(
    "interviewed curated reviewed presented written updated ligne posted reported published compiled produced "
    "contributed authored submitted filed created "
    "added "
    "uploaded told "
    "geschrieben verfasst veröffentlicht erstellt eingestellt gespeichert aufgezeichnet protokolliert notiert "
    "zusammengestellt eingereicht gepostet "
    "écrit ecrit rédigé publié posté réalisé réalisée signé signée recueillis recueilli préparé "
    "escrito escrita publicado redactado firmado elaborado postado producido realizado "
    "scritto scritta pubblicato postato "
    "geschreven geplaatst gepubliceerd skrevet skrive skriven publisert publicerad udgivet "
    "ditulis diposting dipublikasikan escrit publicat scris postat realizat consemnat "
    "napisane dodane opublikowane shkruar imeandikwa viết đăng публикувано"
)
_AUTHORS = words(
    "tác giả phóng viên người viết thực hiện "
    "author authors author(s) writer columnist correspondent reporter journalist contributor contributors byline "
    "autor autoren autorin autor/in autor*in autor:in autor/innen autor*innen verfasser verfasserin redakteur "
    "redakteurin gastautor gastautorin "
    "reporterin korrespondent korrespondentin "
    "auteur auteure auteurs autrice auteur(s) journaliste rédacteur rédactrice correspondant correspondante "
    "autora autores autor(a) periodista redactor redactora reportera reportero corresponsal firma "
    "autore autori redattore redattrice giornalista inviato inviata "
    "repórter jornalista correspondente verslaggever redacteur "
    "författare skribent forfatter journalist toimittaja kirjoittaja "
    "redaktion rédaction redacción redactie redakcja redação szerkesztő autorzy autorka redaktor dziennikarz "
    "dziennikarka autoři autory szerző szerzők riporter újságíró tudósító "
    "yazar yazan muhabir muhabirimiz hazırlayan derleyen autorul reporterul "
    "автор авторы автори авторка корреспондент кореспондент журналист журналіст журналистка журналістка спецкор собкор "
    "корр обозреватель репортер репортёр аутор новинар "
    "novinar novinarka dopisnik avtor avtorica autorius autorė autors autore autorė höfundur blaðamaður müəllif egilea "
    "mwandishi shkruan συντάκτης συντάκτρια συγγραφέας ανταποκριτής "
    "editör toimetaja penulis pewarta wartawan kontributor jurnalis"
)
# Who is told by a verb: `Napsala Anna Vzorová`, `Беседовал Иван Образцов`. They may have a colon.
_TELLING = words(
    "führte führten stellte stellten vedl vedla przeprowadził przeprowadziła "
    "opracował opracowała oprac napisał napisała rozmawiał rozmawiała przygotował przygotowała dodał dodała "
    "opublikował "
    "publikováno consemnat napsal napsala připravil připravila zpracoval zpracovala napísal napísala pripravil "
    "pripravila zapisal zapisala "
    "napisao napisala razgovarao razgovarala objavio objavila piše írta összeállította készítette közzétette beküldte "
    "kirjoittanut kirjutas julkaissut kalbino parengė pripravila "
    "опубликовано подготовил подготовила подготовили беседовал беседовала беседовали записал записала написал "
    "написала опубликовал "
    "опубликовала взял взяла вела вёл "
    "підготував підготувала розмовляв розмовляла записав написав спілкувалася спілкувався пише пишува пишe "
    "γράφει γράφουν shkruan"
)
_JOINERS = words("és và and und et y e en och og ja i a & + /és și ve và et и і та и και dan și , e")
_POSSESSIVES = words(
    "our unser unsere unserem unseren unserer notre nos nuestro nuestra nuestros nostro nostra nostri onze vår vores "
    "nosso nossa naš našeg našeho naszego nasz наш нашего нашої наша"
)
_BESIDE = words(
    "a an the ein eine einem der die das un une una uno il lo la le l' el o os uma um en een ett et guest special "
    "staff senior news "
    "political chief own exclusive full original last article story opinion entretien interview dossier статьи "
    "материала статті ο η οι "
    "spécial especial speciale mis as last"
)

_KINDS_OF_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("t", _TEXTS),
    ("g", _GENRES),
    ("p", PICTURES),
    ("d", _DONE),
    ("w", _AUTHORS),
    ("v", _TELLING),
    ("b", _OPENERS),
    ("q", _PREPOSITIONS),
    ("j", _JOINERS),
    ("o", _POSSESSIVES),
    ("x", _BESIDE),
)
FIRST_WORDS = (
    _OPENERS | _PREPOSITIONS | _TEXTS | _GENRES | PICTURES | _DONE | _AUTHORS | _TELLING | _POSSESSIVES | _BESIDE
)
_TOKEN = Pattern(
    r"\s*(?:(?P<mark>[:：|｜丨–—/՝-]+)|(?P<word>[,&+]|[^\s:：|｜丨–—/՝,&+*-]+)(?:(?:/-?|:|\*)in(?:nen)?\b)?)"
)
_PLACE = Pattern(r",? (?:à|in|en|a|i|em|w) [^\W\d_a-z]\w+,?(?= )")
_ELIDED = ("l'", "l’", "d'", "d’")
# `:` is any mark: between two words it joins them.
_SURE = Pattern(
    r"(?=.*[tgd])[xj]*[tgpd](?:[j:]?[tgpd])*b:?|x*w[wxbg]*:|x*g[xw]+w*:|x*t:|x*t[j:](?:[tp][j:]?)+|p[j:]t:|"
    r"x*[tg]?v:|b:|x*g:b:?"
)
_OUR = Pattern(r"[bq]?x*ox*y?w[wx]*:?")
_WEAK = Pattern(r"(?=.*[tgdq])(?!p*q)[xj]*[tgpd](?:[j:]?[tgpd])*q:?|q:?|x*w[wx]*|x*t(?:[j:][tgp])*|x*[tg]?v")
_GENRE = Pattern(r"x*g(?:[j:]?[tgpd])*:")
_MOST_WORDS = 8


def find_labels(text: str) -> Iterator[tuple[int, Kind]]:
    """Yield where labels end that the line may begin with, the longest first, and how much each says.

    Behind a `sure` one names follow. Behind an `opener`, behind a `weak` one, which is a word as others are, and behind
    a `genre` with its colon, what is told may follow as well.
    """
    letters = ""
    ends: list[int] = []
    at = 0
    while len(ends) < _MOST_WORDS and (token := _TOKEN.match(text, at)) is not None:
        word = token["word"]
        end = token.end()
        if word is None:
            letter = ":"
        else:
            bare = word.lower()
            if bare.startswith(_ELIDED) and len(bare) > len("d'"):
                if bare[0] == "d":
                    letters += "q"
                    ends.append(token.start("word") + len("d'"))
                    break
                bare = bare[len("l'") :]
            letter = _letter_of(bare.rstrip("."), is_ours="o" in letters)
            if not letter and letters.endswith("o") and word[0].isupper():
                letter = "y"  # `Von unserem Berliner Korrespondenten`
        if not letter:
            break
        letters += letter
        ends.append(end)
        at = end
    for count in range(len(ends), 0, -1):
        label = letters[:count]
        if letters[count:].strip("xbjq"):
            return  # What is left begins with a word of labels and with no name; a name may begin with a small word.
        if _SURE.fullmatch(label):
            yield ends[count - 1], "sure"
        elif _OUR.fullmatch(label):
            place = _PLACE.match(text, ends[count - 1])
            yield (place.end() if place else ends[count - 1]), "sure"
        elif _GENRE.fullmatch(label):
            yield ends[count - 1], "genre"
        elif label == "b":
            yield ends[count - 1], "opener"
        elif _WEAK.fullmatch(label):
            yield ends[count - 1], "weak"


def _letter_of(word: str, *, is_ours: bool) -> str:
    if is_ours:
        from converter.text.bylines.newsrooms import is_desk_word

        if is_desk_word(word):
            return "w"
    return next((letter for letter, known in _KINDS_OF_WORDS if word in known), "")


def is_label_alone(text: str) -> bool:
    """Return whether the whole line is a label whose names stand on the next one: `Author:`, `Written by`, `Words`."""
    return any(end == len(text) for end, _ in find_labels(text))
