"""What runs beside the pages keeps to time by itself."""

from datetime import timedelta

from flask import Flask

from crm import beside
from crm.extensions import db
from crm.forms import today
from crm.members.erasures import ask_erasure
from crm.members.models import Member
from tests import factories


def test_a_woman_whose_day_has_come_is_erased_in_the_night(app: Flask) -> None:
    woman, other = factories.member("Zərəngiz"), factories.member("Aygün")
    asked = ask_erasure(member=woman)
    asked.asked_on, asked.due_on = today() - timedelta(days=31), today() - timedelta(days=1)
    db.session.commit()
    beside.keep_to_time()
    db.session.expire_all()
    assert "Zərəngiz" not in [one.first_name for one in db.session.query(Member)]
    assert other.first_name == "Aygün"
