"""The two ways out: SMTP, and a provider of SMS over HTTP that honours our key. Raises Unreachable."""

import json
import smtplib
from email.message import EmailMessage
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from crm.config import Config
from crm.messages.enums import Channel
from crm.messages.models import Message

TIMEOUT = 20


class Unreachable(Exception):
    """It did not get out now; later it may."""


def way_out(channel: Channel, config: Config) -> tuple[str, str]:
    """(its address, "") or ("", the setting that is missing)."""
    name, address = ("CRM_SMTP_URL", config.smtp_url) if channel == Channel.EMAIL else ("CRM_SMS_URL", config.sms_url)
    return (address, "") if address else ("", name)


def hand_over(message: Message, config: Config) -> None:
    address, missing = way_out(message.channel, config)
    if missing:
        raise Unreachable(missing)
    by_file = address.startswith("file:")
    way = _by_file if by_file else _by_email if message.channel == Channel.EMAIL else _by_sms
    try:
        way(message, address)
    except (OSError, smtplib.SMTPException, URLError) as trouble:
        raise Unreachable(type(trouble).__name__) from trouble


def _by_file(message: Message, address: str) -> None:
    """For examples and for trying it out: a line of JSON in a file, one for each key."""
    path, line = (
        Path(unquote(urlsplit(address).path)),
        {"key": str(message.key), "to": message.to, "text": message.text},
    )
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if str(message.key) not in before:
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _by_email(message: Message, address: str) -> None:
    """The Message-ID is made of the key, so that a mailbox shows a letter sent twice once."""
    server = urlsplit(address)
    letter = EmailMessage()
    letter["From"] = unquote(server.path.lstrip("/")) or f"korpu@{server.hostname}"
    letter["To"], letter["Subject"] = message.to, message.subject
    letter["Message-ID"] = f"<{message.key}@{server.hostname}>"
    letter.set_content(message.text)
    if message.attachment:
        letter.add_attachment(message.attachment, subtype="calendar", filename="korpu.ics", params=_method(message))
    with smtplib.SMTP(server.hostname or "localhost", server.port or 25, timeout=TIMEOUT) as smtp:
        if server.scheme == "smtp+tls":
            smtp.starttls()
        if server.username:
            smtp.login(unquote(server.username), unquote(server.password or ""))
        smtp.send_message(letter)


def _method(message: Message) -> dict[str, str]:
    """Without it a mail program shows a file, with it an invitation that can be accepted."""
    said = next((line[7:] for line in message.attachment.splitlines() if line.startswith("METHOD:")), "PUBLISH")
    return {"method": said.strip()}


def _by_sms(message: Message, address: str) -> None:
    told = json.dumps({"to": message.to, "text": message.text}).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(message.key)}
    with urlopen(Request(address, told, headers, method="POST"), timeout=TIMEOUT):  # noqa: S310 - the operator's address
        pass
