"""The two ways out: SMTP, and a provider of SMS over HTTP that honours our key. Raises Unreachable."""

import json
import smtplib
from email.message import EmailMessage
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from crm.config import Config
from crm.messages.enums import Channel
from crm.messages.models import Message

TIMEOUT = 20


class Unreachable(Exception):
    """It did not get out now; later it may."""


def hand_over(message: Message, config: Config) -> None:
    address = config.smtp_url if message.channel == Channel.EMAIL else config.sms_url
    if not address:
        raise Unreachable("CRM_SMTP_URL" if message.channel == Channel.EMAIL else "CRM_SMS_URL")
    try:
        (_by_email if message.channel == Channel.EMAIL else _by_sms)(message, address)
    except (OSError, smtplib.SMTPException, URLError) as trouble:
        raise Unreachable(type(trouble).__name__) from trouble


def _by_email(message: Message, address: str) -> None:
    """The Message-ID is made of the key, so that a mailbox shows a letter sent twice once."""
    server = urlsplit(address)
    letter = EmailMessage()
    letter["From"] = unquote(server.path.lstrip("/")) or f"korpu@{server.hostname}"
    letter["To"], letter["Subject"] = message.to, message.subject
    letter["Message-ID"] = f"<{message.key}@{server.hostname}>"
    letter.set_content(message.text)
    with smtplib.SMTP(server.hostname or "localhost", server.port or 25, timeout=TIMEOUT) as smtp:
        if server.scheme == "smtp+tls":
            smtp.starttls()
        if server.username:
            smtp.login(unquote(server.username), unquote(server.password or ""))
        smtp.send_message(letter)


def _by_sms(message: Message, address: str) -> None:
    told = json.dumps({"to": message.to, "text": message.text}).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(message.key)}
    with urlopen(Request(address, told, headers, method="POST"), timeout=TIMEOUT):  # noqa: S310 - the operator's address
        pass
