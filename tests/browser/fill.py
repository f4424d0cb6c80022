"""Fill the database in use with the invented province, for the journeys on PostgreSQL."""

import sys

import django
from django.core.management import call_command


def main(password: str) -> None:
    """Make tables, province and movements."""
    django.setup()
    from django.utils.timezone import localdate

    from thidua.demo import actions

    call_command("migrate", interactive=False, verbosity=0)
    actions.make_province(password=password, on=localdate())
    actions.open_own_plans()


if __name__ == "__main__":
    main(sys.argv[1])
