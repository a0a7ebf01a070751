"""Words that stand in capitals in titles and decks and are nobody's name: `Safety First`, `Gute Nachricht`, `Por "
"Fin Libres`.

Right below a headline two words in capitals may be the author or a deck; a deck has such a word. A word that people
are called by as well, such as `King`, `Rose` or `Frei`, is left out.
"""

from __future__ import annotations

from converter.prose.lines import words

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
    # German
    "nachricht nachrichten anfang leben geld zeit arbeit kinder leute menschen jahre neue "
    "neues neuen gute guter gutes großer großes kein keine keiner mehr weniger endlich beruf sicht "
    "unbekannt was jetzt kommt wie warum viel viele alles nichts noch schon wieder aus bis nach ohne gegen zwischen "
    "über unter vor übersetzt foto fotos bild verkehr stau brücke fähre hafen unfall feuer polizei regierung wahl "
    "wahlen niederlage hoffnung angst streit streik hilfe rettung zukunft wirtschaft preise kosten verlag autor text "
    "interview kultur meinung herzen archiv pfeilern "
    # French
    "temps pluie monts vaux choquants autorité portuaire publique jour intégral nouvelle nouveau nouveaux bonne sans "
    "toutatis dossier propos voyage avenir guerre paix argent travail enfants notre votre leur agence traduit "
    # Spanish, Portuguese, Italian, Catalan
    "libres acaso todo alto riesgos íntegro integral integrale muerte buen buena buenos viaje viaggio viagem leyes "
    "tributaria viajes autoridad autoridade autorità portuaria portuária portuale pública público liberi nuovo padre "
    "figlio "
    "noite noche giorno dentro pouco tierra agencia agência agenzia traducción traducido tradução traduzione "
    "traduzido fi rescate nuevo nueva novo mejor peor melhor pior meglio peggio siempre sempre nunca "
    "capitaneria parte "
    # Dutch, the North
    "dik dun weer tot baai eind goede brug uitleg vertaald gammal gamla vana bara farten dagur "
    "stór nyhet nyheter hensyn vejret vei uutinen hyvä suuri päivä päev suur silta satama bron broen hamnen havna "
    "havnen "
    # The East and South East of Europe, the Baltics
    "dobra dobrá dobré dobry wiadomość zpráva správa vijest wielki wielka veliki velika velký veľký dzień fot jó hír "
    "vestea zilei zero didelė diena liela lielā izvor zdroj źródło forrás sursa porti gji "
    "новость новости новина добра добрая хорошая большой большая великий день ден голям неизвестен невідомий мост "
    "закона "
    "гавань порт μέρα κάγκελα λιμανιού νέα "
    # Turkish, Indonesian, Vietnamese, Swahili
    "gün büyük değil haberi köprü liman besar jembatan pelabuhan ngày vui sasa"
)
