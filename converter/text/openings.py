"""First lines that open a body and are no headline: greetings, letters, the heads of summaries and of press releases,
numbers of parts."""

from __future__ import annotations

import re

from converter.text.dates.times import ends_in_year
from converter.text.lines import count_words, words
from converter.text.patterns import Pattern

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
    "коротко стисло накратко 核心阅读 요약 ملخص תקציר tóm_tắt "
    "quick_read show_quick_read story_at_a_glance key_highlights main_points key_points top_takeaways what_to_know "
    "ai_summary ai-generated_summary summary_is_ai_generated,_newsroom_reviewed "
    "summary_is_ai-generated,_newsroom-reviewed story_summary article_summary inside_the_story the_story_so_far "
    "good_to_know executive_summary zusammengefasst das_wichtigste_zum_thema ki-zusammenfassung die_kernpunkte "
    "les_points_clés points_clés à_retenir en_un_coup_d'œil en_un_coup_d'oeil le_résumé puntos_clave "
    "los_puntos_clave lo_más_importante lo_esencial en_síntesis resumen_de_la_noticia resumen_en_2_minutos "
    "pontos_principais principais_pontos pontos-chave o_que_você_precisa_saber i_punti_chiave punti_chiave "
    "i_punti_salienti belangrijkste_punten det_viktigaste_i_korthet det_viktigste det_vigtigste "
    "najważniejsze_punkty co_je_důležité to_nejdůležitější a_legfontosabbak главное_за_минуту "
    "кратко краткое_содержание головне_за_хвилину коротко_про_головне öne_çıkanlar haberin_özeti poin_penting "
    "ringkasan_berita điểm_chính nội_dung_chính 本文要点 文章摘要 ai_摘要 ai摘要 重点摘要 記事のポイント 要点まとめ "
    "기사_요약 ai_요약 핵심_요약"
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
        (count_words(bare) <= _RELEASE_WORDS and bare.startswith(_RELEASE)) or ends_in_year(bare)
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
