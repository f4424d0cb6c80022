"""Values in words, and words back into values."""

import pytest
from django.utils.translation import override

from thidua.rules import dues
from thidua.terms.fields import FIELDS, Shape
from thidua.terms.inputs import ValuesForm
from thidua.terms.wording import clause_words, due_words, lines

RULES = [
    "2027", "2025-Q2", "2025-09", "2025-07-30", "yearly", "yearly-11-15", "yearly-Q1", "quarterly", "monthly",
    "weekly", "daily", "every-6-months", "every-2-years",
]  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_a_due_rule_in_words_is_understood_when_typed_back(rule: str, language: str) -> None:
    with override(language):
        assert dues.parse(due_words(rule)) == rule


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_a_form_of_its_keys(name: str) -> None:
    field = FIELDS[name]
    form = ValuesForm(None, field=field)
    assert list(form.fields) == [key.name for key in field.keys]
    assert all(key.choices for key in field.keys if key.shape in (Shape.ONE, Shape.MANY))


def test_values_go_in_and_come_out_the_same() -> None:
    values = {"form": "pm_certificate", "occasion": "final", "year": 2030, "collectives": 3, "individuals": None}
    form = ValuesForm(None, field=FIELDS["quotas"], values=values)
    posted = {f"said-{key}": value for key, value in form.initial.items() if value is not None}
    again = ValuesForm(posted, field=FIELDS["quotas"])
    assert again.is_valid(), again.errors
    assert {key: value for key, value in again.values().items() if value is not None} == {
        key: value for key, value in values.items() if value is not None
    }


def test_days_and_forms_are_said_in_words() -> None:
    with override("vi"):
        assert lines("date", {"value": "2026-01-05"})[0] != ("2026", "05/01/2026")
        assert lines("date", {"value": "2026-01-05"})[0][1] == "05/01/2026"
        awards = lines("awards", {"occasion": "final", "forms": ["labour_order", "unknown_code"]})
        assert awards[1][1].endswith("; unknown_code")
        assert lines("number", {"value": None}) == []


def test_a_number_is_read_as_papers_write_it() -> None:
    said = {"said-indicator": "Tỷ lệ", "said-value": "1.234,5", "said-due": "hằng năm"}
    form = ValuesForm(said, field=FIELDS["targets"])
    assert form.is_valid()
    assert (form.values()["value"], form.values()["due"]) == (1234.5, "yearly")
    assert not ValuesForm({**said, "said-value": "nhiều"}, field=FIELDS["targets"]).is_valid()


def test_a_clause_is_named() -> None:
    with override("en"):
        assert (clause_words("V.2.b"), clause_words("PL.1")) == ("clause V.2.b", "appendix PL.1")
        assert clause_words("") == "head of the document"
