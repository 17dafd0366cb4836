"""What is new to a woman since she was last here stands first, on her own page and on the one staff reads with her."""

from collections.abc import Callable
from datetime import date, timedelta

from flask.testing import FlaskClient
from sqlalchemy import select

from crm.accounts.models import User
from crm.extensions import db
from crm.forms import today
from crm.members.enums import ServiceKind
from crm.members.models import Member, MemberUser, Service
from tests import factories

SignIn = Callable[[User], FlaskClient]


def opened(title: str, days_ago: int, *needs: str) -> None:
    day = today() - timedelta(days=days_ago)
    factories.vacancy(needs=needs or ("sewing",), title=title, published_on=day)


def was_here(user: User, days_ago: int) -> None:
    hers = db.session.scalars(select(MemberUser).where(MemberUser.user_id == user.id)).one()
    hers.visited_on = today() - timedelta(days=days_ago)
    db.session.commit()


def days_kept(member: Member) -> tuple[date | None, date | None]:
    db.session.expire_all()
    hers = db.session.scalars(select(MemberUser).where(MemberUser.member_id == member.id)).one()
    return hers.visited_on, hers.visited_before_on


def matches(page: str) -> str:
    return page.split('id="matches"')[1].split("</section>")[0]


def test_what_opened_since_her_last_visit_stands_first_and_is_marked_all_day(sign_in: SignIn) -> None:
    her = factories.member(skills=("sewing",))
    user = factories.member_user(her)
    opened("Köhnə iş", 20)
    opened("Təzə iş", 2)
    was_here(user, 5)
    browser = sign_in(user)
    browser.get("/language/en?next=/")
    for _again in range(2):
        page = matches(browser.get("/my/").text)
        assert page.index("Təzə iş") < page.index("Köhnə iş")
        assert page.count("> New<") == 1
        assert page.index("> New<") < page.index("Təzə iş")
    assert days_kept(her) == (today(), today() - timedelta(days=5))


def test_on_her_first_day_nothing_is_called_new(sign_in: SignIn) -> None:
    her = factories.member(skills=("sewing",))
    opened("Təzə iş", 0)
    browser = sign_in(factories.member_user(her))
    browser.get("/language/en?next=/")
    page = matches(browser.get("/my/").text)
    assert "Təzə iş" in page
    assert "> New<" not in page
    assert days_kept(her) == (today(), None)


def test_staff_sees_what_is_new_since_she_was_last_at_the_centre(staff: FlaskClient) -> None:
    her = factories.member(skills=("sewing",))
    opened("Köhnə iş", 20)
    opened("Təzə iş", 2)
    opened("Aşpaz", 1, "cooking", "sewing")
    db.session.commit()
    staff.get("/language/en?next=/")
    url = f"/members/{her.id}/matches"
    assert "> New<" not in staff.get(url).text
    factories.save(Service(member=her, kind=ServiceKind.ADVICE, given_on=today() - timedelta(days=4)))
    db.session.commit()
    page = staff.get(url).text
    assert page.index("Təzə iş") < page.index("Köhnə iş")
    assert page.count("> New<") == 2
    assert "since she was last here" in page
