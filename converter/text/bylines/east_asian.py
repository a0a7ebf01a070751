"""Bylines in Chinese, Japanese and Korean: `记者 王小明`, `文・山田太郎`, `서울=김민수 기자`.

No capitals mark a name there. It is known by the label before it or the job behind it, or, where it stands alone, by
the family name that opens it.
"""

from __future__ import annotations

from converter.text.lines import words
from converter.text.patterns import Pattern

# The family names of nine Chinese and Koreans in ten, and of three Japanese in ten.
_HAN_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁蔡蒋蔣"
    "余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍黎史陶贺賀"
    "毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯温柳尚文庄莊洪施翁詹游卓童凌霍翟俞倪祝左涂伍柯管焦裴章鲁魯鲍鮑柏苗岳齐齊梅"
    "庞龐康兰藍蓝殷甘包宁颜顏聂聶关關樊葛季"
)
_DOUBLE_FAMILIES = words(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 夏侯 端木 司徒 司空"
)
_HANGUL_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염추"
)
JAPANESE_FAMILIES = words(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 "
    "吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 清水 "
    "山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川 "
    "岡田 村上 長谷川 近藤 石井 坂本 遠藤 青木 藤井 西村 "
    "福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 "
    "竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 "
    "宮崎 宮本 内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 "
    "河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 "
    "松井 小山 岩崎 桜井 野口 木下 野村 松尾 菊地 菊池 菅原 "
    "佐野 大西 杉本 新井 古川 浜田 市川 小松 島崎 水野 吉川 "
    "山内 西田 飯田 西川 北村 安田 五十嵐 川口 平田 関 本田 "
    "矢野 岩田 服部 永井 松岡 川上 土屋 秋山 大島 田口 荒木 "
    "尾崎 熊谷 小池 大久保 森本 須藤 "
)
_FIRST_SIGN, _FIRST_HANGUL, _LAST_HANGUL = "\u3005", "가", "힣"
_HAN_ONLY = r"[\u4e00-\u9fff]"
_HAN = r"[\u4e00-\u9fff·]"
_KANJI_OR_KANA = r"[\u3005\u3040-\u30ff\u4e00-\u9fff]"
_NAME = rf"(?:{_HAN_ONLY}{{2,4}}|{_HAN_ONLY}{{1,6}}·{_HAN_ONLY}{{1,8}})"
_MARK = r"[:：/／|｜丨・]"
_NAMES = rf"{_NAME}(?:\s?[、，,/／]\s?{_NAME}|\s{_NAME}(?!\s*{_MARK}))*"
# Who writes, whose label stands before a name; the last signs of it decide.
_WRITERS = (
    r"(?:记者|記者|通讯员|通訊員|评论员|評論員|特派員|特派员|采访人员|撰稿人?|撰文者?|作者|采写|採寫|"
    r"编译|編譯|整理|翻译|翻譯|"
    r"执笔人?|執筆|"
    r"主笔|实习生|图文|圖文|文[、/／]?[图圖](?:片)?|[图圖][/／]文|文[、]攝影|文字|"
    r"采访[、/／ ]?撰文|採訪[、/／]?(?:撰文|整理)|"
    r"采访|採訪|专栏作家|專欄作家|文)"
)
_HOUSES = "社报報网網台视視刊闻聞经經讯訊心"
_ABROAD = rf"(?:驻|駐){_HAN_ONLY}{{2,4}}"
_RANKS = (
    "(?:全媒体|全媒體|融媒体|融媒體|首席|特约|特約|特派|见习|見習|实习|實習|资深|資深|财经|财经|专栏|本文|原|高级|高級)"
)
# Behind a mark or a blank any words may say whose writer it is; without one, a house's name.
_LABEL = (
    rf"(?:{_HAN}{{0,10}}[{_HOUSES}]\s?|本[报報刊网網台社]\s?)?(?:{_ABROAD})?{_RANKS}{{0,2}}{_WRITERS}"
    rf"(?:\s?{_MARK}?\s?(?:{_HAN}{{0,6}}[{_HOUSES}]|本[报刊])?记者)?"
)
_OTHERS = (
    r"(?:编辑|編輯|编|责编|責編|责任编辑|責任編輯|来源|來源|摄影|攝影|[图圖]片?|校对|口述|译者|监制|出品|设计|"
    r"视频|通讯员|实习生)"
)
_SEGMENT = Pattern(
    rf"\s*[|｜]?\s*(?:(?P<label>{_LABEL})(?P<mark>\s*{_MARK}\s*|\s*)(?P<names>{_NAMES})|"
    rf"(?P<other>{_OTHERS})(?:\s*{_MARK}\s*|\s+){_HAN}{{2,12}}(?:[ 、]{_NAME}(?!\s*{_MARK}))?)"
    rf"(?=\s|[|｜(（]|$|文/[图圖])"
)
_REPORTED = (
    rf"\s*[／/]?\s*(?:发自)?{_HAN_ONLY}{{0,6}}(?:\d{{1,2}}日)?"
    r"(?:报导|報導|报道|報道|专访|專訪|電|电|讯|訊|编译|編譯|外電)"
)
_REPORTING = Pattern(
    rf"(?:{_HAN}{{0,6}}(?:记者|記者|特派員|编译|編譯)|{_HAN_ONLY}{{2,4}}中心[／/])?\s*"
    rf"(?P<names>{_NAME}(?:[、，／/ ]{_NAME}){{0,2}}){_REPORTED}"
)
_FILED = Pattern(rf"(?P<names>.*?)\s+(?:发自|發自){_HAN_ONLY}{{2,6}}|(?P<all>.*?)\s*(?:文/[图圖]|摄影报道)")
_BEHIND = Pattern(
    rf"(?P<names>{_NAMES})(?:\s*[/／|｜]\s*|\s)(?:文(?:/[图圖])?|图文|圖文|撰文|编译|編譯|"
    rf"{_HAN}{{2,8}}(?:报|報|网|網|社|台|刊|新闻|新聞|周刊|在线|记者))|"
    rf"(?P<signed>{_NAMES})\s*(?:[，,]\s?|[（(])?{_HAN}{{2,12}}(?:教授|研究员|研究員|学者|學者|记者|記者|日报|日報|作家)[）)]?"
)
_DESKS = Pattern(
    rf"{_HAN_ONLY}{{2,6}}[报報网網社刊](?:社论|社論|评论员|編輯部|编辑部|編集部)|"
    rf"{_HAN_ONLY}{{2,4}}(?:编辑部|編輯部|編集部|评论员)|"
    rf"(?:即時新聞|{_HAN_ONLY}{{2}}中心)[／/](?:{_HAN_ONLY}{{2}})報導"
)
_OPENING_NOTICE = Pattern(rf"本[报報]{_HAN_ONLY}{{0,4}}(?:\d{{1,2}}月\d{{1,2}}日)?[讯訊]\s*(?=[（(\s])")
_AMONG_PAGE_DATA = Pattern(
    rf"기자명\s+[가-힣]{{2,4}}\b|[가-힣]{{2,4}} 기자\s+(?:입력|승인|등록)\b|"
    rf"(?:^|[\s|｜\d]|{_HAN})(?:作者|记者|記者|撰文|文)\s*[:：/／|]?\s*{_HAN}{{2,4}}(?=$|[\s|｜,，、(（／])"
)
_BULLETS = " \t\u3000□■○◎●▲★◆△▍＊*☆◇▪•·"
_JAPANESE_WRITERS = "(?:取材|構成|聞き手|文|執筆者?|著者|筆者|投稿者|記者|ライター|TEXT|Text|text|[Bb]y|[Tt]ext by)"
_JAPANESE_OTHERS = "(?:撮影|写真|編集|撮影・編集|PHOTO|Photo)"
_JAPANESE_NAME = rf"{_KANJI_OR_KANA}{{2,8}}(?:[ 　]{_KANJI_OR_KANA}{{1,6}})?"
_JAPANESE = Pattern(
    rf"{_JAPANESE_WRITERS}(?:[・／/、と](?:{_JAPANESE_WRITERS}|{_JAPANESE_OTHERS}))*"
    rf"(?P<mark>[:：=＝・／/|｜]\s*|[ 　])(?P<name>{_JAPANESE_NAME})"
    rf"(?:[ 　]{_JAPANESE_OTHERS}[:：=＝・／/|｜ 　]\s*{_JAPANESE_NAME})?|"
    r"(?:[\u4e00-\u9fff]{2,6}[ 　・]?)?[\u4e00-\u9fff]{2,5}記者|"
    rf"(?:編集委員|論説委員|特派員|専門記者|客員編集委員|ライター|ジャーナリスト)[ 　・]{_KANJI_OR_KANA}{{2,8}}|"
    rf"{_KANJI_OR_KANA}{{0,8}}(?:部|支局|支局長|新聞|日報|通信|本紙)(?:記者)?[ 　・]"
    rf"(?P<of_desk>{_JAPANESE_NAME})(?:記者)?|"
    rf"(?P<of_paper>{_JAPANESE_NAME})[（(]{_KANJI_OR_KANA}{{2,10}}[）)]"
)
_JAPANESE_AT = Pattern(r"(?!写真|撮影|編集)[\u30a0-\u30ff\u4e00-\u9fff]{2,10}[＝=](?P<name>[\u3005\u4e00-\u9fff]{3,5})")
_KOREAN_NAMES = r"[가-힣]{2,4}(?:[·, ・]{1,2}[가-힣]{2,4}){0,3}"
_KOREAN_JOBS = r"(?:기자|특파원|논설위원|칼럼니스트|앵커|에디터)"
_KOREAN_REPORTER = rf"{_KOREAN_NAMES} ?[가-힣]{{0,4}}{_KOREAN_JOBS}(?:\s*(?:[/|(]\s*)?[\w.]{{2,32}}@[\w.]{{4,32}}\)?)?"
_KOREAN = Pattern(
    rf"(?!사진|영상|출처|자료)(?:[\[(〔【](?:[가-힣A-Za-z0-9]+=)?[가-힣A-Za-z0-9 ]{{2,12}}[\])〕】]\s*|"
    rf"[\w.]{{2,32}}@[\w.]{{4,32}}\s+|[가-힣]{{2,8}}[팀부국]\s+|"
    rf"[가-힣]{{2,6}}[=/]\s*|[가-힣A-Za-z]{{2,8}}\s*[|｜=]\s*|"
    rf"(?:글|정리|취재|입력)[·/ ]?(?:사진|편집)?[ /=:]+)?"
    rf"{_KOREAN_REPORTER}(?:[\s,·/]+{_KOREAN_REPORTER}){{0,4}}\s*=?|"
    rf"(?:글|글·사진|취재|정리|기자명?|취재기자|작성자|by)\s?[ :/=]\s?"
    rf"(?P<names>[가-힣]{{3}}(?:[·, ]{{1,2}}[가-힣]{{3}})?)"
    rf"(?: 사진[ :/=]+[가-힣]{{3}})?|"
    r"(?!이메일|문의|제보|연락|주소|신청|접수|안내|지원|전자|우편|정보|조선|고객|구독|전화|공식|유튜|원고|방송|홍보|신문|성명)"
    r"(?P<mailed>[가-힣]{3})(?<![은는처])(?:\s*/\s*|\s+)[\w.]{2,32}@[\w.]{4,32}"
)
# Of places and things, and of those whom a story tells of.
_NO_NAME_ENDS = "省市县縣区區镇鎮路街边邊记記报報书書们們的了吗嗎呢你我他"
_JAPANESE_ENDS = (
    "県",
    "市",
    "町",
    "村",
    "区",
    "郡",
    "府",
    "都",
    "道",
    "橋",
    "知事",
    "市長",
    "首相",
    "氏",
    "さん",
    "部長",
)
_NOBODY = ("未知", "匿名", "佚名", "不详")
_BRACKETS = "[]【】〔〕（）()［］＜＞"
_LONGEST = 40


def is_byline(text: str) -> bool:
    """Return whether the line is a byline by its label or by the job behind the name."""
    if (len(text) > _LONGEST and "@" not in text) or not any(_FIRST_SIGN <= char <= _LAST_HANGUL for char in text):
        return False  # An emoji, or the sign of a character that was lost, is no script.
    notice = _OPENING_NOTICE.match(text)
    bare = _without_brackets(text[notice.end() :] if notice else text)
    is_set_off = bare != text
    if _is_chinese(bare):
        return True
    if is_set_off and _is_japanese_name(bare):
        return True
    match = _JAPANESE.fullmatch(bare)
    if match is not None:
        name = match["of_desk"] or match["of_paper"] or (match["name"] if (match["mark"] or "x").isspace() else None)
        return name is None or _is_japanese_name(name)
    match = _JAPANESE_AT.fullmatch(text)
    if match is not None:
        return _is_japanese_name(match["name"])
    match = None
    if any(_FIRST_HANGUL <= char <= _LAST_HANGUL for char in text):
        match = _KOREAN.fullmatch(text) or (_KOREAN.fullmatch(bare) if is_set_off else None)
    if match is None:
        return False
    names = match["names"] or match["mailed"]
    return names is None or names[0] in _HANGUL_FAMILIES


def _without_brackets(text: str) -> str:
    """Return the line without bullets before it and brackets around it: `■本报记者 张三`, `（记者 张三）`."""
    bare = text.strip(_BULLETS)
    inner = bare.strip(_BRACKETS)
    if inner and bare[0] in _BRACKETS and bare[-1] in _BRACKETS and not any(char in inner for char in _BRACKETS):
        return inner.strip()
    return bare


def _is_chinese(text: str) -> bool:
    if not "\u4e00" <= text[:1] <= "\u9fff":
        return False
    filed = _FILED.fullmatch(text)
    if _is_labelled((filed["names"] or filed["all"]) if filed else text):
        return True
    match = _REPORTING.fullmatch(text)
    if match is not None:
        return _opens_with_family(match["names"])
    match = _BEHIND.fullmatch(text)
    return match is not None and _opens_with_family(match["names"] or match["signed"])


def _is_labelled(text: str) -> bool:
    """Return whether the line has nothing but labels and names, and one of them writes: `记者｜张三 编辑｜李四`."""
    at = 0
    writes = False
    while at < len(text) and (match := _SEGMENT.match(text, at)) is not None:
        if match["label"]:
            if not match["mark"].strip(" \u3000") and not _opens_with_family(match["names"]):
                return False
            writes = writes or match["names"] not in _NOBODY
        at = match.end()
    rest = text[at:].strip(" \u3000")
    return writes and (not rest or (rest[0] in "(（" and rest[-1] in ")）"))


def is_desk(text: str) -> bool:
    """Return whether the line is the name of a desk: `样本日报社论`, `國際中心／綜合報導`."""
    return _DESKS.fullmatch(text) is not None


def is_among_page_data(text: str) -> bool:
    """Return whether a line with a date says its author too: `2025-03-03 14:10 来源：样本网 作者：陈小明 评论(18)`."""
    if _DATE.search(text) is None:
        return False
    return _AMONG_PAGE_DATA.search(text) is not None or _is_japanese_name(
        _DATE_AND_CLOCK.compiled.sub("", text).strip()
    )


_DATE_AND_CLOCK = Pattern(r"[\d年月日時分:/.-]+")
_DATE = Pattern(r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}")


def _opens_with_family(names: str) -> bool:
    return names[0] in _HAN_FAMILIES or names[:2] in _DOUBLE_FAMILIES


def is_name(text: str) -> bool:
    """Return whether a line is the name of a Chinese, Japanese or Korean and nothing else, or of two of them."""
    parts = text.replace("、", " ").split()
    if len(parts) > 1 and all(map(_is_japanese_name, parts)):
        return True
    if 1 <= len(parts) <= 3 and all(map(_is_chinese_or_korean_name, parts)):
        return True
    return _is_japanese_name(text)


def _is_chinese_or_korean_name(text: str) -> bool:
    return (
        2 <= len(text) <= (4 if text[:2] in _DOUBLE_FAMILIES else 3)
        and _opens_with_family(text)
        and text[-1] not in _NO_NAME_ENDS
        and all("\u4e00" <= char <= "\u9fff" for char in text)
    ) or (len(text) == 3 and text[0] in _HANGUL_FAMILIES and all("가" <= char <= "힣" for char in text))


def _is_japanese_name(text: str) -> bool:
    bare = text.replace("\u3000", "").replace(" ", "")
    if bare.endswith(_JAPANESE_ENDS):
        return False
    if not 3 <= len(bare) <= 6 or not all(
        "\u3005" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in bare
    ):
        return False
    return any(bare[:at] in JAPANESE_FAMILIES and 1 <= len(bare) - at <= 3 for at in (1, 2, 3))
