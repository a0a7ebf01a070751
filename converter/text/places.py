"""Places that news is filed from: evidence for a dateline in mixed case or before a colon.

A gazetteer of capitals and large cities, in English and in the language of
the place. It need not be complete: datelines in capitals, with an agency or
with a date are known without it.
"""

from __future__ import annotations

from converter.text.lines import words

PLACES: frozenset[str] = frozenset(
    """
    aalborg|aarhus|abeokuta|aberdeen|abha|abidjan|abu dhabi|abuja|accra|adana|addis ababa|addis abeba|adelaide|aden|
    agartala|agra|ahmedabad|al-khobar|aleppo|alexandria|alger|algier|algiers|alicante|aligarh|allahabad|almaty|amman|
    amravati|amritsar|amsterdam|an giang|andorra la vella|ankara|antalya|antananarivo|antwerpen|apia|aracaju|arequipa|
    arusha|ashgabat|asmara|astana|asuncion|asunción|aswan|atenas|atene|athen|athens|athènes|atlanta|auckland|augsburg|
    aurangabad|austin|ayodhya|bacolod|bafoussam|bagdad|baghdad|baguio|baku|bakı|balikpapan|baltimore|bamako|bamenda|
    banda aceh|bandar seri begawan|bandung|bangalore|bangkok|bangui|banjarmasin|banjul|barcelona|bareilly|bari|
    barranquilla|basel|basra|basseterre|batam|be'er sheva|beersheba|beijing|beirut|belfast|belgrad|belgrade|belgrado|
    belize city|belmopan|belo horizonte|belém|bengaluru|benghazi|benin city|beograd|bergen|berlin|berlino|berlín|bern|
    bethlehem|beyrouth|bhopal|bhubaneswar|bielefeld|bilbao|birmingham|bishkek|bissau|blantyre|bloemfontein|
    bobo-dioulasso|bochum|bodø|bogota|bogotá|bologna|bonn|bordeaux|boston|bouaké|braga|brasilia|brasília|bratislava|
    brazzaville|bremen|bridgetown|brisbane|bristol|brno|brugge|brusel|bruselas|brussel|brussels|bruxelas|bruxelles|
    brüssel|bucarest|bucharest|bucuresti|bucurești|budapest|budapeszt|budapešť|buea|buenos aires|bujumbura|bukarest|
    bukavu|bulawayo|bursa|busan|butuan|bình dương|bình định|bắc giang|bắc ninh|bến tre|cabinda|cagayan de oro|
    cagliari|cairo|calabar|calgary|cali|calicut|campo grande|canberra|cancún|cao bằng|cape town|caracas|cardiff|
    cartagena|casablanca|castries|catania|cayenne|cebu|ceuta|chandigarh|chartum|chemnitz|chengdu|chennai|chiang mai|
    chicago|chiclayo|chihuahua|chisinau|chittagong|chişinău|chongqing|christchurch|ciudad de méxico|ciudad de panamá|
    ciudad del este|ciudad guayana|ciudad juárez|cleveland|cluj-napoca|coimbatore|coimbra|cologne|colombo|comilla|
    conakry|concepción|copenhagen|copenhague|cordoba|cork|cotonou|cuiabá|culiacán|curitiba|cusco|cà mau|córdoba|
    cúcuta|cần thơ|da nang|daegu|dakar|dallas|damas|damascus|damaskus|dammam|dar es salaam|darjeeling|darmstadt|
    darwin|davao|davos|debrecen|dehradun|delhi|den haag|denver|derry|detroit|dhaka|dijon|dili|dimapur|djibouti|dnipro|
    dodoma|doha|dortmund|douala|drammen|dresden|dubai|dublin|dublín|duisburg|dundee|dunedin|durban|dushanbe|
    düsseldorf|edinburgh|edmonton|eindhoven|eldoret|enugu|erbil|erfurt|essen|faisalabad|faridabad|fez|firenze|
    florence|florianópolis|fortaleza|frankfurt|frankfurt am main|frankfurt/main|fredrikstad|freetown|freiburg|
    gaborone|galway|gangtok|garoua|gaza|gaza city|gaza-stadt|gaziantep|gdansk|gdańsk|geneva|genf|genova|gent|genève|
    george town|georgetown|ghaziabad|gia lai|gitega|glasgow|goma|gorakhpur|gothenburg|gqeberha|granada|graz|grenoble|
    groningen|guadalajara|guangzhou|guatemala city|guayaquil|gurgaon|gurugram|guwahati|gwalior|göteborg|gəncə|haifa|
    halifax|halle|hamar|hamburg|hannover|hanoi|harare|hargeisa|haugesund|havana|hebron|heidelberg|helsinki|herat|
    hermosillo|hiroshima|ho chi minh city|hobart|homa bay|homs|hong kong|hongkong|honiara|houston|hradec králové|
    hubballi|huế|hyderabad|hà giang|hà nội|hà tĩnh|hải dương|hải phòng|iași|ibadan|ikeja|ilorin|imphal|incheon|indore|
    innsbruck|inverness|ipoh|iquitos|isfahan|islamabad|istanbul|itanagar|izmir|i̇stanbul|i̇zmir|jabalpur|jaipur|
    jakarta|jalandhar|jammu|jamshedpur|jayapura|jeddah|jena|jerusalem|jerusalén|jhansi|jodhpur|johannesburg|
    johor bahru|joão pessoa|juba|jérusalem|kaboul|kabul|kaduna|kairo|kakamega|kampala|kandahar|kano|kanpur|kaohsiung|
    karachi|karbala|karlsruhe|kassel|kathmandu|katowice|kaunas|kericho|kharkiv|khartoum|khulna|khánh hòa|kiel|kiev|
    kiew|kigali|kingston|kingstown|kinshasa|kirkuk|kisangani|kisumu|kiên giang|klagenfurt|klaipėda|koblenz|kochi|
    kohima|kolhapur|kolkata|kon tum|kopenhagen|korhogo|kota bharu|kota kinabalu|kozhikode|košice|krakau|kraków|
    kristiansand|kuala lumpur|kuala terengganu|kuantan|kuching|kumasi|kupang|kuwait city|kyiv|kyjev|kyoto|köln|
    københavn|la habana|la havane|la paz|la plata|laayoune|lagos|lahore|las vegas|latakia|lausanne|leeds|leicester|
    leipzig|libreville|lille|lillehammer|lilongwe|lima|limerick|linz|lisboa|lisbon|lisbonne|liverpool|liège|ljubljana|
    lobito|lome|lomé|london|londra|londres|londýn|long an|los angeles|luanda|lubango|lublin|lubumbashi|lucknow|
    ludhiana|lusaka|luxembourg|luxemburg|luxor|lviv|lyon|lào cai|lâm đồng|lübeck|lạng sơn|madrid|magdeburg|mahajanga|
    maiduguri|mailand|mainz|makassar|makurdi|malabo|malacca|malaga|malang|malmö|malé|manado|managua|manama|manaus|
    manchester|mandalay|mangaluru|manila|mannheim|maputo|maracaibo|maribor|marrakech|marrakesh|marseille|maseru|
    mashhad|mataram|matola|mbabane|mbarara|mbeya|mbuji-mayi|mecca|medan|medellin|medellín|medina|meerut|melaka|
    melbourne|melilla|mendoza|metz|mexico city|miami|milan|milano|minneapolis|minsk|mogadishu|mombasa|monaco|monrovia|
    monterrey|montevideo|montpellier|montreal|montréal|mosca|moscou|moscow|moscú|moshi|moskau|moskva|mosul|mumbai|
    munich|murcia|muscat|mwanza|mysuru|málaga|méxico|münchen|münster|n'djamena|nablus|nagasaki|nagercoil|nagoya|
    nagpur|nairobi|najaf|nakuru|nam định|namibe|nampula|namur|nanjing|nantes|naples|napoli|narvik|nashik|nassau|
    ndjamena|ndola|nelspruit|neu-delhi|neuquén|new delhi|new orleans|new york|nghệ an|nha trang|niamey|nice|nicosia|
    niš|nottingham|nouakchott|nouvelle delhi|novi sad|nueva delhi|nueva york|nuevo laredo|nur-sultan|nyeri|nzérékoré|
    nürnberg|n’djamena|oaxaca|odense|odesa|odessa|oldenburg|onitsha|oran|osaka|oslo|osogbo|ostrava|ottawa|ouagadougou|
    oviedo|padova|palembang|palermo|panaji|panama city|panamá|pangkalpinang|paramaribo|parigi|paris|parís|patna|paříž|
    pechino|pekanbaru|peking|pekín|penang|perth|peshawar|petaling jaya|philadelphia|philipsburg|phnom penh|phoenix|
    phú thọ|phú yên|pittsburgh|piura|plovdiv|plzeň|podgorica|pointe-noire|polokwane|pontianak|popayán|port blair|
    port elizabeth|port harcourt|port louis|port moresby|port of spain|port said|port-au-prince|portland|porto|
    porto alegre|porto-novo|potsdam|poznań|prag|praga|prague|praha|praia|prayagraj|pretoria|prishtina|pristina|
    puducherry|puebla|pune|putrajaya|pyongyang|pékin|quebec city|quetta|quezon city|quito|québec|quảng bình|quảng nam|
    quảng ngãi|quảng ninh|quảng trị|rabat|raipur|rajkot|rajshahi|ramallah|ranchi|rangoon|rawalpindi|recife|regensburg|
    reims|rennes|reykjavik|reykjavík|riad|riga|rijeka|rio de janeiro|riyadh|rom|roma|rome|rosario|roseau|rostock|
    rotterdam|rīga|saarbrücken|sacramento|saltillo|salvador|salzburg|samarinda|san diego|san francisco|san jose|
    san josé|san juan|san pedro sula|san salvador|sana'a|sanaa|sandnes|santa cruz de la sierra|santa fe|santa marta|
    santarém|santiago|santiago de chile|santo domingo|sapporo|sarajevo|schwerin|seattle|seberang perai|semarang|seoul|
    seremban|sevilla|sfax|shah alam|shanghai|sharjah|sheffield|shenzhen|shillong|shimla|shiraz|siem reap|siliguri|
    singapore|singapur|skopje|sofia|sokoto|southampton|split|srinagar|st. petersburg|stavanger|stockholm|strasbourg|
    strassburg|stuttgart|suez|sumqayıt|surabaya|suva|swansea|sydney|sylhet|szeged|são paulo|sơn la|tabriz|tacloban|
    taichung|tainan|taipeh|taipei|tallinn|tamale|tampere|tangier|tartu|tashkent|tbilisi|tegucigalpa|teheran|tehran|
    tehrán|tel aviv|thanh hóa|thanjavur|the hague|thessaloniki|thimphu|thiruvananthapuram|thái nguyên|thừa thiên huế|
    tianjin|tijuana|timișoara|tirana|tiranë|tiền giang|toamasina|tokio|tokyo|toluca|torino|toronto|torreón|toshkent|
    toulouse|trier|trieste|tripoli|tromsø|trondheim|tucumán|tunis|turin|turku|tuxtla gutiérrez|tây ninh|téhéran|
    ulaanbaatar|ulm|umtata|upington|uppsala|utrecht|vadodara|vaduz|valencia|valletta|valparaíso|vancouver|varanasi|
    varna|varsovie|varšava|vellore|venezia|venice|veracruz|verona|vienna|vienne|vientiane|vijayawada|vilnius|
    visakhapatnam|vídeň|vĩnh phúc|warsaw|warschau|warszawa|washington|wellington|wien|wiesbaden|willemstad|windhoek|
    winnipeg|wolfsburg|wrocław|wuhan|würzburg|yangon|yaounde|yaoundé|yaren|yerevan|yogyakarta|yola|yên bái|zagreb|
    zamboanga|zamboanga city|zanzibar|zaragoza|zaria|ziguinchor|zinder|zurich|zürich|ålesund|ústí nad labem|điện biên|
    đà lạt|đà nẵng|đắk lắk|đồng nai|łódź|αθήνα|βερολίνο|βρυξέλλεσ|ηράκλειο|θεσσαλονίκη|λευκωσία|λονδίνο|ουάσινγκτον|
    πάτρα|παρίσι|алматы|астана|баку|београд|берлин|бишкек|варна|вашингтон|днепр|дніпро|екатеринбург|ереван|казань|
    київ|лондон|львов|львів|минск|москва|нижний новгород|новосибирск|нью-йорк|одеса|одесса|париж|пекин|пловдив|
    санкт-петербург|сарајево|скопје|софия|ташкент|тбилиси|харків|харьков|אילת|אשדוד|אשקלון|באר שבע|ביירות|בית לחם|
    בריסל|ברלין|הרצליה|וושינגטון|חיפה|טבריה|טהרן|ירושלים|לונדון|מוסקבה|ניו יורק|נצרת|נתניה|עזה|עמאן|פריז|צפת|קהיר|
    רמאללה|רמת גן|תל אביב|תל-אביב|أبو ظبي|أبوظبي|أنقرة|إسطنبول|إسلام آباد|اسطنبول|الأمم المتحدة|الإسكندرية|البصرة|
    الجزائر|الخرطوم|الدار البيضاء|الدوحة|الرباط|الرياض|الشارقة|القاهرة|القدس|الكويت|المدينة المنورة|المنامة|الموصل|
    باريس|برلين|بروكسل|بغداد|بكين|بنغازي|بيروت|تهران|تونس|جدة|جنيف|جيبوتي|حلب|دبي|دمشق|رام الله|صنعاء|طرابلس|طهران|
    طوكيو|عدن|عمان|عمّان|غزة|فيينا|كابول|لندن|مراكش|مسقط|مشهد|مقديشو|مكة|موسكو|نواكشوط|نيودلهي|نيويورك|واشنطن
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Names of places as `casefold` has them."""


def is_place(name: str) -> bool:
    """Return whether the name, in any case, is a place of the list."""
    return name.strip().casefold() in PLACES


_REGIONS = words(
    "u.s. u.s.a. usa us u.k. uk uae u.a.e. eeuu ee.uu. england scotland wales northern_ireland ireland france "
    "germany spain portugal italy switzerland austria belgium netherlands luxembourg denmark sweden norway "
    "finland iceland poland ukraine russia belarus czech_republic slovakia hungary romania bulgaria greece turkey "
    "serbia croatia slovenia bosnia albania kosovo north_macedonia montenegro moldova estonia latvia lithuania "
    "cyprus malta georgia armenia azerbaijan kazakhstan uzbekistan israel west_bank occupied_west_bank gaza_strip "
    "gaza palestine lebanon syria iraq iran jordan egypt libya tunisia algeria morocco sudan south_sudan ethiopia "
    "eritrea somalia kenya uganda tanzania rwanda burundi congo nigeria niger chad cameroon ghana senegal gambia "
    "mali burkina_faso ivory_coast liberia sierra_leone guinea zambia zimbabwe malawi mozambique angola namibia "
    "botswana south_africa madagascar saudi_arabia yemen oman qatar kuwait bahrain afghanistan pakistan india "
    "nepal bangladesh sri_lanka myanmar thailand cambodia laos vietnam malaysia singapore indonesia philippines "
    "china taiwan japan south_korea north_korea mongolia australia new_zealand papua_new_guinea fiji canada "
    "mexico guatemala honduras el_salvador nicaragua costa_rica panama cuba haiti dominican_republic jamaica "
    "puerto_rico venezuela colombia ecuador peru bolivia brazil chile argentina uruguay paraguay alemania francia "
    "españa italia suiza bélgica rusia ucrania polonia brasil méxico perú deutschland frankreich spanien italien "
    "schweiz österreich russland polen türkei niederlande belgien alabama alaska arizona arkansas california "
    "colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine "
    "maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire "
    "new_jersey new_mexico north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island "
    "south_carolina south_dakota tennessee texas utah vermont virginia west_virginia wisconsin wyoming ontario "
    "quebec alberta manitoba saskatchewan british_columbia nova_scotia new_brunswick queensland tasmania "
    "andorra antigua_and_barbuda bahamas barbados belize benin bhutan bosnia_and_herzegovina britain brunei burma "
    "cape_verde central_african_republic comoros czechia djibouti dominica dr_congo drc east_timor "
    "equatorial_guinea eswatini gabon greenland grenada guinea-bissau guyana kashmir kiribati kyrgyzstan lesotho "
    "liechtenstein macedonia maldives marshall_islands mauritania mauritius micronesia monaco nauru palau samoa "
    "san_marino seychelles solomon_islands somaliland suriname swaziland tajikistan timor-leste togo tonga "
    "trinidad_and_tobago türkiye turkmenistan tuvalu united_arab_emirates united_kingdom united_states vanuatu "
    "vatican_city western_sahara east_jerusalem crimea chechnya tibet xinjiang hong_kong macau abkhazia kurdistan"
)
PARTS_OF_COUNTRIES = words(
    "north northern south southern east eastern west western central occupied rebel-held government-held upper lower "
    "inner outer northeast northeastern northwest northwestern southeast southeastern southwest southwestern rural "
    "high-latitude near off"
)
"""What stands before a country or region, in small letters: `Salfit, occupied West Bank`."""


def is_region(name: str) -> bool:
    """Return whether the name is a country, or a state of the kind that stands behind a place: `Eastmere, Ohio`."""
    first, blank, rest = name.strip().partition(" ")
    bare = rest if blank and first in PARTS_OF_COUNTRIES else f"{first}{blank}{rest}"
    return "_".join(bare.casefold().removeprefix("the ").split()) in _REGIONS


# How German place names end; `Rat`, `Nein` and other first words of a sentence do not.
_GERMAN_ENDINGS = tuple(
    sorted(
        words(
            "stadt städt burg dorf heim hausen furt berg bach feld felde kirchen kirch ingen lingen ungen "
            "brück brücken münde rode "
            "leben walde hofen haven hafen roda stedt büttel weiler scheid rath born broich beuren loh reuth "
            "brunn stein wald zell "
            "lohe horst holm büll wedel kamp"
        )
    )
)


def looks_german_place(name: str) -> bool:
    """Return whether the name is a place of the list or ends as German place names do."""
    last = name.split(" ")[-1].split("-")[-1].split("/")[-1]
    return is_place(name) or is_place(last) or (len(last) > 5 and last.lower().endswith(_GERMAN_ENDINGS))
