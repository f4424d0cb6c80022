"""HTTP in, clean values out: where an added fact comes from, another document."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thidua.additions.actions import Paper
from thidua.movements.models import Version
from thidua.plan_reader.paragraphs import find_words
from thidua.terms.inputs import ACCEPTED, DAY_FORMATS


class SourceForm(forms.Form):
    """Where an added fact comes from: words of the plan, another document, or a reason; one of them at least."""

    words = forms.CharField(
        label=_("Words of the plan"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Select them in the document, or copy them here exactly."),
    )  # fmt: skip
    at_start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    at_end = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    document: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        None, label=_("Another document"), required=False, empty_label=_("None")
    )
    reason = forms.CharField(
        label=_("Reason, or where in that document"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["document"].queryset = version.movement.documents.order_by("title")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Find the words in the plan: at the offsets sent, or wherever they stand once."""
        said = self.cleaned_data
        words, given = " ".join(said.get("words", "").split()), (said.get("at_start"), said.get("at_end"))
        said["place"] = self._place(words, given) if words else None
        if not (words or said.get("document") or said.get("reason", "").strip()):
            raise ValidationError(_("Say where it comes from: words of the plan, another document, or a reason."))
        return said

    def found(self) -> dict[str, Any]:
        """Where it comes from, as the act takes it."""
        said = self.cleaned_data
        return {"words": said["place"], "document": said["document"], "reason": said["reason"]}

    def _place(self, words: str, given: tuple[int | None, int | None]) -> tuple[int, int] | None:
        places = find_words(self.version.text, words)
        if given in places:
            return given  # type: ignore[return-value]
        if len(places) != 1:
            missing = _("These words do not stand in the plan. Copy them exactly.")
            many = _("These words stand several times in the plan. Take some more of the sentence.")
            self.add_error("words", many if places else missing)
            return None
        return places[0]


class DocumentForm(forms.Form):
    """Another document of a movement."""

    file = forms.FileField(label=_("File"), widget=forms.FileInput(attrs={"accept": ACCEPTED}))
    title = forms.CharField(label=_("Title"), max_length=500)
    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    dated_on = forms.DateField(
        label=_("Date"), required=False, input_formats=DAY_FORMATS, help_text=_("Day/month/year")
    )

    def paper(self) -> Paper:
        """What was handed in."""
        file, said = self.cleaned_data["file"], self.cleaned_data
        told = {key: said[key] for key in ("title", "number", "dated_on")}
        return Paper(content=file.read(), name=file.name, **told)
