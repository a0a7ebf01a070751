"""Editorial lines: corrections, editor's notes, credits. Printed, but not the story itself.

`Correction: An earlier version …`, `(Reporting by Bo Sample; Editing by Ann
Example)`, `Photo: Bo Sample`, `Ann Example contributed to this report.` They
are kept as notes of their kind. A whole line is looked at, and a credit must
be short: a caption that is a sentence stays a paragraph.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.text.lines import count_words, ends_sentence, words
from converter.text.patterns import HintedPattern, HintedPatterns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["editor", "correction", "credit", "contact"]


class Found(Value):
    """What an editorial line is."""

    kind: Kind
    rule: str


# What a line must have near its beginning for a rule to be asked, in small letters: no expression is compiled before.
_HINTS: dict[str, tuple[str, ...]] = {
    rule: tuple(hint.replace("_", " ") for hint in hints.split())
    for rule, hints in (
        (
            "note-correction",
            "correct clarif version_of_this berichtig korrektur rectif corrección fe_de_er correção "
            "errata correzione rättelse retting rettelse oikaisu this_story this_article this_post "
            "this_report refile recasts (repeats (adds (updates (actualiz (amplía (amplia (añade (corrige (repite "
            "(rectifi (atualiza (acrescenta (repete (ajoute (actualis (répète (aggiung (aggiorna (corregge (ripete "
            "(uzupełnia (fixes this_piece this_headline "
            "this_column this_version",
        ),
        (
            "note-editor",
            "redaktioneller transparenzhinweis anm. anmerkung este_art este_texto este_reportaje esta_nota "
            "esta_informaci esta_reportagem esta_mat een_versie a_version artikeln texten saken artiklen juttu "
            "artikkeli detta_är_en det_här_är_en summary zusammenfassung "
            "oppsummering sammanfattning résumé resumen resumo "
            "editor ed._note note_to note_de nota_d this_story this_article this_post this_report this_p "
            "the_story the_article update author’s_note author's_note anm. anmerkung hinweis "
            "eigener_sache ndlr redaktion dieser_artikel dieser_beitrag der_artikel cet_article "
            "cette_version this_is_a more_to more_details more_follow "
            "developing breaking_news except_for (this not_been_edited disclaimer views_expressed opinions_ "
            "редак noot_van this_column इस_खबर 声明 聲明 本文",
        ),
        (
            "note-reporting",
            "(afp (dpa (rtr (reuters (ap (efe (epd (kna (sda (apa /afp /dpa /sda /apa /rtr agerpres ,mdr mdr_( "
            "ndr_( wdr_( rbb_( br_( swr_( hr_( orf.at/ quelle: 譯者 核稿 based_on_reporting "
            "reporting_by writing_by editing_by reporting: writing: editing: edited_by compiled_by "
            "reported_by written_by produced_by reporting_and writing_and additional_reporting "
            "research_by graphics_by illustration translat fact-check fact_check report_by photography_by "
            "photos_by photo_by (bericht (reportage (édité (escrito (texte rapporteret mit_material "
            "mit_informationen mit_agentur avec_ con_informac com_inform con_inf with_input with_agency "
            "with_files with_reporting with_additional inputs com_lusa com_ag con_in με_πληροφορίες इनपुट "
            "autor: author: penulis pewarta reporter: editor: edição: redaktor: penyunting 来源 供稿 发布 "
            "责任编辑 責任編輯 责编 编辑 編輯 校对 审核 监制 作者 记者 取材 文＝ 文・ 文：",
        ),
        (
            "note-contributed",
            "ontribut",
        ),
        (
            "note-picture",
            "© photo image picture pic: pic_ credit illustration foto bild quelle source crédit crédito "
            "imagen imagem fotó zdj fot. kuva mynd фото 写真 사진 图 圖 fotoğraf fonte fuente φωτογραφία getty "
            "afp reuters epa shutterstock istock alamy imago dpa picture-alliance associated_press "
            "pa_media pa_wire pa_images unsplash pexels pixabay bloomberg usa_today xinhua anadolu ani "
            "pti tass wikimedia sipa efe scanpix ntb anp keystone apa rex nurphoto zuma belga lapresse "
            "ansa courtesy media_caption ap_photo /ap ,_ap (ap tt źródło источник джерело sumber المصدر صورة फोटो "
            "فوٹو 画像 提供 图片来源 image_ stock_ symbolbild archiv arkiv genrebild illustrasjon "
            "immagine archieffoto beeld bron: zdroj vir: izvor извор forrás sursa sursă снимка πηγή φωτ kaynak "
            "منبع عکس צילום מקור स्रोत फाइल ছবি nguồn ảnh ภาพ ที่มา chanzo picha nuotr šaltinis avots allikas "
            "font: borítókép nyitókép képünk illusztr ilustra arkisto kuvitus graphic chart: map: map_ архив "
            "摄影 图源 资料 撮影 出典 イメージ 資料写真 자료사진 (pa (aa (sta (stt (mti čtk (tasr (lusa adnkronos тасс "
            "ritzau (hina tanjug (bns (leta (acn απε ttxvn бта agerpres antara رويترز أ_ف 新华社 新華社 共同 時事 "
            "연합뉴스 भाषा",
        ),
        ("note-service", "service s_e_r_v info i_n_f_o"),
        (
            "note-contact",
            "contact information rückfrage ◎ kontakt reach email write_to",
        ),
    )
}
# A credit names its agency anywhere in a short line; the others say what they are at once, but for a contribution,
# which is told at its end in these letters.
_REACH = 56
_ALL_OF_IT = 1600
_ANYWHERE = ("note-picture",)

_AGENCIES = r"(?:AFP|afp|dpa|DPA|rtr|RTR|Reuters|reuters|AP|ap|EFE|efe|epd|KNA|kna|SDA|sda|APA|apa|SID|sid|ANSA|ansa)"

_RULES: tuple[tuple[Kind, str, int, str], ...] = (
    # kind, rule, most words, whole line
    (
        "correction",
        "note-correction",
        200,
        r"[\[(*]?(?:Correction|CORRECTION|Corrections|Clarification|CLARIFICATION|Corrected|Correction notice|"
            r"Berichtigung|Korrektur|Korrektur-?[Hh]inweis|KORREKTUR-?HINWEIS|Rectificatif|"
        r"Corrección|Fe de errores|Fe de erratas|Correção|Errata|Correzione|Rättelse|Retting|Rettelse|"
            r"Rectificatie|Oikaisu)"
        r"(?: ?[(,]?[^:.\n]{0,40}\)?)?\s?[:—–-]\s.+|"
        r"\((?:Corrects|Clarifies|Corrected|Refiles|Updates|Fixes|Adds|Repeats|Recasts)\b[^()]{3,300}\)\.?|"
        r"\((?:Actualiza|Amplía|Añade|Corrige|Repite|Rectifica|Atualiza|Acrescenta|Amplia|Repete|Ajoute|Actualise|"
        r"Actualisé|Répète|Rectifie|Aggiunge|Aggiorna|Corregge|Ripete|Uzupełnia)\b[^()]{3,200}\)\.?|"
        r"[\[(*]?(?:An earlier|A previous|An original|The original) version of this (?:story|article|report|"
            r"post|piece|headline|column)\b.+|"
        r"[\[(*]?This (?:story|article|post|report|piece|headline|column|version) (?:has been|was|is) "
            r"(?:corrected|amended|edited to correct)\b.+",
    ),
    (
        "editor",
        "note-editor",
        200,
        r"[\[(*_]{0,3}(?:Editor.s [Nn]ote|Editors. [Nn]ote|EDITOR.S NOTE|EDITORS. NOTE|Ed\. note|A note from "
            r"the editor|Note to readers|NOTE TO READERS|Note to editors|Notes to editors|NOTES TO EDITORS|"
        r"Author.s [Nn]ote|Anmerkung der Redaktion|Anm\. d\. Red\.|Hinweis der Redaktion|In eigener Sache|"
            r"Note de la rédaction|NDLR|Nota del editor|Nota de la redacción|Nota da redação|Nota do editor|Nota "
            r"della redazione|"
        r"Redaktionens anmärkning|Noot van de redactie|От редакции|От редактора|От редакцията)\s?[:—–.-].*|"
        r"(?:Redaktioneller Hinweis|Transparenzhinweis|Anm\.|Anmerkung) ?: .{10,300}|"
        r"(?:Este (?:artículo|texto|reportaje)|Esta (?:nota|información)|Este (?:artigo|texto)|Esta (?:reportagem|"
        r"matéria)) (?:fue|se|foi|ha sido) (?:publicad[oa]|actualizad[oa]|publicó|atualizad[oa]|"
            r"modificad[oa])\b.{3,200}|"
        r"Een versie van dit (?:artikel|stuk|verhaal) verscheen (?:ook|eerder)\b.{3,120}|"
        r"A version of this (?:article|story|column) (?:appears|appeared|ran) (?:in|on)\b.{3,200}|"
        # Many of a newsroom say who wrote a summary, and that a text is not finished.
        r"(?:Artikeln|Texten|Saken|Artiklen|Juttua?|Artikkelia?) (?:uppdateras|har uppdaterats|oppdateres|er oppdatert|"
        r"opdateres|er opdateret|päivittyy|päivitetty|on päivitetty|muokattu)\b.{0,80}|"
        r"(?:Detta|Det här) är en (?:kommenterande|opinions|debatt|nyhets)\w* ?(?:text|artikel)?[.:].{0,160}|"
        r"(?:Summary is AI-generated|AI-generated summary|This summary (?:was|is)|Diese Zusammenfassung wurde|"
        r"Oppsummeringen er|Sammanfattningen är|Ce résumé a été|Este resumen (?:fue|ha sido)|Este resumo foi)"
        r"(?=[^.]{0,120}(?:\bAI|\bKI|\bIA\b|artificial|artificiell|kunstig|reviewed))[^.]{2,160}\.?|"
        r"[\[(*]?(?:This|The) (?:story|article|post|report|piece|page|column)(?: by The [A-Z][\w ]{2,30})? "
            r"(?:has been|was|is being|will "
            r"be|is) (?:first |originally |last )?(?:updated|published|developing|breaking|republished|produced|"
            r"supported|part of|adapted|excerpted|translated)\b.{0,300}|"
        r"[\[(*]?(?:Updated?|UPDATED?)\s?(?:\d(?!\d?-\w)|on |at |to |with |[:—–-]\s?\(?(?:This|The) (?:story|article|"
            r"post)).{0,240}|"
        r"[\[(*]?(?:Dieser|Der) (?:Artikel|Beitrag|Text) (?:wurde|erschien|ist)\b.{0,200}(?:aktualisiert|"
            r"veröffentlicht|erschienen|geändert|ergänzt)\b.{0,60}|"
        r"[\[(*]?(?:Cet article|Cette version) a été (?:mis à jour|modifié|corrigé)\b.{0,160}|"
        r"This is a (?:developing|breaking)(?: news)? story\b.{0,160}|(?:More to come|More to follow|More "
            r"details to follow|Developing story)\W{0,4}|"
        r"[\[(*]?(?:This|The) (?:story|article|post|piece) (?:originally|first) (?:appeared|ran) (?:in|on|at) .{2,200}|"
        r"[(\[*]?(?:Except for the headline,? )?[Tt]his (?:story|article|copy|report) has not been edited by .{3,200}|"
        r"(?:Breaking news|Developing) story[,.:] .{4,80}|MORE TO COME|More (?:follows|to follow)\W{0,4}|"
        r"(?:Disclaimer: )?(?:The |Any |All )?(?:[Vv]iews|[Oo]pinions)(?:,? (?:and|or) opinions)?,? expressed "
            r"(?:in this|here|herein|are|by the author)\b.{4,240}|"
        r"\(?इस खबर को .{2,60} संपादित नहीं किया.{0,120}|"
        r"[（(【]?(?:声明：|聲明：)?本文(?:仅|僅|只)代表作者.{2,40}|"
        r"[（(【]?(?:版权声明|版權聲明|免责声明|免責聲明|特别声明|特別聲明|郑重声明)[:：].{4,300}",
    ),
    (
        "credit",
        "note-reporting",
        60,
        r"[(\[]?\s?(?:(?:Additional|Other|Further|Extra) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|"
            r"[Cc]ompiled|[Rr]eported|[Ww]ritten|[Pp]roduced|[Rr]esearch|[Gg]raphics|[Ii]llustrations?|"
            r"[Tt]ranslation|[Tt]ranslated|[Ff]act.checking|[Rr]eport|[Pp]hotography|[Pp]hotos?) (?:and [a-z]+ |"
            r"[a-z]+ )?by:? [^.]{0,20}[A-Z][^?!]{2,240}|"
        r"\((?:Bericht|Reportage|Édité|Escrito|Reporte|Texte|Rapporteret|Mit Material|Reporting|Writing|"
            r"Editing)\b[^()]{3,200}\)\.?|"
        r"(?:Mit (?:Material|Informationen|Agenturmaterial) (?:der|von|des)\b|Avec (?:l.)?AFP\b|Con "
            r"información de\b|Com informações d[aeo]\b|Con inf\. de\b|With (?:inputs|input|agency inputs|files|"
            r"reporting|additional reporting) (?:from|by)\b).{0,120}|"
        r"[(*–— -]{0,3}[Ww]ith (?:agency|agencies|PTI|ANI|AFP|Reuters|AP|IANS) inputs\)?\.?|"
        r"[(*–— -]{1,3}(?:[Ww]ith inputs? from|Con información de|Com informações d[aeo]|Mit Material)\b[^()]{2,80}\)?|"
        r"\(?(?:Inputs from|Com Lusa|Com agências|Con agencias|Mit Agenturmaterial|Με πληροφορίες από)\b"
            r"[^().!?]{0,60}\)?|"
        r"\(?(?:इनपुट\s?[:：-]\s?.{2,40}|एजेंसी इनपुट के साथ)\)?|"
        r"(?:Written by [^.]{3,60},? )?[Bb]ased on reporting by [A-Z][^?!]{1,100}|"
        # Letters of those who wrote, and whom they read: `ab/cd (AFP, dpa)`, `MDR (ab)`. `(ab/sda)` may be a byline.
        rf"[a-zA-Z]{{2,4}}(?:/[a-zA-Z]{{2,4}}){{0,3}},? \({_AGENCIES}(?:[/,] ?(?:{_AGENCIES}|[a-z]{{2,4}})){{0,5}}\)|"
        rf"\({_AGENCIES}(?:[/,] ?(?:{_AGENCIES}|[a-z]{{2,4}})){{0,5}}, ?\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}\)|"
        r"(?:(?:dpa|MDR|NDR|WDR|RBB|BR|SWR)[,/ ]{1,2}){0,2}(?:MDR|NDR|WDR|RBB|BR|SWR|HR) ?\([a-z]{2,4}(?:, ?[a-z]{2,4})"
        r"{0,3}\)|"
        r"(?:red|[a-z]{2,4}), [A-Z]\w{1,12}\.(?:at|ch|de)/[A-Z]\w{2,20}|"
        r"Quelle: [\w-]{2,20}\.(?:de|at|ch|com|net),? [a-z/]{2,30}|"
        r"(?:AGERPRES ?/ ?)?\((?:AGERPRES|A\.?S\.? ?- ?autor: [^()]{3,140}|AS - autor: [^()]{3,140})\)|"
        r"[（(](?:譯者|編輯|編譯|核稿)[:：][^）)]{2,40}[)）] ?\d{6,7}|"
        r"(?:Autor(?:ka)?|Author|Penulis|Pewarta|Penyunting|Reporter|Editor|Redaktor|Edição)\s?: "
            r"[A-ZÀ-Ž][^.!?:;,]{2,40}|"
        r"(?:取材|構成)?[・･]?文\s?[：:＝=・]\s?[^。！？の]{2,24}|"
        r"[（(【\[]?(?:责任编辑|責任編輯|责编|值班编辑|编辑|編輯|校对|审核|监制|作者|记者|文章来源|新闻来源|消息来源|供稿单位|"
            r"供稿|发布者|发布单位|本文来源|视频来源)"
        r"\s?[:： ]\s?[\u4e00-\u9fff·\w ]{2,24}[）)】\]]?",
    ),
    (
        "credit",
        "note-contributed",
        60,
        r"[(\[*—–-]*\s?(?:The )?[A-Z][^.!?]{2,160}(?:[A-Z]\. ?[^.!?]{2,60})? contributed (?:to (?:this|the) "
            r"(?:report|story|article|post|piece|column)|reporting|to the reporting)\b.{0,100}|"
        r"Contributing(?: to this report)?: .{3,120}",
    ),
    (
        "credit",
        "note-picture",
        22,
        r"[(\[]?(?:Photos?|PHOTOS?|Image|IMAGE|Images|Picture|PICTURE|Pictures|Pic|Credit|CREDIT|Credits|"
            r"Photo [Cc]redit|PHOTO CREDIT|Image [Cc]redit|Picture [Cc]redit|Photo [Cc]ourtesy|Image [Ss]ource|"
            r"Photograph|Photo by|Illustration|Foto|FOTO|Fotos|Bild|Bildquelle|Bildnachweis|Quelle|Quellen|Source|"
            r"Crédit [Pp]hoto|Crédits?|Photo d.archives|Foto de|Crédito|Créditos|Imagen|Imagem|Fotó|Zdjęcie|Zdj\.|"
            r"fot\.|Fot\.|Kuva|Kuvat|Mynd|Фото|写真|사진|图|圖|Fotoğraf|Fonte|Fuente|Φωτογραφία|Foto:|Video [Cc]redit|"
            r"Źródło|Источник|Джерело|Sumber|المصدر|مصدر|صورة|फोटो|फ़ोटो|فوٹو|画像|提供|記事提供|图片来源|圖片來源|"
            r"SOURCE|Image [Cc]redits|Photo [Cc]redits|Graphic|Chart|Map|Bildrechte|Beeld|Bron|Fotografía|Fotografia|"
            r"Legenda|Zdroj|Vir|Izvor|Извор|Forrás|Borítókép|Nyitókép|Sursa|Sursa foto|Sursă foto|Снимка|Πηγή|Kaynak|"
            r"منبع|عکس|צילום|מקור|स्रोत|ছবি|Nguồn|Ảnh|ภาพ|ที่มา|Chanzo|Picha|Nuotr\.|Šaltinis|Avots|Allikas|Font|"
            r"Źródło zdjęcia|KUVA|摄影|图源|撮影|出典|புகைப்படம்)"
        r"(?: (?:by|courtesy of|courtesy|via|from|credit|von|de|di))?\s?[:：/©|]\s?"
            # What goes on in small words tells of a picture or a source.
            r"(?!\s?(?:(?:the|how|why|das|ein|eine|un|une|het|um|uma|il|ett) |"
            r"(?!courtesy|provided|submitted|via|by )[a-zß-ÿа-яё]+ [a-zß-ÿа-яё]+(?: [a-zß-ÿа-яё]+|\.$)))(?:[^.!?]|"
            r"(?<=\b[A-Z])\.){2,140}\.?[)\]]?|"
        r"(?:Image source|Image copyright|Image caption|Media caption|Photo credit|Image credit|Picture by|"
            r"Photo by|Photos by|"
            r"Photograph by|Photography by|Photo courtesy of|Courtesy of|Image courtesy of|"
            r"Photo Illustration by|Photo illustration by|Graphic by|Map by|Chart by|Provided by|"
            r"Credit\.{3}|Beeld) ?,? "
            r"?[A-Z][^.!?]{1,100}|"
        # A page's own rights have a year or say so; a picture has an agency and its maker: `© Wire / Ann Example`.
        r"© ?(?![^/]{0,40}(?:[Rr]ights|[Rr]echte|[Dd]roits|[Dd]erechos))[^\d/.|·]{2,50} ?/ ?[^\d/.|·]{2,60}|"
        r"(?:Bild von|Foto von|Foto di) [A-ZÀ-Þ][^\s.!?]*(?: [A-ZÀ-Þ/][^\s.!?]*){0,5}|"
        r"(?:[^.!?:]{0,60}[/|,·(] ?)?(?:via )?(?:Getty(?: Images)?|GETTY(?: IMAGES)?|AFP|AP|Reuters|REUTERS|"
            r"EPA|Shutterstock|SHUTTERSTOCK|iStock|Alamy(?: Stock Photo)?|ALAMY|Imago|IMAGO|dpa|picture[- "
            r"]alliance|AP Photo|Associated Press|PA Media|PA Wire|PA Images|Unsplash|Pexels|Pixabay|Bloomberg|"
            r"USA TODAY Sports|Xinhua|Anadolu|ANI|PTI|TASS|Wikimedia Commons|Sipa|SIPA|EFE|Ritzau Scanpix|NTB|TT|"
            r"ANP|Keystone|APA|Rex|REX|Rex Features|NurPhoto|ZUMA Press|Scanpix|Belga|LaPresse|ANSA)"
        r"(?: ?[/|,·-] ?[^.!?:]{2,60}|(?: Images| Photo| Photos| file| File| Stock Photo|/Getty Images| via "
            r"[A-Z][^.!?]{2,30}){0,2})[)\]]?|"
        r"[(\[（*]?(?:File (?:photo|image|picture)|FILE PHOTO|"
            r"(?:Representative|Representational|Stock) (?:image|photo)|"
            r"Symbolbild|Symbolfoto|Archiv(?:bild|foto)|(?:Photo|Image) d.(?:illustration|archives?)|"
            r"(?:Foto|Imagen) de archivo|(?:Imagen|Foto|Imagem) ilustrativa|"
            r"Foto d.archivio|(?:Foto|Immagine) di (?:archivio|repertorio)|Archieffoto|Foto ter illustratie|Arkivbild|"
            r"Arkivfoto|Genrebild|Illustrasjonsfoto|Arkistokuva|Kuvituskuva|[Zz]djęcie ilustracyjne|"
            r"Ilustra(?:ční|čné) foto|Képünk illusztráció|"
            r"(?:Архивное|Иллюстративное|Ілюстративне) фото|Фото из архива|Φωτό? αρχείου|"
            r"صورة أرشيفية|أرشيفية|फाइल फोटो|ফাইল ছবি|Ảnh minh họa|资料图片?|イメージ写真|資料写真|자료사진)"
            r"(?: ?[:：/|—–-] ?[^\n]{2,120})?[)\]）]?\.?|"
        r"[(\[/–—-]{1,2} ?(?:PAP?|AA|STT?A?|MTI|ČTK|TASR|Lusa|Adnkronos|ТАСС|[Rr]itzau|Hina|Tanjug|BNS|LETA|ACN|"
            r"TTXVN|БТА|Agerpres|Antara|Reuters|AFP|PTI|IANS|رويترز|أ ف ب|भाषा|연합뉴스)[)\]/]?|"
        r"[（(【](?:新华社|新華社|共同|時事|共同通信|時事通信社?)[）)】]|"
        r"(?:ČTK|ТАСС|Ritzau|ΑΠΕ-ΜΠΕ|Theo TTXVN|رويترز|أ ف ب|共同通信|연합뉴스)|"
        r"[（(](?:写真|図源|图源|写真提供)\s?[:：＝=][^。）)]{2,30}[）)]|"
        r"(?:사진제공|사진 제공|사진 출처|/ ?사진)\s?[=:]\s?[^.!?]{2,40}|"
        r"PHOTO [A-ZÀ-Þ][A-ZÀ-Þ' -]{4,40}, [A-ZÀ-Þ][^.!?]{2,40}|"
        r"[\[(]?사진\s?[=/]\s?[^.!?]{2,40}[)\]]?|(?:Fot\.|fot\.) [A-ZŻŹĆŁŚÓ][^.!?]{1,60}|"
        r"\((?:[^()]{0,80}(?:AP Photo|Getty|AFP|Reuters|REUTERS|Photo|Courtesy|Shutterstock|Staff|Associated "
            r"Press|File)[^()]{0,80}|Quelle:? [^()]{2,60})\)",
    ),
    (
        "contact",
        "note-service",
        60,
        r"\((?:S E R V I C E|SERVICE|Service|I N F O|INFO) ?[-–—:] ?[^\n]{4,400}\)\.?",
    ),
    (
        "contact",
        "note-contact",
        40,
        r"(?:Media [Cc]ontacts?|Press [Cc]ontacts?|MEDIA CONTACTS?|PRESS CONTACTS?|Contacts?|CONTACTS?|For "
            r"(?:more|further) information|Pressekontakt|Rückfragehinweis|Rückfragen(?: & Kontakt)?|Contact presse|"
            r"Kontakt)(?:,? (?:"
            r"please )?contact)?\s?:\s?.*|"
        r"◎\S{2,10} \S{2,10} [\w.+-]{2,40}@[\w.-]{3,40}|"
        r"For (?:more|further) information,? (?:please )?(?:contact|visit|call|go to)\b.{2,160}|"
        r"(?:Contact|Reach|Email) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} at \S+@\S+.{0,60}|"
        r"To contact the (?:reporters?|editors?|authors?|writers?)\b.{4,160}|"
        r"(?:Contact|Email|Reach) the (?:reporter|author|writer|editor)(?: at|:) .{3,60}|"
        r"(?:Write to|You can (?:reach|contact|email)) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} at \S+@\S+.{0,40}|"
        r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} can be reached at \S*@\S.{2,60}",
    ),
)  # fmt: skip

_NOT_ON_THE_WIRE = ("note-picture", "note-contact")
_BEGIN_WITH_ANY = ("note-contributed",)


class _Rule(Value):
    """One rule, in the form that matching needs."""

    kind: Kind
    name: str
    most_words: int
    expression: HintedPattern


_rules = tuple(
    _Rule(
        kind,
        name,
        most_words,
        HintedPattern(
            (source,),
            _HINTS[name],
            hints_first=name in _BEGIN_WITH_ANY,
            reach=None if name in _BEGIN_WITH_ANY else _ALL_OF_IT if name in _ANYWHERE else _REACH,
        ),
    )
    for kind, name, most_words, source in _RULES
)
_FEW_WORDS = 22
"""No longer paragraph is a picture's credit, whose rule has half of all expressions."""
_of_longer = tuple(rule for rule in _rules if rule.most_words > _FEW_WORDS)
_asked = HintedPatterns([rule.expression for rule in _rules])
_asked_of_longer = HintedPatterns([rule.expression for rule in _of_longer])


PICTURE_WORDS = words(
    "photo photos photograph photographie photographies image images picture pictures illustration screenshot "
    "foto fotos fotó fotografie fotografía bild bilder bildquelle imagen imagem kuva kuvat fot zdjęcie slika "
    "snímek mynd nuotrauka fotoğraf ảnh gambar ilustrasi larawan picha hoto sawir valokuva снимка снимок снимак "
    "слика фото фотография світлина здымак φωτογραφία φωτό φωτο צילום תמונה צילומים صورة الصورة تصوير تصویر عکس "
    "فوٹو फोटो फ़ोटो तस्वीर छायाचित्र তসবির ছবি ภาพ รูป រូបភាព រូបថត ဓာတ်ပုံ படம் ፎቶ ფოტო լուսանկար 写真 画像 "
    "提供 사진 자료사진 图 圖 图片 圖片 资料图 資料圖 credit credits crédit crédits crédito créditos source "
    "quelle quellen fonte fuente źródło источник джерело kilde källa lähde zdroj forrás sursa kaynak izvor извор "
    "πηγή مصدر المصدر מקור منبع स्रोत nguồn sumber chanzo 来源 來源 出典 출처"
)
"""What stands before whoever made a picture."""
_BROADCASTERS_LABELS = words(
    "صدر_الصورة مصدر_الصورة التعليق_على_الصورة منبع_تصویر توضیح_تصویر تصویر_کا_ذریعہ تصویر_کا_کیپشن इमेज_स्रोत "
    "इमेज_कैप्शन ছবির_উৎস ছবির_ক্যাপশান автор_фото подпись_к_фото підпис_до_фото nguồn_hình_ảnh chụp_lại_hình_ảnh "
    "ที่มาของภาพ คำบรรยายภาพ 사진_출처 사진_설명 사진_제공 사진제공 画像提供 画像説明 写真提供 圖像來源 图像来源 "
    "圖像加註文字 图像加注文字 பட_மூலாதாரம் படக்குறிப்பு ఫొటో_సోర్స్ फोटो_स्रोत ਤਸਵੀਰ_ਸਰੋਤ ઇમેજ_સ્રોત "
    "तस्बिर_स्रोत የፎቶው_ባለመብት ဓာတ်ပုံ_မူပိုင် ဓာတ်ပုံ_အရင်းအမြစ်"
)
"""What a broadcaster of many languages prints before a picture's source or caption, a low line for each blank."""
_CREDIT_OPENINGS = ("ဓာတ်ပုံ မူပိုင် ", "ภาพจาก", "ภาพโดย", "عکس از ", "صورة من الأرشيف")
_CREDIT_MARKS = frozenset(":：=＝/|–—-،၊,，៖፦©")
_COMMAS, _DASHES = "،၊,，", "–—-|"
_LONGEST_CREDIT, _LONGEST_CREDIT_LABEL, _MOST_IN_CREDIT = 120, 32, 12


def _names_picture(text: str) -> bool:
    """Return whether a line opens with a word for a picture in a script or language beyond ASCII: `Снимка: БТА`."""
    head = text[:_LONGEST_CREDIT_LABEL].lstrip("([（［【،, ")
    if not head or head[0].isascii() or len(text) > _LONGEST_CREDIT or count_words(text) > _MOST_IN_CREDIT:
        return False
    at = next((at for at, char in enumerate(head) if char in _CREDIT_MARKS), 0)
    label = head[:at].strip().casefold()
    is_credit = (
        head.startswith(_CREDIT_OPENINGS)
        or label.replace(" ", "_") in _BROADCASTERS_LABELS
        # `Фото-выставка` and `图片，文字` are words of the story.
        or (label in PICTURE_WORDS and head[at] not in _COMMAS and not (head[at] in _DASHES and head[at - 1] != " "))
    )
    return is_credit and any(map(str.isalpha, head[at:])) and not ends_sentence(text)


def find_note(text: str, *, is_wire: bool = False) -> Found | None:
    """Return what kind of editorial line the text is, or None when it is the story; the wire credits no pictures."""
    words = count_words(text)
    rules, asked = (_rules, _asked) if words <= _FEW_WORDS else (_of_longer, _asked_of_longer)
    for rule in map(rules.__getitem__, asked.likely(text)):
        if words > rule.most_words or (is_wire and rule.name in _NOT_ON_THE_WIRE):
            continue
        if rule.expression.matches(text):
            return Found(rule.kind, rule.name)
    if not (is_wire or text.isascii()) and _names_picture(text):
        return Found("credit", "note-picture")
    return None


def warm() -> None:
    """Compile the expressions of all rules, for a process that asks them of many lines."""
    _asked.compile()
    _asked_of_longer.compile()
