"""The room as Django knows it: tables and words, no models."""

from django.apps import AppConfig


class TermsConfig(AppConfig):
    name = "thidua.terms"
