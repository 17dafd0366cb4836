"""The outbox against real servers: nothing is lost, nothing reaches anybody twice, and no message endangers a woman."""

import json
import socketserver
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm.accounts.models import User
from crm.extensions import db
from crm.members import hidings
from crm.members.models import Member
from crm.members.safe_models import PhoneOwner, SafeContact
from crm.messages import operations
from crm.messages.enums import MessageState
from crm.messages.models import Message
from crm.messages.transports import hand_over
from tests import factories

#: A Tuesday; 12:00, 23:00 and the next morning 10:00 in Baku.
NOON, NIGHT, MORNING = (datetime(2036, 1, day, hour, tzinfo=UTC) for day, hour in ((15, 8), (15, 19), (16, 6)))


SignIn = Callable[[User], FlaskClient]


class Provider(BaseHTTPRequestHandler):
    """Honours the key: the same one again delivers nothing."""

    delivered: ClassVar[dict[str, dict[str, str]]] = {}
    asked: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        key, body = self.headers["Idempotency-Key"], self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append(key)
        self.delivered.setdefault(key, json.loads(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: Any) -> None: ...


class Mailbox(socketserver.StreamRequestHandler):
    """As little SMTP as smtplib needs."""

    letters: ClassVar[list[str]] = []

    def handle(self) -> None:
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                lines = []
                while (text := self.rfile.readline()) != b".\r\n":
                    lines.append(text.decode())
                self.letters.append("".join(lines))
            self.wfile.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 ok\r\n")


@pytest.fixture(autouse=True)
def servers(app: Flask) -> Iterator[None]:
    Provider.delivered.clear()
    Provider.asked.clear()
    Mailbox.letters.clear()
    web, post = HTTPServer(("127.0.0.1", 0), Provider), socketserver.TCPServer(("127.0.0.1", 0), Mailbox)
    for server in (web, post):
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    before = app.extensions["config"]
    app.extensions["config"] = replace(
        before,
        sms_url=f"http://127.0.0.1:{web.server_port}/sms",
        smtp_url=f"smtp://127.0.0.1:{post.server_address[1]}/korpu@example.com",
    )
    yield
    app.extensions["config"] = before
    for server in (web, post):
        server.shutdown()
        server.server_close()


def a_woman(**safe: Any) -> Member:
    member = factories.member("Zümrüd", phone="+994501112233")
    factories.save(SafeContact(member=member, **{"whose": PhoneOwner.HERS, **safe}))
    return member


def test_a_letter_to_a_partner_goes_out_once() -> None:
    partner = factories.partner()
    operations.write_to_partner(partner=partner, to="owner@example.com", subject="Görüş", text="Salam")
    db.session.commit()
    assert operations.send_due(NOON) == 1
    assert operations.send_due(NOON + timedelta(hours=1)) == 0
    (letter,) = Mailbox.letters
    assert "To: owner@example.com" in letter
    assert db.session.scalars(select(Message)).one().state == MessageState.SENT


@pytest.mark.parametrize("step", ["before it was handed over", "after it was handed over"])
def test_a_sender_that_was_killed_loses_nothing_and_nobody_reads_it_twice(
    step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = operations.ask_her_to_call(member=a_woman())
    db.session.commit()

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as kill:
        kill.setattr(operations, "hand_over" if step.startswith("before") else "_note", killed)
        with pytest.raises(KeyboardInterrupt):
            operations.send_due(NOON)
    db.session.rollback()
    assert db.session.get_one(Message, message.id).state == MessageState.SENDING
    assert operations.send_due(NOON + timedelta(minutes=1)) == 0, "it may still be on its way"
    assert operations.send_due(NOON + timedelta(minutes=6)) == 1
    assert list(Provider.delivered) == [str(message.key)]
    assert db.session.get_one(Message, message.id).state == MessageState.SENT


def test_a_server_that_is_down_is_tried_again_later_and_not_for_ever(app: Flask) -> None:
    app.extensions["config"] = replace(app.extensions["config"], sms_url="http://127.0.0.1:9/")
    message = operations.ask_her_to_call(member=a_woman())
    db.session.commit()
    at = NOON
    for _ in range(operations.TRIES):
        assert operations.send_due(at) == 1
        assert operations.send_due(at) == 0, "it waits longer each time"
        at += timedelta(hours=1)
    assert message.state == MessageState.FAILED
    assert operations.send_due(at + timedelta(days=1)) == 0


@pytest.mark.parametrize(
    ("safe", "state"),
    [
        ({}, MessageState.SENT),
        ({"may_write": False}, MessageState.CALL),
        ({"whose": PhoneOwner.SHARED}, MessageState.CALL),
        ({"whose": PhoneOwner.SHARED, "may_write": True}, MessageState.SENT),
        ({"whose": None}, MessageState.CALL),
        ({"hour_from": 14, "hour_until": 16}, MessageState.WAITING),
        ({"days": "0"}, MessageState.WAITING),
    ],
)
def test_how_she_is_reached_safely_decides_at_the_moment_of_sending(safe: dict[str, Any], state: MessageState) -> None:
    message = operations.ask_her_to_call(member=a_woman(**safe))
    db.session.commit()
    operations.send_due(NOON)
    assert message.state == state
    assert len(Provider.delivered) == (state == MessageState.SENT)


def test_she_says_no_after_it_was_written_and_before_it_was_sent() -> None:
    member = a_woman()
    message = operations.ask_her_to_call(member=member)
    assert member.safe_contact
    member.safe_contact.may_write = False
    db.session.commit()
    operations.send_due(NOON)
    assert (message.state, Provider.asked) == (MessageState.CALL, [])


def test_no_telephone_rings_at_night_and_the_text_gives_nothing_away() -> None:
    operations.ask_her_to_call(member=a_woman())
    db.session.commit()
    assert operations.send_due(NIGHT) == 0
    assert operations.send_due(MORNING) == 1
    (told,) = Provider.delivered.values()
    assert not [word for word in ("Körpü", "iş", "mərkəz", "vakansiya", "qadın") if word in told["text"].split()]
    assert told["to"] == "+994501112233"


def test_staff_asks_her_to_call_and_sees_how_far_it_is(sign_in: Callable[[User], FlaskClient]) -> None:
    member, staff, colleague = a_woman(), factories.user(), factories.user()
    elsewhere = factories.user(centre=factories.centre("Neftchala"))
    hidings.hide(member=member, user=colleague)
    browser = sign_in(staff)
    page = f"/members/{member.id}"
    assert factories.post(browser, f"/messages/call-back/{member.id}", form_at=page).status_code == 303
    assert "Zümrüd" in browser.get("/messages/").text
    assert "data-messages" in browser.get(page).text
    operations.send_due(NOON)
    assert "Zümrüd" in browser.get("/messages/?state=sent").text
    assert "Zümrüd" not in browser.get("/messages/?state=call").text
    for other in (colleague, elsewhere):
        assert "Zümrüd" not in sign_in(other).get("/messages/").text


def test_without_a_server_in_the_settings_a_message_waits_and_that_is_no_failure(app: Flask) -> None:
    with_servers = app.extensions["config"]
    app.extensions["config"] = replace(with_servers, sms_url=None)
    message = operations.ask_her_to_call(member=a_woman())
    db.session.commit()
    assert operations.send_due(NOON) == 0
    assert (message.state, message.tries, message.trouble) == (MessageState.WAITING, 0, "CRM_SMS_URL")
    app.extensions["config"] = with_servers
    assert operations.send_due(NOON + timedelta(hours=1)) == 1


def test_a_file_takes_sms_where_one_only_wants_to_try_it_and_each_once(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "sms.jsonl"
    app.extensions["config"] = replace(app.extensions["config"], sms_url=f"file:{file}")
    message = operations.ask_her_to_call(member=a_woman())
    db.session.commit()
    assert operations.send_due(NOON) == 1
    hand_over(message, app.extensions["config"])
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["to"] == "+994501112233"


def test_a_person_at_a_partner_who_switched_it_off_is_called_and_not_written_to(sign_in: SignIn) -> None:
    contact = factories.contact(factories.partner(), email="owner@example.com")
    staff = factories.user()
    db.session.commit()
    browser, at = sign_in(staff), f"/partners/{contact.partner_id}/contacts/{contact.id}"
    factories.post(browser, at, name=contact.name, version=contact.version, language="az", works_there="y", may_sms="y")
    assert (contact.may_email, contact.may_sms) == (False, True)
    message = operations.write_to_partner(
        partner=contact.partner, contact=contact, to="owner@example.com", subject="Görüş", text="Salam"
    )
    db.session.commit()
    operations.send_due(NOON)
    assert (message.state, Mailbox.letters) == (MessageState.CALL, [])


def test_what_did_not_get_through_stands_on_today_until_somebody_rang(sign_in: SignIn) -> None:
    member, staff, colleague = a_woman(may_write=False), factories.user(), factories.user()
    hidings.hide(member=member, user=colleague)
    message = operations.ask_her_to_call(member=member)
    db.session.commit()
    operations.send_due(NOON)
    browser, other = sign_in(staff), sign_in(colleague)
    assert 'id="calls"' in browser.get("/today/").text
    assert 'id="calls"' not in other.get("/today/").text
    assert factories.post(other, f"/messages/{message.id}/called", form_at="/members/").status_code == 404
    assert factories.post(browser, f"/messages/{message.id}/called", form_at="/today/").status_code == 303
    assert message.state == MessageState.CALLED
    assert 'id="calls"' not in browser.get("/today/").text


def test_the_list_is_narrowed_by_name_way_and_woman(sign_in: SignIn) -> None:
    member, other, staff = a_woman(), factories.member("Sevinc", phone="+994501112244"), factories.user()
    for one in (member, other):
        operations.ask_her_to_call(member=one)
    db.session.commit()
    browser = sign_in(staff)
    assert "Sevinc" not in browser.get("/messages/?q=zumrud").text
    assert "Sevinc" not in browser.get(f"/messages/?member_id={member.id}").text
    assert "Sevinc" not in browser.get("/messages/?channel=email").text
    assert "Sevinc" in browser.get("/messages/?channel=sms&state=waiting").text
