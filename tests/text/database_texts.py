"""Texts as press databases save them; houses, people and places are made up."""

from __future__ import annotations

import textwrap

FIRST = "The bridge over the river at Eastmere opened again on Monday after nine months of repairs, the county said."
SECOND = "Some four hundred lorries a day will use it, which had to go round by the old road since last summer."
STORY = [FIRST, SECOND]
ERSTER = "Die Brücke bei Oststadt ist am Montag nach neun Monaten wieder geöffnet worden, teilte der Kreis mit."
ZWEITER = "Rund vierhundert Lastwagen am Tag werden sie benutzen, die seit dem Sommer die alte Straße nehmen mussten."
PREMIER = "Le pont sur la rivière à Rive-Est a rouvert lundi après neuf mois de travaux, a annoncé le département."
SECOND_FR = (
    "Quelque quatre cents camions par jour vont le prendre, qui devaient passer par l'ancienne route depuis l'été."
)


def wrapped(*paragraphs: str) -> str:
    """Return the paragraphs set to a width."""
    return "\n\n".join(textwrap.fill(paragraph, 78) for paragraph in paragraphs)


def nexis(number: int = 1, headline: str = "Bridge at Eastmere Opens Again", first: str = FIRST) -> str:
    """Return a document of the old form."""
    return f"""
                               {number} of 100 DOCUMENTS


                               The Sample Times

                           September 25, 2011 Sunday
                              Correction Appended
                             Late Edition - Final

{headline}

BYLINE: By ANN EXAMPLE; Bo Sample contributed reporting from Westmere, and Cy
Model from Northmere.

SECTION: Section A; Column 0; Foreign Desk; Pg. 8

LENGTH: 1150 words

DATELINE: EASTMERE, Ohio

{wrapped(first, SECOND)}

URL: http://www.example.com

SUBJECT: RIVERS (90%); BRIDGES (89%); ROADS & TRAFFIC (78%); LORRIES (75%);
COUNTIES (70%)

GRAPHIC: PHOTO: The bridge. (PHOTOGRAPH BY DEE MODEL)

LOAD-DATE: September 25, 2011

LANGUAGE: ENGLISH

CORRECTION-DATE: September 28, 2011

CORRECTION:

An article on Sunday about the bridge misstated its length. It is 400 yards.

PUBLICATION-TYPE: Newspaper


                 Copyright 2011 The Sample Times Company
                              All Rights Reserved
"""


NEXIS_LABELLED = f"""                     Copyright 2003 The Sample Times Company
                               The Sample Times

                March 5, 2003, Wednesday, Late Edition - Final

SECTION: Section A; Page 1; Column 1; National Desk

LENGTH: 532 words

HEADLINE: BRIDGE AT EASTMERE OPENS AGAIN

BYLINE:  By ANN EXAMPLE

DATELINE: EASTMERE, Ohio, March 4

BODY:
{textwrap.fill(FIRST, 74, initial_indent="   ")}

{textwrap.fill(SECOND, 74, initial_indent="   ")}

LOAD-DATE: March 5, 2003
"""

NEXIS_WITHOUT_BLANKS = f"""The Sample Times
September 25, 2011 Sunday
Late Edition - Final
Bridge at Eastmere Opens Again
BYLINE: By ANN EXAMPLE
SECTION: Section A; Pg. 8
LENGTH: 1150 words
DATELINE: EASTMERE, Ohio
{FIRST}
{SECOND}
LOAD-DATE: September 25, 2011
LANGUAGE: ENGLISH
"""

NEXIS_CUT = f"""The Sample Wire

March 5, 2012 Monday 6:17 AM GMT

Bridge at Eastmere opens again

BYLINE: By ANN EXAMPLE, Sample News Writer

LENGTH: 532 words

{wrapped(*STORY)}
"""

NEXIS_GERMAN = f"""                            Dokument 1 von 20

                            Oststädter Bote

                        Montag 5. März 2012
                           Stadtausgabe

Brücke in Oststadt wieder offen

AUTOR: Anna Beispiel

RUBRIK: LOKALES; S. 3

LÄNGE: 532 Wörter

{wrapped(ERSTER, ZWEITER)}

UPDATE: 6. März 2012

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

                 Copyright 2012 Oststädter Verlag GmbH
                      Alle Rechte Vorbehalten
"""

NEXIS_FRENCH = f"""                  Document 1 de 20

              Le Courrier d'Exemple

          lundi 5 mars 2012

Le pont de Rive-Est rouvre

AUTEUR: Anne Exemple

RUBRIQUE: POLITIQUE; Pg. 4

LONGUEUR: 532 mots

{wrapped(PREMIER, SECOND_FR)}

DATE-CHARGEMENT: 5 mars 2012

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal
"""


def nexis_uni(headline: str = "Bridge at Eastmere opens again") -> str:
    """Return a document of the new form; the blank behind a label is a no-break space."""
    return f"""{headline}
The Sample Times (Eastmere)
March 5, 2012 Monday 6:17 AM GMT

Copyright 2012 Sample Newspapers Limited All Rights Reserved

Section:\xa0NEWS; Pg. 3
Length:\xa0823 words
Byline:\xa0Ann Example
Highlight:\xa0The county says that the repairs took nine months
Dateline:\xa0EASTMERE, Ohio

Body


{FIRST}

{SECOND}

Graphic

\xa0
The bridge at Eastmere. Dee Model

Classification


Language:\xa0ENGLISH

Publication-Type:\xa0Newspaper

Journal Code:\xa0SMP

Subject:\xa0RIVERS (90%); BRIDGES (89%)

Load-Date:\xa0March 5, 2012

End of Document

"""


COVER = """Date and Time: Friday, March 20, 2018 4:51:00 PM GMT
Job Number: 1234567
Documents (2)
1. Bridge at Eastmere opens again
2. Bridge at Westmere opens again
Client/Matter: -None-
Search Terms: bridge
Search Type: Terms and Connectors
"""


def factiva(headline: str = "Bridge at Eastmere opens again", number: str = "SMPN000020120305e835000m1") -> str:
    """Return a document of Factiva as it shows it."""
    return f"""{headline}
By Ann Example
532 words
5 March 2012
16:48
The Sample Times
SMPN
First
3
English
(c) 2012 Sample News Ltd.

{FIRST}

{SECOND}

Document {number}
"""


FACTIVA_FIELDS = (
    ("SE", "World News"),
    ("HD", "Bridge at Eastmere opens again"),
    ("BY", "By Ann Example"),
    ("WC", "532 words"),
    ("PD", "5 March 2012"),
    ("ET", "16:48"),
    ("SN", "The Sample Times"),
    ("SC", "SMPN"),
    ("LA", "English"),
    ("CY", "(c) 2012 Sample News Ltd."),
    ("LP", FIRST + "\n"),
    ("TD", SECOND + "\n\nIN EASTMERE they danced.\n"),
    ("CO", "smpcn : Sample Corp"),
    ("IN", "itrans : Transport"),
    ("NS", "gcom : Companies | gcat : General"),
    ("RE", "usa : United States"),
    ("PUB", "Sample News Ltd."),
    ("AN", "Document SMPN000020120305e835000m1"),
)


def factiva_fields(between: str) -> str:
    """Return a document of Factiva by its codes."""
    return "".join(f"{code}{between}{words}\n" for code, words in FACTIVA_FIELDS)


LINE = "_" * 60


def proquest(headline: str = "Bridge at Eastmere opens again", number: int = 1) -> str:
    """Return a document of ProQuest, below its line."""
    return f"""{LINE}

Document {number} of 2

{headline}

Author: Example, Ann

Publication info: The Sample Times ; Eastmere, Ohio [Eastmere, Ohio]05 Mar 2012: A.1.

http://search.example.com/docview/123456789{number}?accountid=1

Abstract: The bridge is open.

Full text: {FIRST}

{SECOND}

Credit: By ANN EXAMPLE

Subject: Bridges; Rivers

Title: {headline}

Publication title: The Sample Times

Publication year: 2012

Publication date: Mar 5, 2012

Language of publication: English

ProQuest document ID: 123456789{number}

Document URL: http://search.example.com/docview/123456789{number}

Copyright: Copyright The Sample Times Mar 5, 2012

Database: ProQuest Central

"""


PROQUEST_HEAD = f"{LINE}\n\nReport Information from ProQuest\nMarch 20, 2018 15:10\n"
PROQUEST_FOOT = f"{LINE}\n\nContact ProQuest\nCopyright © 2018 ProQuest LLC. All rights reserved.\n"


def genios(headline: str = "Brücke in Oststadt wieder offen", number: str = "OB_20120305_12345") -> str:
    """Return a document of GENIOS."""
    return f"""{headline}

Von Anna Beispiel

{ERSTER}

{ZWEITER}

Quelle: Oststädter Bote vom 05.03.2012, Nr. 54, S. 3
Ressort: Lokales
ISSN: 1234-5678
Dokumentnummer: {number}

Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/OB__12345

Alle Rechte vorbehalten: (c) Oststädter Verlag

© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH

"""


GENIOS_ABOVE = f"""Brücke in Oststadt wieder offen

Quelle: Oststädter Bote vom 05.03.2012, S. 3
Ressort: Lokales
Autor: Anna Beispiel
Dokumentnummer: OB_1

{ERSTER}

{ZWEITER}

© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
"""


def europresse(headline: str = "Le pont de Rive-Est rouvre après neuf mois de travaux", number: int = 7) -> str:
    """Return a document of Europresse."""
    return f"""Le Courrier d'Exemple
Politique, lundi 5 mars 2012, p. 4

{headline}

Anne Exemple

{PREMIER}

{SECOND_FR}

© 2012 Le Courrier d'Exemple. Tous droits réservés.
Numéro de document : news·20120305·CE·123456{number}
Ce certificat est émis à Université d'Exemple à des fins de visualisation personnelle et temporaire.

"""


def westlaw(headline: str = "Bridge at Eastmere opens again", number: int = 7) -> str:
    """Return a document of Westlaw."""
    return f"""NewsRoom
3/5/12 Sample Times (Eastmere, Ohio) A1
2012 WLNR 123456{number}

Sample Times
Copyright (c) 2012 Sample Times

March 5, 2012

Section: News

{headline}

Ann Example

{FIRST}

{SECOND}

---- Index References ----

Company: SAMPLE BRIDGES LTD

Language: EN

Word Count: 532
END OF DOCUMENT
© 2012 Thomson Reuters. No claim to original U.S. Government Works.
"""


ALL = {
    "nexis": nexis(),
    "nexis-labelled": NEXIS_LABELLED,
    "nexis-without-blanks": NEXIS_WITHOUT_BLANKS,
    "nexis-cut": NEXIS_CUT,
    "nexis-german": NEXIS_GERMAN,
    "nexis-french": NEXIS_FRENCH,
    "nexis-uni": nexis_uni(),
    "nexis-uni-cover": COVER + nexis_uni(),
    "factiva": factiva(),
    "factiva-search": factiva() + "\nSearch Summary\nText\tbridge\n© 2012 Factiva, Inc. All rights reserved.\n",
    "factiva-fields-apart": factiva_fields("  "),
    "factiva-fields-tab": factiva_fields("\t"),
    "factiva-fields-blank": factiva_fields(" "),
    "factiva-fields-alone": factiva_fields(" \n"),
    "proquest": PROQUEST_HEAD + proquest() + PROQUEST_FOOT,
    "westlaw": westlaw(),
    "genios": genios(),
    "genios-above": GENIOS_ABOVE,
    "europresse": europresse(),
}
"""One document of each form."""
