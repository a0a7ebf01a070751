"""Ways out to a house's channels, its films, archives and scripts, in the words of newsrooms of many countries.

Beside them stand lines of stories that begin with the same words.
"""

from __future__ import annotations

import pytest

from converter.text.endmark import is_endmark, is_sign
from converter.text.furniture import MOST_CHARACTERS, load_rules
from converter.text.notes import find_note

FURNITURE = {
    "channels-cyrillic": r"""
        Читать ria.ru в
        Читать РИА Примеры в
        Читайте нас в Дзене
        Мы в Telegram
        Перейти в фотобанк
        Перейти в медиабанк
        Читать в Telegram
        Подпишись на Sample News
        Смотрите нас на YouTube
        Читайте наши новости в MAX
        Вернуться назад
        Оригинал статьи
        Хочешь быть в курсе? Подпишись на наш канал
        Приєднуйтесь до нас у Viber
    """,
    "script-code": r"""
        googletag.display('div-gpt-ad-responsive_article_box_1');
        googletag. display('div-gpt-ad-responsive_article_box_1');
        googletag.cmd.push(function() { googletag.display('div-gpt-ad-1'); });
        (adsbygoogle = window.adsbygoogle || []).push({});
        window._taboola = window._taboola || [];
        _taboola.push({mode: 'thumbnails-a', container: 'taboola-below'});
        var _gaq = _gaq || [];
        document.write('<script src="x.js"></script>');
        !function(e,i,n,s){var t="InfogramEmbeds"}(document,0,"infogram-async");
        window.dataLayer = window.dataLayer || [];
        function gtag(){dataLayer.push(arguments);}
        /* <![CDATA[ */
        //<![CDATA[
    """,
    "notices-of-houses": r"""
        Publicité - Continuez la lecture ci-dessous
        Anúncio de terceiros. Não é uma oferta ou recomendação do Sample.com. Leia as nossas diretrizes aqui.
        Anuncio de terceros. No es una oferta ni recomendación de Sample.com
        RIPRODUZIONE RISERVATA ©
        This story has been shared 12 times.
        3rd party Ad. Not an offer or recommendation by Sample.com. See disclosure here or remove ads.
        The BBC is not responsible for the content of external sites.
        Read about our approach to external linking.
        Sample News is not responsible for the content of external sites.
        Please wait while we load
        View original content:
        Image caption,
        Media caption,
    """,
    "channels-romance": r"""
        Emportez l'actualité internationale partout avec vous ! Téléchargez l'application Sample 24
        Emportez l'information partout avec vous
        Ne manquez rien de l'actualité
        Recevez l'actualité directement dans votre boîte mail
        Revivez le direct du vote à Eastmere avec vos questions.
        Suivez notre direct : Le pont d'Eastmere
        Retrouvez notre direct
        Acompanhe ao vivo
        Descarga la aplicación de Sample
        Mantente al día con las noticias de Sample
        Segui la diretta
        Rivivi la diretta
        Resta aggiornato con le notizie di Sample
        Entra nel nostro canale Telegram
        Recevez toute l'actualité internationale directement dans votre boite mail
    """,
    "related-titles": r"""
        Lire : Que sont les ponts d'Eastmere ?
        Lire l'analyse : Le pont d'Eastmere, un symbole
        Lire le reportage : A Eastmere, les ponts ferment
        Lire la tribune : « Fermons les ponts »
        Lire notre enquête : Les ponts d'Eastmere
        Lire l'éditorial : Les ponts
        Lire le récit : Comment le pont a fermé
        Lire aussi notre dossier : Les ponts
        Voir : Le pont d'Eastmere en images
        Voir la vidéo : Le pont d'Eastmere
        Voir notre infographie : Les ponts d'Eastmere
        Écouter : Le pont d'Eastmere
        Relire : notre direct sur le pont
        Notre sélection d'articles
        Découvrir aussi
        VÍDEOS: Mais vistos do Jornal nos últimos dias
        VÍDEOS: veja mais notícias de Eastmere
        Vídeos: tudo sobre Eastmere
        Veja mais notícias da região no Jornal Sample
        Veja os vídeos mais assistidos
        Assista aos vídeos mais vistos
        PUEDE LEER: El puente reabre
        Lea aquí: El puente reabre
        Le recomendamos leer: El puente reabre
        Otras noticias
        Continúe leyendo
        Olvassa el: A híd megnyílt
        حول هذه القصة
        此前报道：
        此前报道
        早前报道：
        点击进入专题：
        相关专题：
        往期回顾
        키워드 관련기사
        당신이 관심 있을 만한 기사
        많이 본 기사
        실시간 인기기사
        관련 뉴스
        Simak Video: Jembatan dibuka
        People are also reading…
        People are also reading...
        Readers are also reading
    """,
    "channels-germanic": r"""
        Volg het laatste nieuws via onze app
        Download de Sample-app
        Jetzt die Sample-App herunterladen
        Sample auf WhatsApp: Hier abonnieren
        Hier geht es zum Liveticker
        Följ Sample i sociala medier
        Ladda ner Sample-appen
        Ladda ned appen
        Last ned Sample-appen
        Get the Sample app
        Follow live updates
        Get the latest from Sample News
        Like what you see? Sign up here
    """,
    "channels-others": r"""
        Lataa sovelluksemme
        Bądź na bieżąco
        Obserwuj Sample w Google News
        Sledujte Sample na sociálních sítích
        Sample'ı WhatsApp'tan takip edin
        تابعوا قناتنا على واتساب
        احفظ المقالات لقراءتها لاحقا وأنشئ قائمة قراءتك
        اشترك في قناتنا على يوتيوب
        हमें गूगल न्यूज पर फॉलो करें
        हमारे यूट्यूब चैनल को सब्सक्राइब करें
        ताजा खबरों के लिए हमारा ऐप डाउनलोड करें
        আমাদের ইউটিউব চ্যানেল সাবস্ক্রাইব করুন
        Theo dõi Sample trên Zalo
        Tải ứng dụng Sample
        Mời bạn đọc theo dõi
        Ikuti perkembangan terkini
        Mời quý độc giả theo dõi
    """,
    "page-data-film": r"""
        مدة الفيديو 02 minutes 47 seconds
    """,
    "channels-chinese": r"""
        （本文来自样本新闻，更多原创资讯请下载“样本新闻”APP）
        (本文来自样本新闻，更多原创资讯请下载“样本新闻”APP)
        关注样本新闻公众号
        点击下载样本新闻APP
        本文为样本号作者上传
        举报/反馈
        海量资讯、精准解读，尽在样本财经APP
        請繼續往下閱讀
        我是廣告 請繼續往下閱讀
        下載樣本新聞APP
        加入LINE好友
        關注我們的頻道
    """,
    "page-korean": r"""
        SNS 기사보내기
        SNS 기사보내기페이스북(으)로 기사보내기 트위터(으)로 기사보내기 네이버블로그(으)로 기사보내기
        바로가기 본문 글씨 줄이기 본문 글씨 키우기
        바로가기 복사하기 본문 글씨 줄이기 본문 글씨 키우기
        현재위치
        관련 키워드
        스크롤 이동 상태바
        기사스크랩하기
        상단영역
        본문영역
        하단영역
        전체메뉴 버튼
        다른기사 보기
        기사 댓글 0
        글자 크기 변경
        기사를 읽어드립니다
        이 기사는 어떠셨나요?
        댓글 12개
    """,
    "prompts-korean": r"""
        네이버에서 샘플뉴스 구독하기
        ▶ 네이버에서 샘플뉴스 구독하기
        ▶ 샘플뉴스 바로가기
        MBC 뉴스는 24시간 여러분의 제보를 기다립니다.
        ▷ 카카오톡 : '샘플제보' 검색, 채널 추가
        ▷ 전화 : 02-000-0000
        [카카오톡] 샘플 검색해 채널 추가
    """,
    "houses-english": r"""
        Sign up for Sample's Wonder newsletter. Explore the universe with news on discoveries.
        Transcript provided by NPR, Copyright NPR.
        Follow AP's coverage of floods at https://apnews.com/hub/floods
        Follow AP’s climate coverage at: https://apnews.com/climate
        More AP coverage: https://apnews.com/hub/floods
        AP Sports: https://apnews.com/sports
        AP sports: https://apnews.com/hub/sports and https://twitter.com/AP_Sports
        The Associated Press receives support from foundations. AP is solely responsible for all content.
        The Associated Press’ climate and environmental coverage receives financial support from foundations.
        Find AP’s standards for working with philanthropies, a list of supporters and funded coverage areas at AP.org.
        Have something to say? Send us a letter
        Send news tips to tips@example.com
        Stay connected with us on social media platforms for instant updates click here to join our Twitter, & Facebook
        Catch all the Business News, Breaking News Events and Latest News Updates on Sample.
        Download The Sample News App to get Daily Market Updates.
        Get Latest News Live on Sample Now along with Breaking News and Top Headlines from World and around the world.
        Get all the latest news, updates, things to do and more from Eastmere, delivered straight to your inbox
        Something went wrong, please try again later.
        We use your sign-up to provide content in ways you've consented to and to improve our understanding of you.
        Story Saved
        You can find this story in My Bookmarks.
        Or by navigating to the user icon in the top right.
        To add symbols:
        These symbols will be available throughout the site during your session.
        The Sample Daily Briefing newsletter provides all the news you need to start your day. Sign up here.
        Listen now and subscribe: Apple Podcasts | Google Podcasts | Spotify | RSS Feed | Omny Studio
        Acquire Licensing Rights, opens new tab
        [1/5]The bridge in Eastmere. REUTERS/Bo Sample Acquire Licensing Rights, opens new tab
        Read the original article here
        Read the rest of the story at Sample
        Close Modal
        The media could not be loaded, either because the network failed or the format is not supported.
        0 seconds of 1 minute, 30 secondsVolume 90%
        Notice: Transcripts are created on a rush deadline.
    """,
    "programmes": r"""
        Dieses Thema im Programm: Über dieses Thema berichtete Sample24 am 5. März 2025 um 12:00 Uhr.
        Dieses Thema im Programm: NDR 1 Sample | 05.03.2025 | 08:00 Uhr
        Über dieses Thema berichtete die Sampleschau am 5. März 2025 um 12:00 Uhr.
        Diese Nachricht wurde am 05.03.2025 im Programm Samplefunk gesendet.
        Sendung: rbb24 Inforadio, 05.03.2025, 10:00 Uhr
        SRF 4 News, 5.3.2025, 10:00 Uhr; srf/agenturen
        Jederzeit top informiert!
        Erhalten Sie alle News-Highlights direkt per Browser-Push und bleiben Sie immer auf dem Laufenden.
        Voit keskustella aiheesta 6.3. kello 23:een saakka.
    """,
    "labels-of-houses": r"""
        Lees verder onder de foto
        BEKIJK - Brug in Eastmere open
        LUISTER - Brug in Eastmere open
        Viac k téme: vláda
        Viac k osobe Ann Example
        Вас також можуть зацікавити новини:
        Вас может заинтересовать:
    """,
    "agency-notices": r"""
        Naujienų agentūros BNS informaciją skelbti, cituoti ar kitaip atgaminti be raštiško sutikimo neleidžiama.
        Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI tanpa izin tertulis.
        Page non trouvée
        Le contenu auquel vous tentez d'accéder n'existe pas ou n'est plus disponible.
        The content you requested does not exist or is not available anymore.
        Original-Content von: Sample GmbH, übermittelt durch news aktuell
        OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER INHALTLICHER VERANTWORTUNG DES AUSSENDERS
        Il contenuto che hai richiesto non esiste
    """,
    "broadcasters-prompts": r"""
        Δείτε όλες τις τελευταίες Ειδήσεις από την Ελλάδα και τον Κόσμο στο sample.gr
        Y recuerda que puedes recibir notificaciones. Descarga la última versión de nuestra app y actívalas.
        Recuerda que puedes recibir notificaciones de Sample Mundo.
        Haz clic aquí para leer más historias de Sample Mundo.
        ¿Ya conoces nuestro canal de YouTube? ¡Suscríbete!
        Já assistiu aos nossos novos vídeos no YouTube? Inscreva-se no nosso canal!
        Хочете отримувати головні новини в месенджер? Підписуйтеся на наш Telegram або Viber!
        Чтобы продолжать получать новости Сэмпл — подпишитесь на наши каналы:
        Якщо ви помітили помилку, виділіть її мишкою та натисніть Ctrl+Enter
        Если вы заметили ошибку, выделите ее мышкой и нажмите Ctrl+Enter
        Термінові та важливі повідомлення про війну читайте на каналі Сампл-Україна в Telegram.
        (बीबीसी हिन्दी के एंड्रॉएड ऐप के लिए आप यहां क्लिक कर सकते हैं.)
        Daily newsletter Receive essential international news every morning
        Take international news everywhere with you! Download the Sample 24 app
        Think your friends would be interested? Share this story!
        Support SAMPLE TIMES' journalism of integrity and credibility
        TEXT AD: Call Willie - +234 000 000
        لمتابعة آخر الأخبار حمل التطبيق
        Xem thêm tin tức tại Sample
    """,
    "feed-origin": r"""
        [email protected]
        Contact: [email protected]
        Read the original article on Sample.
        The post Bridge reopens appeared first on Sample News.
        Der Beitrag Brücke offen erschien zuerst auf Sample News.
        L’article Le pont rouvre est apparu en premier sur Sample News.
        La entrada El puente reabre se publicó primero en Sample News.
        El cargo El puente reabre apareció primero en Sample News.
        O post A ponte reabre apareceu primeiro em Sample News.
        L'articolo Il ponte riapre proviene da Sample News.
        Het bericht Brug open verscheen eerst op Sample News.
        Inlägget Bron öppnas dök först upp på Sample News.
        Artykuł Most otwarty pochodzi z serwisu Sample News.
        Сообщение Мост открыт появились сначала на Sample News.
    """,
    "page-words": r"""
        Article réservé à nos abonnés
        Ajouter à vos sélections
        L'article a été ajouté à vos sélections
        Pour ajouter l'article à vos sélections identifiez-vous
        Temps de Lecture 3 min.
        Lire notre direct
        Entrer votre adresse e-mail
        Vous pouvez vous désinscrire à tout moment
        Zur Merkliste
        Jetzt mitdiskutieren
        Sie möchten keine Nachricht mehr verpassen?
        Följ ämnen i artikeln
        Hei! Har du tanker om saken du nettopp har lest?
        Hämtar fler artiklar
        Vill du veta mer om hur Sample arbetar med god journalistik?
        Vi bryr oss om din integritet
        REKLÁMA
        Continúa leyendo después de la publicidad
        Esta nota habla de:
        PUBLICIDAD - SIGUE LEYENDO ABAJO
        Video relacionado
        El video del día
        Compartir esta historia
        Regístrate aquí
        Correo del autor
        Tags relacionadas
        Articolo riservato agli abbonati
        Meer lezen?
        Dit artikel hoort bij
        Onze nieuwsbrief
        Więcej o:
        Masz ciekawą sprawę? Napisz do nas
        Ten artykuł nie ma jeszcze komentarzy
        Sdílet na X
        Líbil se vám článek?
        Zdieľať článok
        Súvisiace témy
        Tagovi
        Тагове:
        Комментариев: 12
        Коментарів: 12
        Etiketler
        الكلمات الدلالية
        टैग्स:
        ট্যাগ:
        分享让更多人看到
        打印 纠错 微信 微博
        相关话题：
        タグ：
        関連タグ
        ログインして続きを読む
        기자의 다른 기사
        기사 원문
    """,
}

NOTES = {
    "note-reporting": r"""
        Based on reporting by AFP and Reuters
        Written by Ann Example based on reporting by AP and AFP
        With reporting by AP, AFP, and Reuters
        ab/cd (AFP, dpa, Reuters)
        ab/cd/ef (AP, AFP)
        qu/wa (afp, dpa, rtr)
        ms (efe, afp)
        DZC (EFE, AFP)
        Quelle: ntv.de, ab/dpa
        MDR (ab,cd)
        dpa,MDR(ab)
        red, ORF.at/Agenturen
        AGERPRES/(AS - autor: Ann Example, editor: Bo Sample, editor online: Cy Muster)
        (AGERPRES)
        （編輯：陳例）1130305
        （譯者：王例/核稿：李例）1130305
        【责任编辑:王例】
        (责任编辑：王例)
        With files from The Canadian Press
        Avec l'AFP
        Edição: Ann Example
        *Com informações da Agência Sample
        Autor: Ann Example
        Autor: ČTK
        编辑：王例
        责任编辑：王例
        作者：王例
        [责任编辑：王例]
        Editor: Ann Example
    """,
    "note-picture": r"""
        (afp, dpa)
        (dpa/afp)
        dpa/AFP/ab
        ab/dpa/Reuters
        (NTB)
        /TT
        (TT)
        (ANI)
        【時事通信社】
        Foto: Divulgação
        Crédito: Ann Example
        Fonte: Agência Sample
        Fonte: ANSA
        Beeld: ANP
        Foto: ANP
        Źródło: PAP
        Zdroj: ČTK
        Foto: ČTK
        Forrás: MTI
        Nyitókép: MTI
        Izvor: Hina
        Источник: ТАСС
        Джерело: УНІАН
        Πηγή: ΑΠΕ-ΜΠΕ
        Kaynak: AA
        المصدر: وكالات
        منبع: ایسنا
        स्रोत: एजेंसी
        Sumber: Antara
    """,
    "note-editor": r"""
        Artikeln uppdateras.
        Texten uppdateras.
        Saken oppdateres.
        Saken er oppdatert.
        Artiklen opdateres
        Juttu päivittyy.
        Juttua päivitetty 5.3. kello 10.00
        Detta är en kommenterande text. Analyser och ställningstaganden är skribentens egna.
        Detta är en nyhetsartikel.
        Oppsummeringen er laget av kunstig intelligens (KI) og kvalitetssikret av Samples journalister.
        Summary is AI-generated, newsroom-reviewed
        Diese Zusammenfassung wurde mit Hilfe von KI erstellt.
        This report by The Sample Press was first published March 5, 2025.
        Redaktioneller Hinweis: Dieser Text erschien zuerst am 5. März 2025.
        Transparenzhinweis: In einer früheren Version stand, die Brücke sei offen.
        Anm.: Die Zahl wurde ergänzt
        Este artículo fue publicado originalmente en Sample
        Een versie van dit artikel verscheen ook in de krant van 5 maart 2025.
    """,
    "note-contact": r"""
        ◎공감언론 샘플 ann@example.com
        Pressekontakt:
        Rückfragehinweis:
        Rückfragen & Kontakt:
    """,
    "note-correction": r"""
        (Adds details, background)
        (Actualiza con declaraciones de la alcaldesa)
        (Amplía la NA0001 con más datos)
        (Atualiza com mais informações)
        (Acrescenta declarações)
        (Ajoute citations, contexte)
        (Aggiunge dettagli)
        (Corrige cifra en segundo párrafo)
    """,
}

LAST_LINES = r"""
    (sda/afp)
    (ab/sda)
    (©NTB)
    /ЯС/
    // انتهى //
    //انتهى//
    (النهاية)
    (النهاية) أ ب / ج د
    (انتهى)
    (end) ab.cd
    --SPA
    10:00 LOCAL TIME 07:00 GMT
    -- BERNAMA
    9376**2044
    انتهای خبر/
    PTI ABC DEF
    PTI ABC DEF DEF
    --IANS
    ab/cd/
    UNI ABC DEF 1015
    (abc/def)
    NNNN
    (SEGUE)
"""

STORIES = r"""
    Читать книги стало модно
    Читать стихи в парке предложили жителям Истмира
    Читайте книги, советует министр
    Мы в ответе за реку, сказала мэр
    Перейти в другую школу смогут двести детей
    Вернуться назад нельзя
    Смотрите, как живёт город
    Оригинал картины нашли в подвале
    Будьте в курсе: мост закрыт
    Чита в ожидании паводка
    document. The court will read it on Monday
    window seats are the best, travellers say
    var Example won the race
    fbq is a group of young farmers
    Lire est un plaisir, dit la ministre
    Lire et écrire à Eastmere
    Voir Eastmere et mourir
    Écouter la rivière
    Suivez le guide dans les rues d'Eastmere
    Suivez les conseils du maire
    Retrouvez le goût des livres
    Ne manquez pas le bus
    Emportez un parapluie
    Relire Balzac à Eastmere
    Le direct de la mairie ferme
    Notre application de la loi est ferme, dit le maire.
    Vídeos mostram a ponte caindo
    VÍDEO: motorista escapa de ponte em Eastmere
    Vídeos: polícia investiga gravações da ponte
    Acompanhe a evolução da gripe em Eastmere
    Acompanhe as crianças até a escola, pede a prefeita
    Veja como votou cada deputado
    Assista ao filme antes de ler o livro
    Segui la strada fino al ponte
    Resta chiuso il ponte di Eastmere
    Entra nel vivo la stagione dei libri
    Descarga eléctrica mata a dos vacas
    Descarga de un camión cierra el puente
    Mantente lejos del río, pide la alcaldesa
    Siga el ejemplo de Eastmere
    Otras noticias falsas circulan sobre el puente
    Lea primero y firme después, dice la abogada
    Vea el eclipse sin riesgo
    Vea aquí un eclipse y no lo olvidará
    Die neue App der Stadt zeigt freie Parkplätze
    Die Eastmere-App herunterladen nur wenige
    Folgen Sie dem Weg bis zum Fluss
    Download von Filmen nimmt zu
    WhatsApp: Hier warnt die Polizei vor Betrügern
    Polizei auf WhatsApp: Jetzt warnt sie vor Betrug
    Volg het pad tot aan de rivier
    Ladda bilen hemma blir dyrare
    Last ned mot vannet rammet bil
    Hent barnet før klokken fire
    Følg elven til broen
    Få varsler om regn
    Seuraa jokea sillalle asti
    Obserwuj ptaki w parku, radzi biolog
    Sledujte oblohu v noci
    Theo dõi sức khỏe tại nhà
    更多学校将在周一开学
    关注留守儿童
    关注青少年心理健康频道建设
    下载量突破一百万
    下载反诈APP后仍被骗
    打开新局面
    打开客户端发现余额为零
    加入世贸组织
    追蹤颱風動態
    本文来自一封读者来信
    举报电话公布
    海量数据
    此前报道称，桥梁已关闭。
    相关专题研讨会在样本市举行
    기사보내기 운동이 시작됐다
    바로가기 버튼이 사라졌다
    홈경기에서 이겼다
    홈스쿨링이 늘고 있다
    홈쇼핑 매출이 줄었다
    댓글 조작 사건
    전체메뉴가 늘었다
    관련 뉴스가 쏟아졌다
    현재 위치에서 3km 떨어진 마을
    회원가입이 늘었다
    공유 자전거
    인쇄 공유 경제
    تابعوا الأخبار من مصادرها، قال الوزير
    مدة الفيديو الذي نشرته الشرطة أربع دقائق.
    Get the ball rolling, says mayor
    Get the latest bus home
    Follow live music in Eastmere
    Get the Eastmere app story straight, says mayor, who never used it.
    Anuncio de elecciones en Eastmere
    Anúncio de terceira ponte em Eastmere
    The mayor is not responsible for the content of the letter
    Third party advocates win in court
    Want more buses? Vote for them, says mayor
    This story has been shared by many families.
    View original manuscripts at the library
    Section: a new bridge, a new road
    NAME: Bo Sample, ferryman
    CITY: Eastmere
    Final editions of the paper were sold out by noon
    Document 12 shows what the council knew
    Sign up for the river race closes on Friday
    Subscribe to the idea that rivers heal, she said.
    The newsletter says the bridge is closed. Sign of the times.
    Associated Press coverage of the flood won a prize
    Follow the river to the bridge
    People are reading more books again
    Download figures have doubled
    Spotify, the Swedish company, will open an office in Eastmere
    Correction of the river will cost millions
    Based on reports by farmers, the council closed the bridge.
    ab sofort (Montag)
    Kinder (AFP) am Fluss spielen
    Er sagte (auf Deutsch)
    Die Sendung: ein Klassiker
    Sendung: Sturm über Eastmere
    Dieses Thema bewegt die Stadt
    Über dieses Thema berichtete die Leiterin im Rat
    Diese Nachricht wurde am Montag im Rat verlesen.
    SRF streicht Stellen
    Die Post kommt später
    The post office appeared closed on Monday
    The post of mayor was first held by a miller
    Der Beitrag der Stadt steigt
    Der Beitrag erschien zuerst im Herbst
    L'article premier de la loi
    La entrada al puente se cobrará en efectivo
    O post da prefeita gerou críticas
    Het bericht kwam te laat
    Artykuł pierwszy konstytucji
    Читайте на канале книги, сказал он
    Поезд придёт на канал в полдень
    Lees verder dan de kop
    KIJK UIT: gladde wegen
    LUISTER NAAR DE BURGEMEESTER
    Viac ako sto ľudí prišlo
    Support for the mayor's bridge grows
    Text ads are back, publishers say
    전화 사기가 늘고 있다
    바로가기가 사라졌다
    제보가 이어졌다
    구독 경제가 커진다
    카카오톡 장애, 두 시간 만에 복구
    메일 서버가 멈췄다
    유튜브 채널 추가 개설
    Summary of the report is due on Friday
    This summary was read to the council
    Detta är en seger för kommunen
    Texten på skylten ändras
    Saken gjelder broen i Eastmere
    Artikeln i lagen ändras
    Juttu jatkui pitkään
    (Actualización del plan, segunda parte)
    (Corrientes)
    (Neue Brücke)
    (April)
    (and/or)
    UNI REPORT
    PTI chief to speak
    PTI CHIEF
    EASTMERE UNITED
    AB/CD
    A/B
    9376 * 2044
    10:00 local time
    (end of story)
    (Ende gut)
    ---
    /Mitte/
    (er/sie)
    and/or
    /ЦК КПСС/
    Quelle: example.com
    Page one
    Daily newsletters are back
    Anadolu Agency photographer wins prize
    Y recuerda: el puente está cerrado
    Recuerda que puedes nadar en el río
    Haz clic y firma, pide la alcaldesa
    Já assistiu ao filme?
    Помилка в тексті закону коштувала мільйон
    Ошибка в тексте закона стоила миллион
    Take international buses
    MDR streicht Stellen
    BR will sparen
    Anmerkungen zum Buch
    Este artículo 5 de la ley prohíbe la pesca
    Este artigo da lei foi mal escrito
    Een versie van het verhaal klopt niet
    A version of the bridge was built in Eastmere
    Partage des eaux à Eastmere
    Temas de la cumbre
    Las claves del acuerdo
    Comentarios del alcalde molestan
    Temps de lecture et temps d'écran
    Commentaires du maire
    Video del puente
    Transparenz in der Politik
    Texten på skylten
"""


def is_known(line: str) -> bool:
    return bool(load_rules().find(line) or find_note(line) or is_endmark(line) or is_sign(line))


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("\n")]


@pytest.mark.parametrize("rule", FURNITURE)
def test_what_a_house_says_of_itself_is_furniture(rule: str) -> None:
    found = [(line, load_rules().find(line)) for line in lines_of(FURNITURE[rule])]

    assert [line for line, match in found if match is None or match.rule != rule] == []


@pytest.mark.parametrize("rule", NOTES)
def test_who_wrote_and_what_is_new_is_a_note(rule: str) -> None:
    found = [(line, find_note(line)) for line in lines_of(NOTES[rule])]

    assert [line for line, note in found if note is None or note.rule != rule] == []


def test_the_last_line_of_an_agency_is_an_endmark() -> None:
    assert [line for line in lines_of(LAST_LINES) if not (is_endmark(line) or is_sign(line))] == []


def test_a_line_of_a_story_that_begins_with_the_same_words_is_the_storys() -> None:
    found = [line for line in lines_of(STORIES) if is_known(line)]

    assert found == []


@pytest.mark.parametrize("line", ["© Wire / Ann Example", "© РИА Примеры / Анна Примерова", "© Sample/Bo Sample"])
def test_an_agency_and_a_name_behind_the_sign_made_the_picture(line: str) -> None:
    note = find_note(line)

    assert load_rules().find(line) is None
    assert note is not None
    assert (note.kind, note.rule) == ("credit", "note-picture")


@pytest.mark.parametrize(
    "line",
    ["© 2024 Sample News / Sample Post", "© Sample News", "© Sample News / Imprint / Terms", "© Sample News 2024"],
)
def test_a_pages_own_rights_are_furniture(line: str) -> None:
    match = load_rules().find(line)

    assert match is not None
    assert match.rule == "copyright"


@pytest.mark.parametrize(
    "begins",
    [
        "All rights reserved. This material, and other digital content on this website, may not be reproduced",
        "Queda prohibida la reproducción total o parcial de los contenidos de este sitio",
        "Wszelkie materiały (w szczególności depesze, zdjęcia, grafiki) zamieszczone w portalu chronione są",
        "При полном или частичном использовании материалов сайта активная ссылка обязательна",
        "Anadolu Agency website contains only a portion of the news stories offered to subscribers",
    ],
)
def test_what_a_house_says_of_its_rights_may_be_long(begins: str) -> None:
    line = f"{begins}, {'and so on and on, ' * 8}and so forth."
    match = load_rules().find(line)

    assert len(line) > MOST_CHARACTERS
    assert match is not None
    assert match.kind == "copyright"
    assert load_rules().find(line + " And on." * 80) is None


@pytest.mark.parametrize(
    "begins",
    [
        "Sign up for our newsletter, the council told the people of Eastmere",
        "All rights of way across the river are to be closed",
        "Queda prohibida la reproducción asistida en el país vecino",
        "При цитировании Пушкина министр ошибся дважды",
    ],
)
def test_a_long_paragraph_is_the_storys(begins: str) -> None:
    assert load_rules().find(f"{begins}, {'and so on and on, ' * 8}and so forth.") is None
