"""How the values of a plan's field are entered: an input for each key, in the words that papers use."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thidua.rules import dues
from thidua.terms.fields import Field, Key, Shape
from thidua.terms.wording import day_of, due_words
from thidua.viet.numbers import number_of

ACCEPTED = ".docx,.pdf,.txt"  # kinds of files that are kept
DAY_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d")


class NumberField(forms.CharField):
    """A number as Vietnamese papers write it."""

    def clean(self, value: Any) -> Any:
        """Return a number, nothing, or for words that count nothing the words."""
        words = super().clean(value)
        number = number_of(words) if words else None
        if words and number is None:
            raise ValidationError(_("Write a number, such as 15 or 1.234,5."))
        return number


class DueField(forms.CharField):
    """A due rule in words."""

    def clean(self, value: Any) -> str:
        """Return a rule of the grammar, or nothing."""
        try:
            return dues.parse(super().clean(value))
        except dues.NotADue as error:
            raise ValidationError(_("Write a day, month, quarter or year, or how often; or leave it empty.")) from error


def _input(key: Key) -> forms.Field:
    asked: dict[str, Any] = {"label": key.label, "required": key.required}
    if key.shape is Shape.ONE and key.choices:
        return forms.ChoiceField(choices=[*([] if key.required else [("", "–")]), *key.choices.choices], **asked)
    if key.shape is Shape.MANY and key.choices:
        return forms.MultipleChoiceField(choices=key.choices.choices, widget=forms.CheckboxSelectMultiple, **asked)
    if key.shape is Shape.TEXT:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000, **asked)
    if key.shape is Shape.YEAR:
        return forms.IntegerField(min_value=1945, max_value=2200, **asked)
    if key.shape is Shape.DATE:
        return forms.DateField(input_formats=DAY_FORMATS, widget=forms.DateInput(format=DAY_FORMATS[0]), **asked)
    if key.shape is Shape.DUE:
        return DueField(help_text=_("For example 15/11 hằng năm, quý II/2025, 30/7/2025."), **asked)
    return NumberField(**asked) if key.shape is Shape.NUMBER else forms.CharField(max_length=1000, **asked)


class ValuesForm(forms.Form):
    """The values of one fact, an input for each key of its field."""

    def __init__(self, *args: Any, field: Field, values: dict[str, Any] | None = None, **kwargs: Any) -> None:
        said = {key.name: _shown(key, (values or {}).get(key.name)) for key in field.keys}
        super().__init__(*args, prefix="said", initial=said, **kwargs)
        self.fields.update({key.name: _input(key) for key in field.keys})

    def values(self) -> dict[str, Any]:
        """The values as facts keep them: empty is nothing, days as ISO."""
        return {
            key: value.isoformat() if isinstance(value, dt.date) else (value if value != "" else None)
            for key, value in self.cleaned_data.items()
        }


def _shown(key: Key, value: Any) -> Any:
    if key.shape is Shape.DUE and value:
        return due_words(str(value))
    if key.shape is Shape.DATE and isinstance(value, str):
        return day_of(value) or value
    return value
