"""The room as Django knows it."""

from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "thidua.obligations"

    def ready(self) -> None:
        """Keep obligations in step with the facts they come from."""
        from thidua.movements.actions import following
        from thidua.obligations.actions import settle

        following.when_judged(settle)
