"""`flask members import`."""

from flask.cli import AppGroup

from crm.imports.command import import_command
from crm.imports.enums import ImportKind

command = AppGroup("members", help="Women.")
command.add_command(import_command(ImportKind.MEMBERS))
