"""Names of bodies and places: what they begin with, which place they hold, how they are written out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from thidua.plan_reader.layout import UPPER, is_capitals
from thidua.viet.text import fold

_PLACE_WORDS = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố", "tp.": "thành phố", "huyen": "huyện", "quan": "quận",
    "thi xa": "thị xã", "xa": "xã", "phuong": "phường", "thi tran": "thị trấn", "dac khu": "đặc khu",
    "thanh": "thành phố", "thi": "thị xã",
}  # fmt: skip
LEVELS = {
    "tỉnh": "province", "thành phố": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_PROPER = rf"(?:[{UPPER}][\w’']*(?:(?:\s+|\s?[-–]\s?)[{UPPER}][\w’']*){{0,4}}|\d{{1,2}}(?!\d))"
_WORD = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|(?<!tác )xã(?! hội)|phường|thị trấn|đặc khu)"
_PLACE = re.compile(
    rf"(?<!\w)(?:(?P<word>(?i:{_WORD}))|(?P<party>(?i:tỉnh|thành|huyện|quận|thị))\s(?i:[uủ][yỷ]|đoàn))\s+(?P<name>{_PROPER})"
)
_LAST_WORD = re.compile(rf"(?<!\w)({fold(_WORD)})(?:\s+(\w[^,;.:]{{0,40}}))?\W*$")
_ARMY = re.compile(r"\bquân\b", re.IGNORECASE)  # folded it is the word for an urban district
_OVER = re.compile(r"\s(?:giai doan|nam|trong|va|den|lan|thu|nhiem ky|dot|quy|thang|chao mung|huong toi|cho|cua)\b")
_SHORT = (
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"), (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"),
    (re.compile(r"\bUB\s?MTTQ\s?(?:VN|Việt Nam|VIỆT NAM)?"), "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    (re.compile(r"\bGD\s?(?:&|VÀ|và)\s?ĐT\b"), "Giáo dục và Đào tạo"), (re.compile(r"\bTHPT\b"), "THPT"),
)  # fmt: skip
_BODY_HEADS = (
    "ủy ban", "UBND", "UBMTTQ", "UB MTTQ", "HĐND", "hội đồng", "bộ", "sở", "tỉnh ủy", "tỉnh đoàn", "thành ủy",
    "thành đoàn", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy", "đảng bộ", "chi bộ", "ban", "phòng", "trường",
    "công ty", "tổng công ty", "tập đoàn", "cục", "tổng cục", "chi cục", "vụ", "viện", "bệnh viện", "trung tâm",
    "công đoàn", "liên đoàn", "tổng liên đoàn", "hội", "đoàn", "mặt trận", "tòa án", "ngân hàng", "công an", "quân khu",
    "đại học", "học viện", "văn phòng", "thanh tra", "kho bạc", "bảo hiểm", "chi nhánh", "xí nghiệp", "nhà máy",
    "hợp tác xã", "đài", "báo", "thủ tướng", "chính phủ", "trạm", "cụm", "khối", "quỹ", "doanh nghiệp", "viện kiểm sát",
    "trung đoàn", "sư đoàn", "lữ đoàn", "tiểu đoàn", "đồn biên phòng",
    "nông trường", "lâm trường", "liên minh", "liên hiệp", "kiểm toán", "thông tấn xã",
)  # fmt: skip
_HEADS = {fold(head): head for head in _BODY_HEADS}
BODY_HEAD = re.compile("(?:" + "|".join(sorted(_HEADS, key=len, reverse=True)) + r")\b")
_COMMITTEE = re.compile(r"\w{1,4} ban nhan dan\b")  # however its first letters were read
_USUAL = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Mặt trận Tổ quốc Việt Nam", "Thi đua - Khen thưởng", "Giáo dục và Đào tạo",
    "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch", "Nông nghiệp và Môi trường", "Việt Nam", "Ban Thường trực",
    "Ban Thường vụ", "Ban Chấp hành", "Hồ Chí Minh", "THPT", "THCS", "TNHH", "MTV", "TNCS", "Thương mại Cổ phần",
)  # fmt: skip
_UNFINISHED = re.compile(
    r"(?:uy ban|hoi dong|ban chap hanh|ban thuong vu|cong ty|tong cong ty|co phan|tnhh|mtv|thanh vien|tap doan"
    r"|ban chi dao|ban to chuc|va|cua|,|-|bo chi huy|uy ban mat tran|ban quan ly)$"
)
_CENTRAL = re.compile(
    r"(?:bo (?!chi huy|doi|phan|mon|tu lenh)|chinh phu|thu tuong|trung uong|tong lien doan"
    r"|ban (?:chap hanh|bi thu|to chuc|tuyen giao\S*|noi chinh) trung uong"
    r"|ngan hang nha nuoc viet nam$|thanh tra chinh phu|van phong (?:chinh phu|quoc hoi|chu tich nuoc)"
    r"|uy ban (?:dan toc|trung uong)"
    r"|hoi dong thi dua\W+khen thuong trung uong|kiem toan nha nuoc|bao hiem xa hoi viet nam"
    r"|toa an nhan dan toi cao|tong cuc|quoc hoi)"
)
_ENTERPRISE = re.compile(
    r"(?:tong cong ty|cong ty|tap doan|xi nghiep|nha may|hop tac xa|doanh nghiep"
    r"|ngan hang (?!nha nuoc|chinh sach)|nong truong|lam truong)"
)
_OF_A_PLACE = re.compile(
    r"(?:uy ban (?:nhan dan|mat tran)|hoi dong|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo"
    r"|ban (?:thuong vu|chap hanh|chi dao)|tinh doan|thanh doan|huyen doan)"
)


def places_in(text: str) -> Iterable[tuple[str, str, int, int]]:
    """Named places: level word, name, and where they stand. In capitals a name ends before the next phrase."""
    for found in _PLACE.finditer(text):
        word = _PLACE_WORDS[fold(found["word"] or found["party"])]
        name = " ".join(found["name"].split())
        if is_capitals(found[0]) and len(name) > 3:
            over = _OVER.search(fold(name))
            name = titled(name[: over.start()] if over else name)
        yield word, name, found.start(), found.start("name") + len(name)


def level_word(text: str) -> str:
    """The level word a body's name ends in, with or without the place's name: `Ủy ban nhân dân xã`."""
    found = _LAST_WORD.search(fold(_ARMY.sub("....", text)))
    return _PLACE_WORDS[found[1]] if found and (not found[2] or text[found.start(2)].isupper()) else ""


def begins_body(text: str) -> bool:
    """Whether words begin the name of a body."""
    folded = squeezed(text)
    return bool(BODY_HEAD.match(folded) or _COMMITTEE.match(folded))


def squeezed(text: str) -> str:
    """Folded words without doubled letters, which only a misreading makes: `ĐÁẢNG` is `dang`."""
    return re.sub(r"([a-z])\1+", r"\1", fold(text))


def is_unfinished(text: str) -> bool:
    """Whether a name must go on in the next line."""
    return bool(_UNFINISHED.search(fold(text).strip()))


def sort_of_body(name: str) -> str:
    """`place` for a body that governs a place, `central`, `enterprise`, else `agency`."""
    folded = fold(name)
    if _CENTRAL.match(folded):
        return "central"
    if _ENTERPRISE.match(folded):
        return "enterprise"
    if _OF_A_PLACE.match(folded):
        return "place"
    return "agency"


def written_out(name: str) -> str:
    """A name without short forms of governing bodies."""
    for short, whole in _SHORT:
        name = short.sub(whole, name)
    name = " ".join(name.split())
    misread = _COMMITTEE.match(fold(name))
    if misread:
        whole = "ỦY BAN NHÂN DÂN" if is_capitals(name) else "Ủy ban nhân dân"
        name = whole + name[misread.end() :]
    return name


def _usual(name: str) -> str:
    """A body's name with the words that are always written one way in that way."""
    for words in _USUAL:
        at = fold(name).find(fold(words))
        if at >= 0:
            name = name[:at] + words + name[at + len(words) :]
    return name


def titled(name: str) -> str:
    """A proper name from capitals: `THANH HÓA` is `Thanh Hóa`."""
    return re.sub(r"[^\W\d_]+", lambda found: found[0][0].upper() + found[0][1:].lower(), name)


def cased(name: str) -> str:
    """The usual spelling of a body's name printed in capitals, where the text never writes it out."""
    if not is_capitals(name):
        return name
    head = BODY_HEAD.match(fold(name))
    cut = head.end() if head else 1
    rest = name[cut:].lower()
    rest = re.sub(r"^(\s+)(\w)", lambda found: found[1] + found[2].upper(), rest)
    place = re.search(rf"(?<!\w)({fold(_WORD)})\s+(?=\S)", fold(name[cut:]))
    if place:
        rest = f"{rest[: place.start()]}{_PLACE_WORDS[place[1]]} {titled(name[cut + place.end() :])}"
    return _usual(name[:1].upper() + name[1:cut].lower() + rest)


def well_headed(name: str) -> str:
    """A name whose first words, that every body's name begins with, are spelt as they always are."""
    head = BODY_HEAD.match(squeezed(name))
    if not head:
        return name
    words = _HEADS[head[0]]
    kept = name.split()[len(words.split()) :]
    return " ".join([words[0].upper() + words[1:], *kept])
