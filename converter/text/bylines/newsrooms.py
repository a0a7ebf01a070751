"""Agencies and newsrooms: what stands below a headline when no person is named."""

from __future__ import annotations

from converter.text.agencies import AGENCIES, entries
from converter.text.lines import words

_NEWSROOMS = """
    agencia afp|agencia|agency|agency report|corresponsal|corresponsalía|equipo de redacción|enviado especial|
    redakcja|
    corespondentul nostru|de la corespondentul nostru|online-redaktion|buitenlandredactie|sportredactie|onze redactie|
    news services|from news services|from news service reports|times news service|express news service|
    admin|red.|onlineredaktion|lokalredaktion|redaktionsteam|eigenbericht|eigener bericht|uutistoimitus|
    nyhetsredaktionen|
    ritstjórn|ritstjórn skrifar|uredništvo|redaksia|redakcija|tudósítónktól|tudósítónk|munkatársunktól|munkatársunk|
    korespondencja własna|informacja własna|opracowanie redakcyjne|muhabirimiz|dış haberler servisi|dış haberler|
    spor servisi|служба новостей|отдел новостей|соб. инф.|соб.инф.|собств. корр.|наш корр.|συντακτική ομάδα|
    סוכנויות|כתבנו|מאת כתבנו|מאת כתבתנו|מאת מערכת האתר|الوكالات|فريق التحرير|متابعات|مراسلنا|من مراسلنا|تحریریه|
    نامہ نگار|संवाददाता|हमारे संवाददाता|कार्यालय संवाददाता|नगर संवाददाता|ब्यूरो रिपोर्ट|डिजिटल डेस्क|নিজস্ব প্রতিবেদন|
    স্টাফ করেসপন্ডেন্ট|সিনিয়র করেসপন্ডেন্ট|বিশেষ প্রতিনিধি|বিশেষ প্রতিবেদক|জেলা প্রতিনিধি|আন্তর্জাতিক ডেস্ক|
    ক্রীড়া প্রতিবেদক|ক্রীড়া ডেস্ক|
    நமது நிருபர்|กองบรรณาธิการ|pv|nhóm pv|nhóm phóng viên|tim liputan|
    온라인뉴스팀|디지털뉴스팀|편집국|本报评论员|新华社评论员|本報訊|本刊编辑部|
    service politique|service économie|service sports|
    service monde|service web|le service politique|équipe de rédaction|l'équipe de rédaction|
    newsroom|from our correspondent|by our special correspondent|by our correspondent|
    by our reporter|by staff reporter|by our staff reporter|by a staff reporter|by agencies|by agency|by news desk|
    by web desk|
    par la rédaction|la rédaction avec afp|por redacción|por la redacción|por agencias|redacción digital|
    redacción web|
    redacció|di redazione|a cura della redazione|dal nostro corrispondente|dal nostro inviato|da nossa redação|
    da agência brasil|van onze redactie|van een onzer verslaggevers|
    निज संवाददाता|न्यूज डेस्क|न्यूज़ डेस्क|वेब डेस्क|ऑनलाइन डेस्क|নিজস্ব প্রতিবেদক|নিজস্ব সংবাদদাতা|
    নিজস্ব প্রতিনিধি|স্টাফ রিপোর্টার|
    অনলাইন ডেস্ক|ডেস্ক রিপোর্ট|ডেস্ক রিপোর্টার|নিউজ ডেস্ক|اسٹاف رپورٹر|نمائندہ خصوصی|مانیٹرنگ ڈیسک|
    هيئة التحرير|التحرير|מערכת|מערכת האתר|
    staff|staff reports|staff report|staff reporter|staff reporters|staff writer|staff and agencies|our correspondent|
    our own correspondent|our reporter|a staff reporter|special correspondent|web desk|news desk|newsdesk|
    news service|wire reports|
    wire services|from staff and wire reports|from staff reports|from wire reports|editorial board|
    the editorial board|
    editorial staff|the editors|editors|red|redaktion|die redaktion|von unserer redaktion|la rédaction|rédaction|
    la redacción|redacción|de la redacción|da redação|redação|redacção|redazione|la redazione|redactie|de redactie|
    onze redactie|door onze redactie|van onze redactie|van onze verslaggever|van onze correspondent|
    redaksjonen|redaktionen|toimitus|redakcja|redakce|redakcia|redakcija|szerkesztőség|redacția|redactia|
    haber merkezi|редакция|редакція|редакцията|редакција|tim redaksi|redaksi|ban biên tập|
    本报讯|编辑部|編輯部|本报评论员|社論|社论|社説|編集部|사설|편집부"""

NAMES: frozenset[str] = AGENCIES | entries(_NEWSROOMS)


_DESKS = entries(
    "संवाददाता|जागरण संवाददाता|वरिष्ठ संवाददाता|विशेष संवाददाता|निज प्रतिनिधि|प्रतिनिधि|ब्यूरो|डिजिटल "
    "डेस्क|প্রতিনিধি|জেলা প্রতিনিধি|"
    "বিশেষ প্রতিনিধি|নিজস্ব প্রতিবেদক|নিজস্ব সংবাদদাতা|প্রতিবেদক|نامہ نگار|نمائندہ"
)
"""What names a newsroom where its place follows: `संवाददाता, लखनऊ`."""


def is_newsroom(text: str) -> bool:
    """Return whether the line is the name of an agency or of a newsroom as a whole, perhaps with its place."""
    bare = text.strip(" \t\xa0()[]/©").casefold()
    opener, _, rest = bare.partition(" ")
    if bare in NAMES or (opener in _OPENERS and rest in NAMES) or _is_house(bare):
        return True
    if (
        bare.endswith(_DESK_ENDS)
        and len(bare.split()) <= _WORDS_OF_A_DESK
        and all(word[0].isupper() for word in text.split() if len(word) > _SMALL_WORD)
    ):
        return True
    mark = next((mark for mark in ("/", ",", "|", "–", " - ", " in ") if mark in bare), None)
    if mark is not None:
        head, _, place = (part.strip() for part in bare.partition(mark))
        if head in _DESKS:
            return len(place.split()) <= _WORDS_OF_A_PLACE
        if head in NAMES and place:
            from converter.text.places import is_place

            joiner, _, agency = place.partition(" ")
            if (
                place in NAMES
                or (joiner in _JOINERS and agency in AGENCIES)
                or (head in AGENCIES and mark == "/" and place.isalpha() and len(place) <= _SMALL_WORD)
                or is_place(text[-len(place) :].strip(" \t\xa0()[]").title())
            ):
                return True
    if bare[:1] > "\u2fff":
        from converter.text.bylines.east_asian import is_desk

        return is_desk(bare)
    if len(bare) > _LONGEST_DESK or (bare.isascii() and " " not in bare and "/" not in bare):
        return False
    first, _, rest = text.strip(" \t\xa0[]").partition(" ")
    if (
        first.isupper()
        and first.casefold() in AGENCIES
        and 1 <= len(rest.split()) <= _WORDS_OF_A_PLACE
        and all(word[0].isupper() and word[1:].islower() for word in rest.split())
    ):
        return True  # `ANP Producties`
    return _is_with_agency(text.strip(" \t\xa0[]")) or _is_desk(text.split())


def _is_house(bare: str) -> bool:
    from converter.text.bylines.publishers import HOUSES

    return bare in HOUSES


def _is_with_agency(text: str) -> bool:
    """Return whether the line is a name and an agency behind a joiner: `Le Courrier avec AFP`, `AP and Reuters`."""
    parts = text.replace("/", " / ").split() if text.count("/") == 1 else text.split()
    at = next((at for at, part in enumerate(parts) if at and part.strip("(").casefold() in _WITH), None)
    if at is None or at > _WORDS_OF_A_NAME or not parts[at + 1 :]:
        return False
    head = [part.rstrip(",") for part in parts[:at]]
    agency = " ".join(parts[at + 1 :]).rstrip(")").casefold().removeprefix("l'").removeprefix("l’")
    agency = agency.removeprefix("información de ").removeprefix("informações da ")
    if agency not in NAMES:
        return False
    return " ".join(head).casefold() in NAMES or (agency in AGENCIES and all(part[0].isupper() for part in head))


def _is_desk(parts: list[str]) -> bool:
    """Return whether every word of a line says whose desk wrote: `Von unserem Berliner Korrespondenten`."""
    if not parts:
        return False  # Blanks of other widths.
    desks = 0
    names = _length_of_paper(parts)
    for at in range(names, len(parts)):
        part = parts[at]
        word = part.strip(",()|/–-:").lower()
        before = parts[at - 1].lower() if at else ""
        if not word or word in _OPENERS or word in _JOINERS or word in _BESIDE_DESKS or word in _POSSESSIVES:
            continue
        if is_desk_word(word) or word in AGENCIES:
            desks += 1
        elif word not in _IN and not (
            part[0].isupper()
            and (
                (before in _POSSESSIVES and not desks)  # `Von unserem Berliner Korrespondenten`
                or (
                    desks
                    and (
                        before in _IN
                        or before.endswith(",")
                        or (before not in _JOINERS and parts[0].lower().startswith(_NEWSROOM_STEMS))
                    )
                )
            )
        ):
            return False
    return desks > 0 and names < len(parts) <= _WORDS_OF_A_DESK and len(parts) > 1


def _length_of_paper(parts: list[str]) -> int:
    """Return how many words the name of a paper or a station has that the line begins with: `Harbour Post`, `WXYZ`."""
    at = 1 if parts[0].lower() in _OPENERS and len(parts) > 1 else 0
    for count, part in enumerate(parts[at : at + 3], at + 1):
        if not part[0].isupper() or is_desk_word(part.lower()) or part.lower() in _BESIDE_DESKS:
            return 0
        if part.lower() in _PAPERS or (part.isupper() and 2 <= len(part) <= _LETTERS_OF_A_STATION):
            return count
    return 0


def is_desk_word(word: str) -> bool:
    """Return whether a word in small letters names who works for a newsroom, in whatever case: `korrespondenten`."""
    return word.startswith(_DESK_STEMS) or word.endswith(_DESK_TAILS)


_POSSESSIVES = words(
    "our own unser unsere unserem unseren unserer notre nos nuestro nuestra nuestros nostro nostra nostri onze onzer "
    "vår "
    "vores nosso nossa naš našeg našeho nášho naší naszego nasz náš наш нашего нашої нашият собственный собственного "
    "власний "
    "corespondentul nostru stalnog"
)
_BESIDE_DESKS = words(
    "reporting staff-writers agency agenzia agencia agência agence dello of sport société politique équipe nacional "
    "digital de notícias "
    "the a an special foreign political senior chief sports digital online web central news wire service services "
    "report "
    "reports writer writers editorial the der die das ein einer la le el dem den una un une dei dai dalla dalle un "
    "een nos "
    "spécial spéciale spéciaux especial parlementaire utsända utsendte and express la"
)
_DESK_STEMS = (
    *(
        "correspond",
        "korrespond",
        "corrispond",
        "correspons",
        "korespond",
        "corespond",
        "reporter",
        "bureau",
        "desk",
        "staff",
    ),
    *("newsroom", "redakt", "redacc", "redaç", "redacç", "redazion", "redact", "rédact", "redakc", "redacți", "envoy"),
    *(
        "enviad",
        "inviat",
        "verslagg",
        "medarbe",
        "medewerk",
        "mitarbeiter",
        "dopisni",
        "zpravod",
        "spravod",
        "agencies",
    ),
    *("корр", "кореспонд", "спецкор", "собкор", "редакц", "ανταποκριτ", "agências", "agencias", "agences", "agentur"),
)
_NEWSROOM_STEMS = ("redak", "redac", "rédac", "redaz", "redaç", "uredni")
_DESK_TAILS = ("redaktion", "redaktionen", "redactie", "redakteur", "korrespondent")
_IN = words("in à en a i w aus de em")
_PAPERS = words(
    "news times post press tribune herald journal gazette guardian globe mail sun star express telegraph chronicle "
    "observer courier standard sentinel register record ht"
)
_WITH = words("/ and with mit avec con com met med et e y und och og en i")
_LONGEST_DESK, _WORDS_OF_A_NAME, _LETTERS_OF_A_STATION = 60, 4, 5
_WORDS_OF_A_PLACE = 2
_DESK_ENDS = tuple(
    f" {end}"
    for end in entries(
        "editorial board|news desk|web desk|newsroom|news staff|staff reporter|times staff|times reporter|"
        "news reporter|tribune staff|tribune reporter|herald staff|post staff|news team"
    )
)
"""Behind the name of a paper: `Sample Times Editorial Board`."""
_WORDS_OF_A_DESK, _SMALL_WORD = 7, 3
_OPENERS = words(
    "by from von aus par por per de del di da do das dos dal dai dalla dalle van av af från fra door od от від oleh "
    "theo nga "
    "na του"
)
_JOINERS = words("with mit avec con com met med and und et y e og och")
