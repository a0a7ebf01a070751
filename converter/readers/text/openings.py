"""Short lines that open a body and are no headline: greetings, the heads of summaries, numbers of parts."""

from __future__ import annotations

import re

from converter.prose.lines import words
from converter.prose.patterns import Pattern

_MARKS = " \t\xa0:.!…,"
_LONGEST = 60
_HEADS = words(
    "at_a_glance in_short in_a_nutshell the_short_version the_bottom_line what_we_know what_we_know_so_far "
    "what_you_need_to_know here's_what_we_know here's_what_you_need_to_know here_is_what_we_know first,_the_facts "
    "the_facts the_basics key_facts key_takeaways the_lowdown the_latest the_gist why_it_matters what_happened "
    "what's_happening the_big_picture driving_the_news this_is_part_one_of_two das_wichtigste_in_kürze "
    "das_wichtigste das_wichtigste_auf_einen_blick auf_einen_blick darum_geht_es worum_geht_es worum_es_geht "
    "kurz_gesagt was_wir_wissen was_wir_wissen_–_und_was_nicht was_bisher_bekannt_ist was_ist_passiert "
    "die_fakten der_überblick l'essentiel ce_qu'il_faut_savoir ce_que_l'on_sait ce_qu'il_faut_retenir "
    "en_résumé les_faits lo_que_hay_que_saber lo_que_se_sabe qué_se_sabe las_claves en_resumen "
    "o_que_se_sabe o_que_sabemos em_resumo resumo in_sintesi cosa_sappiamo che_cosa_sappiamo i_fatti "
    "in_het_kort dit_weten_we waar_gaat_het_over dette_vet_vi saken_kort_forklart det_vet_vi "
    "det_här_har_hänt sammanfattning det_ved_vi tästä_on_kyse co_wiemy "
    "najważniejsze_informacje co_víme co_vieme mit_tudunk ce_știm što_znamo šta_znamo "
    "главное что_известно что_случилось головне що_відомо какво_знаем neler_biliyoruz özet kısaca intinya "
    "tóm_tắt 导读 摘要 概要 要点 核心提示 内容提要 编者按 この記事のポイント 핵심요약"
)
"""In small letters, a low line for each blank."""
_ADDRESSED = (
    r"all|everyone|everybody|readers?|friends|folks|there|again|and welcome|dear .{2,30}|from .{2,30}|"
    r"à tou(?:te)?s(?: .{2,20})?|chers? .{2,30}|chères? .{2,30}|zusammen|liebe[rs]? .{2,40}|ihr lieben|"
    r"meine .{2,30}|aus .{2,30}|a todos(?: .{2,20})?|querid[oa]s? .{2,30}|a tutti(?: .{2,20})?|car[ie] .{2,30}|"
    r"allemaal|lezers?|alle sammen|alla|drodzy .{2,30}|дорогие .{2,30}|всем|друзья"
)
_GREETS = words(
    "good_morning good_afternoon good_evening hello hi hey welcome welcome_back greetings happy_monday "
    "happy_tuesday happy_wednesday happy_thursday happy_friday happy_saturday happy_sunday guten_morgen "
    "guten_tag guten_abend hallo moin servus grüß_gott grüezi willkommen bonjour bonsoir salut bienvenue "
    "buenos_días buenos_dias buen_día buenas_tardes buenas_noches hola bienvenidos bienvenidas bom_dia "
    "boa_tarde boa_noite olá bem-vindo bem-vindos buongiorno buonasera ciao benvenuti goedemorgen "
    "goedendag god_morgen god_morgon godmorgen hej hei huomenta dzień_dobry witam witajcie dobré_ráno "
    "dobrý_den ahoj jó_reggelt bună_dimineața bună_ziua dobro_jutro dobar_dan доброе_утро добрый_день "
    "добрый_вечер здравствуйте привет доброго_ранку добрий_день вітаю günaydın merhaba selamat_pagi "
    "selamat_siang selamat_malam xin_chào صباح_الخير مرحبا בוקר_טוב नमस्ते 大家好 "
    "各位 各位读者 各位朋友 各位网友 各位读者大家好 "
    "おはようございます こんにちは 안녕하세요"
)
_ADDRESS = Pattern(rf"(?:[ ,!.]+(?:{_ADDRESSED}))*", re.IGNORECASE)
_PARTS = words(
    "part chapter episode teil kapitel folge partie chapitre épisode parte capítulo episodio capitolo puntata deel "
    "hoofdstuk del część rozdział část kapitola rész partea dio poglavlje часть глава частина bölüm bagian phần"
)
_NUMBER = Pattern(
    r"(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five|eins|zwei|drei|vier|une?|deux|trois|uno|dos|tres|due|tre)"
    r"(?: (?:of|von|de|di|av|z|из) (?:\d{1,3}|two|three|four|five))?"
)


def is_opening(text: str) -> bool:
    """Return whether the line greets the reader, heads a summary or numbers a part, and does nothing else."""
    bare = text.strip(_MARKS).replace("’", "'").casefold()
    if len(bare) > _LONGEST:
        return False
    if bare.rstrip("?").rstrip().replace(" ", "_") in _HEADS:
        return True
    first, _, rest = bare.partition(" ")
    if first in _PARTS:
        return _NUMBER.fullmatch(rest) is not None
    joined = bare.replace(" ", "_")
    greeting = max((each for each in _GREETS if joined.startswith(each)), key=len, default="")
    return bool(greeting) and _ADDRESS.fullmatch(bare[len(greeting) :]) is not None
