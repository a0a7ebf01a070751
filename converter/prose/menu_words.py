"""Words of menus: sections, services and buttons of news sites, in small letters.

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
    breaking news|headlines|archives by month|categories|tags|topics|authors|follow us|connect with us|digital edition|
    print edition|todays paper|today's paper|subscribe|log in|login|sign in|register|e-edition|gift subscriptions|
    manage subscription|buy reprints|reprints|licensing|syndication|sponsored content|partner content|partners|
    us|uk|u.s.|usa|europe|asia|africa|americas|middle east|australia|international|nba|nfl|mlb|nhl|golf|tennis|
    soccer|football|cricket|rugby|boxing|cycling|swimming|formula 1|f1|motorsport|racing|horse racing|wnba|mma|ufc|
    nascar|basketball|baseball|hockey|fantasy|scores|standings|college sports|high school sports|
    film|theatre|theater|stage|dance|art|art & design|classical|comedy|property|pensions|savings|cruises|hotels|
    family|women|men|kids|home & garden|food & drink|drinks|restaurants|wine|weddings|dating|quizzes|games & puzzles|
    twitter|facebook|instagram|youtube|linkedin|pinterest|tiktok|snapchat|whatsapp|telegram|email|print|x|
    leave a comment|leave a reply|leave a reply cancel reply|name|name *|email *|website|comment|comments|
    required fields are marked *|your email address will not be published.|post comment|previous|next|older posts|
    newer posts|previous post|next post|recent posts|recent comments|popular posts|blogroll|meta|entries feed|
    comments feed|wordpress.org|powered by wordpress|blog archive|january|february|march|april|june|july|august|
    september|october|november|december|back to top|return to top|skip to content|skip to main content|
    share|tweet|like|send|save|pocket|e-mail|mail|info|read more|see more|view all|show more|load more|all topics|
    teilen|twittern|mitteilen|drucken|merken|weiterempfehlen|kommentieren|empfehlen|versenden|partager|envoyer|imprimer|
    compartir|enviar|imprimir|condividi|stampa|delen|dela|del|udostępnij|поделиться|
    startseite|politik|wirtschaft|panorama|kultur|wissen|wissenschaft|ausland|inland|feuilleton|gesellschaft|digital|
    netzwelt|gesundheit|reise|auto|mobilität|karriere|bildung|medien|meinung|kolumnen|regional|lokales|wetter|
    ratgeber|technik|finanzen|börse|immobilien|stellenmarkt|anzeigen|impressum|datenschutz|datenschutzerklärung|agb|
    kontakt|über uns|hilfe|mediadaten|presse|archiv|abo|abonnement|shop|suche|suchen|themen|schlagwörter|
    service|leserbriefe|newsletter|rss-feeds|nutzungsbedingungen|menü|mehr|alle|deutschland|welt|österreich|schweiz|
    fußball|bundesliga|sportarten|handball|wintersport|spiele|rätsel|horoskop|tv-programm|fernsehen|kino|musik|
    bücher|mode|essen & trinken|rezepte|familie|leben|stil|unternehmen|märkte|verbraucher|umwelt|klima|energie|
    vorheriger artikel|nächster artikel|vorheriger beitrag|nächster beitrag|kategorien|neueste beiträge|
    neueste kommentare|kommentare|kommentar schreiben|hinterlasse einen kommentar|
    accueil|politique|économie|monde|société|sciences|santé|planète|environnement|médias|idées|opinions|débats|
    éditos|chroniques|international|france|europe|afrique|régions|sports|foot|rugby|cinéma|musique|livres|séries|
    télévision|vidéos|vidéo|photos|diaporama|diaporamas|mode|voyage|gastronomie|recettes|emploi|immobilier|
    annonces|services|boutique|abonnés|abonnement|s'abonner|se connecter|connexion|mentions légales|
    qui sommes-nous ?|qui sommes-nous|nous contacter|contactez-nous|contact|plan du site|publicité|cgu|cgv|
    politique de confidentialité|données personnelles|gestion des cookies|rechercher|recherche|rubriques|
    portada|inicio|españa|internacional|economía|política|deportes|cultura|sociedad|opinión|tecnología|ciencia|
    salud|gente|televisión|viajes|motor|moda|vivienda|empleo|educación|sucesos|madrid|cataluña|fútbol|baloncesto|
    tenis|ciclismo|blogs|vídeos|fotos|gráficos|especiales|hemeroteca|suscripción|suscríbete|iniciar sesión|
    aviso legal|política de privacidad|política de cookies|contacto|quiénes somos|publicidad|buscar|secciones|
    calendario|el tiempo|horóscopo|lotería|cartelera|esquelas|más|mundo|nacional|locales|
    capa|início|brasil|esportes|economia|educação|saúde|ciência|entretenimento|famosos|carros|cotidiano|notícias|
    últimas notícias|assine|contato|política de privacidade|termos de uso|quem somos|anuncie|fale conosco|
    esteri|cronaca|cronache|politica|economia|cultura|spettacoli|scienze|salute|tecnologia|motori|viaggi|cucina|
    università|scuola|lavoro|casa|meteo|abbonamenti|contatti|pubblicità|privacy|cookie policy|redazione|chi siamo|
    binnenland|buitenland|economie|wetenschap|cultuur|gezondheid|weer|over ons|adverteren|zoeken|
    nyheder|nyheter|kultur|sport|økonomi|ekonomi|samfund|vejr|debatt|debat|ledare|utrikes|inrikes|nöje|om oss|
    kontakt|wiadomości|kraj|świat|gospodarka|biznes|rozrywka|zdrowie|nauka|kultura|pogoda|ogłoszenia|reklama|
    regulamin|polityka prywatności|redakcja|belföld|külföld|gazdaság|bulvár|kultúra|sport|tudomány|egészség|
    horoszkóp|időjárás|impresszum|médiaajánlat|pasaulē|latvijā|kultūra|ekonomika|sports|
    главная|новости|политика|экономика|общество|бизнес|спорт|культура|наука|технологии|происшествия|мнения|
    в мире|мир|россия|москва|авто|недвижимость|здоровье|погода|видео|фото|рубрики|контакты|о нас|реклама|
    редакция|вакансии|архив|поиск|подписка|темы|
    anasayfa|gündem|dünya|ekonomi|spor|sağlık|teknoloji|yaşam|kültür sanat|magazin|siyaset|eğitim|künye|iletişim|
    beranda|nasional|internasional|ekonomi|bisnis|olahraga|teknologi|hiburan|kesehatan|otomotif|indeks|
    ओपिनियन|देश|दुनिया|खेल|मनोरंजन|राजनीति|बिजनेस|होम|राज्य|वीडियो|फोटो|नजरिया|विदेश|टेक|हेल्थ|करियर|
    صفحہ اول|پاکستان|دنیا|کھیل|شوبز|کاروبار|صحت|دلچسپ و عجیب|ویڈیوز|پنجاب|سندھ|
    الرئيسية|سياسة|اقتصاد|رياضة|ثقافة|صحة|علوم|تكنولوجيا|فيديو|صور|آراء|منوعات|العالم|عربي|
    首页|首頁|新闻|新聞|要闻|要 闻|国内|国际|國際|社会|社會|财经|財經|体育|體育|娱乐|娛樂|科技|军事|軍事|汽车|汽車|房产|
    教育|文化|健康|旅游|旅遊|时尚|時尚|生活|图片|圖片|视频|影片|专题|專題|评论|評論|博客|论坛|论壇|搜索|登录|登入|
    注册|註冊|关于我们|联系我们|網站地圖|网站地图|广告服务|版权声明|免责声明|招聘信息|隐私政策|意见反馈|举报|
    不感兴趣|取消|确定|收藏|分享|分享到|评论|微信|微博|新浪微博|qq空间|上一篇|下一篇|相关推荐|相关阅读|相关新闻|
    热门推荐|热点新闻|返回首页|返回顶部|客户端|股票|基金|理财|银行|保险|港股|美股|期货|外汇|数码|手机|游戏|
    动漫|历史|国学|佛教|公益|读书|艺术|时政|地方|法治|党建|四川|湖北|贵州|西藏|新疆|
    ホーム|ニュース|政治|経済|国際|社会|スポーツ|エンタメ|文化|科学|生活|地域|動画|写真|コラム|お問い合わせ|
    会社概要|利用規約|プライバシーポリシー|検索|ログイン|会員登録|
    정치|경제|사회|국제|문화|스포츠|연예|과학|오피니언|사설|칼럼|포토|동영상|회사소개|로그인|회원가입|개인정보처리방침
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
) - {""}
"""One entry of a menu each."""
