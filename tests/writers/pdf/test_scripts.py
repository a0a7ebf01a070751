"""Articles in the world's scripts: what the tags say is the text, and the page is set the way that it is read."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model.article import Article
from converter.model.block import Item, List, Paragraph, Quote
from converter.model.head import Head, Headline
from converter.model.inline import Span, Strong
from converter.model.style import NEWS
from converter.typeset.lines import Run, break_lines, to_words
from converter.writers.pdf.looks import Looks
from tests.tree import ROOT
from tests.writers.pdf.making import make, read, story
from tests.writers.pdf.reading import Pdf

# A clause each, with figures, brackets and Latin where the script's press has them.
CLAUSES = {
    "ar": "قال المتحدث إن التصويت سيجري في 23 مايو 2026 (بحسب Reuters). وُلِدَ جميع الناس أحرارًا لكن الكرامة",
    "fa": "سخنگوی دولت گفت که رأی‌گیری در ۲۳ مه ۲۰۲۶ برگزار می‌شود (به گزارش Reuters)",
    "ur": "حکومت کے ترجمان نے کہا کہ ووٹنگ 23 مئی 2026 کو ہوگی۔",
    "he": "דובר הממשלה אמר כי ההצבעה תתקיים ב-23 במאי (לפי Reuters). כָּל בְּנֵי הָאָדָם נוֹלְדוּ",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "pa": "ਸਾਰਾ ਮਨੁੱਖੀ ਪਰਿਵਾਰ ਆਪਣੀ ਮਹਿਮਾ ਅਤੇ ਹੱਕਾਂ ਦੇ ਪੱਖੋਂ ਆਜ਼ਾਦ ਹੈ",
    "gu": "પ્રતિષ્ઠા અને અધિકારોની દૃષ્ટિએ સર્વ માનવો જન્મથી સ્વતંત્ર અને સમાન હોય છે.",
    "or": "ସମସ୍ତ ମଣିଷ ଜନ୍ମକାଳରୁ ସ୍ୱାଧୀନ ଏବଂ ମର୍ଯ୍ୟାଦା ଓ ଅଧିକାରରେ ସମାନ ଅଟନ୍ତି।",
    "ta": "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்;",
    "te": "ప్రతిపత్తిస్వత్వముల విషయమున మానవులెల్లరును జన్మతః స్వతంత్రులును",
    "kn": "ಎಲ್ಲಾ ಮಾನವರೂ ಸ್ವತಂತ್ರರಾಗಿಯೇ ಜನಿಸಿದ್ದಾರೆ.",
    "ml": "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി",
    "si": "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත.",
    "th": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผล",
    "lo": "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ, ສິດທິ, ເສລີພາບ",
    "km": "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងភាពស្មើៗគ្នាក្នុងសិទ្ធិ",
    "my": "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊",
    "ja": "政府の報道官は、投票が2026年5月23日に行われると述べた。「すべての人間は自由である。」",
    "zh-Hans": "人人生而自由，在尊严和权利上一律平等。路透社（Reuters）报道",
    "zh-Hant": "人人生而自由，在尊嚴和權利上一律平等。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "hy": "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ։",
    "ka": "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა",
    "am": "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι. Ἐν ἀρχῇ ἦν ὁ λόγος.",
    "ru": "Все люди рождаются свободными и равными в своём достоинстве.",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm.",
    "en": "Signs → ✓ ★ and 😀 👩‍👩‍👧 emoji, שלום and مرحبا 123 (السلام) and 日本.",
}
FROM_RIGHT = ("ar", "fa", "ur", "he")


def squeeze(text: str) -> str:
    """Return the text without marks that nobody sees, composed."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one) != "Cf")


def article(lang: str) -> Article:
    """Return a story with a headline, a paragraph over some lines, a quotation and a list."""
    clause = CLAUSES[lang]
    return Article(
        (
            Paragraph((f"{clause} {clause} ", Strong((clause,)), f" {clause}")),
            Quote((Paragraph((clause,)),), attribution=(clause,)),
            List((Item((Paragraph((clause,)),)),), ordered=True),
        ),
        head=Head(headlines=(Headline((clause,), kind="main"),)),
        lang=lang,
        dir="rtl" if lang in FROM_RIGHT else None,
    )


@pytest.mark.parametrize("lang", CLAUSES)
def test_every_script_is_drawn_and_reads_back(lang: str) -> None:
    content, notices = make(article(lang))
    clause = squeeze(CLAUSES[lang])

    blocks = [squeeze(text) for _, text in Pdf(content).blocks()]
    assert [one.code for one in notices if one.code == "pdf-missing-script"] == []
    assert blocks[:4] == [clause, " ".join([clause] * 4), clause, clause]


def test_a_page_from_right_to_left_starts_at_the_right_edge() -> None:
    left = read(story("one " * 60, lang="en"))
    right = read(Article((Paragraph(("אחת " * 60,)),), lang="he", dir="rtl"))

    assert left.pen_places(0)[0][0] == pytest.approx(107.72, abs=0.01)
    assert 455 < right.pen_places(0)[0][0] < 488
    # It would only say how pages lie side by side, and makes PDFium turn Latin lines around.
    assert "Direction" not in right.get(right.root["ViewerPreferences"])


def test_a_paragraph_in_the_other_direction_starts_at_the_other_edge() -> None:
    pdf = read(Article((Paragraph(("Words.",)), Paragraph(("מילים.",), lang="he")), lang="en"))

    assert pdf.pen_places(0)[1][0] > 460


def test_a_span_with_a_direction_of_its_own_keeps_to_itself() -> None:
    def places(direction: Literal["ltr", "rtl"] | None) -> list[float]:
        content = ("ראשון ", Span(("a", Strong(("b",)), " 1"), dir=direction), " 2")
        pdf = read(Article((Paragraph(content),), lang="he", dir="rtl"))
        assert pdf.blocks()[0] == ("P", "ראשון ab 1 2")
        return [x for x, _ in pdf.pen_places(0)]

    free, kept = places(None), places("ltr")
    # On its own the span's number goes on to the right of its words; else all numbers stand in the Hebrew's order.
    assert free != kept
    assert max(kept) == max(free)


def test_bold_words_inside_a_right_to_left_line_keep_their_place() -> None:
    pdf = read(Article((Paragraph(("אחת ", Strong(("שתיים",)), " שלוש")),), lang="he", dir="rtl"))
    places = [x for x, _ in pdf.pen_places(0)]

    assert places == sorted(places, reverse=True)
    assert pdf.blocks()[0] == ("P", "אחת שתיים שלוש")


def distance(lang: str) -> float:
    """Return how far apart two lines of a paragraph stand."""
    pdf = read(Article((Paragraph((" ".join([CLAUSES[lang]] * 6),)),), lang=lang))
    heights = sorted({round(y, 2) for _, y in pdf.pen_places(0)}, reverse=True)
    return heights[0] - heights[1]


def test_lines_of_ideographs_end_at_one_edge_and_the_last_one_does_not() -> None:
    text = to_words([Run(CLAUSES["ja"] * 6, Looks(NEWS).find("body", lang="ja"), None)])
    break_lines(text, 379.8)

    *whole, last = text.lines
    assert len(whole) > 3
    assert [line.width_pt for line in whole] == pytest.approx([379.8] * len(whole))
    assert 0 < max(line.stretch_pt for line in whole) < 2
    assert last.stretch_pt == 0


def test_lines_of_tall_letters_stand_further_apart() -> None:
    assert distance("vi") == distance("ja") == pytest.approx(15.5, abs=0.01)
    assert distance("ar") == pytest.approx(15.5 * 1.25, abs=0.02)
    assert distance("th") == pytest.approx(15.5 * 1.1, abs=0.02)


_PRINT_DIGESTS = """
import hashlib
from tests.writers.pdf.making import make
from tests.writers.pdf.test_scripts import CLAUSES, article
print(hashlib.sha256(b"".join(make(article(lang))[0] for lang in CLAUSES)).hexdigest())
"""


@pytest.mark.slow
def test_every_script_has_the_same_bytes_whatever_the_hash_seed_and_the_zone() -> None:
    digests = set()
    for seed, zone in (("1", "UTC"), ("4294967295", "Pacific/Kiritimati")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", _PRINT_DIGESTS],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1


@given(
    st.lists(
        st.sampled_from(
            ["abc", "אבג", "سلام", "لك", "12", "(", ")", " ", "،", "\u200f", "\u2067", "\u2069", "ไท", "é"]
        ),
        min_size=1,
        max_size=24,
    ),
    st.sampled_from(["en", "he", "ar"]),
)
@settings(deadline=None, max_examples=60)
def test_any_mixture_of_directions_reads_back_in_order(parts: list[str], lang: str) -> None:
    text = "x" + "".join(parts) + "x"
    pdf = read(Article((Paragraph((text[:4], Span((text[4:] or "y",), lang="fr"))),), lang=lang))

    assert squeeze(" ".join(pdf.blocks()[0][1].split())) == squeeze(
        " ".join((text if text[4:] else text + "y").split())
    )
