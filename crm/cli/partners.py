"""`flask partners import`."""

from flask.cli import AppGroup

from crm.imports.command import import_command
from crm.imports.enums import ImportKind

command = AppGroup("partners", help="Companies, banks and other partners.")
command.add_command(import_command(ImportKind.PARTNERS))
