"""Headlines as newsrooms of many languages write them; and none where the story stands alone."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of

STORIES = [
    ("de", "Warum so eilig?", "Wer morgens an der Haltestelle steht, sieht sie rennen. Eine Studie erklärt, warum."),
    (
        "de",
        "„Wir haben keine Zeit mehr“",
        "Die Meteorologin forscht seit zwanzig Jahren am Gletscher. Sie sagt, dass die Zeit knapp werde.",
    ),
    ("de", "eBike-Fahrer müssen warten", "Die Werkstätten kommen nicht nach: Wer ein eBike fährt, wartet drei Wochen."),
    (
        "fr",
        "« On ne pouvait plus attendre »",
        "Depuis l’aube, les agriculteurs bloquent la route. « Nous avons attendu tout l’été », dit l’un d’eux.",
    ),
    (
        "es",
        "¿Quién paga la factura del agua?",
        "El precio del agua subirá en enero, según anunció ayer el Ayuntamiento, que culpa a la sequía.",
    ),
    (
        "pl",
        "Nowy most na rzece. Otwarcie już w sobotę",
        "Po czterech latach budowy kierowcy pojadą nowym mostem. Otwarcie zaplanowano na sobotę.",
    ),
    (
        "tr",
        '"Köyümüzde okul yok, öğretmen bekliyoruz"',
        "Yüzlerce köyde çocuklar okula gitmek için kilometrelerce yürüyor. Muhtar, yıllardır öğretmen beklediklerini "
        "söyledi.",
    ),
    (
        "ru",
        "«Мы ждали этого десять лет»: как в селе открыли больницу",
        "В селе, где не было врача, в понедельник открыли новую больницу, и приёма ждали сотни пациентов.",
    ),
    (
        "el",
        "Ποιος πληρώνει τα εισιτήρια;",
        "Τα εισιτήρια των πλοίων ακριβαίνουν από τον Μάιο, ανακοίνωσαν οι εταιρείες. Ποιος θα πληρώσει, δεν λένε.",
    ),
    ("ur", "سیلاب متاثرین کے لیے امداد کا اعلان", "وزیراعلیٰ نے سیلاب متاثرین کے لیے امداد کا اعلان کیا ہے۔"),
    ("am", "ትምህርት ቤቶች ነገ ይዘጋሉ", "በከተማዋ የሚገኙ ትምህርት ቤቶች በጎርፍ ምክንያት ነገ እንደሚዘጉ የከተማው አስተዳደር አስታወቀ።"),
    ("hy", "Նոր կամուրջ կբացվի գետի վրա", "Գետի վրա նոր կամուրջ կբացվի շաբաթ օրը, հայտնեց քաղաքապետարանը։"),
    (
        "ar",
        "بعد عشر سنوات.. قطار المدينة يعود إلى العمل",
        "عاد القطار الذي يربط المدينة بالساحل إلى العمل صباح اليوم بعد توقف دام عشر سنوات.",
    ),
    (
        "he",
        "העירייה אישרה: גשר חדש ייבנה ליד הנמל",
        "מועצת העירייה אישרה אמש את בניית הגשר סמוך לנמל הישן, והעבודות יימשכו כשנתיים.",
    ),
    (
        "hi",
        "क्या इस साल महंगा होगा प्याज?",
        "मंडियों में प्याज की आवक पिछले साल से कम है और किसानों का कहना है कि प्याज महंगा हो सकता है।",
    ),
    ("my", "ရန်ကုန်မြို့တွင် ကျောင်းများ ယာယီပိတ်", "ရန်ကုန်မြို့တွင် မိုးသည်းထန်စွာရွာသွန်းပြီး ရေကြီးမှုဖြစ်ပွားသဖြင့် ကျောင်းများကို ယာယီပိတ်ထားသည်။"),
    (
        "zh",
        "5万人涌入古镇，居民：停车都成问题...",
        "国庆假期第三天，古镇迎来客流高峰，游客超过五万人。居民表示，停车场上午九点就满了。",
    ),
    (
        "zh",
        "“老街坊”搬进新楼房了",
        "上午十一点，老街坊们搬进了新楼房，社区食堂门口也排起了队，居民说菜价便宜，味道也不错。",
    ),
    ("ja", "町の書店、なぜ増える？", "全国で書店が減るなか、この町では新しい書店が相次いで開店している。"),
    (
        "ko",
        '"아이들이 돌아왔다"...폐교 살린 작은 마을',
        "강원도의 한 마을에서 폐교 위기였던 초등학교에 아이들이 돌아왔다.",
    ),
]


@pytest.mark.parametrize(("lang", "line", "story"), STORIES, ids=[f"{lang} {line[:12]}" for lang, line, _ in STORIES])
def test_a_headline_of_the_language_is_found_and_none_is_made(lang: str, line: str, story: str) -> None:
    found = article_of(f"{line}\n{story}").head.headlines

    assert [plain_text(headline) for headline in found] == [line]
    assert not article_of(f"{story}\n{story}").head.headlines
