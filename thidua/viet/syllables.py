"""Whether letters can be a Vietnamese syllable: its onset, its rhyme and its tone, as the spelling allows them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONSETS = (
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_COMMON = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong "
    "op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ up "
    "ut uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn "
    "ương ươp ươt ươu y yêm yên yêng yêt yêu"
)
_RHYMES = frozenset(_COMMON.split())
_AFTER_QU = ("y", "yên", "yêt", "ych", "yn", "ynh", "yp", "yt", "yu", "o", "ot", "ôc")
_AFTER_GI = ("êc", "êm", "ên", "êng", "êt", "êu")
_G_AND_I = ("i", "in", "im", "ip", "iu", "ia", "it")  # gì, gìn: the onset's own i is the rhyme
_FRONT = ("e", "ê", "i", "y")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OF_STOPS = ("\u0301", "\u0323")  # a syllable closed by c, ch, p or t is sắc or nặng
_LETTERS = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` can be one written syllable of Vietnamese. Where the tone mark stands is not asked."""
    marks = [sign for sign in unicodedata.normalize("NFD", word.lower()) if sign in _TONES]
    bare = _without_tone(word)
    if len(marks) > 1 or not bare or not _LETTERS.issuperset(bare):
        return False
    if bare.endswith(("c", "ch", "p", "t")) and not (marks and marks[0] in _OF_STOPS):
        return False
    return any(bare.startswith(onset) and _fits(onset, bare[len(onset) :]) for onset in _ONSETS)


def _without_tone(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(sign for sign in letters if sign not in _TONES))


def _fits(onset: str, rhyme: str) -> bool:
    if onset == "qu":
        return rhyme in _AFTER_QU or (rhyme in _RHYMES and rhyme[0] in "aăâeêiơ")
    if onset == "gi":
        return rhyme in _AFTER_GI or (rhyme in _RHYMES and not rhyme.startswith(("i", "y")))
    if onset == "g" and rhyme in _G_AND_I:
        return True
    if rhyme not in _RHYMES or (len(rhyme) > 1 and rhyme[0] == "y" and onset):
        return False
    if onset in ("k", "gh", "ngh"):
        return rhyme.startswith(_FRONT)
    return onset not in ("c", "g", "ng") or not rhyme.startswith(_FRONT)
