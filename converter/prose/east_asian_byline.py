"""Bylines in Chinese, Japanese and Korean: `记者 王小明`, `文・山田太郎`, `서울=김민수 기자`.

No capitals mark a name there. It is known by the label before it or the job behind it, or, where it stands alone, by
the family name that opens it.
"""

from __future__ import annotations

import re

from converter.prose.lines import words

# The family names of nine Chinese and Koreans in ten, and of three Japanese in ten.
_HAN_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁蔡蒋蔣"
    "余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍黎史陶贺賀"
    "毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯温柳尚文庄莊"
)
_DOUBLE_FAMILIES = words(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 夏侯 端木 司徒 司空"
)
_HANGUL_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염추"
)
_JAPANESE_FAMILIES = words(
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
_HAN = r"[\u4e00-\u9fff·]"
_KANJI_OR_KANA = r"[\u3005\u3040-\u30ff\u4e00-\u9fff]"
_CHINESE_LABEL = (
    r"(?:(?:本报|本刊|本网|特约|实习|见习|來自|来自|[\u4e00-\u9fff]{1,4}[社报网报台视]|[\u4e00-\u9fff]{2,5}新闻)?"
    r"(?:首席|驻[\u4e00-\u9fff]{1,4})?(?:记者|記者)|特派員|"
    r"作者|撰文|撰稿|采写|採寫|编译|編譯|翻译|翻譯|整理|采访|採訪|(?:采访|採訪)[/／]?撰文|图文|圖文|文[/／]?[图圖]|文字|文)"
)
_LABELLED = re.compile(
    rf"{_CHINESE_LABEL}(?P<mark>\s*[:：/／|｜丨]\s*|\s+)(?P<names>{_HAN}{{2,8}}(?:[ 、，/／]{_HAN}{{2,8}}){{0,3}})"
    rf"(?:\s+(?:通讯员|摄影|攝影|图|圖|[图圖]文?[/／:：])\s*{_HAN}{{2,8}}(?:[ 、]{_HAN}{{2,4}})?)?"
)
_BEHIND = re.compile(
    rf"(?P<names>{_HAN}{{2,4}}(?:[ 、]{_HAN}{{2,4}}){{0,2}})\s*[/／|｜]\s*(?:文|图文|圖文|撰文|编译|編譯)"
)
_OF_A_PAPER = re.compile(
    rf"(?P<names>{_HAN}{{2,4}}(?:[ 、]{_HAN}{{2,4}}){{0,2}})\s*[/／|｜]\s*"
    rf"{_HAN}{{2,8}}(?:报|報|网|網|社|台|刊|新闻|新聞|周刊|在线)"
)
_AMONG_PAGE_DATA = re.compile(
    rf"(?:^|[\s|｜\d]|{_HAN})(?:作者|记者|記者|撰文|文)\s*[:：/／|]?\s*{_HAN}{{2,4}}(?=$|[\s|｜,，、(（])"
)
_UNMARKED = re.compile(
    rf"(?:本报|本刊|本网|特约|实习)?(?:记者|記者|作者|撰文|文)(?P<names>{_HAN}{{2,4}}(?:[ 、，]{_HAN}{{2,4}}){{0,3}})"
)
_REPORTING = re.compile(
    rf"{_HAN}{{0,6}}(?:记者|記者|特派員|编译|編譯)\s*(?P<names>{_HAN}{{2,8}}(?:[、，／/ ]{_HAN}{{2,4}}){{0,2}})"
    rf"\s*[／/]?\s*{_HAN}{{0,6}}(?:报导|報導|报道|報道|采访报道|專訪|专访|電|电|讯|訊)"
)
_REPORTER = re.compile(rf"{_HAN}{{0,6}}(?:记者|記者)\s*(?P<names>{_HAN}{{2,4}}(?:[ 、，]{_HAN}{{2,4}}){{0,3}})")
_JAPANESE_LABEL = "(?:取材|構成|聞き手|撮影|写真|文|執筆|著者|筆者|編集|記者|ライター)"
_JAPANESE = re.compile(
    rf"(?:{_JAPANESE_LABEL}[・／/＝=、と　 ]{{0,2}}){{1,3}}(?<=[・／/＝=　 ])"
    rf"[:：]?\s*{_KANJI_OR_KANA}{{2,8}}(?:[ 　]{_KANJI_OR_KANA}{{1,6}})?|"
    rf"{_JAPANESE_LABEL}[:：]\s*{_KANJI_OR_KANA}{{2,8}}(?:[ 　]{_KANJI_OR_KANA}{{1,6}})?|"
    rf"(?:[\u4e00-\u9fff]{{2,6}}[ 　・]?)?[\u4e00-\u9fff]{{2,5}}記者|"
    rf"(?:編集委員|論説委員|特派員|専門記者|客員編集委員|ライター|ジャーナリスト)[ 　・]{_KANJI_OR_KANA}{{2,8}}"
)
_JAPANESE_AT = re.compile(r"[\u30a0-\u30ff\u4e00-\u9fff]{2,10}＝(?P<name>[\u3005\u4e00-\u9fff]{3,5})")
_KOREAN_NAMES = r"[가-힣]{2,4}(?:[·, ・]{1,2}[가-힣]{2,4}){0,3}"
_KOREAN = re.compile(
    rf"(?:[\[(〔【](?:[가-힣A-Za-z0-9]+=)?[가-힣A-Za-z0-9 ]{{2,12}}[\])〕】]\s*|[가-힣]{{2,6}}[=/]\s*|"
    rf"(?:글|정리|취재|입력)[·/ ]?(?:사진|편집)?[ /=:]+)?"
    rf"{_KOREAN_NAMES} ?[가-힣]{{0,4}}(?:기자|특파원|논설위원|칼럼니스트|앵커|에디터)\s*(?:[\w.]+@[\w.]+)?\s*=?|"
    rf"(?:글|글·사진|취재|정리)[ :/=]+(?P<names>[가-힣]{{3}}(?:[·, ]{{1,2}}[가-힣]{{3}})?)"
)
_BRACKETS = "[]【】〔〕（）()［］"
_LONGEST = 40


def is_byline(text: str) -> bool:
    """Return whether the line is a byline by its label or by the job behind the name."""
    if len(text) > _LONGEST:
        return False
    bare = text.strip(_BRACKETS)
    match = _LABELLED.fullmatch(text)
    if match is not None:
        return bool(match["mark"].strip(" \u3000")) or _opens_with_family(match["names"])
    match = _UNMARKED.fullmatch(text) or _BEHIND.fullmatch(text) or _OF_A_PAPER.fullmatch(text)
    if match is not None:
        return _opens_with_family(match["names"])
    if bare != text and bare and not any(char in bare for char in _BRACKETS):
        if _LABELLED.fullmatch(bare):
            return True
        match = _REPORTING.fullmatch(bare) or _REPORTER.fullmatch(bare)
        if match is not None:
            return _opens_with_family(match["names"])
        if _is_japanese_name(bare):
            return True
    match = _REPORTING.fullmatch(text)
    if match is not None:
        return _opens_with_family(match["names"])
    if _JAPANESE.fullmatch(text):
        return True
    match = _JAPANESE_AT.fullmatch(text)
    if match is not None:
        return _is_japanese_name(match["name"])
    match = _KOREAN.fullmatch(text)
    return match is not None and (match["names"] is None or match["names"][0] in _HANGUL_FAMILIES)


def is_among_page_data(text: str) -> bool:
    """Return whether a line with a date says its author too: `2025-03-03 14:10 来源：样本网 作者：陈小明 评论(18)`."""
    return _DATE.search(text) is not None and _AMONG_PAGE_DATA.search(text) is not None


_DATE = re.compile(r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}")


def _opens_with_family(names: str) -> bool:
    return names[0] in _HAN_FAMILIES or names[:2] in _DOUBLE_FAMILIES


def is_name(text: str) -> bool:
    """Return whether a line is the name of a Chinese, Japanese or Korean and nothing else, or of two of them."""
    parts = text.split()
    if 1 <= len(parts) <= 3 and all(map(_is_chinese_or_korean_name, parts)):
        return True
    return _is_japanese_name(text)


def _is_chinese_or_korean_name(text: str) -> bool:
    return (
        2 <= len(text) <= (4 if text[:2] in _DOUBLE_FAMILIES else 3)
        and _opens_with_family(text)
        and all("\u4e00" <= char <= "\u9fff" for char in text)
    ) or (len(text) == 3 and text[0] in _HANGUL_FAMILIES and all("가" <= char <= "힣" for char in text))


def _is_japanese_name(text: str) -> bool:
    bare = text.replace("\u3000", "").replace(" ", "")
    if not 3 <= len(bare) <= 6 or not all(
        "\u3005" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in bare
    ):
        return False
    return any(bare[:at] in _JAPANESE_FAMILIES and 1 <= len(bare) - at <= 3 for at in (1, 2, 3))
