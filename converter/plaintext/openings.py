"""First lines that open a body or stand beside it and are no headline, by their own words.

is_opening   greetings, letters, the heads of summaries, numbers of parts, heads of press releases
is_label     labels, notes, promotions of the house, steps of a way through the site
is_caption   what a picture shows, with who took it, or who stands where in it
"""

from __future__ import annotations

import re

from converter.prose.lines import count_digits, count_words, has_digit, words
from converter.prose.notes import PICTURE_WORDS
from converter.prose.patterns import Pattern

_MARKS = " \t\xa0:.!…,"
_LONGEST = 60
_HEADS = words(
    "at_a_glance in_short in_a_nutshell the_short_version the_bottom_line what_we_know what_we_know_so_far "
    "what_you_need_to_know here's_what_we_know here's_what_you_need_to_know here_is_what_we_know first,_the_facts "
    "the_facts the_basics key_facts key_takeaways the_lowdown the_latest the_gist why_it_matters what_happened "
    "what's_happening the_big_picture driving_the_news this_is_part_one_of_two das_wichtigste_in_kürze "
    "das_wichtigste das_wichtigste_auf_einen_blick auf_einen_blick darum_geht_es worum_geht_es worum_es_geht "
    "kurz_gesagt was_wir_wissen was_wir_wissen_–_und_was_nicht was_bisher_bekannt_ist was_ist_passiert die_fakten "
    "der_überblick l'essentiel ce_qu'il_faut_savoir ce_que_l'on_sait ce_qu'il_faut_retenir en_résumé les_faits "
    "lo_que_hay_que_saber lo_que_se_sabe qué_se_sabe las_claves en_resumen o_que_se_sabe o_que_sabemos em_resumo "
    "resumo in_sintesi resumo_da_notícia cosa_sappiamo che_cosa_sappiamo i_fatti in_het_kort dit_weten_we "
    "waar_gaat_het_over dette_vet_vi saken_kort_forklart det_vet_vi det_här_har_hänt sammanfattning det_ved_vi "
    "tästä_on_kyse co_wiemy najważniejsze_informacje co_víme co_vieme mit_tudunk ce_știm što_znamo šta_znamo "
    "главное что_известно что_случилось головне що_відомо какво_знаем neler_biliyoruz özet kısaca intinya tóm_tắt "
    "导读 摘要 概要 要点 核心提示 内容提要 编者按 この記事のポイント 핵심요약 key_events story_highlights "
    "highlights top_of_the_morning summary what's_inside in_this_article in_this_story in_diesem_artikel "
    "inhaltsverzeichnis das_erwartet_sie_in_diesem_artikel der_tag_im_überblick dans_cet_article sommaire "
    "en_este_artículo neste_artigo in_questo_articolo in_dit_artikel kurz_und_knapp en_bref i_korthet "
    "kort_fortalt kort_sagt lyhyesti w_skrócie krátce stručne ve_zkratce röviden pe_scurt ukratko kısa_kısa "
    "коротко стисло накратко 核心阅读 요약 ملخص תקציר tóm_tắt"
)
"""In small letters, a low line for each blank."""
_ADDRESSED = (
    r"all|everyone|everybody|readers?|friends|folks|there|again|and welcome|dear .{2,30}|from .{2,30}|"
    r"à tou(?:te)?s(?: .{2,20})?|chers? .{2,30}|chères? .{2,30}|zusammen|liebe[rs]? .{2,40}|ihr lieben|"
    r"meine .{2,30}|aus .{2,30}|a todos(?: .{2,20})?|querid[oa]s? .{2,30}|a tutti(?: .{2,20})?|car[ie] .{2,30}|"
    r"allemaal|lezers?|alle sammen|alla|drodzy .{2,30}|дорогие .{2,30}|всем|друзья"
)
_GREETS = tuple(
    words(
        "good_morning good_afternoon good_evening hello hi hey welcome welcome_back greetings happy_monday "
        "happy_tuesday happy_wednesday happy_thursday happy_friday happy_saturday happy_sunday guten_morgen guten_tag "
        "guten_abend hallo moin servus grüß_gott grüezi willkommen bonjour bonsoir salut bienvenue buenos_días "
        "buenos_dias buen_día buenas_tardes buenas_noches hola bienvenidos bienvenidas bom_dia boa_tarde boa_noite "
        "olá bem-vindo bem-vindos buongiorno buonasera ciao benvenuti goedemorgen goedendag god_morgen god_morgon "
        "godmorgen hej hei huomenta dzień_dobry witam witajcie dobré_ráno dobrý_den ahoj jó_reggelt bună_dimineața "
        "bună_ziua dobro_jutro dobar_dan доброе_утро добрый_день добрый_вечер здравствуйте привет доброго_ранку "
        "добрий_день вітаю günaydın merhaba selamat_pagi selamat_siang selamat_malam xin_chào صباح_الخير مرحبا "
        "בוקר_טוב नमस्ते 大家好 各位 各位读者 各位朋友 各位网友 各位读者大家好 おはようございます こんにちは "
        "안녕하세요"
    )
)
_ADDRESS = Pattern(rf"(?:[ ,!.]+(?:{_ADDRESSED}))*", re.IGNORECASE)
_PARTS = words(
    "part chapter episode teil kapitel folge partie chapitre épisode parte capítulo episodio capitolo puntata "
    "deel hoofdstuk del część rozdział část kapitola rész partea dio poglavlje часть глава частина bölüm bagian "
    "phần"
)
_LONGEST_CALL, _LONGEST_NAME = 24, 3
_NUMBER = Pattern(
    r"(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five|eins|zwei|drei|vier|une?|deux|trois|uno|dos|tres|due|tre)"
    r"(?: (?:of|von|de|di|av|z|из) (?:\d{1,3}|two|three|four|five))?"
)


_DEAR = words(
    "dear cher chère chers chères liebe lieber liebes geehrte geehrter querido querida queridos queridas estimado "
    "estimada estimados estimadas caro cara cari care caros caras gentile gentili egregio prezado prezados beste "
    "geachte kära käre bästa kære kjære hyvä hyvät drogi droga drodzy szanowny szanowna szanowni milý milá milí "
    "vážený vážení kedves tisztelt dragă dragi stimate stimați sevgili değerli sayın dragi drage poštovani "
    "poštovana дорогой дорогая дорогие уважаемый уважаемая уважаемые шановний шановна шановні скъпи уважаеми "
    "поштовани драги αγαπητέ αγαπητή αγαπητοί عزيزي عزيزتي أعزائي יקר יקרה יקרים प्रिय প্রিয় เรียน thân kính "
    "yang yth"
)
_LETTERS = words(
    "to_the_editor to_the_editors to_the_news_editor dear_sir_or_madam dear_sir dear_sirs dear_editor "
    "dear_editors sir madam an_die_redaktion au_rédacteur_en_chef al_director señor_director "
    "sehr_geehrte_damen_und_herren al_direttore gentile_direttore caro_direttore ao_editor senhor_editor "
    "aan_de_redactie geachte_redactie do_redakcji"
)
_RELEASE = (
    "press release",
    "news release",
    "media release",
    "media advisory",
    "pressemitteilung",
    "medienmitteilung",
    "presseaussendung",
    "presseerklärung",
    "communiqué",
    "nota de prensa",
    "nota de imprensa",
    "comunicado",
    "comunicato stampa",
    "persbericht",
    "pressmeddelande",
    "pressemeddelelse",
    "pressemelding",
    "tiedote",
    "informacja prasowa",
    "komunikat prasowy",
    "tisková zpráva",
    "tlačová správa",
    "sajtóközlemény",
    "comunicat de presă",
    "basın bülteni",
    "basın açıklaması",
    "пресс-релиз",
    "прес-реліз",
    "прессъобщение",
    "саопштење",
    "saopštenje",
    "priopćenje",
    "δελτίο τύπου",
    "بيان صحفي",
    "הודעה לעיתונות",
    "siaran pers",
    "siaran media",
    "thông cáo báo chí",
    "プレスリリース",
    "报道资料",
    "新闻稿",
    "新聞稿",
    "보도자료",
)
_RELEASE_WORDS = 4


def is_opening(text: str) -> bool:
    """Return whether the line greets, opens a letter, heads a summary or a press release, or numbers a part."""
    bare = text.strip(_MARKS).replace("’", "'").casefold()
    first, _, rest = bare.partition(" ")
    if first in _DEAR and _is_spoken_to(text.rstrip()):
        return True
    if any(map(bare.__contains__, _RELEASE)) and (
        (count_words(bare) <= _RELEASE_WORDS and bare.startswith(_RELEASE)) or _ends_in_year(bare)
    ):
        return True
    if (bare.partition(":")[0] if ":" in bare else bare.partition(",")[0]).replace(" ", "_") in _LETTERS:
        return True
    if len(bare) > _LONGEST:
        return False
    if bare.rstrip("?").rstrip().replace(" ", "_") in _HEADS:
        return True
    if first in _PARTS:
        return _NUMBER.fullmatch(rest) is not None
    joined = bare.replace(" ", "_")
    if not joined.startswith(_GREETS):
        return False
    greeting = max((each for each in _GREETS if joined.startswith(each)), key=len)
    addressed = bare[len(greeting) :]
    # `Good morning, Eastmere! It’s Wednesday`
    is_called = addressed.startswith(", ") and 0 < addressed.find("!") <= _LONGEST_CALL
    return is_called or _ADDRESS.fullmatch(addressed) is not None


def _is_spoken_to(text: str) -> bool:
    """Return whether a letter names its reader: `Dear Ann, the bridge is open`; not `Dear Ann: My bridge`.

    `Caro affitti, studenti in piazza` has no name: it tells of dear rents.
    """
    named, comma, said = text.partition(",")
    if not comma:
        return text.endswith("!")
    words_after = said.split()
    if not words_after or words_after[0] in _DEAR:
        return True  # `Chère lectrice, cher lecteur`
    names = named.split()[1:]
    return 0 < len(names) <= _LONGEST_NAME and names[0][0].isupper() and words_after[0][0].islower()


def _ends_in_year(text: str) -> bool:
    return text[-4:].isdecimal() and text[-4:-2] in ("19", "20")


# ── Labels, notes, promotions ───────────────────────────────────────────────

_LABELS_WITH_COLON = words(
    "item camera kamera producer mitarbeit cover thumbnail above below pictured_above top_photo तस्वीर_में re "
    "betreff objet asunto assunto oggetto тема bildergalerie fotostrecke galerie diaporama fotogalería "
    "fotogallery audio warning note watch update updated listen video photo photos image advisory disclaimer "
    "editor q a from contents source credit summary tested text picture pictured caption more related pic foto "
    "new published posted file file_photo file_photos trigger_warning content_warning spoiler spoiler_alert "
    "disclosure full_disclosure agenda today's_agenda question answer frage antwort pregunta pergunta domanda "
    "вопрос 问 答 記者 host anchor moderator announcer correction corrections erratum errata berichtigung "
    "rectificatif hinweis anmerkung im_video en_vidéo archivfoto archivbild symbolbild symbolfoto "
    "photo_d'illustration photo_d'archives foto_de_archivo imagen_de_archivo foto_d'archivio arkivfoto arkivbild "
    "arkivbilde illustrasjonsfoto kuvituskuva ilustrační_foto zdjęcie_ilustracyjne 资料图 資料圖 资料图片 "
    "olvassa_el i̇lgili_haber още_по_темата წაიკითხეთ_ასევე អានបន្ថែម"
)
"""What a first line has before its colon that is a label, a caption or a note, a low line for each blank."""
_MEDIA_LABELS = words(
    "watch listen video photos im_video en_vidéo bildergalerie fotostrecke galerie diaporama fotogalería "
    "fotogallery audio"
)
"""Of them those that a headline may have, too, where a byline stands below it."""
_LABEL_PHRASES = (
    "table of contents",
    "key points",
    "key takeaways",
    "analysis by",
    "story highlights",
    "image caption",
    "image source",
    "this video",
    "to use this",
    "media caption",
    "video caption",
    "click ",
    "staff report",
    "from the section",
    "last updated",
    "warning this ",
    "warning some ",
    "warning contains ",
    "warning graphic ",
    "sharing is caring",
    "(l-r)",
    "from left",
    "[extrait]",
    "原标题",
    "（原标题",
    "本文",
    "（本文",
    "you are here",
    "现在位置",
    "您所在的位置",
    # Notes on the text itself.
    "an earlier version",
    "a version of this",
    "originally published",
    "first published",
    "published: ",
    "published. ",
    "this story is",
    "this story was",
    "this story has",
    "this story originally",
    "this article is",
    "this article was",
    "this article first",
    "this article originally",
    "this post is",
    "this post was",
    "this is an opinion",
    "this is an edited",
    "this is an excerpt",
    "dieser artikel ",
    "dieser beitrag ",
    "dieser text ",
    "cet article ",
    "ce texte ",
    "este artículo ",
    "este artigo ",
    "questo articolo ",
    "dit artikel ",
    "den här artikeln ",
    "denne artikkelen ",
    "denne artikel ",
    "эта статья ",
    "ця стаття ",
    "この記事は",
    "이 기사는",
    "aus dem archiv",
    "nachdruck verboten",
    "the views expressed",
    "opinions expressed",
    "we may earn",
    "translated from ",
    "detta är en ",
    "det här är en opinion",
    "dette er en kommentar",
    "dette er et debat",
    "dies ist ein kommentar",
    # Broadcasts and newsletters that begin, and what they have.
    "(soundbite",
    "(begin video",
    "coming up: ",
    "in tonight's ",
    "in tonight’s ",
    "more on that ",
    "you're watching ",
    "you’re watching ",
    "end of bulletin",
    "full story ",
    "scroll down",
    "see more ",
    "for more on ",
    "welcome to our ",
    "hello and welcome",
    "welcome to the live",
    "you're reading ",
    "you’re reading ",
    "here are the top ",
    "here are today",
    "here are this ",
    # Promotions of the house.
    "get the latest ",
    "get our ",
    "find out what's happening",
    "find out what’s happening",
    "sign up ",
    "subscribe ",
    "a fresh new design for ",
    "join the conversation",
    "have your say",
    "follow our ",
    "follow the latest",
    "stay up to date",
    "thank you for signing",
    "the latest news",
    "editor's picks",
    "editor’s picks",
    "sponsored by ",
    "presented by ",
    "in partnership with ",
    "get more news",
    "make us preferred",
    "sie lesen ",
    "hören sie ",
    "alle aktuellen ",
    "toute l'actualité",
    "toute l’actualité",
    "últimas noticias ",
    "últimas notícias ",
    "ultime notizie ",
    "watch the video",
    "jetzt newsletter",
    "recevez ",
    "inscrivez-vous",
    "abonnez-vous",
    "suscríbete",
    "estimated read",
    "something went wrong",
    "content is not ",
    "zuletzt aktualisiert",
    "publié le ",
    "iscriviti",
    "ricevi ",
    "receba ",
    "assine ",
    "schrijf je in ",
    "ontvang ",
    "zapisz się ",
    "odebírejte ",
    "iratkozzon fel",
    "abonează-te",
    "подпишитесь ",
    "підпишіться ",
    "查看最新",
    "点击查看",
    "點擊查看",
    "点击进入",
    "立即订阅",
    "订阅",
    "무료 구독",
)
_SAID_INSIDE = (
    " top headlines",
    "read more:",
    " in the comments",
    "tell us in ",
    " is the author of ",
    " is a professor ",
    " is a reporter ",
    " is a writer ",
    " is a columnist ",
    " is a senior ",
    " is a staff writer",
    " is a freelance ",
    " is an associate ",
    " ist professor ",
    " ist redakteur",
    " berichtet aus ",
    " est professeur",
    " es profesor",
)
"""What a line has that says who the author is, or what the house has besides."""
_PATH = (" > ", ">>", " › ")
"""Between the steps of a way through the site."""
_BEST = (
    "das beste aus ",
    "le meilleur de ",
    "lo mejor de ",
    "il meglio de",
    "il meglio di ",
    "o melhor d",
    "het beste van ",
    "get the best ",
    "få det b",
)
_MAILS = ("mail", "correo", "boîte", "postfach", "inbox", "indbakke", "innboks", "inkorg")
"""`Lo mejor de El Puerto en tu correo` is a promotion, `Lo mejor de la jornada` a headline."""
_HOMES = words(
    "home homepage startseite start accueil inicio portada início início hjem hem forside etusivu główna domů "
    "főoldal acasă anasayfa главная головна начало почетна αρχική الرئيسية ראשי خانه होम beranda ホーム トップ "
    "首页 首頁 홈"
)
_STEPS = words("/ | » > › → ·")
_FIRST_STEP_WORDS = 3
_LONGEST_LABEL = 32


def is_label(text: str, *, is_marked: bool = False) -> bool:
    """Return whether the line is a label, a note on the text or a promotion; a byline below says that one is none."""
    lowered = text.casefold()
    colon = _colon_in(text)
    label = text[:colon].strip().casefold().replace(" ", "_").replace("’", "'") if colon > 0 else ""
    return (
        (
            label.rstrip("_0123456789") in _LABELS_WITH_COLON
            and not (is_marked and label in _MEDIA_LABELS)
            and not _is_updated(label, text[colon + 1 :])
        )
        or (label.isascii() and label.endswith((",_host", ",_byline")))
        or lowered.startswith(_LABEL_PHRASES)
        or lowered.endswith(("video above", "video below", "#ad"))
        or "www." in lowered
        or "pic.twitter" in lowered
        or "http" in lowered
        or (lowered.startswith(_BEST) and (text[-1] == "." or any(map(lowered.__contains__, _MAILS))))
        or any(map(lowered.__contains__, _SAID_INSIDE))
        or is_path(text)
    )


def _colon_in(text: str) -> int:
    """Return where the colon stands behind a label, or -1."""
    found = [at for at in map(text[:_LONGEST_LABEL].find, _COLONS) if at > 0]
    return min(found, default=-1)


_COLONS = ":：៖፦"


def _is_updated(label: str, rest: str) -> bool:
    """Return whether a headline stands behind its mark, and no date: `UPDATED: County stops ferry on Sundays`."""
    least = 6 if has_digit(rest) else 4
    return label in ("updated", "update") and count_words(rest) >= least and count_digits(rest) <= 2


def is_path(text: str) -> bool:
    """Return whether the line is a way through the site; `Ferry to stop on Sundays » Harbour Post` ends in its name."""
    if "«" in text:
        return False
    home, mark = [*text.casefold().split(None, 2), "", ""][:2]
    if mark in _STEPS and home in _HOMES:
        return True
    first, step, _ = text.partition(" » ")
    return any(map(text.__contains__, _PATH)) or (bool(step) and count_words(first) <= _FIRST_STEP_WORDS)


_OF_THE_PAGE = words(
    "article subscriber subscribers subscribe subscription newsletter inbox app browser podcast affiliate "
    "notifications commission contributors email emails login journalism articles read premium trial artikel "
    "artikels abonnenten abonnement abonnieren newslettern beitrag inhalt inhalte redaktion korrespondenten "
    "korrespondentin gratis kostenlos testen podcasts leser leserinnen aktualisiert folge abonné abonnés abonnez "
    "abonnement lettre correspondant correspondante rédaction lecteurs lire publié artículo suscriptores "
    "suscríbete suscripción boletín redacción correo compartir publicación compartida regístrate artigo "
    "assinantes assine redação boletim conteúdo articolo abbonati abbonamento redazione iscriviti corrispondente "
    "abonnees nieuwsbrief redactie verslaggever correspondent mailbox artikeln artiklen artikkelen artikkel "
    "prenumeranter prenumerera nyhetsbrev abonnenter abonner nyhetsbrevet redaktionen redaksjonen ledare "
    "debattartikel montage saken artikkeli artikkelin tilaajille uutiskirje juttu artykuł artykułu prenumeratorów "
    "redakcja newslettera článek předplatitele redakce hírlevél cikk előfizetőknek szerkesztőség articol abonați "
    "redacția haberi haber bülten статья статью подписчиков редакция канал рассылка новость материал стаття "
    "статтю передплатників редакція новина статията редакцията άρθρο συνδρομητές newsletter المقال المشتركين "
    "تابعونا النشرة כתבה לכתבה מנויים עקבו مقاله مشترکین خبر को_सुनें खबर फॉलो सब्सक्राइब artikel berita "
    "pelanggan redaksi ikuti bài_viết bài theo_dõi makala"
)
_OF_THE_PAGE_UNPARTED = (
    "記事",
    "有料",
    "会員",
    "本文",
    "订阅",
    "訂閱",
    "关注",
    "關注",
    "收听",
    "下载",
    "기사",
    "구독",
    "บทความ",
    "ติดตาม",
)


_PROMPTS = (
    "take a look",
    "check it out",
    "what do you think",
    "from our archives",
    "supported by ",
    "make us ",
    "get more ",
)


def speaks_of_page(text: str) -> bool:
    """Return whether the line has a word of the page: no headline does that shares none with its story."""
    lowered = text.casefold()
    said = (word.strip(",.:;!?()[]“”„\"'’") for word in lowered.split())
    return (
        lowered.startswith(_PROMPTS)
        or not _OF_THE_PAGE.isdisjoint(said)
        or any(map(text.__contains__, _OF_THE_PAGE_UNPARTED))
    )


# ── Captions ────────────────────────────────────────────────────────────────

_AGENCIES = words(
    "afp ap reuters epa dpa getty alamy shutterstock istock ansa efe anp ntb tt ritzau scanpix lehtikuva pap čtk "
    "ctk mti agerpres тасс риа унинформ уніан укрінформ бта танјуг tanjug апе απε-μπε απε رويترز أ_ف_ب رويتر "
    "רויטרס אפ פלאש90 पीटीआई एएफपी afp/getty antara xinhua ttxvn 共同 時事 ロイター 연합뉴스 뉴시스 뉴스1 新华社 "
    "新華社 中新社 视觉中国 東方ic 东方ic aa iha dha"
)
_FILED = words(
    "archivbild archivfoto symbolbild symbolfoto arkivfoto arkivbild arkivbilde archivo archives ilustrační "
    "illusztráció 資料写真 资料图 资料图片 資料圖 자료사진"
)
"""A word that says alone, in parentheses behind a caption, that the picture is an old one."""
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
    r"(?:[.!?]\s*(?:Photo(?:graph)?|Image|Picture|Illustration|Screenshot) by [A-Z]|"
    r"(?:[.!?]\s*|[A-Z][\w.-]+ [A-Z][\w-]+ ?/ ?)(?:AFP|Getty|Reuters|AP|EPA|dpa|Alamy|Shutterstock|iStock)\b)"
    r"[^.]{0,40}$|(?:[\s。：:/（(]|记者)[^\s。]{2,4} ?摄[）)]?$|(?:供图|新华社发)[）)]?$|"
    r"[.] [A-Z]\w+ [A-Z]\w+/[A-Z][\w ]+$|"
    r"＝\d{1,2}日|（\d{1,2}日、[^（）]{2,12}）$"
)
"""Where a picture is from, at the end of its caption."""
_CREDIT_MARKS = frozenset(".!?。/摄供发＝（")
_DATED = Pattern(
    r"(?:, (?:le|el|il|am|op|den)| (?:in|at|à|en) [A-ZÀ-Ý][\w ,.-]{1,30},? (?:on|am|le|el|il|op)) "
    r"(?:[^\W\d_]{3,10}\.? \d{1,2},|\d{1,2}\.?(?: de)? [^\W\d_]{3,10}(?: de)?) (?:19|20)\d\d\b"
)
"""Where and when a picture was made; `Horoscope for Wednesday, May 22, 2024` is a headline."""
_BY = words("by di von door de da av af por par od foto fra van")


def is_caption(text: str) -> bool:
    """Return whether the line says who made a picture, when it was made, or who stands where in it."""
    lowered = text.casefold()
    if lowered.startswith(_CAPTION_PHRASES) or "©" in text:
        return True
    last = text.rstrip(". ")[-1:]
    if last in ")]）］】" and _is_credit_in_parentheses(lowered):
        return True
    if ("(" in text or "（" in text or "," in text) and any(map(lowered.__contains__, _PLACES_IN_PICTURE)):
        return True
    return (
        _is_credit_behind(lowered)
        or _is_credit_by(text)
        or (not _CREDIT_MARKS.isdisjoint(text) and _CREDIT.search(text) is not None)
        or (_ends_in_year(text.rstrip(".")) and not text.istitle() and _DATED.search(text) is not None)
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
