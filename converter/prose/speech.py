"""Words of attribution: the verbs that say that somebody speaks, and what ends or never begins a speaker's name.

By language; a text is asked with the words of its own. Order and share of
the patterns stand on the conventions page, "Quotes and attribution".
"""

from __future__ import annotations

from converter.prose.lines import words
from converter.values import Value


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


def _speech(verbs: str, according: str, ends: str, starts: str = "") -> Speech:
    # In the table two-word verbs are written with an underscore.
    return Speech(
        frozenset(verb.replace("_", " ") for verb in verbs.split()),
        frozenset(verb.partition("_")[0] for verb in verbs.split()),
        frozenset(verb.rpartition("_")[2] for verb in verbs.split()),
        tuple(phrase.replace("_", " ") for phrase in according.split()),
        words(ends),
        words(starts),
    )


_SPEECH: dict[str, Speech] = {
    "en": _speech(
        "said says say saying told tells tell telling wrote writes write writing added adds add adding asked "
        "asks ask asking "
        "called calls call calling noted notes note noting explained explains explaining tweeted tweets "
        "posted insisted insists "
        "argued argues stated states stating claimed claims remarked remarks recalled recalls replied "
        "replies responded "
        "warned warns warning announced announces declared declares continued continues concluded concludes "
        "admitted admits "
        "acknowledged acknowledges commented comments observed observes confirmed confirms joked jokes quipped shouted "
        "yelled vowed promised pledged urged suggested suggests predicted maintained stressed stresses "
        "emphasized emphasised "
        "reiterated asserted described describes pointed_out went_on read reads lamented conceded boasted testified "
        "alleged accused complained hailed praised dubbed branded labelled labeled termed thinks thought believes felt "
        "exclaimed mused spoke speaks ordered orders reasoned recounted remembers remembered laughed "
        "muttered whispered cried answered demanded",
        "according_to",
        "in on at after during when while as to that who which about before outside from with following "
        "adding speaking via "
        "late early last this today yesterday monday tuesday wednesday thursday friday saturday sunday "
        "because if since "
        "but and how by through near inside upon earlier later again recently afterwards then however "
        "through over under",
        "in on at after during when while as but and so yet still for from with according asked speaking "
        "meanwhile over under amid among however "
        "later then earlier afterwards by before since because if although though despite following today yesterday "
        "monday tuesday wednesday thursday friday saturday sunday once also instead indeed now recently",
    ),
    "de": _speech(
        "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont meinte meint schrieb schreibt "
        "teilte berichtete berichtet "
        "fügte ergänzte warnte warnt kritisierte kritisiert forderte fordert hieß heißt lobte nannte "
        "bezeichnete sprach "
        "erzählt erzählte findet antwortete behauptete kündigte versicherte resümierte bilanzierte so zitiert räumte",
        "laut nach_angaben_von",
        "in im am an auf bei nach vor zu zum zur gegenüber der dem dass als während mit über aus heute gestern und "
        "montag dienstag mittwoch donnerstag freitag samstag sonntag später dazu weiter nun",
        "in im am an auf bei nach vor zu zum zur als während mit doch aber und auch dazu denn so heute gestern",
    ),
    "fr": _speech(
        "dit déclare explique ajoute affirme assure estime souligne écrit précise raconte confie poursuit "
        "indique rappelle insiste "
        "lance répond regrette résume note juge prévient dénonce annonce témoigne reconnaît commente martèle "
        "a_dit a_déclaré a_expliqué a_ajouté a_affirmé a_assuré a_estimé a_souligné a_écrit a_précisé "
        "a_indiqué a_rappelé a_insisté "
        "a_lancé a_répondu a_annoncé a_confié ont_déclaré ont_indiqué avait_déclaré peut-on_lire déplore "
        "détaille conclut",
        "selon d'après pour",
        "à en dans sur lors après avant que qui ce lundi mardi mercredi jeudi vendredi samedi dimanche au "
        "aux devant auprès via "
        "dans hier avec mais et sous pendant",
        "à en dans sur lors après avant pour mais et selon dès depuis pendant interrogé",
    ),
    "es": _speech(
        "dijo dice dijeron afirmó afirma aseguró asegura explicó explica señaló señala agregó agrega añadió "
        "añade indicó indica "
        "declaró declara manifestó manifiesta sostuvo sostiene expresó expresa escribió apuntó advirtió "
        "advierte comentó comenta contó "
        "cuenta precisó subrayó recordó reconoció insistió respondió concluyó detalló destacó relató "
        "ha_dicho ha_afirmado "
        "ha_asegurado ha_explicado ha_señalado ha_añadido ha_declarado lamentó reiteró puntualizó",
        "según",
        "en a al tras que quien durante ante desde este lunes martes miércoles jueves viernes sábado domingo sobre con "
        "por para y pero hoy ayer cuando después",
        "en a al tras durante ante desde por para pero y según además así",
    ),
    "pt": _speech(
        "disse diz disseram afirmou afirma explicou explica declarou declara acrescentou contou conta "
        "ressaltou destacou comentou "
        "escreveu informou relatou completou lembrou alertou criticou garantiu avaliou apontou defendeu "
        "sublinhou referiu concluiu",
        "segundo",
        "em no na nos nas ao à após que quem durante nesta neste sobre com por para e mas hoje ontem quando aos às",
        "em no na após durante para mas e segundo além",
    ),
    "it": _speech(
        "dice spiega afferma aggiunge dichiara sottolinea scrive racconta commenta conclude ricorda osserva "
        "precisa sostiene "
        "ha_detto ha_spiegato ha_affermato ha_aggiunto ha_dichiarato ha_sottolineato ha_scritto "
        "ha_commentato ha_concluso disse "
        "ha_raccontato ha_ribadito ha_precisato hanno_detto",
        "secondo",
        "a in nel nella dopo che chi durante al ai alla sul sulla con per e ma oggi ieri quando lunedì "
        "martedì mercoledì giovedì venerdì",
        "a in nel nella dopo durante per ma e secondo",
    ),
    "nl": _speech(
        "zegt zei zeiden aldus vertelt vertelde schrijft schreef stelt stelde benadrukt benadrukte voegt "
        "laat vindt reageert "
        "verklaarde verklaart legt meldt waarschuwt",
        "volgens",
        "in op bij na voor tegen dat die tijdens met over aan en maar maandag dinsdag woensdag donderdag "
        "vrijdag zaterdag zondag",
        "in op bij na voor tijdens met maar en volgens",
    ),
    "sv": _speech(
        "säger sade sa skriver skrev berättar berättade menar tycker förklarar förklarade tillägger uppger "
        "konstaterar svarar",
        "enligt",
        "i på vid efter till för om under att som när med och men måndagen tisdagen onsdagen torsdagen fredagen",
        "i på vid efter för under när med men och enligt",
    ),
    "da": _speech(
        "siger sagde skriver skrev fortæller fortalte mener forklarer forklarede tilføjer lyder oplyser udtaler svarer",
        "ifølge",
        "i på ved efter til for om under at som når da med og men mandag tirsdag onsdag torsdag fredag",
        "i på ved efter for under når da med men og ifølge",
    ),
    "no": _speech(
        "sier sa skriver skrev forteller fortalte mener forklarer forklarte understreker legger opplyser "
        "svarer uttaler fastslår",
        "ifølge",
        "i på ved etter til for om under at som når da med og men mandag tirsdag onsdag torsdag fredag",
        "i på ved etter for under når da med men og ifølge",
    ),
    "fi": _speech(
        "sanoo sanoi kertoo kertoi toteaa totesi kirjoittaa kirjoitti arvioi muistuttaa korostaa kommentoi "
        "pohtii vastaa",
        "",
        "että mukaan kun ja mutta joka",
        "",
    ),
    "pl": _speech(
        "powiedział powiedziała powiedzieli mówi mówił mówiła dodał dodała dodaje podkreślił podkreśliła "
        "podkreśla stwierdził stwierdziła "
        "zaznaczył zaznaczyła wyjaśnił wyjaśniła wyjaśnia napisał napisała ocenił oceniła poinformował "
        "poinformowała przyznał przyznała",
        "według zdaniem",
        "w na po przed do że który która podczas i ale o przez we z ze dla",
        "w na po przed podczas ale i jak według",
    ),
    "cs": _speech(
        "řekl řekla řekli říká uvedl uvedla uvádí dodal dodala dodává napsal napsala vysvětlil vysvětlila "
        "prohlásil prohlásila popsal "
        "popsala sdělil sdělila myslí upozornil upozornila tvrdí",
        "podle",
        "v na po před že který která během a ale o pro s se při k do",
        "v na po před během ale a podle",
    ),
    "ru": _speech(
        "сказал сказала сказали заявил заявила заявили говорит отметил отметила отметили сообщил сообщила "
        "сообщили добавил добавила "
        "подчеркнул подчеркнула рассказал рассказала написал написала пояснил пояснила считает уточнил "
        "уточнила объяснил",
        "по_словам",
        "в на после перед что который которая во время и но о об по для с из журналистам",
        "в на после перед во но и по",
    ),
    "uk": _speech(
        "сказав сказала сказали заявив заявила заявили каже зазначив зазначила повідомив повідомила додав "
        "додала підкреслив підкреслила "
        "розповів розповіла написав написала пояснив пояснила вважає",
        "за_словами",
        "в у на після перед що який яка під час і й та але про за для з із",
        "в у на після перед під але і за",
    ),
    "hu": _speech(
        "mondta mondja elmondta közölte nyilatkozta írta hangsúlyozta kijelentette magyarázta fogalmazott vélekedett "
        "idézte válaszolta tette_hozzá jelentette_ki emelte_ki mutatott_rá húzta_alá",
        "szerint",
        "a az hogy aki ami de és majd pénteken szombaton vasárnap hétfőn kedden szerdán csütörtökön",
        "a az és de",
    ),
    "ro": _speech(
        "spus spune declarat declară afirmat afirmă explicat explică adăugat adaugă precizat precizează susține "
        "a_spus a_declarat a_afirmat a_explicat a_adăugat a_precizat a_susținut a_scris a_transmis",
        "potrivit conform",
        "în la pe după că care când pentru și dar luni marți miercuri joi vineri sâmbătă duminică",
        "în la pe după dar și",
    ),
    "bg": _speech(
        "каза казва заяви заявява обясни обяснява посочи добави допълни подчерта отбеляза съобщи написа коментира",
        "според по_думите_на",
        "в на след че който която за и но пред днес вчера",
        "в на след но и",
    ),
    "el": _speech(
        "είπε λέει δήλωσε δηλώνει ανέφερε αναφέρει τόνισε τονίζει πρόσθεσε προσθέτει υπογράμμισε σημείωσε "
        "έγραψε εξήγησε",
        "σύμφωνα_με",
        "στο στη στην σε μετά ότι πως που όταν για και αλλά χθες σήμερα",
        "στο στη στην σε μετά αλλά και",
    ),
    "tr": _speech("dedi diyor söyledi belirtti ifade_etti konuştu kaydetti açıkladı vurguladı diye", "göre", "", ""),
    "id": _speech(
        "kata ujar tutur ucap jelas ungkap tegas katanya ujarnya tuturnya ucapnya jelasnya ungkapnya",
        "menurut",
        "di pada saat kepada dalam dan ketika usai dari senin selasa rabu kamis jumat sabtu minggu yang",
        "di pada saat dalam dan menurut",
    ),
}


def speech_of(lang: str | None) -> Speech:
    """Return the attribution words of the language; English where it has none of its own."""
    return _SPEECH.get((lang or "en").split("-")[0], _SPEECH["en"])
