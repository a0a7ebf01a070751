"""Agencies by the names that stand below headlines and in datelines, whole and in short."""

from __future__ import annotations


def entries(table: str) -> frozenset[str]:
    """Return the entries of a table that is written as a text, a bar between two."""
    return frozenset(" ".join(table.split()).replace("| ", "|").strip().split("|"))


AGENCIES = entries("""
    reuters|ap|afp|upi|dpa|efe|ansa|pti|ani|ians|tass|xinhua|kyodo|belga|associated press|the associated press|
    agence france-presse|press association|pa media|pa|bbc news|cnn|al jazeera|bloomberg|bloomberg news|dow jones|
    press trust of india|uni|antara|bernama|yonhap|yonhap news|kyodo news|jiji press|anadolu agency|anadolu ajansı|aa|
    dha|iha|apa|anp|novum|stt|stt-lehtikuva|tt|ntb|npk|ritzau|ritzaus bureau|pap|čtk|ctk|tasr|sita|mti|hina|tanjug|
    fonet|sta|srna|fena|mia|bta|бта|agerpres|mediafax|news.ro|elta|bns|leta|lusa|agência lusa|agência brasil|
    agência estado|estadão conteúdo|folhapress|agencia efe|europa press|télam|notimex|adnkronos|agi|lapresse|askanews|
    ats|keystone-ats|kna|epd|sid|afx|isna|irna|sana|wafa|wam|spa|petra|nna|mena|app|online|apn|bss|unb|ttxvn|
    vietnamplus|
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
    g1|uol|bbc|bbc news brasil|bbc news mundo|bbc mundo|cnn brasil|cnn indonesia|cnn español|efe verifica|
    tim detikcom|
    abc news|cbs news|nbc news|itv news|sky news|fox news|rté news|rte news|afpbb news|italpress|sda|keystone-sda|iar|
    atsh|ritzau|tnn|agence belga|la presse canadienne|أ ش أ|وكالة الأنباء|বাসস|ইউএনবি|
    agencies|agencias|agências|agenzie|agenturen|agences|ajanslar|агентства|агенції""")
"""In small letters."""
