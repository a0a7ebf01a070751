"""Datelines as agencies of Asia set them: no dash parts them from the story, and no capital marks the place.

新华社北京2月26日电（记者陈小明）　agency, place, date, `wired`, and the reporter
样本报讯（记者 陈小明）　　　　　　a paper's own
【2月26日 AFP】　　［東京　26日　ロイター］　　【ロンドン共同】
〔記者陳小明／台北報導〕　（中央社記者陳小明台北26日電）
(서울=연합뉴스) 김예시 기자 =
नई दिल्ली:　　اسلام آباد:　　　　　a place that we know before a colon
sample.com, JAKARTA -　　　　　　　the site before the place
"""

from __future__ import annotations

from converter.prose.dateline import take_date
from converter.prose.lines import words
from converter.prose.patterns import Pattern
from converter.values import Value


class Form(Value):
    """What a dateline of these forms says."""

    end: int
    """Where it ends and the story begins."""
    rule: str
    place: str | None = None
    date: str | None = None
    """`--02-26`, or with the year where it stands there."""
    agency: str | None = None


_REPORTER = r"(?:\s*[（(][^（）()]{0,8}(?:记者|記者|通讯员|整合|编译)[^（）()]{0,30}[）)])"
_CHINESE = Pattern(
    r"(?P<agency>[\u4e00-\u9fffA-Za-z\-]{1,14}?(?:社|网|網|报|報|台|端|号|刊|站|院|在线))"
    r"(?P<place>[\u4e00-\u9fff·]{2,8}?)??(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?"
    rf"[专快]?(?:电|電|讯|訊)(?P<sign>{_REPORTER}?(?:[ \u3000：:]+|(?=，))?)"
)
# 样本科技讯 北京时间3月3日凌晨消息，　样本之家3月3日消息
_CHINESE_NEWS = Pattern(
    r"(?P<agency>[\u4e00-\u9fffA-Za-z]{1,10}?(?:社|网|網|报|報|台|之家|科技|财经|体育|娱乐|新闻|资讯)"
    r"[\u4e00-\u9fff]{0,2}?)[讯訊]?\s*(?:[\u4e00-\u9fff]{2}时间)?\s*"
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:凌晨|清晨|早间|早晨|上午|中午|下午|傍晚|晚间|晚|夜间)?消息[,，：:\s]*"
)
_NO_AGENCIES = "据據今他她在从自如当至"
# （样本社北京3日电）　【样本网3月3日讯】
_CHINESE_BRACKETED = Pattern(
    r"[（(【〔\[](?P<agency>[\u4e00-\u9fff]{1,10}?(?:社|网|網|报|報|台))(?P<place>[\u4e00-\u9fff]{2,6}?)??"
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:专|外)?(?:电|電|讯|訊)[）)】〕\]]\s*"
)
_JAPANESE = Pattern(
    r"【(?P<month>\d{1,2})月(?P<day>\d{1,2})日[ 　]?(?P<agency>[A-Za-z&. ]{2,20}|時事通信社|共同通信)】\s*|"
    r"[\[［](?P<place>[\u3040-\u30ff\u4e00-\u9fff/／・]{2,16})[ 　]+(?P<day2>\d{1,2})日[ 　]+"
    r"(?P<agency2>ロイター|共同|時事|AFP)[\]］]\s*[-－―–]?\s*|"
    r"【(?P<place3>[\u3040-\u30ff\u4e00-\u9fff・]{2,12})[=＝](?P<name>[\u3040-\u30ff\u4e00-\u9fff・、]{2,20})】\s*|"
    r"【(?P<place4>[\u30a0-\u30ff\u4e00-\u9fff・]{2,10}?)(?P<agency4>共同|時事|AFP時事|AFP|ロイター|聯合ニュース)】\s*"
)
# Taiwan's papers name the reporter before the place: 〔記者陳小明／台北報導〕
_BRACKETED = Pattern(
    r"[〔【（(]\s*(?P<agency>[\u4e00-\u9fff]{2,5}?)??(?:記者|记者)\s*[\u4e00-\u9fff·、]{2,12}?[／/](?P<place>[\u4e00-\u9fff]{2,5}?)"
    r"(?:綜合)?(?:報導|报导|報道|报道)[〕】）)]\s*|"
    r"[（(](?P<agency2>中央社)記者[\u4e00-\u9fff·、]{2,4}(?P<place2>[\u4e00-\u9fff]{2,4})(?P<day>\d{1,2})日"
    r"(?:綜合外|專|专)?[電电][）)]\s*"
)
_KOREAN = Pattern(
    r"[(\[（［](?P<place>[가-힣·]{2,12})\s?=\s?(?P<agency>[가-힣A-Za-z0-9]{2,12})[)\]）］]"
    r"(?:\s*[가-힣·]{2,16} (?:기자|특파원|통신원))?\s*=?\s*"
)
_SITE = Pattern(
    r"(?P<agency>[A-Za-z0-9\-]{2,24}\.(?:com|co|id|net|co\.id|COM|CO|ID|NET|CO\.ID)),? ?[-–—]? ?"
    r"(?P<place>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})\s*[-–—]\s*(?=[A-Z“\"])"
)
_BEFORE_COLON = Pattern(r"(?P<place>[^\W\d_][^:()।\d]{1,18}?)\s*(?:[(（](?P<agency>[^()]{2,24})[)）])?\s*[:؛]\s*")
# नई दिल्ली, 3 मार्च (भाषा)
_DATED = Pattern(
    r"(?P<place>[^\W\d_][^():।\d]{1,18}?),?\s+(?P<date>\d{1,2}\s+[^\s()\d]{2,12})\s+[(（](?P<agency>[^()]{2,24})[)）]\s*[:।–-]?\s*"
)
_PLACES = words(
    "दिल्ली नई_दिल्ली मुंबई मुम्बई कोलकाता चेन्नई बेंगलुरु हैदराबाद अहमदाबाद लखनऊ पटना भोपाल इंदौर जयपुर रांची रायपुर चंडीगढ़ "
    "देहरादून शिमला श्रीनगर जम्मू गुवाहाटी वाराणसी कानपुर आगरा मेरठ नोएडा "
    "गुरुग्राम गाजियाबाद फरीदाबाद प्रयागराज गोरखपुर नागपुर पुणे "
    "सूरत भुवनेश्वर इस्लामाबाद कराची लाहौर ढाका काठमांडू कोलंबो वाशिंगटन न्यूयॉर्क लंदन पेरिस बीजिंग मॉस्को "
    "اسلام_آباد کراچی لاہور پشاور کوئٹہ راولپنڈی ملتان فیصل_آباد سیالکوٹ "
    "گوجرانوالہ حیدرآباد مظفرآباد گلگت سکھر بہاولپور نئی_دہلی "
    "سری_نگر دہلی ممبئی کابل تہران ریاض دبئی واشنگٹن نیویارک لندن بیجنگ ماسکو "
    "ঢাকা চট্টগ্রাম সিলেট রাজশাহী খুলনা কলকাতা নয়াদিল্লি दिल्ली काठमाडौं काठमाडौँ पोखरा विराटनगर"
)


def find_asian_dateline(text: str) -> Form | None:
    """Return the dateline of one of these forms that the paragraph opens with, or None."""
    first = text[:1]
    head = text[:110]
    if first in "[([【［（〔" or "\u4e00" <= first <= "\u9fff" or first.isascii():
        return _find_east_asian(head, first)
    if "\u0900" <= first <= "\u0dff" and "(" in head[:48]:
        match = _DATED.match(head)
        if match is not None and "_".join(match["place"].split()) in _PLACES:
            date = take_date(f"X {match['date']}", is_sure=True)[1]
            return Form(match.end(), "dateline-date", match["place"], date, match["agency"])
    if "\u0600" <= first <= "\u0dff" and (":" in head[:48] or "؛" in head[:48]):
        match = _BEFORE_COLON.match(head)
        if match is not None and "_".join(match["place"].split()) in _PLACES:
            return Form(match.end(), "dateline-known-place", match["place"], None, match["agency"])
    return None


def _find_east_asian(head: str, first: str) -> Form | None:
    if first.isascii() and first not in "[(" and "消息" not in head[:48]:
        match = _SITE.match(head) if "." in head[:28] else None
        return match and Form(match.end(), "dateline-agency", match["place"], None, match["agency"])
    if (match := _CHINESE.match(head)) and (match["day"] or match["sign"]):
        place, agency = match["place"], match["agency"]
        return Form(match.end(), "dateline-agency", place, _date(match["year"], match["month"], match["day"]), agency)
    if first not in _NO_AGENCIES and "消息" in head[:48] and (match := _CHINESE_NEWS.match(head)):
        date = _date(match["year"], match["month"], match["day"])
        return Form(match.end(), "dateline-agency", None, date, match["agency"])
    if first in "（(【〔[" and (match := _CHINESE_BRACKETED.match(head)):
        date = _date(None, match["month"], match["day"])
        return Form(match.end(), "dateline-agency", match["place"], date, match["agency"])
    if first in "【[［" and (match := _JAPANESE.match(head)):
        place = match["place"] or match["place3"] or match["place4"]
        date = _date(None, match["month"], match["day"])
        agency = match["agency"] or match["agency2"] or match["agency4"]
        return Form(match.end(), "dateline-agency", place, date, agency)
    if first in "〔【（(" and (match := _BRACKETED.match(head)):
        place, agency = match["place"] or match["place2"], match["agency"] or match["agency2"]
        return Form(match.end(), "dateline-agency", place, None, agency)
    if match := _KOREAN.match(head):
        return Form(match.end(), "dateline-agency", match["place"], None, match["agency"])
    return None


def _date(year: str | None, month: str | None, day: str | None) -> str | None:
    if month is None or not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return f"{year or '-'}-{int(month):02}" + (f"-{int(day):02}" if day else "")
