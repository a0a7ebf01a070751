"""Places that news is filed from: evidence for a dateline in mixed case or before a colon.

A gazetteer of capitals and large cities, in English and in the language of
the place. It need not be complete: datelines in capitals, with an agency or
with a date are known without it.
"""

from __future__ import annotations

from converter.prose.lines import words

PLACES: frozenset[str] = frozenset(
    """
    İstanbul|İzmir|bakı|toshkent|gəncə|sumqayıt|
    abeokuta|abha|agartala|agra|al-khobar|aligarh|amravati|amritsar|an giang|aracaju|arusha|aurangabad|ayodhya|
    bacolod|bafoussam|baguio|balikpapan|bamenda|banda aceh|bandar seri begawan|banjarmasin|bareilly|basseterre|batam|
    belize city|benin city|bhubaneswar|blantyre|bobo-dioulasso|bodø|bouaké|bridgetown|brusel|budapešť|buea|bukavu|
    butuan|bình dương|bình định|bắc giang|bắc ninh|bến tre|cabinda|cagayan de oro|calabar|calicut|campo grande|
    cao bằng|castries|cayenne|ceuta|chiclayo|chihuahua|ciudad del este|ciudad guayana|ciudad juárez|coimbatore|
    comilla|cuiabá|culiacán|cà mau|cúcuta|cần thơ|darjeeling|dehradun|dimapur|douala|drammen|eldoret|faridabad|
    fredrikstad|gangtok|garoua|george town|ghaziabad|gia lai|gitega|goma|gorakhpur|gqeberha|gurgaon|gurugram|gwalior|
    hamar|hargeisa|haugesund|hermosillo|homa bay|hubballi|huế|hà giang|hà tĩnh|hải dương|hải phòng|ikeja|ilorin|
    imphal|indore|ipoh|iquitos|itanagar|jabalpur|jalandhar|jammu|jamshedpur|jayapura|jhansi|jodhpur|johor bahru|
    joão pessoa|kakamega|kanpur|kaohsiung|karbala|kericho|khánh hòa|kingstown|kirkuk|kisangani|kiên giang|kochi|
    kohima|kolhapur|kon tum|korhogo|kota bharu|kota kinabalu|kozhikode|kristiansand|kuala terengganu|kuantan|kuching|
    kupang|kyjev|laayoune|latakia|lillehammer|lobito|londýn|long an|lubango|lubumbashi|ludhiana|lào cai|lâm đồng|
    lạng sơn|mahajanga|maiduguri|makassar|makurdi|malacca|malang|manado|mangaluru|mataram|matola|mbarara|mbeya|
    mbuji-mayi|meerut|melaka|melilla|moshi|mwanza|mysuru|nagercoil|nakuru|nam định|namibe|nampula|narvik|nashik|
    ndjamena|ndola|nelspruit|neuquén|nghệ an|nha trang|nuevo laredo|nyeri|nzérékoré|n’djamena|onitsha|osogbo|
    palembang|panaji|pangkalpinang|paříž|pekanbaru|petaling jaya|philipsburg|phú thọ|phú yên|piura|pointe-noire|
    polokwane|pontianak|popayán|port blair|prayagraj|puducherry|quezon city|quảng bình|quảng nam|quảng ngãi|
    quảng ninh|quảng trị|raipur|rajkot|rajshahi|roseau|saltillo|samarinda|san pedro sula|sandnes|
    santa cruz de la sierra|santa fe|santa marta|santarém|seberang perai|semarang|seremban|shah alam|shillong|shimla|
    siem reap|siliguri|sokoto|sylhet|sơn la|tacloban|taichung|tainan|tamale|thanh hóa|thanjavur|thái nguyên|
    thừa thiên huế|tiền giang|toamasina|toluca|torreón|tromsø|tucumán|tuxtla gutiérrez|tây ninh|umtata|upington|
    vadodara|vaduz|varšava|vellore|veracruz|vijayawada|visakhapatnam|vídeň|vĩnh phúc|willemstad|yaren|yogyakarta|yola|
    yên bái|zamboanga|zamboanga city|zanzibar|zaria|ziguinchor|zinder|ålesund|điện biên|đà lạt|đà nẵng|đắk lắk|
    đồng nai|
    andorra la vella|antananarivo|brussel|dodoma|hradec králové|hà nội|putrajaya|québec|rīga|ústí nad labem|
    aalborg|aarhus|aberdeen|abidjan|abu dhabi|abuja|accra|adana|addis ababa|addis abeba|adelaide|aden|ahmedabad|aleppo|
    alexandria|alger|algier|algiers|alicante|allahabad|almaty|amman|amsterdam|ankara|antalya|antananarivo|antwerpen|
    apia|arequipa|ashgabat|asmara|astana|asuncion|asunción|aswan|atenas|atene|athen|athens|athènes|atlanta|auckland|
    augsburg|austin|bagdad|baghdad|baku|baltimore|bamako|bandung|bangalore|bangkok|bangui|banjul|barcelona|bari|
    barranquilla|basel|basra|be'er sheva|beersheba|beijing|beirut|belfast|belgrad|belgrade|belgrado|belmopan|
    belo horizonte|belém|bengaluru|benghazi|beograd|bergen|berlin|berlino|berlín|bern|bethlehem|beyrouth|bhopal|
    bielefeld|bilbao|birmingham|bishkek|bissau|bloemfontein|bochum|bogota|bogotá|bologna|bonn|bordeaux|boston|braga|
    brasilia|brasília|bratislava|brazzaville|bremen|brisbane|bristol|brno|brugge|bruselas|brussels|bruxelas|bruxelles|
    brüssel|bucarest|bucharest|bucuresti|bucurești|budapest|budapeszt|buenos aires|bujumbura|bukarest|bulawayo|bursa|
    busan|cagliari|cairo|calgary|cali|canberra|cancún|cape town|caracas|cardiff|cartagena|casablanca|catania|cebu|
    chandigarh|chartum|chemnitz|chengdu|chennai|chiang mai|chicago|chisinau|chittagong|chişinău|chongqing|christchurch|
    ciudad de méxico|ciudad de panamá|cleveland|cluj-napoca|coimbra|cologne|colombo|conakry|concepción|copenhagen|
    copenhague|cordoba|cork|cotonou|curitiba|cusco|córdoba|da nang|daegu|dakar|dallas|damas|damascus|damaskus|dammam|
    dar es salaam|darmstadt|darwin|davao|davos|debrecen|delhi|den haag|denver|derry|detroit|dhaka|dijon|dili|djibouti|
    dnipro|doha|dortmund|dresden|dubai|dublin|dublín|duisburg|dundee|dunedin|durban|dushanbe|düsseldorf|edinburgh|
    edmonton|eindhoven|enugu|erbil|erfurt|essen|faisalabad|fez|firenze|florence|florianópolis|fortaleza|frankfurt|
    frankfurt am main|frankfurt/main|freetown|freiburg|gaborone|galway|gaza|gaza city|gaza-stadt|gaziantep|gdansk|
    gdańsk|geneva|genf|genova|gent|genève|georgetown|glasgow|gothenburg|granada|graz|grenoble|groningen|guadalajara|
    guangzhou|guatemala city|guayaquil|guwahati|göteborg|haifa|halifax|halle|hamburg|hannover|hanoi|harare|havana|
    hebron|heidelberg|helsinki|herat|hiroshima|ho chi minh city|hobart|homs|hong kong|hongkong|honiara|houston|
    hyderabad|iași|ibadan|incheon|innsbruck|inverness|isfahan|islamabad|istanbul|izmir|jaipur|jakarta|jeddah|jena|
    jerusalem|jerusalén|johannesburg|juba|jérusalem|kaboul|kabul|kaduna|kairo|kampala|kandahar|kano|karachi|karlsruhe|
    kassel|kathmandu|katowice|kaunas|kharkiv|khartoum|khulna|kiel|kiev|kiew|kigali|kingston|kinshasa|kisumu|klagenfurt|
    klaipėda|koblenz|kolkata|kopenhagen|košice|krakau|kraków|kuala lumpur|kumasi|kuwait city|kyiv|kyoto|köln|københavn|
    la habana|la havane|la paz|la plata|lagos|lahore|las vegas|lausanne|leeds|leicester|leipzig|libreville|lille|
    lilongwe|lima|limerick|linz|lisboa|lisbon|lisbonne|liverpool|liège|ljubljana|lome|lomé|london|londra|londres|
    los angeles|luanda|lublin|lucknow|lusaka|luxembourg|luxemburg|luxor|lviv|lyon|lübeck|madrid|magdeburg|mailand|mainz|
    malabo|malaga|malmö|malé|managua|manama|manaus|manchester|mandalay|manila|mannheim|maputo|maracaibo|maribor|
    marrakech|marrakesh|marseille|maseru|mashhad|mbabane|mecca|medan|medellin|medellín|medina|melbourne|mendoza|metz|
    mexico city|miami|milan|milano|minneapolis|minsk|mogadishu|mombasa|monaco|monrovia|monterrey|montevideo|montpellier|
    montreal|montréal|mosca|moscou|moscow|moscú|moskau|moskva|mosul|mumbai|munich|murcia|muscat|málaga|méxico|münchen|
    münster|n'djamena|nablus|nagasaki|nagoya|nagpur|nairobi|najaf|namur|nanjing|nantes|naples|napoli|nassau|neu-delhi|
    new delhi|new orleans|new york|niamey|nice|nicosia|niš|nottingham|nouakchott|nouvelle delhi|novi sad|nueva delhi|
    nueva york|nur-sultan|nürnberg|oaxaca|odense|odesa|odessa|oldenburg|oran|osaka|oslo|ostrava|ottawa|ouagadougou|
    oviedo|padova|palermo|panama city|paramaribo|parigi|paris|parís|patna|pechino|peking|pekín|penang|perth|peshawar|
    philadelphia|phnom penh|phoenix|pittsburgh|plovdiv|plzeň|podgorica|port elizabeth|port harcourt|port louis|
    port moresby|port of spain|port said|port-au-prince|portland|porto|porto alegre|porto-novo|potsdam|poznań|prag|
    praga|prague|praha|praia|pretoria|prishtina|pristina|puebla|pune|pyongyang|pékin|quebec city|quetta|quito|rabat|
    ramallah|ranchi|rangoon|rawalpindi|recife|regensburg|reims|rennes|reykjavik|reykjavík|riad|riga|rijeka|
    rio de janeiro|riyadh|rom|roma|rome|rosario|rostock|rotterdam|saarbrücken|sacramento|salvador|salzburg|san diego|
    san francisco|san jose|san josé|san juan|san salvador|sana'a|sanaa|santiago|santiago de chile|santo domingo|sapporo|
    sarajevo|schwerin|seattle|seoul|sevilla|sfax|shanghai|sharjah|sheffield|shenzhen|shiraz|singapore|singapur|skopje|
    sofia|southampton|split|srinagar|st. petersburg|stavanger|stockholm|strasbourg|straßburg|stuttgart|suez|surabaya|
    suva|swansea|sydney|szeged|são paulo|tabriz|taipeh|taipei|tallinn|tampere|tangier|tartu|tashkent|tbilisi|
    tegucigalpa|teheran|tehran|tehrán|tel aviv|the hague|thessaloniki|thimphu|thiruvananthapuram|tianjin|tijuana|
    timișoara|tirana|tiranë|tokio|tokyo|torino|toronto|toulouse|trier|trieste|tripoli|trondheim|tunis|turin|turku|
    téhéran|ulaanbaatar|ulm|uppsala|utrecht|valencia|valletta|valparaíso|vancouver|varanasi|varna|varsovie|venezia|
    venice|verona|vienna|vienne|vientiane|vilnius|warsaw|warschau|warszawa|washington|wellington|wien|wiesbaden|
    windhoek|winnipeg|wolfsburg|wrocław|wuhan|würzburg|yangon|yaounde|yaoundé|yerevan|zagreb|zaragoza|zurich|zürich|
    łódź|αθήνα|βερολίνο|βρυξέλλες|ηράκλειο|θεσσαλονίκη|λευκωσία|λονδίνο|ουάσινγκτον|πάτρα|παρίσι|алматы|астана|баку|
    београд|берлин|бишкек|варна|вашингтон|днепр|дніпро|екатеринбург|ереван|казань|київ|лондон|львов|львів|минск|москва|
    нижний новгород|новосибирск|нью-йорк|одеса|одесса|париж|пекин|пловдив|санкт-петербург|сарајево|скопје|софия|ташкент|
    тбилиси|харків|харьков|אילת|אשדוד|אשקלון|באר שבע|ביירות|בית לחם|בריסל|ברלין|הרצליה|וושינגטון|חיפה|טבריה|טהרן|
    ירושלים|לונדון|מוסקבה|ניו יורק|נצרת|נתניה|עזה|עמאן|פריז|צפת|קהיר|רמאללה|רמת גן|תל אביב|תל-אביב|أبو ظبي|أبوظبي|أنقرة|
    إسطنبول|إسلام آباد|اسطنبول|الأمم المتحدة|الإسكندرية|البصرة|الجزائر|الخرطوم|الدار البيضاء|الدوحة|الرباط|الرياض|
    الشارقة|القاهرة|القدس|الكويت|المدينة المنورة|المنامة|الموصل|باريس|برلين|بروكسل|بغداد|بكين|بنغازي|بيروت|تونس|جدة|
    جنيف|جيبوتي|حلب|دبي|دمشق|رام الله|صنعاء|طرابلس|طهران|طوكيو|عدن|عمان|عمّان|غزة|فيينا|كابول|لندن|مراكش|مسقط|مقديشو|
    تهران|مشهد|مكة|موسكو|نواكشوط|نيودلهي|نيويورك|واشنطن
    """.replace("\n", "")
    .replace("    ", "")
    .casefold()  # A Greek name's last letter has another form.
    .split("|")
)
"""Names of places in small letters."""


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
