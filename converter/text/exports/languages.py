"""Languages by the names that databases give them, in English, in themselves, or in the words of the screen."""

from __future__ import annotations

_NAMES = {
    "ar": "arabic arabisch arabe árabe العربية",
    "bg": "bulgarian bulgarisch bulgare български",
    "bn": "bengali bangla",
    "ca": "catalan katalanisch català catalán",
    "cs": "czech tschechisch tchèque čeština",
    "da": "danish dänisch danois dansk danés",
    "de": "german deutsch allemand alemán tedesco alemão duits",
    "el": "greek griechisch grec ελληνικά",
    "en": "english englisch anglais inglés inglese inglês engels",
    "es": "spanish spanisch espagnol español spagnolo espanhol spaans",
    "et": "estonian estnisch estonien eesti",
    "fa": "persian farsi persisch persan",
    "fi": "finnish finnisch finnois suomi finlandés",
    "fr": "french französisch français francés francese francês frans",
    "he": "hebrew hebräisch hébreu",
    "hi": "hindi",
    "hr": "croatian kroatisch croate hrvatski",
    "hu": "hungarian ungarisch hongrois magyar",
    "id": "indonesian indonesisch indonésien bahasa_indonesia",
    "it": "italian italienisch italien italiano italiaans",
    "ja": "japanese japanisch japonais japonés 日本語",
    "ko": "korean koreanisch coréen coreano 한국어",
    "lt": "lithuanian litauisch lituanien",
    "lv": "latvian lettisch letton",
    "ms": "malay malaiisch malais bahasa_malaysia",
    "nl": "dutch niederländisch néerlandais nederlands neerlandés holandés olandese",
    "no": "norwegian norwegisch norvégien norsk noruego",
    "pl": "polish polnisch polonais polski polaco",
    "pt": "portuguese portugiesisch portugais português portugués portoghese",
    "ro": "romanian rumänisch roumain română rumano",
    "ru": "russian russisch russe русский ruso russo",
    "sk": "slovak slowakisch slovaque slovenčina",
    "sl": "slovenian slowenisch slovène slovenščina",
    "sr": "serbian serbisch serbe srpski",
    "sv": "swedish schwedisch suédois svenska sueco",
    "th": "thai thailändisch thaï",
    "tr": "turkish türkisch turc türkçe turco",
    "uk": "ukrainian ukrainisch ukrainien",
    "vi": "vietnamese vietnamesisch vietnamien",
    "zh": "chinese chinesisch chinois chino cinese 中文",
}
_TAGS = {name.replace("_", " "): tag for tag, names in _NAMES.items() for name in names.split()}
_SCRIPTS = {
    "chinese - traditional": "zh-Hant",
    "chinese traditional": "zh-Hant",
    "traditional chinese": "zh-Hant",
    "chinese - simplified": "zh-Hans",
    "chinese simplified": "zh-Hans",
    "simplified chinese": "zh-Hans",
}


def find_language(text: str) -> str | None:
    """Return the tag of the language that the words name and nothing else, or None: `GERMAN; DEUTSCH`, `English`."""
    name = text.replace("\xa0", " ").strip(" .;").casefold()
    if name in _SCRIPTS:
        return _SCRIPTS[name]
    tags = {_TAGS.get(part.strip()) for part in name.replace(",", ";").split(";")}
    return tags.pop() if len(tags) == 1 else None
