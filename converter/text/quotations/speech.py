"""Words of attribution: the verbs that say that somebody speaks, and what ends or never begins a speaker's name.

By language; a text is asked with the words of its own.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.text.lines import words


class Speech(Value):
    """The attribution words of one language."""

    verbs: frozenset[str]
    """In small letters; two words are parted by a blank."""
    openings: frozenset[str]
    """The first word of each verb."""
    stems: frozenset[str] = frozenset()
    """The last word of each verb: `dit` of `a dit`."""
    according: tuple[str, ...] = ()
    """`according to`: the speaker follows."""
    ends: frozenset[str] = frozenset()
    """Words that end a speaker after the verb: `on`, `after`, `that`."""
    starts: frozenset[str] = frozenset()
    """Words that begin a phrase before the speaker: `In a statement, …`."""
    verb_first: bool = False
    """Whether the speaker stands behind the verb as a rule, before a quotation too."""


def _speech(
    verbs: str, according: str, ends: str, starts: str = "", *, verb_first: bool = False
) -> tuple[str, str, str, str, bool]:
    """Return a language's words as they are written here; in verbs and phrases an underscore stands for a blank."""
    return verbs, according, ends, starts, verb_first


_SPEECH: dict[str, tuple[str, str, str, str, bool]] = {
    "en": _speech(
        "said says say saying told tells tell telling wrote writes write writing added adds add adding asked "
        "asks ask asking called calls call calling noted notes note noting explained explains explaining "
        "tweeted tweets posted insisted insists argued argues stated states stating claimed claims remarked "
        "remarks recalled recalls replied replies responded warned warns warning announced announces declared "
        "declares continued continues concluded concludes admitted admits acknowledged acknowledges commented "
        "comments observed observes confirmed confirms joked jokes quipped shouted yelled vowed promised "
        "pledged urged suggested suggests predicted maintained stressed stresses emphasized emphasised "
        "reiterated asserted described describes pointed_out went_on read reads lamented conceded boasted "
        "testified alleged accused complained hailed praised dubbed branded labelled labeled termed thinks "
        "thought believes felt exclaimed mused spoke speaks ordered orders reasoned recounted remembers "
        "remembered laughed muttered whispered cried answered demanded enthused fumed thundered gushed sighed "
        "chuckled reflected opined ventured countered retorted interjected summed_up speculated worried "
        "begged pleaded boomed cautioned advised relayed elaborated clarified underlined underscored reckons "
        "reckoned",
        "according_to",
        "in on at after during when while as to that who which about before outside from with following "
        "adding speaking via late early last this today yesterday monday tuesday wednesday thursday friday "
        "saturday sunday because if since but and how by through near inside upon earlier later again "
        "recently afterwards then however over under",
        "in on at after during when while as but and so yet still for from with according asked speaking last "
        "next even including despite amid unlike besides meanwhile over under among however later then "
        "earlier afterwards by before since because if although though following today yesterday monday "
        "tuesday wednesday thursday friday saturday sunday once also instead indeed now recently",
    ),
    "de": _speech(
        "sagte sagt sagten sagen erklärte erklärten betonte meinte meint schrieb schreibt teilte berichtete "
        "berichtet fügte ergänzte warnte warnt kritisierte forderte fordert hieß heißt lobte nannte "
        "bezeichnete sprach erzählt erzählte findet antwortete behauptete kündigte versicherte resümierte "
        "bilanzierte so zitiert räumte erklärt betont kritisiert freut_sich freute_sich erinnert_sich "
        "erinnerte_sich ärgert_sich ärgerte_sich wundert_sich beschwert_sich zeigte_sich zeigt_sich fragt "
        "fragte klagt klagte mahnt mahnte schimpft rief ruft verspricht versprach urteilte urteilt schwärmt "
        "schwärmte hofft verkündete verkündet bestätigte bestätigt begründete begründet entgegnete erwiderte "
        "verteidigte unterstrich unterstreicht bemerkte bemerkt prophezeit prognostizierte lautet lautete "
        "kommentierte kommentiert bekräftigte bekräftigt wetterte scherzte",
        "laut nach_angaben_von nach_ansicht_von nach_meinung_von",
        "in im am an auf bei nach vor zu zum zur gegenüber der dem dass als während mit über aus heute "
        "gestern und montag dienstag mittwoch donnerstag freitag samstag sonntag später dazu weiter nun dann "
        "auch jedoch daraufhin dabei ist sind war waren hat haben hatte wird werden wurde sei seien habe soll "
        "sollen kann können muss müssen wissen",
        "in im am an auf bei nach vor zu zum zur als während mit doch aber und auch dazu denn so heute gestern",
    ),
    "fr": _speech(
        "dit déclare explique ajoute affirme assure estime souligne écrit précise raconte confie poursuit "
        "indique rappelle insiste lance répond regrette résume note juge prévient dénonce annonce témoigne "
        "reconnaît commente martèle a_dit a_déclaré a_expliqué a_ajouté a_affirmé a_assuré a_estimé "
        "a_souligné a_écrit a_précisé a_indiqué a_rappelé a_insisté a_lancé a_répondu a_annoncé a_confié "
        "ont_déclaré ont_indiqué avait_déclaré peut-on_lire déplore détaille conclut s'indigne s'insurge "
        "s'inquiète s'interroge s'étonne s'exclame s'emporte s'agace s'amuse s'alarme s'enthousiasme "
        "se_félicite se_réjouit se_défend se_souvient se_désole se_plaint s'est_réjouie s'est_réjoui "
        "s'est_félicité s'est_félicitée s'est_indigné s'est_indignée s'est_défendu s'est_défendue "
        "s'est_insurgé s'est_inquiété s'est_inquiétée s'est_exclamé s'est_interrogé ironise observe plaide "
        "argumente garantit alerte fustige rétorque réplique constate soutient abonde tempère relativise "
        "renchérit tonne soupire sourit a_dénoncé a_regretté a_reconnu a_confirmé a_promis a_prévenu "
        "a_martelé a_poursuivi a_conclu a_commenté a_fustigé a_plaidé a_demandé a_salué a_tweeté a_réagi "
        "a_fait_savoir ont_affirmé ont_expliqué ont_dit ont_ajouté avait_dit avait_affirmé avait_expliqué "
        "avait_indiqué",
        "selon d'après pour",
        "à en dans sur lors après avant que qui ce lundi mardi mercredi jeudi vendredi samedi dimanche au aux "
        "devant auprès via hier avec mais et sous pendant",
        "à en dans sur lors après avant pour mais et selon dès depuis pendant interrogé",
    ),
    "es": _speech(
        "dijo dice dijeron afirmó afirma aseguró asegura explicó explica señaló señala agregó agrega añadió "
        "añade indicó indica declaró declara manifestó manifiesta sostuvo sostiene expresó expresa escribió "
        "apuntó advirtió advierte comentó comenta contó cuenta precisó subrayó recordó reconoció insistió "
        "respondió concluyó detalló destacó relató ha_dicho ha_afirmado ha_asegurado ha_explicado ha_señalado "
        "ha_añadido ha_declarado lamentó reiteró puntualizó recuerda resumió resume zanjó sentenció exclamó "
        "preguntó pregunta denunció denuncia alertó alerta criticó critica celebró se_quejó se_lamentó "
        "se_preguntó se_defendió confesó confiesa relata narra describió opinó opina consideró considera "
        "argumentó confirmó confirma informó informa anunció anuncia aclaró aclara admitió admite enfatizó "
        "remarcó planteó replicó contestó refirió refiere mencionó cuestionó sugirió detalla destaca subraya "
        "apunta insiste responde asevera aseveró dijeron_ser ha_apuntado ha_insistido ha_recordado "
        "ha_subrayado ha_lamentado ha_reconocido ha_advertido ha_indicado ha_manifestado ha_sostenido "
        "ha_destacado ha_concluido ha_comentado ha_escrito han_dicho han_explicado",
        "según de_acuerdo_con en_palabras_de a_juicio_de",
        "en a al tras que quien durante ante desde este lunes martes miércoles jueves viernes sábado domingo "
        "sobre con por para y pero hoy ayer cuando después",
        "en a al tras durante ante desde por para pero y según además así",
    ),
    "pt": _speech(
        "disse diz disseram afirmou afirma explicou explica declarou declara acrescentou contou conta "
        "ressaltou destacou comentou escreveu informou relatou completou lembrou alertou criticou garantiu "
        "avaliou apontou defendeu sublinhou referiu concluiu lamentou reforçou lamenta reforça alerta critica "
        "ressalta destaca comenta relata escreve defende garante aponta avalia completa conclui acrescenta "
        "sublinha refere considera considerou adiantou indicou notou vincou frisou salientou assinalou "
        "recordou observou reconheceu admitiu admite revelou questionou perguntou respondeu exclamou "
        "desabafou brincou argumentou denunciou denuncia prometeu anunciou orientou pontuou enfatizou "
        "detalhou justificou assegurou esclareceu advertiu opinou confirmou declararam afirmaram explicaram",
        "segundo de_acordo_com nas_palavras_de",
        "em no na nos nas ao à após que quem durante nesta neste sobre com por para e mas hoje ontem quando aos às",
        "em no na após durante para mas e segundo além",
    ),
    "it": _speech(
        "dice spiega afferma aggiunge dichiara sottolinea scrive racconta commenta conclude ricorda osserva "
        "precisa sostiene ha_detto ha_spiegato ha_affermato ha_aggiunto ha_dichiarato ha_sottolineato "
        "ha_scritto ha_commentato ha_concluso disse ha_raccontato ha_ribadito ha_precisato hanno_detto "
        "denuncia attacca accusa avverte assicura replica ribadisce rivela ammette chiede domanda risponde "
        "insiste annuncia conferma confessa si_sfoga si_difende si_chiede chiosa rincara evidenzia rimarca "
        "puntualizza lamenta esclama ironizza riferisce ricostruisce aggiunse spiegò rispose dichiarò affermò "
        "ha_denunciato ha_avvertito ha_assicurato ha_replicato ha_risposto ha_ricordato ha_osservato "
        "ha_evidenziato ha_rimarcato ha_sostenuto ha_annunciato ha_rivelato ha_ammesso ha_confermato "
        "ha_chiesto ha_attaccato ha_proseguito ha_continuato ha_chiosato hanno_spiegato hanno_dichiarato "
        "aveva_detto aveva_dichiarato",
        "secondo stando_a",
        "a in nel nella dopo che chi durante al ai alla sul sulla con per e ma oggi ieri quando lunedì "
        "martedì mercoledì giovedì venerdì",
        "a in nel nella dopo durante per ma e secondo",
    ),
    "nl": _speech(
        "zegt zei zeiden aldus vertelt vertelde schrijft schreef stelt stelde benadrukt benadrukte voegt laat "
        "vindt reageert verklaarde verklaart legt meldt waarschuwt waarschuwde noemt noemde noemden reageerde "
        "liet vond meent meende antwoordt antwoordde vraagt vroeg roept riep klaagt klaagde hoopt denkt dacht "
        "erkent erkende bevestigt bevestigde concludeert concludeerde herhaalde herinnert lacht verzucht "
        "vervolgt legde voegde twitterde",
        "volgens",
        "in op bij na voor tegen dat die tijdens met over aan en maar maandag dinsdag woensdag donderdag "
        "vrijdag zaterdag zondag weten uit toe is zijn was waren heeft hebben had wordt worden moet kan zou "
        "zal",
        "in op bij na voor tijdens met maar en volgens",
    ),
    "sv": _speech(
        "säger sade sa skriver skrev berättar berättade menar tycker förklarar förklarade tillägger uppger "
        "konstaterar svarar svarade konstaterade betonar betonade anser ansåg hävdar hävdade varnar varnade "
        "kommenterar kommenterade frågar frågade uppgav tillade twittrar hoppas understryker utropade",
        "enligt",
        "i på vid efter till för om under att som när med och men måndagen tisdagen onsdagen torsdagen fredagen",
        "i på vid efter för under när med men och enligt",
    ),
    "da": _speech(
        "siger sagde skriver skrev fortæller fortalte mener forklarer forklarede tilføjer lyder oplyser "
        "udtaler svarer svarede understreger understregede oplyste udtalte tilføjede vurderer advarer "
        "konstaterer konstaterede spørger håber påpeger fastslår kommenterer meddeler",
        "ifølge",
        "i på ved efter til for om under at som når da med og men mandag tirsdag onsdag torsdag fredag",
        "i på ved efter for under når da med men og ifølge",
    ),
    "no": _speech(
        "sier sa skriver skrev forteller fortalte mener forklarer forklarte understreker legger opplyser "
        "svarer uttaler fastslår svarte uttalte fastslo opplyste tilføyer advarer mente spør håper påpeker "
        "konstaterer kommenterer hevder meddeler melder tvitrer utbryter",
        "ifølge",
        "i på ved etter til for om under at som når da med og men mandag tirsdag onsdag torsdag fredag",
        "i på ved etter for under når da med men og ifølge",
    ),
    "fi": _speech(
        "sanoo sanoi kertoo kertoi toteaa totesi kirjoittaa kirjoitti arvioi muistuttaa korostaa kommentoi "
        "pohtii vastaa vastasi selittää selitti korosti muistutti lisää lisäsi huomauttaa huomautti kysyy "
        "kysyi kuvailee kuvaili vakuuttaa vakuutti ihmettelee ihmetteli tviittasi uskoo painottaa painotti "
        "tiivistää",
        "",
        "että mukaan kun ja mutta joka",
        "",
    ),
    "pl": _speech(
        "powiedział powiedziała powiedzieli mówi mówił mówiła dodał dodała dodaje podkreślił podkreśliła "
        "podkreśla stwierdził stwierdziła zaznaczył zaznaczyła wyjaśnił wyjaśniła wyjaśnia napisał napisała "
        "ocenił oceniła poinformował poinformowała przyznał przyznała twierdzi uważa ocenia pisze zaznacza "
        "stwierdza tłumaczy tłumaczył tłumaczyła przekonuje przekonywał przekonywała zapewnia zapewnił "
        "zapewniła apeluje apelował zapowiedział zapowiedziała przekazał przekazała informuje wskazał "
        "wskazała wskazuje opowiada relacjonuje komentuje skomentował skomentowała odpowiedział odpowiedziała "
        "pyta pytał żartuje wspomina przypomina przypomniał podsumował podsumowała oświadczył oświadczyła "
        "zauważył zauważyła zauważa napisali mówią",
        "według zdaniem jak_twierdzi",
        "w na po przed do że który która podczas i ale o przez we z ze dla",
        "w na po przed podczas ale i jak według",
    ),
    "cs": _speech(
        "řekl řekla řekli říká uvedl uvedla uvádí dodal dodala dodává napsal napsala vysvětlil vysvětlila "
        "prohlásil prohlásila popsal popsala sdělil sdělila myslí upozornil upozornila tvrdí míní vysvětluje "
        "podotkl podotkla zdůraznil zdůraznila konstatoval konstatovala oznámil oznámila připomněl připomněla "
        "doplnil doplnila poznamenal poznamenala odpověděl odpověděla zeptal zeptala píše vzkázal vzkázala "
        "popisuje upřesnil upřesnila informoval informovala ocenil ocenila kritizoval kritizovala domnívá "
        "okomentoval",
        "podle",
        "je jsou byl byla bylo není má v na po před že který která během a ale o pro s se při k do",
        "v na po před během ale a podle",
    ),
    "ru": _speech(
        "сказал сказала сказали заявил заявила заявили говорит отметил отметила отметили сообщил сообщила "
        "сообщили добавил добавила подчеркнул подчеркнула рассказал рассказала написал написала пояснил "
        "пояснила считает уточнил уточнила объяснил объяснила говорил говорила говорят поясняет отмечает "
        "подчёркивает подчеркивает рассказывает рассказали пишет утверждает утверждал полагает напомнил "
        "напомнила признался призналась признал признала предупредил предупредила ответил ответила спросил "
        "спросила констатировал констатировала резюмировал резюмировала заключил заключила прокомментировал "
        "прокомментировала указал указала воскликнул воскликнула вспоминает вспомнил вспомнила обещал "
        "пообещал пообещала заверил заверила цитирует передаёт передает комментирует поделился поделилась "
        "посетовал возмутился возмутилась удивился предположил предположила заметил заметила поблагодарил "
        "выразил передал",
        "по_словам по_мнению как_сказал",
        "в на после перед что который которая во время и но о об по для с из журналистам",
        "в на после перед во но и по",
    ),
    "uk": _speech(
        "сказав сказала сказали заявив заявила заявили каже зазначив зазначила повідомив повідомила додав "
        "додала підкреслив підкреслила розповів розповіла написав написала пояснив пояснила вважає говорить "
        "розповідає пише наголосив наголосила зауважив зауважила відзначив відзначила уточнив уточнила "
        "відповів відповіла запитав нагадав нагадала визнав визнала попередив попередила стверджує заявляє "
        "резюмував резюмувала підсумував прокоментував прокоментувала запевнив запевнила згадує зазначає "
        "пояснює",
        "за_словами на_думку",
        "в у на після перед що який яка під час і й та але про за для з із",
        "в у на після перед під але і за",
    ),
    "hu": _speech(
        "mondta mondja elmondta közölte nyilatkozta írta hangsúlyozta kijelentette magyarázta fogalmazott "
        "vélekedett idézte válaszolta tette_hozzá jelentette_ki emelte_ki mutatott_rá húzta_alá fogalmazta "
        "mondták írják közölték ismertette részletezte vélte kérdezte kiáltotta ígérte figyelmeztetett "
        "emlékeztetett",
        "szerint",
        "a az hogy aki ami de és majd pénteken szombaton vasárnap hétfőn kedden szerdán csütörtökön",
        "a az és de",
    ),
    "ro": _speech(
        "spus spune declarat declară afirmat afirmă explicat explică adăugat adaugă precizat precizează "
        "susține a_spus a_declarat a_afirmat a_explicat a_adăugat a_precizat a_susținut a_scris a_transmis "
        "a_menționat a_anunțat a_subliniat a_comentat a_răspuns a_întrebat a_povestit a_completat a_conchis "
        "a_punctat a_reamintit a_mai_spus a_mai_declarat a_mai_precizat scrie povestește consideră crede "
        "arată transmite spun au_declarat au_spus au_transmis au_anunțat",
        "potrivit conform",
        "în la pe după că care când pentru și dar luni marți miercuri joi vineri sâmbătă duminică",
        "în la pe după dar și",
    ),
    "bg": _speech(
        "каза казва заяви заявява обясни обяснява посочи добави допълни подчерта отбеляза съобщи написа "
        "коментира разказа обяви увери попита отговори припомни смята твърди казват добавя подчертава "
        "отбелязва посочва",
        "според по_думите_на",
        "в на след че който която за и но пред днес вчера",
        "в на след но и",
    ),
    "el": _speech(
        "είπε λέει δήλωσε δηλώνει ανέφερε αναφέρει τόνισε τονίζει πρόσθεσε προσθέτει υπογράμμισε σημείωσε "
        "έγραψε εξήγησε επισήμανε σχολίασε απάντησε υποστήριξε υποστηρίζει υποστήριξαν είπαν ρώτησε κατέληξε "
        "γράφει εξηγεί επισημαίνει συμπλήρωσε διευκρίνισε κατήγγειλε",
        "σύμφωνα_με",
        "στο στη στην σε μετά ότι πως που όταν για και αλλά χθες σήμερα",
        "στο στη στην σε μετά αλλά και",
    ),
    "tr": _speech(
        "dedi diyor söyledi belirtti ifade_etti konuştu kaydetti açıkladı vurguladı diye diyen "
        "ifadelerini_kullandı ifadesini_kullandı ifadelerine_yer_verdi değerlendirmesinde_bulundu "
        "şeklinde_konuştu diye_konuştu dediler anlattı yazdı sordu ekledi savundu dile_getirdi",
        "göre",
        "",
        "",
    ),
    "id": _speech(
        "kata ujar tutur ucap jelas ungkap tegas katanya ujarnya tuturnya ucapnya jelasnya ungkapnya imbuh "
        "imbuhnya tegasnya papar paparnya terang terangnya sebut tambah tambahnya mengatakan menyatakan "
        "menjelaskan menegaskan menambahkan mengungkapkan menuturkan berkata menyebut menulis",
        "menurut",
        "di pada saat kepada dalam dan ketika usai dari senin selasa rabu kamis jumat sabtu minggu yang",
        "di pada saat dalam dan menurut",
    ),
    "sk": _speech(
        "povedal povedala povedali hovorí uviedol uviedla uvádza dodal dodala dodáva napísal napísala "
        "vysvetlil vysvetlila vyhlásil vyhlásila upozornil upozornila tvrdí myslí zdôraznil zdôraznila "
        "skonštatoval skonštatovala poznamenal poznamenala odpovedal odpovedala oznámil oznámila priblížil "
        "priblížila konštatuje informoval informovala doplnil doplnila pripomenul pripomenula reagoval "
        "reagovala",
        "podľa",
        "v na po pred že ktorý ktorá počas a ale o pre s so pri k do je sú bol bola",
        "v na po pred počas ale a podľa",
    ),
    "hr": _speech(
        "rekao_je rekla_je rekli_su kazao_je kazala_je dodao_je dodala_je istaknuo_je istaknula_je izjavio_je "
        "izjavila_je naglasio_je naglasila_je poručio_je poručila_je napisao_je napisala_je objasnio_je "
        "objasnila_je zaključio_je zaključila_je upozorio_je upozorila_je smatra tvrdi kaže kažu ističe "
        "dodaje navodi poručuje pojašnjava objašnjava naglašava je_rekao je_rekla je_kazao je_kazala je_dodao "
        "je_dodala je_izjavio je_izjavila je_istaknuo je_poručio je_naglasio rekao rekla kazao kazala "
        "naveo_je navela_je priča piše",
        "prema_riječima po_riječima prema_rečima po_rečima",
        "u na po pred da koji koja tijekom tokom i ali o za s sa kod do danas jučer je su povodom nakon posle",
        "u na po nakon ali i prema",
    ),
    "sr": _speech(
        "рекао_је рекла_је рекли_су казао_је казала_је додао_је додала_је истакао_је истакла_је изјавио_је "
        "изјавила_је нагласио_је нагласила_је поручио_је поручила_је написао_је написала_је објаснио_је "
        "објаснила_је навео_је навела_је сматра тврди каже кажу истиче додаје наводи је_рекао је_рекла "
        "је_изјавио је_изјавила rekao_je rekla_je kazao_je kazala_je dodao_je dodala_je istakao_je istakla_je "
        "izjavio_je izjavila_je naglasio_je poručio_je napisao_je objasnio_je naveo_je navela_je smatra tvrdi "
        "kaže kažu ističe dodaje navodi",
        "према_речима по_речима prema_rečima po_rečima",
        "у на по пред да који која током и али о за с са код до данас јуче је су поводом после u na po pred "
        "da koji koja tokom i ali o za s sa kod do danas juče je su povodom posle",
        "у на по после али и према u na po posle ali i prema",
    ),
    "mk": _speech(
        "рече вели изјави додаде истакна нагласи објасни напиша посочи порача смета тврди кажа соопшти",
        "според",
        "во на по пред дека кој која и но за со од до денеска вчера",
        "во на по но и според",
    ),
    "sl": _speech(
        "je_povedal je_povedala je_dejal je_dejala je_dodal je_dodala je_pojasnil je_pojasnila je_poudaril "
        "je_poudarila je_zapisal je_zapisala je_izjavil je_izjavila je_opozoril je_opozorila je_sporočil "
        "je_sporočila pravi dodaja pojasnjuje meni opozarja poudarja trdi piše povedal_je povedala_je",
        "po_besedah",
        "v na po pred da ki med in a o za s z pri do danes včeraj je so",
        "v na po pred med a in",
    ),
    "ca": _speech(
        "diu deia explica afirma assegura afegeix assenyala recorda lamenta denuncia apunta subratlla conclou "
        "ha_dit ha_explicat ha_afirmat ha_assegurat ha_afegit ha_assenyalat ha_recordat ha_lamentat "
        "ha_denunciat ha_declarat ha_remarcat ha_insistit ha_apuntat ha_subratllat va_dir va_explicar "
        "va_afirmar va_assegurar va_afegir va_recordar va_lamentar va_declarar va_assenyalar han_dit "
        "han_explicat",
        "segons d'acord_amb",
        "a en al durant després que qui per amb i però sobre davant avui ahir quan dilluns dimarts dimecres "
        "dijous divendres dissabte diumenge",
        "a en al durant després per i però segons",
    ),
    "gl": _speech(
        "dixo di afirmou asegurou explicou sinalou engadiu indicou declarou manifestou lamentou denunciou "
        "lembrou subliñou destacou",
        "segundo",
        "en no na ao á tras que quen durante sobre con por para e mais hoxe onte cando",
        "en no na tras durante para e segundo",
    ),
    "lt": _speech(
        "sakė sako teigė teigia pridūrė pažymėjo pabrėžė aiškino aiškina kalbėjo pasakojo pasakoja rašė rašo "
        "komentavo tvirtino tvirtina nurodė atsakė sakoma",
        "pasak anot",
        "kad kuris kuri per po prieš ir bet apie su iš į",
        "per po bet ir",
    ),
    "lv": _speech(
        "sacīja saka teica teic uzsvēra piebilda norādīja norāda skaidroja skaidro pauda paziņoja atzina "
        "stāstīja stāsta rakstīja raksta apgalvoja atbildēja",
        "pēc",
        "ka kas kurš kura pēc pirms un bet par ar no uz",
        "pēc pirms bet un",
    ),
    "et": _speech(
        "ütles ütleb ütlesid lisas lisab märkis selgitas selgitab rääkis räägib kirjutas kirjutab "
        "kommenteeris rõhutas rõhutab tõdes nentis sõnas leiab vastas kinnitas väitis",
        "",
        "et kes mis kui pärast enne ja aga",
        "",
    ),
    "is": _speech(
        "sagði segir sögðu bætti bætir skrifaði skrifar sagt útskýrði svaraði spurði",
        "að_sögn samkvæmt",
        "í á við eftir til um að sem þegar með og en",
        "í á eftir en og",
    ),
    "sq": _speech(
        "tha thotë thanë deklaroi shtoi theksoi shkroi shpjegoi u_shpreh pohoi njoftoi",
        "sipas",
        "në për pas që dhe por me nga gjatë sot dje",
        "në pas dhe por sipas",
    ),
    "eu": _speech(
        "esan_du adierazi_du azaldu_du gaineratu_du nabarmendu_du dio esan_zuen",
        "",
        "eta baina",
        "",
    ),
    "vi": _speech(
        "nói cho_biết khẳng_định chia_sẻ nhấn_mạnh phát_biểu cho_rằng kể viết trả_lời bày_tỏ nhận_định cho_hay",
        "theo",
        "trong tại với rằng khi và nhưng về sau ngày",
        "trong tại khi sau ngày",
    ),
    "sw": _speech(
        "alisema anasema amesema walisema aliongeza ameongeza alieleza ameeleza aliandika ameandika alidai amedai",
        "kwa_mujibu_wa",
        "katika baada kuwa kwamba na wakati kwa",
        "katika baada na wakati",
    ),
    "ar": _speech(
        "قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت صرح صرحت وصرح أوضح أوضحت وأوضح "
        "وأوضحت ذكر ذكرت وذكر أعلن أعلنت وأعلن كتب كتبت وكتب تابع تابعت وتابع وتابعت أشار أشارت وأشار اعتبر "
        "اعتبرت واعتبر يقول تقول ويقول وتقول شدد شددت وشدد فيما_قال كما_قال",
        "بحسب وبحسب حسب وفق",
        "إن أن إنه إنها أنه أنها في خلال على من عن مع بعد قبل إلى لوكالة للصحفيين لصحيفة اليوم أمس يوم عبر بأن بأنه",
        "في خلال بعد قبل كما",
        verb_first=True,
    ),
    "fa": _speech(
        "گفت گفته_است افزود اظهار_کرد اظهار_داشت تاکید_کرد تأکید_کرد نوشت اعلام_کرد بیان_کرد تصریح_کرد می‌گوید گفته",
        "به_گفته",
        "در که و با به از برای امروز دیروز",
        "در با و به",
    ),
    "ur": _speech(
        "نے_کہا نے_بتایا نے_لکھا کا_کہنا_تھا کا_کہنا_ہے نے_مزید_کہا",
        "",
        "کہ",
        "",
    ),
    "he": _speech(
        "אמר אמרה אמרו אומר אומרת אומרים הוסיף הוסיפה מסר מסרה נמסר הסביר הסבירה כתב כתבה הדגיש הדגישה ציין "
        "ציינה הבהיר הבהירה טען טענה סיפר סיפרה מספר מספרת השיב השיבה הגיב הגיבה הודיע הודיעה סיכם סיכמה",
        "לדברי לפי",
        "ב כי של על את עם היום אתמול לאחר אחרי לפני בשיחה בראיון במהלך הבוקר הערב ואמר ש",
        "לאחר אחרי לפני במהלך היום אתמול",
    ),
    "hi": _speech(
        "ने_कहा ने_बताया ने_लिखा ने_पूछा ने_जोड़ा ने_आरोप कहते_हैं कहती_हैं का_कहना",
        "",
        "कि",
        "",
    ),
    "mr": _speech(
        "म्हणाले म्हणाली म्हणाल्या म्हणाला सांगितले यांनी_सांगितले यांनी_म्हटले",
        "",
        "की",
        "",
    ),
    "bn": _speech(
        "বলেন বলেছেন জানান জানিয়েছেন বললেন",
        "",
        "যে",
        "",
    ),
}


_SAME_WORDS = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "be": "ru", "ms": "id", "af": "nl"}
_made: dict[str, Speech] = {}


def speech_of(lang: str | None) -> Speech:
    """Return the attribution words of the language; English where it has none of its own."""
    code = (lang or "en").split("-")[0].lower()
    if code not in _SPEECH:
        code = _SAME_WORDS.get(code, "en")
    if code not in _made:
        verbs, according, ends, starts, verb_first = _SPEECH[code]
        _made[code] = Speech(
            frozenset(verb.replace("_", " ") for verb in verbs.split()),
            frozenset(verb.partition("_")[0] for verb in verbs.split()),
            frozenset(verb.rpartition("_")[2] for verb in verbs.split()),
            tuple(phrase.replace("_", " ") for phrase in according.split()),
            words(ends),
            words(starts),
            verb_first,
        )
    return _made[code]
