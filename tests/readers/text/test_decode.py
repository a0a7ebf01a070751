"""Bytes become the right text, or are refused with a way out: never mojibake."""

from __future__ import annotations

import pytest

from converter.core.errors import UnreadableInput, UsageError
from converter.core.spelling import in_shell
from converter.formats.records import Context, Source
from converter.readers.text.decode import decode
from converter.text.charsets import CODECS
from converter.text.options import TextOptions
from tests.scores.corpus import load
from tests.text.reading import codes_of, paragraphs_of, read_text

ENGLISH = (
    "The café’s owner said – and nobody doubted it – that “it will open again” before the summer is over.\n"
    "The people of the town have waited for it since the flood, and they will come back when it is done."
)
GERMAN = (
    "Die Stadt will das Bad am Fluss für zwölf Jahre schließen, und der Bürgermeister hat dafür keine Mehrheit.\n"
    "Es ist nicht das erste Mal, dass er mit dem Rat über das Geld streitet."
)
RUSSIAN = (
    "Жители посёлка уже третий год ждут новую школу, потому что старая стоит на берегу реки.\n"
    "Строители обещают закончить работу к сентябрю, но в это не верит никто из родителей."
)
POLISH = (
    "Miasto zamknie stary most na rok, bo jego filary są w gorszym stanie, niż sądzono jeszcze zimą.\n"
    "Objazd poprowadzi przez nową obwodnicę, która jest już gotowa, ale nie ma jeszcze świateł."
)
CZECH = (
    "Město zavře starý most na rok, protože jeho pilíře jsou v horším stavu, než se v zimě čekalo.\n"
    "Objížďka povede po novém obchvatu, který je už hotový, ale ještě na něm není světlo."
)
TURKISH = (
    "Belediye eski köprüyü bir yıl için kapatacak çünkü ayakları kışın sanıldığından daha kötü durumda.\n"
    "Otobüsler geçen yıl açılan yeni köprüden geçecek ve bu çok uzun sürecek diye korkuluyor."
)
GREEK = (
    "Ο δήμος ανακοίνωσε τη Δευτέρα ότι θα κλείσει για ένα χρόνο την παλιά γέφυρα της πόλης.\n"
    "Τα λεωφορεία θα περνούν από τη νέα."
)
HEBREW = (
    "העירייה תסגור את הגשר הישן לשנה כי העמודים שלו במצב גרוע יותר ממה שחשבו בחורף.\n"
    "האוטובוסים של העיר לא יעברו על הגשר."
)
ARABIC = (
    "قالت بلدية المدينة إنها ستغلق الجسر القديم لمدة عام لأن أعمدته في حالة أسوأ من كل ما كان في الشتاء.\n"
    "وستسير الحافلات على الجسر الجديد."
)
JAPANESE = (
    "県は月曜日、港にかかる新しい橋が来年の春に開通すると発表した。"
    "工事は三年前に始まり、費用は当初の計画より多くかかった。"
)
CHINESE = (
    "市政府星期一宣布，港口的新大桥将于明年春天通车。工程三年前开工，花费比原来的计划多了大约一成，市长说这是不得已的。"
)
TRADITIONAL = (
    "市政府星期一宣布，港口的新大橋將於明年春天通車。工程三年前開工，花費比原來的計劃多了大約一成，市長說這是不得已的。"
)
KOREAN = (
    "시는 항구의 새 다리가 내년 봄에 개통된다고 월요일에 밝혔다. "
    "공사는 삼 년 전에 시작되었고 비용은 계획보다 많이 들었다."
)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "mac-cyrillic"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022-jp"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (KOREAN, "cp949"),
        (GERMAN, "mac-roman"),
        (GERMAN, "cp850"),
        (ENGLISH, "utf-16"),
        (RUSSIAN, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "utf-32-le"),
        (ENGLISH, "utf-8-sig"),
        (KOREAN, "utf-8"),
    ],
)
def test_each_charset_gives_its_own_words_or_is_refused(text: str, codec: str) -> None:
    article, _ = read_text(text.encode(codec))

    assert paragraphs_of(article) == text.split("\n")


@pytest.mark.parametrize(
    "codec", ["cp1252", "cp1251", "koi8-r", "cp1250", "gb18030", "cp932", "big5", "cp949", "utf-16-le"]
)
def test_a_guessed_charset_is_a_notice(codec: str) -> None:
    texts = {"cp1251": RUSSIAN, "koi8-r": RUSSIAN, "cp1250": POLISH, "gb18030": CHINESE, "cp932": JAPANESE}
    texts |= {"big5": TRADITIONAL, "cp949": KOREAN}

    _, context = read_text(texts.get(codec, ENGLISH).encode(codec))

    assert "charset-guessed" in codes_of(context)


def test_utf8_and_ascii_are_no_guess() -> None:
    for source in (ENGLISH.encode(), b"The people of the town have waited for it since the flood."):
        _, context = read_text(source)

        assert "charset-guessed" not in codes_of(context)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(GERMAN.encode()[:40] + b"\xc3", id="utf-8 cut in a character"),
        pytest.param(GERMAN.encode() + b" caf\xe9 Stra\xdfe", id="utf-8 with bytes of windows-1252 behind"),
        pytest.param("Der Bär kam \ud83d\ude00 gestern zurück.".encode("utf-8", "surrogatepass"), id="CESU-8"),
        pytest.param(b"The price is \xc0\xaf\xc0\xaf\xc0\xaf now.", id="overlong forms"),
        pytest.param(b"\x9d\x81\x8f\x90 \xff\xfe\xfd \x81\x8d \x9d\x90", id="noise"),
        pytest.param(bytes(range(128, 256)), id="every high byte"),
        pytest.param(b"Xq\xe9z vk\xf1 w\xe8j.", id="letters without a language"),
        pytest.param(ENGLISH.encode("utf-16")[:-1], id="utf-16 with half a character"),
    ],
)
def test_doubtful_bytes_are_refused_with_a_way_out(source: bytes) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_text(source)

    assert refused.value.exit_code == 3
    assert "--set text.charset=…" in in_shell(refused.value.hint)
    assert refused.value.where.startswith("byte ")


def test_utf7_is_never_used() -> None:
    article, _ = read_text(b"The price is +AKM-3 and it was +ADw-b+AD4- before the war.")

    assert paragraphs_of(article) == ["The price is +AKM-3 and it was +ADw-b+AD4- before the war."]
    with pytest.raises(UsageError):
        read_text(b"The price is +AKM-3.", TextOptions(charset="utf-7"))


def test_the_caller_names_the_charset() -> None:
    article, context = read_text("Wałęsa mówi: nie.".encode("cp1250"), TextOptions(charset="cp1250"))

    assert paragraphs_of(article) == ["Wałęsa mówi: nie."]
    assert article.provenance.charset == "windows-1250"
    assert "charset-guessed" not in codes_of(context)


def test_an_unknown_charset_lists_what_there_is() -> None:
    with pytest.raises(UsageError, match="rot13") as refused:
        read_text(b"Nothing", TextOptions(charset="rot13"))

    assert "windows-1252" in refused.value.hint


def test_the_callers_charset_that_does_not_fit_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="not utf-8 text"):
        read_text("Müller".encode("cp1252"), TextOptions(charset="utf-8"))


def test_a_declared_charset_is_believed_when_it_fits() -> None:
    article, context = read_text("Wałęsa mówi: nie.".encode("iso8859-2"), charset="iso-8859-2")

    assert paragraphs_of(article) == ["Wałęsa mówi: nie."]
    assert codes_of(context)[:1] != ["charset-guessed"]


def test_declared_latin1_with_curly_quotes_is_windows_1252() -> None:
    article, _ = read_text(ENGLISH.encode("cp1252"), charset="ISO-8859-1")

    assert article.provenance.charset == "windows-1252"
    assert paragraphs_of(article) == ENGLISH.split("\n")


def test_a_declared_charset_that_does_not_fit_is_passed_over_with_a_notice() -> None:
    article, context = read_text(ENGLISH.encode(), charset="us-ascii")

    assert paragraphs_of(article) == ENGLISH.split("\n")
    assert codes_of(context)[0] == "charset-declared-wrong"


def test_one_curly_quote_in_english_is_windows_1252() -> None:
    text = "The mayor’s office said that it would be closed for the rest of the week."

    article, _ = read_text(text.encode("cp1252"))

    assert paragraphs_of(article) == [text]
    assert article.provenance.charset == "windows-1252"


def test_a_spanish_name_in_english_is_windows_1252() -> None:
    text = "Mr. Núñez said that the señor who runs the hotel will be there with all of his naïve friends."

    article, _ = read_text(text.encode("cp1252"))

    assert paragraphs_of(article) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Mix ½ cup of flour with the milk, and it will rise when it has stood for an hour at 30°C.",
        "It doesn´t matter to them, they said, and it won´t matter to the others in the town.",
        "Eiður Sigurðsson and Slavoj Žižek were there with all of the others from the club.",
        "The hotel in São Paulo is full – 100 % – and it’s not cheap: €200 a night… for a bed.",
        "He said that the nº 5 of the team is the best in the league, and the 2ª is not.",
        "• The first of the points is that the law will not be changed.\n• The second is that it was.",
    ],
)
def test_marks_and_names_of_windows_1252_in_english_are_read_right(text: str) -> None:
    article, _ = read_text(text.encode("cp1252"))

    assert paragraphs_of(article) == text.split("\n")
    assert article.provenance.charset == "windows-1252"


def test_latin_9_is_known_by_what_windows_1252_has_not() -> None:
    text = "Le cœur de la ville est fermé pour les voitures, et le prix de l'entrée est de 5 € pour les autres."

    article, _ = read_text(text.encode("iso8859-15"))

    assert paragraphs_of(article) == [text]


@pytest.mark.slow
def test_no_labelled_text_in_any_charset_is_ever_read_wrong() -> None:
    wrong = []
    for case in load():
        text = "\n".join(case.paragraphs)
        for charset, codec in CODECS.items():
            try:
                source = text.encode(codec)
            except UnicodeEncodeError:
                continue
            try:
                read = decode(source, TextOptions(), Context(Source("story.txt")))
            except UnreadableInput:
                continue
            if read != text:
                wrong.append((case.name, charset))

    assert wrong == []
