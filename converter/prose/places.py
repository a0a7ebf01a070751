"""Places that news is filed from: evidence for a dateline in mixed case or before a colon.

A gazetteer of capitals and large cities, in English and in the language of
the place. It need not be complete: datelines in capitals, with an agency or
with a date are known without it.
"""

from __future__ import annotations

from converter.prose.lines import words

PLACES: frozenset[str] = frozenset(
    """
    abidjan|abu dhabi|abuja|accra|addis ababa|addis abeba|aden|ahmedabad|aleppo|alexandria|alger|algier|algiers|
    allahabad|almaty|amman|amsterdam|ankara|antananarivo|antwerpen|apia|ashgabat|asmara|astana|asuncion|asunción|
    atenas|atene|athen|athens|athènes|atlanta|auckland|augsburg|austin|bagdad|baghdad|baku|baltimore|bamako|
    bangalore|bangkok|bangui|banjul|barcelona|bari|basel|beijing|beirut|belfast|belgrad|belgrade|belgrado|belmopan|
    bengaluru|beograd|bergen|berlin|berlino|berlín|bern|beyrouth|bhopal|bielefeld|bilbao|birmingham|bishkek|bissau|
    bochum|bogota|bogotá|bologna|bonn|bordeaux|boston|brasilia|brasília|bratislava|brazzaville|bremen|brisbane|
    bristol|brno|bruselas|brussels|bruxelas|bruxelles|brüssel|bucarest|bucharest|bucuresti|bucurești|budapest|
    budapeszt|buenos aires|bujumbura|bukarest|cairo|calgary|canberra|cape town|caracas|cardiff|casablanca|
    chandigarh|chartum|chemnitz|chennai|chicago|chisinau|chişinău|ciudad de méxico|ciudad de panamá|cleveland|
    cologne|colombo|conakry|copenhagen|copenhague|cotonou|curitiba|dakar|dallas|damas|damascus|damaskus|
    dar es salaam|darmstadt|davos|delhi|den haag|denver|detroit|dhaka|dili|djibouti|doha|dortmund|dresden|dubai|
    dublin|dublín|duisburg|durban|dushanbe|düsseldorf|edinburgh|edmonton|erbil|erfurt|essen|faisalabad|firenze|
    florence|frankfurt|frankfurt am main|frankfurt/main|freetown|freiburg|gaborone|gaza|gaza city|gaza-stadt|geneva|
    genf|genova|gent|genève|georgetown|glasgow|gothenburg|graz|guadalajara|guatemala city|guayaquil|guwahati|
    göteborg|halle|hamburg|hannover|hanoi|harare|havana|heidelberg|helsinki|ho chi minh city|hong kong|hongkong|
    honiara|houston|hyderabad|ibadan|innsbruck|islamabad|istanbul|izmir|jaipur|jakarta|jena|jerusalem|jerusalén|
    johannesburg|juba|jérusalem|kaboul|kabul|kairo|kampala|kano|karachi|karlsruhe|kassel|kathmandu|khartoum|kiel|
    kiev|kiew|kigali|kingston|kinshasa|klagenfurt|koblenz|kolkata|kopenhagen|krakau|kraków|kuala lumpur|kuwait city|
    kyiv|köln|københavn|la habana|la havane|la paz|lagos|lahore|las vegas|lausanne|leeds|leipzig|libreville|lille|
    lilongwe|lima|linz|lisboa|lisbon|lisbonne|liverpool|ljubljana|lome|lomé|london|londra|londres|los angeles|
    luanda|lucknow|lusaka|luxembourg|luxemburg|lyon|lübeck|madrid|magdeburg|mailand|mainz|malabo|malé|managua|
    manama|manaus|manchester|manila|mannheim|maputo|marseille|maseru|mbabane|medellin|medellín|melbourne|
    mexico city|miami|milan|milano|minneapolis|minsk|mogadishu|monaco|monrovia|monterrey|montevideo|montpellier|
    montreal|montréal|mosca|moscou|moscow|moscú|moskau|moskva|mumbai|munich|muscat|méxico|münchen|münster|n'djamena|
    nagpur|nairobi|nantes|naples|napoli|nassau|neu-delhi|new delhi|new orleans|new york|niamey|nice|nicosia|
    nottingham|nouakchott|nouvelle delhi|nueva delhi|nueva york|nur-sultan|nürnberg|odesa|odessa|oldenburg|osaka|
    oslo|ottawa|ouagadougou|palermo|panama city|paramaribo|parigi|paris|parís|patna|pechino|peking|pekín|perth|
    peshawar|philadelphia|phnom penh|phoenix|pittsburgh|podgorica|port louis|port moresby|port of spain|
    port-au-prince|portland|porto|porto alegre|porto-novo|potsdam|prag|praga|prague|praha|praia|pretoria|prishtina|
    pristina|pune|pyongyang|pékin|quetta|quito|rabat|ramallah|ranchi|rangoon|rawalpindi|recife|regensburg|reykjavik|
    reykjavík|riad|riga|rio de janeiro|riyadh|rom|roma|rome|rosario|rostock|rotterdam|saarbrücken|sacramento|
    salvador|salzburg|san diego|san francisco|san jose|san josé|san juan|san salvador|sana'a|sanaa|santiago|
    santiago de chile|santo domingo|sarajevo|schwerin|seattle|seoul|sevilla|shanghai|sheffield|singapore|singapur|
    skopje|sofia|southampton|srinagar|st. petersburg|stavanger|stockholm|strasbourg|straßburg|stuttgart|surabaya|
    suva|sydney|são paulo|taipeh|taipei|tallinn|tashkent|tbilisi|tegucigalpa|teheran|tehran|tehrán|tel aviv|
    the hague|thessaloniki|thimphu|thiruvananthapuram|tirana|tiranë|tokio|tokyo|torino|toronto|toulouse|trier|
    trieste|tripoli|trondheim|tunis|turin|téhéran|ulaanbaatar|ulm|utrecht|valencia|valletta|vancouver|varanasi|
    varsovie|venezia|venice|vienna|vienne|vientiane|vilnius|warsaw|warschau|warszawa|washington|wellington|wien|
    wiesbaden|windhoek|winnipeg|wolfsburg|würzburg|yangon|yaounde|yaoundé|yerevan|zagreb|zurich|zürich|αθήνα|
    θεσσαλονίκη|λευκωσία|алматы|астана|київ|минск|москва|софия
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Names of places in small letters."""


def is_place(name: str) -> bool:
    """Return whether the name, in any case, is a place of the list."""
    return name.strip().casefold() in PLACES


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
