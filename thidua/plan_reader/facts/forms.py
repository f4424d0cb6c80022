"""What is given: the forms of award that a text names, by their codes, and who gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from thidua.plan_reader.facts.actors import bodies, body_at
from thidua.plan_reader.facts.wording import Wording

_PEOPLE = r"(?:uy ban nhan dan|ubnd|ub nhan dan)"
_CHAIR = rf"(?:(?:dong chi )?chu tich )?{_PEOPLE} (?:cac )?(?:cap )?"
_BOTH = r"(?:cap )?(?:bo|ministry)(?:, ban)?(?:, nganh)?(?:, doan the)?(?: trung uong)?(?:,| va| hoac|/)(?: cap)? ?(?:tinh|thanh pho|dia phuong)"
_FIRM = (
    r"(?:chu tich )?(?:hoi dong (?:thanh vien|quan tri)|hdtv|hdqt)|tong giam doc|tong cong ty|tap doan|cong ty|doanh nghiep|xi nghiep|nha may|"
    r"giam doc (?:cac )?(?:cong ty|doanh nghiep|xi nghiep|nha may|chi nhanh|tong cong ty)|chu doanh nghiep|ban tong giam doc"
)
_CHIEF = (
    r"(?:cac )?(?:hieu truong|giam doc|thu truong|cuc truong|chi cuc truong|vien truong|tong cuc truong|vu truong|truong (?:ban|phong|khoa)|"
    r"nguoi dung dau|chanh van phong|nha truong|truong|so|phong|ban|co quan|don vi|cuc|chi cuc|benh vien|vien|trung tam|chi huy|thuong truc|"
    r"ban chap hanh|ban thuong vu|dang uy|bi thu|chanh an|tong bien tap|chu nhiem|cong an|bo chi huy|uy ban mat tran|mat tran|lien doan|doan)"
)
_MINISTER = r"(?:bo truong|bo|cac bo|thu truong co quan ngang bo|thong doc|tong thanh tra|chanh an toa an nhan dan toi cao|ban, bo, nganh|bo, nganh|bo, ban|nganh)"
_DISTRICTS, _COMMUNES = r"(?:huyen|quan|thi xa)", r"(?:xa|phuong|thi tran|dac khu)"

# For each award the giver's words, the first that fits; the giver is asked right behind `của` or `cấp`.
_GIVERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "co": (
        ("government_flag", r"chinh phu"),
        ("ministry_or_province_flag", _BOTH),
        ("enterprise_flag", _FIRM),
        ("province_flag", rf"(?:{_CHAIR})?(?:cap )?(?:tinh|thanh pho)"),
        ("ministry_flag", rf"(?:cap )?{_MINISTER}"),
    ),
    "bang khen": (
        ("pm_certificate", r"thu tuong"),
        ("ministry_or_province_certificate", _BOTH),
        ("enterprise_certificate", _FIRM),
        ("province_certificate", rf"(?:{_CHAIR})?(?:cap )?(?:tinh|thanh pho)"),
        ("ministry_certificate", rf"(?:cap )?{_MINISTER}"),
    ),
    "giay khen": (
        ("commune_certificate", rf"(?:{_CHAIR})?(?:cap )?{_COMMUNES}"),
        ("district_certificate", rf"(?:{_CHAIR})?(?:cap )?(?:{_DISTRICTS}|thanh pho)"),
        ("enterprise_certificate", _FIRM),
        ("unit_certificate", _CHIEF),
    ),
}  # fmt: skip
_ASKED = {
    award: tuple((code, re.compile(rf"(?:{giver})(?!\w)")) for code, giver in rows) for award, rows in _GIVERS.items()
}
_AWARD = re.compile(
    r"(?<!\w)(?:(?P<state>khen thuong (?:cap |cua )?nha nuoc|hinh thuc khen thuong cap nha nuoc|danh hieu vinh du nha nuoc)|"
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
    bare = re.compile(rf"(?:chu tich )?{_PEOPLE}(?!\w)").match(words.text, at)
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
