"""Agencies and newsrooms: what stands below a headline when no person is named."""

from __future__ import annotations

from converter.prose.lines import words

_AGENCIES = """
    reuters|ap|afp|upi|dpa|efe|ansa|pti|ani|ians|tass|xinhua|kyodo|belga|associated press|the associated press|
    agence france-presse|press association|pa media|pa|bbc news|cnn|al jazeera|bloomberg|bloomberg news|dow jones|
    press trust of india|uni|antara|bernama|yonhap|yonhap news|kyodo news|jiji press|anadolu agency|anadolu ajansı|aa|
    dha|iha|apa|anp|novum|stt|stt-lehtikuva|tt|ntb|npk|ritzau|ritzaus bureau|pap|čtk|ctk|tasr|sita|mti|hina|tanjug|
    fonet|sta|srna|fena|mia|bta|бта|agerpres|mediafax|news.ro|elta|bns|leta|lusa|agência lusa|agência brasil|
    agência estado|estadão conteúdo|folhapress|agencia efe|europa press|télam|notimex|adnkronos|agi|lapresse|askanews|
    ats|keystone-ats|kna|epd|sid|afx|isna|irna|sana|wafa|wam|spa|petra|nna|mena|app|online|apn|bss|unb|ttxvn|vietnamplus|
    тасс|риа новости|ria novosti|интерфакс|interfax|укрінформ|ukrinform|уніан|унiан|белта|танјуг|срна|фонет|мia|миа|
    απε-μπε|αμπε|رويترز|وكالات|أ ف ب|أ.ف.ب|فرانس برس|د ب أ|واس|وام|سانا|قنا|بترا|ایرنا|ایسنا|فارس|رويترز العربية|
    רויטרס|סוכנויות הידיעות|भाषा|एजेंसी|एजेंसियां|पीटीआई|एएनआई|आईएएनएस|वार्ता|
    中央社|新华社|新華社|中新社|中新网|新华网|人民网|央视新闻|央视网|中国新闻网|综合报道|綜合報導|綜合外電報導|
    共同通信|共同通信社|時事通信|時事通信社|共同|時事|연합뉴스|뉴시스|뉴스1|로이터|
    canadian press|the canadian press|cbc news|reuters staff|acn|agència catalana de notícies|
    prensa latina|isbnews|belta|i̇ha|iha|dha|ansa med|agenzia dire|agenzia nova|ap news|ap photo|dpa-afx|
    dpa-infocom|dpa/lby|dpa/lnw|
    afp/dpa|dpa/afp|reuters/dpa|dpa/reuters|afp/reuters|reuters/afp|ansa/afp|cnn wire|cnn newsource|
    aap|aapnews|nzme|rnz|rnz news|pti and ani|ritzau/afp|tt-afp|ntb-afp|stt-afp|
    خبرگزاری مهر|خبرگزاری فارس|ویب ڈیسک|نیوز ڈیسک|ロイター|ロイター通信|afp=時事|中央通讯社|
    agencies|agencias|agências|agenzie|agenturen|agences|ajanslar|агентства|агенції"""
_NEWSROOMS = """
    newsroom|from our correspondent|by our special correspondent|by our correspondent|
    by our reporter|by staff reporter|by our staff reporter|by a staff reporter|by agencies|by agency|by news desk|
    by web desk|
    par la rédaction|la rédaction avec afp|por redacción|por la redacción|por agencias|redacción digital|redacción web|
    redacció|di redazione|a cura della redazione|dal nostro corrispondente|dal nostro inviato|da nossa redação|
    da agência brasil|van onze redactie|van een onzer verslaggevers|
    निज संवाददाता|न्यूज डेस्क|न्यूज़ डेस्क|वेब डेस्क|ऑनलाइन डेस्क|নিজস্ব প্রতিবেদক|নিজস্ব সংবাদদাতা|নিজস্ব প্রতিনিধি|স্টাফ রিপোর্টার|
    অনলাইন ডেস্ক|ডেস্ক রিপোর্ট|ডেস্ক রিপোর্টার|নিউজ ডেস্ক|اسٹاف رپورٹر|نمائندہ خصوصی|مانیٹرنگ ڈیسک|
    هيئة التحرير|التحرير|מערכת|מערכת האתר|
    staff|staff reports|staff report|staff reporter|staff reporters|staff writer|staff and agencies|our correspondent|
    our own correspondent|our reporter|a staff reporter|special correspondent|web desk|news desk|newsdesk|
    news service|wire reports|
    wire services|from staff and wire reports|from staff reports|from wire reports|editorial board|the editorial board|
    editorial staff|the editors|editors|red|redaktion|die redaktion|von unserer redaktion|la rédaction|rédaction|
    la redacción|redacción|de la redacción|da redação|redação|redacção|redazione|la redazione|redactie|de redactie|
    onze redactie|door onze redactie|van onze redactie|van onze verslaggever|van onze correspondent|
    redaksjonen|redaktionen|toimitus|redakcja|redakce|redakcia|redakcija|szerkesztőség|redacția|redactia|
    haber merkezi|редакция|редакція|редакцията|редакција|tim redaksi|redaksi|ban biên tập|
    本报讯|编辑部|編輯部|本报评论员|社論|社论|社説|編集部|사설|편집부"""


def _entries(table: str) -> frozenset[str]:
    return frozenset(" ".join(table.split()).replace("| ", "|").strip().split("|"))


AGENCIES: frozenset[str] = _entries(_AGENCIES)
"""In small letters."""
NAMES: frozenset[str] = AGENCIES | _entries(_NEWSROOMS)


_DESKS = _entries(
    "संवाददाता|जागरण संवाददाता|वरिष्ठ संवाददाता|विशेष संवाददाता|निज प्रतिनिधि|प्रतिनिधि|ब्यूरो|डिजिटल डेस्क|প্রতিনিধি|জেলা প্রতিনিধি|"
    "বিশেষ প্রতিনিধি|নিজস্ব প্রতিবেদক|নিজস্ব সংবাদদাতা|প্রতিবেদক|نامہ نگار|نمائندہ"
)
"""What names a newsroom where its place follows: `संवाददाता, लखनऊ`."""


def is_newsroom(text: str) -> bool:
    """Return whether the line is the name of an agency or of a newsroom as a whole, perhaps with its place."""
    bare = text.strip(" \t\xa0()[]").casefold()
    opener, _, rest = bare.partition(" ")
    if bare in NAMES or (opener in _OPENERS and rest in NAMES):
        return True
    if bare.endswith(_DESK_ENDS) and len(bare.split()) <= _WORDS_OF_A_DESK:
        return all(word[0].isupper() for word in text.split() if len(word) > _SMALL_WORD)
    mark = next((mark for mark in ("/", ",", "|", "–") if mark in bare), None)
    if mark is None:
        return False
    head, _, place = (part.strip() for part in bare.partition(mark))
    if head in _DESKS:
        return len(place.split()) <= _WORDS_OF_A_PLACE
    if head not in NAMES or not place:
        return False
    from converter.prose.places import is_place

    joiner, _, agency = place.partition(" ")
    return (
        place in AGENCIES
        or (joiner in _JOINERS and agency in AGENCIES)
        or is_place(text[-len(place) :].strip(" \t\xa0()[]").title())
    )


_WORDS_OF_A_PLACE = 2
_DESK_ENDS = tuple(
    f" {end}"
    for end in _entries(
        "editorial board|news desk|web desk|newsroom|news staff|staff reporter|times staff|times reporter|"
        "news reporter|tribune staff|tribune reporter|herald staff|post staff|news team"
    )
)
"""Behind the name of a paper: `Sample Times Editorial Board`."""
_WORDS_OF_A_DESK, _SMALL_WORD = 7, 3
_OPENERS = words("by from von par por de door van av af di da oleh theo nga")
_JOINERS = words("with mit avec con com met med and und et y e og och")
