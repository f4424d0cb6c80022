"""HTTP in, clean values out: a plan's file, where an added fact comes from, why one is rejected."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from thidua.movements.intake import take
from thidua.movements.models import Movement
from thidua.movements.queries.movements import parents_for, units_for
from thidua.people.models import Unit, User
from thidua.plan_reader.reading import NotReadable
from thidua.terms.inputs import ACCEPTED


class AmendForm(forms.Form):
    """A plan's file; reading it is how it is checked."""

    file = forms.FileField(label=_("File of the plan"), widget=forms.FileInput(attrs={"accept": ACCEPTED}))

    def clean_file(self) -> UploadedFile:
        """Read the file; what cannot be read is refused with the reader's own sentence."""
        file = self.cleaned_data["file"]
        try:
            self.cleaned_data["plan"] = take(file.read(), file.name)
        except NotReadable as error:
            raise ValidationError(str(error)) from error
        return file


class ParentField(forms.ModelChoiceField[Movement]):
    """A movement to carry down, told apart from others of its name by who issued it."""

    def label_from_instance(self, obj: Movement) -> str:
        return f"{obj} ({obj.unit})"


class OpenForm(AmendForm):
    """A plan's file, the unit that issued it, and the movement that it carries down."""

    unit: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Issued by"), empty_label=None
    )
    parent = ParentField(
        Movement.objects.none(),
        label=_("Carries down the movement"),
        required=False,
        empty_label=_("None: it starts here"),
    )
    field_order = ("file", "unit", "parent")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_for(user)  # type: ignore[attr-defined]
        self.fields["parent"].queryset = parents_for(user)  # type: ignore[attr-defined]


class RejectForm(forms.Form):
    """Why a fact is not one."""

    reason = forms.CharField(label=_("Why this is not right"), widget=forms.Textarea(attrs={"rows": 3}))
