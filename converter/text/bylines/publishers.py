"""News houses by name: papers, broadcasters and sites that stand as the author where no person is named.

A house whose name is a word of headlines too, such as `Stern`, `Marca` or `Time`, is left out.
"""

from __future__ import annotations

from converter.text.agencies import entries

HOUSES = entries("""
    20 minuten|20 minutes|20 minutes avec afp|24sata|24ur.com|9news|9news staff|abc news|abc news
    australia|abs-cbn news|afpbb news|africanews|afrik.com|aftenposten|aftonbladet|agência estado|al
    arabiya|al-ahram|al-arabiya|algemeen dagblad|all africa|allafrica|allafrica.com|anadolu english|
    antena 3|antena 3 cnn|antena 3 noticias|arab news|ard aktuell|ard-aktuell|ars technica|arutz sheva|
    asahi shimbun|australian associated press|b92|bangkok post|bbc|bbc arabic|bbc hindi|bbc mundo|bbc
    news|bbc news arabic|bbc news brasil|bbc news hindi|bbc news mundo|bbc news 코리아|bbc newsbeat|bbc
    persian|bbc russian|bbc scotland|bbc sport|bbc sport wales|bbc swahili|bbc trending|bbc urdu|bbc
    wales|bbc world service|bbc 中文|bbc 코리아|bbcニュース|bbc中文|berliner morgenpost|berliner zeitung|
    berlingske|bernama|bfm business|bfmtv|bhaskar|boston globe|breitbart|breitbart news|bt sport|
    business day|business insider|business standard|businessday|buzzfeed|buzzfeed news|cadena ser|canal+|
    capital fm|cbc|cbc news|cbc sports|cbs|cbs news|cbs sports|channel 4 news|channel newsasia|channels
    television|channels tv|chicago tribune|china daily|china news service|clarín|cna|cnbc|cnbc
    indonesia|cnbc-tv18|cnews|cnn|cnn brasil|cnn business|cnn en español|cnn indonesia|cnn
    international|cnn newsource|cnn sport|cnn türk|cnn.co.jp|cnn.com|cnnmoney|corriere della sera|
    courrier international|csmonitor|ctv news|dagbladet|dagens industri|dagens nyheter|daily express|
    daily mail|daily maverick|daily mirror|daily monitor|daily nation|daily record|daily sabah|daily
    star|daily telegraph|daily trust|dawn.com|de morgen|de standaard|de telegraaf|de volkskrant|deccan
    chronicle|deccan herald|delfi|denník n|der spiegel|der standard|der tagesspiegel|derstandard.at|
    deutsche welle|deutschlandfunk|deutschlandfunk kultur|dhaka tribune|diario as|die presse|die welt|die
    zeit|digi24|dir.bg|diário de notícias|dr nyheder|drudge report|dutchnews.nl|dw|dw news|dw.com|e24|
    eesti päevaleht|ekstra bladet|el comercio|el confidencial|el correo|el cronista|el debate|el diario|
    el espectador|el financiero|el heraldo|el mercurio|el mundo|el nacional|el nuevo herald|el
    observador|el país|el periódico|el tiempo|el universal|eldiario.es|emol|entertainment tonight|epoch
    times|erem news|ert news|espn|espn.com|estadão|estadão conteúdo|ettoday|ettoday新聞雲|euractiv|
    euronews|europa press|eurosport|evening standard|expressen|fairfax media|faz.net|financial express|
    financial post|financial times|finanzen.net|first post|firstpost|focus online|folha de s. paulo|folha
    de s.paulo|forbes|fox business|fox news|fox sports|france 24|france 24 avec afp|france bleu|france
    culture|france info|france inter|france tv|france tv info|france télévisions|franceinfo|franceinfo
    avec afp|frankfurter allgemeine|frankfurter allgemeine zeitung|frankfurter rundschau|g1|gazeta
    wyborcza|gazeta.pl|gazeta.ru|geo news|ghanaweb|global news|global times|globaltimes|globo esporte|
    globo news|gma news|gma news online|guardian sport|guardian staff|guardian staff and agencies|gulf
    news|göteborgs-posten|haaretz|habertürk|hamburger abendblatt|handelsblatt|helsingin sanomat|het
    laatste nieuws|het nieuwsblad|het parool|hindustan times|hospodářské noviny|hotnews.ro|huffpost|
    hürriyet|hürriyet daily news|idnes.cz|il fatto quotidiano|il foglio|il giornale|il giorno|il mattino|
    il messaggero|il post|il resto del carlino|il sole 24 ore|ilta-sanomat|iltalehti|in.gr|independent
    staff|index.hr|index.hu|india today|india today web desk|india tv|indian express|infobae|
    inquirer.net|interfax-ukraine|iranintl|irish examiner|irish independent|irish mirror|irish times|
    itar-tass|itv news|jakarta globe|jakarta post|jamaica gleaner|jamaica observer|jawapos|jerusalem
    post|joongang ilbo|joy online|jtbc|jutarnji list|jyllands-posten|kathimerini|kauppalehti|kbs|kbs
    뉴스|khaleej times|kleine zeitung|kompas tv|kompas.com|korea herald|korea times|krone.at|kronen
    zeitung|kyiv independent|kyiv post|l'express|l'humanité|l'obs|l'équipe|la croix|la croix avec afp|
    la dépêche|la dépêche du midi|la jornada|la libre belgique|la nación|la provence|la razón|la
    repubblica|la stampa|la tercera|la tribune|la vanguardia|la voix du nord|la voz de galicia|la voz del
    interior|le dauphiné libéré|le devoir|le figaro|le figaro avec afp|le figaro avec reuters|le journal
    de montréal|le matin|le monde|le monde avec afp|le monde avec reuters|le monde.fr avec afp|le
    parisien|le parisien avec afp|le point|le point avec afp|le point.fr|le progrès|le soir|le temps|
    lenta.ru|libération|libération avec afp|liputan6|liputan6.com|live mint|livemint|los angeles times|
    lrt.lt|mail & guardian|mail online|mailonline|mainichi shimbun|malay mail|malaysiakini|manila
    bulletin|mbc|mbc 뉴스|media indonesia|mediapart|meduza|merkur.de|metro uk|miami herald|middle east
    eye|milliyet|mirror.co.uk|mlb.com|msnbc|mtv uutiset|mundo deportivo|münchner merkur|n-tv|n-tv.de|
    n1|n1 beograd|nation media group|national geographic|national post|nbc news|nbc sports|ndr|ndtv|
    ndtv sports|neue zürcher zeitung|new straits times|new vision|new york daily news|new york post|new
    york times|news 24|news corp australia|news.com.au|news18|news24|newscom|newshub|newsmax|newstalk
    zb|newsweek|nhk|nhk news|nhkニュース|nikkei|nine news|nos nieuws|notimex|notícias ao minuto|nova tv|
    novaya gazeta|novinky|novinky.cz|npr|nrc|nrc handelsblad|nrk|nu.nl|nzz|nzz am sonntag|národní
    noviny|népszava|o estado de s. paulo|o globo|okezone|okezone.com|onet|onet.pl|orf|orf.at|
    orf.at/agenturen|ouest-france|ouest-france avec afp|outlook india|outlook web desk|pbs newshour|
    people's daily|philippine daily inquirer|philippine star|politiken|polsat news|postimees|postmedia
    network|postmedia news|premium times|press trust of india|propublica|pts 新聞|publico.es|punch
    newspapers|página 12|página/12|radio canada|radio france internationale|radio free asia|radio free
    europe|radio free europe/radio liberty|radio-canada|rai news|rainews|rappler|rappler.com|rbb24|
    rbc.ru|refinery29|republika.co.id|rfe/rl|rfi|rfi avec afp|ria novosti|rmc sport|rmf24|rnz|rnz
    news|rolling stone|rp online|rt|rt deutsch|rt en español|rtbf|rte|rtl|rtl info|rtl nieuws|rtl
    today|rtl.fr|rtp|rtp notícias|rts|rtve|rtve.es|rtvslo|rté|rté news|s4c|sabc news|salzburger
    nachrichten|sbs|sbs 뉴스|scmp|scmp reporter|scotsman|seattle times|seznam zprávy|shropshire star|sic
    notícias|sindonews|sindonews.com|skai.gr|sky news|sky news arabia|sky news australia|sky sports|sky
    sports news|sky tg24|slate.fr|south china morning post|spiegel|spiegel online|sports illustrated|srf|
    srf news|standard.co.uk|star tribune|straits times|stuff.co.nz|suara.com|sud ouest|sueddeutsche.de|
    sun online|sunday times|svd|svenska dagbladet|svt|svt nyheter|svt sport|swissinfo|swissinfo.ch|
    sydney morning herald|sz.de|süddeutsche zeitung|südkurier|t-online|tages anzeiger|tages-anzeiger|
    tagesanzeiger|tagesschau|tagesschau.de|tagesspiegel|tbs|tbs news|techcrunch|telegraph reporters|
    telegraph sport|tempo.co|tengrinews|the age|the atlantic|the canadian press|the cipher brief|the
    conversation|the daily beast|the daily star|the daily telegraph|the economic times|the economist|the
    globe and mail|the guardian|the guardian nigeria|the hill|the hindu|the hindu bureau|the independent|
    the indian express|the irish times|the jakarta post|the japan times|the jerusalem post|the korea
    herald|the moscow times|the namibian|the new arab|the new york times|the observer|the philippine star|
    the press and journal|the quint|the scotsman|the star|the star online|the straits times|the sun|the
    sunday times|the telegraph|the times|the times of india|the times of israel|the verge|the wall street
    journal|the washington post|the washington times|the wire|the wire staff|thejournal.ie|thisday|times
    news network|times of india|times of israel|timesofindia.com|today online|tolonews|tportal|tribun
    jateng|tribunnews|tribunnews.com|trt haber|trt world|tsn.ca|tuoi tre news|tuoi tre online|tv 2|tv 2
    nyheter|tv azteca|tv2|tv2 nyheder|tv4 nyheterna|tv5monde|tvbs新聞網|tvi24|tvn24|tvnet|tv조선|
    ukrinform|unian|univision|univision noticias|uol|uol esporte|uol notícias|upi.com|us weekly|usa
    today|usa today sports|vanguard news|vecernji list|večernji list|vg|vietnamnet|vietnamnews|
    viva.co.id|vnexpress|voa|voa indonesia|voa news|voanews|vov|vov.vn|vox|vrt nws|vtv|vtv news|
    wales online|walesonline|wall street journal|washington examiner|washington free beacon|washington
    post|wdr|welt online|west australian|wiadomości tvp|wirtualna polska|wp wiadomości|wprost|wsj|
    xinhuanet|yahoo news|yahoo sport|yahoo sports|yeni şafak|yle|yle uutiset|ynet|ynetnews|yomiuri
    shimbun|ytn|zaobao|zdf|zdfheute|zdnet|zee news|zeit online|zing news|zpravy.idnes.cz|καθημερινή|
    πρώτο θέμα|τα νέα|το βήμα|б92|би-би-си|бнт|бтв|бі-бі-сі|вести.ru|вечерње новости|газета.ru|
    деловой петербург|зеркало недели|коммерсантъ|комсомольская правда|лента.ру|ліга.net|медуза|московский
    комсомолец|независимая газета|нова телевизия|новая газета|новини.live|радио свобода|радіо свобода|риа
    новости|российская газета|ртс|русская служба би-би-си|українська правда|фонтанка.ру|цензор.нет|הארץ|
    וואלה|ישראל היום|כאן חדשות|מעריב|آر تي عربي|الأهرام|الإمارات اليوم|الجزيرة|الجزيرة نت|الشرق الأوسط|
    العربية|العربية.نت|القدس العربي|المصري اليوم|اليوم السابع|ایران اینترنشنال|بي بي سي|بي بي سي عربي|
    بی‌بی‌سی فارسی|خبرآنلاین|دويتشه فيله|دویچه وله فارسی|رادیو فردا|روسيا اليوم|سكاي نيوز عربية|عكاظ|
    فرانس 24|همشهری آنلاین|अमर उजाला|आज तक|जनसत्ता|दैनिक जागरण|दैनिक भास्कर|नवभारत टाइम्स|प्रभात खबर|
    बीबीसी हिंदी|बीबीसी हिन्दी|আনন্দবাজার|আনন্দবাজার পত্রিকা|ইত্তেফাক|কালের কণ্ঠ|ডয়চে ভেলে|প্রথম আলো|
    বিবিসি বাংলা|যুগান্তর|সমকাল|தி இந்து|தினத்தந்தி|தினமணி|பிபிசி தமிழ்|బీబీసీ తెలుగు|ബിബിസി|മനോരമ|
    മാതൃഭൂമി|ข่าวสด|บีบีซีไทย|ประชาไท|ผู้จัดการออนไลน์|มติชน|เดลินิวส์|ไทยรัฐ|ไทยรัฐออนไลน์|サンケイスポーツ|
    スポーツニッポン|スポーツ報知|テレビ朝日|テレビ朝日系|フジテレビ|ロイター|三立新聞網|中国新闻网|中国日报网|中国青年报|中國時報|中央社|中新网|中日新聞|人民日报|人民网|
    光明日报|凤凰网|北海道新聞|南方周末|南方都市报|央视新闻|央视网|德国之声|德國之聲|搜狐新闻|新京报|新华网|新浪新闻|日テレnews|日刊スポーツ|日本テレビ|日本経済新聞|
    日経電子版|明報|星島日報|朝日新聞|朝日新聞デジタル|東京新聞|東方日報|東森新聞|毎日新聞|民視新聞|法广|澎湃新闻|环球时报|环球网|産経ニュース|産経新聞|界面新闻|
    第一财经|紐約時報中文網|纽约时报中文网|网易新闻|美国之音|聯合報|腾讯新闻|自由亚洲电台|自由時報|蘋果日報|西日本新聞|观察者网|読売新聞|読売新聞オンライン|财新网|香港01|
    경향신문|국민일보|노컷뉴스|동아일보|매일경제|머니투데이|서울신문|세계일보|아시아경제|연합뉴스tv|오마이뉴스|이데일리|조선일보|중앙일보|채널a|프레시안|한겨레|
    한겨레신문|한국경제|한국일보|헤럴드경제""")
"""In small letters."""
