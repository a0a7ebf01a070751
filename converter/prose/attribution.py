"""Attribution: who said the quoted words, and by which verb, in the words of the paragraph.

Four patterns carry nearly all of it: speaker–verb–quote, quote–speaker–verb,
quote–verb–speaker, and `according to`. The speaker is given as printed; no
guess is made for a pronoun, and none where no pattern fits.
"""

from __future__ import annotations

from itertools import islice

from converter.prose.lines import words
from converter.prose.patterns import Pattern
from converter.prose.times import WEEKDAYS
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from converter.prose.speech import Speech

_MOST_SPEAKER_WORDS = 12
_REACH = 320

_TOKEN = Pattern(r"[^\s,;:.!?…“”„«»\"()\[\]—–]+(?:\.(?=[\w’'])[^\s,;:!?…“”\"()]*)*|[,;:.!?…()\[\]—–]")
_SENTENCE_END = Pattern(r"[.!?…]['\"”’»“)]*(?:\s|$)|[。！？]")
# What a full stop shortens, so that it ends no sentence.
_ABBREVIATIONS = words(
    "mr mrs ms dr st sen rep gov gen col lt sgt rev prof hon jr sr cmdr capt maj adm cpl sec pres supt det insp messrs "
    "vs jan feb mar apr jun jul aug sept oct nov dec no nos inc corp co ltd bros u.s u.k u.n d.c e.u a.m p.m "
    "bzw ca nr bspw "
    "mme m mlle sra sr. dra"
)
_STATEMENT = Pattern(
    r"(?:(?:[Pp]art of |[Aa]n? excerpt (?:of|from) )?(?:the|a|an|his|her|their|its|The|A|An)? ?(?:[a-z]+ ){0,2}"
    r"(?:statement|letter|note|message|report|memo|tweet|post|email|e-mail|petition|sign|banner))"
    r" (?:by|from|of|issued by|released by|signed by|posted by|sent by) (?P<who>.+)"
)
_ADVERBS = words(
    "also later then has had have would once simply reportedly recently repeatedly now often always even still just "
    "instead himself herself themselves both all who first"
)
_PRONOUNS = words(
    "he she they it we i you who er sie wir ich il elle ils elles on él ella ellos ele ela lui lei hij zij "
    "ze han hon hun "
    "hän on ona oni он она они він вона вони o"
)  # fmt: skip
_DETERMINERS = words(
    "the a an one his her their its our my this that another some many most several two three both no der die das ein "
    "eine le la les l' un une el los las o os il lo de het den det en ett"
)  # fmt: skip
_NAMED = _PRONOUNS | _DETERMINERS
_NO_SUBJECT = words(
    "and but or so yet because which who whom whose what that if while when as to of with for in on at by "
        "from into than "
    "then not being having"
)  # fmt: skip
_WANTS_STATEMENT = frozenset(("read", "reads"))


_INVERTED = Pattern(
    r"(?:a|ont|avait)-(?:t-)?(?P<who2>ils?|elles?|on) (?P<past>\w+)|(?P<verb>\w+)-(?:t-)?(?P<who>ils?|elles?|on)\b"
)
"""`dit-il`, `raconte-t-elle`, `a-t-il expliqué`."""


class Attribution(Value):
    """Who, and by which verb; both as printed."""

    speaker: str | None = None
    verb: str | None = None

    @property
    def is_pronoun(self) -> bool:
        """Return whether the speaker is a pronoun, which names nobody."""
        return self.speaker is not None and self.speaker.casefold() in _PRONOUNS


def after_quote(text: str, speech: Speech, *, ended: bool) -> Attribution | None:
    """Return the attribution in the words right after a quotation; `ended`: its last words ended a sentence."""
    tail = _first_sentence(text[:_REACH])
    bare = tail.lstrip(" \xa0,–—-")
    if not bare.strip(" .,"):
        return None
    inverted = _INVERTED.match(bare) if "-" in bare[:24] else None
    if inverted and (inverted["verb"] or inverted["past"]).lower() in speech.stems:
        return Attribution(inverted["who"] or inverted["who2"], inverted["verb"] or inverted["past"])
    tokens = _tokens(bare)
    if not tokens:
        return None
    first = _verb_at(tokens, 0, speech)
    if first is not None:
        length, verb = first
        speaker = _speaker_after(bare, tokens, length, speech)
        # With nobody after the verb the speaker stands before the quotation, as in Turkish.
        return Attribution(speaker, verb) if speaker else (Attribution(None, verb) if len(tokens) <= 3 else None)
    said_so = _according(bare, speech)
    if said_so is not None:
        return said_so
    if ended and tail.startswith((" ", "\xa0")) and not tail.lstrip(" \xa0")[:1].isupper() and "," not in tail[:1]:
        return None
    return _speaker_before_verb(bare, tokens, speech, within=14)


def before_quote(text: str, speech: Speech) -> Attribution | None:
    """Return the attribution in the words of the same sentence before a quotation."""
    head = _last_sentence(text[-_REACH:])
    bare = head.strip(" \xa0")
    if not bare:
        return None
    # `According to Sample, “…”`; further off it is the source of the sentence and not of the words.
    if bare.endswith((",", ":", " that", " is", " was", " are", " were", " as")):
        said_so = _according(bare, speech)
        if said_so is not None:
            return said_so
    tokens = _tokens(bare)
    for at in range(len(tokens) - 1, -1, -1):
        found = _verb_at(tokens, at, speech)
        if found is None:
            continue
        length, verb = found
        if at == 0:
            speaker = _speaker_after(bare, tokens, length, speech)
            return Attribution(speaker, verb) if speaker else None
        speaker = subject(bare[: tokens[at][1]], speech)
        if speaker:
            return Attribution(speaker, verb)
        inverted = _speaker_after(bare, tokens, at + length, speech)
        if inverted and inverted[:1].isupper() and bare.endswith((":", "：")):
            return Attribution(inverted, verb)
    if bare.endswith((":", "：")) and len(bare.split()) <= 8 and bare[0].isupper():
        return Attribution(bare.rstrip(":： \xa0"), None)
    return None


def said_in(text: str, speech: Speech) -> Attribution | None:
    """Return who speaks in a paragraph without quotation (`The wall had held, Sample said.`), or None."""
    last = text[-_REACH:].rpartition(",")[2].strip(" .\xa0")
    few = _words(last, most=_MOST_SPEAKER_WORDS + 1)
    if 2 <= len(few) <= _MOST_SPEAKER_WORDS and not speech.openings.isdisjoint((few[0], few[-1])):
        tokens = _tokens(last)
        found = _verb_at(tokens, 0, speech)
        if found is not None:
            speaker = _speaker_after(last, tokens, found[0], speech)
            if speaker:
                return Attribution(speaker, found[1])
        if _verb_at(tokens, len(tokens) - 1, speech) is not None:
            said = _speaker_before_verb(last, tokens, speech, within=_MOST_SPEAKER_WORDS)
            if said is not None:
                return said
    head = text[:_REACH]
    if speech.openings.isdisjoint(_words(head, most=12 + 1)):
        return None
    return _speaker_before_verb(head, _tokens(head, most=12 + 2), speech, within=12)


# ── Parts ───────────────────────────────────────────────────────────────────


def _sentence_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence's last mark stands, and where the next sentence begins."""
    for match in _SENTENCE_END.finditer(text):
        if text[match.start()] == "." and match.end() < len(text):
            word = text[: match.start()].rsplit(None, 1)[-1:] or [""]
            bare = word[0].lstrip("(\"'“‘„«").lower()
            if bare in _ABBREVIATIONS or (len(bare) == 1 and word[0][-1:].isupper()):
                continue
        yield match.start(), match.end()


def _first_sentence(text: str) -> str:
    return next((text[:end] for end, _ in _sentence_ends(text)), text)


def _last_sentence(text: str) -> str:
    start = 0
    for _, following in _sentence_ends(text):
        if following < len(text.rstrip()):
            start = following
    return text[start:]


def _tokens(text: str, most: int | None = None) -> list[tuple[str, int, int]]:
    """Return words and marks with their places, all of them or the first so many."""
    return [(match.group(), match.start(), match.end()) for match in islice(_TOKEN.finditer(text), most)]


def _words(text: str, most: int) -> list[str]:
    """Return the same first words and marks in small letters, without their places: most say that there is no verb."""
    return [match.group().lower() for match in islice(_TOKEN.finditer(text), most)]


def _verb_at(tokens: list[tuple[str, int, int]], at: int, speech: Speech) -> tuple[int, str] | None:
    """Return how many tokens the verb at `at` has, and the verb as printed."""
    one = tokens[at][0]
    if one.lower() not in speech.openings:
        return None
    if at + 1 < len(tokens):
        two = f"{one} {tokens[at + 1][0]}"
        if two.lower() in speech.verbs:
            return 2, two
    if one.lower() in speech.verbs and (one.islower() or at == 0):
        return 1, one
    return None


def _according(text: str, speech: Speech) -> Attribution | None:
    lowered = text.lower()
    for phrase in speech.according:
        at = lowered.find(phrase + " ")
        if at < 0 or (at and lowered[at - 1].isalnum()) or at > 60:
            continue
        start = at + len(phrase) + 1
        rest = text[start:]
        speaker = _cut(rest, _tokens(rest), 0, speech)
        if speaker:
            return Attribution(speaker, text[at : start - 1])
    return None


def _speaker_after(text: str, tokens: list[tuple[str, int, int]], at: int, speech: Speech) -> str | None:
    """Return the speaker that follows the verb: up to a comma, a stop or a word that no name goes on with."""
    while at < len(tokens) and tokens[at][0].lower() in (
        "also",
        "yesterday",
        "today",
        "auch",
        "encore",
        "también",
        "också",
        "også",
    ):
        at += 1
    if at >= len(tokens) or tokens[at][0] in ",;:.()":
        return None
    word = tokens[at][0]
    if not (
        word[0].isupper()
        or word.lower() in _NAMED
        or word[0] in "@’'"
        or not word.isascii()
        or (word[0].islower() and word.lower() not in speech.ends)
    ):
        return None
    return _cut(text, tokens, at, speech)


def _cut(text: str, tokens: list[tuple[str, int, int]], at: int, speech: Speech) -> str | None:
    start = tokens[at][1] if at < len(tokens) else len(text)
    end = start
    count = 0
    for index in range(at, len(tokens)):
        token, _, last = tokens[index]
        if (
            token == "."
            and text[end - 1 : end].isalpha()
            and text[start:end].rsplit(" ", 1)[-1].lower() in _ABBREVIATIONS
        ):
            end = last
            continue
        if token in ",;:!?…()[]—–" or (token == "." and not _is_initial(text, end)):
            break
        if token == ".":
            end = last
            continue
        if count and token.lower() in speech.ends and not token[0].isupper():
            break
        if count and token.lower() in speech.ends and token.lower() in WEEKDAYS:
            break
        count += 1
        end = last
        if count > _MOST_SPEAKER_WORDS:
            return None
    speaker = text[start:end].strip()
    # `le maire, Paul Modèle`: a role in small letters takes the name after its comma.
    if speaker and not any(word[:1].isupper() for word in speaker.split()) and text[end : end + 1] == ",":
        follow = text[end + 1 :].split(",")[0].split(".")[0].strip()
        names = follow.split()
        if 1 < len(names) <= 4 and all(name[:1].isupper() for name in names):
            return text[start : end + 1 + text[end + 1 :].index(follow) + len(follow)]
    return speaker or None


def _is_initial(text: str, end: int) -> bool:
    return end >= 1 and text[end - 1].isupper() and (end == 1 or not text[end - 2].isalpha())


def _speaker_before_verb(
    text: str, tokens: list[tuple[str, int, int]], speech: Speech, *, within: int
) -> Attribution | None:
    for at in range(1, min(len(tokens), within + 1)):
        found = _verb_at(tokens, at, speech)
        if found is None:
            continue
        speaker = subject(text[: tokens[at][1]], speech)
        verb = found[1]
        if speaker is None:
            return None
        statement = _STATEMENT.fullmatch(speaker)
        if statement:
            return Attribution(statement["who"], verb)
        return None if verb in _WANTS_STATEMENT and not speaker[:1].isupper() else Attribution(speaker, verb)
    return None


def subject(text: str, speech: Speech) -> str | None:
    """Return the subject of a clause that a verb or a quotation ends: its first fitting part, adverbs left off."""
    parts = [part.strip(" \xa0") for part in text.rstrip(" ,\xa0").split(",")]
    for at, part in enumerate(parts):
        names = part.split()
        if not names:
            continue
        if names[0].lower().rstrip(":") in speech.starts and len(parts) > at + 1:
            continue
        while names and names[0].lower() in (
            "and",
            "but",
            "meanwhile",
            "later",
            "then",
            "however",
            "und",
            "et",
            "y",
            "e",
        ):
            names.pop(0)
        names = _after_clause(names)
        while len(names) > 1 and (names[-1].lower() in _ADVERBS or (names[-1].endswith("ly") and names[-1].islower())):
            names.pop()
        is_last = at == len(parts) - 1
        if names and names[0].lower() in speech.starts and names[0].lower() not in _PRONOUNS:
            return None
        if names and names[-1].lower() in ("is", "was", "were", "are", "been", "be"):
            return None
        if not names or len(names) > _MOST_SPEAKER_WORDS or names[0].lower() in _NO_SUBJECT:
            if is_last:
                return None
            continue
        is_named = names[0][:1].isupper() or names[0].lower() in _NAMED
        if not is_named and len(names) > 6 and not _STATEMENT.fullmatch(" ".join(names)):
            return None
        start = text.find(names[0])
        speaker = text[start : text.find(names[-1], start + len(" ".join(names)) - len(names[-1])) + len(names[-1])]
        return speaker if len(names) > 1 or names[0][:1].isupper() or names[0].lower() in _PRONOUNS else None
    return None


def _after_clause(names: list[str]) -> list[str]:
    """Return the words after `what`, `that` or `which`: `in what host Sample` is about the host."""
    for at in range(len(names) - 2, 0, -1):
        if names[at].lower() in ("what", "that", "which", "whom", "because", "while"):
            rest = names[at + 1 :]
            first = rest[0].lower()
            return rest if rest[0][:1].isupper() or first in _NAMED or len(rest) > 1 else names
    return names


# ── East Asia ───────────────────────────────────────────────────────────────

_CHINESE_VERBS = (
    "告诉记者|告訴記者|告诉笔者|回忆说|解释说|补充说|回应称|回應稱|说道|說道|写道|寫道|表示|表态|指出|认为|認為|强调|強調|回应|回應|坦言|坦承|"
    "直言|透露|介绍|补充道|解释道|感叹|问道|答道|喊道|记得|說|说|称|稱|道|问"
)
_CHINESE_BEFORE = Pattern(
    rf"(?P<who>[^，。！？；：:、“”\s]{{1,40}}?)(?P<verb>{_CHINESE_VERBS})[^，。“”]{{0,6}}?[：:，,]?$"
)
_CHINESE_AFTER = Pattern(
    rf"[，,]?\s*(?P<who>[^，。！？；：:、“”\s]{{1,40}}?)(?P<verb>{_CHINESE_VERBS})(?=[，。：:；！]|$|[^，。“”]{{0,4}}[，。])"
)
_CHINESE_OPENING = Pattern(
    r"(?:(?:\d{1,2}月)?\d{1,2}日|当天|当日|随后|结果|于是|但是?|不过|同时|此外|对此|今天|昨天|目前|据悉|而|并|宣)+"
)
_CHINESE_REST = Pattern(
    r"(?<=[^的])(?:在|对|對|向|于|於|接受|就|跟|和|还|還|也|则|曾|又|再|进一步|明确|這樣|这样|如此)[^的]*$"
)
_CHINESE_ADVERB = Pattern(r"(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}地$")
_LONGEST_CHINESE_NAME = 24
_JAPANESE_BEFORE = Pattern(r"(?P<who>[^、。「」\s]{1,20}?)(?:は|も|が)[、]?(?:[^「」。]{0,20}、)?$")
_JAPANESE_VERB = Pattern(
    r"^(?:など)?と[^。「」]{0,12}?(?P<verb>話した|述べた|語った|話す|語る|話している|述べている|説明した|説明する|強調した|"
    r"訴えた|コメントした|発表した|語り|述べ|話し|指摘し|説明し|強調し|訴え|明かし|批判し|言う|言い|言った)"
)
_KOREAN = Pattern(
    r"^\s?(?:이)?라고\s(?P<verb>말했다|밝혔다|전했다|설명했다|강조했다|덧붙였다|귀띔했다|"
    r"주장했다|지적했다|당부했다|토로했다|답했다|말하며|말하면서|밝히며|했다)"
)
_KOREAN_BEFORE = Pattern(r"(?P<who>[^\s,.]{1,20}(?:\s[^\s,.]{1,12}){0,2})(?:은|는|이|가)\s[^.]{0,30}$")


def east_asian(before: str, after: str, lang: str) -> Attribution | None:
    """Return the attribution around a quotation in Chinese, Japanese or Korean."""
    match lang:
        case "zh":
            return _in_chinese(_CHINESE_BEFORE.search(before.rstrip()[-_REACH:])) or _in_chinese(
                _CHINESE_AFTER.match(after[:_REACH])
            )
        case "ja":
            verb, who = _JAPANESE_VERB.match(after), _JAPANESE_BEFORE.search(before.split("。")[-1])
        case _:
            verb, who = _KOREAN.match(after), _KOREAN_BEFORE.search(before)
    if verb is None:
        return None
    return Attribution(who["who"] if who else None, verb["verb"])


def _in_chinese(found: re.Match[str] | None) -> Attribution | None:
    """Return who stands before a verb of speech: without the day, the adverb, and whom it was said to."""
    if found is None:
        return None
    who = found["who"]
    opening = _CHINESE_OPENING.match(who)
    if opening:
        who = who[opening.end() :]
    who = _CHINESE_ADVERB.compiled.sub("", _CHINESE_REST.compiled.sub("", who))
    if len(who) > _LONGEST_CHINESE_NAME:
        who = who.rpartition("的")[2]
    return Attribution(who, found["verb"]) if 1 <= len(who) <= _LONGEST_CHINESE_NAME else None
