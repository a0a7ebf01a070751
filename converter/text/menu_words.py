"""Words of menus: sections, services and buttons of news sites, in small letters, in the languages of newsrooms.

One of them alone says nothing: `Business` may be a crosshead, `Tennis` an
entry of a list. Several in a run of short lines are the page's menu.
"""

from __future__ import annotations

MENU_WORDS: frozenset[str] = frozenset(
    """
    news|business|politics|sports|sport|world|about|about us|entertainment|more|tech|technology|health|opinion|rss|
    travel|weather|science|jobs|food|culture|real estate|sections|events|faq|faqs|arts|reviews|classifieds|markets|
    features|lifestyle|design|style|books|movies|columnists|economy|investing|tv|local|apps|fashion|investigations|
    help|media|education|obituaries|music|pets|national|television|site map|sitemap|archives|archive|cars|
    transportation|living|games|finance|shop|environment|money|blog|blogs|connect|my account|account|olympics|
    parenting|services|service|deals|space|rss feeds|rss feed|autos|radio|mobile|disclaimer|crime|comics|beauty|
    destinations|life|magazine|special reports|policy|forums|forum|letters|letters to the editor|people|fitness|
    celebrity|celebrities|luxury|climate|recipes|press|sign out|log out|logout|solutions|mobile apps|editorials|
    subscriptions|multimedia|cookies|nation|local news|rentals|energy|homes|subscriber services|community|security|
    sudoku|crossword|crosswords|awards|relationships|staff|closed captioning|e-paper|epaper|terms|companies|stocks|
    marketing|small business|health care|healthcare|social media|automotive|customer service|research|business news|
    personal finance|support|calculators|interviews|all news|traffic|social|holidays|high school|interest based ads|
    your california privacy rights|media kit|our team|specials|puzzles|nature|management|book reviews|leadership|
    gaming|insurance|legal|retail|horoscopes|horoscope|place an ad|new homes|for sale|close|congress|live tv|
    tv listings|ideas|accessibility|accessibility help|resources|shopping|sustainability|society|explore|search|
    search for:|menu|home|homepage|contact|contact us|contact me|about me|advertise|advertise with us|careers|
    newsletters|newsletter|podcasts|podcast|video|videos|photos|photo galleries|galleries|pictures|privacy|
    privacy policy|privacy notice|cookie policy|cookie settings|terms of use|terms of service|terms & conditions|
    terms and conditions|terms of sale|accessibility statement|corrections|ethics|code of ethics|our newsroom|
    staff directory|site index|site information|trending|popular|most read|most viewed|top stories|latest news|
    breaking news|headlines|archives by month|categories|tags|topics|authors|follow us|connect with us|
    digital edition|print edition|todays paper|today's paper|subscribe|log in|login|sign in|register|e-edition|
    gift subscriptions|manage subscription|buy reprints|reprints|licensing|syndication|sponsored content|
    partner content|partners|us|uk|u.s.|usa|europe|asia|africa|americas|middle east|australia|international|nba|nfl|
    mlb|nhl|golf|tennis|soccer|football|cricket|rugby|boxing|cycling|swimming|formula 1|f1|motorsport|racing|
    horse racing|wnba|mma|ufc|nascar|basketball|baseball|hockey|fantasy|scores|standings|college sports|
    high school sports|film|theatre|theater|stage|dance|art|art & design|classical|comedy|property|pensions|savings|
    cruises|hotels|family|women|men|kids|home & garden|food & drink|drinks|restaurants|wine|weddings|dating|quizzes|
    games & puzzles|twitter|facebook|instagram|youtube|linkedin|pinterest|tiktok|snapchat|whatsapp|telegram|email|
    print|x|leave a comment|leave a reply|leave a reply cancel reply|name|name *|email *|website|comment|comments|
    required fields are marked *|your email address will not be published.|post comment|previous|next|older posts|
    newer posts|previous post|next post|recent posts|recent comments|popular posts|blogroll|meta|entries feed|
    comments feed|wordpress.org|powered by wordpress|blog archive|january|february|march|april|june|july|august|
    september|october|november|december|back to top|return to top|skip to content|skip to main content|share|tweet|
    like|send|save|pocket|e-mail|mail|info|read more|see more|view all|show more|load more|all topics|teilen|
    twittern|mitteilen|drucken|merken|weiterempfehlen|kommentieren|empfehlen|versenden|partager|envoyer|imprimer|
    compartir|enviar|imprimir|condividi|stampa|delen|dela|del|udostępnij|поделиться|startseite|politik|wirtschaft|
    panorama|kultur|wissen|wissenschaft|ausland|inland|feuilleton|gesellschaft|digital|netzwelt|gesundheit|reise|
    auto|mobilität|karriere|bildung|medien|meinung|kolumnen|regional|lokales|wetter|ratgeber|technik|finanzen|börse|
    immobilien|stellenmarkt|anzeigen|impressum|datenschutz|datenschutzerklärung|agb|kontakt|über uns|hilfe|
    mediadaten|presse|archiv|abo|abonnement|suche|suchen|themen|schlagwörter|leserbriefe|rss-feeds|
    nutzungsbedingungen|menü|mehr|alle|deutschland|welt|österreich|schweiz|fußball|bundesliga|sportarten|handball|
    wintersport|spiele|rätsel|horoskop|tv-programm|fernsehen|kino|musik|bücher|mode|essen & trinken|rezepte|familie|
    leben|stil|unternehmen|märkte|verbraucher|umwelt|klima|energie|vorheriger artikel|nächster artikel|
    vorheriger beitrag|nächster beitrag|kategorien|neueste beiträge|neueste kommentare|kommentare|
    kommentar schreiben|hinterlasse einen kommentar|accueil|politique|économie|monde|société|sciences|santé|planète|
    environnement|médias|idées|opinions|débats|éditos|chroniques|france|afrique|régions|foot|cinéma|musique|livres|
    séries|télévision|vidéos|vidéo|diaporama|diaporamas|voyage|gastronomie|recettes|emploi|immobilier|annonces|
    boutique|abonnés|s'abonner|se connecter|connexion|mentions légales|qui sommes-nous ?|qui sommes-nous|
    nous contacter|contactez-nous|plan du site|publicité|cgu|cgv|politique de confidentialité|données personnelles|
    gestion des cookies|rechercher|recherche|rubriques|portada|inicio|españa|internacional|economía|política|
    deportes|cultura|sociedad|opinión|tecnología|ciencia|salud|gente|televisión|viajes|motor|moda|vivienda|empleo|
    educación|sucesos|madrid|cataluña|fútbol|baloncesto|tenis|ciclismo|vídeos|fotos|gráficos|especiales|hemeroteca|
    suscripción|suscríbete|iniciar sesión|aviso legal|política de privacidad|política de cookies|contacto|
    quiénes somos|publicidad|buscar|secciones|calendario|el tiempo|horóscopo|lotería|cartelera|esquelas|más|mundo|
    nacional|locales|capa|início|brasil|esportes|economia|educação|saúde|ciência|entretenimento|famosos|carros|
    cotidiano|notícias|últimas notícias|assine|contato|política de privacidade|termos de uso|quem somos|anuncie|
    fale conosco|esteri|cronaca|cronache|politica|spettacoli|scienze|salute|tecnologia|motori|viaggi|cucina|
    università|scuola|lavoro|casa|meteo|abbonamenti|contatti|pubblicità|redazione|chi siamo|binnenland|buitenland|
    economie|wetenschap|cultuur|gezondheid|weer|over ons|adverteren|zoeken|nyheder|nyheter|økonomi|ekonomi|samfund|
    vejr|debatt|debat|ledare|utrikes|inrikes|nöje|om oss|wiadomości|kraj|świat|gospodarka|biznes|rozrywka|zdrowie|
    nauka|kultura|pogoda|ogłoszenia|reklama|regulamin|polityka prywatności|redakcja|belföld|külföld|gazdaság|bulvár|
    kultúra|tudomány|egészség|horoszkóp|időjárás|impresszum|médiaajánlat|pasaulē|latvijā|kultūra|ekonomika|главная|
    новости|политика|экономика|общество|бизнес|спорт|культура|наука|технологии|происшествия|мнения|в мире|мир|
    россия|москва|авто|недвижимость|здоровье|погода|видео|фото|рубрики|контакты|о нас|реклама|редакция|вакансии|
    архив|поиск|подписка|темы|anasayfa|gündem|dünya|spor|sağlık|teknoloji|yaşam|kültür sanat|magazin|siyaset|eğitim|
    künye|iletişim|beranda|nasional|internasional|bisnis|olahraga|teknologi|hiburan|kesehatan|otomotif|indeks|
    ओपिनियन|देश|दुनिया|खेल|मनोरंजन|राजनीति|बिजनेस|होम|राज्य|वीडियो|फोटो|नजरिया|विदेश|टेक|हेल्थ|करियर|صفحہ اول|
    پاکستان|دنیا|کھیل|شوبز|کاروبار|صحت|دلچسپ و عجیب|ویڈیوز|پنجاب|سندھ|الرئيسية|سياسة|اقتصاد|رياضة|ثقافة|صحة|علوم|
    تكنولوجيا|فيديو|صور|آراء|منوعات|العالم|عربي|首页|首頁|新闻|新聞|要闻|要 闻|国内|国际|國際|社会|社會|财经|財經|
    体育|體育|娱乐|娛樂|科技|军事|軍事|汽车|汽車|房产|教育|文化|健康|旅游|旅遊|时尚|時尚|生活|图片|圖片|视频|影片|
    专题|專題|评论|評論|博客|论坛|论壇|搜索|登录|登入|注册|註冊|关于我们|联系我们|網站地圖|网站地图|广告服务|
    版权声明|免责声明|招聘信息|隐私政策|意见反馈|举报|不感兴趣|取消|确定|收藏|分享|分享到|微信|微博|新浪微博|qq空间|
    上一篇|下一篇|相关推荐|相关阅读|相关新闻|热门推荐|热点新闻|返回首页|返回顶部|客户端|股票|基金|理财|银行|保险|
    港股|美股|期货|外汇|数码|手机|游戏|动漫|历史|国学|佛教|公益|读书|艺术|时政|地方|法治|党建|四川|湖北|贵州|西藏|
    新疆|ホーム|ニュース|政治|経済|国際|スポーツ|エンタメ|科学|地域|動画|写真|コラム|お問い合わせ|会社概要|利用規約|
    プライバシーポリシー|検索|ログイン|会員登録|prima pagina|ultim'ora|ultime notizie|opinioni|editoriali|rubriche|
    interni|ambiente|animali|libri|cinema|musica|televisione|serie tv|giochi|benessere|tecnologie|innovazione|
    finanza|mercati|risparmio|imprese|calcio|serie a|motogp|basket|regioni|edizioni locali|speciali|archivio|
    necrologie|annunci|offerte|il mio account|mobilità|sostenibilità|famiglia|le guide|voorpagina|net binnen|
    meest gelezen|opinie|columns|politiek|misdaad|koningshuis|wonen|achterklap|muziek|boeken|voetbal|eredivisie|
    wielrennen|schaatsen|reizen|koken|puzzels|klantenservice|abonneren|mijn account|regio|beurs|onderzoek|video's|
    hem|senaste nytt|norden|världen|verden|näringsliv|bostad|vetenskap|klimat|hälsa|kultur & nöje|
    kultur og underholdning|familj|resor|insändare|krönikor|tv-tablå|korsord|väder|fotboll|ishockey|allsvenskan|
    forsiden|siste nytt|innenriks|utenriks|meninger|kronikk|leder|forbruker|helse|fotball|vintersport|langrenn|
    håndball|skole|bolig|kjendis|underholdning|mat og drikke|kundeservice|indland|udland|erhverv|penge|krimi|viden|
    navne|bagsiden|kronikken|vejret|håndbold|fodbold|superligaen|rejser|forbrug|etusivu|kotimaa|ulkomaat|talous|
    politiikka|kulttuuri|urheilu|viihde|tiede|terveys|mielipide|pääkirjoitukset|ruoka|asuminen|matkat|autot|sää|
    jalkapallo|jääkiekko|uusimmat|luetuimmat|asiakaspalvelu|alueet|pelit|domů|zprávy|domácí|zahraničí|byznys|názory|
    komentáře|věda|technika|zdraví|cestování|bydlení|hry|fotbal|hokej|regiony|počasí|magazín|videa|křížovky|domov|
    správy|svet|zdravie|cestovanie|futbal|regióny|počasie|inzeráty|naslovnica|vijesti|hrvatska|svijet|regija|
    crna kronika|gospodarstvo|posao|nogomet|košarka|znanost|zdravlje|recepti|kolumne|mišljenja|vreme|naslovna|
    srbija|društvo|ekonomija|hronika|fudbal|zabava|tehnologija|novice|slovenija|mnenja|črna kronika|zdravje|okolje|
    acasă|știri|actualitate|politică|externe|societate|sănătate|educație|opinii|cultură|divertisment|vremea|turism|
    justiție|címlap|itthon|belpolitika|külpolitika|nagyvilág|közélet|vélemény|életmód|foci|autó|gasztro|pénz|
    ingatlan|utazás|könyv|zene|αρχική|πολιτική|οικονομία|κοινωνία|κόσμος|διεθνή|ελλάδα|αθλητικά|πολιτισμός|υγεία|
    τεχνολογία|απόψεις|επιστήμη|περιβάλλον|παιδεία|ζώδια|καιρός|ποδόσφαιρο|μπάσκετ|μόδα|ταξίδια|επιχειρήσεις|
    ροή ειδήσεων|начало|българия|свят|икономика|култура|здраве|интервю|регионални|криминално|образование|футбол|
    времето|имоти|лайфстайл|хороскоп|любопитно|головна|новини|світ|політика|економіка|суспільство|війна|здоров'я|
    технології|погляди|блоги|відео|події|гроші|освіта|почетна|вести|србија|свет|друштво|економија|хроника|забава|
    здравље|технологија|фудбал|регионы|армия|силовые структуры|финансы|деньги|рынки|компании|хоккей|теннис|
    единоборства|образ жизни|путешествия|кино|музыка|книги|еда|стиль|психология|гороскоп|история|интервью|
    колумнисты|спецпроекты|инфографика|подкасты|о проекте|правила|статьи|лента|бывший ссср|интернет и сми|ценности|
    son dakika|güncel|politika|türkiye|finans|borsa|emlak|otomobil|seyahat|astroloji|hava durumu|namaz vakitleri|
    futbol|basketbol|süper lig|yazarlar|köşe yazarları|yerel|asayiş|din|bilim|yemek|sinema|televizyon|foto galeri|
    video galeri|kreu|lajme|politikë|botë|rajoni|kosovë|shqipëri|aktualitet|kronika|kulturë|opinione|shëndetësi|
    teknologji|argëtim|showbiz|futboll|kuriozitete|moti|მთავარი|ახალი ამბები|პოლიტიკა|ეკონომიკა|საზოგადოება|მსოფლიო|
    სპორტი|კულტურა|אחר כך|חדשות|פוליטיקה|כלכלה|ספורט|תרבות|בריאות|דעות|טכנולוגיה|רכב|אוכל|תיירות|חינוך|בעולם|בארץ|
    צבא וביטחון|נדל"ן|צרכנות|מזג אוויר|הורוסקופ|כדורגל|כדורסל|יהדות|أخبار|محليات|عربي ودولي|حوادث|تحقيقات|مقالات|
    كتاب وآراء|كتاب|مال وأعمال|أسواق|بورصة|كرة القدم|فن|فنون|سينما|مجتمع|المرأة|أسرة|سيارات|سفر|سياحة|طقس|كاريكاتير|
    بودكاست|انفوجرافيك|تعليم|بيئة|دين|من نحن|اتصل بنا|أرشيف|خانه|سیاسی|اقتصادی|ورزشی|اجتماعی|فرهنگی|بین‌الملل|جهان|
    ایران|دانش|فناوری|سلامت|استان‌ها|عکس|فیلم|گفتگو|یادداشت|فرهنگ و هنر|درباره ما|تماس با ما|تازہ ترین|بین الاقوامی|
    انٹرنیشنل|قومی|کالم|بلاگ|بلاگز|ٹیکنالوجی|سائنس|سائنس و ٹیکنالوجی|انٹرٹینمنٹ|بزنس|تعلیم|موسم|کرکٹ|بلوچستان|
    خیبرپختونخوا|خیبر پختونخوا|آزاد کشمیر|گلگت بلتستان|ویڈیو|تصاویر|لائف اسٹائل|رابطہ|ہمارے بارے میں|شہر شہر|
    پاکستان نیوز|ताजा खबर|ताज़ा ख़बर|राष्ट्रीय|अंतरराष्ट्रीय|अपराध|क्राइम|क्रिकेट|बॉलीवुड|लाइफस्टाइल|धर्म|राशिफल|
    ज्योतिष|शिक्षा|नौकरी|टेक्नोलॉजी|ऑटो|गैजेट्स|मौसम|वायरल|वेब स्टोरी|वेब स्टोरीज|ई-पेपर|संपादकीय|शेयर बाजार|सिनेमा|
    জাতীয়|রাজনীতি|অর্থনীতি|আন্তর্জাতিক|খেলা|খেলাধুলা|বিনোদন|শিক্ষা|প্রযুক্তি|সারাদেশ|মতামত|স্বাস্থ্য|চাকরি|ধর্ম|
    ছবি|ভিডিও|বাংলাদেশ|বিশ্ব|বাণিজ্য|জীবনযাপন|ক্রিকেট|ফুটবল|সর্বশেষ|முகப்பு|செய்திகள்|தமிழகம்|தமிழ்நாடு|இந்தியா|
    உலகம்|விளையாட்டு|சினிமா|அரசியல்|வணிகம்|ஜோதிடம்|ஆன்மிகம்|மாவட்டங்கள்|முகப்பு பக்கம்|தொழில்நுட்பம்|கல்வி|హోం|
    వార్తలు|తెలంగాణ|ఆంధ్రప్రదేశ్|జాతీయం|అంతర్జాతీయం|క్రీడలు|సినిమా|రాజకీయాలు|బిజినెస్|หน้าแรก|ข่าว|การเมือง|
    เศรษฐกิจ|สังคม|อาชญากรรม|ต่างประเทศ|กีฬา|บันเทิง|ไลฟ์สไตล์|เทคโนโลยี|สุขภาพ|การศึกษา|ภูมิภาค|ท่องเที่ยว|ยานยนต์|
    ดูดวง|หวย|คอลัมน์|วิดีโอ|trang chủ|thời sự|thế giới|kinh doanh|kinh tế|giải trí|thể thao|pháp luật|giáo dục|
    sức khỏe|đời sống|du lịch|khoa học|công nghệ|số hóa|ý kiến|tâm sự|chính trị|xã hội|văn hóa|bất động sản|bóng đá|
    megapolitan|daerah|tren|keuangan|properti|wisata|kuliner|gaya hidup|edukasi|pendidikan|sains|opini|kolom|foto|
    sepak bola|bulutangkis|moto gp|hukum|peristiwa|metro|nusantara|dunia|selebritas|infografis|indeks berita|
    pedoman media siber|redaksi|tentang kami|kontak|karir|info iklan|utama|semasa|sukan|bisnes|မူလစာမျက်နှာ|သတင်း|
    သတင်းများ|မြန်မာ|ကမ္ဘာ|နိုင်ငံရေး|စီးပွားရေး|အားကစား|ဆောင်းပါး|ဗီဒီယို|ပြည်တွင်းသတင်း|နိုင်ငံတကာ|ကျန်းမာရေး|
    ပညာရေး|ဓာတ်ပုံ|အင်တာဗျူး|ဖျော်ဖြေရေး|mwanzo|habari|kitaifa|kimataifa|michezo|burudani|uchumi|siasa|afya|maoni|
    biashara|strona główna|najnowsze|polska|polityka|społeczeństwo|prawo|praca|finanse|giełda|nieruchomości|
    edukacja|technologie|moto|motoryzacja|turystyka|podróże|kuchnia|przepisy|muzyka|książki|teatr|seriale|
    piłka nożna|siatkówka|koszykówka|skoki narciarskie|żużel|historia|religia|wideo|galerie|quizy|krzyżówki|
    nasze serwisy|新闻中心|新聞中心|滚动|滾動|滚动新闻|排行|热点|熱點|头条|頭條|深度|独家|獨家|观点|觀點|思想|访谈|
    訪談|社区|社區|民生|人文|宗教|气象|天气|天氣|台湾|台灣|港澳|两岸|兩岸|大陆|大陸|华人|華人|侨界|能源|环保|環保|
    食品|家居|母婴|美食|星座|彩票|足球|篮球|籃球|中超|国际足球|综合体育|电影|電影|电视|電視|音乐|音樂|综艺|明星|
    八卦|直播|点播|短视频|图片频道|高清图|漫画|小说|小說|书画|书法|拍卖|商业|商業|公司|产经|產經|宏观|证券|證券|
    期指|外匯|黄金|黃金|房地产|房地產|楼市|信托|互联网|互聯網|通信|家电|笔记本|创业|创投|人工智能|区块链|科普|
    大数据|大健康|医药|医疗|中医|养生|考试|留学|高考|校园|中小学|网络安全|舆情|理论|党史|反腐|人事|法制|公安|司法|
    招聘|人才|会员|会员中心|客服|帮助|帮助中心|设为首页|加入收藏|網站導覽|关于本站|友情链接|合作伙伴|联系方式|
    广告合作|隐私保护|法律声明|举报中心|不良信息举报|手机版|电脑版|移动版|繁体|简体|english|即時|國內|3c|車市|運動|
    寵物|副刊|トップ|速報|主要|海外|金融|企業|マーケット|野球|サッカー|ゴルフ|相撲|芸能|映画|音楽|ゲーム|アニメ|
    グルメ|旅行|医療|環境|科学・環境|テクノロジー|天気|占い|社説|オピニオン|特集|連載|ランキング|新着|まとめ|くらし|
    ライフ|ビジネス|サイトマップ|ヘルプ|著作権|運営会社|採用情報|広告掲載|新聞購読|홈|뉴스|속보|전국|지역|사건사고|
    법원|북한|국방|증권|금융|산업|부동산|it·과학|생활|생활/문화|건강|의료|교육|여행|음식|패션|영화|음악|방송|가요|
    야구|축구|농구|배구|골프|게임|인물|인터뷰|기획|연재|만평|날씨|운세|전체메뉴|전체기사|구독신청|광고문의|기사제보|
    고객센터|제보|이용약관|저작권규약|청소년보호정책|찾아오시는길|정치|경제|사회|국제|문화|스포츠|연예|과학|
    오피니언|사설|칼럼|포토|동영상|회사소개|로그인|회원가입|개인정보처리방침|
    store|apps & games|my library|issues|current issue|editions|edition|columnist|long reads|in depth|in pictures|
    fact check|data|maps|live|live updates|live blog|for you|my feed|alerts|donate|membership|members|sponsors|
    directory|marketplace|coupons|contests|sweepstakes|announcements|celebrations|public notices|legal notices|
    death notices|funeral notices|auctions|vouchers|rubriken|ressorts|inhalt|merkliste|mein konto|newsticker|
    live-ticker|liveticker|faktencheck|hintergrund|dossiers|dossier|serien|gastbeiträge|reportagen|porträts|la une|
    en direct|direct|loisirs|sorties|patrimoine|entreprises|bourse|placements|conso|consommation|automobile|high-tech|
    tribunes|enquêtes|reportages|portraits|grands formats|infographies|jeux|mots croisés|météo|programme tv|nécrologie|
    última hora|editorial|editoriales|columnas|espectáculos|empresas|negocios|estilo de vida|clasificados|obituarios|
    sorteos|loterías|pasatiempos|últimas|esporte|futebol|mercado|colunas|colunistas|opinião|cidades|polícia|loterias|
    turismo|empregos|imóveis|país|desporto|sociedade|ensino|multimédia|fotogalerias
    """.replace("\n", "")
    .replace("    ", "")
    .casefold()
    .split("|")
) - {""}
"""One entry of a menu each."""
