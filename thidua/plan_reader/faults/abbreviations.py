"""Letters used as a word and never explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.plan_reader.faults.fault import Fault, Place, Plan, low
from thidua.plan_reader.faults.short_forms import explanations
from thidua.viet.syllables import is_syllable
from thidua.viet.text import fold

_LETTERS = re.compile(r"(?<![\w./&-])(?:[A-ZĐƯƠÔ]{2,}(?:[&-][A-ZĐƯƠÔ]{1,})*)(?![\w./&-]|\s?[-/]\s?[A-Z\d])")
_COMMON = """
UBND HĐND MTTQ UBMTTQ UBMTTQVN MTTQVN TĐKT TĐ-KT TDKT HĐTĐKT TW TƯ QĐ KH CT NQ NĐ TT BCH BTV BCĐ BCHQS VT VP
THCS THPT TH MN GD ĐT AI IT CNTT ICT ISO KPI QR GDP GRDP OCOP PCI PAPI PAR-INDEX PAR SIPAS DTI WEB SMS VNEID HTX
TNHH MTV CP LLVT KT-XH CT-XH VH-XH QP-AN QPAN ANTT ANTQ ATTP PCCC BHXH BHYT TNCS HCM LHPN CCB TAND VKSND VPUBND
GD&ĐT KH&CN TN&MT LĐ-TB&XH VHTT&DL CBCCVC CBCC CCVC NLĐ STT TM KT TL TUQ PCT CVP PCVP TP SXKD ĐVT LĐLĐ ĐTN CBVC
VN CHXHCN USD VNĐ VND AN QP
"""
_KNOWN = frozenset(_COMMON.split())
_CAPITALS = 0.6  # share of capitals above which a paragraph is a heading in capitals


def find_abbreviations(plan: Plan) -> Iterator[Fault]:
    """Letters that stand for words of this very plan, neither common in papers of state nor explained."""
    explained = {word.upper() for place in plan.places for short in explanations(place) for word in short.words.split()}
    explained |= _KNOWN
    explained |= {word.upper() for word in re.findall(r"\(\s*([^\W\d_][^()\s]{1,14})\s*\)", plan.flat)}
    explained |= {word.upper() for word in re.findall(r"(?<!\w)([A-ZĐƯƠÔ]{2,}[\w&-]*) \(", plan.flat)}
    for place in plan.places:
        if not place.running or _in_capitals(place.text):
            continue
        for hit in _LETTERS.finditer(place.text):
            word = hit[0]
            if (
                word in explained
                or _words_known(word, explained)
                or _is_name(place, hit)
                or not _stands_for(plan, word)
            ):
                continue
            explained.add(word)
            yield plan.fault("undefined_short_form", "warning", place, span=hit.span(), says=(
                f"Chữ viết tắt “{word}” chưa được giải thích trong kế hoạch.",
                "Viết đầy đủ ở lần đầu, kèm chữ viết tắt trong ngoặc đơn.",
            ))  # fmt: skip


def _stands_for(plan: Plan, word: str) -> bool:
    """Whether some words of the plan begin with these letters; else they are a name from elsewhere."""
    letters = re.sub(r"[^a-z]", "", fold(word))
    if len(letters) < 3 or is_syllable(word.lower()):
        return False
    small = ("".join(part[0] for part in re.findall(r"[a-z]+", fold(place.text))) for place in plan.places)
    return any(letters in initials for initials in small)


def _words_known(word: str, explained: set[str]) -> bool:
    return all(part in explained for part in re.split(r"[&-]", word))


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return not letters or sum(letter.isupper() for letter in letters) > _CAPITALS * len(letters)


def _is_name(place: Place, hit: re.Match[str]) -> bool:
    """Inside quotation marks, or part of a run of capitals, it is a name."""
    before, after = place.text[: hit.start()], place.text[hit.end() :]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    run = re.search(r"[A-ZĐ]{2,} \Z", before) or re.match(r" [A-ZĐÀ-Ỹ]{2,}", after)
    return quoted or bool(run) or low(before).endswith(("mẫu ", "số ", "công ty ", "tập đoàn ", "ngân hàng "))
