"""Words that stand in capitals in titles and decks and are nobody's name: `Safety First`, `Gute Nachricht`, `Por "
"Fin Libres`.

Right below a headline two words in capitals may be the author or a deck; a deck has such a word. A word that people
are called by as well, such as `King`, `Rose` or `Frei`, is left out.
"""

from __future__ import annotations

from converter.text.lines import words

NOT_NAMES = words(
    # English
    "safety first never again better than traffic chaos ends ended ending open opened opens reopens reopening closing "
    "closure closed opening messages released written reported missing shot dead unknown trouble ahead off out back up "
    "down over under police death deaths killed kills arrested injured crash attack attacks crisis deals talks vote "
    "votes election elections plan plans budget tax taxes cost costs prices rising growth loss losses wins won lost "
    "big "
    "huge late later latest future past present change changes problem problems questions mystery secret secrets "
    "control energy climate weather heat tourism workers jobs wages strike strikes "
    "students children women people family families victims voters patients doctors teachers officials leaders "
    "government "
    "council congress parliament senate party campaign rights freedom fear fears anger shock relief surprise success "
    "failure progress returns launch start starts begins finish finally always forever once twice together "
    "alone everything nothing something everyone nobody here there yes maybe soon less many few another other both "
    "each every safe ready busy happy sad angry wrong true false public private social global foreign military "
    "political economic financial medical legal electric with from are was were would should could can cannot not "
    "no all than then too very now just only also after before without within into onto against between about above "
    "facts fact partners partner archive archives magazine explained revealed confirmed rejected approved delayed "
    "cancelled canceled warned warning warns says said saying seen coming going being done made making taking getting "
    "rises falls drops hits faces plans calls urges demands seeks fails survives returns remains stops saves "
    "ship boat boats car cars ferries bus buses train trains plane planes truck trucks harbour harbor "
    "rescue survivors investigation inquiry evidence report reports lawsuit charges verdict sentence prison "
    "economy market markets stocks shares trade tariffs inflation industry factory company companies customers "
    "consumers "
    "season league championship tournament finals semifinals playoffs victory defeat coach team teams players fans "
    "agency author picks shortage meeting wanted courtesy caption photograph correction clarification policy "
    "heavy hard troubled rough second final human costly repair repairs damage damaged commuters silver days lessons "
    "insurance cargo vessel maritime toll plaza record crowd line guard transport shipping northern southern eastern "
    "western "
    "whisker halves summer dusk dawn till hourly stop morning evening winners losers supply demand cause effect pros "
    "cons "
    "dates timeline glance matters matter engineers cautious optimistic smooth sailing seas choices crossing stretch "
    "error "
    "structural rush dispute reaction unanswered two three quick terminal authority speed limit inches building words "
    "heights lines "
    # German
    "nachricht nachrichten anfang leben geld zeit arbeit kinder leute menschen jahre neue "
    "neues neuen gute guter gutes großer großes kein keine keiner mehr weniger endlich beruf sicht "
    "unbekannt was jetzt kommt wie warum viel viele alles nichts noch schon wieder aus bis nach ohne gegen zwischen "
    "über unter vor übersetzt foto fotos bild verkehr stau brücke fähre hafen unfall feuer polizei regierung wahl "
    "wahlen niederlage hoffnung angst streit streik hilfe rettung zukunft wirtschaft preise kosten verlag autor text "
    "interview kultur meinung herzen archiv pfeilern "
    "freie lange schwere schwerer schäden teure offene fragen zweite letzte etappe wichtige daten pendler gut themen "
    "unsere unser hinweise zahlen fakten hohe stahl schiff ursache wirkung zurück gegenwind rückenwind licht schatten "
    # French
    "temps pluie monts vaux choquants autorité portuaire publique intégral nouvelle nouveau nouveaux bonne sans "
    "toutatis dossier propos voyage avenir guerre paix argent travail enfants notre votre leur agence traduit "
    "longue attente grand soulagement erreur humaine chiffres clés décret amour nos questions correspondance "
    # Spanish, Portuguese, Italian, Catalan
    "libres acaso todo alto riesgos íntegro integral integrale muerte buen buena buenos viaje viaggio viagem leyes "
    "tributaria viajes autoridad autoridade autorità portuaria portuária portuale pública público liberi nuovo padre "
    "figlio "
    "noite noche giorno dentro pouco tierra agencia agência agenzia traducción traducido tradução traduzione "
    "traduzido fi rescate nuevo nueva novo mejor peor melhor pior meglio peggio siempre sempre nunca "
    "capitaneria parte "
    "larga espera gran alivio tráfico normal error humano datos clave decreto amor unanimidad primera vez todas "
    "partes tubo "
    "lunga attesa sollievo traffico regolare errore umano stato corsa longa alívio erro unanimidade naar fora para "
    # Dutch, the North
    "dik dun weer tot baai eind goede brug uitleg vertaald gammal gamla vana bara farten dagur "
    "stór nyhet nyheter hensyn vejret vei uutinen hyvä suuri päivä päev suur silta satama bron broen hamnen havna "
    "havnen "
    "grote opluchting oog toedoen vader zoon lång väntan norr söder "
    # The East and South East of Europe, the Baltics
    "dobra dobrá dobré dobry wiadomość zpráva správa vijest wielki wielka veliki velika velký veľký dzień fot jó hír "
    "vestea zilei zero didelė diena liela lielā izvor zdroj źródło forrás sursa porti gji "
    "новость новости новина добра добрая хорошая большой большая великий день ден голям неизвестен невідомий мост "
    "закона "
    "гавань порт μέρα κάγκελα λιμανιού νέα "
    "długie czekanie morza nowo otwarty долгое ожидание прогноз мнение винта μεγάλη αναμονή βορρά προς νότο "
    # Turkish, Indonesian, Vietnamese, Swahili
    "gün büyük değil haberi köprü liman besar jembatan pelabuhan ngày vui sasa uzun bekleyiş bülteni tura penantian "
    "panjang keuangan baja beton sebab tanya jawab"
)

ENDINGS = (
    *("tion", "tions", "ness", "istic", "ious", "eous", "ities", "ology", "ung", "ungen", "heit", "keit", "schaft"),
    *("liche", "licher", "liches", "ische", "ischer", "isches", "ción", "ciones", "ção", "ções", "zione", "zioni"),
    *("idad", "idade", "mente", "ость", "ение", "ание"),
)
"""Of words that are made from others, as few names are:"""
SURNAMES = words(
    "fischer tischer young jung leung cheung cheong hartung hornung clemente guinness trinidad caridad "
    "natividad soledad concepción asunción"
)
"""of those that end so."""
TITLES = words(
    "mayor king queen prince princess pope president premier minister captain senator bishop "
    "bürgermeister bürgermeisterin hafenmeister hafenmeisterin frau herr stadt reederei minister ministerin kanzler "
    "maire ministre président présidente alcalde alcaldesa ministro ministra presidente presidenta sindaco sindaca "
    "autarca "
    "burgemeester burmistrz statsminister hamnchefen мэр президент министр губернатор"
)
"""Of whom the story tells; its author has none."""
