"""How she is reached safely: written down once, shown wherever somebody is about to call her."""

from flask.testing import FlaskClient
from sqlalchemy import select, text

from crm.extensions import db
from crm.members.safe_models import PhoneOwner, SafeContact
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from tests import factories

SAID = {
    "whose": "shared",
    "whose_words": "qaynanası",
    "days": ["0", "2"],
    "hour_from": "10",
    "hour_until": "13",
    "may_answer": "bacısı Nərgiz",
    "may_leave_word": "no",
    "code_word": "Novruz kömbəsi",
    "avoid": "mərkəz",
    "language": "az",
    "note": "Çöl qapısından danışır",
}
SHOWN = ("qaynanası", "10:00–13:00", "bacısı Nərgiz", "Novruz kömbəsi", "mərkəz", "Çöl qapısından danışır")


def test_staff_writes_it_down_and_sees_it_wherever_she_is_called(staff: FlaskClient) -> None:
    member = factories.member(phone="050 111 22 33")
    vacancy = factories.vacancy(factories.partner())
    referral = factories.save(Referral(centre=member.centre, member=member, vacancy=vacancy, state=ReferralState.ASKED))
    db.session.commit()
    url = f"/members/{member.id}/safe-contact"
    assert factories.post(staff, url, **SAID).status_code == 303
    for page in (f"/members/{member.id}", f"/referrals/{referral.id}", "/today/", url):
        shown = staff.get(page).text
        missing = [one for one in SHOWN if one not in shown and not (page == url and one == SHOWN[1])]
        assert not missing, (page, missing)


def test_the_words_that_could_give_her_away_are_encrypted(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    factories.post(staff, f"/members/{member.id}/safe-contact", **SAID)
    stored = db.session.execute(text("SELECT code_word, avoid FROM safe_contacts")).one()
    assert all(b"Novruz" not in bytes(one) and "mərkəz".encode() not in bytes(one) for one in stored)


def test_the_second_of_two_staff_sees_both_versions(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    url = f"/members/{member.id}/safe-contact"
    factories.post(staff, url, **SAID)
    safe = db.session.scalars(select(SafeContact)).one()
    opened = safe.version
    assert factories.post(staff, url, **{**SAID, "may_answer": "anası"}, version=opened).status_code == 303
    late = factories.post(staff, url, **{**SAID, "may_answer": "xalası"}, version=opened)
    assert late.status_code == 409
    assert "anası" in late.text and "xalası" in late.text


def test_an_hour_before_the_first_is_refused(staff: FlaskClient) -> None:
    member = factories.member()
    db.session.commit()
    url = f"/members/{member.id}/safe-contact"
    assert factories.post(staff, url, **{**SAID, "hour_until": "9"}).status_code == 422


def test_another_phone_is_written_to_only_if_she_chose_it() -> None:
    assert SafeContact(whose=PhoneOwner.HERS).messages_reach_only_her
    assert not SafeContact(whose=PhoneOwner.SHARED).messages_reach_only_her
    assert not SafeContact(whose=None).messages_reach_only_her
    assert SafeContact(whose=PhoneOwner.SHARED, may_write=True).messages_reach_only_her
    assert not SafeContact(whose=PhoneOwner.HERS, may_write=False).messages_reach_only_her
