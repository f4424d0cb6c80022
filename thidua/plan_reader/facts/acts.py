"""Kinds of duty: the words by which each is known, and the surroundings in which those words order nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.plan_reader.facts.wording import Wording

_PLAN = r"(?:(?:,|va|hoac|cac|cu the|chi tiet|noi dung|trien khai|ban hanh|to chuc|thuc hien|chuong trinh|hoan thien|ky|du thao|trinh|bo sung|xay dung) ?)*"
_SET = r"(?:(?:,|va|hoac|cac|bo|ban hanh|hoan thien|trien khai|sua doi|bo sung|xay dung|ap dung|cu the hoa|cac noi dung|noi dung|quy dinh|khung|he thong|ke hoach|ve) ?)*"
_NOT_PLAN = r"(?! nay| cham| kiem tra| giam sat| hoach dinh| von| thanh tra)"

_CUES: tuple[tuple[str, str], ...] = (
    ("self_assessment", r"tu (?:danh gia|cham diem|kiem tra|cham|xep loai|ra soat)(?:,? (?:va )?(?:cham diem|xep loai|danh gia|xep hang))*"),
    ("register", r"dang ky(?! (?:kinh doanh|doanh nghiep|su dung|quyen|ket hon|so huu|bao ho|cu tru|khai sinh))|ky (?:ket )?giao uoc(?: thi dua)?"),
    ("issue_plan", rf"(?:xay dung|ban hanh|lap|cu the hoa|soan thao) ?{_PLAN}ke hoach{_NOT_PLAN}|co ke hoach(?= to chuc| trien khai| cu the| thuc hien)"),
    ("criteria_set", rf"(?:xay dung|hoan thien|ban hanh|sua doi|bo sung|cu the hoa|trien khai|quy dinh|ra soat) ?{_SET}(?:bo )?(?:tieu chi|chi so|bang (?:cham )?diem|thang diem|phieu (?:tu )?(?:danh gia|cham diem))"
     r"(?! cham diem hang nam doi voi)"),
    ("cluster_scoring", r"cham diem|xep hang|la tieu chi (?:cham diem|thi dua|danh gia|xet|binh xet)|(?:dua|bo sung) (?:ket qua|noi dung|viec)[^.;]{0,90} vao[^.;]{0,30}"
     r"(?:cham diem|thang diem|tieu chi|bang diem)[^.;]{0,40}(?:cum|khoi|nam|thi dua)|cham diem thi dua|tinh diem thi dua|danh gia, xep loai"),
    ("appraisal", r"tham dinh|(?:tiep nhan|tong hop|nhan|xet duyet|tham tra)(?:, tong hop|, tham dinh|, xet)? (?:ho so|danh sach)|"
     r"lua chon[^.;]{0,170}?(?:trinh|de nghi|de xuat)|(?:xet|binh xet|xet chon|de xuat|trinh|de nghi|suy ton|gioi thieu|binh chon|xet duyet)(?:(?!tham dinh|tiep nhan|trinh )[^.;]){0,110}?(?:khen thuong|bieu duong|tang thuong|"
     r"tang (?:bang|giay|co))|gui ho so|nop ho so|lap ho so|hoan (?:thien|thanh) ho so|binh xet|(?:xet|xet de nghi) khen|"
     r"tham muu[^.;,]{0,60}(?:xet|de xuat|quyet dinh|de nghi)[^.;,]{0,20}khen thuong|tham muu (?:viec |cong tac )?khen thuong"),
    ("guidance", r"ban hanh (?:cac )?(?:van ban )?huong dan|huong dan(?! so| vien)|giai dap|tap huan"),
    ("inspection", r"(?:kiem tra|giam sat|don doc|phuc tra|thanh tra)(?! (?:phong|huyen|tinh|so|bo|chinh|ho so))|theo doi,? don doc|theo doi,? (?:danh gia|kiem tra)"),
    ("interim_review", r"so ket|danh gia giua (?:ky|giai doan)"),
    ("final_review", r"tong ket(?! (?:nam hoc|chuyen de))"),
    ("annual_report", r"bao cao|thong tin hai chieu"),
    ("publicity", r"tuyen truyen|truyen thong|dua tin|dang tai|chuyen (?:trang|muc)|pho bien|van dong|quan triet|phat thanh|viet bai|quang ba|neu guong dien hinh|phat (?:ban )?tin|"
     r"gioi thieu[^.;,]{0,60}(?:tren (?:trang|he thong|song|bao|cac phuong|mang)|moi tuan|hang tuan|moi thang)|tin bai|mo chuyen"),
    ("other", r"phan cong (?:ro |cu the )?(?:trach nhiem|nhiem vu)"),
)  # fmt: skip
_ACTS = tuple((kind, re.compile(rf"(?<!\w)(?:{cue})(?!\w)")) for kind, cue in _CUES)

# Directly before a cue these make a thing of it, or something that others do.
_THING = re.compile(
    r"(?<!\w)(?:việc|kết quả|theo|căn cứ|văn bản|công tác|trong|khi|sau|hồ sơ|quy trình|thời gian|vai trò|tiêu chuẩn|thể lệ|phiếu|của|"
    r"cơ sở|nội dung|kỳ|nguồn|chế độ|khen thưởng|chức năng|trách nhiệm|được|tinh thần|chuyên đề|lễ|đợt|phương pháp|từ|đối với|số liệu|"
    r"tại|nhiệm vụ|nhu cầu|về|chất lượng|mức|quy|chương|quá|công|lộ|ngày|thời hạn|tiêu chí|bảng|thang|bộ|tổ|kèm|mẫu|biểu|kinh phí|cách|"
    r"thủ tục|tài liệu|kỹ năng|phục vụ|hoạt động|lãnh đạo, chỉ đạo,|chỉ đạo, lãnh đạo,|hội đồng|chủ trương|chỉ tiêu|hình thức|hệ thống) "
    r"(?:sơ kết,? (?:và )?)?\Z"
)
# These are ordered even so: `đẩy mạnh công tác tuyên truyền`.
_WORK = re.compile(r"(?<!\w)(?:công tác|việc|nội dung|hình thức|hoạt động) \Z")
# A purpose, a ground and a setting tell what for and when, never what to do.
_SETTINGS = re.compile(
    r"(?<!\w)(?:de(?! nghi| xuat)|nham|lam can cu|lam co so|phuc vu|lam mot trong|trong qua trinh|gop phan)(?!\w)[^;.]*?"
    r"(?=[;.]|\Z|, dong thoi|, gui |, dinh ky|, bao cao ket qua|, hoan thanh|\(hoan thanh)"
)
_GROUNDS = re.compile(
    r"(?<!\w)(?:tren co so|can cu(?: vao)?|theo(?! doi)|khi|neu)(?!\w)[^;.,]*?"
    r"(?:,|(?=[;.]|\Z| va (?:bao cao|gui|tong hop|trinh|thuc hien|to chuc|cham|dang ky|xay dung|tu )))"
)
_COUNCIL = re.compile(r"(?:hoi dong|ban|phong|quy|luat|cong tac|ve) thi dua(?:,| -)? khen thuong")
# `Căn cứ … để xây dựng …`: here what follows `để` is the deed itself.
_GROUND_AND_DEED = re.compile(r"(?<!\w)can cu(?: vao)?(?!\w)[^;.]*?(?<!\w)de(?! nghi)(?!\w)")
_OTHERS = re.compile(r"\s(?:cac|viec cac) (?=\w)")
_BY_THE_GUIDE = re.compile(r"tham dinh|tiep nhan|trinh|tham muu|xet duyet|tuyen truyen|tong hop")
_BACK = re.compile(r";|, (?:dong thoi|chu tri|tham muu|tong hop|dinh ky|chiu)")


@dataclass(frozen=True, slots=True)
class Act:
    kind: str
    start: int
    end: int


def find_acts(words: Wording, start: int, end: int, *, since: int | None = None) -> list[Act]:
    """The acts that a stretch orders; words before `since`, where the deed begins, are a setting."""
    text = _without_settings(words, start, end, since)
    found: list[Act] = []
    for kind, cue in _ACTS:
        for hit in cue.finditer(text, start, end):
            before = words.printed[max(start, hit.start() - 40) : hit.start()]
            if not _THING.search(before) or (kind == "publicity" and _WORK.search(before)):
                found.append(Act(kind, hit.start(), hit.end()))
    return sorted(_settled(_own(text, found, end)), key=lambda act: act.start)


def _own(text: str, found: list[Act], end: int) -> list[Act]:
    """What the guided are to do is not the guide's: `hướng dẫn các đơn vị đăng ký thi đua`."""
    kept: list[Act] = []
    until = -1
    for act in sorted(found, key=lambda act: act.start):
        if (
            act.start < until
            and not _BY_THE_GUIDE.match(text, act.start)
            and act.kind not in ("guidance", "inspection", "self_assessment")
        ):
            continue
        kept.append(act)
        if act.kind == "guidance" or (act.kind == "inspection" and _OTHERS.match(text, act.end)):
            back = _BACK.search(text, act.end, end)
            until = max(until, back.start() if back else end)
    return kept


def _without_settings(words: Wording, start: int, end: int, since: int | None) -> str:
    text = list(words.text[:end])
    if since is not None:
        text[start:since] = "\x00" * (since - start)
    for pattern in (_COUNCIL, _GROUND_AND_DEED, _SETTINGS, _GROUNDS):
        for hit in pattern.finditer("".join(text), start, end):
            if not words.upper(hit.start()) or pattern is not _SETTINGS:
                text[hit.start() : hit.end()] = "\x00" * (hit.end() - hit.start())
    return "".join(text)


def _settled(found: list[Act]) -> Iterator[Act]:
    """One act a kind, the first; a cue inside another's words is not one of its own."""
    kept: list[Act] = []
    for act in found:
        inside = any(
            one.start <= act.start and act.end <= one.end and one.kind != act.kind for one in found if one is not act
        )
        if not inside and not any(one.kind == act.kind for one in kept):
            kept.append(act)
            yield act
