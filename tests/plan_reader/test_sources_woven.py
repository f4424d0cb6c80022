"""Letters that another font fills in after the line was drawn are read where they stand."""

import pytest

from thidua.plan_reader.pages.woven import Box, Weaver

PITCH = 6.0


def filled_in(words: str, holes: str) -> tuple[str, list[Box]]:
    """The words as pdfium tells them, and their boxes: first all but `holes`, then those, a made space at each jump."""
    text = ""
    boxes: list[Box] = []
    for layer in ([letter not in holes for letter in words], [letter in holes for letter in words]):
        pen = 0.0
        for column, (letter, drawn) in enumerate(zip(words, layer, strict=True)):
            if drawn:
                left = column * PITCH
                if text and left != pen:
                    text, boxes = text + " ", [*boxes, (left, left, 0.0, 0.0)]
                pen = left + PITCH
                text, boxes = text + letter, [*boxes, (left, pen, 0.0, 10.0)]
    return text, boxes


def read(text: str, boxes: list[Box]) -> str | None:
    places = Weaver(text, box=boxes.__getitem__, size=lambda _: 10.0).order()
    return None if places is None else "".join(" " if place is None else text[place] for place in places)


@pytest.mark.parametrize(
    ("words", "holes"),
    [
        ("Thi đua xây dựng nếp sống mới ở khu phố, giữ gìn vệ sinh", "ựếốớởệữ"),
        ("Ở mọi nơi đều có người tốt, việc tốt", "Ởọơềờốệ"),
        ("GIÁM ĐỐC", "Ố"),
        ("CĂN CỨ BÌNH XÉT", "Ứ"),
    ],
)
def test_letters_filled_in_afterwards_are_read_in_their_places(words: str, holes: str) -> None:
    text, boxes = filled_in(words, holes)
    assert text != words
    assert read(text, boxes) == words


def test_a_line_of_fillings_alone_goes_with_the_line_whose_holes_it_fills() -> None:
    main, boxes = filled_in("chất lượng", "ấượ")
    at = main.index("ấ")
    text = f"{main[:at]}\n{main[at:]}\nsau"
    boxes = [*boxes[:at], (0.0, 0.0, 0.0, 0.0), *boxes[at:], (0.0, 0.0, 0.0, 0.0)]
    boxes += [(place * PITCH, (place + 1) * PITCH, -20.0, -10.0) for place in range(3)]
    assert read(text, boxes) == "chất lượng\nsau"


def test_a_line_in_order_is_left_alone() -> None:
    words = "Ở xã ta, ý chí ấy vẫn còn"
    assert read(*filled_in(words, "")) is None
