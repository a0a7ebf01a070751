"""Quotations in their paragraphs: which spans are quotations, who said each, and which pieces are one.

Works on all paragraphs of a story in order, since a quotation may run over
several, and the speaker of a paragraph that is nothing but a quotation
stands in the one before it.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.model.checks import is_xml_text
from converter.model.inline import Quotation, inlines
from converter.text.lines import MARGIN, MARGINS, words
from converter.text.quotations.marks import Span, find_spans, opens_with_mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.inline import Inline, Inlines
    from converter.text.quotations.attribution import Attribution
    from converter.text.quotations.speech import Speech

# A span of fewer words is a name or a term in marks, unless somebody is said to have said it.
_LEAST_WORDS = 3
_LEAST_CHARACTERS_UNSPACED = 5
_DIALOGUE_DASH = ("no", "nb", "nn", "sv", "da", "fi")
"""Where a dash at a paragraph's head opens speech, whatever follows."""
_NO_DIALOGUE = ("en", "de", "nl", "zh", "ja", "ko")
"""Where it opens an item of a list; elsewhere the attribution between two dashes tells."""
_BROKEN_INSIDE = ("ru", "uk", "be", "bg", "it")
"""Where the attribution may stand between dashes inside the marks."""
_DASHES = ("–", "—", "- ")
_WORKS = words(
    "film films movie book novel song album series show play podcast documentary titled called entitled headlined "
    "buch lied serie roman stück dokumentation titel livre roman chanson série album pièce documentaire intitulé "
    "intitulée película libro canción serie álbum novela documental titulado titulada filme livro canção série "
    "novela libro canzone romanzo disco boek liedje serie фильм фильма фильме книга книги песня песню роман сериал "
    "спектакль книгу альбом filmu książka książki piosenka serial powieść film kniha píseň"
)
"""What is named by the words in marks behind it."""
_REACH = 240
_LONGEST_WORK = 24
_STOPS = ",.!?…，。！？"
_CLOSERS = "\"”“»«’'」』"


class _Found(Value):
    start: int
    end: int
    said: Attribution | None = None
    number: int | None = None


def with_quotations(paragraphs: list[str], lang: str | None) -> list[Inlines]:
    """Return the inlines of each paragraph, quotations marked; the words are the paragraph's, all of them."""
    bare = [text.strip(MARGIN) if text[:1] in MARGINS or text[-1:] in MARGINS else text for text in paragraphs]
    if not any(map(_may_quote, bare)):
        return [inlines(text) for text in paragraphs]
    marked = _Story(bare, lang).mark()
    return marked if bare == paragraphs else list(map(_around, paragraphs, bare, marked))


def _around(text: str, bare: str, content: Inlines) -> Inlines:
    """Return the inlines of a paragraph with the margins that it had."""
    start = text.index(bare)
    return inlines(text[:start], *content, text[start + len(bare) :])


def _may_quote(text: str) -> bool:
    return any(mark in text for mark in "\"“„«»”「『‘'") or text.startswith(_DASHES)


class _Story:
    """The paragraphs of one story, while their quotations are found."""

    def __init__(self, paragraphs: list[str], lang: str | None) -> None:
        from converter.text.quotations.names import Names
        from converter.text.quotations.speech import speech_of

        self._paragraphs = paragraphs
        self._lang = (lang or "en").split("-")[0].lower()
        self._speech: Speech = speech_of(lang)
        self._names = Names()
        self._numbers = 0
        self._running: tuple[int, Attribution | None] | None = None
        """Number and speaker of a quotation that the paragraph before left open."""
        self._spoke: Attribution | str | None = None
        """Who spoke last, and may go on in the next paragraph; or that paragraph, unread, as few ask who it was."""

    def mark(self) -> list[Inlines]:
        marked = []
        for at, text in enumerate(self._paragraphs):
            following = self._paragraphs[at + 1] if at + 1 < len(self._paragraphs) else ""
            self._names.learn(text)
            found = self._find(text, following)
            marked.append(self._inlines(text, found))
        return marked

    @property
    def _last(self) -> Attribution | None:
        """Return who spoke last."""
        if isinstance(self._spoke, str):
            from converter.text.quotations.attribution import said_in

            self._spoke = said_in(self._spoke, self._speech)
        return self._spoke

    def _find(self, text: str, following: str) -> list[_Found]:
        if text.startswith(_DASHES) and (dialogue := self._find_dialogue(text)):
            return dialogue
        spans = find_spans(text)
        continues = False
        if spans and spans[-1].is_open:
            opener = opens_with_mark(text[spans[-1].start :])
            continues = bool(following) and opens_with_mark(following) == opener
            closes_run = self._running is not None and spans[-1].start == 0
            if not continues and not closes_run:
                spans.pop()
        if not spans:
            self._running = None
            self._spoke = text if self._lang not in ("zh", "ja", "ko") else None
            return []
        found = self._attribute(text, spans)
        if continues and found and found[-1].end == len(text):
            if self._running is None or found[-1].start > 0:
                self._running = (found[-1].number or self._next_number(), found[-1].said)
            found[-1] = found[-1].replace(number=self._running[0])
        else:
            self._running = None
        self._spoke = next((one.said for one in reversed(found) if one.said is not None), self._spoke)
        return found

    def _next_number(self) -> int:
        self._numbers += 1
        return self._numbers

    # ── One paragraph ───────────────────────────────────────────────────────

    def _attribute(self, text: str, spans: list[Span]) -> list[_Found]:
        found: list[_Found] = []
        for at, span in enumerate(spans):
            before = text[spans[at - 1].end if at else 0 : span.start]
            after = text[span.end : spans[at + 1].start if at + 1 < len(spans) else len(text)]
            said = self._said(text, span, before, after, first=at == 0)
            carried = False
            if self._lang == "ko" and said is not None and said.speaker is None and found and found[-1].said:
                # `그는 “…”라며 “…”고 말했다`: the subject stands before the first of several.
                said = said.replace(speaker=found[-1].said.speaker)
            if said is None and found:
                said, carried = found[-1].said, found[-1].said is not None and self._is_joined(before)
            if said is None and self._running is not None and span.start == 0:
                said = self._running[1]
            elif said is None and span.start == 0 and self._stands_alone(text, spans):
                said = self._last.replace(verb=None) if self._last is not None else None
            if said is None and self._lang in _BROKEN_INSIDE:
                broken = self._broken(text, span.start, span.end)
                if broken:
                    found += broken
                    continue
            if not self._counts(text[span.start : span.end], said, carried) or (
                (said is None or carried) and _names_work(before)
            ):
                continue
            number = None
            if self._running is not None and span.start == 0:
                number = self._running[0]
            elif found and self._goes_on(found[-1], said, carried, before, text):
                number = found[-1].number or self._next_number()
                found[-1] = found[-1].replace(number=number)
            found.append(_Found(span.start, span.end, said, number))
        return found

    def _said(self, text: str, span: Span, before: str, after: str, *, first: bool) -> Attribution | None:
        from converter.text.quotations.attribution import after_quote, before_quote, east_asian, subject

        if self._lang in ("zh", "ja", "ko"):
            return east_asian(before, after, self._lang)
        if span.is_open:
            return before_quote(before, self._speech)
        last = text[span.start : span.end].rstrip(_CLOSERS)[-1:]
        ended = last in ".!?…" and not after.lstrip(" \xa0").startswith((",", "–", "—"))
        direct = (
            after_quote(after, self._speech, ended=ended)
            if not (ended and _starts_sentence(after) and before.strip())
            else None
        )
        if direct is not None:
            if direct.speaker is None and before.strip(" \xa0"):
                return direct.replace(speaker=subject(before, self._speech))
            return direct
        # What stands before a second quotation was the attribution of the first, unless it ends in a colon.
        if first or before.rstrip().endswith((":", ",")) or _has_sentence_break(before):
            return before_quote(before, self._speech)
        return None

    def _stands_alone(self, text: str, spans: list[Span]) -> bool:
        """Return whether the paragraph is quotation and nothing else, so that the speaker stands elsewhere."""
        outside = len(text) - sum(span.end - span.start for span in spans)
        return outside <= 3

    def _is_joined(self, between: str) -> bool:
        """Return whether what stands between two spans is only an attribution."""
        return len(between.split()) <= 16

    def _goes_on(self, last: _Found, said: Attribution | None, carried: bool, between: str, text: str) -> bool:
        """Return whether a span goes on with the quotation before it: only its attribution stands between."""
        same = carried or (said is not None and said == last.said and self._is_joined(between))
        return same and self._is_piece(between, text, last)

    def _is_piece(self, between: str, text: str, before: _Found) -> bool:
        inside = text[before.start : before.end].rstrip(_CLOSERS)[-1:]
        return inside == "," or between.rstrip().endswith(",") or between.lstrip().startswith(",")

    def _counts(self, quoted: str, said: Attribution | None, carried: bool) -> bool:
        bare = quoted.strip("\"“”„«»‘’'`「」『』 \xa0")
        if not bare:
            return False
        words = len(bare.split())
        unspaced = self._lang in ("zh", "ja") and len(bare) >= _LEAST_CHARACTERS_UNSPACED
        if (said is None or carried or said.verb is None) and _is_title(bare):
            return False
        if words >= _LEAST_WORDS or unspaced or bare[-1] in ".!?…。！？":
            return True
        return said is not None and not carried and said.verb is not None and (words >= 2 or bare[-1] == ",")

    # ── Dialogue dash ───────────────────────────────────────────────────────

    def _find_dialogue(self, text: str) -> list[_Found]:
        """`– Vi har ventet lenge, sier ordføreren.`: a dash opens speech, a verb behind a comma or a dash ends it."""
        if self._lang in _NO_DIALOGUE:
            return []
        if self._lang not in _DIALOGUE_DASH:
            return self._broken(text, 0, len(text))
        if text[1:2] not in (" ", "\xa0"):
            return []
        from converter.text.quotations.attribution import after_quote

        at = text.find(",")
        while at >= 0:
            said = after_quote(text[at : at + _REACH], self._speech, ended=False)
            first = text[at + 1 :].split(None, 1)[:1]
            if said is not None and first and first[0].lower() in self._speech.verbs:
                self._spoke = said
                return [_Found(0, at, said)]
            at = text.find(",", at + 1)
        return [_Found(0, len(text), self._last.replace(verb=None) if self._last else None)]

    def _broken(self, text: str, start: int, end: int) -> list[_Found]:
        """Return the pieces of a quotation that an attribution between dashes parts or ends, or none."""
        from converter.text.quotations.attribution import interruption

        # The dash that opens the paragraph parts nothing.
        first = start + 1
        parted = interruption(text[first:end], self._speech)
        if parted is None:
            return []
        stop, following, said = parted
        self._spoke = said
        rest = first + following + _length_of_dash(text[first + following : end])
        if rest >= end:
            return [_Found(start, first + stop, said)]
        number = self._next_number()
        return [_Found(start, first + stop, said, number), _Found(rest, end, said, number)]

    # ── Inlines ─────────────────────────────────────────────────────────────

    def _inlines(self, text: str, found: list[_Found]) -> Inlines:
        if not found:
            return inlines(text)
        pieces: list[Inline] = []
        at = 0
        for one in found:
            pieces.append(text[at : one.start])
            speaker = one.said.speaker if one.said and one.said.speaker and is_xml_text(one.said.speaker) else None
            verb = one.said.verb if one.said and one.said.verb and is_xml_text(one.said.verb) else None
            pieces.append(
                Quotation(
                    inlines(text[one.start : one.end]),
                    speaker,
                    verb,
                    self._fuller_name(one.said) if speaker and one.said else None,
                    one.number,
                )
            )
            at = one.end
        pieces.append(text[at:])
        return inlines(*pieces)

    def _fuller_name(self, said: Attribution) -> str | None:
        return None if said.is_pronoun or said.speaker is None else self._names.fuller(said.speaker)


def _is_title(bare: str) -> bool:
    """Return whether the words are set as the name of a song, book or film, which nobody said."""
    longer = [word for word in bare.rstrip(_STOPS).split() if len(word) > 3]
    return bare[-1] not in ".!?…" and len(longer) >= 2 and all(word[0].isupper() for word in longer)


def _names_work(before: str) -> bool:
    """Return whether the word before the mark says that the name of a film, a book or a song follows."""
    return not _WORKS.isdisjoint(before[-_LONGEST_WORK:].lower().split()[-1:])


def _length_of_dash(text: str) -> int:
    """Return how many characters part an attribution from the words that go on: `— `, `—. `."""
    return len(text) - len(text.lstrip(" \xa0—–-.,"))


def _starts_sentence(after: str) -> bool:
    bare = after.lstrip(" \xa0")
    return bare[:1].isupper()


def _has_sentence_break(before: str) -> bool:
    return any(mark in before.rstrip()[:-1] for mark in (". ", "! ", "? "))
