"""Places that news is filed from: evidence for a dateline in mixed case or before a colon.

A gazetteer of capitals and large cities, in English and in the language of
the place. It need not be complete: datelines in capitals, with an agency or
with a date are known without it.
"""

from __future__ import annotations

PLACES: frozenset[str] = frozenset(
    """
    abidjan|abu dhabi|abuja|accra|addis abeba|addis ababa|aden|ahmedabad|aleppo|alexandria|algier|alger|algiers|allahabad|
    almaty|amman|amsterdam|ankara|antananarivo|antwerpen|apia|ashgabat|asmara|astana|asunción|asuncion|athen|athens|atenas|
    athènes|atene|atlanta|auckland|augsburg|austin|baghdad|bagdad|baku|baltimore|bamako|bangalore|bengaluru|bangkok|bangui|
    banjul|barcelona|bari|basel|beijing|beirut|beyrouth|belfast|belgrad|belgrade|beograd|belgrado|belmopan|bergen|berlin|berlino|berlín|bern|bhopal|
    bielefeld|bilbao|birmingham|bishkek|bissau|bochum|bogota|bogotá|bologna|bonn|bordeaux|boston|brasília|brasilia|bratislava|
    brazzaville|bremen|brisbane|bristol|brno|bruxelles|brussels|brüssel|bruselas|bruxelas|bucharest|bucuresti|bucurești|
    bucarest|bukarest|budapest|budapeszt|buenos aires|bujumbura|cairo|kairo|calgary|canberra|cape town|caracas|cardiff|casablanca|
    chandigarh|chemnitz|chennai|chicago|chişinău|chisinau|cleveland|cologne|colombo|conakry|copenhagen|copenhague|
    cotonou|curitiba|dakar|dallas|damascus|damaskus|damas|dar es salaam|darmstadt|davos|delhi|den haag|denver|detroit|dhaka|dili|djibouti|
    doha|dortmund|dresden|dubai|dublin|dublín|duisburg|durban|dushanbe|düsseldorf|edinburgh|edmonton|erbil|erfurt|essen|
    faisalabad|firenze|florence|frankfurt|frankfurt am main|frankfurt/main|freetown|freiburg|gaborone|gaza|gaza city|gaza-stadt|genf|genève|
    geneva|genova|gent|georgetown|glasgow|göteborg|gothenburg|graz|guadalajara|guatemala city|guayaquil|guwahati|
    halle|hamburg|hanoi|hannover|harare|havana|la habana|la havane|heidelberg|helsinki|ho chi minh city|hong kong|hongkong|honiara|houston|hyderabad|
    ibadan|innsbruck|islamabad|istanbul|izmir|jaipur|jakarta|jena|jerusalem|jérusalem|jerusalén|johannesburg|johannesburg|juba|kabul|kaboul|kampala|kano|karachi|
    karlsruhe|kassel|kathmandu|khartoum|chartum|kiel|kiev|kyiv|kiew|kigali|kingston|kinshasa|klagenfurt|köln|kolkata|københavn|kopenhagen|koblenz|krakau|
    kraków|kuala lumpur|kuwait city|la paz|lagos|lahore|las vegas|lausanne|leeds|leipzig|libreville|lilongwe|lille|lima|linz|
    lisboa|lisbon|lisbonne|liverpool|ljubljana|lomé|lome|london|londres|londra|los angeles|luanda|lübeck|lucknow|lusaka|luxemburg|luxembourg|
    lyon|madrid|magdeburg|mailand|mainz|malabo|malé|managua|manama|manaus|manchester|manila|mannheim|maputo|marseille|maseru|mbabane|
    medellín|medellin|melbourne|mexico city|ciudad de méxico|méxico|miami|milano|milan|minneapolis|minsk|mogadishu|monaco|monrovia|monterrey|montevideo|
    montpellier|montréal|montreal|moscow|moskau|moskva|mosca|moscou|moscú|москва|munich|münchen|münster|muscat|mumbai|nagpur|nairobi|nantes|napoli|naples|nassau|
    n'djamena|new delhi|neu-delhi|nouvelle delhi|nueva delhi|new orleans|new york|nueva york|niamey|nice|nicosia|nottingham|nouakchott|nürnberg|nur-sultan|odessa|odesa|
    oldenburg|oslo|ottawa|ouagadougou|osaka|palermo|panama city|ciudad de panamá|paramaribo|paris|parís|parigi|patna|peking|pekín|pékin|pechino|perth|peshawar|philadelphia|phnom penh|
    phoenix|pittsburgh|podgorica|port louis|port moresby|port-au-prince|port of spain|porto|porto alegre|porto-novo|portland|potsdam|prag|prague|praga|praha|
    praia|pretoria|pristina|prishtina|pune|pyongyang|quetta|quito|rabat|ramallah|ranchi|rangoon|rawalpindi|recife|regensburg|reykjavík|reykjavik|riad|riga|rio de janeiro|
    riyadh|rom|roma|rome|rosario|rostock|rotterdam|saarbrücken|sacramento|salvador|salzburg|san diego|san francisco|san josé|san jose|san juan|san salvador|sanaa|sana'a|
    santiago|santiago de chile|santo domingo|são paulo|sarajevo|schwerin|seattle|seoul|sevilla|shanghai|sheffield|singapore|singapur|skopje|sofia|софия|southampton|
    srinagar|st. petersburg|stavanger|stockholm|straßburg|strasbourg|stuttgart|surabaya|suva|sydney|taipei|taipeh|tallinn|tashkent|tbilisi|tegucigalpa|tehran|teheran|téhéran|tehrán|
    tel aviv|the hague|thessaloniki|thimphu|thiruvananthapuram|tirana|tiranë|tokyo|tokio|torino|toronto|toulouse|trier|trieste|tripoli|trondheim|tunis|turin|ulaanbaatar|
    ulm|utrecht|valencia|valletta|vancouver|varanasi|varsovie|venezia|venice|vienna|vienne|vientiane|vilnius|warschau|warsaw|warszawa|washington|
    wellington|wien|wiesbaden|windhoek|winnipeg|wolfsburg|würzburg|yangon|yaoundé|yaounde|yerevan|zagreb|zürich|zurich|київ|минск|алматы|астана|αθήνα|θεσσαλονίκη|λευκωσία
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Names of places in small letters."""


def is_place(name: str) -> bool:
    """Return whether the name, in any case, is a place of the list."""
    return name.strip().casefold() in PLACES


# How German place names end; `Rat`, `Nein` and other first words of a sentence do not.
_GERMAN_ENDINGS = ["stadt", "städt", "burg", "dorf", "heim", "hausen", "furt", "berg", "bach", "feld", "felde", "kirchen", "kirch", "ingen", "lingen", "ungen", "brück", "brücken", "münde", "rode", "leben", "walde", "hofen", "haven", "hafen", "roda", "stedt", "büttel", "weiler", "scheid", "rath", "born", "broich", "beuren", "loh", "reuth", "brunn", "stein", "wald", "zell", "lohe", "horst", "holm", "büll", "wedel", "kamp"]


def looks_german_place(name: str) -> bool:
    """Return whether the name is a place of the list or ends as German place names do."""
    last = name.split(" ")[-1].split("-")[-1].split("/")[-1]
    return is_place(name) or is_place(last) or (len(last) > 5 and last.lower().endswith(tuple(_GERMAN_ENDINGS)))
