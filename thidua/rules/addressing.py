"""Whom the words of a plan mean: 'các sở, ngành, địa phương' as kinds of units, 'Sở Nội vụ' as one unit. Pure.

Genre words only; names of bodies are compared with the units that stand under the issuer, never known here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua.viet.text import fold, tone

_SHORT = {
    "ubnd": "uy ban nhan dan",
    "ubmttq": "uy ban mat tran to quoc",
    "mttq": "mat tran to quoc",
    "khcn": "khoa hoc va cong nghe",
    "bch": "ban chap hanh",
}
_COURTESY = re.compile(
    r"^(?:de nghi|giao|yeu cau|chu tich|lanh dao|thu truong|giam doc|truong)\s+(?=uy ban|so |phong |ban )"
)
_LEVELS = r"(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)"
_MANY = re.compile(r"\bcac\b|^(?:toan the|tat ca|moi|co quan|don vi|dia phuong|doanh nghiep)\b")
# Words in a plural that mean kinds of units: (words, how far down, kind; an empty kind means every kind).
_KINDS = (
    (r"doanh nghiep|cong ty|tap doan", "below", "enterprise"),
    (r"hop tac xa", "below", "cooperative"),
    (r"truong hoc|cac truong\b|nha truong|co so giao duc", "below", "school"),
    (r"mat tran|doan the|to chuc chinh tri|hoi quan chung", "children", "front"),
    (r"\bso\b", "children", "department"),
    (r"\bphong\b", "children", "office"),
    (r"trung tam|don vi su nghiep", "children", "service"),
    (r"uy ban nhan dan (?:cac|cap)\b|\bcac (?:xa|phuong)\b|\bxa, phuong\b", "children", "committee"),
)
_EVERYBODY = re.compile(r"co quan|don vi|dia phuong|cac nganh|cac cap\b.*nganh")
_COUNCIL = re.compile(r"^hoi dong|cum|khoi thi dua|cap co tham quyen")


@dataclass(frozen=True)
class Addressee:
    """One unit by key, or units of a kind under the issuer (`reach` children or below)."""

    unit: int | None
    reach: str = "itself"
    kind: str = ""


def name_key(words: str) -> str:
    """A body's name for comparing: no marks, short forms written out, courtesy and signs away."""
    plain = re.sub(r"[^\w\s]", " ", fold(tone(words)))
    plain = " ".join(_SHORT.get(word, word) for word in plain.split())
    return _COURTESY.sub("", plain)


def keys_of(names: Iterable[str], *, locality: str, plain: bool = True) -> set[str]:
    """The ways in which a plan may write a unit's names: with its place, with the level alone, or with neither."""
    full = {name_key(name) for name in names if name}
    place = name_key(locality)
    level = next(iter(re.findall(rf"^{_LEVELS}\b", place)), "")
    bare = place[len(level) :].strip()
    found = set(full)
    for name in full if bare else ():
        stem = re.sub(rf"\s+(?:{_LEVELS}\s+)?{re.escape(bare)}$", "", name)
        stem = re.sub(rf"\s+{level}$", "", stem) if level else stem
        found |= {stem, f"{stem} {level}".strip()} if plain else {f"{stem} {level}".strip()}
    return found


def addressees(words: str, names: Mapping[str, Iterable[int]]) -> list[Addressee]:
    """Whom these words mean, given the keys of the issuer's units; empty where nobody can be told for sure."""
    if units := list(names.get(name_key(words), ())):
        return [Addressee(unit) for unit in units] if len(units) == 1 else []
    plain = " ".join(re.sub(r"[^\w\s,;-]", " ", fold(tone(words))).split())
    if not plain or _COUNCIL.search(plain):
        return []
    named = [list(names.get(name_key(part), ())) for part in re.split(r"[,;]| va ", words)]
    if named and all(len(units) == 1 for units in named):
        return [Addressee(units[0]) for units in named]
    return _kinds(plain) if _MANY.search(plain) else []


def _kinds(plain: str) -> list[Addressee]:
    if _EVERYBODY.search(plain):
        return [Addressee(None, "children")]
    found = {(reach, kind) for pattern, reach, kind in _KINDS if re.search(pattern, plain)}
    return [Addressee(None, reach, kind) for reach, kind in sorted(found)]
