"""HTTP in, clean values out: whom an obligation reaches."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from thidua.obligations.actions import Choice
from thidua.obligations.models import Obligation, Part, Reach
from thidua.people.models import Unit, UnitKind


class AssignForm(forms.Form):
    """Who owes an obligation: some units by name, or all of some kinds under the issuer."""

    units: forms.ModelMultipleChoiceField[Unit] = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("Units by name"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reach = forms.ChoiceField(
        label=_("And besides"),
        choices=[("", _("no others")), *Reach.choices[1:]],
        required=False,
        widget=forms.RadioSelect,
    )
    kinds = forms.MultipleChoiceField(
        label=_("Only of these kinds"),
        choices=UnitKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: of every kind."),
    )

    def __init__(self, *args: Any, obligation: Obligation, **kwargs: Any) -> None:
        self.issuer = obligation.unit
        rows = list(obligation.assignments.filter(part=Part.OWES))
        wide = [row for row in rows if row.reach != Reach.ITSELF]
        said = {
            "units": [row.unit_id for row in rows if row.reach == Reach.ITSELF],
            "reach": wide[0].reach if wide else "",
            "kinds": [row.kind for row in wide if row.kind],
        }
        super().__init__(*args, initial=said, **kwargs)
        near = Unit.objects.on(localdate()).filter(Q(pk=self.issuer.pk) | Q(parent=self.issuer))
        self.fields["units"].queryset = near.order_by("kind", "sort_key", "pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Kinds without a reach mean nothing."""
        said = self.cleaned_data
        if said.get("kinds") and not said.get("reach"):
            raise ValidationError(_("Say how far down these kinds are meant."))
        return said

    def choices(self) -> list[Choice]:
        """What was chosen, as the act takes it."""
        said = self.cleaned_data
        kinds = said["kinds"] or [""]
        wide = [Choice(self.issuer, said["reach"], kind) for kind in kinds] if said["reach"] else []
        return [*(Choice(unit) for unit in said["units"]), *wide]
