"""`flask partners import`."""

from crm.cli import Group
from crm.imports.command import import_command
from crm.imports.enums import ImportKind

command = Group("partners", help="Companies, banks and other partners.")
command.add_command(import_command(ImportKind.PARTNERS))
