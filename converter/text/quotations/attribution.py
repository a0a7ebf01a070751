"""Attribution: who said the quoted words, and by which verb, in the words of the paragraph.

Four patterns carry nearly all of it: speaker–verb–quote, quote–speaker–verb,
quote–verb–speaker, and `according to`. The speaker is given as printed; no
guess is made for a pronoun, and none where no pattern fits.
"""

from __future__ import annotations

from itertools import islice

from converter.core.values import Value
from converter.text.dates.times import WEEKDAYS
from converter.text.lines import words
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from converter.text.quotations.speech import Speech

_MOST_SPEAKER_WORDS = 12
_REACH = 320
_ONLY_BEHIND = "so"
"""German: `„…“, so Muster`, and never before a quotation."""
_MARKS = frozenset(",;:.!?…()[]—–،؛؟।")

_TOKEN = Pattern(r"[^\s,;:.!?…“”„«»\"()\[\]—–،؛؟।]+(?:\.(?=[\w’'])[^\s,;:!?…“”\"()]*)*|[,;:.!?…()\[\]—–،؛؟।]")
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
_SAID_IN = (
    *("statement ", "letter ", "note ", "message ", "report ", "memo ", "tweet ", "post "),
    *("email ", "e-mail ", "petition ", "sign ", "banner "),
)
"""One of them stands in every statement that has an author."""
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
_CONNECTIVES = words("and but meanwhile later then however und aber doch et mais y pero e ma mas og och men")
_OTHER_CLAUSES = words(
    "but yet still while although though whereas aber doch während mais pero mientras ma mas men maar terwijl"
)
"""What begins another clause, whose subject is its own."""
_AUXILIARIES = words("is was were are be had has have will would hatte hat hatten haben ist war waren sind wird")
"""What makes a part a clause."""
_ROLE_OF_A_NAME = words("her his my their our your")
_PARTICIPLES = ("ing", "ant", "ando", "endo", "iendo", "ée", "és", "ées")
"""Endings of what begins a phrase before the subject: `Citing the report, Example said`, `Interrogée par l'AFP, …`."""
_CROWDS = words("police people others some many officials everyone nobody someone")
_TIMES = words("day days week weeks month months year years night morning afternoon evening hours minutes moments")
"""What part of a sentence says when: `A week earlier, Sample said`."""
_ENGLISH = words("the an his her their its that this")
_OFFICES = ("sprecher", "sprecherin", "chef", "chefin", "leiter", "leiterin", "präsident", "präsidentin", "direktorin")
"""German: whose office follows in the genitive, `ein Sprecher der Polizei`, and is nobody who is told."""
_SHORT_NAME = 5
_RELATIVES = words("who that which die der das den qui que che")
_NOT_IN_NAMES = ("--", ";", '"')
_BEFORE_NAMES = "?\"'”’.- "
"""What careless or broken text leaves between a quotation and its speaker."""
_MYSELF = words("me us moi nous mí mim me noi mir uns mij ons mig oss")
_ASIDE = Pattern(
    r"(?:de (?:son|leur|mon) côté|(?:pour|de) (?:sa|leur) part|por su (?:parte|lado)|por sua vez|da parte sua|"
    r"dal canto suo|(?:à|devant) la presse|aux journalistes|à l['’]\w+|à (?:Lusa|agência Lusa)|aos jornalistas|"
    r"a (?:la prensa|los medios|los periodistas|este diario)|alla stampa|ai giornalisti|all['’]\w+|auf Anfrage|"
    r"(?:auch|encore|también|också|også|yesterday|today|also|gestern|heute|hier|ayer|hoje|ontem|ieri|oggi))\b,? ?"
)
"""What may stand between the verb and the speaker."""
_NO_SUBJECT = words(
    "neither nobody none no kein keine until unless whether without and but or so yet because which who "
    "whom whose what that if while when as to of with for in on at by from into than then not being "
    "having"
)  # fmt: skip
_WANTS_STATEMENT = frozenset(("read", "reads"))


_INVERTED = Pattern(
    r"(?:a|ont|avait)-(?:t-)?(?P<who2>ils?|elles?|on) (?P<past>\w+)|(?P<verb>\w+)-(?:t-)?(?P<who>ils?|elles?|on)\b"
)
"""`dit-il`, `raconte-t-elle`, `a-t-il expliqué`."""


_DASH = Pattern(r"(?<=[^\s])\s?[—–]\s?(?=[^\W\d_])|\s-\s(?=[^\W\d_])")


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
    bare = tail.lstrip(" \xa0,–—-،")
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
        if verb in _WANTS_STATEMENT and (statement := _STATEMENT.match(bare, tokens[length - 1][2] + 1)):
            who = _cut(bare, [token for token in tokens if token[1] >= statement.start("who")], 0, speech)
            return Attribution(who, verb) if who else None
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
        if at == 0 or speech.verb_first:
            speaker = _speaker_after(bare, tokens, at + length, speech)
            return Attribution(speaker, verb) if speaker else None
        if verb == _ONLY_BEHIND:
            continue
        speaker = subject(bare[: tokens[at][1]], speech)
        if speaker:
            return Attribution(speaker, verb)
        inverted = _speaker_after(bare, tokens, at + length, speech)
        if inverted and bare.endswith((":", "：")) and _may_follow(inverted, verb):
            return Attribution(inverted, verb)
    said_so = _according(bare, speech, at_once=True)
    if said_so is not None:
        return said_so.replace(verb=None)
    if bare.endswith((":", "：")) and _is_label(bare.rstrip(":： \xa0").split(), speech):
        return Attribution(bare.rstrip(":： \xa0"), None)
    return None


def interruption(text: str, speech: Speech) -> tuple[int, int, Attribution] | None:
    """Return where an attribution between dashes begins and ends, and what it says: `…, — said Sample. — …`."""
    for dash in _DASH.finditer(text):
        tail = text[dash.end() : dash.end() + _REACH]
        tokens = _tokens(tail)
        found = _verb_at(tokens, 0, speech) if tokens else None
        if found is None or not tokens[0][0].islower():
            continue
        speaker = _speaker_after(tail, tokens, found[0], speech)
        again = _DASH.search(text, dash.end())
        if speaker:
            return dash.start(), again.start() if again else len(text), Attribution(speaker, found[1])
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
    first = one.lower().replace("’", "'")
    if first not in speech.openings:
        return None
    if at + 1 < len(tokens) and f"{first} {tokens[at + 1][0].lower()}" in speech.verbs:
        return 2, f"{one} {tokens[at + 1][0]}"
    # A word of a script without capitals is a verb as it stands.
    if first in speech.verbs and (one == one.lower() or at == 0):
        return 1, one
    return None


def _according(text: str, speech: Speech, *, at_once: bool = False) -> Attribution | None:
    """Return the source of what is said; `at_once`: only where the sentence begins with it."""
    lowered = text.lower()
    for phrase in speech.according:
        at = lowered.find(phrase + " ")
        if at < 0 or (at and (at_once or lowered[at - 1].isalnum())) or at > 60:
            continue
        start = at + len(phrase) + 1
        rest = text[start:]
        speaker = _cut(rest, _tokens(rest), 0, speech)
        if speaker and speaker.lower() not in _MYSELF:
            return Attribution(speaker, text[at : start - 1])
    return None


def _speaker_after(text: str, tokens: list[tuple[str, int, int]], at: int, speech: Speech) -> str | None:
    """Return the speaker that follows the verb: up to a comma, a stop or a word that no name goes on with."""
    if at < len(tokens) and (aside := _ASIDE.match(text, tokens[at][1])):
        at = next((later for later in range(at, len(tokens)) if tokens[later][1] >= aside.end()), len(tokens))
    if at >= len(tokens) or tokens[at][0] in _MARKS:
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
        if token in _MARKS and (token != "." or not _is_initial(text, end)):
            break
        if token == ".":
            end = last
            continue
        if count and token.lower() in speech.ends and not token[0].isupper():
            if token == "der" and text[start:end].lower().endswith(_OFFICES):
                continue
            break
        if count and token.lower() in speech.ends and token.lower() in WEEKDAYS:
            break
        count += 1
        end = last
        if count > _MOST_SPEAKER_WORDS:
            return None
    speaker = text[start:end].strip()
    # `le maire, Paul Modèle`: a role in small letters takes the name after its comma.
    if speaker and text[end : end + 1] == "," and _is_role(speaker.split()):
        follow = text[end + 1 :].split(",")[0].split(".")[0].strip()
        names = follow.split()
        is_hers = speaker.split(None, 1)[0].lower() in _ROLE_OF_A_NAME
        if 2 - is_hers <= len(names) <= 4 and all(name[:1].isupper() for name in names):
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
        statement = _statement(speaker)
        if statement is not None:
            return Attribution(statement["who"], verb)
        return None if verb in _WANTS_STATEMENT and not speaker[:1].isupper() else Attribution(speaker, verb)
    return None


def _statement(text: str) -> re.Match[str] | None:
    """Return the match of `a statement by the mayor`: what is said by who wrote it."""
    return _STATEMENT.fullmatch(text) if any(map(text.__contains__, _SAID_IN)) else None


def subject(text: str, speech: Speech) -> str | None:
    """Return the subject of a clause that a verb or a quotation ends: its first fitting part, adverbs left off."""
    parts = text.rstrip(" ,،\xa0").replace("،", ",").split(",")
    clause = max(
        (at for at, part in enumerate(parts) if part.split(None, 1)[:1] and _opens_clause(part, speech)), default=0
    )
    start = 0
    for at, part in enumerate(parts):
        here, start = start, start + len(part) + 1
        if at < clause:
            continue
        names = part.split()
        is_last = at == len(parts) - 1
        while (
            names
            and names[0].lower() in (_CONNECTIVES if is_last else _OTHER_CLAUSES)
            and names[0].lower() in speech.starts
        ):
            names.pop(0)
        if len(names) > 2 and names[0].lower() in speech.starts and names[1] in _TIMES:
            names = names[2:]
        if not names or (not is_last and (names[0].lower().rstrip(":") in speech.starts or _is_phrase(names))):
            continue
        names = _after_clause(names)
        names[0] = names[0].lstrip(_BEFORE_NAMES)
        if not names[0]:
            names.pop(0)
        # `I’d say that …` is no attribution.
        if not names or (names[0][1:2] in ("'", "’") and names[0][0] == "I"):
            return None
        while len(names) > 1 and (names[-1].lower() in _ADVERBS or (names[-1].endswith("ly") and names[-1].islower())):
            names.pop()
        if names[0].lower() in speech.starts and names[0].lower() not in _PRONOUNS:
            return None
        if not _AUXILIARIES.isdisjoint(names) and _RELATIVES.isdisjoint(names):
            return None
        if len(names) > _MOST_SPEAKER_WORDS or names[0].lower() in _NO_SUBJECT:
            if is_last:
                return None
            continue
        is_named = _is_great(names[0]) or names[0].lower() in _NAMED
        if not is_named and len(names) > 6 and _statement(" ".join(names)) is None:
            return None
        first = text.index(names[0], here)
        last = text.find(names[-1], first + len(" ".join(names)) - len(names[-1])) + len(names[-1])
        if not is_last and _is_role(names) and _is_name(parts[at + 1]):
            last = start + len(parts[at + 1].rstrip())
        is_whole = len(names) > 1 or is_named or names[0] in _CROWDS
        speaker = text[first:last].rpartition(": ")[2].lstrip(_BEFORE_NAMES)
        if speaker.endswith(")"):
            speaker = speaker.partition(" (")[0]
        return speaker if is_whole and speaker and not any(map(speaker.__contains__, _NOT_IN_NAMES)) else None
    return None


def _opens_clause(part: str, speech: Speech) -> bool:
    first = part.split(None, 1)[0].lower()
    return first in _OTHER_CLAUSES and first in speech.starts


def _is_great(name: str) -> bool:
    """Return whether a word begins with a capital, or with a letter of a script that has none."""
    return name[0].isalpha() and not name[0].islower()


def _is_phrase(names: list[str]) -> bool:
    """Return whether a part before a comma is no subject: `Citing the report`, `it had no brakes`."""
    if len(names) == 1:
        return False
    return (
        not _TIMES.isdisjoint(names)
        or (names[0].endswith(_PARTICIPLES) and len(names[0]) > _SHORT_NAME and not names[1][0].isupper())
        or names[0].lower() in _PRONOUNS - _DETERMINERS
        or not _AUXILIARIES.isdisjoint(names)
    )


def _is_role(names: list[str]) -> bool:
    """Return whether words name nobody, and the name may follow: `her husband`, `Sample's lawyer`."""
    return not any(name[:1].isupper() and not name.endswith(("'s", "’s")) for name in names[1:]) and (
        names[0].islower()
        or names[0].lower() in _DETERMINERS
        or names[0].lower() in _ROLE_OF_A_NAME
        or (names[0].endswith(("'s", "’s")) and len(names) > 1)
    )


def _is_name(part: str) -> bool:
    names = part.split()
    return 0 < len(names) <= 4 and all(name[:1].isupper() for name in names)


def _may_follow(speaker: str, verb: str) -> bool:
    """Return whether it is the speaker that stands behind the verb: in English it is the one who is told."""
    return _is_named(speaker) and not verb.endswith("ing") and speaker.split(None, 1)[0] not in _ENGLISH


def _is_named(speaker: str) -> bool:
    return _is_great(speaker) or speaker.split(None, 1)[0].lower() in _NAMED


def _is_label(names: list[str], speech: Speech) -> bool:
    """Return whether the words before a colon are who speaks and no clause: mostly names, and no verb of speech."""
    capitals = sum(not name[0].islower() for name in names)
    return (
        0 < len(names) <= 8
        and not names[0][0].islower()
        and (len(names) <= 3 or capitals * 2 > len(names))
        and _AUXILIARIES.isdisjoint(names)
        and speech.stems.isdisjoint(names)
    )


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
    r"(?:(?:\d{1,2}月)?\d{1,2}日|当天|当日|随后|结果|于是|但是?|不过|同时|此外|对此|今天|昨天|目前|据悉|据|據|而|并|宣)+"
)
_CHINESE_REST = Pattern(
    r"(?<=[^的])(?<!^.)(?:星期[一二三四五六日天]|周[一二三四五六日]|\d{1,2}日|在|对|對|向|于|於|接受|就|跟|和|还|還|也|则|曾|又|再|进一步|明确|這樣|这样|如此)[^的]*$"
)
_CHINESE_ADVERB = Pattern(r"(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}地$")
_LONGEST_CHINESE_NAME = 24
_JAPANESE_BEFORE = Pattern(
    r"(?P<who>[^、。「」\s（）]{1,20}?)(?:（[^（）]{1,12}）)?(?:は|も|が)[、]?(?:[^「」。]{0,20}、)?$"
)
_JAPANESE_VERB = Pattern(
    r"^(?:など)?と、?(?:(?P<who>[^、。「」\s（）]{2,20}?)(?:（[^（）]{1,12}）)?は)?[^。「」]{0,12}?(?P<verb>話した|述べた|語った|話す|語る|話している|述べている|説明した|説明する|強調した|"
    r"訴えた|コメントした|発表した|語り|述べ|話し|指摘し|説明し|強調し|訴え|明かし|批判し|言う|言い|言った)"
)
_KOREAN = Pattern(
    r"^\s?(?:(?:이)?라고|다고|고|(?:이)?라며|며|면서)"
    r"(?:\s(?P<who>[^\s,.“”]{1,12}(?:\s[^\s,.“”]{1,12}){0,2}?)(?:은|는|이|가)(?=\s))?"
    r"(?:\s[^.“”]{0,12}?)?\s?(?P<verb>말했다|밝혔다|전했다|설명했다|강조했다|덧붙였다|귀띔했다|주장했다|지적했다|당부했다|"
    r"토로했다|답했다|말하며|말하면서|밝히며|했다|비판했다|반박했다|호소했다|약속했다|평가했다|물었다|썼다|적었다|"
    r"촉구했다|요구했다|경고했다|언급했다|외쳤다|회상했다|부연했다|말한다|말합니다|말했습니다|밝혔습니다|전했습니다)"
)
_KOREAN_GOES_ON = Pattern(r"^(?:(?:이)?라며|며|면서)\s?[“\"]?$")
_KOREAN_BEFORE = Pattern(r"(?P<who>[^\s,.“”]{1,20}(?:\s[^\s,.“”]{1,12}){0,2}?)(?:은|는|이|가)\s[^.“”]{0,30}$")


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
            if verb is None and who and _KOREAN_GOES_ON.match(after.strip()):
                return Attribution(who["who"], None)
    if verb is None:
        return None
    behind = verb["who"]
    return Attribution(behind or (who["who"] if who else None), verb["verb"])


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
