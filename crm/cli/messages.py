"""`flask messages`: what waits in the outbox goes out."""

from crm.cli import Group, say
from crm.messages.operations import send_due

command = Group("messages", help="The outbox.")


@command.command("send", help="Send what is due. Run it every minute; run twice at once it sends nothing twice.")
def send() -> None:
    say(f"{send_due()} messages taken up.")
