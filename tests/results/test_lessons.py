"""What did not come about is counted by reason, month and centre, and quoted to who may read it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.db import now
from crm.extensions import db
from crm.forms import start_of_day, today
from crm.info_sessions.enums import NotHeldReason, Objection, SessionState
from crm.info_sessions.models import SessionObjection
from crm.partners import road
from crm.partners.enums import Stage, StageReason
from crm.referrals.enums import DeclinedBy, DeclineReason, ReferralState
from crm.referrals.models import Referral, ReferralStep
from tests import factories

SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def year() -> datetime:
    """A Sabirabad session nobody held, one with an objection, a lost partner, two introductions that ended."""
    lost = factories.partner("Bağlı Dükan")
    reason = {"state": SessionState.NOT_HELD, "not_held_reason": "Balıq mövsümüdür"}
    reason["not_held_why"] = NotHeldReason.SEASON
    factories.info_session(lost, **reason, starts_at=now())
    held = factories.info_session(factories.partner("Açıq Dükan"), state=SessionState.HELD, starts_at=now())
    held.objections = [SessionObjection(code=Objection.SLOW_DOWN, words="İş azalıb")]
    road.move_stage(partner=lost, stage=Stage.LOST, reason=StageReason.CLOSED, words="Köçüb gedib")
    vacancy = factories.vacancy(lost, title="Tikişçi")
    for first_name, note in (("Nigar", "Nigarın yolu uzaqdır"), ("Aytən", "Maaş az gəldi")):
        woman = factories.member(first_name, "Quliyeva")
        ended = Referral(centre=lost.centre, member=woman, vacancy=vacancy, state=ReferralState.DECLINED)
        ended.declined_by, ended.decline_reason = DeclinedBy.MEMBER, DeclineReason.PAY
        ended.steps = [ReferralStep(state=ReferralState.DECLINED, note=note)]
        factories.save(ended)
    db.session.commit()
    return now()


QUOTED = ("Balıq mövsümüdür", "İş azalıb", "Köçüb gedib", "Maaş az gəldi")


def test_staff_read_why_and_in_whose_words_but_no_womans_name(staff: FlaskClient, year: datetime) -> None:
    assert "/results/lessons" in staff.get("/results").text
    staff.get("/language/en?next=/")
    page = staff.get("/results/lessons").text
    for text in (
        *QUOTED,
        "Not held: Busy season in the shop",
        "Business is slowing down",
        "Closed or moved away",
        "The pay is too low",
        f"{year:%B %Y}: 2",
    ):
        assert text in page
    assert "Nigar" not in page
    assert "Quliyeva" not in page


def test_a_month_and_a_kind_narrow_it_and_stay_in_the_address(staff: FlaskClient, year: datetime) -> None:
    partners = staff.get(f"/results/lessons?kind=partners&month={year:%Y-%m}").text
    assert "Köçüb gedib" in partners
    assert "İş azalıb" not in partners
    before = staff.get(f"/results/lessons?month={year.year - 1}-{year.month:02d}").text
    assert not any(words in before for words in QUOTED)
    assert staff.get("/results/lessons?month=2026-99&kind=nothing").status_code == 200


def test_other_centres_are_figures_without_quotes(sign_in: SignIn, year: datetime) -> None:
    neighbour = sign_in(factories.user(centre=factories.centre("Neftçala")))
    page = neighbour.get("/results/lessons?centre=all").text
    assert "Sabirabad: 1" in page
    assert not any(words in page for words in QUOTED)
    assert "Sabirabad: 1" not in neighbour.get("/results/lessons").text
    observer = sign_in(factories.user(Role.OBSERVER))
    assert not any(words in observer.get("/results/lessons").text for words in QUOTED)


def test_it_is_taken_along(staff: FlaskClient, year: datetime) -> None:
    assert "Köçüb gedib" in staff.get("/results/lessons.html").text
    assert staff.get("/results/lessons.xlsx?kind=partners").data[:2] == b"PK"
    assert staff.get("/results/lessons.doc").status_code == 404


def test_a_month_begins_at_midnight_in_baku(staff: FlaskClient) -> None:
    first = today().replace(day=1)
    told = {"state": SessionState.NOT_HELD, "not_held_why": NotHeldReason.NO_ROAD, "not_held_reason": "Gecə idi"}
    factories.info_session(factories.partner("Gecə Çörəyi"), starts_at=start_of_day(first), **told)
    db.session.commit()
    staff.get("/language/en?next=/")
    page = staff.get(f"/results/lessons?month={first:%Y-%m}").text
    assert "Gecə idi" in page
    assert f"{first:%B %Y}: 1" in page
    assert f"{first:%B %Y}" in staff.get("/results/lessons.html").text


def test_a_suggestion_set_aside_is_counted_with_its_reason(staff: FlaskClient) -> None:
    aside = Referral(centre=factories.centre(), member=factories.member(), vacancy=factories.vacancy())
    aside.state, aside.declined_by, aside.decline_reason = (
        ReferralState.DECLINED,
        DeclinedBy.CENTRE,
        DeclineReason.HOURS,
    )
    factories.save(aside)
    db.session.commit()
    staff.get("/language/en?next=/")
    assert "By the centre: The hours do not fit" in staff.get("/results/lessons").text
