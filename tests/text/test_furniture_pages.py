"""What pages say of markets, of money they ask for, of networks, ways through the site and addresses of pictures.

Beside them stand lines of stories that look alike.
"""

from __future__ import annotations

import pytest

from converter.text.furniture import LONGEST_NOTICE, load_rules
from tests.text.test_furniture_houses import lines_of

FURNITURE = {
    "market-data": r"""
        Quotes displayed in real-time or delayed by at least 15 minutes. Market data provided by
        Quotes delayed at least 15 minutes.
        Quotes delayed by at least 20 minutes
        Quotes are delayed by at least 15 minutes. Market data provided by Sample Data.
        Data delayed at least 15 minutes
        Data is delayed at least 15 minutes
        Data delayed by 15 minutes unless otherwise indicated.
        Stock data delayed 15 minutes
        Prices delayed by at least 15 minutes
        All quotes delayed a minimum of 15 minutes.
        All quotes are in local exchange time.
        All market data delayed 20 minutes
        All times are ET. Data delayed at least 15 minutes
        Market data provided by Sample Data.
        Market data provided by
        Market data powered by Sample
        Market Data provided by Sample Data
        Fundamental company data and analyst estimates provided by Sample.
        Historical and current end-of-day data provided by Sample. All quotes are in local exchange time.
        Real-time last sale data for U.S. stock quotes reflect trades reported through Nasdaq only.
        Intraday data delayed at least 15 minutes or per exchange requirements.
        Powered and implemented by
        Legal Statement.
        Legal Statement. Mutual Fund and ETF data provided by
        Kurse zeitverzögert
        Kurse mindestens 15 Minuten verzögert
        Alle Kurse 15 Minuten zeitverzögert
        Alle Angaben ohne Gewähr. Kurse zeitverzögert um 15 Minuten.
        Kursdaten mindestens 15 Minuten verzögert
        Alle Kursinformationen mindestens 15 Minuten verzögert
        Cours différés d'au moins 15 minutes
        Données différées de 15 minutes
        Données différées d'au moins 15 min.
        Cotations différées de 15 minutes
        Datos con 15 minutos de retraso
        Cotizaciones con un retraso de 15 minutos
        Cotizaciones con retraso de al menos 15 minutos.
        Dados com atraso de 15 minutos
        Cotações com atraso de 15 minutos
        Cotações com pelo menos 15 minutos de atraso
        Dati ritardati di 15 minuti
        Dati in differita di almeno 15 minuti
        Quotazioni ritardate di 20 minuti
        Koersen zijn 15 minuten vertraagd
        Koersen 15 minuten vertraagd
        Kurserna är fördröjda 15 minuter
        Kurser er 15 minutter forsinket
        Kursene er 15 minutter forsinket
    """,
    "appeals": r"""
        Since you’re here …
        Since you're here...
        ... we have a small favour to ask. More people are reading the Sample than ever.
        … we have a small favour to ask.
        If everyone who reads our reporting, who likes it, helps fund it, our future would be much more secure.
        Make a contribution
        Become a Friend
        Paypal and credit card
        Contribute now
        Donate here
        Please donate
        Please consider donating to support our work.
        Please consider supporting us
        Help us keep our journalism free
        Help keep Sample free for everyone
        We depend on readers like you
        Your support makes our journalism possible.
        Readers like you make our work possible.
        This story is free to read because readers choose to support us.
        Jetzt spenden
        Spenden Sie jetzt
        Unterstützen Sie uns
        Unterstützen Sie unsere Arbeit
        Unterstützen Sie unabhängigen Journalismus
        Unterstütze uns
        Je fais un don
        Soutenez-nous !
        Soutenez la presse indépendante
        Soutenez notre journalisme
        Je soutiens
        Dona ahora
        Donar ahora
        Apoya el periodismo independiente
        Apoya nuestro periodismo
        Hazte socio, hazte socia
        Hazte miembro
        Hacete socio
        Doe agora
        Apoie o jornalismo independente
        Apoie nosso trabalho
        Faça uma doação
        Sostieni il giornalismo indipendente
        Dona ora
        Steun onafhankelijke journalistiek
        Doneer
        Doneer nu
        Stöd oss
        Stöd vårt arbete
        Støtt oss
        Støt os
        Tue meitä
        Wesprzyj nas
        Wesprzyj nas!
        Podpořte nás
        Podporte nás
        Támogass minket
        Támogasson minket
        Támogatom
        Donează
        Susține-ne
        Поддержите нас
        Підтримайте нас
        Подкрепете ни
        Bağış yap
        تبرع الآن
        תמכו בנו
        支持我們
        赞助我们
        후원하기
        기사 후원하기
        Support The Sample from as little as £1 a month
        Help keep The Sample free for everyone
        Thank you to our readers who keep us going
    """,
    "share-on-networks": r"""
        Recomendar no Facebook
        Compartilhar no Twitter
        Compartilhar no Facebook
        Compartilhar no WhatsApp
        Compartilhar via e-mail
        Compartilhar por e-mail
        Compartilhe no Twitter
        Compartir en LinkedIn
        Compartir por WhatsApp
        Compartir en X
        Comparte en Facebook
        Compartir vía email
        Recomendar en Facebook
        Partilhar no Facebook
        Partilhar via Twitter
        Partager sur LinkedIn
        Partager sur WhatsApp
        Partager par e-mail
        Partager via Messenger
        Recommander sur Facebook
        Recommend on Facebook
        Condividi su LinkedIn
        Condividi via WhatsApp
        Condividi su X
        Consiglia su Facebook
        Deel via Facebook
        Deel op Twitter
        Deel op LinkedIn
        Delen op Facebook
        Delen via WhatsApp
        Del på LinkedIn
        Del på X
        Del via e-mail
        Dela på LinkedIn
        Dela via mejl
        Dela på X
        Jaa Facebookissa
        Jaa Twitterissä
        Jaa WhatsAppissa
        Udostępnij na Twitterze
        Udostępnij na X
        Podziel się na Facebooku
        Sdílejte na Facebooku
        Zdieľať na Twitteri
        Zdieľaj na Facebooku
        Megosztás Twitteren
        Megosztás a Facebookon
        Distribuie pe WhatsApp
        Distribuie pe Twitter
        Podijeli na Facebooku
        Podeli na Fejsbuku
        Podijeli na Twitteru
        Подели на Фејсбук
        Поделиться ВКонтакте
        Поделиться в Телеграм
        Поделиться в Twitter
        Поделиться в WhatsApp
        Поделиться на Facebook
        Поділитися у Facebook
        Поділитись у Facebook
        Поширити у Facebook
        Поширити в Телеграм
        Сподели в Туитър
        Κοινοποίηση στο Facebook
        Μοιραστείτε στο Facebook
        Μοιράσου το στο Facebook
        X'te Paylaş
        WhatsApp'ta paylaş
        Facebookでシェアする
        Xでポスト
        Xでシェア
        分享到新浪微博
        分享至Facebook
        分享至 LINE
        分享到Facebook
        شارك على تويتر
        شارك على واتساب
        شارك عبر فيسبوك
        مشاركة على فيسبوك
        مشاركة عبر واتساب
        שתפו בפייסבוק
        שתפו בוואטסאפ
        फेसबुक पर शेयर करें
        ट्विटर पर शेयर करें
        ফেসবুকে শেয়ার করুন
        Bagikan ke Facebook
        Bagikan di Facebook
        Bagikan ke WhatsApp
        Kongsi di Facebook
        Chia sẻ lên Facebook
        Chia sẻ qua Facebook
        Chia sẻ Facebook
        แชร์บน Facebook
        แชร์ไปยัง Facebook
        Shiriki kwenye Facebook
        Share this article on Facebook
        Like on Facebook
        Deel dit artikel via WhatsApp
    """,
    "tools-further": r"""
        Recomendar esta página
        Recomendar
        Recommander
        Recommend this article
        Tweet this article
        Per Mail versenden
        はてなブックマークに追加
        페이스북으로 공유하기
        기사의 본문 내용은 이 글자크기로 변경됩니다.
        View more sharing options
    """,
    "breadcrumb-steps": r"""
        Página Inicial / Campi / Eastmere / Notícias / Núcleo divulga resultado final da seleção de bolsistas
        Home/News/Local news
        Início / Notícias
        Startseite / Nachrichten
        Startseite/Nachrichten/Politik
    """,
    "breadcrumb-here": r"""
        Você está aqui: Página Inicial > Notícias
        Você está em: Home » Notícias
        Estás aquí: Inicio / Noticias
        Usted está aquí: Inicio » Noticias
        Ud. está en: Inicio > Noticias
        Vous êtes ici
        Sie befinden sich hier: Startseite / News
        Du er her: Forside / Nyheder
        Du är här: Hem / Nyheter
        Olet tässä: Etusivu / Uutiset
        Je bent hier: Home » Nieuws
        Tu sei qui: Home / Notizie
        Ti trovi qui: Home » Notizie
        Sei qui: Home > Notizie
        Jste zde: Domů » Zprávy
        Nachádzate sa: Úvod / Správy
        Вы здесь: Главная / Новости
        Вы находитесь здесь: Главная » Новости
        Ви тут: Головна / Новини
        Вие сте тук: Начало / Новини
        Ön itt áll: Főoldal / Hírek
        Jelenlegi hely: Címlap » Hírek
        Buradasınız: Anasayfa / Haberler
        Βρίσκεστε εδώ: Αρχική / Νέα
        Nalazite se ovdje: Naslovnica / Vijesti
        Ovde ste: Početna / Vesti
        Nahajate se tukaj: Domov / Novice
        Sunteți aici: Acasă / Știri
        Ești aici: Acasă » Știri
        Bạn đang ở đây: Trang chủ / Tin tức
        Anda di sini: Beranda / Berita
        현재위치 홈 > 뉴스
        您现在的位置：首页 >> 新闻
        所在位置：首页 > 新闻
        目前位置：首頁 > 新聞
        現在位置：首頁 / 新聞
        أنت هنا: الرئيسية / أخبار
        Você está aqui: Página Inicial / Notícias
    """,
    "breadcrumb-glued": r"""
        HomeTeknoTech News
        HomeNewsLocal News
        HomeNews
        HomeNewsPoliticsEastmere
        BerandaBeritaNasional
        InícioNotíciasPolítica
        InicioNoticiasPolítica
        AccueilActualitésCulture
        StartseiteNachrichtenPolitik
        HomeNotizieCronaca
        首页新闻国内
    """,
    "age-of-article": r"""
        View more sharing options  This article is 1 year old
        This article is 1 year old
        This article is more than 3 years old
        This article is more than 1 month old
        This article is more than 2 years old
        Dieser Artikel ist älter als ein Jahr
        Este artigo tem mais de 1 ano
    """,
    "lone-mark": r"""
        |
        »
        ›
        /
    """,
    "related-further": r"""
        ::: CONTEÚDO RELACIONADO:
        CONTEÚDO RELACIONADO
        Conteúdo relacionado:
        Conteúdos relacionados
        Matérias relacionadas
        DESTAQUE:
        RELEMBRE: Banco fechou a ponte; veja como foi
        RELEMBRE
        À RELIRE : Le pont fermé dimanche
        REVOIR : Le pont fermé dimanche
        RILEGGI: Il ponte chiude
        Learn more about the Eastmere ferry.
        En savoir plus sur le pont d'Eastmere
    """,
    "follow-coverage": r"""
        Follow our full coverage of the floods
    """,
    "media-address": r"""
        [Imagen] https://ichef.example.com/news/640/production/_1215_ferry.jpg
        [Image] https://cdn.example.com/a/b/ferry.png
        [IMAGE: https://cdn.example.com/a/b/ferry.png]
        [Photo] http://example.com/p.jpeg
        [Foto] https://example.org/media/2021/ferry.webp?w=640
        [Video] https://video.example.com/v/123456
        [img]https://example.com/p.jpg[/img]
        ![](https://example.com/p.jpg)
        ![Ferry at the quay](https://example.com/p.jpg)
        <img src="https://example.com/p.jpg">
        <https://example.com/p.jpg>
        Image: https://example.com/p.jpg
        Bild: https://example.com/p.jpg
        Imagem: https://example.com/p.jpg
        Immagine: https://example.com/p.jpg
        Картинка: https://example.com/p.jpg
        圖片：https://example.com/p.jpg
        https://example.com/wp-content/uploads/2021/05/ferry-1024x768.jpg
        https://example.com/wp-content/uploads/2021/05/ferry-1024x768.jpg?resize=300%2C200
        http://static.example.com/ferry.gif
        //static.example.com/ferry.gif
        https://i.example.com/foto.avif
        https://example.com/video.mp4
        https://example.com/audio/podcast.mp3
        www.example.com/pics/ferry.jpg
    """,
    "weblog-further": r"""
        Leave a Reply Cancel reply
        Deja una respuesta Cancelar la respuesta
        Be the first to comment on "Ferry to stop on Sundays"
        Join 1,234 other subscribers
        Proudly powered by WordPress | Theme: Sample by Example.
        Enter your email address to follow this blog and receive notifications of new posts by email.
        Ostavite komentar
        Відповісти
    """,
    "tags-further": r"""
        Taggar: färja, bro
        Assuntos: ponte, barco
        Posted in: News, Local
        Ключови думи: порт, мост
        Mehr zu diesem Thema
    """,
    "page-tools": r"""
        Listen (5 min)
        [ALSO READ] Ferry to stop on Sundays
        Halaman: 1 2 3
        Tamanho da fonte
    """,
}

STORIES = r"""
    Join 500 farmers on the bridge
    Powered by the river, the mill grinds again
    Listen (and learn) from the river
    Posted in the north for three years
    Taggar av bron åtalas
    Assuntos da semana em Eastmere
    Topik hangat pekan ini
    Also read the small print
    https://example.com/news/ferry-to-stop-on-sundays
    www.example.com
    https://example.com/report.pdf
    Read the report at https://example.com/a.jpg
    The image: https://example.com shows the bridge that fell on Sunday in Eastmere.
    Video: https://example.com/report explains how the bridge fell, the county said on Sunday.
    [Imagen] El puente de Eastmere se cerró el domingo
    Home / Away
    Start / Ziel
    Start / Finish
    Home/Office
    Inicio / Fin
    Domov / Hosté
    Hem / Borta
    You are here because we care
    You are here, the mayor told them, to work.
    Du är här: en berättelse om en bro
    Vous êtes ici chez vous
    Sie sind hier, um zu arbeiten.
    Estás aquí por algo
    Estás aquí: la historia de un puente
    Está en juego el puente
    Está en / sobre el puente
    Olet tässä: tarina sillasta
    Вы здесь: история моста
    Sei qui: storia di un ponte
    HomePod mini
    HomePod
    HomeKit Secure Video
    HomeAway
    HomeGoods
    HomeBase Group Holdings
    HomeServe
    HomeTown Bank
    HomeOffice
    HomeWorks
    StartseiteNeu
    InicioRápido
    HemNet
    홈플러스
    홈쇼핑
    홈런
    홈경기
    首页设计
    Highlights
    Destaque da rodada
    DESTAQUE: o ponte fechou no domingo, disse o prefeito.
    Relembre os maiores shows de 2012
    Em destaque na feira
    Recommend on
    Recommended dose
    Recomendar no es obligar
    Recomendar en la escuela
    Compartir en familia
    Compartir en X años
    Compartir por igual
    Partager sur le terrain
    Partager par moitié
    Condividi su tutto
    Auf dem Markt teilen
    Auf Facebook teilen sie Bilder der Brücke
    Share on the market
    Share on Facebook fell 3 percent
    Share on Twitter, the mayor asked her readers
    Shares on Facebook rose
    Post on X by the minister
    Post on Facebook draws fire
    Like X
    Deel op school
    Del av Facebook
    Dela med Facebook
    Jaa rahaa
    Поделиться в школе
    Поширити у школі
    分享到这里
    分享给微信用户
    شارك على المسرح
    This article is 1 of 3
    This article is a year in the making
    This story is over
    This story is more than a year old, and nobody has read it.
    This post is vacant
    This post is a month old puppy's
    Quotes displayed in the hall
    Quotes of the day
    Data delayed
    Data delayed the launch of the ferry by 15 minutes, the county said.
    Flights delayed by at least 15 minutes
    Trains delayed by 15 minutes
    Market data shows that prices rose
    Market data by sector
    Kurse mindestens 15 Minuten lang
    Kurse für Anfänger
    Koersen dalen
    Cours de danse
    Cours différés en raison de la neige
    Cotations
    Datos de Eastmere
    Los datos con 15 minutos de retraso llegaron el domingo.
    Dados com atraso
    Powered by the wind
    Powered and implemented
    Alle Angaben
    Since you're here, help yourself
    Since you’re here, the mayor said, have a look.
    Make a contribution of 5 pounds at the door
    Support The County
    Support our troops
    Support our independent shops
    Support local shops
    Support the minister today
    Support for the minister falls
    Support independent bookshops
    Support local business
    Help keep Eastmere tidy
    Help us keep Eastmere tidy
    Help keep The Valley green
    Help us keep the library open
    Please consider a donation to the hospice
    Please consider donating to the Red Cross
    We need your help to find this man
    We rely on readers
    Your support is needed at the match
    Spenden
    Spenden für Eastmere
    Mit Ihrer Spende half die Firma der Schule.
    Unterstützen Sie Ihren Verein
    Soutenez l'équipe
    Apoya a tu equipo
    Apoie o time
    Steun voor de minister
    Steun ons team
    Stöd till ministern
    Поддержите команду
    Підтримайте нашу збірну
    Thanks to readers who wrote, we know
    If you value your life, do not cross the bridge
    Readers like you
    Perbesaran
    Увеличить налог
    Увеличить пенсии обещали в Истмере
    Click to enlarge your world
    Saiba mais sobre a ponte: veja o que muda
    Learn more about the ferry: when, where, how
    Learn more about yourself before you teach others, she says. It helps.
    Conoce más de 30 países
    Conoce más de cerca a los jugadores
    Follow our coverage
    Follow the coverage of the match
    Cabinet: Follow the money
    Contenu lié
    Stock data delayed decision
    Legal statement of the county
    Alle Angaben ohne Gewähr.
"""

NOTICES = {
    "market-data": "Quotes displayed in real-time or delayed by at least 15 minutes. Market data by Sample Data",
    "appeals": "… we have a small favour to ask. More people are reading The Sample than ever, in Eastmere and afar",
}


@pytest.mark.parametrize("rule", FURNITURE)
def test_what_a_page_has_around_its_story_is_furniture(rule: str) -> None:
    found = [(line, load_rules().find(line)) for line in lines_of(FURNITURE[rule])]

    assert [line for line, match in found if match is None or match.rule != rule] == []


def test_a_line_of_a_story_that_looks_alike_is_the_storys() -> None:
    assert [line for line in lines_of(STORIES) if load_rules().find(line)] == []


@pytest.mark.parametrize("rule", NOTICES)
def test_what_a_house_says_of_its_data_and_its_needs_may_be_long(rule: str) -> None:
    line = f"{NOTICES[rule]}, {'and so on and on, ' * 10}and so forth."
    match = load_rules().find(line)

    assert match is not None
    assert match.rule == rule
    assert load_rules().find(line + "." * LONGEST_NOTICE) is None


def test_the_address_of_a_picture_may_be_long() -> None:
    match = load_rules().find(f"https://cdn.example.com/{'a1b2/' * 60}0x0:800x450/smart/filters:strip_icc()/ferry.jpg")

    assert match is not None
    assert match.rule == "media-address"


@pytest.mark.parametrize("label", ["::: CONTEÚDO RELACIONADO:", "Matérias relacionadas"])
def test_titles_stand_below_what_says_that_other_stories_follow(label: str) -> None:
    match = load_rules().find(label)

    assert match is not None
    assert match.opens_block


@pytest.mark.parametrize(
    "line", ["Data: 09/07/2021 (sexta-feira);", "Date: 9 July 2021;", "Fecha: 9 de julio de 2021;"]
)
def test_a_date_in_a_list_of_facts_is_the_storys(line: str) -> None:
    assert load_rules().find(line) is None
    assert load_rules().find(line.rstrip(";")) is not None
