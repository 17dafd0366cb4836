"""The start page: what is due for staff of a centre, for the administrator of all; where a new centre begins."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.centres.models import Centre
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.info_sessions import inviting
from crm.messages.enums import Channel, MessageState
from crm.messages.models import Message
from crm.offers.enums import OfferKind, TalkState
from crm.offers.models import Offer, OfferTalk
from crm.partners import operations
from crm.partners.enums import CommitmentKind, CommitmentState, Stage
from crm.partners.models import Agreement, Commitment, Partner
from crm.referrals import wishes
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.vacancies.enums import VacancyState
from tests import factories
from tests.counting import queries

SignIn = Callable[[User], FlaskClient]


def section(page: str, name: str) -> str:
    """The text of one card of the page."""
    found = re.search(rf'<section class="card" id="{name}">(.*?)</section>', page, re.DOTALL)
    assert found, f"no card {name}"
    return found.group(1)


def promise(of: str = "Muğan Balıq", days: int = -2, centre: Centre | None = None) -> Commitment:
    partner = factories.partner(of, centre=centre or factories.centre())
    due_on = today() + timedelta(days=days)
    return operations.promise(partner=partner, kind=CommitmentKind.VACANCY, quantity=2, due_on=due_on)


def referral(woman: str, state: ReferralState, centre: Centre | None = None, **more: object) -> Referral:
    centre = centre or factories.centre()
    vacancy = factories.vacancy(factories.partner(centre=centre), title=f"Work for {woman}")
    member = factories.member(woman, centre=centre)
    return factories.save(Referral(centre=centre, member=member, vacancy=vacancy, state=state, **more))


def something_of_everything(centre: Centre, mark: str) -> None:
    """One row in each list, all with `mark` in it."""
    host = factories.partner(f"Host {mark}", centre=centre, next_step="Zəng", next_step_due=today())
    asked = factories.info_session(host, starts_at=now() - timedelta(days=3))
    inviting.propose_times(info_session=asked, times=[now()]).sent_on = today() - timedelta(days=3)
    factories.save(
        Message(centre=centre, partner=host, channel=Channel.EMAIL, to="", text="Salam", state=MessageState.FAILED)
    )
    promise(f"Promiser {mark}", centre=centre)
    signed = factories.partner(f"Signed {mark}", centre=centre)
    factories.save(Agreement(partner=signed, signed_on=today(), valid_until=today() + timedelta(days=9)))
    referral(f"Asked{mark}", ReferralState.ASKED, centre)
    referral(f"Interviewed{mark}", ReferralState.INTERVIEWED, centre)
    factories.vacancy(host, title=f"Waiting {mark}", state=VacancyState.WAITING)
    factories.vacancy(host, title=f"Opening {mark}", next_step=f"Step {mark}", next_step_due=today())
    in_days = now() + timedelta(days=30)
    factories.info_session(host, starts_at=in_days, next_step=f"Prepare {mark}", next_step_due=today())
    loan = Offer(centre=centre, partner=host, kind=OfferKind.LOAN, title=f"Loan {mark}")
    woman = factories.member(f"Yes{mark}", centre=centre)
    factories.save(OfferTalk(centre_id=centre.id, member=woman, offer=factories.save(loan), state=TalkState.AGREED))
    factories.vacancy(host, title=f"Forgotten {mark}", updated_at=now() - timedelta(days=40))


def test_staff_sees_todays_and_forgotten_sessions_and_what_comes_next(staff: FlaskClient) -> None:
    for name, days in (("Bugünkü", 0), ("Unudulmuş", -3), ("Gələn", 4), ("Uzaq", 12)):
        host = factories.partner(name, address=f"{name} küçəsi 5", phone="+994 50 111 22 33")
        factories.info_session(host, starts_at=now() + timedelta(days=days))
    db.session.commit()
    card = section(staff.get("/today").text, "sessions")
    due, ahead = card.split("<h3>")
    assert due.index("Bugünkü") < due.index("Unudulmuş")
    assert "Bugünkü küçəsi 5" in due
    assert "tel:+994501112233" in due
    assert due.count('/log"') == 2
    assert "Gələn" in ahead
    assert "Gələn" not in due
    assert "Uzaq" not in card


def test_a_promise_is_settled_from_the_start_page(staff: FlaskClient) -> None:
    late, soon, far = promise("Gec"), promise("Tez", days=5), promise("Sonra", days=40)
    db.session.commit()
    card = section(staff.get("/today").text, "promises")
    assert card.index("Gec") < card.index("Tez")
    assert "Sonra" not in card
    url = f"/partners/{late.partner_id}/promises/{late.id}/settle?from=today"
    answer = factories.post(staff, url, form_at="/today", kept="yes")
    assert answer.location.startswith("/today")
    assert late.state == CommitmentState.KEPT
    page = staff.get("/today").text
    assert f'<a href="/partners/{late.partner_id}#promises">Gec</a>' in page
    assert "Gec" not in section(page, "promises")
    assert (soon.state, far.state) == (CommitmentState.OPEN, CommitmentState.OPEN)


def test_agreements_that_end_are_told_until_there_is_a_new_one(staff: FlaskClient) -> None:
    def signed(partner: Partner, days: int | None) -> None:
        until = None if days is None else today() + timedelta(days=days)
        factories.save(Agreement(partner=partner, signed_on=today() - timedelta(days=400), valid_until=until))

    soon, over, renewed, far = (factories.partner(name) for name in ("Bitir", "Bitib", "Təzələnib", "Uzundur"))
    signed(factories.partner("Çoxdan"), -200)
    for partner, days in ((soon, 9), (over, -5), (over, -300), (renewed, 3), (renewed, None), (far, 200)):
        signed(partner, days)
    signed(factories.partner("Yad", centre=factories.centre("Neftchala")), 2)
    signed(factories.partner("Getdi", stage=Stage.LOST), 2)
    db.session.commit()
    card = section(staff.get("/today").text, "agreements")
    assert card.index("Bitib") < card.index("Bitir")
    assert card.count("Bitib") == 1
    assert not any(name in card for name in ("Təzələnib", "Uzundur", "Yad", "Getdi", "Çoxdan"))


def test_a_kept_list_is_one_tap_away(staff: FlaskClient) -> None:
    promise()
    db.session.commit()
    kept = {"endpoint": "partners.index", "query": "stage=hiring", "name": "İşə götürənlər"}
    assert factories.post(staff, "/account/lists", form_at="/today", **kept).status_code == 303
    assert 'href="/partners/?stage=hiring"' in staff.get("/today").text


def test_answers_are_awaited_until_they_are_given_or_put_off(staff: FlaskClient) -> None:
    referral("Soruşulan", ReferralState.ASKED)
    referral("Sabahlıq", ReferralState.ASKED, later_until=today() + timedelta(days=1))
    referral("Qayıdan", ReferralState.SUGGESTED, later_until=today())
    referral("Razılaşan", ReferralState.AGREED)
    referral("Tanışan", ReferralState.INTRODUCED)
    referral("İşləyən", ReferralState.HIRED)
    db.session.commit()
    card = section(staff.get("/today").text, "answers")
    women, owners = card.split("<h3>")[1:]
    for name in ("Soruşulan", "Qayıdan"):
        assert name in women
    for name in ("Razılaşan", "Tanışan"):
        assert name in owners
    for name in ("Sabahlıq", "İşləyən"):
        assert name not in card
    for step in ("/ask", "/answer", "/introduce", "/interviewed"):
        assert f'{step}"' in card


def test_a_wish_comes_up_at_once_even_where_it_was_put_off(staff: FlaskClient) -> None:
    later = today() + timedelta(days=9)
    put_off = referral("Gözləyən", ReferralState.SUGGESTED, later_until=later, next_step_due=later)
    promise()
    db.session.commit()
    assert "Gözləyən" not in section(staff.get("/today").text, "answers")
    wishes.wish_to_meet(referral=put_off)
    db.session.commit()
    card = section(staff.get("/today").text, "answers")
    assert "Gözləyən" in card
    assert "t-info" in card


def test_openings_are_named_until_enough_women_are_on_the_way(staff: FlaskClient) -> None:
    two = factories.vacancy(title="İki yer", openings=2)
    factories.vacancy(title="Bağlı", state=VacancyState.CLOSED)
    for name in ("Birinci", "İkinci"):
        card = section(staff.get("/today").text, "openings")
        assert "İki yer" in card
        assert f"/vacancies/{two.id}/matches" in card
        assert "Bağlı" not in card
        woman = factories.member(name)
        factories.save(Referral(centre=two.centre, member=woman, vacancy=two, state=ReferralState.ASKED))
        db.session.commit()
    assert "İki yer" not in section(staff.get("/today").text, "openings")


def test_an_opening_nobody_heard_of_for_long_is_asked_about_and_confirmed(staff: FlaskClient) -> None:
    long_ago = now() - timedelta(days=40)
    factories.vacancy(title="Köhnə iş", updated_at=long_ago)
    factories.vacancy(title="Təzə iş")
    factories.vacancy(title="Bağlı iş", updated_at=long_ago, state=VacancyState.CLOSED)
    db.session.commit()
    card = section(staff.get("/today").text, "stale")
    assert "Köhnə iş" in card
    assert "Təzə iş" not in card
    assert "Bağlı iş" not in card
    address = card.split('action="')[1].split('"')[0]
    factories.post(staff, address, form_at="/today")
    assert "Köhnə iş" not in section(staff.get("/today").text, "stale")


def test_a_referral_without_news_says_since_when(staff: FlaskClient) -> None:
    referral("Susan", ReferralState.INTRODUCED, state_since=now() - timedelta(days=20))
    referral("Təzə", ReferralState.INTRODUCED)
    db.session.commit()
    assert section(staff.get("/today").text, "answers").count("xəbər yoxdur") == 1


def test_next_steps_are_due_from_their_day_on_and_not_where_it_ended(staff: FlaskClient) -> None:
    for name, days, stage in (
        ("Dünən", -1, Stage.CONTACTED),
        ("Sabah", 1, Stage.CONTACTED),
        ("Bitmiş", -1, Stage.LOST),
    ):
        factories.partner(name, stage=stage, next_step="Zəng", next_step_due=today() + timedelta(days=days))
    promise()
    db.session.commit()
    card = section(staff.get("/today").text, "steps")
    assert "Dünən" in card
    assert "Sabah" not in card
    assert "Bitmiş" not in card


def test_staff_sees_nothing_of_another_centre(staff: FlaskClient) -> None:
    something_of_everything(factories.centre("Neftçala"), "Neftçala")
    something_of_everything(factories.centre(), "Ours")
    db.session.commit()
    page = staff.get("/today").text
    for kind in ("Host", "Promiser", "Asked", "Interviewed", "Yes", "Waiting", "Opening", "Step", "Prepare"):
        assert re.search(rf"{kind} ?Ours", page), kind
    assert "Neftçala" not in page
    for name in (
        "sessions",
        "promises",
        "steps",
        "session_steps",
        "vacancy_steps",
        "talks",
        "women",
        "owners",
        "approvals",
        "openings",
    ):
        whole = staff.get(f"/today/{name}")
        assert "Ours" in whole.text, name
        assert "Neftçala" not in whole.text, name


def test_the_administrator_sees_each_centre_and_how_much_is_due_there(sign_in: SignIn) -> None:
    for name in ("Neftçala", "Biləsuvar"):
        something_of_everything(factories.centre(name), f"of {name}")
    promise("Daha biri", centre=factories.centre("Neftçala"))
    admin = sign_in(factories.user(Role.ADMINISTRATOR))
    page = admin.get("/today").text
    for name in ("Neftçala", "Biləsuvar"):
        assert f"Host of {name}" in section(page, "sessions")
    row = re.search(r">Neftçala</th>(.*?)</tr>", section(page, "centres"), re.DOTALL)
    assert row
    numbers = re.findall(r">(\d+)</td>", row.group(1))
    assert numbers == ["1", "1", "1", "2", "1", "1", "1", "1", "1", "1", "0", "1", "1", "1", "2"]


def test_what_is_due_is_put_in_order_by_a_link(staff: FlaskClient) -> None:
    promise("Zirvə", days=-2)
    promise("Ağ çay", days=1)
    referral("Nigar", ReferralState.ASKED, next_step_due=today() - timedelta(days=5))
    db.session.commit()
    page = staff.get("/today").text
    for sort in ("day", "partner", "woman"):
        assert f'href="/today/?sort={sort}"' in page
    by_day = staff.get("/today/?sort=day").text
    assert by_day.index("Nigar") < by_day.index("Zirvə") < by_day.index("Ağ çay")
    by_partner = staff.get("/today/?sort=partner").text
    assert by_partner.index("Ağ çay") < by_partner.index("Zirvə")
    by_woman = staff.get("/today/?sort=woman").text
    assert by_woman.index("Nigar") < by_woman.index("Ağ çay")
    assert 'id="promises"' in staff.get("/today/?sort=nonsense").text


@pytest.mark.parametrize("section", ["vacancies", "info-sessions"])
def test_a_next_step_with_its_day_is_planned_and_comes_up_that_day(staff: FlaskClient, section: str) -> None:
    partner = factories.partner("Muğan Balıq")
    in_days = now() + timedelta(days=30)
    one = factories.vacancy(partner) if section == "vacancies" else factories.info_session(partner, starts_at=in_days)
    db.session.commit()
    page = f"/{section}/{one.id}"
    for day, shown in ((today() + timedelta(days=1), False), (today(), True)):
        fields = {
            "next_step": "Sahibə zəng et",
            "soon": "day",
            "next_step_due": day.isoformat(),
            "version": one.version,
        }
        assert factories.post(staff, f"{page}/next-step", **fields).status_code == 303
        assert "Sahibə zəng et" in staff.get(page).text
        assert ("Sahibə zəng et" in staff.get("/today").text) is shown


def test_a_long_list_is_cut_and_shown_whole_on_its_own_page(staff: FlaskClient) -> None:
    for number in range(30):
        promise(f"Şirkət {number:02}", days=-number)
    db.session.commit()
    card = section(staff.get("/today").text, "promises")
    assert card.count("<form") == 5
    assert "/today/promises" in card
    assert "/today/steps" not in staff.get("/today").text
    assert staff.get("/today/promises").text.count("/settle") == 25
    assert staff.get("/today/promises?page=2").text.count("/settle") == 5
    assert staff.get("/today/nonsense").status_code == 404


def test_a_new_centre_is_shown_three_steps_until_they_are_done(staff: FlaskClient) -> None:
    page = staff.get("/today").text
    for step in ("/imports/new", "/partners/new", "/info-sessions/new"):
        assert step in page
    host = factories.partner()
    factories.member()
    db.session.commit()
    page = staff.get("/today").text
    assert "/imports/new" not in page
    assert "/info-sessions/new" in page
    factories.info_session(host, starts_at=now() + timedelta(days=2))
    db.session.commit()
    page = staff.get("/today").text
    assert host.name in section(page, "sessions")
    assert "/partners" in section(page, "promises")


def test_the_observer_begins_with_the_results(sign_in: SignIn) -> None:
    observer = sign_in(factories.user(Role.OBSERVER))
    assert observer.get("/").location == "/results/"
    assert observer.get("/today").status_code == 403


def test_the_number_of_queries_stays_the_same(staff: FlaskClient) -> None:
    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            something_of_everything(factories.centre(), f"number {number}")
            factories.info_session(factories.partner(f"Ahead {number}"), starts_at=now() + timedelta(days=2))
        db.session.commit()
        db.session.expire_all()

    def count() -> int:
        with queries() as counted:
            assert staff.get("/today").status_code == 200
        return counted.number

    fill(0, 1)
    one = count()
    fill(1, 4)
    assert count() == one
    assert one < 42
    with queries() as counted:
        assert staff.get("/today/?sort=day").status_code == 200
    assert counted.number <= one


def test_more_leads_to_every_section_the_account_and_out(staff: FlaskClient) -> None:
    page = staff.get("/today/more").text
    for url in ("/events/", "/results/", "/imports/", "/account", "/sign-out", "/language/ru?next=/today/more"):
        assert f'"{url}' in page, url
