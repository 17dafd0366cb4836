"""`flask vacancies import`."""

from crm.cli import Group
from crm.imports.command import import_command
from crm.imports.enums import ImportKind

command = Group("vacancies", help="Vacancies.")
command.add_command(import_command(ImportKind.VACANCIES))
