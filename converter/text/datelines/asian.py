"""Datelines as agencies of Asia set them: no dash parts them from the story, and no capital marks the place.

新华社北京2月26日电（记者陈小明）　agency, place, date, `wired`, and the reporter
样本报讯（记者 陈小明）　　　　　　a paper's own
【2月26日 AFP】　　［東京　26日　ロイター］　　【ロンドン共同】
〔記者陳小明／台北報導〕　（中央社記者陳小明台北26日電）
(서울=연합뉴스) 김예시 기자 =
sample.com, JAKARTA -　　　　　　　the site before the place
"""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.text.lines import words
from converter.text.patterns import Pattern
from converter.text.places import is_place


class Form(Value):
    """What a dateline of these forms says."""

    end: int
    """Where it ends and the story begins."""
    rule: str
    place: str | None = None
    date: str | None = None
    """`--02-26`, or with the year where it stands there."""
    agency: str | None = None


_HAN = r"[\u4e00-\u9fff]"
_NAMES = rf"{_HAN}{{2,4}}(?:[、 \u3000]{_HAN}{{2,4}}){{0,4}}"
_REPORTER = (
    r"(?:\s*[（(](?:[^（）()]{0,8}(?:记者|記者|通讯员|编辑|編輯|整合|编译|文/)[^（）()]{0,30}|"
    + _NAMES
    + r")[）)]| 记者"
    + _HAN
    + r"{2,3}(?= )| ?记者 ?"
    + _HAN
    + r"{2,4}(?:[、 ]"
    + _HAN
    + r"{2,4})? ?(?:报道|报导)(?=[：:，, \u3000]))"
)
_DATE = r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?"
_HOUSE = r"(?:社|网|網|报|報|台(?![湾灣])|端|号|刊|站|院|在线|新闻|公司|卫视|频道|融媒体中心|融媒|头条|经纬)"
# What a house adds to its name: 样本网-新样本客户端　样本日报·样本新闻　样本网（样本日报网）　样本网财经　样本报全媒体
_OF_HOUSE = (
    rf"(?:（{_HAN}{{2,8}}{_HOUSE}）)?(?:[·\-—]{_HAN}{{2,10}}?(?:端|新闻|头条|网|报|台))?"
    rf"(?:{_HAN}{{0,4}}客户端|全媒体|财经|体育|{_HAN}{{2}}新闻)?"
)
_CHINESE = Pattern(
    rf"(?P<agency>[\u4e00-\u9fffA-Za-z\-]{{1,14}}?{_HOUSE}{_OF_HOUSE})"
    rf"(?:[记記]者{_HAN}{{2,3}})?(?P<place>(?![网網]|客户端){_HAN}[\u4e00-\u9fff·]{{1,7}}?(?<![端体闻经号]))??{_DATE}"
    r"(?:(?:[专專快]|综合|新媒体专)?(?:电|電|(?<![通资資音简簡喜短])(?<![电影電]视)[讯訊])|"
    r"消息(?=\s*[（(：:])|(?<=[网端台社报])消息(?=[ \u3000])|(?<=日)报道(?=[ （(])|报道(?=[（(]记者))"
    rf"(?P<sign>{_REPORTER}?(?:[ \u3000：:／]+|(?<=日[电讯])，|(?<=[讯訊])，|(?=，))?)"
)
# 样本报讯2025年……　样本报讯今日……: nothing parts what a paper sends from the story.
_UNPARTED = Pattern(r"\d|[今昨]|近日|日前|前日|连日来|[记記]者")
# Houses whose names say of no kind of house that they are one: 样都讯（记者 李明）
_CHINESE_REPORTED = Pattern(
    r"(?P<agency>[\u4e00-\u9fffA-Za-z0-9]{2,8}(?<![通资資视視音简簡喜短腾騰]))[讯訊]"
    r"(?: ?[（(](?:[\u4e00-\u9fff]{0,4})?[记記]者[^（）()]{2,30}[）)]|(?= [记記]者))[ \u3000：:]*"
)
_CHINESE_PORTAL = Pattern(
    r"(?P<agency>(?:新浪|搜狐|网易|腾讯|凤凰|和讯|南都|36氪|每经AI|钛媒体|封面|极目|红星|上游|智通财经|同花顺|东方财富)"
    r"(?!讯息)[\u4e00-\u9fff]{0,4}?(?:APP|App)?)"
    r"快?[讯訊](?:[ \u3000：:，]+|(?=\d))"
)
# 样本汇5月22日丨
_CHINESE_BARRED = Pattern(
    rf"(?P<agency>{_HAN}{{2,6}}(?:APP|App)?)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日\s?[丨｜|]\s*"
)
# 北京2025年5月22日 /样本社/ --　　北京--(样本商业资讯)--
_CHINESE_RELEASE = Pattern(
    rf"(?P<place>{_HAN}[\u4e00-\u9fff·、]{{1,11}})"
    r"(?:(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s*/"
    rf"(?P<agency>(?:{_HAN}{{2,10}}|[A-Z][A-Za-z-]{{2,24}}))/\s*[-–—]+|"
    rf"\s*[-–—]+\s?[(（](?P<agency2>{_HAN}{{2,6}}资讯)[)）]\s?[-–—]+)\s*"
)
# （样本之声中文网）　〔中央社〕
_CHINESE_HOUSE = Pattern(
    rf"[（(〔【](?P<agency>{_HAN}{{0,8}}(?:通[讯訊]社|中央社|新[华華]社|中文[网網]|新[闻聞][网網]))[）)〕】](?![檔档資资圖图攝摄])\s*"
)
# 路透社伦敦5月22日 -
_CHINESE_DASHED = Pattern(rf"(?P<agency>路透社?|美联社|法新社|彭博社?)(?P<place>{_HAN}{{2,6}}?){_DATE}\s*[-–—]+\s*")
# 样本科技讯 北京时间3月3日凌晨消息，　样本之家3月3日消息
_CHINESE_NEWS = Pattern(
    r"(?P<agency>[\u4e00-\u9fffA-Za-z0-9]{1,10}?(?:社|网|網|报|報|台|之家|科技|财经|体育|娱乐|新闻|资讯|App|APP)"
    r"[\u4e00-\u9fff]{0,2}?)[讯訊]?\s*(?:[\u4e00-\u9fff]{2}时间)?\s*"
    r"(?:(?P<year>\d{4}) ?年)? ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
    r"(?:凌晨|清晨|早间|早晨|上午|中午|下午|傍晚|晚间|晚|夜间)?(?:消息[,，：:\s]*|报道[：:]\s*)"
)
_NO_AGENCIES = "据據今他她在从自如当至"
# （样本社北京3日电）　【样本网3月3日讯】　（吉隆坡3日讯）　（华盛顿3日路透电）　（北京综合讯）　【样本网综合报道】
_CHINESE_BRACKETED = Pattern(
    rf"[（(【〔\[](?P<agency>大[纪紀]元|[\u4e00-\u9fffA-Za-z.]{{1,12}}?(?:社|网|網|报|報|台(?![湾灣北中南])|新闻|新聞))?"
    rf"(?:(?<=[社报報])[／/-])?"
    rf"(?P<reporter>[记記]者{_HAN}{{2,3}}(?:、{_HAN}{{2,3}}){{0,5}}[／/]?)?(?P<place>{_HAN}{{2,6}}?)??"
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?P<agency2>路透|法新|美联|美聯|彭博)?"
    r"(?:专|專|外)?"
    r"(?P<kind>(?:综合|綜合|[连連][线線])(?:外?[电電讯訊](?:報導|报道)?|报道|報導)|电|電|讯|訊|报道(?= 记者)|"
    r"(?<=[网網报報闻聞])(?:报道|報道|報導)|(?<=[\u4e00-\u9fff]{5})(?:报导|報導))"
    rf"(?: 记者 ?{_HAN}{{2,4}})?[）)】〕\]](?P<sign>{_REPORTER}?)\s*"
)
# 【ワシントン田中太郎】: where papers of Japan have a bureau; the family tells that 【パリ五輪代表】 is none.
_CITIES_ABROAD = (
    "(?:ワシントン|ニューヨーク|ロサンゼルス|ロンドン|パリ|ベルリン|ブリュッセル|ローマ|ウィーン|ジュネーブ|モスクワ|カイロ|"
    "エルサレム|テヘラン|ドバイ|イスタンブール|ニューデリー|バンコク|ハノイ|マニラ|ジャカルタ|シンガポール|シドニー|ソウル|"
    "サンパウロ|ヨハネスブルク|ナイロビ|北京|上海|台北|香港|広州|瀋陽)"
)
_JAPANESE_BUREAU = Pattern(rf"【(?P<place>{_CITIES_ABROAD})・?(?P<name>[\u3005\u3040-\u309f\u4e00-\u9fff]{{3,6}})】\s*")
_JAPANESE = Pattern(
    r"【(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[ 　]?"
    r"(?P<agency>[A-Za-zＡ-Ｚ&. ]{2,20}(?:[=＝]時事)?|時事通信社|共同通信)】\s*|"
    r"[\[［](?:(?P<place>[\u3040-\u30ff\u4e00-\u9fff/／・]{2,16})[ 　]+)?(?P<day2>\d{1,2})日[ 　]+"
    r"(?P<agency2>ロイター|共同|時事|AFP)[\]］][ 　]*[-－―–]?\s*|"
    r"【(?P<place3>[\u3040-\u30ff\u4e00-\u9fff・]{2,12})[=＝](?!写真|提供|図)(?P<name>[\u3040-\u30ff\u4e00-\u9fff・、=＝]{2,32})】\s*|"
    r"【(?P<place4>[\u30a0-\u30ff\u4e00-\u9fff・]{2,10}?)(?P<agency4>共同|時事|AFP時事|ＡＦＰ時事|AFP|ロイター|聯合ニュース)】\s*|"
    r"【(?P<agency5>新華社)(?P<place5>[\u4e00-\u9fff]{2,5})(?P<month5>\d{1,2})月(?P<day5>\d{1,2})日】\s*|"
    r"【(?P<agency8>(?:AFP|ＡＦＰ)[=＝]時事)】\s*|"
    r"[（(](?P<place9>[\u30a0-\u30ff]{2,10})(?P<agency9>聯合ニュース)[）)]\s*|"
    r"[（(](?P<place6>[\u30a0-\u30ff\u4e00-\u9fff・]{2,10}?)[ 　]?(?:\d{1,2}日[ 　])?(?P<agency6>中央社)[）)]\s*|"
    r"(?P<place7>[\u30a0-\u30ff]{2,10})?[（(](?P<agency7>CNN(?:Money|\.co\.jp)?|ＣＮＮ|ブルームバーグ)[）)][：:]?\s*"
)
# Taiwan's papers name the reporter or the desk before the place: 〔記者陳小明／台北報導〕　〔體育中心／綜合報導〕
_BRACKETED = Pattern(
    r"[〔【（(\[]\s*(?P<agency>[\u4e00-\u9fff]{2,5}?)??(?:(?:記者|记者)\s*)?[\u4e00-\u9fff·、]{2,12}?[／/]"
    r"(?:(?:綜合|综合)|(?P<place>[\u4e00-\u9fff]{2,5}?)(?:綜合)?)(?:報導|报导|報道|报道)[〕】）)\]]\s*|"
    r"[（(](?P<agency2>中央社)記者[\u4e00-\u9fff·、]{2,4}(?P<place2>[\u4e00-\u9fff]{2,4})(?P<day>\d{1,2})日"
    r"(?:綜合外|專|专)?[電电][）)]\s*"
)
# Without brackets too, a blank behind: 記者陳小明／台北報導　　體育中心／綜合報導
_DESK = Pattern(
    r"(?:[記记]者[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,4}(?:中心|組|组))[／/]"
    r"(?:(?:綜合|综合)|(?P<place>[\u4e00-\u9fff]{2,5}?)(?:綜合)?)(?:報導|报导)[ \u3000]+"
)
_REPORTERS = r"(?:[\s·]*(?:[가-힣]{2,4}[ ·]){1,4}(?:인턴|선임)?(?:기자|특파원|통신원))*"
_KOREAN = Pattern(
    r"[(\[（［【](?!사진|영상|자료|그래픽|출처|제공|글=|정리|취재|촬영|편집)(?P<place>[가-힣·]{2,12})"
    r"(?: (?:AP|AFP|EPA|dpa|로이터|교도|신화|타스|블룸버그))?\s?=\s?"
    rf"(?P<agency>[가-힣A-Za-z0-9/]{{2,12}})[)\]）］】]{_REPORTERS}\s*=?\s*|"
    r"[\[【](?!사진|영상|자료|그래픽|출처|제공|포토|삽화|글[ =]|정리|취재|촬영|편집|인터뷰)"
    r"(?P<agency3>[가-힣A-Za-z0-9]{2,12})(?:\((?P<place3>[가-힣]{2,5})\)| (?P<place4>[가-힣]{2,3}))?\s?=\s?"
    r"(?:[가-힣]{2,4} ?){1,2}"
    r"(?:인턴|선임|수습|전문)?(?:기자|특파원)[\]】]\s*|"
    r"\[(?P<agency2>[가-힣A-Za-z0-9]{2,12})\s?=\s?(?P<place2>[가-힣]{2,5}), [가-힣]{2,4} (?:기자|특파원)\]\s*"
)
_SITE = Pattern(
    r"(?P<agency>[A-Za-z0-9\-]{2,24}\.(?:com|co|id|net|co\.id|COM|CO|ID|NET|CO\.ID|vn|VN))"
    r"(?:,? ?[-–—]? ?(?P<place>(?!Inc|Ltd|LLC)[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})(?:\s*[-–—]+|[.:])|"
    r"\s?[-–—]+)\s*(?=[A-Z“\"])"
)
# sample.com, Jakarta Jembatan …: nothing parts the place, which must be one that we know.
_SITE_AND_PLACE = Pattern(r"(?P<agency>[A-Za-z0-9\-]{2,24}\.(?:com|co|id|net|co\.id|COM|CO|ID|NET|CO\.ID)), (?=[A-Z])")
_CITIES_OF_INDONESIA = words(
    "jakarta bandung surabaya medan bekasi bogor depok tangerang tangerang_selatan cirebon yogyakarta jogja solo "
    "semarang malang denpasar makassar palembang pekanbaru padang batam banjarmasin balikpapan samarinda pontianak "
    "manado kupang ambon jayapura mataram banda_aceh lampung bandar_lampung jambi bengkulu serang cilegon sukabumi "
    "garut tasikmalaya kudus tegal pekalongan magelang klaten boyolali sukoharjo kediri madiun jember banyuwangi "
    "probolinggo pasuruan sidoarjo gresik lamongan tuban bojonegoro blitar tulungagung palu kendari gorontalo "
    "ternate palangkaraya jakarta_selatan jakarta_timur jakarta_barat jakarta_utara jakarta_pusat dki_jakarta "
    "washington_dc bali lombok aceh kuta ubud purwakarta karawang"
)


def find_asian_dateline(text: str, lang: str | None = None) -> Form | None:
    """Return the dateline of one of these forms that the paragraph opens with, or None."""
    first = text[:1]
    head = text[:110]
    if first in "[([【［（〔":
        return _find_bracketed(head, first)
    if "\u3040" <= first <= "\u30ff":
        return _japanese(head) if "（" in head[:16] else None
    if "\u4e00" <= first <= "\u9fff" or first.isascii():
        return _find_east_asian(head, first, lang)
    return None


def _find_east_asian(head: str, first: str, lang: str | None) -> Form | None:
    if first.isascii() and not any(map(head[:24].__contains__, "讯訊电電息")):
        match = _SITE.match(head) if "." in head[:28] else None
        if match is None and ", " in head[4:36] and (match := _SITE_AND_PLACE.match(head)):
            place = _city_at(head, match.end(), may_be_abroad=lang in ("id", "ms"))
            end = match.end() + len(place) + 1
            return Form(end, "dateline-agency", place, None, match["agency"]) if place else None
        return match and Form(match.end(), "dateline-agency", match["place"], None, match["agency"])
    if "／" in head[:12] and (match := _DESK.match(head)):
        return Form(match.end(), "dateline-agency", match["place"])
    if ("/" in head[:28] or "--" in head[:16]) and (match := _CHINESE_RELEASE.match(head)):
        date = _date(match["year"], match["month"], match["day"])
        return Form(match.end(), "dateline-agency", match["place"], date, match["agency"] or match["agency2"])
    if first in _NO_AGENCIES and first not in "据據":
        return None
    if any(map(head[:18].__contains__, "丨｜|")) and (match := _CHINESE_BARRED.match(head)):
        return Form(match.end(), "dateline-agency", None, _date(None, match["month"], match["day"]), match["agency"])
    if (match := _CHINESE.match(head)) and not (match["day"] or match["sign"]):
        is_unparted = match["place"] is None and head[match.end() - 1] in "讯訊" and _UNPARTED.match(head, match.end())
        match = match if is_unparted else None
    if match or (match := _CHINESE_DASHED.match(head)):
        place, agency = match["place"], match["agency"].removeprefix("据").removeprefix("據")
        return Form(match.end(), "dateline-agency", place, _date(match["year"], match["month"], match["day"]), agency)
    if first not in "据據" and ("消息" in head[:48] or "报道" in head[:48]) and (match := _CHINESE_NEWS.match(head)):
        date = _date(match["year"], match["month"], match["day"])
        return Form(match.end(), "dateline-agency", None, date, match["agency"])
    if first not in "据據" and (match := _CHINESE_REPORTED.match(head) or _CHINESE_PORTAL.match(head)):
        return Form(match.end(), "dateline-agency", None, None, match["agency"])
    return None


def _city_at(head: str, at: int, *, may_be_abroad: bool) -> str:
    """Return the city that stands there before a word with a capital, or nothing."""
    names = head[at : at + 40].split(" ")
    for count in (3, 2, 1):
        name = " ".join(names[:count])
        is_followed = len(names) > count + 1 and names[count][:1].isupper()
        if is_followed and (
            (may_be_abroad and is_place(name)) or name.casefold().replace(" ", "_") in _CITIES_OF_INDONESIA
        ):
            return name
    return ""


def _find_bracketed(head: str, first: str) -> Form | None:
    if first in "（(【〔[" and (match := _CHINESE_BRACKETED.match(head)) and _is_sent(match["kind"], match):
        agency, place = match["agency"] or match["agency2"], match["place"]
        if agency or (place and (match["day"] or match["reporter"] or match["kind"][:2] in ("综合", "綜合"))):
            date = _date(match["year"], match["month"], match["day"])
            return Form(match.end(), "dateline-agency", place, date, agency)
    if form := _japanese(head):
        return form
    if first in "（(〔【" and (match := _CHINESE_HOUSE.match(head)):
        return Form(match.end(), "dateline-agency", None, None, match["agency"])
    if first in "〔【（([" and (match := _BRACKETED.match(head)):
        place, agency = match["place"] or match["place2"], match["agency"] or match["agency2"]
        return Form(match.end(), "dateline-agency", place, None, agency)
    if match := _KOREAN.match(head):
        place = match["place"] or match["place2"] or match["place3"] or match["place4"]
        agency = match["agency"] or match["agency2"] or match["agency3"]
        return Form(match.end(), "dateline-agency", place, None, agency)
    return None


def _is_sent(kind: str, match: re.Match[str]) -> bool:
    """Return whether words in brackets that say `reported` name who did, or a house and no place: 【样本日报報道】."""
    if kind[:1] not in "报報" or kind == "报道" or match["reporter"]:
        return True
    return not (match["place"] or match["day"] or (match["agency"] or "据")[0] in "据據")


def _japanese(head: str) -> Form | None:
    match = _JAPANESE.match(head)
    if match is None:
        bureau = _JAPANESE_BUREAU.match(head) if head[0] == "【" else None
        if bureau is None:
            return None
        from converter.text.bylines.east_asian import JAPANESE_FAMILIES

        is_reporter = any(bureau["name"][:length] in JAPANESE_FAMILIES for length in (2, 3))
        return Form(bureau.end(), "dateline-agency", bureau["place"]) if is_reporter else None
    said = match.groupdict()
    place, agency, month, day = (
        next((said[name] for name in said if name.rstrip("0123456789") == wanted and said[name]), None)
        for wanted in ("place", "agency", "month", "day")
    )
    return Form(match.end(), "dateline-agency", place, _date(match["year"], month, day), agency)


def _date(year: str | None, month: str | None, day: str | None) -> str | None:
    if month is None or not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return f"{year or '-'}-{int(month):02}" + (f"-{int(day):02}" if day else "")
