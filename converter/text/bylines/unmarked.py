"""Bylines in scripts that have no capitals, where nothing marks a name but the label before it."""

from __future__ import annotations

from converter.text.lines import words
from converter.text.patterns import Pattern

# In scripts without capitals nothing marks a name. These labels are enough by themselves, for few words;
_UNMARKED = Pattern(
    r"(?P<label>מאת|כתב|כתבה|כתבת|כותבת?|(?:נכתב |פורסם )?(?:על ידי|ע[\"״]י)|"
    r"रिपोर्टर|संवाददाता|प्रस्तुति|लेखिका|द्वारा|लेखक|লেখক|লেখা|প্রতিবেদক|எழுதியவர்|எழுதியது|ఎడిటర్|"
    r"بقلم|كتبت?|الكاتبة?|إعداد|(?:نُ?شر )?بواسطة|(?:ال)?مراسلة?|"
    r"نویسنده|خبرنگار|گزارشگر|به قلم|نوشته|تحریر|رپورٹ|مصنف|"
    r"(?:เขียน|เรื่อง|เผยแพร่|รายงาน)?โดย|เรื่อง|ผู้เขียน|ผู้สื่อข่าว|ავტორი|Հեղինակ)"
    r"(?:\s*(?P<colon>[:：՝/–-])\s*|\s+)(?:د\. ?|ד״ר )?(?P<names>[^\d.!?؟،,|•:()–—-]{2,60}?)\s*(?:[،,|•(–—-].{0,40})?"
)
_LABELS_UNMARKED = words("מאת بقلم โดย เขียนโดย เรื่องโดย เผยแพร่โดย รายงานโดย ผู้เขียน எழுதியவர் द्वारा بواسطة")
_PHRASES_UNMARKED = ("על ידי", "ע", "נכתב", "פורסם", "به", "نُشر", "نشر")
_VERBS_UNMARKED = words("كتب كتبت إعداد")
_MOST_UNMARKED, _MOST_BEHIND_VERB = 5, 3


def is_unmarked_byline(text: str, *, after_headline: bool) -> bool:
    """Return whether the line is a label and a name in a script that has no capitals: `מאת דנה כהן`."""
    match = _UNMARKED.fullmatch(text) if text[-1] not in "!?؟।…" else None
    if match is None:
        return False
    count = len(match["names"].split())
    if match["colon"]:
        return count <= _MOST_UNMARKED
    if match["label"] in _VERBS_UNMARKED:
        return after_headline and 2 <= count <= _MOST_BEHIND_VERB
    is_label = match["label"] in _LABELS_UNMARKED or (after_headline and match["label"].startswith(_PHRASES_UNMARKED))
    return is_label and 1 <= count <= _MOST_UNMARKED
