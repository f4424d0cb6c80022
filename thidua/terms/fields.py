"""The fields of a plan as tables: what each is called, which values it holds, in which order they are shown."""

from dataclasses import dataclass
from enum import Enum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    CENTRAL = "central", _("Central")
    PROVINCE = "province", _("Province")
    DISTRICT = "district", _("District (until 30 June 2025)")
    COMMUNE = "commune", _("Commune")
    AGENCY = "agency", _("Agency or unit")
    ENTERPRISE = "enterprise", _("Enterprise")


class Audience(TextChoices):
    UNITS = "units", _("Agencies, units, localities")
    FRONT = "front", _("Fatherland Front and mass organisations")
    ENTERPRISES = "enterprises", _("Enterprises")
    INDIVIDUALS = "individuals", _("Individuals")


class Occasion(TextChoices):
    ANNUAL = "annual", _("Every year")
    INTERIM = "interim", _("At the interim review")
    FINAL = "final", _("At the final review")
    ANY = "any", _("At any time")


class Duty(TextChoices):
    """Kinds of obligations."""

    ISSUE_PLAN = "issue_plan", _("Issue a plan")
    REGISTER = "register", _("Register")
    ANNUAL_REPORT = "annual_report", _("Report every year")
    INTERIM_REVIEW = "interim_review", _("Interim review")
    FINAL_REVIEW = "final_review", _("Final review")
    INSPECTION = "inspection", _("Inspect")
    CLUSTER_SCORING = "cluster_scoring", _("Score in clusters and blocs")
    CRITERIA_SET = "criteria_set", _("Lay down criteria")
    SELF_ASSESSMENT = "self_assessment", _("Assess oneself")
    PUBLICITY = "publicity", _("Make known")
    FEEDBACK = "feedback", _("Report difficulties")
    APPRAISAL = "appraisal", _("Appraise nominations")
    GUIDANCE = "guidance", _("Guide")
    OTHER = "other", _("Other work")


class Form(TextChoices):
    """Forms of commendation, as plans name them."""

    LABOUR_ORDER = "labour_order", _("Labour Order")
    GOVERNMENT_FLAG = "government_flag", _("Emulation Flag of the Government")
    PM_CERTIFICATE = "pm_certificate", _("Certificate of the Prime Minister")
    MINISTRY_FLAG = "ministry_flag", _("Emulation Flag of a ministry")
    MINISTRY_CERTIFICATE = "ministry_certificate", _("Certificate of a minister")
    MINISTRY_OR_PROVINCE_FLAG = "ministry_or_province_flag", _("Emulation Flag of a ministry or province")
    MINISTRY_OR_PROVINCE_CERTIFICATE = (
        "ministry_or_province_certificate",
        _("Certificate of ministry or province level"),
    )
    PROVINCE_FLAG = "province_flag", _("Emulation Flag of the province")
    PROVINCE_CERTIFICATE = "province_certificate", _("Certificate of the Chair of the provincial People's Committee")
    DISTRICT_CERTIFICATE = "district_certificate", _("Certificate of a district (until 30 June 2025)")
    COMMUNE_CERTIFICATE = "commune_certificate", _("Certificate of the Chair of the commune's People's Committee")
    UNIT_CERTIFICATE = "unit_certificate", _("Certificate of the head of an agency or unit")
    ENTERPRISE_FLAG = "enterprise_flag", _("Emulation Flag of an enterprise")
    ENTERPRISE_CERTIFICATE = "enterprise_certificate", _("Certificate of an enterprise's director")
    CERTIFICATE_OF_COMMENDATION = "certificate_of_commendation", _("Certificate of commendation (giver not named)")
    STATE_AWARDS = "state_awards", _("State awards (form not named)")


class Shape(Enum):
    """How a value is entered and shown."""

    LINE = "line"
    TEXT = "text"
    YEAR = "year"
    NUMBER = "number"
    DATE = "date"
    DUE = "due"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True)
class Key:
    """One value of a field."""

    name: str
    label: str | Promise
    shape: Shape = Shape.LINE
    choices: type[TextChoices] | None = None
    required: bool = False


@dataclass(frozen=True)
class Field:
    """One field of a plan; `single` stands once in a document."""

    name: str
    label: str | Promise
    keys: tuple[Key, ...]
    single: bool = False


def _text(label: str | Promise, name: str = "text") -> Key:
    return Key(name, label, Shape.TEXT, required=True)


_ACTOR = Key("actor", _("Who"), Shape.TEXT)
_JOINED = (Key("with", _("Together with"), Shape.TEXT), Key("via", _("Through")))
_AUDIENCE = Key("audience", _("For whom"), Shape.ONE, Audience, required=True)
_OCCASION = Key("occasion", _("On which occasion"), Shape.ONE, Occasion, required=True)
_QUOTA = (
    Key("form", _("Form"), Shape.ONE, Form, required=True),
    _OCCASION,
    Key("year", _("Year"), Shape.YEAR),
    Key("collectives", _("Collectives, at most"), Shape.NUMBER),
    Key("individuals", _("Individuals, at most"), Shape.NUMBER),
    Key("items", _("Flags or certificates, at most"), Shape.NUMBER),
    Key("owner", _("Decided by")),
)
_TARGET = (
    _text(_("Indicator"), "indicator"),
    Key("value", _("Value"), Shape.NUMBER),
    Key("unit", _("Unit of measure")),
    Key("due", _("By when"), Shape.DUE),
)
_SCORE = (_text(_("Criterion"), "criterion"), Key("max_points", _("Points"), Shape.NUMBER))
_SIGNER = (Key("authority", _("On behalf of")), Key("position", _("Position")), Key("name", _("Full name")))
_PERIOD = (Key("start", _("First year"), Shape.YEAR), Key("end", _("Last year"), Shape.YEAR))
_DUTY = (Key("kind", _("Kind of work"), Shape.ONE, Duty, required=True), _ACTOR, Key("to", _("To whom"), Shape.TEXT))
_PAPER = (Key("number", _("Number")), Key("kind", _("Kind of document")), Key("issuer", _("Issued by")))

_ALL = (
    Field("title", _("Title of the plan"), (_text(_("Title"), "value"),), single=True),
    Field("movement", _("Name of the movement"), (_text(_("Name"), "value"),), single=True),
    Field("issuer", _("Issuing body"), (Key("value", _("Body"), required=True),), single=True),
    Field("locality", _("Locality"), (Key("value", _("Locality"), required=True),), single=True),
    Field("level", _("Level"), (Key("value", _("Level"), Shape.ONE, Level, required=True),), single=True),
    Field("number", _("Number of the plan"), (Key("value", _("Number"), required=True),), single=True),
    Field("date", _("Date of the plan"), (Key("value", _("Date"), Shape.DATE, required=True),), single=True),
    Field("signer", _("Signed by"), _SIGNER, single=True),
    Field("period", _("Years of the movement"), _PERIOD, single=True),
    Field("contents", _("What is competed in"), (Key("label", _("Mark in the plan")), _text(_("Words")))),
    Field("criteria", _("Groups of criteria"), (_AUDIENCE, _text(_("Heading"), "heading"))),
    Field("criteria_items", _("Criteria"), (_AUDIENCE, Key("group", _("Clause of the group")), _text(_("Words")))),
    Field("awards", _("Awards"), (_OCCASION, Key("forms", _("Forms"), Shape.MANY, Form))),
    Field("quotas", _("How many awards"), _QUOTA),
    Field("phases", _("Phases"), (Key("start", _("From"), Shape.DUE), Key("end", _("Until"), Shape.DUE))),
    Field("obligations", _("Obligations"), (*_DUTY, Key("due", _("By when"), Shape.DUE), *_JOINED)),
    Field("solutions", _("Solutions"), (_text(_("Words")),)),
    Field("duties", _("Duties by body"), (_ACTOR, _text(_("Words")), *_JOINED)),
    Field("targets", _("Targets"), _TARGET),
    Field("scoring", _("Score table"), _SCORE),
    Field("references", _("Documents cited"), (*_PAPER, Key("date", _("Date"), Shape.DATE))),
    Field("recipients", _("Recipients"), (_text(_("Words")),)),
)
FIELDS = {one.name: one for one in _ALL}


def choices() -> list[tuple[str, str | Promise]]:
    """Names and labels of all fields: first those that stand often, then what stands once."""
    return [(one.name, one.label) for one in sorted(_ALL, key=lambda one: one.single)]
