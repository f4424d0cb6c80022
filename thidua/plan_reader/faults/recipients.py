"""Bodies that the plan gives duties to and Nơi nhận leaves out. In doubt a line covers a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from thidua.plan_reader.faults.fault import Fault, Plan, low
from thidua.plan_reader.reading import Fact
from thidua.viet.text import fold

_SHORT = (
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"), ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("mttq", "mặt trận tổ quốc"), ("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"),
    ("tđkt", "thi đua khen thưởng"), ("tđ-kt", "thi đua khen thưởng"), ("bch", "ban chỉ huy"), ("qs", "quân sự"),
    ("vp", "văn phòng"), ("ct-xh", "chính trị xã hội"), ("lđlđ", "liên đoàn lao động"), ("ccb", "cựu chiến binh"),
    ("lhpn", "liên hiệp phụ nữ"),
)  # fmt: skip
_ONE = re.compile(
    r"(?:phòng|sở|ban|văn phòng|trung tâm|công an|cục|chi cục|thanh tra|bộ chỉ huy|báo|đài|kho bạc|công đoàn|đoàn|hội|"
    r"liên đoàn|ủy ban mặt trận|mặt trận|"
    r"trạm|thuế|bảo hiểm|ngân hàng|viện|khoa)(?!\w)"
)
_COUNCIL = re.compile(r"hội đồng|ban chỉ đạo|ban tổ chức|tổ (?:giúp việc|thư ký)|cụm|khối|ban giám|hội nghị")
_MANY = re.compile(r"(?<!\w)(?:các|những|toàn thể|mọi)(?!\w)")
_UNIVERSAL = re.compile(
    r"như (?:trên|điều|mục|kính gửi)|nêu tại|tại mục|có tên|theo danh sách|niêm yết|bảng tin|toàn (?:thể|bộ)|các "
    r"(?:tập thể|thành viên)"
)
_FRONT = re.compile(r"mặt trận|đoàn thể|tổ chức chính trị|chính trị xã hội|ct-xh|các hội|cơ quan, đơn vị|các tổ chức")
_MASS = re.compile(r"đoàn thể|tổ chức|mặt trận|ct-xh|các hội")
_FIRMS = re.compile(
    r"doanh nghiệp|công ty|hợp tác xã|cơ sở sản xuất|hiệp hội|khối thi đua|cụm|cổng|trang thông tin|website|các tổ "
    r"chức|đơn vị"
)
_GROUP_KINDS = "sở|phòng|ban|ngành|cơ quan|đơn vị|bộ phận"
_GROUP = re.compile(
    rf"(?<!\w)(?:các|những|toàn thể|thủ trưởng|trưởng|lãnh đạo)(?: các)? (?:[^\W\d]+(?: [^\W\d]+)?, "
    rf")*(?:{_GROUP_KINDS})(?!\w)"
)
_NEARLY = 0.9  # share of a name's letters that a line must have in order


@dataclass(frozen=True, slots=True)
class Line:
    """A line of Nơi nhận, its short forms spelt out."""

    full: str
    letters: frozenset[str]


def find_recipients(plan: Plan) -> Iterator[Fault]:
    """Each single body once, and firms as a group; councils and wide groups are left alone."""
    lines = [_line(str(fact.values["text"])) for fact in plan.reading.of("recipients")]
    if not lines or any(_UNIVERSAL.search(line.full) for line in lines):
        return
    told: set[str] = set()
    for fact in (*plan.reading.of("duties"), *plan.reading.of("obligations")):
        for name in _bodies(plan, fact):
            key = _key(name)
            if key in told or fact.confidence < 0.6:
                continue
            told.add(key)
            if not _covered(plan, name, lines):
                yield _fault(plan, fact, name)


def _fault(plan: Plan, fact: Fact, name: str) -> Fault:
    """The fault where the plan first names the body, else where it gives the duty."""
    at = next(((place, place.low.find(name)) for place in plan.places if name in place.low), None)
    words = at[0].text[at[1] : at[1] + len(name)] if at else str(fact.values["actor"])
    says = (
        f"{words[:1].upper()}{words[1:]} được giao việc nhưng không có trong Nơi nhận.",
        "Thêm vào Nơi nhận, để nơi được giao việc nhận được kế hoạch.",
    )
    if at is None:
        return plan.fault("missing_recipient", "warning", fact, says=says)
    return plan.fault("missing_recipient", "warning", at[0], span=(at[1], at[1] + len(name)), says=says)


def _bodies(plan: Plan, fact: Fact) -> Iterator[str]:
    """The single bodies that a duty names as its actor; the Front where it leads a list."""
    actor = plan.low_words(fact.values.get("actor"))
    front = re.match(
        r"(?:ủy ban |ban thường trực ủy ban )?mặt trận tổ quốc(?: việt nam)?(?: (?:tỉnh|thành phố|xã|phường))?", actor
    )
    if front:
        yield front[0]
    elif actor.startswith(("các doanh nghiệp", "doanh nghiệp")):
        yield "các doanh nghiệp"
    elif _ONE.match(actor) and not _COUNCIL.search(actor) and not _MANY.search(actor) and not _above(plan, actor):
        yield from re.split(r",\s*(?=" + _ONE.pattern + ")", actor)


def _above(plan: Plan, actor: str) -> bool:
    return plan.level == "commune" and actor.startswith(("sở", "ban quản lý khu", "bộ"))


def _key(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(re.sub(r" (?:tỉnh|thành phố|xã|phường|huyện)\Z", "", name))).split())


def _line(text: str) -> Line:
    words = low(" ".join(text.split()))
    letters = frozenset(re.sub(r"[^\w]", "", token) for token in re.split(r"[\s,;:./()]+", words))
    full = words
    for short, long in _SHORT:
        full = re.sub(rf"(?<!\w){short}(?!\w)", long, full)
    return Line(re.sub(r"\s*[-–—]\s*", " ", full), letters)


def _covered(plan: Plan, name: str, lines: list[Line]) -> bool:
    if name == "các doanh nghiệp":
        return plan.level in ("enterprise", "agency") or any(_FIRMS.search(line.full) for line in lines)
    plain = re.sub(r"\s*[-–—]\s*", " ", name)
    core = re.sub(
        r" (?:tỉnh|thành phố|xã|phường|huyện|thị xã|đặc khu|nhà trường|trường|công ty|cơ quan|tổng công ty)(?! "
        r"hội)(?: .*)?\Z",
        "",
        plain,
    )
    if any(core in line.full or _content(core) in line.full or _nearly(core, line.full) for line in lines):
        return True
    if any(_initials(core) & line.letters for line in lines):
        return True
    return any(_group_covers(name, line.full) for line in lines)


def _nearly(core: str, line: str) -> bool:
    """Whether the line holds the name but for a mark or a letter misread."""
    plain, other = fold(core), fold(line)[:200]
    blocks = SequenceMatcher(None, plain, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 2) >= _NEARLY * len(plain)


def _content(core: str) -> str:
    """What the body is about: `văn hóa xã hội` of a `phòng`, where that is two words or more."""
    words = core.split()
    rest = words[2:] if core.startswith(("văn phòng", "trung tâm", "công an", "chi cục")) else words[1:]
    return " ".join(rest) if len(rest) >= 2 else core


def _initials(core: str) -> frozenset[str]:
    """The letters by which a line may name it: `vhxh`, `khcn`, `pvhxh`."""
    words = [word for word in re.findall(r"\w+", core) if word != "và"]
    if len(words) < 3:
        return frozenset(
            ["".join(word[0] for word in words), "".join(word[0] for word in words[1:])] if len(words) == 2 else ()
        ) - {"v", "a", ""}
    joined = "".join(word[0] for word in words)
    return frozenset((joined, joined[1:], joined[2:] if len(joined) > 3 else joined))


def _group_covers(name: str, line: str) -> bool:
    if "mặt trận" in name:
        return bool(_FRONT.search(line))
    if name.startswith(("đoàn", "hội", "liên đoàn", "công đoàn")):
        return bool(_MASS.search(line) or _GROUP.search(line))
    if name.startswith(("báo", "đài")):
        return bool(re.search(r"báo|đài|truyền thông|thông tấn", line) or _GROUP.search(line))
    kind = name.split(" ")[0]
    return bool(_GROUP.search(line)) or f"các {kind} " in f"{line} " or f"các {kind}," in line
