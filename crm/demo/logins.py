"""Who can sign in to the examples. The password exists only there; a database with real people never holds it."""

from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from crm.access import Role
from crm.accounts.models import User
from crm.accounts.operations import create_user
from crm.demo.world import Woman, World
from crm.extensions import db
from crm.forms import today
from crm.members.models import Member, MemberUser
from crm.partners.models import Partner, PartnerUser

PASSWORD = "korpu-numune"  # noqa: S105 - printed for everybody who tries the examples
STAFF = ((1, "aysel@neftchala.example.com", "Aysel Quliyeva"), (0, "gunel@sabirabad.example.com", "Günel Həsənova"))
ADMINISTRATOR = ("admin@korpu.example.com", "Leyla Əliyeva")
#: Looks after the partners of Bilasuvar; the list of sign-ins shows two of the staff.
THIRD = (2, "nigar@bilesuvar.example.com", "Nigar Səfərova")
#: She has left; what she looked after waits to be handed over.
LEFT = (1, "lale@neftchala.example.com", "Lalə Babayeva")
LEFT_BEHIND = ("Xıllı Süd", "Aran Avto Yığım", "Göy Bazar Market")
OBSERVER = ("observer@donor.example.com", "Anna Meyer")
PARTNERS = (
    ("rashad@kurbaliq.example.com", "Rəşad Əliyev", "Kür Balıq Emalı"),
    ("sevil@daskorpu.example.com", "Sevil Kərimova", "Daş Körpü Market"),
)
#: Days since the example women last looked at their pages.
LAST_HERE = 14
MEMBERS = ("uzv1@example.com", "uzv2@example.com")
EVERYBODY = (
    *(login for _centre, login, _name in STAFF),
    ADMINISTRATOR[0],
    OBSERVER[0],
    *(login for login, _name, _firm in PARTNERS),
    *MEMBERS,
)


def staff_users(world: World) -> dict[int, User]:
    """The staff by centre; beside them the administrator and the observer."""
    create_user(login=ADMINISTRATOR[0], name=ADMINISTRATOR[1], role=Role.ADMINISTRATOR, password=PASSWORD)
    create_user(login=OBSERVER[0], name=OBSERVER[1], role=Role.OBSERVER, password=PASSWORD)
    return {
        centre: create_user(
            login=login, name=name, role=Role.STAFF, password=PASSWORD, centre_id=world.centres[centre].id
        )
        for centre, login, name in (*STAFF, THIRD)
    }


def colleague_who_left(world: World, partners: dict[str, Partner]) -> None:
    """Signs in no more, and still looks after some of the companies."""
    centre, login, name = LEFT
    user = create_user(login=login, name=name, role=Role.STAFF, password=PASSWORD, centre_id=world.centres[centre].id)
    user.active = False
    for firm in LEFT_BEHIND:
        partners[firm].responsible = user


def partner_users(partners: dict[str, Partner]) -> None:
    for login, name, firm in PARTNERS:
        user = create_user(login=login, name=name, role=Role.PARTNER, password=PASSWORD)
        db.session.add(PartnerUser(user=user, partner=partners[firm]))


def member_user(login: str, woman: Woman) -> None:
    member = db.session.get_one(Member, woman.id)
    member.email = login
    user = create_user(login=login, name=member.name, role=Role.MEMBER, password=PASSWORD)
    db.session.add(MemberUser(user=user, member=member, visited_on=today() - timedelta(days=LAST_HERE)))


def sign_ins() -> dict[str, Any]:
    """What `flask demo logins --json` prints."""
    base = current_app.extensions["config"].base_url
    users = [
        db.session.scalar(select(User).where(User.login == login).options(joinedload(User.centre)))
        for login in EVERYBODY
    ]
    return {"base_url": base, "users": [_sign_in(base, user) for user in users if user]}


def _sign_in(base: str, user: User) -> dict[str, Any]:
    company = select(Partner.name).join(PartnerUser).where(PartnerUser.user_id == user.id)
    her_centre = select(Member).join(MemberUser).where(MemberUser.user_id == user.id)
    member = db.session.scalar(her_centre.options(joinedload(Member.centre)))
    centre = user.centre or (member.centre if member else None)
    return {
        "name": user.name,
        "role": str(user.role.value),
        "sign_in_url": f"{base}/sign-in",
        "login": user.login,
        "password": PASSWORD,
        "centre": centre.name if centre else None,
        "company": db.session.scalar(company),
    }
