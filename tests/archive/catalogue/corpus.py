"""Made-up stories in many languages and scripts, as many as are wanted: the same number gives always the same story.

Words are made of each script's own letters, and are as unevenly frequent as
those of a language (Zipf's law with Mandelbrot's shift), so that an index of
them is as large and as slow as one of real stories. No word means anything.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

from converter.core.values import Value
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Byline, Date, Head, Headline, Party, Subject


class Tongue(Value):
    """A language that stories are made up in."""

    lang: str
    letters: str
    """Some of its letters and marks; the first half begin words."""
    is_spaced: bool = True
    share: int = 1
    """How many stories there are in it, as against the others."""


TONGUES = (
    Tongue("en-GB", "abcdefghilmnoprstuw", share=12),
    Tongue("de", "abdefghiklmnorstuzäöüß", share=4),
    Tongue("fr", "abcdeilmnoprstuvéèçàê", share=4),
    Tongue("vi", "abcdghiklmnortuvệốảđư", share=1),
    Tongue("tr", "abcdehklmnrsyzığışöüç", share=1),
    Tongue("ru", "абвгдеийклмнопрстуыьяё", share=3),
    Tongue("el", "αβγδεικλμνοπρστυάέίόύς", share=1),
    Tongue("ar", "ابتحدرسعفقكلمنهويةأإ", share=2),
    Tongue("he", "אבגדהוזחטיכלמנספצקרשת", share=1),
    Tongue("hi", "अकगचजतदनपबमरलवसहािीुेो्", share=2),
    Tongue("ta", "அகசடணதநபமயரலவழாிீுெே்", share=1),
    Tongue("ko", "가나다라마바사아자차하에의은을한국서울시정부대통령", share=2),
    Tongue("ka", "აბგდევზთიკლმნოპრსტუფქშცხ", share=1),
    Tongue("am", "ሀለመሠረሰሸቀበተነአከወዘየደገጠፈ", share=1),
    Tongue(
        "zh-Hans",
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动",
        is_spaced=False,
        share=4,
    ),
    Tongue("ja", "のにはをたがでてとしれさあいうえおカタナリ日本国会東京新聞政府年月", is_spaced=False, share=2),
    Tongue("th", "กขคงจชดตทนบปพมยรลวสหอาิีุเแโไ่้", is_spaced=False, share=1),
    Tongue("km", "កខគងចជញដតថទនបពមយរលវសហអាិីុេោ្", is_spaced=False, share=1),
    Tongue("lo", "ກຂຄງຈຊຍດຕຖທນບປພມຢຣລວສຫອາິີຸເແ", is_spaced=False, share=1),
    Tongue("my", "ကခဂငစဆဇညတထဒနပဖဗမယရလဝသဟအာိီုေ်", is_spaced=False, share=1),
)
VOCABULARY = 2_000
"""Words of each tongue, where nobody wants more."""
SOURCES = tuple(
    f"{town} {paper}" for town in ("North", "Port", "Hill", "Lake", "Mill") for paper in ("Post", "Echo", "Wire")
)
SUBJECTS = ("sport", "weather", "politics", "economy, business and finance", "health", "arts and culture", "crime")


@cache
def _vocabulary(lang: str, size: int) -> tuple[list[str], list[float]]:
    """Return the words, the commonest first and mostly the shortest, and their weights added up."""
    tongue = next(each for each in TONGUES if each.lang == lang)
    drawn = random.Random(lang)
    first, longest = tongue.letters[: len(tongue.letters) // 2], 10 if tongue.is_spaced else 3
    words: dict[str, None] = {}
    while len(words) < size:
        length = min(drawn.randint(1, longest), 1 + len(words) // 20)
        words[drawn.choice(first) + "".join(drawn.choices(tongue.letters, k=length))] = None
    return list(words), list(accumulate(1 / (rank + 2.7) for rank in range(size)))


def words(tongue: Tongue, drawn: random.Random, count: int, size: int = VOCABULARY) -> list[str]:
    """Return so many words of a vocabulary of that size."""
    vocabulary, weights = _vocabulary(tongue.lang, size)
    return drawn.choices(vocabulary, cum_weights=weights, k=count)


def sentence(tongue: Tongue, chosen: list[str]) -> str:
    """Return the words as they are written."""
    return (" " if tongue.is_spaced else "").join(chosen)


def story(number: int, *, tongue: Tongue | None = None, paragraphs: int = 9, size: int = VOCABULARY) -> Article:
    """Return the number-th story, some 450 words long unless asked otherwise."""
    drawn = random.Random(number)
    tongue = tongue or drawn.choices(TONGUES, weights=[each.share for each in TONGUES])[0]
    day = f"{drawn.randint(2015, 2024)}-{drawn.randint(1, 12):02d}-{drawn.randint(1, 28):02d}"
    kind = drawn.random()
    dates = [Date("published", f"{day}T{drawn.randint(0, 23):02d}:{drawn.randint(0, 59):02d}:00Z")]
    if kind < 0.01:
        dates.append(Date("embargoed", f"{drawn.randint(2025, 2028)}-06-01T06:00:00Z"))
    source = SOURCES[min(int(drawn.expovariate(0.3)), len(SOURCES) - 1)]
    return Article(
        body=tuple(
            Paragraph((f"{sentence(tongue, words(tongue, drawn, drawn.randint(20, 80), size))}.",))
            for _ in range(paragraphs)
        ),
        head=Head(
            headlines=(Headline((sentence(tongue, words(tongue, drawn, 7, size)),)),),
            bylines=(Byline((sentence(tongue, words(tongue, drawn, 2, size)),)),),
            parties=(Party(source, "provider"),),
            dates=tuple(dates),
            subjects=(Subject(drawn.choice(SUBJECTS), f"{drawn.randint(1, 17):02d}000000", "medtop"),),
        ),
        guid=f"tag:example.com,2024:story-{number}",
        status="canceled" if kind > 0.98 else "usable",
        lang=tongue.lang,
    )
