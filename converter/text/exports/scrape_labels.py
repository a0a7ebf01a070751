"""Labels that scrapers and makers of corpora write before the fields of a story, in the languages of their authors."""

from __future__ import annotations

from converter.core.values import Value
from converter.text.lines import LAYOUT_SPACE

LABELS = {
    "headline": (
        "|title|headline|head line|article title|news title|story title|post title|page title|original title|"
        "titulo|titular|encabezado|manchete|titolo|titre|titel|uberschrift|schlagzeile|kop|overskrift|tittel|"
        "otsikko|titill|fyrirsogn|tytuł|nagłowek|titulek|nadpis|nazev|titulok|nazov|cim|titlu|titlul|titull|"
        "titulli|naslov|наслов|заглавие|заголовок|название|заголовок новости|заголовок статьи|назва|τιτλοσ|"
        "baslık|baslik|haber baslıgı|baslıq|antraste|virsraksts|pealkiri|titol|izenburua|العنوان|عنوان|"
        "عنوان الخبر|تیتر|عنوان خبر|سرخی|כותרת|शीर्षक|मथळा|শিরোনাম|தலைப்பு|శీర్షిక|തലക്കെട്ട്|શીર્ષક|ਸਿਰਲੇਖ|หัวข้อ|"
        "หัวข้อข่าว|ชื่อเรื่อง|tieu đe|judul|judul berita|tajuk|pamagat|kichwa|标题|標題|题目|題目|新闻标题|新聞標題|"
        "文章标题|文章標題|タイトル|見出し|題名|제목|기사제목|"
    ),
    "author": (
        "|author|authors|author(s)|author name|byline|by line|writer|reporter|journalist|written by|by|autor|"
        "autora|autores|autor(a)|autor(es)|periodista|redactor|por|escrito por|jornalista|autore|autrice|autori|"
        "giornalista|auteur|auteurs|autrices|journaliste|par|autorin|autoren|verfasser|journalisten|von|door|"
        "forfattare|skribent|forfatter|av|af|kirjoittaja|toimittaja|tekija|autorzy|szerzo|szerzok|автор|авторы|"
        "автори|журналист|корреспондент|журналіст|аутор|avtor|συγγραφεασ|συντακτησ|yazar|muhabir|muəllif|"
        "autorius|autors|egilea|الكاتب|كاتب|المؤلف|بقلم|نویسنده|خبرنگار|מאת|כותב|מחבר|लेखक|লেখক|ผู้เขียน|tac gia|"
        "penulis|mwandishi|作者|记者|記者|撰文|著者|筆者|기자|작성자|글쓴이|"
    ),
    "date": (
        "|date|published|published on|published at|published date|publish date|publish time|publication date|"
        "date published|date of publication|date publish|pub date|pubdate|publication time|posted|posted on|"
        "post date|datetime|date time|date/time|date & time|time published|article date|fecha|"
        "fecha de publicacion|fecha publicacion|fecha y hora|publicado|publicado el|data|data de publicacao|"
        "publicado em|data/hora|data di pubblicazione|pubblicato il|pubblicato|date de publication|publie le|"
        "publie|datum|erscheinungsdatum|veroffentlicht|veroffentlicht am|veroffentlichungsdatum|publicatiedatum|"
        "gepubliceerd|gepubliceerd op|publicerad|publiceringsdatum|dato|publiceret|udgivet|publisert|paivamaara|"
        "julkaistu|data publikacji|opublikowano|datum vydani|publikovano|datum publikace|datum vydania|"
        "publikovane|megjelenes|kozzeteve|data publicarii|publicat|дата|публикувано|дата публикации|опубликовано|"
        "дата и время|дата публікаціі|опубліковано|датум|objavljeno|ημερομηνια|tarih|yayın tarihi|"
        "yayınlanma tarihi|tarix|kuupaev|datums|التاريخ|تاريخ|تاريخ النشر|تاریخ|تاریخ انتشار|תאריך|תאריך פרסום|"
        "दिनांक|तारीख|तिथि|তারিখ|தேதி|วันที่|ngay|ngay đang|tanggal|tanggal terbit|tarikh|petsa|tarehe|日期|时间|"
        "時間|发布时间|發布時間|发布日期|發布日期|发表时间|日付|日時|公開日|掲載日|날짜|작성일|등록일|일자|입력|"
    ),
    "modified": (
        "|updated|updated on|updated at|last updated|modified|date modified|last modified|update date|"
        "updated date|actualizado|fecha de actualizacion|atualizado|atualizado em|aggiornato|aggiornato il|"
        "mis a jour|mis a jour le|aktualisiert|aktualisiert am|bijgewerkt|uppdaterad|opdateret|oppdatert|"
        "paivitetty|aktualizacja|aktualizovano|обновлено|дата обновления|оновлено|guncelleme|diperbarui|更新时间|"
        "更新時間|更新日|更新日時|수정일|수정|"
    ),
    "source": (
        "|source|sources|news source|source name|article source|fuente|fuentes|fonte|fonti|quelle|bron|kalla|"
        "kilde|lahde|zrodło|zdroj|forras|sursa|източник|источник|джерело|izvor|извор|vir|πηγη|kaynak|mənbə|"
        "allikas|avots|saltinis|font|iturria|المصدر|مصدر|منبع|מקור|स्रोत|সূত্র|ที่มา|แหล่งที่มา|nguon|sumber|来源|"
        "來源|出处|出處|稿源|出典|ソース|출처|"
    ),
    "paper": (
        "|publication|newspaper|news outlet|outlet|site|site name|website|news site|media outlet|medio|periodico|"
        "diario|veiculo|jornal|testata|giornale|journal source|media|medium|zeitung|krant|tidning|avis|издание|"
        "видання|媒体|媒體|언론사|매체|"
    ),
    "publisher": (
        "|publisher|editor/publisher|editeur|verlag|editora|casa editrice|uitgever|wydawnictwo|издательство|"
    ),
    "section": (
        "|section|category|categories|desk|news category|article section|seccion|categoria|categorias|secao|"
        "seccao|editoria|categorie|sezione|rubrique|rubrik|ressort|kategorie|rubriek|sectie|kategori|avdelning|"
        "sektion|seksjon|osasto|kategoria|dział|rubrika|rovat|sectiune|rubrica|категория|рубрика|раздел|"
        "категорія|розділ|kategorija|κατηγορια|bolum|kateqoriya|القسم|التصنيف|دسته بندی|קטגוריה|מדור|श्रेणी|বিভাগ|"
        "หมวดหมู่|chuyen muc|kanal|分类|分類|栏目|欄目|版面|频道|頻道|カテゴリ|カテゴリー|분류|카테고리|섹션|"
    ),
    "url": (
        "|url|link|source url|article url|article link|news url|original url|original link|canonical url|"
        "canonical|permalink|href|web address|enlace|enlace original|vinculo|endereco|collegamento|lien|lank|"
        "lenke|linkki|odnosnik|adres url|adresse url|odkaz|hivatkozas|legatura|линк|връзка|ссылка|"
        "ссылка на статью|адрес|посилання|poveznica|povezava|συνδεσμοσ|baglantı|الرابط|رابط|لینک|پیوند|קישור|"
        "लिंक|লিংক|ลิงก์|ลิงค์|lien ket|đuong dan|tautan|链接|鏈接|連結|网址|網址|原文链接|原文連結|リンク|링크|"
        "주소|원문|"
    ),
    "keywords": (
        "|keywords|keyword|key words|tags|tag|topics|subjects|hashtags|palabras clave|etiquetas|temas|"
        "palavras chave|marcadores|parole chiave|etichette|mots cles|mots clefs|etiquettes|schlagworter|"
        "schlagworte|stichworter|stichworte|themen|trefwoorden|nyckelord|taggar|etiketter|nøgleord|emneord|"
        "nøkkelord|stikkord|avainsanat|asiasanat|słowa kluczowe|tagi|klicova slova|stitky|tagy|klucove slova|"
        "kulcsszavak|cimkek|cuvinte cheie|etichete|ключови думи|тагове|ключевые слова|теги|метки|ключові слова|"
        "kljucne rijeci|kljucne reci|кључне речи|oznake|kljucne besede|λεξεισ κλειδια|ετικετεσ|anahtar kelimeler|"
        "etiketler|الكلمات المفتاحية|كلمات مفتاحية|الوسوم|کلمات کلیدی|برچسب ها|برچسب‌ها|מילות מפתח|תגיות|कीवर्ड|"
        "टैग|คำสำคัญ|แท็ก|tu khoa|kata kunci|关键词|關鍵詞|关键字|關鍵字|标签|標籤|キーワード|タグ|키워드|태그|"
    ),
    "summary": (
        "|summary|abstract|description|meta description|excerpt|teaser|standfirst|deck|dek|subtitle|sub title|"
        "subheadline|sub headline|subheading|subhead|lead|lede|snippet|article summary|short description|resumen|"
        "descripcion|bajada|copete|entradilla|subtitulo|sumario|extracto|resumo|descricao|linha fina|sommario|"
        "riassunto|descrizione|sottotitolo|resume|chapeau|chapo|sous titre|zusammenfassung|beschreibung|"
        "untertitel|unterzeile|vorspann|kurzfassung|samenvatting|beschrijving|inleiding|ondertitel|ingress|"
        "sammanfattning|beskrivning|underrubrik|manchet|beskrivelse|sammendrag|undertittel|undertitel|"
        "tiivistelma|ingressi|kuvaus|alaotsikko|streszczenie|opis|podtytuł|zajawka|perex|shrnuti|souhrn|popis|"
        "podtitul|suhrn|zhrnutie|osszefoglalo|leiras|alcim|rezumat|descriere|subtitlu|резюме|подзаглавие|"
        "аннотация|описание|подзаголовок|лид|анонс|краткое содержание|анотація|опис|підзаголовок|sazetak|"
        "podnaslov|сажетак|поднаслов|povzetek|περιληψη|περιγραφη|υποτιτλοσ|ozet|acıklama|spot|alt baslık|الملخص|"
        "ملخص|الوصف|العنوان الفرعي|خلاصه|چکیده|توضیحات|تقديم|תקציר|תיאור|כותרת משנה|सारांश|विवरण|สรุป|คำอธิบาย|"
        "tom tat|mo ta|sapo|ringkasan|deskripsi|摘要|概要|简介|簡介|描述|导语|導語|副标题|副標題|要約|リード|"
        "요약|부제|부제목|"
    ),
    "text": (
        "|text|content|body|article|full text|article text|article body|article content|main text|body text|"
        "main content|full article|full content|story|news content|news text|news|texto|contenido|cuerpo|noticia|"
        "texto completo|cuerpo de la noticia|cuerpo del articulo|articulo|conteudo|corpo|materia|"
        "corpo da noticia|testo|contenuto|articolo|texte|contenu|corps|corps de l'article|inhalt|haupttext|"
        "artikel|volltext|artikeltext|tekst|inhoud|innehall|brodtext|brødtekst|indhold|innhold|teksti|sisalto|"
        "leipateksti|tresc|artykuł|tresc artykułu|obsah|clanek|clanok|szoveg|tartalom|cikk|continut|articol|"
        "текст|съдържание|содержание|статья|текст статьи|текст новости|зміст|стаття|sadrzaj|clanak|садржај|"
        "besedilo|vsebina|κειμενο|περιεχομενο|metin|icerik|haber|mətn|النص|المحتوى|نص الخبر|متن|متن خبر|محتوا|"
        "טקסט|תוכן|גוף הכתבה|सामग्री|পাঠ্য|เนื้อหา|noi dung|isi|konten|isi berita|kandungan|正文|内容|內容|文本|"
        "全文|本文|본문|내용|기사본문|"
    ),
    "image": (
        "|image|images|image url|photo|photos|picture|thumbnail|featured image|lead image|top image|image link|"
        "imagen|imagenes|foto|fotos|imagem|imagens|immagine|immagini|bild|bilder|bild url|afbeelding|billede|"
        "bilde|kuva|zdjecie|obraz|obrazek|obrazok|kep|imagine|снимка|изображение|картинка|фото|зображення|slika|"
        "fotografija|εικονα|φωτογραφια|resim|gorsel|fotograf|الصورة|صورة|عکس|تصویر|תמונה|รูปภาพ|hinh anh|anh|"
        "gambar|图片|圖片|画像|写真|이미지|사진|video|video url|"
    ),
    "caption": (
        "|caption|image caption|photo caption|cutline|epigrafe|pie de foto|leyenda|legenda|didascalia|legende|"
        "bildunterschrift|bildtext|bijschrift|onderschrift|billedtekst|bildetekst|kuvateksti|popisek|kepalairas|"
        "подпись|подпись к фото|resim altı|图说|圖說|"
    ),
    "lang": (
        "|language|lang|idioma|lingua|langue|sprache|taal|sprak|sprog|kieli|jezyk|jazyk|язык|мова|dil|语言|語言|言語|"
    ),
    "number": "|id|article id|news id|doc id|document id|identifier|artikel id|id noticia|",
    "credit": (
        "|editor|editors|edited by|editado por|editor(a)|redaktion|责任编辑|編輯|编辑|責任編輯|责编|редактор|redaktur|"
    ),
    "place": (
        "|location|place|city|lugar|ubicacion|local|cidade|luogo|citta|lieu|ville|ort|plaats|plats|sted|paikka|"
        "miejsce|misto|место|місце|yer|地点|地點|time|hora|heure|uhrzeit|час|время|saat|"
    ),
    "field": (
        "|word count|words|wordcount|country|region|state|pais|ciudad|paese|pays|land|kraj|zeme|страна|ulke|国家|"
        "國家|copyright|rights|license|licence|kicker|overline|volanta|cintillo|antetitulo|occhiello|dachzeile|"
        "surtitre|chapeu|views|view count|comments|comment count|shares|likes|sentiment|domain|source domain|"
        "hostname|scraped|scraped at|scraped on|scrape date|crawled|crawl date|crawled at|retrieved|retrieved on|"
        "access date|accessed|date accessed|download date|downloaded|fecha de extraccion|fecha de consulta|"
        "fecha de descarga|zugriff|abgerufen am|zugriffsdatum|consultado|type|article type|news type|"
        "content type|tipo|typ|format|page|page number|edition|slug|status|dateline|country code|author url|"
        "author email|publisher url|rss|feed|encoding|charset|点击|阅读|阅读量|浏览量|评论数|"
    ),
    "alien": (
        "|isbn|issn|pages|price|seiten|preis|paginas|precio|pagine|prezzo|prix|pris|format & price|edition price|"
        "director|directed by|cast|starring|stars|runtime|running time|genre|rating|duration|artist|album|label|"
        "track|composer|lyrics|reparto|direccion|elenco|regia|regie|regista|durata|duree|dauer|duracion|duracao|"
        "genero|darsteller|besetzung|annee|anno|jahr|year|режиссер|в ролях|жанр|监制|导演|主演|감독|출연|venue|"
        "where|when|who|what|why|how|cost|tickets|admission|doors|entry|entrada|eintritt|tarif|contact|contacts|"
        "contacto|contato|contatti|kontakt|media contact|press contact|phone|tel|telephone|fax|email|e mail|"
        "salary|deadline|apply by|closing date|employer|company|job type|job title|department|ingredients|"
        "servings|serves|prep time|cook time|yield|difficulty|ingredientes|zutaten|platform|developer|release|"
        "release date|score|goals|attendance|referee|kick off|kickoff|halftime|half time|result|scorers|from|to|"
        "cc|subject|reply to|newsgroups|organization|guest|guests|disclaimer|pairing|fandom|warnings|characters|"
        "degree|supervisor|case number|court|plaintiff|defendant|bill|sponsor|sponsors|claim|verdict|reviewer|"
        "reviewed by|review by|translator|narrator|illustrator|"
    ),
}
"""What a label announces, and the labels as `folded` leaves them: small, without accents and hyphens."""
_LONGEST_LABEL, _LONGEST_LINE_LABEL = 34, 24
_COLONS, OPENING, _CLOSING = ":：", "[【〔", "]】〕"
_MARKS = "#*_-•·– "
_STROKES = str.maketrans({"-": " ", "_": " ", "\xa0": " ", "\u3000": " ", "’": "'"})
_FIRST_CJK = "\u2e80"


class Label(Value):
    """A label at the head of a line."""

    kind: str
    length: int
    """Characters of the line without its margin, marks and colon too."""
    shape: str
    """`colon`, `tab`, `bracket`, `heading`, `line`, `word`."""


def label_of(line: str) -> Label | None:
    """Return the label that the line begins with, if it is one of a story's fields or speaks against them."""
    bare = line.strip(LAYOUT_SPACE)
    if not bare:
        return None
    if bare[0] in OPENING:
        end = min((at for at in map(bare.find, _CLOSING) if at > 0), default=_LONGEST_LABEL)
        kind = kind_of(bare[1:end]) if 1 < end < _LONGEST_LABEL else None
        length = end + 1 + (len(bare[end + 1 :]) - len(bare[end + 1 :].lstrip(" " + _COLONS)))
        return Label(kind, len(bare[:length].rstrip()), "bracket") if kind else None
    rest = bare.lstrip(_MARKS)
    opening = bare[: len(bare) - len(rest)]
    colon = min((at for at in map(rest[:_LONGEST_LABEL].find, _COLONS) if at > 0), default=0)
    if colon and (kind := kind_of(rest[:colon].strip("*_"))):
        length = len(opening) + colon + 1
        if "*" in opening or "_" in opening:
            length += len(bare[length:]) - len(bare[length:].lstrip("*_"))
        return Label(kind, length, "colon")
    tab = rest.find("\t", 0, _LONGEST_LABEL)
    if tab > 0 and (kind := kind_of(rest[:tab])):
        return Label(kind, len(opening) + tab, "tab")
    if len(rest) <= _LONGEST_LINE_LABEL and rest and (kind := kind_of(rest.rstrip("#*_ "))):
        return Label(kind, len(bare), "heading" if opening.strip(" -•·–") else "line")
    if rest is bare and bare[0].islower() and (first := bare.split(None, 1)[0]).islower() and (kind := kind_of(first)):
        return Label(kind, len(first), "word")
    return None


def folded(label: str) -> str:
    """Return a label in small letters, without accents and strokes, as scrapers write it or not."""
    lowered = label.casefold().translate(_STROKES).strip()
    if lowered.isascii():
        return lowered
    import unicodedata  # A library of its own: for labels that need it.

    parts = unicodedata.normalize("NFD", lowered)
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if not "\u0300" <= char <= "\u036f"))
    return bare.replace(" ", "") if bare[:1] >= _FIRST_CJK else bare


def kind_of(label: str) -> str | None:
    """Return what a label announces, or None; most texts ask for one word or two, so that no table is made."""
    asked = folded(label)
    if not asked or "|" in asked:
        return None
    return next((kind for kind, labels in LABELS.items() if f"|{asked}|" in labels), None)
