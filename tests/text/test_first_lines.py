"""First lines of many languages: headlines in their forms, and what stands at a head and is none."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of

STORIES = {
    "en": "The bridge over Sample Bay reopened to traffic on Wednesday, eleven months after a ship struck a pier.\n"
    "Harbour officials said the first cars crossed at six and that the queue was gone within the hour.",
    "de": "Die Hafenbrücke über die Musterbucht ist seit Mittwoch wieder für den Verkehr geöffnet, so das Amt.\n"
    "Elf Monate zuvor hatte ein Frachter einen Pfeiler gerammt und die Brücke so schwer beschädigt, dass sie schloss.",
    "fr": "Le pont qui enjambe la baie a rouvert mercredi à la circulation, onze mois après le choc d’un cargo.\n"
    "Selon l’autorité portuaire, les premières voitures sont passées peu après six heures, et la file a disparu.",
    "es": "El puente sobre la bahía reabrió el miércoles al tráfico, once meses después de golpearlo un carguero.\n"
    "Según la autoridad portuaria, los primeros coches cruzaron poco después de las seis y la cola desapareció.",
    "no": "Brua over bukta åpnet onsdag for trafikk igjen, elleve måneder etter at et lasteskip traff en av pilarene.\n"
    "Ifølge havnevesenet kjørte de første bilene over like etter klokken seks, og køen var borte i løpet av en time.",
    "ja": "港の橋が水曜日、11カ月ぶりに通行を再開した。貨物船が橋脚の一つに衝突し、通行止めになっていた。\n"
    "港湾局によると、最初の車は午前6時過ぎに渡り、車の列は1時間以内になくなったという。けが人はいなかった。",
    "zh": "横跨样本湾的海港大桥星期三重新通车，此前一艘货轮在十一个月前撞上其中一座桥墩，大桥因此关闭。\n"
    "港务局说，首批车辆在早上六点过后不久通过，排队的车流在一小时内就消失了，没有人受伤，渡轮照常运行。",
    "ko": "만을 가로지르는 항구 다리가 수요일 다시 열렸다. 11개월 전 화물선이 교각 하나를 들이받아 다리가 닫혔다.\n"
    "항만 당국은 첫 차량이 오전 6시 직후 항구 다리를 건넜고 한 시간 안에 줄이 사라졌다고 밝혔다.",
    "th": "สะพานท่าเรือข้ามอ่าวเปิดให้รถผ่านอีกครั้งเมื่อวันพุธ สิบเอ็ดเดือนหลังจากเรือบรรทุกสินค้าชนเสาต้นหนึ่งจนต้องปิดสะพาน\n"
    "เจ้าหน้าที่การท่าเรือกล่าวว่ารถคันแรกข้ามสะพานไม่นานหลังหกโมงเช้า และแถวรถหมดไปภายในหนึ่งชั่วโมง ไม่มีผู้บาดเจ็บ",
    "my": "ပင်လယ်အော်ကို ဖြတ်ထားသော ဆိပ်ကမ်းတံတားကို ဗုဒ္ဓဟူးနေ့က ပြန်ဖွင့်ခဲ့ပြီး ကုန်တင်သင်္ဘောတစ်စင်း တိုက်မိခဲ့သည်။\n"
    "ဆိပ်ကမ်းအာဏာပိုင်များက ပထမဆုံးကားများ မနက်ခြောက်နာရီကျော်တွင် ဖြတ်သန်းခဲ့ပြီး ကားတန်းမှာ ရှင်းသွားသည်ဟု ပြောသည်။",
}
"""Language → two paragraphs about a bridge in a harbour."""
for _lang, _of in (
    ("it", "es"), ("pt", "es"), ("nl", "de"), ("sv", "de"), ("fi", "de"), ("pl", "de"), ("cs", "de"), ("hu", "de"),
    ("ro", "fr"), ("tr", "fr"), ("vi", "fr"), ("id", "en"), ("sr", "de"), ("sw", "en"),
    ("ru", "en"), ("uk", "en"), ("bg", "en"), ("el", "en"), ("ar", "en"), ("he", "en"), ("fa", "en"), ("ur", "en"),
    ("hi", "en"), ("bn", "en"), ("ta", "en"), ("ka", "en"), ("am", "en"), ("km", "en"),
):  # fmt: skip
    # What is refused here is refused by its own words, whatever the story says.
    STORIES[_lang] = STORIES[_of]

HEADLINES = [
    ("en", "harbour bridge over bay reopens after eleven months"),
    ("en", "Bridge Traffic? Not Yet!"),
    ("en", "A glimpse of the future"),
    ("en", "Take a look inside the new harbour bridge"),
    ("en", "Get more from your harbour bridge"),
    ("en", "From the archive: harbour bridge opens"),
    ("en", "Returning to the US? It’s a long way"),
    ("en", "Glimpses of Things That Will Come"),
    ("de", "Ein Blick in die Zukunft"),
    ("en", "Harbour traffic to be eased over bridge."),
    ("en", "Mayor: “The bridge should never close to traffic.”"),
    ("en", "“The bridge over the harbour…”"),
    ("en", "UPDATE: Harbour bridge reopens after ship strike"),
    ("en", "**Harbour bridge reopens after eleven months**"),
    ("en", "Harbour bridge reopens to first cars » Harbour Post"),
    ("en", "(LEAD) Harbour bridge reopens"),
    ("en", "Harbour bridge reopens (PHOTOS)"),
    ("de", "mit Verkehr über die Hafenbrücke nach elf Monaten"),
    ("de", "Hafenbrücke für Verkehr über Musterbucht."),
    ("de", "Hafenbrücke nach elf Monaten frei (FOTOS)"),
    ("fr", "la circulation sur le pont de la baie"),
    ("es", "el puente sobre la bahía y los coches"),
    ("it", "Caro puente, cruzaron los coches tras meses"),
    ("es", "Lo mejor de la bahía y del puente"),
    ("es", "Vista preliminar por el puente de la bahía"),
    ("en", "Get the Best of Both Harbour Worlds"),
    ("en", "Bridge horoscope for Wednesday, May 22, 2024"),
    ("en", "de Blasio opens harbour bridge"),
    ("en", "Harbour bridge loses subscribers"),
    ("en", "Dear Abby: My husband works on the harbour bridge"),
    ("no", "– Brua over bukta burde aldri vært stengt"),
    ("no", "- Brua over bukta er åpen, sier ordføreren"),
    ("zh", "devexpress海港大桥通车方法总结九例"),
    ("zh", "“海港大桥不该关闭！”"),
    ("zh", "海港大桥通车 记者在大桥上拍摄"),
    ("de", "Foto von Hafenbrücke sorgt für Verkehr und Empörung"),
    ("zh", "市长：“海港大桥本来就不该……”"),
    ("ko", "시장 “항구 다리 닫지 말았어야…”"),
    ("ko", "“항구 다리가 다시 열려…”"),
    ("ja", "UPDATE: 港の橋、11カ月ぶりに通行再開"),
    ("th", "UPDATE 1-เปิดสะพานท่าเรืออีกครั้งหลังปิดสิบเอ็ดเดือน"),
    # What a picture's caption begins with may be what the story is about.
    ("en", "Screenshot of harbour chat puts bridge chief under pressure"),
    ("en", "Satellite image shows harbour bridge still shut"),
    ("en", "Still no traffic on harbour bridge"),
    ("en", "Image of harbour bridge goes viral"),
    ("en", "Photo of harbour bridge wins prize"),
    ("en", "Photo from harbour bridge returned to family after eleven months"),
    ("en", "Photo released of suspect in harbour bridge attack"),
    ("en", "Picture this: a harbour bridge without traffic"),
    ("en", "Courtesy calls: harbour officials visit bridge"),
    ("en", "Frame by frame: how harbour bridge was hit"),
    ("en", "Artist's impression of harbour bridge angers officials"),
    ("en", "Stock image firm buys harbour bridge photos"),
    ("de", "Screenshot sorgt für Ärger an der Hafenbrücke"),
    ("de", "Bild der Hafenbrücke für Verkehr verkauft"),
    ("fr", "Capture d’écran : le pont de la baie au cœur d’une rumeur"),
    ("es", "Imagen del puente de la bahía da la vuelta al mundo"),
    ("es", "Captura de pantalla del puente desata polémica en la bahía"),
    ("zh", "海港大桥视频截图引发热议"),
    ("en", "Bridge opens again for harbour traffic."),
    ("en", "Officials warn of harbour bridge traffic."),
    ("en", "At a glance: what the harbour bridge reopening means for traffic"),
    ("en", "Highlights of harbour bridge reopening"),
    ("en", "Harbour bridge reopens (University of Eastmere study)"),
    ("en", "Ann Miller, harbour bridge engineer, dies at 91"),
    ("en", "Ann Miller, mayor who fought harbour bridge"),
    ("de", "Anna Schmidt, die Frau von der Hafenbrücke"),
    ("fr", "Anne Dupont, maire de Modèle : « Le pont de la baie rouvre »"),
    ("es", "Ana Gómez, la voz del puente de la bahía"),
    ("en", "Suspect seen on harbour bridge"),
    ("en", "Harbour bridge is seen as a model"),
    ("en", "Mayor looks to harbour bridge for votes"),
    ("en", "Harbour bridge reopens. (Video)"),
    ("en", "Harbour bridge reopens (With Video)"),
    ("en", "Harbour bridge traffic (and what to do about it)"),
    ("en", "1. FC Harbour opens bridge"),
    ("en", "What to know about the harbour bridge"),
    ("es", "Puntos clave del puente de la bahía"),
    ("en", "Harbour bridge is open, and yet ..."),
]


@pytest.mark.parametrize(("lang", "line"), HEADLINES, ids=[f"{lang} {line[:16]}" for lang, line in HEADLINES])
def test_a_headline_is_found_in_the_form_in_which_newsrooms_write_it(lang: str, line: str) -> None:
    assert headlines_of(f"{line}\n{STORIES[lang]}") == [line]


NONE = {
    "sentences": [
        ("en", "The 30-year-old was found in the street."),
        ("en", "Drivers queued for hours at bridge."),
        ("en", "Eleven long months."),
        ("de", "Die Hafenbrücke ist wieder frei."),
        ("de", "Hafenamt öffnet Brücke für den Verkehr."),
        ("de", "Hafenbrücke sperrt wieder Verkehr aus."),
        ("fr", "Le pont du port a rouvert."),
        ("es", "El puente reabrió el miércoles."),
        ("en", "Every harbour bridge carries traffic."),
        ("en", "He’s still on harbour bridge."),
        ("en", "Harbour bridge took traffic again."),
        ("fr", "C’est fini pour pont et baie."),
    ],
    "halves of sentences": [
        ("en", "and the bridge over the harbour was open"),
        ("en", "said the harbour office about the bridge traffic"),
        ("en", "harbour bridge traffic, officials"),
        ("de", "der Frachter hatte die Hafenbrücke gerammt"),
        ("de", "teilte das Hafenamt zum Verkehr auf der Hafenbrücke mit"),
        ("fr", "selon l’autorité portuaire du pont"),
    ],
    "agencies": [
        ("en", "(CNN) -- Harbour bridge reopens"),
        ("en", "(CNN)The harbour bridge reopened to traffic"),
        ("en", "EASTMERE, May 22 (Reuters) - The harbour bridge reopened"),
        ("de", "Musterstadt (dpa) - Die Hafenbrücke ist wieder frei"),
        ("id", "Jakarta, CNN Indonesia -- Harbour bridge dibuka kembali"),
        ("es", "Valmar, 22 may (EFE).- El puente reabrió"),
    ],
    "broadcasts and pages": [
        ("en", "HOST: Good evening, the bridge over the harbour is open"),
        ("en", "ANN EXAMPLE, HOST: The bridge over the harbour reopened"),
        ("en", "PUBLISHED: . 12:00 EST, 22 May 2024 . | . UPDATED: . 13:00 EST, 22 May 2024 ."),
        ("en", "NEW: First cars cross the harbour bridge"),
        ("en", "Watch the harbour bridge reopen in the video above"),
        ("en", "Welcome to our live coverage of the harbour bridge"),
        ("en", "An earlier version said the bridge reopened on Tuesday"),
        ("en", "Home » News » Harbour bridge reopens"),
        ("de", "Dieser Text ist Teil der Serie Hafenbrücke"),
        ("de", "Hinweis: Dieser Beitrag über die Hafenbrücke wurde gekürzt"),
        ("fr", "EN VIDÉO : le pont de la baie"),
    ],
    "data": [
        ("en", "Harbour Inc - WKN: 123456 - ISIN: US0000000001"),
        ("my", "26 အောက်တိုဘာ 2018"),
        ("en", "Harbour News Flash top headlines for June 1"),
        ("en", "Harbour bridge share price: 131,84"),
        ("de", "Frage 2: Wer sperrte die Hafenbrücke für den Verkehr?"),
        ("en", 'He looked at the harbour bridge. "You know why?'),
        ("en", 'The bridge is safe," she said of the harbour. "Is it?'),
        ("en", "Coffee by bridge? Parcels by drone?"),
    ],
    "letters": [
        ("en", "Dear Ann, the bridge over the harbour is open"),
        ("en", "To the editor: The bridge over the harbour is a scandal"),
        ("en", "Dear Sir or Madam"),
        ("en", "Re: Harbour bridge reopens"),
        ("en", "Good morning, Eastmere! It’s Wednesday"),
        ("fr", "Chères lectrices, chers lecteurs"),
        ("it", "Caro Bo, los coches cruzan el puente"),
        ("es", "Estimados lectores:"),
        ("pl", "Drodzy Czytelnicy!"),
    ],
    "press releases and mottos": [
        ("en", "Harbour Office press release on the bridge - 12 June 2019"),
        ("de", "Pressemitteilung des Hafenamts zur Hafenbrücke - 12. Juni 2019"),
        ("fr", "Communiqué de presse Pont de la baie - 12 juin 2019"),
        ("es", "Comunicado de prensa - 12 de junio de 2019"),
        ("pt", "Nota de imprensa"),
        ("ro", "Comunicat de presă"),
        ("sr", "Saopštenje za javnost"),
        ("id", "Siaran pers"),
        ("ja", "プレスリリース"),
        ("de", "Verkehr, Hafen, Brücke"),
        ("fr", "Liberté, égalité, fraternité"),
    ],
    "summaries": [
        ("en", "Key events"),
        ("no", "Kort fortalt"),
        ("fi", "Lyhyesti"),
        ("pl", "W skrócie"),
        ("ru", "Коротко"),
        ("en", "Story at a glance"),
        ("en", "Summary is AI generated, newsroom reviewed"),
        ("de", "Das Wichtigste zum Thema"),
        ("fr", "Les points clés"),
        ("es", "Resumen de la noticia"),
        ("pt", "Principais pontos"),
        ("it", "I punti chiave"),
        ("sv", "Det viktigaste i korthet"),
        ("ru", "Главное за минуту"),
        ("uk", "Коротко про головне"),
        ("vi", "Nội dung chính"),
        ("ko", "핵심 요약"),
    ],
    "the page and its readers": [
        ("en", "Opinions expressed by contributors are their own"),
        ("en", "Have your say on the harbour bridge"),
        ("en", "Our journalism needs your support"),
        ("en", "Ann Example is the author of a book on the bridge"),
        ("en", "Carla Example has this report"),
        ("en", "Take a look at this"),
        ("en", "You’re watching Harbour TV"),
        ("de", "Hier berichtet Carla Beispiel"),
        ("it", "Servizio di Carla Esempio"),
        ("es", "En la imagen, el puente de la bahía"),
        ("de", "Von unserem Korrespondenten"),
        ("de", "Hören Sie hier die aktuelle Folge"),
        ("fr", "Il vous reste 80% de cet article à lire"),
        ("es", "Una publicación compartida por Puerto"),
        ("pt", "Conteúdo exclusivo para assinantes"),
        ("nl", "Van onze verslaggever"),
        ("sv", "Detta är en debattartikel"),
        ("no", "Dette er en kommentar"),
        ("fi", "Juttu on vain tilaajille"),
        ("ja", "この記事を音声で聴く"),
        ("ko", "이 기사 구독"),
    ],
    "promotions": [
        ("en", "Get the best of the harbour delivered to your inbox"),
        ("en", "A fresh new design for bridge emails"),
        ("de", "Das Beste aus Hafen und Verkehr in Ihrem Postfach"),
        ("fr", "Recevez le meilleur de la baie dans votre boîte"),
        ("es", "Lo mejor de la bahía en tu correo"),
        ("it", "Il meglio del puente nella tua mail"),
        ("nl", "Het beste van de Hafenbrücke in je mailbox"),
        ("zh", "查看最新行情"),
    ],
    "captions": [
        ("en", "FILE - The bridge over the harbour in May"),
        ("en", "Ann Example, left, on the harbour bridge"),
        ("en", "Cars cross the harbour bridge in Eastmere on May 22, 2024"),
        ("en", "Cars cross the harbour bridge Wednesday. Bo Sample/Harbour Post"),
        ("de", "Verkehr auf der Hafenbrücke (Archivbild)"),
        ("de", "Verkehr auf der Hafenbrücke © dpa"),
        ("de", "Anna Muster (rechts) auf der Hafenbrücke"),
        ("fr", "Le pont de la baie, le 22 mai 2024"),
        ("es", "Coches en el puente, este miércoles. EFE"),
        ("es", "Imagen de archivo del puente"),
        ("es", "El puente de la bahía, fotografiado este miércoles"),
        ("it", "Foto di Bo Esempio"),
        ("it", "Auto sul ponte. Foto: Ansa"),
        ("pt", "Carros no puente — Foto: Bo Exemplo"),
        ("nl", "Auto’s op de Hafenbrücke. Foto: ANP"),
        ("sv", "Bilar på Hafenbrücke. Bild: Bo Exempel"),
        ("fi", "Autoja sillalla, Hafenbrücke. Kuva: Lehtikuva"),
        ("pl", "Auta na moście Hafenbrücke. Fot. PAP"),
        ("cs", "Auta na mostě Hafenbrücke. Foto: ČTK"),
        ("hu", "Autók a hídon, Hafenbrücke. Fotó: MTI"),
        ("ro", "Mașini pe pont. Foto: Agerpres"),
        ("tr", "Köprüden geçen araçlar. Fotoğraf: AA"),
        ("ru", "Машины на мосту. Фото: ТАСС"),
        ("uk", "Машини на мосту. Фото: УНІАН"),
        ("bg", "Коли на моста. Снимка: БТА"),
        ("el", "Αυτοκίνητα στη γέφυρα. Φωτογραφία: ΑΠΕ-ΜΠΕ"),
        ("ar", "السيارات تعبر الجسر (أ ف ب)"),
        ("he", "מכוניות על הגשר (צילום: רויטרס)"),
        ("hi", "पुल से गुजरती गाड़ियां (फोटो: पीटीआई)"),
        ("vi", "Xe chạy trên cầu. Ảnh: TTXVN"),
        ("id", "Mobil di jembatan. (Antara Foto)"),
        ("ja", "通行を再開した港の橋＝22日、見本市"),
        ("ja", "通行を再開した港の橋（22日、見本市）"),
        ("zh", "海港大桥。新华社发"),
        ("zh", "海港大桥通车 张三摄"),
        ("ja", "通行を再開した港の橋（見本太郎撮影）"),
        ("zh", "共享大桥。视觉中国 资料"),
        ("ko", "항구 다리를 건너는 차량 [연합뉴스 자료사진]"),
        ("ko", "항구 다리. 사진=연합뉴스"),
    ],
    "captions that say what kind of picture it is": [
        ("en", "Still image of harbour traffic from SampleTube."),
        ("en", "Still image from harbour bridge video"),
        ("en", "Still from video of harbour bridge."),
        ("en", "Screenshot of harbour bridge video on Facebook."),
        ("en", "Screenshot from harbour bridge livestream"),
        ("en", "Screengrab of traffic on harbour bridge from Twitter."),
        ("en", "Video grab of harbour bridge collapse."),
        ("en", "Image from Harbour Office."),
        ("en", "Image of harbour bridge from Google Street View."),
        ("en", "Image via Harbour Office Facebook"),
        ("en", "Image courtesy of Harbour Office."),
        ("en", "Photo courtesy Harbour Office"),
        ("en", "Photo of first cars on harbour bridge provided by Harbour Office."),
        ("en", "Handout photo of harbour bridge"),
        ("en", "Stock image of harbour bridge traffic."),
        ("en", "In this photo taken Wednesday, cars cross harbour bridge."),
        ("en", "Artist’s rendering of harbour bridge."),
        ("en", "Satellite image of harbour bridge."),
        ("en", "Courtesy Harbour Office"),
        ("de", "Screenshot aus dem Video zur Hafenbrücke"),
        ("de", "Standbild aus Video zur Hafenbrücke."),
        ("de", "Screenshot: Hafenbrücke bei SampleTube"),
        ("fr", "Capture d’écran d’une vidéo du pont"),
        ("es", "Captura de pantalla de vídeo del puente"),
        ("es", "Captura de video del puente"),
        ("pt", "Captura de tela do vídeo do puente"),
        ("pt", "Coches del puente (Reprodução/SampleTube)"),
        ("it", "Un fermo immagine del video del puente"),
        ("nl", "Screenshot uit video van de Hafenbrücke"),
        ("pl", "Zrzut ekranu z nagrania Hafenbrücke"),
        ("ru", "Кадр из видео с harbour bridge"),
        ("ru", "Harbour bridge, скриншот видео"),
        ("ru", "Harbour bridge. Кадр из видео"),
        ("ru", "Фото из открытых источников, harbour bridge"),
        ("uk", "Скріншот з відео harbour bridge"),
        ("id", "Tangkapan layar video harbour bridge"),
        ("zh", "海港大桥视频截图"),
        ("zh", "海港大桥通车。（视频截图）"),
        ("zh", "图为海港大桥通车现场"),
        ("zh", "▲海港大桥通车现场"),
        ("ko", "항구 다리 유튜브 캡처"),
    ],
    "captions that tell nothing": [
        ("en", "Traffic on harbour bridge."),
        ("en", "Harbour officials at bridge."),
        ("en", "Mayor Ann Example at Harbour Bridge."),
        ("en", "Bo Sample with wife Ann at harbour bridge."),
        ("de", "Anna Beispiel im Hafenamt."),
        ("de", "Anna Beispiel (SPD)"),
        ("fr", "Voitures sur pont de Modèle."),
        ("es", "Coches en puente de Muestra."),
    ],
    "captions of portraits and scenes": [
        ("en", "Ann Miller, director of the harbour office"),
        ("en", "Dr. Ann Miller, director of the Harbour Bridge Institute"),
        ("en", "Ann Miller, mayor of Eastmere, speaks during a harbour press conference"),
        ("en", "Vehicles are seen on the harbour bridge in Eastmere"),
        ("en", "People walk past the harbour bridge in Eastmere, Ohio"),
        ("en", "Ships near the bridge. (Harbour Office)"),
        ("en", "Bridge traffic (Ann Example / Sample News)"),
        ("en", "Bridge traffic | Photo by Ann Example"),
        ("de", "Anna Schmidt, Chefin des Hafenamts"),
        ("de", "Von links: Anna Schmidt und Bo Muster"),
        ("fr", "Anne Dupont, directrice du port de la baie"),
        ("es", "Ana Gómez, directora de la autoridad portuaria"),
    ],
    "parts of what stands below or elsewhere": [
        ("en", "The bridge over Sample Bay reopened to traffic on Wednesday…"),
        ("en", "The bridge over Sample Bay reopened ..."),
        ("en", "1. Harbour bridge traffic\n2. Harbour ships"),
        ("en", "RT @harbouroffice: Bridge is open to traffic"),
        ("en", "FOR IMMEDIATE RELEASE: Harbour bridge"),
        ("en", "Now playing: First cars cross harbour bridge"),
    ],
    "summaries behind their label": [
        ("en", "Key takeaways: First cars cross the harbour bridge"),
        ("en", "TL;DR: First cars cross the harbour bridge"),
        ("de", "Zusammenfassung: Hafenbrücke für Verkehr frei"),
        ("fr", "En résumé : le pont de la baie a rouvert"),
        ("es", "Resumen: el puente de la bahía reabrió"),
        ("zh", "核心提示：海港大桥星期三重新通车"),
        ("ko", "요약: 항구 다리 다시 열려"),
    ],
}


@pytest.mark.parametrize(
    ("lang", "line"),
    [pytest.param(lang, line, id=f"{kind}: {line[:24]}") for kind, lines in NONE.items() for lang, line in lines],
)
def test_what_opens_a_body_or_stands_beside_it_is_no_headline(lang: str, line: str) -> None:
    assert headlines_of(f"{line}\n{STORIES[lang]}") == []


@pytest.mark.parametrize(
    "kicker",
    [
        "Kommentar",
        "EASTMERE",
        "Hafen › Verkehr › Brücke",
        "Im Gespräch:",
        "Startseite / Hafen",
        "Sample Post\nKommentar",
        "Wirtschaft\nIm Gespräch",
    ],
)
def test_a_word_above_a_headline_is_a_kicker(kicker: str) -> None:
    assert headlines_of(f"{kicker}\nHafenbrücke nach elf Monaten wieder für Verkehr frei\n{STORIES['de']}") == [
        "Hafenbrücke nach elf Monaten wieder für Verkehr frei"
    ]


@pytest.mark.parametrize(
    ("lang", "section"), [("en", "World news"), ("th", "การเมือง"), ("my", "သတင်း"), ("zh", "社会"), ("no", "Innenriks")]
)
def test_a_section_has_its_name_in_any_language(lang: str, section: str) -> None:
    lines = {
        "en": "Bridge reopens",
        "th": "สะพานท่าเรือเปิดแล้ว",
        "my": "ဆိပ်ကမ်းတံတား ပြန်ဖွင့်",
        "zh": "海港大桥通车",
        "no": "Brua over bukta åpen",
    }

    assert headlines_of(f"{section}\n{lines[lang]}\n{STORIES[lang]}") == [lines[lang]]


@pytest.mark.parametrize(
    "masthead",
    [
        "Sample Post\nMay 22, 2024",
        "The Sample Post (Eastmere), 22 May 2024",
        "May 22, 2024 / 2:30 PM / Sample Post",
    ],
)
def test_a_paper_and_its_day_stand_above_the_headline(masthead: str) -> None:
    line = "Harbour bridge reopens to traffic"

    assert headlines_of(f"{masthead}\n{line}\n{STORIES['en']}") == [line]


@pytest.mark.parametrize(
    "above",
    [
        "en_1234\nen\n2019-03-04\nhttps://www.example.com/bridge",
        "12345",
        "doc-12.txt",
        "9f3c1a7b9f3c1a7b9f3c1a7b9f3c1a7b",
        "pt-BR",
    ],
)
def test_what_a_corpus_calls_its_text_stands_above_the_headline(above: str) -> None:
    line = "Harbour bridge reopens to traffic"

    assert headlines_of(f"{above}\n{line}\n{STORIES['en']}") == [line]
    assert headlines_of(f"{above}\n{STORIES['en']}") == []


def test_a_headline_above_a_date_keeps_its_place_above_a_deck() -> None:
    line = "Harbour bridge open at last"

    assert headlines_of(f"{line}\nMay 22, 2024\nFirst cars cross in the morning\n{STORIES['en']}") == [line]


def test_a_label_of_film_is_a_headlines_own_above_a_byline() -> None:
    line = "Watch: First cars cross the harbour bridge"

    assert headlines_of(f"{line}\nBy Ann Example\n{STORIES['en']}") == [line]
    assert headlines_of(f"{line}\n{STORIES['en']}") == []


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("Getty Images\nFirst cars cross the harbour bridge", id="the caption below its credit"),
        pytest.param("Ann Example, Sample Post\nMay 22, 2024", id="the author above a date"),
        pytest.param("Story highlights\nFirst cars cross the harbour bridge", id="a summary below its head"),
    ],
)
def test_a_body_below_a_credit_an_author_or_a_summary_has_none(above: str) -> None:
    assert headlines_of(f"{above}\n{STORIES['en'].replace('Sample ', '')}") == []


def test_an_interview_says_in_its_headline_that_it_is_one() -> None:
    line = "Interview: Why the harbour bridge reopens"

    assert headlines_of(f"{line}\nDW: Ms. Example, why does it?\nAnn Example: It is safe.\n{STORIES['en']}") == [line]


@pytest.mark.parametrize(
    ("lang", "deck", "below"),
    [
        (
            "en",
            "Engineer Ann Example will present the 2024 harbour bridge lecture on May 22.",
            "EASTMERE, N.Y. -- An engineer will talk of ships and bridges on Wednesday, the harbour office said.",
        ),
        ("en", "The harbour bridge is open again but not all of the drivers are happy about it.", "May 22, 2024"),
        (
            "de",
            "Die Hafenbrücke ist wieder frei, doch viele Fahrer sind damit noch lange nicht zufrieden.",
            "Von Anna Beispiel",
        ),
    ],
)
def test_a_sentence_as_long_as_a_deck_is_no_headline_whatever_stands_below(lang: str, deck: str, below: str) -> None:
    head = article_of(f"{deck}\n{below}\n{STORIES[lang]}").head

    assert [headline for headline in head.headlines if headline.kind == "main"] == []


@pytest.mark.parametrize(
    "line",
    [
        "We don't need another harbour bridge.",
        "Ravenous ships ruled this harbour for over a century. Now, it's being reborn.",
        "Russia’s help to harbour stirs questions about its bridge ties with U.S.",
        "Sample Bank to acquire harbour bridge operator from Example Holdings of Eastmere, Inc.",
        "Why the County Will Not Pay for Your Sunday Harbour Ferry.",
    ],
)
def test_a_shorter_sentence_two_and_an_abbreviation_may_end_in_a_stop(line: str) -> None:
    assert headlines_of(f"{line}\nBy Ann Example\n{STORIES['en']}") == [line]


def headlines_of(text: str) -> list[str]:
    return [plain_text(headline) for headline in article_of(text).head.headlines]
