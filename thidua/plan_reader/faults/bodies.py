"""Bodies that no longer exist on the plan's own day."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator

from thidua.law import Body, LawBook, open_book
from thidua.plan_reader.faults.fault import Fault, Place, Plan, low
from thidua.plan_reader.phrases.actors import bodies
from thidua.plan_reader.phrases.papers import places
from thidua.plan_reader.phrases.wording import Wording, wording
from thidua.plan_reader.reading import Fact

_HEADS = (
    r"(?:(?:chủ tịch\s+)?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+|đảng bộ\s+|cơ quan\s+)?(?:các\s+|cấp\s+)*"
)
_OTHERS = ("thành phố", "xã", "phường", "đặc khu", "thôn", "tổ dân phố", "tỉnh")
# The plan itself tells that the body is gone, or means something else by the word.
_TOLD = re.compile(
    r"trước đây|nguyên (?:là|bí thư|chủ tịch|cán bộ|lãnh đạo)|sáp nhập|sắp xếp|giải thể|không tổ chức|không còn|"
    r"kết thúc hoạt động|kể từ|chuyển giao|đường (?:huyện|quận)|lịch sử"
)
_OLD = re.compile(r"[^,;.]{0,40}\((?:cũ|trước đây)|[^,;.]{0,25}\scũ(?!\w)|\s+(?:tiêu biểu|lộ|đội)(?!\w)")
_MOST = 20  # mentions looked at in one paragraph
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def find_bodies(plan: Plan) -> Iterator[Fault]:
    """Each wording in a plan signed after the body's last day; in an older or undated plan one note for each body."""
    book = open_book()
    seen: set[str] = set()
    for body, at, span in _found(plan, book):
        past = plan.day is not None and plan.day > body.until
        found = plan.fault("ended_body", "error" if past else "note", at, span=span, says=_says(plan, body, past=past))
        key = low(found.quote).strip(" ;,.") if past else body.key
        if key not in seen:
            seen.add(key)
            yield found


def _found(plan: Plan, book: LawBook) -> Iterator[tuple[Body, Place | Fact, tuple[int, int] | None]]:
    for place in plan.places:
        for body, start, end in _mentions(place, book):
            yield body, place, (start, end)
    for fact in plan.reading.of("recipients"):
        for body, _, _ in _named(low(str(fact.values["text"])), book)[:1]:
            yield body, fact, None


def _says(plan: Plan, body: Body, *, past: bool) -> tuple[str, str]:
    """What is wrong and what to do: judged by the plan's date, or told for later use."""
    gone = body.until + dt.timedelta(days=1)
    since = f"{gone.day:02}/{gone.month}/{gone.year}"
    if past:
        message = f"Kế hoạch nhắc đến {body.name}, không còn tổ chức từ ngày {since} ({body.cite})."
        return message, f"Thay bằng nơi tiếp nhận: {body.successor}."
    when = "ban hành trước ngày đó" if plan.day else "không ghi ngày ban hành"
    message = f"Từ ngày {since} không còn {body.name} ({body.cite}); kế hoạch này {when}."
    return message, f"Khi thực hiện sau ngày {since}, giao việc cho nơi tiếp nhận: {body.successor}."


def _mentions(place: Place, book: LawBook) -> Iterator[tuple[Body, int, int]]:
    """Where a paragraph speaks of such a body as one that acts, not in a title or of its past."""
    text = place.low
    named = _named(text, book)
    if not named:
        return
    words = wording(place.passage)
    cited = [(words.at[start], words.at[end - 1]) for start, end in places(words)]
    cited += [hit.span() for hit in _QUOTED.finditer(place.text)]
    for body, start, end in named[:_MOST]:
        start, end = _whole(words, start, end)
        sentence = text[max(0, start - 300) : start].rpartition(".")[2] + text[start : end + 300].partition(".")[0]
        if not _TOLD.search(sentence) and not any(first <= start <= last for first, last in cited):
            yield body, start, end


def _whole(words: Wording, start: int, end: int) -> tuple[int, int]:
    """The name that the unit stands in (`Phòng Nội vụ huyện …`), unless that is a long list."""
    first = bisect_left(words.at, start - 80)
    first = words.text.rfind(" ", 0, first) + 1
    for body in bodies(words, first, bisect_left(words.at, end + 80)):
        name = words.at[body.start], words.at[body.end - 1] + 1
        if name[0] <= start and end <= name[1] and name[1] - name[0] <= 80:
            return name
    return start, end


def _named(text: str, book: LawBook) -> list[tuple[Body, int, int]]:
    """Lists of unit words in which one stands for a body that has ended."""
    ended = {word: body for body in book.bodies for word in body.words if body.standing != "unknown"}
    one = "(?:" + "|".join(sorted(map(re.escape, (*ended, *_OTHERS)), key=len, reverse=True)) + r")(?!\w)"
    pattern = re.compile(rf"(?<!\w){_HEADS}{one}(?:\s*(?:,|và|hoặc|/)\s*(?:các\s+)?{one})*")
    found = []
    for hit in pattern.finditer(text):
        body = next((body for word, body in ended.items() if re.search(rf"(?<!\w){word}(?!\w)", hit[0])), None)
        if body and not _OLD.match(text, hit.end()):
            found.append((body, *hit.span()))
    return found
