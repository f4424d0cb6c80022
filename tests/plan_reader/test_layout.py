"""Lines parted by what they are: header, title, body, footnotes, page furniture, signature, recipients, appendices."""

from thidua.plan_reader.layout import Layout, lay_out
from thidua.plan_reader.reading import Line, Source
from thidua.plan_reader.sources.txt import source_of

HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua “Xanh”\n"
LONG = "Các cơ quan, đơn vị, địa phương tổ chức phát động phong trào thi đua sâu rộng, thiết thực"


def texts(layout: Layout) -> list[str]:
    return [paragraph.passage.text for paragraph in layout.body]


def laid(text: str) -> Layout:
    return lay_out(source_of(HEAD + text))


def placed(*lines: tuple[str, Line]) -> Source:
    """A source whose lines know where they stand."""
    text = "\n".join(words for words, _ in lines)
    start, found = 0, []
    for words, line in lines:
        found.append(Line(start, start + len(words), line.page, line.left, line.right, line.gap, line.size, line.bold))
        start += len(words) + 1
    return Source(text, tuple(found), "pdf")


def test_every_passage_knows_where_its_letters_stood() -> None:
    source = source_of(
        HEAD + f"I. NỘI DUNG\n1. {LONG},\n\n gắn với nhiệm vụ   chính trị của\n\nđịa phương mình phụ trách.\n"
    )
    for paragraph in lay_out(source).body:
        passage = paragraph.passage
        assert len(passage.at) == len(passage.text)
        assert all(
            source.text[at] == letter or letter == " " for letter, at in zip(passage.text, passage.at, strict=True)
        )


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [f"{number}. {LONG} {number},\nphù hợp với điều kiện của từng đơn vị." for number in range(1, 40)]
    pages.insert(14, "2\nKẾ HOẠCH THI ĐUA XANH")
    pages.insert(28, "3\nKẾ HOẠCH THI ĐUA XANH")
    found = texts(laid("I. NỘI DUNG\n" + "\n".join(pages)))[1:]
    assert [words.split(".")[0] for words in found] == [str(number) for number in range(1, 40)]
    assert all(words.endswith("từng đơn vị.") for words in found)


def test_a_page_number_in_the_middle_of_a_sentence_splits_nothing() -> None:
    text = (
        "I. NỘI DUNG\n"
        + "\n".join(f"{number}. {LONG}." for number in range(1, 12))
        + f"\n12. {LONG},\n2\nđúng quy định.\n"
    )
    assert texts(laid(text))[-1] == f"12. {LONG}, đúng quy định."


def test_footnotes_between_a_heading_and_its_first_item() -> None:
    layout = laid(
        "Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh¹ và Nghị quyết của Đảng ủy²:\nI. NỘI DUNG\n1. Mục đích\n"
        "¹ Kế hoạch số 5/KH-UBND ngày 01/6/2026 của Ủy ban nhân dân tỉnh;\n² Nghị quyết số 9-NQ/ĐU của Đảng ủy.\n"
        "a) Khơi dậy tinh thần.\nb) Nhân rộng điển hình."
    )
    assert [note.text[:12] for note in layout.footnotes] == ["¹ Kế hoạch s", "² Nghị quyết"]
    assert texts(layout)[-3:] == ["1. Mục đích", "a) Khơi dậy tinh thần.", "b) Nhân rộng điển hình."]


def test_a_footnote_in_small_type_at_the_foot_of_its_page() -> None:
    body, foot = Line(0, 0, 1, 85.0, 540.0, 6.0, 14.0, False), Line(0, 0, 1, 85.0, 540.0, 6.0, 10.0, False)
    over = Line(0, 0, 2, 85.0, 400.0, None, 14.0, False)
    layout = lay_out(
        placed(
            ("KẾ HOẠCH", Line(0, 0, 1, 270.0, 350.0, 20.0, 14.0, True)),
            ("Phong trào “Xanh”", Line(0, 0, 1, 250.0, 370.0, 4.0, 14.0, True)),
            ("I. NỘI DUNG", body),
            ("1. Thi đua thực hiện thắng lợi các mục tiêu theo Nghị quyết của Đảng ủy1 và kế hoạch phát", body),
            ("1 Nghị quyết số 9-NQ/ĐU ngày 22/7/2026 của Đảng ủy xã về phát triển kinh tế", foot),
            ("triển kinh tế của địa phương.", over),
        )
    )
    assert [note.text[:10] for note in layout.footnotes] == ["1 Nghị quy"]
    assert texts(layout)[-1].endswith("kế hoạch phát triển kinh tế của địa phương.")


def test_the_title_ends_where_the_body_speaks() -> None:
    layout = lay_out(
        source_of(
            "KẾ HOẠCH\nTổ chức phong trào thi đua “Đổi mới sáng tạo, \n\nvà chuyển đổi số” trên địa bàn xã\n______\n"
            "Thực hiện Kế hoạch số 5/KH-UBND của tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\nI. NỘI DUNG\n"
        )
    )
    assert [row.text for row in layout.title][-1] == "và chuyển đổi số” trên địa bàn xã"
    assert texts(layout)[0].startswith("Thực hiện Kế hoạch")


SIGNED = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNông Văn Thắm"
RECEIVED = "Nơi nhận:\n- Như trên;\n- Các phòng, đơn vị\n và các thôn;\n- Lưu: VT."
BODY = "I. NỘI DUNG\n1. Thi đua học tập.\nTrên đây là Kế hoạch của xã./.\n"


def closing(text: str) -> tuple[list[str], list[str]]:
    layout = laid(BODY + text)
    assert texts(layout)[-1] == "Trên đây là Kế hoạch của xã./."
    return [line.text for line in layout.signature], [entry.text for entry in layout.recipients]


def test_the_signature_before_behind_and_beside_the_recipients() -> None:
    signed = SIGNED.split("\n")
    received = ["Như trên;", "Các phòng, đơn vị và các thôn;", "Lưu: VT."]
    rows = [*RECEIVED.split("\n")]
    beside = "\n".join(f"{left:<40}{right}" for left, right in zip(rows, [*signed, ""], strict=True))
    for text in (f"{SIGNED}\n{RECEIVED}", f"{RECEIVED}\n{SIGNED}", beside):
        assert closing(text) == (signed, received)


def test_a_signature_alone() -> None:
    assert closing("CHỦ TỊCH\n(Đã ký)\nNông Văn Thắm") == (["CHỦ TỊCH", "(Đã ký)", "Nông Văn Thắm"], [])


def test_an_annexed_plan_is_read_and_its_decision_kept_apart() -> None:
    layout = lay_out(
        source_of(
            "BỘ XÂY DỰNG\nSố: 5/QĐ-BXD\nQUYẾT ĐỊNH\nBan hành Kế hoạch thi đua\n"
            "Căn cứ Nghị định số 9/2026/NĐ-CP của Chính phủ;\n"
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thi đua.\n"
            "Điều 2. Vụ trưởng chịu trách nhiệm thi hành./.\n"
            "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nBỘ TRƯỞNG\nLê Thị Mơ\nKẾ HOẠCH\nPhát động thi đua\n"
            "(Kèm theo Quyết định số 5/QĐ-BXD)\nI. NỘI DUNG\n1. Thi đua học tập.\n"
        )
    )
    assert texts(layout) == ["I. NỘI DUNG", "1. Thi đua học tập."]
    assert layout.cover is not None
    assert texts(layout.cover)[0].startswith("Căn cứ Nghị định")
    assert [line.text for line in layout.cover.signature] == ["BỘ TRƯỞNG", "Lê Thị Mơ"]


def test_unwrapped_paragraphs_stay_apart_and_a_page_break_joins() -> None:
    layout = laid(
        f"I. NỘI DUNG\n\n1. {LONG}\n\nđúng quy định.\n\nThực hiện tốt công tác tuyên truyền.\n\n2. Học tập.\n"
    )
    assert texts(layout) == [
        "I. NỘI DUNG",
        f"1. {LONG} đúng quy định.",
        "Thực hiện tốt công tác tuyên truyền.",
        "2. Học tập.",
    ]


def test_what_is_no_plan_raises_nothing() -> None:
    for text in ("x", "1.", "KẾ HOẠCH", "Nơi nhận:", "PHỤ LỤC", "\t\t\t", "| | |\n| | |", "- ", "I.\n" * 50, "“" * 50):
        assert isinstance(lay_out(source_of(text)), Layout)
