"""The headline: the first line, where it is one. A text need not have one, and then none is made.

On the wire the title is what stands between the header and the dateline, in
capitals in all but 28 of 19,043. Elsewhere a first line is a headline when it
is short, no sentence, no quotation and no label, and the story follows it: a
line of prose that is longer and ends as a sentence does
(`docs/decisions/0014-headline-shares-words.md`).
"""

from __future__ import annotations

from itertools import pairwise

from converter.text.captions import is_caption
from converter.text.label_lines import is_label, speaks_of_page
from converter.text.lines import (
    FULL_STOPS,
    QUESTION_MARKS,
    count_digits,
    count_words,
    ends_sentence,
    final_mark,
    is_capitals,
    words,
)
from converter.text.openings import is_opening
from converter.text.patterns import Pattern
from converter.text.surroundings import MOST_CHARACTERS, MOST_WORDS

# 95 % of headlines have at most 18 words; what is longer needs more evidence. One word is a kicker or a place.
_USUAL_WORDS = 18
_LONG_WORDS = 22
_WIRE_WORDS = 32  # In three lines.
_LEAST_WORDS = 2
_LEAST_WITH_STOP = 4
_LEAST_IN_CAPITALS = 4
_SHORT_WORDS = 10
_OPENING_QUOTES = "\"“„«»‘'「『"
_CLOSING_QUOTES = "\"”»“’'」』"


_IN_TITLE_CASE = (None, "en", "id", "ms", "tl", "vi")
"""Languages in which headlines may have capitals that no sentence has."""
_DASHED = ("no", "da", "sv", "fi")
"""Languages whose headlines quote behind a dash."""
_DASHES = ("- ", "– ", "— ")


def is_wire_title(text: str) -> bool:
    """Return whether a line at the head of a wire story is its title: set in capitals."""
    return is_capitals(text) and count_words(text) <= _WIRE_WORDS


def is_headline(text: str, following: list[str], *, is_marked: bool = False, lang: str | None = None) -> bool:
    """Return whether a first line is a headline; `following`: the next lines, bylines and furniture left out.

    `is_marked` says that what stands below headlines stands below it: a byline, a date, a paragraph with a dateline.
    `lang` is the story's language: in some a headline with a full stop is known by the words that it leaves out.
    """
    bare = text.strip(" \t\xa0")
    if bare[:1] == bare[-1:] == "*":
        bare = bare.strip("* ")  # `**Ferry to stop on Sundays**`
    elif lang in _DASHED and bare[:2] in _DASHES and following and following[0][:1] != bare[0]:
        bare = bare[2:].lstrip()  # `– Brua burde aldri vært stengt`
    title = _without_site(bare) if 0 < len(bare) <= MOST_CHARACTERS else None
    if title is not None:
        bare, is_marked = title, True
    count = count_words(bare)
    if count == 1 and _is_one_long_word(bare, following):
        return True
    if (
        not _LEAST_WORDS <= count <= MOST_WORDS
        or len(bare) > MOST_CHARACTERS
        or not (_opens_like_one(bare) or _is_small_one(bare, count, following, is_marked=is_marked))
        or is_label(bare, is_marked=is_marked)
    ):
        return False
    if _is_row(bare) or is_opening(bare) or is_caption(bare) or _is_below_agency(bare):
        return False
    if not is_marked and (_is_said(bare, following) or ("," in bare and _is_motto(bare))):
        return False  # The first line of a transcript or of a list of facts.
    if not is_marked and following and (_is_first_of_list(bare, following) or _is_cut_from(bare, following)):
        return False
    if not is_marked and ", " in bare and _is_portrayed(bare, count):
        return False  # `Ann Example, director of the harbour office`
    if not is_marked and count <= _NAME_WORDS and _is_named(bare, following):
        return False
    if not is_marked and bare[-1] == ")" and count_digits(bare) < _DIGITS_OF_A_YEAR and _is_name_in_front(bare):
        return False  # `Anna Muster (SPD)`
    is_title = is_title_case(bare)
    # Above a list or a table a headline is known only by its words.
    is_followed = _is_followed_by_story(bare, following) or (is_marked and _is_long(bare, following[:1]))
    if not is_followed and not (is_title and count >= 4 and share_of(bare, following) >= 2):
        return False
    shared = share_of(bare, following)
    is_told_of = shared >= 2 and _is_above_prose(following, within=3)
    is_told_again = _is_told_again(bare, count, following)
    if (
        not _may_end_one(bare, is_title, shared, lang, is_marked=is_marked, is_told_of=is_told_of)
        and not is_told_again
        and not (is_told_of and lang in _LEFT_OUT and _leaves_out(bare, lang))
    ):
        return False
    if count == 2:
        # Sections and captions have two words too: both must be what the story is about, or a byline must follow.
        # In `Village revival` the small letter says that it is nobody's name.
        said = [stem for stem in stems_of(bare) if not stem.isdigit()]
        least = 1 if bare.split()[-1][0].islower() else max(len(said), 1)
        return not bare.isupper() and (is_marked or shared >= least)
    if is_marked or is_told_again:
        return True
    if is_told(bare, count) and not is_title:
        return False
    if (
        final_mark(bare) in QUESTION_MARKS
        and bare[-1] not in _CLOSING_QUOTES
        and not is_title
        and (
            (count > _SHORT_WORDS and _TOLD_INSIDE.search(bare) is not None)
            or shared < (3 if "?" in bare[:-1] else 2 if _SENTENCE_INSIDE.search(bare[:-1]) else 1)
        )
    ):
        return False  # A question that opens the story; one above it is about what the story says.
    # A headline repeats words of its story, which a caption, a section's name or a call to click seldom does.
    if count > _USUAL_WORDS:
        return (shared >= 4 and count <= _LONG_WORDS) or (is_title and shared >= 2)
    if ": " in bare and count >= 7 and not ends_sentence(bare):
        return True  # `The man whose duvet nearly killed him: How a mystery was solved`: no caption is built so.
    if shared >= 1 or (is_title and count >= 4 and lang in _IN_TITLE_CASE and not bare.isupper()) or _is_counted(bare):
        return True
    # `A glimpse of the future`: of 590 headless texts of pages none opens with a line that has nothing of its story
    # and is as short as this above two paragraphs of prose.
    return (
        (_LEAST_IN_CAPITALS if bare.isupper() else 3) <= count <= _SHORT_WORDS
        and bare[-1] not in "!！"
        and not bare[-1].isdecimal()
        and not _is_list_of_words(bare)
        and not _names_somebody(bare, lang)
        and not speaks_of_page(bare)
        and _is_above_prose(following)
    )


_BEFORE_SITES = (" - ", " – ", " — ", " | ", " :: ", " » ")
_LEAST_BEFORE_SITE, _MOST_OF_SITE = 3, 5


def _without_site(text: str) -> str | None:
    """Return what stands before the name of a site at the end of a page's title: `Ferry to stop … | Sample News`."""
    if text[-1] > "\u2fff":
        match = _TITLE_EAST_ASIAN.fullmatch(text)
        return match["title"] if match else None
    mark, at = max(((mark, text.rfind(mark)) for mark in _BEFORE_SITES), key=lambda found: found[1])
    if at < 0 or count_words(text[:at]) < _LEAST_BEFORE_SITE:
        return None
    site = text[at + len(mark) :].split()
    if not 1 <= len(site) <= _MOST_OF_SITE or not all(word[0].isupper() or word in ("of", "the") for word in site):
        return None
    from converter.text.agencies import AGENCIES
    from converter.text.bylines.persons import PAPERS

    said = [word.casefold() for word in site]
    # Behind a dash an agency may be the credit of a picture.
    is_agency = mark == " | " and " ".join(said) in AGENCIES
    is_site = is_agency or not PAPERS.isdisjoint((said[0], said[-1])) or _SITE.fullmatch(site[0])
    return text[:at].rstrip() if is_site else None


_TITLE_EAST_ASIAN = Pattern(
    r"(?P<title>[^_|｜]{6,}?)(?:\s?[-_|｜–—]\s?(?!-)[^\s\-_|｜–—]{0,12}(?:网|網|报|報|社|新闻|新聞|频道|頻道|财经|客户端|電子報|ニュース|"
    r"オンライン|デジタル|일보|뉴스|신문|방송|닷컴)){1,3}"
)
_SITE = Pattern(r"(?:[A-Za-z0-9-]{2,24}\.)+(?:com|org|net|info|co|[a-z]{2})")


def _is_above_prose(following: list[str], *, within: int = 2) -> bool:
    """Return whether two of the next lines are paragraphs of prose; of three, one may be a deck or a crosshead."""
    return sum(map(_is_prose, following[:within])) > 1


def _names_somebody(text: str, lang: str | None) -> bool:
    """Return whether a line has a name, which its story would have too: `Ann Example reports`, `Von Anna Muster`.

    In German every noun has a capital, and a name two; `Neue Pläne` may open a headline.
    """
    if text[0] in _OPENING_QUOTES:
        return False
    capitals = [word[0].isupper() and not word.isupper() for word in text.split()]
    if lang == "de":
        return any(map(all, pairwise(capitals[1:])))
    said = text.split()
    return any(is_capital and said[at][-1] not in ".?!:" for at, is_capital in enumerate(capitals[1:]))


_JOINED = words("and und et y e en och og ja i a és și ve и та & | · • / – —")


def _is_motto(text: str) -> bool:
    """Return whether the line is three words that nothing joins but commas or an `and`."""
    parts = text.strip(".!").replace(" & ", ", ").replace(", and ", ", ").split(", ")
    return len(parts) == 3 and all(len(part.split()) == 1 for part in parts)


def _is_list_of_words(text: str) -> bool:
    """Return whether the line is a motto or names: `Truth, Freedom, Progress`, `Ann Example and Bo Sample`."""
    if _is_motto(text):
        return True
    said = text.split()
    return not _JOINED.isdisjoint(said) and all(word[0].isupper() or word in _JOINED for word in said)


_SMALL_WORDS = words("la le les un une des du el los las una il lo gli i ein eine mit zu zum zur von für het een")
"""Common words that a headline without capitals may open with; conjunctions, pronouns, verbs open half a sentence."""
_SPEECH = words(
    "said says including according secondo segundo selon według teilte teilten sagte meldete erklärte informó "
    "dijo añadió informou disse meldde zei podał uvedl sade säger sagde sier sanoi közölte anunță заявил сообщил "
    "сообщили повідомили kertoo katanya ujar"
)


def _is_small_one(text: str, count: int, following: list[str], *, is_marked: bool) -> bool:
    """Return whether a line with a small first letter is set so, and no part of a sentence."""
    if not text[0].islower() or count < _LEAST_SMALL or ends_sentence(text) or "," in text or is_capitals(text):
        return False
    first, _, rest = text.partition(" ")
    is_name = first in _PARTICLES and rest[:1].isupper()  # `de Blasio opens bridge`
    if not is_name and (first in _SPEECH or _is_common(first)) and first not in _SMALL_WORDS:
        return False
    return is_marked or (_is_above_prose(following, within=3) and share_of(text, following) >= 2)


_LEAST_SMALL = 3
_PARTICLES = words("de van von du di da al bin ibn ten ter")


def _is_common(word: str) -> bool:
    from converter.text.common_words import COMMON_WORDS

    return any(f" {word} " in f" {table} " for table in COMMON_WORDS.values())


_AGENCY_FIRST = Pattern(
    r"\([A-ZА-Я]{2,8}\) ?(?:--?|–|—) |\((?:CNN|AP|AFP|UPI|KTLA|WTVR)\) ?[A-Z]|[A-Z]{4,}(?: [A-Z]{3,})? (?:--|—) |"
    r"[^\W\d_][\w ]{2,24}, [A-Z][\w. ]{2,24} -- |"
    r"[^\W\d_][^()/]{2,40}[(/](?:Reuters|REUTERS|AP|AFP|dpa|DPA|EFE|ANSA|UPI|ТАСС|TASS|Lusa|ANP|APA|PTI|ANI|IANS|EFE|CNN)[)/]"
    r"[ .]{0,2}(?:--?|–|—|\.)|"
    r"[^\W\d_][\w ]{2,24}[.,] \d{1,2}\.? [^\W\d_]{3,10}\.? .{0,24}(?:-|–|—) "
)
"""What a dateline begins a paragraph with, its sentence without a stop."""


def _is_below_agency(text: str) -> bool:
    return ("(" in text or " - " in text or "—" in text or "–" in text or "--" in text or "/" in text) and (
        _AGENCY_FIRST.match(text) is not None
    )


_LEFT_OUT = {
    "en": words(
        "the a an is are was were been being am has have had will would can could may might must should did does "
        "do i you he she it we they his her its their our my your this that these those there who said says told "
        "nobody him them me us every each both other another some any but took went came met gave made saw held "
        "began don doesn didn isn aren wasn won couldn wouldn hasn haven"
    ),
    "de": words(
        "der die das den dem des ein eine einen einem einer eines ist sind war waren wird werden wurde wurden hat "
        "haben hatte hatten er sie es wir ihr ich man sich dieser diese dieses kann soll will muss im am zum zur "
        "vom beim"
    ),
    "fr": words(
        "le la les un une des du au aux est sont était étaient a ont avait avaient sera il elle ils elles on nous "
        "vous je ce cette ces se qui que l c j s n qu"
    ),
    "es": words(
        "el la los las un una unos unas del al es son era eran fue fueron está están ha han había se lo le él "
        "ella yo que"
    ),
    "it": words(
        "il lo la i gli le un uno una del della dei degli delle dello al alla ai agli alle nel nella dal dalla "
        "sul sulla è sono era erano ha hanno si che l un dell all nell dall sull"
    ),
    "pt": words(
        "o a os as um uma do da dos das no na nos nas ao à aos às pelo pela é são era eram foi foram está estão "
        "há tem se que ele ela eu"
    ),
    "nl": words(
        "de het een is zijn was waren wordt worden werd werden heeft hebben had hij zij ze we er ik je dit dat deze die"
    ),
}
"""By language: articles, copulas, auxiliaries and pronouns, which a sentence has and a headline leaves out."""
_BETWEEN_NOUNS = words(
    "als für mit ohne gegen und in auf nach vor statt zu aus bei trotz wegen oder bis ab an durch um über unter"
)
_MOST_LEFT_OUT, _LEAST_LEFT_OUT = 8, 3


def _leaves_out(text: str, lang: str) -> bool:
    """Return whether a line with a stop is a headline by what it leaves out: `Christie comes out for Altschuler.`"""
    said = [word.strip(".,;:!?\"'“”„«»()") for word in text.casefold().replace("’", "'").split()]
    return (
        len(said) <= _MOST_LEFT_OUT
        and (len(said) >= _LEAST_WITH_STOP or (len(said) == _LEAST_LEFT_OUT and len(max(said, key=len)) >= _LONG_WORD))
        and final_mark(text) == text[-1] == "."
        and not _SENTENCE_INSIDE.search(text)
        and _LEFT_OUT[lang].isdisjoint(word.partition("'")[0] for word in said)
        # A German headline of nouns has a verb nowhere: `1Password scannt auch QR-Codes.` is a sentence.
        and not (lang == "de" and any(word[0].islower() and word not in _BETWEEN_NOUNS for word in text.split()))
        # `Drivers queued for hours.` tells what was; headlines have it in the present.
        and not (lang == "en" and any(word.endswith("ed") for word in said) and "to be" not in text)
        # `Traffic on Harbour Bridge.` is what a picture shows.
        and not (lang == "en" and not _may_have_verb(text.split()))
        and not (lang in _PLACES and _is_placed(text, _PLACES[lang]))
    )


_PLACES = {
    "fr": words("à en sur dans avec chez devant de"),
    "es": words("en con de ante junto frente"),
    "it": words("a in con di su davanti"),
    "pt": words("em com de diante"),
    "nl": words("in op bij met van voor"),
}


def _is_placed(text: str, placing: frozenset[str]) -> bool:
    """Return whether behind the first names or the first noun stands where they are: `Ana Ejemplo en Villamuestra.`"""
    said = text.split()
    small = next((word for word in said[1:] if word[0].islower()), "")
    return small in placing


# Above the headline, in a container's text.
_SECTIONS = words(
    "news politics world business sport sports opinion technology tech health science entertainment culture arts "
    "education environment travel lifestyle money finance economy markets society international national local us "
    "uk europe africa asia americas middle_east world_news us_news uk_news local_news national_news top_news "
    "opinion_column editorial editorials commentary comment analysis exclusive feature features interview "
    "football soccer tennis cricket rugby golf basketball baseball hockey books film films movies music tv media "
    "theatre food fashion crime weather climate religion law military defense defence energy cars motoring "
    "property gaming games celebrity life magazine nation metro elections election politik wirtschaft panorama "
    "kultur wissen sport ausland inland feuilleton gesellschaft digital politique économie monde société culture "
    "política economía mundo deportes sociedad cultura brasil economia esportes cronaca politica esteri "
    "spettacoli binnenland buitenland actualité actualités faits_divers international france régions tribune "
    "éditorial internacional nacional opinión sucesos tecnología salud ciencia última_hora attualità mondo "
    "opinioni salute tecnologia notícias cotidiano opinião saúde esporte nieuws economie opinie cultuur "
    "wetenschap regio nyheter inrikes utrikes ekonomi ledare debatt nyheder indland udland økonomi debat "
    "innenriks utenriks meninger kronikk kotimaa ulkomaat talous kulttuuri urheilu uutiset mielipide wiadomości "
    "kraj świat gospodarka polityka opinie kultura domácí zahraničí ekonomika názory zprávy belföld külföld "
    "gazdaság kultúra vélemény actualitate politică externe gündem dünya spor siyaset политика экономика общество "
    "мир в_мире происшествия спорт культура новости россия мнения політика економіка суспільство світ новини "
    "україна политика икономика общество свят новини πολιτική οικονομία κοινωνία κόσμος ελλάδα ειδήσεις أخبار "
    "سياسة اقتصاد رياضة العالم ثقافة منوعات رأي חדשות כלכלה בעולם דעות ספורט سیاسی اقتصادی اجتماعی جهان فرهنگی "
    "ورزشی جامعه پاکستان देश विदेश राजनीति राज्य खेल मनोरंजन বাংলাদেশ রাজনীতি আন্তর্জাতিক খেলা অর্থনীতি ข่าว "
    "การเมือง เศรษฐกิจ ต่างประเทศ thời_sự thế_giới kinh_doanh pháp_luật giáo_dục nasional internasional olahraga "
    "berita habari 社会 政治 経済 国際 スポーツ 文化 社説 速報 ニュース 国际 国内 财经 时政 要闻 体育 娱乐 评论 "
    "新闻 独家 社會 國際 財經 사회 정치 경제 국제 문화 스포츠 사설 속보 단독 საზოგადოება პოლიტიკა သတင်း ព័ត៌មាន "
    "தமிழ்நாடு ዜና"
)


def is_section(text: str) -> bool:
    """Return whether the line is the name of a section, as pages set it above the headline."""
    bare = text.strip(" \t\xa0|/›»>:•·").casefold()
    return len(bare) <= 24 and bare.replace(" ", "_") in _SECTIONS


_LONGEST_KICKER, _KICKER_WORDS = 32, 2


def is_kicker(text: str, below: str, following: list[str], *, is_marked: bool) -> bool:
    """Return whether a word or two stand above a line that shares three words with the story: a kicker, a place.

    Above a line that a byline or a date follows, which `is_marked` says, two words are enough.
    """
    if len(text) > _LONGEST_KICKER or count_words(text) > _KICKER_WORDS or text[-1] in ".,;?!。！？":
        return False
    if is_opening(text) or is_label(text) or text[0].isdigit():
        return False
    least = (2 if is_marked else 3) * (1 if below[0] < "\u0e00" else 2)
    return (
        count_words(below) >= _LEAST_WITH_STOP
        and (_is_above_prose(following, within=4) or (is_marked and any(map(_is_prose, following[:2]))))
        and share_of(below, following) >= least
    )


_PARTS_OF_A_SLUG, _WORDS_OF_A_PART = 3, 2


def is_slug(text: str) -> bool:
    """Return whether the line is an agency's keywords, which it sets above its headline: `Eastmere - art - harbour`."""
    parts = text.split(" - ")
    return len(parts) >= _PARTS_OF_A_SLUG and all(
        1 <= len(part.split()) <= _WORDS_OF_A_PART and part.replace(" ", "").isalpha() for part in parts
    )


_FILE_ID = Pattern(
    r"(?=\S*\d)(?:[A-Za-z]{1,12}[_#.-])?(?:[A-Za-z]{1,12}[_#.-])?\d{2,12}(?:\.(?:txt|html?|xml|json))?|[0-9a-f]{16,40}|"
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_SLUG = Pattern(r"[a-z0-9]{1,24}(?:[-_][a-z0-9]{1,24}){3,15}(?:\.html?|\.txt)?")
_LANGUAGE = Pattern(r"[a-z]{2}(?:[-_][A-Z]{2})?")
_LONGEST_FILE_ID = 48


def is_file_id(text: str) -> bool:
    """Return whether a corpus has numbered its text so, or said its language: `bg_3008`, `doc-12.txt`, `bg`.

    A year alone is none. The words of an address are one: `ferry-to-stop-on-sundays`.
    """
    if _SLUG.fullmatch(text):
        return True
    if len(text) > _LONGEST_FILE_ID or " " in text or _YEAR.fullmatch(text):
        return False
    return _FILE_ID.fullmatch(text) is not None or _LANGUAGE.fullmatch(text) is not None


_STANDING = words(
    "in_brief news_in_brief news_briefs world_in_brief business_in_brief sport_in_brief sports_in_brief "
    "letters_to_the_editor today_in_history this_day_in_history on_this_day quote_of_the_day quotes_of_the_day "
    "corrections_and_clarifications kurz_gemeldet kurz_notiert leserbriefe in_kürze courrier_des_lecteurs "
    "en_breve cartas_al_director cartas_dos_leitores em_breves in_breve lettere_al_direttore kort_nieuws "
    "ingezonden_brieven коротко_о_важном"
)


def is_standing_head(text: str) -> bool:
    """Return whether the line is the head that a roundup has every day, with its page or without: `In Brief (Page 3)`.

    Newsrooms call it a standing head. It says nothing of what the story says.
    """
    bare = text.partition("(")[0].strip(" \t\xa0:").casefold()
    return len(text) <= _LONGEST_STANDING and bare.replace(" ", "_") in _STANDING


_LONGEST_STANDING = 40


def _opens_like_one(text: str) -> bool:
    bare = text.lstrip(_OPENING_QUOTES + "¿¡([<^ ")
    first = bare[:1]
    return (
        first.isupper()
        or (first.islower() and any(map(str.isupper, bare[1:3])))  # `iPhone`, `eBay`, `macOS`.
        or first.isdigit()
        or first in "$£€#+"
        or (
            not first.isascii()
            and (not first.islower() or first.title() == first)  # Georgian has no capitals to open with.
            and first not in "–—―•·●▪■"
        )
    )


_SENTENCE_WORDS = words("has have had is are was were will would says said the a an")
_VERBS = _SENTENCE_WORDS - {"the", "a", "an"}
_OPENINGS = ("The ", "A ", "An ", "According ", "Earlier ")


def _label_of(text: str) -> str:
    """Return the name or label with a colon that a line opens with, in small letters, or an empty string."""
    label, colon, said = text.partition(":")
    names = label.split()
    is_label = colon and said and 1 <= len(names) <= 3 and all(name[0].isupper() for name in names)
    return label.casefold() if is_label else ""


_KINDS = words(
    "interview analysis opinion exclusive explainer review profile comment commentary editorial feature q&a "
    "analyse kommentar meinung interviu entretien entrevista intervista interjú wywiad rozhovor haastattelu "
    "intervju röportaj интервью інтерв’ю interviu wawancara análisis análise analisi"
)
"""What a headline says before its colon that it is: no speaker."""


def _is_said(text: str, following: list[str]) -> bool:
    """Return whether the line is the first of a transcript or a list of facts: the next one has another label."""
    label = _label_of(text)
    if not label or label in _KINDS or not following or _label_of(following[0]) in ("", label):
        return False
    # Above an interview: `Mayor: “I had to go”`, `Eastmere: The Roots of a Quarrel`.
    is_above = text[-1] in _CLOSING_QUOTES or (is_title_case(text) and share_of(text, following) >= 2)
    return not is_above


def _is_first_of_list(text: str, following: list[str]) -> bool:
    """Return whether the line is the first of several that are numbered."""
    return text[:2] in ("1.", "1)") and any(line[:2] == f"2{text[1]}" for line in following)


def _is_cut_from(text: str, following: list[str]) -> bool:
    """Return whether the line is what a teaser has of the paragraph below, with its dots."""
    bare = text.rstrip(".… ")
    return text.endswith(("…", "..")) and any(line.startswith(bare) for line in following[:3])


_NAME_WORDS = 4


def _is_named(text: str, following: list[str]) -> bool:
    """Return whether the line is a name that the story has just so: the caption of a picture, or a kicker.

    Every word of it has a capital, and the story has capitals and small letters.
    """
    return all(word[0].isupper() for word in text.split()) and any(text in line for line in following[:12])


_WORDS_OF_A_PORTRAIT = 14
_TELLING = words("who whose that wants says qui que quien che der die das will sagt dies die som который которая")


def _is_portrayed(text: str, count: int) -> bool:
    """Return whether the line is a person's name and job, as below a portrait: a headline tells what was done."""
    name, _, job = text.partition(", ")
    if count > _WORDS_OF_A_PORTRAIT or "," in job or any(map(text.__contains__, ':?!“„«"')) or count_digits(text):
        return False
    from converter.text.bylines.institutions import is_jobs, is_persons

    said = job.rstrip(".").split()
    return is_jobs(said[0]) and _TELLING.isdisjoint(said) and is_persons(name)


_DIGITS_OF_A_YEAR = 4
"""`Ann Example (1932-2024)` stands above what was written when she died."""


def _is_name_in_front(text: str) -> bool:
    from converter.text.bylines.institutions import is_name_in_front

    return is_name_in_front(text)


_HERE = Pattern(r"[.?!] Here[’']s (?:what|how|why|when|where|who|the)\b")


def is_told(text: str, count: int) -> bool:
    """Return whether an English line without a stop tells a thing as a sentence does: what stands below headlines.

    Of 1,456 headlines five do, of 286 lines below headlines that lack their stop 150.
    """
    said = [word for word in text.casefold().split() if word in _SENTENCE_WORDS]
    if ":" in text or _HERE.search(text) or not {"the", "a"}.intersection(said):
        return False
    return (count >= 16 and len(said) >= 3) or (
        count >= 10 and text.startswith(_OPENINGS) and bool(_VERBS.intersection(said))
    )


_DIGITS_OF_DATA = 15
"""`Sample Inc - WKN: 123456 - ISIN: US0000000001` has more; a headline none of them."""


def _is_row(text: str) -> bool:
    """Return whether a line is a row of figures: `Eastmere 14 11 6 15 - 44`."""
    words = text.split()
    if sum("\u3040" <= char <= "\u9fff" for char in text) >= 6:
        return False  # Without blanks between words a figure makes no word of its own.
    if count_digits(text) >= _DIGITS_OF_DATA or _is_day(words) or (":" in text and _MOMENT.search(text) is not None):
        return True
    if words[-2:-1] and words[-2][-1] == ":" and _is_figure(words[-1]):
        return True  # `Price today: 13190,84`
    return sum(map(_is_figure, words)) * 5 >= len(words) * 2 and len(words) > 2


_MOMENT = Pattern(r"\b(?:19|20)\d\d\b.*\b\d{1,2}:\d\d\b")
"""A year and a clock: `May 22, 2024 / 2:30 PM / Sample News`."""


def _is_day(words: list[str]) -> bool:
    """Return whether the words are a day, a month beyond ASCII or in small letters, and a year."""
    return (
        len(words) == 3
        and len(words[0]) <= 2
        and words[0].isdecimal()
        and (not words[1].isascii() or words[1].islower())
        and _YEAR.fullmatch(words[2]) is not None
    )


_YEAR = Pattern(r"(?:19|20)\d\d")


def _is_figure(word: str) -> bool:
    """Return whether the word is more figures than letters: `44`, `4-2`, `$12`, and not `3rd`."""
    digits = sum(map(str.isdigit, word))
    return digits > sum(map(str.isalpha, word)) and _YEAR.fullmatch(word) is None


def _may_end_one(
    text: str, is_title: bool, shared: int, lang: str | None, *, is_marked: bool, is_told_of: bool
) -> bool:
    """Return whether a headline may end so; `is_told_of`: two paragraphs of prose below share two of its words."""
    if text.count('"') % 2 and (ends_sentence(text) or _SENTENCE_INSIDE.search(text)):
        return False  # A part of what somebody says.
    last = text[-1]
    mark = "…" if text.rstrip(_CLOSING_QUOTES).endswith("..") else final_mark(text)
    if mark not in QUESTION_MARKS and last in ":;,-–—،、":
        return False
    if last in _CLOSING_QUOTES:
        # `Mayor: “We had to win”` is one; a line that is a quotation or ends a sentence in one is body.
        # A quotation alone is one only where it is about what the story says, and no whole sentence with its stop.
        is_all_quoted = _is_all_quoted(text)
        if text[-2:-1] == "," or (text[-2:-1] in FULL_STOPS and mark != "…"):
            # `Mayor: “We had to win.”`; a quotation with its stop and nothing else is the story.
            speaker = text.partition(": ")[0]
            return is_told_of and len(speaker) < len(text) and count_words(speaker) <= _NAME_WORDS and text[-2] != ","
        if mark == "…" and not is_all_quoted:
            return True
        return (
            is_marked
            or not is_all_quoted
            or (shared >= 1 and not _is_spoken(text))
            or (is_told_of and mark not in FULL_STOPS and _SENTENCE_INSIDE.search(text) is None)
        )
    if mark in FULL_STOPS:
        count = count_words(text)
        if is_title and lang in _IN_TITLE_CASE and _LEAST_WITH_STOP <= count <= _USUAL_WORDS:
            return is_marked or not _is_portrait(text)
        return is_marked and count <= _USUAL_WORDS and not _is_deck(text, count)
    if mark in ("!", "！"):
        # `Never heard them? Listen here!` is none, `Bad Innovation? You Bet!` is.
        return not _SENTENCE_INSIDE.search(text[:-1]) or (
            shared >= 1 and all(word[0].isupper() for word in text.split())
        )
    return mark != "…" or is_title or shared >= 3 or count_words(text) <= 8


_WORDS_OF_A_DECK, _WORDS_OF_TWO = 10, 15
_SHORTENED = words("inc corp ltd co jr sr st llc plc mr mrs dr etc ca no vs bros")


def _is_deck(text: str, count: int) -> bool:
    """Return whether a line with a stop, above a byline or a dateline, is a sentence as long as a deck.

    Of 1,815 headlines none of so many words has a stop and small letters, but for those of two sentences.
    """
    last = text.rstrip(_CLOSING_QUOTES).rpartition(" ")[2].strip(".").casefold()
    return (
        count >= _WORDS_OF_A_DECK
        and "." not in last
        and last not in _SHORTENED
        and (count >= _WORDS_OF_TWO or not (_TOLD_INSIDE.search(text) or "? " in text or "! " in text))
    )


_PLACING = words("at in on with near outside inside from during beside behind of and")


def _is_portrait(text: str) -> bool:
    """Return whether a line in capitals with a stop is the caption of a portrait: `Ann Example at Harbour Bridge.`"""
    from converter.text.bylines.persons import begins_with_given_name, has_title

    said = text.split()
    return (
        not _PLACING.isdisjoint(said[1:6])
        and begins_with_given_name(text.partition(" ")[2] if has_title(text) else text)
        and not _may_have_verb(said)
    )


def _may_have_verb(said: list[str]) -> bool:
    """Return whether a word of an English line may be its verb: `comes`, `to be`, what stands behind `Officials`."""
    for word, behind in pairwise(said):
        if word in ("to", "is", "are") or (
            word.endswith("s")
            and not word.endswith(("ss", "us", "’s", "'s"))
            and behind not in _PLACING
            and (word[0].islower() or behind[0].islower())
        ):
            return True
    return False


_TOLD_INSIDE = Pattern(r"[^\W\d_]{4}\. [^\W\d_]")
"""A sentence that tells something stands before the question; `The ferry is sold. What now?` is shorter."""
_SENTENCE_INSIDE = Pattern(r"[^\W\d_]{3}[.!?] [^\W\d_]+ ")


def _is_all_quoted(text: str) -> bool:
    """Return whether the line is one quotation: `“Nobody came”`, and not `'Nobody came', says 'angry' mayor`."""
    if text[0] not in _OPENING_QUOTES:
        return False
    inner = text[1:-1]
    closed = next((at for at, char in enumerate(inner) if char in _CLOSING_QUOTES and _is_word_end(inner, at)), None)
    return closed is None


def _is_spoken(quotation: str) -> bool:
    """Return whether a quotation has a sentence's end inside, or at its end: a headline cuts what was said."""
    return ends_sentence(quotation) or _SENTENCE_INSIDE.search(quotation) is not None


def _is_word_end(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _is_counted(text: str) -> bool:
    """Return whether a line announces how many of something it tells: `4 Things to Do in October`."""
    words = text.split()
    longer = [word for word in words[1:] if len(word) > 3]
    return words[0].isdigit() and len(words[0]) <= 3 and len(longer) >= 2 and all(word[0].isupper() for word in longer)


def is_title_case(text: str) -> bool:
    """Return whether the longer words are capitalised, as American headlines set them and no sentence does."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= 3 and capitals * 6 >= len(longer) * 5


_LEAST_TOLD_AGAIN, _LONGEST_WITH_STOP = 5, 120


def _is_told_again(text: str, count: int, following: list[str]) -> bool:
    """Return whether the next two lines have seven in ten of the content words of a line that ends in a full stop.

    Where the first paragraph of a story is one short sentence, the next two tell something else: of 341 none did so.
    """
    if text[-1] not in FULL_STOPS or count > _USUAL_WORDS or len(text) > _LONGEST_WITH_STOP:
        return False
    stems = {stem for stem in stems_of(text) if len(stem) > 3 or stem > "\u0dff"}
    if len(stems) < _LEAST_TOLD_AGAIN or _SENTENCE_INSIDE.search(text) or not _is_above_prose(following):
        return False
    return len(stems & stems_of(" ".join(following[:2]))) * 10 >= len(stems) * 7


def share_of(text: str, following: list[str]) -> int:
    """Return how many of the line's content words, by their first letters, the next lines have."""
    stems = stems_of(text)
    shared = len(stems & stems_of(" ".join(following[:12])[:6000]))
    if shared or len(following) <= 12:
        return shared
    # The title of a feature may name what comes late in it.
    return len(stems & stems_of(" ".join(following[12:])[:12000]))


def stems_of(text: str) -> set[str]:
    """Return the first letters of a line's content words, or its pairs of signs."""
    stems: set[str] = set()
    for word in set(text.casefold().replace("’", "'").split()):
        bare = word if word.isalnum() else word.strip(".,;:!?\"'“”„«»‘()[]<>—–-").removesuffix("'s")
        if bare.isascii():
            if len(bare) > 2 and bare not in _COMMON:
                stems.add(bare[:4])
        elif (top := max(bare)) > "\u2e7f" or (top >= "\u0e00" and _UNSTOPPED.search(bare)):
            # Scripts without blanks, a figure or a Latin name before them too: pairs of characters.
            stems.update(bare[at : at + 2] for at in range(len(bare) - 1))
        elif len(bare) > 2 and bare not in _COMMON:
            stems.add(bare[:4])
    return stems


_COMMON = words(
    "the and for are but not you all can had her was one our out has him his how its may new now old see two who "
    "did get let say she too use why off own per yet via any der die das und den von mit ist ein des dem les des "
    "une est qui sur pas los las del una con por più che per van het een this that with from have will been were "
    "they their there what when which about would could into more than over after before some most your them then "
    "these those also here just like such only very much many other where while being does doing make made says "
    "said sein eine einer einem einen nicht auch wird über nach dans pour avec plus para como pero este esta está "
    "della delle sono anche"
)


_LINES_BETWEEN = 6
_LONG_ENOUGH, _LONG_EAST_ASIAN = 80, 36
"""Characters: a sentence of more is a story's, however long the line above it is."""


def _is_followed_by_story(text: str, following: list[str]) -> bool:
    """A deck and a few short lines may stand between; a longer sentence must come, and soon."""
    for line in following[:_LINES_BETWEEN]:
        if (ends_sentence(line) or _is_unstopped(line) or _is_cut(line)) and len(line) > min(len(text), _LONG_ENOUGH):
            return True
        if count_words(line) > _LONG_WORDS and len(line) > len(text):
            return True
    return False


def _is_cut(line: str) -> bool:
    """Return whether a service left out the rest of a paragraph: `… to b… [+1030 chars]`."""
    return line.endswith(" chars]")


def _is_long(text: str, below: list[str]) -> bool:
    """Return whether the line below what stands below headlines is longer than one, whatever it ends in."""
    least = _LONG_EAST_ASIAN if text[0] > "\u0dff" else _LONG_ENOUGH
    return any(len(line) > max(len(text), least) for line in below)


_LONG_WORD = 12


def _is_one_long_word(text: str, following: list[str]) -> bool:
    """Return whether the line is a word such as `Augenlidstraffung` of which two paragraphs of prose below tell."""
    return (
        len(text) >= _LONG_WORD
        and text.isalpha()
        and text[0].isupper()
        and not text.isupper()
        and not is_section(text)
        and len(following) > 1
        and all(map(_is_prose, following[:2]))
        and text.casefold() in " ".join(following[:2]).casefold()
    )


def _is_prose(line: str) -> bool:
    if line[0] > "\u0dff" and not line.isascii():
        return (ends_sentence(line) and len(line) >= _LONG_EAST_ASIAN) or _is_unstopped(line)
    return ends_sentence(line) and (len(line) >= _LONG_ENOUGH or count_words(line) >= _USUAL_WORDS)


_UNSTOPPED = Pattern("[\u0e00-\u0eff\u1780-\u17ff]")


def _is_unstopped(line: str) -> bool:
    """Return whether the line is a paragraph in Thai, Lao or Khmer, which set no mark where a sentence ends."""
    return len(line) > 80 and _UNSTOPPED.search(line) is not None
