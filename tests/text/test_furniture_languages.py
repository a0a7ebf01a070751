"""What pages say to their readers in thirty-five languages, and lines of stories that hold the same words.

Each line stands between two paragraphs of a story, as a scraper leaves it there.
"""

from __future__ import annotations

import pytest

from converter.text.furniture import load_rules
from converter.text.notes import find_note

FURNITURE = {
    "related-prompts": """
        Read more here.
        Read full story here
        Read the full story here.
        Read More About:
        More on this:
        More to read
        More stories like this
        More from around the web
        READ ALSO Harbour bridge reopens
        Return to homepage
        Back to home page
        Back to homepage
        Top Story
        Editor's Pick
        You may be interested in
        You might be interested in
        Lesen Sie mehr zum Thema
        Lesen Sie hier mehr
        Mehr dazu lesen Sie hier
        À voir aussi - Le pont rouvre
        À VOIR AUSSI - Le pont rouvre
        Lire notre article
        Leé más
        Leé también: El puente reabre
        También puede interesarte
        Leia mais sobre o porto
        Leia mais notícias no Porto Hoje
        Leia a reportagem completa
        Leggi anche Il ponte riapre
        Leggi l'articolo completo
        Leggi altre notizie su porto.example
        Lees meer over de haven
        Lees hier meer
        Lees hier verder
        Läs mer här
        Läs mer om hamnen
        Läs vidare
        Les mer om havnen
        Les hele saken her
        Les videre
        Læs mere her
        Læs videre
        Næste artikel
        Lue koko juttu
        Lue lisää aiheesta
        Kuuntele myös
        Czytaj więcej o porcie
        Czytaj całość
        Więcej na ten temat
        Mohlo by vás zajímat: Most je otevřen
        Další článek
        Klikněte zde
        Čítať ďalej
        Mohlo by vás zaujímať
        Ďalší článok
        Olvassa el ezt is: Megnyílt a híd
        Olvasson tovább
        Tovább olvasom
        Citește continuarea
        Recomandarea redacției
        Articolul următor
        Читать также
        Читайте также Мост открыли после ремонта
        Читайте подробнее: Мост открыли
        Інші новини
        Найпопулярніше
        Следваща статия
        ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ
        Επόμενο άρθρο
        Πατήστε εδώ
        Devamı için tıklayın
        Ayrıca okuyun: Köprü açıldı
        Tıklayın
        قد يهمك أيضاً
        المزيد من الأخبار
        المقال التالي
        ادامه خبر
        پربازدیدترین
        לקריאת הכתבה המלאה
        לכתבה המלאה
        לחצו כאן
        पूरी खबर पढ़ें
        विस्तार से पढ़ें
        सबसे ज्यादा पढ़े गए
        বিস্তারিত পড়ুন
        সর্বশেষ খবর
        সর্বাধিক পঠিত
        இதையும் படிங்க
        இதையும் படிங்க: பாலம் திறப்பு
        点击查看更多
        点击阅读全文
        更多内容
        こちらの記事も読まれています
        トップに戻る
        記事一覧へ
        더 읽기
        관련기사 보기
        인기 뉴스
        Baca selengkapnya di sini
        Simak video
        Tonton juga: Jembatan dibuka
        Đọc tiếp Về trang chủ
        Trở lại
        Trở về trang chủ
        อ่านข่าวที่เกี่ยวข้อง
        Pogledajte i
        Povezani članci
        Sljedeći članak
        Skaitykite daugiau
        Lasi vēl
    """,
    "related-en": """
        MORE FROM THE POST
        Most Read in News
    """,
    "site-navigation": """
        Related Topics: harbour, bridge, ferry
    """,
    "media-controls": """
        Listen · 5 min
        LISTEN • 3:45
        WATCH | Harbour bridge reopens
        Watch | Harbour bridge reopens
        WATCH ABOVE: Harbour bridge reopens
    """,
    "media-notices": """
        Listen to this article · 5:32 min Learn more
        Watch live:
        Watch the video above.
        Watch the video below:
        Watch the latest videos from the Post
        Tap to unmute
        Click to unmute
        Replay Video
        Auto-play
        This video file cannot be played.(Error Code: 102630)
        This video is not available in your country.
        Video not supported
        Your browser does not support HTML5 video.
        Your browser doesn't support HTML5 audio
        Your browser does not support this video
        Expand Autoplay
        Diesen Artikel anhören
        Artikel vorlesen lassen
        Video wird geladen
        Écoutez cet article
        Ce contenu est bloqué car vous n'avez pas accepté les cookies
        Ce contenu n'est pas disponible
        Escuchar este artículo
        Tu navegador no soporta este video
        Su navegador no soporta el elemento de audio.
        Veja o vídeo
        Veja o vídeo abaixo:
        Veja vídeo
        Guarda la gallery
        Vai alla gallery
        Sfoglia la gallery
        Bekijk hier de video
        Bekijk de foto's
        Een bericht gedeeld door Ann Voorbeeld (@annvoorbeeld)
        Visa det här inlägget på Instagram
        Vis bildetekst
        Se flere billeder
        Wyświetl ten post na Instagramie
        Ваш браузер не поддерживает видео
        Показать публикацию в Instagram
        Δείτε το βίντεο
        Bu gönderiyi Instagram'da gör
        عرض هذا المنشور على إنستغرام
        写真を拡大
        写真ギャラリー
        동영상 보기
        Lihat postingan ini di Instagram
        [Gambas:Video 20detik]
        Pogledajte video
    """,
    "continues-prompts": """
        Scroll down for video
        SCROLL DOWN FOR VIDEO
        Scroll down for more
        Scroll Down to Continue Reading
        Scroll for more
        Swipe for more
        Continued below
        Keep scrolling
        Advertisement - story continues below
        Advertisement – story continues below
        Skip advert
        End of article
        End of Article
        Nach der Anzeige geht's weiter
        Artikel geht nach der Anzeige weiter
        Weiterlesen nach der Anzeige
        Après la publicité
        La noticia continúa después de la publicidad
        El artículo continúa después del anuncio
        Continúa leyendo después del anuncio
        Continua após o anúncio
        Tekst loopt door onder de advertentie
        Tekst gaat door onder de foto
        Artikel gaat verder onder video
        Saken fortsetter under bildet
        Saken fortsetter etter annonsen
        Artikkelen fortsetter under videoen
        Artiklen fortsætter under billedet
        Juttu jatkuu kuvan alla
        Juttu jatkuu videon jälkeen
        Artikkeli jatkuu mainoksen jälkeen
        Ciąg dalszy pod reklamą
        Pokračování článku pod fotografií
        Articolul continuă mai jos
        Продолжение после рекламы
        Продолжение статьи после рекламы
        Haber reklamdan sonra devam ediyor
        يستمر الخبر بعد الإعلان
        विज्ञापन के बाद जारी
        以下为广告
        文章未完，下页继续
        記事は広告の後に続きます
        広告の後に続きます
        Scroll ke bawah untuk melanjutkan
        Gulir ke bawah untuk melanjutkan membaca
        Nastavak članka ispod oglasa
        Straipsnio tęsinys – po reklama
        Raksts turpināsies pēc reklāmas
        Artikkel jätkub pärast reklaami
    """,
    "page-notices": """
        Next Stay
        Share selection to:
        Bookmark this article
        See something wrong? Report an error
        Something went wrong
        Something went wrong. Please try again.
        An error has occurred. Please try again.
        An error occurred
        Please try again later.
        We use cookies
        Accept
        Please enable cookies
        Please upgrade your browser
        Please update your browser
        You are using an outdated browser. Please upgrade your browser to improve your experience.
        Enable JavaScript
        JavaScript ist deaktiviert
        Bitte aktualisieren Sie Ihren Browser
        Teilen Sie diesen Artikel
        Partagez cet article
        Chargement
        Chargement en cours
        Comparte este artículo
        Compartir esta nota
        Aceptar
        Compartilhe este conteúdo
        Compartilhar notícia
        Partilhe este artigo
        Invia per email
        Accetta
        Caricamento
        Cookies accepteren
        Laden...
        Bezig met laden...
        Laddar
        Rätta artikeln
        Rapportera fel
        Del artiklen
        Indlæser...
        Ladataan
        Używamy plików cookies
        Ładowanie
        Trwa ładowanie
        Načítání...
        Načítavam...
        Megosztás Facebookon
        Ez az oldal sütiket használ
        Betöltés...
        Distribuie articolul
        Acest site folosește cookies
        Folosim cookie-uri
        Поделиться в Facebook
        Ваш браузер устарел
        Загрузка
        Завантаження...
        Помітили помилку? Виділіть текст і натисніть Ctrl+Enter
        Якщо ви знайшли помилку, виділіть її мишкою та натисніть Ctrl+Enter
        Този сайт използва бисквитки
        Зареждане...
        Μοιραστείτε το
        Χρησιμοποιούμε cookies
        Φόρτωση...
        Bu site çerez kullanıyor
        Yükleniyor
        شارك هذا المقال
        شارك على فيسبوك
        يستخدم هذا الموقع ملفات تعريف الارتباط
        انتهای پیام
        انتهای پیام/
        שתף בפייסבוק
        טוען...
        מצאתם טעות? כתבו לנו
        लोड हो रहा है
        加载中
        読み込み中
        페이스북 공유
        로딩중
        로딩 중...
        Bagikan artikel ini
        Memuat
        Đang tải
        กำลังโหลด
        Podijelite članak
        Ova stranica koristi kolačiće
        Učitavanje...
        Uporabljamo piškotke
        Nalaganje...
        Carregant...
    """,
    "comment-prompts": """
        Share or comment on this article: Harbour bridge reopens
        What do you think? Let us know in the comments below.
        Let us know in the comments.
        Tell us in the comments below
        Comments are moderated.
        The comments below have not been moderated.
        Comments are closed for this article.
        Log in to leave a comment
        Take our poll
        Loading poll...
        Thank you for your feedback
        Thanks for your feedback!
        Give feedback
        Powered by Disqus
        Ihre Meinung ist gefragt
        Schreiben Sie uns Ihre Meinung
        Diskutieren Sie mit!
        Aucun commentaire
        Soyez le premier à commenter
        Laissez un commentaire
        Sin comentarios
        Deja tus comentarios
        Sé el primero en comentar
        Seja o primeiro a comentar
        Nessun commento
        Geen reacties
        Szóljon hozzá
        Adaugă un comentariu
        Комментариев пока нет
        Оставьте комментарий
        Добави коментар
        İlk yorumu siz yapın
        মন্তব্য করুন
        آپ کی رائے
        கருத்துகள்
        Comentaris
    """,
    "follow-prompts": """
        Report a problem
        Follow live updates here.
        Chat with us in Facebook Messenger. Find out what's happening in the world as it unfolds.
        Chat with us in Facebook Messenger
        Click here to follow our WhatsApp channel
        Add us as a preferred source on Google
        Make us preferred source on Google
        Set as preferred source
        Open App
        Got a tip? Email us at tips@harbourpost.example
        Got a news tip? Contact the newsroom.
        Got a story? Email tips@harbourpost.example
        Got a story? Get in touch
        Do you have a story? Contact us at news@harbourpost.example
        Do you know more? Email tips@harbourpost.example
        Have a tip? Email tips@harbourpost.example
        Laden Sie unsere App herunter
        Jetzt App herunterladen
        Hinweise an die Redaktion: hafen@post.example
        Rejoignez-nous sur WhatsApp
        Suivez toute l'actualité du port sur notre page
        Suivez l'actualité en direct
        Seguinos en Instagram
        Únete al canal de WhatsApp
        Sumate al canal de WhatsApp
        Entre no nosso grupo do WhatsApp
        Participe do nosso grupo no WhatsApp
        Baixe o aplicativo do Porto
        Seguici anche su Instagram
        Attiva le notifiche
        Chi è l'autore
        Download onze app
        Over de auteur
        Heb je een tip? Mail ons
        Ladda ner vår app
        Om skribenten
        Har du tips? Mejla oss
        Har du tips? Ta kontakt
        Hent vores app
        Tip os
        Har du et tip? Skriv til os
        Seuraa meitä Facebookissa
        Lähetä juttuvinkki
        Obserwuj nas na Facebooku
        Dołącz do nas na Facebooku
        Pobierz naszą aplikację
        Sledujte nás na Facebooku
        Stáhněte si aplikaci
        Máte tip? Napište nám
        Sledujte nás na Facebooku
        Stiahnite si aplikáciu
        Máte tip? Napíšte nám
        Kövess minket Facebookon is
        Urmărește-ne pe Facebook
        Urmăriți-ne pe Facebook
        Ai un pont? Scrie-ne
        Скачайте наше приложение
        Есть новость? Пишите нам
        Об авторе
        Підписуйтесь на нас у Facebook
        Завантажте додаток
        Последвайте ни във Facebook
        Последвайте ни в Google News
        Ακολουθήστε μας στο Facebook
        Ακολουθήστε το Λιμάνι στο Google News
        Bizi Facebook'ta takip edin
        Google News'te takip edin
        Uygulamayı indirin
        تابعنا على فيسبوك
        تابعونا على تويتر
        تابعوا آخر الأخبار على واتساب
        ما را در تلگرام دنبال کنید
        به کانال تلگرام ما بپیوندید
        עקבו אחרינו בפייסבוק
        הצטרפו לערוץ הטלגרם שלנו
        הורידו את האפליקציה
        हमें फेसबुक पर फॉलो करें
        हमारे व्हाट्सऐप चैनल से जुड़ें
        हमारा ऐप डाउनलोड करें
        আমাদের ফলো করুন
        আমাদের ফেসবুক পেজ ফলো করুন
        খবরের জন্য গুগল নিউজ ফলো করুন
        ہمیں فالو کریں
        关注我们的微信公众号
        扫码关注
        下载APP
        Xでフォローする
        公式アカウントをフォロー
        情報提供はこちら
        ▶ 네이버 채널 구독하기
        제보는 카카오톡 견본
        Ikuti kami di Instagram
        Ikuti berita terbaru di Google News
        Ikuti saluran WhatsApp kami
        Theo dõi chúng tôi
        Theo dõi chúng tôi trên Facebook
        ติดตามเรา
        ติดตามข่าวสารได้ที่
        Tufuate kwenye Facebook
        Pakua programu
        Pratite nas na Facebooku
        Пратите нас на Фејсбуку
        Pratite nas na Fejsbuku
        Bonus video
        Sledite nam
        Sledite nam na Facebooku
        Sekite mus Facebook
        Seko mums Facebook
        Jälgi meid Facebookis
        Segueix-nos
        Segueix-nos a Facebook
        Descarrega't l'app
    """,
    "follow": """
        Add Harbour Post as a Preferred Source
        Folgen Sie uns jetzt auch auf WhatsApp
        Siga a Puerto Hoy en Google News
        Sigue toda la información de Puerto en Facebook y X
        Sigue a El Puerto en Google Discover
        Siga o Porto no Google Notícias
        Acompanhe o Porto nas redes sociais
        Segui Il Porto su Google News
        Segui Il Porto su Facebook
    """,
    "subscribe-prompts": """
        Subscribe now for unlimited access
        For Subscribers Only
        Subscriber-only
        Exclusive for subscribers
        This article is for subscribers only
        This article is for subscribers only.
        This content is for subscribers only.
        This story is for subscribers only.
        This is a premium article
        To continue reading, subscribe today
        To continue reading, please log in or create an account.
        To read the full story, subscribe.
        To read this article in full, subscribe now
        Continue reading with a subscription
        You have reached your article limit
        You've reached your limit of free articles
        Hier geht es zum Newsletter
        Jetzt Newsletter bestellen
        Jetzt weiterlesen mit Hafen Plus
        Abonnez-vous pour lire la suite
        Abonnez-vous pour 1 € par mois
        S'abonner à partir de 1€
        Suscríbete para seguir leyendo
        Suscribite
        Suscribite a nuestro newsletter
        Faça login para comentar
        Assine para continuar lendo
        Cadastre-se para continuar lendo
        Abbonati per continuare a leggere
        Abbonati subito
        Accedi per commentare
        Abonneer je op onze nieuwsbrief
        Abonneer u op onze nieuwsbrief
        Schrijf je in voor onze nieuwsbrief
        Prenumerera på vårt nyhetsbrev
        Anmäl dig till vårt nyhetsbrev
        Få vårt nyhetsbrev
        Abonner på nyhetsbrev
        Abonner på vårt nyhetsbrev
        Meld deg på vårt nyhetsbrev
        Tilmeld dig vores nyhedsbrev
        Tilmeld
        Log ind for at læse videre
        Tilaa uutiskirjeemme
        Subskrybuj nasz newsletter
        Zapisz się na nasz newsletter
        Zaloguj się, aby czytać dalej
        Přihlaste se k odběru newsletteru
        Odebírejte náš newsletter
        Článek je pouze pro předplatitele
        Prihláste sa na odber newslettera
        Tento článok je len pre predplatiteľov
        Iratkozzon fel hírlevelünkre
        Iratkozz fel hírlevelünkre
        Iratkozz fel a hírlevelünkre!
        Abonați-vă la newsletter
        Abonează-te la newsletterul nostru
        Conectează-te
        Подпишитесь на рассылку
        Подпишитесь на нашу рассылку
        Войдите, чтобы комментировать
        Підпишіться на нашу розсилку
        Абонирайте се за нашия бюлетин
        Εγγραφείτε στο newsletter
        Haber bültenimize abone olun
        اشترك في نشرتنا البريدية
        اشترك في النشرة الإخبارية
        سجل الآن
        הירשמו לניוזלטר
        הירשם
        লগ ইন
        订阅我们的通讯
        登录后查看更多
        请登录后评论
        有料会員限定記事
        この記事は有料記事です。
        ニュースレターに登録
        기자 구독
        네이버에서 구독하기
        채널 구독
        Berlangganan newsletter
        Đăng ký nhận bản tin
        Jiandikishe
        Prijavite se
        Prijavite se na newsletter
        Pretplatite se na newsletter
        Prijavite se na e-novice
        Naročite se
        Prenumeruokite
        Prenumeruokite naujienlaiškį
        Abonē
        Subscriu-te
        Subscriu-te a la newsletter
        Subscriu-te al nostre butlletí
    """,
    "shop-notices": """
        Advertisement Advertise with NZME.
        Buy now
        Shop now
        Shop Now
        Buy Tickets
        Check Price
        View Deal
        View deal at Amazon
        We may earn a commission from links on this page.
        We may earn commission from some of the links in this article, but we never allow this to influence our content.
        Prices correct at time of publication
        Affiliate disclosure
        Hinweis: Dieser Artikel enthält Affiliate-Links.
        Contenuto sponsorizzato
        Materiał sponsorowany
        Materiał partnera
        Artykuł sponsorowany
    """,
    "copyright": """
        All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
    """,
    "page-data-reading-time": """
        Reading Time: 3 mins read
        Time to read: 3 min
        3 min leestijd
        Lästid cirka 3 min
        Olvasási idő: 3 perc
        Timp de citire: 3 minute
        Время чтения: 3 минуты
        Время на чтение: 3 мин
        3 мин на чтение
        Χρόνος ανάγνωσης: 3 λεπτά
        وقت القراءة: 3 دقائق
        זמן קריאה: 3 דקות
        Waktu baca: 3 menit
        Vrijeme čitanja: 3 min
    """,
    "filing-line": """
        Themen: Hafen, Brücke
        Thèmes : port, pont
        Argomenti: porto, ponte
        Tematy: port, most
        Témata: přístav, most
        Etichete: port, pod
        Taguri: port, pod
        Темы: порт, мост
        Тагове: порт, мост
        תגיות: נמל, גשר
        टैग्स: पुल, बंदरगाह
        ট্যাগ: সেতু
        แท็ก: สะพาน
        Oznake: luka, most
    """,
    "related-more": """
        Lire aussi Le pont rouvre après onze mois
        À lire aussi Le pont rouvre
    """,
    "subscribe-romance": """
        Il vous reste 70% de cet article à lire.
        Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.
    """,
    "comments": """
        12 kommenttia
        12 comentarii
        12 תגובות
        12 Komentar
        12 bình luận
        12 comentaris
    """,
    "page-data-age": """
        3 tuntia sitten
        3 godziny temu
        před 3 hodinami
        3 órája
        acum 3 ore
        3 години тому
        преди 3 часа
        πριν από 3 ώρες
        منذ 3 ساعات
        לפני 3 שעות
        3 घंटे पहले
        ৩ ঘণ্টা আগে
        3 jam yang lalu
        3 giờ trước
        prije 3 sata
    """,
    "newsletter-pitch": """
        残り 1234文字
        残り1,234文字（全文1,500文字）
    """,
}
"""Rule → lines that it knows."""

NOTES = {
    "note-picture": """
        Credit... Ann Example for The Harbour Post
        Credit...Ann Example/The Harbour Post
        File photo
        FILE PHOTO: The harbour bridge
        File image
        Representative image
        (Archivbild)
        Symbolbild
        Archivfoto
        (Symbolbild)
        Bildrechte: Ann Beispiel
        PHOTO ANN EXEMPLE, LA PRESSE
        Photo d'illustration
        Photo d'archives
        Image d'illustration
        (Foto de archivo)
        Foto de archivo
        Imagen de archivo
        Imagen ilustrativa
        Foto ilustrativa
        Fotografía: Ann Ejemplo
        (Lusa)
        Imagem ilustrativa
        (Adnkronos)
        Foto di Ann Esempio
        Foto di archivio
        Foto d'archivio
        Immagine di repertorio
        Foto di repertorio
        Bron: ANP
        Beeld: Ann Voorbeeld
        Beeld Ann Voorbeeld
        Foto ter illustratie
        Archieffoto
        Arkivbild
        Genrebild
        Illustrasjonsfoto
        Arkivfoto
        /ritzau/
        Ritzau
        Arkivfoto
        (STT)
        KUVA: ANN ESIMERKKI
        Arkistokuva
        Kuvituskuva
        (PAP)
        Źródło zdjęcia: Ann Przykład
        Zdjęcie ilustracyjne
        zdjęcie ilustracyjne
        (ČTK)
        ČTK
        Zdroj: ČTK
        Ilustrační foto
        Ilustrační foto: Ann Příklad
        (TASR)
        Zdroj: TASR
        Ilustračné foto
        (MTI)
        Forrás: MTI
        Borítókép: Ann Példa
        Nyitókép: Ann Példa
        Képünk illusztráció
        Sursa: Agerpres
        Sursa foto: Ann Exemplu
        Sursă foto: Ann Exemplu
        /ТАСС/
        ТАСС
        Фото из архива
        Архивное фото
        Иллюстративное фото
        Ілюстративне фото
        Снимка: Анна Примерова
        Снимка: БТА
        Πηγή: ΑΠΕ-ΜΠΕ
        ΑΠΕ-ΜΠΕ
        Φωτό αρχείου
        (AA)
        Kaynak: AA
        (أ ف ب)
        (رويترز)
        رويترز
        أ ف ب
        صورة أرشيفية
        منبع: ایرنا
        عکس: آنا نمونه
        צילום: אנה דוגמה
        צילום: רויטרס
        מקור: רויטרס
        स्रोत: भाषा
        (भाषा)
        फाइल फोटो
        (फाइल फोटो)
        ছবি: সংগৃহীত
        ছবি: আনা
        ফাইল ছবি
        摄影：陈小明
        图源：样本网
        资料图
        资料图片
        （图源：样本网）
        （新华社）
        （写真：見本花子）
        撮影：見本花子
        イメージ写真
        資料写真
        （共同）
        （時事）
        사진제공=견본사
        사진 출처=견본사
        연합뉴스
        /연합뉴스
        /사진=견본일보
        자료사진
        Nguồn: TTXVN
        Theo TTXVN
        (TTXVN)
        Ảnh: An Ví Dụ
        Ảnh minh họa
        (Ảnh minh họa)
        ภาพ: ตัวอย่าง
        ที่มา: ตัวอย่าง
        Chanzo: Mfano
        Picha: Mfano
        Izvor: Hina
        (Hina)
        Извор: Танјуг
        Izvor: Tanjug
        Vir: STA
        Nuotr.: Ona Pavyzdė
        Šaltinis: BNS
        Avots: LETA
        Allikas: BNS
        Font: ACN
        (ACN)
    """,
    "note-reporting": """
        Editor: Ann Example
        (With inputs from agencies)
        (With PTI inputs)
        Inputs from PTI
        (Inputs from agencies)
        - With inputs from agencies
        Mit Agenturmaterial
        (Con información de EFE)
        *Com informações da AFP
        Com Lusa
        Com agências
        Edição: Ann Exemplo
        Autor: Ann Przykład
        Autor: Ann Příklad
        Με πληροφορίες από ΑΠΕ-ΜΠΕ
        (इनपुट: भाषा)
        (एजेंसी इनपुट के साथ)
        作者：陈小明
        校对：陈小明
        审核：陈小明
        监制：陈小明
        记者：陈小明
        视频来源：样本网
        文・見本花子
        文＝見本花子
        取材・文：見本花子
        Penulis: Ana Contoh
        Editor: Budi Contoh
        Pewarta: Ana Contoh
        Reporter: Ana Contoh
    """,
    "note-editor": """
        (This story has not been edited by Harbour Post staff and is published from a syndicated feed.)
        (This story has not been edited by Harbour and is auto-generated from a syndicated feed.)
        Developing story, check back for updates.
        Breaking news story, more to come.
        MORE TO COME
        (इस खबर को एनडीटीवी टीम ने संपादित नहीं किया है. यह सिंडीकेट फीड से सीधे प्रकाशित की गई है।)
        声明：本文仅代表作者观点
        本文仅代表作者个人观点。
    """,
    "note-contact": """
        Contact the reporter at ann@harbourpost.example
        Contact the author: ann@harbourpost.example
        Write to Ann Example at ann@harbourpost.example
        To contact the reporter on this story: Ann Example in Eastmere at ann@harbourpost.example
        To contact the editor responsible for this story: Bo Sample at bo@harbourpost.example
        Reach the writer at 555-0100
    """,
}
"""Rule → editorial lines that it knows: printed, and no furniture."""

STORY = """
    Read more books, the minister said.
    Read more than one report and you will doubt it.
    Read More Books, Minister Tells Schools
    Read the full statement, the lawyer told the court, and you will see.
    Share prices fell on Wednesday.
    Shares fell 3 percent
    Share of renewables rises to a third
    Advertisement spending rose by a tenth.
    Advertising is dead
    Advertising revenue fell for a third year
    Print is not dead, the editor said.
    Print circulation fell by a fifth last year.
    Subscribe or die: how the paper fought back
    Subscribers rose to two million, the publisher said.
    Subscribers-only stories doubled the paper's revenue.
    Sign up for the race by Friday and you get a shirt.
    Sign up for the army, the minister told the young men.
    Sign-ups for the scheme have doubled
    Log in the river blocks the ferry
    Log-in data of two million people was stolen
    Get the latest news from the front, the general ordered.
    Follow the money, he said.
    Follow us, the soldiers shouted, and the crowd did.
    Followers of the preacher waited at the gate.
    Watch the river rise, said the farmer.
    Watch out for ice
    Watching and waiting
    Listen to the people, the bishop told ministers.
    Listen carefully
    Listening to the sea
    The paywall went up in May and half of the readers went away.
    Paywalls work, the study found.
    To continue reading the report aloud, the clerk needed water and a long pause in the middle of the day.
    To read the full text of the treaty takes nine hours.
    Comments are closed for now, the council said, but a second hearing will follow.
    Comments by the minister drew anger
    Comment is free, the editor wrote in 1921.
    Join us, the union told the drivers.
    Join the queue
    Download speeds doubled in a year
    Download the form from the county's page and bring it along.
    Loading of the ferry took nine hours.
    Loading docks stood empty
    Copyright law is old, the judge said.
    Copyright claims rose
    All rights reserved to the crown were lost in 1832.
    Photo albums lay in the mud.
    Photo finish in Eastmere
    Photo: the word comes from Greek.
    Image is everything
    Image problems plague the ferry
    Credit is hard to get, farmers say.
    Credit: how banks got it wrong
    Source of the river found
    Sources say the deal is dead
    Source: the word that started a feud between two papers.
    Editor resigns after row
    Editor: the job nobody wants now
    Reporting by phone became the rule in the war.
    Editing by committee never works, she said.
    Related costs doubled.
    Related by blood, divided by war
    Most read the report with horror.
    Most popular among the young is the ferry.
    Next article of the treaty is in doubt
    Back to top form
    Back to school
    Home from the sea
    Home at last
    Tags on the birds showed where they had been.
    Topics of the day were bread and war
    Topics: bread and war, as ever.
    Newsletter editor held in Eastmere
    Newsletters are the new newspapers, he says.
    Cookies were served to the divers
    Cookies and tea
    Accept the offer, unions urge members
    Accept or leave
    Contact with the ship was lost at noon.
    Contact lens maker to cut jobs
    Updated rules come into force in May.
    Published accounts show a loss.
    Published in 1921, the map is still in use.
    First published in 1921, the book sold two million copies.
    Posted to the north, he learned the language.
    Got a tip from a neighbour and dug there
    Have a nice day
    Have you been to the island?
    Do you know the ferryman?
    Do you have children?
    What do you think?" she asked.
    What do you think about the ferry?
    Thank you for coming, the mayor said.
    Thank you
    Visit the island in May.
    Visit our harbour and you will see seals, the county says.
    Visit by the king called off
    Click here, says the sign on the museum's wall, and nothing happens.
    Scroll found in cave is 2,000 years old
    Scroll down the valley of the river and you come to the mill.
    This video is the last that anybody saw of the ship.
    This tweet has been seen by two million people.
    This article of the constitution is for judges only.
    This story is for my mother, the author said.
    This story has not ended.
    This story has legs
    This is a story of bread
    Sponsored by the ministry, the festival is to open on Friday in the harbour of Eastmere.
    Paid for by a widow of a miller, the organ is to be played again in May.
    Sponsored riders fall behind
    Stay up to date with your vaccinations, the county told parents.
    Keep up with the news, the teacher told the class.
    Enjoy the day, she said.
    Want more trees, plant them
    Support local farmers
    Support us, strikers ask of town
    We may earn less but we live better, the fishermen say.
    We use cookies to bribe the divers, she said.
    Your browser knows more of you than your mother, the lawyer said.
    An error has occurred in the count of the votes, and the county will count again.
    Something went wrong, and the ship turned over.
    Please wait, the sign says.
    Please upgrade the pier, the shops ask
    Continued rain floods the mill
    Continues to grow
    Story of the bridge
    Story continues to move readers a century on
    Highlights of the year
    Highlights
    Summary justice
    Exclusive clubs
    Live from the bridge
    Live and let live
    Results
    Weather
    Yes
    No
    Quiz night in Eastmere
    Poll puts party ahead
    Vote on bridge put off
    Transcript of the call was read to the court.
    Video shows ship turn over
    Video of the ship was seen two million times.
    Video games
    Gallery owner held
    Play goes on
    Pause in fighting
    Save the whale
    Save the date
    Close vote
    Close to the bone
    Send in the clowns
    Like father, like son
    Line of duty
    Pocket money
    Threads of gold
    Messenger of peace
    Telegram from the king
    Viber users warned
    Bookmark this town
    Menu of the day
    Search for missing diver goes on
    Search for: the word on every poster in the town this week.
    Map: the oldest of the island was drawn in 1521.
    Map makers
    Chart: the old name of the map.
    File photo of the suspect was shown to the witness.
    Author: a job for the rich?
    Opinions expressed in the hall were as many as the heads there.
    Views expressed by farmers differ
    The views from the bridge are wide.
    Correspondent held at border
    Write to your mother, the captain told the boys.
    Write to us, says the council.
    Reach for the sky
    Philadelphia, PA
    Philadelphia, PA.
    (laughs)
    (applause)
    (PAs are not allowed in the hall.)
    - Peter
    More follow
    More from the garden:
    MORE MONEY FOR SCHOOLS
    More rain, more mud
    More than bread
    Most Read Nothing at All
    Trending upwards
    Recommended dose
    Recommended by the judges: two books
    Available in: red, blue, green.
    Suggested changes
    Featured on the wall
    Popular uprising
    Must read and write
    Don't miss the boat, sailors say
    Up next is Norway.
    Also read out was the letter
    Also read Homer and Virgil
    See also what the neighbours do, she said.
    Distributed by air, the leaflets fell on the town.
    Delivered by hand
    Error
    Errors in the count
    Subscriber numbers: up
    Get well soon
    Get ready
    Sign of the times
    Sign here, the clerk said.
    Register of voters
    Register to vote by Friday, the county says.
    Feedback was good
    Report an error and be fired, the memo said.
    Report: bridge is safe
    Vote now, count later
    Shop now open
    Shop until you drop
    Buy now, pay later grows
    Check prices, farmers told
    3 minutes to midnight
    10 hours
    2 hours ago the bridge fell.
    The ad ran for nine weeks.
    Ad hoc
    Ads fall
    AP exam
    In this story of two towns
    In pictures she is young.
    Reuters fires editor
    "Subscribe to our newsletter," the sign said.
    "Follow us on Facebook," he joked.
    Anzeige gegen Bürgermeister
    Anzeigen sind rückläufig.
    Anzeige erstattet
    Werbung wirkt
    Werbung für Zucker wird verboten.
    Teilen macht Spaß
    Teilen der Stadt fehlt Strom
    Teile der Brücke fielen in den Fluss.
    Merken Sie sich das, sagte die Ministerin.
    Drucken lohnt sich nicht mehr, sagt der Verleger.
    Lesen Sie das Gesetz, riet der Anwalt.
    Lesen Sie hier nicht weiter, warnt ein Schild am Tor.
    Mehr Geld für Schulen
    Mehr zum Leben
    Mehr zu bieten hat die Insel im Mai.
    Kommentare sind frei
    Abonnenten laufen davon
    Newsletter der Partei sorgt für Streit
    Folgen des Sturms
    Folgen Sie uns, riefen die Retter.
    Video zeigt Unfall
    Quelle des Flusses gefunden
    Quelle: das Wort des Jahres.
    Foto des Jahres
    Foto: ein Wort aus dem Griechischen.
    Bild der Lage
    Themen sind Brot und Krieg
    Stand der Dinge
    Stand am Freitag war noch offen
    Empfohlen
    Inhalt
    Umfrage sieht Partei vorn
    Dieser Artikel des Grundgesetzes ist heilig.
    Dieser Inhalt des Koffers war nichts wert.
    Hier klicken die Handschellen
    Klicken und gewinnen
    Laster
    Laden schließt
    Zur Sache
    Autor: ein Beruf?
    Die Redaktion schweigt
    Bereits im Mai war der Fluss gestiegen.
    Jetzt anmelden müssen sich alle Hunde im Kreis.
    Abonnieren will das kaum jemand.
    Alle Rechte der Frau
    Gehen Sie wählen, bat er.
    Um weiterzulesen fehlte ihm die Brille.
    Lire aussi bien le grec que le latin
    Lire, écrire, compter
    Lire aussi le compte rendu de la séance dans nos pages locales.
    Partager le pain
    Partager les coûts est juste, dit le maire.
    Publicité mensongère
    La publicité recule
    Abonnés en baisse
    Abonnez-vous à la vie, disait l'affiche.
    Inscrivez-vous à la course avant le 3 mai.
    Il vous reste un mois pour déclarer vos revenus.
    Il vous reste 3 jours pour payer l'impôt.
    S'abonner à la salle coûte 30 euros par mois.
    Suivez la rivière jusqu'au moulin.
    Recevez nos voeux, écrivait-il.
    En direct de la mairie
    Photo de famille
    Photo : un mot grec.
    Source de la rivière
    Commentaires acerbes du ministre
    Illustration parfaite de la crise
    Sommaire de la loi
    Sondage : le parti en tête
    Publié en 1921, le livre reste lu.
    Cet article de la loi est réservé aux juges, dit-il.
    Votre inscription a bien surpris le maire, dit-elle.
    Plus d'infos à 20 heures
    Thèmes : pain et guerre.
    À lire
    À voir
    À suivre
    Cliquez ici, dit le panneau.
    Leer más libros
    Leer más es vivir más, dijo el ministro.
    Compartir el pan
    Compartir piso cuesta más
    Publicidad engañosa
    La publicidad cae
    Suscríbete o muere: la batalla de los diarios
    Suscriptores a la baja
    Siga a su corazón, decía la carta.
    Sigue la lluvia
    Sigue a la espera
    Recibe el alta
    Recibe las llaves de la ciudad el tenor
    Más información, menos miedo
    Más sobre ruedas
    Foto de familia
    Fuente de vida
    Fuente: palabra del año.
    Temas de fondo
    Última hora del día
    Anterior a la guerra
    Publicado en 1921, el libro sigue vivo.
    Este contenido del baúl no valía nada.
    Regístrate para votar antes del 3 de mayo.
    La noticia continúa sin confirmar.
    El artículo continúa en vigor.
    La nota continúa el tono de la anterior.
    Comentarios del ministro
    En esta nota, el banco avisa del riesgo.
    Leia mais livros, disse o ministro.
    Veja também o que fez o irmão.
    Compartilhar o pão
    Publicidade enganosa
    Siga o dinheiro, disse o juiz.
    Receba quem chega, pediu o padre.
    Assine aqui, disse o notário.
    Fonte de vida
    Foto de família
    Confira
    Reprodução assistida
    Divulgação de dados cai
    Publicado em 1921, o livro é lido.
    O artigo continua em vigor.
    Acompanhe o rio até ao moinho.
    Clique aqui, diz a placa.
    Leggi più severe
    Leggi e decreti
    Condividi il pane
    Pubblicità ingannevole
    Abbonati a Sky e Dazn in calo
    Abbonati in fuga
    Accedi al centro solo con il permesso, dice il vigile.
    Segui i soldi, disse il giudice.
    Segui il fiume fino al mulino.
    Fonte di vita
    Foto di famiglia
    Foto di gruppo con signora
    Accetta la sfida
    Questo articolo della legge è in vigore.
    Temi di fondo
    Commenti del ministro
    Annuncio a sorpresa del sindaco
    Ricevi il giusto, disse.
    Clicca qui, dice il cartello.
    Saken fortsetter i retten mandag.
    Artikkelen er gammel
    Del av broen falt
    Annonse ga svar
    Lees maar, zei ze.
    Deel van brug valt
    Advertentie uit 1921 gevonden
    Volg het geld, zei hij.
    Bron van leven
    Beeld van een stad
    Bron: het woord van het jaar.
    Dela lika
    Dela brödet
    Annons hjälpte
    Läs och lär
    Juttu jatkuu oikeudessa.
    Tilaa on vielä
    Kuva on väärä
    Czytaj więcej książek, mówi minister.
    Reklama dźwignią handlu
    Udostępnij drogę, prosi policja.
    Źródło rzeki
    Autor: zawód bez przyszłości?
    Reklama zaplatila most
    Sdílet chleba
    Autor: povolání bez budoucnosti?
    Hirdetés útján kerestek nyomot
    Forrás lett
    Distribuie pâine
    Sursa râului
    Реклама двигатель торговли
    Реклама подорожала на треть.
    Поделиться хлебом готовы все
    Читайте больше книг, сказал министр.
    Следите за собой, просит врач.
    Подпишитесь здесь, сказал нотариус.
    Источник реки
    Источник: слово года.
    Войдите, сказал он.
    Загрузка парома заняла девять часов.
    Темы: хлеб и война.
    Автор неизвестен
    Если вы нашли кошелёк, верните его.
    Есть новость хорошая и плохая.
    Теги на птицах показали их путь.
    Реклама коштує дорого.
    Снимка на годината
    Πηγή ζωής
    Reklam pahalı
    Kaynak suyu azaldı
    Paylaş ve mutlu ol
    إعلان الحرب
    إعلان نتائج الانتخابات اليوم
    مصدر النهر
    المصدر نفى الخبر.
    شارك الوزير في الاجتماع.
    شارك في المؤتمر وزير الموانئ
    اشترك في المظاهرة آلاف
    تابعنا السير حتى المساء.
    منذ 3 ساعات والجسر مغلق.
    صورة قاتمة
    تعليقات الوزير
    المزيد من الماء
    رويترز تنفي
    مקור הנהר
    שתפו פעולה עם המשטרה, ביקש השר.
    צילום השנה
    विज्ञापन महंगे हुए
    शेयर बाजार गिरा
    स्रोत सूख गए
    और पढ़ें बच्चे, मंत्री ने कहा।
    ছবি আঁকা
    广告费用上涨。
    广告业的冬天
    分享面包
    分享的快乐
    打印机厂关闭
    评论家说桥是安全的。
    记者：你怎么看？
    记者：桥什么时候开放？
    作者：一个没有前途的职业？
    扫描二维码即可付款。
    关注我们的孩子，部长说。
    订阅我们的报纸吧，他说。
    更多人来了
    原标题已经无人记得。
    来源不明的渡轮停在港口。
    残り1人の候補者は未定だ。
    残り3試合
    広告が減った。
    広告費は3割減
    共有地の悲劇
    写真は語る
    写真は橋だ。
    文：言葉の力
    続きを読むには時間が要る。
    コメントは控えた。
    공유 경제
    공유지의 비극
    광고비가 늘었다.
    광고 시장 얼어붙다
    구독자가 늘었다.
    제보는 모두 12건이었다.
    사진은 말한다
    관련 법이 바뀐다
    Iklan mahal
    Bagikan roti
    Baca buku lebih banyak, kata menteri.
    Berlangganan koran turun
    Sumber air kering
    Ikuti kata hati
    Unduh aplikasi pajak lalu isi formulirnya.
    Foto keluarga
    Penulis: profesi tanpa masa depan?
    Quảng cáo tăng
    Nguồn nước cạn
    Xem thêm phim, ông nói.
    Ảnh hưởng của bão
    Ảnh gia đình
    โฆษณาแพงขึ้น
    Soma vitabu zaidi, waziri alisema.
    Picha ya familia
"""


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("\n")]


@pytest.mark.parametrize("rule", FURNITURE)
def test_what_a_page_says_to_its_readers_is_furniture(rule: str) -> None:
    rules = load_rules()

    found = {line: rules.find(line) for line in lines_of(FURNITURE[rule])}

    assert {line: match and match.rule for line, match in found.items()} == dict.fromkeys(found, rule)


@pytest.mark.parametrize("rule", NOTES)
def test_who_took_wrote_or_sent_it_is_a_note(rule: str) -> None:
    rules = load_rules()

    found = {line: rules.find(line) or find_note(line) for line in lines_of(NOTES[rule])}

    assert {line: match and match.rule for line, match in found.items()} == dict.fromkeys(found, rule)


def test_a_line_of_a_story_with_words_of_furniture_is_neither() -> None:
    rules = load_rules()

    assert [line for line in lines_of(STORY) if rules.find(line) or find_note(line)] == []
