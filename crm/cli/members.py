"""`flask members import`."""

from crm.cli import Group
from crm.imports.command import import_command
from crm.imports.enums import ImportKind

command = Group("members", help="Women.")
command.add_command(import_command(ImportKind.MEMBERS))
