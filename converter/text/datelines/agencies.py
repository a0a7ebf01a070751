"""Agencies as datelines print them."""

from __future__ import annotations

from converter.text.datelines.place_phrases import SMALL_WORDS
from converter.text.lines import has_digit, words
from converter.text.patterns import Pattern

AGENCIES = words(
    "ap afp upi reuters reuter dpa apa sid epd kna rns cnn ani pti ians efe ansa lusa tass itar-tass xinhua "
    "kyodo yonhap bernama antara anadolu aa belga anp ritzau ntb tt stt pap čtk ctk mti agerpres bta hina "
    "tanjug fena ukrinform interfax ria aap nzpa cp sapa pa bloomberg jta tns mct kuna wam spa irna isna wafa "
    "taz askanews italpress tasr ttxvn vna "
    "gna nan agi adnkronos europa notimex telam télam ats dapd ddp ots tap aps map aap cna app uni bss unb rss mna "
    "fna suna qna bna ona nna ina nina petra saba lana ena pna pia nnt tna kcna ecns kpl akp cmc jis ips jns dts sda "
    "awp bns leta elta fonet srna mina atsh kai ika ceteka edizioni servimedia andina avn abi aica acn dire teleborsa "
    "9colonne askanews folhapress angop inforpress tatoli nampa pajhwok montsame azertac armenpress arka uza moldpres "
    "infotag kazinform belta sputnik prime akipress kabar trend pressefoto novosti dha iha i̇ha anka tak "
    "sana mena vov nrk vg e24 svd fnb apro mana sharecast alliance efe/ep dagbladet nettavisen direkt "
    "finwire accesswire prnewswire isbnews fides asianews ansamed lapresse tmnews asca radiocor omniroma mf-dj beta "
    "тасс итар-тасс риа интерфакс прайм белта кабар арка рапси федералпресс регнум азертадж арменпресс казинформ "
    "р-спорт кросс фокус бгнес қазақпарат қазтаг аиф primamedia amurmedia татар-информ башинформ regnum "
    "azərtac report.az инфотаг ховар новости-армения уза азия-плюс απε-μπε αμπε κυπε "
    "amap atop aip camnews panapress adiac anf avn abi inp kno kns zanis nampa uypress colprensa "
    "colpisa otr/press "
    "agenparl nina pnn hs news1st rudaw shafaq urn "
    "молдпрес монцамэ ховар синьхуа рейтер укрінформ унн уніан бта танјуг срна мина миа апе-мпе апа-мпа"
)
"""In small letters."""
# What is a word too, and stands alone before a dash or a sentence for no agency.
_ALSO_WORDS = words(
    "spa map nan sid pap sta tap aps pa cp aa tt ap sana prime trend mina mana petra nova dire direkt arka europa ria "
    "hs abi urn ina nina lana uni app pia prime beta кросс фокус"
)
UNMARKED_AGENCIES = words(
    "رويترز وكالة_رويترز أ_ف_ب ا_ف_ب أ.ف.ب ا.ف.ب أف_ب فرانس_برس وكالة_فرانس_برس د_ب_أ د_ب_ا د.ب.أ أ_ب ا_ب أ.ب "
    "أسوشيتد_برس اسوشيتد_برس سانا واس وام بترا كونا وفا قنا أ_ش_أ أ.ش.أ بنا شينخوا الأناضول وكالة_الأناضول سبوتنيك "
    "تاس إفي معا سونا سبأ واج وات ومع واع وكالات الوكالات ایرنا ایسنا فارس تسنیم مهر رویترز اے_پی_پی اے_ایف_پی "
    "رائٹرز רויטרס איי-פי אי-פי אי_פי איי_פי סוכנויות סוכנויות_הידיעות סוכנות_הידיעות भाषा वार्ता रॉयटर्स एपी एएफपी "
    "पीटीआई एएनआई आईएएनएस বাসস ইউএনবি রয়টার্স এএফপি"
)
"""As papers print them in scripts without capitals, which mark no other word as a name; a low line for each blank."""
AGENCY_END = Pattern(r"[\s,]*[(\[](?P<agency>[^()\[\]]{2,40})[)\]](?:\s*/[A-Z \-]{2,20})?$")
# `KXYZ 7`, `CBS6`, `NewsChannel 5`, `sample.com`
STATION = Pattern(
    r"(?:[WK][A-Z]{2,3}(?:-TV)?|CBS|NBC|ABC|FOX|News|NewsChannel|Channel|Eyewitness|Action)[ \-]?"
    r"(?:News |Channel )?\d{1,2}(?: News)?|"
    r"Kurdistan ?24|News ?1st|(?:92|24) News|City ?42|PIA ?\d{1,2}|South24|[\w\-]{2,24}(?:\.[A-Za-z]{2,4}){1,2}"
)
NO_AGENCIES = words(
    "GMT UTC CET CEST BST EST EDT CST CDT MST MDT PST PDT IST PKT WIB WITA WIT JST KST AEST AEDT MSK HNE HAE "
    "AM PM BC AD BCE CE USA UK UAE RSA RDC RCA DRC CAR EU UE EEUU ID"
)
"""Hours of the day and countries stand behind a date in brackets too."""
_MOST_PARTS = 7
_PARTS = Pattern(r"[\s/,&–-]+")


def stands_alone(words: str) -> bool:
    """Return whether the words are the name of an agency and nothing else, so that no place need stand beside it."""
    return is_known_agency(words) and words.casefold() not in _ALSO_WORDS


def is_known_agency(words: str) -> bool:
    """Return whether the words are the name of an agency, as datelines print it."""
    return words.casefold() in AGENCIES or words.replace(" ", "_") in UNMARKED_AGENCIES


def may_be_agency(words: str) -> bool:
    """Return whether the words, in brackets behind a place, may name an agency: a known one, a station, capitals."""
    bare = words.strip()
    if ":" in bare:
        return False  # `(NYSE: SMPL)`
    if bare.replace(" ", "_") in UNMARKED_AGENCIES:
        return True
    parts = _PARTS.compiled.split(bare)
    if any(part.casefold() in AGENCIES for part in parts) or STATION.fullmatch(bare):
        return True
    return (
        len(parts) <= (_MOST_PARTS if "/" in bare else 4)
        and bare[:1].isupper()
        and bare[-1] not in ".!?"
        and not has_digit(bare)
        and all(part[:1].isupper() or part in SMALL_WORDS or part == "&" for part in parts if part)
    )


def take_agency(words: str) -> tuple[str, str | None]:
    """Return the words without the agency in parentheses that they end in, and the agency."""
    match = AGENCY_END.search(words) if words.endswith(")") else None
    if match is None or not may_be_agency(match["agency"]):
        return words, None
    return words[: match.start()], match["agency"].strip()
