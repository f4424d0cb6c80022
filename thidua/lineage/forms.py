"""HTTP in, clean values out: the movement that a movement carries down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.movements.models import Movement
from thidua.movements.queries.movements import parents_for
from thidua.people.models import User


class ParentForm(forms.Form):
    """The movement that this one carries down."""

    parent: forms.ModelChoiceField[Movement] = forms.ModelChoiceField(
        Movement.objects.none(), label=_("Carries down the movement"), required=False, empty_label=_("None")
    )

    def __init__(self, *args: Any, user: User, movement: Movement, **kwargs: Any) -> None:
        super().__init__(*args, initial={"parent": movement.parent_id}, **kwargs)
        self.fields["parent"].queryset = parents_for(user).exclude(pk=movement.pk)  # type: ignore[attr-defined]
