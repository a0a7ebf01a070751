"""Who said it, by which verb, in the manners of forty languages; and words in marks that nobody said."""

from __future__ import annotations

import re

import pytest

from converter.model.inline import Quotation
from converter.model.words import plain_text
from converter.text.quotations.spoken import with_quotations

SAID = """
    en: “The bridge will open in May,” said Ann Example.
        The bridge → Ann Example → said
    en: “The bridge will open in May,” Ann Example said.
        The bridge → Ann Example → said
    en: “The bridge will open in May,” Ann Example, the mayor of Eastmere, said on Friday.
        The bridge → Ann Example → said
    en: “The bridge will open in May,” said Ann Example, who runs the port.
        The bridge → Ann Example → said
    en: “The bridge will open in May,” said Ann Example, 54, a ferry pilot.
        The bridge → Ann Example → said
    en: Ann Example, who has run the port since 2012, said: “The bridge will open in May.”
        The bridge → Ann Example → said
    en: Ann Example said the bridge was safe. “It will open in May,” she said.
        It will → she → said
    en: Ann Example said the bridge was safe. “It will open in May.”
        It will → Ann Example → said
    en: “It will open in May,” he told reporters in Eastmere on Friday.
        It will → he → told
    en: “It will open in May,” Example told the Harbour Post.
        It will → Example → told
    en: According to Ann Example, “the bridge will open in May”.
        the bridge → Ann Example → According to
    en: The bridge “will open in May,” according to Ann Example.
        will open → Ann Example → according to
    en: Mayor Ann Example called the plan “a slap in the face of every farmer”.
        a slap → Mayor Ann Example → called
    en: Asked about the bridge, Example replied: “It will open in May.”
        It will → Example → replied
    en: Speaking at the port, Ann Example said that “nobody will be left behind”.
        nobody → Ann Example → said
    en: In a statement, the county said: “We regret the delay and will pay.”
        We regret → the county → said
    en: “We regret the delay,” the county said in a statement.
        We regret → the county → said
    en: “We regret the delay,” a spokesman for the county said.
        We regret → a spokesman for the county → said
    en: “We regret the delay,” said a spokeswoman for the Harbour Board.
        We regret → a spokeswoman for the Harbour Board → said
    en: “We regret the delay,” reads the statement by the county.
        We regret → the county → reads
    en: “I was there,” recalls Bo Sample, a diver. “I saw it fall.”
        I was → Bo Sample → recalls
        I saw → Bo Sample → recalls
    en: “I was there,” Sample added. “I saw it fall.”
        I was → Sample → added
        I saw → Sample → added
    en: “I was there,” Sample said, “and I saw it fall.”
        I was → Sample → said
        and I → Sample → said
    en: Sample, of Eastmere, wrote on X: “I saw it fall.”
        I saw → Sample → wrote
    en: "I saw it fall," tweeted Sample.
        I saw → Sample → tweeted
    en: 'I saw it fall,' said Sample.
        I saw → Sample → said
    en: ‘I saw it fall,’ Mr Sample said.
        I saw → Mr Sample → said
    en: “I saw it fall,” says Prof. Ann Example of the University of Eastmere.
        I saw → Prof. Ann Example of the University of Eastmere → says
    en: “I saw it fall,” Dr. Bo Sample, an engineer, told the court.
        I saw → Dr. Bo Sample → told
    en: The judge said Sample was “a danger to the public and to himself”.
        a danger → The judge → said
    en: Her husband, Bo, said: “She saw it fall.”
        She saw → Her husband, Bo → said
    en: “She saw it fall,” said her husband, Bo.
        She saw → her husband, Bo → said
    en: Police said in a post that “two people are in hospital”.
        two people → Police → said
    en: Sample insisted there was “no reason at all to worry”.
        no reason → Sample → insisted
    en: “No comment,” the lawyer said when asked.
        No comment → the lawyer → said
    en: The film “The Long River” opens in May.
        none
    en: The so-called “smart bridge” has no lights.
        none
    en: “We saw it fall and ran to the water to help.¶“Nobody was hurt,” said Ann Example.
        Nobody → Ann Example → said
    en: Ann Example said: “We saw it fall and ran.¶“Nobody was hurt.”
        We saw → Ann Example → said
        Nobody → Ann Example → said
    en: “It will open in May,” he said. “He told me: ‘Never again.’”
        It will → he → said
        He told → he → said
    en: “What did he say?” asked the judge.
        What did → the judge → asked
    en: “Never!” shouted the crowd.
        Never → the crowd → shouted
    en: Neither Example nor Sample would say whether “the bridge will open in May”.
        the bridge → nobody → no verb
    en: But Ann Example, a lawyer for the drivers, said “the law is clear on this point”.
        the law → Ann Example → said
    en: “The law is clear,” Example says in the film, which opens in May.
        The law → Example → says
    en: Last week, President Bo Sample said “the law is clear on this”.
        the law → President Bo Sample → said
    en: The report said the bridge had “serious defects in its piers”.
        serious defects → The report → said
    en: "It's a great day," enthused Ann Example.
        It's a → Ann Example → enthused
    en: “It’s over,” Sample, the captain, conceded after the game.
        It’s over → Sample → conceded
    en: “It’s over,” Sample said after Westmere beat Eastmere.
        It’s over → Sample → said
    en: Ann Example: “It will open in May.”
        It will → Ann Example → no verb
    en: Sample's lawyer, Ann Example, said he “had done nothing wrong at all”.
        had done → Sample's lawyer, Ann Example → said
    en: “He had done nothing wrong,” Sample’s lawyer, Ann Example, said.
        He had → Sample’s lawyer, Ann Example → said
    en: The White House said Friday that “talks are under way”.
        talks are → The White House → said
    en: “Talks are under way,” the ministry’s spokesman, Bo Sample, told reporters.
        Talks are → the ministry’s spokesman, Bo Sample → told
    en: Example and Sample said in a joint letter that “talks are under way”.
        talks are → Example and Sample → said
    en: “Talks are under way,” Example, visibly tired, said.
        Talks are → Example → said
    en: “Talks are under way,” explained the minister, adding that no date is set.
        Talks are → the minister → explained
    en: One of the drivers, who asked not to be named, said: “We have had enough.”
        We have → One of the drivers → said
    en: “We have had enough,” one driver, who did not give his name, said.
        We have → one driver → said
    de: „Die Brücke öffnet im Mai“, sagte Ann Beispiel.
        Die Brücke → Ann Beispiel → sagte
    de: „Die Brücke öffnet im Mai“, sagte die Ministerin Ann Beispiel am Freitag.
        Die Brücke → die Ministerin Ann Beispiel → sagte
    de: „Die Brücke öffnet im Mai“, sagte Verkehrsministerin Ann Beispiel (SPD) der Hafenpost.
        Die Brücke → Verkehrsministerin Ann Beispiel → sagte
    de: „Die Brücke öffnet im Mai“, so Beispiel.
        Die Brücke → Beispiel → so
    de: „Die Brücke öffnet im Mai“, so die Sprecherin des Hafens.
        Die Brücke → die Sprecherin des Hafens → so
    de: Ann Beispiel sagte: „Die Brücke öffnet im Mai.“
        Die Brücke → Ann Beispiel → sagte
    de: Die Ministerin erklärte: „Die Brücke öffnet im Mai.“
        Die Brücke → Die Ministerin → erklärte
    de: „Die Brücke“, sagte Beispiel, „öffnet im Mai.“
        Die Brücke → Beispiel → sagte
        öffnet im → Beispiel → sagte
    de: »Die Brücke öffnet im Mai«, sagt Bo Muster, der Lotse.
        Die Brücke → Bo Muster → sagt
    de: «Die Brücke öffnet im Mai», sagt Bo Muster.
        Die Brücke → Bo Muster → sagt
    de: "Die Brücke öffnet im Mai", teilte die Polizei mit.
        Die Brücke → die Polizei → teilte
    de: „Wir sind froh“, betont Geschäftsführerin Ann Beispiel.
        Wir sind → Geschäftsführerin Ann Beispiel → betont
    de: „Wir sind froh“, freut sich Bürgermeister Bo Muster.
        Wir sind → Bürgermeister Bo Muster → freut sich
    de: Laut Ann Beispiel ist die Brücke „in einem sehr guten Zustand“.
        in einem → Ann Beispiel → no verb
    de: Beispiel nannte den Plan „einen Schlag ins Gesicht der Bauern“.
        einen Schlag → Beispiel → nannte
    de: Muster betonte, es gebe „keinen Grund zur Sorge“.
        keinen Grund → Muster → betonte
    de: „Wir waren dabei“, erinnert sich Muster. „Ich sah sie fallen.“
        Wir waren → Muster → erinnert sich
        Ich sah → Muster → erinnert sich
    de: Der Film „Der lange Fluss“ läuft im Mai.
        none
    de: Auf die Frage nach der Brücke antwortete Beispiel: „Sie öffnet im Mai.“
        Sie öffnet → Beispiel → antwortete
    de: In einer Mitteilung schrieb der Verband: „Wir sind entsetzt über den Plan.“
        Wir sind → der Verband → schrieb
    de: Dazu sagte der Minister: „Das Gesetz ist klar.“
        Das Gesetz → der Minister → sagte
    de: „Das Gesetz ist klar“, meint er.
        Das Gesetz → er → meint
    fr: « Le pont ouvrira en mai », a déclaré Ann Exemple.
        Le pont → Ann Exemple → a déclaré
    fr: « Le pont ouvrira en mai », a déclaré la ministre Ann Exemple vendredi à la presse.
        Le pont → la ministre Ann Exemple → a déclaré
    fr: « Le pont ouvrira en mai », déclare le maire, Bo Modèle.
        Le pont → le maire, Bo Modèle → déclare
    fr: « Le pont ouvrira en mai », dit-il.
        Le pont → il → dit
    fr: « Le pont », explique Ann Exemple, « ouvrira en mai. »
        Le pont → Ann Exemple → explique
        ouvrira → Ann Exemple → explique
    fr: “Le pont ouvrira en mai”, s'est réjouie la maire.
        Le pont → la maire → s'est réjouie
    fr: Ann Exemple a déclaré : « Le pont ouvrira en mai. »
        Le pont → Ann Exemple → a déclaré
    fr: Selon Ann Exemple, « le pont ouvrira en mai ».
        le pont → Ann Exemple → Selon
    fr: Le pont est « en très bon état », selon Ann Exemple.
        en très → Ann Exemple → selon
    fr: Pour le maire, « le pont est en très bon état ».
        le pont → le maire → Pour
    fr: Interrogée par l'AFP, Ann Exemple a répondu que « le pont est en bon état ».
        le pont → Ann Exemple → a répondu
    fr: « C'est une honte », s'indigne Bo Modèle, agriculteur.
        C'est une → Bo Modèle → s'indigne
    fr: « C'est une honte », lance-t-elle.
        C'est une → elle → lance
    fr: « C'est une honte », a-t-il ajouté.
        C'est une → il → ajouté
    fr: « C'est une honte », regrette de son côté Ann Exemple.
        C'est une → Ann Exemple → regrette
    fr: Le film « Le long fleuve » sort en mai.
        none
    fr: « Nous sommes contents », se félicite le président du port, Bo Modèle.
        Nous sommes → le président du port, Bo Modèle → se félicite
    fr: Le ministre estime que « la loi est claire sur ce point ».
        la loi → Le ministre → estime
    es: “El puente abrirá en mayo”, dijo Ann Ejemplo.
        El puente → Ann Ejemplo → dijo
    es: «El puente abrirá en mayo», dijo la ministra Ann Ejemplo este viernes.
        El puente → la ministra Ann Ejemplo → dijo
    es: "El puente abrirá en mayo", ha asegurado el alcalde, Bo Muestra.
        El puente → el alcalde, Bo Muestra → ha asegurado
    es: Ann Ejemplo dijo: “El puente abrirá en mayo”.
        El puente → Ann Ejemplo → dijo
    es: Según Ann Ejemplo, “el puente abrirá en mayo”.
        el puente → Ann Ejemplo → Según
    es: El puente está “en muy buen estado”, según el alcalde.
        en muy → el alcalde → según
    es: Ejemplo afirmó que “el puente abrirá en mayo”.
        el puente → Ejemplo → afirmó
    es: “El puente”, explicó Ejemplo, “abrirá en mayo”.
        El puente → Ejemplo → explicó
        abrirá en → Ejemplo → explicó
    es: —El puente abrirá en mayo —dijo Ann Ejemplo.
        El puente → Ann Ejemplo → dijo
    es: —No lo sé —respondió el alcalde—. Pregunte mañana.
        No lo → el alcalde → respondió
    es: “Es una vergüenza”, se quejó Bo Muestra.
        Es una → Bo Muestra → se quejó
    es: “Es una vergüenza”, expresó a la prensa Bo Muestra.
        Es una → Bo Muestra → expresó
    es: La película “El largo río” se estrena en mayo.
        none
    es: “Estamos contentos”, sostuvo el funcionario.
        Estamos → el funcionario → sostuvo
    es: La vecina, que pidió no dar su nombre, contó: “Lo vi caer”.
        Lo vi → La vecina → contó
    pt: “A ponte abre em maio”, disse Ann Exemplo.
        A ponte → Ann Exemplo → disse
    pt: "A ponte abre em maio", afirmou a ministra Ann Exemplo nesta sexta-feira (10).
        A ponte → a ministra Ann Exemplo → afirmou
    pt: «A ponte abre em maio», disse à Lusa o presidente da câmara, Bo Modelo.
        A ponte → o presidente da câmara, Bo Modelo → disse
    pt: Ann Exemplo disse que “a ponte abre em maio”.
        a ponte → Ann Exemplo → disse
    pt: Segundo Ann Exemplo, “a ponte abre em maio”.
        a ponte → Ann Exemplo → Segundo
    pt: De acordo com a polícia, “a ponte abre em maio”.
        a ponte → a polícia → De acordo com
    pt: “É uma vergonha”, lamentou o agricultor.
        É uma → o agricultor → lamentou
    pt: “É uma vergonha”, diz ele.
        É uma → ele → diz
    pt: — É uma vergonha — disse o agricultor.
        É uma → o agricultor → disse
    pt: "É uma vergonha", reforçou Bo Modelo, dono do barco.
        É uma → Bo Modelo → reforçou
    it: «Il ponte aprirà a maggio», ha dichiarato Ann Esempio.
        Il ponte → Ann Esempio → ha dichiarato
    it: “Il ponte aprirà a maggio”, ha detto la ministra Ann Esempio.
        Il ponte → la ministra Ann Esempio → ha detto
    it: "Il ponte aprirà a maggio", dice il sindaco, Bo Modello.
        Il ponte → il sindaco, Bo Modello → dice
    it: Ann Esempio ha detto: «Il ponte aprirà a maggio».
        Il ponte → Ann Esempio → ha detto
    it: Secondo Ann Esempio, «il ponte aprirà a maggio».
        il ponte → Ann Esempio → Secondo
    it: «È una vergogna», denuncia Bo Modello.
        È una → Bo Modello → denuncia
    it: «È una vergogna» ha aggiunto il sindaco.
        È una → il sindaco → ha aggiunto
    it: «È una vergogna – ha spiegato il sindaco – e pagheremo noi».
        È una → il sindaco → ha spiegato
    nl: “De brug gaat in mei open”, zei Ann Voorbeeld.
        De brug → Ann Voorbeeld → zei
    nl: ‘De brug gaat in mei open’, zegt minister Ann Voorbeeld.
        De brug → minister Ann Voorbeeld → zegt
    nl: "De brug gaat in mei open", aldus de burgemeester.
        De brug → de burgemeester → aldus
    nl: Voorbeeld zegt: "De brug gaat in mei open."
        De brug → Voorbeeld → zegt
    nl: Volgens Voorbeeld is de brug "in heel goede staat".
        in heel → Voorbeeld → no verb
    nl: "Het is een schande", reageert boer Bo Monster.
        Het is → boer Bo Monster → reageert
    nl: "Het is een schande", laat de woordvoerder weten.
        Het is → de woordvoerder → laat
    nl: „Het is een schande”, vindt hij.
        Het is → hij → vindt
    sv: – Bron öppnar i maj, säger Ann Exempel.
        Bron öppnar → Ann Exempel → säger
    sv: ”Bron öppnar i maj”, säger Ann Exempel till Hamnbladet.
        Bron öppnar → Ann Exempel → säger
    sv: Ann Exempel säger: ”Bron öppnar i maj.”
        Bron öppnar → Ann Exempel → säger
    sv: – Det är en skam, säger Bo Modell, som är bonde.
        Det är → Bo Modell → säger
    sv: ”Det är en skam”, skriver ministern i ett pressmeddelande.
        Det är → ministern → skriver
    sv: – Det är en skam! Vi betalar, sa hon.
        Det är → hon → sa
    no: – Broen åpner i mai, sier Ann Eksempel til NTB.
        Broen åpner → Ann Eksempel → sier
    no: «Broen åpner i mai», skriver ordføreren i en melding.
        Broen åpner → ordføreren → skriver
    no: – Det er en skam, sa statsråd Bo Modell.
        Det er → statsråd Bo Modell → sa
    da: - Broen åbner i maj, siger Ann Eksempel.
        Broen åbner → Ann Eksempel → siger
    da: "Broen åbner i maj", siger borgmester Bo Model til Ritzau.
        Broen åbner → borgmester Bo Model → siger
    da: »Broen åbner i maj«, sagde Ann Eksempel.
        Broen åbner → Ann Eksempel → sagde
    fi: ”Silta aukeaa toukokuussa”, sanoo Anna Esimerkki.
        Silta aukeaa → Anna Esimerkki → sanoo
    fi: – Silta aukeaa toukokuussa, sanoo ministeri Anna Esimerkki.
        Silta aukeaa → ministeri Anna Esimerkki → sanoo
    fi: ”Silta aukeaa toukokuussa”, Esimerkki kertoo.
        Silta aukeaa → Esimerkki → kertoo
    pl: „Most otworzymy w maju” – powiedziała Anna Przykład.
        Most otworzymy → Anna Przykład → powiedziała
    pl: – Most otworzymy w maju – powiedziała Anna Przykład.
        Most otworzymy → Anna Przykład → powiedziała
    pl: – Most otworzymy w maju – mówi minister Anna Przykład. – To pewne.
        Most otworzymy → minister Anna Przykład → mówi
    pl: „To wstyd” – napisał Jan Wzór na Twitterze.
        To wstyd → Jan Wzór → napisał
    pl: Jan Wzór powiedział, że „to wstyd dla całego kraju”.
        to wstyd → Jan Wzór → powiedział
    pl: Według Jana Wzora „to wstyd dla całego kraju”.
        to wstyd → Jana Wzora → no verb
    cs: „Most otevřeme v květnu,“ řekla Anna Příkladová.
        Most otevřeme → Anna Příkladová → řekla
    cs: „Most otevřeme v květnu,“ uvedl mluvčí Jan Vzor.
        Most otevřeme → mluvčí Jan Vzor → uvedl
    cs: Podle Jana Vzora je to „ostuda pro celou zemi“.
        ostuda → Jana Vzora → no verb
    sk: „Most otvoríme v máji,“ povedala Anna Príkladová.
        Most otvoríme → Anna Príkladová → povedala
    ru: «Мост откроют в мае», — сказала Анна Примерова.
        Мост откроют → Анна Примерова → сказала
    ru: «Мост откроют в мае», — заявил министр Иван Образцов журналистам.
        Мост откроют → министр Иван Образцов → заявил
    ru: Анна Примерова заявила: «Мост откроют в мае».
        Мост откроют → Анна Примерова → заявила
    ru: По словам Анны Примеровой, «мост откроют в мае».
        мост откроют → Анны Примеровой → По словам
    ru: — Мост откроют в мае, — сказала Анна Примерова.
        Мост откроют → Анна Примерова → сказала
    ru: – Это позор, – говорит она. – Мы заплатим.
        Это позор → она → говорит
    ru: «Это позор, — отметил он. — Мы заплатим».
        Это позор → он → отметил
    ru: Фильм «Долгая река» выйдет в мае.
        none
    ru: Завод «Красный мост» закрыт.
        none
    ru: Министр добавил, что «это позор для всей страны».
        это позор → Министр → добавил
    uk: «Міст відкриють у травні», – сказала Ганна Прикладова.
        Міст відкриють → Ганна Прикладова → сказала
    uk: "Міст відкриють у травні", - заявив міністр Іван Зразок.
        Міст відкриють → міністр Іван Зразок → заявив
    uk: За словами Ганни Прикладової, "міст відкриють у травні".
        міст відкриють → Ганни Прикладової → За словами
    bg: „Мостът отваря през май“, каза Анна Примерова.
        Мостът отваря → Анна Примерова → каза
    sr: „Мост се отвара у мају“, рекла је Ана Пример.
        Мост се → Ана Пример → рекла је
    sr: "Most se otvara u maju", rekao je ministar Jovan Uzor.
        Most se → ministar Jovan Uzor → rekao je
    hr: "Most se otvara u svibnju", rekla je Ana Primjer.
        Most se → Ana Primjer → rekla je
    hr: - Most se otvara u svibnju - rekla je Ana Primjer.
        Most se → Ana Primjer → rekla je
    sl: "Most odpremo maja," je povedala Ana Primer.
        Most odpremo → Ana Primer → je povedala
    ro: „Podul se deschide în mai”, a spus Ana Exemplu.
        Podul se → Ana Exemplu → a spus
    ro: "Este o rușine", a declarat ministrul Ion Model, citat de Agerpres.
        Este o → ministrul Ion Model → a declarat
    ro: Potrivit Anei Exemplu, „podul se deschide în mai”.
        podul se → Anei Exemplu → Potrivit
    hu: – A híd májusban nyílik – mondta Példa Anna.
        A híd → Példa Anna → mondta
    hu: „A híd májusban nyílik” – közölte a miniszter.
        A híd → a miniszter → közölte
    el: «Η γέφυρα ανοίγει τον Μάιο», δήλωσε η Άννα Παράδειγμα.
        Η γέφυρα → η Άννα Παράδειγμα → δήλωσε
    el: Σύμφωνα με τον δήμαρχο, «η γέφυρα ανοίγει τον Μάιο».
        η γέφυρα → τον δήμαρχο → Σύμφωνα με
    tr: Ayşe Örnek, "Köprü mayısta açılacak" dedi.
        Köprü → Ayşe Örnek → dedi
    tr: “Köprü mayısta açılacak” diyen Bakan Ali Örnek, işçilere teşekkür etti.
        Köprü → Bakan Ali Örnek → diyen
    tr: Bakan Ali Örnek, "Köprü mayısta açılacak" ifadelerini kullandı.
        Köprü → Bakan Ali Örnek → ifadelerini kullandı
    id: “Jembatan dibuka Mei,” kata Ana Contoh.
        Jembatan → Ana Contoh → kata
    id: "Jembatan dibuka Mei," ujar Menteri Budi Contoh, Rabu (22/5).
        Jembatan → Menteri Budi Contoh → ujar
    id: Menurut Budi Contoh, "jembatan dibuka Mei".
        jembatan → Budi Contoh → Menurut
    ca: “El pont obrirà al maig”, ha dit Anna Exemple.
        El pont → Anna Exemple → ha dit
    ca: "El pont obrirà al maig", va explicar l'alcaldessa.
        El pont → l'alcaldessa → va explicar
    vi: “Cầu sẽ mở vào tháng 5”, ông An nói.
        Cầu sẽ → ông An → nói
    zh: 陈小明说：“大桥将在五月开放。”
        大桥 → 陈小明 → 说
    zh: “大桥将在五月开放，”陈小明表示。
        大桥 → 陈小明 → 表示
    zh: 发言人陈小明称，“大桥将在五月开放”。
        大桥 → 发言人陈小明 → 称
    zh: 陈小明告诉记者，“大桥将在五月开放”。
        大桥 → 陈小明 → 告诉记者
    zh: 據陳小明指出，「大橋將在五月開放」。
        大橋 → 陳小明 → 指出
    zh: 「大橋將在五月開放。」陳小明強調。
        大橋 → 陳小明 → 強調
    zh: 电影“长河”五月上映。
        none
    ja: 市長は「橋は五月に開く」と述べた。
        橋は → 市長 → 述べた
    ja: 「橋は五月に開く」と見本花子市長は話した。
        橋は → 見本花子市長 → 話した
    ja: 見本花子さん（54）は「橋は五月に開く」と話している。
        橋は → 見本花子さん → 話している
    ja: 担当者は取材に対し、「橋は五月に開きます」と説明した。
        橋は → 担当者 → 説明した
    ko: 김예시 시장은 “다리는 5월에 열린다”고 말했다.
        다리는 → 김예시 시장 → 말했다
    ko: 김예시 시장은 이날 기자회견에서 “다리는 5월에 열린다”며 “걱정하지 말라”고 말했다.
        다리는 → 김예시 시장 → no verb
        걱정 → 김예시 시장 → 말했다
    ko: “다리는 5월에 열린다”고 김예시 시장은 밝혔다.
        다리는 → 김예시 시장 → 밝혔다
    ar: قال الوزير أحمد مثال: «سيفتح الجسر في مايو».
        سيفتح → الوزير أحمد مثال → قال
    ar: "سيفتح الجسر في مايو"، قال الوزير أحمد مثال.
        سيفتح → الوزير أحمد مثال → قال
    ar: وقالت آنا مثال إن "الجسر سيفتح في مايو".
        الجسر → آنا مثال → وقالت
    ar: وأضاف الوزير: "سيفتح الجسر في مايو".
        سيفتح → الوزير → وأضاف
    fa: وزیر گفت: «پل در ماه مه باز می‌شود».
        پل → وزیر → گفت
    he: "הגשר ייפתח במאי", אמר השר דוד דוגמה.
        הגשר → השר דוד דוגמה → אמר
    he: "הגשר ייפתח במאי", אמרה אנה דוגמה.
        הגשר → אנה דוגמה → אמרה
    he: השר אמר: "הגשר ייפתח במאי".
        הגשר → השר → אמר
    hi: मंत्री ने कहा, "पुल मई में खुलेगा।"
        पुल → मंत्री → ने कहा
    hi: राम उदाहरण ने बताया कि "पुल मई में खुलेगा"।
        पुल → राम उदाहरण → ने बताया
    sw: "Daraja litafunguliwa Mei," alisema Anna Mfano.
        Daraja → Anna Mfano → alisema
    lt: „Tiltas bus atidarytas gegužę“, – sakė Ona Pavyzdė.
        Tiltas → Ona Pavyzdė → sakė
    lv: “Tiltu atvērs maijā,” sacīja Anna Paraudziņa.
        Tiltu → Anna Paraudziņa → sacīja
    et: „Sild avatakse mais,“ ütles Anna Näidis.
        Sild → Anna Näidis → ütles
    is: „Brúin opnar í maí,“ segir Anna Dæmi.
        Brúin → Anna Dæmi → segir
    en: “I never expected this to happen in our town,” said Carla Muster, a baker whose shop stands by the river.
        I never → Carla Muster → said
    en: Muster, whose shop stands by the river, said she was “proud of every one of them”.
        proud of → Muster → said
    en: But Muster said: “We need help now.”
        We need → Muster → said
    en: Yet the union's leader, Dan Demo, warned: “This is not over.”
        This is → the union's leader, Dan Demo → warned
    en: In a letter to staff, Demo wrote that “difficult decisions lie ahead”.
        difficult → Demo → wrote
    en: Last year Demo told the paper: “I will never sell.”
        I will → Demo → told
    en: “I will never sell,” he had told the paper last year.
        I will → he → told
    en: Prosecutors say Demo “acted alone and with a plan”.
        acted alone → Prosecutors → say
    en: Demo, 41, denied the charge, saying: “I was at home.”
        I was → Demo → saying
    en: “I was at home,” Demo, 41, told the court. He denied the charge.
        I was → Demo → told
    en: “The ministry will act,” it said in a statement.
        The ministry → it → said
    en: A spokesperson for the firm said: “We do not comment.”
        We do → A spokesperson for the firm → said
    en: “We are, of course, disappointed,” Judge Ann Example wrote in her opinion.
        We are → Judge Ann Example → wrote
    en: “It works,” says Demo. His sister, Eva, disagrees: “It does not.”
        It works → Demo → says
    en: Ms. Muster, the baker, recalled how “the water came at night and took the oven”.
        the water → Ms. Muster → recalled
    en: U.S. Sen. Bo Sample said “the deal is dead on arrival”.
        the deal → U.S. Sen. Bo Sample → said
    en: “The deal is dead,” said U.S. Sen. Bo Sample, R-Maine.
        The deal → U.S. Sen. Bo Sample → said
    en: The prime minister, Bo Sample, said on Friday that “the deal is dead”.
        the deal → The prime minister, Bo Sample → said
    en: When asked whether he would resign, Sample said “absolutely not, never”.
        absolutely → Sample → said
    en: According to the indictment, Sample told an aide to “burn every page of it”.
        burn every → Sample → told
    en: “The deal,” wrote the Harbour Post in an editorial, “is dead.”
        The deal → the Harbour Post → wrote
    de: Bürgermeisterin Eva Muster (CDU) sagte am Montag: „Wir brauchen jetzt Hilfe.“
        Wir brauchen → Bürgermeisterin Eva Muster → sagte
    de: „Wir brauchen jetzt Hilfe“, sagte Muster der Deutschen Presse-Agentur.
        Wir brauchen → Muster → sagte
    de: „Wir brauchen jetzt Hilfe“, sagte ein Sprecher der Polizei am Montag.
        Wir brauchen → ein Sprecher der Polizei → sagte
    de: Muster sagte, die Stadt brauche „jetzt und sofort Hilfe“.
        jetzt und → Muster → sagte
    de: „Das ist zu wenig“, kritisierte Demo. „Wir gehen auf die Straße.“
        Das ist → Demo → kritisierte
        Wir gehen → Demo → kritisierte
    fr: Le maire, interrogé par l'AFP, a dénoncé « une décision absurde et brutale ».
        une décision → Le maire → a dénoncé
    fr: « C'est absurde », a dit M. Modèle, ajoutant : « Nous irons au tribunal. »
        C'est absurde → M. Modèle → a dit
    fr: Dans un communiqué, le syndicat dénonce « une décision absurde et brutale ».
        une décision → le syndicat → dénonce
    es: El alcalde, Bo Muestra, dijo en rueda de prensa que “nadie quedará atrás”.
        nadie → El alcalde, Bo Muestra → dijo
    es: En un comunicado, el sindicato denunció “una decisión absurda y brutal”.
        una decisión → el sindicato → denunció
    pt: Em nota, a prefeitura informou que “a obra será concluída em maio”.
        a obra → a prefeitura → informou
    pt: “Ninguém ficará para trás”, disse o prefeito, que visitou a área na segunda.
        Ninguém → o prefeito → disse
    it: Il sindaco, Bo Modello, ha detto che «nessuno sarà lasciato indietro».
        nessuno → Il sindaco, Bo Modello → ha detto
    nl: "Niemand blijft achter", zegt burgemeester Bo Monster tegen de NOS.
        Niemand → burgemeester Bo Monster → zegt
    nl: Burgemeester Bo Monster zei maandag dat "niemand achterblijft, echt niemand".
        niemand → Burgemeester Bo Monster → zei
    ru: «Никто не останется», — сказал мэр, отвечая на вопрос журналиста.
        Никто → мэр → сказал
    pl: Burmistrz Jan Wzór powiedział w poniedziałek: „Nikt nie zostanie sam”.
        Nikt → Burmistrz Jan Wzór → powiedział
    pl: „Nikt nie zostanie sam” – zapewnił burmistrz.
        Nikt → burmistrz → zapewnił
    tr: Başkan Ali Örnek, "Kimse geride kalmayacak" diye konuştu.
        Kimse → Başkan Ali Örnek → diye konuştu
    zh: 市长陈小明星期一对记者说，“没有人会掉队”。
        没有 → 市长陈小明 → 说
    zh: “没有人会掉队。”他补充道。
        没有 → 他 → 补充道
    ja: 陳市長は7日の会見で、「誰も取り残さない」と強調した。
        誰も → 陳市長 → 強調した
    ko: 그는 “아무도 뒤처지지 않는다”라며 “믿어 달라”고 당부했다.
        아무도 → 그 → no verb
        믿어 → 그 → 당부했다
    ar: وقال المتحدث باسم الوزارة أحمد مثال إن "أحدا لن يترك".
        أحدا → المتحدث باسم الوزارة أحمد مثال → وقال
    id: Wali Kota Budi Contoh mengatakan, "Tidak ada yang tertinggal."
        Tidak → Wali Kota Budi Contoh → mengatakan
    sv: ”Ingen ska lämnas”, säger kommunalrådet Bo Modell (S).
        Ingen → kommunalrådet Bo Modell → säger
    da: - Ingen skal efterlades, siger han til Ritzau.
        Ingen → han → siger
"""
"""A paragraph, or several with ¶ between them; below it the first words of a quotation, its speaker and its verb."""


def entries() -> list[tuple[str, str, list[str]]]:
    blocks = re.split(r"\n    (?=\w\w: )", SAID)
    found = []
    for block in blocks[1:]:
        first, *said = [line.strip() for line in block.strip().split("\n")]
        found.append((first[:2], first[4:], [] if said == ["none"] else said))
    return found


@pytest.mark.parametrize(("lang", "text", "said"), entries())
def test_who_said_it_is_known_by_the_words_around(lang: str, text: str, said: list[str]) -> None:
    quotations = [
        (plain_text(each.content).strip("\"“”„«»‘’'「」– —-\xa0"), each.speaker or "nobody", each.verb or "no verb")
        for paragraph in with_quotations(text.split("¶"), lang)
        for each in paragraph
        if isinstance(each, Quotation)
    ]

    found = [
        " → ".join((start, *next((each[1:] for each in quotations if each[0].startswith(start)), ("not found",))))
        for start in (line.partition(" → ")[0] for line in said)
    ]
    assert found == said
    assert said or not quotations
