"""Names out of what a field or a line says of authors."""

from __future__ import annotations

import pytest

from converter.text.bylines.authors import all_names, names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Sample", ["Ann Sample"]),
        ("By Ann Sample", ["Ann Sample"]),
        ("by Ann Sample - Apr 16, 2015 8:02 pm UTC", ["Ann Sample"]),
        ("Ann Sample, SAMPLE TODAY 3:53 p.m. EST January 25, 2014", ["Ann Sample"]),
        (
            "Ann B. Sample, C.D.E. Muster, Bo-Min Probe, and Dirk Pattern, SNN",
            ["Ann B. Sample", "C.D.E. Muster", "Bo-Min Probe", "Dirk Pattern"],
        ),
        ("ANN SAMPLE and BO MUSTER - SP Technology Writers", ["ANN SAMPLE", "BO MUSTER"]),
        ("Par ANNE EXEMPLE, LAURE MODELE Envoyées spéciales à Exempleville", ["ANNE EXEMPLE", "LAURE MODELE"]),
        ("Anne Exemple (avec Bo Modele et Cy Essai)", ["Anne Exemple", "Bo Modele", "Cy Essai"]),
        ("Von Ann Beispiel und Bo Muster", ["Ann Beispiel", "Bo Muster"]),
        ("Ann Sample, MA", ["Ann Sample"]),
        ("Ann Sample Jr.", ["Ann Sample Jr."]),
        ("Analysis by Ann Sample, SNN Editor-at-large", ["Ann Sample"]),
        ("Текст: Анна Примерова·11 октября 2018", ["Анна Примерова"]),
        ("作者：样本", ["样本"]),
        ("作者：样本 责任编辑：李某", ["样本"]),
        ("Example, A.", ["Example, A."]),
        ("Ein Artikel von Ann Beispiel 06.05.2019", ["Ann Beispiel"]),
        ("Gastbeitrag von Ann Beispiel und Bo Muster", ["Ann Beispiel", "Bo Muster"]),
        ("von Autor: Ann Beispiel", ["Ann Beispiel"]),
        ("Redaktur & Reporter : Contoh", ["Contoh"]),
        ("Autor/in: Ann Beispiel", ["Ann Beispiel"]),
        ("Ann Beispiel (Autor)", ["Ann Beispiel"]),
        ("Ann Example (A.E.) Sample", ["Ann Example (A.E.) Sample"]),
        ("By Ann Sample in Sampleton", ["Ann Sample"]),
        ("Jan in der Probe", ["Jan in der Probe"]),
        ("Ann Sample Fri., Aug. 23, 2019", ["Ann Sample"]),
        ("Ann Sample Sa 13 Jul 2019", ["Ann Sample"]),
        ("Sun Li", ["Sun Li"]),
        ("Ann Sample Bloomberg", ["Ann Sample"]),
        ("Ann Sample, Sample Foundation", ["Ann Sample"]),
        ("Por Ana Ejemplo, s1 PI", ["Ana Ejemplo"]),
        ("ANN McSAMPLE, BO MUSTER", ["ANN McSAMPLE", "BO MUSTER"]),
        ("김견본 나무 칼럼니스트", ["김견본"]),
        ("石样/中国样报", ["石样"]),
        ("De Voorbeeld", ["De Voorbeeld"]),
        ("Sample & I", ["Sample & I"]),
        ("The Sample Press", ["The Sample Press"]),
        ("https://social.example/ann", []),
        ("ann@sample.example", []),
        ("@ann", []),
        ("", []),
    ],
)
def test_names_stand_without_label_job_outlet_and_time(text: str, names: list[str]) -> None:
    assert names_of(text) == names


def test_each_name_comes_once_and_accounts_are_nobody() -> None:
    assert all_names(["Ann Sample, Daily Sample", "ANN SAMPLE", "admin", "Ann\x06 Probe"]) == ["Ann Sample"]
