"""Likely slips of the keyboard or of OCR: letters that are no Vietnamese syllable, a common word with a wrong mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from thidua.plan_reader.faults.compounds import meant
from thidua.plan_reader.faults.fault import Fault, Place, Plan, in_address
from thidua.viet.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_¹²³⁰⁴-⁹]+")  # a footnote's mark is glued to its word
_FOREIGN = frozenset(
    ["đắk", "đăk", "lắk", "kơ", "ôxy", "ôxi", "ôtô", "sêri", "xêri", "panô", "côngtenơ", "rôbốt", "kilôgam", "kilômét"]
)
_VOWELS = frozenset("aăâeêioôơuưy")
_UNITS = re.compile(
    r"(?:[\d²³%]\s*|\bđiểm |\bkhoản |\bmục |\bý |\bnhóm |\bloại |\bhạng |\bmẫu |\bbiểu |[(/.&-]\s?)\Z", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?<!\w)[Tt]rên đây là (?P<odd>[^\W\d_]+(?: thảo)?) (?:[Kk]ế hoạch|[Hh]ướng dẫn|[Cc]hương trình|[Qq]uy chế|[Đđ]ề "
    r"án)"
)
_FITTING = ("toàn bộ", "nội dung", "toàn văn", "bản", "bộ", "các", "những", "một số", "văn bản", "phần")


def find_slips(plan: Plan) -> Iterator[Fault]:
    """All kinds, over the running text."""
    for place in plan.places:
        if place.running:
            yield from _syllables(plan, place)
            yield from _marks(plan, place)
            yield from _formula(plan, place)


def _slip(plan: Plan, place: Place, span: tuple[int, int], says: tuple[str, str]) -> Fault:
    return plan.fault("likely_slip", "note" if plan.scanned else "warning", place, span=span, says=says)


def _syllables(plan: Plan, place: Place) -> Iterator[Fault]:
    """Small letters that no Vietnamese syllable can have, and the broken words they come from."""
    words = [hit for hit in _WORD.finditer(place.text) if not in_address(place.text, hit.start())]
    index = 0
    while index < len(words):
        if not _odd(place.text, words, index):
            index += 1
            continue
        first, last = _broken(place.text, words, index)
        span = words[first].start(), words[last].end()
        quote = place.text[span[0] : span[1]]
        mend = (
            f"Có lẽ là “{_joined(quote)}”; đối chiếu bản gốc và sửa." if last > first else "Đối chiếu bản gốc và sửa."
        )
        yield _slip(plan, place, span, (f"“{quote}” không phải là chữ tiếng Việt viết đúng.", mend))
        index = last + 1


def _odd(text: str, words: list[re.Match[str]], index: int) -> bool:
    """A syllable with marks that cannot be, or consonants alone that a neighbour completes."""
    word = words[index][0]
    if not word.islower() or is_syllable(word) or word in _FOREIGN:
        return False
    if _UNITS.search(text[max(0, words[index].start() - 12) : words[index].start()]) or text[
        words[index].end() : words[index].end() + 1
    ] in (
        "/",
        "²",
        "³",
        ")",
        ".",
    ):
        return False
    if not word.isascii() and len(word) > 1:
        return True
    return len(word) <= 3 and not _VOWELS & set(word) and _completed(text, words, index) is not None


def _completed(text: str, words: list[re.Match[str]], index: int) -> int | None:
    """The neighbour with which the letters make a syllable: -1 the one before, 1 the one behind."""
    word = words[index]
    for step in (1, -1):
        other = index + step
        if not 0 <= other < len(words):
            continue
        pair = sorted((word, words[other]), key=lambda hit: hit.start())
        near = text[pair[0].end() : pair[1].start()] == " " and words[other][0].islower()
        if (
            near
            and is_syllable(pair[0][0] + pair[1][0])
            and (step > 0 or word[0] in ("g", "h", "n", "ng", "nh", "ch", "c", "t", "p", "m"))
        ):
            return step
    return None


def _broken(text: str, words: list[re.Match[str]], index: int) -> tuple[int, int]:
    """The run of pieces that an odd one belongs to."""
    first = last = index
    step = _completed(text, words, index)
    first, last = (index - 1, index) if step == -1 else (index, index + 1) if step == 1 else (index, index)
    while last + 1 < len(words) and _piece(text, words, last + 1):
        last += 1
        if _odd(text, words, last) and _completed(text, words, last) == 1:
            last += 1
    return first, last


def _piece(text: str, words: list[re.Match[str]], index: int) -> bool:
    """A lone letter or another odd piece right behind."""
    between = text[words[index - 1].end() : words[index].start()]
    return between in (" ", "; ", ", ") and (
        (len(words[index][0]) == 1 and words[index][0].islower() and between == " " and words[index][0] in _VOWELS)
        or _odd(text, words, index)
    )


def _joined(quote: str) -> str:
    """The pieces put together again, as far as each makes a syllable."""
    out: list[str] = []
    for part in quote.split(" "):
        bare = part.strip(",;")
        broken = len(bare) == 1 or not is_syllable(bare) or not is_syllable(out[-1] if out else bare)
        if out and broken and not out[-1].endswith((",", ";")) and is_syllable(out[-1] + bare):
            out[-1] += part
        else:
            out.append(part)
    return " ".join(out)


def _marks(plan: Plan, place: Place) -> Iterator[Fault]:
    """A common word with one mark wrong: `phân đấu`."""
    words = list(_WORD.finditer(place.text))
    small = [word[0].lower() for word in words]
    for index, (first, second) in enumerate(pairwise(words)):
        if place.text[first.end() : second.start()] != " " or not second[0].islower() or not first[0][1:].islower():
            continue
        right = meant(small, index)
        if right and is_syllable(small[index]) and is_syllable(small[index + 1]):
            quote = place.text[first.start() : second.end()]
            says = f"“{quote}” có lẽ sai dấu.", f"Có lẽ là “{right}”; đối chiếu bản gốc và sửa."
            yield _slip(plan, place, (first.start(), second.end()), says)


def _formula(plan: Plan, place: Place) -> Iterator[Fault]:
    """`Trên đây là dự thảo Kế hoạch`: a signed plan is no draft, and no other word fits there."""
    for hit in _CLOSING.finditer(place.text):
        odd = hit["odd"].lower()
        if odd not in _FITTING and not odd.startswith(_FITTING):
            draft = "còn ghi là bản dự thảo" if odd == "dự thảo" else f"thừa hoặc sai chữ “{hit['odd']}”"
            yield _slip(
                plan, place, hit.span(), (f"Câu kết {draft}: “{hit[0]}”.", "Sửa thành “Trên đây là Kế hoạch …”.")
            )
