"""Datelines in scripts that mark no names: a place that we know, then its date, an agency or a desk, and a mark.

القاهرة - رويترز　　دمشق-سانا　　الدوحة في 03 مارس /قنا/　　رام الله 3-3-2025 وفا-
تهران- ایرنا-　　اسلام آباد (ویب ڈیسک)
नई दिल्ली, 3 मार्च (भाषा)　　लखनऊ।　　जागरण संवाददाता, लखनऊ :　　ঢাকা, ৩ মার্চ:
กรุงเทพฯ 3 มี.ค. –　　เชียงใหม่ –
"""

from __future__ import annotations

from converter.text.datelines.agencies import UNMARKED_AGENCIES
from converter.text.datelines.dateline import Found
from converter.text.datelines.indian_places import INDIAN_PLACES, composed
from converter.text.dates import moments
from converter.text.dates.months import month_numbers
from converter.text.lines import has_digit, words
from converter.text.patterns import Pattern
from converter.text.places import PLACES

_FURTHER_PLACES = """
    दिल्ली नई_दिल्ली मुंबई मुम्बई कोलकाता चेन्नई बेंगलुरु हैदराबाद अहमदाबाद लखनऊ पटना भोपाल इंदौर जयपुर रांची
    रायपुर चंडीगढ़ देहरादून शिमला श्रीनगर जम्मू गुवाहाटी वाराणसी कानपुर आगरा मेरठ नोएडा गुरुग्राम गाजियाबाद
    फरीदाबाद प्रयागराज गोरखपुर नागपुर पुणे सूरत भुवनेश्वर इस्लामाबाद कराची लाहौर ढाका काठमांडू कोलंबो वाशिंगटन
    न्यूयॉर्क लंदन पेरिस बीजिंग मॉस्को اسلام_آباد کراچی لاہور پشاور کوئٹہ راولپنڈی ملتان فیصل_آباد سیالکوٹ
    گوجرانوالہ حیدرآباد مظفرآباد گلگت سکھر بہاولپور نئی_دہلی سری_نگر دہلی ممبئی کابل تہران ریاض دبئی واشنگٹن
    نیویارک لندن بیجنگ ماسکو ঢাকা চট্টগ্রাম সিলেট রাজশাহী খুলনা কলকাতা নয়াদিল্লি काठमाडौं काठमाडौँ पोखरा विराटनगर
    बेंगलूरु नयी_दिल्ली ठाणे नाशिक औरंगाबाद कोच्चि तिरुवनंतपुरम विजयवाड़ा धनबाद मथुरा अयोध्या अलीगढ़ बरेली
    मुरादाबाद जबलपुर ग्वालियर उज्जैन जोधपुर उदयपुर कोटा अमृतसर लुधियाना जालंधर हरिद्वार शिलांग इंफाल अगरतला
    संयुक्त_राष्ट्र حلب حمص درعا اللاذقية طرطوس بيت_لحم الخليل نابلس جنين طولكرم خان_يونس رفح أربيل النجف كربلاء
    سيناء الأقصر أسوان شرم_الشيخ تعز الحديدة مأرب أم_درمان بورتسودان مصراتة سبها وهران قسنطينة صفاقس فاس طنجة
    أغادير مكة_المكرمة الدمام العين عجمان صلالة إسلام_أباد طشقند أثينا مدريد روما كييف بيونغ_يانغ سول هانوي مانيلا
    جاكرتا أديس_أبابا نيروبي اصفهان شیراز تبریز اهواز قم کرج رشت کرمان یزد همدان زاهدان ارومیه بندرعباس هرات
    لاس_اینجلس لکھنؤ لکھنو پٹنہ سرینگر جموں بنگلور بنگلورو کولکاتا کولکتہ کلکتہ چنئی احمدآباد بھوپال علی_گڑھ دیوبند
    بارہمولہ ڈھاکہ ڈھاکا کھٹمنڈو کولمبو پیرس برلن برسلز ٹوکیو سیؤل سیول سڈنی میلبرن ابوظہبی ابوظبی شارجہ دوحہ جدہ
    مکہ_مکرمہ مدینہ_منورہ مسقط منامہ کویت_سٹی قاہرہ انقرہ استنبول غزہ یروشلم مقبوضہ_بیت_المقدس بیت_المقدس تل_ابیب
    رام_اللہ صنعا کیف کیئف جنیوا روم میڈرڈ ایتھنز ویانا اوسلو ٹورنٹو اوٹاوا کیلیفورنیا کیلی_فورنیا شکاگو ہیوسٹن
    فلوریڈا ٹیکساس نیروبی خرطوم جوہانسبرگ کیپ_ٹاؤن ایبٹ_آباد گوادر بنوں سوات مردان چارسدہ نوشہرہ کوہاٹ مانسہرہ
    ڈیرہ_اسماعیل_خان ڈی_آئی_خان ٹانک باجوڑ خیبر لنڈی_کوتل سرگودھا ساہیوال اوکاڑہ قصور شیخوپورہ گجرات جہلم جھنگ
    رحیم_یار_خان ڈیرہ_غازی_خان ڈی_جی_خان مظفر_گڑھ میانوالی اٹک چکوال حافظ_آباد ٹوبہ_ٹیک_سنگھ لاڑکانہ نوابشاہ
    میرپورخاص جیکب_آباد تھرپارکر ٹھٹھہ بدین خضدار تربت چمن سبی پنجگور میرپور راولاکوٹ کوٹلی چترال سکردو ہنزہ قندھار
    ہرات جلال_آباد قندهار مزار_شریف پاریس نیویورک مسکو وین ژنو بغداد دمشق بیروت ময়মনসিংহ বরিশাল রংপুর কুমিল্লা
    নারায়ণগঞ্জ গাজীপুর আগরতলা গুয়াহাটি শিলচর กรุงเทพฯ กรุงเทพ กรุงเทพมหานคร กทม เชียงใหม่ เชียงราย ภูเก็ต ขอนแก่น
    นครราชสีมา อุดรธานี สงขลา หาดใหญ่ ปัตตานี ยะลา นราธิวาส ชลบุรี พัทยา ระยอง อยุธยา พระนครศรีอยุธยา นนทบุรี
    ปทุมธานี สมุทรปราการ นครปฐม กาญจนบุรี ตาก ทำเนียบฯ ทำเนียบรัฐบาล รัฐสภา วอชิงตัน นิวยอร์ก ลอนดอน ปารีส เบอร์ลิน
    โตเกียว ปักกิ่ง โซล ฮ่องกง สิงคโปร์ มอสโก เจนีวา तेल_अवीव यरुशलम यरूशलम गाजा कीव टोक्यो दुबई अबू_धाबी रियाद
    बर्लिन तेहरान काबुल जिनेवा सिडनी मेलबर्न सिंगापुर बैंकॉक हांगकांग ब्रसेल्स रोम काहिरा बगदाद दमिश्क बेरूत अंकारा
    सियोल लॉस_एंजिलिस शिकागो टोरंटो ओटावा नैरोबी जोहानिसबर्ग लंडन छत्रपती_संभाजीनगर अहिल्यानगर लन्डन नयाँ_दिल्ली
    বেজিঙ গাজা তেল_আবিব কিভ কিয়েভ জেরুজালেম দুবাই রিয়াদ সিডনি মেলবোর্ন কুয়ালালামপুর সিঙ্গাপুর ব্যাংকক ইস্তাম্বুল
    আঙ্কারা কায়রো বাগদাদ বৈরুত দামেস্ক টরন্টো புது_டெல்லி துபாய் காசா ஜெருசலேம் டெல்_அவிவ் கீவ் டாக்கா காத்மாண்டு
    ஜெனீவா சிட்னி மெல்போர்ன் பாங்காக் ஹாங்காங் காபூல் டெஹ்ரான் బీజింగ్ ముంబయి దుబాయ్ ఇస్లామాబాద్ పారిస్ మాస్కో
    టోక్యో సింగపూర్ న్యూయార్క్ కాబూల్ ఢాకా జెరూసలేం గాజా ಲಂಡನ್ ವಾಷಿಂಗ್ಟನ್ ದುಬೈ ಇಸ್ಲಾಮಾಬಾದ್ ಹೈದರಾಬಾದ್ ಕೋಲ್ಕತ್ತ
    ಕೋಲ್ಕತ್ತಾ ಲಖನೌ ಪಟ್ನಾ ಶ್ರೀನಗರ ಅಹಮದಾಬಾದ್ ಪಣಜಿ ತಿರುವನಂತಪುರ ತಿರುಪತಿ ನ್ಯೂಯಾರ್ಕ್ ಪ್ಯಾರಿಸ್ ಬೀಜಿಂಗ್ ಮಾಸ್ಕೊ ಮಾಸ್ಕೋ
    ಟೋಕಿಯೊ ಢಾಕಾ ಕೊಲಂಬೊ ಕೊಲಂಬೋ ಕಠ್ಮಂಡು ಕಾಬೂಲ್ લંડન વોશિંગ્ટન ન્યૂયોર્ક દુબઈ પેરિસ બેઇજિંગ મોસ્કો કોલકાતા ચેન્નઈ
    બેંગલુરુ હૈદરાબાદ જયપુર લખનૌ ઇસ્લામાબાદ ਵਾਸ਼ਿੰਗਟਨ ਲੰਡਨ ਲੰਦਨ ਇਸਲਾਮਾਬਾਦ ਮੁੰਬਈ ਕੋਲਕਾਤਾ ਸ੍ਰੀਨਗਰ ਸ਼ਿਮਲਾ ਜੰਮੂ ਟੋਰਾਂਟੋ
    ਨਿਊਯਾਰਕ ਕੀਵ القدس_المحتلة كركوك السليمانية دهوك
"""
_PLACES = PLACES | INDIAN_PLACES | {composed(name.replace("_", " ")) for name in words(_FURTHER_PLACES)}

_FURTHER_SENDERS = """
    نينا سبأنت شينخوا وأج العمانية العُمانية الشرق_الأوسط سما وال الأيام إرنا ارنا پانا ایکنا ایلنا آنا تاس سبوتنيك
    معا پژواک طلوع_نیوز خبرگزاری_صدا_و_سیما یو_این_آئی آئی_این_پی این_این_آئی ویب_ڈیسک نیوز_ڈیسک نمائندہ_خصوصی
    نامہ_نگار اسٹاف_رپورٹر سٹاف_رپورٹر خبر_نگار مانیٹرنگ_ڈیسک آن_لائن صباح_نیوز ثناء_نیوز سیاست_نیوز خبر_نگار_خصوصی
    خبرنگار خبرنگار_خصوصی وقائع_نگار وقائع_نگار_خصوصی کامرس_رپورٹر خصوصی_رپورٹ خصوصی_رپورٹر نیوز_ایجنسیاں
    نیوز_ایجنسی ایجنسیاں ایجنسی سپورٹس_رپورٹر اسپورٹس_رپورٹر سپورٹس_ڈیسک اسپورٹس_ڈیسک شوبز_ڈیسک شوبز_رپورٹر
    کلچرل_رپورٹر نیوز_رپورٹر کرائم_رپورٹر لیڈی_رپورٹر اپنے_نامہ_نگار_سے اپنے_رپورٹر_سے بیورو_رپورٹ بیورو_چیف
    نمائندہ نمائندگان ڈسٹرکٹ_رپورٹر انٹرنیشنل_ڈیسک ڈیجیٹل_ڈیسک عدالتی_رپورٹر سیاسی_رپورٹر خ_ن एजेंसी एजेंसियां
    ब्यूरो संवाददाता जागरण_संवाददाता विशेष_संवाददाता वरिष्ठ_संवाददाता संवाद_सूत्र संवाद_सहयोगी संवाद_न्यूज_एजेंसी
    हि.स. हि.स रायटर रासस आरएनएस डिजिटल_डेस्क न्यूज_डेस्क स्टाफ_रिपोर्टर বাসস ইউএনবি নিজস্ব_প্রতিবেদক
    নিজস্ব_সংবাদদাতা รอยเตอร์ เอเอฟพี เอพี ซินหัว CNN AFP AP राज्य_ब्यूरो जागरण_ब्यूरो टीम_डिजिटल हमारे_संवाददाता
    कार्यालय_संवाददाता निज_प्रतिनिधि नगर_संवाददाता एक_संवाददाता हिन्दुस्तान_टीम मुख्य_संवाददाता प्रमुख_संवाददाता
    विशेष_प्रतिनिधि নিজস্ব_প্রতিনিধি স্টাফ_রিপোর্টার জেলা_প্রতিনিধি পি_টি_আই পি.টি.আই পিটিআই ಪಿಟಿಐ ਏਜੰਸੀ ਪੀਟੀਆਈ
    પીટીઆઈ એજન્સી પીટીઆઇ خاص خاص_ومتابعات متابعات و_م_ع صونا كوردستان_24 شفق_نيوز السومرية_نيوز بی‌بی‌سی
"""
_SENDERS = tuple(
    sorted(
        {name.replace("_", " ") for name in UNMARKED_AGENCIES | words(_FURTHER_SENDERS)},
        key=lambda name: (-len(name), name),
    )
)
"""Agencies and desks, the longest first."""
_DESKS = ("ویب ڈیسک", "نیوز ڈیسک", "مانیٹرنگ ڈیسک", "انٹرنیشنل ڈیسک", "سپورٹس ڈیسک", "اسپورٹس ڈیسک", "شوبز ڈیسک")
"""Behind the name of their house too, where a place would stand: `نمونہ نیوز (ویب ڈیسک)`."""
_BESIDE_DATES = words("दि તા في فى م هـ الموافق ه बैशाख वैशाख जेठ असार साउन भदौ असोज कात्तिक मंसिर पुस माघ फागुन चैत")
"""With the months of Nepal, which begin on no day of ours."""
_BEHIND_NEPALI_DAY = Pattern(
    r"[०-९]{1,2} (?:बैशाख|वैशाख|जेठ|असार|साउन|भदौ|असोज|कात्तिक|कार्तिक|मंसिर|पुस|पुष|माघ|फागुन|फाल्गुन|चैत),? "
    r"(?P<place>[\u0900-\u0963]{2,16}(?: [\u0900-\u0963]{2,16})?) ?[।–—]\s*(?=\S)"
)
_NUMBERS = {"एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पांच": 5, "छह": 6, "सात": 7, "आठ": 8, "नौ": 9}
_FURTHER_MONTHS = (
    "ಜನವರಿ ಫೆಬ್ರುವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್",
    "જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઓગસ્ટ સપ્ટેમ્બર ઓક્ટોબર નવેમ્બર ડિસેમ્બર",
    "ਜਨਵਰੀ ਫਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
)
"""Of a year, in order, in languages that print them here and seldom elsewhere."""
_MONTH_NUMBERS = month_numbers() | {
    name: number for names in _FURTHER_MONTHS for number, name in enumerate(names.split(), start=1)
}
_MONTHS = frozenset(part for name in _MONTH_NUMBERS for part in name.split())

_VISARGA = Pattern("[\u0903\u0983](?=\\s)")
"""A letter of Hindi and Bengali that looks like a colon, and is typed for one: `लखनऊः `."""
_GAP = Pattern(r"[\s,،/()\[\]\-–—ـ:.;؛۔।|∙]*")
_WORD = Pattern(r"[^\s,،/()\[\]\-–—ـ:;؛۔।|]+")
_NAME = Pattern(r"[^\W\d_][^\s,،/()\[\]\-–—ـ:;؛۔।.|∙]*(?: [^\W\d_][^\s,،/()\[\]\-–—ـ:;؛۔।.|∙]*){0,2}")
_HOUSE_AND_DESK = Pattern(
    rf"(?P<house>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){{0,3}}) ?\( ?(?:{'|'.join(_DESKS)}) ?\)[ :۔-]*"
)
_AUTHOR = Pattern(r"[^/\d]{3,28}/\s*")
_HOUSE_BEHIND_DATE = Pattern(r"\s*\(\s?(?P<house>[^()\d]{2,28})\)(?=\s*[-–—:।])")
"""A house of no list, in brackets behind a date: `చెన్నై, మార్చి 3 (నమూనా):`."""
_BEFORE_STROKES = ("شفق نيوز", "السومرية نيوز", "كوردستان 24")
_PROVINCES = (
    "خراسان رضوی",
    "خراسان جنوبی",
    "خراسان شمالی",
    "آذربایجان شرقی",
    "آذربایجان غربی",
    "فارس",
    "خوزستان",
    "مازندران",
    "گیلان",
    "گلستان",
    "کرمانشاه",
    "لرستان",
    "کردستان",
    "ایلام",
    "قزوین",
    "زنجان",
    "سمنان",
    "بوشهر",
    "هرمزگان",
    "البرز",
    "اردبیل",
    "سیستان و بلوچستان",
    "کهگیلویه و بویراحمد",
    "چهارمحال و بختیاری",
)
"""Of Iran, behind the name of an agency: elsewhere some are words."""
_MARKS = frozenset("-–—ـ:।۔/)؛.∙")
_THAI_WORDS = ("วัน", "เมื่อ", "ใน", "ถึง", "ประจำ", "ตั้งแต่", "ราย", "จำนวน", "พบ", "มี")
"""What opens a sentence before a figure."""
_LINES = frozenset("-–—ـ:।۔؛∙")


def find_unmarked_dateline(head: str) -> Found | None:
    """Return the dateline that the first characters of a paragraph are, or None."""
    head = _VISARGA.compiled.sub(":", head)
    sender = _sender_at(head, 0)
    if sender and head[len(sender) :].lstrip(" ")[:1] == "/":
        return _find_behind_stroke(head, sender)
    if sender:  # `जागरण संवाददाता, लखनऊ :`
        gap = _GAP.match(head, len(sender))
        start = gap.end() if gap else 0
        place = _place_at(head, start)
        marks = _gap_at(head, start + len(place)) if place else ""
        if not place or "," not in head[len(sender) : start] or _LINES.isdisjoint(marks):
            return None
        return Found(start + len(place) + len(marks), "dateline-agency", place, None, sender)
    place = _place_at(head, 0)
    is_thai = "\u0e00" <= head[0] <= "\u0e7f"
    if not place and is_thai and has_digit(head[:28]) and not head.startswith(_THAI_WORDS):
        place = head.split(" ", 1)[0]
    if not place and "(" in head and (house := _HOUSE_AND_DESK.match(head)):
        return Found(house.end(), "dateline-agency", None, None, house["house"])
    if not place:
        return None
    if head[len(place)] == "/" and (other := _place_at(head, len(place) + 1)):
        place = f"{place}/{other}"
    end, agency, has_date, before = _items_behind(head, len(place))
    if not agency and not has_date:
        end = len(place)
    house = _HOUSE_BEHIND_DATE.match(head, end) if has_date and not agency else None
    if house is not None:
        end, agency = house.end("house") + 1, house["house"].strip()
    marks = _gap_at(head, end)
    rest = head[end + len(marks) :]
    if not rest or rest[0] == ")":
        return None
    if not _is_marked(marks, before, agency, has_date=has_date, is_sure=not is_thai or has_date):
        return None
    date = _date(head[len(place) : end]) if has_date else None
    rule = "dateline-date" if date else "dateline-agency" if agency else "dateline-known-place"
    return Found(end + len(marks), rule, place, date, agency)


def find_behind_nepali_day(head: str) -> Found | None:
    """`३ असार, काठमाडौं ।`: a day of Nepal's calendar, a place and the mark that ends a sentence."""
    match = _BEHIND_NEPALI_DAY.match(head)
    # Of two words one may be a verb.
    is_place = match is not None and (" " not in match["place"] or _place_at(head, match.start("place")))
    return Found(match.end(), "dateline-date", match["place"]) if match and is_place else None


def _find_behind_stroke(head: str, sender: str) -> Found | None:
    """`ایسنا/اصفهان`, `السومرية نيوز / بغداد`, `شفق نيوز/`: an agency, a stroke and perhaps a place of our list."""
    start = head.index("/", len(sender)) + 1
    start += len(head[start:]) - len(head[start:].lstrip(" "))
    place = _place_at(head, start) or next((name for name in _PROVINCES if head.startswith(f"{name} ", start)), "")
    if not place:
        is_sure = sender in _BEFORE_STROKES and head[start - 1] == " " and head[len(sender)] == "/"
        return Found(start, "dateline-agency", None, None, sender) if is_sure else None
    marks = _gap_at(head, start + len(place))
    return Found(start + len(place) + len(marks), "dateline-agency", place, None, sender) if marks else None


def _is_marked(marks: str, before: str, agency: str | None, *, has_date: bool, is_sure: bool) -> bool:
    """Return whether marks part the dateline from the story: any with an agency, else a line or a colon."""
    bare = marks.strip()
    if agency:
        return has_date or not _MARKS.isdisjoint(marks) or not _MARKS.isdisjoint(before)
    if bare == "-" and marks == bare and not has_date:
        return False  # A hyphen between two words.
    if bare == ".":
        return not has_date
    return not _LINES.isdisjoint(marks) and (is_sure or " " in marks)


def _items_behind(head: str, at: int) -> tuple[int, str | None, bool, str]:
    """Return where dates and agencies behind the place end, the agency, whether there is a date, the marks before."""
    agency: str | None = None
    has_date = is_in_brackets = False
    before = ""
    while True:
        gap = _gap_at(head, at)
        start = at + len(gap)
        sender = _sender_at(head, start)
        if not sender and "/" in gap and (author := _AUTHOR.match(head, start)):
            sender = _sender_at(head, author.end())
            start = author.end() if sender else start
        if sender and agency is None:
            agency, before, at = sender, gap, start + len(sender)
            continue
        if "।" in gap:
            return at, agency, has_date, before  # A date behind it is the story's.
        word = _WORD.match(head, start)
        bare = word.group().strip(".") if word else ""
        bare = bare.lstrip("0123456789۰۱۲۳۴۵۶۷۸۹") or bare
        is_in_brackets = is_in_brackets or (
            agency is not None and not has_date and gap.strip() in ("،", ",") and ")" in head[start:]
        )
        if (agency is None or is_in_brackets) and (
            bare.isdecimal() or bare in _MONTHS or bare in _BESIDE_DATES or bare in _NUMBERS
        ):
            has_date = has_date or has_digit(word.group() if word else "") or bare in _NUMBERS
            at = start + len(word.group() if word else "")
            continue
        return at, agency, has_date, before


def _gap_at(head: str, at: int) -> str:
    """Return the blanks and marks that stand there, but for a bracket that the story opens with."""
    match = _GAP.match(head, at)
    return match.group() if match else ""


def _place_at(head: str, at: int) -> str:
    match = _NAME.match(head, at)
    names = match.group().split(" ") if match else []
    return next((name for count in (3, 2, 1) if composed((name := " ".join(names[:count])).casefold()) in _PLACES), "")


def _sender_at(head: str, at: int) -> str:
    for name in _SENDERS:
        if head.startswith(name, at):
            following = head[at + len(name) : at + len(name) + 1]
            if not following.isalnum() and (not "\u0900" <= following <= "\u0d7f" or following in "।॥"):
                return name
    return ""


def _date(said: str) -> str | None:
    """Return the date in the words between the place and the agency, or None."""
    found = [word.group().strip(".") for word in _WORD.finditer(said)]
    bare = [part for word in found for part in _FIGURES.compiled.findall(word)]
    names = " ".join(word for word in bare if word in _MONTHS)
    if not names:
        return moments.find_date(said.strip(" ,،/-–—"), "ar")
    numbers = [int(_NUMBERS.get(word, word)) for word in bare if word.isdecimal() or word in _NUMBERS]
    month = _MONTH_NUMBERS.get(names) or _MONTH_NUMBERS.get(names.split(" ", 1)[0])
    day = next((number for number in numbers if number <= 31), None)
    year = next((number for number in numbers if number > 1900), "-")
    return f"{year}-{month:02}-{day:02}" if month and day else None


_FIGURES = Pattern(r"\d+|[^\d]+")
