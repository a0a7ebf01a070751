"""Texts as scrapers and makers of corpora write them; houses, people and places are made up."""

from __future__ import annotations

from tests.text.database_texts import wrapped

FIRST = "The ferry to Westmere will stop on Sundays from May, the county council said on Friday after a long debate."
SECOND = "Some four hundred people take it each Sunday in summer, most of them to the beaches on the other side."
STORY = f"{FIRST}\n{SECOND}"
TITLE = "Ferry to stop on Sundays from May"
PRIMERO = "El transbordador a Ribera dejará de navegar los domingos desde mayo, dijo el viernes el consejo comarcal."
SEGUNDO = "Unas cuatrocientas personas lo toman cada domingo de verano, la mayoría para ir a las playas de enfrente."
CUENTO = f"{PRIMERO}\n{SEGUNDO}"
TITULO = "El transbordador para los domingos desde mayo"

ENGLISH = {
    "lines": f"Title: {TITLE}\nAuthor: Ann Example\nDate: 2024-05-03\nURL: https://news.example.com/ferry\n{STORY}\n",
    "blanks": f"Title: {TITLE}\n\nAuthor: Ann Example\n\nDate: May 3, 2024\n\n{FIRST}\n\n{SECOND}\n",
    "capitals": f"TITLE: {TITLE}\nAUTHOR: Ann Example\nDATE: 3 May 2024\nTEXT: {FIRST}\n{SECOND}\n",
    "small": f"url: https://news.example.com/ferry\ntitle: {TITLE}\nauthor: Ann Example\n"
    f"published_at: 2024-05-03T10:00:00Z\ncontent: {STORY}\n",
    "headline": f"Headline: {TITLE}\nByline: By Ann Example\nPublished: 3 May 2024, 10:15\n"
    f"Source: The Sample Times\nSection: News\nBody:\n{STORY}\n",
    "bold": f"**Title:** {TITLE}\n**Author:** Ann Example\n**Date:** 2024-05-03\n\n{FIRST}\n\n{SECOND}\n",
    "bold-colon": f"**Title**: {TITLE}\n**Author**: Ann Example\n"
    f"**Published**: 2024-05-03\n\n---\n\n{FIRST}\n\n{SECOND}\n",
    "bullets": f"- Title: {TITLE}\n- Author: Ann Example\n- Date: 2024-05-03\n\n{FIRST}\n\n{SECOND}\n",
    "brackets": f"[Title] {TITLE}\n[Author] Ann Example\n[Date] 2024-05-03\n[Text] {FIRST}\n{SECOND}\n",
    "headings": f"# Title\n\n{TITLE}\n\n## Author\n\nAnn Example\n\n"
    f"## Date\n\n2024-05-03\n\n## Content\n\n{FIRST}\n\n{SECOND}\n",
    "heading-colon": f"# Title: {TITLE}\n## Author: Ann Example\n## Date: 2024-05-03\n\n{FIRST}\n\n{SECOND}\n",
    "below": f"Title:\n{TITLE}\n\nAuthor:\nAnn Example\n\nDate:\n3 May 2024\n\nText:\n{STORY}\n",
    "below-blank": f"Title:\n\n{TITLE}\n\nAuthor:\n\nAnn Example\n\n"
    f"Date:\n\n3 May 2024\n\nContent:\n\n{FIRST}\n\n{SECOND}\n",
    "bare": f"Title\n{TITLE}\nAuthor\nAnn Example\nDate\n3 May 2024\nText\n{STORY}\n",
    "around": f"Title: {TITLE}\nAuthor: Ann Example\n\n{FIRST}\n\n{SECOND}\n\nPublished: 2024-05-03\n"
    "URL: https://news.example.com/ferry\nTags: ferry, Eastmere\n",
    "yaml": f"---\ntitle: {TITLE}\nauthor: Ann Example\ndate: 2024-05-03\ntags:\n  - ferry\n  - Eastmere\n---\n"
    f"\n{FIRST}\n\n{SECOND}\n",
    "ruled": f"=====\nTitle: {TITLE}\nAuthor: Ann Example\nDate: 2024-05-03\n=====\n{STORY}\n",
    "wrapped": "Title: Ferry to stop\non Sundays from May\nAuthor: Ann Example\nDate: 2024-05-03\n\n"
    f"{wrapped(FIRST, SECOND)}\n",
    "untitled": f"{TITLE}\n\nAuthor: Ann Example\nDate: 2024-05-03\nURL: https://news.example.com/ferry\n\n{FIRST}\n\n{SECOND}\n",
    "own-labels": f"Title: {TITLE}\nAuthor: Ann Example\nReading level: easy\nDate: 2024-05-03\nURL: https://a.example/1\n\n{STORY}\n",
    "empty-fields": f"Title: {TITLE}\nAuthor: Ann Example\nTags:\nSection:\nDate: 2024-05-03\nText: {STORY}\n",
    "numbered": f"Article 12\nTitle: {TITLE}\nAuthor: Ann Example\nDate: 2024-05-03\n\n{STORY}\n",
    "untitled-three": f"{TITLE}\nAuthor: Ann Example\nDate: May 3, 2024\nSource: The Sample Times\n\n"
    f"{FIRST}\n\n{SECOND}\n",
    "tabs": f"Title\t{TITLE}\nAuthor\tAnn Example\nDate\t2024-05-03\nText\t{FIRST}\n{SECOND}\n",
    "equal-width": f"Title     : {TITLE}\nAuthor    : Ann Example\nDate      : 2024-05-03\n\n{STORY}\n",
}
"""Each says the same in English: headline, author, day, two paragraphs."""

_DE = (
    "Die Fähre nach Westdorf fährt von Mai an sonntags nicht mehr, teilte der Kreis nach langer Debatte mit.",
    "Rund vierhundert Menschen nehmen sie an jedem Sonntag im Sommer, die meisten auf dem Weg zu den Stränden.",
)
_FR = (
    "Le bac de Rive-Est ne circulera plus le dimanche à partir de mai, a annoncé vendredi le conseil départemental.",
    "Quelque quatre cents personnes le prennent chaque dimanche d'été, la plupart pour aller aux plages d'en face.",
)
_PT = (
    "A balsa para Ribeira deixará de navegar aos domingos a partir de maio, disse na sexta-feira o conselho municipal.",
    "Cerca de quatrocentas pessoas usam a balsa em cada domingo de verão, a maioria para ir às praias do outro lado.",
)
_IT = (
    "Il traghetto per Riva non viaggerà più la domenica da maggio, ha detto venerdì il consiglio della contea.",
    "Circa quattrocento persone lo prendono ogni domenica d'estate, la maggior parte per le spiagge di fronte.",
)
_RU = (
    "Паром до Западного берега с мая не будет ходить по воскресеньям, сообщил в пятницу совет округа после споров.",
    "Около четырёхсот человек пользуются им каждое летнее воскресенье, большинство едет на пляжи другого берега.",
)
_ID = (
    "Feri ke Tepi Barat tidak akan beroperasi pada hari Minggu mulai Mei, kata dewan kabupaten pada hari Jumat.",
    "Sekitar empat ratus orang menggunakan feri itu setiap Minggu, sebagian besar menuju pantai di seberang.",
)
_ZH = (
    "西岸渡轮从五月起星期日停航，县议会星期五经过长时间辩论后宣布了这一决定，居民对此表示不满。",
    "夏季每个星期日约有四百人乘坐渡轮，其中大多数人前往对岸的海滩，商户担心生意会受到影响。",
)
_SV = (
    "Färjan till Västerby slutar gå på söndagar från maj, meddelade länsstyrelsen på fredagen efter en lång debatt.",
    "Omkring fyrahundra personer tar den varje söndag på sommaren, de flesta till stränderna på andra sidan.",
)
_NL = (
    "De veerboot naar Westoever vaart vanaf mei niet meer op zondag, zei de gemeenteraad vrijdag na een lang debat.",
    "Zo'n vierhonderd mensen nemen hem elke zondag in de zomer, de meesten naar de stranden aan de overkant.",
)
_PL = (
    "Prom do Zachodniego Brzegu od maja nie będzie kursował w niedziele, podała w piątek rada powiatu po debacie.",
    "Około czterystu osób korzysta z niego w każdą letnią niedzielę, większość jedzie na plaże po drugiej stronie.",
)
_TR = (
    "Batı Yakası vapuru mayıstan itibaren pazar günleri çalışmayacak, ilçe meclisi uzun tartışmalardan sonra duyurdu.",
    "Yaz aylarında her pazar yaklaşık dört yüz kişi vapura biniyor, çoğu karşı kıyıdaki plajlara gidiyor.",
)
_AR = (
    "ستتوقف العبارة إلى الضفة الغربية عن الإبحار أيام الأحد اعتبارا من مايو، كما قال مجلس المقاطعة يوم الجمعة.",
    "يستقلها نحو أربعمئة شخص كل يوم أحد في الصيف، ومعظمهم في طريقهم إلى الشواطئ على الجانب الآخر.",
)

LANGUAGES: dict[str, tuple[str, str, str, tuple[str, str]]] = {
    "es": (
        "Título: {0}\nAutor: Ana Ejemplo\nFecha: 3 de mayo de 2024\nFuente: El Diario de Muestra\n\n{1}\n\n{2}\n",
        TITULO,
        "Ana Ejemplo",
        (PRIMERO, SEGUNDO),
    ),
    "es-bare": (
        "Titulo: {0}\nFecha: 2024-05-03\nAutor: Ana Ejemplo\nCategoria: Sociedad\nContenido: {1}\n{2}\n",
        TITULO,
        "Ana Ejemplo",
        (PRIMERO, SEGUNDO),
    ),
    "es-brackets": (
        "[Título] {0}\n\n[Autor] Ana Ejemplo\n\n[Fecha] 2024-05-03\n\n[Imagen] https://a.example/1.jpg\n\n"
        "[Cuerpo] {1}\n\n[Imagen] https://a.example/2.jpg\n\n[Cuerpo] {2}\n",
        TITULO,
        "Ana Ejemplo",
        (PRIMERO, SEGUNDO),
    ),
    "es-words": (
        "titulo {0}\nautor Ana Ejemplo\nfecha 2024-05-03\nnoticia {1}\n{2}\n",
        TITULO,
        "Ana Ejemplo",
        (PRIMERO, SEGUNDO),
    ),
    "de": (
        "Titel: {0}\nAutor: Anna Beispiel\nDatum: 03.05.2024\nRubrik: Lokales\nText: {1}\n{2}\n",
        "Fähre fährt von Mai an sonntags nicht mehr",
        "Anna Beispiel",
        _DE,
    ),
    "de-text": (
        "Titel: {0}\nText: Anna Beispiel\nDatum: 03.05.2024\n\n{1}\n\n{2}\n",
        "Fähre fährt von Mai an sonntags nicht mehr",
        "Anna Beispiel",
        _DE,
    ),
    "fr": (
        "Titre : {0}\nAuteur : Anne Exemple\nDate : 3 mai 2024\nRubrique : Société\nLien : https://a.example/bac\n\n{1}\n\n{2}\n",
        "Le bac ne circulera plus le dimanche",
        "Anne Exemple",
        _FR,
    ),
    "pt": (
        "Título: {0}\nData: 03/05/2024\nAutora: Ana Exemplo\nLink: https://a.example/balsa\nTexto:\n{1}\n{2}\n",
        "Balsa deixará de navegar aos domingos",
        "Ana Exemplo",
        _PT,
    ),
    "it": (
        "Titolo: {0}\nAutore: Anna Esempio\nData: 3 maggio 2024\nFonte: Il Giornale di Prova\n\n{1}\n\n{2}\n",
        "Il traghetto si ferma la domenica",
        "Anna Esempio",
        _IT,
    ),
    "ru": (
        "Заголовок: {0}\nАвтор: Анна Примерова\nДата: 3 мая 2024\nИсточник: Пример Таймс\nТекст: {1}\n{2}\n",
        "Паром не будет ходить по воскресеньям",
        "Анна Примерова",
        _RU,
    ),
    "id": (
        "Judul: {0}\nPenulis: Ani Contoh\nTanggal: 3 Mei 2024\nSumber: Harian Contoh\nIsi: {1}\n{2}\n",
        "Feri berhenti beroperasi pada hari Minggu",
        "Ani Contoh",
        _ID,
    ),
    "zh": (
        "标题：{0}\n作者：李样本\n日期：2024-05-03\n来源：样本日报\n正文：{1}\n{2}\n",
        "西岸渡轮五月起星期日停航",
        "李样本",
        _ZH,
    ),
    "zh-marks": (
        "【标题】{0}\n【作者】李样本\n【时间】2024年5月3日\n【正文】{1}\n{2}\n",
        "西岸渡轮五月起星期日停航",
        "李样本",
        _ZH,
    ),
    "sv": (
        "Rubrik: {0}\nFörfattare: Anna Exempel\nDatum: 2024-05-03\nKälla: Exempelbladet\nText:\n{1}\n{2}\n",
        "Färjan slutar gå på söndagar från maj",
        "Anna Exempel",
        _SV,
    ),
    "nl": (
        "Titel: {0}\nAuteur: Anna Voorbeeld\nDatum: 3 mei 2024\nBron: De Voorbeeldkrant\n\n{1}\n\n{2}\n",
        "Veerboot vaart niet meer op zondag",
        "Anna Voorbeeld",
        _NL,
    ),
    "pl": (
        "Tytuł: {0}\nAutor: Anna Przykład\nData publikacji: 2024-05-03\nŹródło: Gazeta Przykładowa\nTreść: {1}\n{2}\n",
        "Prom nie będzie kursował w niedziele",
        "Anna Przykład",
        _PL,
    ),
    "tr": (
        "Başlık: {0}\nYazar: Ayşe Örnek\nTarih: 03.05.2024\nKaynak: Örnek Gazetesi\nİçerik: {1}\n{2}\n",
        "Vapur pazar günleri çalışmayacak",
        "Ayşe Örnek",
        _TR,
    ),
    "ar": (
        "العنوان: {0}\nالكاتب: آنا مثال\nالتاريخ: 2024-05-03\nالمصدر: صحيفة المثال\nالنص: {1}\n{2}\n",
        "العبارة تتوقف عن الإبحار أيام الأحد",
        "آنا مثال",
        _AR,
    ),
}
"""The form, its headline, who wrote it, its two paragraphs."""

OTHERS = {
    "interview": "Question: What will happen to the ferry on Sundays from May, as the council has said this week?\n"
    "Answer: It will stop, and we do not know for how long it will, since nobody has told us anything about it.\n",
    "interview-text": "Q: What will happen to the ferry?\n"
    "A: It will stop, and nobody knows for how long, since we were not told.\n",
    "book": f"Title: The Long Ferry\nAuthor: Ann Example\nPublisher: Sample Press\nPages: 320\nPrice: $20\n\n{STORY}\n",
    "book-below": f"Title: The Long Ferry\nAuthor: Ann Example\n\n{STORY}\n\nPages: 320\nPrice: $20\n",
    "book-publisher": f"Title: The Long Ferry\nAuthor: Ann Example\nPublisher: Sample Press\n\n{STORY}\n",
    "book-de": "Titel: Die lange Fähre\nAutorin: Anna Beispiel\nVerlag: Beispielverlag\nSeiten: 320\nPreis: 20 Euro\n\n"
    + "\n".join(_DE),
    "film": f"Title: The Long Ferry\nDirector: Ann Example\nCast: Bo Sample\nRunning time: 102 minutes\n\n{STORY}\n",
    "film-es": f"Título: El largo viaje\nDirección: Ana Ejemplo\nReparto: Bo Muestra\nAño: 2024\n\n{CUENTO}\n",
    "album": f"Artist: The Samples\nTitle: Long Ferry\nLabel: Example Records\n\n{STORY}\n",
    "match": f"Date: 3 May 2024\nVenue: Eastmere Park\nGoals: Example 12, Sample 30\nAttendance: 1,200\n\n{STORY}\n",
    "match-result": f"Eastmere 2 Westmere 1\nGoals: Example 12, Sample 30; Model 77\nReferee: B. Sample\n\n{STORY}\n",
    "recipe": f"Title: Apple cake from Eastmere\nServings: 8\nPrep time: 20 minutes\nIngredients: flour\n\n{STORY}\n",
    "release": f"FOR IMMEDIATE RELEASE\nContact: Ann Example, 555-0100\nDate: May 3, 2024\n\n{TITLE}\n\n{STORY}\n",
    "release-source": f"Date: May 3, 2024\nSource: Sample Ferries Ltd\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n",
    "release-title": f"Headline: {TITLE}\nContact: Ann Example, 555-0100\nDate: May 3, 2024\n\n{STORY}\n",
    "event": f"Title: A talk on ferries\nDate: 3 May 2024\nTime: 7pm\nVenue: Town Hall\nTickets: $5\n\n{STORY}\n",
    "event-place": f"Title: A talk on ferries\nDate: 3 May 2024\nTime: 7pm\nLocation: Town Hall\n\n{STORY}\n",
    "event-who": f"What: A talk on ferries\nWhen: 3 May 2024\nWhere: Town Hall\n\n{STORY}\n",
    "job": f"Title: Ferry captain wanted\nLocation: Eastmere\nSalary: $30,000\nDeadline: 3 May 2024\n\n{STORY}\n",
    "mail": f"From: Ann Example\nTo: Bo Sample\nSubject: {TITLE}\nDate: 3 May 2024\n\n{STORY}\n",
    "law": f"Title: VII\nSection: 703 on ferries\n\n{STORY}\n",
    "chart": "Title: Passengers of the ferry\nSource: Sample Ferries\n\n2021\t400\n2022\t450\n2023\t470\n",
    "facts": f"Population: 12,000\nArea: 30 square miles\nMayor: Ann Example\nSource: county council\n\n{STORY}\n",
    "claim": f"Claim: The ferry will stop.\nSource: a post on a network\nVerdict: true\n\n{STORY}\n",
    "headline-colon": f"Sources: Ferry to stop on Sundays from May\n\n{FIRST}\n\n{SECOND}\n",
    "headline-updated": f"Update: Ferry to stop on Sundays from May\nBy Ann Example\n\n{FIRST}\n\n{SECOND}\n",
    "dateline": f"EASTMERE: {FIRST}\n\n{SECOND}\n",
    "credits": f"Photo: Bo Sample\nText: Ann Example\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n",
    "sermon": f"Date: 3 May 2024\nText: John 3:16\n\n{STORY}\n",
    "fiction": f"Title: The Long Ferry\nAuthor: annexample\nRating: PG\nSummary: A ferry stops.\n\n{STORY}\n",
    "table": "Title\tAuthor\tDate\nThe Long Ferry\tAnn Example\t2024\nThe Short Ferry\tBo Sample\t2023\n",
    "two-below": f"{TITLE}\nDate: May 3, 2024\nSource: Sample Ferries Ltd\n\n{FIRST}\n\n{SECOND}\n",
    "play-below": f"The Long Ferry\nAuthor: Ann Example\nDate: 3 May 2024\nVenue: Town Hall\nSource: town\n\n{STORY}\n",
    "masthead": f"The Sample Times\nAuthor: Ann Example\nDate: May 3, 2024\nURL: https://a.example/1\n\n{TITLE}\n\n{STORY}",
    "several": f"Title: {TITLE}\nAuthor: Ann Example\nText: {STORY}\nTitle: Bridge at Eastmere opens again\n"
    f"Author: Bo Sample\nText: {STORY}\n",
    "no-story": f"Title: {TITLE}\nAuthor: Ann Example\nDate: 2024-05-03\n",
    "markdown": f"# Summary\n\n{FIRST}\n\n# Content\n\n{SECOND}\n",
    "words": f"article fifty is what the council calls it now\ntext messages have come in hundreds\n\n{STORY}\n",
    "menu": f"Text\nImages\nVideo\nLink\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n",
    "transcript": "HOST: Good evening from Eastmere, where the ferry will stop on Sundays, as we have learned.\n"
    "REPORTER: It will, and four hundred people do not know how they will get to the other side of the bay.\n",
    "quote": "Author: it is a word that she does not like to hear, she says, and laughs as the ferry leaves.\n\n"
    f"{FIRST}\n\n{SECOND}\n",
    "programme": f"Title: Ferry stories\nDuration: 30 minutes\nGuests: Ann Example, Bo Sample\n\n{STORY}\n",
    "song": f"Title: Ferry\nComposer: Ann Example\n\n{STORY}\n",
    "court": f"Title: Sample v. Example\nCourt: Eastmere County\nCase number: 24-100\nDate: 3 May 2024\n\n{STORY}\n",
    "list": f"Tags: ferry, Eastmere\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n",
    "url-alone": f"URL: https://news.example.com/ferry\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n",
    "paper": f"Source: The Sample Times\nDate: May 3, 2024\nBy: Ann Example\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n",
}
"""None of these is a scrape."""
