"""Marks of Vietnam's papers and sites, which stand alone before a dash where others print a place.

TTO - Cây cầu …　　VOV.VN - Cây cầu …　　GD&TĐ - Cây cầu …　　QĐND Online – Cây cầu …
"""

from __future__ import annotations

from converter.text.datelines.dateline import Found, opens_sentence
from converter.text.lines import words
from converter.text.patterns import Pattern

_MARKS = words(
    "TTO TPO TNO PNO NDO NDĐT NLĐO LĐO SGGP SGGPO HNM HNMO PLO PLVN GD&TĐ GDTĐ GDVN SKĐS SK&ĐS KTĐT ANTĐ ANTD CAND "
    "CATP QĐND ĐCSVN ĐĐK ĐTTCO TBTCO TBKTSG KTSG VHO VOV VOV1 VOV2 VOV5 VTV VTV1 VTC VTC1 VTCNews BNEWS DNVN DĐDN "
    "DNSG BVPL PL&XH TCDN TCCS TTVH TTXVN TTV VNE VNN ICTnews Infonet VietNamNet Kinhtedothi LĐTĐ NTNN TG&VN TGVN "
    "NĐT TN&MT MT&CS TBNH NNVN ĐBND ĐSPL ĐS&PL NB&CL HQ"
)
"""As they print them; those of provinces end in an O, for online."""
_ONLINE = Pattern(r"[A-ZĐ]{2,4}O")
_NO_HOUSES = words(
    "CEO COO CFO CTO CMO CPO CIO WTO WHO NATO ILO FAO IMO ICAO UNO IPO ISO SEO UFO HBO EQO FIFO ODO PPO OTO VIDEO "
    "AUDIO PHOTO RADIO EURO"
)
_SITE = Pattern(r"[A-Za-z0-9]{2,20}\.(?:vn|VN|com|net)(?:\.vn)?")
_MARK = Pattern(r"(?P<mark>[^\W_][\w&.]{1,20}?)(?: (?:Online|News|điện tử))?\.?\s?[-–—]+\s+")
_LONGEST = 36


def find_house_mark(head: str) -> Found | None:
    """Return the dateline that the mark of a house alone is, at the head of a paragraph in Vietnamese, or None."""
    match = _MARK.match(head[:_LONGEST])
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    mark = match["mark"]
    is_online = _ONLINE.fullmatch(mark) is not None and mark not in _NO_HOUSES
    if not (mark in _MARKS or is_online or _SITE.fullmatch(mark)):
        return None
    return Found(match.end(), "dateline-agency", None, None, match.group().rstrip(" .-–—"))
