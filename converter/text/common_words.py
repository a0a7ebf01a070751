"""The commonest words of the languages that news is written in: evidence for language and charset.

Function words, in lower case. A word may stand in several languages; what
decides is how many of a language's words a text has, not one of them.
Chosen by us from general knowledge of the languages; `tests/plaintext`
holds them to real sentences.
"""

from __future__ import annotations

COMMON_WORDS: dict[str, str] = {
    # ── Latin script ──
    "en": "the of and to in a is that for it on was with as he be by at this had are but from they which not have an "
    "his were has she her said who will would been their there we you its after more about up out when one no so what "
    "i can if or my than into them some could all do did says over two new",
    "de": "der die das und in zu den von mit nicht ist ein eine im dem des auf für sich auch es an als er hat sie "
    "nach wird bei einer um am sind noch wie einem aus aber so vor durch wurde über zum zur war nur haben werden "
    "einen dass bis mehr ich wir oder man kann schon sagte gegen sei",
    "fr": "le la les de des et en un une du est pour que dans qui sur au pas par plus il ne se avec ce ont sont aux "
    "cette mais elle ses été son comme être ou deux nous sa selon après leur leurs y ces fait je vous ils aussi "
    "entre sans avait même était",
    "es": "el la los las de que y en un una del se por con para su al lo como más es no ha fue este pero sus sobre "
    "esta entre ya cuando años también desde hasta si muy según sin han está son o le dos dijo donde era hay tras "
    "contra porque todo ser",
    "pt": "o a os as de que e do da em um uma para com não no na dos das por se mais ao como foi pelo pela é à são "
    "seu sua ou mas já também entre há muito até sobre ele ela após nos nas aos anos isso está segundo quando esta "
    "este foram disse ainda ser",
    "it": "il lo la i gli le di che e in un una del della dei per non è con si al da sono nel alla ha come più ma "
    "anche dal delle su dalla ai stato essere questo questa degli nella o se ci ho hanno due dopo prima solo gli "
    "sul sulla tra ora dell",
    "nl": "de het een van en in is dat op te zijn voor met niet die aan er om ook als bij naar maar door over nog "
    "uit worden wordt werd heeft hij ze we deze dit was had tot al meer dan of zo kan hebben haar volgens jaar "
    "tegen mensen omdat",
    "sv": "och att det i som en på är av för med den till inte har de ett om var han jag men sig vi från kan när "
    "nu ska under säger också efter eller vid så mot blir skulle hade alla år sin hon där enligt över ut",
    "da": "og at det i er en af til på som for med den ikke de har der et om han var jeg men sig vi fra kan når "
    "siger også efter eller ved så mod bliver skulle havde alle år sin hun hvor ifølge over ud blev vil være "
    "nogle mere",
    "no": "og å det i er en av til på som for med den ikke de har at et om han var jeg men seg vi fra kan når "
    "sier også etter eller ved så mot blir skulle hadde alle år sin hun hvor ifølge over ut ble vil være "
    "noen mer får fram nå",
    "fi": "ja on ei että oli se hän ovat kun mutta myös joka mukaan ole tai jos sen olisi niin kuin mitä siitä "
    "vuonna sitä jo nyt vain jotka voi sekä ollut hänen kertoo suomen mukana noin yli",
    "is": "og að í á er sem til við var um með ekki það hann en hún af fyrir þess þeir frá eru hefur verið þar "
    "segir ekki eftir eða því þá hafa",
    "et": "ja on ei et ta oli see kui ka aga mis või oma kes ning selle siis nii ütles aasta veel kuid pole tema "
    "olid mille seda juba eesti",
    "lv": "un ir ka no ar uz par tas bet kas arī tika pēc gada līdz to lai nav vai viņš bija savu tiek kā gan "
    "latvijas jau",
    "lt": "ir yra kad į iš su tai bet kaip buvo metų už jis ar po apie jo nuo bus savo dar jau nėra šio kuris "
    "lietuvos sakė dėl tik",
    "pl": "i w na z się nie do że to jest o jak po co za od ale ma tym przez dla przed są był było tylko jego już "
    "oraz jej także które który która lat może być pod ich tego roku przy ze będzie bo został powiedział też",
    "cs": "a v se na je že s z do o to i jako za pro ale po by si jsou podle od který která které už bylo tak "
    "byl být ve však jeho nebo jeho když také před roce jen až než není řekl kteří při let ze má",
    "sk": "a v sa na je že s z do o to aj ako za pre ale po by si sú podľa od ktorý ktorá ktoré už bolo tak bol "
    "byť vo však jeho alebo keď tiež pred roku len až ako nie je povedal pri rokov zo má",
    "sl": "in je v na se da za so z ki ne tudi pa po bo kot od ni bi še ali če pri že do le bil bila so leta "
    "smo svoje ko dejal",
    "hr": "i u je na se da za su s od o ne to a kako što ali koji koja koje te bi ili kao nije samo po biti "
    "bio rekao iz godine do već prema nakon će ako",
    "hu": "a az és hogy nem is egy volt meg ez azt csak már el de ki még szerint mint van aki lesz után több "
    "lehet kell ha vagy pedig között illetve magyar mert minden ezt nagyon",
    "ro": "și a de la în cu pe care nu o din un să mai este pentru că au fost ce se sunt ale al lui prin după "
    "ca fi dar sau ar fie sa iar anul către între potrivit spus",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ne var en ise o ki mi diye dedi göre "
    "ancak şekilde yeni iki büyük olduğunu her değil ama türkiye tarafından",
    "sq": "të e në dhe i një për me që nga se u ka është si më do nuk janë por ky kjo ishte edhe sipas tha",
    "eu": "eta da du ez bat ere dira izan baina dute zuen den hau egin beste duela bere horrek ditu",
    "ca": "el la els les de i que a en un una del per amb és no al es ha més com però també són aquest aquesta "
    "han dels seva seu va entre ser sobre fins segons molt perquè",
    "id": "yang dan di untuk dengan ini itu dari pada tidak dalam akan ke juga oleh karena tersebut sebagai ada "
    "adalah telah bisa saat lebih mereka kata atau para menjadi sudah kami tahun seorang",
    "ms": "yang dan di untuk dengan ini itu dari pada tidak dalam akan ke juga oleh kerana tersebut sebagai ada "
    "adalah telah boleh ketika lebih mereka kata atau para menjadi sudah kami tahun berkata beliau",
    "tl": "ang ng sa na mga ay at ni si para ito hindi kay din rin niya nila ayon may isang pa lang kung ngunit naman",
    "vi": "của và là các có được cho trong không một với đã người này để những khi từ đến về ra ở cũng như nhiều "
    "năm tại sẽ ông đó",
    "sw": "ya na wa kwa katika ni la kuwa cha za hiyo huo hayo baada alisema hilo lakini pia kama yake wake "
    "watu kila hivyo zaidi ambao bila",
    "ha": "da na a ya ta ba su wani shi don cewa sun kuma wannan cikin domin za ne ce mai daga amma an yi",
    "yo": "ní ti àti tó sì pé kí bí ló fún lọ wọ́n náà sí ọ̀rọ̀ láti jẹ́ àwọn kan",
    "ig": "na nke ndị ya bụ ka site ga ọ maka ahụ a iji kwuru mere banyere n'ime",
    "zu": "ukuthi ngoba kodwa futhi uma lapho kanye nge ngesikhathi uthe bathi wathi yakhe ukuba abantu",
    "xh": "ukuba kunye kwaye ngokuba xa nje okanye ukuze abantu uthi njengoko yakhe",
    "so": "oo ka ku iyo in uu la ay waa si waxaa ah u kala aan sheegay laga soo mid",
    "af": "die van en in is het 'n dat nie vir met op wat hy aan om te ook as by was sê maar deur word sy hulle "
    "ons uit jaar een",
    "cy": "yn y a yr i o ar ei am wedi mae gan sydd fod bod gyda hynny ac eu ond oedd wrth",
    "ga": "an na agus go i a ar is do le bhí sé ag tá ach ní nach leis ar an mar",
    # ── Cyrillic ──
    "ru": "и в на не что с по для как это от из о за к а его но при он был года все также до или уже бы было "
    "их она так они после время только еще ещё который которые будет сообщил где чтобы",
    "uk": "і в на не що з та до як за про у це від але його він для й який які було також після під буде є "
    "час якщо або вже її вони був повідомив року",
    "bg": "и на в се да за от е с не са по като че ще до при това но му който които след го беше със още има "
    "защото както или",
    "sr": "и у је на се да за су од са не то као што али који која које или није по бити био рекао из године",
    "mk": "и во на се да за од е со не ќе по како што до при тоа но кој кои го беше има или",
    "be": "і ў на не што з да як за гэта ад але яго ён для які якія было таксама пасля пад будзе",
    # ── Greek, Hebrew, Arabic script ──
    "el": "και το της η να ο του για με την που από στο των στην τα τον είναι θα σε τη οι δεν μια ένα κατά τους "
    "στη αλλά στις",
    "he": "של את על לא הוא עם גם כי זה היא אל או היה אם אך כל יותר ידי בין הם אני לפני",
    "ar": "في من على أن إلى عن مع التي الذي هذا هذه بعد كان كما قال بين لا ما وقال قبل ذلك أو حيث إنه خلال",
    "fa": "و در به از که این را با است برای آن یک خود بود شد کرد می هم تا نیز شده بر ها گفت",
    "ur": "کے کی میں کا ہے سے اور کو نے کہ پر یہ ہیں بھی اس کر نہیں تھا گیا لیے",
    # ── Devanagari ──
    "hi": "के में की है से को और का ने पर यह कि हैं भी इस लिए नहीं एक तो कर था गया जो हो",
    "mr": "आहे या आणि हे ते व असे की मात्र होते करण्यात आहेत त्यांनी यांनी केली",
    "ne": "छ को मा र पनि भने गरेको छन् एक हो तर लागि भएको गर्न यो",
}
"""Language tag → its commonest words, parted by blanks."""
