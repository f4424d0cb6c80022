"""Word's automatic numbers: the labels that Word prints and the file does not hold."""

from pathlib import Path

import pytest

from tests.plan_reader.word_files import level, p, word_file
from thidua.plan_reader.sources import open_source
from thidua.plan_reader.sources.numbering import written

PARTS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.")
OUTLINE = PARTS + level(2, "lowerLetter", "%3)") + level(3, "bullet", "-")
LEGAL = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")


def definitions(*abstracts: str, numbers: str = "") -> str:
    """List definitions 0, 1, …; each is used by the list of the next number, 1, 2, …"""
    defined = "".join(f'<w:abstractNum w:abstractNumId="{i}">{one}</w:abstractNum>' for i, one in enumerate(abstracts))
    used = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(abstracts)))
    return defined + used + numbers


def labels(folder: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    source = open_source(word_file(folder / "plan.docx", body, numbering=numbering, styles=styles))
    return [source.text[line.start : line.end].removesuffix("x").rstrip() for line in source.lines]


def steps(*depths: int, number: int = 1) -> str:
    return "".join(p("x", number=(number, depth)) for depth in depths)


def test_levels_count_and_lower_ones_begin_anew(tmp_path: Path) -> None:
    found = labels(tmp_path, steps(0, 1, 2, 2, 3, 1, 2, 0, 1), definitions(OUTLINE))
    assert found == ["I.", "1.", "a)", "b)", "-", "2.", "a)", "II.", "1."]


def test_a_label_may_hold_its_parents_number(tmp_path: Path) -> None:
    assert labels(tmp_path, steps(0, 1, 1, 0, 1), definitions(LEGAL)) == ["I.", "1.1.", "1.2.", "II.", "2.1."]


def test_a_level_whose_parent_was_never_used_shows_its_start(tmp_path: Path) -> None:
    assert labels(tmp_path, steps(1), definitions(LEGAL)) == ["1.1."]


def test_words_between_do_not_stop_the_count(tmp_path: Path) -> None:
    assert labels(tmp_path, steps(0) + p("giữa") + steps(0), definitions(OUTLINE)) == ["I.", "giữa", "II."]


def test_lists_of_one_definition_count_on_together(tmp_path: Path) -> None:
    more = '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
    body = steps(0, 0) + steps(0, number=8)
    assert labels(tmp_path, body, definitions(OUTLINE, numbers=more)) == ["I.", "II.", "III."]


def test_a_start_of_its_own_begins_anew_once(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    more = f'<w:num w:numId="8"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body = steps(0, 0) + steps(0, 0, number=8)
    assert labels(tmp_path, body, definitions(OUTLINE, numbers=more)) == ["I.", "II.", "V.", "VI."]


def test_a_level_may_be_replaced_for_one_list(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "Phần %1:")}</w:lvlOverride>'
    more = f'<w:num w:numId="8"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert labels(tmp_path, steps(0, number=8), definitions(OUTLINE, numbers=more)) == ["Phần A:"]


@pytest.mark.parametrize(("restart", "last"), [("0", "c)"), ("1", "c)"), ("2", "a)")])
def test_a_level_says_what_restarts_it(tmp_path: Path, restart: str, last: str) -> None:
    third = level(2, "lowerLetter", "%3)", f'<w:lvlRestart w:val="{restart}"/>')
    assert labels(tmp_path, steps(0, 1, 2, 2, 1, 2), definitions(PARTS + third))[-1] == last


def test_the_number_nought_takes_a_paragraph_out_of_its_list(tmp_path: Path) -> None:
    assert labels(tmp_path, p("x", number=(0, 0)) + steps(0), definitions(OUTLINE)) == ["", "I."]


def test_a_list_that_is_nowhere_defined_gives_no_label(tmp_path: Path) -> None:
    lost = '<w:num w:numId="8"><w:abstractNumId w:val="77"/></w:num>'
    assert labels(tmp_path, steps(0, number=5) + steps(0, number=8), definitions(OUTLINE, numbers=lost)) == ["", ""]


LISTED = '<w:pPr><w:numPr>{}<w:numId w:val="{}"/></w:numPr></w:pPr>'
STYLE = '<w:style w:type="{}" w:styleId="{}">{}</w:style>'


def test_a_style_numbers_its_paragraphs(tmp_path: Path) -> None:
    outline = OUTLINE.replace('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/><w:pStyle w:val="Muc"/>')
    styles = (
        STYLE.format("paragraph", "Phan", LISTED.format('<w:ilvl w:val="0"/>', 1))
        + STYLE.format("paragraph", "Muc", LISTED.format("", 1))
        + STYLE.format("paragraph", "Con", '<w:basedOn w:val="Muc"/>')
    )
    body = p("x", style="Phan") + p("x", style="Muc") + p("x", style="Con") + p("x", style="Khac")
    assert labels(tmp_path, body, definitions(outline), styles) == ["I.", "1.", "2.", ""]


def test_a_list_style_is_followed_to_its_definition(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Kieu"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(tmp_path, steps(0), definitions('<w:numStyleLink w:val="Kieu"/>', OUTLINE), styles) == ["I."]


def test_bullets_are_dashes_plus_signs_or_dots(tmp_path: Path) -> None:
    lists = [level(0, "bullet", sign) for sign in ("–", "+", "\uf0b7", "o", "\uf02d")]
    body = "".join(steps(0, number=i) for i in range(1, 6))
    assert labels(tmp_path, body, definitions(*lists)) == ["-", "+", "•", "•", "-"]


@pytest.mark.parametrize(
    ("number", "form", "sign"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"),
        (5, "lowerLetter", "e"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (3, "none", ""),
        (3, "vietnameseCounting", "3"),
        (0, "upperRoman", "0"),
    ],
)
def test_numbers_are_written_in_words_forms(number: int, form: str, sign: str) -> None:
    assert written(number, form) == sign


def test_an_empty_paragraph_in_a_list_counts_but_prints_nothing(tmp_path: Path) -> None:
    assert labels(tmp_path, steps(0) + p("", number=(1, 0)) + steps(0), definitions(OUTLINE)) == ["I.", "III."]


def test_a_form_wrapped_in_an_alternative_is_found(tmp_path: Path) -> None:
    choice = '<mc:AlternateContent><mc:Choice><w:numFmt w:val="decimalZero"/></mc:Choice></mc:AlternateContent>'
    wrapped = f'<w:lvl w:ilvl="0">{choice}<w:lvlText w:val="%1."/></w:lvl>'
    assert labels(tmp_path, steps(0), definitions(wrapped)) == ["01."]
