"""Labels: first lines that mark what stands below or speak of the page: labels, notes on the text, promotions of the
house, steps of a way through the site."""

from __future__ import annotations

from converter.text.lines import count_digits, count_words, has_digit, words

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
    "tl;dr tldr key_points key_takeaways key_facts das_wichtigste_in_kürze das_wichtigste zusammenfassung l'essentiel "
    "en_résumé résumé resumen en_resumen sommario in_sintesi sintesi resumo em_resumo destaques in_het_kort "
    "samenvatting sammanfattning w_skrócie streszczenie shrnutí összefoglaló pe_scurt rezumat коротко стисло "
    "накратко краткое_содержание περίληψη özet intinya ringkasan tóm_tắt 摘要 核心提示 导读 導讀 内容提要 内容摘要 "
    "提要 요약 핵심요약 要約 תקציר ملخص सारांश screenshot standbild skärmdump "
    "from_left left_to_right von_links de_gauche_à_droite de_izquierda_a_derecha da_sinistra "
    "da_esquerda da_esquerda_para_a_direita van_links_naar_rechts från_vänster fra_venstre vasemmalta od_lewej zleva "
    "balról слева_направо зліва_направо отляво_надясно soldan_sağa "
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
    "special to the ",
    "for immediate release",
    "rt @",
    "now playing",
    "in this article",
    "in this episode",
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
