"""The headline: the first line, where it is one. A text need not have one, and then none is made.

On the wire the title is what stands between the header and the dateline, in
capitals in all but 28 of 19,043. Elsewhere a first line is a headline when it
is short, no sentence, no quotation and no label, and the story follows it: a
line of prose that is longer and ends as a sentence does (conventions page,
"Headline").
"""

from __future__ import annotations

from converter.prose.lines import FULL_STOPS, QUESTION_MARKS, count_words, ends_sentence, final_mark, is_capitals, words
from converter.prose.patterns import Pattern
from converter.readers.text.openings import is_opening

# 95 % of headlines have at most 18 words; what is longer needs more evidence. One word is a kicker or a place.
_USUAL_WORDS = 18
_LONG_WORDS = 22
_MOST_WORDS, _MOST_CHARACTERS = 26, 220
_WIRE_WORDS = 32  # In three lines.
_LEAST_WORDS = 2
_LEAST_WITH_STOP = 4
_SHORT_WORDS = 10
_OPENING_QUOTES = "\"“„«»‘'「『"
_CLOSING_QUOTES = "\"”»“’'」』"
# What a first line begins with that is a label, a caption or a note: with a colon, or with more words.
_LABELS_WITH_COLON = words(
    "warning note watch update updated listen video photo photos image advisory disclaimer editor q a from "
    "contents source credit summary tested text "
    "picture pictured caption more related pic foto"
)
_LABEL_PHRASES = (
    "table of contents",
    "key points",
    "key takeaways",
    "analysis by",
    "story highlights",
    "image caption",
    "image source",
    "this video",
    "to use this",
    "media caption",
    "video caption",
    "click ",
    "staff report",
    "from the section",
    "last updated",
    "warning this ",
    "warning some ",
    "warning contains ",
    "warning graphic ",
    "sharing is caring",
    "(l-r)",
    "from left",
    "[extrait]",
    "原标题",
    "（原标题",
    "本文原标题",
    "you are here",
    "现在位置",
    "您所在的位置",
)


def is_wire_title(text: str) -> bool:
    """Return whether a line at the head of a wire story is its title: set in capitals."""
    return is_capitals(text) and count_words(text) <= _WIRE_WORDS


def is_too_long(text: str) -> bool:
    """Return whether the line is longer than any headline, section or head of a list."""
    return len(text) > _MOST_CHARACTERS or count_words(text) > _MOST_WORDS


def is_headline(text: str, following: list[str], *, is_marked: bool = False) -> bool:
    """Return whether a first line is a headline; `following`: the next lines, bylines and furniture left out.

    `is_marked` says that what stands below headlines stands below it: a byline, a date, a paragraph with a dateline.
    """
    bare = text.strip(" \t\xa0")
    count = count_words(bare)
    if count == 1 and _is_one_long_word(bare, following):
        return True
    if (
        not _LEAST_WORDS <= count <= _MOST_WORDS
        or len(bare) > _MOST_CHARACTERS
        or not _opens_like_one(bare)
        or _is_label(bare)
    ):
        return False
    if _is_row(bare) or is_opening(bare):
        return False
    if not is_marked and _is_said(bare, following):
        return False  # The first line of a transcript or of a list of facts.
    if not is_marked and count <= _NAME_WORDS and _is_named(bare, following):
        return False
    is_title = _is_title_case(bare)
    # Above a list or a table a headline is known only by its words.
    if not _is_followed_by_story(bare, following) and not (is_title and count >= 4 and share_of(bare, following) >= 2):
        return False
    shared = share_of(bare, following)
    if not _may_end_one(bare, is_title, shared, is_marked=is_marked):
        return False
    if count == 2:
        # Sections and captions have two words too: both must be what the story is about, or a byline must follow.
        # In `Village revival` the small letter says that it is nobody's name.
        said = [stem for stem in stems_of(bare) if not stem.isdigit()]
        least = 1 if bare.split()[-1][0].islower() else max(len(said), 1)
        return not bare.isupper() and (is_marked or shared >= least)
    if is_marked:
        return True
    if _is_told(bare, count) and not is_title:
        return False
    if (
        final_mark(bare) in QUESTION_MARKS
        and bare[-1] not in _CLOSING_QUOTES
        and not is_title
        and (
            (count > _SHORT_WORDS and _TOLD_INSIDE.search(bare) is not None)
            or shared < (2 if _SENTENCE_INSIDE.search(bare[:-1]) else 1)
        )
    ):
        return False  # A question that opens the story; one above it is about what the story says.
    # A headline repeats words of its story, which a caption, a section's name or a call to click seldom does.
    if count > _USUAL_WORDS:
        return (shared >= 4 and count <= _LONG_WORDS) or (is_title and shared >= 2)
    if ": " in bare and count >= 7 and not ends_sentence(bare):
        return True  # `The man whose duvet nearly killed him: How a mystery was solved`: no caption is built so.
    if shared >= 1 or (is_title and count >= 4 and not bare.isupper()) or _is_counted(bare):
        return True
    # `A glimpse of the future`: of 590 headless texts of pages none opens with a line that has nothing of its story
    # and is as short as this above two paragraphs of prose.
    return (
        3 <= count <= _SHORT_WORDS and not bare.isupper() and len(following) > 1 and all(map(_is_prose, following[:2]))
    )


# Above the headline, in a container's text.
_SECTIONS = words(
    "news politics world business sport sports opinion technology tech health science entertainment culture arts "
    "education environment travel lifestyle money finance economy markets society international national local "
    "us uk europe africa asia americas middle_east world_news us_news uk_news local_news national_news top_news "
    "opinion_column editorial editorials commentary comment analysis exclusive feature features interview football "
    "soccer tennis cricket rugby golf basketball baseball hockey books film films movies music tv media theatre food "
    "fashion crime weather climate religion law military defense defence energy cars motoring property gaming games "
    "celebrity life magazine nation metro elections election politik wirtschaft panorama kultur wissen sport ausland "
    "inland feuilleton gesellschaft digital politique économie monde société culture política economía mundo "
    "deportes sociedad cultura brasil economia esportes cronaca politica esteri spettacoli binnenland buitenland"
)


def is_section(text: str) -> bool:
    """Return whether the line is the name of a section, as pages set it above the headline."""
    bare = text.strip(" \t\xa0|/›»>:•·").casefold()
    return len(bare) <= 24 and bare.replace(" ", "_") in _SECTIONS


_STANDING = words(
    "in_brief news_in_brief news_briefs world_in_brief business_in_brief sport_in_brief sports_in_brief "
    "letters_to_the_editor today_in_history this_day_in_history on_this_day quote_of_the_day quotes_of_the_day "
    "corrections_and_clarifications kurz_gemeldet kurz_notiert kurz_und_knapp leserbriefe in_kürze "
    "en_bref courrier_des_lecteurs en_breve cartas_al_director cartas_dos_leitores em_breves in_breve "
    "lettere_al_direttore kort_nieuws ingezonden_brieven kort_fortalt kort_sagt i_korthet lyhyesti w_skrócie "
    "krátce stručne röviden pe_scurt ukratko kısa_kısa коротко коротко_о_важном стисло накратко"
)


def is_standing_head(text: str) -> bool:
    """Return whether the line is the head that a roundup has every day, with its page or without: `In Brief (Page 3)`.

    Newsrooms call it a standing head. It says nothing of what the story says.
    """
    bare = text.partition("(")[0].strip(" \t\xa0:").casefold()
    return len(text) <= _LONGEST_STANDING and bare.replace(" ", "_") in _STANDING


_LONGEST_STANDING = 40


def _opens_like_one(text: str) -> bool:
    bare = text.lstrip(_OPENING_QUOTES + "¿¡([<^ ")
    first = bare[:1]
    return (
        first.isupper()
        or (first.islower() and any(map(str.isupper, bare[1:3])))  # `iPhone`, `eBay`, `macOS`.
        or first.isdigit()
        or first in "$£€#+"
        or (
            not first.isascii()
            and (not first.islower() or first.title() == first)  # Georgian has no capitals to open with.
            and first not in "–—―•·●▪■"
        )
    )


_CREDIT = Pattern(
    r"(?i:\((?:[^()]*\b)?(?:photo|foto|image|picture|bild|credit|quelle|afp|ap|reuters|getty|dpa|epa)\b[^()]*\)\.?$)|"
    r"(?:[.!?]\s*(?:Photo(?:graph)?|Image|Picture|Illustration|Screenshot) by [A-Z]|"
    r"(?:[.!?]\s*|[A-Z][\w.-]+ [A-Z][\w-]+ ?/ ?)(?:AFP|Getty|Reuters|AP|EPA|dpa|Alamy|Shutterstock|iStock)\b)"
    r"[^.]{0,40}$|"
    r"(?:[.!?。]|(?<=[^\W\d_]))\s*\b(?i:photo(?:graph|graphie)?s?|fotos?|image|bild|credit|crédit|crédito|source|quelle|"
    r"fonte|fuente)(?: by| credit)?\s?: ?(?:(?:dpa|afp|epa|ap|and|und|/|&|[A-ZÀ-ÞА-Я][^\s.]*) ?){1,6}$|"
    r"(?:[（(]|视觉中国|记者|新华社|中新社)[^（）()。]{0,16}(?:摄|供图|资料|资料图片?)[）)]?$"
)
"""Where a picture is from, at the end of its caption."""
_SENTENCE_WORDS = words("has have had is are was were will would says said the a an")
_VERBS = _SENTENCE_WORDS - {"the", "a", "an"}
_OPENINGS = ("The ", "A ", "An ", "According ", "Earlier ")


_PATH = (" > ", " » ", ">>", " › ")
"""Between the steps of a way through the site."""


def _is_label(text: str) -> bool:
    lowered = text.casefold()
    label, colon, _ = lowered.partition(":")
    return (
        (bool(colon) and label.strip() in _LABELS_WITH_COLON and not _is_updated(label, text))
        or lowered.startswith(_LABEL_PHRASES)
        or "www." in lowered
        or "pic.twitter" in lowered
        or "http" in lowered
        or lowered.endswith("#ad")
        or (any(map(text.__contains__, _PATH)) and "«" not in text)
        or _CREDIT.search(text) is not None
        or (lowered.startswith("dear ") and lowered.endswith((",", "!")))
    )


def _is_updated(label: str, text: str) -> bool:
    """Return whether a headline stands behind its mark, and no date: `UPDATED: County stops ferry on Sundays`."""
    rest = text.partition(":")[2]
    return label.strip() == "updated" and count_words(rest) >= _LEAST_WITH_STOP and not any(map(str.isdigit, rest))


def _label_of(text: str) -> str:
    """Return the name or label with a colon that a line opens with, in small letters, or an empty string."""
    label, colon, said = text.partition(":")
    names = label.split()
    is_label = colon and said and 1 <= len(names) <= 3 and all(name[0].isupper() for name in names)
    return label.casefold() if is_label else ""


def _is_said(text: str, following: list[str]) -> bool:
    """Return whether the line is the first of a transcript or a list of facts: the next one has another label."""
    label = _label_of(text)
    if not label or not following or _label_of(following[0]) in ("", label):
        return False
    # Above an interview: `Mayor: “I had to go”`, `Eastmere: The Roots of a Quarrel`.
    is_above = text[-1] in _CLOSING_QUOTES or (_is_title_case(text) and share_of(text, following) >= 2)
    return not is_above


_NAME_WORDS = 4


def _is_named(text: str, following: list[str]) -> bool:
    """Return whether the line is a name that the story has just so: the caption of a picture, or a kicker.

    Every word of it has a capital, and the story has capitals and small letters.
    """
    return all(word[0].isupper() for word in text.split()) and any(text in line for line in following[:12])


_HERE = Pattern(r"[.?!] Here[’']s (?:what|how|why|when|where|who|the)\b")


def _is_told(text: str, count: int) -> bool:
    """Return whether an English line without a stop tells a thing as a sentence does: what stands below headlines.

    Of 1,456 headlines five do, of 286 lines below headlines that lack their stop 150.
    """
    said = [word for word in text.casefold().split() if word in _SENTENCE_WORDS]
    if ":" in text or _HERE.search(text) or not {"the", "a"}.intersection(said):
        return False
    return (count >= 16 and len(said) >= 3) or (
        count >= 10 and text.startswith(_OPENINGS) and bool(_VERBS.intersection(said))
    )


def _is_row(text: str) -> bool:
    """Return whether a line is a row of figures: `Eastmere 14 11 6 15 - 44`."""
    words = text.split()
    if sum("\u3040" <= char <= "\u9fff" for char in text) >= 6:
        return False  # Without blanks between words a figure makes no word of its own.
    return sum(map(_is_figure, words)) * 5 >= len(words) * 2 and len(words) > 2


_YEAR = Pattern(r"(?:19|20)\d\d")


def _is_figure(word: str) -> bool:
    """Return whether the word is more figures than letters: `44`, `4-2`, `$12`, and not `3rd`."""
    digits = sum(map(str.isdigit, word))
    return digits > sum(map(str.isalpha, word)) and _YEAR.fullmatch(word) is None


def _may_end_one(text: str, is_title: bool, shared: int, *, is_marked: bool) -> bool:
    last = text[-1]
    mark = "…" if text.endswith("..") else final_mark(text)
    if mark not in QUESTION_MARKS and last in ":;,-–—،、":
        return False
    if last in _CLOSING_QUOTES:
        # `Mayor: “We had to win”` is one; a line that is a quotation or ends a sentence in one is body.
        # A quotation alone is one only where it is about what the story says, and no whole sentence with its stop.
        return text[-2:-1] not in (".", ",", "…") and (
            is_marked or not _is_all_quoted(text) or (shared >= 1 and not _is_spoken(text))
        )
    if mark in FULL_STOPS:
        return (is_title and _LEAST_WITH_STOP <= count_words(text) <= _USUAL_WORDS) or (
            is_marked and count_words(text) <= _USUAL_WORDS
        )
    if mark in ("!", "！"):
        return not _SENTENCE_INSIDE.search(text[:-1])  # `Never heard them? Listen here!`
    return mark != "…" or is_title or shared >= 3 or count_words(text) <= 8


_TOLD_INSIDE = Pattern(r"[^\W\d_]{4}\. [^\W\d_]")
"""A sentence that tells something stands before the question; `The ferry is sold. What now?` is shorter."""
_SENTENCE_INSIDE = Pattern(r"[^\W\d_]{3}[.!?] [^\W\d_]+ ")


def _is_all_quoted(text: str) -> bool:
    """Return whether the line is one quotation: `“Nobody came”`, and not `'Nobody came', says 'angry' mayor`."""
    if text[0] not in _OPENING_QUOTES:
        return False
    inner = text[1:-1]
    closed = next((at for at, char in enumerate(inner) if char in _CLOSING_QUOTES and _is_word_end(inner, at)), None)
    return closed is None


def _is_spoken(quotation: str) -> bool:
    """Return whether a quotation has a sentence's end inside, or at its end: a headline cuts what was said."""
    return ends_sentence(quotation) or _SENTENCE_INSIDE.search(quotation) is not None


def _is_word_end(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _is_counted(text: str) -> bool:
    """Return whether a line announces how many of something it tells: `4 Things to Do in October`."""
    words = text.split()
    longer = [word for word in words[1:] if len(word) > 3]
    return words[0].isdigit() and len(words[0]) <= 3 and len(longer) >= 2 and all(word[0].isupper() for word in longer)


def _is_title_case(text: str) -> bool:
    """Return whether the longer words are capitalised, as American headlines set them and no sentence does."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= 3 and capitals * 6 >= len(longer) * 5


def share_of(text: str, following: list[str]) -> int:
    """Return how many of the line's content words, by their first letters, the next lines have."""
    stems = stems_of(text)
    shared = len(stems & stems_of(" ".join(following[:12])[:6000]))
    if shared or len(following) <= 12:
        return shared
    # The title of a feature may name what comes late in it.
    return len(stems & stems_of(" ".join(following[12:])[:12000]))


def stems_of(text: str) -> set[str]:
    """Return the first letters of a line's content words, or its pairs of signs."""
    stems: set[str] = set()
    for word in text.casefold().replace("’", "'").split():
        bare = word.strip(".,;:!?\"'“”„«»‘()[]<>—–-").removesuffix("'s")
        if not bare:
            continue
        if not bare.isascii() and (max(bare) > "\u2e7f" or _UNSTOPPED.match(bare)):
            # Scripts without blanks, a figure or a Latin name before them too: pairs of characters.
            stems.update(bare[at : at + 2] for at in range(len(bare) - 1))
        elif len(bare) > 2 and bare not in _COMMON:
            stems.add(bare[:4])
    return stems


_COMMON = words(
    "the and for are but not you all can had her was one our out has him his how its may new now old see two "
    "who did get let say she too use "
    "why off own per yet via any der die das und den von mit ist ein des dem les des une est qui sur pas los "
    "las del una con por più che per van het een "
    "this that with from have will been were they their there what when which about would could into more "
    "than over after before some most "
    "your them then these those also here just like such only very much many other where while being does "
    "doing make made says said "
    "sein eine einer einem einen nicht auch wird über nach dans pour avec plus para como pero este esta está "
    "della delle sono anche"
)


_LINES_BETWEEN = 6
_LONG_ENOUGH = 80
"""Characters: a sentence of more is a story's, however long the line above it is."""


def _is_followed_by_story(text: str, following: list[str]) -> bool:
    """A deck and a few short lines may stand between; a longer sentence must come, and soon."""
    for line in following[:_LINES_BETWEEN]:
        if (ends_sentence(line) or _is_unstopped(line)) and len(line) > min(len(text), _LONG_ENOUGH):
            return True
        if count_words(line) > _LONG_WORDS and len(line) > len(text):
            return True
    return False


_LONG_WORD = 12


def _is_one_long_word(text: str, following: list[str]) -> bool:
    """Return whether the line is a word such as `Augenlidstraffung` of which two paragraphs of prose below tell."""
    return (
        len(text) >= _LONG_WORD
        and text.isalpha()
        and text[0].isupper()
        and not text.isupper()
        and not is_section(text)
        and len(following) > 1
        and all(map(_is_prose, following[:2]))
        and text.casefold() in " ".join(following[:2]).casefold()
    )


def _is_prose(line: str) -> bool:
    return ends_sentence(line) and (len(line) >= _LONG_ENOUGH or count_words(line) >= _USUAL_WORDS)


_UNSTOPPED = Pattern("[\u0e00-\u0eff\u1780-\u17ff]")


def _is_unstopped(line: str) -> bool:
    """Return whether the line is a paragraph in Thai, Lao or Khmer, which set no mark where a sentence ends."""
    return len(line) > 80 and _UNSTOPPED.search(line) is not None
