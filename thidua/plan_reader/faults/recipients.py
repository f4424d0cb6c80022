"""Bodies that the plan gives duties to and Nơi nhận leaves out. In doubt a line covers a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from thidua.plan_reader.faults.fault import Fault, Plan, Severity, low
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
# Asked of lines without marks, as OCR loses them.
_UNIVERSAL = re.compile(
    fold(
        r"như (?:trên|điều|mục|kính)|nêu tại|tại mục|có tên|theo danh sách|niêm yết|bảng tin|toàn (?:thể|bộ)|"
        r"các (?:tập thể|thành viên)"
    )
)
_FRONT = re.compile(
    fold(r"mặt trận|đoàn thể|tổ chức chính trị|chính trị xã hội|ct-xh|các hội|cơ quan, đơn vị|các tổ chức")
)
_MASS = re.compile(fold(r"đoàn thể|tổ chức|mặt trận|ct-xh|các hội"))
_FIRMS = re.compile(
    fold(
        r"doanh nghiệp|công ty|hợp tác xã|cơ sở sản xuất|hiệp hội|khối thi đua|cụm|cổng|trang thông tin|website|"
        r"các tổ chức|đơn vị"
    )
)
_PRESS = re.compile(fold(r"báo|đài|truyền thông|thông tấn"))
_GROUP = re.compile(
    r"\b(?:cac|nhung|toan the|thu truong|truong|lanh dao)(?: cac)? (?:[a-z]+(?: [a-z]+)?, )*"
    r"(?:so|phong|ban|nganh|co quan|don vi|bo phan)\b"
)
_LEVEL = re.compile(
    r" (?:tỉnh|thành phố|xã|phường|huyện|thị xã|đặc khu|nhà trường|trường|công ty|cơ quan|tổng công ty)(?! hội)"
    r"(?: .*)?\Z"
)
_NEARLY = 0.9  # share of a name's letters that a line must have in order


@dataclass(frozen=True, slots=True)
class Line:
    """A line of Nơi nhận without marks: its short forms spelt out, and its words as letters."""

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
    severity: Severity = "note" if plan.scanned else "warning"  # OCR may have lost the line
    if at is None:
        return plan.fault("missing_recipient", severity, fact, says=says)
    return plan.fault("missing_recipient", severity, at[0], span=(at[1], at[1] + len(name)), says=says)


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
        for name in re.split(r"(?:,\s*|\s+và\s+)(?=" + _ONE.pattern + ")", actor):
            yield name.split(",")[0]


def _above(plan: Plan, actor: str) -> bool:
    return plan.level == "commune" and actor.startswith(("sở", "ban quản lý khu", "bộ"))


def _key(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(re.sub(r" (?:tỉnh|thành phố|xã|phường|huyện)\Z", "", name))).split())


def _line(text: str) -> Line:
    words = low(" ".join(text.split()))
    letters = frozenset(re.sub(r"\W", "", fold(token)) for token in re.split(r"[\s,;:./()]+", words))
    for short, long in _SHORT:
        words = re.sub(rf"(?<!\w){short}(?!\w)", long, words)
    return Line(fold(re.sub(r"\s*[-–—]\s*", " ", words)), letters)


def _covered(plan: Plan, name: str, lines: list[Line]) -> bool:
    if name == "các doanh nghiệp":
        return plan.level in ("enterprise", "agency") or any(_FIRMS.search(line.full) for line in lines)
    core = fold(_LEVEL.sub("", re.sub(r"\s*[-–—]\s*", " ", name)))
    if any(core in line.full or _content(core) in line.full or _nearly(core, line.full) for line in lines):
        return True
    letters = _initials(core)
    return any(letters & line.letters or _group_covers(core, line.full) for line in lines)


def _nearly(core: str, line: str) -> bool:
    """Whether the line holds the name but for a mark or a letter misread."""
    blocks = SequenceMatcher(None, core, line[:200], autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 2) >= _NEARLY * len(core)


def _content(core: str) -> str:
    """What the body is about: `văn hóa xã hội` of a `phòng`, where that is two words or more."""
    words = core.split()
    rest = words[2:] if core.startswith(("van phong", "trung tam", "cong an", "chi cuc")) else words[1:]
    return " ".join(rest) if len(rest) >= 2 else core


def _initials(core: str) -> frozenset[str]:
    """The letters by which a line may name it: `vhxh`, `khcn`, `pvhxh`."""
    words = [word for word in re.findall(r"\w+", core) if word != "va"]
    joined = "".join(word[0] for word in words)
    return frozenset(letters for letters in (joined, joined[1:], joined[2:]) if len(letters) > 1)


def _group_covers(core: str, line: str) -> bool:
    if "mat tran" in core:
        return bool(_FRONT.search(line))
    if core.startswith(("doan", "hoi", "lien doan", "cong doan")):
        return bool(_MASS.search(line) or _GROUP.search(line))
    if core.startswith(("bao ", "dai ")):
        return bool(_PRESS.search(line) or _GROUP.search(line))
    kind = core.split(" ")[0]
    return bool(_GROUP.search(line)) or f"cac {kind} " in f"{line} " or f"cac {kind}," in line
