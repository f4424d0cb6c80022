"""The room as Django knows it."""

from django.apps import AppConfig


class LineageConfig(AppConfig):
    name = "thidua.lineage"

    def ready(self) -> None:
        """Compare a plan with its parent's once it is in force."""
        from thidua.lineage.actions import trace
        from thidua.movements.actions import following

        following.when_accepted(trace)
