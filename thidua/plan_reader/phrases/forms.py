"""What is given: the forms of award that a text names, by their codes, and who gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from thidua.plan_reader.phrases.actors import bodies, body_at
from thidua.plan_reader.phrases.vocabulary import book, either, filled
from thidua.plan_reader.phrases.wording import Wording

_WORDS = book("awards")
_LISTS = {name: either(_WORDS[name]) for name in ("chair", "both", "firm", "chief", "minister")}
_KINDS = ("co", "bang khen", "giay khen")
_ASKED = {
    kind: tuple(
        (row["code"], re.compile(rf"{filled(row['giver'], _LISTS)}(?!\w)"))
        for row in _WORDS["award"]
        if row["kind"] == kind
    )
    for kind in _KINDS
}
_BARE_COMMITTEE = re.compile(r"(?:chu tich )?(?:uy ban nhan dan|ubnd)(?!\w)")
_AWARD = re.compile(
    r"(?<!\w)(?:(?P<state>khen thuong (?:cap |cua )?nha nuoc|hinh thuc khen thuong cap nha nuoc|"
    r"danh hieu vinh du nha nuoc)|"
    r"(?P<order>huan chuong lao dong)|(?P<kind>co(?: thi dua| don vi)|bang khen|giay khen))(?!\w)"
)
_OF = re.compile(r"\s*(?:,? ?(?:xuat sac|dan dau|toan dien))*\s*(?:cua |cap |do )\s*")
_BEFORE = re.compile(r"(?:tang|tang thuong|trao|trao tang|khen thuong|ky|cap|xet)(?: \w+){0,2} \Z")
_LEVELS = {"province": "tinh", "district": "huyen", "commune": "xa"}


@dataclass(frozen=True, slots=True)
class Form:
    """An award named in a text. `owner` are the words for who gives it, if any."""

    code: str
    owner: str | None
    start: int
    end: int
    sure: bool = True


def find_forms(words: Wording, heading: Mapping[str, Any]) -> list[Form]:
    """All forms of award that a passage names, in printed order."""
    found = [_form(words, hit, heading) for hit in _AWARD.finditer(words.text)]
    return [form for form in _lent(words, found) if form.code]


def _form(words: Wording, hit: re.Match[str], heading: Mapping[str, Any]) -> Form:
    if hit["state"]:
        return Form("state_awards", None, *hit.span())
    if hit["order"]:
        return Form("labour_order", None, *hit.span())
    kind = hit["kind"].split(" ")[0] if hit["kind"].startswith("co ") else hit["kind"]
    of = _OF.match(words.text, hit.end())
    at = of.end() if of else _giver_before(words, hit.start())
    code, end = _coded(words, kind, at, heading) if at is not None else ("", hit.end())
    if code and at is not None:
        stop = max(end, hit.end())
        return Form(code, _owner(words, at, stop), hit.start(), stop)
    if kind == "giay khen" and not of:
        return Form("certificate_of_commendation", None, *hit.span())
    return Form("", None, *hit.span())


def _coded(words: Wording, kind: str, at: int, heading: Mapping[str, Any]) -> tuple[str, int]:
    level = heading.get("level")
    for code, asked in _ASKED[kind]:
        hit = asked.match(words.text, at)
        if hit:
            return _by_level(code, hit[0], level), hit.end()
    bare = _BARE_COMMITTEE.match(words.text, at)
    place = _LEVELS.get(str(level))
    if bare and place:
        code = next((code for code, asked in _ASKED[kind] if asked.fullmatch(place)), "")
        return code, bare.end()
    return "", at


def _by_level(code: str, giver: str, level: object) -> str:
    """A director heads an office, in a firm's own plan the firm; a city of the centre gives no district's award."""
    if code == "unit_certificate" and level == "enterprise" and "giam doc" in giver:
        return "enterprise_certificate"
    return code


def _owner(words: Wording, at: int, end: int) -> str | None:
    body = body_at(words, at, min(at + 120, len(words.text)))
    return body.name if body else words.quote(at, end)


def _giver_before(words: Wording, start: int) -> int | None:
    """`Chủ tịch UBND tỉnh tặng Bằng khen`: the giver stands before."""
    lead = _BEFORE.search(words.text, max(0, start - 40), start)
    if not lead:
        return None
    near = [body for body in bodies(words, max(0, start - 110), lead.start()) if lead.start() - body.end <= 30]
    return near[-1].start if near else None


def _lent(words: Wording, forms: list[Form]) -> Iterator[Form]:
    """`Cờ thi đua, Bằng khen của Chủ tịch UBND tỉnh`: the giver of the second is the first's too."""
    for form, after in zip(forms, [*forms[1:], None], strict=False):
        between = words.text[form.end : after.start].strip() if after else "?"
        flags = {
            "province_certificate": "province_flag",
            "ministry_certificate": "ministry_flag",
            "enterprise_certificate": "enterprise_flag",
        }
        if not form.code and after and between in (",", "va", "hoac") and words.text.startswith("co ", form.start):
            yield Form(flags.get(after.code, ""), after.owner, form.start, form.end, sure=False)
        else:
            yield form
