"""Notices: what was guessed, what was lost, what to look at.

A notice is data (code, place, facts); its words are made here, from one
table, so that `convert explain CODE`, the JSON output and the documentation
say the same. A code is public: it is never renamed and never used again for
something else.
"""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["guess", "loss", "warning"]


class Notice(Value):
    """One remark about one conversion."""

    code: str
    """A key of `CODES`, or of a plug-in's own table, then `plugin:code`."""
    where: str = ""
    """`byte N`, `line N`, `block N`, a field such as `head/date.published`, an XPath or a JSON pointer."""
    facts: tuple[tuple[str, str], ...] = ()
    """Names and values, in the order of the names."""

    @property
    def kind(self) -> Kind:
        """Return whether this is a guess, a loss or a warning; an unknown code is a warning."""
        entry = CODES.get(self.code)
        return entry.kind if entry else "warning"

    @property
    def words(self) -> str:
        """Return the remark in plain words, facts filled in."""
        entry = CODES.get(self.code)
        if entry is None:
            return ", ".join(f"{name}={value}" for name, value in self.facts) or self.code
        facts = dict(self.facts)
        # In one pass: a value from a document may look like a place.
        pieces = (piece.partition("}") for piece in entry.words.split("{"))
        return "".join(facts.get(name, f"{{{name}}}") + rest if brace else name for name, brace, rest in pieces)


def notice(code: str, where: str = "", **facts: object) -> Notice:
    """Return the notice; facts become text and are put in the order of their names."""
    return Notice(code, where, tuple(sorted((name, str(value)) for name, value in facts.items())))


class Entry(Value):
    """What a code means."""

    kind: Kind
    words: str
    """One line with `{fact}` places."""
    meaning: str
    """For `convert explain`: what happened, why, and what to do about it."""


CODES: dict[str, Entry] = {
    # ── guesses of readers ──
    "charset-guessed": Entry(
        "guess",
        "read as {charset}; what else it could be: {others}",
        "The bytes are not UTF-8 and say nothing of their encoding, so it was found from the text itself. "
        "Name the right one with --set text.charset=… if words look wrong.",
    ),
    "charset-declared-wrong": Entry(
        "warning",
        "the declared charset {declared} does not fit the bytes",
        "What brought the text (a mail, a web server) named a charset in which the bytes are no text, or one that is "
        "not known. It was passed over, and the charset was found as if none had been declared. "
        "Name the right one with --set text.charset=….",
    ),
    "bytes-replaced": Entry(
        "loss",
        "{count} bytes that {charset} does not know were replaced by U+FFFD",
        "The page is in the charset that it declares but for a few bytes, as happens when systems cut or mix texts. "
        "Each stands as the replacement character; the source itself is kept in an archive as it came. "
        "Name another charset with --set html.charset=… if words look wrong.",
    ),
    "data-block-unreadable": Entry(
        "warning",
        "a block of data (JSON-LD) in the page could not be read",
        "Pages state headline, authors and dates in a block of JSON for machines; this one is broken, so what it says "
        "was taken from the rest of the page. Give what is missing with --meta.",
    ),
    "story-not-found": Entry(
        "warning",
        "no story was found in the page: all of it is kept as furniture",
        "Nothing on the page is long text that stands together, as on a list of headlines or a page that loads its "
        "story later. Take the whole page with --set html.story=all.",
    ),
    "nothing-printed": Entry(
        "warning",
        "nothing of it is printed: all that it says is taken for furniture or data",
        "The canonical form holds all of it, and every other output is empty, as of a text that says only “Read more” "
        "and “Share”. convert show FILE --outline shows what each line was taken for. If it is a story after all, give "
        "its headline with --meta headline=….",
    ),
    "several-documents": Entry(
        "warning",
        "it holds {count} documents of a press database, and is read as one text",
        "The text has the marks of several documents, as LexisNexis, Factiva, ProQuest and others save them. "
        "A text file of them is read story by story where they can be told apart; here they cannot, or the text came "
        "by a mail, or --from text says that it is one. Part them, and convert each.",
    ),
    "carried-changed": Entry(
        "warning",
        "what it shows has been changed since it was made: came {added}; went {removed}; in all {count} words",
        "The file carries the canonical form that it was made from, and what it shows is no longer the same. "
        "So the visible text was read as it is now, under the guid that the canonical form names. "
        "Convert the original to have the article as it was.",
    ),
    "carried-differs": Entry(
        "warning",
        "its pages lack {count} letters of the article inside, such as in {removed}",
        "The PDF carries the article that it was made from, and that was read. Its pages do not show all of it: "
        "they have been changed since, or their script is one whose text PDF readers take apart. "
        "Hold the pages against the article.",
    ),
    "carried-damaged": Entry(
        "warning",
        "the canonical form inside cannot be used: {reason}",
        "The file carries the canonical form that it was made from, but it has been damaged or changed. "
        "The visible text was read instead.",
    ),
    "tracked-changes-accepted": Entry(
        "warning",
        "{count} tracked changes were accepted: what they delete is not in the article",
        "The document tracks changes. It was read as if all of them had been accepted, as it would be printed. "
        "Accept or reject them in Word first where that is not what you want.",
    ),
    "layout-guessed": Entry(
        "guess",
        "the text of {pages} pages was put into paragraphs by how it lies on them",
        "A PDF says where letters stand, and mostly not what they are. Lines were joined to paragraphs by their space, "
        "indents and size, what repeats on the pages is kept as furniture, and the largest line at the top is the "
        "headline. Hold the result against the pages.",
    ),
    "tags-believed": Entry(
        "guess",
        "the text of {pages} pages was read by the structure that the PDF states",
        "The PDF is tagged: it says which words are a heading, a paragraph, an entry, a cell. That was believed, "
        "however the pages look; the first heading is the headline. Running heads and page numbers, which stand in no "
        "element, are kept as furniture. Hold the result against the pages.",
    ),
    "doctype-ignored": Entry(
        "warning",
        "the document's DOCTYPE was passed over",
        "A DOCTYPE can name a DTD elsewhere. Nothing is ever fetched, and our own schema judges the document instead.",
    ),
    "control-characters": Entry(
        "warning",
        "control characters kept as marked characters, {count} in all: {codes}",
        "XML cannot hold these characters, so the canonical form keeps each as a char element with its number. "
        "Printed outputs show U+FFFD in their place.",
    ),
    "invisible-characters": Entry(
        "warning",
        "invisible or direction-changing characters in the text, {count} in all: {codes}",
        "Bidirectional controls, zero-width and tag characters can make a text read otherwise than it looks. "
        "They are kept; this notice lists them so that a person can judge.",
    ),
    "decoded-twice": Entry(
        "warning",
        "“{seen}” stands for “{meant}”: the text was read in the wrong charset before it was saved, "
        "{count} places in all",
        "A program took UTF-8 for Windows-1252 and saved what it saw, as in `cafÃ©` for `café`. The characters are "
        "kept as they stand. Fetch the story anew, or mend the file first.",
    ),
    "replacement-characters": Entry(
        "warning",
        "characters were lost before the text was saved, {count} in all, and stand as U+FFFD",
        "A program that did not know some bytes put the replacement character in their place. What they were is not in "
        "the file; fetch the story anew if it matters.",
    ),
    "language-detected": Entry(
        "guess",
        "language taken for {lang}",
        "The source does not say its language; it was found from the words. Give it with --meta lang=….",
    ),
    "language-unknown": Entry(
        "guess",
        "language not known: {reason}",
        "The text is too short or too mixed to be sure, so the article has no language. Give it with --meta lang=….",
    ),
    # ── readers of the news formats ──
    "alias-unknown": Entry(
        "warning",
        "no catalog at hand says which schemes these aliases are: {aliases}; kept as they stand",
        "A code names its scheme by an alias, and a catalog says what the alias stands for. Catalogs are never "
        "fetched, so the alias itself is kept as the scheme.",
    ),
    "attachment-omitted": Entry(
        "loss",
        "{name} ({type}), attached to the message, is not part of the story",
        "A mail's text is the story, and its pictures are kept. Anything else that is attached is a document of "
        "its own.",
    ),
    "content-alternative-omitted": Entry(
        "loss",
        "content of type {type} left out: the story was read from that of type {taken}",
        "The item carries its content in several forms, and the story is read from one: XHTML before NITF before "
        "plain text. The others should say the same.",
    ),
    "dialect-applied": Entry(
        "guess",
        "codes read as {dialect} uses them",
        "The item refers to a catalog or provider whose habits are known: what its roles and types mean comes from a "
        "table of dialects, not from the item. One of your own goes before ours: --set newsml.dialects=….",
    ),
    "kept-as-properties": Entry(
        "warning",
        "{count} × metadata without a field, kept as properties: {names}",
        "The source says more than an article has fields for. Nothing of it is lost: each piece is a property, "
        "its words or its markup.",
    ),
    "markup-dropped": Entry(
        "loss",
        "{count} × {what} of the source left out",
        "Scripts, styles, comments and the like are no words of a story.",
    ),
    "markup-repaired": Entry(
        "warning",
        "read as a browser would: {fault}",
        "The markup of a body is said to be XML and is not well-formed. Its words are kept; "
        "how they were meant to nest is a guess.",
    ),
    "package-flattened": Entry(
        "loss",
        "{count} groups of a package read as one list of related stories",
        "A package orders references to other items in groups. The references are kept in order, as related stories; "
        "how the groups nest is kept only as a property.",
    ),
    "item-is-no-story": Entry(
        "warning",
        "a NewsML-G2 {item}, which is no story; its words are read as one",
        "A concept, a set of them, a plan of coverage or a catalog says things of stories. Its words are paragraphs, "
        "and its markup with all its codes is a property.",
    ),
    "version-assumed": Entry(
        "guess",
        "no version that is a whole number; taken for 1",
        "The source does not number its versions as whole numbers. What it says instead is kept as another identifier.",
    ),
    # ── pandoc's formats ──
    "kept-as-words": Entry(
        "loss",
        "{count} × {what} of the source kept as its words alone",
        "The source says more of these words than an article has a form for. The words are all there, in their place.",
    ),
    "pandoc-said": Entry(
        "warning",
        "pandoc: {words}",
        "Pandoc reads and writes this format for us, and warned of something: what it did not know and left out, a "
        "file that it was not allowed to read, a note that nothing refers to. The words are pandoc's own.",
    ),
    "words-left-out": Entry(
        "loss",
        "pandoc left out {count} letters of the source, such as in “{words}”",
        "Pandoc reads this format for us, and passed over elements that it does not know, with the words in them. "
        "The source itself is kept in an archive as it came.",
    ),
    # ── the pipeline ──
    "guid-made": Entry(
        "guess",
        "no identity in the source; made {guid} from its bytes",
        "The source has no guid or address, so a urn:uuid (RFC 9562, version 8) was made from the source's bytes. "
        "The same bytes always give the same one. Give your own with --meta guid=….",
    ),
    "guid-made-from-id": Entry(
        "guess",
        "made {guid} from the id {id}",
        "An id that is no absolute IRI cannot name a story everywhere, so a guid was made from it and the id is kept "
        "as an alternative identifier.",
    ),
    "sidecar-key-unknown": Entry(
        "warning",
        "sidecar key “{key}” has no field; kept as the property sidecar:{key}",
        "The sidecar names something that the article has no field for. Its value is kept as a property.",
    ),
    "value-replaced": Entry(
        "warning",
        "{field} given by {given} replaces what the source says",
        "The caller or a sidecar gave a value that the source also has. The source's is kept as a property.",
    ),
    "label-made": Entry(
        "guess",
        "no headline; titled “{label}” where {writer} must have a title",
        "The format demands a title and the article has no headline, so the first words of the first paragraph "
        "stand in the file's metadata. They are never printed. Give a headline with --meta headline=….",
    ),
    # ── the archive ──
    "content-unchanged": Entry(
        "warning",
        "other bytes than the archive's, and the same story; these bytes were not kept",
        "The file differs from the one that is archived under this identity, and what was read from it is the same. "
        "No version was made of it.",
    ),
    "duplicate-submission": Entry(
        "warning",
        "the archive has these bytes as {known}; the name {name} was recorded with them",
        "The same bytes came in under another name, and nothing gives them an identity of their own. "
        "There is one story, and its events know both names.",
    ),
    "same-bytes-other-values": Entry(
        "guess",
        "the archive has these bytes as {known}, with other values; {name} was taken for a correction of that story",
        "Nothing gives the file an identity of its own, and the same bytes are one story. Where they are several, as "
        "of pages behind a paywall, give each a guid in its sidecar, or add them by --identity path --collection NAME.",
    ),
    "looks-alike": Entry(
        "guess",
        "looks like a revision of {id}: {reason}",
        "A story without an identity of its own is a new one always. That it looks like another is recorded as a "
        "possible revision; convert archive link ROOT OLDER NEWER makes the two a chain.",
    ),
    "many-versions": Entry(
        "warning",
        "the story has {count} versions",
        "Each version repeats the list of all before it, so many versions of one story take much room. "
        "Archive the closing states of a live blog rather than every change.",
    ),
    "story-embargoed": Entry(
        "warning",
        "embargoed until {until}: not to be published before",
        "The story was asked for although its embargo holds. What came out must not be published before that time.",
    ),
    "story-revised": Entry(
        "warning",
        "a person has linked {id} as the newer version of this story",
        "The story asked for is the older one of a chain (convert archive link). The newer one may correct it.",
    ),
    "catalogue-made": Entry(
        "warning",
        "the catalogue was made anew: {reason}",
        "The catalogue is a file to search the archive by; everything in it comes from the objects and the ledger. "
        "One that is missing, of another release or damaged is made again, which takes a second or so for each "
        "thousand stories. Nothing of the archive was changed.",
    ),
    "catalogue-lacks": Entry(
        "warning",
        "{id} cannot be found by a search: {reason}",
        "The object could not be read when the catalogue came to it. Look at it with convert archive verify; "
        "when it is mended, convert archive rebuild takes it in.",
    ),
    "story-withdrawn": Entry(
        "warning",
        "withdrawn ({status}): not to be published",
        "The story was asked for although it is withdrawn. What came out is for the record only.",
    ),
    # ── losses of writers ──
    "not-carried": Entry(
        "loss",
        "{count} × {what} not carried by {writer}",
        "The format has no place for this part of the article. It stays in the canonical form.",
    ),
    "body-not-carried": Entry(
        "loss",
        "the story itself is not carried by {writer}, which only refers to it",
        "A list of references says what a story is called, who made it and where it stands.",
    ),
    "written-as": Entry(
        "loss",
        "{count} × {what} written by {writer} as {written}",
        "The format has no form of its own for this part of the article. Its words are there, "
        "but a program no longer knows them for what they are. The canonical form keeps it.",
    ),
    "link-as-text": Entry(
        "loss",
        "link to “{href}” written as text",
        "Only http, https, mailto and tel links and fragments of the same article are made live in an output. "
        "The words stay, and the canonical form keeps the address.",
    ),
    "character-replaced": Entry(
        "loss",
        "{count} × a character that {writer} cannot hold, shown as U+FFFD",
        "Control characters that XML 1.0 cannot hold, and in `ansi` those that a terminal would act on, "
        "stand as the replacement character in the output; the canonical form keeps which ones they were.",
    ),
    "furniture-omitted": Entry(
        "loss",
        "{count} × site furniture left out of the {writer}",
        "Furniture (“Read More”, share buttons) is not the story. The format has no place for it that nobody prints.",
    ),
    "pdf-missing-script": Entry(
        "loss",
        "{count} × a character of {script} without a font here, drawn as �; the text itself is kept; {remedy}",
        "No installed font has these characters. The page shows a sign for each; copying, searching and reading aloud "
        "still give the right text, and the embedded canonical XML has it.",
    ),
    "image-not-carried": Entry(
        "loss",
        "picture “{src}” is not in the {writer}",
        "Only the picture's address is known, or its bytes cannot be drawn. Its caption, credit and "
        "description are printed.",
    ),
    "image-without-description": Entry(
        "warning",
        "picture “{src}” has neither description nor caption; the {writer} says so in its place",
        "Who cannot see the picture is told only that there is one. Give it an alternative text in the source.",
    ),
    "table-without-header": Entry(
        "warning",
        "a table has no header cells; written without in the {writer}",
        "A reader that speaks a table aloud names each cell by its header. The source marks none, "
        "and the first row is never taken for one.",
    ),
    "nesting-flattened": Entry(
        "loss",
        "{what} deeper than {depth} are set flat in the {writer}",
        "The words are all there, in order; only how deep they are nested is not shown.",
    ),
    "alternative-text-missing": Entry(
        "warning",
        "picture “{src}” has neither a description nor a caption",
        "Who cannot see the picture is told only that there is one. Give it a description in the source.",
    ),
    "table-too-wide": Entry(
        "loss",
        "a table of more than {columns} columns written as paragraphs in the {writer}",
        "Word opens no table with so many columns. Every cell is a paragraph, in order; "
        "the canonical form keeps the table.",
    ),
    "provider-unidentified": Entry(
        "warning",
        "no provider known; written as “unidentified”",
        "NewsML-G2 demands a provider. Give it with --meta provider=….",
    ),
    "time-of-file": Entry(
        "guess",
        "the record's time is the file's modification time, {time}",
        "NewsML-G2 and EPUB demand the time at which the record was made, NITF and ninjs state it. Without "
        "--meta version_created=… or SOURCE_DATE_EPOCH it is the source file's modification time.",
    ),
    # ── NewsML-G2, and the XHTML body that it shares ──
    "change-unexplained": Entry(
        "warning",
        "nothing says why this version is a {kind}; a general note stands in its place",
        "A correction or withdrawal must say what it changes. Give it with --meta ednote=….",
    ),
    "date-shortened": Entry(
        "loss",
        "{value} written as {written}",
        "XML Schema has no date-time without seconds, and a date never gains digits, so only the day is written.",
    ),
    "foreign-as-text": Entry(
        "loss",
        "markup of type {type} written as its text",
        "Markup that the article keeps as it was found is shown as text, never run.",
    ),
    "heading-level-folded": Entry(
        "loss",
        "heading of level {level} written one level higher",
        "XHTML has six levels and the first is the headline's, so the sixth level of the story shares the fifth's.",
    ),
    "language-cut": Entry(
        "loss",
        "language tag “{lang}” is too long for the {writer}; written as {kept}",
        "Word opens no document with a tag of more than 84 characters, so its last subtags are left out. "
        "The canonical form has it whole.",
    ),
    "language-unidentified": Entry(
        "warning",
        "no language known ({lang}); written as “und”",
        "The news formats want the language of an item; “und” is the tag for one that is not known. Give it with "
        "--meta lang=….",
    ),
    "link-targets-omitted": Entry(
        "loss",
        "{count} × a link written without where it leads",
        "Plain text has no links. --set text.links=yes prints the addresses after the words.",
    ),
    "markup-folded": Entry(
        "loss",
        "{count} × a mark written by {writer} as plain words, or without its value",
        "Plain text has no marks, and the properties of news formats hold few kinds and nest them only so far. "
        "The words stay.",
    ),
    "structure-folded": Entry(
        "loss",
        "{count} × a list, table or other block of a summary written as plain paragraphs",
        "A summary of NewsML-G2 is paragraphs. The words stay.",
    ),
    "value-not-carried": Entry(
        "loss",
        "{field} “{value}” not carried by {writer}",
        "The format has no place for this value, or cannot say it as it is. It stays in the canonical form.",
    ),
    "value-folded": Entry(
        "loss",
        "{field} “{value}” written by {writer} as {written}",
        "The format has no place of its own for this value, so it stands where a person still reads it, "
        "but a program no longer knows it for what it is.",
    ),
    "values-joined": Entry(
        "loss",
        "{count} values of {field} written as one by {writer}",
        "The format has one place for what the article says in several. The words are all there, in order.",
    ),
    "furniture-moved": Entry(
        "loss",
        "{count} × site furniture carried by {writer} without its place in the story",
        "The words stand among the metadata, where nobody prints them; between which paragraphs they stood "
        "is not said.",
    ),
    "withdrawn-without-content": Entry(
        "warning",
        "the story is withdrawn; written without its content",
        "A withdrawn item says which story must no longer be used, and carries no content that somebody could use.",
    ),
}
"""Code → what it means; the reference page of notices is generated from this table."""
