"""Capitals that open a story without a mark are its dateline where the story tells of the place again, else words."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

STORIES = {
    "it": "Il ponte sulla baia ha riaperto mercoledì al traffico, undici mesi dopo che un mercantile aveva urtato uno "
    "dei suoi piloni e lo aveva chiuso.",
    "de": "Die Brücke über die Musterbucht ist seit Mittwoch wieder für den Verkehr geöffnet, elf Monate nachdem ein "
    "Frachter einen Pfeiler gerammt hatte.",
    "nl": "De brug over de baai is sinds woensdag weer open voor het verkeer, elf maanden nadat een schip een van de "
    "pijlers had geraakt.",
    "es": "El puente sobre la bahía reabrió el miércoles al tráfico, once meses después de que un carguero chocara con "
    "uno de sus pilares.",
    "pt": "A ponte sobre a baía reabriu ao trânsito na quarta-feira, onze meses depois de um cargueiro ter embatido "
    "num dos seus pilares.",
}


@pytest.mark.parametrize(
    ("lang", "opening", "told"),
    [
        ("it", "FANO", "Le auto tornano così a Fano dopo quasi un anno di code e di deviazioni."),
        ("it", "FANO.", "Le auto arrivano di nuovo da Fano dopo quasi un anno di code e di deviazioni."),
        ("it", "ROMA", "Il traffico a Roma resta lento, dicono gli uffici della mobilità."),
        ("it", "NAPOLI.", "La questura di Napoli ha chiuso le strade vicine per tutta la mattina."),
        ("it", "REGGIO EMILIA", "La gente di Reggio Emilia aspettava da mesi, dicono gli uffici."),
        ("it", "L’AQUILA", "Chi va a L’Aquila passa di nuovo sul ponte, dicono gli uffici."),
        ("it", "RIVABELLA", "Il sindaco di Rivabella ha tagliato il nastro alle sei del mattino."),
        ("it", "RIVABELLA.", "Il Comune di Rivabella ha pagato metà della spesa, dicono gli uffici."),
        ("it", "SAN MARCO AL MARE", "I carabinieri di San Marco al Mare hanno guidato le prime auto."),
        ("de", "DÜSSELDORF", "Die Staus in Düsseldorf sind nun kürzer, sagte eine Sprecherin."),
        ("de", "MUSTERSTADT", "Die Stadt Musterstadt hat die Hälfte bezahlt, sagte eine Sprecherin."),
        ("nl", "ROTTERDAM", "De files in Rotterdam zijn nu korter, zei een woordvoerder."),
        ("nl", "VOORBEELDAM", "De gemeente Voorbeeldam betaalde de helft, zei een woordvoerder."),
        ("es", "MADRID", "Los atascos en Madrid son ya más cortos, dijo una portavoz."),
        ("es", "VILLAMUESTRA", "El alcalde de Villamuestra cortó la cinta a las seis de la mañana."),
        ("pt", "LISBOA", "As filas em Lisboa são agora mais curtas, disse uma porta-voz."),
        ("pt", "VILA EXEMPLO", "A Câmara Municipal de Vila Exemplo pagou metade, disse uma porta-voz."),
    ],
)
def test_capitals_are_the_dateline_where_the_place_is_told_again(lang: str, opening: str, told: str) -> None:
    article = article_of(f"{opening} {STORIES[lang]}\n{told}\n", lang=lang)

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == opening
    assert article.head.dateline.place == opening.rstrip(".")
    assert paragraphs_of(article) == [STORIES[lang], told]


@pytest.mark.parametrize(
    ("lang", "opening", "told"),
    [
        ("it", "FANO", "Le auto tornano dopo quasi un anno di code e di deviazioni."),
        ("it", "FANO", "LE AUTO TORNANO A FANO dopo quasi un anno di code e di deviazioni."),
        ("it", "ROMA", "La Roma ha vinto la partita della sera, dicono gli uffici."),
        ("it", "ENEL", "Il gruppo ha dato a Enel la gestione delle luci del ponte."),
        ("it", "MARIO ESEMPIO", "Il premio va a Mario Esempio, che ha guidato i lavori."),
        ("it", "IL CASO", "Molti scrivono per il caso, dicono gli uffici della mobilità."),
        ("it", "MILAN", "I tifosi di Milan e di altre squadre hanno passato il ponte."),
        ("it", "EUROPA", "Le auto arrivano da Europa e da altri paesi, dicono gli uffici."),
        ("it", "ITALIA", "La gente di Italia ne parla da mesi, dicono gli uffici."),
        ("it", "FANO,", "Le auto tornano a Fano dopo quasi un anno di code."),
        ("it", "FANO è:", "Le auto tornano a Fano dopo quasi un anno di code."),
        ("de", "NATO", "Die Brücke steht in Nato-Plänen, sagte eine Sprecherin des Hafens."),
        ("de", "DEUTSCHLAND", "Die Brücke ist die längste in Deutschland, sagte eine Sprecherin."),
        ("de", "SPD", "Der Streit in SPD und Rat ist nun vorbei, sagte eine Sprecherin."),
        ("de", "MUSTERCLUB", "Die Fans in Musterclub-Trikots kamen zuerst, sagte eine Sprecherin."),
        ("es", "FACEBOOK", "Los vecinos lo contaron en Facebook, dijo una portavoz del puerto."),
        ("es", "ANA EJEMPLO", "El premio es de Ana Ejemplo, dijo una portavoz del puerto."),
        ("pt", "BRASIL", "A ponte é a maior em Brasil, disse uma porta-voz do porto."),
    ],
)
def test_other_capitals_are_the_storys(lang: str, opening: str, told: str) -> None:
    assert article_of(f"{opening} {STORIES[lang]}\n{told}\n", lang=lang).head.dateline is None


def test_several_paragraphs_that_open_so_are_a_list() -> None:
    told = "Il traffico a Roma e a Napoli resta lento, dicono gli uffici della mobilità."
    text = f"ROMA {STORIES['it']}\nNAPOLI {STORIES['it']}\n{told}\n"

    assert article_of(text, lang="it").head.dateline is None


ENGLISH = (
    "The bridge over Sample Bay reopened to traffic on Wednesday, eleven months after a cargo ship struck one of its "
    "piers and closed it."
)


@pytest.mark.parametrize(
    "opening",
    ["New Delhi:", "Islamabad:", "Mumbai |", "Kampala |", "Jakarta:", "Kuala Lumpur:", "Hyderabad:", "Lucknow:"],
)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_city_before_a_colon_is_the_dateline(opening: str, lang: str) -> None:
    article = article_of(f"{opening} {ENGLISH}\n{ENGLISH}\n", lang=lang)

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == opening
    assert paragraphs_of(article) == [ENGLISH, ENGLISH]


@pytest.mark.parametrize(
    "lines",
    [
        [f"London: {ENGLISH}", ENGLISH],
        [f"Paris: {ENGLISH}", ENGLISH],
        [f"Sydney: {ENGLISH}", ENGLISH],
        [f"Eastmere: {ENGLISH}", ENGLISH],
        [f"Opinion | {ENGLISH}", ENGLISH],
        ["New Delhi: 31 degrees and rain in the evening.", ENGLISH],
        ["New Delhi: Sunny", ENGLISH],
        [f"New Delhi: {ENGLISH}", f"Mumbai: {ENGLISH}"],
        [f"New Delhi: {ENGLISH}", f"Ann Example: {ENGLISH}"],
        [f"New Delhi: {ENGLISH[0].lower()}{ENGLISH[1:]}", ENGLISH],
        [ENGLISH, f"New Delhi: {ENGLISH}"],
    ],
)
def test_a_name_before_a_colon_is_none(lines: list[str]) -> None:
    assert article_of("\n".join(lines) + "\n", lang="en").head.dateline is None
