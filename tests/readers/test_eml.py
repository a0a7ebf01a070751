"""A mail as a story: headline, text, pictures; what is attached beside them is noticed."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage

import pytest

from converter import model
from converter.core.errors import UnreadableInput
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Figure, Furniture, Paragraph
from converter.model.canonical import gate
from converter.model.head import Date, Headline, Party
from converter.model.inline import Strong
from converter.model.words import plain_text
from converter.readers.eml.options import EmlOptions
from converter.readers.eml.read import read
from converter.readers.eml.sniff import sniff


def mail(text: str = "Rain fell.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Example <ann@example.com>"
    message["Subject"] = "Bridge"
    message["Date"] = "Wed, 22 May 2024 18:30:00 +0100"
    message["Message-ID"] = "<77@example.com>"
    message.set_content(text)
    return message


def read_it(message: EmailMessage | bytes, options: EmlOptions | None = None) -> tuple[Article, Context]:
    context = Context(Source("story.eml", lang="en"))
    source = message if isinstance(message, bytes) else message.as_bytes()
    article = read(source, options or EmlOptions(), context)
    gate(article)
    return article, context


def codes(context: Context) -> list[str]:
    return [notice.code for notice in context.notices]


def test_head_is_the_storys() -> None:
    article, _ = read_it(mail())

    assert article.guid == "mid:77@example.com"
    assert article.head.headlines == (Headline(("Bridge",)),)
    assert article.head.parties == (Party("Ann Example", "creator", uri="mailto:ann@example.com"),)
    assert article.head.dates == (Date("published", "2024-05-22T18:30:00+01:00"),)


def test_lines_are_joined_and_a_signature_is_furniture() -> None:
    article, _ = read_it(mail("One\ngoes on.\n\nTwo.\n-- \nAnn\n"))

    assert article.body == (
        Paragraph(("One goes on.",)),
        Paragraph(("Two.",)),
        Furniture((Paragraph(("Ann",)),), "signature", "signature"),
    )


def test_html_goes_before_plain_text() -> None:
    message = mail("The bridge.\n")
    message.add_alternative("<p>The <b>bridge</b>.</p><script>x()</script>", subtype="html")

    article, context = read_it(message)

    assert article.body == (Paragraph(("The ", Strong(("bridge",)), ".")),)
    assert codes(context) == ["markup-dropped"]


def test_plain_text_with_other_words_is_noticed() -> None:
    message = mail("See the web version.\n")
    message.add_alternative("<p>The bridge.</p>", subtype="html")

    assert codes(read_it(message)[1]) == ["content-alternative-omitted"]


def test_picture_is_kept_and_another_file_is_noticed() -> None:
    message = mail()
    message.add_attachment(b"picture", maintype="image", subtype="png", filename="b.png")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="t.pdf")
    message.add_attachment(mail("Forwarded."))

    article, context = read_it(message)

    (figure,) = (block for block in article.body if isinstance(block, Figure))
    digest = hashlib.sha256(b"picture").hexdigest()
    assert (figure.media[0].src, figure.media[0].sha256) == ("b.png", digest)
    assert context.media.kept[digest] == b"picture"
    assert codes(context) == ["attachment-omitted", "attachment-omitted"]
    assert "Forwarded" not in plain_text(article)


def test_charset_is_that_of_the_part_or_the_callers() -> None:
    declared = b"From: a@b.example\nContent-Type: text/plain; charset=windows-1251\n\n\xcf\xf0\xe8\xe2\xe5\xf2\n"
    wrong = declared.replace(b"windows-1251", b"utf-8")

    assert plain_text(read_it(declared)[0].body) == "Привет"
    assert plain_text(read_it(wrong, EmlOptions("windows-1251"))[0].body) == "Привет"


def test_headers_of_its_way_are_properties() -> None:
    message = mail()
    message["To"] = "desk@example.com"
    message["Received"] = "from a by b"

    assert [(each.name, plain_text(each.content)) for each in read_it(message)[0].head.properties] == [
        ("eml:to", "desk@example.com")
    ]


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: =?utf-8?b?////?=",
        b"Subject: =?unknown?q?a?=",
        b"From: <<<>>>",
        b"From: =?utf-8?q?=00?= <a@b.example>",
        b"Date: never",
        b"Message-ID: <\xff@>",
        b'Content-Type: text/plain; charset="no such"',
        b"Content-Transfer-Encoding: base64",
        b"Content-Type: multipart/mixed; boundary=",
    ],
)
def test_odd_header_is_no_crash(header: bytes) -> None:
    try:
        article, _ = read_it(b"To: x\n" + header + b"\n\nRain fell.\n")
    except UnreadableInput:
        return
    assert article.guid is None


def test_what_has_no_header_is_no_mail() -> None:
    with pytest.raises(UnreadableInput, match="no mail"):
        read_it(b"")


def test_mail_may_be_a_text_that_begins_so() -> None:
    assert sniff(mail().as_bytes()) is None
    assert sniff(b"Words.") is False
    assert sniff(b"Note: one.\n\nTwo.") is False


RUSSIAN = "Паром снова ходит на острова, сказал капитан в пятницу вечером.\n\nБилет стоит двести рублей."


@pytest.mark.parametrize(
    ("declared", "told", "said"),
    [
        ("\nContent-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit", "", []),
        ("", "windows-1251", []),
        ("", "", ["charset-guessed"]),
    ],
)
def test_head_in_another_charset_is_read_as_the_text_is(declared: str, told: str, said: list[str]) -> None:
    source = f"Subject: Паром вернулся{declared}\n\n{RUSSIAN}\n".encode("windows-1251")

    article, context = read_it(source, EmlOptions(charset=told))

    assert article.head.headline() == Headline(("Паром вернулся",))
    assert [notice.code for notice in context.notices if notice.where == "head"][: len(said)] == said


def test_bytes_of_a_head_that_no_charset_explains_are_noticed() -> None:
    article, context = read_it(b"Subject: caf\x81\xff\n\nRain fell.\n")

    assert plain_text(article.head.headline()) == "caf\ufffd\ufffd"
    assert "bytes-replaced" in codes(context)


def test_dateline_and_speech_of_a_mail_are_told_by_its_words() -> None:
    text = 'SAMPLE BAY, May 22 (EX) - The bridge is open.\n\n"It was a long silence," said Carla Muster on Wednesday.\n'

    article, _ = read_it(f"Subject: Bridge opens\n\n{text}".encode())

    assert article.head.dateline is not None
    assert (article.head.dateline.place, article.head.dateline.agency) == ("SAMPLE BAY", "EX")
    quotation = next(value for value in model.walk(article.body) if isinstance(value, model.Quotation))
    assert quotation.speaker == "Carla Muster"


def test_plain_mail_is_told_as_any_text_below_its_subject() -> None:
    text = (
        "SAMPLE BAY, May 22 (EX) - The bridge over Sample Bay reopened to traffic\n"
        "on Wednesday, eleven months after a cargo ship struck one of its piers.\n\n"
        "- cars every half an hour\n"
        "- lorries every hour\n\n"
        "Correction: the toll is four crowns.\n\n"
        "###\n"
    )

    article, _ = read_it(mail(text))

    assert article.head.dateline is not None
    assert [type(block).__name__ for block in article.body] == [
        "Paragraph",
        "Paragraph",
        "Paragraph",
        "Note",
        "Furniture",
    ]
    assert plain_text(article.body[1]) == "- cars every half an hour"


def test_mail_that_indents_a_quotation_is_no_wire_copy() -> None:
    text = "The bridge is open again, the port said.\n\n   It was a long silence.\n\nRead More\n\nFerries go on.\n"

    article, _ = read_it(mail(text))

    assert [block.kind for block in article.body if isinstance(block, Furniture)] == ["related"]
