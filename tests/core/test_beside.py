"""What runs beside the pages keeps to time by itself."""

from datetime import timedelta
from pathlib import Path

from crm import beside, create_app
from crm.extensions import db
from crm.forms import today
from crm.members.erasures import ask_erasure
from crm.members.models import Member
from tests import factories
from tests.conftest import config_for


def test_a_woman_whose_day_has_come_is_erased_in_the_night(tmp_path: Path) -> None:
    app = create_app(config_for(f"sqlite:///{tmp_path / 'real.db'}", tmp_path))
    with app.app_context():
        db.create_all()
        factories.facts()
        asked = ask_erasure(member=factories.member("Zərəngiz"))
        asked.asked_on, asked.due_on = today() - timedelta(days=31), today() - timedelta(days=1)
        factories.member("Aygün")
        db.session.commit()
        beside.keep_to_time()
        db.session.expire_all()
        assert [one.first_name for one in db.session.query(Member) if one.first_name in ("Zərəngiz", "Aygün")] == [
            "Aygün"
        ]
        db.session.remove()
        db.engine.dispose()
