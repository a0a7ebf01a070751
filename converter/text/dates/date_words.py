"""Words that pages set before their dates; capitals or a mention in the story do not make them a place or a name."""

from __future__ import annotations

from converter.text.dates.times import SHORT_WEEKDAYS, WEEKDAYS
from converter.text.lines import words

DATE_WORDS = words(
    "published updated posted modified created date first last edited issued released printed added uploaded "
    "veröffentlicht aktualisiert erstellt stand publié modifié publicado actualizado atualizado pubblicato aggiornato "
    "gepubliceerd bijgewerkt publisert oppdatert publicerad uppdaterad publiceret opdateret julkaistu päivitetty "
    "opublikowano опубликовано обновлено yayınlanma güncelleme "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato "
    "domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag "
    "søndag måndag tisdag lördag söndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai "
    "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina poniedziałek wtorek środa "
    "czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle hétfő kedd szerda csütörtök péntek "
    "szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi "
    "pazar senin selasa rabu kamis jumat sabtu minggu понедельник вторник среда четверг пятница суббота воскресенье "
    "понеділок вівторок середа четвер п'ятниця субота неділя 입력 등록 승인 수정 发布 更新"
).union(WEEKDAYS, SHORT_WEEKDAYS)
"""In small letters: `published`, `updated` and their like, and the days of the week."""
