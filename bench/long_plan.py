"""An invented plan of twenty pages, drawn as a PDF, for measuring the reader."""

from __future__ import annotations

from pathlib import Path

import typst

_HEAD = """\
#set page(paper: "a4", margin: (left: 3cm, right: 1.5cm, y: 2cm), numbering: "1", number-align: top + center)
#set text(font: ("Tinos", "Liberation Serif", "Libertinus Serif"), size: 13.5pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true), leading: 0.55em)
#grid(columns: (1fr, 1.5fr), align: center, row-gutter: 0.8em,
  [ỦY BAN NHÂN DÂN\\ *TỈNH LAM SƠN*],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*\\ *Độc lập - Tự do - Hạnh phúc*],
  [Số: 214/KH-UBND], [_Lam Sơn, ngày 12 tháng 02 năm 2026_])
#align(center)[*KẾ HOẠCH*\\ *Triển khai Phong trào thi đua “Làng xanh, chợ sạch, trường đẹp” giai đoạn 2026 - 2030*]

Thực hiện Chỉ thị số 18/CT-TTg ngày 09/01/2026 của Thủ tướng Chính phủ#footnote[Chỉ thị số 18/CT-TTg ngày 09/01/2026 \
về đổi mới công tác thi đua.], Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai Phong trào thi đua như sau:
"""
_FOOT = """
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị, địa phương phản ánh về Sở Nội vụ để tổng hợp.
#grid(columns: (1fr, 1fr), [*Nơi nhận:*\\ - Chủ tịch, các Phó Chủ tịch UBND tỉnh;\\ - Các sở, ban, ngành;\\
  - Lưu: VT, NC.],
  align(center)[*TM. ỦY BAN NHÂN DÂN*\\ *CHỦ TỊCH*\\ \\ \\ *Lê Thị Hạ*])
"""
_SECTIONS = (
    "MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THI ĐUA", "TIÊU CHÍ THI ĐUA", "KHEN THƯỞNG", "GIẢI PHÁP THỰC HIỆN",
    "TIẾN ĐỘ THỰC HIỆN", "TỔ CHỨC THỰC HIỆN",
)  # fmt: skip
_ACTORS = ("Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân các xã, phường", "Báo Lam Sơn", "Công an tỉnh")
_SENTENCES = (
    "{actor} chủ trì, phối hợp với các cơ quan liên quan phát động thi đua giữ gìn đường làng, bờ kênh, sân trường, "
    "chợ quê sạch sẽ, mỗi tháng tổ chức ít nhất hai buổi vệ sinh chung, hoàn thành trước ngày {day}/{month}/{year}.",
    "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho {count:02} tập thể và {more:02} cá nhân có thành tích "
    "tiêu biểu, xuất sắc trong Phong trào thi đua năm {year}.",
    "Phấn đấu đến năm {year}, {share}% thôn, tổ dân phố có điểm thu gom rác, {more} tuyến đường có cây bóng mát, "
    "không còn bãi rác tự phát ven sông, ven hồ trên địa bàn.",
    "{actor} báo cáo kết quả về Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày {day}/{month} hằng năm; tổ chức sơ kết "
    "vào quý II/{year} và tổng kết vào năm 2030.",
)  # fmt: skip


def draw(path: Path) -> None:
    """Write the plan to `path` as a PDF of twenty pages."""
    typst.compile(source().encode(), output=str(path))


def source() -> str:
    """The plan in typst's words."""
    parts = [_HEAD]
    seed = 0
    for number, title in enumerate(_SECTIONS):
        parts.append(f"*{('I', 'II', 'III', 'IV', 'V', 'VI', 'VII')[number]}. {title}*\n")
        for item in range(1, 6):
            parts.append(f"{item}\\. {_sentence(seed)}\n")
            for letter in "abcd":
                seed += 1
                parts.append(f"{letter}) {_sentence(seed)} {_sentence(seed + 3)}\n")
        if title.startswith("TIÊU CHÍ"):
            parts.append(_table())
    return "\n".join([*parts, _FOOT])


def _sentence(seed: int) -> str:
    return _SENTENCES[seed % len(_SENTENCES)].format(
        actor=_ACTORS[seed % len(_ACTORS)], day=1 + seed * 7 % 28, month=1 + seed * 5 % 12, year=2026 + seed % 5,
        count=1 + seed % 9, more=10 + seed % 40, share=50 + seed % 50,
    )  # fmt: skip


def _table() -> str:
    rows = ", ".join(
        f"[{n}], [Giữ sạch tuyến đường, bờ kênh số {n} và trồng thêm cây], [{5 + n % 4}]" for n in range(1, 16)
    )
    return f"#table(columns: (auto, 1fr, auto), [*TT*], [*Tiêu chí*], [*Điểm tối đa*], {rows})\n"
