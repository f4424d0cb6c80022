"""The document as paragraphs: nothing lost, nothing doubled, every fact's words marked."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.plan_reader import paragraphs
from thidua.plan_reader.reading import Clause, Passage

TEXT = "ỦY BAN\nKẾ HOẠCH\nI. MỤC ĐÍCH\na) Thi đua đổi\n mới sáng tạo\n¹ Chú thích\nvà số hóa.\nNơi nhận:\n"


def passage(words: str, *, after: int = 0) -> Passage:
    start = TEXT.index(words, after)
    return Passage(words.replace("\n ", " "), tuple(range(start, start + len(words))))


def tree() -> Clause:
    first = TEXT.index("Thi đua")
    long = [*range(first, TEXT.index("\n¹")), *range(TEXT.index("và"), TEXT.index("\nNơi"))]
    item = Clause("I.a", "a)", (Passage("".join(" " if TEXT[i].isspace() else TEXT[i] for i in long), tuple(long)),))
    return Clause("", "", (), (Clause("I", "I.", (passage("MỤC ĐÍCH"),), (item,), kind="part"),), kind="root")


def shown(found: list[paragraphs.Block]) -> list[str]:
    return ["".join(segment.text for piece in block.pieces for segment in piece) for block in found]


def test_a_tree_packed_is_the_same_tree_again() -> None:
    assert paragraphs.unpack(paragraphs.pack(tree()), TEXT) == tree()


def test_labels_stand_before_their_words_and_the_rest_is_loose_in_its_place() -> None:
    found = paragraphs.blocks(TEXT, paragraphs.pack(tree()), [])
    assert shown(found) == [
        "ỦY BAN", "KẾ HOẠCH", "I. MỤC ĐÍCH", "a) Thi đua đổi\n mới sáng tạovà số hóa.", "¹ Chú thích", "Nơi nhận:",
    ]  # fmt: skip
    assert [(block.kind, block.path, block.depth) for block in found[2:5]] == [
        ("part", "I", 1), ("item", "I.a", 2), ("loose", "", 0),
    ]  # fmt: skip


def test_a_label_that_the_text_does_not_hold_is_given_apart() -> None:
    numbered = Clause("", "", (), (Clause("1", "1.", (passage("KẾ HOẠCH"),)),), kind="root")
    found = paragraphs.blocks(TEXT, paragraphs.pack(numbered), [])
    assert [block.label for block in found if block.path == "1"] == ["1."]


def test_words_of_several_facts_are_cut_where_one_begins_or_ends() -> None:
    start = TEXT.index("đổi")
    end = TEXT.index(" mới") + len(" mới")
    marks = [(7, [(start, end)]), (8, [(start, start + 3)]), (9, [(start + 1, end + 5)])]
    (block,) = [b for b in paragraphs.blocks(TEXT, paragraphs.pack(tree()), marks) if b.path == "I.a"]
    cut = [(s.text, s.facts, s.begins) for s in block.pieces[0]]
    assert cut == [
        ("a) Thi đua ", (), ()), ("đ", (7, 8), (7, 8)), ("ổi", (7, 8, 9), (9,)), ("\n mới", (7, 9), ()),
        (" sáng", (9,), ()), (" tạo", (), ()),
    ]  # fmt: skip


def test_the_clause_of_an_offset_is_the_last_that_began() -> None:
    packed = paragraphs.pack(tree())
    assert paragraphs.clause_at(packed, TEXT.index("sáng")) == "I.a"
    assert paragraphs.clause_at(packed, TEXT.index("ỦY")) == ""
    assert paragraphs.clause_at({}, 5) == ""


@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
)
def test_every_letter_is_shown_once_whatever_the_facts_and_the_tree(
    text: str, spans: list[tuple[int, int]], parts: list[tuple[int, int]]
) -> None:
    at, kept = 0, []
    for start, end in sorted((min(p), max(p)) for p in parts):
        start, end = max(start, at), min(end, len(text))
        if start < end and text[start:end].strip():
            kept.append([[start, end]])
            at = end
    packed = {"path": "", "label": "", "kind": "root", "paragraphs": kept, "children": [], "tail": []}
    marks = [(n, [(min(s), min(max(s), len(text)))]) for n, s in enumerate(spans) if min(s) < len(text)]
    found = paragraphs.blocks(text, packed, marks)
    segments = sorted((s.start, s) for block in found for piece in block.pieces for s in piece)
    letters = "".join(s.text for _, s in segments)
    assert "".join(letters.split()) == "".join(text.split())
    for start, segment in segments:
        assert text[start : start + len(segment.text)] == segment.text
        for place in range(start, start + len(segment.text)):
            assert set(segment.facts) == {n for n, [(s, e)] in marks if s <= place < e}
