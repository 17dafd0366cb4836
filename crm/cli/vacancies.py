"""`flask vacancies import`."""

from flask.cli import AppGroup

from crm.imports.command import import_command
from crm.imports.enums import ImportKind

command = AppGroup("vacancies", help="Vacancies.")
command.add_command(import_command(ImportKind.VACANCIES))
