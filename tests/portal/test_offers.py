"""A partner sees its own offers, and of the women only who agreed to be seen by it."""

from collections.abc import Callable
from uuid import uuid4

from flask.testing import FlaskClient

from crm.accounts.models import User
from crm.extensions import db
from crm.members.consents import withdraw_consent
from crm.members.enums import Purpose
from crm.members.models import Member
from crm.offers import talks
from crm.offers.enums import OfferKind, OfferState, TalkState
from crm.offers.models import Offer
from crm.partners.models import Partner
from tests import factories
from tests.counting import queries
from tests.portal.test_candidates import CANARIES, canary

SignIn = Callable[[User], FlaskClient]


def offer_of(owner: Partner, title: str = "Paxlava alışı", **more: object) -> Offer:
    return factories.save(
        Offer(centre=owner.centre, partner=owner, kind=OfferKind.PURCHASE, title=title, conditions="Təzə olsun", **more)
    )


def walk(offer: Offer, her: Member, *states: TalkState) -> None:
    by = factories.user()
    for state in states:
        talks.move(offer=offer, member=her, to=state, by=by)
    db.session.commit()


def test_a_partner_reads_its_offers_and_who_wants_them(client: FlaskClient, sign_in: SignIn) -> None:
    owner = factories.partner("Şirniyyat Evi")
    offer, draft = offer_of(owner), offer_of(owner, "Yalnız qeyd", state=OfferState.DRAFT)
    her = canary()
    walk(offer, her, TalkState.ASKED)
    browser = sign_in(factories.partner_user(owner))
    browser.get("/language/en?next=/")
    start = browser.get("/portal/").text
    assert "Paxlava alışı" in start
    assert "Yalnız qeyd" not in start
    page = browser.get(f"/portal/offers/{offer.public_id}").text
    assert "The centre is asking 1 woman." in page
    assert not any(word in start + page for word in CANARIES)
    assert browser.get(f"/portal/offers/{draft.public_id}").status_code == 404
    walk(offer, her, TalkState.AGREED, TalkState.INTRODUCED)
    assert "1 woman wants it" in browser.get("/portal/").text
    page = browser.get(f"/portal/offers/{offer.public_id}").text
    assert "Zərnigar Quşçubaşova" in page
    assert "0509998877" in page.replace(" ", "")
    assert not any(word in page for word in CANARIES[3:])
    assert "Nərimankənd" not in page


def test_a_woman_who_takes_her_yes_back_is_gone_at_the_next_click(client: FlaskClient, sign_in: SignIn) -> None:
    owner, her = factories.partner("Şirniyyat Evi"), canary()
    offer = offer_of(owner)
    walk(offer, her, TalkState.AGREED)
    browser = sign_in(factories.partner_user(owner))
    assert "Zərnigar" in browser.get(f"/portal/offers/{offer.public_id}").text
    withdraw_consent(member=her, purpose=Purpose.SHARING, partner=owner)
    db.session.commit()
    for page in ("/portal/", f"/portal/offers/{offer.public_id}"):
        assert not any(word in browser.get(page).text for word in CANARIES)


def test_nobody_else_reads_a_partners_offer_there(client: FlaskClient, sign_in: SignIn) -> None:
    owner, other = factories.partner("Şirniyyat Evi"), factories.partner("Başqa şirkət")
    offer = offer_of(owner)
    walk(offer, canary(), TalkState.AGREED)
    url = f"/portal/offers/{offer.public_id}"
    assert client.get(url).status_code in (302, 401)
    assert sign_in(factories.partner_user(other)).get(url).status_code == 404
    assert sign_in(factories.user()).get(url).status_code == 403
    owner_browser = sign_in(factories.partner_user(owner))
    assert owner_browser.get(f"/portal/offers/{uuid4()}").status_code == 404


def test_many_offers_cost_no_more_statements_than_one(client: FlaskClient, sign_in: SignIn) -> None:
    owner = factories.partner("Şirniyyat Evi")
    offer_of(owner)
    browser = sign_in(factories.partner_user(owner))
    browser.get("/portal/")
    with queries() as one:
        browser.get("/portal/")
    for number in range(5):
        offer_of(owner, f"Təklif {number}")
    db.session.commit()
    with queries() as many:
        browser.get("/portal/")
    assert many.number == one.number
