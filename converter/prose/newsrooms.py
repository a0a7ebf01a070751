"""Agencies and newsrooms: what stands below a headline when no person is named."""

from __future__ import annotations

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
    agencies|agencias|agências|agenzie|agenturen|agences|ajanslar|агентства|агенції"""
_NEWSROOMS = """
    staff|staff reports|staff report|staff reporter|staff reporters|staff writer|staff and agencies|our correspondent|
    our reporter|a staff reporter|special correspondent|web desk|news desk|newsdesk|news service|wire reports|
    wire services|from staff and wire reports|from staff reports|from wire reports|editorial board|the editorial board|
    editorial staff|the editors|editors|redaktion|die redaktion|von unserer redaktion|la rédaction|rédaction|
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


def is_newsroom(text: str) -> bool:
    """Return whether the line is the name of an agency or of a newsroom as a whole, and nothing else."""
    return text.strip(" \t\xa0()[]").casefold() in NAMES
